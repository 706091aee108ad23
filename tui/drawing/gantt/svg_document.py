"""The lanes as a picture: an SVG of our own, for an article, that needs nothing but the reader's own letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tui.core.dates.words import day_in_words, in_words
from tui.core.index.protocol import EventFacts
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, numbered
from tui.core.text.names import group_name
from tui.core.theme import Theme
from tui.core.timeline.in_language import short_title, typeset_text
from tui.core.timeline.model import Event
from tui.core.timeline.when import SECONDS, time_extent
from tui.drawing.gantt.crowd import Crowd
from tui.drawing.gantt.layout import ChartLayout, GroupRows
from tui.drawing.gantt.svg import element, group, inline_head, linked, text_width
from tui.drawing.gantt.svg_shapes import NAMED_WITHIN, RADIUS, event_shapes, mark, span
from tui.drawing.gantt.svg_style import style_sheet
from tui.drawing.gantt.svg_words import (
    LEGEND,
    credits_in_words,
    events_in_words,
    groups_in_words,
    legend_word,
    query_in_words,
    unseen_in_words,
)
from tui.drawing.spans.glyphs import UNICODE
from tui.drawing.spans.pen import Pen
from tui.drawing.time.grouping import Grouping
from tui.drawing.time.packing import PackedPiece, PackingArea, Piece
from tui.drawing.time.ruler import ticks
from tui.drawing.time.scale import Scale

MARGIN, HEAD, GAP = 24, 200, 6
"""Pixels about the picture, of the column of names, and between things."""
ROW, STRIP, BETWEEN = 22, 26, 8
"""Pixels of a row, of a strip of heights, and between groups."""
SIZE, SMALL, LARGE = 13, 11, 21
"""Pixels of letters: of what is told, of what is told beside, of the title."""
SMALL_PRINT = "small dim-fill"
"""The classes of what is told beside."""
BOLD = 1.16
"""The factor by which bold letters are wider."""
BIN = 8
"""Pixels of a bar in a strip."""
HIGHEST = 8_000
"""Pixels beyond which no group is begun."""
MOST_CREDITED = 6
"""Publishers that are named below."""
MOST_ROWS = 14
"""Rows that a group may take."""
LEAST_WIDTH = 480
ENOUGH = 200
"""Pixels of a name that is cut, which say enough for it to stand beside its bar."""

class Picture(NamedTuple):
    """A picture as the text of an SVG file."""

    text: str
    height: int
    """Pixels."""


def picture(
    grouping: Grouping, scale: Scale, pen: Pen, *, width: int, theme: Theme, by_night: Theme | None = None
) -> Picture:
    """The whole picture, `width` pixels wide; `by_night` is worn where the reader prefers a dark scheme."""
    return _Drawing(grouping, scale, pen, max(width, LEAST_WIDTH)).whole(theme, by_night)


class InlinePicture(NamedTuple):
    """A picture as a part of a page, which has its title, its colours and what it says to who does not see it."""

    text: str
    description: str


Link = Callable[[Event], str]
"""A function that gives the address of an event on the page."""


def inline_picture(grouping: Grouping, scale: Scale, pen: Pen, *, width: int, link: Link) -> InlinePicture:
    """The lanes alone, `width` pixels wide: every event leads to its place on the page."""
    return _Drawing(grouping, scale, pen, max(width + 2 * MARGIN, LEAST_WIDTH), link).inline()


class _Drawing:
    """A picture under way: its elements, and how far down it has come."""

    def __init__(self, grouping: Grouping, scale: Scale, pen: Pen, width: int, link: Link | None = None) -> None:
        self.link = link
        self.grouping = grouping
        self.answers = grouping.answers
        self.engine = grouping.engine
        self.timeline = self.engine.head
        self.width = width
        self.language = pen.language
        self.plain, self.small, self.large = (_lettered(pen, size) for size in (SIZE, SMALL, LARGE))
        self.bold = _lettered(pen, SIZE * BOLD)
        self.left = MARGIN + HEAD
        self.scale = scale.over(width - self.left - MARGIN)
        page = PackingArea(self.scale.columns, MOST_ROWS, GAP, (360, 240, 160, 100, 0), 44)
        self._outside = self.answers.unseen(self.scale.begin, self.scale.end)
        self.layout = ChartLayout(grouping, self.scale, page, self._piece)
        self.asked = query_in_words(self.answers.query, self.timeline, self.language)
        self.parts: list[str] = []
        self.y = MARGIN
        self.statuses: set[str] = set()
        self.has_vague = self.has_faded = False

    def whole(self, theme: Theme, by_night: Theme | None) -> Picture:
        """All of it."""
        self._put_title()
        self._put_ruler_and_groups()
        self._put_legend()
        height = self.y + MARGIN
        head = element(
            "svg", "", xmlns="http://www.w3.org/2000/svg", width=self.width, height=height,
            viewBox=f"0 0 {self.width} {height}", role="img", aria_labelledby="jalon-title jalon-desc",
            lang=self.language,
        ).removesuffix("</svg>")  # fmt: skip
        lines = [
            head,
            element("title", self._title(), id="jalon-title"),
            element("desc", self._description(), id="jalon-desc"),
            f"<style>{style_sheet(theme, by_night, size=SIZE, small=SMALL, large=LARGE)}</style>",
            element("rect", width=self.width, height=height, class_="ground-fill"),
            *self.parts,
            "</svg>",
        ]
        return Picture("\n".join(lines) + "\n", height)

    def inline(self) -> InlinePicture:
        """The lanes and the legend."""
        self.y = MARGIN
        self._put_ruler_and_groups()
        self._put_legend()
        lines = [inline_head(self.width - 2 * MARGIN, self.y + GAP, MARGIN), *self.parts, "</svg>"]
        return InlinePicture("".join(lines), self._description())

    # ---- Words

    def _title(self) -> str:
        return clean_line(typeset_text(self.timeline.titles, self.timeline, self.language)) or "jalon"

    def _counted(self) -> str:
        return events_in_words(self.grouping.total, self.engine.select().count())

    def _grouped(self) -> str:
        return _("by {field}", field=group_name(self.grouping.field))

    def _description(self) -> str:
        """The description for a reader who does not see the picture."""
        first, last = self.scale.begin // SECONDS, (self.scale.end - 1) // SECONDS
        names = [
            f"{self._name(at)} ({self.grouping.count(at)})" for at in range(min(len(self.grouping), 12))
        ]
        reach = _(
            "From {first} to {last}.", first=day_in_words(first, self.language), last=day_in_words(last, self.language)
        )
        asked = " " + _("Asked for: {query}.", query=self.asked) if self.asked else ""
        unseen = f" ({self._unseen()})" if self._unseen() else ""
        counted, grouped = f"{self._counted()}{unseen}", self._grouped()
        said = _("{counted}, {grouped}: {names}.", counted=counted, grouped=grouped, names=", ".join(names))
        return f"{said} {reach}{asked}"

    def _unseen(self) -> str:
        """The words for the number of events outside the time of the picture."""
        return unseen_in_words(*self._outside, self.grouping.undated)

    def _name(self, at: int) -> str:
        return self.grouping.name(at, self.language)

    def _event_title(self, event: Event) -> str:
        return event.date.doubt + short_title(event, self.timeline, self.language)

    def _put(self, x: float, y: float, text: str, class_: str, room: float, pen: Pen) -> None:
        """A text that takes no more than so many pixels."""
        self.parts.append(element("text", pen.fit(text, int(room)), x=x, y=y, class_=class_))

    # ---- Parts

    def _put_title(self) -> None:
        room = self.width - 2 * MARGIN
        self._put(MARGIN, self.y + LARGE - 3, self._title(), "title strong-fill", room, self.large)
        said = " · ".join(filter(None, (self._counted(), self._grouped(), self._unseen())))
        told = f"{said} · {self.asked}" if self.asked else said
        self._put(MARGIN, self.y + LARGE + 16, told, SMALL_PRINT, room, self.small)
        self.y += LARGE + 34

    def _piece(self, facts: EventFacts) -> Piece | None:
        event = facts.event
        lies = time_extent(event, self.engine.today)
        found = span(lies, self.scale)
        if found is None:
            return None
        first, last = found
        label = self.plain.measure(self._event_title(event))
        has_room = min(label, ENOUGH) + GAP < max(first, self.scale.columns - last)
        is_inside = lies.lasts and last - first >= NAMED_WITHIN and not has_room
        return Piece(first, last, label, is_inside, facts, event.key)

    def _put_ruler_and_groups(self) -> None:
        top = self.y + 22
        at = len(self.parts)
        self.y = top + BETWEEN
        drawn = 0
        for place in range(len(self.layout)):
            laid = self.layout[place]
            if self.y + laid.height * STRIP > HIGHEST:
                break
            drawn += 1
            if not laid.is_empty:
                self._put_group(place, laid)
        self._put_rest(len(self.layout) - drawn + self.grouping.beyond)
        lines = list(self._ruler(top - 6, top, self.y))
        self.parts[at:at] = lines  # behind what lies on them

    def _ruler(self, baseline: int, top: int, bottom: int) -> Iterator[str]:
        """The marks of time with a line each down to the last group, and today's."""
        wide = self.scale
        for tick in ticks(wide, self.small, 10):
            x = self.left + tick.column
            yield element("line", x1=x, y1=top, x2=x, y2=bottom, class_="grid")
            role = "strong" if tick.is_year else "dim"
            yield element("text", tick.label, x=x, y=baseline, class_=f"small {role}-fill")
        yield element("line", x1=self.left, y1=top, x2=self.left + wide.columns, y2=top, class_="rule")
        today = self.engine.today * SECONDS
        if wide.holds(today):
            x = self.left + wide.column(today)
            yield element("line", x1=x, y1=top - 18, x2=x, y2=bottom, class_="today")
            said = _("today, {day}", day=day_in_words(self.engine.today, self.language, short=True))
            room = self.small.measure(said)
            start = min(x - room / 2, self.left + wide.columns - room)
            yield element("text", said, x=max(start, self.left), y=top - 22, class_="small now-fill")

    def _put_group(self, at: int, laid: GroupRows) -> None:
        begin = self.y
        count = str((0 if laid.crowd is None else len(laid.crowd)) + sum(map(len, laid.rows)))
        room = HEAD - GAP - 4 - self.small.measure(count)
        self._put(MARGIN, begin + 15, self._name(at), "name strong-fill", room - GAP, self.bold)
        x = self.left - 2 * GAP - self.small.measure(count)
        self.parts.append(element("text", count, x=x, y=begin + 15, class_=SMALL_PRINT))
        for row in laid.rows:
            for placed in row:
                self._put_event(placed)
            self.y += ROW
        if laid.crowd is not None:
            self._put_crowd(laid.crowd, len(laid.rows) == 0)
        self.y += BETWEEN // 2
        self.parts.append(element("line", x1=MARGIN, y1=self.y, x2=self.width - MARGIN, y2=self.y, class_="grid"))
        self.y += BETWEEN // 2

    def _put_rest(self, groups: int) -> None:
        """The number of groups for which the picture has no height."""
        if groups:
            said = groups_in_words(groups)
            self._put(MARGIN, self.y + 15, said, "dim-fill", self.width - 2 * MARGIN, self.plain)
            self.y += ROW

    def _put_event(self, placed: PackedPiece) -> None:
        event = placed.piece.facts.event
        lies = time_extent(event, self.engine.today)
        y = self.y + ROW // 2
        self.statuses.add(event.status)
        self.has_faded |= lies.lasts and not lies.is_sure
        self.has_vague |= not lies.lasts and placed.piece.last - placed.piece.first > 2 * RADIUS
        shapes = event_shapes(event.status, lies, self.scale, placed.piece, self.left, y)
        title = self._event_title(event)
        if placed.piece.is_inside:
            room = (placed.piece.last - placed.piece.first) // 2
            shown = self.plain.fit(title, room)
            middle = self.left + (placed.piece.first + placed.piece.last) / 2
            taken = self.plain.measure(shown) + GAP
            gap = element("rect", x=middle - taken / 2, y=y - 8, width=taken, height=16, class_="ground-fill")
            shapes += [gap, element("text", shown, x=middle, y=y + 4.5, text_anchor="middle", class_="text-fill")]
        elif placed.room:
            shown = self.plain.fit(title, placed.room)
            is_left = placed.label_at < placed.piece.first
            x = self.left + (placed.piece.first - GAP if is_left else placed.label_at)
            anchor = "end" if is_left else None
            shapes.append(element("text", shown, x=x, y=y + 4.5, text_anchor=anchor, class_="text-fill upon"))
        drawn = group(shapes, _("{name}: {value}", name=in_words(event.date, self.language), value=title))
        self.parts.append(linked(drawn, self.link(event)) if self.link else drawn)

    def _put_crowd(self, crowd: Crowd, is_all: bool) -> None:
        """Bars for how many of the crowd begin where."""
        bins = crowd.begun(self.scale.over(max(1, self.scale.columns // BIN)))
        most = max(1, *bins)
        for at, count in enumerate(bins):
            if count:
                height = max(2.0, count / most * (STRIP - 6))
                x, y = self.left + at * BIN, self.y + STRIP - 2 - height
                self.parts.append(element("rect", x=x, y=y, width=BIN - 1, height=height, class_="lane1-fill"))
        if not is_all:
            said = numbered("{number} more", "{number} more", len(crowd), number=len(crowd))
            self._put(self.left - 2 * GAP - self.small.measure(said), self.y + 18, said, SMALL_PRINT, HEAD, self.small)
        self.y += STRIP

    def _put_legend(self) -> None:
        """Put in the legend: the meaning of the marks that are in the picture."""
        self.y += 14
        x = float(self.left)
        for key in LEGEND:
            is_there = {"vague": self.has_vague, "faded": self.has_faded}.get(key, key in self.statuses)
            if is_there:
                self.parts += sample(key, x, self.y - 4)
                word = legend_word(key)
                self.parts.append(element("text", word, x=x + 16, y=self.y, class_=SMALL_PRINT))
                x += 16 + self.small.measure(word) + 20
        self.y += 4
        if self.link is None:
            self._put_credits()

    def _put_credits(self) -> None:
        """The publishers on which most of it rests."""
        named = [clean_line(name) for name, _count in self.answers.counted("publisher", MOST_CREDITED)]
        if named:
            others = self.answers.values("publisher") - len(named)
            self.y += 20
            said = credits_in_words(", ".join(named), others)
            self._put(MARGIN, self.y, said, SMALL_PRINT, self.width - 2 * MARGIN, self.small)


def _lettered(pen: Pen, size: float) -> Pen:
    """A pen of letters of that size, which measures in pixels."""
    return pen._replace(glyphs=UNICODE, measure=partial(text_width, size=size))


def sample(key: str, x: float, y: float) -> list[str]:
    """The mark that a word of the legend stands beside."""
    if key == "faded":
        return [element("rect", x=x - 3, y=y - 4, width=14, height=8, rx=2, class_="faded lane1-fill")]
    if key == "lasts":
        faded = element("rect", x=x - 8, y=y - 3, width=24, height=6, rx=2, class_="faded lane1-fill")
        return [faded, element("rect", x=x - 2, y=y - 3, width=12, height=6, class_="lane1-fill lane1-line")]
    if key == "vague":
        line = element("line", x1=x - 6, y1=y, x2=x + 14, y2=y, class_="span")
        return [line, *mark("reported", x + 4, y, is_vague=True)]
    return mark(key, x + 4, y)
