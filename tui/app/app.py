"""The interactive face: themes, the keymap, and the screens."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import Event, InputEvent, Key

from tui.app import commands, views
from tui.app.base import gc_policy, textual_private
from tui.app.base.file_session import FileSession
from tui.app.base.notebook import NotebookSession
from tui.app.base.query_session import QuerySession
from tui.app.base.reader import Reader, ReadersApp
from tui.app.base.styles import textual_theme, worn_theme
from tui.app.base.terminal_input import TolerantDriver, terminal_is_there
from tui.app.commands import Command
from tui.app.scopes.event import EventScope
from tui.app.session.file import FollowedFile
from tui.app.session.mending import Mending
from tui.app.session.new_events import NewEvents
from tui.app.session.own_notebook import OwnNotebook
from tui.app.session.reloader import Failed, Found, Lost, Saved
from tui.app.session.restore import return_to, where
from tui.app.views.timeline import TimelineScreen
from tui.app.views.view_screen import ViewScreen
from tui.app.widgets.key_bar import KeyBar, say
from tui.core.dates.parse import parse_date
from tui.core.index.engines import engine_of
from tui.core.notebook import LastPlace
from tui.core.problems.file_lines import FileLines
from tui.core.problems.problem import Problem
from tui.core.query.default_view import or_default
from tui.core.query.history import History
from tui.core.query.tree import Query
from tui.core.text.clean import clean_line
from tui.core.theme import Theme
from tui.core.timeline.model import Timeline
from tui.drawing.spans.glyphs import ASCII
from tui.store.personal import keymap, themes
from tui.store.proof.marks import read_with_proofs
from tui.store.read.timeline import Reading
from tui.store.system import catalogues, environment

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.store.personal.story import Story


SWITCH = 0.0005
"""Seconds of work after which a thread lets another go on: what is painted is written while more is worked on."""


class JalonApp(ReadersApp):
    """One timeline in the terminal."""

    spot: LastPlace | None = None
    """The event, the query and the view that the reader left last."""

    _styled_for = ""
    """The theme whose colours the rules will have when they are first parsed."""

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
        files: FileLines | None = None,
        path: str | None = None,
        keys: dict[str, str] | None = None,
        with_private: bool = False,
        query: Query = Query(),  # noqa: B008 - an immutable value
        notebook_session: NotebookSession | None = None,
    ) -> None:
        """`problems`, `text` and `files` are those of the reading; with its `path` it is followed, and can be edited.

        Without a notebook's session nothing is read from a notebook, nor kept in one.
        """
        super().__init__()
        self.screens = views.SCREENS
        self.notebook_session = notebook_session or NotebookSession()
        self.history = History(query)
        """The query to begin with, and those to come."""
        name = clean_line(name_of_file)
        self.reader = Reader(
            theme, today=today, language=language, ascii=ascii, name_of_file=name, with_private=with_private
        )
        reading = Reading(name_of_file, timeline, problems, text, files=files)
        self.file = FollowedFile(self, FileSession(reading, path), read_with_proofs)
        self.own_notebook = OwnNotebook(self.file, self.notebook_session)
        self.wear(theme)
        if keys:
            self.set_keymap(keys)

    def on_mount(self) -> None:
        """Follow the file and the notebook, and end in good order when told to."""
        self._heed_signals()
        self.call_after_refresh(self.file.follow)
        self.own_notebook.begin()
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))
        self.call_after_refresh(gc_policy.freeze_objects)
        self.set_interval(2.0, self._heed_terminal)
        self._rest = self.set_interval(gc_policy.REST, self._look_for_garbage)
        self.set_interval(gc_policy.AT_THE_LATEST, self._look_for_garbage)

    def get_driver_class(self) -> type[Driver]:
        """The driver of a terminal takes any byte; others, such as that of a browser, are Textual's."""
        driver = super().get_driver_class()
        return TolerantDriver if issubclass(TolerantDriver, driver) else driver

    def get_default_screen(self) -> TimelineScreen:
        """The timeline is the root: nothing lies below it."""
        engine = engine_of(self.file.session.saved.timeline, self.reader.today)
        asked = self.history.now
        if (first := or_default(asked, engine.names)) != asked:
            self.history = History(first, (asked,))
        screen = TimelineScreen(QuerySession(engine, self.notebook_session, self.history), self.size, self._begin)
        self.new_events, self.mending = NewEvents(self.file, screen), Mending(self.file)
        return screen

    def _begin(self, screen: TimelineScreen) -> None:
        """Say what is wrong with the file, and go where one was when jalon was left."""
        self.file.tell_trouble(screen)
        return_to(screen, self.notebook_session.notebook.spot)

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

    def ends_by_fault(self) -> None:
        """A bug of ours: leave the screen without a word of what the reader's file holds; `run` raises it."""
        self.own_notebook.keep_drafts()

    def exit(self, *args: Any, **more: Any) -> None:
        """Leave; what is being written is kept, and where one is."""
        self.own_notebook.keep_drafts()
        self.spot = where(self) or self.spot
        super().exit(*args, **more)

    def on_unmount(self) -> None:
        """Follow the file no more."""
        self.file.stop()

    async def on_event(self, event: Event) -> None:
        """The next key takes a message away."""
        if isinstance(event, InputEvent):
            self._rest.reset()
        if isinstance(event, Key):
            say(self.screen, "")
        await super().on_event(event)

    # The file

    @on(Saved)
    def _take_saved(self, saved: Saved) -> None:
        self.file.take(saved)

    @on(Lost)
    def _take_lost(self, lost: Lost) -> None:
        self.file.lose(lost.reason)

    @on(Found)
    def _take_found(self) -> None:
        self.file.lose("")

    @on(Failed)
    def _take_failed(self, failed: Failed) -> None:
        raise failed.error

    def action_reload(self) -> None:
        """Read the file again now, and show it whatever is wrong with it."""
        self.file.reload()

    async def action_problems(self) -> None:
        """All that is wrong with the file."""
        if type(self.screen).__module__ != views.SCREENS["problems"][0]:
            session, screen = getattr(self.screen, "session", None), self.screen
            ask = partial(screen.ask_from, self.action_problems) if isinstance(screen, ViewScreen) else None
            ask = ask or (session and session.ask)
            await self.open_screen("problems", self.file.session, self.file.edit_at, ask, self.mending)

    def action_edit(self) -> None:
        """Open the file in the reader's editor, where the event at hand stands."""
        event = next((scope.view.event for scope in self.screen.query(EventScope)), None)
        self.file.edit_at(self.file.session.line_of(event) if event else None)

    @work(group="adding", exclusive=True)
    async def action_new_event(self) -> None:
        """Fill in a form, and go to the event that it becomes."""
        await self.new_events.ask()

    # Looks

    def wear(self, theme: Theme) -> None:
        """Put another theme on."""
        self.reader.wear(theme)
        worn = textual_theme(theme)
        self.register_theme(worn)
        self.theme = worn.name
        if not self.is_running:
            self.stylesheet.set_variables(self.get_css_variables())
            self._styled_for = worn.name

    def refresh_css(self, animate: bool = True) -> None:
        """Parse all rules again, with the colours of a theme that was put on; the rules of the start have them."""
        styled_for, self._styled_for = self._styled_for, ""
        if styled_for != self.theme:
            super().refresh_css(animate)

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

    def action_about(self) -> None:
        """The text that the file has about the story."""
        from tui.app.dialogs.reading import ScrolledTextScreen
        from tui.drawing.lists.about import about_lines
        from tui.drawing.spans.column import TextColumn

        timeline, pen = self.file.session.saved.timeline, self.reader.pen
        self.push_screen(
            ScrolledTextScreen(lambda width: about_lines(timeline, len(timeline.events), TextColumn(width, pen)))
        )

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
        from tui.app.dialogs.palette import COMMAND, DATE, EXPORT, IMPORT, LANGUAGE, THEME

        if kind == THEME:
            theme, message = themes.load(what, environment.user_themes_folder())
            self.wear(theme)
            self.own_notebook.prefer(theme=what)
            if message:
                self.notify(clean_line(message), markup=False, severity="warning")
        elif kind == LANGUAGE:
            self.speak(what)
            self.own_notebook.prefer(language=what)
        elif kind == DATE:
            around = screen.focused.ancestors_with_self if screen.focused else ()
            for go_to_date in (getattr(node, "go_to_date", None) for node in around):
                if go_to_date:
                    go_to_date(parse_date(what))
        elif kind == COMMAND:
            active = next((one for one in screen.active_bindings.values() if one.binding.id == what), None)
            if active is not None:
                await self.run_action(active.binding.action, active.node)
        elif kind in (EXPORT, IMPORT):
            from tui.app.session.exports import Exports
            from tui.app.session.imports import Imports

            await (Exports if kind == EXPORT else Imports)(self.file).ask()

    def speak(self, language: str) -> None:
        """Say everything in another language."""
        self.reader.language = language
        catalogues.speak(language)
        for screen in self.screen_stack:
            if tell_anew := getattr(screen, "tell_anew", None):
                tell_anew()
            for bar in screen.query(KeyBar):
                bar.redraw()
        self.file.renew()


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
    notebook_session = NotebookSession(story=lambda: _story(reading.timeline, path))
    taste = notebook_session.notebook.taste
    worn, message = worn_theme(theme, taste.theme) if colour else worn_theme(themes.WITHOUT_COLOUR, "")
    wanted, messages, places = keymap.load(environment.keymap_file(), frozenset(commands.defined()))
    keys, refused = commands.agreed(wanted, places)
    spoken = language or taste.language or environment.language()
    catalogues.speak(spoken)
    app = JalonApp(
        reading.timeline,
        worn,
        today=today,
        language=spoken,
        ascii=ascii,
        name_of_file=path,
        problems=reading.problems,
        text=reading.text,
        files=reading.files,
        path=path,
        keys=keys,
        with_private=with_private,
        query=query,
        notebook_session=notebook_session,
    )
    for said in (*filter(None, [message]), *messages, *refused):
        app.call_later(app.notify, clean_line(said), markup=False, severity="warning", timeout=10)
    with textual_private.heeded_threads(app):
        app.run()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it was left: one ctrl+c more would only break off what is kept now
    if app.spot is not None:
        notebook_session.leave(app.spot)
    fault = textual_private.raised(app)
    if fault is not None:
        raise fault
    return app.return_code or 0


def _story(timeline: Timeline, path: str) -> Story:
    """The timeline as the notebook looks for it."""
    from tui.store.personal.story import Story

    return Story.of(timeline, path)
