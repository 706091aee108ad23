"""The table of marks: what is drawn is told, in any width and any characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from rich.cells import cell_len

from tests.conftest import ROOT
from tui.drawing.spans.glyphs import ASCII, BRAILLE, UNICODE, Glyphs
from tui.drawing.spans.marks import mark_groups, mark_lines


@dataclass
class Row:
    """A row of the table on the page of the screen."""

    marks: list[str]
    means: str


def page_rows() -> list[Row]:
    """The rows of the tables on marks."""
    text = (ROOT / "docs" / "screen.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| mark \| means \|\n\|---\|---\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    rows = [line.strip("|\n ").split(" | ") for part in found for line in part.splitlines()]
    return [Row(re.findall("`([^`]+)`", row[0]), row[1]) for row in rows]


def test_what_the_page_of_the_screen_lists_is_in_the_table() -> None:
    told = " ".join(mark.text for group in mark_groups(UNICODE) for mark in group.marks)
    rows = page_rows()
    assert len(rows) >= 8
    assert [mark for row in rows for mark in row.marks for sign in mark.split() if sign not in told] == []


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII, BRAILLE])
@pytest.mark.parametrize("width", [40, 58, 78, 150])
def test_no_row_is_too_wide(glyphs: Glyphs, width: int) -> None:
    lines = list(mark_lines(glyphs, width, cell_len))
    assert max(sum(cell_len(span.text) for span in line) for line in lines) <= width
    if glyphs is ASCII:
        assert all(span.text.isascii() for line in lines for span in line)
