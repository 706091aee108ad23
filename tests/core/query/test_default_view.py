"""The view that a file opens with."""

from __future__ import annotations

import pytest

from tests.core.timelines import event, timeline
from tui.core.query.default_view import default_query, is_default, or_default
from tui.core.query.names import Names
from tui.core.query.parser import parse_query
from tui.core.query.tree import Query
from tui.core.timeline.model import SavedView

STORY = [event("2025", "A", tags=("context",)), event("2026", "B", kind="law")]


def names(view: str | None, *, query: str = "-tag:context") -> Names:
    return Names(timeline(STORY, view=view, views=(SavedView("all", "kind:law"), SavedView("story", query))))


def test_it_is_that_of_its_name() -> None:
    assert str(default_query(names("story"))) == "-tag:context"
    assert default_query(names(None)) == Query()
    assert default_query(names("other")) == Query()
    assert default_query(names("story", query="kind:")) == Query()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", "-tag:context"),
        ("as-of:2025-08-26", "-tag:context as-of:2025-08-26"),
        ("kind:law", "kind:law"),
        ("kind:law as-of:2025-08-26", "kind:law as-of:2025-08-26"),
    ],
)
def test_what_is_asked_for_takes_its_place_but_not_a_day_alone(asked: str, found: str) -> None:
    known = names("story")
    query = or_default(parse_query(asked, known) if asked else Query(), known)
    assert str(query) == found
    assert is_default(query, known) == ("context" in found)
    assert not is_default(query, names(None))
