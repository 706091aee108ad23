"""The reader's notes about an event, as rows: the star, the read mark, each note with its day."""

from __future__ import annotations

from tui.core.dates.calendar import parse_day
from tui.core.dates.words import day_in_words
from tui.core.notebook import Note, Notebook
from tui.core.text.cells import fit
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import _, in_context
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span


def jottings(event_id: str, notebook: Notebook, sheet: TextColumn) -> list[Line]:
    """All of it; no row when there is nothing."""
    lines = sheet.flow(marks(event_id, notebook, sheet), sheet.dot, "strong")
    notes = list(notebook.notes_on(event_id))
    for number, note in enumerate(notes, 1):
        which = f"{number} of {len(notes)}  " if len(notes) > 1 else ""
        mark = Span(f"{sheet.glyphs.noted} {which}", "strong")
        lines.append(sheet.row(mark, Span(dated(note, sheet.pen.language), "dim")))
        lines += text_of(note, sheet, indent=2)
    return lines


def marks(event_id: str, notebook: Notebook, sheet: TextColumn) -> list[str]:
    """Star and read mark, in words."""
    starred = [sheet.glyphs.starred + " " + _("starred")] if event_id in notebook.stars else []
    return [*starred, *([sheet.glyphs.check + " " + in_context("marked", "read")] if event_id in notebook.read else [])]


def notes_in_one_row(event_id: str, notebook: Notebook, sheet: TextColumn) -> Line:
    """The marks and how a note begins; an empty row when there is nothing."""
    notes = notebook.notes_on(event_id)
    said = [f"{sheet.glyphs.noted} {clean_line(' '.join(note.text.split()))}" for note in notes]
    parts = [*marks(event_id, notebook, sheet), *said]
    return sheet.row(Span(sheet.dot.join(parts), "strong")) if parts else ()


def begins(text: str, width: int = 60) -> str:
    """The beginning of a text, in one line of so many characters."""
    return fit(clean_line(" ".join(text.split())), width)


def dated(note: Note, language: str) -> str:
    """The time when a note was written and, on another day, changed; and the id by which the command line knows it."""
    days = [_day(note.created, language), _day(note.changed, language)]
    created, changed = days
    when = created if created == changed else _("{created}, changed {changed}", created=created, changed=changed)
    return f"{when}  {clean_line(note.id)}"


def _day(time: str, language: str) -> str:
    """The day of a time, as it was where it was written."""
    number = parse_day(time[:10])
    return clean_line(time[:10]) if number is None else day_in_words(number, language, short=True)


def text_of(note: Note, sheet: TextColumn, indent: int = 0) -> list[Line]:
    """The text of a note, line by line as it was written, each wrapped."""
    blank = (Span(" " * indent),) if indent else ()
    lines: list[Line] = []
    for line in clean(note.text).strip().splitlines():
        lines += sheet.paragraph(clean_line(line), head=blank) if line.strip() else [()]
    return lines
