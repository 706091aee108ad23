"""Several jalons that write one file at once, some of them killed: nothing that was acknowledged may be lost.

`python -m bench.writers` lets four of them do a hundred things each in turn (`new`, `new source`, `fmt`, `schema
--write`), kills one every now and then, and says what was lost: 0.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

WRITERS, TIMES, KILLS = 4, 100, 12

STORY = """\
timeline: {id: writers, title: Written by four}
sources:
  first: {title: The first, publisher: Paper, url: "https://paper.example/first", seen: 2026-01-01}
events:
- id: one
  date: 2020-01-01
  title: The first event
  sources: [first]
"""

WRITE = """
import re, sys
from tui.cli.base import streams
from tui.cli.main import run
from tui.store.system import atomic_write, read_bytes
from tui.store.system.file_lock import locked

path, name, first, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])

def spoilt(pattern, by):
    with locked(path):
        data = read_bytes.fetch(path)
        atomic_write.replace(path, data, re.sub(pattern, by, data, count=1))

for number in range(first, first + count):
    date, title = f"20{number % 25:02}-0{1 + number % 9}", f"Event {number} of {name}"
    ways = {
        "new": ["new", path, "--date", date, "--title", title, "--source", f"https://{name}.example/{number}"],
        "source": ["new", "source", path, f"https://{name}.example/alone-{number}"],
        "fmt": ["fmt", path],
        "schema": ["schema", "--write", path],
    }
    for way, words in ways.items():
        if way == "fmt":
            spoilt(rb"\\n\\n- id", b"\\n- id")
        if way == "schema":
            spoilt(rb"# yaml-language-server.*\\n", b"")
        code = streams.guarded(lambda: run(words))
        print("did" if code == 0 else "failed", way, number, flush=True)
"""
"""Does each thing in turn; what jalon says of each, and whether it was done, goes to standard output."""

_ADDED = re.compile(r": added (\S+)$", re.MULTILINE)


class Outcome(NamedTuple):
    """The outcome of it."""

    acknowledged: int
    """Events and sources that jalon said it had added."""
    lost: int
    """Those of them that are not in the file."""
    failures: list[str]
    """The reason of a refusal, and the faults that check finds in the file."""
    kills: int
    left: int
    """Temporary files that lie about once another has written."""
    seconds: float


def written(folder: str, writers: int, times: int, kills: int, seed: int = 1) -> Outcome:
    """Let some write to one file in a folder, and kill one of them so many times; each killed one has a successor."""
    from tui.store.read.timeline import read

    path = Path(folder, "story.yaml")
    path.write_text(STORY, encoding="utf-8")
    chance, began, killed = random.Random(seed), time.perf_counter(), 0
    said: list[str] = []
    running = {name: _writer(folder, path, name, 0, times) for name in (f"w{at}" for at in range(writers))}
    owed = dict.fromkeys(running, times)
    for _ in range(kills):
        time.sleep(chance.uniform(0.3, 0.6))
        name = chance.choice(list(running))
        if running[name].poll() is None:
            running[name].send_signal(signal.SIGKILL)
            killed += 1
            said.append(running[name].communicate()[0])
            owed[name] -= said[-1].count("did schema")
            running[name] = _writer(folder, path, name, 1000 * killed, owed[name])
    said += [one.communicate()[0] for one in running.values()]
    seconds = time.perf_counter() - began
    said.append(_writer(folder, path, "last", 0, 1).communicate()[0])
    text = "".join(said)
    reading = read(path.read_bytes(), str(path))
    there = {one.id for one in reading.timeline.events} | set(reading.timeline.sources)
    added = set(_ADDED.findall(text))
    failures = [line for line in text.splitlines() if line.startswith(("failed", "jalon:"))]
    failures += [f"{one.code}: {one.message}" for one in reading.problems if one.severity == "error"]
    left = [name for name in os.listdir(folder) if name.startswith(".")]
    return Outcome(len(added), len(added - there), failures, killed, len(left), seconds)


def _writer(folder: str, path: Path, name: str, first: int, count: int) -> subprocess.Popen[str]:
    home = {f"XDG_{kind}_HOME": os.path.join(folder, "home", kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}
    return subprocess.Popen(
        [sys.executable, "-c", WRITE, str(path), name, str(first), str(count)],
        env={**os.environ, **home, "PYTHONPATH": str(ROOT)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip


def main() -> int:
    """Do it; 1 when anything was lost, refused or left."""
    with tempfile.TemporaryDirectory() as folder:
        came = written(folder, WRITERS, TIMES, KILLS)
    print(f"{WRITERS} writers, {TIMES} times each of new, new source, fmt, schema --write; {came.kills} killed:")
    print(f"{came.lost} of {came.acknowledged} acknowledged events and sources were lost")
    print(f"{len(came.failures)} refusals or errors, {came.left} temporary files left, in {came.seconds:.0f} s")
    for failure in came.failures[:10]:
        print(f"  {failure}")
    return int(bool(came.lost or came.failures or came.left))


if __name__ == "__main__":
    sys.exit(main())
