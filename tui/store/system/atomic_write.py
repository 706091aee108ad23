"""Writing a person's file so that nothing is lost: whole or not at all, and never over what came since.

The way of git and SQLite: a temporary file in the same folder, flushed to the disk, renamed over the old one, the
folder flushed too. Links are followed and permissions kept.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from tui.store.system.read_bytes import display_name

PREFIX = ".jalon-"
"""How the names of temporary files begin, so that what a killed jalon left can be told from a person's own."""


class NotSaved(Exception):
    """A file that was not written, and why, in one clause; what stood there stands there still."""

    def __init__(self, path: str, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{display_name(path)} is not saved: {reason}")


class Changed(NotSaved):
    """The file is no longer what it was when it was read, so somebody else's work would be lost."""

    def __init__(self, path: str) -> None:
        super().__init__(path, "it has changed since it was read")


def replace(path: str, before: bytes | None, after: bytes, *, mode: int | None = None, prefix: str = PREFIX) -> None:
    """Put `after` in the place of `before`, the bytes that were read; None for a file that is to be new.

    A new file gets `mode`, else what the reader's mask leaves. Raises Changed when anything else stands there, and
    NotSaved when the disk or the folder refuses.
    """
    target = os.path.realpath(path)
    try:
        _put(path, target, before, after, mode, prefix)
    except OSError as error:
        raise NotSaved(path, (error.strerror or "the disk refuses").lower()) from None


def _put(path: str, target: str, before: bytes | None, after: bytes, mode: int | None, prefix: str) -> None:
    import tempfile  # of some cost, and who only reads has no need of it

    folder = os.path.dirname(target)
    _compare(path, target, before)
    if before is not None and not os.access(target, os.W_OK):
        raise NotSaved(path, "it may only be read")  # a rename would not ask
    descriptor, temporary = tempfile.mkstemp(prefix=prefix, dir=folder)
    try:
        with open(descriptor, "wb") as file:
            os.fchmod(file.fileno(), _mode(target, before, mode))
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _compare(path, target, before)  # while the disk was at work, an editor may have been too
        if before is None:
            os.link(temporary, target)  # fails where a rename would silently win
        else:
            os.rename(temporary, target)
            temporary = ""
    finally:
        if temporary:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
    flush_folder(folder)


def _compare(path: str, target: str, before: bytes | None) -> None:
    try:
        with open(target, "rb") as file:
            now: bytes | None = file.read()
    except FileNotFoundError:
        now = None
    if now != before:
        raise Changed(path)


def _mode(target: str, before: bytes | None, wanted: int | None) -> int:
    """The permissions that the file has, or a new one gets."""
    if before is not None:
        return stat.S_IMODE(os.stat(target).st_mode)
    if wanted is not None:
        return wanted
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def flush_folder(folder: str) -> None:
    """Make a rename outlast a loss of power, on systems where a folder can be flushed."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
