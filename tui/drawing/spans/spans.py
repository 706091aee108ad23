"""What both faces draw: rows of spans, each a text in a role."""

from __future__ import annotations

from typing import NamedTuple


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


