"""A reader's notes as lines: a list, whole texts, or a document in Markdown. `titles` are those of the events by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tui.core.notebook import Note
from tui.core.text.clean import clean, clean_line
from tui.core.text.markdown import escaped
from tui.core.text.messages import _, translatable
from tui.drawing.event.notes import begins

GONE = translatable("no longer in the file")


def listed(notes: Iterable[Note], titles: Mapping[str, str]) -> Iterator[str]:
    """A line a note: its id, the day it was changed, its event, how it begins."""
    for note in notes:
        gone = "" if note.event in titles else f"  ({_(GONE)})"
        yield f"{_head(note)}  {clean_line(note.event)}{gone}  {begins(note.text)}\n"


def told(notes: Iterable[Note], titles: Mapping[str, str]) -> Iterator[str]:
    """Each note whole, under a line that says what it is about."""
    for number, note in enumerate(notes):
        gone = "" if note.event in titles else f"  ({_(GONE)})"
        blank = "\n" if number else ""
        yield f"{blank}{_head(note)}  {clean_line(titles.get(note.event, note.event))}{gone}\n"
        yield from (f"  {line}".rstrip() + "\n" for line in clean(note.text).splitlines())


def document(notes: Iterable[Note], titles: Mapping[str, str], *, whole: bool) -> Iterator[str]:
    """A section an event, in it the notes as they were written, or how they begin."""
    about = None
    for note in notes:
        if note.event != about:
            blank = "\n" if about is not None else ""
            about = note.event
            gone = "" if about in titles else f" ({_(GONE)})"
            yield f"{blank}## {escaped(titles.get(about, about))}{gone}\n"
        text = clean(note.text) if whole else begins(note.text)
        yield f"\n{text}\n\n*{escaped(note.id)}, {note.changed[:10]}*\n"


def _head(note: Note) -> str:
    return f"{clean_line(note.id)}  {clean_line(note.changed[:10])}"
