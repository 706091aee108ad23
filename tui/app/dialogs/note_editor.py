"""The page for a note: lines of text over the timeline, kept with ctrl+s, and never thrown away unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import TextArea

from tui.app.base.notebook import NotKept
from tui.app.dialogs.base import QuestionScreen
from tui.app.dialogs.picker import PickerTitle
from tui.app.widgets.header import Banner
from tui.app.widgets.key_bar import say
from tui.core.notebook import Note
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import _

if TYPE_CHECKING:
    from tui.app.base.notebook import NotebookSession
    from tui.app.base.reader import ReadersApp
    from tui.core.index.protocol import Engine

RESTING = 2.0
"""Seconds between two looks at whether what is written has changed, and is to be kept as a draft."""


class Page(TextArea):
    """The text of a note; of what is pasted no control character reaches the terminal."""

    DEFAULT_CSS = """
    Page, Page:focus { height: 1fr; border: none; padding: 0 1; background: $background; color: $foreground; }
    Page .text-area--cursor-line { background: $background; }
    """

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted, before Textual writes it."""
        event.text = clean(event.text)


class Said(Banner):
    """The reason why what is written is not kept, however long."""

    MOST_ROWS = 100


class NoteEditor(QuestionScreen[Note | None]):
    """One note on one event."""

    DEFAULT_CSS = """
    NoteEditor { align: center bottom; }
    NoteEditor > Vertical { width: 100%; height: 14; max-height: 70%; background: $background; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "keep", priority=True),
        Binding("escape", "leave", "leave", priority=True),
    ]
    AUTO_FOCUS = "Page"

    page = query_one(Page)
    said = query_one(Said)

    def __init__(
        self, notebook_session: NotebookSession, event: str, title: str, note: Note | None, text: str | None
    ) -> None:
        """`text` is what to begin with, when that is not what the note says."""
        super().__init__()
        self.notebook_session = notebook_session
        self.event_id = event
        self.event_title = title
        self.note = note
        self.begun_with = clean(note.text) if note else ""
        self.text = self.begun_with if text is None else clean(text)
        self.is_drafted = text is not None
        self._kept = self.text
        """The text of the draft."""

    def compose(self) -> ComposeResult:
        """The event that it is about, and the text."""
        with Vertical():
            title = (
                _("a note on {event}", event=self.event_title)
                if self.note is None
                else _("note {note} on {event}", note=clean_line(self.note.id), event=self.event_title)
            )
            yield PickerTitle(title, _("ctrl+s keeps · esc"))
            yield Page(self.text, soft_wrap=True, show_line_numbers=False, compact=True, tab_behavior="indent")
            yield Said()

    def on_mount(self) -> None:
        """Begin at the end; from time to time keep what is written, lest the machine stop."""
        self.page.move_cursor(self.page.document.end)
        self.set_interval(RESTING, self.keep_draft)

    @property
    def is_changed(self) -> bool:
        """True when anything is written that is not kept as a note."""
        return self.page.text.strip() != self.begun_with.strip()

    @on(TextArea.Changed)
    def _say_no_more(self) -> None:
        self.said.say("")

    def keep_draft(self) -> None:
        """Keep what is written as a draft; where that cannot be, it still stands on the screen."""
        if self.has_answered or not self.query(Page) or not self.is_changed or self.page.text == self._kept:
            return
        text = self.page.text
        try:
            self.notebook_session.keep(lambda keeper: keeper.keep_draft(self.event_id, self._note_id, text))
        except NotKept as reason:
            self.said.say(str(reason))
        else:
            self._kept, self.is_drafted = text, True

    @property
    def _note_id(self) -> str:
        return self.note.id if self.note else ""

    def action_keep(self) -> None:
        """Keep the note; when that fails it stays on the screen, with the reason."""
        text = self.page.text.rstrip()
        if not text.strip():
            self.said.say(_("a note says something; the notebook (v n) removes one"))
            return
        if self.note is not None and not self.is_changed:
            self._drop_draft()
            self.answer(None)
            return
        try:
            written = self.notebook_session.write(self.event_id, self.note, text)
        except NotKept as reason:
            self.said.say(str(reason))
        else:
            self.answer(written)

    @work(group="leaving")
    async def action_leave(self) -> None:
        """Leave; what is not kept is asked about."""
        from tui.app.dialogs.chord import Chord

        if not self.is_changed:
            self._drop_draft()
            self.answer(None)
            return
        words = {"s": _("keep it"), "d": _("throw it away")}
        answer = await self.app.answer_to(Chord(_("this note is not kept"), words))
        if answer == "s":
            self.action_keep()
        elif answer == "d":
            self._drop_draft()
            self.answer(None)

    def _drop_draft(self) -> None:
        if not self.is_drafted:
            return
        try:
            self.notebook_session.keep(lambda keeper: keeper.drop_draft(self.event_id, self._note_id))
        except NotKept as reason:
            self.said.say(str(reason))


async def write_note(
    app: ReadersApp, engine: Engine, event_id: str, note: Note | None = None, text: str | None = None
) -> None:
    """Write a note on an event of a timeline, or edit one; beginning with a text if there is one to go on with.

    What comes of it is said on every screen.
    """
    found = engine.select().event(event_id)
    titles = found.event.titles if found else {}
    title = clean_line(engine.head.say(titles, app.reader.language)) or clean_line(event_id)
    written = await app.answer_to(NoteEditor(app.notebook_session, event_id, title, note, text))
    if written is None:
        return
    if note is not None and note.id != written.id:
        told = _(
            "note {note} was changed or removed meanwhile: yours is kept as another, {other}",
            note=note.id,
            other=written.id,
        )
    elif note is None:
        told = _("kept: note {note}", note=written.id)
    else:
        told = _("changed: note {note}", note=written.id)
    for screen in app.screen_stack:
        say(screen, told)
