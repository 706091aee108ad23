"""Chronos (a plugin of Obsidian): items such as `- [2020-01-01~2020-02-01] #red {Group} Title | Description`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.dates.edtf import Date
from tui.core.exchange.foreign import ForeignEvent
from tui.core.text.messages import worded, worded_number
from tui.store.formats.delimited import NoTable, decoded
from tui.store.formats.entries import Draft, Entries, each_once, key_of, linked

_FENCE = re.compile(r"^\s*(```+|~~~+)\s*(\w*)")
_ITEM = re.compile(r"^\s*([-@*=])?\s*\[([^\[\]]*)\]\s*(?:#([\w-]+))?\s*(?:\{([^{}]*)\})?\s*([^|]*)(?:\|(.*))?$")
_INLINE = re.compile(r"`chronos\s+([^`]+)`")
_WIKI = re.compile(r"\[\[([^\]|]*)(?:\|([^\]]*))?\]\]")
_DATE = re.compile(r"(-?\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2})(?:T(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?)?)?)?")


def read_chronos(data: bytes) -> Entries:
    """The items of all blocks of Chronos in a note, or of a file of nothing else; NoTable."""
    text, charset = decoded(data)
    items = list(_items(text.replace("\r\n", "\n").split("\n")))
    if not items:
        raise NoTable(worded("it has no items of Chronos"))
    about = [charset] if charset else []
    colours = sum(1 for _number, line in items if (found := _ITEM.match(line)) and found[3])
    if colours:
        about.append(worded_number("{number} colour is left out", "{number} colours are left out", colours))
    return Entries(tuple(each_once(_event(number, line) for number, line in items)), about=tuple(about))


def has_block(text: str) -> bool:
    """True when a text has a block of Chronos, or an item in a line."""
    return "```chronos" in text or _INLINE.search(text) is not None


def _items(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that are items, by their numbers: those of blocks, those in a line; of a bare file all."""
    is_bare = not has_block("\n".join(lines))
    within = is_bare
    for number, line in enumerate(lines, 1):
        fence = _FENCE.match(line)
        if fence and not is_bare:
            within = fence[2] == "chronos" and not within
            continue
        if within:
            if line.strip() and line.strip()[0] not in "#>" and (not is_bare or _ITEM.match(line)):
                yield number, line
        else:
            yield from ((number, found) for found in _INLINE.findall(line))


def _event(number: int, line: str) -> ForeignEvent:
    draft = Draft(str(number))
    found = _ITEM.match(line)
    if found is None:
        draft.fault(worded("this is no item of Chronos: {text}", text=" ".join(line.split())))
        return draft.event(key_of(line), None, "")
    mark, when, _colour, group, name, text = found.groups(default="")
    title = draft.line(_plain(name)) or draft.line(when)
    body = draft.text(_plain(text))
    return draft.event(
        key_of(when, title), _date(draft, when), title, texts={"": body} if body else {},
        kind=draft.line(group) or {"@": "period", "=": "marker"}.get(mark, ""), sources=linked(f"{name} {text}"),
    )  # fmt: skip


def _plain(text: str) -> str:
    """A text without the brackets of links to other notes."""
    return _WIKI.sub(lambda found: found[2] or found[1], text).strip()


def _date(draft: Draft, text: str) -> Date | None:
    sides = [_side(one.strip()) for one in text.split("~")]
    if len(sides) > 2 or not all(sides):
        draft.fault(worded('"{text}" is no date of Chronos', text=text.strip()))
        return None
    return draft.date("/".join(one for one in sides if one))


def _side(text: str) -> str | None:
    """A date of Chronos in EDTF: -550 is 550 BCE, the year -549 where there is a year 0; None for what is none."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = found.groups()
    number = int(year) + (int(year) < 0)
    sign, size = ("-" if number < 0 else ""), abs(number)
    written = f"{sign}{size:04d}" if size <= 9999 else f"Y{sign}{size}"
    written += "".join(f"-{int(part):02d}" for part in (month, day) if part)
    if hour:
        written += f"T{int(hour):02d}:{minute or '00'}" + (f":{second}" if second else "")
    return written
