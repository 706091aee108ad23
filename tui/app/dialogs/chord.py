"""The second key of a pair: one row that says what can follow."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from tui.app.commands import key_name
from tui.app.dialogs.base import QuestionScreen
from tui.app.widgets.lines import Lines
from tui.core.text.cells import wrap
from tui.core.text.messages import _
from tui.drawing.spans.spans import Line, Span


class ChordBar(Lines):
    """The keys that can follow."""

    DEFAULT_CSS = """
    ChordBar { height: auto; dock: bottom; }
    """

    def __init__(self, title: str, keys: dict[str, str]) -> None:
        super().__init__()
        self.title = title
        self.keys = keys

    def lines(self, width: int, height: int) -> list[Line]:
        """One row, or as many as the width asks for; a long title has rows of its own."""
        *above, last = wrap(_("{question}:", question=self.title), max(1, width - 2), self.measure)
        rows: list[list[Span]] = [[Span(f" {row}", "strong")] for row in above]
        rows.append([Span(f" {last} ", "strong")])
        for key, word in (*self.keys.items(), (key_name("escape"), _("nothing"))):
            pair = [Span(f" {key}", "key"), Span(f" {word} ", "dim")]
            if sum(self.measure(span.text) for span in (*rows[-1], *pair)) > width:
                rows.append([Span("  ")])
            rows[-1] += pair
        return [tuple(row) for row in rows]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows it takes."""
        return len(self.lines(width, 0))


class Chord(QuestionScreen[str | None]):
    """Waits for one key."""

    def __init__(self, title: str, keys: dict[str, str]) -> None:
        super().__init__()
        self.chord_title = title
        self.keys = keys

    def compose(self) -> ComposeResult:
        """The row, in the key bar's place."""
        yield ChordBar(self.chord_title, self.keys)

    def on_key(self, event: events.Key) -> None:
        """A key that is offered is the answer; any other is none."""
        event.stop()
        event.prevent_default()
        self.answer(event.character if event.character in self.keys else None)

    def on_click(self) -> None:
        """A click elsewhere is no answer."""
        self.answer(None)
