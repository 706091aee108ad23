"""What is said where no event is: why, and what would help."""

from __future__ import annotations

import pytest

from tests.core.timelines import answers, event, steering, text_of
from tests.drawing.pens import PEN
from tui.core.query.tree import Term, Text
from tui.core.timeline.model import Event
from tui.drawing.spans.empty import in_place_of_events, nothing_matches, within
from tui.drawing.spans.glyphs import ASCII

EVENTS = [
    event("2025-01-01", "A", actors=("ikanbi",), countries=("BE",)),
    event("2025-02-01", "B", actors=("ikanbi",), countries=("BE", "MA")),
    event("2025-03-01", "C", countries=("FR",)),
]
IKANBI, FRANCE = Term("actor", ("ikanbi",)), Term("country", ("FR",))


def said(events: list[Event], *terms: Term | Text, name: str = "events.yaml") -> list[str]:
    lines = in_place_of_events(answers(events, *terms), PEN, clear="x", undo="u", name=name)
    assert not any(map(steering, lines))
    return [text_of(line) for line in lines]


def test_what_nothing_matches_and_what_each_field_keeps_away() -> None:
    assert said(EVENTS, IKANBI, FRANCE) == [
        "Nothing matches actor:ikanbi country:FR.",
        "Without actor: 1 · without country: 2 · x clears, u undoes",
    ]


def test_one_field_alone() -> None:
    assert said(EVENTS, Term("country", ("DE",))) == [
        "Nothing matches country:DE.",
        "Without country: 3 · x clears, u undoes",
    ]


def test_an_endless_query_is_not_printed_back_whole() -> None:
    long, *_ = said(EVENTS, *(Term("country", (f"{'x' * 50}{n}",)) for n in range(1000)))
    assert (len(long) < 230, long.endswith("….")) == (True, True)
    words = said(EVENTS, *(Text(f"w{n}" * 500) for n in range(100)))
    assert all(len(line) < 3000 for line in words)
    assert " · … · x clears" in words[1]
    assert nothing_matches(answers(EVENTS, Text("y" * 5000)), cut=ASCII.cut)[0].endswith("y....")


def test_in_ascii() -> None:
    empty = answers(EVENTS, IKANBI, FRANCE)
    assert nothing_matches(empty, ASCII.separator)[1] == "Without actor: 1 - without country: 2"


def test_a_file_without_events_says_how_to_begin() -> None:
    assert said([], name="new.yaml") == [
        "No events in new.yaml yet.",
        "",
        "Each needs a date and a title:",
        "events:",
        "- date: 2025-12-31 ",
        "  title: what ended",
    ]


def test_what_is_shown_needs_no_excuse() -> None:
    assert said(EVENTS) == []
    assert said(EVENTS, IKANBI) == []


def test_a_hostile_name_is_shown_and_not_obeyed() -> None:
    assert said([], name="\x1b[2J\u202efile.yaml")[0] == "No events in ␛[2J<U+202E>file.yaml yet."
    assert said(EVENTS, Term("actor", ("\x1b]52;",)))[0] == 'Nothing matches actor:"␛]52;".'


@pytest.mark.parametrize("width", [1, 7, 12, 24, 38, 80, 200])
def test_on_a_narrow_screen_it_is_broken_at_its_blanks_and_says_the_same(width: int) -> None:
    actor, country = Term("actor", ("ikanbi",)), Term("country", ("FR",))
    asked = answers([event("2025", "A", actors=("ikanbi",))], actor, country)
    lines = in_place_of_events(asked, PEN, clear="x", undo="u", name="events.yaml")
    broken = ["".join(span.text for span in line) for line in within(lines, width, len)]
    assert all(len(line) <= width and line.strip() for line in broken)
    if width >= 24:
        assert " ".join(" ".join(broken).split()) == " ".join("".join(span.text for span in line) for line in lines)
