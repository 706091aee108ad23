"""How a file is laid out, for whoever puts something into it and for whoever tidies it: they must not disagree."""

from __future__ import annotations

from hypothesis import given, settings

from tests.store.write.handmade import Handmade, handmade
from tui.store.write.event_extents import find_event_list
from tui.store.write.file_layout import read_sections
from tui.store.write.splice import FileRows
from tui.store.yaml.decode import only_our_lines


@settings(max_examples=200)
@given(handmade())
def test_an_event_begins_and_ends_in_the_same_rows_for_both(made: Handmade) -> None:
    text = FileRows(made.data).text
    listing = find_event_list(only_our_lines(text))
    assert listing is not None
    items = read_sections(text).sections["events"].items
    assert [(item.row, item.last) for item in items] == [(one.first, one.last) for one in listing.extents]
