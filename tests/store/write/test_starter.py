"""A file of one's own begins with an example that is without fault, or with a copy of the shipped timeline."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.conftest import with_shipped_id
from tui.core.dates.calendar import day_number
from tui.core.evidence.verdicts import is_disputed, is_overdue
from tui.store.personal.notebook import NotebookStore
from tui.store.personal.story import Story
from tui.store.read.check import problems
from tui.store.read.timeline import read
from tui.store.system.atomic_write import Changed, NotSaved
from tui.store.write.fmt import tidied
from tui.store.write.starter import LANGUAGES, copy_shipped, new_id, shipped, slug, starter, write_starter


@pytest.mark.parametrize("title", ["", "Un titre : à soi #1"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong_with_the_example_and_it_is_tidy(language: str, title: str) -> None:
    text = starter(language, title)
    reading = read(text.encode(), "events.yaml")
    assert problems(reading, day_number(2026, 11, 22)) == ()
    assert not tidied(text.encode(), "events.yaml").is_changed
    assert reading.timeline.language == language
    assert not title or reading.timeline.titles == {language: title}


def test_no_two_timelines_begin_with_one_id() -> None:
    ids = {read(starter(title=title).encode(), "e").timeline.id for title in ("", "La grève", "La grève")}
    assert len(ids) == 3
    assert sorted(one[:-7] for one in ids if one) == ["la-greve", "la-greve", "story"]
    assert re.fullmatch("a-strike-in-spring-[2-9a-z]{6}", new_id("A strike: in spring, and what followed"))
    assert (slug("!?"), slug("日本")) == ("", "riben")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_shows_what_a_timeline_is_made_of(language: str) -> None:
    timeline = read(starter(language).encode(), "events.yaml").timeline
    assert len(timeline.events) == 3
    assert {event.status for event in timeline.events} == {"reported", "inferred", "planned"}
    assert any(event.date.is_vague for event in timeline.events)
    assert [event.id for event in timeline.events if is_disputed(event)] == ["closing-decided"]
    assert not [event for event in timeline.events if is_overdue(event, day_number(2026, 11, 22))]
    assert timeline.views


@pytest.mark.parametrize(
    ("language", "says", "word"),
    [
        ("en", "Everything in this one is invented", "example"),
        ("fr", "Tout est inventé dans celle-ci", "exemple"),
        ("nl", "Alles in deze is verzonnen", "voorbeeld"),
    ],
)
def test_everything_in_the_example_is_used_and_says_that_it_is_invented(language: str, says: str, word: str) -> None:
    text = starter(language)
    timeline = read(text.encode(), "events.yaml").timeline
    cited = {citation for event in timeline.events for citation in event.cited}
    passages = {(citation.source, citation.passage.name) for citation in cited if citation.passage}
    assert passages == {(one.id, name) for one in timeline.sources.values() for name in one.passages}
    assert {actor for event in timeline.events for actor in event.actors} == set(timeline.actors)
    assert all((source.url or "").startswith("https://example.org/") for source in timeline.sources.values())
    assert says in text
    assert word in timeline.titles[language]


def test_the_shipped_timeline_is_copied_to_the_byte_but_for_its_id(tmp_path: Path) -> None:
    copy_shipped(str(tmp_path / "events.yaml"))
    copied, original = ((path).read_text(encoding="utf-8") for path in (tmp_path / "events.yaml", Path(shipped())))
    assert with_shipped_id(copied) == original
    assert copied != original


def test_what_was_noted_of_the_shipped_timeline_goes_over_to_a_copy_where_that_is_asked(tmp_path: Path) -> None:
    original = Story.of(read(Path(shipped()).read_bytes(), shipped()).timeline, shipped())
    NotebookStore(original).add_note("ikanbi-contract-end", "mine")

    def noted(path: Path) -> list[str]:
        story = Story.of(read(path.read_bytes(), str(path)).timeline, str(path))
        return [note.text for note in NotebookStore(story).look().notes]

    copy_shipped(str(tmp_path / "other.yaml"))
    assert (noted(tmp_path / "other.yaml"), noted(Path(shipped()))) == ([], ["mine"])
    copy_shipped(str(tmp_path / "events.yaml"), with_notes=True)
    assert (noted(tmp_path / "events.yaml"), noted(Path(shipped()))) == (["mine"], [])


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
