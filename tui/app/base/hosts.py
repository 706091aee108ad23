"""Hosts: what a scope or a dialog asks of the widget or the screen that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.core.timeline.model import Event


class EventView(Protocol):
    """A widget that has an event under its cursor."""

    @property
    def event(self) -> Event | None:
        """The event that the reader looks at."""

    def go_to_event(self, event: Event | None) -> None:
        """Go to an event, if what is shown now has it."""


class FindHost(Protocol):
    """A scope in which a text is found."""

    sought: str

    @property
    def found_in_words(self) -> str:
        """`3 of 12`, with the place of the cursor's event among them when it is one."""

    def seek(self, text: str) -> None:
        """Highlight a text and go to the first event from the cursor on that holds it."""

    def jump(self, steps: int) -> None:
        """To the next event that holds what is sought, or the one before."""

