"""The actors as rows: who they are, how many events concern them, and when, all on one scale.

Those that no event concerns come last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tui.core.dates.parse import parse_date
from tui.core.index.protocol import BACKWARD, Answers, Key, key_before
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.text.messages import _, in_context, numbered, translatable
from tui.core.text.names import actor_kind_name, widest_actor_kind
from tui.core.timeline.facets import BODY
from tui.core.timeline.in_language import TimelineInLanguage, short_name
from tui.core.timeline.members import outermost
from tui.core.timeline.model import Actor
from tui.core.timeline.when import SECONDS
from tui.drawing.event.sources import short_day
from tui.drawing.lists.table import SIGN, Column, FacetTable, events_head
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span
from tui.drawing.time.density import fitted, outside
from tui.drawing.time.ruler import FREE, cells, runs, ticks
from tui.drawing.time.scale import Scale
from tui.drawing.time.sparkline import heights

BY_EVENTS, BY_NAME, BY_FIRST = translatable("events"), translatable("name"), translatable("first event")
ORDERS = (BY_EVENTS, BY_NAME, BY_FIRST)
"""The orders in which the actors can stand, in the order in which one goes through them."""

COUNTRY, DAY = 3, 13
A_LONG_DAY = parse_date("2025-09-25")
"""A day whose label is as long as any: the columns of days have room for it in each language."""
"""Cells of the columns that are always so wide, the blank before each included."""
LEAST_ALIAS = 8
"""Cells that are left of a name's column below which no other name is begun."""
CHART = 4
"""The column that has the events over time."""
LEAST_CHART = 10
"""Cells below which events over time say nothing."""


MOST = 20_000
"""Actors at most."""


class Part(NamedTuple):
    """An actor, and how many events concern it."""

    actor: Actor
    events: int


