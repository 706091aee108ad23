"""One jalon at a time changes a file; the others wait, and what the dead left goes."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tui.store.system import file_lock
from tui.store.system.atomic_write import NotSaved, temporary_prefix
from tui.store.system.file_lock import locked

WRITER = """
import sys
from tui.store.system.atomic_write import replace
from tui.store.system.file_lock import locked
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
for number in range(count):
    with locked(path):
        before = open(path, "rb").read()
        replace(path, before, before + f"{name} {number}\\n".encode())
"""


def test_writers_at_once_wait_for_each_other_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(b"")
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WRITER]
    names = {"a": path, "b": link, "c": path}
    writers = [subprocess.Popen([*command, str(one), name, "25"], env=env) for name, one in names.items()]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert sorted(path.read_text().split("\n")[:-1]) == sorted(f"{name} {n}" for name in "abc" for n in range(25))


def test_what_a_killed_writer_left_goes_with_the_next_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_bytes(b"")
    (tmp_path / f"{temporary_prefix(str(path))}x1y2").write_bytes(b"half")
    (tmp_path / f"{temporary_prefix(str(tmp_path / 'other.yaml'))}x1y2").write_bytes(b"of another file")
    (tmp_path / ".jalonrc").write_bytes(b"a person's own")
    with locked(str(path)):
        names = set(os.listdir(tmp_path))
    assert names >= {".jalonrc", "events.yaml", f"{temporary_prefix(str(tmp_path / 'other.yaml'))}x1y2"}
    assert f"{temporary_prefix(str(path))}x1y2" not in names


def test_a_lock_that_is_held_is_waited_for_and_then_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "PATIENCE", 0.05)
    path = str(tmp_path / "events.yaml")
    with locked(path), pytest.raises(NotSaved, match="another program holds it"), locked(path):
        pass


def test_a_lock_that_the_disk_cannot_give_is_said_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    said = r"cannot be locked \(no locks available\); XDG_STATE_HOME can name"
    with pytest.raises(NotSaved, match=said), locked(str(tmp_path / "events.yaml")):
        pass
