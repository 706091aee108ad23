"""A line to type in: what is pasted becomes one line, and harmless."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tui.core.text.clean import clean


class OneLineInput(Input):
    """One line; Textual's own would take the first line of a paste, and say nothing of the others."""

    DEFAULT_CSS = """
    OneLineInput { height: 1; border: none; padding: 0 1; background: $background; color: $foreground; }
    OneLineInput:focus { border: none; background-tint: transparent; }
    """

    def on_paste(self, event: events.Paste) -> None:
        """Take the lines of a paste with a space between them; a terminal ends them by CR as well as by LF."""
        event.stop()
        event.prevent_default()
        lines = event.text.replace("\t", " ").splitlines()
        self.replace(clean(" ".join(filter(None, lines))), *self.selection)
