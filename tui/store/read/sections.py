"""The sections of a file: the timeline itself, actors, sources, events as they come, views, and when to publish it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from tui.core.problems.problem import Place
from tui.core.text.fold import fold
from tui.core.text.messages import worded
from tui.core.text.nearest import asked, closest
from tui.core.timeline.ids import COMMON_IDS
from tui.core.timeline.model import CITED, ORDERS, SECTIONS, Publishing, SavedView, Source, Timeline
from tui.core.timeline.order import in_time_order
from tui.store.read.context import Context
from tui.store.read.events import join_parts, name_the_nameless, read_actor, read_event, relate, say_unknown_event
from tui.store.read.fields import is_unspaced, read_fields
from tui.store.read.scalars import (
    is_blank,
    mapping_of,
    meant,
    own_name,
    read_called,
    read_line,
    read_name,
    read_text,
    scalar_of,
    wrong,
)
from tui.store.read.sources import read_source
from tui.store.read.values import read_language
from tui.store.yaml.composer import Composer
from tui.store.yaml.libyaml import MappingStartEvent, SequenceStartEvent
from tui.store.yaml.nodes import Node, Scalar, at

_SECTION_WORDS = {"chronologie": "timeline", "frise": "timeline", "vues": "views", "références": "sources"}
"""The words that people write for the name of a section, where they do not look like it."""


TOGETHER = 16
"""Events that are composed before the first of them is read: to go to and fro between the two costs a twentieth."""


class OutOfOrderError(Exception):
    """A section that events refer to comes after them."""


def read_sections(composer: Composer, context: Context) -> None:
    """Read the whole file into the context; the parser's own errors pass through."""
    root = composer.root()
    if isinstance(root, MappingStartEvent):
        read_each(root, composer, context)
    elif isinstance(root, SequenceStartEvent):
        message, hint = worded('this is a list without "events:"'), worded('a line "events:" above the list')
        context.error(at(root.start_mark), "not-a-file-of-events", message, hint)
        _read_events(composer, context)
    elif root is None or not getattr(root, "value", root):  # an alias has no value
        if not context.gone:
            context.error(Place(1, 1, 1, 2), "empty-file", worded("there is nothing in this file"))
    else:
        message = worded('this is a text, not a timeline with "events:"')
        context.error(at(root.start_mark), "not-a-file-of-events", message)
    composer.finish()
    for node in context.later or ():
        read_event(node, context)


def read_each(root: Any, composer: Composer, context: Context) -> None:
    """Read one section after another of a file that is a mapping, and say that there is none of events."""
    seen = read_each_section(composer, context)
    if "events" not in seen and not context.is_gone("events"):
        if not seen & set(SECTIONS):
            context.forget_problems()  # of another kind of file nothing else is worth saying
        context.error(at(root.start_mark), "not-a-file-of-events", worded('there is no "events:" in this file'))


def read_each_section(composer: Composer, context: Context) -> set[str]:
    """Read one section after another of a mapping; their names."""
    seen: set[str] = set()
    for key, start in composer.entries():
        name = key.value if key.value in SECTIONS else meant(key.value, SECTIONS.__contains__, key, context)
        name = name or _meant_section(key, start, seen, context)
        if name in ("timeline", "actors", "sources") and "events" in seen and context.later is None:
            raise OutOfOrderError
        seen.add(name or key.value)
        if name == "events" and isinstance(start, SequenceStartEvent):
            _read_events(composer, context)
            continue
        node = composer.node(start)
        composer.hashes.look(node, context.report, context.failed)
        if name == "timeline":
            _read_timeline(node, context)
        elif name == "publish":
            _read_publish(node, context)
        elif name == "events":
            if not isinstance(node, Scalar) or scalar_of(node, context):
                wrong(node, worded('a list of events, each with "- " before it, is expected here'), context)
        elif name:
            _read_entries(name, node, context)
    return seen


def _meant_section(key: Scalar, start: Any, seen: set[str], context: Context) -> str | None:
    """Say that a section is none; the one that was meant, if it can be read as that."""
    near = _SECTION_WORDS.get(key.value.lower())
    if near is None and "unknown-key" not in context.tally.full:
        near = closest(key.value, SECTIONS)
    if not context.tally.counts("unknown-key"):
        hint = asked(near) or worded("known here: {known}", known=", ".join(SECTIONS))
        message = worded('a file of events has no "{key}"', key=key.value)
        context.error(key, "unknown-key", message, hint, context.instead(key, near))
    if near is None or near in seen:
        return None
    if isinstance(start, SequenceStartEvent if near == "events" else MappingStartEvent):
        return near
    seen.add(near)
    if near == "sources":
        context.misspelt.add("")
    return None


def _read_events(composer: Composer, context: Context) -> None:
    hashes = composer.hashes if composer.hashes.has_any else None
    nodes = map(composer.node, composer.items())
    while some := list(islice(nodes, TOGETHER)):
        for node in some:
            if hashes is not None:
                hashes.look(node, context.report, context.failed)
            if context.later is None:
                read_event(node, context)
            else:
                context.later.append(node)


