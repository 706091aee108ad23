"""The name by which the notebook knows a timeline: the id of its file, where no other file has that; else the path.

The notebook remembers, in its table of files, which file had which id and what it was known by then. So an id that was
copied, or set by hand, opens no other file's notes; and what is left under an earlier id or path can be found.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui.core import notebook
from tui.core.notebook import FILES, Document, Tables
from tui.core.text.messages import worded
from tui.core.timeline.ids import COMMON_IDS
from tui.store.system import environment, read_bytes

if TYPE_CHECKING:
    from tui.core.timeline.model import Timeline

SHIPPED = "jalon:events.yaml"
"""The word for the path of the timeline that comes with jalon, wherever jalon is installed."""
STREAM = "-"


class Story(NamedTuple):
    """A timeline as the notebook looks for it."""

    path: str
    """The real path of its file; SHIPPED, or STREAM."""
    declared: str = ""
    """The id that its file gives; empty for none."""
    events: frozenset[str] = frozenset()
    """The ids of its events."""
    former: tuple[str, ...] = ()
    """Other paths by which an earlier jalon may have known it."""
    text: str = ""
    """The whole of it, if it comes from a stream."""
    name: str = ""
    """Its path as it was typed."""

    @classmethod
    def of(cls, timeline: Timeline, path: str, text: str = "") -> Story:
        """The story of a timeline that was read from a path."""
        declared, events = timeline.id or "", frozenset(event.id for event in timeline.events)
        if path == STREAM or read_bytes.is_stream(path):
            return cls(STREAM, declared, events, text=text, name=path)
        folder, name = os.path.split(path)
        former = os.path.join(os.path.realpath(folder), name)
        real = os.path.realpath(path)
        if real == os.path.realpath(environment.shipped_path(environment.HERE)):
            return cls(SHIPPED, declared, events, (former,), name=path)
        return cls(real, declared, events, () if former == real else (former,), name=path)

    @property
    def id(self) -> str:
        """The id, where it can be that of one story alone: not one of an example, and no path."""
        is_own = self.declared not in COMMON_IDS and not {"/", "\\"} & set(self.declared)
        return self.declared if is_own and self.declared not in (SHIPPED, STREAM) else ""

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths by which it may be known."""
        return () if self.path == STREAM else (self.path, *self.former)

    # ---- Its key

    def key(self, tables: Tables) -> str:
        """The key of its notes; empty for a stream that can have none."""
        if self.id and self._has_its_id(tables):
            return self.id
        return "" if self.path == STREAM else self.path

    def row(self, tables: Tables) -> Document | None:
        """The row that the notebook has of its file and its id."""
        of_file = (one for one in notebook.documents(tables, FILES) if one["path"] == self.path)
        return next((one for one in of_file if one["id"] == self.id), None)

    def _has_its_id(self, tables: Tables) -> bool:
        if self.rival(tables):
            return False
        row = self.row(tables)
        if row is not None:
            return bool(row["key"] == self.id) or not notebook.has_any(tables, self.id)
        return not notebook.has_any(tables, self.id) or self.shares(tables, self.id)

    def shares(self, tables: Tables, key: str) -> bool:
        """True where what is kept under a key can be this story's: it is about one of its events, or about none."""
        kept = set(notebook.events_of(tables, key))
        return not kept.isdisjoint(self.events) if kept else bool(self.events)

    def rival(self, tables: Tables) -> str:
        """The path of another file whose notes stand under the same id; empty when there is none."""
        return next((one["path"] for one in self._owners(tables, self.id) if not self._is_stream_of(one["path"])), "")

    def _owners(self, tables: Tables, key: str) -> Iterator[Document]:
        """The rows of the other files that a key belongs to: as long as they have the id, or notes under it."""
        for one in notebook.documents(tables, FILES):
            is_other = one["key"] == key and one["path"] != self.path and is_there(one["path"])
            if key and is_other and (notebook.has_any(tables, key) or has_id(one["path"], key)):
                yield one

    def _is_stream_of(self, path: str) -> bool:
        """True where this is the text of a file, by way of a stream."""
        return self.path == STREAM and bool(self.text) and self.text == _text(path)

    def namesake(self, tables: Tables) -> str:
        """The path of another file that was seen with the same id, and has it still; empty when there is none."""
        if self.path == STREAM or not self.id:
            return ""
        seen = (one["path"] for one in notebook.documents(tables, FILES) if one["id"] == self.id)
        return next((path for path in seen if path != self.path and is_there(path) and has_id(path, self.id)), "")

    # ---- What is left elsewhere

    def left(self, tables: Tables) -> dict[str, Tables]:
        """The tables of what is kept under earlier ids and paths of this story, by these."""
        key, row = self.key(tables), self.row(tables)
        earlier = [one["key"] for one in notebook.documents(tables, FILES) if one["path"] == self.path]
        earlier += [*self.paths, *self._vanished(tables)]
        if self.id and not any(has_id(one["path"], self.id) for one in self._owners(tables, self.id)):
            earlier.append(self.id)
        if self.declared in COMMON_IDS or row is None:
            earlier += COMMON_IDS
        found = {one: self.part(tables, one) for one in earlier if one != key and not self.owner(tables, one)}
        return {one: kept for one, kept in found.items() if notebook.holds_anything(kept)}

    def news(self, tables: Tables, known_by: str) -> list[str]:
        """The news of whose the notes are: an id that another file has, and what is left elsewhere."""
        found: list[str] = []
        if self.id and known_by != self.id and (rival := self.rival(tables)):
            words = {"id": self.id, "file": in_words(rival)}
            found.append(
                worded('"{id}" is the id of {file} too: its notes are not shown here', **words)
                if self.path == STREAM
                else worded('"{id}" is the id of {file} too: notes here go by the path of the file', **words)
            )
        for key, kept in self.left(tables).items():
            from shlex import quote  # few have any

            command = f"jalon notes move {quote(self.name)} {quote(key)}"  # no words: a command
            found.append(
                worded(
                    "{notes} left under {file}: {command} has them here",
                    notes=notebook.counted(kept),
                    file=read_bytes.display_name(key),
                    command=command,
                )
            )
        return found

    def part(self, tables: Tables, key: str) -> Tables:
        """The part of a key that is this story's; of an id that many files had, only what is about its events."""
        return notebook.only(tables, key, self.events if key in COMMON_IDS else None)

    def owner(self, tables: Tables, key: str) -> str:
        """The path of another file that had a key first and is there, or is where it says; empty when there is none.

        Of the id that this file has, it is one that has the same still: else the two have changed places.
        """
        if os.path.isabs(key) and os.path.exists(key) and key not in self.paths:
            return key
        owners = (one["path"] for one in self._owners(tables, key))
        return next((path for path in owners if key != self.id or has_id(path, key)), "")

    def _vanished(self, tables: Tables) -> Iterator[str]:
        """The paths of files that are no more, with something about events of this story."""
        for key in dict.fromkeys(one["timeline"] for one in notebook.documents(tables, notebook.NOTES)):
            if os.path.isabs(key) and not os.path.exists(key) and self.shares(tables, key):
                yield key


