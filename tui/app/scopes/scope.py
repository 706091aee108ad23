"""A scope: keys around the widget in focus, of which each does something with what that widget shows."""

from __future__ import annotations

from typing import cast

from textual import getters
from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip

from tui.app.base.reader import ReadersApp
from tui.app.widgets.keyed_screen import KeyedScreen


class Scope(Container):
    """A container whose bindings hold for what is in it; it does only what its screen offers."""

    app = getters.app(ReadersApp)

    @property
    def keyed(self) -> KeyedScreen[object]:
        """The screen that it is on."""
        return cast("KeyedScreen[object]", self.screen)

    def render_lines(self, crop: Region) -> list[Strip]:
        """No row: what is in it, and the screen behind it, are all that is in sight, and Textual draws that alone."""
        return []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True when the screen offers it."""
        return self.keyed.offers(action, parameters)

    def key_of(self, command: str) -> str:
        """The key that a reader presses for a command."""
        return self.keyed.key_of(command)

    def say(self, sentence: str) -> None:
        """Say something to the reader, until the next key."""
        self.keyed.say(sentence)
