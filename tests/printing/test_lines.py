"""Lines on standard output: plain in a pipe, in colour by role on a terminal."""

from __future__ import annotations

import io
import re
import sys

import pytest

from tui.core.theme import ROLES, Style, Theme
from tui.drawing.spans.spans import Line, Span
from tui.printing.lines import cells, draw, without_trail

THEME = Theme(
    "test",
    "Test",
    "dark",
    None,
    dict.fromkeys(ROLES, Style()) | {"strong": Style(bold=True), "alarm": Style("#ff8000"), "plan": Style("ansi_cyan")},
    terminal=True,
)
LINES: list[Line] = [
    (Span(" "), Span("2025", "strong"), Span(" 31 Dec", "dim"), Span(" ○", "plan"), Span(" [b]ends[/b] :smile:  ")),
    (Span("  "), Span("!", "alarm"), Span("   ", "dim"), Span("", "dim")),
    (Span("   "),),
    (Span("Trends", "text", "https://trends.example/a"), Span(" x", "text", "javascript:alert(1)")),
]
PLAIN = " 2025 31 Dec ○ [b]ends[/b] :smile:\n  !\n\nTrends x\n"


class Screen(io.StringIO):
    """A terminal that remembers what is written on it."""

    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, theme: Theme | None, out: io.StringIO | None = None) -> str:
    out = out or io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    draw(LINES, 20, theme)
    return out.getvalue()


def test_without_a_theme_lines_are_plain_and_have_no_trailing_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, None) == PLAIN


def test_colour_adds_nothing_but_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither markup nor emoji names are read, and no line is wrapped or cut, however narrow the page."""
    assert re.sub(r"\x1b\[[0-9;]*m", "", drawn(monkeypatch, THEME)) == PLAIN


@pytest.mark.parametrize(
    ("term", "colorterm", "orange"),
    [
        ("xterm-256color", "truecolor", "38;2;255;128;0"),
        ("xterm-256color", "", "38;5;208"),
        ("xterm", "", "91"),
        ("dumb", "", "91"),
        ("", "", "91"),
    ],
)
def test_colours_are_as_deep_as_the_terminal(
    monkeypatch: pytest.MonkeyPatch, term: str, colorterm: str, orange: str
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    said = drawn(monkeypatch, THEME)
    assert f"\x1b[{orange}m!\x1b[0m" in said
    assert "\x1b[1m2025\x1b[0m" in said
    assert "\x1b[36m ○\x1b[0m" in said


@pytest.mark.parametrize("name", ["NO_COLOR", "TTY_COMPATIBLE", "COLUMNS"])
def test_rich_is_told_all_and_reads_nothing_from_the_environment(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "0")
    assert "\x1b[38;2;255;128;0m!" in drawn(monkeypatch, THEME)


def test_links_are_for_terminals_and_for_safe_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b]8" not in drawn(monkeypatch, THEME)
    said = drawn(monkeypatch, THEME, Screen())
    assert re.findall(r"\x1b\]8;id=\d+;(.+?)\x1b\\", said) == ["https://trends.example/a"]
    assert "javascript" not in said


def test_a_closed_pipe_is_left_to_the_caller(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    for theme in (None, THEME):
        with pytest.raises(BrokenPipeError):
            drawn(monkeypatch, theme, Closed())


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("Liège", 5), ("東京", 4), ("e\u0301", 1), ("●◐○✦★✓⣿", 7)])
def test_cells_are_those_of_a_terminal(text: str, width: int) -> None:
    assert cells(text) == width


def test_a_line_of_blanks_is_empty() -> None:
    assert without_trail((Span("  ", "dim"), Span(""), Span(" "))) == ()
    assert without_trail((Span("a "), Span("  ", "dim"))) == (Span("a"),)
