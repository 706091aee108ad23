"""The bytes of a regular file, of standard input, or of a process (`<(…)`); each refusal is one clear sentence."""

from __future__ import annotations

import os
import stat
import sys
from io import RawIOBase

from tui.core.text.clean import clean_line
from tui.core.text.messages import worded

LARGEST = 256 * 1024 * 1024
"""Bytes; a hundred thousand events are about 60 MB."""

PIPES_OF_THE_SHELL = ("/dev/fd/", "/proc/self/fd/")
"""The beginnings of the paths that a shell gives for `<(…)`: their writers are at work, so that reading them ends."""


class Unreadable(Exception):
    """A file that cannot be read at all; its text says which one and why, in one clause."""

    def __init__(self, name: str, reason: str, line: int = 1, column: int = 1) -> None:
        """Line and column, from 1, are where reading ended."""
        self.name = display_name(name)
        self.reason = reason
        self.line = line
        self.column = column
        super().__init__(f"{self.name}: {reason}")


def display_name(path: str) -> str:
    """The name of a file as messages have it: harmless, and `standard input` for `-`."""
    return worded("standard input") if path == "-" else clean_line(os.fsencode(path).decode("utf-8", "replace"))


def is_stream(path: str) -> bool:
    """True when a path is standard input or a pipe that a shell opened: it can be read once, and not written to."""
    return path == "-" or (path.startswith(PIPES_OF_THE_SHELL) and os.path.exists(path) and not os.path.isfile(path))


def fetch(path: str) -> bytes:
    """The bytes of a regular file, of standard input for `-`, or of a pipe that a shell opened; else Unreadable."""
    if path == "-":
        return _whole(path, sys.stdin.buffer.read(LARGEST + 1))
    try:
        status = os.stat(path)
        if stat.S_ISFIFO(status.st_mode) and path.startswith(PIPES_OF_THE_SHELL):
            with open(path, "rb") as pipe:
                return _whole(path, pipe.read(LARGEST + 1))
        _regular(path, status)  # before opening: a pipe can wait for ever, a device can act
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with open(descriptor, "rb", buffering=0) as file:
            status = os.fstat(descriptor)
            _regular(path, status)  # it may have been replaced since
            return _whole(path, _read(file, status.st_size))
    except FileNotFoundError:
        raise Unreadable(path, worded("there is no such file")) from None
    except NotADirectoryError:
        raise Unreadable(path, worded("a part of its path is not a folder")) from None
    except PermissionError:
        raise Unreadable(path, worded("it may not be read (permission denied)")) from None
    except ValueError:
        raise Unreadable(path, worded("no file can have this name")) from None
    except OSError as error:
        raise Unreadable(
            path, worded("it cannot be read ({reason})", reason=error.strerror or worded("input error"))
        ) from None


def _read(file: RawIOBase, size: int) -> bytes | None:
    """All of a file that is about so large, and a little of one that is too large; None when there is nothing now."""
    found = file.read(size + 1)  # room for all that a file may hold would take longer to get than most take to read
    if not found or len(found) < size:
        return _rest(file, found)
    return found if len(found) == size else _rest(file, found)


def _rest(file: RawIOBase, begun: bytes | None) -> bytes | None:
    """The bytes that were read, with those that follow: a file may grow, and those of /proc say that they have none."""
    if begun is None:
        return None
    parts, size = [begun], len(begun)
    while size <= LARGEST and (more := file.read(1 << 20)):
        parts.append(more)
        size += len(more)
    return b"".join(parts)


def _regular(path: str, status: os.stat_result) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise Unreadable(path, worded("it is a folder, not a file"))
    if stat.S_ISFIFO(mode):
        raise Unreadable(path, worded("it is a pipe, not a file (use - for standard input)"))
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise Unreadable(path, worded("it is a device, not a file"))
    if not stat.S_ISREG(mode):
        raise Unreadable(path, worded("it is not a regular file"))
    if status.st_size > LARGEST:
        raise _too_large(path)


def _whole(path: str, data: bytes | None) -> bytes:
    if data is None:  # of some files of /proc, which say that they are regular
        raise Unreadable(path, worded("it has nothing to read now"))
    if len(data) > LARGEST:
        raise _too_large(path)
    return data


def _too_large(path: str) -> Unreadable:
    return Unreadable(path, worded("it is too large (more than {number} MB)", number=LARGEST // 1024 // 1024))
