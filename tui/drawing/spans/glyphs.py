"""The drawing characters: one set a kind of terminal."""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """The drawing characters, each one cell wide but for the dots; text is never drawn with these."""

    reported: str = "●"
    inferred: str = "◐"
    planned: str = "○"
    in_force: str = "◆"
    cancelled: str = "⊘"
    lane: str = "│"
    lane_vague: str = "┊"
    lane_fades: str = "╵"
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
    cross: str = "✗"
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
    becomes: str = "→"
    private: str = "⊠"
    folded: str = "▸"
    unfolded: str = "▾"
    root: str = "√"
    key: str = "✦"

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
    lane_fades="'",
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
    cross="x",
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
    becomes="->",
    private="%",
    folded="+",
    unfolded="-",
    root="r",
    key="^",
)


BRAILLE = UNICODE._replace(blocks=" ⡀⣀⣄⣤⣦⣶⣷⣿")
"""For fonts that draw eighth blocks badly: the same heights in dots."""


def glyphs_for(*, ascii: bool, braille: bool) -> Glyphs:  # noqa: A002 - as the option is called
    """The drawing characters that an option, a theme or an encoding asks for."""
    return ASCII if ascii else BRAILLE if braille else UNICODE
