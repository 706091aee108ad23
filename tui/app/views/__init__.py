"""One view a file: what is looked at. A view's module is imported when it is first looked at."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.app.base.hosts import QueryHost
    from tui.app.base.view_names import View

SCREENS = {
    "l": ("tui.app.views.lanes", "LanesScreen"),
    "o": ("tui.app.views.sources", "SourcesScreen"),
    "a": ("tui.app.views.actors", "ActorsScreen"),
    "n": ("tui.app.views.notebook", "NotebookScreen"),
}
"""Module and class of the screen of each view but the spine, by the view's letter."""


def load() -> None:
    """Have the screens at hand before they are looked at."""
    for module, _ in SCREENS.values():
        import_module(module)


def made(view: View, below: QueryHost) -> Screen[Any]:
    """The screen of a view over the spine's, whose query it shows; the spine itself has none."""
    module, name = SCREENS[view.letter]
    screen: Screen[Any] = getattr(import_module(module), name)(below)
    return screen


def letter_of(screen: Screen[Any]) -> str:
    """The letter of the view that a screen is; empty for the spine, and for what is no view."""
    return next((letter for letter, (module, _) in SCREENS.items() if module == type(screen).__module__), "")
