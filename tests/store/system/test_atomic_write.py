"""A file is replaced whole or not at all, and never over what somebody else wrote."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.store.system.atomic_write import Changed, NotSaved, replace


def test_a_file_is_replaced_with_its_permissions_kept(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(b"old\r\n")
    path.chmod(0o640)
    replace(str(path), b"old\r\n", b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["events.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    real, link = tmp_path / "kept" / "events.yaml", tmp_path / "events.yaml"
    real.write_bytes(b"old")
    link.symlink_to(real)
    replace(str(link), b"old", b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_file_that_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(b"somebody else's")
    with pytest.raises(Changed, match="has changed since it was read"):
        replace(str(path), b"old", b"new")
    assert path.read_bytes() == b"somebody else's"
    assert os.listdir(tmp_path) == ["events.yaml"]


def test_a_new_file_never_takes_the_place_of_one_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    replace(str(path), None, b"new")
    assert path.read_bytes() == b"new"
    with pytest.raises(Changed):
        replace(str(path), None, b"newer")
    assert path.read_bytes() == b"new"


def test_a_file_that_vanished_is_not_brought_back_unseen(tmp_path: Path) -> None:
    with pytest.raises(Changed):
        replace(str(tmp_path / "events.yaml"), b"old", b"new")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("failing", ["fsync", "fchmod", "rename"])
def test_whatever_step_fails_the_old_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    broken: Callable[..., None] = fail
    monkeypatch.setattr(os, failing, broken)
    with pytest.raises(NotSaved, match="no space left on device"):
        replace(str(path), b"old", b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["events.yaml"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="no such file or directory"):
        replace(str(tmp_path / "none" / "events.yaml"), None, b"new")
