"""The file behind the screens: followed as it is saved, opened in the reader's editor, its problems always at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual.app import SuspendNotSupported

from tui.app.base.file_session import FileSession
from tui.app.session.reloader import FileParser, Reloader, Saved
from tui.app.views.timeline import TimelineScreen
from tui.app.widgets.key_bar import say
from tui.core.index.engines import engine_of
from tui.core.text.messages import _
from tui.store.system import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.base.reader import ReadersApp
    from tui.core.index.protocol import Answers
    from tui.store.read.timeline import Reading
    from tui.store.system.editor import EditorPosition


@runtime_checkable
class Renewable(Protocol):
    """A screen that shows something of the file, and can show what it holds now."""

    def renew(self, shown: Answers) -> None:
        """Show that; it is what the timeline below shows now."""


class FollowedFile:
    """A file whose every save comes to the screens of an app."""

    def __init__(self, app: ReadersApp, session: FileSession, read_file: FileParser) -> None:
        self.app = app
        self.session = session
        self.read_file = read_file
        self.reloader: Reloader | None = None
        self.moved: Callable[[], None] = lambda: None
        """Called when another file than before is shown: a copy of it."""

    def follow(self) -> None:
        """Begin to look at the file; one that comes with jalon does not change, and standard input cannot."""
        path, saved = self.session.path, self.session.saved
        if path is None or environment.is_shipped(path):
            return
        self.reloader = Reloader(
            path, saved, self.app.reader.today, self.read_file, self.app.post_message
        )
        if not self.app.is_headless:  # a test does the looking itself
            self.reloader.start()

    def stop(self) -> None:
        """Follow it no more."""
        if self.reloader is not None:
            self.reloader.stop()

    @property
    def timeline_screen(self) -> TimelineScreen | None:
        """The root, below all that is open."""
        return next((one for one in self.app.screen_stack if isinstance(one, TimelineScreen)), None)

    def tell(self, sentence: str) -> None:
        """Say something on every screen that can, so that it is seen on whichever one comes back to."""
        for screen in self.app.screen_stack:
            say(screen, sentence)

    # ---- What is saved

    def show_saved(self, reading: Reading) -> None:
        """Show what jalon itself has just saved; the save is then followed as any other, and is what it was."""
        self.take(Saved(reading, engine_of(reading.timeline, self.app.reader.today), is_wanted=True))

    def take(self, saved: Saved) -> None:
        """Show a save, or keep what is shown and say what is wrong with the save."""
        screen = self.timeline_screen
        told = self.session.take(
            saved.reading, is_wanted=saved.is_wanted, kept=saved.kept, name=self.app.reader.name_of_file
        )
        if told is None:
            saved.engine.let_go()
        elif screen is not None:
            with self.app.batch_update():
                screen.take(saved.engine)
            if told:
                self.tell(told)
        self.renew()

    def lose(self, reason: str) -> None:
        """Say that the file cannot be read any more and why, or with an empty reason that it can again."""
        self.session.lost = reason
        self.renew()

    def renew(self) -> None:
        """Have every screen show what the file holds now, and the banner what is wrong with it."""
        screen = self.timeline_screen
        if screen is None:
            return
        self.tell_trouble(screen)
        for one in self.app.screen_stack:
            if isinstance(one, Renewable):
                one.renew(screen.session.shown)

    def tell_trouble(self, screen: TimelineScreen) -> None:
        """Say on the timeline's screen what is wrong with the file."""
        key_for, name = screen.keys_now(), self.app.reader.name_of_file
        trouble = self.session.trouble(name, again=key_for("reload"), all_of_them=key_for("problems"))
        screen.header.banner.say(trouble)

    def reload(self) -> None:
        """Read the file again now, and show it whatever is wrong with it."""
        if self.reloader is None:
            self.tell(_("{file} is not followed: it does not change", file=self.app.reader.name_of_file))
        else:
            self.reloader.read_at_once(is_wanted=True)

    # ---- The editor

    def edit_at(self, line: int | None, column: int = 1) -> None:
        """Open the file in the reader's editor, and read it again when the editor has ended."""
        from tui.store.system.editor import EditorPosition

        self.app.run_worker(self._edit_at(EditorPosition(line, column) if line else None), group="editing")

    async def _edit_at(self, position: EditorPosition | None) -> None:
        offer = _("this timeline comes with jalon: copy it to ./{file}, and edit that?", file=environment.HERE)
        path = await self.own_path(offer, _("there is no file to edit"))
        if path is None:
            return
        if self.session.saved.files is not None:
            path, own = self.session.saved.at(position.line if position else 1)
            position = position and position._replace(line=own)
        from tui.store.system.editor import NoEditor

        try:
            code = self.run_editor(path, position)
        except (NoEditor, SuspendNotSupported) as reason:
            self.tell(str(reason))
            return
        if self.reloader is not None:
            self.reloader.read_at_once()
        if code:
            self.tell(_("the editor ended with {code}", code=code))

    def run_editor(self, path: str, at: EditorPosition | None) -> int:
        """Give the terminal to the editor until it ends; its exit code."""
        from tui.store.system.editor import open_at

        with self.app.suspend():
            return open_at(path, at)

    async def own_path(self, offer: str, without: str) -> str | None:
        """The path of a file that may be changed: of the one that comes with jalon a copy is offered.

        `offer` is the question that does so, `without` what is said where there is none.
        """
        path = self.session.path
        if path is None:
            self.tell(without)
            return None
        if environment.is_shipped(path) and not await self._copies_shipped(offer):
            return None
        return self.session.path

    async def _copies_shipped(self, offer: str) -> bool:
        """Offer to copy the timeline that comes with jalon, which is not to be changed; whether that was done."""
        from tui.app.dialogs.chord import Chord
        from tui.store.system.atomic_write import Changed, NotSaved
        from tui.store.system.environment import HERE
        from tui.store.system.read_bytes import Unreadable, fetch
        from tui.store.write.starter import copy_shipped

        if await self.app.answer_to(Chord(offer, {"y": _("yes")})) is None:
            return False
        try:
            copy_shipped(HERE, with_notes=True)
        except Changed:
            self.tell(_("./{file} is there already: nothing is written over it", file=HERE))
            return False
        except (NotSaved, Unreadable) as reason:
            self.tell(str(reason))
            return False
        self.session.move_to(HERE)
        self.app.reader.name_of_file = HERE
        self.show_saved(self.read_file(fetch(HERE), HERE))
        self.moved()
        self.follow()
        return True
