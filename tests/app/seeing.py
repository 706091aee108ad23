"""What a person sees: the rows of the screen as text."""

from __future__ import annotations

from textual.app import App


def rows(app: App[None]) -> list[str]:
    """The screen in front, row by row, without trailing spaces; screens below it where it lets them through."""
    height = app.size.height
    strips = app.screen._compositor.render_strips(app.size)
    shown = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    assert len(shown) == height
    return shown


def text(app: App[None]) -> str:
    """The whole screen."""
    return "\n".join(rows(app))
