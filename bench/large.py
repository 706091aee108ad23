"""The time until a key is answered on the screen, with 100,000 events open: letters of a query, moves, lanes."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable

from bench.figures import Figure, report, spread, told
from bench.generate import HUNDRED_THOUSAND, generated
from bench.startup import jalon, of_nobody
from bench.terminal import Answer, Terminal

TIMES = 5
FACET_MS, WORD_MS, KEY_MS = 30, 80, 50
ESCAPE, SPACE, PAGE_DOWN, SHIFT_RIGHT = "\x1b", " ", "\x1b[6~", "\x1b[1;2C"
QUIET = 0.3
"""Seconds without a byte after which a key is answered, counts and all."""
BELOW_COUNTS = range(5, 36)
"""Rows of the screen from the first event to the last: what stands above, counts of a large file, may come a frame
later. What is looked at ends with the line that is typed in and the number of events that it gives."""

TYPED = (
    ("a letter of a facet's value", "country:", "BE", FACET_MS),
    ("a letter of a second facet", "country:BE status:", "planned", FACET_MS),
    ("a letter of a word", "", "kasbah", WORD_MS),
    ("a letter of a word that is everywhere", "", "the", WORD_MS),
    ("a letter of a field's name", "", "country:", WORD_MS),
)
"""The text that is typed before, and the letters that are measured; letters of a name are words until its colon."""

MOVES = ("j", PAGE_DOWN, "G", "k", "g")
LANES = (
    ("lanes: zoom", ("+", "+", "+", "-")),
    ("lanes: move", ("j", "l", "h", PAGE_DOWN)),
    ("lanes: pan", (SHIFT_RIGHT,)),
    ("lanes: fit", ("0",)),
    ("lanes: another group", ("L", "L", "L", "L", "L")),
)
"""The keys that are pressed in the lanes, in that order: groups turn until they are those of the beginning."""


class Reader:
    """Presses keys of a program that has a large file open, and keeps how long each kind of them took."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.answers: dict[tuple[str, float], list[Answer]] = {}

    def press(self, keys: Iterable[str]) -> None:
        """Press keys that are not measured."""
        for key in keys:
            self.terminal.type(key)
            self.terminal.rest(QUIET)

    def measure(self, name: str, budget: float, keys: Iterable[str]) -> None:
        """Press keys; one that changes nothing in sight was answered all the same."""
        kept = self.answers.setdefault((name, budget), [])
        kept += [self.terminal.press(key, quiet=QUIET, rows=BELOW_COUNTS) for key in keys]

    def filter(self) -> None:
        """Type queries letter by letter, and leave each."""
        for name, before, letters, budget in TYPED:
            self.press(("f", *before))
            self.measure(name, budget, letters)
            self.press(ESCAPE)

    def look_at_lanes(self) -> None:
        """Open the lanes of a country, look about, and leave."""
        self.press("v")
        self.measure("lanes: open", KEY_MS, "l")
        for name, keys in LANES:
            self.measure(name, KEY_MS, keys)
        self.press("c")
        self.measure("lanes: a filter", KEY_MS, "\r")
        self.press("x")
        self.measure("lanes: back to the spine", KEY_MS, "q")


def figures(times: int = TIMES) -> list[Figure]:
    """Everything that words are looked for in is ready; the program's own reading is not measured here."""
    told("a large file")
    file = str(generated(HUNDRED_THOUSAND))
    with tempfile.TemporaryDirectory() as home, Terminal(jalon(file), env=of_nobody(home)) as terminal:
        terminal.wait_for("all keys", limit=120)
        terminal.rest_of_work()
        reader = Reader(terminal)
        for _ in range(times):
            reader.filter()
            reader.measure("a move", KEY_MS, MOVES)
            reader.look_at_lanes()
    return [figure(f"100,000: {name}", measured, budget) for (name, budget), measured in reader.answers.items()]


def figure(name: str, answers: list[Answer], budget: float) -> Figure:
    """The 95th percentile until the events asked for are there, in milliseconds; their counts follow in a frame."""
    middle, late = spread([answer.shown * 1000 for answer in answers])
    last, _ = spread([answer.last * 1000 for answer in answers])
    work, _ = spread([answer.work * 1000 for answer in answers])
    detail = f"p50 {middle:.1f} ms, last byte {last:.1f} ms, CPU {work:.0f} ms in all"
    return Figure(name, late, budget, "ms p95", detail)


if __name__ == "__main__":
    sys.exit(report(figures()))
