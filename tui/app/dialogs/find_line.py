"""The find line: what is typed is highlighted at every keystroke, and nothing is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widgets import Input

from tui.app.base.one_line_input import OneLineInput
from tui.app.dialogs.base import QuestionScreen
from tui.app.widgets.lines import Lines
from tui.core.index.protocol import Answers
from tui.drawing.spans.spans import Line, Span

if TYPE_CHECKING:
    from tui.app.base.hosts import FindHost


class Sign(Lines):
    """The slash before what is typed."""

    DEFAULT_CSS = """
    Sign { width: 2; height: 1; }
    """

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        return [(Span(" /", "key"),)]


LEAST_COUNT = 18
"""Cells of the number of events, which stand still while it is short."""


class Count(Lines):
    """The number of events that hold it."""

    DEFAULT_CSS = f"""
    Count {{ width: {LEAST_COUNT}; height: 1; }}
    """

    def __init__(self) -> None:
        super().__init__()
        self.says = ""

    def say(self, says: str) -> None:
        """Say something else."""
        self.says = says
        self.styles.width = max(LEAST_COUNT, self.measure(says) + 2)
        self.redraw()

    def lines(self, width: int, height: int) -> list[Line]:
        """The one row."""
        return [(Span(f"{self.says:>{max(0, width - 1)}}", "dim"),)]


class FindLine(QuestionScreen[bool]):
    """One line at the bottom; enter keeps what is found at hand for `n` and `N`, escape leaves it."""

    DEFAULT_CSS = """
    FindLine { align: left bottom; }
    FindLine > Horizontal { width: 100%; height: 1; background: $background; }
    FindLine Input { width: 1fr; padding: 0; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep", priority=True),
        Binding("escape,ctrl+c,ctrl+g", "leave", "leave", priority=True),
        Binding("down,ctrl+n", "jump(1)", "next", priority=True),
        Binding("up,ctrl+p", "jump(-1)", "previous", priority=True),
    ]
    AUTO_FOCUS = "Input"

    count = query_one(Count)

    def __init__(self, below: FindHost) -> None:
        super().__init__()
        self.below = below

    def compose(self) -> ComposeResult:
        """The slash, the line, the count."""
        with Horizontal():
            yield Sign()
            yield OneLineInput(self.below.sought, compact=True, select_on_focus=True)
            yield Count()

    def renew(self, shown: Answers) -> None:
        """Say how many hold it in what the file holds now."""
        if self.is_mounted and self.children:
            self._tell()

    @on(Input.Changed)
    def _typed(self, change: Input.Changed) -> None:
        self.below.seek(change.value)
        self._tell()

    def _tell(self) -> None:
        self.count.say(self.below.found_in_words)

    def action_jump(self, steps: int) -> None:
        """To the next event that holds it, or the one before."""
        self.below.jump(steps)
        self._tell()

    def action_keep(self) -> None:
        """Back to the spine, with what is found at hand."""
        self.answer(True)

    def action_leave(self) -> None:
        """Find no more."""
        self.answer(False)
