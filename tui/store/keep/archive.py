"""One more copy named under `archive:` of a source, by a line or a few signs in the file; nothing else is touched."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tui.core.problems.problem import HINT
from tui.core.text.messages import worded
from tui.core.timeline.model import Source
from tui.store.read.timeline import Reading, read
from tui.store.write.insert import NoPlace
from tui.store.write.splice import FileRows, Splice
from tui.store.write.unplaced import unplaced_timeline
from tui.store.yaml.composer import Composer, DepthError
from tui.store.yaml.decode import parser_text
from tui.store.yaml.libyaml import MappingStartEvent, MarkedYAMLError, ReaderError
from tui.store.yaml.nodes import Scalar, YamlMapping, YamlSequence
from tui.store.yaml.quote import scalar

KEY = "archive"


def with_copy(data: bytes, before: Reading, source: Source, copy: str) -> tuple[bytes, Reading]:
    """The bytes of a file in which the source names one more copy, and what they read as.

    `before` is what `data` reads as. Raises NoPlace where the way it is written leaves none.
    """
    rows = FileRows(data)
    after = rows.spliced(_splices(rows, _fields(rows.text, source), copy))
    reading = read(after, before.name)
    if not _is_what_was_meant(before, reading, source, copy):
        raise _no_place()
    return after, reading


def _no_place() -> NoPlace:
    return NoPlace(worded("the source cannot be changed as it is written"), worded("add the line to it by hand"))


def _is_what_was_meant(before: Reading, after: Reading, source: Source, copy: str) -> bool:
    """True when the source has one copy more, and nothing else is another than it was."""
    was, now = unplaced_timeline(before.timeline), unplaced_timeline(after.timeline)
    old, new = was.sources.get(source.id), now.sources.get(source.id)
    if old is None or new is None or new.archives != (*old.archives, copy):
        return False
    same = now._replace(sources={**now.sources, source.id: new._replace(archives=old.archives)})
    faults, new_faults = (
        Counter(one.code for one in reading.problems if one.severity != HINT) for reading in (before, after)
    )
    return same == was and not new_faults - faults


def _fields(text: str, source: Source) -> YamlMapping:
    """The mapping of a source, by the line that its id stands in."""
    tidy = parser_text(text)
    composer = Composer(tidy.encode(), tidy, lambda *_fault: None)
    try:
        root = composer.root()
        if root.__class__ is MappingStartEvent:
            for key, start in composer.entries():
                node = composer.node(start)
                if key.value == "sources" and isinstance(node, YamlMapping):
                    for name, value in node.pairs.values():
                        at: Any = name.start_mark
                        if at.line + 1 == source.line and isinstance(value, YamlMapping) and value.pairs:
                            return value
    except (MarkedYAMLError, ReaderError, DepthError):
        raise NoPlace(worded("the file is not sound as YAML"), worded("this has to be mended first")) from None
    raise _no_place()


def _splices(rows: FileRows, fields: YamlMapping, copy: str) -> list[Splice]:
    if KEY not in fields.pairs:
        return [_new_flow(rows, fields, copy) if fields.flow else _new_line(rows, fields, copy)]
    key, value = fields.pairs[KEY]
    if isinstance(value, YamlMapping):
        raise _no_place()
    begins: Any = value.start if isinstance(value, YamlSequence) else value.start_mark
    if not fields.start.index <= begins.index <= fields.end.index:  # an alias for what stands elsewhere
        raise _no_place()
    if isinstance(value, YamlSequence):
        return [_more_flow(rows, value, copy) if value.flow else _more_lines(rows, value, copy)]
    return _listed(rows, fields, key, value, copy)


def _new_line(rows: FileRows, fields: YamlMapping, copy: str) -> Splice:
    """A line of its own, behind the address of the source, else behind its last value that ends in its own line."""
    ends = {name: end for name, (_key, value) in fields.pairs.items() if (end := _last_row(value)) is not None}
    row = ends.get("url", max(ends.values(), default=None))
    first: Any = next(iter(fields.pairs.values()))[0].start_mark
    line = f"{' ' * first.column}{KEY}: {scalar(copy)}"
    return rows.put(first.line if row is None else row + 1, [line])


def _last_row(value: Any) -> int | None:
    """The row in which a text ends; None for one whose end is that of a block."""
    if not isinstance(value, Scalar) or value.style in ("|", ">") or not value.value:
        return None
    end: Any = value.end_mark
    return int(end.line)


def _more_lines(rows: FileRows, values: YamlSequence, copy: str) -> Splice:
    row = _last_row(values.items[-1])
    if row is None:
        raise _no_place()
    return rows.put(row + 1, [f"{' ' * values.start.column}- {scalar(copy)}"])


def _new_flow(rows: FileRows, fields: YamlMapping, copy: str) -> Splice:
    return _before_bracket(rows, fields.end, f"{KEY}: {scalar(copy, flow=True)}", is_first=False)


def _more_flow(rows: FileRows, values: YamlSequence, copy: str) -> Splice:
    return _before_bracket(rows, values.end, scalar(copy, flow=True), is_first=not values.items)


def _before_bracket(rows: FileRows, end: Any, text: str, *, is_first: bool) -> Splice:
    """One more thing before a closing bracket, whose end that mark is."""
    row, column = end.line, end.column - 1
    lines = rows.text.split("\n")
    held = lines[row][:column].rstrip()
    follows_comma = "\n".join([*lines[:row], held]).rstrip().endswith(",")
    comma = "" if is_first or follows_comma else ","
    space = "" if is_first or not held else " "
    place = (row, len(held) if held else column)
    return rows.over(place * 2, f"{comma}{space}{text}")


def _listed(rows: FileRows, fields: YamlMapping, key: Scalar, value: Scalar, copy: str) -> list[Splice]:
    """The changes that make of the one copy that is named, if there is one, a list of two."""
    name: Any = key.end_mark
    start: Any = value.start_mark
    end: Any = value.end_mark
    row = rows.text.split("\n")[name.line]
    colon = row.index(":", name.column) + 1
    if not value.value:
        return [rows.over((name.line, colon) * 2, f" {scalar(copy, flow=fields.flow)}")]
    if fields.flow:
        return [
            rows.over((start.line, start.column) * 2, "["),
            rows.over((end.line, end.column) * 2, f", {scalar(copy, flow=True)}]"),
        ]
    begins: Any = key.start_mark
    if start.line != name.line:
        dash = " " * start.column
        return [rows.over((start.line, start.column) * 2, "- "), rows.put(end.line + 1, [f"{dash}- {scalar(copy)}"])]
    dash = " " * (begins.column + 2)
    return [
        rows.instead(name.line, colon, start.column, ["", f"{dash}- "]),
        rows.put(end.line + 1, [f"{dash}- {scalar(copy)}"]),
    ]
