"""The time until a key is on the screen, with 10,000 events open."""

from __future__ import annotations

import sys
import tempfile

from bench.figures import Figure, report, spread, told
from bench.generate import TEN_THOUSAND, generated
from bench.startup import jalon, of_nobody
from bench.terminal import Answer, Terminal

TIMES = 20
TWO_FRAMES = 1000 / 30
"""Milliseconds that two frames last at 60 Hz."""

DOWN, PAGE_DOWN, END, HOME, ENTER = "j", "\x1b[6~", "G", "g", "\r"


def figures(times: int = TIMES) -> list[Figure]:
    """The slower keys too: from one end to the other, and filters that touch every row."""
    told("keys")
    answers: dict[str, list[Answer]] = {}
    file = str(generated(TEN_THOUSAND))
    with tempfile.TemporaryDirectory() as home, Terminal(jalon(file), env=of_nobody(home)) as terminal:
        terminal.wait_for("all keys")
        terminal.rest(1.0)
        for _ in range(times):
            terminal.type(HOME)
            for name, (*before, last) in WALK:
                for key in before:
                    terminal.press(key)
                answers.setdefault(name, []).append(terminal.press(last))
    return [figure(name, measured) for name, measured in answers.items()]


WALK = (
    ("j: next event", [DOWN]),
    ("page down", [PAGE_DOWN]),
    ("G: last event", [END]),
    ("g: first event", [HOME]),
    ("a: open a picker", ["a"]),
    ("enter: apply the filter", ["k", "e", ENTER]),
    ("x: clear it", ["x"]),
)
"""The keys that are measured, in the order of pressing: the last key of each."""


def figure(name: str, answers: list[Answer]) -> Figure:
    """The 95th percentile until the screen shows the whole answer, in milliseconds."""
    last, _ = spread([answer.last * 1000 for answer in answers])
    middle, late = spread([answer.shown * 1000 for answer in answers])
    size = sum(answer.size for answer in answers) // len(answers)
    detail = f"p50 {middle:.1f} ms, last byte {last:.1f} ms, {size:,} bytes"
    return Figure(name, late, TWO_FRAMES, "ms p95", detail)


if __name__ == "__main__":
    sys.exit(report(figures()))
