"""The fields of an event in the reader's words: screen, paper, Markdown and a difference read this."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from tui.core.dates.edtf import DateError, undated
from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words
from tui.core.evidence.notation import value_in_language
from tui.core.query.data import number, unit_of
from tui.core.text.clean import clean_line
from tui.core.text.names import status_name
from tui.core.timeline.fields import EVENT_FIELDS, FieldValue
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event, TextByLanguage

Facts = Mapping[str, list[str]]
"""The words of each field of an event, under the name that a file has for it: one or more texts, or none."""

SHOWN_TOGETHER = ("date_note", "kind", "status", "actors", "told", "says", "countries", "place", "tags", "data")
"""The fields besides the date that stand together; text, claims, sources and what it is about have their own parts."""

_NAMES: Mapping[str, Callable[[TimelineInLanguage], Callable[[str], str]]] = {
    **dict.fromkeys(("actors", "told", "says"), lambda voice: voice.actor),
    "countries": lambda voice: voice.country,
}
"""The fields that hold ids, with what names these."""

DATES = ("date", "published", "seen", "gone")


def event_facts(event: Event, voice: TimelineInLanguage) -> Facts:
    """The words of each field of an event."""
    return {
        "date": [in_words(event.date, voice.language)],
        **{name: field_words(name, EVENT_FIELDS[name](event), voice) for name in SHOWN_TOGETHER},
    }


def _named_data(said: str, voice: TimelineInLanguage) -> str:
    """A number or a word of an event with its name: `idled 12,000 people`."""
    name, _colon, value = said.partition(": ")
    return f"{clean_line(name)} {data_in_words(name, value, voice)}"


def data_in_words(name: str, value: str, voice: TimelineInLanguage) -> str:
    """A number as who reads writes it, five digits and more separated, with its own unit or the declared; or words."""
    if value.isascii() and value.isdigit() and len(value) > 4:
        value = f"{int(value):,}"
    unit = clean_line(voice.timeline.data.get(name, "")) if number(value) and not unit_of(value) else ""
    anew = value_in_language(f"{value} {unit}", name, voice.language) if unit else ""
    known = anew if anew != f"{value} {unit}" else ""  # a unit that is none that claims have stays as it is
    return known or " ".join(filter(None, (value_in_language(value, name, voice.language), unit)))


def field_words(name: str, said: FieldValue | TextByLanguage, voice: TimelineInLanguage) -> list[str]:
    """The words of a field: a date in words, names of actors and countries, a text in the reader's language."""
    if not said:
        return [in_words(undated(), voice.language)] if name == "date" else []
    if isinstance(said, tuple):
        say = _NAMES[name](voice) if name in _NAMES else clean_line
        if name == "data":
            say = partial(_named_data, voice=voice)
        return list(map(say, said))
    if not isinstance(said, str):
        return list(filter(None, [voice.line(said)]))
    if name == "status":
        return [status_name(clean_line(said))]
    if name in DATES:
        try:
            return [in_words(parse_date(said), voice.language)]
        except DateError:
            pass
    return [clean_line(said)]
