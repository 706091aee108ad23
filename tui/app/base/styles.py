"""A theme as Textual and Rich want it: a style for each role, on the cursor's row or off it."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.theme import Theme as TextualTheme

from tui.core.theme import ROLES, Style, Theme
from tui.drawing.spans.spans import Line, with_bare_blanks
from tui.store.personal import themes
from tui.store.system import environment

DEFAULT = "ansi_default"


class ThemeStyles:
    """The styles of one theme, made once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        ground = Style(background=theme.background or DEFAULT)
        self.plain = {role: rich_style(theme.roles[role].over(ground)) for role in ROLES}
        self.on_cursor = {role: rich_style(theme.on_cursor(role).over(ground)) for role in ROLES}
        self.underlined = frozenset(role for role in ROLES if theme.roles[role].underline)
        self.ground = rich_style(Style(theme.roles["text"].color, ground.background))

    def strip(self, line: Line, width: int, *, on_cursor: bool = False) -> Strip:
        """A line as a strip of exactly that many cells."""
        styles = self.on_cursor if on_cursor else self.plain
        blank = styles["text"] if on_cursor else self.ground
        if self.underlined:
            line = with_bare_blanks(line, self.underlined)
        strip = Strip([Segment(span.text, styles[span.role]) for span in line])
        return strip.adjust_cell_length(width, blank)

    def blank(self, width: int) -> Strip:
        """An empty row on the theme's ground."""
        return Strip([Segment(" " * width, self.ground)], width)


def rich_style(style: Style) -> RichStyle:
    """A style of ours as Rich has it."""
    return RichStyle(
        color=_rich_color(style.color),
        bgcolor=_rich_color(style.background),
        bold=style.bold or None,
        italic=style.italic or None,
        underline=style.underline or None,
        reverse=style.reverse or None,
        dim=style.dim or None,
    )


def _rich_color(name: str | None) -> str | None:
    """Textual's names of the terminal's colours in Rich's spelling."""
    return name.removeprefix("ansi_") if name else None


@lru_cache(maxsize=64)
def textual_theme(theme: Theme) -> TextualTheme:
    """The theme that colours what CSS draws: the ground, inputs, lists, toasts."""
    text = theme.roles["text"].color or DEFAULT
    ground = theme.background or DEFAULT
    cursor = theme.roles["cursor"]
    behind = cursor.background or (text if cursor.reverse else DEFAULT)
    over = cursor.color or (ground if cursor.reverse else text)

    def colour(role: str) -> str:
        return theme.roles[role].color or text

    return TextualTheme(
        name=theme.name,
        primary=colour("key"),
        secondary=colour("lane1"),
        accent=colour("key"),
        warning=colour("alarm"),
        error=colour("alarm"),
        success=colour("kept"),
        foreground=text,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        dark=theme.kind == "dark",
        ansi=theme.background is None or theme.terminal,
        text_alpha=1.0,
        variables={
            "block-cursor-background": behind,
            "block-cursor-foreground": over,
            "block-cursor-text-style": "reverse" if cursor.reverse else "none",
            "ansi-background": ground,  # Textual's own rules want these of a theme in the terminal's colours
            "ansi-foreground": text,
            "border": text,
            "border-blurred": colour("dim"),
            "screen-selection-background": behind,
            "screen-selection-foreground": over,
            "input-cursor-background": colour("key"),
            "input-cursor-foreground": ground,
            "input-selection-background": behind,
            "input-selection-foreground": over,
            "role-dim": colour("dim"),
            "role-key": colour("key"),
            "role-now": colour("now"),
            "role-alarm": colour("alarm"),
        },
    )


def worn_theme(asked: str | None, preferred: str) -> tuple[Theme, str | None]:
    """The theme that is asked for, else the one that was chosen some day, if there still is one of that name."""
    folder = environment.user_themes_folder()
    try:
        return themes.load(asked or preferred or None, folder)
    except themes.ThemeNameError as unknown:
        return themes.load(None, folder)[0], str(unknown)
