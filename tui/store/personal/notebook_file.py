"""The notebook's file: read whole, written whole under a lock, and never overwritten when it is damaged.

Beside it stand its last good copy, and under names with a date what was damaged and the good copy of that time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.core import notebook
from tui.core.notebook import Tables
from tui.core.text.messages import worded
from tui.store.personal import notebook_json
from tui.store.personal.notebook_json import Damaged, Newer
from tui.store.system import environment
from tui.store.system.atomic_write import Changed, NotSaved, flush_folder, replace
from tui.store.system.file_lock import held, sweep
from tui.store.system.os_errors import THE_DISK, reason_of
from tui.store.system.read_bytes import Unreadable, display_name, fetch

if TYPE_CHECKING:
    from tinydb import TinyDB

Answer = TypeVar("Answer")
Stamp = tuple[int, int, int]

PREFIX = ".jalon-notebook-"
"""The beginning of the names of its temporary files: under the lock, all that there are were left by the dead."""
PATIENCE = 5.0
"""Seconds to wait for another jalon that is writing."""
TRIES = 5
"""The number of times that a change is begun anew when a program that knows no lock wrote in the meantime."""


class GoodCopy(NamedTuple):
    """A good copy of a notebook that was damaged or is gone."""

    path: str
    tables: Tables

    def __str__(self) -> str:
        """The contents, in words."""
        return notebook.counted(self.tables)


class NotebookFile:
    """The file, for one process; every look at it is by its path, so that one that was replaced is seen."""

    def __init__(self, path: str, lock: str) -> None:
        self.path = path
        self.lock = lock
        self.trouble = ""
        """The fault of it, in one sentence; it stays until it is said and taken away."""
        self._stamp: Stamp | None = None
        self._tables: Tables = {}

    # ---- Reading

    def changed(self) -> bool:
        """True when it is another than was read last."""
        return self._stamp != self._stamp_now()

    def read(self) -> Tables:
        """The tables, read again if the file is another by now; what cannot be read has none, and is said."""
        stamp = self._stamp_now()
        if stamp is None or stamp != self._stamp:
            self._stamp = stamp
            self._tables = self._read_anew()
        return self._tables

    def _read_anew(self) -> Tables:
        try:
            data = self._bytes()
            if data is not None:
                return notebook_json.read(data).tables
            if not os.path.lexists(self._last) and not notebook.holds_anything(self._tables):
                return {}
        except Damaged:
            pass
        except (Newer, Unreadable) as failed:
            self.trouble = worded(
                "{file} is left alone: {reason}",
                file=display_name(self.path),
                reason=getattr(failed, "reason", None) or str(failed),
            )
            return {}
        try:
            with self._locked():  # perhaps another was just moving it aside, or a program was still writing
                return self._sound(self._bytes()).tables
        except (NotSaved, Unreadable) as failed:
            self.trouble = worded("{file} cannot be read: {reason}", file=display_name(self.path), reason=failed.reason)
        return {}

    def _stamp_now(self) -> Stamp | None:
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        return (status.st_mtime_ns, status.st_size, status.st_ino)

    def _bytes(self) -> bytes | None:
        """The bytes of the file; None when there is no such file. Raises Unreadable."""
        return fetch(self.path) if os.path.lexists(os.path.realpath(self.path)) else None

    # ---- Changing

    def change(self, do: Callable[[TinyDB], Answer]) -> Answer:
        """Let something change the tables, as they are now, and write them before it answers; raises NotSaved."""
        with self._locked():
            self._sweep()
            for left in reversed(range(TRIES)):
                try:
                    return self._changed(do)
                except Changed:
                    if not left:
                        raise
                except Unreadable as unreadable:
                    raise NotSaved(self.path, unreadable.reason) from None
        raise AssertionError("unreachable")

    def _changed(self, do: Callable[[TinyDB], Answer]) -> Answer:
        from tui.store.personal.tinydb_storage import HeldTables, database

        before = self._bytes()
        sound = self._sound(before)
        held = HeldTables(sound.tables)
        answer = do(database(held))
        if held.is_written:
            if sound.version is not None and sound.version != notebook.VERSION:
                self._beside(f"version-{sound.version}", before or b"")
            self._write(before if sound.version is not None else None, notebook_json.written(held.tables))
        return answer

    def _write(self, before: bytes | None, after: bytes) -> None:
        os.makedirs(os.path.dirname(os.path.realpath(self.path)), mode=0o700, exist_ok=True)
        replace(self.path, before, after, mode=0o600, prefix=PREFIX)
        self._stamp = None
        with suppress(NotSaved, OSError):  # what was to be saved is; the copy is for another day
            replace(self._last, _there(self._last), after, mode=0o600, prefix=PREFIX)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Nobody else changes the notebook meanwhile; raises NotSaved when that cannot be had."""
        with held(self.lock, self.path, PATIENCE):
            try:
                yield
            except OSError as error:
                raise NotSaved(self.path, reason_of(error, THE_DISK)) from None

    def _sweep(self) -> None:
        """Take away the temporary files of those who died while they wrote."""
        for folder in {os.path.dirname(self.path), os.path.dirname(os.path.realpath(self.path))}:
            sweep(folder, PREFIX)

    # ---- What is damaged or gone

    def _sound(self, data: bytes | None) -> notebook_json.VersionedTables:
        """The contents of the file, or of one that is damaged a new beginning; the damaged one is moved aside."""
        if data is None:
            if os.path.lexists(self._last):
                self._tell(worded("{file} is gone", file=display_name(self.path)), self._set_good_aside())
            elif notebook.holds_anything(self._tables):
                self._tell(
                    worded("{file} is gone, and its copy too", file=display_name(self.path)), self._set_seen_aside()
                )
            return notebook_json.VersionedTables(notebook_json.begun(), None)
        try:
            return notebook_json.read(data)
        except Newer as newer:
            raise NotSaved(self.path, str(newer)) from None
        except Damaged as damaged:
            aside = self._set_damaged_aside(damaged)
            what = worded(
                "{file} is damaged ({reason}), and kept as {kept}",
                file=display_name(self.path),
                reason=str(damaged),
                kept=display_name(os.path.basename(aside)),
            )
            self._tell(what, self._set_good_aside())
            return notebook_json.VersionedTables(notebook_json.begun(), None)

    def _set_damaged_aside(self, damaged: Damaged) -> str:
        """Give a damaged notebook another name, which is the answer."""
        real = os.path.realpath(self.path)
        aside = _free(self._named("damaged", real))
        try:
            os.rename(real, aside)
        except OSError as error:
            reason = worded(
                "it is damaged ({damage}), and cannot be moved aside ({reason})",
                damage=str(damaged),
                reason=reason_of(error),
            )
            raise NotSaved(self.path, reason) from None
        flush_folder(os.path.dirname(real))
        return aside

    def _tell(self, what: str, good: GoodCopy | None) -> None:
        copy = (
            worded("its last good copy has {notes}", notes=str(good)) if good else worded("there is no good copy of it")
        )
        self.trouble = worded("{what}; {copy}", what=what, copy=copy)

    def _set_good_aside(self) -> GoodCopy | None:
        """Give the last good copy a name of its own, before a new notebook has another."""
        if not os.path.lexists(self._last):
            return None
        path = _free(self._named("good"))
        os.rename(self._last, path)
        flush_folder(os.path.dirname(path))
        return _good(path)

    def _set_seen_aside(self) -> GoodCopy | None:
        """Give what this process has read of it a file of its own, as a good copy."""
        seen, self._tables = self._tables, {}
        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        return _good(self._beside("good", notebook_json.written(seen)))

    def offered(self) -> GoodCopy | None:
        """The latest good copy that was set aside, and neither taken up nor declined."""
        folder, name = os.path.split(self._named("good", date=""))
        found = [one for one in _names(folder) if one.startswith(name.removesuffix(".json"))]
        copies = (_good(os.path.join(folder, one)) for one in sorted(found, reverse=True))
        return next(filter(None, copies), None)

    def take_up(self, good: GoodCopy) -> int:
        """Bring back what the notebook lacks of a good copy; how many documents that were."""

        def bring(tables: TinyDB) -> int:
            lacking = list(notebook.lacking(tables.storage.read() or {}, good.tables))
            for name, document in lacking:
                tables.table(name).insert(dict(document))
            return sum(name != notebook.FILES for name, _ in lacking)

        count = self.change(bring)
        with suppress(OSError):
            os.unlink(good.path)
        return count

    def decline(self, good: GoodCopy) -> str:
        """Offer a good copy no more; it stays under another name, which is the answer."""
        path = _free(good.path.replace(".good-", ".declined-"))
        with suppress(OSError):
            os.rename(good.path, path)
        return path

    # ---- Names

    @property
    def _last(self) -> str:
        return f"{self.path.removesuffix('.json')}.last.json"

    def _named(self, what: str, path: str | None = None, date: str | None = None) -> str:
        date = environment.now()[:19].replace("T", "-").replace(":", "") if date is None else date
        return f"{(path or self.path).removesuffix('.json')}.{what}-{date}.json"

    def _beside(self, what: str, data: bytes) -> str:
        """Keep something under a name with a date, which is the answer."""
        path = _free(self._named(what))
        replace(path, None, data, mode=0o600, prefix=PREFIX)
        return path


def _there(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _good(path: str) -> GoodCopy | None:
    """The good copy at a path, if it is one."""
    try:
        return GoodCopy(path, notebook_json.read(fetch(path)).tables)
    except (Unreadable, Damaged, Newer):
        return None


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _free(path: str) -> str:
    """The path, or with a number after it where something stands there."""
    free, number = path, 1
    while os.path.lexists(free):
        number += 1
        free = f"{path.removesuffix('.json')}-{number}.json"
    return free
