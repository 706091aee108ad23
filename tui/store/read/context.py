"""Everything that is known while one file is read: its text, what is wrong with it, and what its parts refer to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from tui.core.problems.file_lines import FileLines
from tui.core.problems.problem import ERROR, WARNING, Cure, Place, Problem
from tui.core.problems.tally import Tally
from tui.core.text.fold import fold
from tui.core.text.nearest import closest
from tui.core.timeline.model import Actor, Citation, Event, Passage, Publishing, SavedView, Silence, Source
from tui.store.yaml.nodes import Node, Scalar, place_of
from tui.store.yaml.recovery import Recovery

Reader = Callable[[Any, "Context"], Any]
"""Takes a node and the context, and gives the value, or None when there is none to be had: what is wrong is said."""
Knows = Callable[[str, "Context"], bool | None]
"""Tells whether there is something of that name; None when any name will do."""

MOST_HINTS = 200
"""Names to look for likenesses of in one file."""
LIKENESSES = 50_000
"""Pairs of names to compare for their likeness in one file, beside one for every twenty characters of it."""


class Field(NamedTuple):
    """The treatment of a key's value, and the shape that the schema gives it."""

    attribute: str
    """The attribute that gets the value."""
    read: Reader
    language: str | None = None
    """Of a text, which has twins such as `title_fr`, the code of its language; empty for the file's own."""
    shape: str = "text"
    """One of the shapes in `schema.py`."""
    is_list: bool = False
    """True when several of that shape may stand there."""


