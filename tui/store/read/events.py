"""Events and the actors in them."""

from __future__ import annotations

from typing import Any

from tui.core.dates.edtf import undated
from tui.core.problems.problem import HINT, Cure, Edit, Place
from tui.core.text.messages import Worded, worded
from tui.core.text.nearest import asked, closest
from tui.core.timeline.ids import derived_id
from tui.core.timeline.members import wholes
from tui.core.timeline.model import Actor, Event
from tui.store.read.context import Context
from tui.store.read.fields import is_meant_private, read_fields, short_names
from tui.store.read.scalars import is_blank, listed, mapping_of, own_name, read_called, read_name, wrong
from tui.store.yaml.nodes import Node, Scalar, YamlMapping, at, place_of

_EXAMPLES = {"date": worded("such as date: 2025-12-31, or undated: true"), "title": None}
_NOTHING = {"id": "", "date": None, "titles": {}, **Event._field_defaults}
"""The values of an event in whose place nothing is written, in the order of its fields."""

_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes."""


def read_actor(key: Scalar, node: Node, context: Context) -> None:
    """One actor by its id: a mapping, or a name alone."""
    own = own_name(key, context.actors or (), context)
    found: dict[str, Any] = {}
    meant: set[str] = set()
    if isinstance(node, YamlMapping):
        found, meant = read_fields(node, "actor", context)
    elif name := read_called(node, context):
        found = {"names": {context.language: name}}
    if "names" not in found:
        found["names"] = {context.language: own}
        if "name" not in meant and not context.is_lost(node, key):
            context.error(key, "missing-name", worded('actor "{id}" has no name', id=own))
    found["names"] = short_names(found["names"], key, context)
    if context.actors is not None:
        if "part_of" in found and own not in context.actors and isinstance(node, YamlMapping):
            context.parts.append((own, node.pairs["part_of"][1]))
        context.actors.setdefault(own, Actor(own, line=place_of(key).line, **found))


def read_actor_id(node: Node, context: Context) -> str | None:
    """The id of an actor; a name as it is written when the file lists no actors."""
    text = read_name(node, context)
    known = context.actors
    if text is None or (known is not None and text in known):
        return text
    if known is None:
        context.as_written.setdefault(text, Actor(text, {context.language: text}, line=place_of(node).line))
        return text
    owner = context.actor_called(text)
    if owner is not None:
        message = worded('"{name}" is what the actor "{id}" is called, and no id', name=text, id=owner)
        cures = context.instead(node, owner, is_sure=True)
        context.report(place_of(node), "name-for-id", HINT, message, worded("write {id}", id=owner), cures)
        return owner
    if not context.is_gone(text):
        names = ((name, own) for own, one in known.items() for name in one.called)
        near = context.suggested(text, known, names)
        message = worded('no actor is called "{name}"', name=text)
        context.error(node, "unknown-actor", message, asked(near), context.instead(node, near))
    return None


def knows_actor(text: str, context: Context) -> bool | None:
    """True when a text is the id or a name of an actor; None when the file lists no actors, and any will do."""
    if context.actors is None:
        return None
    return text in context.actors or context.actor_called(text) is not None


def read_data(node: Node, context: Context) -> dict[str, str] | None:
    """Numbers and words of an event, by names that the timeline declares."""
    mapping = mapping_of(node, worded("a mapping of names to numbers or words"), context)
    declared = context.head.get("data", {})
    found: dict[str, str] = {}
    for key, value in mapping.pairs.values() if mapping else ():
        name = own_name(key, found, context)
        if name not in declared:
            near = closest(name, declared)
            hint = asked(near) or worded(
                "declare it once, under timeline: {example}", example=worded("data: {{name}: its unit}", name=name)
            )
            message = worded('the timeline declares no data "{name}"', name=name)
            context.error(key, "unknown-data", message, hint, context.instead(key, near))
        elif text := read_called(value, context):
            found[name] = text
    return found or None


def knows_event(text: str, context: Context) -> bool:
    """True when a text is the id of an event read so far."""
    return text in context.ids


def read_event(node: Node, context: Context) -> None:
    """One event, into the context."""
    if not isinstance(node, YamlMapping):
        if not context.is_lost(node):
            wrong(node, worded("an event, with a date and a title, is expected here"), context)
        return
    if "missing-title" in context.tally.full and not any(key.startswith("title") for key in node.pairs):
        _count_untitled(node, context)
        return
    so_far = len(context.problems)
    found, meant = read_fields(node, "event", context)
    if "silences" in found:
        context.heed(found["silences"], so_far)
    if (meant or context.gone) and is_meant_private(node, meant, context):
        found["private"] = True
    if "undated" in found:
        _take_undated(node, found, context)
    if "date" not in found or "title" not in node.pairs or "titles" not in found:
        _say_incomplete(node, found, meant, context)
        if "date" not in found or "titles" not in found:
            return
    if (usual := context.head.get("countries")) and not ("countries" in node.pairs or "countries" in meant):
        found["countries"] = usual
    name = found.pop("id", None)
    line = node.start.line + 1
    if name is None or name in context.ids:
        _note_nameless(node, name, context)
        name = ""
    else:
        context.ids[name] = line
        if "claims" in found:
            _note_kept(name, node, context)
    if "about" in found:
        context.abouts.append((len(context.events), node.pairs["about"][1]))
    fields = {**_NOTHING, **found}
    fields["id"], fields["line"] = name, line
    context.events.append(_new(Event, fields.values()))


def _count_untitled(node: YamlMapping, context: Context) -> None:
    """Count one more of a thousand items that are no events for want of a title: what else is in it, nobody asks."""
    _, own = node.pairs.get("id", (None, None))
    if isinstance(own, Scalar):
        context.unfinished.add(own.value)
    if not context.is_lost(node):
        context.tally.counts("missing-title")


def _take_undated(node: YamlMapping, found: dict[str, Any], context: Context) -> None:
    """Give an event that is said to have no date none; say that it has one all the same."""
    if not found.pop("undated"):
        return
    if "date" not in node.pairs or is_blank(node.pairs["date"][1]):
        found["date"] = undated()
    elif "date" in found and not found["date"].is_undated:
        message = worded("the event is said to have no date, and has one: {date}", date=found["date"].text)
        context.error(node.pairs["undated"][0], "dated-and-undated", message, worded("leave out one of the two"))


def _say_incomplete(node: YamlMapping, found: dict[str, Any], meant: set[str], context: Context) -> None:
    """Say what an event lacks, unless it went with a fault that was said already."""
    if "id" in found:
        context.unfinished.add(found["id"])
    if context.is_lost(node):
        return
    keys = node.pairs
    for field in ("date", "title"):
        if field in meant or (field in keys and not is_blank(keys[field][1])):
            continue
        if context.tally.counts(f"missing-{field}"):
            continue
        key = keys[field][0] if field in keys else next(iter(keys.values()), (None,))[0]
        context.error(key or at(node.start), f"missing-{field}", _lack(field, found.get("id")), _EXAMPLES[field])


def _lack(field: str, name: str | None) -> str:
    """The sentence for an event without a date or a title, whether it has an id or not."""
    if field == "date":
        return worded('event "{id}" has no date', id=name) if name else worded("this event has no date")
    return worded('event "{id}" has no title', id=name) if name else worded("this event has no title")


def _note_nameless(node: YamlMapping, name: str | None, context: Context) -> None:
    """Keep an event without an id of its own, which gets one at the end; say that an id is taken."""
    place = None
    if name is not None:
        line = context.spot(context.ids[name])
        message = worded('the id "{id}" is taken by the event on line {line}', id=name, line=line)
        context.error(node.pairs["id"][1], "duplicate-id", message, worded("an id of its own for each event"))
    elif not context.is_lost(node):
        place = place_of(next(iter(node.pairs.values()))[0])
    context.nameless.append((len(context.events), name or "", place))


def _note_kept(name: str, node: YamlMapping, context: Context) -> None:
    """Keep the places of what the claims on the date and the status keep, for the rules about the whole."""
    claims = node.pairs["claims"][1]
    for field in ("date", "status"):
        pair = claims.pairs.get(field) if isinstance(claims, YamlMapping) else None
        if pair and isinstance(pair[1], YamlMapping) and "keep" in pair[1].pairs:
            context.places[name, field] = place_of(pair[1].pairs["keep"][1])


def name_the_nameless(context: Context) -> None:
    """Give each event without an id of its own one, from its date and title or from the id it shares."""
    taken: dict[str, int] = {}
    for index, shared, place in context.nameless:
        event = context.events[index]
        base = shared or derived_id(event)
        name = base
        while name in context.ids:
            taken[base] = taken.get(base, 1) + 1
            name = f"{base}-{taken[base]}"
        context.ids[name] = event.line
        context.events[index] = event._replace(id=name)
        if place:
            message = worded('this event has no id, and is called "{id}" for now', id=name)
            context.report(place, "missing-id", HINT, message, f"id: {name}", _with_id(name, place, context))


def _with_id(name: str, place: Place, context: Context) -> tuple[Cure, ...]:
    """The cure that gives an event an id above its first key; an id is for a person to choose."""
    before = context.lines[place.line - 1][: place.column - 1]
    rest = ", " if "{" in before else f"\n{' ' * len(before)}"
    edit = Edit(Place(place.line, place.column, place.line, place.column), f"id: {name}{rest}")
    return () if "\t" in before else (Cure((edit,), is_sure=False),)


def relate(context: Context) -> None:
    """Leave out, and say, what an event is about and is no other event of the file."""
    events, ids = context.events, context.ids
    for index, node in context.abouts:
        event = events[index]
        for item in listed(node, knows_event, context):
            name = read_name(item, context)
            if name == event.id:
                context.error(
                    item,
                    "about-itself",
                    worded('event "{id}" is about itself', id=name),
                    worded("the id of another event"),
                )
            elif name in event.about and not (name in ids or name in context.unfinished or context.is_gone(name)):
                say_unknown_event(name, item, worded('no event is called "{name}"', name=name), context)
        events[index] = event._replace(about=tuple(one for one in event.about if one in ids and one != event.id))


def join_parts(context: Context) -> None:
    """Leave out, and say, what an actor is said to be a part of and is no other actor, or is a part of it in turn."""
    actors = context.actors or {}
    for own, _ in context.parts:
        actors[own] = actors[own]._replace(part_of=())
    has_parts: set[str] = set()  # who has none yet is nobody's whole, near or far
    for own, node in context.parts:
        for item in listed(node, knows_actor, context):
            body = read_actor_id(item, context)
            if body is not None and (own == body or (own in has_parts and own in wholes(body, actors))):
                context.error(
                    item,
                    "part-of-itself",
                    worded('actor "{id}" is a part of itself', id=own),
                    worded("the id of a greater one"),
                )
            elif body is not None:
                has_parts.add(body)
                actors[own] = actors[own]._replace(part_of=tuple(dict.fromkeys((*actors[own].part_of, body))))


def say_unknown_event(text: str, node: Scalar, message: Worded, context: Context) -> None:
    """Say that no event has an id, and which was perhaps meant: one that looks alike, or whose title does."""
    titles = ((title, event.id) for event in context.events for title in event.titles.values())
    near = context.suggested(text, (event.id for event in context.events), titles)
    hint = asked(near) or (worded('a text about the event stands under "text"') if " " in text else None)
    context.error(node, "unknown-event", message, hint, context.instead(node, near))
