"""Where each event stands, from its dash to the last thing it says."""

from __future__ import annotations

import pytest

from tui.store.write.event_extents import find_event_list

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


@pytest.mark.parametrize("text", LISTS)
def test_an_event_ends_with_the_last_thing_it_says(text: str) -> None:
    listing = find_event_list(f"events:\n{text}")
    assert listing is not None
    assert [(extent.first, extent.last) for extent in listing.extents] == LISTS[text]


def test_what_binds_events_to_each_other_is_seen() -> None:
    listing = find_event_list(
        "events:\n- &x\n  id: a\n  tags: &t [*u]\n- id: b\n  date: &d [..2025]\n  text: |+\n    x\n"
    )
    assert listing is not None
    one, other = listing.extents
    assert (one.id, one.date, one.defined, one.used, one.keeps) == ("a", None, ("x", "t"), ("u",), False)
    assert (other.id, other.defined, other.used, other.keeps) == ("b", ("d",), (), True)


NONE = ["events: []\n", "{events: []}\n", "events: {a: b}\n", "events: x\n", "event:\n- id: a\n", "- id: a\n", ""]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_list_of_lines_has_none(text: str) -> None:
    assert find_event_list(text) is None
