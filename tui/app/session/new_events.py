"""Adding to the file that is shown: the form, the guard, and the event that is new under the cursor.

What takes part in that is imported when one adds: the first screen should not wait for it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.core.text.clean import clean_line
from tui.core.text.messages import _, clauses
from tui.store.system import environment

if TYPE_CHECKING:
    from tui.app.dialogs.new_event import Outcome
    from tui.app.session.file import FollowedFile
    from tui.app.views.timeline import TimelineScreen
    from tui.core.entry.draft import DraftContext, EventDraft
    from tui.core.index.protocol import Answers
    from tui.store.read.timeline import Reading


class NewEvents:
    """New events of a file that is shown."""

    def __init__(self, file: FollowedFile, root: TimelineScreen) -> None:
        """`root` is the timeline, which is there as long as a form is over it."""
        self.file, self.root = file, root
        self._lists_actors: tuple[Reading, bool] | None = None
        """The reading, with True when its file lists its actors."""

    async def ask(self) -> None:
        """Fill in a form, and go to the event that it becomes."""
        from tui.app.dialogs.new_event import NewEvent

        offer = _("this timeline comes with jalon: copy it to ./{file}, and add to that?", file=environment.HERE)
        if await self.file.own_path(offer, _("there is no file to add to")) is None:
            return
        event_id = await self.file.app.answer_to(NewEvent(self.ground, self.everything, self.add))
        if event_id is not None:
            self._go_to(event_id)

    def ground(self) -> DraftContext:
        """The ground that a new event is to stand on, as the file is now."""
        from tui.core.entry.draft import DraftContext
        from tui.store.write import insert

        saved = self.file.session.saved
        if self._lists_actors is None or self._lists_actors[0] is not saved:
            self._lists_actors = saved, insert.lists_actors(saved.text)
        return DraftContext(saved.timeline, self.file.app.reader.today, self._lists_actors[1])

    def everything(self) -> Answers:
        """All events of the timeline as it is shown now."""
        return self.root.session.engine.select()

    async def add(self, draft: EventDraft) -> Outcome:
        """Put a new event into the file, in a thread: it is read again twice, to be sure of every byte."""
        reading, outcome = await asyncio.to_thread(self._added, draft)
        if reading is not None:
            self.file.show_saved(reading)
        return outcome

    def _added(self, draft: EventDraft) -> tuple[Reading | None, Outcome]:
        """The new reading of the file, if that is not what was shown, and the outcome."""
        from tui.app.dialogs.new_event import Outcome
        from tui.core.entry.draft import event_from_draft
        from tui.store.system import atomic_write
        from tui.store.system.file_lock import locked
        from tui.store.system.read_bytes import Unreadable
        from tui.store.write import add

        reader = self.file.app.reader
        try:
            with locked(self.file.session.path or ""):
                file = add.opened(self.file.session.path or "")
                if file.reading.text != self.file.session.saved.text:
                    return file.reading, Outcome(
                        refusal=_(
                            "{file} has changed since it was read; it is read again now, and saving once more "
                            "adds to it as it is",
                            file=reader.name_of_file,
                        )
                    )
                new = event_from_draft(draft, file.ground(reader.today))
                if new.event is None:
                    return None, Outcome(refusal=clauses(*(f"{fault.message}" for fault in new.faults)))
                after = add.added(file, new.event, new.sources)
                left = add.save(file, after)
        except add.NoPlace as none:
            return None, Outcome(
                refusal=clauses(
                    _("nothing can be added here: {reason}", reason=str(none)), *filter(None, [none.hint])
                )
            )
        except (Unreadable, atomic_write.NotSaved) as failed:
            return None, Outcome(refusal=str(failed))
        if left:
            self.file.app.call_from_thread(self.file.tell, left)
        return after.reading, Outcome(new.event.id)

    def _go_to(self, event_id: str) -> None:
        """To the event that is new, or say that the filter hides it."""
        view = self.root.spine_view
        view.go_to_event(next((one for one in self.file.session.saved.timeline.events if one.id == event_id), None))
        is_there = view.event is not None and view.event.id == event_id
        event = clean_line(event_id)
        self.root.say(
            _("{event} is added", event=event)
            if is_there
            else _(
                "{event} is added: what is asked for hides it, {key} shows all",
                event=event,
                key=self.root.key_of("clear"),
            )
        )
