"""The sources by the day of publication, as rows: who published what when, and how much rests on it.

First those that no event rests on, then those with a date on a spine of their own, then those without one, by
the day on which they were seen: the latest on which they can have come out.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.core.dates.calendar import iso, year_month_day
from tui.core.dates.edtf import FARTHEST_DAY, Date, undated
from tui.core.dates.parse import parse_date
from tui.core.dates.words import start_label, year_label
from tui.core.index.protocol import Answers
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, translatable
from tui.core.timeline.model import Source
from tui.core.timeline.order import in_time_order
from tui.drawing.lists.table import SIGN, Column, FacetTable, events_head
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span
from tui.drawing.spine.columns import FOUR_DIGITS
from tui.drawing.spine.row import DOUBT_MARKS

UNCITED, DATED, UNDATED = "uncited", "dated", "undated"

HEADINGS = {
    UNCITED: (translatable("no event rests on these"), "alarm"),
    UNDATED: (translatable("undated: each by the day on which it was seen"), "dim"),
}
LEAST_YEAR, LEAST_DAY, MOST_DAY = 4, 10, 14
LANGUAGE = 4
"""Cells of the language with the blank before it."""
MOST = 20_000
"""Sources at most."""
PUBLISHER = 1
"""The column that has the publishers."""


class SourceRow(NamedTuple):
    """A source where it stands, or without a source the heading of a group."""

    group: str
    source: Source | None = None
    date: Date | None = None
    """The date when it was published, else by when; None when nothing is known of it."""
    events: int = 0
    """Events of the selection that rest on it."""
    alone: int = 0
    """Those of them that rest on it alone."""


class SourceList(FacetTable):
    """The sources of a selection, whatever it says of sources itself: so one sees what others there are."""

    def __init__(self, answers: Answers, pen: Pen) -> None:
        super().__init__(answers, pen, "source")
        self.rows = self._rows()
        dates = {row.date.text: row.date for row in self.rows if row.date is not None}
        labels = (self._label(date) for date in dates.values() if date.is_vague)  # a certain day is never wider
        self.day = min(MOST_DAY, max(LEAST_DAY, 2 + max(map(pen.measure, labels), default=0)))
        wide = [year for date in dates.values() if _is_far(date) and (year := _year_of(date)) is not None]
        self.year = max(LEAST_YEAR, *(pen.measure(year_label(year, pen.language)) for year in wide), 0)
        self.row_of = {row.source.id: at for at, row in enumerate(self.rows) if row.source is not None}

    def __len__(self) -> int:
        return len(self.rows)

    def holds(self, row: int) -> bool:
        """True when a row is a source, and no heading."""
        return self.rows[row].source is not None

    def events_of(self, source: str) -> Answers:
        """The events that rest on a source."""
        return self.others.group("source", source)

    def next_year(self, row: int, step: int) -> int:
        """The first row of the next year that has one, or of this one and then the one before; else the same."""
        years = [self._year(found) if found.source else "" for found in self.rows]
        if not 0 <= row < len(years):
            return row
        firsts = [at for at in range(len(years)) if years[at] and (not at or years[at - 1] != years[at])]
        ahead = [at for at in firsts if at > row] if step > 0 else [at for at in reversed(firsts) if at < row]
        return ahead[0] if ahead else row

    def _rows(self) -> list[SourceRow]:
        """Every source that an event rests on, with no filter all of them, in their groups."""
        counts, alone = dict(self.others.counted("source", MOST)), dict(self.others.alone(MOST))
        known = self.engine.head.sources
        unused = self.unused(known)
        groups: dict[str, list[SourceRow]] = {UNCITED: [], DATED: [], UNDATED: []}
        for name in (*known, *sorted(set(counts) - set(known))):
            source, events = known.get(name) or Source(name), counts.get(name, 0)
            if events or name in unused:
                group = UNCITED if not events else DATED if source.published else UNDATED
                groups[group].append(SourceRow(group, source, stands_at(source), events, alone.get(name, 0)))
        rows: list[SourceRow] = []
        for group, found in groups.items():
            found = in_time_order(found, lambda row: row.date or undated())
            rows += [SourceRow(group), *found] if found and group in HEADINGS else found
        return rows

    def draw(self, row: int, width: int, *, top: bool = False, cursor: bool = False) -> Line:
        """One row as spans, exactly `width` cells; `top` says its year and day again."""
        found = self.rows[row]
        if found.source is None:
            words, role = HEADINGS[found.group]
            return (Span(self.pen.padded(f" {self.glyphs.rule * 2} {_(words)}", width), role),)
        columns = self.columns(width)
        source = found.source
        publisher = clean_line(source.publisher_or_site or "")
        title = self.voice.source_title(source)
        if not columns[PUBLISHER].cells and publisher:
            title = _("{name}: {value}", name=publisher, value=title)
        cells: list[Line] = [
            (*self._margin(row, found, top=top, cursor=cursor), self.sign(source.id)),
            (Span(publisher),),
            (Span(title, "text" if found.events else "dim"),),
            (Span(clean_line(source.language or ""), "dim"),),
            (Span(str(found.events), "dim" if found.events else "alarm"),),
            (Span(str(found.alone or ""), "alarm"),),
        ]
        return self.row(columns, cells)

    def lay_out(self, width: int) -> list[Column]:
        """The margin and the title, and besides them what there is room for."""
        least, alone = (7, _("alone")) if width >= 64 else (5, _("lone"))
        events = events_head(self.pen, is_wide=width >= 64)
        count, lone = (max(least, self.pen.measure(head) + 1) for head in (events, alone))
        language = LANGUAGE if width >= 56 else 0
        publisher = 19 if width >= 90 else 15 if width >= 60 else 0
        margin = 1 + self.year + self.day + SIGN
        return [
            Column(margin, " " + _("published")),
            Column(publisher, _("publisher"), after=1),
            Column(max(1, width - margin - publisher - language - count - lone), _("title")),
            Column(language, before=1),
            Column(count, events, is_right=True),
            Column(lone, alone, is_right=True),
        ]

    def _margin(self, row: int, found: SourceRow, *, top: bool, cursor: bool) -> Line:
        """Cursor, year and day."""
        above = self.rows[row - 1] if row and not top else None
        year, day = self._year(found), self._day(found)
        same_year = above is not None and above.source is not None and self._year(above) == year
        if same_year and above is not None and self._day(above) == day:
            day = self.glyphs.same
        plain = day.lstrip(DOUBT_MARKS)
        marks = day[: len(day) - len(plain)]
        blank = " " * (self.day - 1 - self.pen.measure(day))
        return (
            self.lead(cursor=cursor),
            Span(self.pen.padded("" if same_year else year, self.year), "strong"),
            Span(blank + marks, "doubt"),
            Span(f"{plain} ", "dim"),
        )

    def _day(self, row: SourceRow) -> str:
        return _("undated") if row.date is None else self._label(row.date)

    def _label(self, date: Date) -> str:
        return start_label(date, self.pen.language, self.pen.is_ascii, self.pen.measure)

    def _year(self, row: SourceRow) -> str:
        year = None if row.date is None else _year_of(row.date)
        return "" if year is None else year_label(year, self.voice.language)


def _is_far(date: Date) -> bool:
    """True when it stands in a year that is not written with four digits."""
    return not FOUR_DIGITS[0] <= date.sort_key[0] < FOUR_DIGITS[1]


def _year_of(date: Date) -> int | None:
    """The year in which a date stands; None when it stands nowhere."""
    day = date.sort_key[0]
    return None if day == FARTHEST_DAY else year_month_day(day)[0]


def stands_at(source: Source) -> Date | None:
    """The day on which a source was published; else by when, the day on which it was seen; None if neither is known."""
    if source.published is not None or source.seen is None or source.seen.latest is None:
        return source.published
    return parse_date(f"[..{iso(source.seen.latest)}]")
