"""Ten thousand files that a slip, a bad disk or a clumsy program made of a good one: `python -m bench.mutate 10000`.

Each is read, checked and shown. None may raise anything but Unreadable, and every problem has a place within its file.
"""

from __future__ import annotations

import gc
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from tui.core.index.index import Index
from tui.core.index.selection import select
from tui.core.problems.problem import CODES, ERROR
from tui.drawing.spans.excerpts import listed
from tui.drawing.spans.pen import Pen
from tui.printing.github import annotation
from tui.store.read import check
from tui.store.read.timeline import read
from tui.store.system import read_bytes

SHIPPED = Path(__file__).resolve().parent.parent / "events.yaml"

TODAY = 739_942
TOKENS = (
    b": ", b" : ", b"- ", b"#", b" #", b"[", b"]", b"{", b"}", b"'", b'"', b"\n", b"\r\n", b"\t", b"  ", b"&a ", b"*a",
    b"<<: ", b"!!int ", b"|", b">-", b"---\n", b"...\n", b"%", b"@", b"\\", b",", b"~", b"\xef\xbb\xbf", b"\xc2\x85",
    b"\xe2\x80\xa8", b"\x00", b"\x1b]52;c;eA==\x07", b"\xff", b"\xe2\x80\xae", b"2025-02-30", b"0" * 5000,
    b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> x\n", b"events:\n", b"sources:\n", b"NO", b"1_000", b"-0043",
    b"[..2025]", b"{1960,1961-12}",
)  # fmt: skip
"""The text that is put in, and in the place of something else."""


_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Outcome(NamedTuple):
    """The fate of one mutant."""

    kind: str
    """`sound`, `faulty`, `unreadable`, or `bug`."""
    codes: tuple[str, ...]
    told: str = ""
    """Of a bug, the traceback or what is amiss."""


