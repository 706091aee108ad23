"""The one form of a sealed zip: nothing compressed, every byte of it given by its parts, so that none changes unseen.

By APPNOTE.TXT of PKWARE, version 6.3: a header before each part, then the list of all, then its end.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, NamedTuple
from zlib import crc32

_PIECE = 1 << 20
_VERSION = 20
_UNIX = 3 << 8
_UTF_8 = 0x800
_MODE = 0o100644 << 16
_MOST = 0xFFFFFFFF
"""Bytes, of a zip and of what is in it; more would take another form."""


class TooLargeError(Exception):
    """More than a zip of this form can hold."""


class Entry(NamedTuple):
    """A part as the zip lists it."""

    name: str
    crc: int
    size: int
    offset: int
    """Of its header in the file."""


def _common(entry: Entry, stamp: int) -> bytes:
    name = entry.name.encode("utf-8")
    flags = 0 if name.isascii() else _UTF_8
    return struct.pack("<HHIIIIHH", flags, 0, stamp, entry.crc, entry.size, entry.size, len(name), 0)


def header(entry: Entry, stamp: int) -> bytes:
    """The bytes before a part; `stamp` is the moment of sealing as MS-DOS has it."""
    return struct.pack("<IH", 0x04034B50, _VERSION) + _common(entry, stamp) + entry.name.encode("utf-8")


def listed(entry: Entry, stamp: int) -> bytes:
    """The bytes of a part in the list."""
    rest = struct.pack("<HHHII", 0, 0, 0, _MODE, entry.offset) + entry.name.encode("utf-8")
    return struct.pack("<IHH", 0x02014B50, _UNIX | _VERSION, _VERSION) + _common(entry, stamp) + rest


def end(entries: Sequence[Entry], begin: int, size: int) -> bytes:
    """The bytes of the end; the list begins there and has that many bytes."""
    return struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), size, begin, 0)


def stamp_of(day: tuple[int, int, int]) -> int:
    """Midnight of a day, as MS-DOS has it; days before 1980 it does not know."""
    year, month, date = max(day, (1980, 1, 1))
    return (min(year - 1980, 127) << 9 | month << 5 | date) << 16


def written(out: IO[bytes], parts: Iterable[tuple[str, bytes]], day: tuple[int, int, int]) -> None:
    """Write a zip; TooLargeError for more than it can hold."""
    stamp, entries, at = stamp_of(day), list[Entry](), 0
    for name, data in parts:
        if at + len(data) > _MOST or len(entries) >= 0xFFFE:
            raise TooLargeError
        entry = Entry(name, crc32(data), len(data), at)
        head = header(entry, stamp)
        out.write(head)
        out.write(data)
        entries.append(entry)
        at += len(head) + len(data)
    rows = b"".join(listed(entry, stamp) for entry in entries)
    if at + len(rows) > _MOST:
        raise TooLargeError
    out.write(rows)
    out.write(end(entries, at, len(rows)))


def other_bytes(file: IO[bytes], whole: zipfile.ZipFile) -> Iterator[str]:
    """The parts of the form itself that are not as they should be: names whose header is not, or `` for the list.

    What is in the parts is not looked at here.
    """
    infos = whole.infolist()
    stamp, at, entries = _stamp(infos), 0, []
    for info in infos:
        entry = Entry(info.filename, info.CRC, info.file_size, at)
        head = header(entry, stamp)
        file.seek(at)
        if file.read(len(head)) != head or info.header_offset != at:
            yield info.filename
        entries.append(entry)
        at += len(head) + info.file_size
    rows = b"".join(listed(entry, stamp) for entry in entries)
    file.seek(at)
    if file.read() != rows + end(entries, at, len(rows)):
        yield ""


def _stamp(infos: Sequence[zipfile.ZipInfo]) -> int:
    return stamp_of(infos[0].date_time[:3]) if infos else 0


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The bytes of a file, a piece at a time."""
    while piece := file.read(_PIECE):
        yield piece
