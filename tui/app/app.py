"""The interactive face: themes, the keymap, and the screens."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.events import Event, InputEvent, Key

from tui.app import commands
from tui.app.base import gc_policy
from tui.app.base.notebook import NotebookSession
from tui.app.base.reader import Reader
from tui.app.base.styles import textual_theme
from tui.app.commands import Command
from tui.app.session.new_events import Adding
from tui.app.session.restore import Keeping
from tui.app.views.timeline import TimelineScreen
from tui.app.widgets.key_bar import KeyBar
from tui.core.dates.parse import parse_date
from tui.core.index.index import Index
from tui.core.problems.problem import Problem
from tui.core.query.tree import Query
from tui.core.text.clean import clean_line
from tui.core.theme import Theme
from tui.core.timeline.model import Timeline
from tui.drawing.spans.glyphs import ASCII
from tui.store.personal import keymap, themes
from tui.store.read.timeline import Reading, read
from tui.store.system import environment

if TYPE_CHECKING:
    from textual.screen import Screen


SWITCH = 0.0005
"""Seconds of work after which a thread lets another go on: what is painted is written while more is worked on."""


class JalonApp(Keeping, Adding):
    """One timeline in the terminal."""

    TITLE = "jalon"
    CSS_PATH = "jalon.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        timeline: Timeline,
        theme: Theme,
        *,
        today: int,
        language: str = "en",
        ascii: bool = False,  # noqa: A002 - the option's name
        name_of_file: str = "events.yaml",
        problems: tuple[Problem, ...] = (),
        text: str = "",
        path: str | None = None,
        keys: dict[str, str] | None = None,
        with_private: bool = False,
        query: Query = Query(),  # noqa: B008 - an immutable value
        desk: NotebookSession | None = None,
    ) -> None:
        """`problems` and `text` are those of the file; with its `path` it is followed, and can be edited.

        Without a desk nothing is read from a notebook, nor kept in one.
        """
        super().__init__()
        self.desk = desk or NotebookSession()
        self.timeline = timeline
        self.asked = query
        """What is asked for to begin with."""
        name = clean_line(name_of_file)
        self.reader = Reader(
            theme, today=today, language=language, ascii=ascii, name_of_file=name, with_private=with_private
        )
        self.begin_with(Reading(name_of_file, timeline, problems, text), path, read)
        self.wear(theme)
        if keys:
            self.set_keymap(keys)

    def on_mount(self) -> None:
        """From now on end in good order when told to."""
        self._heed_signals()
        self.call_after_refresh(gc_policy.freeze_objects)
        self.set_interval(2.0, self._heed_terminal)
        self._rest = self.set_interval(gc_policy.REST, self._look_for_garbage)
        self.set_interval(gc_policy.AT_THE_LATEST, self._look_for_garbage)

    def get_default_screen(self) -> TimelineScreen:
        """The timeline is the root: nothing lies below it."""
        return TimelineScreen(Index(self.timeline, self.reader.today), self.size, self.asked)

    def _look_for_garbage(self) -> None:
        gc_policy.collect_garbage(nothing_is_open=len(self.screen_stack) == 1)

    # Ending

    def _heed_signals(self) -> None:
        """SIGINT, SIGTERM, SIGHUP and SIGQUIT restore the screen and end with 128 and the signal's number."""
        if self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)
            if number is not None:
                loop.add_signal_handler(number, self.exit, None, 128 + number)

    def _heed_terminal(self) -> None:
        """Leave when the terminal went away, even if nobody says so (as under nohup)."""
        if not self.is_headless and not terminal_is_there():
            self.exit(return_code=128 + signal.SIGHUP)

    def _fatal_error(self) -> None:
        """A bug of ours: leave the screen without a word of what the reader's file holds; `run` raises it."""
        self.keep_drafts()
        self._close_messages_no_wait()

    async def on_event(self, event: Event) -> None:
        """The next key takes a message away."""
        if isinstance(event, InputEvent):
            self._rest.reset()
        if isinstance(event, Key):
            for bar in self.screen.query(KeyBar):
                bar.say("")
        await super().on_event(event)

    # Looks

    def wear(self, theme: Theme) -> None:
        """Put another theme on."""
        self.reader.wear(theme)
        worn = textual_theme(theme)
        self.register_theme(worn)
        self.theme = worn.name

    def themes(self) -> list[tuple[str, str]]:
        """Name and title of each theme there is."""
        return [(found.name, found.title) for found in themes.names(environment.user_themes_folder())]

    # Commands

    def commands_of(self, screen: Screen[object]) -> tuple[Command, ...]:
        """The commands that a screen has."""
        known: tuple[Command, ...] = getattr(screen, "COMMANDS_HERE", commands.TIMELINE)
        return known

    def action_help(self) -> None:
        """All keys of the screen in front."""
        from tui.app.dialogs.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self._groups(self.screen)))

    def _groups(self, screen: Screen[object]) -> list[tuple[str, list[tuple[str, str]]]]:
        """The commands in force on a screen, by group."""
        from tui.app.dialogs.help import in_groups

        return in_groups(screen, self.commands_of(screen), ascii=self.reader.glyphs is ASCII)

    def action_leave(self) -> None:
        """Leave jalon."""
        self.exit()

    @work(group="palette")
    async def action_palette(self) -> None:
        """All commands by their words; what is taken is done."""
        from tui.app.dialogs.palette import palette

        screen = self.screen
        picked = await self.answer_to(
            palette(self._groups(screen), self.commands_of(screen), self.themes(), self.reader.language)
        )
        if picked is None or not picked.values or not picked.values[0]:
            return
        kind, _, what = picked.values[0].partition(":")
        await self._do(f"{kind}:", what, screen)

    async def _do(self, kind: str, what: str, screen: Screen[object]) -> None:
        from tui.app.dialogs.palette import COMMAND, DATE, LANGUAGE, THEME

        if kind == THEME:
            theme, message = themes.load(what, environment.user_themes_folder())
            self.wear(theme)
            self.prefer(theme=what)
            if message:
                self.notify(clean_line(message), markup=False, severity="warning")
        elif kind == LANGUAGE:
            self.speak(what)
            self.prefer(language=what)
        elif kind == DATE and (go_to_date := getattr(screen, "go_to_date", None)):
            go_to_date(parse_date(what))
        elif kind == COMMAND:
            command = next(one for one in self.commands_of(screen) if one.id == what)
            await self.run_action(command.action, screen)

    def speak(self, language: str) -> None:
        """Show titles, texts and dates in another language."""
        self.reader.language = language
        for screen in self.screen_stack:
            if tell_anew := getattr(screen, "tell_anew", None):
                tell_anew()


