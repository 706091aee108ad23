"""The app with the reader's notebook beside it: what was left unfinished, where one was, what is written elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual import work
from textual.css.query import QueryError
from textual.screen import Screen

from tui.app.desk import NotKept
from tui.app.editing import Editing
from tui.app.screens.returning import Returning
from tui.core.notebook import Draft, Note, Notebook, Spot
from tui.core.text import clean_line
from tui.store import places

if TYPE_CHECKING:
    from tui.store.notebook_file import Good

LOOKING = 1.0
"""Seconds between two looks at whether another jalon wrote in the notebook."""


@runtime_checkable
class Owning(Protocol):
    """A screen that shows something of the notebook, and can show what stands in it now."""

    def take_own(self) -> None:
        """Show that."""


@runtime_checkable
class Writing(Protocol):
    """A screen on which something is being written."""

    def keep_draft(self) -> None:
        """Keep it as it is."""


@runtime_checkable
class Zooming(Protocol):
    """A view that stands nearer or farther."""

    zoom_word: str
    """How near, in words that `zoom_to` takes."""

    def zoom_to(self, word: str) -> None:
        """Stand so near again."""


class Keeping(Editing):
    """An app whose reader has a notebook."""

    def on_mount(self) -> None:
        """Once there is something on the screen, ask about what was left, and from then on look at the notebook."""
        self._shown = _seen(self.desk.notebook)
        if self.desk.is_kept:
            self.call_after_refresh(self._ask_about_what_was_left)
            self.set_interval(LOOKING, self.look_again)

    # ---- What stands in it

    _shown: tuple[object, ...] = ()
    """What of the notebook is on the screens."""

    def look_again(self) -> None:
        """Show what somebody else wrote; say what is wrong with the notebook."""
        self.desk.has_changed()
        if _seen(self.desk.notebook) != self._shown:
            self.show_own()
        from tui.app.screens.modal import Asking

        if isinstance(self.screen, Asking):  # a key meant for it should not answer another question
            return
        if trouble := self.desk.take_trouble():
            self._tell_trouble_of_notebook(trouble)

    @work(group="left")
    async def _tell_trouble_of_notebook(self, trouble: str) -> None:
        """Say what is wrong with the notebook, and offer its good copy if there is one."""
        good = self.desk.keeper.offered() if self.desk.keeper else None
        if good is None:
            self.tell(clean_line(trouble))
        else:
            await self._offer(good, trouble)

    def show_own(self) -> None:
        """Show what stands in the notebook now."""
        self._shown = _seen(self.desk.notebook)
        for screen in self.screen_stack:
            if isinstance(screen, Owning):
                screen.take_own()

    @work(group="left")
    async def _ask_about_what_was_left(self) -> None:
        """Offer the good copy of a damaged notebook, then each note that was not finished."""
        if not places.has_notebook() and not places.beside_notebook():
            return
        trouble, good = self.desk.take_trouble(), self.desk.keeper.offered() if self.desk.keeper else None
        if good is not None:
            before = f"there is a good copy of a notebook that was damaged or gone, with {good}"
            await self._offer(good, trouble or before)
        elif trouble:
            self.tell(clean_line(trouble))
        for draft in self.desk.unfinished():
            await self._offer_draft(draft)

    async def _offer(self, good: Good, why: str) -> None:
        from tui.app.screens.chord import Chord

        answer = await self.answer_to(Chord(clean_line(why), {"y": "bring it back", "n": "ask no more"}))
        if self.desk.keeper is None or answer is None:
            return
        try:
            if answer == "n":
                self.tell(clean_line(f"it stays as {self.desk.keeper.file.decline(good)}"))
            else:
                count = self.desk.keep(lambda keeper: keeper.file.take_up(good))
                self.tell(f"brought back: {count}")
        except NotKept as reason:
            self.tell(clean_line(str(reason)))
        self.show_own()

    async def _offer_draft(self, draft: Draft) -> None:
        from tui.app.screens.chord import Chord

        begins = " ".join(draft.text.split())[:40]
        words = {"i": "go on with it", "D": "throw it away"}
        answer = await self.answer_to(Chord(clean_line(f"a note was not finished: {begins}"), words))
        if answer == "i":
            await self.write_note(draft.event, self.desk.notebook.note(draft.note), draft.text)
        elif answer == "D":
            try:
                self.desk.keep(lambda keeper: keeper.drop_draft(draft.event, draft.note))
            except NotKept as reason:
                self.tell(clean_line(str(reason)))

    # ---- Writing

    async def write_note(self, event: str, note: Note | None = None, text: str | None = None) -> Note | None:
        """Write a note on an event, or edit one, beginning with a text if there is one to go on with."""
        from tui.app.screens.noteeditor import NoteEditor

        written = await self.answer_to(NoteEditor(self.desk, event, self.title_of(event), note, text))
        if written is not None:
            self.show_own()
            if note is not None and note.id != written.id:
                self.tell(f"note {note.id} was changed or removed meanwhile: yours is kept as another, {written.id}")
            else:
                self.tell(f"{'kept' if note is None else 'changed'}: note {written.id}")
        return written

    def title_of(self, event: str) -> str:
        """What an event is called; its id, where the file has it no more."""
        for screen in self.screen_stack:
            if index := getattr(screen, "index", None):
                row = index.row_of.get(event)
                if row is not None:
                    return clean_line(index.timeline.say(index.events[row].titles, self.reader.language)) or event
        return clean_line(event)

    def prefer(self, *, theme: str | None = None, language: str | None = None) -> None:
        """Remember a taste for all timelines, where there is a notebook."""
        if self.desk.keeper is not None:
            try:
                self.desk.keep(lambda keeper: keeper.prefer(theme=theme, language=language))
            except NotKept as reason:
                self.tell(clean_line(str(reason)))

    # ---- Leaving

    def exit(self, *args: Any, **more: Any) -> None:
        """Leave; what is being written is kept, and where one is."""
        self.keep_drafts()
        self.spot = self._where() or self.spot
        super().exit(*args, **more)

    def keep_drafts(self) -> None:
        """Keep what is being written on any screen."""
        for screen in self._screens():
            if isinstance(screen, Writing):
                screen.keep_draft()

    def _screens(self) -> list[Screen[Any]]:
        return list(self._screen_stack)

    spot: Spot | None = None
    """Where one was when one left."""

    def _where(self) -> Spot | None:
        """The event at hand on the timeline, what is asked there, and the view over it."""
        from tui.app.screens.views import letter_of

        spot, view, zoom = None, "", ""
        for screen in self._screens():
            try:
                spot = spot or (screen.where() if isinstance(screen, Returning) else None)
                zoom = screen.zoom_word if isinstance(screen, Zooming) else zoom
            except QueryError:  # it does not stand yet
                return None
            view = letter_of(screen) or view
        return spot._replace(view=view, zoom=zoom) if spot else None


def _seen(notebook: Notebook) -> tuple[object, ...]:
    """What of a notebook is seen on a screen."""
    return notebook.stars, notebook.read, notebook.notes, notebook.views
