"""Timelines in a few lines of text, for tests: one event a line, its date, its status if any, its title."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tui.core.dates.calendar import day_number
from tui.core.dates.parse import parse_date
from tui.core.index.engines import engine_of
from tui.core.index.index import Index
from tui.core.index.protocol import Answers
from tui.core.index.selection import Selection, select
from tui.core.query.tree import Query, Term, Text
from tui.core.timeline.model import STATUSES, Event, Timeline
from tui.drawing.spans.spans import LEFT_TO_RIGHT_MARK, Line

TODAY = day_number(2026, 11, 22)

HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\x1b]52;c;aGk=\x07\x9b2J\x00\x7f\u0085",
    "\u202egnp.exe\u202c \u2066x\u2069",
    "[b]bold[/b] [/] [@click=app.quit] :smile:",
    "東京で労働組合が発表した",
    "👩‍👩‍👧‍👦 🇧🇪 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "e\u0301a\u0300" * 9 + "\u0301" * 40,
    "مرحبا بالعالم שלום",
    "नमस्ते क्षत्रिय",
    "a\u200bb\u2060c\ufeffd\u00ad\u2028e",
    "one\ntwo\tthree\r\nfour",
    "\U000e0041\U000e0042 tags \ufe0f\ufe0f",
    "x" * 10_000,
    "漢" * 10_000,
    "",
    " ",
)
"""Titles that steer a terminal, hide, turn around, spill over their cells or have none."""


def event(date: str, title: str, **fields: Any) -> Event:
    """An event with its title for an id."""
    return Event(title, parse_date(date), {"en": title})._replace(**fields)


def told(text: str) -> list[Event]:
    """The events of a text: `2025-10/2026-03-31 planned Handover`, a line each; the status may be left out."""
    events = []
    for line in filter(None, map(str.strip, text.splitlines())):
        date, _, rest = line.partition(" ")
        status, _, title = rest.strip().partition(" ")
        if status in STATUSES:
            events.append(event(date, title.strip(), status=status))
        else:
            events.append(event(date, rest.strip()))
    return events


def timeline(events: Iterable[Event], **fields: Any) -> Timeline:
    """A timeline of events, put in order."""
    ordered = tuple(sorted(events, key=lambda one: one.date.sort_key))
    return Timeline("test", {"en": "Calls to Morocco"}, "en", ordered)._replace(**fields)


def selection(events: Iterable[Event] | str, *terms: Term | Text, today: int = TODAY, **fields: Any) -> Selection:
    """The events of a timeline that meet the terms; a text is read with `told`."""
    given = told(events) if isinstance(events, str) else events
    return select(Index(timeline(given, **fields), today), Query(terms))


def answers(events: Iterable[Event] | str, *terms: Term | Text, today: int = TODAY, **fields: Any) -> Answers:
    """The same, as a face asks for them."""
    given = told(events) if isinstance(events, str) else events
    return engine_of(timeline(given, **fields), today).select(Query(terms))


def text_of(line: Line) -> str:
    """A row without its roles."""
    return "".join(span.text for span in line)


def roles_of(line: Line, text: str) -> set[str]:
    """The roles of the spans that hold a text."""
    return {span.role for span in line if text in span.text}


def steering(line: Line) -> set[str]:
    """The characters of a row that could steer a terminal or turn text around, but for the mark that we put behind."""
    texts = (span.text.rstrip(" ").removesuffix(LEFT_TO_RIGHT_MARK) for span in line)
    return {char for text in texts for char in text if char < " " or "\x7f" <= char <= "\x9f" or char in BIDI}


BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
