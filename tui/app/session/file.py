"""The file behind the screen: followed as it is saved, opened in the reader's editor, its problems always at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import on, work
from textual.app import SuspendNotSupported

from tui.app.base import reload_policy
from tui.app.base.reader import ReadersApp
from tui.app.base.reload_policy import State
from tui.app.scopes.citations import Citing
from tui.app.session.reloader import Failed, FileParser, Found, Lost, Reloader, Saved
from tui.app.views.timeline import TimelineScreen
from tui.app.widgets.key_bar import KeyBar
from tui.core.index.index import Index
from tui.core.index.selection import Selection
from tui.core.text.clean import clean_line
from tui.core.text.plural import plural
from tui.store.system import environment
from tui.store.system.editor import EditorPosition, NoEditor, open_at

if TYPE_CHECKING:
    from tui.core.timeline.model import Event
    from tui.store.read.timeline import Reading


@runtime_checkable
class Renewable(Protocol):
    """A screen that shows something of the file, and can show what it holds now."""

    def renew(self, shown: Selection) -> None:
        """Show that; it is what the timeline below shows now."""


class Editing(ReadersApp):
    """An app on a file that a person edits while it is shown."""

    saved: Reading
    """The file as it was saved last."""
    state: State
    """The file as it is shown: not the same when the last save has errors."""
    path: str | None = None
    """Where the file is; None when it is read from something else than a file."""
    read_file: FileParser
    following: Reloader | None = None
    lost = ""
    """Why the file cannot be read any more; empty while it can."""
    is_kept = False
    """Whether what is shown is older than the last save."""

    def begin_with(self, reading: Reading, path: str | None, read: FileParser) -> None:
        """Show what was read from a path."""
        self.saved, self.path, self.read_file = reading, path, read
        self.state = State(len(reading.timeline.events), reading.problems)

    def on_mount(self) -> None:
        """Follow the file, once there is something on the screen."""
        self.call_after_refresh(self._follow)

    def on_unmount(self) -> None:
        """Follow it no more."""
        if self.following is not None:
            self.following.stop()

    def _follow(self) -> None:
        """Begin to look at the file; one that comes with jalon does not change, and standard input cannot."""
        if self.path is None or environment.is_shipped(self.path):
            return
        self.following = Reloader(
            self.path, self.saved.name, self.saved.text, self.reader.today, self.read_file, self.post_message
        )
        if not self.is_headless:  # a test does the looking itself
            self.following.start()

    def show_saved(self, reading: Reading) -> None:
        """Show what jalon itself has just saved; the save is then followed as any other, and is what it was."""
        self._take(Saved(reading, Index(reading.timeline, self.reader.today), is_wanted=True))

    # ---- What is saved

    @property
    def timeline_screen(self) -> TimelineScreen | None:
        """The root, below all that is open."""
        return next((one for one in self.screen_stack if isinstance(one, TimelineScreen)), None)

    @on(Saved)
    def _take(self, saved: Saved) -> None:
        """Show a save, or keep what is shown and say what is wrong with the save."""
        self.saved, self.lost = saved.reading, ""
        state = State(len(saved.reading.timeline.events), saved.reading.problems)
        screen = self.timeline_screen
        if screen is None:
            return
        self.is_kept = not (saved.is_wanted or reload_policy.is_shown(self.state, state))
        if not self.is_kept:
            loss = reload_policy.fewer(self.state.events, state.events)
            self.state = state
            with self.batch_update():
                screen.take(saved.index)
            name = self.reader.name_of_file
            if loss:
                self.tell(f"{name}: {loss}")
            elif saved.is_wanted:
                self.tell(f"{name}: read again, {plural(state.events, 'event')}")
        else:
            saved.index.let_go()
        self._tell_trouble()
        for one in self.screen_stack:
            if isinstance(one, Renewable):
                one.renew(screen.shown)

    @on(Lost)
    def _take_lost(self, lost: Lost) -> None:
        self._tell_whether_lost(clean_line(lost.reason))

    @on(Found)
    def _take_found(self) -> None:
        self._tell_whether_lost("")

    def _tell_whether_lost(self, reason: str) -> None:
        """Say that the file cannot be read any more and why, or that it can again, also where its problems are."""
        self.lost = reason
        self._tell_trouble()
        screen = self.timeline_screen
        for one in self.screen_stack:
            if screen is not None and isinstance(one, Renewable):
                one.renew(screen.shown)

    @on(Failed)
    def _take_failed(self, failed: Failed) -> None:
        raise failed.error

    def _tell_trouble(self) -> None:
        screen = self.timeline_screen
        if screen is not None:
            screen.banner.say(self.trouble(screen.key_of))

    def trouble(self, key_of: Callable[[str], str]) -> str:
        """One sentence on what is wrong with the file; empty when nothing is."""
        if self.lost:
            return f"{self.lost}; what is shown was read before"
        return reload_policy.banner(
            self.reader.name_of_file,
            State(len(self.saved.timeline.events), self.saved.problems),
            self.state if self.is_kept else None,
            again=key_of("reload"),
            all_of_them=key_of("problems"),
        )

    def tell(self, sentence: str) -> None:
        """Say something on every screen that can, so that it is seen on whichever one comes back to."""
        for screen in self.screen_stack:
            for bar in screen.query(KeyBar):
                bar.say(sentence)

    def action_reload(self) -> None:
        """Read the file again now, and show it whatever is wrong with it."""
        if self.following is None:
            self.tell(f"{self.reader.name_of_file} is not followed: it does not change")
        else:
            self.following.read_at_once(is_wanted=True)

    def action_problems(self) -> None:
        """All that is wrong with the file."""
        from tui.app.views.problems import ProblemsScreen

        if not isinstance(self.screen, ProblemsScreen):
            self.push_screen(ProblemsScreen(self))

    # ---- The editor

    def action_edit(self) -> None:
        """Open the file in the reader's editor, where the event at hand stands."""
        screen = self.screen
        event = screen.event_at_hand() if isinstance(screen, Citing) else None
        self.edit_at(self._line_of(event) if event else None)

    def _line_of(self, event: Event) -> int:
        """The line of an event in the file as it was saved last, which may be ahead of what is shown."""
        lines = (one.line for one in self.saved.timeline.events if one.id == event.id)
        return next(lines, event.line)

    @work(group="editing")
    async def edit_at(self, line: int | None, column: int = 1) -> None:
        """Open the file in the reader's editor, and read it again when the editor has ended."""
        if self.path is None:
            self.tell("there is no file to edit")
            return
        if environment.is_shipped(self.path) and not await self.copies_shipped("edit"):
            return
        try:
            code = self.run_editor(self.path, EditorPosition(line, column) if line else None)
        except (NoEditor, SuspendNotSupported) as reason:
            self.tell(clean_line(str(reason)))
            return
        if self.following is not None:
            self.following.read_at_once()
        if code:
            self.tell(f"the editor ended with {code}")

    def run_editor(self, path: str, at: EditorPosition | None) -> int:
        """Give the terminal to the editor until it ends; its exit code."""
        with self.suspend():
            return open_at(path, at)

    async def copies_shipped(self, does: str) -> bool:
        """Offer to copy the timeline that comes with jalon, which is not to be changed; whether that was done."""
        from tui.app.dialogs.chord import Chord
        from tui.store.system.atomic_write import Changed, NotSaved
        from tui.store.system.environment import HERE
        from tui.store.system.read_bytes import Unreadable
        from tui.store.write.starter import copy_shipped

        offer = f"this timeline comes with jalon: copy it to ./{HERE}, and {does} that?"
        if await self.answer_to(Chord(offer, {"y": "yes"})) is None:
            return False
        try:
            copy_shipped(HERE)
        except Changed:
            self.tell(f"./{HERE} is there already: nothing is written over it")
            return False
        except (NotSaved, Unreadable) as reason:
            self.tell(clean_line(str(reason)))
            return False
        self.path = HERE
        self.reader.name_of_file = HERE
        self.saved = self.saved._replace(name=HERE)
        self._follow()
        return True
