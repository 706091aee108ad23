"""The style sheet of a picture: a theme's roles as the colours of its shapes, for day and for night."""

from __future__ import annotations

from tui.core.theme import Theme

FACE = '"Source Sans 3","Source Sans Pro","Segoe UI","Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans",sans-serif'
"""Faces that readers have, one after the other; none is fetched."""

ROLES = ("text", "dim", "strong", "now", "plan", "doubt", "lane1", "lane2")
_INK = {"light": ("#1c1c1c", "#ffffff"), "dark": ("#e6e6e6", "#161616")}
"""Text and ground of a theme that leaves them to the terminal, by its kind."""


def style_sheet(theme: Theme, by_night: Theme | None, *, size: int, small: int, large: int) -> str:
    """The rules for the look of a picture; where a reader prefers a dark scheme, in the colours of `by_night`."""
    rules = [shape_rules(size=size, small=small, large=large), _colours(theme)]
    if by_night is not None:
        rules.append(f"@media (prefers-color-scheme:dark){{{_colours(by_night)}}}")
    return "".join(rules)


def shape_rules(*, size: int, small: int, large: int = 0) -> str:
    """The rules without a colour, with sizes in pixels; without `large` there is no title."""
    rules = [
        f"text{{font-family:{FACE};font-size:{size}px}}",
        f".small{{font-size:{small}px}}",
        *([f".title{{font-size:{large}px;font-weight:600}}"] if large else []),
        *_SHAPES,
    ]
    return "".join(rules)


_SHAPES = (
    ".name{font-weight:600}",
    ".span{stroke-width:1.5px;stroke-dasharray:2 3}",
    ".dotted{stroke-dasharray:2 2}",
    ".hollow{fill:none}",
    ".faded{opacity:.35}",
    ".edge{stroke-width:1px;stroke-dasharray:2 2}",
    ".grid{stroke-width:1px;opacity:.18}",
    ".rule{stroke-width:1px;opacity:.6}",
    ".today{stroke-width:1.5px;stroke-dasharray:4 3}",
    ".upon{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}",
)


def _colours(theme: Theme) -> str:
    """A class to fill with, and one to draw lines with, for each role."""
    ink, ground = _INK[theme.kind]
    ground = _hex(theme.background) or ground
    colours = {role: _hex(theme.roles[role].color) for role in ROLES}
    text = colours["text"] or ink
    rules = [f".ground-fill{{fill:{ground}}}.upon{{stroke:{ground}}}"]
    for role in ROLES:
        colour = colours[role] or text
        rules.append(f".{role}-fill{{fill:{colour}}}.{role}-line{{stroke:{colour};stroke-width:1.5px}}")
    dim, now = colours["dim"] or text, colours["now"] or text
    rules.append(f".span{{stroke:{dim}}}.grid,.rule{{stroke:{dim}}}.today{{stroke:{now}}}")
    return "".join(rules)


def _hex(colour: str | None) -> str | None:
    """A colour that a picture can have: of the terminal's own nobody knows what they are."""
    return colour if colour is not None and colour.startswith("#") else None
