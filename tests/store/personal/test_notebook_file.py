"""The notebook's file outlives damage, a full or locked disk, other writers, and time."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from bench.notebook import Notebook, crowded, killed, leftovers, together
from tests.conftest import ROOT
from tui.core.notebook import VERSION, Tables
from tui.store.personal import notebook_file, notebook_json
from tui.store.personal.notebook import NotebookStore
from tui.store.system import environment
from tui.store.system.atomic_write import NotSaved

GOOD = notebook_json.written(
    {
        "about": {"1": {"version": 1}},
        "notes": {
            "1": {"id": "k7mn", "timeline": "story", "event": "end", "text": "née à Liège",
                  "created": "2026-11-25T10:00:00+01:00", "changed": "2026-11-25T10:00:00+01:00"},
        },
    }
)  # fmt: skip


@pytest.fixture
def keeper() -> NotebookStore:
    return NotebookStore("story")


@pytest.fixture
def path() -> Path:
    return Path(environment.notebook_file())


def test_a_new_notebook_is_for_its_owner_alone(keeper: NotebookStore, path: Path) -> None:
    keeper.add_note("end", "mine")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(Path(environment.notebook_lock()).parent.stat().st_mode) == 0o700
    assert sorted(os.listdir(path.parent)) == ["notebook.json", "notebook.last.json"]
    assert path.read_bytes() == Path(environment.notebook_copy()).read_bytes()


def test_a_link_stays_a_link_and_a_mode_a_mode(keeper: NotebookStore, path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "synced" / "notes.json"
    kept.parent.mkdir()
    kept.write_bytes(GOOD)
    kept.chmod(0o640)
    path.parent.mkdir(parents=True)
    path.symlink_to(kept)
    keeper.star("end")
    assert path.is_symlink()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert b"stars" in kept.read_bytes()


DAMAGE: dict[str, bytes] = {
    "empty": b"",
    "a block of zeros": b"\0" * 512,
    "half of it": GOOD[: len(GOOD) // 2],
    "a byte order mark": b"\xef\xbb\xbf" + GOOD,
    "Latin-1": GOOD.decode().encode("latin-1"),
    "a list": b"[]",
    "names for numbers": b'{"notes": {"one": {}}}',
    "a wrong shape": b'{"notes": {"1": {"id": 7}}}',
    "too deep": b"[" * 100_000,
    "two of them": GOOD + GOOD,
    "an endless number": b'{"about": {"1": {"version": ' + b"9" * 5000 + b"}}}",
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_notebook_is_moved_aside_and_its_good_copy_offered(
    keeper: NotebookStore, path: Path, kind: str
) -> None:
    note = keeper.add_note("end", "what must not be lost")
    keeper.look()
    path.write_bytes(DAMAGE[kind])
    assert keeper.look().notes == ()
    trouble = keeper.take_trouble()
    aside = next(path.parent.glob("notebook.damaged-*.json"))
    assert f"is damaged ({_reason(kind)}), and kept as {aside.name}; its last good copy has 1 note" in trouble
    assert aside.read_bytes() == DAMAGE[kind]
    assert keeper.take_trouble() == "", "it is said once"
    later = keeper.add_note("end", "written after it")
    assert aside.read_bytes() == DAMAGE[kind]
    good = keeper.offered()
    assert good is not None
    assert keeper.file.take_up(good) == 1
    assert {one.id for one in keeper.look().notes} == {note.id, later.id}
    assert keeper.offered() is None


def _reason(kind: str) -> str:
    with pytest.raises(notebook_json.Damaged) as caught:
        notebook_json.read(DAMAGE[kind])
    return str(caught.value)


def test_damage_that_only_a_change_finds_is_moved_aside_too(keeper: NotebookStore, path: Path) -> None:
    keeper.add_note("end", "before")
    path.write_bytes(b"[]")
    assert keeper.star("end")
    assert "is damaged" in keeper.take_trouble()
    good = keeper.offered()
    assert good is not None
    keeper.file.take_up(good)
    assert ([note.text for note in keeper.look().notes], list(keeper.look().stars)) == (["before"], ["end"])


def test_a_damaged_notebook_that_cannot_be_moved_is_neither_read_nor_written(
    keeper: NotebookStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.add_note("end", "before")
    path.write_bytes(b"[]")

    def fail(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    broken: Callable[..., None] = fail
    monkeypatch.setattr(os, "rename", broken)
    why = "it is damaged (it holds no tables), and cannot be moved aside (read-only file system)"
    assert keeper.look().notes == ()
    assert keeper.take_trouble() == f"{path} cannot be read: {why}"
    with pytest.raises(NotSaved, match="cannot be moved aside"):
        keeper.star("end")
    assert path.read_bytes() == b"[]"


def test_a_good_copy_that_is_declined_stays_under_another_name(keeper: NotebookStore, path: Path) -> None:
    keeper.add_note("end", "before")
    path.write_bytes(b"")
    keeper.look()
    good = keeper.offered()
    assert good is not None
    declined = keeper.file.decline(good)
    assert keeper.offered() is None
    assert b"before" in Path(declined).read_bytes()


def test_damage_twice_in_a_second_overwrites_nothing(
    keeper: NotebookStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "now", lambda: "2026-11-25T10:00:00+01:00")
    for content in (b"[1]", b"[2]", b"[3]"):
        keeper.add_note("end", "a note")
        path.write_bytes(content)
        keeper.look()
    assert {one.read_bytes() for one in path.parent.glob("notebook.damaged-*")} == {b"[1]", b"[2]", b"[3]"}
    assert len(list(path.parent.glob("notebook.good-*"))) == 3


def test_a_notebook_that_is_gone_is_said_and_its_copy_offered(keeper: NotebookStore, path: Path) -> None:
    note = keeper.add_note("end", "before")
    keeper.look()
    path.unlink()
    assert keeper.look().notes == ()
    assert keeper.take_trouble() == f"{path} is gone; its last good copy has 1 note"
    good = keeper.offered()
    assert good is not None
    keeper.file.take_up(good)
    assert keeper.look().notes == (note,)


def test_of_a_notebook_that_is_gone_with_all_its_folder_what_was_seen_is_kept(
    keeper: NotebookStore, path: Path
) -> None:
    note = keeper.add_note("end", "before")
    keeper.look()
    shutil.rmtree(path.parent)
    assert keeper.look().notes == ()
    assert keeper.take_trouble() == f"{path} is gone, and its copy too; its last good copy has 1 note"
    assert keeper.star("ban")
    assert keeper.take_trouble() == "", "it is said once"
    good = keeper.offered()
    assert good is not None
    keeper.file.take_up(good)
    assert (keeper.look().notes, list(keeper.look().stars)) == ((note,), ["ban"])


def test_a_change_that_finds_all_gone_keeps_what_was_seen_too(keeper: NotebookStore, path: Path) -> None:
    keeper.add_note("end", "before")
    keeper.look()
    shutil.rmtree(path.parent)
    keeper.star("ban")
    assert str(keeper.offered()) == "1 note"


def test_a_notebook_that_was_replaced_is_read_and_written_as_it_is_now(keeper: NotebookStore, path: Path) -> None:
    keeper.add_note("end", "before")
    keeper.look()
    other = path.with_name("restored")
    other.write_bytes(GOOD)
    other.rename(path)
    assert [note.id for note in keeper.look().notes] == ["k7mn"]
    keeper.star("end")
    assert [note.text for note in keeper.look().notes] == ["née à Liège"]


def test_what_one_jalon_writes_another_sees(keeper: NotebookStore) -> None:
    other = NotebookStore("story")
    assert not keeper.has_changed() or keeper.look().notes == ()
    keeper.look()
    note = other.add_note("end", "from elsewhere")
    assert keeper.has_changed()
    assert keeper.look().notes == (note,)
    assert not keeper.has_changed()


def test_a_program_that_knows_no_lock_loses_nothing(
    keeper: NotebookStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.star("end")
    real = notebook_json.written
    came: list[bool] = []

    def written(tables: Tables) -> bytes:
        if not came:  # between our reading and our writing
            came.append(True)
            path.write_bytes(GOOD)
        return real(tables)

    monkeypatch.setattr(notebook_json, "written", written)
    keeper.star("ban")
    assert [note.id for note in keeper.look().notes] == ["k7mn"]
    assert list(keeper.look().stars) == ["ban"]


@pytest.mark.parametrize("failing", ["fsync", "rename", "fchmod"])
def test_a_full_disk_is_said_and_what_was_there_stays(
    keeper: NotebookStore, path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    note = keeper.add_note("end", "before")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    broken: Callable[..., None] = fail
    with monkeypatch.context() as patch:
        patch.setattr(os, failing, broken)
        with pytest.raises(NotSaved, match=r"notebook.json is not saved: no space left on device"):
            keeper.add_note("end", "too much")
    assert keeper.look().notes == (note,)
    assert sorted(os.listdir(path.parent)) == ["notebook.json", "notebook.last.json"]


def test_a_notebook_that_may_only_be_read_is_read(keeper: NotebookStore, monkeypatch: pytest.MonkeyPatch) -> None:
    note = keeper.add_note("end", "before")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(NotSaved, match="it may only be read"):
        keeper.star("end")
    assert keeper.look().notes == (note,)


def test_a_folder_that_may_only_be_read_is_said(keeper: NotebookStore, tmp_path: Path) -> None:
    places_folder = Path(environment.data_folder())
    places_folder.parent.mkdir(parents=True)
    places_folder.write_text("a file where the folder should be")
    with pytest.raises(NotSaved, match=r"is not saved: (file exists|not a directory)"):
        keeper.star("end")


def test_a_lock_that_cannot_be_had_is_said(keeper: NotebookStore, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper.star("end")
    monkeypatch.setattr(notebook_file, "PATIENCE", 0.05)
    with FileLock(environment.notebook_lock()), pytest.raises(NotSaved, match="another program holds it"):
        keeper.star("ban")
    assert list(keeper.look().stars) == ["end"]
    Path(environment.notebook_lock()).unlink(missing_ok=True)
    Path(environment.notebook_lock()).mkdir()
    with pytest.raises(NotSaved, match=r"notebook\.lock cannot be locked \("):
        keeper.star("ban")


def test_a_notebook_of_a_later_jalon_is_left_alone(keeper: NotebookStore, path: Path) -> None:
    path.parent.mkdir(parents=True)
    newer = json.dumps({"about": {"1": {"version": VERSION + 1}}, "notes": {}}).encode()
    path.write_bytes(newer)
    assert keeper.look().notes == ()
    why = "a later jalon wrote it (version 2 of its form, and this one knows 1)"
    assert keeper.take_trouble() == f"{path} is left alone: {why}"
    with pytest.raises(NotSaved, match="a later jalon wrote it"):
        keeper.star("end")
    assert path.read_bytes() == newer
    assert os.listdir(path.parent) == ["notebook.json"]


def test_an_older_notebook_is_brought_up_to_date_and_kept_as_it_was(keeper: NotebookStore, path: Path) -> None:
    path.parent.mkdir(parents=True)
    older = json.dumps({"notes": json.loads(GOOD)["notes"]}).encode()
    path.write_bytes(older)
    assert [note.id for note in keeper.look().notes] == ["k7mn"]
    assert path.read_bytes() == older, "looking writes nothing"
    keeper.star("end")
    assert json.loads(path.read_bytes())["about"] == {"1": {"version": VERSION}}
    assert [one.read_bytes() for one in path.parent.glob("notebook.version-0-*.json")] == [older]


def test_what_was_kept_under_a_name_in_another_form_is_found_under_the_one_that_is_read() -> None:
    tables = {
        "notes": {
            "1": {
                "id": "a", "timeline": "re\u0301cit", "event": "gre\u0300ve", "text": "e\u0301",
                "created": "", "changed": "",
            }
        },
        "stars": {"1": {"timeline": "/re\u0301cit.yaml", "event": "gre\u0300ve", "when": ""}},
    }  # fmt: skip
    read = notebook_json.read(notebook_json.written(tables)).tables
    assert read["notes"]["1"] | {"id": ""} == {
        "id": "", "timeline": "récit", "event": "grève", "text": "e\u0301", "created": "", "changed": "",
    }  # fmt: skip
    assert read["stars"]["1"] == {"timeline": "/re\u0301cit.yaml", "event": "grève", "when": ""}


def test_what_is_written_is_what_is_read_also_a_lone_surrogate() -> None:
    tables = {"stars": {"1": {"timeline": "s", "event": "\ud800 \u202e ☎ née", "when": ""}}}
    assert notebook_json.read(notebook_json.written(tables)).tables["stars"] == tables["stars"]


# ---- In processes of their own


def test_killed_while_writing_nothing_is_lost_and_nothing_unreadable(tmp_path: Path) -> None:
    unreadable, kept, lost = killed(Notebook(str(tmp_path)), 4, seed=3)
    assert (unreadable, lost) == (0, 0)
    assert kept >= 4


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    assert together(Notebook(str(tmp_path)), 3, 12) == 36


def test_without_room_what_was_kept_is_there_and_the_dead_leave_nothing_behind(tmp_path: Path) -> None:
    notebook = Notebook(str(tmp_path))
    kept, there, said = crowded(notebook, 6_000)
    assert kept == there > 0
    assert said.endswith("notebook.json is not saved: file too large")
    (notebook.path.parent / ".jalon-notebook-dead").write_text("of the dead")
    assert notebook.writer("after", 1).wait() == 0
    assert leftovers(notebook) == []


def test_reading_never_imports_tinydb(keeper: NotebookStore) -> None:
    keeper.add_note("end", "a note")
    code = (
        "import sys; from tui.store.personal.notebook import NotebookStore as Store; "
        "assert Store('story').look().notes; sys.exit('tinydb' in sys.modules or 'filelock' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert ran.returncode == 0
