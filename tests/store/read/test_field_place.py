"""The place of a field is found by the parser; what it can't parse is found where it begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.timeline.model import Timeline
from tui.store.read.field_place import find_field
from tui.store.read.timeline import read


def stands(text: str, *field: str) -> str:
    """What stands at the place of a field of the first event."""
    lines = text.split("\n")
    (event, *_) = read(text.encode(), "x").timeline.events
    found = find_field(lines, event, field)
    assert found.line == found.end_line
    return f"{found.line}: {lines[found.line - 1][found.column - 1 : found.end_column - 1]}"


BLOCK = """\
events:
- id: a
  date: 2025-08-25   # about
  "title": 'A: the # first'
  text: >
    date: 2030
  claims:
    date:
      2025: rtl
    sources: {x: [rtl]}
  sources:
  - rtl
  tags: [a, b] # c
- id: b
  date: 2026
  title: B
  status: planned
sources: {rtl: {title: R}}
"""


@pytest.mark.parametrize(
    ("field", "stood"),
    [
        (("date",), "3: 2025-08-25"),
        (("title",), "4: 'A: the # first'"),
        (("text",), "5: text"),
        (("sources",), "11: sources"),
        (("tags",), "13: [a, b]"),
        (("claims",), "7: claims"),
        (("claims", "date"), "8: date"),
        (("status",), "2: id: a"),
        ((), "2: id: a"),
    ],
)
def test_a_value_or_its_key_or_its_event(field: tuple[str, ...], stood: str) -> None:
    assert stands(BLOCK, *field) == stood


def test_between_brackets_a_comma_ends_a_value() -> None:
    text = "events:\n- {id: a, date: 2025, title: A b c, tags: [x, y], kind: law}\n"
    assert stands(text, "title") == "2: A b c"
    assert stands(text, "tags") == "2: [x, y]"
    assert stands(text, "kind") == "2: law"


def test_a_value_ends_where_it_ends() -> None:
    text = "events:\n- title: 'it''s \\\"x'   # c\n  date: {2024,2025}\n  tags: [a,  # c\n    b]\n  place: Li  # c\n"
    assert stands(text, "title") == "2: 'it''s \\\"x'"
    assert stands(text, "tags") == "4: [a,"
    assert stands(text, "place") == "6: Li"


def test_a_field_is_looked_for_in_its_owner_and_nowhere_else() -> None:
    text = "events:\n- id: a\n  date: 2025\n  title: A\n  claims: {title: {x: [s]}}\n- {id: b, kind: law}\n"
    assert stands(text, "kind") == "2: id: a"
    assert stands(text, "claims", "title") == "5: title"
    assert stands("events:\n- date: 2025\n  claims: {title: {x: [s]}}\n  title: B\n", "title") == "4: B"
    assert stands("events: [{date: 2025, title: A}]\n", "title") == "1: A"


def test_a_source_is_found_by_its_name() -> None:
    text = "sources: {a: {title: A}, b: {title: B, passages: {p: one}}}\nevents: []\n"
    more = "sources:\n  title:\n    passages:\n      p: one\n    title: C\nevents: []\n"
    for whole, name, field, place in (
        (text, "b", ("title",), (1, 37, 1, 38)),
        (text, "b", ("passages", "p"), (1, 54, 1, 57)),
        (more, "title", ("title",), (5, 12, 5, 13)),
        (more, "title", ("passages", "p"), (4, 10, 4, 13)),
    ):
        source = read(whole.encode(), "x").timeline.sources[name]
        assert find_field(whole.split("\n"), source, field) == place


def test_a_dash_may_stand_alone_and_items_may_be_indented() -> None:
    assert stands("events:\n  -\n    id: a\n    date: 2025\n    title: A\n  - id: b\n", "date") == "4: 2025"


def test_a_timeline_stands_at_the_top() -> None:
    assert find_field(["x"], Timeline(None, {}, "en"), ("date",)) == (1, 1, 1, 2)


def test_a_line_of_a_million_blanks_is_looked_at_once() -> None:
    assert stands(f"events:\n- id: a\n  date: 2025\n  title: A{' ' * 900_000}B # c\n", "title").endswith(" B")


@given(st.text(alphabet="ab:-{}[],'\"#>|&* \n\u00e9\u202e", max_size=60), st.sampled_from(["date", "title", "tags"]))
def test_there_is_a_place_in_every_file(rest: str, field: str) -> None:
    text = f"events:\n- date: 2025\n  title: A\n{rest}"
    lines = text.split("\n")
    for event in read(text.encode(), "x").timeline.events:
        found = find_field(lines, event, (field,))
        assert 1 <= found.line <= len(lines)
        assert 1 <= found.column < found.end_column
