"""The fate of a notebook: killed while it is written, several writers at once, no room left; nothing may be lost.

`python -m bench.notebook` does all of it in a folder of its own, in about two minutes, and says what was lost: 0.
"""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent

KILLS = 200
WRITERS = ((2, 500), (4, 250))
"""The number of writers at once, and of notes of each."""

WRITE = """
import sys
from tui.store.personal.notebook import NotebookStore
from tui.store.system.atomic_write import NotSaved
keeper, name = NotebookStore("story"), sys.argv[1]
for number in range(int(sys.argv[2])):
    try:
        note = keeper.add_note("end", f"{name} {number} " + "x" * 200)
    except NotSaved as failed:
        print("-", failed, flush=True)
        break
    print(note.id, flush=True)
"""
"""Writes notes, and says the id of each once it is kept."""


class Notebook:
    """A notebook in a folder of its own."""

    def __init__(self, folder: str) -> None:
        self.env = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "XDG_DATA_HOME": os.path.join(folder, "data"),
            "XDG_STATE_HOME": os.path.join(folder, "state"),
        }
        self.path = Path(folder, "data", "jalon", "notebook.json")

    def writer(self, name: str, count: int, largest: int | None = None) -> subprocess.Popen[str]:
        """A process that writes notes; with `largest`, no file of it gets larger than so many bytes."""

        def limit() -> None:
            if largest is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

        return subprocess.Popen(
            [sys.executable, "-c", WRITE, name, str(count)],
            env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, preexec_fn=limit,
        )  # fmt: skip

    def ids(self) -> set[str]:
        """The ids of the notes that are in the file; raises ValueError when it cannot be read."""
        return {note["id"] for note in json.loads(self.path.read_bytes())["notes"].values()}


def said_by(writer: subprocess.Popen[str]) -> IO[str]:
    """The answer of a writer."""
    if writer.stdout is None:
        raise ValueError("it says nothing")
    return writer.stdout


def killed(notebook: Notebook, kills: int, seed: int) -> tuple[int, int, int]:
    """Kill a writer at random, so many times: how often the file was unreadable, how many kept notes, how many lost."""
    kept: set[str] = set()
    unreadable, chance = 0, random.Random(seed)
    for number in range(kills):
        writer = notebook.writer(f"kill {number}", 10_000)
        kept.add(said_by(writer).readline().strip())
        time.sleep(chance.random() * 0.08)
        writer.send_signal(signal.SIGKILL)
        kept |= {line.strip() for line in said_by(writer).read().splitlines(keepends=True) if line.endswith("\n")}
        writer.wait()
        try:
            there = notebook.ids()
        except (OSError, ValueError):
            unreadable += 1
        else:
            if not kept <= there:
                return unreadable, len(kept), len(kept - there)
            if len(there) > 400:  # so that a write stays as short as it is for a reader
                notebook.path.unlink()
                notebook.path.with_suffix(".last.json").unlink()
                kept.clear()
    return unreadable, len(kept), 0


def together(notebook: Notebook, writers: int, count: int) -> int:
    """Let several write at once; how many notes were kept."""
    running = [notebook.writer(f"writer {number}", count) for number in range(writers)]
    said: list[str] = []
    for one in running:
        said += said_by(one).read().split()
        one.wait()
    return len(set(said) & notebook.ids())


def crowded(notebook: Notebook, largest: int) -> tuple[int, int, str]:
    """Write until there is no room: how many notes were kept, how many of them are there, and what was said."""
    writer = notebook.writer("full", 10_000, largest)
    lines = said_by(writer).read().splitlines()
    writer.wait()
    kept = {line for line in lines if not line.startswith("-")}
    return len(kept), len(kept & notebook.ids()), lines[-1]


def leftovers(notebook: Notebook) -> Iterable[str]:
    """Temporary files that lie about."""
    return [name for name in os.listdir(notebook.path.parent) if name.startswith(".")]


def main() -> int:
    """Do all of it; 1 when anything was lost."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        unreadable, kept, lost = killed(Notebook(folder), KILLS, seed=7)
        print(f"killed {KILLS} times while writing: {unreadable} unreadable, {lost} of {kept} kept notes lost")
        failed |= bool(unreadable or lost)
    for writers, count in WRITERS:
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            found = together(Notebook(folder), writers, count)
            seconds = time.perf_counter() - began
            print(f"{writers} writers of {count} notes each: {found} of {writers * count} kept, in {seconds:.0f} s")
            failed |= found != writers * count
    with tempfile.TemporaryDirectory() as folder:
        notebook = Notebook(folder)
        kept, there, said = crowded(notebook, 30_000)
        print(f"no room left: {there} of {kept} kept notes are there; it said: {said.removeprefix('- ')}")
        failed |= there != kept or not said.startswith("-")
        notebook.writer("after", 1).wait()
        left = list(leftovers(notebook))
        print(f"temporary files of the dead: {len(left)}")
        failed |= bool(left)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
