"""The names of columns as a reader is told them; without a language that was asked for, the keys stand there."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.text.messages import _, translatable

_COLUMNS = {
    "id": translatable("id"),
    "event": translatable("event"),
    "date": translatable("date"),
    "date_note": translatable("date note"),
    "title": translatable("title"),
    "kind": translatable("kind"),
    "status": translatable("status"),
    "actors": translatable("ids of actors"),
    "countries": translatable("countries"),
    "place": translatable("place"),
    "tags": translatable("tags"),
    "text": translatable("text"),
    "claims": translatable("claims"),
    "sources": translatable("ids of sources"),
    "start_earliest": translatable("earliest start"),
    "start_latest": translatable("latest start"),
    "end_earliest": translatable("earliest end"),
    "end_latest": translatable("latest end"),
    "words": translatable("date in words"),
    "about": translatable("is about"),
    "told": translatable("told"),
    "says": translatable("says"),
    "short": translatable("short"),
    "key": translatable("key event"),
    "actor_names": translatable("actors"),
    "publishers": translatable("publishers"),
    "addresses": translatable("addresses"),
    "claim": translatable("claim"),
    "disputed": translatable("disputed"),
    "value": translatable("value"),
    "unit": translatable("unit"),
    "low": translatable("from at least"),
    "high": translatable("to at most"),
    "approximate": translatable("approximate"),
    "kept": translatable("kept"),
    "less_precise": translatable("less precise"),
    "source": translatable("source"),
    "passage": translatable("passage"),
    "publisher": translatable("publisher"),
    "published": translatable("published"),
    "url": translatable("address"),
    "source_titles": translatable("sources"),
    "told_names": translatable("told"),
    "says_names": translatable("says"),
    "first_day": translatable("first day"),
    "last_day": translatable("last day"),
    "exhibit": translatable("exhibit"),
    "because": translatable("because"),
    "announces": translatable("announces"),
    "address": translatable("address"),
    "author": translatable("author"),
    "archive": translatable("archive"),
    "seen": translatable("seen"),
    "gone": translatable("gone"),
    "language": translatable("language"),
    "country": translatable("country"),
    "note": translatable("note"),
    "published_note": translatable("published note"),
    "events": translatable("events"),
}


_BY_NAME = {"actors": "actor_names", "sources": "source_titles", "told": "told_names", "says": "says_names"}
"""The columns that have names where records have ids."""


def in_language(columns: Iterable[str], *, by_name: bool = False) -> list[str]:
    """The names of columns in the language in force; a key that has no name, as of declared data, stays.

    With `by_name` actors and sources are told by their names, as an export tells them.
    """
    keys = (_BY_NAME.get(key, key) if by_name else key for key in columns)
    return [_(_COLUMNS[key]) if key in _COLUMNS else key for key in keys]
