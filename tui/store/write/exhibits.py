"""Exhibit numbers put into the sources of a file, and not one other byte of it touched."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.core.text.messages import worded
from tui.store.files.joined import JoinedFiles
from tui.store.read.timeline import read
from tui.store.write.add import Opened
from tui.store.write.insert import NoPlace
from tui.store.write.splice import FileRows, Splice
from tui.store.write.unplaced import unplaced_timeline
from tui.store.yaml.file_layout import BLOCK, FileLayout, FileSection, Item, mended_layout

_CLOSING = re.compile(r"(?P<comma>,?)[ \t]*\}[ \t]*(?:#.*)?$")
_LAST_GIVEN = re.compile(r"(?P<before>[ \t]*exhibits[ \t]*:[ \t]*)(?P<number>[0-9]+)")


def with_exhibits(file: Opened, numbers: Mapping[str, int]) -> Opened:
    """The file with a number for each source by its id, not yet saved; the highest is kept under `timeline:` too.

    Raises NoPlace where the way it is written leaves none.
    """
    before, data = file.reading.timeline, file.data
    lines = {name: before.sources[name].line for name in numbers}
    highest = max(numbers.values())
    if isinstance(data, JoinedFiles):
        parts = [_in_file(one.data, _of_file(data, number, lines), numbers, highest)
                 for number, one in enumerate(data.files)]  # fmt: skip
        has_head = any(head for _bytes, head in parts)
        for one, (written, _head) in zip(data.files, parts, strict=True):
            if written != one.data:
                data = data.with_file(one.path, written)
    else:
        data, has_head = _in_file(data, lines, numbers, highest)
    after = read(data, file.reading.name)
    meant = before._replace(
        sources={
            name: one._replace(exhibit=numbers[name]) if name in numbers else one
            for name, one in before.sources.items()
        },
        exhibits=highest if has_head else before.exhibits,
    )
    if unplaced_timeline(after.timeline) != unplaced_timeline(meant):
        raise NoPlace(worded("the numbers cannot be written without a change to something else"), worded("by hand"))
    return Opened(file.path, data, after, file.into)


def _of_file(data: JoinedFiles, number: int, lines: Mapping[str, int]) -> dict[str, int]:
    """The sources of one file of a folder, each with its line there."""
    return {name: data.lines.at(line)[1] for name, line in lines.items() if data.lines.number(line) == number}


def _in_file(data: bytes, lines: Mapping[str, int], numbers: Mapping[str, int], highest: int) -> tuple[bytes, bool]:
    """A file with the numbers of its sources, and True when it keeps the highest."""
    rows = FileRows(data)
    layout = mended_layout(rows.text)
    splices = [_into_source(rows, layout, name, line, numbers[name]) for name, line in lines.items()]
    head = _into_head(rows, layout, highest)
    return rows.spliced([*splices, *head]), bool(head)


def _into_source(rows: FileRows, layout: FileLayout, name: str, line: int, number: int) -> Splice:
    section = layout.sections.get("sources")
    item = next((one for one in section.items if one.start + 1 == line), None) if section else None
    if section is None or item is None:
        reason = worded('source "{id}" has no entry of its own under "sources:"', id=name)
        raise NoPlace(reason, worded("give it one: an id, and its url"))
    lines = rows.text.split("\n")
    if item.column < 0:
        return _between_brackets(rows, lines[item.last], item, number)
    return rows.put(_below_title(lines, item), [f"{' ' * item.column}exhibit: {number}"])


def _below_title(lines: list[str], item: Item) -> int:
    """The row for a new field: the one below the name of the source, which no text of many lines runs over."""
    return item.row + 1 if lines[item.row].rstrip().partition("#")[0].rstrip().endswith(":") else item.last + 1


def _between_brackets(rows: FileRows, last: str, item: Item, number: int) -> Splice:
    found = _CLOSING.search(last)
    if found is None:
        raise NoPlace(worded("a source is written in a way that leaves no place"), worded("add exhibit: by hand"))
    joint = " " if found["comma"] else ", "
    at = found.start() + len(found["comma"])
    return rows.within(item.last, at, f"{joint}exhibit: {number}")


def _into_head(rows: FileRows, layout: FileLayout, highest: int) -> list[Splice]:
    """The highest number under `timeline:`; nothing where that is no block of lines."""
    section: FileSection | None = layout.sections.get("timeline")
    if section is None or section.manner != BLOCK or not section.items:
        return []
    lines = rows.text.split("\n")
    for item in section.items:
        found = _LAST_GIVEN.match(lines[item.row])
        if found:
            begin, end = found.span("number")
            return [rows.within(item.row, begin, str(highest), end)]
    return [rows.put(section.items[0].last + 1, [f"{' ' * section.inner}exhibits: {highest}"])]
