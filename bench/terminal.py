"""A program in a terminal of its own: keys go in, the time of every byte that comes out is known."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

import pyte

SIZE = (120, 36)
"""Columns and rows."""

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P^_X].*?(?:\x07|\x1b\\)|[ -/]*[0-~])", re.DOTALL)
"""Control sequences (ECMA-48) and what xterm adds: all that is not text."""

SYNCHRONISED_QUERY, SYNCHRONISED_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""The question of a program about whole frames at a time, and the yes of a terminal."""


BUSY = 0.05
"""Seconds of work within one, above which a program has something to do."""


class SilenceError(Exception):
    """The program ended, or said nothing more, before what was awaited was on the screen."""


class Answer(NamedTuple):
    """The seconds after a key was pressed at which the bytes that answer it came."""

    first: float
    last: float
    shown: float
    """The seconds until the screen came to be as it is: a frame that paints the same again changes nothing."""
    size: int
    """The number of bytes that came."""
    work: float
    """Seconds of the processor that the program took until then, all its threads: others at work add none."""


class Terminal:
    """Runs a command in a pseudo-terminal, from entering the block to leaving it."""

    def __init__(self, command: list[str], env: Mapping[str, str]) -> None:
        self.command = command
        self.env = {**env, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.output = bytearray()
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = 0
        self.exit_code: int | None = None
        """The exit code of the program, once it has ended; minus the number of the signal that killed it."""

    def __enter__(self) -> Terminal:
        self.started = time.perf_counter()
        self.process, self.device = pty.fork()
        if self.process == 0:
            _set_size(0, *SIZE)
            os.execvpe(self.command[0], self.command, self.env)  # noqa: S606 - a shell is not wanted
        return self

    def __exit__(self, *error: object) -> None:
        if not self.has_ended():
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self.device)

    def has_ended(self) -> bool:
        """True when the program has ended; one that is suspended goes on."""
        if self.exit_code is None:
            process, status = os.waitpid(self.process, os.WNOHANG | os.WUNTRACED)
            if process and os.WIFSTOPPED(status):
                os.kill(self.process, signal.SIGCONT)
            elif process:
                self.exit_code = os.waitstatus_to_exitcode(status)
        return self.exit_code is not None

    def end(self, limit: float) -> None:
        """Ask the program to end, and wait for it so long; `exit_code` stays None if it does not."""
        until = time.monotonic() + limit
        if not self.has_ended():
            os.kill(self.process, signal.SIGTERM)
        while not self.has_ended() and time.monotonic() < until:
            self._read(0.05)
        self.rest(0.05)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; what it shows is not drawn any more."""
        _set_size(self.device, columns, rows)

    def send(self, data: bytes, limit: float = 10) -> None:
        """Write bytes as fast as the program takes them, and read what it writes meanwhile."""
        until = time.monotonic() + limit
        while data and not self.has_ended():
            if time.monotonic() > until:
                raise SilenceError(f"{len(data)} bytes are not taken")
            if select.select([], [self.device], [], 0.05)[1]:
                with suppress(OSError):  # the other side is closed
                    data = data[os.write(self.device, data[:256]) :]
            self._read(0)

    def wait_for(self, *texts: str, limit: float = 60, since: int = 0) -> float:
        """Seconds from the start of the program until all these texts have been written, after so many bytes."""
        wanted = [text.encode() for text in texts]
        while True:
            if not self._read(limit):
                raise SilenceError(f"no {texts} from {' '.join(self.command)}:\n{self.text[-2000:]}")
            arrived = time.perf_counter()
            shown = ESCAPES.sub(b"", self.output[since:])
            if all(text in shown for text in wanted):
                return arrived - self.started

    def press(self, key: str, quiet: float = 0.08, limit: float = 10, rows: range = range(SIZE[1])) -> Answer:
        """Press a key, and wait until nothing has been written for so long a time; `rows` are those looked at."""
        before = len(self.output)
        self._draw(before, rows)
        chunks: list[tuple[float, int]] = []
        idle = self.work
        pressed = time.perf_counter()
        os.write(self.device, key.encode())
        if not self._read(limit):
            raise SilenceError(f"no answer to {key!r}:\n{self.text[-2000:]}")
        chunks.append((time.perf_counter(), len(self.output)))
        while self._read(quiet):
            chunks.append((time.perf_counter(), len(self.output)))
        work = self.work - idle
        shown = pressed
        for arrived, past in chunks:
            if self._draw(past, rows):
                shown = arrived
        size = len(self.output) - before
        return Answer(chunks[0][0] - pressed, chunks[-1][0] - pressed, shown - pressed, size, work)

    def _draw(self, past: int, rows: range) -> bool:
        """Draw the output up to a byte as a terminal does; whether that changed a cell of these rows."""
        before = self._cells(rows)
        self._stream.feed(bytes(self.output[self._drawn : past]))
        self._drawn = past
        return self._cells(rows) != before

    def _cells(self, rows: range) -> list[list[pyte.screens.Char]]:
        return [[row[x] for x in range(SIZE[0])] for row in map(self._screen.buffer.__getitem__, rows)]

    def type(self, keys: str) -> None:
        """Press keys, whether they change anything or not."""
        os.write(self.device, keys.encode())
        self.rest()

    def rest(self, quiet: float = 0.2) -> None:
        """Wait until nothing has been written for so long a time."""
        while self._read(quiet):
            pass

    def rest_for(self, seconds: float) -> None:
        """Wait so long, and take what is written."""
        until = time.monotonic() + seconds
        while self._read(max(0.0, until - time.monotonic())):
            pass

    def rest_of_work(self, limit: float = 120) -> None:
        """Wait until the program does next to nothing any more, with or without a word."""
        before, until = -1.0, time.monotonic() + limit
        while self.work - before > BUSY and time.monotonic() < until:
            before = self.work
            self.rest(1.0)

    @property
    def work(self) -> float:
        """Seconds of the processor that the program took so far, all its threads (as Linux counts)."""
        return time.clock_gettime(~self.process << 3 | 2)

    def text_since(self, begin: int) -> str:
        """The text that was written after so many bytes, without control sequences."""
        return ESCAPES.sub(b"", self.output[begin:]).decode(errors="replace")

    @property
    def text(self) -> str:
        """All that was written, without control sequences."""
        return ESCAPES.sub(b"", self.output).decode(errors="replace")

    def _read(self, limit: float) -> bool:
        """Take what has been written, and answer its questions; False if nothing comes within the limit."""
        if not select.select([self.device], [], [], limit)[0]:
            return False
        try:
            data = os.read(self.device, 1 << 20)
        except OSError:  # how Linux says that the other side is closed
            return False
        if SYNCHRONISED_QUERY in data:
            os.write(self.device, SYNCHRONISED_ANSWER)
        self.output += data
        return bool(data)


def _set_size(device: int, columns: int, rows: int) -> None:
    fcntl.ioctl(device, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
