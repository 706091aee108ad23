"""The indentation of a line: the one that the lines above it allow."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.timeline.model import SECTIONS
from tui.store.typed.lines import YamlLine, in_blocks, parse_line

FAR = 200
"""Lines above a fault that are looked at."""


def due_indent(lines: Sequence[str], row: int) -> int | None:
    """The spaces that a line should have before it; None when it has what the lines above allow."""
    first = max(row - FAR, 0)
    near = lines[first : row + 1]
    return allowed_indent(near, in_blocks(near), row - first, parse_line(lines[row]))


def allowed_indent(lines: Sequence[str], blocks: list[bool], i: int, line: YamlLine) -> int | None:
    """None when a line's indentation is one that the lines above allow, else the one it should have."""
    best: int | None = None
    for j in range(i - 1, -1, -1):
        text = lines[j]
        if blocks[j] or not text.strip() or text.lstrip().startswith("#"):
            continue
        above = parse_line(text)
        if above.key is None and not above.dashes:
            continue
        if line.dashes:
            dashes = [above.indent] if above.dashes else []
            if line.indent in dashes or (above.opens and above.key is not None and line.indent >= above.column):
                return None
            if above.dashes:
                best = above.indent
        else:
            if line.indent == above.column or (above.opens and line.indent > above.column):
                return None
            if best is None:
                best = above.column
        if line.indent > above.indent and not (line.dashes and best is None):
            return best if best is not None else above.column
    return best if line.indent or (line.key not in SECTIONS and not line.dashes) else None
