"""The fields of a file of events, in one table: how each is read, and the shape that the schema gives it."""

from __future__ import annotations

from tui.core.text.messages import worded
from tui.core.timeline.model import ACTOR_KINDS, GROUPS, REQUIREMENTS, STATUSES
from tui.store.read import scalars, values
from tui.store.read.context import Field
from tui.store.read.events import knows_actor, knows_event, read_actor_id, read_data
from tui.store.read.sections import read_exceptions, read_order, read_story_id, read_units
from tui.store.read.sources import read_citations, read_claims, read_passages

_SILENCE = Field("silences", values.read_silence, shape="silence")
_SHORT = Field("shorts", scalars.read_line, "")
_PRIVATE = Field("private", values.read_private, shape="yes-or-no")
_READ_COUNTRIES = scalars.list_of(values.read_country, values.knows_country)
_READ_GROUP = scalars.one_of(GROUPS, "unknown-group", worded('"{text}" is no grouping'))
_READ_KIND = scalars.one_of(ACTOR_KINDS, "unknown-kind", worded('"{text}" is no kind of actor'))
_READ_REQUIREMENT = scalars.one_of(REQUIREMENTS, "unknown-requirement", worded('"{text}" is nothing to require'))
_READ_STATUS = scalars.one_of(STATUSES, "unknown-status", worded('"{text}" is no status'))

TABLES: dict[str, dict[str, Field]] = {
    "timeline": {
        "id": Field("id", read_story_id),
        "title": Field("titles", scalars.read_line, ""),
        "language": Field("language", values.read_language, shape="language"),
        "about": Field("about", scalars.read_text, ""),
        "view": Field("view", scalars.read_name),
        "include": Field("include", scalars.list_of(values.read_included, commas=True), is_list=True),
        "countries": Field("countries", _READ_COUNTRIES, shape="country", is_list=True),
        "source_language": Field("source_language", values.read_language, shape="language"),
        "data": Field("data", read_units, shape="units"),
        "exhibits": Field("exhibits", values.read_exhibit, shape="exhibit"),
        "silence": _SILENCE,
    },
    "actor": {
        "name": Field("names", scalars.read_called, ""),
        "short": _SHORT,
        "kind": Field("kind", _READ_KIND, shape="actor-kind"),
        "country": Field("country", values.read_country, shape="country"),
        "aliases": Field("aliases", scalars.list_of(scalars.read_called), is_list=True),
        "about": Field("about", scalars.read_text, ""),
        "part_of": Field("part_of", scalars.list_of(scalars.read_name, knows_actor), is_list=True),
        "silence": _SILENCE,
    },
    "source": {
        "title": Field("titles", scalars.read_line, ""),
        "publisher": Field("publisher", scalars.read_called),
        "author": Field("author", scalars.read_called),
        "url": Field("url", values.read_address, shape="address"),
        "archive": Field("archives", scalars.list_of(values.read_copy, commas=True), is_list=True),
        "published": Field("published", values.read_date, shape="date"),
        "published_note": Field("published_note", scalars.read_text, ""),
        "seen": Field("seen", values.read_date, shape="date"),
        "language": Field("language", values.read_language, shape="language"),
        "country": Field("country", values.read_country, shape="country"),
        "passages": Field("passages", read_passages, shape="passages"),
        "note": Field("note", scalars.read_text, ""),
        "silence": _SILENCE,
        "gone": Field("gone", values.read_date, shape="date"),
        "exhibit": Field("exhibit", values.read_exhibit, shape="exhibit"),
        "private": _PRIVATE,
    },
    "event": {
        "id": Field("id", scalars.read_name),
        "date": Field("date", values.read_event_date, shape="event-date"),
        "date_note": Field("date_note", scalars.read_text, ""),
        "title": Field("titles", scalars.read_line, ""),
        "kind": Field("kind", scalars.read_name),
        "status": Field("status", _READ_STATUS, shape="status"),
        "actors": Field("actors", scalars.list_of(read_actor_id, knows_actor), is_list=True),
        "countries": Field("countries", _READ_COUNTRIES, shape="country", is_list=True),
        "place": Field("places", scalars.list_of(scalars.read_called, commas=True), is_list=True),
        "tags": Field("tags", scalars.list_of(scalars.read_name), is_list=True),
        "text": Field("texts", scalars.read_text, ""),
        "claims": Field("claims", read_claims, shape="claims"),
        "sources": Field("citations", read_citations, shape="citations"),
        "silence": _SILENCE,
        "private": _PRIVATE,
        "key": Field("key", values.read_answer, shape="yes-or-no"),
        "about": Field("about", scalars.list_of(scalars.read_name, knows_event), is_list=True),
        "told": Field("told", scalars.list_of(read_actor_id, knows_actor), is_list=True),
        "says": Field("says", scalars.list_of(read_actor_id, knows_actor), is_list=True),
        "short": _SHORT,
        "data": Field("data", read_data, shape="data"),
        "undated": Field("undated", values.read_answer, shape="yes-or-no"),
    },
    "claim": {"because": Field("because", scalars.read_text, ""), "name": Field("names", scalars.read_line, "")},
    "view": {
        "query": Field("query", scalars.read_line),
        "group": Field("group", _READ_GROUP, shape="grouping"),
        "order": Field("order", read_order, shape="order"),
    },
    "publish": {
        "require": Field("require", scalars.list_of(_READ_REQUIREMENT), shape="requirement", is_list=True),
        "except": Field("exceptions", read_exceptions, shape="reasons"),
        "about": Field("about", scalars.read_text, ""),
    },
}
"""By the kind of mapping and the key."""