def mutants(data: bytes, number: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many mutants of a file, each with the name of what was done to it; the same for the same seed."""
    random = Random(seed)
    ways = list(WAYS.items())
    for _ in range(number):
        name, way = random.choice(ways)
        mutant = way(random, data)
        for _ in range(random.choice((0, 0, 0, 1, 3))):
            mutant = random.choice(ways)[1](random, mutant)
        yield name, mutant


def outcome(data: bytes) -> Outcome:
    """Read a mutant, check it, and show all that is to be said of it."""
    try:
        reading = read(data, "mutant.yaml")
        problems = check.problems(reading, TODAY)
        select(Index(reading.timeline, TODAY))
        rows = listed(problems, "mutant.yaml", reading.text, 80, Pen("en", TODAY))
        shown = [span.text for line in rows for span in line]
        shown += [annotation(problem, "mutant.yaml") for problem in problems]
    except read_bytes.Unreadable as unreadable:
        placed = 1 <= unreadable.line <= data.count(b"\n") + data.count(b"\r") + 1 and unreadable.column >= 1
        return Outcome("unreadable" if placed else "bug", (), "" if placed else f"no place: {unreadable}")
    except Exception:
        return Outcome("bug", (), traceback.format_exc(limit=-6))
    lines = reading.text.count("\n") + 1
    amiss = [one for one in problems if not _is_placed(one.place, lines) or one.code not in CODES]
    steering = [text for text in shown if _STEERING.search(text)]
    if amiss or steering:
        return Outcome("bug", (), f"{amiss[:1] or steering[:1]}")
    is_faulty = any(one.severity == ERROR for one in problems)
    return Outcome("faulty" if is_faulty else "sound", tuple(one.code for one in problems))


def _is_placed(place: tuple[int, int, int, int], lines: int) -> bool:
    line, column, end_line, end_column = place
    return 1 <= line <= end_line <= lines + 1 and column >= 1 and (line, column) < (end_line, end_column)


# ---- What is done to a file


def _flip(random: Random, data: bytes) -> bytes:
    """A few bits turned over."""
    mutant = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8))):
        if mutant:
            mutant[random.randrange(len(mutant))] ^= 1 << random.randrange(8)
    return bytes(mutant)


def _ascii(random: Random, data: bytes) -> bytes:
    """A character of ASCII in the place of another."""
    at = random.randrange(len(data) + 1)
    return data[:at] + bytes([random.randrange(32, 127)]) + data[at + 1 :]


def _cut(random: Random, data: bytes) -> bytes:
    """A stretch taken out."""
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.choice((1, 1, 2, 5, 40, 400)) :]


def _truncated(random: Random, data: bytes) -> bytes:
    """The beginning alone, as one reads a file that is being written."""
    return data[: random.randrange(len(data) + 1)]


def _token(random: Random, data: bytes) -> bytes:
    """Something that YAML knows, put in."""
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(TOKENS) + data[at:]


def _by_lines(change: Callable[[Random, list[bytes], int], None]) -> Callable[[Random, bytes], bytes]:
    """A change that is made to lines."""

    def changed(random: Random, data: bytes) -> bytes:
        lines = data.splitlines(keepends=True) or [b"\n"]
        change(random, lines, random.randrange(len(lines)))
        return b"".join(lines)

    return changed


def _doubled(random: Random, lines: list[bytes], at: int) -> None:
    lines[at:at] = lines[at : at + random.choice((1, 1, 3, 30))]


def _gone(random: Random, lines: list[bytes], at: int) -> None:
    del lines[at : at + random.choice((1, 1, 2, 10))]


def _moved(random: Random, lines: list[bytes], at: int) -> None:
    lines.insert(random.randrange(len(lines)), lines.pop(at))


def _indented(random: Random, lines: list[bytes], at: int) -> None:
    lines[at] = random.choice((b" ", b"  ", b"\t", b"- ")) + lines[at] if random.random() < 0.5 else lines[at].lstrip()


def _swapped(random: Random, lines: list[bytes], at: int) -> None:
    """A word of a line in the place of a word of another."""
    other = random.randrange(len(lines))
    mine, yours = lines[at].split(b" "), lines[other].split(b" ")
    i, j = random.randrange(len(mine)), random.randrange(len(yours))
    mine[i], yours[j] = yours[j], mine[i]
    lines[at], lines[other] = b" ".join(mine), b" ".join(yours)


WAYS: dict[str, Callable[[Random, bytes], bytes]] = {
    "bits flipped": _flip,
    "a character replaced": _ascii,
    "a stretch cut out": _cut,
    "cut short": _truncated,
    "a token put in": _token,
    "lines doubled": _by_lines(_doubled),
    "lines deleted": _by_lines(_gone),
    "a line moved": _by_lines(_moved),
    "a line indented": _by_lines(_indented),
    "words swapped": _by_lines(_swapped),
}


def main(number: int, seed: int) -> int:
    """Make them all, and say what became of them; 1 if one of them showed a bug."""
    data = SHIPPED.read_bytes()
    kinds, codes, slowest = Counter[str](), Counter[str](), 0.0
    for count, (way, mutant) in enumerate(mutants(data, number, seed), 1):
        began = time.process_time()
        became = outcome(mutant)
        slowest = max(slowest, time.process_time() - began)
        kinds[became.kind] += 1
        codes.update(set(became.codes))
        if became.kind == "bug":
            Path(f"mutant-{seed}-{count}.yaml").write_bytes(mutant)
            print(f"mutant {count} ({way}): {became.told}")
        if count % 500 == 0:
            gc.collect()  # an index and its answers know each other
            print(f"{count:,}: {dict(kinds)}, slowest {slowest:.1f} s", flush=True)
    print(f"{number:,} mutants, seed {seed}: {dict(kinds)}, {len(codes)} codes, slowest {slowest:.1f} s")
    return 1 if kinds["bug"] else 0


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    sys.exit(main(*given, *(10_000, 1)[len(given) :]))
