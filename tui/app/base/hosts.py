"""Hosts: what a dialog asks of the screen below it, and what a view asks of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.core.evidence.as_of import PublicationDay
    from tui.core.index.index import Index
    from tui.core.index.selection import Selection
    from tui.core.query.history import History
    from tui.core.query.names import Names
    from tui.core.query.tree import Query
    from tui.core.timeline.model import Event
    from tui.store.read.timeline import Reading


class QueryHost(Protocol):
    """A screen that shows what one query asks for."""

    index: Index
    names: Names
    shown: Selection

    @property
    def asked(self) -> Query:
        """The query in force."""

    def ask(self, query: Query) -> None:
        """Show what another query asks for."""

    def preview(self, query: Query) -> None:
        """Show what a query asks for that is not yet meant."""

    def event_at_hand(self) -> Event | None:
        """The event that the reader looks at."""

    def group_by(self, field: str) -> None:
        """From now on group events by a field, where they stand in groups."""

    def key_of(self, command: str) -> str:
        """The key that a reader presses for a command, by its id."""

    def say(self, sentence: str) -> None:
        """Say something to the reader."""

    def action_clear(self) -> None:
        """Ask for everything."""

    def action_undo(self) -> None:
        """Ask what was asked before."""

    def action_redo(self) -> None:
        """Ask again what was undone."""


class AsOfHost(Protocol):
    """A screen whose query may hold the day by whose publications everything is told."""

    index: Index
    history: History
    shown: Selection

    @property
    def publications(self) -> list[PublicationDay]:
        """The days on which some source of the file comes out."""

    def by_day(self, day: int | None) -> Query:
        """What is asked for, told by another day, or with None by the file as it is."""

    def beside(self, day: int | None, steps: int) -> int | None:
        """The day of the next publication after a day, or of the one before."""

    def turn_to(self, history: History) -> None:
        """Show what is asked now, with the cursor on the same event if it is still there."""


class FindHost(Protocol):
    """A screen in which a text is found."""

    sought: str

    @property
    def found_in_words(self) -> str:
        """`3 of 12`, with the place of the cursor's event among them when it is one."""

    def seek(self, text: str) -> None:
        """Highlight a text and go to the first event from the cursor on that holds it."""

    def jump(self, steps: int) -> None:
        """To the next event that holds what is sought, or the one before."""


class FollowsFile(Protocol):
    """An app on a file that a person edits while it is shown."""

    saved: Reading
    lost: str

    def edit_at(self, line: int | None, column: int = 1) -> object:
        """Open the file in the reader's editor."""
