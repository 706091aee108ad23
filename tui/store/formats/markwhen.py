"""Markwhen: documents of `date: title`, with properties, tags and texts below; its groups are kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words
from tui.core.exchange.foreign import ForeignEvent, ForeignSource
from tui.core.tables.date_column import DAY_FIRST, MONTH_FIRST, DateReading, read_cell
from tui.core.tables.source_cells import addresses_in
from tui.core.text.messages import LANGUAGES, worded
from tui.store.formats.delimited import NoTable, decoded
from tui.store.formats.entries import Draft, Entries, each_once, key_of

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_START = re.compile(
    rf"^\s*((?:\d[^:\[\]]*?|(?:{_MONTHS})[a-z]*\.?\b[^:]*?|now\b[^:]*?|[!.]\w*[^:]*?|(?:after|before|by)\b[^:]*?)"
    r"(?:\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?Z?[^:]*?){0,2})\s*:(?!\d\d)\s?(.*)$",
    re.IGNORECASE,
)
"""A line that begins an event: a date, a colon, a title."""
_SECTION = re.compile(r"^(#{1,6})\s+(.*)$")
_GROUP = re.compile(r"^\s*(?:group|section)\b:?\s*(.*)$", re.IGNORECASE)
_GROUP_END = re.compile(r"^\s*(?:endgroup|endsection|end\s+group|end\s+section)\b", re.IGNORECASE)
_PROPERTY = re.compile(r"^\s{0,8}([A-Za-z][\w.-]*):\s*(.*)$")
_TAG = re.compile(r"(?<![\w\\/#])#([A-Za-z]\w*)")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((https?://[^)\s]+)\)")
_ERA = re.compile(r"(\d{1,5})\s?(BCE|BC|AD|CE)?(?:\s?[–-]\s?(\d{1,5})\s?(BCE|BC|AD|CE))?", re.IGNORECASE)
_RECURS = re.compile(r"\bevery\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"[!]|^\s*(?:after|before|by|\.(?:start|end))\b|\d\s*(?:day|week|month|year|hour|minute)s?\b|^now\b", re.IGNORECASE
)


class _Block(NamedTuple):
    """One event as it stands in the document: its date, its title, the lines below, and its groups."""

    number: int
    """The line, from 1."""
    date: str
    title: str
    lines: list[str]
    groups: tuple[str, ...]


def read_markwhen(data: bytes) -> Entries:
    """The events of a document of Markwhen; NoTable."""
    text, charset = decoded(data)
    head, blocks = _blocks(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    if not blocks:
        raise NoTable(worded("it has no line that begins with a date and a colon"))
    order = DAY_FIRST if re.match(r"\s*d", head.get("dateFormat", "")) else MONTH_FIRST
    about = [charset] if charset else []
    if any("/" in one.date and re.match(r"\d{1,2}/", one.date) for one in blocks):
        about.append(worded("dates with slashes have the day first") if order == DAY_FIRST
                     else worded("dates with slashes have the month first, as Markwhen reads them"))  # fmt: skip
    events = each_once(_event(one, DateReading(order)) for one in blocks)
    return Entries(tuple(events), _unquoted(head.get("title", "")), about=tuple(about))


def _blocks(lines: list[str]) -> tuple[dict[str, str], list[_Block]]:
    """The properties above the first event, and the events."""
    head: dict[str, str] = {}
    blocks: list[_Block] = []
    sections: list[tuple[int, str]] = []
    is_comment = False
    for number, line in enumerate(lines, 1):
        if is_comment or line.strip().startswith(("/*", "//")):
            is_comment = "*/" not in line and (is_comment or line.strip().startswith("/*"))
            continue
        if section := _SECTION.match(line):
            sections = [one for one in sections if one[0] < len(section[1])] + [(len(section[1]), section[2].strip())]
        elif _GROUP_END.match(line):
            sections = sections[:-1]
        elif (group := _GROUP.match(line)) and not _START.match(line):
            sections.append((9, _TAG.sub("", group[1]).strip()))
        elif start := _START.match(line):
            names = tuple(name for _depth, name in sections if name)
            blocks.append(_Block(number, start[1].strip(), start[2], [], names))
        elif blocks:
            blocks[-1].lines.append(line)
        elif line.strip() not in ("", "---") and (found := _PROPERTY.match(line)):
            head[found[1]] = found[2].strip()
    return head, blocks


def _event(block: _Block, reading: DateReading) -> ForeignEvent:
    draft = Draft(f"{block.number}")
    properties, body = _parts(block.lines)
    tags = [*_TAG.findall(block.title), *(_listed(properties.get("tags", "")) if "tags" in properties else ())]
    title = _unquoted(properties.get("title", "")) or _inline(_TAG.sub("", block.title)).strip()
    date = _date(draft, block.date, properties.get("edtf", ""), reading)
    if date is not None and "edtf" in properties:
        title = _without_words(title, date)
    text = "\n\n".join(filter(None, (_inline(part) for part in body)))
    known = {"id", "edtf", "title", "tags", "kind", "status", "actors", "countries", "place", "date_note", "key"}
    for name, value in properties.items():
        if name not in known:
            draft.keep(name, _unquoted(value))
    own = draft.line(_unquoted(properties.get("id", "")))
    return draft.event(
        f"id:{own}" if own else key_of(block.date, title), date, draft.line(title),
        texts={"": told} if (told := draft.text(text)) else {}, id=own,
        kind=draft.line(_unquoted(properties.get("kind", "")) or (block.groups[-1] if block.groups else "")),
        status=draft.line(_unquoted(properties.get("status", ""))), tags=draft.lines(list(dict.fromkeys(tags))),
        actors=draft.lines(_listed(properties.get("actors", ""))),
        countries=draft.lines(_listed(properties.get("countries", ""))),
        places=draft.lines(_listed(properties.get("place", ""))),
        date_note=draft.line(_unquoted(properties.get("date_note", ""))),
        sources=tuple(_sources([block.title, *body])),
        others={"key": "true"} if properties.get("key") == "true" else {},
    )  # fmt: skip


def _without_words(title: str, date: Date) -> str:
    """A title without the words of its date behind it, as jalon writes them there."""
    for language in LANGUAGES:
        title = title.removesuffix(f"({in_words(date, language)})").rstrip()
    return title


def _parts(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The properties right below a title, and the paragraphs below those."""
    properties: dict[str, str] = {}
    at = 0
    while at < len(lines) and (found := _PROPERTY.match(lines[at])):
        properties[found[1]] = found[2].strip()
        at += 1
    parts = [line.strip() for line in lines[at:] if line.strip() and line.strip() != "---"]
    return properties, [re.sub(r"^>\s?", "", part) for part in parts]


