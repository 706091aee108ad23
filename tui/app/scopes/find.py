"""Finding a text in a timeline: it is highlighted and gone to, and nothing is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import getters, work
from textual.getters import query_one

from tui.app.base.reader import ReadersApp
from tui.app.widgets.detail import Detail
from tui.app.widgets.spine import SpineView
from tui.core.index.selection import Selection
from tui.core.text.plural import plural

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[Any]
else:
    _Base = object


class Seeking(_Base):
    """A screen with a spine in which one finds."""

    app = getters.app(ReadersApp)
    spine_view = query_one(SpineView)
    detail = query_one(Detail)
    shown: Selection

    sought = ""
    """What is highlighted."""
    found: list[int] = []  # noqa: RUF012 - replaced, never changed
    """The places of the events that hold it."""

    def tell_event(self) -> None:
        """Tell the event under the cursor."""
        raise NotImplementedError

    def say(self, sentence: str) -> None:
        """Say something to the reader."""
        raise NotImplementedError

    @work(group="picking")
    async def action_find(self) -> None:
        """Find a text; nothing is hidden."""
        from tui.app.dialogs.find_line import FindLine

        if not await self.app.answer_to(FindLine(self)):
            self.seek("")

    def seek(self, text: str) -> None:
        """Highlight a text and go to the first event from the cursor on that holds it; an empty one ends it."""
        self.sought = text
        self.find_anew()
        self.spine_view.highlight(text)
        self.detail.highlight(text)
        place = self.spine_view.place
        if self.found and place not in self.found:
            self._go_to_place(next((one for one in self.found if one >= (place or 0)), self.found[0]))
        self.refresh_bindings()

    def find_anew(self) -> None:
        """Look again for what is sought, in what is shown now."""
        self.found = self.shown.find(self.sought, self.app.reader.language) if self.sought.strip() else []

    def jump(self, steps: int) -> None:
        """To the next event that holds what is sought, or the one before, and round again."""
        if not self.found:
            if self.sought:
                self.say(f'nothing here holds "{self.sought}"')
            return
        here = self.spine_view.place or 0
        if steps > 0:
            ahead = next((one for one in self.found if one > here), self.found[0])
        else:
            ahead = next((one for one in reversed(self.found) if one < here), self.found[-1])
        self._go_to_place(ahead)

    def action_jump(self, steps: int) -> None:
        """To the next event that holds what is sought, or the one before."""
        self.jump(steps)
        if self.found:
            self.say(f"/{self.sought}  {self.found_in_words}")

    def action_find_no_more(self) -> None:
        """Nothing is highlighted any more."""
        self.seek("")

    @property
    def found_in_words(self) -> str:
        """`3 of 12`, with the place of the cursor's event among them when it is one."""
        if not self.sought.strip():
            return ""
        if not self.found:
            return "nothing holds it"
        place = self.spine_view.place
        at = f"{self.found.index(place) + 1} of " if place in self.found else ""
        return f"{at}{plural(len(self.found), 'event')}"

    def _go_to_place(self, place: int) -> None:
        if self.spine_view.spine is not None:
            self.spine_view.cursor = self.spine_view.spine.row_of(place)
            self.tell_event()
