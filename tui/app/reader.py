"""Who reads, and how: what every screen and widget asks of the app."""

from __future__ import annotations

from textual.app import App

from tui.app.looks import Looks
from tui.core.ink import ASCII, UNICODE, Glyphs
from tui.core.theme import Theme


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
        trouble: str = "",
    ) -> None:
        self.today = today
        """A day number."""
        self.language = language
        self.name_of_file = name_of_file
        self.trouble = trouble
        """One sentence on what is wrong with the file; empty when nothing is."""
        self.asks_ascii = ascii
        self.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Put another theme on."""
        self.looks = Looks(theme)
        self.glyphs: Glyphs = ASCII if self.asks_ascii or theme.ascii else UNICODE


class ReadersApp(App[None]):
    """An app with a reader: what widgets and screens need to know of it."""

    reader: Reader

    def action_help(self) -> None:
        """All keys of the screen in front."""
        raise NotImplementedError
