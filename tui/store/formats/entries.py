"""Entries of another program's file, each as an event or a source, and what is common to reading them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date
from tui.core.exchange.foreign import CellFault, ForeignEvent, ForeignSource, UnfitText, line_of, text_of
from tui.core.exchange.markup import plain_text
from tui.core.tables.source_cells import addresses_in
from tui.core.text.messages import worded
from tui.store.formats.delimited import NoTable, decoded


class Entries(NamedTuple):
    """All that a file gives."""

    events: tuple[ForeignEvent, ...]
    title: str = ""
    """Of the whole, for a timeline that is to be new."""
    language: str = ""
    about: tuple[str, ...] = ()
    """Sentences on how it was read, and on what was left out of it."""


class Draft:
    """An entry while it is read: its fields, and what is wrong with it."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.faults: list[CellFault] = []
        self.rest: list[tuple[str, str]] = []

    def fault(self, message: str, hint: str | None = None) -> None:
        """Say what is wrong with the entry."""
        self.faults.append(CellFault(self.place, message, hint))

    def line(self, value: object) -> str:
        """A value on one line; empty for none, and for what no file can hold."""
        return self._read(value, is_line=True)

    def text(self, value: object) -> str:
        """A value with its own lines."""
        return self._read(value, is_line=False)

    def _read(self, value: object, *, is_line: bool) -> str:
        if not isinstance(value, (str, int, float)) or isinstance(value, bool):
            return ""
        try:
            return line_of(str(value)) if is_line else text_of(str(value))
        except UnfitText as wrong:
            self.fault(wrong.args[0])
            return ""

    def lines(self, values: object) -> tuple[str, ...]:
        """Several values, each on a line and once."""
        given = values if isinstance(values, list) else [values]
        return tuple(dict.fromkeys(one for one in map(self.line, given) if one))

    def date(self, text: str) -> Date | None:
        """A date in EDTF; None where it is none, which is said."""
        try:
            return parse_date(text)
        except DateError as error:
            self.fault(worded('"{text}": {reason}', text=text, reason=error.message), error.hint)
            return None

    def keep(self, name: str, value: object) -> None:
        """Keep a value that no field takes."""
        said = self.text(value) if not isinstance(value, (list, dict)) else json.dumps(value, ensure_ascii=False)
        if said:
            self.rest.append((name, said))

    def event(self, key: str, date: Date | None, title: str, **fields: Any) -> ForeignEvent:
        """The entry as an event; one without a date or a title has a fault."""
        if date is None and not self.faults:
            self.fault(worded("the date is missing"))
        if not title and not self.faults:
            self.fault(worded("the title is missing"))
        titles = fields.pop("titles", None) or ({"": title} if title else {})
        return ForeignEvent(
            self.place, key, date, titles, rest=tuple(self.rest), faults=tuple(self.faults), **fields
        )  # fmt: skip


def linked(html: object) -> tuple[ForeignSource, ...]:
    """The sources that the links of a text lead to, be it HTML or plain."""
    if not isinstance(html, str):
        return ()
    found = dict.fromkeys((*plain_text(html).links, *addresses_in(plain_text(html).text)))
    return tuple(ForeignSource(address=one) for one in found)


def key_of(*parts: object) -> str:
    """A key that is the same whenever the parts are."""
    return sha256("\0".join(map(str, parts)).encode("utf-8", "replace")).hexdigest()[:16]


def each_once(events: Iterable[ForeignEvent]) -> Iterator[ForeignEvent]:
    """The events, those whose key is another's with a number."""
    seen = Counter[str]()
    for event in events:
        seen[event.key] += 1
        times = seen[event.key]
        yield event if times == 1 else event._replace(key=f"{event.key}#{times}")


def read_json(data: bytes) -> Any:
    """The value of a file of JSON; NoTable for what is none."""
    text, _charset = decoded(data)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoTable(worded("this is no JSON: {reason}", reason=str(error))) from None


def mapping(value: object) -> Mapping[str, Any]:
    """A value as an object of JSON; an empty one for anything else."""
    return value if isinstance(value, dict) else {}
