"""The screen of a view: its keys, what its scopes may do, what is said in the place of the keys, and how it is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import ClassVar, TypeVar

from textual import getters
from textual.screen import Screen
from textual.widget import Widget

from tui.app.base.reader import ReadersApp
from tui.app.commands import Command, actions_of
from tui.app.widgets.key_bar import key_of, keys_of, say

Answer = TypeVar("Answer")


class KeyedScreen(Screen[Answer]):
    """A screen with a key bar, whose keys are those of the widget in focus, of the scopes around it and its own."""

    COMMANDS_HERE: ClassVar[tuple[Command, ...]]
    """All commands of the screen: no scope does another one on it."""

    app = getters.app(ReadersApp)
    has_no_field = True
    """Nothing is typed into it: its widgets say nothing of a key that it had to hear before the next one."""
    is_left = False

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Have a widget in focus; some widget always is, also while the terminal is in the background."""
        if widget is not None:
            super().set_focus(widget, scroll_visible, from_app_focus)

    def on_screen_resume(self) -> None:
        """A screen that opens while the terminal is in the background has a widget in focus, too."""
        if self.focused is None and self.AUTO_FOCUS:
            self.set_focus(self.query_one(self.AUTO_FOCUS))

    @cached_property
    def actions_here(self) -> frozenset[tuple[str, tuple[object, ...]]]:
        """The actions of the screen, with their parameters."""
        return actions_of(self.COMMANDS_HERE)

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """True when an action is one of the screen: not before everything stands, nor after it is gone."""
        return self.is_mounted and not self.is_left and (action, parameters) in self.actions_here

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The same for its own actions."""
        return self.offers(action, parameters)

    def keys_now(self) -> Callable[[str], str]:
        """Gives the key for a command, as `key_of` does, of many commands at once."""
        return keys_of(self)

    def key_of(self, command: str) -> str:
        """The key that a reader presses for a command, by its id, for `panel`, or for the facet it picks."""
        return key_of(self, command)

    def say(self, sentence: str) -> None:
        """Say something in the place of the keys, until the next key."""
        say(self, sentence)

    def leave(self, answer: Answer | None = None) -> None:
        """Go back to what is below, once."""
        if self.is_current and not self.is_left:
            self.is_left = True
            self.dismiss(answer)

    def action_back(self) -> None:
        """Back to what is below."""
        self.leave()
