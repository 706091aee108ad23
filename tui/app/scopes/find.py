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
from tui.core.index.protocol import BACKWARD, FORWARD, Key
from tui.core.text.messages import _, numbered
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
        self.view.highlight(text)
        self.query_one(Detail).highlight(text)
        if self._here is None:
            self._go(FORWARD)
        self.refresh_bindings()

    @property
    def _many(self) -> int:
        """The number of events that hold what is sought."""
        is_sought = self.sought.strip()
        return self.session.shown.matches(self.sought, language=self.app.reader.language) if is_sought else 0

    def _next(self, after: Key | None, direction: int) -> Key | None:
        """The next event that holds what is sought; without a key the first, or looking backward the last."""
        if not self.sought.strip():
            return None
        return self.session.shown.next_match(self.sought, after, direction, self.app.reader.language)

    @property
    def _here(self) -> Key | None:
        """The event under the cursor, if it holds what is sought."""
        facts = self.view.facts
        if facts is None:
            return None
        before = self.session.shown.window(facts.key, 1, BACKWARD)
        return facts.key if self._next(before[0].key if before else None, FORWARD) == facts.key else None

    def _go(self, direction: int) -> bool:
        """To the next event that holds what is sought, and round again; False when there is none."""
        facts = self.view.facts
        found = self._next(facts.key if facts else None, direction) or self._next(None, direction)
        if found is not None:
            self.view.go_to_key(found)
        return found is not None

    def jump(self, steps: int) -> None:
        """To the next event that holds what is sought, or the one before, and round again."""
        if not self._go(steps) and self.sought:
            self.say(_('nothing here holds "{text}"', text=self.sought))

    def action_jump(self, steps: int) -> None:
        """To the next event that holds what is sought, or the one before."""
        self.jump(steps)
        if self._many:
            self.say(f"/{self.sought}  {self.found_in_words}")

    def action_find_no_more(self) -> None:
        """Nothing is highlighted any more."""
        self.seek("")

    @property
    def found_in_words(self) -> str:
        """`3 of 12`, with the place of the cursor's event among them when it is one."""
        if not self.sought.strip():
            return ""
        many, here = self._many, self._here
        if not many:
            return _("nothing holds it")
        if here is None:
            return plural(many, "event")
        place = self.session.shown.matches(self.sought, here, self.app.reader.language) + 1
        return numbered("{place} of {number} event", "{place} of {number} events", many, place=place)
