"""Spaces that are none for YAML become plain where it needs them; within a text they stay."""

from __future__ import annotations

import pytest

from tui.store.read.timeline import read
from tui.store.typed.blanks import plain_blanks

KINDS = {
    "no-break": "\u00a0", "narrow": "\u202f", "thin": "\u2009", "figure": "\u2007", "em": "\u2003", "hair": "\u200a",
}  # fmt: skip
ENDED = {
    "after a key": "  kind:_strike",
    "after a key, with a plain one": "  kind:_ strike",
    "before brackets": "  tags:_[a, b]",
    "before brackets, after a plain one": "  tags: _[a, b]",
    "before a quote": '  kind:_"strike"',
    "before a block": "  text:_>-\n    words",
    "after the key of a claim": "  claims:\n    jobs:_{10: s1}",
    "in indentation": "__kind: strike",
    "in some of the indentation": " _kind: strike",
    "after a dash": "  tags:\n  -_a\n  - b",
    "between brackets": "  claims: {jobs:_{10:_s1}}",
    "of an event": "-_id: q\n  date: 2025\n  title: Q",
    "of all of an event": "-_id:_q\n__date:_2025\n__title:_Q",
}
HEAD = "sources:\n  s1: {title: S, seen: 2025}\nevents:\n- id: z\n  date: 2026\n  title: Z\n"


@pytest.mark.parametrize("blank", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("line", ENDED.values(), ids=ENDED)
def test_an_odd_space_is_named_and_what_it_hides_is_read(line: str, blank: str) -> None:
    odd, plain = (f"{HEAD}{line.replace('_', sign)}\n" for sign in (blank, " "))
    found, meant = (read(text.encode(), "events.yaml") for text in (odd, plain))
    assert found.timeline == meant.timeline
    assert meant.problems == ()
    assert {one.code for one in found.problems} <= {"no-break-space", "bad-indentation"}
    assert found.problems
    assert f"U+{ord(blank):04X}" in found.problems[0].message


@pytest.mark.parametrize(
    "line",
    [
        "  text: Il dit\u202f: «\u00a0oui\u00a0»", "  text: il dit\n    que ceci:\u00a0oui",
        "  title_fr: 10\u202f000 €",
        "  text: >-\n    date:\u00a02025\n    \u00a0\u00a0kind: x", "  # date:\u00a02025",
        "  text: il dit,\n    Note:\u202foui",
        '  claims: {jobs: {"dit, ceci:\u00a0oui": s1}}', "  kind: \u00a0strike",
        "  tags: [\u00a0a, b\u00a0]", "  kind: a\u00a0b",
        "  text: 'a,\n    kind\u00a0b'", "  place: «\u00a0Chez Paul\u00a0»",
    ],
)  # fmt: skip
def test_a_space_within_a_text_stays(line: str) -> None:
    text = f"{HEAD}{line}\n"
    assert plain_blanks(text) == (text, [])


def test_where_there_are_many_the_first_is_told() -> None:
    text = "events:\n" + "".join(f"- id:\u00a0a{n}\n  date:\u00a02025\n  title: A\n" for n in range(50))
    reading = read(text.encode(), "events.yaml")
    assert len(reading.timeline.events) == 50
    assert [one.message for one in reading.problems] == [
        "a no-break space (U+00A0) stands where YAML needs a plain one, here and in 99 more lines"
    ]


def test_a_source_whose_braces_an_odd_space_hides_is_read() -> None:
    text = "sources:\n  s1:\u00a0{title: S, seen: 2025}\nevents:\n- {id: a, date: 2025, title: A, sources: s1}\n"
    reading = read(text.encode(), "events.yaml")
    assert [(one.code, one.place) for one in reading.problems] == [("no-break-space", (2, 6, 2, 7))]
    assert reading.timeline.events[0].sources == ("s1",)
