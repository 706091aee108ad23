"""Timesketch: a JSON object a line, each with a message, a moment, and what the moment is of."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.citation.resolve import citations_of_event
from tui.core.dates.calendar import iso
from tui.core.dates.edtf import Date
from tui.core.dates.instants import offset_of
from tui.core.export.account import claim_line, claims_of, date_in_words, title_as_told
from tui.core.export.carried import without_calendar_day
from tui.core.export.extract import Extract
from tui.core.index.protocol import EventFacts
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.when import key_day


def records(whole: Extract) -> Iterator[dict[str, object]]:
    """A record an event; without those that stand on no day of a calendar.

    `datetime` is the earliest moment; UTC is said of a time without an offset, as Timesketch wants one.
    """
    return (_record(one, whole.voice) for one in whole.facts if not without_calendar_day(one.event))


def _record(one: EventFacts, voice: TimelineInLanguage) -> dict[str, object]:
    event, timeline = one.event, voice.timeline
    cited = citations_of_event(event, timeline)
    found: dict[str, object] = {
        "message": title_as_told(event, voice),
        "datetime": _moment(key_day(event.date), event.date.time),
        "timestamp_desc": _meaning(event.date),
        "event_id": event.id,
        "edtf": event.date.text,
        "date_in_words": date_in_words(event, voice),
        "end_datetime": _end(event.date),
        "status": event.status,
        "is_overdue": one.is_overdue,
        "is_disputed": one.is_disputed,
        "kind": event.kind,
        "text": voice.text(event.texts),
        "date_note": voice.text(event.date_note),
        "actors": [voice.actor(name) for name in event.actors],
        "countries": list(event.countries),
        "place": list(event.places),
        "tag": list(event.tags),
        "claims": [claim_line(claim, voice) for claim in claims_of(event, voice)],
        "sources": [voice.publisher(name) for name in event.sources],
        "source_titles": list(dict.fromkeys(voice.source_title(each.source) for each in cited if each.source)),
        "source_published": list(
            dict.fromkeys(each.source.published.text for each in cited if each.source and each.source.published)
        ),
        "urls": list(dict.fromkeys(each.target for each in cited if each.target)),
        "passages": [each.citation.passage.words for each in cited if each.citation.passage],
        "key_event": event.key,
        **{f"data_{name}": value for name, value in event.data.items()},
    }
    return {name: value for name, value in found.items() if value not in (None, "", [], False)}


def _moment(day: int, time: str | None) -> str:
    """A moment as ISO 8601: the offset that is written, else that of UTC; a day without a time begins at midnight."""
    if time is None:
        return f"{iso(day)}T00:00:00+00:00"
    clock, offset = time[:5] if time[:2] != "24" else "23:59", offset_of(time)
    seconds = time[5:8] if time[5:6] == ":" else ":00"
    whole = {"": "+00:00", "Z": "+00:00"}.get(offset, offset if len(offset) == 6 else f"{offset}:00")
    return f"{iso(day)}T{clock}{seconds}{whole}"


def _end(date: Date) -> str | None:
    """The last moment of an interval whose end is known."""
    if not date.interval or date.latest is None:
        return None
    return _moment(date.latest, date.end_time)


def _meaning(date: Date) -> str:
    """The thing that the moment is of."""
    if date.start.begin is None:
        return "Latest day"  # no words: data
    if date.interval:
        return "Start"
    return "Event" if date.certain_day is not None else "Earliest day"  # no words: data