def _unquoted(value: str) -> str:
    """A value of YAML on one line without its quotes."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        import json

        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    return value[1:-1].replace("''", "'") if len(value) > 1 and value[0] == value[-1] == "'" else value


def _listed(value: str) -> list[str]:
    """A list of YAML on one line, or one value."""
    if not value.startswith("["):
        return [_unquoted(value)] if value else []
    found = re.findall(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[^,\[\]\s][^,\[\]]*', value)
    return [_unquoted(one.strip()) for one in found]


def _inline(text: str) -> str:
    """Markdown on one line as plain text: links are their words, marks go."""
    text = _LINK.sub(lambda found: found[1] or found[2], text)
    text = re.sub(r"^[-*]\s+(?:\[[ xX]\]\s+)?", "– ", text.strip())
    text = re.sub(r"(?<!\\)(\*\*|__|`)(.+?)\1", r"\2", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|<>~-])", r"\1", text)


def _sources(parts: list[str]) -> Iterator[ForeignSource]:
    """The sources that links lead to, each with its words as title; then the bare addresses."""
    seen: dict[str, str] = {}
    for part in parts:
        for words, address in _LINK.findall(part):
            seen.setdefault(address, "" if words == address else _inline(words))
        for address in addresses_in(_LINK.sub("", part)):
            seen.setdefault(address, "")
    yield from (ForeignSource(title=words, address=address) for address, words in seen.items())


# ---- Dates


def _date(draft: Draft, text: str, exact: str, reading: DateReading) -> Date | None:
    """The date of an event; `exact` is the one that jalon wrote beside it."""
    if exact:
        return draft.date(_unquoted(exact))
    if _RECURS.search(text):
        draft.fault(worded("it recurs: {text}", text=text), worded("write each time on a line of its own"))
        return None
    try:
        return _range(text, reading)
    except DateError as error:
        if _RELATIVE.search(text):
            draft.fault(worded('"{text}" is counted from another date', text=text), worded("write the day itself"))
        else:
            draft.fault(worded('"{text}": {reason}', text=text, reason=error.message), error.hint)
        return None


def _range(text: str, reading: DateReading) -> Date:
    era = _ERA.fullmatch(text)
    if era is not None and (era[2] or era[4]):
        years = [_year(era[1], era[2] or era[4])] + ([_year(era[3], era[4])] if era[3] else [])
        return parse_date("/".join(years))
    for joint in (
        r"\s+to\s+",
        r"\s+[-–]\s+",
        r"(?<=\d{4})\s*/\s*(?=\d{4})|(?<=-\d\d)\s*/\s*(?=\d{4})|(?<=:\d\d)/(?=\d{4})",
        r"/(?=now$)",
    ):
        parts = re.split(joint, text, maxsplit=1)
        if len(parts) == 2:
            one, other = parts
            last = ".." if other.strip().lower() == "now" else read_cell(other, reading).text
            return parse_date(f"{read_cell(one, reading).text}/{last}")
    return read_cell(text, reading)


def _year(number: str, era: str) -> str:
    """A year of an era as a calendar with a year 0 counts it: 3000 BC is -2999."""
    year = int(number) if era.upper() in ("AD", "CE") else 1 - int(number)
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{'-' if year < 0 else ''}{abs(year):04d}"
