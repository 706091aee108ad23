"""What a reader does with an event in the notebook, on any screen that has one: star it, mark it read, write a note."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import getters, work

from tui.app.base.notebook import NotKept
from tui.app.base.reader import ReadersApp
from tui.core.text.clean import clean_line
from tui.core.timeline.model import Event

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.core.entry.picker_choices import Choice
    from tui.core.notebook import Note
    from tui.store.personal.notebook import NotebookStore

    _Base = Screen[Any]
else:
    _Base = object

ANOTHER = "+"
"""What stands for a note that is not yet written: no id looks so."""


class Noting(_Base):
    """A screen that has an event at hand."""

    app = getters.app(ReadersApp)

    if TYPE_CHECKING:  # what a screen that cites has

        def event_at_hand(self) -> Event | None:
            """The event that the reader looks at."""

        def say(self, sentence: str) -> None:
            """Say something to the reader."""

    def action_star(self) -> None:
        """Star the event, or take its star away."""
        event = self.event_at_hand()
        if event is not None:
            self._mark(lambda keeper: keeper.star(event.id), ("starred", "starred no more"))

    def action_mark_read(self) -> None:
        """Mark the event read, or unread."""
        event = self.event_at_hand()
        if event is not None:
            self._mark(lambda keeper: keeper.mark_read(event.id), ("marked read", "marked read no more"))

    def _mark(self, turn: Callable[[NotebookStore], bool], words: tuple[str, str]) -> None:
        try:
            is_marked = self.app.desk.keep(turn)
        except NotKept as reason:
            self.say(str(reason))
            return
        self.app.show_own()
        self.say(words[0] if is_marked else words[1])

    @work(group="noting")
    async def action_note(self) -> None:
        """Write a note on the event, or edit one of those it has."""
        event = self.event_at_hand()
        if event is None:
            return
        if not self.app.desk.is_kept:
            self.say("there is no notebook here")
            return
        self.app.desk.has_changed()
        draft = next((one for one in self.app.desk.unfinished() if one.event == event.id), None)
        if draft is not None:
            await self.app.write_note(event.id, self.app.desk.notebook.note(draft.note), draft.text)
            return
        notes = self.app.desk.notebook.notes_on(event.id)
        picked = await self._which(notes) if notes else ANOTHER
        if picked is not None:
            await self.app.write_note(event.id, next((note for note in notes if note.id == picked), None))

    async def _which(self, notes: tuple[Note, ...]) -> str | None:
        """The id of the note to edit, or what stands for another."""
        from tui.app.dialogs.picker import Picker
        from tui.core.entry.picker_choices import choice

        choices = [_choice(note, self.app.reader.language) for note in reversed(notes)]
        picker = Picker("a note", [*choices, choice(ANOTHER, "write another", ())])
        picked = await self.app.answer_to(picker)
        return picked.values[0] if picked else None


def _choice(note: Note, language: str) -> Choice:
    from tui.core.entry.picker_choices import choice
    from tui.drawing.event.notes import dated

    begins = clean_line(" ".join(note.text.split()))
    return choice(note.id, begins[:200], (note.id,), note=dated(note, language))
