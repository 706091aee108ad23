"""A file as its lines that say something, to be mended in place."""

from __future__ import annotations

from tui.core.problems.problem import ERROR, Place, Problem
from tui.store.yaml.yaml_line import YamlLine, in_blocks, parse_line

EVENT_KEYS = frozenset(
    (
        "id", "date", "date_note", "title", "kind", "status", "actors", "countries", "place", "tags", "text", "claims",
        "told",
    )
)  # fmt: skip
FIRST_KEYS = ("id", "date", "title")
"""With which of its keys an event begins."""


class MendableLines:
    """Lines without the empty ones, comments and block texts; the n-th has the row `rows[n]`, from 0."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.problems: list[Problem] = []
        self.shifts: dict[int, int] = {}
        """By the number of a line, from 1: how many columns further right its text stands now."""
        self.lost: list[tuple[int, str]] = []
        """Rows, from 0, that had to give way, and what stood there."""
        blocks = in_blocks(lines)
        self.rows = [i for i, line in enumerate(lines) if not blocks[i] and says_something(line)]
        self.seen = [parse_line(lines[row]) for row in self.rows]

    def say(self, n: int, column: int, length: int, code: str, message: str, hint: str) -> None:
        """Add a problem with the n-th line."""
        row = self.rows[n] + 1
        place = Place(row, column + 1, row, column + 1 + max(length, 1))
        self.problems.append(Problem(place, code, ERROR, message, hint))

    def put(self, n: int, text: str) -> None:
        """Another text for the n-th line; what follows its dashes keeps count of where it was."""
        before = self.seen[n].column
        self.lines[self.rows[n]] = text
        self.seen[n] = parse_line(text)
        if self.seen[n].column != before:
            self.shifts[self.rows[n] + 1] = self.seen[n].column - before

    def reread(self, n: int) -> None:
        """Take the n-th line apart again."""
        self.seen[n] = parse_line(self.lines[self.rows[n]])

    def below(self, n: int) -> YamlLine | None:
        """The line after the n-th."""
        return self.seen[n + 1] if n + 1 < len(self.seen) else None


def says_something(line: str) -> bool:
    """Whether a line is neither empty nor a comment."""
    bare = line.lstrip()
    return bool(bare) and not bare.startswith("#")