def run(
    path: str,
    reading: Reading,
    *,
    theme: str | None,
    language: str | None,
    today: int,
    ascii: bool,  # noqa: A002 - the option's name
    colour: bool,
    with_private: bool = False,
    query: Query = Query(),  # noqa: B008 - an immutable value
) -> int:
    """Open a file that was read, until the reader leaves; the exit code.

    Theme and language are those that are asked for, else those of the reader's notebook. A bug of ours is raised
    here, once the screen is restored.
    """
    if colour:
        os.environ.pop("NO_COLOR", None)
    sys.setswitchinterval(SWITCH)
    desk = NotebookSession(keys=environment.timeline_keys(reading.timeline.id, path))
    taste = desk.notebook.taste
    worn, message = worn_theme(theme, taste.theme) if colour else worn_theme(themes.WITHOUT_COLOUR, "")
    wanted, messages = keymap.load(environment.keymap_file(), frozenset(commands.defined()))
    keys, refused = commands.agreed(wanted)
    app = JalonApp(
        reading.timeline,
        worn,
        today=today,
        language=language or taste.language or environment.language(),
        ascii=ascii,
        name_of_file=path,
        problems=reading.problems,
        text=reading.text,
        path=path,
        keys=keys,
        with_private=with_private,
        query=query,
        desk=desk,
    )
    for said in (*filter(None, [message]), *messages, *refused):
        app.call_later(app.notify, clean_line(said), markup=False, severity="warning", timeout=10)
    app.run()
    if app.spot is not None:
        app.desk.leave(app.spot)
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0


def worn_theme(asked: str | None, preferred: str) -> tuple[Theme, str | None]:
    """The theme that is asked for, else the one that was chosen some day, if there still is one of that name."""
    folder = environment.user_themes_folder()
    try:
        return themes.load(asked or preferred or None, folder)
    except themes.ThemeNameError as unknown:
        return themes.load(None, folder)[0], str(unknown)


def terminal_is_there() -> bool:
    """Whether the terminal that the keys come from is still connected."""
    poll = select.poll()
    poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, select.POLLIN)
    return not any(what & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, what in poll.poll(0))
