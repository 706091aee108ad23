"""One view a file: what is looked at. A view's module is imported when it is first looked at."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.screen import Screen

SCREENS = {
    "l": ("tui.app.views.lanes", "LanesScreen"),
    "o": ("tui.app.views.sources", "SourcesScreen"),
    "a": ("tui.app.views.actors", "ActorsScreen"),
    "n": ("tui.app.views.notebook", "NotebookScreen"),
    "event": ("tui.app.views.event", "EventScreen"),
    "facets": ("tui.app.views.facets", "FacetScreen"),
    "problems": ("tui.app.views.problems", "ProblemsScreen"),
}
"""Module and class of each screen that opens over another, by the letter of its view or by its name."""


def load() -> None:
    """Have the screens at hand before they are looked at, from a thread.

    Textual goes through classes as it makes others of them (`DOMNode.__init_subclass__`), and the screen in front may
    add to one of them meanwhile: what cannot be had now is imported when it is looked at.
    """
    for module, _screen in SCREENS.values():
        with suppress(RuntimeError):
            import_module(module)


def letter_of(screen: Screen[Any]) -> str:
    """The letter of the view that a screen is; empty for the spine, and for what is no view."""
    names = (name for name, (module, _screen) in SCREENS.items() if module == type(screen).__module__)
    return next((name for name in names if len(name) == 1), "")
