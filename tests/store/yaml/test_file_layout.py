"""The layout of a file, the same for whoever puts something into it and for whoever tidies it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from tests.store.write.handmade import Handmade, handmade
from tui.store.write.splice import FileRows
from tui.store.yaml.file_layout import LIST, Item, file_layout, mended_layout

LISTS = {
    "- id: a\n  date: 2025\n\n- id: b\n": [(1, 2), (4, 4)],
    "# of a\n- id: a\n  # in a\n  date: 2025\n  # below a\n- id: b\n": [(2, 4), (6, 6)],
    "-\n  # in a\n\n  id: a\n- # b\n  id: b\n": [(1, 4), (5, 6)],
    "- id: a\n  text: |\n    one\n\n    # two\n\n# three\n- id: b\n": [(1, 5), (8, 8)],
    "- id: a\n  text: >-\n    one": [(1, 3)],
    "- id: a\n  text: |+\n    one\n\n\n": [(1, 3)],
    "- {id: a,\n   # in a\n   tags: [x]\n  }   # behind a\n": [(1, 4)],
    "- id: a\n  note:\n\n- id: b\n  ? note\n\n": [(1, 2), (4, 5)],
    "-\n- - x\n-\n  - y\n- 'z\n\n  z'\n": [(1, 1), (2, 2), (3, 4), (5, 7)],
    "- &a\n  id: a\n- *a\n": [(1, 2), (3, 3)],
    "  - id: a\n    tags:\n    - x\n\n    -\nviews:\n": [(1, 5)],
}
"""Lists of events, and the first and the last row of each."""


def events(text: str) -> tuple[Item, ...]:
    """The events of a file, in the order of its lines."""
    return file_layout(text).sections["events"].items


@pytest.mark.parametrize("text", LISTS)
def test_an_event_ends_with_the_last_thing_it_says(text: str) -> None:
    assert [(item.row, item.last) for item in events(f"events:\n{text}")] == LISTS[text]


def test_what_binds_events_to_each_other_is_seen() -> None:
    one, other = events("events:\n- &x\n  id: a\n  tags: &t [*u]\n- id: b\n  date: &d 2025\n  text: |+\n    x\n")
    assert (set(one.texts), one.defined, one.used, one.keeps) == ({"id"}, ("x", "t"), ("u",), False)
    assert (other.texts["date"].text, other.defined, other.used, other.keeps) == ("2025", ("d",), (), True)


def test_a_text_reads_as_what_its_alias_stands_for_and_is_written_as_it_stands() -> None:
    text = "timeline: {title: &t 2025-01}\nevents:\n- date: *t\n- {date: '~2025', id: \"x\\\n  y\"}\n"
    one, other = events(text)
    assert one.texts["date"] == ("2025-01", 2, 8, "*t")
    assert other.texts["date"] == ("~2025", 3, 9, "'~2025'")
    assert other.texts["id"] == ("xy", 3, 22, '"x\\\n  y"')


NONE = ["events: []\n", "events: {a: b}\n", "events: x\n", "event:\n- id: a\n", "- id: a\n", "", "{events: []}\n"]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_list_of_lines_has_none(text: str) -> None:
    section = file_layout(text).sections.get("events")
    assert section is None or section.manner != LIST


def test_a_dash_stands_where_it_is_whatever_is_between_it_and_its_event() -> None:
    texts = {"? events\n: - id: a\n": 2, "events: &x\n  - # - c\n\n    - y\n": 2, "events:\n- - x\n": 0}
    for text, column in texts.items():
        section = file_layout(text).sections["events"]
        assert section.inner == column
        assert text.split("\n")[section.items[0].row][column] == "-"


def test_nothing_is_put_below_the_line_that_ends_a_file() -> None:
    assert [file_layout(f"events: []\n{end}").end for end in ("", "...\n# c\n", "# c\n\n... # c")] == [1, 1, 3]
    assert mended_layout("").end == 0


@settings(max_examples=200)
@given(handmade())
def test_an_event_begins_and_ends_in_the_same_rows_for_everyone(made: Handmade) -> None:
    text = FileRows(made.data).text
    rows = text.split("\n")
    items = mended_layout(text).sections["events"].items
    assert [re.findall(r"\bid: (e\d+\.)", "\n".join(rows[item.row : item.last + 1])) for item in items] == [
        [name] for name in made.events
    ]
    for item in items:
        assert rows[item.row].startswith(f"{made.indent}-")
        assert rows[item.last].strip()
        assert not rows[item.last].lstrip().startswith("#")
