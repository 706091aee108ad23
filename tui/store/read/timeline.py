"""A file of events to a Timeline and everything that is wrong with it, in one reading."""

from __future__ import annotations

import gc
from typing import Any, NamedTuple

from yaml.error import MarkedYAMLError
from yaml.reader import ReaderError

from tui.core.checks.timeline_rules import CHECKS, RuleInput
from tui.core.problems.problem import ERROR, HINT, Place, Problem, in_order
from tui.core.text.nearest import closest
from tui.core.timeline.ids import derived_id
from tui.core.timeline.model import ACTOR_KINDS, GROUPS, SECTIONS, STATUSES, Actor, Event, SavedView, Timeline
from tui.store.read.fields import Field
from tui.store.read.relations import Relations
from tui.store.system.read_bytes import Unreadable
from tui.store.yaml.composer import (
    ITS_DEPTH,
    Composer,
    DepthError,
    MappingStart,
    Node,
    Scalar,
    SecondDocumentError,
    SequenceStart,
    YamlMapping,
    at,
    place_of,
)
from tui.store.yaml.decode import decode, is_verbatim, only_our_lines
from tui.store.yaml.recovery import Recovery

__all__ = ["Reading", "Unreadable", "read"]


class Reading(NamedTuple):
    """What a file holds, and what is wrong with it."""

    name: str
    timeline: Timeline
    problems: tuple[Problem, ...]
    """All of them, by place."""
    text: str
    """The file as it was decoded, for excerpts; every line end is LF."""


_BENT = frozenset(("not-a-file-of-events", "unknown-key", "wrong-type", "duplicate-key", "missing-title"))
"""What is found in a file that is YAML, but whose headings or dashes are not where they were meant."""


_SECTION_WORDS = {"chronologie": "timeline", "frise": "timeline", "vues": "views", "références": "sources"}
"""What people write for the name of a section, where it does not look like it."""


class _OutOfOrder(Exception):
    """A section that events refer to comes after them."""


def read(data: bytes, name: str) -> Reading:
    """The timeline in a file; Unreadable only for what is not text in UTF-8."""
    text = decode(data, name)
    tidy = only_our_lines(text)
    recovery = Recovery(tidy, data if tidy is text and is_verbatim(data) else None)
    collecting = gc.isenabled()
    gc.disable()  # what is built holds no cycles, and looking for them would double the time
    try:
        whole, problems = _attempt(recovery)
        problems += recovery.problems
        for check in CHECKS:
            problems += check(whole)
    finally:
        if collecting:
            gc.freeze()  # then back among the old: or the first collection would look at every object just made
            gc.unfreeze()
            gc.enable()
    return Reading(name, whole.timeline, in_order(recovery.without_echoes(problems)), text)


def _attempt(recovery: Recovery) -> tuple[RuleInput, list[Problem]]:
    """Read until the parser agrees: whatever it stumbles over is blanked, and reading starts again."""
    waits = False
    while True:
        reader = SectionReader(recovery, waits)
        try:
            reader.read()
            if not any(one.code in _BENT for one in reader.problems) or not recovery.straighten():
                timeline = reader.timeline()
                reader.check_views(timeline)
                return RuleInput(timeline, reader.places), reader.problems
        except MarkedYAMLError as error:
            if error.problem == ITS_DEPTH:
                recovery.blank_deep_nesting(DepthError(error.problem_mark))
            else:
                recovery.blank(error)
        except ReaderError:
            recovery.replace_controls()
        except DepthError as error:
            recovery.blank_deep_nesting(error)
        except SecondDocumentError:
            recovery.blank_other_documents()
        except _OutOfOrder:
            waits = True
        finally:
            reader.let_go()


