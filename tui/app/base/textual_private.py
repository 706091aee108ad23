"""The names that Textual keeps to itself and jalon needs all the same: why each, and what takes its place one day.

No other module of the app uses such a name; `tests/app/base/test_textual_private.py` says which one a new Textual
has changed.
"""

from __future__ import annotations

from typing import Any

from textual._context import visible_screen_stack
from textual.app import App
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip


def screen_drawn_below() -> Screen[Any] | None:
    """The screen just behind the one that is being drawn; None when that is drawn alone.

    `_context.visible_screen_stack` is how Textual itself finds it; a public way from a modal screen to the one below
    takes its place. The screens behind that one are Textual's to draw: `leave_drawing_below` says that it need not.
    """
    try:
        return visible_screen_stack.get()[-1]
    except LookupError:
        return None


def leave_drawing_below() -> None:
    """What stands behind is drawn by us: without this Textual draws it again."""
    visible_screen_stack.get().pop()


def laid_out_size(screen: Screen[Any]) -> Size:
    """The size in which a screen is laid out, which is not yet the terminal's while that changes.

    `Screen._compositor` is the only one that knows; a size of the layout on the screen takes its place.
    """
    return screen._compositor.size


def drawn_rows(screen: Screen[Any]) -> list[Strip]:
    """The rows of a whole screen, with all that lies behind it where it lets that through.

    `Screen._compositor.render_strips`: Textual's screenshots are made of the same; a public `render_strips` of the
    screen takes its place.
    """
    return screen._compositor.render_strips(laid_out_size(screen))


def raised(app: App[Any]) -> BaseException | None:
    """The fault by which an app has ended; None when there was none.

    `App._exception`: Textual prints it with all that a reader's file holds, and gives only an exit code. An argument
    of `App.run` that has it raised takes its place.
    """
    return app._exception


class EndsInSilence(App[None]):
    """An app that a bug ends without a word on the screen: `raised` gives it to whoever runs the app.

    `App._fatal_error` and `App._close_messages_no_wait` are what Textual does with a bug; a public hook that is called
    with it takes their place.
    """

    def ends_by_fault(self) -> None:
        """Called when a bug ends the app, before the screen is left."""

    def _fatal_error(self) -> None:
        self.ends_by_fault()
        self._close_messages_no_wait()
