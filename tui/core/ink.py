"""What both faces draw with: spans of text in a role, and the set of drawing characters."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Measure = Callable[[str], int]
"""Cells that a text takes on a terminal; the faces pass Rich's, since the core knows no terminal."""


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


class Glyphs(NamedTuple):
    """The drawing characters, each one cell wide but for the dots; text is never drawn with these."""

    reported: str = "●"
    inferred: str = "◐"
    planned: str = "○"
    in_force: str = "◆"
    cancelled: str = "⊘"
    lane: str = "│"
    lane_vague: str = "┊"
    opens: str = "╭"
    closes: str = "╰"
    closes_to: str = "╴"
    branch: str = "─"
    joins: str = "┼"
    more_lanes: str = "»"
    silence: str = "┊"
    same: str = "″"
    cut: str = "…"
    rule: str = "┄"
    cursor: str = "▌"
    bar_left: str = "├"
    bar_right: str = "┤"
    bar: str = "─"
    bar_vague: str = "╌"
    bar_force_left: str = "┝"
    bar_force: str = "━"
    bar_open: str = "▶"
    today: str = "┃"
    blocks: str = " ▁▂▃▄▅▆▇█"
    """Heights from nothing to a full cell, in equal steps."""
    fewer: str = "‹"
    further: str = "›"
    separator: str = "·"
    shut: str = "×"
    dash: str = "–"
    check: str = "✓"
    near: str = "≈"
    own: str = "·"
    divider: str = "│"
    edge: str = "▔"
    vague: str = "◌"
    sure: str = "━"
    sure_end: str = "┫"
    fading: str = "┅"
    span: str = "┄"
    goes_on: str = "▶"
    comes_on: str = "◀"
    midst: str = "┊"
    starred: str = "★"
    noted: str = "¶"

    def of_status(self, status: str) -> str:
        """The mark of an event: its status is its glyph."""
        return {
            "reported": self.reported,
            "inferred": self.inferred,
            "planned": self.planned,
            "in-force": self.in_force,
            "cancelled": self.cancelled,
        }.get(status, self.reported)


UNICODE = Glyphs()

ASCII = Glyphs(
    reported="*",
    inferred="~",
    planned="o",
    in_force="#",
    cancelled="x",
    lane="|",
    lane_vague=":",
    opens="/",
    closes="\\",
    closes_to="-",
    branch="-",
    joins="+",
    more_lanes=">",
    silence=":",
    same='"',
    cut="...",
    rule="-",
    cursor=">",
    bar_left="|",
    bar_right="|",
    bar="-",
    bar_vague=".",
    bar_force_left="|",
    bar_force="=",
    bar_open=">",
    today="!",
    blocks=" .:-=+*%#",
    fewer="<",
    further=">",
    separator="-",
    shut="x",
    dash="-",
    check="+",
    near="~",
    own=".",
    divider="|",
    edge="=",
    vague="+",
    sure="=",
    sure_end="]",
    fading=".",
    span=".",
    goes_on=">",
    comes_on="<",
    midst="!",
    starred="*",
    noted="&",
)

BRAILLE = UNICODE._replace(blocks=" ⡀⣀⣄⣤⣦⣶⣷⣿")
"""For fonts that draw eighth blocks badly: the same heights in dots."""


def glyphs_for(*, ascii: bool, braille: bool) -> Glyphs:  # noqa: A002 - as the option is called
    """The drawing characters that an option, a theme or an encoding asks for."""
    return ASCII if ascii else BRAILLE if braille else UNICODE
