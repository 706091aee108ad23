"""What every test stands on: an environment that leaks nothing, and jalon in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest
from hypothesis import settings

from tui.core.text import messages

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("jalon", deadline=None, derandomize=True, database=None, max_examples=100)
settings.register_profile("quick", settings.get_profile("jalon"), max_examples=10)
settings.load_profile("jalon")

for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
    if signal.getsignal(number) is signal.SIG_IGN:  # as nohup and a shell's & have it: what tests start would not end
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)

LEAKS = ("LC_", "JALON_", "TEXTUAL", "XDG_")
"""Beginnings of the names of variables that change what jalon shows or where it keeps things."""

KEPT = "TEXTUAL_SNAPSHOT"
"""What the plugin that compares pictures tells itself."""

PINNED = {
    "BROWSER": "true",  # a browser that opens nothing, should a test ever get that far
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "TEXTUAL_ANIMATIONS": "none",
    "TZ": "UTC",
}
TAKEN_AWAY = (
    "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "EDITOR", "ESCDELAY", "FORCE_COLOR", "LANGUAGE", "LINES",
    "NO_COLOR", "PAGER", "PYTHONIOENCODING", "PYTHONUTF8", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "VISUAL",
)


@pytest.fixture(autouse=True)
def still_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the person, the terminal or the machine reaches a test, and nothing of it stays."""
    for name in list(os.environ):
        if (name.startswith(LEAKS) and not name.startswith(KEPT)) or name in TAKEN_AWAY:
            monkeypatch.delenv(name)
    for name, value in PINNED.items():
        monkeypatch.setenv(name, value)
    home = tmp_path / "home"  # not made: a first run finds none of its folders
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setattr(messages, "_in_force", None)  # what a test has jalon speak
    monkeypatch.setattr(messages, "_spoken", "en")
    # Textual reads these two when it is imported, which a plugin does before this file is read.
    if "textual.constants" in sys.modules:
        monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
        monkeypatch.setattr("textual.constants.DEFAULT_THEME", "textual-dark")


def with_shipped_id(copied: str) -> str:
    """A copy of the timeline that comes with jalon with the id of the original, in place of its own."""
    return re.sub(r"(?m)^(  id: calls-to-morocco)-[2-9a-z]{6}$", r"\1", copied, count=1)


class Ran(NamedTuple):
    """What a process said, and how it ended."""

    stdout: str
    stderr: str
    code: int


class Jalon(Protocol):
    """Runs `jalon ARGS…` in a fresh process, in an empty folder unless told otherwise."""

    def __call__(
        self,
        *args: str | Path,
        input: str | bytes | None = None,  # noqa: A002 - the name that subprocess.run gives it
        env: Mapping[str, str | None] = {},
        cwd: Path | None = None,
    ) -> Ran: ...


@pytest.fixture
def jalon(tmp_path: Path) -> Jalon:
    """jalon as a shell would run it; standard input is empty, and output is not a terminal.

    A variable set to None in `env` is taken away. Line ends come as they were written.
    """

    def run(
        *args: str | Path,
        input: str | bytes | None = None,  # noqa: A002 - as above
        env: Mapping[str, str | None] = {},
        cwd: Path | None = None,
    ) -> Ran:
        environ = {**os.environ, "PYTHONPATH": str(ROOT), **env}
        ran = subprocess.run(
            [sys.executable, "-m", "tui", *map(str, args)],
            input=input.encode() if isinstance(input, str) else input or b"",
            capture_output=True,
            env={name: value for name, value in environ.items() if value is not None},
            cwd=cwd or tmp_path,
            timeout=60,
            check=False,
        )
        return Ran(ran.stdout.decode(errors="surrogateescape"), ran.stderr.decode(), ran.returncode)

    return run
