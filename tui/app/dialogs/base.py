"""A screen in front of another that waits for an answer."""

from __future__ import annotations

from typing import Any, ClassVar, Self, TypeVar

from textual import getters
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.screen import ModalScreen, Screen
from textual.strip import Strip

from tui.app.base import textual_private
from tui.app.base.reader import ReadersApp

Answered = TypeVar("Answered")


class QuestionScreen(ModalScreen[Answered]):
    """Answers once, and only while it is in front: keys can come faster than screens come and go."""

    DEFAULT_CSS = """
    QuestionScreen { background: transparent; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "app.suspend_process", "suspend jalon", show=False, id="suspend")
    ]

    app = getters.app(ReadersApp)

    has_answered = False

    _behind: list[Strip] | None = None
    """The rows of the screens behind when they were last looked at."""
    _behind_size = Size()
    """Their cells and rows."""
    _behind_for: tuple[Screen[Any], Size] | None = None
    """The one just behind and the size; none when it shows something else since."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The screens behind, row by row as they are.

        Textual would take its strips apart and put them together again to tint them, even where there is no tint.
        """
        if not self.styles.background.is_transparent:
            return super().render_lines(crop)
        size = textual_private.laid_out_size(self)  # that of the widget is set later
        below = textual_private.screen_drawn_below()  # none: whoever draws this one alone gets what was behind it last
        if below is not None:
            if textual_private.laid_out_size(below) != size:  # in another, Textual lays out those behind last
                return super().render_lines(crop)
            textual_private.leave_drawing_below()
            if self._behind_for != (below, size):
                strips = textual_private.drawn_rows(below)
                self._behind = [strip.discard_meta() for strip in strips]  # nothing there is to be clicked
                self._behind_for, self._behind_size = (below, size), size
        if self._behind is None or self._behind_size != size:
            return super().render_lines(crop)
        return [strip.crop(*crop.column_span) for strip in self._behind[crop.y : crop.bottom]]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw again; Textual tells the screen in front, region by region, where those behind have changed."""
        if regions:
            self._behind_for = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_screen_resume(self) -> None:
        """While another one stood in front, it was that one which was told of changes."""
        self._behind_for = None

    def action_leave(self) -> Any:
        """Leave without an answer."""
        self.answer(None)

    def answer(self, result: Answered | None) -> None:
        """Close with that answer, unless there was one already."""
        if self.is_current and not self.has_answered:
            self.has_answered = True
            self.dismiss(result)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done before everything stands, nor after it is gone."""
        return self.is_mounted and self.is_current and bool(self.children)
