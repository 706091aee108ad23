"""The parts of a theme: a style for each role, a background, and the contrast of one on the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from tui.core.text.messages import worded

T = TypeVar("T")

ROLES = (
    "text", "dim", "strong", "cursor", "now", "alarm", "doubt", "plan",
    "kept", "match", "key", "lane1", "lane2", "lane3",
)  # fmt: skip
"""Colour has roles, not names; what each is for stands in `themes/encre.yaml`."""

KINDS = ("dark", "light")
PLAIN = "plain"
"""The style that says nothing."""
ATTRIBUTES = ("bold", "italic", "underline", "reverse", "dim")
ANSI_COLORS = (
    "ansi_default", "ansi_black", "ansi_red", "ansi_green", "ansi_yellow", "ansi_blue", "ansi_magenta",
    "ansi_cyan", "ansi_white", "ansi_bright_black", "ansi_bright_red", "ansi_bright_green",
    "ansi_bright_yellow", "ansi_bright_blue", "ansi_bright_magenta", "ansi_bright_cyan", "ansi_bright_white",
)  # fmt: skip
"""The terminal's own colours, whatever they are there; only a theme with `terminal: true` may use them."""

_EMPTY = worded('it says nothing; quote a colour, "#e8a05c", for a bare # begins a comment')
_HEX = re.compile("#[0-9a-f]{6}")


class StyleError(ValueError):
    """A style that cannot be read; its text says why, in one clause."""


class Style(NamedTuple):
    """The look of a role: colours are `#rrggbb` or one of ANSI_COLORS, None is what lies underneath."""

    color: str | None = None
    background: str | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False
    dim: bool = False

    def over(self, below: Style) -> Style:
        """The style laid over another: its own colours where it has any, the attributes of both."""
        return Style(
            self.color or below.color,
            self.background or below.background,
            *(mine or theirs for mine, theirs in zip(self[2:], below[2:], strict=True)),
        )

    def words(self) -> str:
        """The style as a theme file writes it: `bold #e8a05c on #1b1d23`; `plain` when it says nothing."""
        attributes = (name for name in ATTRIBUTES if getattr(self, name))
        background = f"on {self.background}" if self.background else ""
        return " ".join(filter(None, (*attributes, self.color, background))) or PLAIN


class Theme(NamedTuple):
    """A named set of styles, one a role, for the app and the print alike."""

    name: str
    title: str
    kind: str
    """One of KINDS."""
    background: str | None
    """None is the terminal's own."""
    roles: Mapping[str, Style]
    """By role; each of ROLES is there."""
    terminal: bool = False
    """True when its colours are the terminal's sixteen, of which nobody can say how they contrast."""
    ascii: bool = False
    """True when it asks for ASCII drawing characters."""
    braille: bool = False
    """True when it asks for heights in dots, for a font that draws blocks badly."""

    def __hash__(self) -> int:
        """By name, so that what is made from a theme can be kept by theme; `roles` has no hash of its own."""
        return hash((self.name, self.background))

    def on_cursor(self, role: str) -> Style:
        """The style of a role on the cursor's row: text as the cursor has it, the others with their own colour.

        A cursor that reverses takes the whole row, or it would fall into coloured blocks; attributes stay.
        """
        cursor, style = self.roles["cursor"], self.roles[role]
        if cursor.reverse:
            return cursor.over(style._replace(color=None, background=None))
        if role in ("text", "cursor"):
            return cursor.over(style)
        return style if style.background else style._replace(background=cursor.background)


def parse_style(text: str, terminal: bool = False) -> Style:
    """The style written in words: attributes, a colour, `on` a background (`bold #e8a05c on #1b1d23`)."""
    if text.strip() == PLAIN:
        return Style()
    colors: dict[str, str] = {}
    attributes: set[str] = set()
    side = "color"
    for word in text.casefold().split():
        if word == "on" and side == "color":
            side = "background"
        elif word in ATTRIBUTES and side == "color":
            attributes.add(word)
        elif side in colors:
            raise StyleError(worded('"{word}" is one colour too many', word=word))
        else:
            colors[side] = parse_color(word, terminal)
    if side == "background" and side not in colors:
        raise StyleError(worded('"on" needs a colour after it'))
    if not colors and not attributes:
        raise StyleError(_EMPTY)
    return Style(colors.get("color"), colors.get("background"), *(name in attributes for name in ATTRIBUTES))


def parse_color(word: str, terminal: bool = False) -> str:
    """The colour as `#rrggbb`, or one of ANSI_COLORS where the terminal's own are allowed."""
    word = word.casefold()
    if _HEX.fullmatch(word):
        return word
    if not word:
        raise StyleError(_EMPTY)
    if word in ANSI_COLORS:
        if terminal:
            return word
        raise StyleError(worded('"{word}" is a colour of the terminal\'s own, which needs "terminal: true"', word=word))
    raise StyleError(
        worded('"{word}" is not a colour like "#e8a05c" nor one of {known}', word=word, known=", ".join(ATTRIBUTES))
    )


Fault = tuple[str, str]
"""A key of a theme file, and in one clause what is wrong with its value."""


def make(name: str, fields: Mapping[str, str], styles: Mapping[str, str]) -> tuple[Theme, list[Fault]]:
    """The theme that a file's fields and styles describe, and their faults; with any it is not fit for use."""
    faults: list[Fault] = []
    terminal, ascii_, braille = (_truth(fields, key, faults) for key in ("terminal", "ascii", "braille"))
    kind = fields.get("kind", KINDS[0])
    if kind not in KINDS:
        faults.append(
            ("kind", worded('"{kind}" is neither {one} nor {other}', kind=kind, one=KINDS[0], other=KINDS[1]))
        )
    ground = _read(parse_color, "background", fields.get("background"), terminal, faults)
    read = {role: _read(parse_style, role, text, terminal, faults) for role, text in styles.items()}
    roles = {role: style for role, style in read.items() if style is not None}
    faults += [("roles", worded('the role "{role}" is missing', role=role)) for role in ROLES if role not in styles]
    if "cursor" in roles and not (roles["cursor"].background or roles["cursor"].reverse):
        faults.append(("cursor", worded('it needs a background ("#ffffff on #2a3342") or reverse, to be seen')))
    return Theme(name, fields.get("title") or name, kind, ground, roles, terminal, ascii_, braille), faults


def _read(parse: Callable[[str, bool], T], key: str, text: str | None, terminal: bool, faults: list[Fault]) -> T | None:
    """The text parsed; None when there is none, or when it is at fault."""
    try:
        return None if text is None else parse(text, terminal)
    except StyleError as fault:
        faults.append((key, str(fault)))
        return None


def _truth(fields: Mapping[str, str], key: str, faults: list[Fault]) -> bool:
    text = fields.get(key, "false").casefold()
    if text not in ("true", "false"):
        faults.append((key, worded('"{text}" is neither true nor false', text=text)))
    return text == "true"


def contrast(foreground: str, background: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(foreground), _luminance(background)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """The relative luminance of a `#rrggbb` colour, from 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


FIELDS = ("title", "kind", "background", "terminal", "ascii", "braille")
"""The keys of a theme file besides its roles."""

_BARE = {
    "strong": Style(bold=True), "cursor": Style(reverse=True), "now": Style(underline=True),
    "alarm": Style(bold=True, underline=True), "key": Style(italic=True, underline=True),
    "match": Style(bold=True, italic=True, underline=True),
}  # fmt: skip
BARE = Theme("bare", "Bare", "dark", None, {role: _BARE.get(role, Style()) for role in ROLES})
"""Without a colour and without a file: what is left when the shipped themes cannot be read."""
