"""Markwhen: one document of `date: title` with properties below, in which no text of the file makes an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.dates.calendar import iso, year_month_day
from tui.core.dates.edtf import Date, Interval
from tui.core.dates.edtf_member import SingleDate
from tui.core.evidence.as_of_words import as_published_by
from tui.core.export.account import claim_line, claims_of, date_in_words, title_as_told
from tui.core.export.carried import days_of, unplaceable
from tui.core.export.extract import Extract
from tui.core.export.features import EVENT_FEATURES, PLAIN
from tui.core.export.notes import noted_sources
from tui.core.index.protocol import EventFacts
from tui.core.text.clean import clean_line, to_json
from tui.core.text.markdown import anchor, escaped
from tui.core.timeline.in_language import TimelineInLanguage

_DATE_LIKE = re.compile(
    r"(?i)\s*(?:now|by|before|after|plus|every|group|section|end|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[^\w«“\"'(]|\d|_)"
)
"""Beginnings of lines that Markwhen may take for a date, a comment, a list or a section."""


def document(whole: Extract) -> str:
    """The whole as one document."""
    voice, timeline = whole.voice, whole.timeline
    head = [f"title: {_quoted(voice.line(timeline.titles) or timeline.id or '')}"]  # no words: a key
    if timeline.as_of is not None:
        head.append(f"as_of: {_quoted(as_published_by(timeline.as_of.day, whole.language))}")  # no words: a key
    if about := voice.text(timeline.about):
        head.append(f"about: {_quoted(clean_line(about))}")  # no words: a key
    told = (one for one in whole.facts if not unplaceable(one.event))
    return "\n\n".join(("\n".join(head), *("\n".join(_event(one, voice, whole.today)) for one in told))) + "\n"


def _event(one: EventFacts, voice: TimelineInLanguage, today: int) -> Iterator[str]:
    event = one.event
    is_plain = not any(EVENT_FEATURES[name](event) for name in ("bounds", "open_ends", "doubt"))
    words = "" if is_plain else f" ({date_in_words(event, voice)})"
    tags = "".join(f" #{tag}" for tag in event.tags if re.fullmatch(r"[A-Za-z]\w*", tag, re.ASCII))
    title = title_as_told(event, voice)
    yield f"{_range(event.date, today)}: {_in_text(title + words)}{tags}"
    properties = {
        "id": event.id,
        "edtf": event.date.text,
        "title": title if words else "",
        "status": event.status,
        "kind": event.kind,
        "actors": [voice.actor(name) for name in event.actors],
        "countries": list(event.countries),
        "place": list(event.places),
        "tags": list(event.tags),
        "date_note": voice.line(event.date_note),
        "key": event.key,
        **{f"data.{re.sub(r'[^A-Za-z0-9_.-]', '_', name)}": value for name, value in event.data.items()},
    }
    yield from (f"{name}: {_quoted(value)}" for name, value in properties.items() if value)
    body = [*_paragraphs(voice.text(event.texts))]
    body += [f"* {_in_text(claim_line(claim, voice))}" for claim in claims_of(event, voice)]
    body += [f"* {anchor(_in_text(note.line), note.address)}" for note in noted_sources(event, voice)]
    if body:
        yield ""
        yield from body


def _quoted(value: object) -> str:
    """A value as YAML, of which JSON is a part."""
    return to_json(value)


def _in_text(text: str) -> str:
    """A text in which nothing is markup, a tag or a box to tick."""
    line = re.sub(r"(?<!\S)#(?=\w)", r"\\#", escaped(text))
    return re.sub(r"^\[", r"\\[", line)


def _paragraphs(text: str) -> Iterator[str]:
    """A line a paragraph; one that could be taken for a date, a comment or a list is set as a quotation."""
    for part in text.split("\n\n"):
        if line := _in_text(part):
            yield f"> {line}" if _DATE_LIKE.match(line) else line


# ---- Dates


def _range(date: Date, today: int) -> str:
    """A date, or the days between which it lies, as Markwhen reads them; its doubt is in the words beside it."""
    first, last = _ends(date, today)
    years = _years(date)
    if min(years) < 1 or max(years) > 9999:
        begin, end = (_year(year) for year in years)
        return begin if begin == end else f"{begin} - {end}"
    return first if first == last else f"{first}/{last}"


def _ends(date: Date, today: int) -> tuple[str, str]:
    form = date.form
    first, last = form if isinstance(form, Interval) else (form, form)
    begin, latest = days_of(date)
    if date.start.begin is None:
        return iso(begin), iso(begin)
    goes_on = date.interval and date.latest is None and begin <= today
    end = "now" if goes_on else (_plain(last) or iso(latest))
    return _plain(first) or iso(begin), end


def _plain(member: object) -> str | None:
    """A day, month or year that is plain; None for any other."""
    if not isinstance(member, SingleDate) or member.precision not in PLAIN or "X" in member.day:
        return None
    if not member.month.isdigit() and member.month:
        return None
    if member.significant or not member.year.isdigit() or int(member.month or 1) > 12:
        return None
    day = "-".join(filter(None, (member.year, member.month, member.day)))
    return f"{day} {member.time[:5]}" if member.time and member.time[:2] != "24" else day


def _years(date: Date) -> tuple[int, int]:
    first, last = days_of(date)
    return year_month_day(first)[0], year_month_day(last)[0]


def _year(year: int) -> str:
    """A year with its era: 1 before our era is the year 0 of a calendar that counts on."""
    return f"{1 - year} BCE" if year < 1 else f"{year} CE"  # no words: eras of Markwhen
