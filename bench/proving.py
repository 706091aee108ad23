"""The time to prove ten thousand passages in five hundred copies: pages of the web, in files and in web archives."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, report, told
from bench.startup import ROOT

COPIES, OF_EACH = 500, 20
TEN_SECONDS = 10_000.0
"""Milliseconds on one core."""
_SIGNS = "abcdefghijklmnopqrstuvwxyzéèà"


def _words(chance: random.Random, vocabulary: list[str], many: int) -> list[str]:
    return [chance.choice(vocabulary) + ("." if chance.random() < 0.08 else "") for _word in range(many)]


def page(words: list[str], chance: random.Random) -> bytes:
    """A page with paragraphs, links, a menu, a style and scripts as large as its text."""
    paragraphs = []
    while words:
        some, words = words[:60], words[60:]
        linked = chance.randrange(len(some))
        some[linked] = f'<a href="/a/{linked}"><b>{some[linked]}</b></a>'
        paragraphs.append(f'<div class="block"><p>{" ".join(some)}</p></div>')
    script = "var lead = {" + ",".join(f'"k{n}": "{chance.random()}"' for n in range(700)) + "};"
    head = f"<meta charset=utf-8><title>Page</title><style>p {{ margin: 0 }}</style><script>{script}</script>"
    body = f"<nav><ul><li>Menu</ul></nav><main>{''.join(paragraphs)}</main>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def written(folder: Path, copies: int = COPIES, of_each: int = OF_EACH, seed: int = 1) -> Path:
    """A timeline in a folder, its copies beside it: of each source a copy, some in WARC, and passages, some changed."""
    chance = random.Random(seed)
    vocabulary = ["".join(chance.choices(_SIGNS, k=chance.randint(2, 11))) for _word in range(4000)]
    (folder / "copies").mkdir()
    file = folder / "events.yaml"
    file.write_text("\n".join(_lines(folder, chance, vocabulary, copies, of_each)), encoding="utf-8")
    return file


def _lines(folder: Path, chance: random.Random, vocabulary: list[str], copies: int, of_each: int) -> Iterator[str]:
    yield "sources:"
    for number in range(copies):
        words = _words(chance, vocabulary, 3000)
        url, name = f"https://site.example/{number}", f"copies/{number}.html"
        data = page(list(words), chance)
        if number % 5 == 0:
            name, data = f"copies/{number}.warc.gz", _warc(url, data)
        (folder / name).write_bytes(data)
        yield from (
            f"  s{number}:",
            f"    title: Page {number}",
            f"    url: {url}",
            f"    archive: {name}",
            "    passages:",
        )
        for passage in range(of_each):
            at = chance.randrange(len(words) - 60)
            said = words[at : at + 5]
            if passage % 2:
                said += ["…", *words[at + 20 : at + 25]]
            if passage == 0:
                said[2] = "zzz"
            yield f"      p{passage}: {' '.join(said)}"
    yield from ("events:", "- {id: a, date: 2025, title: A, sources: s0#p1}", "")


def _warc(url: str, data: bytes) -> bytes:
    from tests.store.proof.handmade_copies import warc

    return warc((url, "200 OK", {"Content-Type": "text/html"}, data))


def figures() -> list[Figure]:
    """The time of the processor that `jalon prove` takes, itself and the process that reads copies."""
    told("proofs: 10,000 passages in 500 copies")
    with tempfile.TemporaryDirectory() as folder:
        file = written(Path(folder))
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "JALON_TODAY": "2026-11-30"}
        before, begin = os.times(), time.perf_counter()
        ran = subprocess.run(
            [sys.executable, "-m", "tui", "prove", str(file)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        after, passed = os.times(), time.perf_counter() - begin
    counts = ran.stdout.splitlines()[-1] if ran.stdout else ran.stderr
    taken = after.children_user + after.children_system - before.children_user - before.children_system
    return [Figure("10,000 passages proved", taken * 1000, TEN_SECONDS, "ms", f"{passed:.1f} s passed; {counts}")]


if __name__ == "__main__":
    sys.exit(report(figures()))
