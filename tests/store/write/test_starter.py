"""A file of one's own begins with an example that is without fault, or with a copy of the shipped timeline."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.core.dates.calendar import day_number
from tui.core.evidence.verdicts import is_disputed, is_overdue
from tui.store.read.timeline import read
from tui.store.system.atomic_write import Changed, NotSaved
from tui.store.write.fmt import tidied
from tui.store.write.starter import STARTER, copy_shipped, shipped, write_starter


def test_nothing_is_wrong_with_the_example_and_it_is_tidy() -> None:
    reading = read(STARTER.encode(), "events.yaml")
    assert reading.problems == ()
    assert not tidied(STARTER.encode(), "events.yaml").is_changed


def test_the_example_shows_what_a_timeline_is_made_of() -> None:
    timeline = read(STARTER.encode(), "events.yaml").timeline
    assert len(timeline.events) == 3
    assert {event.status for event in timeline.events} == {"reported", "inferred", "planned"}
    assert any(event.date.is_vague for event in timeline.events)
    assert [event.id for event in timeline.events if is_disputed(event)] == ["closing-decided"]
    assert not [event for event in timeline.events if is_overdue(event, day_number(2026, 11, 22))]
    assert timeline.views


def test_everything_in_the_example_is_used_and_says_that_it_is_invented() -> None:
    timeline = read(STARTER.encode(), "events.yaml").timeline
    cited = {citation for event in timeline.events for citation in event.cited}
    passages = {(citation.source, citation.passage.name) for citation in cited if citation.passage}
    assert passages == {(one.id, name) for one in timeline.sources.values() for name in one.passages}
    assert {actor for event in timeline.events for actor in event.actors} == set(timeline.actors)
    assert all((source.url or "").startswith("https://example.org/") for source in timeline.sources.values())
    assert "Everything in this one is invented" in STARTER
    assert "example" in timeline.titles["en"]


def test_the_shipped_timeline_is_copied_to_the_byte(tmp_path: Path) -> None:
    copy_shipped(str(tmp_path / "events.yaml"))
    assert (tmp_path / "events.yaml").read_bytes() == Path(shipped()).read_bytes()


@pytest.mark.parametrize("begin", [copy_shipped, write_starter])
def test_what_is_there_is_never_written_over(tmp_path: Path, begin: object) -> None:
    assert callable(begin)
    path = tmp_path / "events.yaml"
    path.write_bytes(b"mine")
    with pytest.raises(Changed):
        begin(str(path))
    assert path.read_bytes() == b"mine"
    with pytest.raises(NotSaved, match="no such file or directory"):
        begin(str(tmp_path / "none" / "events.yaml"))
    assert os.listdir(tmp_path) == ["events.yaml"]
