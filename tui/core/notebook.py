"""The notebook of a reader: stars, notes, read marks and views of the reader's own, and the last place in a timeline.

It is kept as tables of plain documents, for all timelines together; here they become what one timeline's reader has.
A timeline is known by its id, which no other file may have, else by its path; an event by its id, and what is about
an event that the file no longer has stays, as an orphan.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tui.core.query.predicates import ReaderMarks
from tui.core.text.messages import _, worded
from tui.core.text.plural import plural
from tui.core.timeline.model import SavedView

VERSION = 1
"""Of the tables' shape."""

Document = Mapping[str, Any]
Tables = Mapping[str, Mapping[str, Document]]
"""By name, each table: its documents by a number that is written as a text."""

ABOUT, STARS, READ, NOTES, DRAFTS = "about", "stars", "read", "notes", "drafts"
VIEWS, QUERIES, SPOTS, READER, FILES = "views", "queries", "spots", "reader", "files"

SHAPES: Mapping[str, Mapping[str, type]] = {
    ABOUT: {"version": int},
    READER: {"theme": str, "language": str},
    STARS: {"timeline": str, "event": str, "when": str},
    READ: {"timeline": str, "event": str, "when": str},
    NOTES: {"id": str, "timeline": str, "event": str, "text": str, "created": str, "changed": str},
    DRAFTS: {"timeline": str, "event": str, "note": str, "text": str, "changed": str, "process": int},
    VIEWS: {"timeline": str, "name": str, "query": str},
    QUERIES: {"timeline": str, "asked": list},
    SPOTS: {"timeline": str, "event": str, "view": str, "zoom": str, "query": str, "when": str},
    FILES: {"path": str, "id": str, "key": str},
}
"""The fields that the documents of each table have, with the types that JSON gives them; a later jalon may add some."""

KEYS: Mapping[str, tuple[str, ...]] = {
    ABOUT: (),
    READER: (),
    STARS: ("timeline", "event"),
    READ: ("timeline", "event"),
    NOTES: ("id",),
    DRAFTS: ("timeline", "event", "note"),
    VIEWS: ("timeline", "name"),
    QUERIES: ("timeline",),
    SPOTS: ("timeline",),
    FILES: ("path", "id"),
}
"""The fields that tell one document of a table from another; none where there is but one."""


class Note(NamedTuple):
    """A reader's note about an event."""

    id: str
    event: str
    """The event's id."""
    text: str
    """Markdown."""
    created: str
    """The time, as ISO 8601 has it, with the offset."""
    changed: str


class NoteDraft(NamedTuple):
    """A note that was being written when jalon ended."""

    event: str
    note: str
    """The id of the note that was being edited; empty for one that was to be new."""
    text: str
    changed: str
    process: int
    """The number of the process that wrote it: while that lives, it is still being written."""


class LastPlace(NamedTuple):
    """The last place of a reader in a timeline."""

    event: str = ""
    view: str = ""
    """The letter of the view; empty for the spine."""
    zoom: str = ""
    """The zoom of the view, in the view's own words."""
    query: str = ""
    """The query, an as-of included."""
    when: str = ""


class Preferences(NamedTuple):
    """The preferences of a reader in all timelines; empty where nothing was chosen."""

    theme: str = ""
    language: str = ""


class Notebook(NamedTuple):
    """A reader's own data of one timeline, and preferences in all."""

    stars: Mapping[str, str] = {}
    """By event, when it was starred."""
    read: Mapping[str, str] = {}
    """By event, when it was marked read."""
    notes: tuple[Note, ...] = ()
    """In the order in which they were written."""
    views: tuple[SavedView, ...] = ()
    queries: tuple[str, ...] = ()
    """The queries that were asked before, the latest first."""
    spot: LastPlace | None = None
    drafts: tuple[NoteDraft, ...] = ()
    taste: Preferences = Preferences()

    @property
    def own(self) -> ReaderMarks:
        """The marks that a query asks for."""
        return ReaderMarks(frozenset(self.stars), frozenset(note.event for note in self.notes), frozenset(self.read))

    def notes_on(self, event_id: str) -> tuple[Note, ...]:
        """The notes on an event."""
        return tuple(note for note in self.notes if note.event == event_id)

    def note(self, note_id: str) -> Note | None:
        """The note of that id."""
        return next((note for note in self.notes if note.id == note_id), None)


