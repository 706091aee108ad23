"""The reader's notebook as the app has it: what stands in it now, and what goes wrong with it as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tui.core.notebook import LastPlace, Note, Notebook, NoteDraft
from tui.core.text.messages import worded
from tui.store.system import environment

if TYPE_CHECKING:
    from tui.store.personal.notebook import NotebookStore
    from tui.store.personal.story import Story

Answer = TypeVar("Answer")


class NotKept(Exception):
    """A change that was to be kept and is not; the text says why."""


class NotebookSession:
    """The notebook of the timeline that is read; without a story or a keeper nothing can be kept.

    The keeper of a notebook that is not begun is made when it is needed: the first screen does not wait for it.
    """

    def __init__(self, keeper: NotebookStore | None = None, story: Callable[[], Story] | None = None) -> None:
        """`story` gives the timeline as the notebook looks for it."""
        self._keeper, self._story = keeper, story
        begun = keeper or (self.keeper if story and environment.has_notebook() else None)
        self.notebook = begun.look() if begun else Notebook()
        self.asked: tuple[str, ...] = ()
        """The queries since jalon began, the latest first."""
        self.followers: list[Callable[[], None]] = []
        """Called when something else stands in the notebook."""

    @property
    def keeper(self) -> NotebookStore | None:
        """The store that keeps it; None when none does."""
        if self._keeper is None and self._story:
            from tui.store.personal.notebook import NotebookStore

            self._keeper = NotebookStore(self._story())
        return self._keeper

    def move_to(self, story: Callable[[], Story]) -> None:
        """From now on keep the notebook of another timeline."""
        self._keeper, self._story = None, story
        self.has_changed()

    @property
    def is_kept(self) -> bool:
        """True when there is a store that keeps it, or could be."""
        return self._keeper is not None or self._story is not None

    def has_changed(self) -> bool:
        """True when somebody else wrote in the notebook; its contents are then the new ones."""
        if self.keeper is None or not self.keeper.has_changed():
            return False
        before, self.notebook = self.notebook, self.keeper.look()
        if before == self.notebook:
            return False
        for follow in self.followers:
            follow()
        return True

    @property
    def if_any(self) -> Notebook | None:
        """The notebook, if anything stands in it about an event."""
        notebook = self.notebook
        return notebook if notebook.stars or notebook.notes or notebook.read else None

    def take_trouble(self) -> str:
        """The fault of the notebook, to be said once."""
        return self.keeper.take_trouble() if self.keeper else ""

    def take_news(self) -> list[str]:
        """The news of whose the notes are, to be said once."""
        return self.keeper.take_news() if self.keeper else []

    def keep(self, do: Callable[[NotebookStore], Answer]) -> Answer:
        """Change the notebook; raises NotKept."""
        if self.keeper is None:
            raise NotKept(worded("there is no notebook here"))
        from tui.store.system.atomic_write import NotSaved

        try:
            return do(self.keeper)
        except NotSaved as failed:
            raise NotKept(str(failed)) from failed
        finally:
            self.has_changed()

    def write(self, event: str, note: Note | None, text: str) -> Note:
        """Write a note on an event, or give one another text."""
        return self.keep(lambda keeper: keeper.edit_note(note, text) if note else keeper.add_note(event, text))

    def unfinished(self) -> list[NoteDraft]:
        """The notes that were being written when a jalon ended."""
        ours = environment.process()
        return [one for one in self.notebook.drafts if one.process == ours or not environment.is_alive(one.process)]

    def remember(self, query: str) -> None:
        """Something is asked for; it is kept when one leaves."""
        if query:
            self.asked = tuple(dict.fromkeys((query, *self.asked)))

    @property
    def queries(self) -> tuple[str, ...]:
        """The queries of now and of earlier days, the latest first."""
        return tuple(dict.fromkeys((*self.asked, *self.notebook.queries)))

    def leave(self, spot: LastPlace) -> None:
        """Remember where one was; where that cannot be, nothing is lost."""
        before = self.notebook.spot
        if before is not None and before._replace(when="") == spot and not self.asked:
            return
        try:
            self.keep(lambda keeper: keeper.leave(spot, self.asked))
        except NotKept:
            return