_BY_NAME = {
    "actors": worded("a mapping of actors by name"),
    "sources": worded("a mapping of sources by name"),
    "views": worded("a mapping of views by name"),
}


def _read_entries(name: str, node: Node, context: Context) -> None:
    """Read a section that maps names to things."""
    mapping = mapping_of(node, _BY_NAME[name], context)
    read = {"actors": read_actor, "sources": read_source, "views": _read_view}[name]
    if name == "actors" and mapping and mapping.pairs and context.actors is None:
        context.actors = {}
    for key, value in mapping.pairs.values() if mapping else ():
        if is_unspaced(key, context):
            continue
        if context.files is None:
            read(key, value, context)
        else:
            _read_again(name, read, key, value, context)


def _read_again(
    section: str, read: Callable[[Scalar, Node, Context], None], key: Scalar, value: Node, context: Context
) -> None:
    """Read an entry that another file may have too: the same there is fine, what says something else is said."""
    entries: dict[str, Any] = {}
    if section in ("actors", "sources"):
        entries = (context.actors or {}) if section == "actors" else context.sources
    was = entries.pop(key.value, None)
    read(key, value, context)
    now = entries.get(key.value)
    if was is None:
        return
    entries[key.value] = was
    if now is not None and now._replace(line=was.line, silences=was.silences) != was:
        message = worded('"{key}" says something else in line {line}', key=key.value, line=context.spot(was.line))
        context.error(key, "duplicate-key", message, worded("keep one of the two"))


def _read_timeline(node: Node, context: Context) -> None:
    mapping = mapping_of(node, worded("a mapping, with a title,"), context)
    if mapping is None:
        return
    _, value = mapping.pairs.get("language", (None, None))
    if isinstance(value, Scalar):  # first, for every text without a language is in it
        quiet = len(context.problems)
        context.language = read_language(value, context) or context.language
        del context.problems[quiet:]
    head, _ = read_fields(mapping, "timeline", context)
    if context.head and context.files is not None:
        message = worded("the timeline is told of in another file too")
        context.error(node, "duplicate-key", message, worded("keep one of the two"))
        return
    context.head = head
    if "view" in context.head:
        context.first_view = mapping.pairs["view"][1]


def _read_publish(node: Node, context: Context) -> None:
    mapping = mapping_of(node, worded("a mapping, with what is required,"), context)
    if mapping is not None:
        found, _ = read_fields(mapping, "publish", context)
        context.publishing = Publishing(**found)


def read_exceptions(node: Node, context: Context) -> dict[str, str] | None:
    """Ids of events, each with the reason why it is published without what is required of the others."""
    mapping = mapping_of(node, worded("a mapping of ids of events to reasons"), context)
    found: dict[str, str] = {}
    for key, value in mapping.pairs.values() if mapping else ():
        name = own_name(key, found, context)
        context.excepted.append(key)
        if is_blank(value) and not context.is_lost(value, key):
            message = worded('"{id}" is an exception without a reason', id=name)
            context.error(key, "missing-reason", message, worded("say why: it stands on the page"))
        elif reason := read_text(value, context):
            found[name] = reason
    return found or None


def _publishing(context: Context) -> Publishing:
    """The conditions for a page, `cited` among them; of exceptions for no event that is said."""
    found: Publishing = context.publishing
    for key in context.excepted:
        name = own_name(key, (), context)
        if name not in context.ids and name not in context.unfinished and not context.is_gone(name):
            message = worded('no event is called "{name}"', name=name)
            say_unknown_event(name, key, message, context)
    exceptions = {name: reason for name, reason in found.exceptions.items() if name in context.ids}
    return found._replace(require=tuple(dict.fromkeys((CITED, *found.require))), exceptions=exceptions)


def read_story_id(node: Node, context: Context) -> str | None:
    """The id that tells this timeline from all others; that an example's does not is said."""
    name = read_name(node, context)
    if name in COMMON_IDS:
        message = worded('"{id}" is the id of many a timeline, and notes stay with one of them', id=name)
        context.warn(node, "example-id", message, worded("an id of its own, as jalon init makes one"))
    return name


def read_units(node: Node, context: Context) -> dict[str, str] | None:
    """The names of the data that events may have, each with its unit."""
    from tui.core.query.tree import FIELD_NAME, FIELDS  # few files declare data

    mapping = mapping_of(node, worded("a mapping of names to units"), context)
    found: dict[str, str] = {}
    for key, value in mapping.pairs.values() if mapping else ():
        name = own_name(key, found, context)
        if not re.fullmatch(FIELD_NAME, name) or name.casefold() in (*FIELDS, *ORDERS):
            hint = (
                worded("letters, digits and hyphens, and no field of a query")
                if name.casefold() not in FIELDS
                else None
            )
            message = (
                worded('"{name}" cannot be asked for', name=name)
                if hint
                else worded('"{field}:" asks for something else in a query', field=name)
            )
            context.error(key, "bad-data-name", message, hint or worded("another name"))
        else:
            found[name] = read_called(value, context) or ""
    return found or None


