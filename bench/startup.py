"""The time that a start takes: commands beside an empty Python, the first screen beside an empty app."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import DEVNULL, PIPE

from bench.figures import Figure, ratio, report, taken_in_turn, told
from bench.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent

ROUNDS = 21
SCREENS = 9

HELLO = """
from textual.app import App, ComposeResult
from textual.widgets import Static

class Hello(App):
    CSS = "Static { dock: bottom }"

    def compose(self) -> ComposeResult:
        yield Static("hello, world")

Hello().run()
"""
"""The least that Textual can show, on the last row of the screen, which is written last."""

FIRST_SCREEN = ("IKANBI", "all keys")
"""The words that only stand on a whole screen: an actor of the shipped timeline, and the end of the last row."""


def jalon(*args: str) -> list[str]:
    """The command as it is installed beside this Python, or else the package."""
    script = Path(sys.executable).parent / "jalon"
    return [str(script), *args] if script.exists() else [sys.executable, "-m", "tui", *args]


def of_nobody(home: str) -> dict[str, str]:
    """The environment of a reader who has nothing of their own yet, and has told Python nothing."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TEXTUAL"))}
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return {**env, "PYTHONPATH": str(ROOT), "JALON_TODAY": "2026-11-22", **dict.fromkeys(folders, home)}


def run(*command: str, cwd: str) -> Callable[[], float]:
    """Measures a command from its start to its end, output thrown away."""
    env = of_nobody(cwd)

    def measure() -> float:
        began = time.perf_counter()
        ran = subprocess.run(command, cwd=cwd, env=env, check=False, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE)
        seconds = time.perf_counter() - began
        if ran.returncode:
            raise SystemExit(f"bench: {' '.join(command)} ended with {ran.returncode}: {ran.stderr.decode()}")
        return seconds

    return measure


def screen(*command: str, shows: tuple[str, ...], home: str) -> Callable[[], float]:
    """Measures a command in a terminal from its start until all these texts are on the screen."""

    def measure() -> float:
        with Terminal(list(command), env=of_nobody(home)) as terminal:
            return terminal.wait_for(*shows)

    return measure


def figures(rounds: int = ROUNDS, screens: int = SCREENS) -> list[Figure]:
    """Start-up of the commands, and of the app, on the shipped timeline for a reader who has nothing yet."""
    timeline = str(ROOT / "events.yaml")
    with tempfile.TemporaryDirectory() as empty:
        told("the start of commands")
        times = taken_in_turn(
            {
                "pass": run(sys.executable, "-c", "pass", cwd=empty),
                "version": run(*jalon("--version"), cwd=empty),
                "complete": run(*jalon("--complete", "bash", f"jalon show {timeline} ik"), cwd=empty),
                "print": run(*jalon("print", timeline), cwd=empty),
                "check": run(*jalon("check", timeline), cwd=empty),
            },
            rounds,
        )
        told("the first screen")
        times |= taken_in_turn(
            {
                "hello": screen(sys.executable, "-c", HELLO, shows=("hello, world",), home=empty),
                "app": screen(*jalon(timeline), shows=FIRST_SCREEN, home=empty),
            },
            screens,
        )
    return [
        ratio("jalon --version", times, "version", "pass", 1.5),
        ratio("completion", times, "complete", "pass", 1.5),
        ratio("jalon print", times, "print", "pass", 11),
        ratio("jalon check", times, "check", "pass", 11),
        ratio("first screen", times, "app", "hello", 1.5),
    ]


if __name__ == "__main__":
    sys.exit(report(figures()))
