"""A file that is followed: each save is told of once it is whole, and nothing else is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.message import Message

from tui.app.session.reloader import Failed, Lost, Reloader, Saved
from tui.core.index.protocol import walk
from tui.core.timeline.model import Event
from tui.store.files.timeline_files import fetch_timeline
from tui.store.read.timeline import Reading, read

EVENTS = "".join(f"- {{id: e{n}, date: {2000 + n}, title: Event {n}}}\n" for n in range(20))
BEFORE = f"events:\n{EVENTS}views: {{}}\n"


class Followed:
    """A file, and what is told of it; time passes as a test says."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.told: list[Message] = []
        self.now = 0.0
        self.reads = 0
        path.write_text(BEFORE)
        self.following = Reloader(str(path), read(BEFORE.encode(), "story.yaml"), 20000, self.read, self.told.append)

    def read(self, data: bytes, name: str) -> Reading:
        self.reads += 1
        return read(data, name)

    def looks(self, seconds: float = 0.2) -> list[str]:
        """Look every twentieth of a second for so long; what is told, in brief."""
        self.told.clear()
        for _ in range(round(seconds / 0.05)):
            self.following.step(self.now)
            self.now += 0.05
        return [self.brief(message) for message in self.told]

    @staticmethod
    def brief(message: Message) -> str:
        if isinstance(message, Saved):
            return f"{len(message.reading.timeline.events)} events"
        return message.reason if isinstance(message, Lost) else type(message).__name__


@pytest.fixture
def followed(tmp_path: Path) -> Followed:
    one = Followed(tmp_path / "story.yaml")
    assert one.looks() == []
    return one


def without(*numbers: int) -> str:
    lines = [line for n, line in enumerate(EVENTS.splitlines(keepends=True)) if n not in numbers]
    return f"events:\n{''.join(lines)}views: {{}}\n"


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def by_rename(path: Path, text: str) -> None:
    beside = path.with_name("beside")
    beside.write_text(text)
    beside.replace(path)


def taken_away(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text)


def test_what_was_read_before_is_not_read_again(followed: Followed) -> None:
    assert followed.looks(2) == []
    os.utime(followed.path, (5, 5))
    assert followed.looks(2) == []
    assert followed.reads == 0


def test_a_file_that_changed_between_its_reading_and_the_first_look_is_told_of(tmp_path: Path) -> None:
    one = Followed(tmp_path / "story.yaml")
    one.path.write_text(without(1))
    assert one.looks(1) == ["19 events"]


@pytest.mark.parametrize("way", [in_place, by_rename, taken_away])
def test_each_way_of_saving_is_told_of_once(followed: Followed, way: Callable[[Path, str], None]) -> None:
    for number in range(5):
        way(followed.path, without(*range(number + 1)))
        assert followed.looks(1) == [f"{19 - number} events"]
    assert followed.reads == 5


def test_another_target_of_a_link_is_a_save(tmp_path: Path) -> None:
    one = Followed(tmp_path / "one")
    (tmp_path / "two").write_text(without(3))
    link = tmp_path / "link"
    link.symlink_to("one")
    one.following.path = str(link)
    assert one.looks() == []
    link.unlink()
    link.symlink_to("two")
    assert one.looks() == ["19 events"]


def test_a_half_written_file_is_not_told_of_though_it_rests_for_a_moment(followed: Followed) -> None:
    whole = without(0)
    for end in range(40, len(whole), 100):
        followed.path.write_text(whole[:end])
        assert followed.looks(0.3) == []
    followed.path.write_text(whole)
    assert followed.looks(0.2) == ["19 events"]


def test_what_is_added_at_the_end_is_told_of_after_a_longer_rest_and_read_once(followed: Followed) -> None:
    followed.path.write_text(BEFORE.replace("views: {}\n", "- {date: 2050, title: New}\n"))
    assert followed.looks(0.3) == []
    assert followed.looks(0.3) == ["21 events"]
    assert followed.reads == 1


def test_a_file_that_is_missing_for_a_moment_is_not_lost(followed: Followed) -> None:
    followed.path.rename(followed.path.with_name("backup"))
    assert followed.looks(0.5) == []
    followed.path.write_text(BEFORE)
    assert followed.looks() == []


def test_a_file_that_is_gone_is_said_to_be_once_and_found_again(followed: Followed) -> None:
    followed.path.unlink()
    assert followed.looks(3) == ["story.yaml: there is no such file any more"]
    followed.path.write_text(BEFORE)
    assert followed.looks(1) == ["Found"]
    followed.path.unlink()
    assert followed.looks(3) == ["story.yaml: there is no such file any more"]
    followed.path.write_text(without(1))
    assert followed.looks(1) == ["19 events"]


