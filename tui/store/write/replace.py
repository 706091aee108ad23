"""Fields of an event or a source written anew in their places, and not one other byte touched."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tui.core.text.messages import worded
from tui.store.write.event_lines import Value, YamlStyle, item_lines
from tui.store.write.insert import NoPlace
from tui.store.write.splice import FileRows, Splice
from tui.store.yaml.decode import parser_text
from tui.store.yaml.file_layout import FileSection, Item
from tui.store.yaml.libyaml import AliasEvent, CParser, MappingEndEvent, MappingStartEvent, ScalarEvent

_REMARK = re.compile(r"(?:^|\s)#")
_COLON = re.compile(r"[ \t]*:")


class WrittenField(NamedTuple):
    """The place of a key and of its value: rows from 0, columns in characters."""

    row: int
    colon: int
    """The column behind the colon."""
    end_row: int
    """The last row of the value."""
    end_column: int
    """The column behind the value, on its last row."""
    is_block: bool
    """True for a text that begins with | or >, in which # begins no comment."""
    is_anchored: bool


def replacements(
    rows: FileRows, section: FileSection, number: int, fields: Mapping[str, Value | None], usual: Sequence[str]
) -> list[Splice]:
    """The changes that give an item of a section other values for some keys; None takes a key out.

    A comment behind a value stays. Raises NoPlace where one stands within a value, or the item between brackets.
    """
    item = section.items[number]
    if item.column < 0:
        raise NoPlace(worded("it stands between brackets"), worded("change it by hand"))
    lines = rows.text.split("\n")
    written = _written_fields(lines, item)
    manner = YamlStyle.of(section.inner, section.items, number)._replace(dash=item.column - 2, gap=2)
    splices: list[Splice] = []
    fresh: dict[str, Value] = {}
    for key, value in fields.items():
        place = written.get(key)
        if place is None:
            if value is not None:
                fresh[key] = value
        elif value is None:
            splices.append(_taken_out(rows, lines, item, key, place))
        else:
            splices += _replaced(rows, lines, key, place, value, item.column)
    for key in sorted(fresh, key=lambda one: _rank(one, usual)):
        after = [place for name, place in written.items() if _rank(name, usual) <= _rank(key, usual)]
        row = max((place.end_row for place in after or written.values()), default=item.last)
        splices.append(rows.put(row + 1, item_lines({key: fresh[key]}, usual, manner)))
    return splices


def _rank(key: str, usual: Sequence[str]) -> int:
    """The place of a key in the usual order; one that has none there comes last."""
    bare = key if key in usual else key.rpartition("_")[0]
    return usual.index(bare) if bare in usual else len(usual)


def _replaced(
    rows: FileRows, lines: Sequence[str], key: str, place: WrittenField, value: Value, column: int
) -> list[Splice]:
    _be_plain(lines, key, place)
    first, *others = value
    indent = " " * column
    below = [f"{indent}{other}" if other else "" for other in others]
    head = f" {first}" if first else ""
    splices = [rows.over((place.row, place.colon, place.end_row, place.end_column), head)]
    if below:
        splices.append(rows.put(place.end_row + 1, below))
    return splices


def _taken_out(rows: FileRows, lines: Sequence[str], item: Item, key: str, place: WrittenField) -> Splice:
    _be_plain(lines, key, place)
    if place.row == item.row or _REMARK.search(lines[place.end_row][place.end_column :]):
        raise NoPlace(worded('"{key}" cannot be taken out without a change to something else', key=key),
                      worded("change it by hand"))  # fmt: skip
    return rows.cut(place.row, place.end_row)


def _be_plain(lines: Sequence[str], key: str, place: WrittenField) -> None:
    """Raise NoPlace where a value has comments in it, or an anchor that others refer to."""
    if place.is_anchored:
        raise NoPlace(worded('"{key}" has an anchor', key=key), worded("change it by hand"))
    if place.row == place.end_row:
        return
    within = [lines[place.row][place.colon :]]
    if not place.is_block:
        within += lines[place.row + 1 : place.end_row]
    if any(_REMARK.search(line) for line in within):
        raise NoPlace(worded('a comment stands within "{key}"', key=key), worded("change it by hand"))


def _written_fields(lines: Sequence[str], item: Item) -> dict[str, WrittenField]:
    """The fields of an item by their keys, from the parser's marks over its own rows."""
    text = "\n".join(lines[item.row : item.last + 1]) + "\n"
    parser = CParser(parser_text(text).encode())
    event: Any
    for event in iter(parser.get_event, None):
        mark: Any = event.start_mark
        if event.__class__ is MappingStartEvent and mark.column == item.column:
            break
    else:
        return {}
    found: dict[str, WrittenField] = {}
    key: Any
    while (key := parser.get_event()).__class__ is not MappingEndEvent:
        value: Any = parser.get_event()
        last = _last_of(parser, value)
        place = _place(lines, item.row, key, value, last)
        if place is not None and key.__class__ is ScalarEvent:
            found.setdefault(key.value, place)
    return found


def _last_of(parser: Any, value: Any) -> Any:
    """The last event of a value that is seen: what a block ends with stands elsewhere."""
    depth, last, event = 0, value, value
    while True:
        is_end = event.__class__.__name__.endswith("EndEvent")
        depth += event.__class__.__name__.endswith("StartEvent") - is_end
        if not is_end or event.start_mark.index < event.end_mark.index:
            last = event
        if depth <= 0:
            return last
        event = parser.get_event()


def _place(lines: Sequence[str], first: int, key: Any, value: Any, last: Any) -> WrittenField | None:
    row = first + key.end_mark.line
    colon = _COLON.match(lines[row], key.end_mark.column)
    if colon is None:
        return None
    is_block = getattr(last, "style", None) in ("|", ">")
    end_row, end_column = first + last.end_mark.line, last.end_mark.column
    if is_block:
        end_row -= not last.end_mark.column
        while end_row > row and not lines[end_row].strip():
            end_row -= 1
        end_column = len(lines[end_row])
    if (end_row, end_column) <= (row, colon.end()) or (last.start_mark.index == last.end_mark.index and not is_block):
        end_row, end_column = row, colon.end()  # nothing stands behind the key
    is_text = value is last and is_block
    is_anchored = getattr(value, "anchor", None) is not None and value.__class__ is not AliasEvent
    return WrittenField(row, colon.end(), end_row, end_column, is_text, is_anchored)
