"""How jalon behaves at a terminal, in a pipe, on a full disk, when it is told to stop, and when it has a bug."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tui.cli.base import streams
from tui.cli.commands import open_timeline

if TYPE_CHECKING:
    from tests.cli.conftest import Say
    from tests.conftest import Jalon

JALON = [sys.executable, "-m", "tui"]


def environ(**changes: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **changes}


def run(*words: str, stdout: int, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """jalon with its standard output going somewhere."""
    return subprocess.run(
        [*JALON, *words], stdout=stdout, stderr=subprocess.PIPE, cwd=cwd, env=environ(), timeout=60, check=False
    )


# ---- A terminal, or none ----


def on_terminal(*args: str, cwd: Path, keys: bool = True, **env: str) -> tuple[str, int]:
    """What jalon writes on a terminal, and its exit code; without `keys` its input is empty."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [*JALON, *args],
        stdin=its if keys else subprocess.DEVNULL,
        stdout=its,
        stderr=its,
        cwd=cwd,
        env=environ(**env),
    )
    os.close(its)
    said = b""
    with contextlib.suppress(OSError):  # EIO: the other side is closed
        while chunk := os.read(ours, 65536):
            said += chunk
    os.close(ours)
    return said.decode().replace("\r\n", "\n"), process.wait(timeout=30)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_on_a_terminal_that_cannot_place_a_cursor_jalon_prints(term: str, story: Path, say: Say) -> None:
    assert on_terminal(cwd=story, TERM=term, COLUMNS="100") == (say("print").out, 0)


def test_keys_never_come_from_a_file(story: Path, say: Say) -> None:
    """With a terminal to show on and none to type at, jalon prints."""
    said, code = on_terminal("--color", "never", cwd=story, keys=False, COLUMNS="100")
    assert (said, code) == (say("print").out, 0)


@pytest.mark.parametrize(
    ("terminals", "term", "path", "on_screen"),
    [
        ((True, True), "xterm", "events.yaml", True),
        ((True, True), "xterm", "-", False),
        ((True, True), "dumb", "events.yaml", False),
        ((False, True), "xterm", "events.yaml", False),
        ((True, False), "xterm", "events.yaml", False),
        ((None, True), "xterm", "events.yaml", False),
    ],
)
def test_the_app_needs_a_terminal_on_both_sides(
    terminals: tuple[bool | None, bool], term: str, path: str, on_screen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream:
        def __init__(self, terminal: bool) -> None:
            self.terminal = terminal

        def isatty(self) -> bool:
            return self.terminal

    monkeypatch.setenv("TERM", term)
    for name, terminal in zip(("stdin", "stdout"), terminals, strict=True):
        monkeypatch.setattr(sys, name, None if terminal is None else Stream(terminal))
    assert open_timeline.is_readable_on_screen(path) is on_screen


def test_print_is_coloured_on_a_terminal_and_as_wide(story: Path, say: Say) -> None:
    said, code = on_terminal("print", cwd=story, COLUMNS="60")
    assert code == 0
    assert "\x1b[1m2025\x1b[0m" in said
    plain, _ = on_terminal("print", cwd=story, COLUMNS="60", NO_COLOR="1")
    assert plain == say("print", "--width", "60").out


def test_colour_can_be_asked_for_and_refused(story: Path, jalon: Jalon) -> None:
    assert "\x1b" not in jalon("print", cwd=story).stdout
    always = jalon("print", "--color", "always", cwd=story, env={"NO_COLOR": "1", "TERM": "dumb"}).stdout
    assert "\x1b[1m2025" in always
    assert "\x1b]8" not in always  # links are for terminals


# ---- Streams ----


@pytest.mark.parametrize("command", [["print"], ["show", "end"], ["check"]], ids=lambda words: words[0])
def test_a_file_can_come_from_standard_input(command: list[str], story: Path, jalon: Jalon) -> None:
    data = (story / "events.yaml").read_bytes()
    ran = jalon(command[0], "-", *command[1:], "--format", "json", input=data, cwd=story)
    assert (ran.stderr, ran.code) == ("", 0)
    json.loads(ran.stdout)


@pytest.mark.parametrize(
    "words",
    [["--version"], ["--help"], [], ["print", "--format", "json"], ["print", "--color", "always"], ["show", "end"]],
    ids=" ".join,
)
def test_a_closed_pipe_ends_it_quietly(words: list[str], story: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = run(*words, stdout=writing, cwd=story)
    os.close(writing)
    assert (ran.stderr, ran.returncode) == (b"", 0)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["print"], ["print", "--color", "always"]], ids=" ".join)
def test_a_full_disk_is_one_line(words: list[str], story: Path) -> None:
    with open("/dev/full", "wb") as full:
        ran = run(*words, stdout=full.fileno(), cwd=story)
    assert (ran.stderr, ran.returncode) == (b"jalon: cannot write: no space left on device\n", 1)