class ActorList(FacetTable):
    """The actors of a selection, whatever it says of actors itself: so one sees what others there are.

    Grouped by body, members stand with the outermost that they are a part of.
    """

    def __init__(self, answers: Answers, pen: Pen, order: str = BY_EVENTS, group: str = "actor") -> None:
        super().__init__(answers, pen, "actor")
        self.order = order
        self.group = BODY if group == BODY and self.engine.names.members else self.field
        self.rows = self._in_order(self._parts(), order)
        self.row_of = {part.actor.id: at for at, part in enumerate(self.rows)}
        self._charts: dict[int, tuple[Scale, float]] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def place_of(self, actor: str) -> int | None:
        """The row of an actor, or of the body that it stands with."""
        at = self.row_of.get(actor)
        if at is not None or self.group != BODY:
            return at
        rows = (self.row_of.get(body) for body in outermost(actor, self.engine.head.actors))
        return min((row for row in rows if row is not None), default=None)

    def asked(self) -> list[int]:
        """The rows of those that the query asks for, alone or among the members of a body, and does not exclude."""
        names = self.engine.names
        had, excluded = (
            {one for value in values for one in names.meaning("actor", value)} for values in (self.had, self.excluded)
        )
        rows = []
        for row, part in enumerate(self.rows):
            own = part.actor.id
            members = names.members.get(own, ()) if self.group == BODY else ()
            if own not in excluded and (not had or not had.isdisjoint((own, *members))):
                rows.append(row)
        return rows

    def holds(self, row: int) -> bool:  # noqa: ARG002 - no row is anything else
        """True when a row is an actor."""
        return True

    def header(self, width: int) -> Line:
        """The names of the columns, and the ruler over the events."""
        columns = self.columns(width)
        heads: list[Line] = [(Span(column.head, column.role),) for column in columns]
        heads[CHART] = self._ruler(columns[CHART].cells) if columns[CHART].cells else ()
        return self.row(columns, heads)

    def draw(self, row: int, width: int, *, top: bool = False, cursor: bool = False) -> Line:  # noqa: ARG002 - a list's
        """One row as spans, exactly `width` cells."""
        part, columns = self.rows[row], self.columns(width)
        actor, chart = part.actor, columns[CHART].cells
        role, much = ("text", "strong") if part.events else ("dim", "dim")
        names = self._names(actor, columns[0].cells - 1 - SIGN, role)
        cells: list[Line] = [
            (self.lead(cursor=cursor), self.sign(actor.id), *names),
            (Span(actor_kind_name(clean_line(actor.kind or "")), "dim"),),
            (Span(clean_line(actor.country or ""), "dim"),),
            (Span(str(part.events), much),),
            self._chart(part, chart) if chart else (),
            *(self._neighbours(part) if columns[-1].cells else ((), ())),
        ]
        return self.row(columns, cells)

    def lay_out(self, width: int) -> list[Column]:
        """The names first, then what there is room for; of the events over time, what lies beyond included."""
        kind = widest_actor_kind() + 1 if width >= 84 else 0
        days = max(DAY, self.pen.measure(short_day(A_LONG_DAY, self.voice, self.sheet)) + 1) if width >= 100 else 0
        name = 30 if width >= 100 else 24 if width >= 70 else 20 if width >= 52 else 16
        events = events_head(self.pen, is_wide=width >= 60)
        count = max(7 if width >= 60 else 4, self.pen.measure(events) + 1)
        left = width - 1 - SIGN - name - kind - COUNTRY - count - 2 * days
        chart = left if left >= LEAST_CHART else 0
        return [
            Column(
                1 + SIGN + (name if chart else max(1, name + left)), " " * (1 + SIGN) + _("name"), self._role(BY_NAME)
            ),
            Column(kind, _("kind"), before=1),
            Column(COUNTRY, before=1),
            Column(count, events, self._role(BY_EVENTS), is_right=True),
            Column(chart),
            Column(days, in_context("event", "last"), is_right=True, before=1),
            Column(days, in_context("event", "next"), is_right=True, before=1),
        ]

    def _role(self, order: str) -> str:
        """The role of a column's head: that by which the rows are sorted stands out."""
        return "strong" if order == self.order else "dim"

    def _names(self, actor: Actor, width: int, role: str) -> Line:
        """The name, the short one where the other does not fit, then the others as far as they go."""
        names, sheet = _names_of(actor, self.voice), self.sheet
        if sheet.measure(names[0]) > width:
            names[0] = short_name("actor", actor.id, self.voice.timeline, self.voice.language)
        first = sheet.clipped((Span(names[0], role),), width)
        room = width - sheet.wide(first)
        more = [*self._members(actor), *(name for name in names[1:] if name != names[0])]
        others = f"{sheet.dot}{', '.join(more)}" if more and room >= LEAST_ALIAS else ""
        rest = sheet.clipped((Span(others, "dim"),), room) if others else ()
        return (*first, *rest)

    def _members(self, actor: Actor) -> list[str]:
        """The number of members that stand with an actor, in words."""
        parts = self.engine.names.members.count(actor.id) if self.group == BODY else 0
        return [numbered("with {number} member", "with {number} members", parts)] if parts else []

    def _neighbours(self, part: Part) -> list[Line]:
        """The days of the last event before today, and of the next one from today on."""
        events, today = self.events_of(part.actor.id), key_before(self.pen.today)
        around = (events.window(today, 1, BACKWARD), events.window(today, 1))
        days = (short_day(found[0].event.date, self.voice, self.sheet) if found else "" for found in around)
        return [(Span(day, "dim"),) for day in days]

    def events_of(self, actor: str) -> Answers:
        """The events that concern an actor, or the members that stand with it."""
        return self.others.group(self.group, actor)

    # ---- Events over time

    def _scale(self, width: int) -> tuple[Scale, float]:
        """The scale of all charts of that width (a cell at either end is for what lies beyond), and its fullest cell.

        It is the whole timeline's, so that it stands still under a filter.
        """
        if width not in self._charts:
            scale = fitted(self.engine.select(), width - 3)
            self._charts = {width: (scale, self._fullest(scale))}
        return self._charts[width]

    def _fullest(self, scale: Scale) -> float:
        """The most that any cell of any chart holds, at least one event; no cell holds more than its actor has."""
        most = 1.0
        for part in sorted(self.rows, key=lambda part: -part.events):
            if part.events <= most:
                break
            most = max(most, *self.events_of(part.actor.id).ink(scale.edges()))
        return most

    def _chart(self, part: Part, width: int) -> Line:
        scale, most = self._scale(width)
        events = self.events_of(part.actor.id)
        texts = heights(events.ink(scale.edges()), self.glyphs.blocks, most)
        roles = ["lane1"] * len(texts)
        at = scale.column(self.pen.today * SECONDS)
        if scale.holds(self.pen.today * SECONDS) and texts[at] == self.glyphs.blocks[0]:
            texts[at], roles[at] = self.glyphs.lane_vague, "dim"
        before, after = outside(events, scale)
        return (
            Span(f" {self.glyphs.fewer if before else ' '}", "dim"),
            *runs(texts, roles),
            Span(self.glyphs.further if after else " ", "dim"),
        )

    def chart(self, actor: str, width: int) -> list[Line]:
        """The ruler and the events of one actor over time, for its account."""
        if actor not in self.row_of or width < LEAST_CHART:
            return []
        return [self._ruler(width), self._chart(self.rows[self.row_of[actor]], width)]

    def _ruler(self, width: int) -> Line:
        """The years and months over the charts, and today."""
        scale, _most = self._scale(width)
        texts, roles = cells(scale, ticks(scale, self.pen))
        at = scale.column(self.pen.today * SECONDS)
        if scale.holds(self.pen.today * SECONDS) and texts[at] == FREE:
            texts[at], roles[at] = self.glyphs.today, "now"
        return (Span("  "), *runs([text or " " for text in texts], roles), Span(" "))

    # ---- Order

    def _in_order(self, parts: list[Part], order: str) -> list[Part]:
        """By what is asked, then by name; those that no event concerns last."""
        names = {part.actor.id: fold(_names_of(part.actor, self.voice)[0]) for part in parts}
        keys: Mapping[str, Callable[[Part], object]] = {
            BY_EVENTS: lambda part: -part.events,
            BY_NAME: lambda part: 0,  # noqa: ARG005 - the name alone decides
            BY_FIRST: self._first,
        }
        key = keys[order]
        return sorted(parts, key=lambda part: (not part.events, key(part), names[part.actor.id]))

    def _first(self, part: Part) -> list[Key]:
        return [one.key for one in self.events_of(part.actor.id).window(None, 1)]

    def _parts(self) -> list[Part]:
        """Every actor that an event concerns, with no filter all of them."""
        counts, known = dict(self.others.counted(self.group, MOST)), self.engine.head.actors
        if self.group == BODY:
            known = {name: actor for name, actor in known.items() if not actor.part_of or name in counts}
        unused = self.unused(known)
        found = (name for name in (*known, *sorted(set(counts) - set(known))) if name in counts or name in unused)
        return [Part(known.get(name) or Actor(name, {"": name}), counts.get(name, 0)) for name in found]


def _names_of(actor: Actor, voice: TimelineInLanguage) -> list[str]:
    """The names of an actor, the one that the file gives it first."""
    best = voice.line(actor.names) or clean_line(actor.id)
    return list(dict.fromkeys((best, *filter(None, map(clean_line, (*actor.shorts.values(), *actor.aliases))))))
