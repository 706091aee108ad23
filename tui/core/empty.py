"""What is said where there is nothing to show: why, and what would help."""

from __future__ import annotations

from tui.core.index import Selection
from tui.core.ink import UNICODE, Glyphs, Line, Span
from tui.core.text import clean_line


def nothing_matches(selection: Selection, glyphs: Glyphs = UNICODE) -> tuple[str, str]:
    """Two sentences: what nothing matches, and how many events each field's terms keep away."""
    widened = f" {glyphs.separator} ".join(
        f"{'Without' if at == 0 else 'without'} {field}: {count}"
        for at, (field, count) in enumerate(selection.widened())
    )
    return f"Nothing matches {clean_line(str(selection.query))}.", widened


def in_place_of_events(
    selection: Selection, *, clear: str, undo: str, name: str, glyphs: Glyphs = UNICODE
) -> list[Line]:
    """The rows that stand where the events would, in the middle of the screen."""
    if len(selection):
        return []
    if not selection.query.terms:
        return [
            (Span(f"No events in {clean_line(name)} yet.", "strong"),),
            (Span(""),),
            (Span("Each needs a date and a title:", "dim"),),
            (Span("events:", "text"),),
            (Span("- date: 2025-12-31 ", "text"),),
            (Span("  title: what ended", "text"),),
        ]
    sentence, widened = nothing_matches(selection, glyphs)
    return [
        (Span(sentence, "strong"),),
        (
            Span(f"{widened} {glyphs.separator} ", "text"),
            Span(clear, "key"),
            Span(" clears, ", "text"),
            Span(undo, "key"),
            Span(" undoes", "text"),
        ),
    ]
