"""Who reads, and how: what every screen and widget asks of the app."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from rich.cells import cell_len

from tui.app.base.key_queue import TypeAhead
from tui.app.base.styles import ThemeStyles
from tui.app.base.view_names import View
from tui.core.theme import Theme
from tui.drawing.spans.glyphs import Glyphs, glyphs_for
from tui.drawing.spans.pen import Pen

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.base.hosts import QueryHost
    from tui.app.base.notebook import NotebookSession
    from tui.core.index.selection import Selection
    from tui.core.notebook import Note
    from tui.core.timeline.model import Event

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
        """Whether copies hold what is private, too."""
        self.asks_ascii = ascii
        self.wear(theme)

    @property
    def pen(self) -> Pen:
        """What everything is drawn with."""
        return Pen(self.language, self.today, self.glyphs, cell_len)

    def beside(self, file: str) -> str:
        """The path of a file that is named beside what is read."""
        return os.path.join(os.path.dirname(self.name_of_file), file)

    def wear(self, theme: Theme) -> None:
        """Put another theme on."""
        self.looks = ThemeStyles(theme)
        self.glyphs: Glyphs = glyphs_for(ascii=self.asks_ascii or theme.ascii, braille=theme.braille)


class ReadersApp(TypeAhead):
    """An app with a reader: what widgets and screens need to know of it."""

    reader: Reader
    desk: NotebookSession
    """The reader's notebook."""
    _answering = 0
    """How many answers are being given."""
    _after_answers: tuple[Callable[[], object], ...] = ()
    """What is to be done once they are painted."""

    def trouble(self, key_of: Callable[[str], str]) -> str:
        """One sentence on what is wrong with the file, with the keys that help; empty when nothing is."""
        raise NotImplementedError

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

    async def choose_view(self) -> View | None:
        """Ask by a letter in which way to look at the timeline."""
        raise NotImplementedError

    def open_view(self, view: View, below: QueryHost) -> None:
        """Put the screen of a view over the spine's."""
        raise NotImplementedError

    async def read_whole(self, shown: Selection, place: int) -> Event | None:
        """Put the event at a place of a selection in front, whole; the event that the reader went on to."""
        raise NotImplementedError

    def return_to_spot(self, screen: Screen[Any]) -> None:
        """Go on the timeline's screen where the reader was when jalon was left."""
        raise NotImplementedError

    def show_own(self) -> None:
        """Show what stands in the notebook now."""
        raise NotImplementedError

    async def write_note(self, event: str, note: Note | None = None, text: str | None = None) -> Note | None:
        """Write a note on an event, or edit one."""
        raise NotImplementedError

    def action_help(self) -> None:
        """All keys of the screen in front."""
        raise NotImplementedError
