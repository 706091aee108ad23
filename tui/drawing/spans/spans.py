"""The things that both faces draw: rows of spans, each a text in a role."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

LEFT_TO_RIGHT_MARK = "\u200e"
"""A letter that nobody sees, no cell wide, and that is read from left to right."""


class Span(NamedTuple):
    """A run of text in one role (see `theme.ROLES`), and the address it stands for, if any."""

    text: str
    role: str = "text"
    link: str | None = None


Line = tuple[Span, ...]
"""One row of the screen or the page, without its line end."""


STATUS_ROLES = {"planned": "plan", "inferred": "doubt", "in-force": "strong", "cancelled": "dim"}
"""The role of an event's mark by its status; that of others is text."""


def with_bare_blanks(line: Line, roles: frozenset[str]) -> Line:
    """The line with the blanks about the words of those roles set apart: an underline is for words."""
    spans: list[Span] = []
    for span in line:
        words = span.text.strip(" ")
        if span.role not in roles or words == span.text:
            spans.append(span)
            continue
        before, _, after = span.text.partition(words) if words else (span.text, "", "")
        spans += [one for one in (Span(before), span._replace(text=words), Span(after)) if one.text]
    return tuple(spans)


@cache
def _right_to_left() -> re.Pattern[str]:
    """A letter that is read from right to left: Hebrew, Arabic, and the scripts beside them."""
    return re.compile(
        "[\u05be\u05c0\u05c3\u05c6\u05d0-\u05f4\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06e5\u06e6"
        "\u06ee\u06ef\u06fa-\u070d\u0710-\u08e1\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
    )


def columns_in_place(line: Line) -> Line:
    """The line with a left-to-right mark of ours after each text from right to left that something follows.

    A terminal that knows both directions would draw the columns that follow it, digits above all, left of it: they
    would be taken for part of it (Unicode, UAX 9). What comes from a file has no such marks: they are cleaned away.
    """
    whole = "".join([span.text for span in line])
    if whole.isascii() or _right_to_left().search(whole) is None:
        return line
    spans = list(line)
    is_followed = False
    for at in range(len(spans) - 1, -1, -1):
        text = spans[at].text
        words = text.rstrip(" ")
        if is_followed and _right_to_left().search(text):
            spans[at] = spans[at]._replace(text=f"{words}{LEFT_TO_RIGHT_MARK}{text[len(words) :]}")
        is_followed = is_followed or bool(words)
    return tuple(spans)
