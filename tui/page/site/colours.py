"""The colours of a page: a theme's roles as variables of CSS, each with contrast enough for what it is for."""

from __future__ import annotations

from tui.core.theme import Theme, contrast

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of letters, and of what is drawn (WCAG 2.2, 1.4.3 and 1.4.11)."""
LETTERS = ("text", "dim", "strong", "now", "alarm", "doubt", "plan", "kept", "key")
DRAWN = ("lane1", "lane2", "lane3")
_INK = {"light": ("#1c1c1c", "#ffffff"), "dark": ("#e6e6e6", "#161616")}
"""Text and ground of a theme that leaves them to the terminal, by its kind."""


def colours(theme: Theme) -> dict[str, str]:
    """The colour of each role on the ground, and of the ground, of what is set off from it, and of a thin line."""
    ink, paper = _INK[theme.kind]
    ground = _hex(theme.background) or paper
    text = _hex(theme.roles["text"].color) or ink
    if contrast(text, ground) < TEXT:
        text = max(ink, "#000000", "#ffffff", key=lambda one: contrast(one, ground))
    set_off = mixed(ground, text, 0.045)
    found = {"ground": ground, "panel": set_off, "line": mixed(ground, text, 0.18), "text": text}
    for least, roles in ((TEXT, LETTERS), (SHAPE, DRAWN)):
        for role in roles:
            colour = _hex(theme.roles[role].color) or text
            is_seen = min(contrast(colour, ground), contrast(colour, set_off)) >= least
            found[role] = colour if is_seen else text
    match = theme.roles["match"]
    pair = _hex(match.color), _hex(match.background)
    found["match"], found["match-ground"] = pair[0] or "#000000", pair[1] or "#ffd75e"
    return found


def mixed(one: str, other: str, part: float) -> str:
    """A colour between two, so far from the first to the second."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def variables(theme: Theme) -> str:
    """The variables of a theme, as a list of declarations."""
    return "".join(f"--{role}:{colour};" for role, colour in colours(theme).items())


def _hex(colour: str | None) -> str | None:
    """A colour that a page can have: of the terminal's own nobody knows what they are."""
    return colour if colour is not None and colour.startswith("#") else None
