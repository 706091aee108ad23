"""The sources of an event as rows, each with its number, its day, who speaks, and where in it to look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.core.citation.proof_words import proof_words
from tui.core.citation.resolve import ResolvedCitation, gone_since
from tui.core.dates.calendar import year_month_day
from tui.core.dates.edtf import Date, DateSet
from tui.core.dates.words import in_words, start_label, year_label
from tui.core.evidence.verdicts import is_dated
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, in_context, numbered
from tui.core.text.plural import plural
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Passage, Source
from tui.drawing.event.proof import proof_sign
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span

KEYS = 9
"""Sources that a digit opens."""

NARROWEST_NAME, WIDEST_NAME = 10, 24
"""Cells of the column of publishers; a longer name takes the room of what comes after it."""

Groups = tuple[tuple[ResolvedCitation, ...], ...]
"""Citations, those of each source together, as `citing.by_source` gives them."""


class _CitationColumns(NamedTuple):
    """The width of each column, in cells."""

    number: int
    day: int
    name: int


class CitedLines(NamedTuple):
    """Rows, and in which of them each citation stands."""

    lines: list[Line]
    places: list[range]
    """Of each citation, in the order of `citing.cited`: its rows, the first of a source with what heads that."""


def event_source_lines(
    groups: Groups, voice: TimelineInLanguage, sheet: TextColumn, *, on_paper: bool, every_passage: bool = False
) -> CitedLines:
    """A heading with the counts, then every source with its first passage, or with each.

    On paper each passage and address is written out.
    """
    columns = _columns(groups, voice, sheet)
    lines = [_heading(groups, sheet, keys=not on_paper)]
    places: list[range] = []
    for group in groups:
        first = len(lines)
        lines.append(_row(group, columns, voice, sheet))
        indent = columns.number + 1
        lines += _headed(group, indent, voice, sheet, on_paper=on_paper)
        below = len(lines)
        lines += _passages_of(group, indent, voice, sheet, every=on_paper or every_passage, on_paper=on_paper)
        places += _places(group, first, below)
        lines += _on_paper(group[0], indent, voice, sheet) if on_paper else []
    return CitedLines(lines, places)


def _places(group: tuple[ResolvedCitation, ...], first: int, below: int) -> Iterator[range]:
    """The rows of each citation of one source, whose own are from the first to those below."""
    whole_page = any(one.citation.passage is None for one in group)
    row = below
    for one in group:
        if one.citation.passage is None:
            yield range(first, below)
        else:
            yield range(first if row == below and not whole_page else row, row + 1)
            row += 1


def sources_in_one_row(groups: Groups, voice: TimelineInLanguage, sheet: TextColumn) -> Line:
    """`6 sources: 1 Trends ~25 Aug 2025  2 RTL 25 Aug 2025`, as many as the row takes whole."""
    many = len(groups)
    row: Line = (Span(plural(many, "source"), "alarm" if many < 2 else "dim"),)
    dots = Span(f" {sheet.glyphs.cut}", "dim")
    for group in groups:
        longer = (*row, *_named(group[0], voice, sheet))
        goes_on = group[0].number < many
        if sheet.wide((*longer, dots) if goes_on else longer) > sheet.width:
            return sheet.row(*row, dots)
        row = longer
    return sheet.row(*row)


def _named(first: ResolvedCitation, voice: TimelineInLanguage, sheet: TextColumn) -> Line:
    """`1 Trends ~25 Aug 2025`, with what parts it from the one before."""
    words = _day(first.source, voice, sheet).strip()
    day = f" {words}" if words != _("undated") else ""
    return (
        Span(_(":") + " " if first.number == 1 else "  ", "dim"),
        Span(f"{first.number} ", _key(first.number), first.target),
        Span(voice.publisher(first.citation.source), "text", first.target),
        Span(day, "dim", first.target),
    )


def short_day(date: Date, voice: TimelineInLanguage, sheet: TextColumn) -> str:
    """A date as the spine writes it, with its year: `~25 Aug 2025`."""
    label = start_label(date, voice.language, sheet.pen.is_ascii, sheet.measure)
    day = date.earliest if date.earliest is not None else date.latest
    year = "" if day is None else year_label(year_month_day(day)[0], voice.language)
    return label if year in label else f"{label} {year}"


def _heading(groups: Groups, sheet: TextColumn, *, keys: bool) -> Line:
    """`sources  9 · 4 dated        1-9 open`."""
    many, head = len(groups), Span(_("sources") + "  ", "dim")
    if not many:
        return sheet.row(head, Span(in_context("of sources", "none"), "alarm"))
    dated = sum(is_dated(group[0].source) for group in groups)
    count = Span(str(many), "alarm" if many == 1 else "text")
    left = (head, count)
    longer = (*left, Span(sheet.dot + numbered("{number} dated", "{number} dated", dated), "dim"))
    digits = _digits([group[0].number for group in groups[:KEYS] if group[0].target or group[0].document])
    right = (Span(digits, "key"), Span(" " + in_context("a source", "open"), "dim")) if keys and digits else ()
    return sheet.apart(longer if sheet.wide((*longer, *right)) + 2 <= sheet.width else left, right)


def _digits(numbers: list[int]) -> str:
    """`1-3 5`: the numbers of the sources that open."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _columns(groups: Groups, voice: TimelineInLanguage, sheet: TextColumn) -> _CitationColumns:
    days = (sheet.measure(_day(group[0].source, voice, sheet)) for group in groups)
    names = (sheet.measure(voice.publisher(group[0].citation.source)) for group in groups)
    number, day = len(str(len(groups))), max(days, default=0)
    room = sheet.width - number - day - len("    fr  4 passages") - 1
    return _CitationColumns(number, day, min(max(names, default=0), max(room, NARROWEST_NAME), WIDEST_NAME))


