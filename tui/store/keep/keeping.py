"""Copies put into `copies/` beside a timeline, named in its file and written into its ledger.

In this order: the copy, whole or not at all; its name in the file; the facts. Whoever is killed in between leaves a
whole copy without a name, which the next run finds.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from tui.core.proof.ledger import Copy, Fact
from tui.core.text.messages import worded
from tui.core.timeline.model import Source
from tui.store.files.joined import JoinedFiles
from tui.store.files.timeline_files import fetch_timeline
from tui.store.keep.archive import with_copy
from tui.store.proof.copy_text import KINDS
from tui.store.proof.ledger import ledger_of, record
from tui.store.proof.source_proof import local_copies
from tui.store.read.timeline import read
from tui.store.system import atomic_write, read_bytes
from tui.store.system.beside import folder_of
from tui.store.system.file_lock import locked, sweep
from tui.store.system.os_errors import reason_of
from tui.store.write.insert import NoPlace

FOLDER = "copies"
_LONGEST_NAME = 80
_KEPT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]+)?\.warc\.gz")
"""The name of a file that was fetched."""


class Kept(NamedTuple):
    """A copy that lies beside the timeline."""

    copy: str
    """Its path from the folder of the timeline, as `archive:` has it."""
    sha256: str
    size: int
    """In bytes."""
    unnamed: str = ""
    """The reason why the file does not name it, in one clause; empty where it does."""
    left: tuple[str, ...] = ()
    """The things that could not be tidied away, a sentence each."""


def day_of(copy: str) -> str:
    """The day in the name of a copy that jalon named; empty for another."""
    found = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?=[-.])", copy.rpartition("/")[2])
    return found[0] if found else ""


def ending_of(name: str) -> str:
    """The end of the name of a copy that says what it is: `.warc.gz`; empty for a file that is read as none."""
    small = name.lower()
    return max((end for end in KINDS if small.endswith(end)), key=len, default="")


def folder_name(source: str) -> str:
    """The name of the folder for the copies of a source; of an id that no folder can have, another."""
    plain = re.sub(r"[^\w.-]+", "-", source).strip(".-")[:_LONGEST_NAME]
    if plain == source:
        return plain
    import zlib

    return f"{plain or FOLDER}-{zlib.crc32(source.encode('utf-8', 'surrogatepass')):08x}"


def keep(
    timeline: str, data: bytes, ending: str, day: str, facts: Sequence[Fact], fact: Copy, *, is_first: bool = False
) -> Kept | None:
    """Put a copy beside the timeline, name it there and write it down; `fact` lacks only what is found out here.

    `ending` is that of its name, `day` the day as `2026-11-30`. With `is_first` it is None, and nothing is done, where
    another jalon has kept a copy meanwhile. Raises NotSaved when the copy cannot be put there.
    """
    import hashlib

    with locked(timeline):
        if is_first and _has_copy_by_now(timeline, fact.source):
            record(timeline, facts)
            return None
        folder = _inside(timeline, folder_name(fact.source))
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise atomic_write.NotSaved(folder, reason_of(error)) from None
        sweep(folder, atomic_write.PREFIX)
        name = _free_name(folder, day, ending)
        left = atomic_write.replace(os.path.join(folder, name), None, data)
        copy = f"{FOLDER}/{os.path.basename(folder)}/{name}"
        written = fact._replace(copy=copy, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
        return _named(timeline, written, facts, left)


def _inside(timeline: str, name: str) -> str:
    """The folder of that name for copies; NotSaved where a link would lead out of the folder of the timeline."""
    folder = os.path.join(folder_of(timeline), FOLDER, name)
    for part in (os.path.dirname(folder), folder):
        if os.path.realpath(part) != part:
            raise atomic_write.NotSaved(part, worded("it leads out of the folder of the timeline"))
    return folder


def _has_copy_by_now(timeline: str, name: str) -> bool:
    with suppress(read_bytes.Unreadable):
        source = read(fetch_timeline(timeline), timeline).timeline.sources.get(name)
        return source is not None and bool(local_copies(source))
    return False


def name_in_place(timeline: str, copy: str, facts: Sequence[Fact], fact: Copy) -> Kept:
    """Name a copy that lies beside the timeline already, and write it down."""
    with locked(timeline):
        path = os.path.join(folder_of(timeline), copy)
        sweep(os.path.dirname(path), atomic_write.temporary_prefix(path))
        sha256, size = hash_and_size(path)
        return _named(timeline, fact._replace(copy=copy, sha256=sha256, size=size), facts, "")


def _named(timeline: str, fact: Copy, facts: Sequence[Fact], left: str) -> Kept:
    """Name a copy in the file, and write it down; whoever calls this holds the lock of the file."""
    try:
        unnamed, more = "", _write_name(_file_with(timeline, fact.source), fact)
    except NoPlace as failed:
        unnamed, more = failed.args[0], ""
    except atomic_write.NotSaved as failed:
        unnamed, more = failed.reason, ""
    except read_bytes.Unreadable as failed:
        unnamed, more = failed.reason, ""
    known = {(one.copy, one.sha256) for one in ledger_of(timeline).of_kind(Copy)}
    others = record(timeline, [*([] if (fact.copy, fact.sha256) in known else [fact]), *facts])
    return Kept(fact.copy, fact.sha256, fact.size, unnamed, tuple(filter(None, (left, more, others))))


def _file_with(timeline: str, source: str) -> str:
    """The file in which a source stands: the timeline's, one that it includes, or one in its folder."""
    data = fetch_timeline(timeline)
    files = data.files if isinstance(data, JoinedFiles) else ()
    found = (one.path for one in files if source in read(bytes(one.data), one.path).timeline.sources)
    return next(found, timeline)


