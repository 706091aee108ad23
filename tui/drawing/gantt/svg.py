"""The letters of an SVG picture: elements as text, whatever they hold; and how wide text is on paper."""

from __future__ import annotations

import re

_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0 has no place for, escaped or not (its production Char)."""

_NARROW = frozenset("iljtfrI.,:;'’!|()[]/-·` ")
_WIDE = frozenset("mwMWQOGDHNUCAVXYK%@&—…—")
_PARTS = {"narrow": 0.36, "plain": 0.6, "wide": 0.82, "full": 1.05}
"""Widths in ems, those of DejaVu Sans rounded up: it is the widest of the faces that are asked for."""


def escaped(text: str) -> str:
    """A text as content or as an attribute's value: never markup, never what XML cannot hold."""
    return "".join(_ESCAPED.get(char, char) for char in _NO_CHARACTER.sub("\ufffd", text))


def element(name: str, text: str | None = None, **attributes: object) -> str:
    """An element with a text, or nothing, in it; `class_` and `stroke_width` are `class` and `stroke-width`."""
    listed = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{listed}/>" if text is None else f"<{name}{listed}>{escaped(text)}</{name}>"


def group(children: list[str], title: str, **attributes: object) -> str:
    """Elements that belong together, with a title that a reader is told."""
    opening = element("g", "", **attributes).removesuffix("</g>")
    return "".join([opening, element("title", title), *children, "</g>"])


def inline_head(width: int, height: int, left: int = 0) -> str:
    """The beginning of a picture within a page, which tells the same in words: nobody is told it twice."""
    opening = element("svg", "", width=width, height=height, viewBox=f"{left} 0 {width} {height}", aria_hidden="true")
    return opening.removesuffix("</svg>")


def linked(drawn: str, address: str) -> str:
    """A drawing that is a link for a pointer; keys go by the text."""
    opening = element("a", "", href=address, tabindex=-1).removesuffix("</a>")
    return f"{opening}{drawn}</a>"


def number(value: object) -> str:
    """A number as short as a tenth of a pixel needs; other values as they are."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def text_width(text: str, size: float) -> int:
    """Pixels that a text takes at most, in a face without serifs of that size."""
    return round(sum(map(_em, text)) * size)


def _em(char: str) -> float:
    if char in _NARROW:
        return _PARTS["narrow"]
    if char in _WIDE:
        return _PARTS["wide"]
    return _PARTS["plain"] if char < "\u1100" or "\u2010" <= char <= "\u2bff" else _PARTS["full"]
