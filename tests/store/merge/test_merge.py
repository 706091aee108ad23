"""Two people edit one file: what both did stands in what comes out, and only what they both changed is for them."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest

from tests.store.merge.edits import Story, edited, story, written
from tui.core.problems.problem import ERROR
from tui.store.merge.lines import comments
from tui.store.merge.merge import NotByEvents, Outcome, merge
from tui.store.merge.parts import parts_of
from tui.store.read.timeline import read

LISTS = ("actors", "tags", "sources")


def outcome(base: Story, ours: Story, theirs: Story) -> Outcome:
    return merge(*(written(one).encode() for one in (base, ours, theirs)))


def by_id(it: Story) -> dict[str, dict[str, Any]]:
    return {event["id"]: event for event in it["events"]}


def clashes(base: Story, ours: Story, theirs: Story) -> set[tuple[str, str]]:
    """The fields that both changed to different things, and the events that one took away and the other changed."""
    was, one, other = map(by_id, (base, ours, theirs))
    found = set()
    for own in {*one, *other}:
        if own in one and own in other:
            before = was.get(own, {})
            for key in {*one[own], *other[own]} - set(LISTS):
                a, b, c = before.get(key), one[own].get(key), other[own].get(key)
                if b not in (a, c) and c != a:
                    found.add((own, key))
        elif own in was:
            left, side = (one[own], ours) if own in one else (other[own], theirs)
            if left != was[own] or side["comments"].get(own) != base["comments"].get(own):
                found.add((own, ""))
    return found


def named(path: tuple[Any, ...]) -> tuple[str, str]:
    """The event and the field of a conflict."""
    return path[1][1], path[2] if len(path) > 2 else ""


def trio(seed: int) -> tuple[Story, Story, Story]:
    random = Random(seed)  # noqa: S311 - a seed that gives the same each time
    base = story(random)
    return base, edited(base, random, "ours"), edited(base, random, "theirs")


@pytest.mark.parametrize("block", range(10))
def test_of_500_pairs_of_edits_nothing_is_lost(block: int) -> None:
    for seed in range(block * 50, block * 50 + 50):
        base, ours, theirs = trio(seed)
        found = outcome(base, ours, theirs)
        told = found.data.decode()
        assert {named(one.path) for one in found.conflicts} == clashes(base, ours, theirs), seed
        was, one, other = map(by_id, (base, ours, theirs))
        gone = {own for own in was if own not in one or own not in other}
        for own in {*one, *other} - gone:
            assert f"- id: {own}\n" in told, (seed, own)
        for side, against in ((ours, theirs), (theirs, ours)):
            for own, said in side["comments"].items():
                replaced = own in base["comments"] and against["comments"].get(own) != base["comments"][own]
                if own not in gone and not (replaced and said == base["comments"][own]):
                    assert f"# {said}\n" in told, (seed, own)
        if not found.conflicts:
            reading = read(found.data, "merged")
            assert not [one for one in reading.problems if one.severity == ERROR], seed
            for event in reading.timeline.events:
                wanted = expected(was.get(event.id), one.get(event.id), other.get(event.id))
                assert set(event.actors) == wanted["actors"], (seed, event.id)
                assert set(event.tags) == wanted["tags"], (seed, event.id)
                assert event.titles["en"] == wanted["title"], (seed, event.id)
                assert event.date.text == wanted["date"], (seed, event.id)


def expected(base: dict[str, Any] | None, ours: dict[str, Any] | None, theirs: dict[str, Any] | None) -> dict[str, Any]:
    sides = [side for side in (ours, theirs) if side is not None]
    if base is None:
        base = {}
    found: dict[str, Any] = {}
    for key in {key for side in sides for key in side}:
        values = [side.get(key) for side in sides]
        if key in LISTS:
            was = set(base.get(key, ()))
            lists = [set(value or ()) for value in values]
            found[key] = was.intersection(*lists).union(*(one - was for one in lists)) if len(lists) == 2 else lists[0]
        else:
            found[key] = next((value for value in values if value != base.get(key)), values[0])
    return found


@pytest.mark.parametrize("block", range(5))
def test_it_does_not_matter_which_side_comes_first(block: int) -> None:
    for seed in range(block * 100, block * 100 + 100):
        base, ours, theirs = trio(seed)
        one, other = outcome(base, ours, theirs), outcome(base, theirs, ours)
        assert {part.path for part in one.conflicts} == {part.path for part in other.conflicts}, seed
        if not one.conflicts:
            assert one.data == other.data, seed


def test_what_one_side_alone_changed_comes_out_to_the_byte() -> None:
    for seed in range(100):
        random = Random(seed)  # noqa: S311 - a seed that gives the same each time
        base = story(random)
        side = written(edited(base, random, "ours"), random).encode()
        assert merge(written(base).encode(), side, written(base).encode()).data == side
        assert merge(written(base).encode(), written(base).encode(), side).data == side
        assert merge(written(base).encode(), side, side).data == side


def test_every_line_that_neither_touched_has_the_same_bytes() -> None:
    for seed in range(200):
        sides = trio(seed)
        told = outcome(*sides).data.decode().splitlines()
        counts = [Counter(written(one).splitlines()) for one in sides]
        for line in (line for line in counts[0] if "title:" in line and [c[line] for c in counts] == [1] * 3):
            assert told.count(line) == 1, (seed, line)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_stay_and_those_of_the_whole_file_follow_who_changed_them(end: str) -> None:
    base, ours, theirs = (written(one).replace("\n", end) for one in trio(7))
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found.data.count(b"\n") == found.data.count(end.encode())
    other = "\r\n" if end == "\n" else "\n"
    turned = merge(base.encode(), ours.replace(end, other).encode(), theirs.encode()).data
    assert turned.count(b"\n") == turned.count(b"\r\n") * (other == "\r\n") or b"\r" not in turned


def test_parts_written_one_after_the_other_are_the_file() -> None:
    for seed in range(50):
        text = written(trio(seed)[1])
        assert parts_of(text).written() == text
        assert comments(text) == comments(parts_of(text).written())


def lines(*fields: str, above: str = "") -> str:
    """A file with one event that has some fields."""
    event = "\n  ".join(("id: e", *fields))
    return f"sources:\n  s: {{title: S}}\n  t: {{title: T}}\n\nevents:\n\n{above}- {event}\n"


DATED = ("date: 2025-05-01", "title: An event", "sources: [s]")

TABLE = [
    # what, base, ours, theirs, what comes out
    ("items of a list", ("tags: [a, b]",), ("tags: [a, b, c]",), ("tags: [b]",), ("tags: [b, c]",)),
    ("one value is a list too", ("actors: a",), ("actors: [a, b]",), ("actors: [a, c]",), ("actors: [a, b, c]",)),
    (
        "a list of lines",
        ("tags:", "- a", "- b"),
        ("tags:", "- a", "- c"),
        ("tags:", "- a", "- b", "- d"),
        ("tags:", "- a", "- c", "- d"),
    ),
    ("quotes say nothing", ("place: Liège",), ("place: 'Liège'",), ("place: Mons",), ("place: Mons",)),
    ("both the same, with other quotes", ("place: Liège",), ("place: 'Mons'",), ("place: Mons",), ("place: 'Mons'",)),
    (
        "a comment in the line",
        ("place: Liège",),
        ("place: Liège  # sure",),
        ("place: Liège", "text: x"),
        ("place: Liège  # sure", "text: x"),
    ),
    (
        "a claim's values",
        ("claims:", "  jobs:", "    12: [s]"),
        ("claims:", "  jobs:", "    12: [s, t]"),
        ("claims:", "  jobs:", "    12: [s]", "    13: [t]"),
        ("claims:", "  jobs:", "    12: [s, t]", "    13: [t]"),
    ),
    (
        "a field that one took away",
        ("place: Liège", "text: x"),
        ("text: x",),
        ("place: Liège", "text: y"),
        ("text: y",),
    ),
]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "wanted"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_fields_are_put_together(base: Any, ours: Any, theirs: Any, wanted: Any) -> None:
    texts = [lines(*DATED, *fields).encode() for fields in (base, ours, theirs)]
    for sides in (texts, [texts[0], texts[2], texts[1]]):
        found = merge(*sides)
        assert found.data.decode() == lines(*DATED, *wanted)
        assert not found.conflicts


CONFLICTS = [
    ("a date", ("date: 2025-05-01",), ("date: 2025-05-02",), ("date: 2025-05-03",)),
    ("a text on lines", ("text: |", "  one", "  two"), ("text: |", "  one", "  2"), ("text: |", "  1", "  two")),
    ("a field that one took away and the other changed", ("place: Liège",), (), ("place: Mons",)),
    ("a field that both came with", (), ("place: Liège",), ("place: Mons",)),
    (
        "another value of a claim",
        ("claims:", "  jobs:", "    12: [s]"),
        ("claims:", "  jobs:", "    13: [s]"),
        ("claims:", "  jobs:", "    14: [s]"),
    ),
]


@pytest.mark.parametrize(("base", "ours", "theirs"), [row[1:] for row in CONFLICTS], ids=[row[0] for row in CONFLICTS])
def test_a_conflict_stands_around_its_field_alone_and_check_names_it(base: Any, ours: Any, theirs: Any) -> None:
    head = ("title: An event", "sources: [s]") if base[:1] == ("date: 2025-05-01",) else DATED
    texts = [lines(*head, *fields).encode() for fields in (base, ours, theirs)]
    found = merge(*texts)
    assert len(found.conflicts) == 1
    told = found.data.decode()
    assert told.startswith(lines(*head)[:-1])
    assert told.count("<<<<<<<") == told.count("=======") == told.count(">>>>>>>") == 1
    inner = told[told.index("<<<<<<<") :]
    for side in (ours, theirs):
        assert all(f"  {line}\n" in inner for line in side if line not in base)
    codes = [one.code for one in read(found.data, "merged").problems if one.severity == ERROR]
    assert codes == ["conflict-marker"]


def test_a_conflict_of_one_line_says_both_values() -> None:
    sides = [lines(f"date: 2025-05-0{n}", "title: An event", "sources: [s]").encode() for n in (1, 2, 3)]
    (problem,) = (one for one in read(merge(*sides).data, "merged").problems if one.severity == ERROR)
    assert problem.message == 'a merge conflict begins here: "date: 2025-05-02" or "date: 2025-05-03"'


def test_as_claims_two_dates_of_one_event_stand_side_by_side_with_who_says_so() -> None:
    base = lines("date: 2025-05-01", "title: An event", "sources: [s]")
    ours = lines("date: 2025-05-02", "title: An event", "sources: [s, t]")
    theirs = lines("date: 2025-05-03", "title: An event", "sources: [s]")
    found = merge(base.encode(), ours.encode(), theirs.encode(), as_claims=True)
    assert not found.conflicts
    (event,) = read(found.data, "merged").timeline.events
    (claim,) = event.claims
    told = {value.text: [one.source for one in value.citations] for value in claim.values}
    assert (claim.name, told) == ("date", {"2025-05-02": ["t"], "2025-05-03": ["s"]})


def test_what_the_other_side_has_come_to_name_stays() -> None:
    base = lines(*DATED)
    ours = base.replace("  t: {title: T}\n", "")
    theirs = base.replace("[s]", "[s, t]")
    found = merge(base.encode(), ours.encode(), theirs.encode()).data.decode()
    assert found == theirs


def test_events_that_both_added_stand_in_order_of_time_and_below_one_heading() -> None:
    base = "events:\n\n- id: a\n  date: 2025-01-01\n  title: A\n\n# summer\n- id: z\n  date: 2025-09-01\n  title: Z\n"
    made = "# summer\n- id: {0}\n  date: {1}\n  title: T\n\n- id: z"
    ours, theirs = (
        base.replace("# summer\n- id: z", made.format(*one))
        for one in (("late", "2025-08-01"), ("early", "2025-07-01"))
    )
    for sides in ((ours, theirs), (theirs, ours)):
        told = merge(base.encode(), *(one.encode() for one in sides)).data.decode()
        assert [line[6:] for line in told.splitlines() if line.startswith("- id")] == ["a", "early", "late", "z"]
        assert told.count("# summer") == 1
        assert told.index("# summer") < told.index("- id: early")


def test_a_file_that_one_indented_anew_is_put_together_all_the_same() -> None:
    base = lines(*DATED, "tags: [a]")
    ours = "".join(
        f"  {line}" if n > 5 and line.strip() else line for n, line in enumerate(base.splitlines(keepends=True))
    )
    theirs = base.replace("tags: [a]", "tags: [a, b]")
    assert merge(base.encode(), ours.encode(), theirs.encode()).data.decode() == ours.replace(
        "tags: [a]", "tags: [a, b]"
    )


@pytest.mark.parametrize("bad", ["events: [", "<<<<<<< HEAD\n=======\n>>>>>>> b\nevents: []\n", "- a list\n", ""])
def test_what_is_no_sound_file_is_left_to_lines(bad: str) -> None:
    good = lines(*DATED).encode()
    with pytest.raises(NotByEvents):
        merge(good, bad.encode(), good)


def test_characters_that_end_lines_elsewhere_are_characters_here() -> None:
    base = lines(*DATED, 'text: "one\u2028two\x85three"', "tags: [a]")
    ours = base.replace("\n  ", "\n    ").replace("- id", "-   id")
    theirs = base.replace("[a]", "[a, b]")
    assert merge(base.encode(), ours.encode(), theirs.encode()).data.decode() == ours.replace("[a]", "[a, b]")
