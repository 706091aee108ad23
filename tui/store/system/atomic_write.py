"""Writing a person's file so that nothing is lost: whole or not at all, and never over what came since.

The way of git and SQLite: a temporary file in the same folder, flushed to the disk, renamed over the old one, the
folder flushed too. Links are followed; permissions, owner, group, extended attributes and access lists are kept. Where
a rename would lose one of them, or part the file from its other hard links, it is written in place under a copy, as
vim and git do. New files are linked into their place, or made there where a disk knows no hard links (FAT, many
network mounts): neither ever takes the place of a file that is there.
"""

from __future__ import annotations

import errno
import os
import stat
import zlib
from contextlib import suppress

from tui.core.text.messages import worded
from tui.store.system.os_errors import THE_DISK, reason_of
from tui.store.system.read_bytes import display_name

PREFIX = ".jalon-"
"""The beginning of the names of temporary files: what a killed jalon left can be told from a person's own by it."""

COPY = ".jalon-copy"
"""The end of the name of the copy of a file that is written in place; one that is there outlived a crash."""

_NO_LINKS = frozenset(
    {errno.EPERM, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EACCES, errno.EINVAL}
)


class NotSaved(Exception):
    """A file that was not written, and why, in one clause; what stood there stands there still."""

    def __init__(self, path: str, reason: str) -> None:
        self.reason = reason
        super().__init__(worded("{file} is not saved: {reason}", file=display_name(path), reason=reason))


class Changed(NotSaved):
    """The file is no longer what it was when it was read, so somebody else's work would be lost."""

    def __init__(self, path: str) -> None:
        super().__init__(path, worded("it has changed since it was read"))


def temporary_prefix(path: str) -> str:
    """The beginning of the names of the temporary files of one file; files in one folder have different ones."""
    return f"{PREFIX}{zlib.crc32(os.fsencode(os.path.basename(path))):08x}-"


def replace(path: str, before: bytes | None, after: bytes, *, mode: int | None = None, prefix: str = "") -> str:
    """Put `after` in the place of `before`, the bytes that were read; None for a file that is to be new.

    A new file gets `mode`, else what the reader's mask leaves. The answer is a sentence on what could not be tidied
    away, mostly empty. Raises Changed when anything else stands there, and NotSaved when the disk or folder refuses.
    """
    target = os.path.realpath(path)
    try:
        return _put(path, target, before, after, mode, prefix or temporary_prefix(target))
    except OSError as error:
        raise NotSaved(path, reason_of(error, THE_DISK)) from None


def _put(path: str, target: str, before: bytes | None, after: bytes, mode: int | None, prefix: str) -> str:
    import tempfile  # of some cost, and who only reads has no need of it

    folder = os.path.dirname(target)
    _compare(path, target, before)
    if before is not None and not os.access(target, os.W_OK):
        raise NotSaved(path, worded("it may only be read"))  # a rename would not ask
    if os.path.lexists(target + COPY):
        left = display_name(target + COPY)
        raise NotSaved(path, worded("an interrupted write left {file}: compare the two, then remove it", file=left))
    descriptor, temporary = tempfile.mkstemp(prefix=prefix, dir=folder)
    try:
        with open(descriptor, "wb") as file:
            is_like = before is None or _made_like(file.fileno(), target)
            if before is None:
                with suppress(PermissionError):  # a disk that knows no permissions
                    os.fchmod(file.fileno(), _mode_of_new(mode))
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _compare(path, target, before)  # while the disk was at work, an editor may have been too
        if before is None:
            _link(temporary, target, after, _mode_of_new(mode))
        elif is_like:
            os.rename(temporary, target)
            temporary = ""
        else:
            _write_in_place(target, before, after)
    finally:
        left = _removed(temporary)
    flush_folder(folder)
    return left


def _made_like(descriptor: int, target: str) -> bool:
    """Give a new file the owner, group, mode and attributes of another; whether a rename would lose nothing."""
    old, new = os.stat(target), os.fstat(descriptor)
    if old.st_nlink > 1:
        return False
    try:
        if (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            os.fchown(descriptor, old.st_uid, old.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))
        return _attributes_copied(descriptor, target)
    except PermissionError:
        return False


def _attributes_copied(descriptor: int, target: str) -> bool:
    """Copy extended attributes, access lists among them, where the system has any; whether the new file has all."""
    if not hasattr(os, "listxattr"):
        return True
    try:
        names = os.listxattr(target)
        for name in names:
            if name not in os.listxattr(descriptor) or os.getxattr(descriptor, name) != os.getxattr(target, name):
                os.setxattr(descriptor, name, os.getxattr(target, name))
        return set(os.listxattr(descriptor)) == set(names)
    except OSError as error:
        return error.errno in (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)  # a disk without any has none to lose


def _write_in_place(target: str, before: bytes, after: bytes) -> None:
    """Write over the bytes of a file, beside a copy that stays if this is interrupted."""
    copy = target + COPY
    _create(copy, before, 0o600)
    with open(target, "r+b", buffering=0) as file:
        try:
            if len(after) > len(before) and hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, len(after))  # a full disk is found out before a byte is lost
            _write_over(file.fileno(), after)
        except OSError:
            _write_over(file.fileno(), before)
            os.unlink(copy)
            raise
    os.unlink(copy)


def _write_over(descriptor: int, data: bytes) -> None:
    written = 0
    while written < len(data):
        written += os.pwrite(descriptor, data[written:], written)
    os.ftruncate(descriptor, len(data))
    os.fsync(descriptor)


def _link(temporary: str, target: str, data: bytes, mode: int) -> None:
    """Give a new file its name; it fails where a rename would silently win over a file that is there."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _create(target, data, mode)


def _create(path: str, data: bytes, mode: int) -> None:
    """Make a file that is not there yet, with its bytes on the disk; none where that fails."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), mode)
    try:
        try:
            with suppress(PermissionError):  # a disk that knows no permissions
                os.fchmod(descriptor, mode)
            _write_over(descriptor, data)
        finally:
            os.close(descriptor)
    except OSError:
        os.unlink(path)
        raise


def _removed(temporary: str) -> str:
    """Remove a temporary file; a sentence where that fails, for the person to do it."""
    try:
        if temporary:
            os.unlink(temporary)
    except FileNotFoundError:
        pass
    except OSError as error:
        return worded("{file} could not be removed ({reason})", file=display_name(temporary), reason=reason_of(error))
    return ""


def _compare(path: str, target: str, before: bytes | None) -> None:
    try:
        with open(target, "rb") as file:
            now: bytes | None = file.read()
    except FileNotFoundError:
        now = None
    if now != before:
        raise Changed(path)


def _mode_of_new(wanted: int | None) -> int:
    """The permissions that a new file gets."""
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
