"""The fields of a file of events, in one table: how each is read, and the shape that the schema gives it."""

from __future__ import annotations

from tui.core.timeline.model import ACTOR_KINDS, GROUPS, STATUSES
from tui.store.read.context import Field
from tui.store.read.events import read_actor_id
from tui.store.read.scalars import (
    list_of,
    one_of,
    read_address,
    read_answer,
    read_copy,
    read_country,
    read_date,
    read_language,
    read_line,
    read_text,
)
from tui.store.read.silence import read_silence
from tui.store.read.sources import read_citations, read_claims, read_passages

_SILENCE = Field("silences", read_silence, shape="silence")
_PRIVATE = Field("private", read_answer, shape="yes-or-no")
_READ_GROUP = one_of(GROUPS, "unknown-group", "grouping")
_READ_KIND = one_of(ACTOR_KINDS, "unknown-kind", "kind of actor")
_READ_STATUS = one_of(STATUSES, "unknown-status", "status")

TABLES: dict[str, dict[str, Field]] = {
    "timeline": {
        "id": Field("id", read_line),
        "title": Field("titles", read_line, ""),
        "language": Field("language", read_language, shape="language"),
        "about": Field("about", read_text, ""),
        "silence": _SILENCE,
    },
    "actor": {
        "name": Field("names", read_line, ""),
        "kind": Field("kind", _READ_KIND, shape="actor-kind"),
        "country": Field("country", read_country, shape="country"),
        "aliases": Field("aliases", list_of(read_line), is_list=True),
        "about": Field("about", read_text, ""),
        "silence": _SILENCE,
    },
    "source": {
        "title": Field("titles", read_line, ""),
        "publisher": Field("publisher", read_line),
        "author": Field("author", read_line),
        "url": Field("url", read_address, shape="address"),
        "archive": Field("archive", read_copy),
        "published": Field("published", read_date, shape="date"),
        "published_note": Field("published_note", read_text, ""),
        "seen": Field("seen", read_date, shape="date"),
        "language": Field("language", read_language, shape="language"),
        "country": Field("country", read_country, shape="country"),
        "passages": Field("passages", read_passages, shape="passages"),
        "note": Field("note", read_text, ""),
        "silence": _SILENCE,
        "gone": Field("gone", read_date, shape="date"),
        "private": _PRIVATE,
    },
    "event": {
        "id": Field("id", read_line),
        "date": Field("date", read_date, shape="date"),
        "date_note": Field("date_note", read_text, ""),
        "title": Field("titles", read_line, ""),
        "kind": Field("kind", read_line),
        "status": Field("status", _READ_STATUS, shape="status"),
        "actors": Field("actors", list_of(read_actor_id), is_list=True),
        "countries": Field("countries", list_of(read_country), shape="country", is_list=True),
        "place": Field("places", list_of(read_line), is_list=True),
        "tags": Field("tags", list_of(read_line), is_list=True),
        "text": Field("texts", read_text, ""),
        "claims": Field("claims", read_claims, shape="claims"),
        "sources": Field("citations", read_citations, shape="citations"),
        "silence": _SILENCE,
        "private": _PRIVATE,
        "about": Field("about", list_of(read_line), is_list=True),
        "told": Field("told", list_of(read_actor_id), is_list=True),
    },
    "claim": {"because": Field("because", read_text, "")},
    "view": {
        "query": Field("query", read_line),
        "group": Field("group", _READ_GROUP, shape="grouping"),
        "order": Field("order", read_line),
    },
}
"""By the kind of mapping and the key."""
