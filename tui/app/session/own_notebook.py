"""The reader's notebook beside the app: shown on every screen, what was left unfinished, what is written elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tui.app.base.notebook import NotebookSession, NotKept
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.store.system import environment

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.session.file import FollowedFile
    from tui.core.notebook import NoteDraft
    from tui.store.personal.notebook import NotebookStore
    from tui.store.personal.notebook_file import GoodCopy

LOOKING = 1.0
"""Seconds between two looks at whether another jalon wrote in the notebook."""


@runtime_checkable
class ShowsNotebook(Protocol):
    """A screen that shows something of the notebook, and can show what stands in it now."""

    def take_own(self) -> None:
        """Show that."""


@runtime_checkable
class Writing(Protocol):
    """A screen on which something is being written."""

    def keep_draft(self) -> None:
        """Keep it as it is."""


class OwnNotebook:
    """The notebook of the reader of a file."""

    def __init__(self, file: FollowedFile, session: NotebookSession) -> None:
        self.file, self.app, self.session = file, file.app, session
        self._shown = self._seen()
        """The part of the notebook that is on the screens."""
        session.followers.append(self.show)
        file.moved = self.move

    def begin(self) -> None:
        """Once there is something on the screen, ask about what was left, and from then on look at the notebook."""
        if self.session.is_kept:
            self.app.call_after_refresh(self.app.run_worker, self._ask_about_what_was_left, group="left")
            self.app.set_interval(LOOKING, self.look_again)

    def move(self) -> None:
        """Keep the notebook of the file that is shown now."""
        path, timeline = self.file.session.path, self.file.session.saved.timeline
        if self.session.is_kept and path is not None:
            from tui.store.personal.story import Story

            self.session.move_to(lambda: Story.of(timeline, path))

    def _seen(self) -> tuple[object, ...]:
        """The part of the notebook that is seen on a screen."""
        notebook = self.session.notebook
        return notebook.stars, notebook.read, notebook.notes, notebook.views

    def show(self) -> None:
        """Show what stands in the notebook now, where that is something else."""
        if self._seen() != self._shown:
            self._shown = self._seen()
            for screen in self.app.screen_stack:
                if isinstance(screen, ShowsNotebook):
                    screen.take_own()

    def look_again(self) -> None:
        """Show what somebody else wrote; say what is wrong with the notebook."""
        from tui.app.dialogs.base import QuestionScreen

        self.session.has_changed()
        if isinstance(self.app.screen, QuestionScreen):  # a key meant for it should not answer another question
            return
        if trouble := self.session.take_trouble():
            self.app.run_worker(self._tell_trouble(trouble), group="left")

    async def _tell_trouble(self, trouble: str) -> None:
        """Say what is wrong with the notebook, and offer its good copy if there is one."""
        good = self.session.keeper.offered() if self.session.keeper else None
        if good is not None:
            before = _("there is a good copy of a notebook that was damaged or gone, with {what}", what=good)
            await self._offer(good, trouble or before)
        elif trouble:
            self.file.tell(trouble)

    async def _ask_about_what_was_left(self) -> None:
        """Offer the good copy of a damaged notebook, then each note that was not finished."""
        if environment.has_notebook() or environment.beside_notebook():
            trouble = self.session.take_trouble()
            await self._tell_trouble(trouble)
            for news in self.session.take_news():
                self.file.tell(clean_line(news))
            for draft in self.session.unfinished():
                await self._offer_draft(draft)

    async def _offer(self, good: GoodCopy, why: str) -> None:
        from tui.app.dialogs.chord import Chord

        answer = await self.app.answer_to(Chord(clean_line(why), {"y": _("bring it back"), "n": _("ask no more")}))
        if self.session.keeper is None or answer is None:
            return
        if answer == "n":
            self.keep(lambda keeper: self.file.tell(_("it stays as {file}", file=keeper.file.decline(good))))
        else:
            self.keep(lambda keeper: self.file.tell(_("brought back: {what}", what=keeper.file.take_up(good))))

    async def _offer_draft(self, draft: NoteDraft) -> None:
        from tui.app.dialogs.chord import Chord
        from tui.app.dialogs.note_editor import write_note

        begins = " ".join(draft.text.split())[:40]
        words = {"i": _("go on with it"), "D": _("throw it away")}
        answer = await self.app.answer_to(Chord(clean_line(_("a note was not finished: {text}", text=begins)), words))
        root = self.file.timeline_screen
        if answer == "i" and root is not None:
            note = self.session.notebook.note(draft.note)
            await write_note(self.app, root.session.engine, draft.event, note, draft.text)
        elif answer == "D":
            self.keep(lambda keeper: keeper.drop_draft(draft.event, draft.note))

    def keep(self, do: Callable[[NotebookStore], object]) -> None:
        """Change the notebook, or say why that cannot be."""
        try:
            self.session.keep(do)
        except NotKept as reason:
            self.file.tell(str(reason))

    def prefer(self, *, theme: str | None = None, language: str | None = None) -> None:
        """Remember a taste for all timelines, where there is a notebook."""
        if self.session.keeper is not None:
            self.keep(lambda keeper: keeper.prefer(theme=theme, language=language))

    def keep_drafts(self) -> None:
        """Keep what is being written on any screen."""
        for screen in self.app.screen_stack:
            if isinstance(screen, Writing):
                screen.keep_draft()