def _row(
    group: tuple[ResolvedCitation, ...], columns: _CitationColumns, voice: TimelineInLanguage, sheet: TextColumn
) -> Line:
    """`1 ~25 Aug 2025  Trends      fr  4 passages`; what does not fit gives way from the right."""
    first = group[0]
    name = voice.publisher(first.citation.source)
    language = clean_line(first.source.language or "") if first.source else ""
    passages = _passages(sum(one.citation.passage is not None for one in group))
    row = [
        Span(f"{first.number:>{columns.number}} ", _key(first.number), first.target),
        Span(sheet.padded(_day(first.source, voice, sheet), columns.day), "dim", first.target),
    ]
    room = sheet.width - sheet.wide(row) - 2
    name = sheet.padded(name, max(0, min(room, max(columns.name, sheet.measure(name)))))
    row.append(Span(f"  {name}", "text", first.target))
    archived = "  " + _("archived") if first.source and first.source.archive else ""
    announces = [Span("  " + _("announces it"), "plan")] if any(one.citation.announces for one in group) else []
    private = [Span("  " + in_context("of a source", "private"), "doubt")] if first.is_private else []
    others = (Span(text, "dim") for text in (f"  {sheet.padded(language, 2)}", passages, archived))
    for cell in (*private, *announces, *others):
        if cell.text.strip() and sheet.wide(row) + sheet.measure(cell.text) <= sheet.width:
            row.append(cell._replace(link=first.target))
    return trimmed(sheet.row(*row))


def _headed(
    group: tuple[ResolvedCitation, ...], indent: int, voice: TimelineInLanguage, sheet: TextColumn, *, on_paper: bool
) -> list[Line]:
    """The rows below the row of a source: its title, and what has become of its page."""
    first, head = group[0], (Span(" " * indent),)
    source = first.source
    if source is None:
        return []
    title = voice.as_written(source.titles)
    lines = linked(sheet.paragraph(title, head=head), first.target) if title else []
    if source.url and first.address is None:
        lines += sheet.paragraph(_("jalon does not open {address}", address=clean_line(source.url)), "doubt", head=head)
    if source.gone is not None:
        said = gone_since(source.gone, voice)
        if not on_paper and first.archive:
            said = _("{gone}; the archive opens instead", gone=said)
        elif not on_paper:
            said = _("{gone}; there is no copy on the web", gone=said)
        lines += sheet.paragraph(said, "doubt", head=head)
    return lines


