"""A request as commands see it: a file, how things are to be shown, and the refusal; nothing here knows click."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.cli.base import streams
from tui.core.text.messages import _, numbered, reason_of, translated

if TYPE_CHECKING:
    from tui.core.text.cells import Measure
    from tui.core.theme import Theme
    from tui.core.timeline.model import Event, Timeline
    from tui.drawing.spans.column import TextColumn
    from tui.drawing.spans.pen import Pen
    from tui.drawing.spans.spans import Line
    from tui.store.personal.notebook import NotebookStore
    from tui.store.read.timeline import Reading

STANDARD_INPUT = "-"
MOST_LEFT_OUT = 3
"""Files that are left out and named; the others are counted."""


class Refusal(Exception):
    """A request that cannot be met, and why: the exit code is 2."""

    exit_code = streams.MISUSED

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


# ---- The file ----

def is_file(word: str) -> bool:
    """True when a word on the command line names a file: `-`, one that exists, or what looks like one.

    Every command takes a FILE alike: before its other words, a pipe too (`<(…)`).
    """
    if word == STANDARD_INPUT or "/" in word or word.endswith((".yaml", ".yml")):
        return True
    return word in (os.curdir, os.pardir) or (os.path.exists(word) and not os.path.isdir(word))


def split_file(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The file that the words begin with, else the one that is read when none is named; the other words."""
    if words and is_file(words[0]):
        return words[0], words[1:]
    from tui.store.system import environment

    return environment.default_timeline(), words


def only_file(words: tuple[str, ...]) -> str:
    """The file, of a command that takes nothing else."""
    if len(words) == 1 and os.path.isdir(words[0]):
        return words[0]
    path, others = split_file(words)
    if not others:
        return path
    other = others[0]
    if len(words) == len(others):
        message = _('"{word}" is not a file', word=other)
        raise Refusal(message, _('a FILE exists, is "-", holds a "/" or ends in .yaml or .yml'))
    if is_file(other):
        raise Refusal(_('one file at a time: "{word}" is a second', word=other))
    hint = _('one FILE is enough: it exists, is "-", holds a "/" or ends in .yaml or .yml')
    raise Refusal(_('unexpected argument "{word}"', word=other), hint)


def tell_shipped(path: str, words: tuple[str, ...]) -> None:
    """Say that the timeline is the one that comes with jalon, when the words don't name it."""
    from tui.store.system import environment

    if path not in words and path == environment.shipped_path("events.yaml"):
        streams.inform(_("no events.yaml here: this is the timeline that comes with jalon"))


def reading_of(path: str) -> Reading:
    """Read a timeline; refused when it cannot be read at all."""
    return reading_and_bytes(path)[0]


def reading_and_bytes(path: str) -> tuple[Reading, bytes]:
    """The same, and the bytes it was read from."""
    from tui.store.files.timeline_files import fetch_timeline
    from tui.store.read.timeline import read
    from tui.store.system import read_bytes

    if path == STANDARD_INPUT and sys.stdin is None:
        raise Refusal(_("standard input is closed"))
    try:
        data = fetch_timeline(path)
        reading = read(data, path)
        if reading.files is not None or os.path.lexists(f"{os.path.realpath(path)}.ledger.jsonl"):
            from tui.store.proof.marks import with_proofs  # most timelines have no ledger

            reading = with_proofs(reading)
        return reading, data
    except read_bytes.Unreadable as unreadable:
        raise Refusal(reason_of(unreadable)) from unreadable


def tell_left_out(reading: Reading) -> None:
    """Say which files of a folder hold no events."""
    if reading.left_out:
        from tui.store.system.read_bytes import display_name

        names = ", ".join(map(display_name, reading.left_out[:MOST_LEFT_OUT]))
        rest = len(reading.left_out) - MOST_LEFT_OUT
        more = numbered(" and {number} more", " and {number} more", rest) if rest > 0 else ""
        streams.inform(_("left out, for no events are in it: {names}{more}", names=names, more=more))


def tell_problems(reading: Reading, path: str) -> None:
    """Say how many problems the file has, and how to see them; hints alone are no reason to speak."""
    tell_left_out(reading)
    if not reading.problems:
        return
    from tui.core.problems.problem import HINT, by_severity
    from tui.store.system.read_bytes import display_name

    if all(problem.severity == HINT for problem in reading.problems):
        return
    file, problems = translated(display_name(path)), ", ".join(by_severity(reading.problems))
    if path == STANDARD_INPUT:
        streams.inform(_("{name}: {value}", name=file, value=problems))
    else:
        command = f"jalon check {quoted(path)}"  # no words: a command
        streams.inform(_("{file}: {problems}: {command}", file=file, problems=problems, command=command))


def tell_trouble(keeper: NotebookStore) -> None:
    """Say what is wrong with the notebook and how its good copy is brought back, and what is left elsewhere."""
    if trouble := keeper.take_trouble():
        streams.complain(trouble, _("jalon notes restore brings it back") if keeper.offered() else None)
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
    raise Refusal(_('no event is called "{id}"', id=event_id), hint)


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
        from tui.drawing.spans.glyphs import ASCII
        from tui.printing.lines import draw, in_plain_signs

        theme = self.theme()
        pen = self.pen(theme)
        lines = rows(pen)
        draw(map(in_plain_signs, lines) if pen.glyphs == ASCII else lines, self.width, theme)

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
            raise Refusal(reason_of(unknown)) from unknown
        if message:
            streams.inform(message)
        return theme


def measure() -> Measure:
    """Cells that a text takes on standard output, with the escapes of what its encoding lacks."""
    from tui.printing.lines import cells

    if streams.writes_unicode():
        return cells
    return lambda text: len(text) if text.isascii() else cells(streams.as_written(text))


def look(language: str | None, today: str | None, theme_name: str | None = None, **others: Any) -> DisplayOptions:
    """The way in which things are shown, with what was not asked for taken from the environment."""
    from tui.store.system import environment

    try:
        day = environment.today(today)
        return DisplayOptions(environment.language(language), day, theme_name, **others, asked_language=language)
    except environment.DayError as wrong:
        raise Refusal(reason_of(wrong)) from wrong
