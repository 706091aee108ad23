"""The reader's notebook of one timeline: what is starred, noted, marked read, and where one was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from tui.core import notebook
from tui.core.notebook import (
    DRAFTS,
    FILES,
    NOTES,
    OF_A_TIMELINE,
    OF_AN_EVENT,
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
from tui.core.timeline.ids import COMMON_IDS
from tui.store.personal.notebook_file import GoodCopy, NotebookFile
from tui.store.personal.story import STREAM, Story
from tui.store.system import environment
from tui.store.system.atomic_write import NotSaved

if TYPE_CHECKING:
    from tinydb import TinyDB
    from tinydb.queries import QueryInstance
    from tinydb.table import Document

Answer = TypeVar("Answer")

LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
"""The letters and digits of a note's id: nobody takes them for one another."""
ID_LENGTH = 4
MOST_QUERIES = 50
"""The queries that are remembered of a timeline, at most."""
MOST_SPOTS = 200
"""Timelines of which it is remembered where one was."""


class NoSuchNote(LookupError):
    """A note that is not there, or not any more."""


class NotebookStore:
    """Keeps a reader's notebook of one timeline; whatever it answers is on the disk."""

    def __init__(self, timeline: str | Story, file: NotebookFile | None = None) -> None:
        """`timeline` is the story that is read, or the key by which the notebook knows one."""
        self.story = timeline if isinstance(timeline, Story) else None
        self.timeline = timeline if isinstance(timeline, str) else ""
        """The key of the notes; empty where none can be kept."""
        self.file = file or NotebookFile(environment.notebook_file(), environment.notebook_lock())
        self._seen: Notebook | None = None
        self._is_told = False
        if self.story is not None:
            self._know(self.file.read())

    # ---- Reading

    def look(self) -> Notebook:
        """The notebook as it is now, with what another jalon wrote meanwhile."""
        if self._seen is None or self.file.changed():
            self._seen = notebook.of_timeline(self._know(self.file.read()), self.timeline)
        return self._seen

    def _know(self, tables: Tables) -> Tables:
        """The tables, in which it is said by now whose is what is kept of the story."""
        if self.story is None:
            return tables
        self.timeline = self.story.key(tables)
        keys = (self.timeline, *self.story.paths)
        if self.story.path == STREAM or self.story.row(tables) == self._row():
            return tables
        if not any(notebook.has_any(tables, key) for key in keys):
            return tables
        try:
            self._change(lambda _: None)
        except NotSaved as failed:
            self.file.trouble = str(failed)
        return self.file.read()

    def _row(self) -> dict[str, str]:
        """The row that the notebook is to have of the story's file."""
        return {"path": self.story.path, "id": self.story.id, "key": self.timeline} if self.story else {}

    def _change(self, do: Callable[[TinyDB], Answer]) -> Answer:
        """Change the notebook, once it is settled under the lock what the story is known by; raises NotSaved."""

        def change(tables: TinyDB) -> Answer:
            if self.story is not None:
                self._settle(tables, self.story)
            return do(tables)

        return self.file.change(change)

    def _settle(self, tables: TinyDB, story: Story) -> None:
        """Remember what the story is known by; what was kept of it before it had an id goes with it."""
        from tinydb import where

        held = tables.storage.read() or {}
        self.timeline = story.key(held)
        before = story.row(held)
        if story.path == STREAM or before == self._row():
            return
        files = tables.table(FILES)
        files.remove((where("path") == story.path) & (where("id") == story.id))
        if self.timeline == story.id:
            files.remove(where("key") == story.id)  # of files that are no more
        files.insert(self._row())
        for key in story.paths:
            if key != self.timeline and (before is not None or story.shares(held, key)):
                self._take(tables, held, key, notebook.OF_A_TIMELINE)

    def _take(self, tables: TinyDB, held: Tables, key: str, names: Iterable[str]) -> None:
        """Have what is kept under another key be of this timeline; of one that many had, what is about its events."""
        among = self.story.events if self.story and key in COMMON_IDS else None
        for name in names if notebook.has_any(held, key) else ():
            for one in tables.table(name).all():
                if one["timeline"] == key and (among is None or one["event"] in among):
                    self._take_one(tables, name, one)

    def _take_one(self, tables: TinyDB, name: str, one: Document) -> None:
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

    # ---- Whose it is

    def begin(self) -> None:
        """Remember the story, so that its id is its own from now on; raises NotSaved."""
        self._change(lambda _: None)

    def left(self) -> dict[str, Tables]:
        """The tables of what is kept of this story under its earlier ids and paths, by these."""
        return self.story.left(self.file.read()) if self.story else {}

    def standing(self, key: str) -> tuple[str, bool]:
        """The path of another file that has a key, if any; and whether anything under it could be this story's."""
        tables = self.file.read()
        if self.story is None or key == self.timeline:
            return "", False
        held = notebook.holds_anything(self.story.part(tables, key))
        return self.story.owner(tables, key), held

    def take(self, key: str) -> str:
        """Have what is kept under an earlier id or path be of this story; how much that is, in words."""

        def take(tables: TinyDB) -> str:
            from tinydb import where

            held = tables.storage.read() or {}
            taken = notebook.counted(self.story.part(held, key)) if self.story else ""
            self._take(tables, held, key, OF_AN_EVENT if key in COMMON_IDS else OF_A_TIMELINE)
            tables.table(FILES).remove((where("key") == key) & (where("id") == key))
            return taken

        return self._change(take)

    def take_news(self) -> list[str]:
        """The news of whose the notes are, once: an id that another file has, and what is left elsewhere."""
        if self._is_told or self.story is None:
            return []
        self._is_told = True
        return self.story.news(self.file.read(), self.timeline)

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

        return self._change(turn)

    def unmark(self, event: str) -> None:
        """Take the star and the read mark of an event away."""

        def unmark(tables: TinyDB) -> None:
            for name in (STARS, READ):
                tables.table(name).remove(self._its(event=event))

        self._change(unmark)

    def move(self, event: str, to: str) -> None:
        """Have all that is about one event be about another."""

        def move(tables: TinyDB) -> None:
            for name in (STARS, READ):
                if tables.table(name).contains(self._its(event=to)):
                    tables.table(name).remove(self._its(event=event))
            for name in (STARS, READ, NOTES, DRAFTS):
                tables.table(name).update({"event": to}, self._its(event=event))

        self._change(move)

    # ---- Notes

    def add_note(self, event: str, text: str) -> Note:
        """Write a note; its draft, if there is one, is done with."""

        def add(tables: TinyDB) -> Note:
            tables.table(DRAFTS).remove(self._its(event=event, note=""))
            return self._inserted(tables, event, text)

        return self._change(add)

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

        return self._change(edit)

    def move_note(self, note: Note, to: str) -> None:
        """Have a note be about another event."""
        self._change(lambda tables: tables.table(NOTES).update({"event": to}, self._its(id=note.id)))

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

        return self._change(remove)

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

        self._change(keep)

    def drop_draft(self, event: str, note_id: str) -> None:
        """Keep it no longer."""
        if any((one.event, one.note) == (event, note_id) for one in self.look().drafts):
            self._change(lambda tables: tables.table(DRAFTS).remove(self._its(event=event, note=note_id)))

    # ---- Views

    def keep_view(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        view = {"timeline": self.timeline, "name": name, "query": query}
        self._change(lambda tables: tables.table(VIEWS).upsert(view, self._its(name=name)))

    def forget_view(self, name: str) -> None:
        """Keep it no longer."""
        self._change(lambda tables: tables.table(VIEWS).remove(self._its(name=name)))

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

        self._change(leave)

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

        self._change(prefer)

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
