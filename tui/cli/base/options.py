"""The options of several commands: a file, and how things are to be shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from tui.cli.base import streams
from tui.core.text import messages

if TYPE_CHECKING:
    from tui.core.text.cells import Measure
    from tui.core.theme import Theme
    from tui.core.timeline.model import Event, Timeline
    from tui.drawing.spans.column import TextColumn
    from tui.drawing.spans.pen import Pen
    from tui.drawing.spans.spans import Line
    from tui.store.personal.notebook import NotebookStore
    from tui.store.read.timeline import Reading
    _ParamType = click.ParamType[str]
else:
    _ParamType = click.ParamType  # of older versions it takes no type

LANGUAGES = tuple(messages.LANGUAGES)

STANDARD_INPUT = "-"

Taking = TypeVar("Taking", bound=Callable[..., object])


class Refusal(click.ClickException):
    """A request that cannot be met, and why: the exit code is 2."""

    exit_code = streams.MISUSED

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class Once(click.Option):
    """An option with one value: a second one is refused, where click would take it for the first without a word."""

    def __init__(self, *names: Any, **settings: Any) -> None:
        super().__init__(*names, **{**settings, "multiple": True})

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        """The one value, or None."""
        values = super().process_value(ctx, value)
        if len(values or ()) > 1:
            cure = "one query holds all terms" if "--query" in self.opts else "one is enough"
            raise Refusal(f"{self.opts[-1]} is given {len(values)} times", cure)
        return values[0] if values else None


# ---- The file ----

_FILE_RULE = 'exists, is "-", holds a "/" or ends in .yaml or .yml'
"""The marks of a word that is a FILE. Every command takes it alike: before its other words, a pipe too (`<(…)`)."""


def is_file(word: str) -> bool:
    """True when a word on the command line names a file: `-`, one that exists, or what looks like one."""
    if word == STANDARD_INPUT or "/" in word or word.endswith((".yaml", ".yml")):
        return True
    return os.path.exists(word) and not os.path.isdir(word)


def first_word(args: Sequence[str], params: Iterable[click.Parameter]) -> int:
    """The place of the first that is neither an option nor an option's value, past all if none is."""
    takes_value = {name for one in params if isinstance(one, click.Option) and not one.is_flag for name in one.opts}
    at = 0
    while at < len(args) and args[at].startswith("-") and args[at] != STANDARD_INPUT:
        if args[at] == "--":
            return at + 1
        at += 2 if args[at] in takes_value else 1
    return at


