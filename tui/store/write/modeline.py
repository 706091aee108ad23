"""The line that tells an editor which schema a file follows, and the schema beside the file."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from tui.core.text.clean import to_json
from tui.core.text.messages import worded
from tui.store.read.schema import COMMENT, NAME, schema
from tui.store.read.timeline import Reading, read
from tui.store.system import atomic_write, read_bytes
from tui.store.system.file_lock import locked
from tui.store.write.unplaced import unplaced_timeline

BOM = b"\xef\xbb\xbf"

_MODELINE = re.compile(r"#\s*yaml-language-server\s*:.*?\$schema\s*=\s*(?P<schema>\S+)")


class Foreign(atomic_write.NotSaved):
    """A file of the schema's name that jalon did not write."""

    def __init__(self, path: str) -> None:
        super().__init__(path, worded("there is one already, and jalon did not make it"))


class SchemaResult(NamedTuple):
    """The result of writing the schema and the line that names it."""

    schema: str
    """The path of the schema."""
    is_new_schema: bool
    """False when it was there already, as it should be."""
    other: str | None
    """The schema that the file names already, if that is another."""
    has_new_line: bool
    """True when the line was added."""
    left: tuple[str, ...] = ()
    """The things that could not be tidied away, a sentence each."""


def text() -> str:
    """The schema as a file."""
    return to_json(schema(), indent=2) + "\n"


def write(path: str) -> SchemaResult:
    """Put the schema beside a file, and the line that names it at the top of the file if it has none.

    Raises Unreadable for a file that cannot be read, and NotSaved for one that cannot be written.
    """
    read(read_bytes.fetch(path), path)  # nothing is put beside a file that cannot be read
    beside, is_new, schema_left = put_beside(path)
    with locked(path):
        named, line_left = _name_schema(path)
    is_other = named is not None and named.removeprefix("./") != NAME
    left = tuple(filter(None, (schema_left, line_left)))
    return SchemaResult(beside, is_new, named if is_other else None, named is None, left)


def _name_schema(path: str) -> tuple[str | None, str]:
    """Add the line unless there is one: the schema that it names then, and what could not be tidied away."""
    before = read_bytes.fetch(path)
    reading = read(before, path)
    if named := named_schema(reading.text):
        return named, ""
    after = with_line(before)
    if _without_lines(read(after, path)) != _without_lines(reading):
        raise atomic_write.NotSaved(path, worded("with one more line it would not be read as before"))
    return None, atomic_write.replace(path, before, after)


def put_beside(path: str) -> tuple[str, bool, str]:
    """Write the schema beside a file, unless it is there: its path, whether that was done, what could not be removed.

    Raises NotSaved.
    """
    beside = os.path.join(os.path.dirname(path), NAME)
    with locked(beside):
        return beside, *_write_schema(beside)


def _write_schema(path: str) -> tuple[bool, str]:
    after = text().encode()
    try:
        before: bytes | None = read_bytes.fetch(path)
    except read_bytes.Unreadable:
        if os.path.lexists(path):
            raise Foreign(path) from None
        before = None
    if before == after:
        return False, ""
    if before is not None and COMMENT.encode() not in before:
        raise Foreign(path)
    return True, atomic_write.replace(path, before, after)


def named_schema(content: str) -> str | None:
    """The schema that a file names in one of the comments at its top; None if it names none."""
    for line in content.split("\n"):
        if line.strip() and not line.startswith("#"):
            return None
        if found := _MODELINE.match(line):
            return found["schema"]
    return None


def with_line(data: bytes) -> bytes:
    """The bytes of a file with the line at its top, after a BOM, with the line end that its first line has."""
    head, rest = (BOM, data[len(BOM) :]) if data.startswith(BOM) else (b"", data)
    end = re.search(rb"\r\n|\r|\n", rest)
    line = f"# yaml-language-server: $schema={NAME}".encode()
    return head + line + (end[0] if end else b"\n") + rest


def _without_lines(reading: Reading) -> object:
    """All that was read, but for where it stands."""
    return unplaced_timeline(reading.timeline), sorted(one.code for one in reading.problems)
