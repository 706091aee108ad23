"""Lines of spans on standard output, in colour through Rich or plain."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from tui.core.theme import Theme
from tui.drawing.spans.spans import Line

_ONE_CELL = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2319\u2500-\u25fc★✓✦\u2800-\u28ff]*"
)
"""Characters of one cell each: Latin letters, punctuation, arrows, what jalon draws with."""


def draw(lines: Iterable[Line], width: int, theme: Theme | None) -> None:
    """Print lines: in colour when there is a theme, with links when standard output is a terminal besides.

    Rich's console is a quarter of the time that a print takes, and has nothing to add to plain text.
    """
    trimmed = map(without_trail, lines)
    if theme is None:
        sys.stdout.writelines("".join(span.text for span in line) + "\n" for line in trimmed)
        return
    from tui.printing.console import Drawing, PageConsole

    drawing = Drawing(trimmed, theme, links=sys.stdout.isatty())
    PageConsole(width).print(drawing, end="", crop=False, no_wrap=True, overflow="ignore")


_PLAIN = str.maketrans("’\u202f\u00a0«»", "'  \"\"")


def in_plain_signs(line: Line) -> Line:
    """The line with the ASCII look-alikes of the signs that a language sets, each as wide."""
    return tuple(span._replace(text=span.text.translate(_PLAIN)) for span in line)


def cells(text: str) -> int:
    """The cells that a text takes on a terminal; Rich is asked only about what is unusual."""
    if _ONE_CELL.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def without_trail(line: Line) -> Line:
    """The line without the blanks that fill its row: nobody wants them in a pipe or a mail."""
    spans = list(line)
    while spans and not spans[-1].text.rstrip(" "):
        spans.pop()
    if spans:
        spans[-1] = spans[-1]._replace(text=spans[-1].text.rstrip(" "))
    return tuple(spans)