def _write_name(path: str, fact: Copy) -> str:
    before = read_bytes.fetch(path)
    reading = read(before, path)
    source = reading.timeline.sources.get(fact.source)
    if source is None:
        raise NoPlace(worded("the file has no such source any more"))
    if fact.copy in source.archives:
        return ""
    after, _reading = with_copy(before, reading, source, fact.copy)
    return atomic_write.replace(path, before, after)


def _free_name(folder: str, day: str, ending: str) -> str:
    taken = {name.lower() for name in os.listdir(folder)}
    names = (f"{day}{f'-{number}' if number > 1 else ''}{ending}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name.lower() not in taken)


def hash_and_size(path: str) -> tuple[str, int]:
    """The hash of the bytes of a file, and how many there are; Unreadable where it cannot be read."""
    import hashlib

    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise read_bytes.Unreadable(path, reason_of(error)) from None


# ---- What an interrupted run left ----


def left_behind(timeline: str, source: Source) -> str | None:
    """A copy of a source that was fetched and that the file does not name, since whoever fetched it was stopped."""
    folder = os.path.join(folder_of(timeline), FOLDER, folder_name(source.id))
    found = []
    with suppress(OSError):
        found = sorted(name for name in os.listdir(folder) if _KEPT.fullmatch(name))
    paths = (f"{FOLDER}/{os.path.basename(folder)}/{name}" for name in reversed(found))
    return next((path for path in paths if path not in source.archives and _is_of(timeline, path, source)), None)


def _is_of(timeline: str, copy: str, source: Source) -> bool:
    """True for a copy of the page of a source."""
    from warcio.archiveiterator import ArchiveIterator

    from tui.core.web.page_key import page_key

    path = os.path.join(folder_of(timeline), copy)
    if not os.path.isfile(path) or os.path.islink(path) or source.url is None:
        return False
    with open(path, "rb") as file:
        for one in ArchiveIterator(file):
            if one.rec_type == "response":
                return page_key(one.rec_headers.get_header("WARC-Target-URI") or "") == page_key(source.url)
    return False
