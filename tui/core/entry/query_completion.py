"""The choices that could follow the typed part of a query: fields, and the values of a field with their counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_single_reading
from tui.core.dates.words import in_words
from tui.core.entry.picker_choices import Choice, beginning_first, choice, narrowed, values_called, values_to_pick
from tui.core.index.protocol import Answers
from tui.core.query.tree import AS_OF, DATES, FACETS, FLAGS, quoted
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, translatable, translated
from tui.core.timeline.model import STATUSES, Event

MEANINGS = {
    "actor": translatable("whom it concerns"),
    "country": translatable("a country, by code or name"),
    "kind": translatable("what kind of event"),
    "status": translatable("reported, planned, in-force, inferred, cancelled"),
    "source": translatable("an article that says so"),
    "publisher": translatable("who publishes a source of it"),
    "language": translatable("the language of a source of it"),
    "place": translatable("where"),
    "tag": translatable("a tag"),
    "year": translatable("the year under which it stands"),
    "id": translatable("one event"),
    "in": translatable("some reading of its date touches that time"),
    "within": translatable("every reading of its date lies in that time"),
    "possibly": translatable("some reading of its date lies in that time"),
    "before": translatable("over before that time"),
    "after": translatable("begins after that time"),
    "from": translatable("not over before that time"),
    "to": translatable("not begun after that time"),
    "as-of": translatable("everything as published by that day"),
    "is": translatable("disputed, planned, overdue, single-source, vague …"),
    "has": translatable("claims, passage, archive …"),
    "hint": translatable("what jalon check hints at: single-source, near-duplicate …"),
}
"""The fields of a query, in the order in which they are offered."""

WORDS = {**FLAGS, "status": STATUSES}
"""The fields of which every value is known beforehand."""
LISTED = (*FACETS, "publisher", "language", "place", "tag")
"""The fields of which the file has the values."""
MOST_IDS = 50
LEAST = 2
"""Letters of a name before values of every facet are offered for it."""


class Completions(NamedTuple):
    """The choices that may replace the characters from `begin` to before `end`; the value is the text put there."""

    begin: int
    end: int
    choices: list[Choice]


def completions(text: str, at: int, answers: Answers, event: Event | None, language: str) -> Completions:
    """The completions of what stands before the cursor at a character of the query."""
    at = min(at, len(text))
    begin = _word_begins(text, at)
    word = text[begin:at]
    sign = "-" if word.startswith("-") else ""
    field, colon, _value = word.removeprefix("-").partition(":")
    if not colon:
        fields = _fields(sign, field, answers.engine.head.data)
        offered = [*fields, *_values(sign, field, answers, event, language)]
        return Completions(begin, at, offered)
    part = _part_begins(text, begin + len(sign) + len(field) + 1, at)
    return Completions(part, at, _of_field(field, text[part:at].strip('"'), answers, event, language))


def _fields(sign: str, word: str, data: Mapping[str, str]) -> list[Choice]:
    own = {
        name: _("a number or a word, in {unit}", unit=unit) if unit else _("a number or a word")
        for name, unit in data.items()
    }
    meanings = {field: _(meaning) for field, meaning in MEANINGS.items()}
    return [
        choice(f"{sign}{field}:", f"{sign}{field}:", (), note=clean_line(note))
        for field, note in (meanings | own).items()
        if field.startswith(word)
    ]


def _values(sign: str, word: str, answers: Answers, event: Event | None, language: str) -> list[Choice]:
    """Values of every facet that are called so, so that one need not know the field."""
    if len(word.strip('"')) < LEAST:
        return []
    sought = word.strip('"')
    called = [
        one._replace(value=f"{sign}{facet}:{quoted(one.value)} ", note=facet)
        for facet in FACETS
        for one in values_called(answers, facet, sought, event, language)
    ]
    return beginning_first(called, sought)


def _of_field(field: str, part: str, answers: Answers, event: Event | None, language: str) -> list[Choice]:
    if field in WORDS:
        return [choice(f"{word} ", word, ()) for word in WORDS[field] if word.startswith(part)]
    if field in LISTED:
        offered = narrowed(values_to_pick(answers, field, event, language), part)
        return [one._replace(value=quoted(one.value) + " ") for one in offered]
    if (field in DATES or field == AS_OF) and part:
        return [choice("", said, ()) for said in _date_in_words(part, language)]
    if field == "id":
        return [choice(quoted(one) + " ", one, ()) for one in answers.engine.ids_holding(part, MOST_IDS)]
    return []


def _date_in_words(part: str, language: str) -> list[str]:
    try:
        return [in_words(parse_single_reading(part), language)]
    except DateError as error:
        return [translated(error.hint)] if error.hint else []


def _word_begins(text: str, at: int) -> int:
    """The beginning of the word that ends at the cursor: after a blank or a parenthesis outside quotes."""
    begin, is_quoted = 0, False
    for place, character in enumerate(text[:at]):
        if character == '"':
            is_quoted = not is_quoted
        elif not is_quoted and character in " ()":
            begin = place + 1
    return begin


def _part_begins(text: str, begin: int, at: int) -> int:
    """The beginning of the last value of a field: after a comma outside quotes and brackets."""
    is_quoted, depth = False, 0
    for place in range(begin, at):
        character = text[place]
        if character == '"':
            is_quoted = not is_quoted
        elif not is_quoted:
            depth += (character in "[{") - (character in "]}")
            if character == "," and depth <= 0:
                begin = place + 1
    return begin