def test_what_is_no_text_is_said_with_its_place_and_heals(followed: Followed) -> None:
    followed.path.write_bytes(b"events:\n- {title: \xe9t\xe9}\n")
    (said,) = followed.looks(1)
    assert said.startswith("story.yaml: not text in UTF-8: byte 0xE9 at 2:11")
    followed.path.write_text(BEFORE)
    assert followed.looks(1) == ["Found"]


def test_a_folder_in_its_place_is_said_to_be_one(followed: Followed) -> None:
    followed.path.unlink()
    followed.path.mkdir()
    assert followed.looks(1) == [f"{followed.path}: it is a folder, not a file"]


def test_what_is_asked_for_is_read_at_once(followed: Followed) -> None:
    followed.path.write_text(without(0, 1))
    followed.following.read_at_once()
    assert followed.looks(0.05) == ["18 events"]
    followed.following.read_at_once()
    assert followed.looks(1) == [], "it is what it was"
    followed.following.read_at_once(is_wanted=True)
    assert followed.looks(0.05) == ["18 events"]
    (saved,) = followed.told
    assert isinstance(saved, Saved)
    assert saved.is_wanted


def test_a_bug_in_the_thread_is_told_of(tmp_path: Path) -> None:
    def broken(_data: bytes, _name: str) -> Reading:
        raise RuntimeError

    path = tmp_path / "story.yaml"
    path.write_text(BEFORE)
    told: list[Message] = []
    following = Reloader(str(path), read(b"", "story.yaml"), 20000, broken, told.append)
    following.read_at_once()
    following.run()
    (failed,) = told
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, RuntimeError)


def test_the_thread_ends_when_it_is_told_to(followed: Followed) -> None:
    followed.following.start()
    followed.following.stop()
    followed.following.join(20)
    assert not followed.following.is_alive()


def folder_of(path: Path) -> Path:
    """A folder with two files of events."""
    path.mkdir()
    (path / "a.yaml").write_text("timeline: {title: T}\nevents:\n- {id: a, date: 2001, title: A}\n")
    (path / "b.yaml").write_text("date: 2002\ntitle: B\n")
    return path


class FollowedFolder(Followed):
    """A folder of files, followed in the same way."""

    def __init__(self, path: Path) -> None:
        self.path, self.told, self.now, self.reads = path, [], 0.0, 0
        before = read(fetch_timeline(str(path)), "story")
        self.following = Reloader(str(path), before, 20000, self.read, self.told.append)


def told_of(followed: Followed) -> Saved:
    """The one save that was told of."""
    followed.looks(1.0)
    (saved,) = followed.told
    assert isinstance(saved, Saved)
    return saved


def test_of_a_folder_every_file_is_followed_and_new_ones_too(tmp_path: Path) -> None:
    followed = FollowedFolder(folder_of(tmp_path / "story"))
    assert followed.looks(1.0) == []
    (followed.path / "b.yaml").write_text("date: 2003\ntitle: B\n")
    assert [one.date.text for one in told_of(followed).reading.timeline.events] == ["2001", "2003"]
    (followed.path / "c.yaml").write_text("date: 2004\ntitle: C\n")
    assert [one.id for one in told_of(followed).reading.timeline.events] == ["a", "b", "c"]
    (followed.path / "c.yaml").unlink()
    assert [one.id for one in told_of(followed).reading.timeline.events] == ["a", "b"]


def test_of_a_broken_file_the_last_good_part_is_shown_with_what_is_new_elsewhere(tmp_path: Path) -> None:
    followed = FollowedFolder(folder_of(tmp_path / "story"))
    followed.looks(1.0)
    (followed.path / "b.yaml").write_text("date: 2005\ntitle: [B\n")
    (followed.path / "a.yaml").write_text("timeline: {title: T}\nevents:\n- {id: a, date: 1999, title: A}\n")
    saved = told_of(followed)
    assert saved.kept == (str(followed.path / "b.yaml"),)
    assert [one.date.text for one in shown(saved)] == ["1999", "2002"]
    assert any(one.severity == "error" for one in saved.reading.problems)
    (followed.path / "b.yaml").write_text("date: 2005\ntitle: B\n")
    saved = told_of(followed)
    assert (saved.kept, [one.date.text for one in shown(saved)]) == ((), ["1999", "2005"])


def shown(saved: Saved) -> list[Event]:
    """The events that are shown after a save."""
    return [one.event for one in walk(saved.engine.select())]
