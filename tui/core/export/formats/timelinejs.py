"""TimelineJS (Knight Lab): its JSON, in which doubt is in the words of a date and the sources are notes of the text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import Date, Interval
from tui.core.dates.edtf_member import SingleDate
from tui.core.evidence.as_of_words import as_published_by
from tui.core.export.account import claim_line, claims_of, date_in_words, status_in_words, title_as_told
from tui.core.export.carried import without_day
from tui.core.export.extract import Extract
from tui.core.export.features import PLAIN
from tui.core.export.notes import noted_sources
from tui.core.index.protocol import EventFacts
from tui.core.text.clean import clean_line
from tui.core.timeline.in_language import TimelineInLanguage

FAR = 200_000
"""Years from ours beyond which a browser knows no days: the scale is then that of the cosmos, in years."""


def document(whole: Extract) -> dict[str, object]:
    """The whole as TimelineJS loads it; without the events that stand nowhere in time."""
    voice, timeline = whole.voice, whole.timeline
    told = [one for one in whole.facts if not without_day(one.event)]
    slides = [_slide(one, voice) for one in told]
    is_far = any(abs(_years(one.event.date)[0]) > FAR or abs(_years(one.event.date)[1]) > FAR for one in told)
    about = _paragraphs(voice.text(timeline.about))
    if timeline.as_of is not None:
        about = f"<p>{escape(as_published_by(timeline.as_of.day, whole.language))}</p>{about}"
    return {
        "scale": "cosmological" if is_far else "human",
        "title": {"text": {"headline": escape(voice.line(timeline.titles)), "text": about}},
        "events": [_in_years(slide) for slide in slides] if is_far else slides,
    }


def _slide(one: EventFacts, voice: TimelineInLanguage) -> dict[str, object]:
    event = one.event
    date = event.date
    words = date_in_words(event, voice)
    start, end = _ends(date)
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": {**start, "display_date": words},
        **({"end_date": {**end, "display_date": " "}} if end else {}),
        "display_date": words,
        "text": {"headline": escape(title_as_told(event, voice)), "text": _text(one, voice)},
    }
    return {**slide, "group": clean_line(event.kind)} if event.kind else slide


def _ends(date: Date) -> tuple[dict[str, int], dict[str, int] | None]:
    """The start of a date, and its end where it is an interval whose end is known, as far as they are certain."""
    form = date.form
    first, last = form if isinstance(form, Interval) else (form, None)
    start = _plain(first) or _day(date.sort_key[0] if date.start.begin is None else date.start.begin)
    if not date.interval or date.latest is None or date.start.begin is None:
        return start, None
    return start, _plain(last) or _day(date.latest)


def _plain(member: object) -> dict[str, int] | None:
    """Year, month, day and time of one date that is plain; None for any other."""
    if not isinstance(member, SingleDate) or member.precision not in PLAIN or "X" in member.day:
        return None
    begin = member.span.begin
    if begin is None:
        return None
    parts = _day(begin)
    known = {"year": 1, "month": 2}.get(member.precision, 3)
    kept = {name: parts[name] for name in ("year", "month", "day")[:known]}
    if not member.time:
        return kept
    hour, minute = (23, 59) if member.time[:2] == "24" else (int(member.time[:2]), int(member.time[3:5]))
    return {**kept, "hour": hour, "minute": minute}


def _day(day: int) -> dict[str, int]:
    """A day; years before our era are counted as TimelineJS shows them, -500 for 500 BCE, without a year 0."""
    year, month, number = year_month_day(day)
    return {"year": year if year > 0 else year - 1, "month": month, "day": number}


def _years(date: Date) -> tuple[int, int]:
    start, end = _ends(date)
    return start["year"], (end or start)["year"]


def _in_years(slide: dict[str, object]) -> dict[str, object]:
    """A slide with the years of its dates alone: nothing else has a place in the scale of the cosmos."""
    kept = ("year", "display_date")
    return {
        name: {part: of[part] for part in kept if part in of} if isinstance(of, dict) and name.endswith("_date") else of
        for name, of in slide.items()
    }


# ---- The text of a slide


def _text(one: EventFacts, voice: TimelineInLanguage) -> str:
    event = one.event
    notes = noted_sources(event, voice)
    marks = "".join(f"<sup>{note.number}</sup>" for note in notes)
    text = _paragraphs(voice.text(event.texts), marks)
    status = status_in_words(event, one.is_overdue)
    claims = _list(claim_line(claim, voice) for claim in claims_of(event, voice))
    items = "".join(f"<li>{_note(note.line, note.address)}</li>" for note in notes)
    return "".join(
        (
            f"<p><em>{escape(status)}</em></p>" if status else "",
            text,
            claims,
            f"<ol>{items}</ol>" if items else "",
        )
    )


def _note(line: str, address: str | None) -> str:
    said = escape(line)
    return f'<a href="{escape(address)}" rel="noopener">{said}</a>' if address else said


def _list(items: Iterable[str]) -> str:
    listed = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{listed}</ul>" if listed else ""


def _paragraphs(text: str, marks: str = "") -> str:
    """The paragraphs of a text, with the marks of the notes after the last; of no text the marks need no place."""
    parts = [escape(clean_line(part)) for part in text.split("\n\n") if part.strip()]
    if parts and marks:
        parts[-1] += marks
    return "".join(f"<p>{part}</p>" for part in parts)
