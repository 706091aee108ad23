"""How long a letter in the filter line takes to be answered on the screen, with 100,000 events open."""

from __future__ import annotations

import sys
import tempfile

from bench.figures import Figure, report, spread, told
from bench.generate import HUNDRED_THOUSAND, generated
from bench.startup import jalon, of_nobody
from bench.terminal import Answer, Terminal

TIMES = 3
FACET_MS, WORD_MS, KEY_MS = 30, 80, 50
ESCAPE = "\x1b"
SPINE = range(6, 25)
"""Rows of the screen that hold events, also above the filter line."""

TYPED = (
    ("a letter of a facet's value", "country:", "BE", FACET_MS),
    ("a letter of a second facet", "country:BE status:", "planned", FACET_MS),
    ("a letter of a word", "", "kasbah", WORD_MS),
    ("a letter of a word that is everywhere", "", "the", WORD_MS),
)
"""What is typed before, and the letters that are measured."""

MOVES = (("j", "j: next event"), ("\x1b[6~", "page down"), ("G", "G: last event"), ("g", "g: first event"))


def figures(times: int = TIMES) -> list[Figure]:
    """Letters while everything that words are looked for in is ready; then moves."""
    told("a large file")
    file = str(generated(HUNDRED_THOUSAND))
    answers: dict[tuple[str, float], list[Answer]] = {}
    with tempfile.TemporaryDirectory() as home, Terminal(jalon(file), env=of_nobody(home)) as terminal:
        terminal.wait_for("all keys", limit=120)
        terminal.rest(20)
        for _ in range(times):
            for name, before, letters, budget in TYPED:
                for letter in ("f", *before):
                    terminal.press(letter, quiet=0.3)
                for letter in letters:
                    answers.setdefault((name, budget), []).append(terminal.press(letter, quiet=0.3, rows=SPINE))
                terminal.type(ESCAPE)
            for key, name in MOVES:
                answers.setdefault((name, KEY_MS), []).append(terminal.press(key, quiet=0.3, rows=SPINE))
    return [figure(f"100,000: {name}", measured, budget) for (name, budget), measured in answers.items()]


def figure(name: str, answers: list[Answer], budget: float) -> Figure:
    """The 95th percentile until the events asked for are there, in milliseconds; their counts follow in a frame."""
    middle, late = spread([answer.shown * 1000 for answer in answers if answer.shown])  # `k` alone is no query yet
    last, _ = spread([answer.last * 1000 for answer in answers])
    return Figure(name, late, budget, "ms p95", f"p50 {middle:.1f} ms, last byte {last:.1f} ms")


if __name__ == "__main__":
    sys.exit(report(figures()))
