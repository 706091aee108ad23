"""A `#` that empties a value is told; a comment is a comment."""

from __future__ import annotations

import pytest

from tui.store.read.timeline import read

HEAD = "sources:\n  s1: {title: S, seen: 2025}\nevents:\n- id: z\n  date: 2026\n  title: Z\n"
LOST = [
    "kind: #strike", "tags: #jobs", "tags: [x, #y\n    ]", "tags: [x,#y\n    ]", "tags: [x, #y",
    "tags: [#jobs, #calls]",
    "tags: [#jobs\n    a]", "tags:\n  - #calls\n  - jobs", "tags:\n  - jobs\n  - #calls", "place: #1",
    "title_fr: #1 strike\n    goes on", "title_fr: Grève #2 commence", "kind: strike #1", "actors: #ikanbi",
    "sources: [s1, #s2", "sources: #s1", "claims: {jobs: {10: #s1\n   }}", "claims:\n    jobs:\n      10: #s1",
    "text: voir #5", "text: voir #5 et\n    suite", "status: #planned", "countries: [BE, #MA\n  ]", "text: #tag",
    "about: [y, #z\n    , x]",
]  # fmt: skip


@pytest.mark.parametrize("line", LOST)
def test_what_a_hash_takes_is_told(line: str) -> None:
    reading = read(f"{HEAD}  {line}\n".encode(), "events.yaml")
    (problem,) = (one for one in reading.problems if one.code == "cut-by-hash")
    assert problem.place.line == 7 + line[: line.index("#")].count("\n")
    assert "quotes" in str(problem.hint)
    assert not any(one.code in ("empty-value", "unsourced-value") for one in reading.problems)


CURES = [
    ("text: #tag only", '"#tag only"'), ("text: #tag, and more", '"#tag, and more"'), ("kind: #strike", '"#strike"'),
    ("tags: [#jobs, #calls]", '"#jobs"'), ("tags: [x, #y z\n    ]", '"#y z"'), ("tags: [x #1, y]", '"x #1"'),
    ("claims: {jobs: {10 #a: s1}}", '"10 #a: s1"'), ("title_fr: {a: H #1}", '"H #1"'),
]  # fmt: skip


@pytest.mark.parametrize(("line", "cure"), CURES)
def test_the_cure_is_the_whole_text(line: str, cure: str) -> None:
    found = read(f"{HEAD}  {line}\n".encode(), "events.yaml").problems
    assert [one.hint for one in found if one.code == "cut-by-hash"] == [f"put quotes: {cure}"]


def test_the_cure_of_what_has_quotes_shows_none() -> None:
    found = read(f'{HEAD}  text: #say "a"\n'.encode(), "events.yaml").problems
    assert [one.hint for one in found] == ["put quotes around the text"]


@pytest.mark.parametrize(
    "line",
    [
        "kind: strike # since 2019", "tags: # to do", "kind: # none yet", "tags: [a] #ok", "tags: #see below\n  - x",
        "tags:\n  #- x\n  - y", "tags: [\n    #x,\n    y]", "tags: [a, # one\n    b]", "text: >-\n    a #b\n    #c",
        'text: "a\n    b #c\n    - #d"', "text: 'kind: #x'", "place: C#", "tags: [a#b, c#]", "sources: s1 # why",
        'title_fr: "a" #b', "#kind: strike", "  #region", "tags: [x] ## two", "kind: strike ##", "text: a#b [#c",
        "claims: #later\n    jobs: {10: s1}", "kind: strike #!x", "date_note: '#1'", 'tags: ["#a", \'#b\']',
    ],
)  # fmt: skip
def test_a_comment_is_no_mistake(line: str) -> None:
    reading = read(f"{HEAD}  {line}\n".encode(), "events.yaml")
    assert [one.code for one in reading.problems] == []


def test_of_many_each_is_counted() -> None:
    sources = "".join(f"  s{n}:\n    title: S\n    publisher: #{n}p\n" for n in range(4000))
    reading = read(f"sources:\n{sources}events: []\n".encode(), "events.yaml")
    assert sum(one.times for one in reading.problems if one.code == "cut-by-hash") == 4000
