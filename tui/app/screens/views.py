"""The ways of looking at a timeline, each a letter after `v`: the spine, and the screens that stand on it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.screens.filtering import Filtering


class View(NamedTuple):
    """One way of looking."""

    letter: str
    word: str
    module: str = ""
    """Where its screen is, imported when it is first looked at; empty for the spine, on which the others stand."""
    screen: str = ""
    """The class of the screen; it is made with the screen below it, whose query it shows."""

    def load(self) -> None:
        """Have the screen at hand before it is looked at."""
        if self.module:
            import_module(self.module)

    def made(self, below: Filtering) -> Screen[Any]:
        """The view's screen over the spine's."""
        made: Screen[Any] = getattr(import_module(self.module), self.screen)(below)
        return made


def letter_of(screen: Screen[Any]) -> str:
    """The letter of the view that a screen is; empty for the spine, and for what is no view."""
    return next((view.letter for view in VIEWS if view.module and view.module == type(screen).__module__), "")


VIEWS = (
    View("s", "spine"),
    View("l", "lanes", "tui.app.screens.lanes", "LanesScreen"),
    View("o", "sources", "tui.app.screens.sources", "SourcesScreen"),
    View("a", "actors", "tui.app.screens.actors", "ActorsScreen"),
    View("n", "notebook", "tui.app.screens.notebook", "NotebookScreen"),
)
"""In the order in which they are offered."""
