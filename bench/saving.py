"""The time until a save is on the screen, and whether anything else ever is, however the editor saves."""

from __future__ import annotations

import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.figures import Figure, ratio, report, spread, told
from bench.generate import TEN_THOUSAND, generated
from bench.reading import clocked, read_whole
from bench.startup import ROOT, jalon, of_nobody
from bench.terminal import Terminal

TIMES = 100
LARGE_TIMES = 10
A_SECOND = 1000.0
"""Milliseconds from the end of a save within which it has to be on the screen."""

HEADING = re.compile(r"Save (\d+) .*?(\d+) events")
"""The words of the first row of the screen about a save: its number, and the number of events that are shown."""


# ---- Ways of saving, each from the new bytes to a file that holds them


def rename_away(path: Path, data: bytes) -> None:
    """As vim does: the old file gets another name, the new one is written, the old one goes."""
    backup = path.with_name(f"{path.name}~")
    path.rename(backup)
    path.write_bytes(data)
    backup.unlink()


def in_place(path: Path, data: bytes) -> None:
    """As nano and VS Code do: the file is cut to nothing and written."""
    path.write_bytes(data)


def rename_over(path: Path, data: bytes) -> None:
    """As emacs and sync tools do: another file is written beside it and takes its place."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)


def take_away(path: Path, data: bytes) -> None:
    """As git does on checkout: the file is removed and made anew."""
    path.unlink()
    time.sleep(0.01)
    path.write_bytes(data)


def piece_by_piece(path: Path, data: bytes) -> None:
    """As a slow network does: cut to nothing, then a piece at a time, with pauses longer than those of any disk."""
    step = len(data) // 6 + 1
    with path.open("wb", buffering=0) as file:
        for begin in range(0, len(data), step):
            file.write(data[begin : begin + step])
            time.sleep(random.choice((0.02, 0.08, 0.15)))


WAYS: tuple[Callable[[Path, bytes], None], ...] = (rename_away, in_place, rename_over, take_away, piece_by_piece)


# ---- What is saved


def versions(times: int, seed: int = 1) -> list[tuple[bytes, int]]:
    """So many states of the shipped timeline, each with a title of its own, and how many events each holds."""
    chosen = random.Random(seed)
    text = (ROOT / "events.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^  about: [^>\n]*\n", "", text)  # or an event left out would be missed by others, an error
    before, *events = re.split(r"(?m)^(?=- id: )", text)
    last, end = events[-1].split("\n\n\n", 1)
    events[-1] = f"{last}\n\n\n"
    made = []
    for number in range(times + 1):
        kept = [event for event in events if chosen.random() < 0.9]
        head = re.sub(r"(?m)^  title: .*", f"  title: Save {number}", before, count=1)
        made.append(((head + "".join(kept) + end).encode(), len(kept)))
    return made


# ---- Measuring


def figures(times: int = TIMES) -> list[Figure]:
    """So many saves in turn in each way, with the app open; the slowest of them, and every view that was no save."""
    told("saves")
    states = versions(times)
    seconds: dict[str, list[float]] = {way.__name__: [] for way in WAYS}
    strange: list[str] = []
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "story.yaml"
        path.write_bytes(states[0][0])
        with Terminal(jalon(str(path)), env=of_nobody(home)) as terminal:
            terminal.wait_for("all keys", "Save 0 ")
            terminal.rest(1.0)
            for number, (data, _) in enumerate(states[1:], 1):
                way = WAYS[number % len(WAYS)]
                begin = len(terminal.output)
                way(path, data)
                saved = time.perf_counter()
                shown = terminal.started + terminal.wait_for(f"Save {number} ", limit=10, since=begin)
                seconds[way.__name__].append(max(0.0, shown - saved))
                terminal.rest(0.1)
                strange += strangers(terminal.text_since(begin), number, states)
    large = large_saves()
    every = [one * 1000 for taken in seconds.values() for one in taken]
    middle, late = spread(every)
    each = ", ".join(f"{name} {max(taken) * 1000:.0f}" for name, taken in seconds.items() if taken)
    return [
        Figure("save to screen", max(every), A_SECOND, "ms most", f"p50 {middle:.0f} ms, p95 {late:.0f} ms; {each}"),
        ratio("of 10,000 events", large, "save", "read", 2),
        Figure("views of no save", len(strange), 0, "views", "; ".join(strange[:3]) or f"of {len(every)} saves"),
    ]


def large_saves(times: int = LARGE_TIMES) -> dict[str, list[float]]:
    """Seconds from each save of 10,000 events until it is on the screen, and those that reading them takes here."""
    told("saves of 10,000 events")
    text = generated(TEN_THOUSAND).read_text(encoding="utf-8")
    seconds: dict[str, list[float]] = {"save": [], "read": []}
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "large.yaml"
        path.write_text(text, encoding="utf-8")
        with Terminal(jalon(str(path)), env=of_nobody(home)) as terminal:
            terminal.wait_for("all keys")
            terminal.rest(2.0)
            for number in range(times):
                begin = len(terminal.output)
                edited = re.sub(r"(?m)^  title: .*", f"  title: Save {number}", text, count=1)
                rename_over(path, edited.encode())
                saved = time.perf_counter()
                shown = terminal.started + terminal.wait_for(f"Save {number} ", since=begin)
                seconds["save"].append(shown - saved)
                terminal.rest(2.0)  # what is made ready for later is, before the next save
                seconds["read"].append(clocked(partial(read_whole, edited.encode())))
    return seconds


def strangers(text: str, number: int, states: list[tuple[bytes, int]]) -> list[str]:
    """The views on the screen that were neither what stood there before a save nor the save whole."""
    views = {(int(save), int(events)) for save, events in HEADING.findall(text)}
    right = {(one, states[one][1]) for one in (number - 1, number)}
    return [f"save {number}: {events} events of save {save}" for save, events in sorted(views - right)]


if __name__ == "__main__":
    os.environ.pop("COLUMNS", None)
    sys.exit(report(figures()))
