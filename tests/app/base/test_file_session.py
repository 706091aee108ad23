"""A file that is edited while it is shown, without a terminal."""

from __future__ import annotations

from tests.app.conftest import STORY
from tui.app.base.file_session import FileSession
from tui.store.read.timeline import Reading, read

FAULTY = STORY.replace("date: 2025-12-31", "date: 2025-13-31")


def reading(text: str) -> Reading:
    return read(text.encode(), "events.yaml")


def test_a_sound_save_is_shown_and_nothing_is_said() -> None:
    file = FileSession(reading(STORY), "events.yaml")
    assert file.take(reading(STORY + "- {id: more, date: 2031, title: More}\n"), is_wanted=False, name="it") == ""
    assert file.state.events == 7
    assert file.trouble("it", again="R", all_of_them="p") == ""


def test_a_save_that_lacks_events_says_so() -> None:
    file = FileSession(reading(STORY))
    shorter = STORY[: STORY.index("- id: targets")]
    assert file.take(reading(shorter), is_wanted=False, name="it") == "it: 1 event fewer than before"


def test_a_faulty_save_is_shown_only_when_it_is_wanted() -> None:
    file = FileSession(reading(STORY))
    assert file.take(reading(FAULTY), is_wanted=False, name="it") is None
    assert file.keeps_older
    assert "the last good save is shown" in file.trouble("it", again="R", all_of_them="p")
    assert file.take(reading(FAULTY), is_wanted=True, name="it") is not None
    assert not file.keeps_older
    told = file.trouble("it", again="R", all_of_them="p")
    assert told.startswith("it: 1 error; ")
    assert "last good" not in told


def test_a_file_that_is_lost_is_said_until_it_is_saved() -> None:
    file = FileSession(reading(STORY))
    file.lost = "events.yaml is gone"
    assert file.trouble("it", again="R", all_of_them="p") == "events.yaml is gone; what is shown was read before"
    file.take(reading(STORY), is_wanted=False, name="it")
    assert file.lost == ""


def test_an_event_is_found_in_the_last_save_even_if_that_is_not_shown() -> None:
    file = FileSession(reading(STORY))
    event = file.saved.timeline.events[-1]
    file.take(reading("# a line\n" + FAULTY), is_wanted=False, name="it")
    assert file.line_of(event) == event.line + 1
    assert file.line_of(event._replace(id="gone")) == event.line


def test_a_copy_of_the_file_is_followed_from_then_on() -> None:
    file = FileSession(reading(STORY), "shipped.yaml")
    file.move_to("events.yaml")
    assert (file.path, file.saved.name) == ("events.yaml", "events.yaml")