class Context:
    """The data that readers get beside a node; it has no reference to itself, so it goes when its reading ends."""

    def __init__(self, recovery: Recovery, tables: Mapping[str, Mapping[str, Field]], waits: bool = False) -> None:
        """`tables` are the fields of each kind of mapping; with `waits`, events are read after all else."""
        self.problems: list[Problem] = []
        self.text = recovery.text
        """The whole file."""
        self.gone = recovery.gone
        """The text that was taken out of the file for its faults in syntax."""
        self.tally = Tally()
        self.failed: set[int] = set()
        """Lines, from 0, of nodes that were left out."""
        self.language = "en"
        """Of every text without a language of its own."""
        self.fields = {kind: {key: field[:3] for key, field in table.items()} for kind, table in tables.items()}
        """(attribute, reader, language) by kind and key, with the twins that were met so far."""
        self.lists: dict[Reader, dict[Any, tuple[str, ...]]] = defaultdict(dict)
        """By the reader of an item: lists without a fault by the texts that they stand for, items by their text."""
        self.later: list[Node] | None = [] if waits else None
        """Events that wait for what they may refer to; None when none has to."""
        self.head: dict[str, Any] = {}
        """The fields of the timeline itself."""
        self.views: list[SavedView] = []
        self.orders: list[Scalar] = []
        """The orders of views that are not by time."""
        self.first_view: Node | None = None
        """The name of the view that the file opens with, as it stands there."""
        self.publishing = Publishing()
        """The conditions on which a page may be made of the file."""
        self.excepted: list[Scalar] = []
        """The ids of the events that are excepted from them, as they stand there."""
        self.queries: list[Scalar] = []
        """The queries of the views."""
        self.actors: dict[str, Actor] | None = None
        """None when the file lists none."""
        self.as_written: dict[str, Actor] = {}
        """Those that events name in a file that lists none."""
        self.sources: dict[str, Source] = {}
        self.cited: dict[str, Citation] = {}
        """Citations without a fault by their text."""
        self.misspelt: set[str] = set()
        """Sources whose passages may stand under a key that is misspelt; empty for all sources: that theirs is."""
        self.events: list[Event] = []
        self.ids: dict[str, int] = {}
        """Those of the events, with their lines."""
        self.unfinished: set[str] = set()
        """Ids of events that lack what an event needs."""
        self.nameless: list[tuple[int, str, Place | None]] = []
        """Events without an id of their own, by their place in the file: the id that was taken, and where to say so."""
        self.abouts: list[tuple[int, Node]] = []
        """Events that are about others, by their place in the file, and the ids of these as they stand there."""
        self.parts: list[tuple[str, Node]] = []
        """Actors that are parts of others, and the ids of these as they stand there."""
        self.quoted: list[tuple[Place, str, str, tuple[Cure, ...]]] = []
        """The places of typographic quotes around a value or a key, with the text, what was meant and its cure."""
        self.places: dict[tuple[str, str], Place] = {}
        """The place of each field of a source or an event, by id and field, for the rules about the whole."""
        self.copies: list[tuple[str, Place]] = []
        """The files that sources name as their copies, each with its place."""
        self.passages: dict[tuple[str, Passage], int] = {}
        """The line of each passage, by the id of its source."""
        self.files: FileLines | None = None
        """The files that the text is made of, if it is made of several."""
        self.refused: Mapping[str, str] = {}
        """The words under `include` that bring nothing in, each with the reason."""
        self.is_foreign = False
        """True when a thousand different keys stand where sections do, and none of them is one."""
        self._touches = recovery.touches
        self._by_name: dict[str, str] | None = None
        self._hints: dict[str, str | None] = {}
        self._is_gone: dict[str, bool] = {}
        self._likenesses = LIKENESSES + len(self.text) // 20

    def report(
        self, place: Place, code: str, severity: str, message: str, hint: str | None, cures: tuple[Cure, ...] = ()
    ) -> None:
        """Say what is wrong, or count it when so much of its kind was said."""
        problem = Problem(place, code, severity, message, hint, cures=cures)
        if self.tally.tells(problem):
            self.problems.append(problem)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.split("\n")

    def cures_in(self, place: Place, code: str) -> tuple[Cure, ...]:
        """The cures of a mistake in a line, by its look."""
        from tui.store.typed.line_cures import cures  # only a mistake needs it

        return cures(self.lines, place.line - 1, place.column - 1, code)

    def instead(self, node: Node, *texts: str | None, is_sure: bool = False) -> tuple[Cure, ...]:
        """The cures that put another text in the place of a scalar, as many as there are texts."""
        from tui.store.yaml.node_cures import instead  # only a mistake needs it

        if not isinstance(node, Scalar):
            return ()
        return instead(node, [one for one in texts if one is not None], self.text, is_sure=is_sure)

    def instead_of_part(self, node: Scalar, position: int, text: str, new: str | None) -> tuple[Cure, ...]:
        """The cure that puts another text, if there is one, in the place of a part of a scalar."""
        from tui.store.yaml.node_cures import instead_of_part

        return instead_of_part(node, position, len(text), new, self.text)

    def quoted_together(self, first: Scalar, last: Scalar) -> tuple[Cure, ...]:
        """The cure that puts quotes around what is one text, from one scalar to another on its line."""
        from tui.store.yaml.node_cures import quoted_together

        return quoted_together(first, last, self.lines)

    def spot(self, line: int) -> str:
        """A line in words: its number, and where there are several files, the name of its own."""
        if self.files is None:
            return str(line)
        name, own = self.files.at(line)
        return f"{own} ({name})"

    def heed(self, silences: Iterable[Silence], since: int = 0) -> None:
        """Take back the problems from that one on that are silenced."""
        codes = {one.code for one in silences}
        if codes:
            self.problems[since:] = [one for one in self.problems[since:] if one.code not in codes]

    def forget_problems(self) -> None:
        """Take back all that was said of a file without a section of ours."""
        self.is_foreign = "unknown-key" in self.tally.full and "duplicate-key" not in self.tally.full
        self.problems.clear()
        self.tally.clear()

    def error(
        self, where: Node | Place, code: str, message: str, hint: str | None = None, cures: tuple[Cure, ...] = ()
    ) -> None:
        """Say what is wrong with a node, or in a place."""
        if not self.tally.counts(code):
            self.report(where if isinstance(where, Place) else place_of(where), code, ERROR, message, hint, cures)

    def warn(self, node: Node, code: str, message: str, hint: str | None = None, cures: tuple[Cure, ...] = ()) -> None:
        """Say what is doubtful about a node."""
        if not self.tally.counts(code):
            self.report(place_of(node), code, WARNING, message, hint, cures)

    def is_gone(self, name: str) -> bool:
        """True when a name stands in what was blanked: its absence is then no fault of its own."""
        if not self.gone:
            return False
        if name not in self._is_gone:
            words = re.findall(r"[\w-]+", name)
            may_be = self._words_gone.issuperset(words)
            is_word = words == [name]
            if may_be and not is_word and len(self._is_gone) < MOST_HINTS:  # a search in all that went is dear
                may_be = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self.gone) is not None
            self._is_gone[name] = may_be
        return self._is_gone[name]

    @cached_property
    def _words_gone(self) -> frozenset[str]:
        return frozenset(re.findall(r"[\w-]+", self.gone))

    def is_lost(self, node: Node, key: Scalar | None = None) -> bool:
        """True when something was taken out of a node, or out of what its key has for a value."""
        if not self.gone and not self.failed:
            return False
        first = place_of(key or node).line
        end: Any = node.end_mark if isinstance(node, Scalar) else node.end
        goes_on = isinstance(node, Scalar) or node.flow or end.index >= len(self.text)
        last = max(end.line + goes_on, first)  # a block ends where the next thing begins
        if self._touches(first, last):
            return True
        if last - first > len(self.failed):
            return any(first <= line + 1 <= last for line in self.failed)
        return any(line in self.failed for line in range(first - 1, last))

    def within(self, scalar: Scalar, position: int, length: int) -> Place:
        """The place of some characters of a scalar; all of it when it is not written as it reads."""
        start: Any = scalar.start_mark
        quoted = int(scalar.style in ("'", '"'))
        begin = start.index + quoted
        if self.text[begin : begin + len(scalar.value)] != scalar.value or "\n" in scalar.value:
            return place_of(scalar)
        column = start.column + 1 + quoted + min(position, max(len(scalar.value) - 1, 0))
        return Place(start.line + 1, column, start.line + 1, column + max(length, 1))

    def actor_called(self, text: str) -> str | None:
        """The id of the one actor that the file calls so; None when it is nobody, or two."""
        if self._by_name is None:
            from tui.core.timeline.actor_names import ids_by_name  # only a mistake needs it

            self._by_name = ids_by_name((self.actors or {}).values())
        return self._by_name.get(fold(text))

    def affords(self, candidates: int) -> bool:
        """True when a name may still be compared with so many others for its likeness; it is paid for."""
        if self._likenesses > 0:
            self._likenesses -= candidates
            return True
        return False

    def suggested(self, text: str, ids: Iterable[str], names: Iterable[tuple[str, str]]) -> str | None:
        """The id that a name which is not there may mean, from ids and (name, id); sought once, for so many names."""
        if text not in self._hints:
            can_seek = len(self._hints) < MOST_HINTS and self.affords(0)
            known = {**dict(names), **{own: own for own in ids}} if can_seek else {}
            self._likenesses -= len(known)
            near = closest(text, known) if known else None
            self._hints[text] = near and known[near]
        return self._hints[text]
