"""Of the problems of a changed text, those that the change brought."""

from __future__ import annotations

import pytest

from tui.core.dates.calendar import parse_day
from tui.core.problems.since import new_problems
from tui.store.read.check import problems
from tui.store.read.timeline import read

OLD = """\
actors: {a: A}
events:
- id: one
  date: 2025-01-01
  title: One
  actors: b
- date: 2025-02-01
  title: Two
- id: three
  date: 2025-13-01
  title: Three
"""
TODAY = parse_day("2025-11-22") or 0


def brought(new: str) -> list[tuple[str, int]]:
    """The codes of what is new in a text, with their lines."""
    sides = [(problems(reading, TODAY), reading.text) for reading in (read(text.encode(), "x") for text in (new, OLD))]
    return [(one.code, one.place.line) for one in new_problems(*sides[0], *sides[1]) if one.severity != "hint"]


@pytest.mark.parametrize(
    ("new", "wanted"),
    [
        (OLD, []),
        ("# a comment\n\n" + OLD, []),
        (OLD.replace("  title: One\n", "  title: Number one\n  place: Mons\n"), []),
        (OLD + "- {id: four, date: 2025-03-01, title: Four, actors: c}\n", [("unknown-actor", 12)]),
        (OLD.replace("2025-02-01", "2025-02-31"), [("bad-date", 7)]),
        (OLD.replace("2025-13-01", "2025-14-01"), [("bad-date", 10)]),
        (OLD.replace("2025-13-01", "2025-12-01"), []),
    ],
)
def test_what_was_wrong_before_is_left_out_wherever_it_stands_now(new: str, wanted: list[tuple[str, int]]) -> None:
    assert brought(new) == wanted
