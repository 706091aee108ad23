"""The options of several commands, as click takes them; what they ask for is in `request.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tui.cli.base import streams
from tui.cli.base.request import (
    STANDARD_INPUT,
    DisplayOptions,
    Refusal,
    look,
)
from tui.core.text import messages
from tui.core.text.messages import _, forms, numbered

if TYPE_CHECKING:
    _ParamType = click.ParamType[str]
else:
    _ParamType = click.ParamType  # of older versions it takes no type

LANGUAGES = tuple(messages.LANGUAGES)

Taking = TypeVar("Taking", bound=Callable[..., object])


GIVEN = forms("{option} is given {number} time", "{option} is given {number} times")


class Once(click.Option):
    """An option with one value: a second one is refused, where click would take it for the first without a word."""

    def __init__(self, *names: Any, **settings: Any) -> None:
        super().__init__(*names, **{**settings, "multiple": True})

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        """The one value, or None."""
        values = super().process_value(ctx, value)
        if len(values or ()) > 1:
            cure = _("one query holds all terms") if "--query" in self.opts else _("one is enough")
            raise Refusal(numbered(*GIVEN, len(values), option=self.opts[-1]), cure)
        return values[0] if values else None


def first_word(args: Sequence[str], params: Iterable[click.Parameter]) -> int:
    """The place of the first that is neither an option nor an option's value, past all if none is."""
    takes_value = {name for one in params if isinstance(one, click.Option) and not one.is_flag for name in one.opts}
    at = 0
    while at < len(args) and args[at].startswith("-") and args[at] != STANDARD_INPUT:
        if args[at] == "--":
            return at + 1
        at += 2 if args[at] in takes_value else 1
    return at


_THEME = click.option("--theme", "theme_name", metavar="NAME", help="Colours, by the name of a theme.")


class LanguageOfTexts(_ParamType):
    """The code of any language: texts are chosen by it, and what jalon does not speak itself comes in English."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language of a code or a tag: `nl` of `nl-BE`."""
        language = str(value).strip().casefold().replace("_", "-").partition("-")[0]
        if not (language.isascii() and language.isalpha() and len(language) in (2, 3)):
            self.fail(_('"{value}" is no code of a language, such as en, fr or nl', value=value), param, ctx)
        return language


_LANGUAGE = click.option(
    "--lang", metavar="CODE", type=LanguageOfTexts(), help="Language of dates, titles and texts."
)
_ASCII = click.option("--ascii", "asks_ascii", is_flag=True, help="Draw with ASCII characters only.")
_WIDTH = click.option(
    "--width",
    "asked_width",
    metavar="N",
    type=click.IntRange(streams.LEAST_WIDTH, streams.MOST_WIDTH),
    help=f"Cells to draw to, at least {streams.LEAST_WIDTH}; else the terminal's.",
)
_COLOR = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colours and links; auto: on a terminal, unless NO_COLOR is set.",
)
_IN_VAIN = {
    "--color": click.option("--color", type=click.Choice(["auto", "always", "never"]), expose_value=False, hidden=True),
    "--lang": click.option("--lang", expose_value=False, hidden=True),
    "--today": click.option("--today", metavar="DAY", expose_value=False, hidden=True),
}


def takes_in_vain(*names: str) -> Callable[[Taking], Taking]:
    """Gives a command options that every command takes, though they change nothing here."""

    def give(command: Taking) -> Taking:
        for name in names:
            command = _IN_VAIN[name](command)
        return command

    return give


AS_OF = click.option(
    "--as-of", cls=Once, metavar="DAY", help="As published by this day: what the sources had said by then."
)
BOM = click.option("--bom", "asks_bom", is_flag=True, help="With csv: begin with a BOM, so that Excel reads UTF-8.")
_TODAY = click.option("--today", cls=Once, metavar="DAY", help="The day to take for today, such as 2026-11-22.")

TEXT_OPTIONS = (_LANGUAGE, _COLOR, _TODAY)
SCREEN_OPTIONS = (_THEME, _LANGUAGE, _ASCII, _COLOR, _TODAY)
PAGE_OPTIONS = (_THEME, _LANGUAGE, _ASCII, _WIDTH, _COLOR, _TODAY)


def display_options(options: tuple[Callable[[Any], Any], ...]) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Gives a command the options on how things are shown; it gets them as one `look`."""

    def give(command: Callable[..., int]) -> Callable[..., int]:
        @wraps(command)  # click keeps a function's parameters in its dictionary
        def gather(lang: str | None, today: str | None, theme_name: str | None = None, **others: Any) -> int:
            own = {name: others.pop(name) for name in DisplayOptions._fields if name in others}
            return command(look=look(lang, today, theme_name, **own), **others)

        for option in reversed(options):
            option(gather)
        return gather

    return give


def refuse_bom(look: DisplayOptions, form: str) -> None:
    """Say so where a BOM is asked for that nothing would begin with."""
    if look.asks_bom and form != "csv":
        raise Refusal(_("--bom is for csv"), _("add --format csv"))
