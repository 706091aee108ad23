"""A thousand sessions of a reader who types at random: `python -m bench.sessions 1000 1`.

Each is jalon itself in a terminal: random keys, alone and in bursts, the mouse, sizes from 1x1 to 200x60, bytes that no
terminal should send, and saves of the file underneath. None may crash or hang. A session is told by its seed, from 1
on here: `python -m bench.sessions 1 17` is the seventeenth again, but for chance in time.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from signal import SIGABRT, SIGINT, SIGTERM
from typing import NamedTuple

from bench.startup import ROOT, jalon, of_nobody
from bench.terminal import SilenceError, Terminal

ACTS = 40
"""The number of things that are done in a session."""
PATIENCE = 20.0
"""Seconds after which a program that was asked to end, or to take a key, hangs."""
SOUND_ENDS = (0, 128 + SIGTERM, -SIGTERM, 128 + SIGINT, -SIGINT)
"""Left by a key, told to end; told so, or interrupted, when it was about to, its screen left already."""

ENTERS_SCREEN, LEAVES_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
"""The alternate screen of xterm, on which a program draws and after which all is as it was."""

KEYS = (
    *(bytes([code]) for code in range(32, 127) if chr(code) not in "qQ"),
    *(bytes([code]) for code in range(1, 27) if code != 3),  # ctrl+a to ctrl+z
    *[b"j", b"k", b"\r", b"\x1b", b"\t", b" ", b"?", b"v", b"f", b"a", b"F", b"x"] * 4,  # what opens, and what leaves
    b"\x7f", b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[5~", b"\x1b[6~", b"\x1b[H", b"\x1b[F", b"\x1b[Z",
    b"\x1bOP", b"\x1b[1;2C", b"\x1b[3~", b"vl", b"vn", b"vs", b"va", "é".encode(), "家".encode(), "👩‍👧".encode(),
)  # fmt: skip
LEAVING = (b"q", b"Q", b"\x03")

ODD_BYTES = (
    b"\xe9", b"\xc3", b"\xe2\x82", b"\xff\xfe", b"\x80", b"\x9b2J", b"\xf8\x88\x80\x80\x80", b"\xed\xa0\xbd", b"\x00",
    b"\x1b[200~country:BE\nkind:union\x1b[201~", b"\x1b[200~caf\xe9\x1b[201~", b"\x1b[200~half", b"\x1b[201~",
    b"\x1b[200~\x1b[201~", b"\x1b[200~\n\n\x1b[201~", b"\x1b[200~" + b"long " * 2000 + b"\x1b[201~", b"\x1b", b"\x1b[",
    b"\x1b[M\xe9\xe9\xe9", b"\x1b]52;c;eA==\x07", b"\x1b[99999;99999R", b"\x1b[9999999u", b"\x1b[97;1;55296u",
    b"\x1b[97;1;27u", b"\x1b[I", b"\x1b[O", b"\x1b[?2048;1$y", b"\x1b[48;0;0;0;0t", b"\x1b[48;24;80;480;800t",
    b"\x1b[48;9999;9999;9;9t", b"\x1b[<0;0;0M", b"\x1b" * 40, b"\x1b[" + b"1;" * 40,
)  # fmt: skip
"""The bytes that a terminal in Latin-1, a cut line or a hostile paste sends."""


class Act(NamedTuple):
    """One thing that is done in a session, and how long it is waited after it."""

    kind: str
    """`keys`, `bytes`, `mouse`, `size` or `save`."""
    data: bytes = b""
    """The bytes that are sent, or the contents of the file: `gone` if there is to be none."""
    size: tuple[int, int] = (0, 0)
    """Columns and rows."""
    pause: float = 0.0
    """Seconds."""

    def __str__(self) -> str:
        told = f"{self.size[0]}x{self.size[1]}" if self.kind == "size" else repr(self.data[:60])[1:]
        return f"{self.kind} {told}"


def _keys(random: Random) -> Act:
    """A key, or a burst of them."""
    choices = KEYS if random.random() < 0.97 else LEAVING
    return Act("keys", b"".join(random.choices(choices, k=random.choice((1, 1, 1, 3, 8, 30)))))


def _bytes(random: Random) -> Act:
    return Act("bytes", random.choice(ODD_BYTES))


def _mouse(random: Random) -> Act:
    """A press and its release, the wheel, or a move (SGR 1006)."""
    button, x, y = random.choice((0, 0, 0, 1, 2, 32, 35, 64, 65)), random.randint(1, 130), random.randint(1, 40)
    where = f"{button};{x};{y}"
    return Act("mouse", f"\x1b[<{where}M\x1b[<{where}m".encode() * random.choice((1, 1, 2)))


def _size(random: Random) -> Act:
    return Act("size", size=random.choice(((1, 1), (120, 36), (random.randint(1, 200), random.randint(1, 60)))))


def _save(random: Random) -> Act:
    """The file, good with one title or another, broken, without events, empty, no text at all, or gone."""
    good = (ROOT / "events.yaml").read_bytes()
    files = (
        good, good, good + b"# seen again\n", good[: random.randrange(len(good))],
        good.replace(b"- id: ", b"- ID: ", 3),
        b"events:\n- {id: a, date: 2025-01-01, title: Alone}\n", b"events:\n", b"", b"\xff\x00", b"gone",
    )  # fmt: skip
    return Act("save", random.choice(files))


WAYS: tuple[Callable[[Random], Act], ...] = (_keys, _keys, _keys, _keys, _keys, _keys, _bytes, _mouse, _size, _save)


def acts(seed: int, number: int = ACTS) -> list[Act]:
    """The steps of the session of a seed."""
    random = Random(seed)
    pauses = (0.0, 0.0, 0.02, 0.1, 0.3)
    return [random.choice(WAYS)(random)._replace(pause=random.choice(pauses)) for _ in range(number)]


class Ended(NamedTuple):
    """The end of a session."""

    seed: int
    fault: str
    """The fault; empty when there was none."""


def session(seed: int, number: int = ACTS, program: list[str] | None = None) -> Ended:
    """Have one session, and say how it ended; `program` takes the path of a file, and is jalon unless it is given."""
    with tempfile.TemporaryDirectory() as home:
        file = Path(home, "story.yaml")
        file.write_bytes((ROOT / "events.yaml").read_bytes())
        env = {**of_nobody(home), "EDITOR": "true", "VISUAL": "true", "BROWSER": "true", "PYTHONFAULTHANDLER": "1"}
        with Terminal([*program, str(file)] if program else jalon(str(file)), env) as terminal:
            try:
                terminal.wait_for("all keys")
                for act in acts(seed, number):
                    _do(act, terminal, file)
            except SilenceError as silence:
                return Ended(seed, f"hangs: {silence}")
            terminal.end(PATIENCE)
            return Ended(seed, _fault(terminal, Path(home)))


def _do(act: Act, terminal: Terminal, file: Path) -> None:
    if act.kind == "size":
        terminal.resize(*act.size)
    elif act.kind != "save":
        terminal.send(act.data, PATIENCE)
    elif act.data == b"gone":
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(act.data)
    terminal.rest_for(act.pause)


def _fault(terminal: Terminal, home: Path) -> str:
    """The fault in the way in which a program has ended."""
    log = next(home.rglob("bug.log"), None)
    if log is not None:
        return f"exit code {terminal.exit_code}, and in bug.log:\n{log.read_text()}"
    if terminal.exit_code is None:
        begin = len(terminal.output)
        os.kill(terminal.process, SIGABRT)  # Python says where each thread is
        terminal.rest_for(0.5)
        return f"hangs: it did not end in {PATIENCE:g} s:\n{terminal.text_since(begin)}"
    if terminal.exit_code not in SOUND_ENDS or re.search("Traceback|[A-Z][a-z]+Error\\b", terminal.text):
        return f"exit code {terminal.exit_code}:\n{terminal.text[-1500:]}"
    if terminal.output.rfind(LEAVES_SCREEN) < terminal.output.rfind(ENTERS_SCREEN):
        return f"exit code {terminal.exit_code}, and the terminal is not as it was"
    return ""


def main(number: int, first: int) -> int:
    """Have so many sessions from a seed on, as many at once as there are processors; 1 if one of them had a fault."""
    began, faults = time.monotonic(), 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for count, (seed, fault) in enumerate(pool.map(session, range(first, first + number)), 1):
            if fault:
                faults += 1
                print(f"session {seed}: {fault}\n  " + "\n  ".join(map(str, acts(seed))), flush=True)
            if count % 50 == 0:
                print(f"{count:,}: {faults} with a fault, {time.monotonic() - began:.0f} s", flush=True)
    print(f"{number:,} sessions from seed {first}: {faults} with a fault")
    return 1 if faults else 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    sys.exit(main(*given, *(1000, 1)[len(given) :]))
