"""Keys in turn: what is typed ahead goes to what the keys before it have opened.

Textual hands every key on as it comes, to what is in front then. A key that opens something does so only once it has
come back from there: keys typed together, or while the app works on an answer, would go to what lies behind.
"""

from __future__ import annotations

import asyncio
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import App
from textual.events import Event, Key, Paste
from textual.message import Message

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

TIMES = 2
"""How often word is waited for: by the first a field has taken its key, by the second is heard what it says of it."""
PATIENCE = 0.5
"""Seconds after which word is asked for anew: what was to send it may have gone."""


class Passed(Message):
    """Comes back on the way of a key from where that went to, and so after all that the key has done."""

    def __init__(self, screen: Screen[Any], times: int) -> None:
        super().__init__()
        self.screen = screen
        """What was in front."""
        self.times = times
        """How often it is still to come."""


class TypeAhead(App[None]):
    """An app that takes a key when the one before it has been answered, or what that opened stands."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[Event] = deque()
        """What was typed ahead."""
        self._awaited: Passed | None = None
        """The word that is waited for."""

    def on_mount(self) -> None:
        """What goes takes the word with it that is waited for; what comes in front gives it."""
        self.screen_change_signal.subscribe(self, self._await_word_of, immediate=True)

    def _await_word_of(self, screen: Screen[Any]) -> None:
        if self._awaited is not None:
            self._await_word(screen, screen, 1)

    async def on_event(self, event: Event) -> None:
        """A key is handed on in its turn; one that has come back is answered."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._awaited is not None:
            if not self._ahead:
                self.set_timer(PATIENCE, partial(self._see_to_it, self._awaited))
            self._ahead.append(event)
        else:
            screen, there = self.screen, self.focused or self.screen
            await super().on_event(event)
            if screen is self.screen:
                self._await_word(screen, there, TIMES)
            else:
                self._await_word(self.screen, self.screen, 1)

    def _await_word(self, screen: Screen[Any], there: Widget, times: int) -> None:
        self._awaited = Passed(screen, times)
        there.post_message(self._awaited)

    def _see_to_it(self, word: Passed | None) -> None:
        """Nothing that was typed is kept waiting for a word that does not come."""
        if word is not None and self._awaited is word:
            self._await_word(self.screen, self.screen, 1)
        if self._ahead:
            self.set_timer(PATIENCE, partial(self._see_to_it, self._awaited))

    @on(Passed)
    async def _take_next(self, word: Passed) -> None:
        """Once what is in front stands, and nothing comes before it any more."""
        await asyncio.sleep(0)  # a question is asked by a worker, which begins now
        if word is not self._awaited:
            return
        if word.times > 1:
            self._await_word(word.screen, word.screen.focused or word.screen, word.times - 1)
        else:
            self._awaited = None
            if self._ahead:
                await self.on_event(self._ahead.popleft())