def tables_now() -> Tables:
    """The tables of the notebook, for a look that changes nothing; none where it cannot be read."""
    from tui.store.personal.notebook_json import Damaged, Newer, read

    try:
        return read(read_bytes.fetch(environment.notebook_file())).tables
    except (Damaged, Newer, read_bytes.Unreadable):
        return {}


def in_words(path: str) -> str:
    """The name of the file of a row, in a message."""
    return worded("the timeline that comes with jalon") if path == SHIPPED else read_bytes.display_name(path)


def is_there(path: str) -> bool:
    """True where there is a file at the path that a row has."""
    return path == SHIPPED or (path != STREAM and os.path.exists(path))


def has_id(path: str, story_id: str) -> bool:
    """True where a file still gives an id; a file that cannot be read is taken to."""
    import re

    text = _text(path)
    wanted = re.escape(story_id)
    return text is None or re.search(rf"""\bid:[ ]*["']?{wanted}["']?[ ]*($|[,}}#])""", text, re.MULTILINE) is not None


def _text(path: str) -> str | None:
    """The text of a file as it is read; None where it cannot be."""
    from tui.store.yaml.decode import decode

    try:
        return decode(read_bytes.fetch(environment.shipped_path(environment.HERE) if path == SHIPPED else path), path)
    except read_bytes.Unreadable:
        return None
