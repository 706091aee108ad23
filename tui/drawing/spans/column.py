"""A column of text being filled with paragraphs, runs of names, rows with two ends; nothing is ever wider."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.text.cells import cut, wrap
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span, columns_in_place


def joined(sections: Iterable[list[Line]]) -> list[Line]:
    """Sections one after the other, an empty row between them; those with no row are left out."""
    lines: list[Line] = []
    for section in filter(None, sections):
        lines += [(), *section] if lines else section
    return lines


class TextColumn:
    """The column that the rows are laid out in, `width` cells wide."""

    def __init__(self, width: int, pen: Pen) -> None:
        self.width = max(1, width)
        self.pen = pen
        self.glyphs = pen.glyphs
        self.measure = pen.measure
        self.dot = pen.dot
        """Between things of one row."""
        self.wide = pen.wide
        self.padded = pen.padded

    def of_width(self, width: int) -> TextColumn:
        """A column beside or within this one."""
        return TextColumn(width, self.pen)

    def paragraph(self, text: str, role: str = "text", *, head: Line = (), indent: int | None = None) -> list[Line]:
        """A text in as many rows as it takes, after a head on its first and an indent on the others.

        The indent is the head's width unless given; in a column too narrow for it there is none.
        """
        taken = self.wide(head)
        indent = self._indent(taken if indent is None else indent)
        room = self.width - indent
        first, rest = self._first(text, self.width - taken, room) if head else ("", text)
        lines = [self.row(*head, Span(first, role))] if head else []
        if rest or not head:
            blank, rows = self._blank(indent), self._wrapped(rest, room)
            lines += [self.row(*blank, Span(row, role)) for row in rows]
        return lines

    def flow(self, parts: Iterable[str], joint: str, role: str = "text", *, head: Line = ()) -> list[Line]:
        """Names one after another with a joint between them, broken after joints only, where that will do."""
        indent = self._indent(self.wide(head))
        lines: list[Line] = []
        begun, line = (head, "") if self.wide(head) < self.width else ((), "")
        for part in parts:
            joined = f"{line}{joint}{part}" if line else part
            if self.wide(begun) + self.measure(joined) <= self.width:
                line = joined
                continue
            if line or begun:
                trailing = f"{line}{joint}".rstrip() if line else ""
                fits = self.wide(begun) + self.measure(trailing) <= self.width
                lines.append(self.row(*begun, Span(trailing if fits else line, role)))
            begun = self._blank(indent)
            *whole, line = self._wrapped(part, self.width - indent)
            lines += [self.row(*begun, Span(piece, role)) for piece in whole]
        return [*lines, self.row(*begun, Span(line, role))] if line or begun else lines

    def apart(self, left: Line, right: Line) -> Line:
        """One row with two ends: the left cut where it must be, no right where that would cost half."""
        room = self.width - self.wide(right) - 2
        if not right or room < min(self.wide(left), self.width // 2):
            return self.row(*left)
        left = self.clipped(left, room)
        gap = self.width - self.wide(left) - self.wide(right)
        return self.row(*left, Span(" " * gap), *right)

    def row(self, *spans: Span) -> Line:
        """A row without its empty spans, and never wider than the column."""
        line = tuple(span for span in spans if span.text)
        return columns_in_place(line if self.wide(line) <= self.width else self.clipped(line, self.width))

    def clipped(self, line: Line, width: int) -> Line:
        """The beginning of a row that is at most so wide, with the dots of a cut where it is one."""
        if self.wide(line) <= width:
            return line
        dots = cut(self.glyphs.cut, width, self.measure)
        kept: list[Span] = []
        for span in line:
            room = width - self.measure(dots) - self.wide(kept)
            if self.measure(span.text) <= room:
                kept.append(span)
                continue
            kept.append(span._replace(text=cut(span.text, room, self.measure).rstrip(" ") + dots))
            break
        return tuple(kept)

    def with_dots(self, text: str) -> str:
        """A row of text that goes on beyond it: its whole words, or of a long one its beginning."""
        dots = self.glyphs.cut
        while " " in text and self.measure(f"{text} {dots}") > self.width:
            text = text[: text.rindex(" ")].rstrip()
        return self.pen.fit(f"{text} {dots}", self.width)

    def _first(self, text: str, room: int, later: int) -> tuple[str, str]:
        """The part of a text on a first row of that room, and the rest of it, whose rows have another."""
        first = self._wrapped(text, room)[0] if room > 0 else ""
        broken = len(first) < len(text) and not text[len(first)].isspace()
        if not text.startswith(first) or (broken and room < later):
            return "", text
        return first, text[len(first) :].lstrip()

    def _wrapped(self, text: str, width: int) -> list[str]:
        return [
            line if self.measure(line) <= width else cut(line, width, self.measure)
            for line in wrap(text, max(1, width), self.measure)
        ]

    def _blank(self, indent: int) -> Line:
        return (Span(" " * indent),) if indent else ()

    def _indent(self, wanted: int) -> int:
        """The indent, unless it would leave less than half of the column."""
        return wanted if wanted * 2 <= self.width else min(2, self.width // 4)