def split_file(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The file that the words begin with, else the one that is read when none is named; the other words."""
    if words and is_file(words[0]):
        return words[0], words[1:]
    from tui.store.system import environment

    return environment.default_timeline(), words


def only_file(words: tuple[str, ...]) -> str:
    """The file, of a command that takes nothing else."""
    path, others = split_file(words)
    if not others:
        return path
    other = others[0]
    if len(words) == len(others):
        kind = "a folder" if os.path.isdir(other) else "not a file"
        raise Refusal(f'"{other}" is {kind}', f"a FILE {_FILE_RULE}")
    if is_file(other):
        raise Refusal(f'one file at a time: "{other}" is a second')
    raise Refusal(f'unexpected argument "{other}"', f"one FILE is enough: it {_FILE_RULE}")


def tell_shipped(path: str, words: tuple[str, ...]) -> None:
    """Say that the timeline is the one that comes with jalon, when the words don't name it."""
    from tui.store.system import environment

    if path not in words and path == environment.shipped_path("events.yaml"):
        streams.inform("no events.yaml here: this is the timeline that comes with jalon")


def reading_of(path: str) -> Reading:
    """Read a timeline; refused when it cannot be read at all."""
    return reading_and_bytes(path)[0]


def reading_and_bytes(path: str) -> tuple[Reading, bytes]:
    """The same, and the bytes it was read from."""
    from tui.store.read.timeline import read
    from tui.store.system import read_bytes

    if path == STANDARD_INPUT and sys.stdin is None:
        raise Refusal("standard input is closed")
    try:
        data = read_bytes.fetch(path)
        return read(data, path), data
    except read_bytes.Unreadable as unreadable:
        raise Refusal(str(unreadable)) from unreadable


def tell_problems(reading: Reading, path: str) -> None:
    """Say how many problems the file has, and how to see them; hints alone are no reason to speak."""
    if not reading.problems:
        return
    from tui.core.problems.problem import HINT, by_severity
    from tui.store.system.read_bytes import display_name

    if all(problem.severity == HINT for problem in reading.problems):
        return
    cure = "" if path == STANDARD_INPUT else f": jalon check {quoted(path)}"
    streams.inform(f"{display_name(path)}: {', '.join(by_severity(reading.problems))}{cure}")


def tell_trouble(keeper: NotebookStore) -> None:
    """Say what is wrong with the notebook and how its good copy is brought back, and what is left elsewhere."""
    if trouble := keeper.take_trouble():
        streams.complain(trouble, "jalon notes restore brings it back" if keeper.offered() else None)
    for news in keeper.take_news():
        streams.inform(news)


def name_as_read(text: str) -> str:
    """An id as it was typed, in the form in which ids are compared."""
    if text.isascii():
        return text
    from tui.core.text.identity import as_meant

    return as_meant(text)


def event_of_id(timeline: Timeline, event_id: str) -> Event:
    """The event of that id; refused with the nearest id when there is none."""
    wanted = name_as_read(event_id)
    for event in timeline.events:
        if event.id in (event_id, wanted):
            return event
    from tui.core.evidence.privacy import public
    from tui.core.text.nearest import did_you_mean

    hint = did_you_mean(event_id, [event.id for event in public(timeline).events])
    raise Refusal(f'no event is called "{event_id}"', hint)


def quoted(word: str) -> str:
    """A word as a shell takes it."""
    if all(c.isalnum() or c in "-_./" for c in word):
        return word
    return "'" + word.replace("'", "'\\''") + "'"


# ---- How it is shown ----


class DisplayOptions(NamedTuple):
    """The way in which things are shown, as far as the command line says; the rest is found when it is needed."""

    language: str
    today: int
    theme_name: str | None = None
    asks_ascii: bool = False
    asked_width: int | None = None
    color: str = "auto"
    asked_language: str | None = None
    asks_wrap: bool | None = None
    asks_bom: bool = False

    @property
    def coloured(self) -> bool:
        """True when standard output gets colours and links."""
        from tui.store.system import environment

        return environment.colour_wanted(self.color, streams.is_terminal())

    @property
    def width(self) -> int:
        """Cells to draw to."""
        return streams.width(self.asked_width)

    @property
    def wraps(self) -> bool:
        """True when a title goes on in another row, rather than be cut; a terminal shows all of it in the app."""
        return not streams.is_terminal() if self.asks_wrap is None else self.asks_wrap

    def theme(self) -> Theme | None:
        """The theme to colour with; None when there is to be no colour."""
        return self.chosen() if self.coloured else None

    def pen(self, theme: Theme | None = None) -> Pen:
        """The pen to draw with; ASCII when asked for, also by a theme, or when the encoding lacks other characters."""
        from tui.drawing.spans.glyphs import glyphs_for
        from tui.drawing.spans.pen import Pen
        from tui.store.system import environment

        theme = theme or (self.chosen() if self.theme_name else None)
        asked = self.asks_ascii or (theme is not None and theme.ascii)
        in_ascii = asked or not environment.encoding_can_draw(sys.stdout)
        glyphs = glyphs_for(ascii=in_ascii, braille=theme is not None and theme.braille)
        return Pen(self.language, self.today, glyphs, measure())

    def draw(self, rows: Callable[[Pen], Iterable[Line]]) -> None:
        """Print the rows that are made with a pen."""
        from tui.printing.lines import draw

        theme = self.theme()
        draw(rows(self.pen(theme)), self.width, theme)

    def draw_column(self, rows: Callable[[TextColumn], Iterable[Line]]) -> None:
        """Print the rows that are made in a column as wide as the page."""
        from tui.drawing.spans.column import TextColumn

        self.draw(lambda pen: rows(TextColumn(self.width, pen)))

    def chosen(self) -> Theme:
        """The theme by its name; one with a fault is said, and another takes its place."""
        from tui.store.personal import themes
        from tui.store.system import environment

        name = self.theme_name or themes.DEFAULT_IN_PRINT
        try:
            theme, message = themes.load(name, environment.user_themes_folder())
        except themes.ThemeNameError as unknown:
            raise Refusal(str(unknown)) from unknown
        if message:
            streams.inform(message)
        return theme


def measure() -> Measure:
    """Cells that a text takes on standard output, with the escapes of what its encoding lacks."""
    from tui.printing.lines import cells

    if streams.writes_unicode():
        return cells
    return lambda text: len(text) if text.isascii() else cells(streams.as_written(text))


_THEME = click.option("--theme", "theme_name", metavar="NAME", help="Colours, by the name of a theme.")


class LanguageOfTexts(_ParamType):
    """The code of any language: texts are chosen by it, and what jalon does not speak itself comes in English."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The language of a code or a tag: `nl` of `nl-BE`."""
        language = str(value).strip().casefold().replace("_", "-").partition("-")[0]
        if not (language.isascii() and language.isalpha() and len(language) in (2, 3)):
            self.fail(f'"{value}" is no code of a language, such as en, fr or nl', param, ctx)
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
        raise Refusal("--bom is for csv", "add --format csv")


def look(language: str | None, today: str | None, theme_name: str | None = None, **others: Any) -> DisplayOptions:
    """The way in which things are shown, with what was not asked for taken from the environment."""
    from tui.store.system import environment

    try:
        day = environment.today(today)
        return DisplayOptions(environment.language(language), day, theme_name, **others, asked_language=language)
    except environment.DayError as wrong:
        raise Refusal(str(wrong)) from wrong
