"""All keys, read from the bindings in force."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.app.commands import Command, key_name
from tui.app.dialogs.base import QuestionScreen
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.scrolled_text import ScrolledText
from tui.core.text.cells import fit, wrap
from tui.drawing.spans.spans import Line, Span

LEGEND = (
    ("reported", "a source says that it happened"),
    ("inferred", "deduced, with the reason given"),
    ("planned", "announced; no source here says that it happened"),
    ("in-force", "a rule that applies from that day on"),
    ("cancelled", "called off"),
)
MARKS = (
    ("~", "about"),
    ("?", "perhaps; at the right edge: planned, and overdue"),
    ("≤", "by that day"),
    ("!", "sources disagree"),
)


class HelpView(ScrolledText):
    """The keys as lines."""

    WIDEST, BESIDE, TOP = 90, 2, 0

    def __init__(self, groups: list[tuple[str, list[tuple[str, str]]]]) -> None:
        super().__init__(self._lines)
        self.groups = groups

    def margin(self, row: int) -> Span:
        """The lines have their own."""
        return Span("")

    def _lines(self, width: int) -> list[Line]:
        lines: list[Line] = []
        keys_width = min(16, max(8, width // 4))
        for group, rows in self.groups:
            lines += [(Span(""),), (Span(f" {group}", "strong"),)]
            for keys, does in rows:
                lines += self._row(keys, "key", does, keys_width, width)
        lines += [(Span(""),), (Span(" What the marks mean", "strong"),)]
        for status, means in LEGEND:
            glyph = self.app.reader.glyphs.of_status(status)
            lines += self._row(f"{glyph} {status}", "text", means, keys_width, width)
        for mark, means in MARKS:
            lines += self._row(mark, "alarm" if mark == "!" else "doubt", means, keys_width, width)
        glyphs = self.app.reader.glyphs
        own = f"{glyphs.starred} {glyphs.check} {glyphs.noted}"
        return lines + self._row(own, "strong", "your own: starred, marked read, with a note", keys_width, width)

    @staticmethod
    def _row(keys: str, role: str, does: str, keys_width: int, width: int) -> list[Line]:
        lead = fit(keys, keys_width, cell_len)
        rows = wrap(does, max(10, width - keys_width - 4), cell_len)
        blank = " " * (keys_width - cell_len(lead) + 2)
        first = (Span(f"  {lead}{blank}", role), Span(rows[0] if rows else "", "text"))
        return [first, *((Span(" " * (keys_width + 4)), Span(row, "text")) for row in rows[1:])]


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
            groups.setdefault(command.group, []).append(("1-9", "open that article of the event"))
    return list(groups.items())
