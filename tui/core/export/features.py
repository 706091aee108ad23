"""The features of events and sources that a format may or may not carry, and what one event or source has of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.core.dates.edtf import Date, dates_in_form
from tui.core.text.messages import _, translatable
from tui.core.timeline.model import Event, Source, TextByLanguage

PLAIN_STATUS = "reported"
"""The status of an event that says none."""

TO_THE_DAY = ("second", "minute", "day")
"""The precisions of a date that is known to the day, or better."""
PLAIN = (*TO_THE_DAY, "month", "year")
"""The precisions of a date that is one day, month or year."""

Listed = tuple[str, ...]
"""The parts of a feature that one event or source has, each as the file has it; empty for nothing."""


def _precision(date: Date) -> Listed:
    """The date where it is to the month or to the year, or less, and means no more than that."""
    is_day = date.precision in TO_THE_DAY or date.is_undated
    return () if is_day or _bounds(date) else (date.text,)


def _bounds(date: Date) -> Listed:
    """The date where it is not made of plain days, months and years, from one to another at most."""
    is_plain = not any(sign in date.text for sign in "[{X") and "S" not in date.text
    plain = set(PLAIN)
    is_plain = is_plain and all(one.precision in plain for one in dates_in_form(date.form))
    return () if date.is_undated or is_plain else (date.text,)


def _open_ends(date: Date) -> Listed:
    ends = (date.start.begin, date.start.end, date.end.begin, date.end.end)
    return (date.text,) if None in ends and not date.is_undated else ()


def _twins(event: Event) -> Listed:
    """The languages in which it says something besides the first of each text."""
    texts = (event.titles, event.texts, event.date_note, event.shorts)
    whys = (words for claim in event.claims for words in (claim.because, claim.names))
    return tuple(dict.fromkeys(code for words in (*texts, *whys) for code in list(words)[1:]))


def _first(words: TextByLanguage) -> Listed:
    return tuple(words.values())[:1]


EVENT_FEATURES: Mapping[str, Callable[[Event], Listed]] = {
    "precision": lambda event: _precision(event.date),
    "bounds": lambda event: _bounds(event.date),
    "open_ends": lambda event: _open_ends(event.date),
    "doubt": lambda event: (event.date.text,) if event.date.doubt else (),
    "times": lambda event: (event.date.text,) if "T" in event.date.text and not event.date.is_undated else (),
    "date_notes": lambda event: _first(event.date_note),
    "text": lambda event: _first(event.texts),
    "status": lambda event: () if event.status == PLAIN_STATUS else (event.status,),
    "kind": lambda event: (event.kind,) if event.kind else (),
    "actors": lambda event: event.actors,
    "relations": lambda event: (*event.about, *event.told, *event.says),
    "countries": lambda event: event.countries,
    "places": lambda event: event.places,
    "tags": lambda event: event.tags,
    "claims": lambda event: tuple(claim.name for claim in event.claims),
    "sources": lambda event: event.sources,
    "passages": lambda event: tuple(one.written for one in event.cited if one.passage is not None),
    "announcements": lambda event: tuple(one.written for one in event.cited if one.announces),
    "key_events": lambda event: (event.id,) if event.key else (),
    "short_titles": lambda event: _first(event.shorts),
    "data": lambda event: tuple(f"{name}: {value}" for name, value in event.data.items()),
    "languages": _twins,
}
"""The features of an event, each with what one has of it. Privacy is none of them: what is private never goes out."""


SOURCE_FEATURES: Mapping[str, Callable[[Source], Listed]] = {
    "author": lambda source: (source.author,) if source.author else (),
    "publication": lambda source: (source.published.text,) if source.published else (),
    "source_notes": lambda source: (*_first(source.note), *_first(source.published_note)),
    "seen": lambda source: (source.seen.text,) if source.seen else (),
    "gone": lambda source: (source.gone.text,) if source.gone else (),
    "archive": lambda source: source.archives,
    "source_language": lambda source: (source.language,) if source.language else (),
    "source_country": lambda source: (source.country,) if source.country else (),
    "exhibits": lambda source: (str(source.exhibit),) if source.exhibit else (),
    "source_titles": lambda source: tuple(source.titles)[1:],
}
"""The features of a source, each with what one has of it. Title, publisher and address are carried by all formats."""

ALL_FEATURES = (*EVENT_FEATURES, *SOURCE_FEATURES)

_NAMES = {
    "precision": translatable("dates to the month or the year"),
    "bounds": translatable("bounds of dates"),
    "open_ends": translatable("open ends of dates"),
    "doubt": translatable("doubt about dates"),
    "times": translatable("times of day"),
    "date_notes": translatable("notes on dates"),
    "text": translatable("texts"),
    "status": translatable("statuses"),
    "kind": translatable("kinds"),
    "actors": translatable("actors"),
    "relations": translatable("what is about, told or said"),
    "countries": translatable("countries"),
    "places": translatable("places"),
    "tags": translatable("tags"),
    "claims": translatable("claims with who gives each value"),
    "sources": translatable("sources"),
    "passages": translatable("passages"),
    "announcements": translatable("which sources announce it"),
    "key_events": translatable("key events"),
    "short_titles": translatable("short titles"),
    "data": translatable("data"),
    "languages": translatable("other languages"),
    "author": translatable("authors of sources"),
    "publication": translatable("days of publication"),
    "source_notes": translatable("notes on sources"),
    "seen": translatable("days on which sources were seen"),
    "gone": translatable("pages that are gone"),
    "archive": translatable("copies in archives"),
    "source_language": translatable("languages of sources"),
    "source_country": translatable("countries of sources"),
    "exhibits": translatable("exhibit numbers"),
    "source_titles": translatable("titles of sources in other languages"),
}


def feature_name(feature: str) -> str:
    """The name of a feature in the reader's language."""
    return _(_NAMES[feature])