def test_a_closed_standard_output_is_one_line(story: Path) -> None:
    ran = subprocess.run(
        ["sh", "-c", '"$0" -m tui print >&-', sys.executable],
        stderr=subprocess.PIPE, cwd=story, env=environ(), check=False,
    )  # fmt: skip
    assert (ran.stderr, ran.returncode) == (b"jalon: cannot write: standard output is closed\n", 1)


def test_a_closed_standard_error_changes_nothing(story: Path, say: Say) -> None:
    with_problem = story / "bad.yaml"
    with_problem.write_text((story / "events.yaml").read_text() + "- nonsense\n")
    ran = subprocess.run(
        ["sh", "-c", '"$0" -m tui print bad.yaml 2>&-', sys.executable],
        stdout=subprocess.PIPE, cwd=story, env=environ(), check=False,
    )  # fmt: skip
    assert (ran.stdout.decode(), ran.returncode) == (say("print").out, 0)


@pytest.mark.parametrize(("encoding", "letter"), [("ascii", "\\u00e9"), ("latin-1", "é"), ("cp1252", "é")])
def test_an_encoding_that_lacks_characters_gets_escapes_and_ascii_drawing(
    encoding: str, letter: str, story: Path
) -> None:
    title = "The contract é … ends 😀"
    text = (story / "events.yaml").read_text(encoding="utf-8").replace("The contract ends", title)
    (story / "events.yaml").write_text(text, encoding="utf-8")
    for form in ("text", "json", "markdown"):
        ran = subprocess.run(
            [*JALON, "print", "--format", form],
            capture_output=True, cwd=story, env=environ(PYTHONIOENCODING=encoding), check=False,
        )  # fmt: skip
        said = ran.stdout.decode(encoding)
        assert (ran.stderr, ran.returncode) == (b"", 0)
        assert f"contract {letter} " in said
        assert "\\ud83d\\ude00" in said
        if form == "text":
            assert " o The contract" in said  # and not ○
            assert len({len(line) for line in said.splitlines() if line.endswith(("!", "?"))}) == 1  # aligned
        if form == "json":
            assert json.loads(said)[1]["title"] == title


# ---- Endings ----


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGHUP, -signal.SIGHUP)]
)
def test_a_signal_ends_it_without_a_word(sent: signal.Signals, code: int, story: Path) -> None:
    process = subprocess.Popen(
        [*JALON, "print", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ()
    )
    assert process.stdin is not None
    wait_until_it_reads(process.pid)
    process.send_signal(sent)
    out, err = process.communicate(timeout=30)
    assert (out, err, process.returncode) == (b"", b"", code)


def wait_until_it_reads(pid: int) -> None:
    """Wait until a process sleeps in a system call of its own, as one does that waits for its input."""
    quiet = 0
    for _ in range(3000):
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        quiet = quiet + 1 if state == "S" else 0
        if quiet > 20:
            return
        time.sleep(0.005)
    pytest.fail("it never waited for its input")


class NeverError(Exception):
    """What no user should meet."""


def test_a_bug_is_one_line_and_a_log_without_what_the_user_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> int:
        title = "what the user wrote"
        try:
            raise KeyError(title)
        except KeyError as error:
            raise NeverError(title) from error

    assert streams.guarded(fail) == 70
    log = Path(os.environ["XDG_STATE_HOME"]) / "jalon" / "bug.log"
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"jalon: this is a fault of jalon's own (NeverError); where it happened is in {log}\n"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    text = log.read_text()
    assert "user wrote" not in text
    assert ".NeverError\n" in text
    assert "because of builtins.KeyError\n" in text
    assert f"{__file__}:" in text


def test_the_error_that_another_carries_is_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    """Textual's WorkerFailed has no cause, but the error of the worker as its `error`."""

    class CarryingError(Exception):
        def __init__(self, error: BaseException) -> None:
            super().__init__("what the user wrote")
            self.error = error

    def work() -> None:
        raise KeyError("what the user wrote")

    def fail() -> int:
        carried: BaseException = KeyError()
        try:
            work()
        except KeyError as error:
            carried = error
        raise CarryingError(carried)

    assert streams.guarded(fail) == 70
    text = (Path(os.environ["XDG_STATE_HOME"]) / "jalon" / "bug.log").read_text()
    assert "because of builtins.KeyError\n" in text
    assert " in test_the_error_that_another_carries_is_in_the_log.<locals>.work\n" in text
    assert "user wrote" not in text + capsys.readouterr().err


def test_a_bug_without_a_place_for_its_log_is_still_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert streams.guarded(lambda: 1 // 0) == 70
    said = "jalon: this is a fault of jalon's own (ZeroDivisionError); no log of it (Not a directory)\n"
    assert capsys.readouterr().err == said


def test_an_old_log_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    log = Path(os.environ["XDG_STATE_HOME"]) / "jalon" / "bug.log"
    log.parent.mkdir(parents=True)
    log.touch(mode=0o644)
    assert streams.guarded(lambda: 1 // 0) == 70
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
