"""Colour on paper, through Rich: its console, told what jalon has found out and left nothing to guess."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import NoReturn

from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style as RichStyle

from tui.core.citation.links import safe_url
from tui.core.theme import Style, Theme
from tui.drawing.spans.spans import Line, Span


class PageConsole(Console):
    """Standard output in colour; a closed pipe is the caller's to deal with."""

    def __init__(self, width: int) -> None:
        # What isn't said here Rich would read from the environment, or do to the text.
        super().__init__(
            file=sys.stdout, width=width, height=100, force_terminal=True, no_color=False, highlight=False,
            markup=False, emoji=False, force_jupyter=False, force_interactive=False, legacy_windows=False,
        )  # fmt: skip
        if self._color_system is None:  # colour is wanted of a terminal that says nothing of itself
            self._color_system = ColorSystem.STANDARD

    def on_broken_pipe(self) -> NoReturn:
        """Rich calls this where it has caught the error."""
        raise BrokenPipeError


class Drawing:
    """Lines, such as those of a spine or of one event, in the colours of a theme: one renderable of segments."""

    def __init__(self, lines: Iterable[Line], theme: Theme, *, links: bool) -> None:
        self.lines = lines
        self.theme = theme
        self.links = links
        self._styles: dict[tuple[str, str | None], RichStyle] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for line in self.lines:
            for span in line:
                yield Segment(span.text, self._style(span))
            yield Segment.line()

    def _style(self, span: Span) -> RichStyle:
        """The style of a span's role, with its link when there is a safe one and links are wanted."""
        key = span.role, span.link
        style = self._styles.get(key)
        if style is None:
            style = rich_style(self.theme.roles[span.role])
            address = safe_url(span.link) if self.links and span.link else None
            if address is not None:
                style += RichStyle(link=address)
            self._styles[key] = style
        return style


def rich_style(style: Style) -> RichStyle:
    """A style of a theme as Rich has it; None is what the terminal has, so False is never said."""
    return RichStyle(
        color=style.color and style.color.removeprefix("ansi_"),
        bgcolor=style.background and style.background.removeprefix("ansi_"),
        bold=style.bold or None,
        italic=style.italic or None,
        underline=style.underline or None,
        reverse=style.reverse or None,
        dim=style.dim or None,
    )
