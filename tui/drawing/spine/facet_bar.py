"""The facet ribbon: what one can filter by, with live counts; chips for what one does filter by."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui.core.dates.calendar import parse_day
from tui.core.dates.words import day_in_words
from tui.core.entry.dividing import dividing_facets
from tui.core.index.protocol import Answers
from tui.core.query.tree import AS_OF, FACETS, Node, Term
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.text.names import group_name, values_name
from tui.core.timeline.in_language import short_name
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span, columns_in_place

LEAST_CHIP = 8
"""Cells below which what a field is filtered by says nothing."""
MOST = 3
"""Values of one facet, so that each facet is seen."""
MANY = 10_000
"""Values of one facet that are counted; of more it says no number."""


Counts = list[tuple[str, int]]
"""Values of a facet, each with the events that it would give."""


class Zone(NamedTuple):
    """Cells of the ribbon that do something: from `begin` to before `end`."""

    begin: int
    end: int
    action: str
    """`pick`, `clear` (one field's terms, or all), `toggle` (one value), `drop` (a word or a group) or `panel`."""
    field: str
    """A field of the query; of what stands for no field, the command: `clear` or `panel`."""
    value: str = ""


class FacetBarLine(NamedTuple):
    """The row, and where on it one can click."""

    line: Line
    zones: tuple[Zone, ...]


def facet_bar_line(answers: Answers, width: int, pen: Pen, *, keys: Callable[[str], str]) -> FacetBarLine:
    """The ribbon at a width; `keys` gives the key that picks a facet, or `clear`, or `panel`."""
    draft = _BarDraft(answers, width, pen, keys)
    filtered = answers.query.fields()
    command = "clear" if answers.query.terms else "panel"
    key = keys(command)
    ending = " " + (_("{key} all", key=key) if answers.query.terms else key)
    kept = pen.measure(ending)
    for node in answers.query.terms:
        draft.put_chip(node, kept)
    offered = dividing_facets(answers.engine.whole_file)
    shown = [(field, values_name(field)) for field in offered if field not in filtered]
    draft.put_facets(shown, kept)
    if draft.room() >= kept:
        draft.put(ending, "key", command, command)
    draft.put(" " * draft.room(), "text")
    return FacetBarLine(columns_in_place(tuple(draft.spans)), tuple(draft.zones))


def _chip(field: str, names: str, *, is_negative: bool) -> str:
    if is_negative:
        return _("{field}: not {names}", field=field, names=names)
    return _("{field}: {names}", field=field, names=names)


class _BarDraft:
    """A row under way."""

    def __init__(self, answers: Answers, width: int, pen: Pen, keys: Callable[[str], str]) -> None:
        self.answers = answers
        self.width = width
        self.keys = keys
        self.pen = pen
        self.spans: list[Span] = []
        self.zones: list[Zone] = []
        self.taken = 0

    def room(self) -> int:
        """The cells that are left."""
        return self.width - self.taken

    def put(self, text: str, role: str, action: str = "", field: str = "", value: str = "") -> None:
        """Some text at the end; with an action, cells that one can click."""
        cells = self.pen.measure(text)
        if action and cells:
            self.zones.append(Zone(self.taken, self.taken + cells, action, field, value))
        self.spans.append(Span(text, role))
        self.taken += cells

    def put_chip(self, node: Node, kept: int) -> None:
        """Put in the chip of a field: `a actor: IKANBI, TotalEnergies ×`, or a word; `kept` cells stay free."""
        if isinstance(node, Term):
            field = node.field
            names = ", ".join(self._on_chip(field, value) for value in node.values)
            words = f" {_chip(group_name(field), names, is_negative=node.negative)} "
        else:
            field, words = "", f" {clean_line(str(node))} "
        key = f" {self.keys(field)}" if field in FACETS or field == AS_OF else ""
        room = self.room() - kept - self.pen.measure(key) - 2
        if room < LEAST_CHIP:
            return
        words = self.pen.fit(words, min(room, max(LEAST_CHIP, self.width // 2)))
        action = "pick" if key else ""
        self.put(key, "key", action, field)
        self.put(words, "strong", action, field)
        self.put(self.pen.glyphs.shut, "key", *(("clear", field) if field else ("drop", "", str(node))))
        self.put(" ", "text")

    def _on_chip(self, field: str, value: str) -> str:
        """A value on a chip: of a source who publishes it, since titles are long."""
        timeline = self.answers.engine.head
        if field == AS_OF and (day := parse_day(value)) is not None:
            return day_in_words(day, self.pen.language, short=True)
        source = timeline.sources.get(value) if field == "source" else None
        if source is not None and source.publisher_or_site:
            return clean_line(source.publisher_or_site)
        return short_name(field, value, timeline, self.pen.language)

    def put_facets(self, facets: list[tuple[str, str]], kept: int) -> None:
        """As many facets as there is room for, each with its most frequent value at least."""
        counted = [(field, self._head(field, many), self.answers.facet(field, MANY)) for field, many in facets]
        least = [(facet, self._least(*facet)) for facet in counted if facet[2]]
        while least and sum(cells for _facet, cells in least) > self.room() - kept:
            least.pop()
        for at, (facet, _cells) in enumerate(least):
            self._put_values(*facet, self.width - kept - sum(cells for _facet, cells in least[at + 1 :]))

    def _name(self, field: str, value: str) -> str:
        """A value as the ribbon has room for: of a country its code."""
        if field == "country":
            return clean_line(value)
        return short_name(field, value, self.answers.engine.head, self.pen.language)

    def _head(self, field: str, many: str) -> str:
        """The text before the values: the word for them only where nothing is filtered."""
        return f" {self.keys(field)}" if self.answers.query.terms else f" {self.keys(field)} {many}"

    def _least(self, field: str, head: str, counts: Counts) -> int:
        """Cells that a facet takes with its most frequent value alone."""
        value, count = counts[0]
        return self.pen.measure(f"{head}  {self._name(field, value)} {count}{self._more(len(counts) - 1)}  ")

    def _more(self, others: int) -> str:
        return f"  +{others}" if others else ""

    def _put_values(self, field: str, head: str, counts: Counts, until: int) -> None:
        """The most frequent values of a facet that fit before a column, and how many more there are."""
        key, _blank, word = head[1:].partition(" ")
        self.put(f" {key}", "key", "pick", field)
        self.put(f" {word}" if word else "", "dim", "pick", field)
        for at, (value, count) in enumerate(counts):
            name, lead = self._name(field, value), "  " if at or word else " "
            rest = self._more(len(counts) - at - 1)
            if at == MOST or self.taken + self.pen.measure(f"{lead}{name} {count}{rest}  ") > until:
                self.put(self._more(len(counts) - at), "dim", "pick", field)
                break
            self.put(f"{lead}{name} ", "text", "toggle", field, value)
            self.put(str(count), "dim", "toggle", field, value)
        self.put("  ", "text")
