"""A screen in front of another that waits for an answer."""

from __future__ import annotations

from typing import TypeVar

from textual import getters
from textual.screen import ModalScreen

from tui.app.reader import ReadersApp

Answered = TypeVar("Answered")


class Asking(ModalScreen[Answered]):
    """Answers once, and only while it is in front: keys can come faster than screens come and go."""

    DEFAULT_CSS = """
    Asking { background: transparent; }
    """

    app = getters.app(ReadersApp)

    has_answered = False

    def answer(self, result: Answered) -> None:
        """Close with that answer, unless there was one already."""
        if self.is_current and not self.has_answered:
            self.has_answered = True
            self.dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done before everything stands, nor after it is gone."""
        return self.is_mounted and self.is_current and bool(self.children)
