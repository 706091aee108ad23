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


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A file of a team: its group may write it, and it is known by two names."""
    path = tmp_path / "events.yaml"
    path.write_bytes(b"old")
    path.chmod(0o660)
    return path


def test_a_file_with_another_hard_link_stays_one_file_with_it(shared: Path, tmp_path: Path) -> None:
    os.link(shared, tmp_path / "second.yaml")
    replace(str(shared), b"old", b"newer than old")
    assert (tmp_path / "second.yaml").read_bytes() == b"newer than old"
    assert shared.stat().st_nlink == 2
    assert sorted(os.listdir(tmp_path)) == ["events.yaml", "second.yaml"]


def test_a_shorter_text_in_place_leaves_nothing_of_the_longer_one(shared: Path, tmp_path: Path) -> None:
    os.link(shared, tmp_path / "second.yaml")
    replace(str(shared), b"old", b"n")
    assert shared.read_bytes() == b"n"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives files away")
def test_owner_and_group_are_kept(shared: Path) -> None:
    os.chown(shared, 1000, 1001)
    replace(str(shared), b"old", b"new")
    status = shared.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1000, 1001, 0o660)


def test_where_the_owner_cannot_be_given_on_the_file_is_written_in_place(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inode = shared.stat().st_ino

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "fchmod", refuse)
    replace(str(shared), b"old", b"new")
    assert (shared.read_bytes(), shared.stat().st_ino) == (b"new", inode)
    assert os.listdir(tmp_path) == ["events.yaml"]


def test_extended_attributes_are_kept(shared: Path) -> None:
    try:
        os.setxattr(shared, "user.origin", b"the archive")
    except (AttributeError, OSError):
        pytest.skip("this disk knows no extended attributes")
    replace(str(shared), b"old", b"new")
    assert os.getxattr(shared, "user.origin") == b"the archive"


def test_a_full_disk_found_while_writing_in_place_leaves_the_old_bytes(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.link(shared, tmp_path / "second.yaml")
    written = os.pwrite

    def full(descriptor: int, data: bytes, at: int) -> int:
        if b"new" in bytes(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return written(descriptor, data, at)

    monkeypatch.setattr(os, "pwrite", full)
    with pytest.raises(NotSaved, match="no space left"):
        replace(str(shared), b"old", b"something new")
    assert shared.read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["events.yaml", "second.yaml"]


def test_a_copy_that_outlived_a_crash_is_said_and_never_written_over(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "events.yaml.jalon-copy").write_bytes(b"what was there")
    with pytest.raises(NotSaved, match=r"an interrupted write left .*events\.yaml\.jalon-copy"):
        replace(str(shared), b"old", b"new")
    assert shared.read_bytes() == b"old"


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.EMLINK])
def test_on_a_disk_without_hard_links_new_files_are_made_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "events.yaml"
    replace(str(path), None, b"new", mode=0o600)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o600)
    with pytest.raises(Changed):
        replace(str(path), None, b"newer")
    assert os.listdir(tmp_path) == ["events.yaml"]


def test_a_temporary_file_that_cannot_be_removed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "unlink", refuse)
    said = replace(str(tmp_path / "events.yaml"), None, b"new")
    assert "could not be removed (permission denied)" in said
    assert (tmp_path / "events.yaml").read_bytes() == b"new"
