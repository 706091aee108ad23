"""The app with the reader's notebook beside it: what was left unfinished, where one was, what is written elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual import work
from textual.css.query import QueryError as NoWidget
from textual.screen import Screen

from tui.app.base.notebook import NotKept
from tui.app.base.view_names import VIEWS, View, view_of
from tui.app.scopes.query import Filtering
from tui.app.session.file import Editing
from tui.app.views import letter_of, made
from tui.app.views.timeline import TimelineScreen
from tui.core.notebook import LastPlace, Note, Notebook, NoteDraft
from tui.core.query.history import History
from tui.core.query.tree import Query
from tui.core.text.clean import clean_line
from tui.store.system import environment

if TYPE_CHECKING:
    from tui.app.base.hosts import QueryHost
    from tui.core.index.selection import Selection
    from tui.core.timeline.model import Event
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

    # ---- Screens that open over the timeline

    async def choose_view(self) -> View | None:
        """Ask by a letter in which way to look at the timeline."""
        from tui.app.dialogs.chord import Chord

        return view_of(await self.answer_to(Chord("view", {view.letter: view.word for view in VIEWS})))

    def open_view(self, view: View, below: QueryHost) -> None:
        """Put the screen of a view over the spine's."""
        self.push_screen(made(view, below))

    async def read_whole(self, shown: Selection, place: int) -> Event | None:
        """Put the event at a place of a selection in front, whole; the event that the reader went on to."""
        from tui.app.views.event import EventScreen

        told = EventScreen(shown, place)
        reached = await self.answer_to(told)
        return None if reached is None else told.selection.event(reached)  # of what the file holds by then

    def return_to_spot(self, screen: Screen[Any]) -> None:
        """Go on the timeline's screen where the reader was when jalon was left."""
        if isinstance(screen, TimelineScreen):
            return_to(screen, self.desk.notebook.spot)

    # ---- What stands in it

    _shown: tuple[object, ...] = ()
    """What of the notebook is on the screens."""

    def look_again(self) -> None:
        """Show what somebody else wrote; say what is wrong with the notebook."""
        self.desk.has_changed()
        if _seen(self.desk.notebook) != self._shown:
            self.show_own()
        from tui.app.dialogs.base import QuestionScreen

        if isinstance(self.screen, QuestionScreen):  # a key meant for it should not answer another question
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
            if isinstance(screen, ShowsNotebook):
                screen.take_own()

    @work(group="left")
    async def _ask_about_what_was_left(self) -> None:
        """Offer the good copy of a damaged notebook, then each note that was not finished."""
        if not environment.has_notebook() and not environment.beside_notebook():
            return
        trouble, good = self.desk.take_trouble(), self.desk.keeper.offered() if self.desk.keeper else None
        if good is not None:
            before = f"there is a good copy of a notebook that was damaged or gone, with {good}"
            await self._offer(good, trouble or before)
        elif trouble:
            self.tell(clean_line(trouble))
        for draft in self.desk.unfinished():
            await self._offer_draft(draft)

    async def _offer(self, good: GoodCopy, why: str) -> None:
        from tui.app.dialogs.chord import Chord

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

    async def _offer_draft(self, draft: NoteDraft) -> None:
        from tui.app.dialogs.chord import Chord

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
        from tui.app.dialogs.note_editor import NoteEditor

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

    spot: LastPlace | None = None
    """Where one was when one left."""

    def _where(self) -> LastPlace | None:
        """The event at hand on the timeline, what is asked there, and the view over it."""
        spot, view, zoom = None, "", ""
        for screen in self._screens():
            try:
                spot = spot or (where(screen) if isinstance(screen, TimelineScreen) else None)
                zoom = screen.zoom_word if isinstance(screen, Zooming) else zoom
            except NoWidget:  # it does not stand yet
                return None
            view = letter_of(screen) or view
        return spot._replace(view=view, zoom=zoom) if spot else None


def _seen(notebook: Notebook) -> tuple[object, ...]:
    """What of a notebook is seen on a screen."""
    return notebook.stars, notebook.read, notebook.notes, notebook.views


# ---- Where the reader was


def where(screen: TimelineScreen) -> LastPlace:
    """Where one is."""
    event = screen.event_at_hand()
    return LastPlace(event=event.id if event else "", query=str(screen.history.now))


def return_to(screen: TimelineScreen, spot: LastPlace | None) -> None:
    """Go where one was; what the command line asks for wins, and a filter that comes back is said."""
    if spot is None:
        return
    if spot.query and not screen.history.now.terms:
        _ask_again(screen, spot.query)
    row = screen.index.row_of.get(spot.event)
    if row is not None:
        screen.go_to_event(screen.index.events[row])
    if spot.view:
        screen.call_after_refresh(_look_again, screen, spot.view, spot.zoom)


def _ask_again(screen: TimelineScreen, text: str) -> None:
    from tui.core.query.lexer import QueryError
    from tui.core.query.parser import parse_query

    try:
        query = parse_query(text, screen.names)
    except QueryError:
        screen.say(f"what was asked when you left means nothing here any more: {text}")
        return
    screen.turn_to(History(query, (Query(),)))
    screen.say(_only(screen))


def _only(screen: TimelineScreen) -> str:
    """What is asked, and how it is asked no more."""
    dot, clear = screen.app.reader.glyphs.separator, screen.key_of("clear") or "x"
    return f"as you left it, only: {screen.history.now} {dot} {clear} clears it"


async def _look_again(screen: TimelineScreen, letter: str, zoom: str) -> None:
    view = view_of(letter)
    if view is None or view.is_root:
        return
    above = made(view, screen)
    await screen.app.push_screen(above)
    if screen.history.before and isinstance(above, Filtering):
        above.say(_only(screen))
    if zoom and isinstance(above, Zooming):
        above.call_after_refresh(above.zoom_to, zoom)  # once it has laid itself out
