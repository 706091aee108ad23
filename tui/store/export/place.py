"""The places that an export goes to: a file, or a folder of notes. Nothing is written there by halves."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress

from tui.core.text.messages import worded
from tui.store.system import atomic_write
from tui.store.system.os_errors import reason_of
from tui.store.system.read_bytes import display_name

TIMELINES = (".yaml", ".yml")
"""Endings of files that people write by hand: no export takes their place."""
HASH = "jalon_hash"
"""The property of a note that tells whether somebody changed it since."""
_DIGITS = 16


class NotPlaced(Exception):
    """An export that was not written, and why: what stood there stands there still."""


def put(path: str, data: bytes, timeline: str) -> None:
    """Write an export in one piece, over an earlier one if there is one; `timeline` is the file that it is made of."""
    if os.path.isdir(path):
        raise NotPlaced(worded('"{word}" is a folder', word=display_name(path)))
    if path.lower().endswith(TIMELINES) or _is_same(path, timeline):
        raise NotPlaced(worded("{file} is a timeline, and no export takes its place", file=display_name(path)))
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a pipe, or a device
            with open(path, "wb") as stream:
                stream.write(data)
            return
        atomic_write.replace(path, _bytes_of(path), data)
    except atomic_write.NotSaved as failed:
        raise NotPlaced(failed.args[0]) from failed
    except OSError as failed:
        reason = reason_of(failed)
        raise NotPlaced(worded("{file} is not saved: {reason}", file=display_name(path), reason=reason)) from failed


def _is_same(one: str, other: str) -> bool:
    with suppress(OSError):
        return os.path.samefile(one, other)
    return False


def _bytes_of(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


# ---- A folder of notes


def put_notes(folder: str, notes: Iterable[tuple[str, bytes]], mark: str) -> list[str]:
    """Write notes into a folder, over those of an earlier export; the answer is the names of those that it left behind.

    `mark` is the line of a note that says whose it is. Refused, before anything is written, where a file of that name
    is somebody else's, or was changed by hand since.
    """
    found = {name: _signed(data) for name, data in notes}
    try:
        os.makedirs(folder, exist_ok=True)
        before = {name: _bytes_of(os.path.join(folder, name)) for name in found}
        for name, data in before.items():
            if data is not None and not _is_untouched(data, mark):
                reason = worded("{file} is not as jalon wrote it, and stays as it is", file=display_name(name))
                raise NotPlaced(reason)
        for name, data in found.items():
            if before[name] != data:
                atomic_write.replace(os.path.join(folder, name), before[name], data)
        others = (name for name in sorted(os.listdir(folder)) if name.endswith(".md") and name not in found)
        return [name for name in others if _is_of(_bytes_of(os.path.join(folder, name)) or b"", mark)]
    except atomic_write.NotSaved as failed:
        raise NotPlaced(failed.args[0]) from failed
    except OSError as failed:
        reason = worded("{file} is not saved: {reason}", file=display_name(folder), reason=reason_of(failed))
        raise NotPlaced(reason) from failed


def _signed(data: bytes) -> bytes:
    """A note with the hash of all its other lines as its first property."""
    from hashlib import sha256

    head, _line, rest = data.partition(b"\n")
    return head + f'\n{HASH}: "{sha256(rest).hexdigest()[:_DIGITS]}"\n'.encode() + rest


def _is_of(data: bytes, mark: str) -> bool:
    return data.startswith(f"---\n{HASH}: ".encode()) and data.split(b"\n")[2:3] == [mark.encode()]


def _is_untouched(data: bytes, mark: str) -> bool:
    head, _line, rest = data.partition(b"\n")
    return _is_of(data, mark) and _signed(head + b"\n" + rest.partition(b"\n")[2]) == data
