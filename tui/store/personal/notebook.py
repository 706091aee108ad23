"""The reader's notebook of one timeline: what is starred, noted, marked read, and where one was."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.core import notebook
from tui.core.notebook import (
    DRAFTS,
    NOTES,
    QUERIES,
    READ,
    READER,
    SPOTS,
    STARS,
    VIEWS,
    LastPlace,
    Note,
    Notebook,
    Tables,
)
from tui.store.personal.notebook_file import GoodCopy, NotebookFile
from tui.store.system import environment
from tui.store.system.atomic_write import NotSaved

if TYPE_CHECKING:
    from tinydb import TinyDB
    from tinydb.queries import QueryInstance
    from tinydb.table import Document

LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
"""The letters and digits of a note's id: nobody takes them for one another."""
ID_LENGTH = 4
MOST_QUERIES = 50
"""That are remembered of a timeline."""
MOST_SPOTS = 200
"""Timelines of which it is remembered where one was."""


class NoSuchNote(LookupError):
    """A note that is not there, or not any more."""


class NotebookStore:
    """Keeps a reader's notebook of one timeline; whatever it answers is on the disk."""

    def __init__(self, timeline: str, *formerly: str, file: NotebookFile | None = None) -> None:
        """`timeline` is what the notebook knows it by, `formerly` before it had an id (`places.timeline_keys`)."""
        self.timeline = timeline
        self.formerly = formerly
        self.file = file or NotebookFile(environment.notebook_file(), environment.notebook_lock())
        self._seen: Notebook | None = None

    # ---- Reading

    def look(self) -> Notebook:
        """The notebook as it is now, with what another jalon wrote meanwhile."""
        if self._seen is None or self.file.changed():
            self._seen = notebook.of_timeline(self._adopted(self.file.read()), self.timeline)
        return self._seen

    def _adopted(self, tables: Tables) -> Tables:
        """The tables, with what was kept under the timeline's path, before it had an id, under its id."""
        if not any(notebook.has_any(tables, former) for former in self.formerly):
            return tables
        try:
            self.file.change(self._adopt)
        except NotSaved as failed:
            self.file.trouble = str(failed)
        return self.file.read()

    def _adopt(self, tables: TinyDB) -> None:
        for name in notebook.OF_A_TIMELINE:
            for one in tables.table(name).all():
                if one["timeline"] in self.formerly:
                    self._adopt_one(tables, name, one)

    def _adopt_one(self, tables: TinyDB, name: str, one: Document) -> None:
        """Have a document be of this timeline; where there is such a one, what was written in it is kept beside."""
        its = self._its(**{key: one[key] for key in notebook.KEYS[name] if key != "timeline"})
        if not tables.table(name).contains(its):
            tables.table(name).update({"timeline": self.timeline}, doc_ids=[one.doc_id])
            return
        if name == DRAFTS:
            self._inserted(tables, one["event"], one["text"])
        elif name == VIEWS:
            tables.table(name).insert({**one, "timeline": self.timeline, "name": f"{one['name']} ({one['query']})"})
        tables.table(name).remove(doc_ids=[one.doc_id])

    def has_changed(self) -> bool:
        """True when it is another than was looked at last."""
        return self._seen is None or self.file.changed()

    def timeline_of(self, note_id: str) -> str | None:
        """The timeline of any note."""
        notes = self.file.read().get(NOTES, {}).values()
        return next((note["timeline"] for note in notes if note["id"] == note_id), None)

    # ---- Marks

    def star(self, event: str) -> bool:
        """Star an event, or take its star away; whether it is starred now."""
        return self._turn(STARS, event)

    def mark_read(self, event: str) -> bool:
        """Mark an event read, or unread; whether it is read now."""
        return self._turn(READ, event)

    def _turn(self, table: str, event: str) -> bool:
        def turn(tables: TinyDB) -> bool:
            its = self._its(event=event)
            if tables.table(table).remove(its):
                return False
            tables.table(table).insert({"timeline": self.timeline, "event": event, "when": environment.now()})
            return True

        return self.file.change(turn)

    def unmark(self, event: str) -> None:
        """Take the star and the read mark of an event away."""

        def unmark(tables: TinyDB) -> None:
            for name in (STARS, READ):
                tables.table(name).remove(self._its(event=event))

        self.file.change(unmark)

    def move(self, event: str, to: str) -> None:
        """Have all that is about one event be about another."""

        def move(tables: TinyDB) -> None:
            for name in (STARS, READ):
                if tables.table(name).contains(self._its(event=to)):
                    tables.table(name).remove(self._its(event=event))
            for name in (STARS, READ, NOTES, DRAFTS):
                tables.table(name).update({"event": to}, self._its(event=event))

        self.file.change(move)

    # ---- Notes

    def add_note(self, event: str, text: str) -> Note:
        """Write a note; its draft, if there is one, is done with."""

        def add(tables: TinyDB) -> Note:
            tables.table(DRAFTS).remove(self._its(event=event, note=""))
            return self._inserted(tables, event, text)

        return self.file.change(add)

    def edit_note(self, note: Note, text: str) -> Note:
        """Give a note, as it was when it was read, another text.

        Where it has been changed or removed meanwhile, the text becomes a note of its own: nothing is lost.
        """

        def edit(tables: TinyDB) -> Note:
            tables.table(DRAFTS).remove(self._its(event=note.event, note=note.id))
            if not tables.table(NOTES).contains(self._its(id=note.id, text=note.text)):
                return self._inserted(tables, note.event, text)
            now = environment.now()
            tables.table(NOTES).update({"text": text, "changed": now}, self._its(id=note.id))
            return note._replace(text=text, changed=now)

        return self.file.change(edit)

    def move_note(self, note: Note, to: str) -> None:
        """Have a note be about another event."""
        self.file.change(lambda tables: tables.table(NOTES).update({"event": to}, self._its(id=note.id)))

    def remove_note(self, note_id: str) -> Note:
        """Remove a note; the answer is what it was. Raises NoSuchNote."""

        def remove(tables: TinyDB) -> Note:
            its = self._its(id=note_id)
            found = tables.table(NOTES).search(its)
            if not found:
                raise NoSuchNote(note_id)
            tables.table(NOTES).remove(its)
            tables.table(DRAFTS).remove(self._its(note=note_id))
            return Note(*(found[0][field] for field in Note._fields))

        return self.file.change(remove)

    def _inserted(self, tables: TinyDB, event: str, text: str) -> Note:
        taken = {one["id"] for one in tables.table(NOTES)}
        now = environment.now()
        note = Note(_new_id(taken), event, text, now, now)
        tables.table(NOTES).insert({**note._asdict(), "timeline": self.timeline})
        return note

    # ---- Drafts

    def keep_draft(self, event: str, note_id: str, text: str) -> None:
        """Keep a note that is being written; `note_id` is empty when it is to be new."""

        def keep(tables: TinyDB) -> None:
            draft = {
                "timeline": self.timeline, "event": event, "note": note_id, "text": text,
                "changed": environment.now(), "process": environment.process(),
            }  # fmt: skip
            tables.table(DRAFTS).upsert(draft, self._its(event=event, note=note_id))

        self.file.change(keep)

    def drop_draft(self, event: str, note_id: str) -> None:
        """Keep it no longer."""
        if any((one.event, one.note) == (event, note_id) for one in self.look().drafts):
            self.file.change(lambda tables: tables.table(DRAFTS).remove(self._its(event=event, note=note_id)))

    # ---- Views

    def keep_view(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        view = {"timeline": self.timeline, "name": name, "query": query}
        self.file.change(lambda tables: tables.table(VIEWS).upsert(view, self._its(name=name)))

    def forget_view(self, name: str) -> None:
        """Keep it no longer."""
        self.file.change(lambda tables: tables.table(VIEWS).remove(self._its(name=name)))

    # ---- Where one was

    def leave(self, spot: LastPlace, queries: tuple[str, ...] = ()) -> None:
        """Remember where one was, and the queries that were asked, the latest first."""

        def leave(tables: TinyDB) -> None:
            spots = tables.table(SPOTS)
            where = {**spot._asdict(), "timeline": self.timeline, "when": environment.now()}
            spots.upsert(where, self._its())
            stale = sorted(spots.all(), key=lambda one: str(one["when"]), reverse=True)[MOST_SPOTS:]
            spots.remove(doc_ids=[one.doc_id for one in stale])
            if queries:
                before = notebook.of_timeline(tables.storage.read() or {}, self.timeline).queries
                asked = list(dict.fromkeys((*queries, *before)))[:MOST_QUERIES]
                tables.table(QUERIES).upsert({"timeline": self.timeline, "asked": asked}, self._its())

        self.file.change(leave)

    def prefer(self, *, theme: str | None = None, language: str | None = None) -> None:
        """Remember a taste for all timelines."""

        def prefer(tables: TinyDB) -> None:
            reader = tables.table(READER)
            chosen = {key: value for key, value in (("theme", theme), ("language", language)) if value is not None}
            known = reader.all()
            if known:
                reader.update(chosen, doc_ids=[known[0].doc_id])
            else:
                reader.insert({"theme": "", "language": "", **chosen})

        self.file.change(prefer)

    # ---- After damage

    def take_trouble(self) -> str:
        """The fault of the notebook's file, to be said once."""
        trouble, self.file.trouble = self.file.trouble, ""
        return trouble

    def offered(self) -> GoodCopy | None:
        """A good copy from before the notebook was damaged or gone."""
        return self.file.offered()

    def _its(self, **fields: str) -> QueryInstance:
        """The condition that finds this timeline's documents with those values."""
        from tinydb import where

        found: QueryInstance = where("timeline") == self.timeline
        for name, value in fields.items():
            found = found & (where(name) == value)
        return found


def _new_id(taken: set[str]) -> str:
    length = ID_LENGTH
    while True:
        new = "".join(LETTERS[byte % len(LETTERS)] for byte in os.urandom(length))
        if new not in taken:
            return new
        length += 1