def read_order(node: Node, context: Context) -> str | None:
    """The order of a view's events; one by a number is looked up when all is read."""
    text = read_line(node, context)
    known = text is None or text in ORDERS
    other = None if known else meant(text or "", ORDERS.__contains__, node, context)
    if not known and other is None and isinstance(node, Scalar):
        context.orders.append(node)
    return other or text


def _known_orders(views: Iterable[SavedView], data: Collection[str], context: Context) -> Iterator[SavedView]:
    """The views, without an order that there is not, which is said."""
    choices = (*ORDERS, *data)
    for node in context.orders:
        text = read_line(node, context) or ""
        if text.removeprefix("-") not in choices or text in (f"-{one}" for one in ORDERS):
            near = None if "unknown-order" in context.tally.full else closest(text, choices)
            hint = asked(near) or worded("one of {known}", known=", ".join(choices))
            message = worded('"{text}" is no order', text=text)
            context.error(node, "unknown-order", message, hint, context.instead(node, near))
    for view in views:
        is_known = view.order is None or view.order in ORDERS or view.order.removeprefix("-") in data
        yield view if is_known else view._replace(order=None)


def _read_view(key: Scalar, node: Node, context: Context) -> None:
    mapping = mapping_of(node, worded("a view, with a query,"), context)
    if mapping is None and not is_blank(node):
        return
    name = own_name(key, {view.name for view in context.views}, context)
    pairs = mapping.pairs if mapping is not None else {}
    _, asked = pairs.get("query", (None, None))
    found, meant = read_fields(mapping, "view", context) if mapping is not None else ({}, set())
    if (asked is None or is_blank(asked)) and not ("query" in meant or context.is_lost(node, key)):
        context.warn(
            key,
            "empty-value",
            worded('the view "{name}" has no query', name=name),
            worded("query: what it shows, such as kind:strike"),
        )
    if mapping is not None:
        context.views.append(SavedView(name, **found))
    if isinstance(asked, Scalar):
        context.queries.append(asked)


def _check_views(timeline: Timeline, context: Context) -> None:
    """Say which views ask for something that means nothing in the whole timeline."""
    if not context.queries:
        return
    from tui.core.query.lexer import QueryError
    from tui.core.query.names import Names
    from tui.core.query.parser import parse_query

    names = Names(timeline)
    for query in context.queries:
        try:
            parse_query(query.value, names)
        except QueryError as error:
            wrong = query.value[error.position : error.position + error.length]
            if error.code != "unknown-name" or not context.is_gone(wrong):
                place = context.within(query, error.position, error.length)
                context.error(place, "bad-query", error.message, error.hint)


def _with_language(sources: dict[str, Source], usual: str | None) -> dict[str, Source]:
    """The sources, those without a language of their own in the one that is usual in the file."""
    if usual is None:
        return sources
    return {name: one if one.language else one._replace(language=usual) for name, one in sources.items()}


def whole_timeline(context: Context) -> Timeline:
    """Everything that was read, events in order of time; what is wrong with the whole is said."""
    name_the_nameless(context)
    head = context.head
    silences = head.get("silences", ())
    context.heed(silences)
    relate(context)
    join_parts(context)
    if context.quoted:
        from tui.store.read.meant import say_quoted  # only a mistake needs it

        say_quoted(context)
    timeline = Timeline(
        head.get("id"),
        head.get("titles", {}),
        context.language,
        tuple(in_time_order(context.events, lambda event: event.date)),
        context.as_written if context.actors is None else context.actors,
        _with_language(context.sources, head.get("source_language")),
        head.get("about", {}),
        tuple(_known_orders(context.views, head.get("data", {}), context)),
        silences,
        head.get("countries", ()),
        head.get("source_language"),
        head.get("data", {}),
        _first_view(context),
        exhibits=head.get("exhibits"),
        publishing=_publishing(context),
    )
    _check_views(timeline, context)
    return timeline


def _first_view(context: Context) -> str | None:
    """The view that the file opens with; that there is none of the name is said."""
    name = context.head.get("view")
    if name is None or context.first_view is None:
        return None
    names = [view.name for view in context.views]
    found = next((one for one in names if fold(one) == fold(name)), None)
    if found is None and not context.is_gone(name):
        listed = (
            worded("there are {names}", names=", ".join(names)) if names else worded("a view of that name under views")
        )
        near = closest(name, names)
        cures = context.instead(context.first_view, near) if isinstance(context.first_view, Scalar) else ()
        message = worded('no view is called "{name}"', name=name)
        context.error(context.first_view, "unknown-view", message, asked(near) or listed, cures)
    return found
