"""The event at hand: its articles, its copies, the reader's marks and notes on it, and the event whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from tui.app import commands
from tui.app.base.hosts import EventView
from tui.app.base.notebook import NotKept
from tui.app.base.query_session import QuerySession
from tui.app.scopes.citations import IS_PRIVATE, CitationScope
from tui.core.citation.resolve import ResolvedCitation, citations_of_event, in_order_of_publication
from tui.core.evidence import privacy
from tui.core.evidence.privacy import Withheld
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.core.entry.picker_choices import Choice
    from tui.core.index.protocol import Engine
    from tui.core.notebook import Note
    from tui.store.personal.notebook import NotebookStore

ANOTHER = "+"
"""The stand-in for a note that is not yet written: no id looks so."""


class EventScope(CitationScope):
    """A scope around a widget with an event under its cursor, one of those that a session shows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *commands.bindings(
            commands.TIMELINE,
            *("whole", "open", "open_archive", "open_number", "copy", "star", "note", "mark_read"),
        )
    ]

    def __init__(
        self,
        session: QuerySession,
        view: EventView,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self.view = view
        self.session = session

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True unless the action needs an event and there is none."""
        needs_event = action in ("open", "open_archive", "copy", "whole")
        return (not needs_event or self.session.shown.count() > 0) and super().check_action(action, parameters)

    @work(group="whole")
    async def action_whole(self) -> None:
        """The event whole, on a screen of its own; coming back, the cursor is where one went."""
        event = self.view.event
        found = self.session.shown.event(event.id) if event else None
        if event is None or found is None:
            return
        there: Event | None = await self.app.open_screen("event", self.session, found, waits=True)
        if there is not None and there.id != event.id:
            self.view.go_to_event(there)

    @property
    def engine(self) -> Engine:
        """The engine that holds the event."""
        return self.session.shown.engine

    @property
    def timeline(self) -> Timeline:
        """The timeline that the event is from."""
        return self.engine.head

    @property
    def citation(self) -> ResolvedCitation | None:
        """The citation that the reader looks at, where one looks at them."""
        return None

    # ---- Opening

    def _cited(self) -> tuple[ResolvedCitation, ...]:
        event = self.view.event
        return in_order_of_publication(event, self.timeline) if event else ()

    @work(group="articles")
    async def action_open(self) -> None:
        """Open the event's article; of several, the one that is picked."""
        articles = self._cited()
        if not articles:
            self.say(_("this event cites no source"))
            return
        picked = await self.pick_article(articles, _("open an article"))
        if picked:
            self.open_article(picked)

    @work(group="articles")
    async def action_open_archive(self) -> None:
        """Open the archive's copy of an article: that of the citation at hand, else the one that is picked."""
        at_hand = self.citation
        articles = (at_hand,) if at_hand else self._cited()
        archived = tuple(one for one in articles if one.archive or one.copy_in_file)
        if not archived:
            self.say(
                _("no copy of this article is known") if at_hand else _("no copy of an article of this event is known")
            )
            return
        picked = await self.pick_article(archived, _("open an archive's copy"), copies=True)
        if picked:
            self.open_copy(picked)

    def action_open_number(self, number: int) -> None:
        """Open the article of that number, at the first passage that the event cites of it."""
        found = next((one for one in self._cited() if one.number == number), None)
        if found is None:
            self.say(_("this event has no article {number}", number=number))
        else:
            self.open_article(found)

    # ---- Copying

    @work(group="articles")
    async def action_copy(self) -> None:
        """Copy what the second key names."""
        from tui.app.dialogs.chord import Chord

        event = self.view.event
        if event is None:
            return
        words = {"c": _("citations"), "u": _("address"), "i": _("id"), "s": _("source#passage")}
        key = await self.app.answer_to(Chord(_("copy"), words))
        if key is not None:
            self._copy(key, event)

    def _copy(self, key: str, event: Event) -> None:
        """Copy of an event what may be copied, and say what is not."""
        timeline, at_hand = self.timeline, self.citation
        withheld = Withheld() if self.app.reader.with_private else privacy.withheld(timeline, (event,))
        part = event if not withheld else privacy.public_part(event, privacy.private_sources(timeline))
        if part is None or (key in "us" and at_hand and not self.may_copy(at_hand.is_private)):
            self.say(_(IS_PRIVATE))
            return
        text = self._text_to_copy(key, part)
        if not text:
            self.say(_("this event cites no source"))
            return
        self.copy_text(text, str(withheld) if withheld and key != "i" else "")

    def _text_to_copy(self, key: str, event: Event) -> str:
        """The citations of the event; of the citation at hand, else of the event, the address or the references."""
        timeline, at_hand = self.timeline, self.citation
        articles = citations_of_event(event, timeline)
        if key == "i":
            return event.id
        if key == "c":
            from tui.core.citation.sentence import sentence

            voice = TimelineInLanguage(timeline, self.app.reader.language)
            return "\n".join(dict.fromkeys(sentence(one, voice) for one in articles))
        articles = (at_hand,) if at_hand else articles
        if key == "u":
            return next((one.target for one in articles if one.target), "")
        return "\n".join(one.citation.reference for one in articles)

    # ---- The reader's marks and notes

    def event_id(self) -> str:
        """The id of the event at hand; empty when there is none."""
        return self.view.event.id if self.view.event else ""

    def action_star(self) -> None:
        """Star the event, or take its star away."""
        self._mark(lambda keeper: keeper.star(self.event_id()), (_("starred"), _("starred no more")))

    def action_mark_read(self) -> None:
        """Mark the event read, or unread."""
        self._mark(lambda keeper: keeper.mark_read(self.event_id()), (_("marked read"), _("marked read no more")))

    def _mark(self, turn: Callable[[NotebookStore], bool], words: tuple[str, str]) -> None:
        if not self.event_id():
            return
        try:
            is_marked = self.app.notebook_session.keep(turn)
        except NotKept as reason:
            self.say(str(reason))
        else:
            self.say(words[0] if is_marked else words[1])

    @work(group="noting")
    async def action_note(self) -> None:
        """Write a note on the event, or edit one of those it has."""
        notebook_session, event = self.app.notebook_session, self.view.event
        if event is None:
            return
        if not notebook_session.is_kept:
            self.say(_("there is no notebook here"))
            return
        notebook_session.has_changed()
        draft = next((one for one in notebook_session.unfinished() if one.event == event.id), None)
        if draft is not None:
            await self.write_note(event.id, notebook_session.notebook.note(draft.note), draft.text)
            return
        notes = notebook_session.notebook.notes_on(event.id)
        picked = await self._which(notes) if notes else ANOTHER
        if picked is not None:
            await self.write_note(event.id, next((note for note in notes if note.id == picked), None))

    async def write_note(self, event_id: str, note: Note | None = None, text: str | None = None) -> None:
        """Write a note on an event, or edit one, beginning with a text if there is one to go on with."""
        from tui.app.dialogs.note_editor import write_note

        await write_note(self.app, self.engine, event_id, note, text)

    async def _which(self, notes: tuple[Note, ...]) -> str | None:
        """The id of the note to edit, or what stands for another."""
        from tui.app.dialogs.picker import Picker
        from tui.core.entry.picker_choices import choice

        choices = [_choice(note, self.app.reader.language) for note in reversed(notes)]
        picker = Picker(_("a note"), [*choices, choice(ANOTHER, _("write another"), ())])
        picked = await self.app.answer_to(picker)
        return picked.values[0] if picked else None


def _choice(note: Note, language: str) -> Choice:
    from tui.core.entry.picker_choices import choice
    from tui.drawing.event.notes import dated

    begins = clean_line(" ".join(note.text.split()))
    return choice(note.id, begins[:200], (note.id,), note=dated(note, language))
