"""TimelineJS (Knight Lab): the JSON that it loads. Its pictures are no evidence, and its words of a date a note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tui.core.dates.edtf import Date, DateError
from tui.core.exchange.foreign import ForeignEvent
from tui.core.exchange.markup import plain_text
from tui.core.tables.date_column import best_reading
from tui.core.tables.date_parts import assembled, date_of_parts, with_time
from tui.core.tables.modifier_words import ON
from tui.core.text.messages import worded, worded_number
from tui.store.formats.delimited import NoTable
from tui.store.formats.entries import Draft, Entries, each_once, key_of, linked, mapping, read_json

_BEFORE_CHRIST = 1
"""TimelineJS writes -500 as 500 BCE, which is the year -499 where there is a year 0."""


def read_timelinejs(data: bytes) -> Entries:
    """The slides of a TimelineJS; NoTable."""
    whole = mapping(read_json(data))
    slides = whole.get("events")
    if not isinstance(slides, list):
        raise NoTable(worded("this is no JSON of TimelineJS: it has no events"))
    about = []
    eras = whole.get("eras")
    if isinstance(eras, list) and eras:
        about.append(worded_number("{number} era is left out", "{number} eras are left out", len(eras)))
    headline = mapping(mapping(whole.get("title")).get("text")).get("headline")
    title = " ".join(plain_text(headline).text.split()) if isinstance(headline, str) else ""
    return Entries(tuple(each_once(_events(slides))), title, about=tuple(about))


def _events(slides: list[Any]) -> Iterator[ForeignEvent]:
    for number, slide in enumerate(slides, 1):
        yield _event(Draft(f"events[{number - 1}]"), mapping(slide))


def _event(draft: Draft, slide: Mapping[str, Any]) -> ForeignEvent:
    text = mapping(slide.get("text"))
    title, body = draft.line(text.get("headline")), draft.text(text.get("text"))
    words = draft.line(slide.get("display_date")) or draft.line(mapping(slide.get("start_date")).get("display_date"))
    date = _date(draft, slide)
    media = mapping(slide.get("media"))
    for name in ("url", "caption", "credit", "link"):
        draft.keep(f"media.{name}", media.get(name))
    own = draft.line(slide.get("unique_id"))
    note = words if words and date is not None and not _says_the_same(words, date) else ""
    return draft.event(
        f"id:{own}" if own else key_of(slide.get("start_date"), title), date, title,
        texts={"": body} if body else {}, id=own, kind=draft.line(slide.get("group")), date_note=note,
        sources=tuple(dict.fromkeys((*linked(text.get("headline")), *linked(text.get("text"))))),
    )  # fmt: skip


def _says_the_same(words: str, date: Date) -> bool:
    """True when the words of a date say no more than the date does."""
    try:
        return best_reading(words).text == date.text
    except DateError:
        return False


def _date(draft: Draft, slide: Mapping[str, Any]) -> Date | None:
    try:
        start = _day(draft, mapping(slide.get("start_date")))
        end = _day(draft, mapping(slide.get("end_date")))
        return assembled(start, end, ON) if start is not None else None
    except DateError as error:
        draft.fault(error.message, error.hint)
        return None


def _day(draft: Draft, parts: Mapping[str, Any]) -> Date | None:
    """One end of a slide: a month that is missing is no January."""
    text = date_of_parts({name: draft.line(parts.get(name)) for name in ("year", "month", "day")}, "", _BEFORE_CHRIST)
    date = draft.date(text) if text else None
    hour = draft.line(parts.get("hour"))
    if date is not None and hour and parts.get("day"):
        return with_time(date, f"{hour}:{draft.line(parts.get('minute')) or '0':0>2}")
    return date
