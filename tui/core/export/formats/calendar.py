"""The entries of a calendar (RFC 5545): what is certain to the day, or bounded on both sides, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.dates.edtf import Date, Interval
from tui.core.dates.edtf_member import SingleDate
from tui.core.dates.instants import instant
from tui.core.export.account import claim_line, claims_of, date_in_words, status_in_words, title_as_told
from tui.core.export.carried import uncertain_for_a_calendar
from tui.core.export.extract import Extract
from tui.core.export.features import TO_THE_DAY
from tui.core.export.notes import noted_sources
from tui.core.index.protocol import EventFacts
from tui.core.text.clean import clean, clean_line
from tui.core.timeline.in_language import TimelineInLanguage

STATUSES = {"planned": "TENTATIVE", "cancelled": "CANCELLED"}
"""The statuses of RFC 5545, where it has one; what else stands there is CONFIRMED."""


class Moment(NamedTuple):
    """A day, or a time of one."""

    day: int
    minute: int | None = None
    """Minutes since midnight, by the clock of the text; None for the whole day."""
    instant: int | None = None
    """Seconds in UTC from day 0, of a time with an offset."""


class Entry(NamedTuple):
    """One entry."""

    uid: str
    title: str
    start: Moment
    past: Moment | None
    """The day after its last day, for a day does not belong to an entry that ends on it; a moment of one with times.

    None for an entry of one moment.
    """
    description: str
    status: str
    categories: tuple[str, ...]
    place: str
    address: str | None
    id: str
    edtf: str
    plain_title: str
    """The title without the date that stands behind it."""


def entries(whole: Extract) -> Iterator[Entry]:
    """The entries of an extract, without the events that no calendar can hold."""
    voice = whole.voice
    for one in whole.facts:
        if not uncertain_for_a_calendar(one.event):
            yield _entry(one, voice)


def _entry(one: EventFacts, voice: TimelineInLanguage) -> Entry:
    event, timeline = one.event, voice.timeline
    start, past = _ends(event.date)
    title = title_as_told(event, voice)
    if not _is_certain(event.date):
        title = f"{title} ({date_in_words(event, voice)})"
    notes = noted_sources(event, voice)
    return Entry(
        f"{event.id}@{timeline.id or 'jalon'}",
        title,
        start,
        past,
        _description(one, voice),
        STATUSES.get(event.status, "CONFIRMED"),
        tuple(map(clean_line, event.tags)),
        ", ".join(map(clean_line, event.places)),
        next((note.address for note in notes if note.address), None),
        event.id,
        event.date.text,
        title_as_told(event, voice),
    )


def _is_certain(date: Date) -> bool:
    """True for a certain day, and for an interval from one certain day to another."""
    if not date.interval:
        return date.certain_day is not None
    return isinstance(date.form, Interval) and all(
        isinstance(one, SingleDate) and one.precision in TO_THE_DAY and "X" not in one.day for one in date.form
    )


def _ends(date: Date) -> tuple[Moment, Moment | None]:
    first, latest = date.start.begin or 0, date.latest or 0
    if date.time is None:
        return Moment(first), Moment(latest + 1)
    start = _timed(first, date.time)
    if not date.interval:
        return start, None
    return start, _timed(latest, date.end_time) if date.end_time else Moment(latest + 1, 0)


def _timed(day: int, time: str) -> Moment:
    hours, minutes = int(time[:2]), int(time[3:5])
    return Moment(day + hours // 24, hours % 24 * 60 + minutes, instant(day, time))


def _description(one: EventFacts, voice: TimelineInLanguage) -> str:
    event = one.event
    names = (*map(voice.actor, event.actors), *map(voice.country, event.countries))
    facts = (
        date_in_words(event, voice),
        voice.line(event.date_note),
        ", ".join(filter(None, (clean_line(event.kind or ""), status_in_words(event, one.is_overdue)))),
        ", ".join(names),
        clean(voice.text(event.texts)),
        *(claim_line(claim, voice) for claim in claims_of(event, voice)),
        *(f"{note.line} {note.address or ''}" for note in noted_sources(event, voice)),
    )
    return "\n\n".join(filter(None, map(str.strip, facts)))
