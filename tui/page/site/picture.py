"""The picture that others show beside a link to the page, as PNG through resvg, which is an extra."""

from __future__ import annotations

from tui.core.index.protocol import Answers
from tui.core.theme import Theme
from tui.drawing.gantt.svg_card import card


def picture(answers: Answers, language: str, theme: Theme) -> bytes | None:
    """A PNG of 1200 by 630 dots; None where resvg is missing."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        return None
    return bytes(svg_to_bytes(svg_string=card(answers, language, theme)))
