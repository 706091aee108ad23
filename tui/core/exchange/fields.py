"""The fields that a table can give an event and its source, and the words by which headers name them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui.core.exchange.header_words import HEADER_WORDS
from tui.core.text.fold import fold
from tui.core.text.messages import translatable


class FieldEntry(NamedTuple):
    """A field that a column can be mapped to."""

    says: str
    """Its name for readers."""
    is_list: bool = False
    """True where one cell may hold several values."""
    is_date: bool = False


FIELDS: dict[str, FieldEntry] = {
    "date": FieldEntry(translatable("date"), is_date=True),
    "end": FieldEntry(translatable("last day"), is_date=True),
    "modifier": FieldEntry(translatable("on, before, after, about, range")),
    "title": FieldEntry(translatable("title")),
    "text": FieldEntry(translatable("text")),
    "kind": FieldEntry(translatable("kind")),
    "status": FieldEntry(translatable("status")),
    "actors": FieldEntry(translatable("actors"), is_list=True),
    "countries": FieldEntry(translatable("countries"), is_list=True),
    "place": FieldEntry(translatable("places"), is_list=True),
    "tags": FieldEntry(translatable("tags"), is_list=True),
    "source": FieldEntry(translatable("title of the source"), is_list=True),
    "publisher": FieldEntry(translatable("publisher of the source"), is_list=True),
    "address": FieldEntry(translatable("address of the source"), is_list=True),
    "published": FieldEntry(translatable("day of publication"), is_list=True, is_date=True),
    "passage": FieldEntry(translatable("passage of the source")),
    "id": FieldEntry(translatable("id")),
    "note": FieldEntry(translatable("a paragraph more of the text")),
    "date_note": FieldEntry(translatable("note on the date")),
    "year": FieldEntry(translatable("year of the date")),
    "month": FieldEntry(translatable("month of the date")),
    "day": FieldEntry(translatable("day of the date")),
    "time": FieldEntry(translatable("time of day")),
    "end_year": FieldEntry(translatable("year of the last day")),
    "end_month": FieldEntry(translatable("month of the last day")),
    "end_day": FieldEntry(translatable("day of the last day")),
    "end_time": FieldEntry(translatable("time of day of the end")),
    "slide": FieldEntry(translatable("type of slide")),
}
"""The fields by the names that a map has for them; a title or a text may have a language behind it, `title_fr`."""

IN_LANGUAGE = re.compile(r"(title|text)[_ ]\(?([a-z]{2,3})\)?")
"""A title or a text in a named language."""


def is_field(name: str) -> bool:
    """True when a column can be mapped to a field of that name."""
    return name in FIELDS or bool(IN_LANGUAGE.fullmatch(name) and "_" in name)


HEADER_LANGUAGES = tuple(HEADER_WORDS)


@cache
def _by_header() -> dict[str, tuple[str, frozenset[str]]]:
    """The field of each word of a header, and the languages in which it is that."""
    found: dict[str, tuple[str, frozenset[str]]] = {name: (name, frozenset()) for name in FIELDS}
    for language, fields in HEADER_WORDS.items():
        for field, words in fields.items():
            for word in words.split(", "):
                known, languages = found.get(word, (field, frozenset()))
                found[word] = (known, languages | {language} if known == field else languages)
    return found


def field_of_header(header: str) -> str | None:
    """The field that a header names, in English, French or Dutch; None where it names none."""
    text = _plain(header)
    in_language = IN_LANGUAGE.fullmatch(text)
    if in_language:
        return f"{in_language[1]}_{in_language[2]}"
    found = _by_header().get(text)
    return found[0] if found else None


def languages_of_header(header: str) -> frozenset[str]:
    """The languages in which a header names a field."""
    found = _by_header().get(_plain(header))
    return found[1] if found else frozenset()


def _plain(header: str) -> str:
    return re.sub(r"\s+", " ", fold(header)).strip(" :.*?")
