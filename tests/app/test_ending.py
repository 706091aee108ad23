"""However the app ends, it leaves the terminal as it found it: in a pty of its own."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
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

    def wait_for(self, text: bytes, since: int = 0) -> None:
        until = time.monotonic() + PATIENCE
        while text not in self.written[since:] and time.monotonic() < until:
            self.read()
        assert text in self.written[since:]

    def press(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def rest(self) -> None:
        """Wait until nothing more is written for a while."""
        known = -1
        while known < len(self.written):
            known = len(self.written)
            self.read(0.5)

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


def test_a_byte_that_is_no_utf8_is_shown_and_ends_nothing(story: Path, terminals: list[InTerminal]) -> None:
    terminal = InTerminal(str(story))
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    os.write(terminal.ours, b"\xe9\xff\x80j")  # no key is called so
    terminal.press("/")
    terminal.rest()
    os.write(terminal.ours, b"caf\xe9.")
    terminal.wait_for("caf␦.".encode())
    os.write(terminal.ours, b"\x1b[200~ et caf\xe9\rau lait")  # a paste without its end
    terminal.rest()
    terminal.press("\x1b")
    terminal.wait_for("et caf␦ au lait".encode())
    terminal.press("\x1b")
    terminal.rest()
    terminal.press("Q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.written


def test_a_fault_where_keys_are_read_is_one_line_too(story: Path, terminals: list[InTerminal]) -> None:
    terminal = InTerminal(
        str(story),
        program="import sys\n"
        "from tui.app.base.terminal_input import TerminalInput\n"
        "def broken(self, data): raise UnicodeError('A secret of the reader')\n"
        "TerminalInput.take = broken\n"
        "from tui.__main__ import main; sys.exit(main())",
    )
    terminals.append(terminal)
    assert terminal.end() == 70
    after = terminal.written.rpartition(LEAVES_ALTERNATE_SCREEN)[2]
    assert b"fault of jalon's own (UnicodeError)" in after
    assert b"secret" not in after
    assert after.count(b"\n") == 1


@pytest.mark.parametrize(
    "slip",
    [
        "from tui.app.session.reloader import Reloader\nReloader.step = broken\n",
        "from tui.app.base.terminal_output import SteadyOutput\nimport sys\n"
        "SteadyOutput._file = property(broken, lambda self, file: None)\n",
    ],
)
def test_a_fault_of_another_thread_is_one_line_too(story: Path, terminals: list[InTerminal], slip: str) -> None:
    terminal = InTerminal(
        str(story),
        program="import sys\ndef broken(self, *_): raise RuntimeError('A secret of the reader')\n"
        f"{slip}from tui.__main__ import main; sys.exit(main())",
    )
    terminals.append(terminal)
    assert terminal.end() == 70
    after = terminal.written.rpartition(LEAVES_ALTERNATE_SCREEN)[2]
    assert b"fault of jalon's own (RuntimeError)" in after
    assert b"secret" not in after
    assert after.count(b"\n") == 1


SHELL = f"""
import os, signal, subprocess, sys
os.open(os.ttyname(0), os.O_RDWR)  # which makes it the terminal of this session
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
script = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', *sys.argv[1:]]))"
job = subprocess.Popen([sys.executable, "-c", script, {JALON!r}, *sys.argv[1:]], process_group=0)
os.tcsetpgrp(0, job.pid)
while os.WIFSTOPPED(status := os.waitpid(job.pid, os.WUNTRACED)[1]):
    os.tcsetpgrp(0, os.getpgrp())
    print("suspended")
    sys.stdin.readline()
    os.tcsetpgrp(0, job.pid)
    os.killpg(job.pid, signal.SIGCONT)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A shell with one job, a script that waits for jalon; when the job is suspended, a line lets it go on."""


def test_ctrl_z_suspends_and_fg_comes_back_to_the_same_screen(story: Path, terminals: list[InTerminal]) -> None:
    terminal = InTerminal(str(story), program=SHELL)
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    for opens in ("", "f"):  # a question, too
        terminal.press(opens)
        terminal.rest()
        before = drawn(terminal.written)
        suspends = len(terminal.written)
        terminal.press("\x1a")
        terminal.rest()
        suspended = terminal.written[suspends:]
        assert suspended.endswith(b"suspended\r\n")
        assert LEAVES_ALTERNATE_SCREEN in suspended
        assert b"\x1b[?1003l" in suspended, "no mouse either"
        comes_back = len(terminal.written)
        terminal.press("\n")
        terminal.wait_for(b"\x1b[?1049h", comes_back)
        terminal.rest()
        assert drawn(terminal.written[comes_back:]) == before
    terminal.press("\x1b")
    terminal.rest()
    terminal.press("q")
    assert terminal.end() == 0


def test_without_a_shell_to_come_back_from_ctrl_z_stops_nothing(story: Path, terminals: list[InTerminal]) -> None:
    terminal = InTerminal(str(story))
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    terminal.rest()
    before, pressed = drawn(terminal.written), len(terminal.written)
    terminal.press("\x1a")
    terminal.wait_for(b"\x1b[?1049h", pressed)
    terminal.process.send_signal(signal.SIGCONT)  # which nobody waited for
    terminal.rest()
    assert drawn(terminal.written[pressed:]) == before
    terminal.press("q")
    assert terminal.end() == 0


@pytest.mark.parametrize("signals", [("SIGINT",), ("SIGTSTP", "SIGCONT")])
def test_a_key_that_stops_is_no_fault_once_it_has_left_the_screen(
    story: Path, terminals: list[InTerminal], signals: tuple[str, ...]
) -> None:
    sent = "".join(f"    os.kill(os.getpid(), signal.{name})\n" for name in signals)
    terminal = InTerminal(
        str(story),
        program="import os, signal, sys\n"
        "import tui.app.app\n"
        "run = tui.app.app.run\n"
        "def and_then(*args, **more):\n"
        "    code = run(*args, **more)\n"
        f"{sent}"
        "    return code\n"
        "tui.app.app.run = and_then\n"
        "from tui.__main__ import main; sys.exit(main())",
    )
    terminals.append(terminal)
    terminal.wait_for(b"all keys")
    terminal.press("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.written
    assert terminal.written.count(b"\x1b[?1049h") == 1


def drawn(written: bytes) -> list[str]:
    """The rows of a terminal of 80 by 24 that was sent this."""
    screen = pyte.Screen(80, 24)
    pyte.ByteStream(screen).feed(re.sub(rb"\x1b\[[<>]\d*u", b"", written))  # of the keyboard, which pyte does not know
    return screen.display
