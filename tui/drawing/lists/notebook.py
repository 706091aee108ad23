"""The notebook as a list: events in order of time, each with its notes, then what the file has no more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.dates.words import in_words
from tui.core.index.protocol import Answers
from tui.core.notebook import Note, Notebook
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold_key
from tui.core.text.messages import _, numbered, translatable
from tui.core.text.plural import plural
from tui.core.timeline.in_language import typeset_text
from tui.core.timeline.model import Event, Timeline
from tui.drawing.event.notes import dated, text_of
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span

ORPHANS = translatable("no longer in the file")
MOST_ROWS = 12
"""Of one note; the whole of a longer one is on the event's screen."""


class NotebookItem(NamedTuple):
    """An event about which the notebook says something, or one note on it, or a heading (neither)."""

    event_id: str = ""
    event: Event | None = None
    """None where the file has it no more."""
    note: Note | None = None


def notebook_items(notebook: Notebook, everything: Answers, sought: str = "") -> list[NotebookItem]:
    """All that is starred or noted, in order of time; with something sought, only what holds it."""
    about = dict.fromkeys((*notebook.stars, *(note.event for note in notebook.notes)))
    there = sorted(facts for one in about if (facts := everything.event(one)))
    found = [leaf for facts in there for leaf in _of(facts.key.id, facts.event, notebook, sought)]
    marked = dict.fromkeys((*about, *notebook.read))
    orphans = [leaf for one in marked if not everything.event(one) for leaf in _of(one, None, notebook, sought)]
    return [*found, NotebookItem(), *orphans] if orphans else found


def _of(event_id: str, event: Event | None, notebook: Notebook, sought: str) -> Iterator[NotebookItem]:
    """An event and its notes, as far as they hold what is sought; an event that holds it brings all its notes."""
    key = fold_key(sought)
    titles = event.titles.values() if event else ()
    is_found = not key or any(key in fold_key(text) for text in (event_id, *titles))
    notes = [note for note in notebook.notes_on(event_id) if is_found or key in fold_key(note.text)]
    if is_found or notes:
        yield NotebookItem(event_id, event)
        yield from (NotebookItem(event_id, event, note) for note in notes)


def item_lines(leaf: NotebookItem, notebook: Notebook, timeline: Timeline, sheet: TextColumn) -> list[Line]:
    """The rows of a leaf."""
    if not leaf.event_id:
        return [(), (Span(_(ORPHANS), "strong"),)]
    return _note(leaf.note, sheet) if leaf.note else [_event(leaf, notebook, timeline, sheet)]


def _event(leaf: NotebookItem, notebook: Notebook, timeline: Timeline, sheet: TextColumn) -> Line:
    glyphs, language = sheet.glyphs, sheet.pen.language
    is_starred, is_read = leaf.event_id in notebook.stars, leaf.event_id in notebook.read
    mark = glyphs.starred if is_starred else glyphs.check if is_read else " "
    if leaf.event is None:
        return sheet.row(Span(f"{mark} ", "strong"), Span(clean_line(leaf.event_id)))
    title = clean_line(typeset_text(leaf.event.titles, timeline, language))
    when = Span(in_words(leaf.event.date, language), "dim")
    return sheet.apart((Span(f"{mark} ", "strong"), Span(title)), (when,))


def _note(note: Note, sheet: TextColumn) -> list[Line]:
    rows = text_of(note, sheet, indent=4) or [(Span("    "),)]
    first = (Span("  "), Span(f"{sheet.glyphs.noted} ", "strong"), *rows[0][1:])
    if len(rows) > MOST_ROWS:
        more = numbered("{number} more row", "{number} more rows", len(rows) - MOST_ROWS + 1)
        rows = [*rows[: MOST_ROWS - 1], (Span(f"    {sheet.glyphs.cut} {more}", "dim"),)]
    return [sheet.apart(first, (Span(dated(note, sheet.pen.language), "dim"),)), *rows[1:]]


def notebook_counts(notebook: Notebook, everything: Answers, separator: str) -> str:
    """The contents of the notebook of a timeline, in figures with a separator between them."""
    notes, stars = notebook.notes, notebook.stars
    marked = {*stars, *notebook.read, *(note.event for note in notes)}
    gone = [one for one in marked if not everything.event(one)]
    parts = [
        plural(len(stars), "star"),
        plural(len(notes), "note"),
        numbered("{number} read", "{number} read", len(notebook.read)),
    ]
    if gone:
        parts.append(
            numbered("{number} event no longer in the file", "{number} events no longer in the file", len(gone))
        )
    return f" {separator} ".join(parts)