def of_timeline(tables: Tables, timeline: str) -> Notebook:
    """The notebook of one timeline, from the tables."""
    own = {name: [one for one in documents(tables, name) if one["timeline"] == timeline] for name in OF_A_TIMELINE}
    taste = next((Preferences(one["theme"], one["language"]) for one in documents(tables, READER)), Preferences())
    notes = (Note(*(one[field] for field in Note._fields)) for one in own[NOTES])
    return Notebook(
        stars={one["event"]: one["when"] for one in own[STARS]},
        read={one["event"]: one["when"] for one in own[READ]},
        notes=tuple(sorted(notes, key=lambda note: note.created)),
        views=tuple(SavedView(one["name"], one["query"]) for one in own[VIEWS]),
        queries=tuple(map(str, own[QUERIES][0]["asked"])) if own[QUERIES] else (),
        spot=next((LastPlace(*(one[field] for field in LastPlace._fields)) for one in own[SPOTS]), None),
        drafts=tuple(NoteDraft(*(one[field] for field in NoteDraft._fields)) for one in own[DRAFTS]),
        taste=taste,
    )


OF_A_TIMELINE = (STARS, READ, NOTES, DRAFTS, VIEWS, QUERIES, SPOTS)
"""The tables whose documents are each of one timeline."""


OF_AN_EVENT = (STARS, READ, NOTES, DRAFTS)
"""Those whose documents are each about one event."""


def has_any(tables: Tables, timeline: str) -> bool:
    """True when anything is kept of a timeline."""
    return any(one["timeline"] == timeline for name in OF_A_TIMELINE for one in documents(tables, name))


def events_of(tables: Tables, timeline: str) -> Iterator[str]:
    """The ids of the events about which something is kept, of one timeline."""
    return (one["event"] for name in OF_AN_EVENT for one in documents(tables, name) if one["timeline"] == timeline)


def only(tables: Tables, timeline: str, events: Container[str] | None = None) -> Tables:
    """The tables of what would be missed of one timeline; with `events`, only of what is about these."""
    names = OF_AN_EVENT if events is not None else (*OF_AN_EVENT, VIEWS)

    def is_meant(one: Document) -> bool:
        return one["timeline"] == timeline and (events is None or one["event"] in events)

    return {name: {at: one for at, one in tables.get(name, {}).items() if is_meant(one)} for name in names}


def documents(tables: Tables, name: str) -> Iterable[Document]:
    """The documents of a table."""
    return tables.get(name, {}).values()


def version_of(tables: Tables) -> int:
    """The version of the tables' shape; 0 when they don't say."""
    return next((one["version"] for one in documents(tables, ABOUT)), 0)


def fault(tables: object) -> str:
    """The fault in the shape of something that should be tables, in one clause; empty when there is none."""
    if not isinstance(tables, dict):
        return worded("it holds no tables")
    for name, table in tables.items():
        if not isinstance(table, dict):
            return worded('its table "{name}" is none', name=name)
        for number, document in table.items():
            if not (number.isascii() and number.isdecimal()):
                return worded('a document of its table "{name}" has no number', name=name)
            if not isinstance(document, dict):
                return worded('document {number} of its table "{name}" is none', number=number, name=name)
            shape = SHAPES.get(name, {}).items()
            wrong = next((key for key, kind in shape if type(document.get(key)) is not kind), None)  # true is no number
            if wrong is not None:
                return worded(
                    'document {number} of its table "{name}" has no sound "{key}"', number=number, name=name, key=wrong
                )
    return ""


def lacking(tables: Tables, good: Tables) -> Iterator[tuple[str, Document]]:
    """The documents of a good copy that the tables don't have, each with its table's name."""
    for name, keys in KEYS.items():
        there = {tuple(one[key] for key in keys) for one in documents(tables, name)}
        for document in documents(good, name):
            if tuple(document[key] for key in keys) not in there:
                yield name, document


def holds_anything(tables: Tables) -> bool:
    """True when anything stands in them that would be missed."""
    return any(tables.get(name) for name in (NOTES, STARS, READ, VIEWS, DRAFTS))


def counted(tables: Tables) -> str:
    """The number of notes, stars and views in the tables, in words."""
    counts = ((len(tables.get(name, {})), word) for name, word in ((NOTES, "note"), (STARS, "star"), (VIEWS, "view")))
    return ", ".join(plural(n, word) for n, word in counts if n) or _("no notes")
