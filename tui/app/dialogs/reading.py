"""The text for which there is no room beside a list, on a screen of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.getters import query_one

from tui.app import commands
from tui.app.dialogs.base import QuestionScreen
from tui.app.widgets.key_bar import KeyBar
from tui.app.widgets.scrolled_text import ScrolledText
from tui.drawing.spans.spans import Line


class ScrolledTextScreen(QuestionScreen[None]):
    """An account, scrolled."""

    DEFAULT_CSS = """
    ScrolledTextScreen { background: $background; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TELLING)]
    COMMANDS_HERE = commands.TELLING
    AUTO_FOCUS = "ScrolledText"

    view = query_one(ScrolledText)

    def __init__(self, told: Callable[[int], list[Line]]) -> None:
        """`told` gives the lines for a number of cells."""
        super().__init__()
        self.told = told

    def compose(self) -> ComposeResult:
        """The lines, and how to leave them."""
        yield ScrolledText(self.told)
        yield KeyBar()

    def action_scroll_by(self, rows: int) -> None:
        """Scroll by rows."""
        self.view.scroll_rows(rows)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by what is in sight."""
        self.view.scroll_pages(pages)

    def action_back(self) -> None:
        """Back to the list."""
        self.answer(None)
