"""Adding to the file that is shown: the form, the guard, and the event that is new under the cursor.

What takes part in that is imported when one adds: the first screen should not wait for it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from tui.app.session.file import Editing
from tui.app.views.timeline import TimelineScreen
from tui.core.index.selection import whole
from tui.core.text.clean import clean_line
from tui.store.system import environment

if TYPE_CHECKING:
    from tui.app.dialogs.new_event import Outcome
    from tui.core.entry.draft import DraftContext, EventDraft
    from tui.core.index.selection import Selection
    from tui.store.read.timeline import Reading

_AGAIN = "it is read again now, and saving once more adds to it as it is"


class Adding(Editing):
    """An app whose file can be added to."""

    _lists_actors: tuple[Reading, bool] | None = None
    """Whether the file lists its actors, with the reading of which that is known."""

    @property
    def _root(self) -> TimelineScreen:
        """The timeline, which is there as long as a form is over it."""
        return next(one for one in self.screen_stack if isinstance(one, TimelineScreen))

    @work(group="adding", exclusive=True)
    async def action_new_event(self) -> None:
        """Fill in a form, and go to the event that it becomes."""
        from tui.app.dialogs.new_event import NewEvent

        if self.path is None:
            self.tell("there is no file to add to")
            return
        if environment.is_shipped(self.path) and not await self.copies_shipped("add to"):
            return
        event_id = await self.answer_to(NewEvent(self.ground, self.everything, self.add))
        if event_id is not None:
            self._go_to(event_id)

    def ground(self) -> DraftContext:
        """What a new event is to stand on, as the file is now."""
        from tui.core.entry.draft import DraftContext
        from tui.store.write import insert

        if self._lists_actors is None or self._lists_actors[0] is not self.saved:
            self._lists_actors = self.saved, insert.lists_actors(self.saved.text)
        return DraftContext(self.saved.timeline, self.reader.today, self._lists_actors[1])

    def everything(self) -> Selection:
        """All events of the timeline as it is shown now."""
        return whole(self._root.index)

    async def add(self, draft: EventDraft) -> Outcome:
        """Put a new event into the file, in a thread: it is read again twice, to be sure of every byte."""
        reading, outcome = await asyncio.to_thread(self._added, draft)
        if reading is not None:
            self.show_saved(reading)
        return outcome

    def _added(self, draft: EventDraft) -> tuple[Reading | None, Outcome]:
        """What the file holds now, if that is not what was shown, and how it came out."""
        from tui.app.dialogs.new_event import Outcome
        from tui.core.entry.draft import event_from_draft
        from tui.store.system import atomic_write
        from tui.store.system.read_bytes import Unreadable
        from tui.store.write import add

        try:
            file = add.opened(self.path or "")
            if file.reading.text != self.saved.text:
                return file.reading, Outcome(
                    refusal=f"{self.reader.name_of_file} has changed since it was read; {_AGAIN}"
                )
            new = event_from_draft(draft, file.ground(self.reader.today))
            if new.event is None:
                return None, Outcome(refusal="; ".join(fault.message for fault in new.faults))
            after = add.added(file, new.event, new.sources)
            add.save(file, after)
        except add.NoPlace as none:
            return None, Outcome(refusal="; ".join(filter(None, (f"nothing can be added here: {none}", none.hint))))
        except (Unreadable, atomic_write.NotSaved) as failed:
            return None, Outcome(refusal=str(failed))
        return after.reading, Outcome(new.event.id)

    def _go_to(self, event_id: str) -> None:
        """To the event that is new, or say that the filter hides it."""
        screen = self._root
        event = next((one for one in self.saved.timeline.events if one.id == event_id), None)
        screen.go_to_event(event)
        at_hand = screen.event_at_hand()
        is_there = at_hand is not None and at_hand.id == event_id
        hidden = "" if is_there else f": what is asked for hides it, {screen.key_of('clear')} shows all"
        screen.say(f"{clean_line(event_id)} is added{hidden}")
