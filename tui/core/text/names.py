"""Fields and statuses as a reader is told them: a file has keys and codes for them, and so does data."""

from __future__ import annotations

from tui.core.text.messages import _, in_context, translatable

_STATUSES = {
    "reported": translatable("reported"),
    "planned": translatable("planned"),
    "in-force": translatable("in-force"),
    "inferred": translatable("inferred"),
    "cancelled": translatable("cancelled"),
}

_ACTOR_KINDS = {
    "company": translatable("company"),
    "union": translatable("union"),
    "person": translatable("person"),
    "government": translatable("government"),
    "regulator": translatable("regulator"),
    "federation": translatable("federation"),
    "publisher": translatable("publisher"),
}

_FIELDS = frozenset(
    {
        translatable("date"),
        translatable("date note"),
        translatable("title"),
        translatable("kind"),
        translatable("status"),
        translatable("actors"),
        translatable("told"),
        translatable("says"),
        translatable("short"),
        translatable("countries"),
        translatable("place"),
        translatable("tags"),
        translatable("text"),
        translatable("keep"),
        translatable("because"),
        translatable("publisher"),
        translatable("author"),
        translatable("url"),
        translatable("archive"),
        translatable("published"),
        translatable("published note"),
        translatable("seen"),
        translatable("gone"),
        translatable("exhibit"),
        translatable("exhibits"),
        translatable("language"),
        translatable("country"),
        translatable("note"),
        translatable("aliases"),
        translatable("part of"),
        translatable("name"),
        translatable("data"),
        translatable("source language"),
        translatable("private"),
        translatable("key"),
    }
)


_GROUPS = frozenset(
    {
        translatable("actor"),
        translatable("country"),
        translatable("kind"),
        translatable("source"),
        translatable("tag"),
        translatable("place"),
        translatable("publisher"),
        translatable("language"),
        translatable("status"),
        translatable("year"),
        translatable("body"),
    }
)


def group_name(field: str) -> str:
    """The thing that the events of a group have in common, as a reader is told it: `actor`, `country`."""
    return _(field) if field in _GROUPS else field


def actor_kind_name(kind: str) -> str:
    """The kind of an actor as a reader is told it; empty for none."""
    return _(_ACTOR_KINDS[kind]) if kind in _ACTOR_KINDS else kind


def widest_actor_kind() -> int:
    """The cells of the longest name of a kind of actor."""
    return max(len(_(name)) for name in _ACTOR_KINDS.values())


def status_name(status: str) -> str:
    """The status as a reader is told it; one that is none of the five comes back as it is."""
    return _(_STATUSES[status]) if status in _STATUSES else status


def field_name(key: str) -> str:
    """The name of a field, with its language if it has one: `date note`, `title fr`; another comes back as it is."""
    name = key.replace("_", " ")
    if name in _FIELDS:
        return _(name)
    if name == "about":
        return in_context("the events, or the story, that something is about", "about")
    begins, space, rest = name.rpartition(" ")
    if begins in _FIELDS or begins == "about":
        return f"{field_name(begins)}{space}{rest}"
    first, space, rest = name.partition(" ")  # `passage jobs`, `data idled`, `view story`
    heads = {"passage": _("passage"), "view": _("view"), "data": _("data")}
    return f"{heads[first]}{space}{rest}" if rest and first in heads else name


_FLAGS = frozenset(
    {translatable("disputed"), translatable("overdue"), translatable("private"), translatable("single-source")}
)


def facet_name(field: str) -> str:
    """The facet that one filters by, as a reader is told it: `actor`, or `is` for what is true of an event."""
    return in_context("the facet of what is true of an event", "is") if field == "is" else group_name(field)


def flag_name(word: str) -> str:
    """The word of `is:` for what is true of an event, as a reader is told it: `disputed`, `overdue`."""
    if word in _FLAGS:
        return _(word)
    names = {
        "planned": status_name(word),
        "interval": in_context("what is true of an event", "interval"),
        "point": in_context("what is true of an event", "point"),
        "undated": in_context("what is true of an event", "undated"),
        "uncertain": in_context("what is true of an event", "uncertain"),
        "vague": in_context("what is true of an event", "vague"),
        "key": in_context("what is true of an event", "key"),
        "starred": in_context("what is true of an event", "starred"),
        "read": in_context("what is true of an event", "read"),
    }
    return names.get(word, word)


_MANY = {
    "actor": translatable("actors"),
    "country": translatable("countries"),
    "kind": translatable("kinds"),
    "source": translatable("sources"),
    "status": translatable("statuses"),
    "tag": translatable("tags"),
    "place": translatable("places"),
    "publisher": translatable("publishers"),
    "language": translatable("languages"),
    "year": translatable("years"),
}


def values_name(field: str) -> str:
    """Many values of a facet, as a reader is told them: `actors`, `countries`."""
    return _(_MANY[field]) if field in _MANY else field
