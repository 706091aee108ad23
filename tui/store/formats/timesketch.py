"""Timesketch: rows or objects with a message, a moment, and what the moment is of; CSV or JSON, one on each line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tui.core.dates.calendar import computer_moment
from tui.core.exchange.foreign import ForeignEvent, ForeignSource
from tui.core.text.messages import worded
from tui.store.formats.delimited import NoTable, decoded, read_delimited
from tui.store.formats.entries import Draft, Entries, each_once, key_of

_OWN = frozenset((
    "message", "datetime", "timestamp", "timestamp_desc", "tag", "tags", "edtf", "event_id", "end_datetime", "text",
    "date_note", "actors", "countries", "place", "kind", "status", "urls", "sources", "source_titles", "key_event",
    "date_in_words", "is_overdue", "is_disputed", "source_published", "passages",
))  # fmt: skip
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")


def read_timesketch(data: bytes) -> Entries:
    """The records of a file for Timesketch; NoTable."""
    text, charset = decoded(data)
    records = list(_objects(text)) if text.lstrip()[:1] in ("{", "[") else list(_rows(data))
    if not any(one.get("message") for _place, one in records):
        raise NoTable(worded("it has no records with a message"))
    events = each_once(_event(place, one) for place, one in records)
    return Entries(tuple(events), about=(charset,) if charset else ())


def _objects(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            found = {"message": "", "fault": worded("this line is no JSON")}
        yield str(number), found if isinstance(found, dict) else {"fault": worded("this line is no object of JSON")}


def _rows(data: bytes) -> Iterator[tuple[str, Mapping[str, Any]]]:
    rows = read_delimited(data).rows
    names = [name.strip().lower() for name in rows[0]] if rows else []
    for number, row in enumerate(rows[1:], 2):
        if any(row):
            yield str(number), dict(zip(names, row, strict=False))


def _event(place: str, one: Mapping[str, Any]) -> ForeignEvent:
    draft = Draft(place)
    if "fault" in one and one.get("message", "") == "":
        draft.fault(str(one["fault"]) if not isinstance(one["fault"], str) else one["fault"])
        return draft.event(key_of(place), None, "")
    title = draft.line(one.get("message"))
    when = draft.line(one.get("edtf")) or _moments(one)
    meaning = draft.line(one.get("timestamp_desc"))
    own = draft.line(one.get("event_id"))
    for name, value in one.items():
        if name not in _OWN and value not in ("", None):
            draft.keep(name, value)
    tags = one.get("tag", one.get("tags", []))
    body = draft.text(one.get("text"))
    return draft.event(
        f"id:{own}" if own else key_of(one.get("datetime"), one.get("timestamp"), title, meaning),
        draft.date(when) if when else None, title, texts={"": body} if body else {}, id=own,
        kind=draft.line(one.get("kind")), status=draft.line(one.get("status")),
        tags=draft.lines(tags if isinstance(tags, list) else re.split(r"[,;]\s*", str(tags))),
        date_note=draft.line(one.get("date_note")) or ("" if own else meaning),
        actors=draft.lines(one.get("actors", [])), countries=draft.lines(one.get("countries", [])),
        places=draft.lines(one.get("place", [])), sources=tuple(_sources(draft, one)),
        others={"key": "true"} if one.get("key_event") is True else {},
    )  # fmt: skip


def _sources(draft: Draft, one: Mapping[str, Any]) -> Iterator[ForeignSource]:
    """The sources by their addresses; titles are theirs where there are as many."""
    urls, titles = draft.lines(one.get("urls", [])), draft.lines(one.get("source_titles", []))
    names = draft.lines(one.get("sources", []))
    for number, url in enumerate(urls):
        title = titles[number] if len(titles) == len(urls) else ""
        publisher = names[number] if len(names) == len(urls) else ""
        yield ForeignSource(title=title, publisher=publisher, address=url)
    if not urls:
        for number, title in enumerate(titles):
            yield ForeignSource(title=title, publisher=names[number] if len(names) == len(titles) else "")


def _moments(one: Mapping[str, Any]) -> str:
    """The moment of a record in EDTF, as it is written; with its end, where it has one."""
    first = _moment(str(one.get("datetime") or "")) or _counted(one.get("timestamp"))
    last = _moment(str(one.get("end_datetime") or ""))
    return f"{first}/{last}" if last and last != first else first


def _moment(text: str) -> str:
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return text.strip()
    day, clock, second, zone = found.groups(default="")
    if not clock:
        return day
    zone = "Z" if zone in ("+00:00", "+0000") else f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    return f"{day}T{clock}{f':{second}' if second not in ('', '00') else ''}{zone}"


def _counted(stamp: object) -> str:
    """A moment of microseconds from 1970."""
    text = str(stamp or "")
    return (computer_moment(text[:10]) or text) if text.isdigit() else text
