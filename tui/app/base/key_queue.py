"""Keys in turn: what is typed ahead goes to what the keys before it have opened.

Textual hands every key on as it comes, to what is in front then. A key that opens something does so only once it has
come back from there: keys typed together, or while the app works on an answer, would go to what lies behind.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Protocol

from textual.events import Event
from textual.message import Message
from textual.message_pump import MessagePump

TIMES = 2
"""Rounds of a word: in the first a field takes its key, in the second its screen hears what the field says of it."""
PATIENCE = 0.5
"""Seconds after which word is asked for anew: what was to send it may have gone."""


class Passed(Message):
    """Comes back on the way of a key from where that went to, and so after all that the key has done."""

    def __init__(self, screen: MessagePump, times: int) -> None:
        super().__init__()
        self.screen = screen
        """The screen that was in front."""
        self.times = times
        """The number of times that it is still to come."""


class KeyHost(Protocol):
    """The app that keys come to."""

    @property
    def screen(self) -> Any:
        """The screen in front; it and its `focused` widget take messages."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> object:
        """Call something after so many seconds."""

    async def on_event(self, event: Event) -> None:
        """Take a key as if it came now."""


class KeyQueue:
    """Hands a key on when the one before it has been answered, or what that opened stands."""

    def __init__(self, host: KeyHost) -> None:
        self.host = host
        self.ahead: deque[Event] = deque()
        """The keys that were typed ahead."""
        self.awaited: Passed | None = None
        """The word that is waited for."""

    async def take(self, event: Event, hand_on: Callable[[Event], Awaitable[None]]) -> None:
        """Hand a key on, or keep it until its turn."""
        if self.awaited is not None:
            if not self.ahead:
                self.host.set_timer(PATIENCE, partial(self._see_to_it, self.awaited))
            self.ahead.append(event)
            return
        screen, there = self.host.screen, self.host.screen.focused or self.host.screen
        await hand_on(event)
        if screen is self.host.screen:
            self._await_word(screen, there, 1 if getattr(screen, "has_no_field", False) else TIMES)
        else:
            self.await_word_of(self.host.screen)

    def take_screen(self, screen: MessagePump) -> None:
        """A screen that goes takes the word with it that is waited for; the one that comes in front gives it."""
        if self.awaited is not None:
            self.await_word_of(screen)

    def await_word_of(self, screen: MessagePump) -> None:
        """Wait until a screen has done what it has to do now."""
        self._await_word(screen, screen, 1)

    def _await_word(self, screen: MessagePump, there: MessagePump, times: int) -> None:
        self.awaited = Passed(screen, times)
        there.post_message(self.awaited)

    def _see_to_it(self, word: Passed | None) -> None:
        """Nothing that was typed is kept waiting for a word that does not come."""
        if word is not None and self.awaited is word:
            self.await_word_of(self.host.screen)
        if self.ahead:
            self.host.set_timer(PATIENCE, partial(self._see_to_it, self.awaited))

    async def take_word(self, word: Passed) -> None:
        """Hand the next key on, once what is in front stands, and nothing comes before it any more."""
        await asyncio.sleep(0)  # a question is asked by a worker, which begins now
        if word is not self.awaited:
            return
        if word.times > 1:
            screen: Any = word.screen
            self._await_word(screen, screen.focused or screen, word.times - 1)
        else:
            self.awaited = None
            if self.ahead:
                await self.host.on_event(self.ahead.popleft())
