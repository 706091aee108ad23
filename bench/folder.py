"""A timeline of 2,000 files, an event each, beside one file of the same events."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from textwrap import dedent

from bench.figures import Figure, ratio, report, taken_in_turn, told
from bench.generate import DATA, generated
from bench.reading import clocked
from bench.startup import HELLO, jalon, screen
from tui.store.files.timeline_files import fetch_timeline
from tui.store.read.timeline import Reading, read

FILES = 2_000
ROUNDS, SCREENS = 9, 5
FIRST_SCREEN = ("generated events", "all keys")
"""A text of the heading, and one of the last row."""


def folder_of(file: Path, to: Path) -> Path:
    """The same timeline with a file for each event, named for its place."""
    shutil.rmtree(to, ignore_errors=True)
    (to / "events").mkdir(parents=True)
    head, _, rest = file.read_text(encoding="utf-8").partition("\nevents:\n")
    items = re.split(r"^(?=- )", rest, flags=re.MULTILINE)[1:]
    last, mark, views = items[-1].partition("\nviews:")
    items[-1] = last
    (to / "timeline.yaml").write_text(f"{head}\n{mark}{views}", encoding="utf-8")
    for number, item in enumerate(items):
        text = dedent(f"  {item[2:]}").strip()
        (to / "events" / f"{number:05}.yaml").write_text(f"{text}\n", encoding="utf-8")
    return to


def read_whole(path: str) -> Reading:
    """The timeline of a path, from its bytes on the disk to every problem found."""
    reading = read(fetch_timeline(path), path)
    if reading.problems or len(reading.timeline.events) != FILES:
        raise SystemExit(f"bench: {path} is not read whole: {reading.problems[:3]}")
    return reading


def figures(rounds: int = ROUNDS, screens: int = SCREENS) -> list[Figure]:
    """Reading in one process, in turn; and the app's first screen."""
    told("a folder")
    file = generated(FILES)
    folder = folder_of(file, DATA / f"{FILES}-files")
    paths = {"file": str(file), "folder": str(folder)}
    cases: dict[str, Callable[[], float]] = {
        name: partial(clocked, partial(read_whole, path)) for name, path in paths.items()
    }
    times = taken_in_turn(cases, rounds)
    with tempfile.TemporaryDirectory() as empty:
        times |= taken_in_turn(
            {
                "hello": screen(sys.executable, "-c", HELLO, shows=("hello, world",), home=empty),
                "app": screen(*jalon(f"{folder}/"), shows=FIRST_SCREEN, home=empty),
            },
            screens,
        )
    return [
        ratio(f"read {FILES:,} files", times, "folder", "file", 1.5),
        ratio(f"first screen of {FILES:,} files", times, "app", "hello", 2.5),
    ]


if __name__ == "__main__":
    sys.exit(report(figures()))
