"""All keys, read from the bindings in force, and all marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.app.commands import ANY_ARTICLE, Command, key_name
from tui.app.dialogs.base import QuestionScreen
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.scrolled_text import ScrolledText
from tui.core.text.messages import _
from tui.drawing.spans.marks import explained, mark_lines
from tui.drawing.spans.spans import Line, Span


class HelpView(ScrolledText):
    """The keys as lines, and beside or below them the marks."""

    WIDEST, BESIDE, TOP = 150, 2, 0
    SIDE_BY_SIDE = 96
    """Cells from which keys and marks stand side by side."""
    def __init__(self, groups: list[tuple[str, list[tuple[str, str]]]]) -> None:
        super().__init__(self._lines)
        self.groups = groups

    def margin(self, row: int) -> Span:
        """The lines have their own."""
        return Span("")

    def _lines(self, width: int) -> list[Line]:
        glyphs = self.app.reader.glyphs
        title = (Span(" " + _("What the marks mean"), "match"),)
        if width < self.SIDE_BY_SIDE:
            width = min(width, 90)
            return [*self._keys(width), (), title, (), *mark_lines(glyphs, width, cell_len)]
        half = width // 2
        left, right = list(self._keys(half - 2)), [title, (), *mark_lines(glyphs, width - half, cell_len)]
        return [_beside(one, other, half) for one, other in zip_longest(left, right, fillvalue=())]

    def _keys(self, width: int) -> Iterator[Line]:
        for group, rows in self.groups:
            yield ()
            yield (Span(f" {_(group)}", "strong"),)
            for keys, does in rows:
                yield from explained(keys, "key", _(does), width, cell_len)


def _beside(left: Line, right: Line, column: int) -> Line:
    """Two rows as one, the second from a column on."""
    room = column - sum(cell_len(span.text) for span in left)
    return (*left, Span(" " * room), *right)


class HelpScreen(QuestionScreen[None]):
    """All keys of the screen below, and what the marks mean."""

    DEFAULT_CSS = """
    HelpScreen { background: $background; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_by(1)", "scroll", id="help-down"),
        Binding("k,up", "scroll_by(-1)", "scroll", id="help-up"),
        Binding("space,pagedown", "scroll_by(10)", "a page on", show=False, id="help-page-down"),
        Binding("b,pageup", "scroll_by(-10)", "a page back", show=False, id="help-page-up"),
        Binding("q,escape,question_mark,f1,enter", "leave", "back", id="help-back"),
    ]
    AUTO_FOCUS = "HelpView"

    def __init__(self, groups: list[tuple[str, list[tuple[str, str]]]]) -> None:
        super().__init__()
        self.groups = groups

    def compose(self) -> ComposeResult:
        """The lines, and how to leave them."""
        yield HelpView(self.groups)
        yield KeyBar()

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self.query_one(HelpView).scroll_rows(rows)


def in_groups(
    screen: Screen[object],
    known: tuple[Command, ...],
    *,
    ascii: bool = False,  # noqa: A002 - as the option is called
) -> list[tuple[str, list[tuple[str, str]]]]:
    """The commands in force on a screen by group, as (keys, what it does): after any keymap."""
    keys: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if active.binding.id:
            keys.setdefault(active.binding.id, []).append(key_name(key, ascii=ascii))
    groups: dict[str, list[tuple[str, str]]] = {}
    for command in known:
        if command.id in keys and not command.id[-1].isdigit():
            groups.setdefault(command.group, []).append((" ".join(keys[command.id]), command.does))
        elif command.id == "open-1" and command.id in keys:
            groups.setdefault(command.group, []).append(("1-9", ANY_ARTICLE))
    return list(groups.items())
