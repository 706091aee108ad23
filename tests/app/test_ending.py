"""However the app ends, it leaves the terminal as it found it: in a pty of its own."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
PATIENCE = 20.0
JALON = "from tui.__main__ import main; import sys; sys.exit(main())"


class InTerminal:
    """jalon in a pseudo-terminal of 80 by 24."""

    def __init__(self, *args: str, program: str = JALON) -> None:
        self.ours, theirs = pty.openpty()
        os.set_blocking(self.ours, False)
        self.written = b""
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *args],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", "LINES": "24"},
        )
        os.close(theirs)

    def read(self, seconds: float = 0.1) -> None:
        if select.select([self.ours], [], [], seconds)[0]:
            try:
                self.written += os.read(self.ours, 65536)
            except OSError:
                return

    def wait_for(self, text: bytes) -> None:
        until = time.monotonic() + PATIENCE
        while text not in self.written and time.monotonic() < until:
            self.read()
        assert text in self.written

    def press(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def end(self) -> int:
        """The exit code, once it has ended and all it wrote is read."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self.read()
        for _ in range(5):
            self.read(0.02)
        assert self.process.poll() is not None, "it did not end"
        return self.process.returncode


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.yaml"
    path.write_text("events:\n- {id: a, date: 2025-01-01, title: A secret of the reader}\n")
    return path


@pytest.fixture
def terminals() -> Iterator[list[InTerminal]]:
    opened: list[InTerminal] = []
    yield opened
    for terminal in opened:
        if terminal.process.poll() is None:
            terminal.process.kill()
            terminal.process.wait()


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_restores_the_screen(story: Path, terminals: list[InTerminal], name: str) -> None:
    terminal = InTerminal(str(story))
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    number = getattr(signal, name)
    terminal.process.send_signal(number)
    assert terminal.end() == 128 + number
    assert LEAVES_ALTERNATE_SCREEN in terminal.written


@pytest.mark.parametrize("keys", ["q", "Q", "\x03"])
def test_leaving_by_key_restores_the_screen_and_is_no_error(
    story: Path, terminals: list[InTerminal], keys: str
) -> None:
    terminal = InTerminal(str(story))
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    terminal.press(keys)
    assert terminal.end() == 0
    assert LEAVES_ALTERNATE_SCREEN in terminal.written


def test_a_terminal_that_goes_away_ends_it(story: Path, terminals: list[InTerminal]) -> None:
    terminal = InTerminal(
        str(story),
        program="import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from tui.__main__ import main; sys.exit(main())",
    )
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    os.close(terminal.ours)
    assert terminal.process.wait(PATIENCE) != 0


def test_a_bug_is_one_line_with_nothing_of_what_the_reader_wrote(
    story: Path, terminals: list[InTerminal]
) -> None:
    terminal = InTerminal(
        str(story),
        program="import sys\n"
        "from tui.app.widgets.cursor_rows import CursorRows\n"
        "def broken(self, steps): raise RuntimeError('A secret of the reader')\n"
        "CursorRows.action_move = broken\n"
        "from tui.__main__ import main; sys.exit(main())",
    )
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    terminal.press("j")
    assert terminal.end() == 70
    after = terminal.written.rpartition(LEAVES_ALTERNATE_SCREEN)[2]
    assert b"fault of jalon's own (RuntimeError)" in after
    assert b"secret" not in after
    log = next(Path(os.environ["XDG_STATE_HOME"]).rglob("*.log"))
    assert "secret" not in log.read_text()
    assert "RuntimeError" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_keeps_a_note_that_is_being_written(story: Path, terminals: list[InTerminal], name: str) -> None:
    terminal = InTerminal(str(story))
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    terminal.press("i")
    terminal.wait_for(b"ctrl+s keeps")
    terminal.press("half a sentence")
    terminal.wait_for(b"sentence")
    terminal.process.send_signal(getattr(signal, name))
    assert terminal.end() == 128 + getattr(signal, name)
    assert LEAVES_ALTERNATE_SCREEN in terminal.written
    again = InTerminal(str(story))
    terminals.append(again)
    again.wait_for(b"a note was not finished: half a sentence")


def test_a_bug_while_a_note_is_written_keeps_it(story: Path, terminals: list[InTerminal]) -> None:
    terminal = InTerminal(
        str(story),
        program="import sys\n"
        "from tui.app.dialogs.note_editor import NoteEditor\n"
        "def broken(self): raise RuntimeError('A secret of the reader')\n"
        "NoteEditor.action_keep = broken\n"
        "from tui.__main__ import main; sys.exit(main())",
    )
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    terminal.press("i")
    terminal.wait_for(b"ctrl+s keeps")
    terminal.press("dear to me")
    terminal.wait_for(b"to me")
    terminal.press("\x13")
    assert terminal.end() == 70
    kept = next(Path(os.environ["XDG_DATA_HOME"]).rglob("notebook.json"))
    assert "dear to me" in kept.read_text()
