"""One row of the spine: the cursor, when, the lanes of what is going on, what, and the edge.

A row is laid out in cells: a column for the cursor, the year, the day (right-aligned, its doubt before
it, and before both the reader's own mark), the lanes, the event's mark, its title with the mark of a note after
it, and at the right edge its countries, how many sources it has and one flag.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.dates.calendar import year_month_day
from tui.core.dates.labels import phrases
from tui.core.dates.words import day_in_words, year_label
from tui.core.evidence.as_of_words import as_published_by
from tui.core.evidence.privacy import is_kept_back, private_sources
from tui.core.index.protocol import EventFacts
from tui.core.query.predicates import NO_READER_MARKS
from tui.core.text.cells import cut, wrap
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, forms, numbered, thousands
from tui.core.text.plural import plural
from tui.core.timeline.in_language import short_title, typeset_text
from tui.core.timeline.model import Event, Timeline
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import STATUS_ROLES, Line, Span, columns_in_place
from tui.drawing.spine.layout import END, EVENT, FREE, MORE, SHELF, SILENCE, TODAY, SpineRow

LANE_ROLES = ("lane1", "lane2", "lane3")

NARROW = 50
"""Below this many cells a row gives up its countries and sources for its title."""
EDGE = 11
"""Cells of countries, sources and flag."""
LEAST_NOTED = 8
"""Cells of a title that gives two of them up for the mark of a note."""
LEAST_REST = 8
"""Cells after the gutter that hold what always follows it: a gap, a letter, the edge; `ends`."""
DOUBT_MARKS = "~?%≤≥<=>"
MILLION_YEARS = 365_242_500
"""Days in them."""
UNITS = (
    (forms("{number} year", "{number} years"), 365.2425, 350),
    (forms("{number} month", "{number} months"), 30.436875, 150),
    (forms("{number} week", "{number} weeks"), 7, 14),
)
"""Units of a stretch of time, each with its days and the least days that are told in it."""


class Columns(NamedTuple):
    """Cells of the columns before a title. Those of a whole timeline, kept under a filter, stand still."""

    year: int
    day: int
    lanes: int
    """A cell a lane, and one more for the mark of what found no lane, where there is any."""

    @property
    def gutter(self) -> int:
        """Cells before the title: cursor, year, day, lanes, mark."""
        return 1 + self.year + self.day + 1 + self.lanes + 1


class When(NamedTuple):
    """The date of a row, in the words that it has."""

    year: int | None
    """None where the row above has said it, or there is none to say."""
    day: str


class RowDrawing:
    """Draws the rows of a timeline in given columns."""

    def __init__(self, timeline: Timeline, pen: Pen, columns: Columns) -> None:
        self.timeline = timeline
        self.pen = pen
        self.glyphs = pen.glyphs
        self.columns = columns
        self.gutter = columns.gutter
        self.private = private_sources(timeline)
        self.own = NO_READER_MARKS
        """The reader's marks, as they are when a row is drawn."""
        self.opens = EVENT
        """The kind of row at which a lane begins downwards: that of the end where the newest come first."""

    def draw(self, found: SpineRow, when: When, width: int, *, cursor: bool) -> Line:
        """A row as spans, exactly `width` cells."""
        if found.kind == TODAY:
            return self._today(width)
        if found.kind == SILENCE:
            return self._silence(found, width)
        if found.kind == SHELF:
            words = f" {self.glyphs.rule * 2} {phrases(self.pen.language).undated}"
            return (Span(self.pen.padded(words, width), "dim"),)
        before = (*self._margin(found, when, cursor=cursor), *self._lane_cells(found))
        after = {END: self._end, MORE: self._more}.get(found.kind, self._event)(found, width)
        line = columns_in_place((*before, *after))
        return line if width >= self.gutter + LEAST_REST else self._clipped(line, width)

    def is_cut(self, found: SpineRow, width: int) -> bool:
        """True when the title is too long for the row."""
        return len(list(self.draw_whole(found, When(None, ""), width))) > 1

    def draw_in_two(self, found: SpineRow, when: When, width: int, *, cursor: bool) -> tuple[Line, Line]:
        """A row, and a second one with as much more of its title as that has room for.

        Nothing is left for the second while rows that were laid out for another width are drawn.
        """
        first, *others = self.draw_whole(found, when, width, cursor=cursor)
        if not others:
            return first, (Span(" " * width),)
        rest = " ".join(line[-1].text.strip() for line in others)
        says = f" {self.pen.fit(rest, max(1, width - self.gutter - 1))}"
        *beside, title = others[0]
        return first, columns_in_place((*beside, title._replace(text=self._padded(says, width - self.gutter))))

    def draw_whole(self, found: SpineRow, when: When, width: int, *, cursor: bool = False) -> Iterator[Line]:
        """A row of a page, and more below it where the title of an event is longer: it goes on beside the lanes."""
        if found.kind not in (EVENT, END) or width < self.gutter + LEAST_REST:
            yield self.draw(found, when, width, cursor=cursor)
            return
        mark, title, *edge = self._end(found, width) if found.kind == END else self._event(found, width)
        room = self.pen.measure(title.text)
        whole = self._whole_title(found)
        first, *others = wrap(whole, room - 1, self.pen.measure) if self.pen.measure(whole) >= room else [whole]
        said = title._replace(text=self._padded(f" {first}", room))
        margin = self._margin(found, when, cursor=cursor)
        yield columns_in_place((*margin, *self._lane_cells(found), mark, said, *edge))
        beside = (Span(" " * (self.gutter - 1 - self.columns.lanes)), *self._lanes_below(found), Span(" "))
        for text in others:
            yield (*beside, title._replace(text=f" {text}"))

    def _whole_title(self, found: SpineRow) -> str:
        """All that a row says of what: an end says that it is one, an event that may be known is in parentheses."""
        about = _about(found)
        title = self._title(about.event)
        if found.kind == END:
            return _("{event} ends", event=title)
        return f"({title})" if about.is_possibly_out else title

    def _event(self, found: SpineRow, width: int) -> Line:
        about = _about(found)
        event, unsure = about.event, about.is_possibly_out
        edge = self._edge(about, width)
        room = max(1, width - self.gutter - self.pen.wide(edge))
        if self._is_longer(about, room):
            edge = _without_lead(edge)
            room = max(1, width - self.gutter - self.pen.wide(edge))
        role = "dim" if unsure or event.status == "cancelled" else "strong" if event.key else "text"
        return (
            Span(self.glyphs.of_status(event.status), "dim" if unsure else STATUS_ROLES.get(event.status, "text")),
            *self._titled(event, room, role, unsure=unsure),
            *edge,
        )

    def _end(self, found: SpineRow, width: int) -> Line:
        event = _about(found).event
        room = max(1, width - self.gutter)
        before, _place, after = _("{event} ends").partition("{event}")
        cells = max(1, room - self.pen.measure(before + after))
        says = self.pen.fit(f" {before}{self.pen.fit(self._title(event, cells - 1), cells - 1)}{after}", room)
        return (
            Span(self.glyphs.closes_to, "dim" if found.lane == FREE else LANE_ROLES[found.lane % len(LANE_ROLES)]),
            Span(self._padded(says, room), "dim"),
        )

    def _more(self, found: SpineRow, width: int) -> Line:
        """`+3 since 1990`: as many go on without a lane."""
        year, room = year_label(year_month_day(found.since)[0], self.pen.language), width - self.gutter + 1
        said = _("+{number} since {year}", number=thousands(found.length), year=year)
        says = self.pen.fit(f"{self.glyphs.more_lanes}  {said}", max(1, room))
        return (Span(self._padded(says, room), "dim"),)

    def _silence(self, found: SpineRow, width: int) -> Line:
        said = _("{span}: nothing dated", span=span_in_words(found.length))
        says = f"{self.glyphs.silence}  {said}"
        lead = max(0, min(self.gutter - 1, width - self.pen.measure(says)))
        return (Span(self._padded(self.pen.fit(" " * lead + says, width), width), "dim"),)

    def _today(self, width: int) -> Line:
        as_of, language = self.timeline.as_of, self.pen.language
        said = (
            _("today, {day}", day=day_in_words(self.pen.today, language, short=True))
            if as_of is None
            else as_published_by(as_of.day, language, short=True)
        )
        word = f" {said} "
        lead = max(0, min(self.gutter - 5, (width - self.pen.measure(word)) // 2))
        rule = self.glyphs.rule * lead + word
        rest = max(0, width - 2 - self.pen.measure(rule))
        text = " " + rule + self.glyphs.rule * rest
        return (Span(self._padded(self.pen.fit(text, width), width), "now"),)

    def _margin(self, found: SpineRow, when: When, *, cursor: bool) -> Line:
        """Cursor, year and day, up to the lanes."""
        label = "" if when.year is None else year_label(when.year, self.pen.language)
        day = self.pen.fit(when.day, self.columns.day - 1)
        mark = self._mark(found)
        blank = " " * (self.columns.day - self.pen.measure(day) - len(mark.text))
        spans = [
            Span(self.glyphs.cursor, "cursor") if cursor else Span(" ", "text"),
            Span(self.pen.padded(label, self.columns.year), "strong"),
            *([mark] if mark.text else ()),
        ]
        plain = day.lstrip(DOUBT_MARKS)
        if found.kind == EVENT and plain != day:
            spans += [Span(blank + day[: len(day) - len(plain)], "doubt"), Span(plain + " ", "dim")]
        else:
            spans.append(Span(blank + day + " ", "dim"))
        return tuple(spans)

    def _mark(self, found: SpineRow) -> Span:
        """The reader's mark in the margin of an event, in the cell before the day, which is blank otherwise."""
        if found.kind != EVENT or not (self.own.starred or self.own.read):
            return Span("")
        name = _about(found).event.id
        if name in self.own.starred:
            return Span(self.glyphs.starred, "strong")
        return Span(self.glyphs.check, "dim") if name in self.own.read else Span("")

    def _lane_cells(self, found: SpineRow) -> Line:
        """A cell a lane: passing by, opening with a branch to the mark, or closing with one."""
        cells = []
        branching = False
        for lane in range(self.columns.lanes):
            held = found.lanes[lane] if lane < len(found.lanes) else None
            role = LANE_ROLES[lane % len(LANE_ROLES)]
            if lane == found.lane:
                branching = True
                cells.append(Span(self.glyphs.opens if found.kind == self.opens else self.glyphs.closes, role))
            elif held is not None:
                fades = lane in found.fading and self.opens == EVENT
                passing = self.glyphs.lane_fades if fades else self._passing(held, found.day)
                cells.append(Span(self.glyphs.joins if branching else passing, role))
            elif branching:
                cells.append(Span(self.glyphs.branch, LANE_ROLES[found.lane % len(LANE_ROLES)]))
            elif found.crowded and lane == self.columns.lanes - 1:
                cells.append(Span(self.glyphs.more_lanes, "dim"))
            else:
                cells.append(Span(" ", "text"))
        return tuple(cells)

    def _lanes_below(self, found: SpineRow) -> Line:
        """A cell a lane between a row and the next: what passes by, and what has opened."""
        cells = []
        for lane in range(self.columns.lanes):
            held = found.lanes[lane] if lane < len(found.lanes) else None
            has_ended = lane in found.fading or (found.kind != self.opens and lane == found.lane)
            goes_on = held is not None and not has_ended
            shape = self._passing(held, found.day) if held is not None and goes_on else " "
            cells.append(Span(shape, LANE_ROLES[lane % len(LANE_ROLES)] if goes_on else "text"))
        return tuple(cells)

    def _passing(self, held: EventFacts, day: int) -> str:
        """A lane beside a row: dotted where it may not have begun, or may have ended already."""
        date = held.event.date
        if not date.interval:
            return self.glyphs.lane
        begun = date.start.end is not None and day >= date.start.end - 1
        may_have_ended = date.end.end is not None if date.end.begin is None else day > date.end.begin
        sure = begun and not may_have_ended and not date.doubt
        return self.glyphs.lane if sure else self.glyphs.lane_vague

    def _edge(self, about: EventFacts, width: int) -> Line:
        """Countries, number of sources, and one flag: disputed, else overdue."""
        flag = "!" if about.is_disputed else "?" if about.is_overdue else " "
        alarm = "dim" if about.is_possibly_out else "alarm"
        if width < max(NARROW, self.gutter + LEAST_REST + EDGE):
            return (Span(" " + flag, alarm),)
        lone = about.rests_on <= 1 and flag == " "
        return (
            Span(" " + country_cell(about.event.countries), "dim"),
            Span(f"{min(about.rests_on, 999):>3}", alarm if lone else "dim"),
            Span(" " + flag, alarm),
        )

    def _is_longer(self, about: EventFacts, room: int) -> bool:
        """True when the title of an event does not fit its room: it then gets what its countries leave empty."""
        return self.pen.measure(self._title(about.event, room - 1)) + 2 * about.is_possibly_out > room - 1

    def _title(self, event: Event, room: int | None = None) -> str:
        """The title after its marks; the short one if the file declares it and the other is longer than its room."""
        timeline, language = self.timeline, self.pen.language
        marks = f"{self.glyphs.key} " if event.key else ""
        marks += f"{self.glyphs.private} " if is_kept_back(event, self.private) else ""
        title = clean_line(typeset_text(event.titles, timeline, language))
        if room is not None and event.shorts and self.pen.measure(marks + title) > room:
            title = short_title(event, timeline, language)
        return marks + title

    def _titled(self, event: Event, room: int, role: str, *, unsure: bool) -> Line:
        """The title after a blank, as wide as its room; the mark of a note follows it, as that of a footnote does.

        That of an event that may already have been known is in parentheses.
        """
        mark = f" {self.glyphs.noted}" if event.id in self.own.noted and room >= LEAST_NOTED else ""
        cells = max(1, room - 1 - len(mark) - 2 * unsure)
        title = self.pen.fit(self._title(event, cells), cells)
        title = f" ({title})" if unsure else f" {title}"
        if not mark:
            return (Span(self._padded(title, room), role),)
        return (Span(title, role), Span(mark, "strong"), Span(" " * (room - self.pen.measure(title) - len(mark))))

    def _clipped(self, line: Line, width: int) -> Line:
        """As much of a row as a very narrow screen has room for, filled to its width."""
        kept: list[Span] = []
        for span in line:
            text = cut(span.text, width, self.pen.measure)
            width -= self.pen.measure(text)
            kept.append(span._replace(text=text))
            if text != span.text:
                break
        return (*kept, Span(" " * width))

    def _padded(self, text: str, width: int) -> str:
        return text + " " * max(0, width - self.pen.measure(text))


def _about(row: SpineRow) -> EventFacts:
    """The event of a row that is known to be about one."""
    if row.about is None:
        raise ValueError(row.kind)
    return row.about


def _without_lead(edge: Line) -> Line:
    """The edge of a row without the blanks before what it says, but for one."""
    said = [*edge]
    while len(said) > 1 and not said[0].text.strip():
        said.pop(0)
    return (said[0]._replace(text=f" {said[0].text.lstrip()}"), *said[1:]) if said[0].text.strip() else edge


def country_cell(codes: tuple[str, ...]) -> str:
    """Up to two country codes in five cells; of three or more the first and how many others."""
    if len(codes) > 2:
        return f"{codes[0]} +{len(codes) - 1}"[:5]
    return f"{' '.join(codes):<5}"


def span_in_words(days: int) -> str:
    """A number of days in the largest unit that says it well: weeks up to five months, months up to a year."""
    if days >= MILLION_YEARS:
        return numbered("{number} million years", "{number} million years", days // MILLION_YEARS)
    for unit, length, least in UNITS:
        if days >= least:
            return numbered(*unit, round(days / length))
    return plural(days, "day")
