"""Finding a text in a timeline: it is highlighted and gone to, and nothing is hidden."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from tui.app import commands
from tui.app.base.query_session import QuerySession
from tui.app.scopes.scope import Scope
from tui.app.widgets.detail import Detail
from tui.app.widgets.spine import SpineView
from tui.core.index.unmigrated import selection_of
from tui.core.text.plural import plural


class FindScope(Scope):
    """A scope around a spine in which one finds, and the detail beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [*commands.bindings(commands.TIMELINE, "find", "jump", "find_no_more")]

    def __init__(self, session: QuerySession, view: SpineView) -> None:
        super().__init__()
        self.session = session
        self.view = view
        self.sought = ""
        """The highlighted text."""
        self.found: list[int] = []
        """The places of the events that hold it."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One jumps to what is sought."""
        is_there = action == "find" or bool(self.sought)
        return is_there and super().check_action(action, parameters)

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
        self.view.highlight(text)
        self.query_one(Detail).highlight(text)
        place = self.view.place
        if self.found and place not in self.found:
            self.view.go_to_place(next((one for one in self.found if one >= (place or 0)), self.found[0]))
        self.refresh_bindings()

    def find_anew(self) -> None:
        """Look again for what is sought, in what is shown now."""
        is_sought = self.sought.strip()
        self.found = selection_of(self.session.shown).find(self.sought, self.app.reader.language) if is_sought else []

    def jump(self, steps: int) -> None:
        """To the next event that holds what is sought, or the one before, and round again."""
        if not self.found:
            if self.sought:
                self.say(f'nothing here holds "{self.sought}"')
            return
        here = self.view.place or 0
        if steps > 0:
            ahead = next((one for one in self.found if one > here), self.found[0])
        else:
            ahead = next((one for one in reversed(self.found) if one < here), self.found[-1])
        self.view.go_to_place(ahead)

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
        place = self.view.place
        at = f"{self.found.index(place) + 1} of " if place in self.found else ""
        return f"{at}{plural(len(self.found), 'event')}"
