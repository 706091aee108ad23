"""The reader's settings: what every screen and widget asks of the app."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from rich.cells import cell_len
from textual import on
from textual.events import Event, Key, Paste

from tui.app.base import textual_private
from tui.app.base.key_queue import KeyQueue, Passed
from tui.app.base.styles import ThemeStyles
from tui.core.theme import Theme
from tui.drawing.spans.glyphs import Glyphs, glyphs_for
from tui.drawing.spans.pen import Pen

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.base.notebook import NotebookSession

Answer = TypeVar("Answer")


class Reader:
    """The reader's language, day and looks, and the name of what is read."""

    def __init__(
        self,
        theme: Theme,
        *,
        today: int,
        language: str = "en",
        ascii: bool = False,  # noqa: A002 - the option's name
        name_of_file: str = "events.yaml",
        with_private: bool = False,
    ) -> None:
        self.today = today
        """A day number."""
        self.language = language
        self.name_of_file = name_of_file
        self.with_private = with_private
        """True when copies hold what is private, too."""
        self.asks_ascii = ascii
        self.wear(theme)

    @property
    def pen(self) -> Pen:
        """The pen of every drawing: language, day, characters and measure."""
        return Pen(self.language, self.today, self.glyphs, cell_len)

    def beside(self, file: str) -> str:
        """The path of a file that is named beside what is read."""
        return os.path.join(os.path.dirname(self.name_of_file), file)

    def wear(self, theme: Theme) -> None:
        """Put another theme on."""
        self.looks = ThemeStyles(theme)
        self.glyphs: Glyphs = glyphs_for(ascii=self.asks_ascii or theme.ascii, braille=theme.braille)


class ReadersApp(textual_private.EndsInSilence):
    """An app with a reader: what widgets and screens need to know of it."""

    screens: Mapping[str, tuple[str, str]]
    """Module and class of each screen that opens over another, by its name."""
    reader: Reader
    notebook_session: NotebookSession
    opens: Callable[[str], None] | None = None
    """The way in which an address is opened; None for the reader's own browser."""
    _answering = 0
    """The number of answers that are being given."""
    _after_answers: tuple[Callable[[], object], ...] = ()
    """The calls to make once they are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.key_queue = KeyQueue(self)

    def on_mount(self) -> None:
        """Keys that are typed ahead wait for the screen that comes in front."""
        self.screen_change_signal.subscribe(self, self.key_queue.take_screen, immediate=True)

    async def on_event(self, event: Event) -> None:
        """A key is handed on in its turn; one that has come back is answered."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self.key_queue.take(event, super().on_event)
        else:
            await super().on_event(event)

    @on(Passed)
    async def _take_word(self, word: Passed) -> None:
        await self.key_queue.take_word(word)

    def after_frame(self, screen: Screen[Any], do: Callable[[], None]) -> None:
        """Do something once what a screen shows now is painted, with the answer that it may be waiting for."""
        if self._answering:
            self._after_answers += (partial(screen.call_after_refresh, do),)
        else:
            screen.call_after_refresh(do)

    async def answer_to(self, screen: Screen[Answer]) -> Answer | None:
        """Put a screen in front, and wait for its answer.

        It goes in one frame with whatever the caller does at once with the answer: to paint first what the answer
        is about to change would cost a frame.
        """
        answered: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        going = ExitStack()

        def take(answer: Answer | None) -> None:
            going.enter_context(self.batch_update())
            going.callback(given)
            self._answering += 1
            if not answered.done():
                answered.set_result(answer)

        def given() -> None:
            self._answering -= 1

        def gone() -> None:
            going.close()
            self.screen.check_idle()  # it was not to paint while it was idle
            if not self._answering:
                waiting, self._after_answers = self._after_answers, ()
                for do in waiting:
                    do()

        await self.push_screen(screen, take)
        try:
            return await answered
        finally:
            self.call_later(gone)

    async def open_screen(self, name: str, *args: object, waits: bool = False) -> Any:
        """Put a screen over the one in front; its answer when it is waited for, else the screen.

        Its module is imported when it is first opened.
        """
        module, kind = self.screens[name]
        screen: Screen[Any] = getattr(import_module(module), kind)(*args)
        if waits:
            return await self.answer_to(screen)
        self.push_screen(screen)
        return screen
