"""When a save may be read: after it has rested, however it was made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.system.watch import GONE, MISSED, READ, REST, WAIT, FileStat, Watch, ends_alike, stat_file

ONE, OTHER = FileStat(10, 1, 7, 1), FileStat(20, 2, 7, 1)


def answers(watch: Watch, *looks: tuple[float, FileStat | None]) -> list[str]:
    return [watch.see(seen, now) for now, seen in looks]


def test_what_was_not_read_is_read_once_it_rests() -> None:
    watch = Watch()
    assert answers(watch, (0.0, ONE), (0.02, ONE), (0.06, ONE)) == [WAIT, WAIT, READ]


def test_what_is_known_is_left_alone_until_it_changes() -> None:
    watch = Watch()
    watch.know(ONE)
    assert answers(watch, (0.0, ONE), (9.0, ONE), (9.1, OTHER), (9.2, OTHER)) == [WAIT, WAIT, WAIT, READ]


@pytest.mark.parametrize("changed", [ONE._replace(size=11), ONE._replace(mtime_ns=2), ONE._replace(inode=8)])
def test_size_time_and_inode_each_tell_of_a_save(changed: FileStat) -> None:
    watch = Watch()
    watch.know(ONE)
    assert answers(watch, (0.0, changed), (0.1, changed)) == [WAIT, READ]


def test_a_file_that_goes_on_growing_is_not_read() -> None:
    watch = Watch()
    grows = [(n * 0.04, FileStat(n, n, 7, 1)) for n in range(50)]
    assert set(answers(watch, *grows)) == {WAIT}


def test_a_file_that_is_missing_for_a_moment_is_not_gone() -> None:
    watch = Watch()
    watch.know(ONE)
    assert answers(watch, (0.0, None), (0.5, None), (0.6, OTHER), (0.7, OTHER)) == [WAIT, WAIT, WAIT, READ]


def test_a_file_that_stays_missing_is_said_to_be_gone_once_and_read_when_it_is_back() -> None:
    watch = Watch()
    watch.know(ONE)
    assert answers(watch, (0.0, None), (MISSED, None)) == [WAIT, GONE]
    watch.know(None)
    assert answers(watch, (2.0, None), (3.0, ONE), (3.1, ONE)) == [WAIT, WAIT, READ]


@given(st.lists(st.tuples(st.floats(0.001, 0.2), st.sampled_from([None, ONE, OTHER])), max_size=40))
def test_nothing_is_read_that_has_not_rested(steps: list[tuple[float, FileStat | None]]) -> None:
    watch, now, since, before = Watch(), 0.0, 0.0, None
    for pause, seen in steps:
        now += pause
        if seen != before:
            before, since = seen, now
        if watch.see(seen, now) == READ:
            assert seen is not None
            assert now - since >= REST


def test_a_look_follows_links_so_that_another_target_is_another_look(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).write_text("same")
        os.utime(tmp_path / name, (5, 5))
    link = tmp_path / "link"
    link.symlink_to("one")
    first = stat_file(str(link))
    link.unlink()
    link.symlink_to("two")
    assert first == stat_file(str(tmp_path / "one")) != stat_file(str(link))


@pytest.mark.parametrize("name", ["none", "none/below", "a\0b"])
def test_what_is_not_there_is_no_look(tmp_path: Path, name: str) -> None:
    assert stat_file(f"{tmp_path}/{name}") is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (b"a: 1\n" * 99, b"b: 2\n" + b"a: 1\n" * 98, True),
        (b"a: 1\n" * 99, b"a: 1\n" * 98 + b"a: 2\n", False),
        (b"", b"", False),
        (b"short", b"short", True),
        (b"short", b"shor", False),
    ],
)
def test_a_file_whose_end_is_as_it_was_is_whole(one: bytes, other: bytes, alike: bool) -> None:
    assert ends_alike(one, other) is alike


def test_another_content_of_the_same_size_and_time_is_seen_by_when_it_changed() -> None:
    before, after = FileStat(10, 1, 7, 1, ctime_ns=5), FileStat(10, 1, 7, 1, ctime_ns=6)
    watch = Watch()
    watch.know(before)
    assert watch.see(after, 0.0) == WAIT
    assert watch.see(after, 1.0) == READ
