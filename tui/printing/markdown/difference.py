"""The rows of a difference as a list in Markdown, for who reviews a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.core.text.markdown import escaped
from tui.drawing.spans.spans import Line

_SIGNS = ("+ ", "- ", "~ ")
"""The marks of what came, went or changed."""
_STEP = 2
"""Columns by which a row stands further right than what it belongs to."""


def changes_as_list(rows: Iterable[Line]) -> Iterator[str]:
    """Lines of Markdown: the first row is a heading, what has a mark is an item, and what is below it belongs to it."""
    for number, row in enumerate(rows):
        text = "".join(span.text for span in row).rstrip()
        bare = text.lstrip(" ")
        depth = (len(text) - len(bare)) // _STEP
        sign = bare[:2] if bare[:2] in _SIGNS else ""
        told = escaped(": ".join(bare.removeprefix(sign).split("  ", 1)))
        if number == 0:
            yield f"### {told}"
        elif not bare:
            yield ""
        elif sign and depth == 0:
            yield f"- `{sign[0]}` **{told}**"
        elif depth == 0:
            yield told if number == 1 else f"**{told}**\n"
        else:
            inner = "  " * max(1, depth - 1)
            yield f"{inner}- `{sign[0]}` {told}" if sign else f"{inner}- {told}"
