"""The time in which 10,000 events are read, beside a walk over the C parser's events that does nothing."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from functools import partial

import yaml

from bench.figures import Figure, ratio, report, taken_in_turn, told
from bench.generate import TEN_THOUSAND, generated
from tui.store.read.timeline import Reading, read

ROUNDS = 7


def walk(data: bytes) -> None:
    """Take every event of PyYAML's C parser, and drop it; asking the loader itself would save a tenth of this."""
    for _ in yaml.parse(data, Loader=yaml.CBaseLoader):
        pass


def read_whole(data: bytes) -> Reading:
    """The work of jalon before it can show anything: places, keys, values, order, and every check."""
    reading = read(data, "generated.yaml")
    if reading.problems or len(reading.timeline.events) != TEN_THOUSAND:
        raise SystemExit(f"bench: the generated file is not read whole: {reading.problems[:3]}")
    return reading


def clocked(work: Callable[[], object]) -> float:
    """Seconds until the work is done; what it made is taken apart again after the clock has stopped."""
    gc.collect()
    began = time.perf_counter()
    made = work()
    seconds = time.perf_counter() - began
    del made
    return seconds


def figures(rounds: int = ROUNDS) -> list[Figure]:
    """Both in one process, in turn."""
    told("reading")
    data = generated(TEN_THOUSAND).read_bytes()
    cases: dict[str, Callable[[], object]] = {"walk": partial(walk, data), "read": partial(read_whole, data)}
    times = taken_in_turn({name: partial(clocked, work) for name, work in cases.items()}, rounds)
    return [ratio(f"read {len(data) / 1e6:.1f} MB", times, "read", "walk", 2)]


if __name__ == "__main__":
    sys.exit(report(figures()))