def _passages_of(
    group: tuple[ResolvedCitation, ...],
    indent: int,
    voice: TimelineInLanguage,
    sheet: TextColumn,
    *,
    every: bool,
    on_paper: bool,
) -> list[Line]:
    """The passages to look at in a source, a row each, with the sign of what is proved; on paper in words too."""
    quoted = [one for one in group if one.citation.passage is not None]
    lines: list[Line] = []
    for one in quoted if every else quoted[:1]:
        if one.citation.passage is None:
            continue
        head: Line = (Span(" " * indent),)
        if sign := proof_sign(one.citation, voice.timeline, sheet.glyphs):
            head = (Span(" " * (indent - 2)), sign, Span(" "))
        words = Span(locator(one.citation.passage, sheet.width - indent, sheet), "dim")
        lines += linked([sheet.row(*head, words)], one.target)
        if on_paper and (said := proof_words(one.citation, voice.timeline, voice.language)):
            lines += sheet.paragraph(said, "dim", head=(Span(" " * indent),))
    return lines


def _on_paper(first: ResolvedCitation, indent: int, voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """The rows that only paper has: why the day of a source, and the addresses.

    An address on paper is whole, however long: broken, it could be neither clicked nor copied.
    """
    source, head = first.source, (Span(" " * indent),)
    if source is None:
        return []
    note = voice.line(source.published_note)
    if note and source.published is not None and _is_between(source.published):
        note = _("{name}: {value}", name=in_words(source.published, voice.language), value=note)
    lines = sheet.paragraph(note, "doubt", head=head) if note else []
    if source.url and first.address:
        lines += linked([(*head, Span(clean_line(source.url), "dim"))], first.address)
    for name, address in first.copies:
        lines.append((*head, Span(_("archive:") + " ", "dim"), *linked([(Span(clean_line(name), "dim"),)], address)[0]))
    return lines


def locator(passage: Passage, width: int, sheet: TextColumn) -> str:
    """The few words by which a passage is found: its first and last when they fit, else its first."""
    cut = sheet.glyphs.cut
    page = "" if passage.page is None else f"p. {passage.page}: "  # no words: as it is written
    first, last = page + clean_line(passage.start), clean_line(passage.end or "")
    whole = f"{first} {cut} {last}" if last else first
    if sheet.measure(whole) <= width:
        return whole
    return sheet.pen.fit(f"{first} {cut}" if last else first, width)


def _day(source: Source | None, voice: TimelineInLanguage, sheet: TextColumn) -> str:
    """`~25 Aug 2025`, ` 25 Aug 2025`, ` undated`: a mark of doubt stands before the column of days."""
    date = source.published if source else None
    words = _("undated") if date is None or _is_between(date) else short_day(date, voice, sheet)
    return words if words[0] in "~?%≤≥<>" else f" {words}"


def _is_between(date: Date) -> bool:
    """True when it only says between which days a source came out: too wide for its column, and no date."""
    return isinstance(date.form, DateSet) and date.earliest is not None and date.latest is not None


def _passages(many: int) -> str:
    return f"  {plural(many, 'passage')}" if many else ""


def _key(number: int) -> str:
    return "key" if number <= KEYS else "dim"


def linked(lines: Iterable[Line], address: str | None) -> list[Line]:
    """The rows, all of whose words open the address."""
    return [tuple(span._replace(link=address) if span.text.strip() else span for span in line) for line in lines]


def trimmed(line: Line) -> Line:
    """A row without the blanks at its end."""
    *before, last = line
    text = last.text.rstrip(" ")
    return (*before, last._replace(text=text)) if text else trimmed(tuple(before)) if before else ()
