"""Widgets that draw their rows whole: with their padding, through the filters, no further than they go."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.filter import Monochrome
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.app.widgets.lines import whole_rows


class Letters(Widget):
    """Ten cells in red, two rows."""

    DEFAULT_CSS = "Letters { width: 10; height: 2; } Letters.-padded { padding: 0 0 0 2; width: 12; }"

    def render_lines(self, crop: Region) -> list[Strip]:
        return super().render_lines(crop) if self.styles.gutter else whole_rows(self, crop)

    def render_line(self, y: int) -> Strip:
        return Strip([Segment("abcdefghij"[y:] + "." * y, Style(color="#ff0000"))], 10)


class Shown(App[None]):
    """Them, and the same with padding."""

    def compose(self) -> ComposeResult:
        yield Letters(id="bare")
        yield Letters(id="padded", classes="-padded")


def texts(strips: list[Strip]) -> list[str]:
    return [strip.text for strip in strips]


async def test_rows_are_drawn_as_far_as_they_are_asked_for() -> None:
    app = Shown()
    async with app.run_test(size=(20, 5)):
        bare = app.query_one("#bare", Letters)
        assert texts(bare.render_lines(Region(0, 0, 10, 2))) == ["abcdefghij", "bcdefghij."]
        assert texts(bare.render_lines(Region(0, 1, 10, 1))) == ["bcdefghij."]
        assert texts(bare.render_lines(Region(3, 0, 4, 2))) == ["defg", "efgh"]


async def test_padding_is_drawn_around_them() -> None:
    app = Shown()
    async with app.run_test(size=(20, 5)):
        padded = app.query_one("#padded", Letters)
        assert texts(padded.render_lines(Region(0, 0, 12, 1))) == ["  abcdefghij"]


async def test_filters_see_them() -> None:
    app = Shown()
    async with app.run_test(size=(20, 5)):
        app._filters.append(Monochrome())
        bare = app.query_one("#bare", Letters)
        [strip] = bare.render_lines(Region(0, 0, 10, 1))
        style = next(iter(strip)).style
        assert style is not None
        assert style.color is not None
        assert style.color.triplet is not None
        assert len(set(style.color.triplet)) == 1
        assert Color.parse("#ff0000").rgb != tuple(style.color.triplet)
