"""The formats that a timeline goes out in, and the table of what each can carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import FARTHEST_DAY, Date
from tui.core.export.features import ALL_FEATURES, SOURCE_FEATURES
from tui.core.text.messages import translatable
from tui.core.timeline.model import Event
from tui.core.timeline.when import key_day

DATA = "data"
"""A program can read it back."""
WORDS = "words"
"""It is there for people to read, and for no program."""


def nobody(_event: Event) -> str:
    """The reason why an event is left out, of a format that leaves out none."""
    return ""


UNDATED, NO_DAY, DOUBTFUL, UNBOUNDED, FAR = (
    translatable("it has no date"),
    translatable("nothing says when it begins or ends"),
    translatable("its date is in doubt"),
    translatable("its date is open on one side"),
    translatable("its year is too far from ours"),
)


def is_far(date: Date) -> bool:
    """True when a date has a year that a calendar of four digits does not know, or none of our era."""
    days = (day for span in (date.start, date.end) for day in span if day is not None)
    return any(not FIRST_DAY <= day <= LAST_DAY for day in days)


FIRST_DAY, LAST_DAY = 1, 3652060
"""The first day of the year 1, and the day after the last of 9999."""


def without_day(event: Event) -> str:
    """The reason why an event stands nowhere on a line of time: no day at all is known."""
    if event.date.is_undated:
        return UNDATED
    return NO_DAY if event.date.sort_key[0] == FARTHEST_DAY else ""


def without_calendar_day(event: Event) -> str:
    """The same where years have four digits."""
    return without_day(event) or (FAR if is_far(event.date) else "")


def days_of(date: Date) -> tuple[int, int]:
    """The first and the last day of a date; where one of them is not known the other."""
    first = key_day(date)
    return first, max(first, first if date.latest is None else date.latest)


def unplaceable(event: Event) -> str:
    """The reason why an event stands nowhere for Markwhen, which reads years of five digits; empty else."""
    if reason := without_day(event):
        return reason
    return FAR if max(abs(year_month_day(day)[0]) for day in days_of(event.date)) > FARTHEST_YEAR else ""


FARTHEST_YEAR = 99_998


def uncertain_for_a_calendar(event: Event) -> str:
    """The reason why an event is in no calendar: it is neither certain to the day nor bounded."""
    date = event.date
    if date.is_undated:
        return UNDATED
    if date.doubt:
        return DOUBTFUL
    if None in (*date.start, *date.end):
        return UNBOUNDED
    first, last = days_of(date)
    return "" if first > FIRST_DAY and last + 2 < LAST_DAY else FAR  # an entry ends on the day after, and zones differ


class Format(NamedTuple):
    """A format that a timeline goes out in."""

    name: str
    ending: str
    """Of the name of its file, `.xlsx`; empty for a folder."""
    carries: Mapping[str, str]
    """DATA or WORDS by the feature; what is not there cannot be carried."""
    leaves_out: Callable[[Event], str] = nobody
    """The reason why an event is left out altogether; empty for one that goes out."""
    has_events: bool = True
    """False for a format of sources alone."""
    is_binary: bool = False
    says: str = ""
    """For whom it is, in a few words."""
    longest: int | None = None
    """The most characters that one text may have."""
    dates_all_or_none: bool = False
    """True for a row with the days of its sources where all of them have one, for else nobody knows whose they are."""


def _table(data: tuple[str, ...], words: tuple[str, ...] = ()) -> dict[str, str]:
    return {**dict.fromkeys(data, DATA), **dict.fromkeys(words, WORDS)}


_DATES = ("precision", "bounds", "open_ends", "doubt", "times")
_WHAT = ("status", "kind", "actors", "countries", "places", "tags")
_IN_TEXT = ("status", "kind", "actors", "countries", "places")
_SAID = ("claims", "sources", "passages")
_NOTED = ("author", "publication", "archive", "seen", "gone", "exhibits")
"""The features of a source that a line of words about it has."""
_OF_ONE_LANGUAGE = tuple(name for name in ALL_FEATURES if name not in ("languages", "source_titles"))

FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("xlsx", ".xlsx", _table(_OF_ONE_LANGUAGE), is_binary=True, longest=32_767,
               says=translatable("a workbook: events, claims, citations, sources")),
        Format(
            "docx",
            ".docx",
            _table((), (*_DATES, "date_notes", "text", "status", "actors", "places", *_SAID, *_NOTED)),
            is_binary=True, says=translatable("a chronology for lawyers, with a list of exhibits")),
        Format(
            "csv",
            ".csv",
            _table(
                (*_DATES, "date_notes", "text", *_WHAT, "relations", "sources", "key_events", "short_titles", "data",
                 "publication"),
                ("claims", "passages"),
            ),
            dates_all_or_none=True, says=translatable("a table for spreadsheets")),
        Format(
            "timelinejs",
            ".json",
            _table(
                ("precision", "times", "kind"),
                ("text", "bounds", "open_ends", "doubt", "status", *_SAID, *_NOTED),
            ),
            without_day, says=translatable("for newsrooms")),
        Format(
            "ics",
            ".ics",
            _table(
                ("times", "tags"),
                ("text", *_IN_TEXT, "precision", "bounds", "date_notes", *_SAID, *_NOTED),
            ),
            uncertain_for_a_calendar, says=translatable("a calendar")),
        Format(
            "markwhen",
            ".mw",
            _table((*_DATES, "date_notes", *_WHAT, "key_events", "data"), ("text", *_SAID, *_NOTED)),
            unplaceable, says=translatable("a document of notes")),
        Format(
            "obsidian",
            "",
            _table(
                (*_DATES, "date_notes", *_WHAT, "relations", "sources", "key_events", "data"),
                ("text", "claims", "passages", *_NOTED),
            ), says=translatable("a folder of notes")),
        Format(
            "timesketch",
            ".jsonl",
            _table(
                (*_DATES, "date_notes", "text", *_WHAT, "sources", "passages", "key_events", "data", "publication"),
                ("claims",),
            ),
            without_calendar_day, says=translatable("for investigators")),
        Format(
            "jsonld",
            ".jsonld",
            _table(
                ("precision", "times", "text", "kind", "actors", "countries", "places", "tags", "sources", "passages",
                 "author", "publication", "archive", "source_language", "source_notes"),
                ("bounds", "open_ends", "doubt", "date_notes", "status", "claims"),
            ), says=translatable("for the web")),
        Format(
            "csl",
            ".json",
            _table(("author", "publication", "seen", "source_language", "archive"), ("gone", "passages")),
            has_events=False, says=translatable("sources, for Zotero")),
        Format(
            "bibtex",
            ".bib",
            _table(("author", "seen", "source_language"), ("publication", "archive", "gone", "passages")),
            has_events=False, says=translatable("sources, for LaTeX")),
    )
}  # fmt: skip
"""By name. A test holds each table against what the format puts out."""


def with_claims(form: Format) -> Format:
    """The same format with a row for each claimed value and source."""
    return form._replace(carries={**form.carries, "claims": DATA})


def carries(form: Format, feature: str) -> str | None:
    """DATA or WORDS; None for what the format cannot carry, or what is none of its business."""
    return form.carries.get(feature)


def concerns(form: Format, feature: str) -> bool:
    """True when what is lacking of a feature is a loss of this format: one of sources alone loses no event's date."""
    return form.has_events or feature in SOURCE_FEATURES