class SectionReader(Relations):
    """Reads the sections of a file, events as they come."""

    def __init__(self, recovery: Recovery, waits: bool = False) -> None:
        """With `waits`, events are read after everything that they may refer to."""
        super().__init__(recovery.text, recovery.gone)
        self._recovery = recovery
        self._waits = waits
        self._later: list[Node] = []
        self._seen: set[str] = set()
        self._composer = Composer(recovery.data, recovery.text, self.report)
        self._head: dict[str, Any] = {}
        self._actors: dict[str, Actor] | None = None
        self._as_written: dict[str, Actor] = {}
        self._views: list[SavedView] = []
        self._queries: list[Scalar] = []
        """Where the views ask something."""
        self._events: list[Event] = []
        self._ids: dict[str, int] = {}
        self._nameless: list[tuple[int, str]] = []
        """Which events need an id, and the one they have in common with an earlier event, if that is why."""
        self._pending: dict[int, Place] = {}
        self._event_fields: dict[str, Field] = {
            "id": ("id", self.line, None),
            "date": ("date", self.date, None),
            "date_note": ("date_note", self.text, ""),
            "title": ("titles", self.line, ""),
            "kind": ("kind", self.line, None),
            "status": ("status", self._status, None),
            "actors": ("actors", self.several(self._actor_named), None),
            "countries": ("countries", self.several(self.country), None),
            "place": ("places", self.several(self.line), None),
            "tags": ("tags", self.several(self.line), None),
            "text": ("texts", self.text, ""),
            "claims": ("claims", self.claims, None),
            "sources": ("citations", self.citations, None),
            "silence": ("silences", self.silence, None),
            "private": ("private", self.yes_or_no, None),
            "about": ("about", self.several(self.line), None),
            "told": ("told", self.several(self._actor_named), None),
        }
        self._actor_fields: dict[str, Field] = {
            "name": ("names", self.line, ""),
            "kind": ("kind", self._actor_kind, None),
            "country": ("country", self.country, None),
            "aliases": ("aliases", self.several(self.line), None),
            "about": ("about", self.text, ""),
            "silence": ("silences", self.silence, None),
        }
        self._head_fields: dict[str, Field] = {
            "id": ("id", self.line, None),
            "title": ("titles", self.line, ""),
            "language": ("language", self.language_code, None),
            "about": ("about", self.text, ""),
            "silence": ("silences", self.silence, None),
        }
        self._view_fields: dict[str, Field] = {
            "query": ("query", self.line, None),
            "group": ("group", self._group, None),
            "order": ("order", self.line, None),
        }

    def tables(self) -> dict[str, dict[str, Field]]:
        """The fields of each kind of mapping, as they are read."""
        return {
            "timeline": self._head_fields,
            "actor": self._actor_fields,
            "source": self._source_fields,
            "event": self._event_fields,
            "claim": self._claim_fields,
            "view": self._view_fields,
        }

    def let_go(self) -> None:
        """Forget everything: its own methods in its tables would keep it, and what it read, until a collection."""
        vars(self).clear()

    # ---- The file

    def read(self) -> None:
        """Read every section; the parser's own errors pass through."""
        root = self._composer.root()
        if isinstance(root, MappingStart):
            self._sections(root)
        elif isinstance(root, SequenceStart):
            hint = 'a line "events:" above the list'
            self.report(at(root.start_mark), "not-a-file-of-events", ERROR, 'this is a list without "events:"', hint)
            self._event_list()
        elif root is None or not getattr(root, "value", root):  # an alias has no value
            if not self._gone:
                self.report(Place(1, 1, 1, 2), "empty-file", ERROR, "there is nothing in this file")
        else:
            message = 'this is a text, not a timeline with "events:"'
            self.report(at(root.start_mark), "not-a-file-of-events", ERROR, message)
        self._composer.finish()
        for node in self._later:
            self._event(node)

    def _sections(self, root: Any) -> None:
        for key, start in self._composer.entries():
            name = key.value if key.value in SECTIONS else self._meant_section(key, start)
            if name in ("timeline", "actors", "sources") and "events" in self._seen and not self._waits:
                raise _OutOfOrder
            self._seen.add(name or key.value)
            if name == "events" and isinstance(start, SequenceStart):
                self._event_list()
                continue
            node = self._composer.node(start)
            if name == "timeline":
                self._timeline(node)
            elif name == "events":
                if not isinstance(node, Scalar) or self.scalar(node):
                    self.wrong(node, 'a list of events, each with "- " before it, is expected here')
            elif name:
                self._entries(name, node)
        if "events" not in self._seen and not self.is_gone("events"):
            if not self._seen & set(SECTIONS):
                self.problems.clear()  # of another kind of file nothing else is worth saying
            place = at(root.start_mark)
            self.report(place, "not-a-file-of-events", ERROR, 'there is no "events:" in this file')

    def _meant_section(self, key: Scalar, start: Any) -> str | None:
        """Say that a section is none; the one that was meant, if it can be read as that."""
        near = _SECTION_WORDS.get(key.value.lower()) or closest(key.value, SECTIONS)
        hint = f'did you mean "{near}"?' if near else f"known here: {', '.join(SECTIONS)}"
        self.error(key, "unknown-key", f'a file of events has no "{key.value}"', hint)
        if near is None or near in self._seen:
            return None
        if isinstance(start, SequenceStart if near == "events" else MappingStart):
            return near
        self._seen.add(near)
        if near == "sources":
            self._misspelt.add("")
        return None

    def _entries(self, name: str, node: Node) -> None:
        """A section that maps names to things."""
        mapping = self.mapping(node, f"a mapping of {name} by name")
        read = {"actors": self._actor, "sources": self.source, "views": self._view}[name]
        if name == "actors" and mapping and mapping.pairs and self._actors is None:
            self._actors = {}
        for key, value in mapping.pairs.values() if mapping else ():
            if not self.is_unspaced(key):
                read(key, value)

    def _event_list(self) -> None:
        for event in self._composer.items():
            node = self._composer.node(event)
            if self._waits:
                self._later.append(node)
            else:
                self._event(node)

    # ---- The timeline and its views

    def _timeline(self, node: Node) -> None:
        mapping = self.mapping(node, "a mapping, with a title,")
        if mapping is None:
            return
        if "language" in mapping.pairs:  # first, for every text without a language is in it
            value = mapping.pairs["language"][1]
            if isinstance(value, Scalar):
                quiet = len(self.problems)
                self.language = self.language_code(value) or self.language
                del self.problems[quiet:]
        self._head = self.fields(mapping, self._head_fields, "a timeline")

    def _group(self, node: Node) -> str | None:
        return self.one_of(node, GROUPS, "unknown-group", "grouping")

    def _view(self, key: Scalar, node: Node) -> None:
        mapping = self.mapping(node, "a view, with a query,")
        if mapping is not None:
            self._views.append(SavedView(key.value, **self.fields(mapping, self._view_fields, "a view")))
            asked = mapping.pairs.get("query")
            if asked is not None and isinstance(asked[1], Scalar):
                self._queries.append(asked[1])

    def check_views(self, timeline: Timeline) -> None:
        """Say which views ask for something that means nothing in the whole timeline."""
        if not self._queries:
            return
        from tui.core.query.lexer import QueryError
        from tui.core.query.names import Names
        from tui.core.query.parser import parse_query

        names = Names(timeline)
        for query in self._queries:
            try:
                parse_query(query.value, names)
            except QueryError as error:
                wrong = query.value[error.position : error.position + error.length]
                if error.code != "unknown-name" or not self.is_gone(wrong):
                    place = self._within(query, error.position, error.length)
                    self.report(place, "bad-query", ERROR, error.message, error.hint)

    # ---- Actors

    def _actor(self, key: Scalar, node: Node) -> None:
        """One actor by its id: a mapping, or a name alone."""
        found: dict[str, Any] = {}
        if isinstance(node, YamlMapping):
            found = self.fields(node, self._actor_fields, "an actor")
        elif name := self.line(node):
            found = {"names": {self.language: name}}
        if "names" not in found:
            found["names"] = {self.language: key.value}
            is_misspelt = isinstance(node, YamlMapping) and "name" in self._meant
            if not is_misspelt and not self.lost(node, key):
                self.error(key, "missing-name", f'actor "{key.value}" has no name')
        if self._actors is not None:
            self._actors.setdefault(key.value, Actor(key.value, line=place_of(key).line, **found))

    def _actor_kind(self, node: Node) -> str | None:
        return self.one_of(node, ACTOR_KINDS, "unknown-kind", "kind of actor")

    def _actor_named(self, node: Node) -> str | None:
        """The id of an actor; a name as it is written when the file lists no actors."""
        text = self.line(node)
        if text is None or (self._actors is not None and text in self._actors):
            return text
        if self._actors is None:
            self._as_written.setdefault(text, Actor(text, {self.language: text}, line=place_of(node).line))
            return text
        if not self.is_gone(text):
            self.error(node, "unknown-actor", f'no actor is called "{text}"', self._actor_hint(text))
        return None

    def _actor_hint(self, text: str) -> str | None:
        """The id that was perhaps meant: one that looks alike, or whose name or alias does."""
        known = self._actors or {}
        if "," in text and all(part.strip() in known for part in text.split(",")):
            return f"a list stands in brackets: [{text}]"
        return self.suggested(text, self._actor_names)

    def _actor_names(self) -> dict[str, str]:
        """The ids of actors, by themselves, their names and their aliases."""
        known = (self._actors or {}).items()
        others = {name: own for own, actor in known for name in (*actor.names.values(), *actor.aliases)}
        return {**others, **{own: own for own, _ in known}}

    # ---- Events

    def _status(self, node: Node) -> str | None:
        return self.one_of(node, STATUSES, "unknown-status", "status")

    def _event(self, node: Node) -> None:
        if not isinstance(node, YamlMapping):
            if not self.lost(node):
                self.wrong(node, "an event, with a date and a title, is expected here")
            return
        so_far = len(self.problems)
        found = self.fields(node, self._event_fields, "an event")
        if "silences" in found:
            self.heed(found["silences"], so_far)
        if self._meant or self._gone:
            self.keep_private(node, found)
        if "date" not in found or "title" not in node.pairs or "titles" not in found:
            self._incomplete(node, found)
            if "date" not in found or "titles" not in found:
                return
        name = found.pop("id", None)
        line = node.start.line + 1
        if name is None or name in self._ids:
            self._nameless.append((len(self._events), name or ""))
            self._unnamed(node, name)
            name = ""
        else:
            self._ids[name] = line
        if name and "claims" in found:
            self._remember_kept(name, node)
        if "about" in found:
            self._abouts.append((len(self._events), node.pairs["about"][1]))
        self._events.append(_new(Event, tuple({**_NOTHING, **found, "id": name, "line": line}.values())))

    def _incomplete(self, node: YamlMapping, found: dict[str, Any]) -> None:
        """Say what an event lacks, unless it went with a fault that was said already."""
        if "id" in found:
            self._unfinished.add(found["id"])
        if self.lost(node):
            return
        keys = node.pairs
        shown = f'event "{found["id"]}"' if "id" in found else "this event"
        for field in ("date", "title"):
            if field in self._meant:
                continue
            if field not in keys:
                first = next(iter(keys.values()))[0] if keys else None
                place = place_of(first) if first else at(node.start)
                self.report(place, f"missing-{field}", ERROR, f"{shown} has no {field}", _EXAMPLES[field])
            elif isinstance(value := keys[field][1], Scalar) and not value.value.strip("~ \n"):
                self.error(keys[field][0], f"missing-{field}", f"{shown} has no {field}", _EXAMPLES[field])

    def _unnamed(self, node: YamlMapping, name: str | None) -> None:
        """Say that an event has no id of its own; it gets one at the end."""
        if name is not None:
            message = f'the id "{name}" is taken by the event on line {self._ids[name]}'
            self.error(node.pairs["id"][1], "duplicate-id", message, "an id of its own for each event")
        elif not self.lost(node):
            first = next(iter(node.pairs.values()))[0]
            self._pending[len(self._events)] = place_of(first)

    def is_spoilt(self, first: int, last: int) -> bool:
        return self._recovery.touches(first, last) or any(first <= line + 1 <= last for line in self._composer.failed)

    def _remember_kept(self, name: str, node: YamlMapping) -> None:
        """Keep the places of what the claims on the date and the status keep, for the rules about the whole."""
        claims = node.pairs["claims"][1]
        for field in ("date", "status"):
            pair = claims.pairs.get(field) if isinstance(claims, YamlMapping) else None
            if pair and isinstance(pair[1], YamlMapping) and "keep" in pair[1].pairs:
                self.places[name, field] = place_of(pair[1].pairs["keep"][1])

    # ---- The whole

    def timeline(self) -> Timeline:
        """Everything read, events in order of time."""
        self._name_the_nameless()
        self.heed(self._head.get("silences", ()), 0)
        self.related(self._events, self._ids)
        order = sorted(self._events, key=lambda event: event.date.sort_key)
        actors = self._as_written if self._actors is None else self._actors
        return Timeline(
            self._head.get("id"),
            self._head.get("titles", {}),
            self.language,
            tuple(order),
            actors,
            self.sources,
            self._head.get("about", {}),
            tuple(self._views),
            self._head.get("silences", ()),
        )

    def _name_the_nameless(self) -> None:
        """Give each event without an id of its own one, from its date and title or from the id it shares."""
        taken: dict[str, int] = {}
        for index, shared in self._nameless:
            event = self._events[index]
            base = shared or derived_id(event)
            name = base
            while name in self._ids:
                taken[base] = taken.get(base, 1) + 1
                name = f"{base}-{taken[base]}"
            self._ids[name] = event.line
            self._events[index] = event._replace(id=name)
            if index in self._pending:
                message = f'this event has no id, and is called "{name}" for now'
                hint = f"id: {name}"
                self.report(self._pending[index], "missing-id", HINT, message, hint)


_EXAMPLES = {"date": "such as date: 2025-12-31", "title": None}

_NOTHING = {"id": "", "date": None, "titles": {}, **Event._field_defaults}
"""What an event holds in whose place nothing is written, in the order of its fields."""

_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes."""
