"""The time that an editor waits for the language server: answers, and problems after the last key, by the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

from bench.figures import Figure, report, spread, told
from bench.generate import TEN_THOUSAND, generated

ROUNDS = 25
KEYS = 20
"""Keys that are typed before the problems are waited for."""
BETWEEN = 0.02
"""Seconds between two of them."""
PATIENCE = 60.0

ANSWER_MS, PROBLEMS_MS = 100, 300
"""The time of 95 of 100 answers, and of the problems after the last key, in milliseconds."""

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "events.yaml"
URI = "file:///tmp/bench-of-jalon/events.yaml"

HERE = {"textDocument": {"uri": URI}}
ALL = {"start": {"line": 0, "character": 0}, "end": {"line": 80, "character": 0}}
OPTIONS = {"tabSize": 2, "insertSpaces": True}


class Server:
    """A server in a process, asked as an editor asks."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._answers: Queue[dict[str, Any]] = Queue()
        self._number = 0
        self.version = 1
        Thread(target=self._listen, daemon=True).start()

    def begin(self, text: str) -> None:
        """Open a text, and wait for its problems."""
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})
        document = {"uri": URI, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        self.problems()

    def tell(self, method: str, params: object) -> None:
        """Send what has no answer."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> float:
        """Seconds until a question is answered."""
        self._number += 1
        number, began = self._number, time.perf_counter()
        self._send({"id": number, "method": method, "params": params})
        while (answer := self._answers.get(timeout=PATIENCE)).get("id") != number:
            pass
        if "error" in answer:
            raise RuntimeError(str(answer["error"]))
        return time.perf_counter() - began

    def type(self, line: int, character: int, text: str, size: int = 0) -> None:
        """Put a text in the place of some characters."""
        self.version += 1
        place = {"start": {"line": line, "character": character}, "end": {"line": line, "character": character + size}}
        document = {"uri": URI, "version": self.version}
        change = {"textDocument": document, "contentChanges": [{"range": place, "text": text}]}
        self.tell("textDocument/didChange", change)

    def problems(self) -> float:
        """Seconds until the problems of the text as it is now are told."""
        began = time.perf_counter()
        while True:
            told_now = self._answers.get(timeout=PATIENCE)
            is_of_problems = told_now.get("method") == "textDocument/publishDiagnostics"
            if is_of_problems and told_now["params"].get("version") == self.version:
                return time.perf_counter() - began

    def forget(self) -> None:
        """Leave out what was told so far."""
        while True:
            try:
                self._answers.get_nowait()
            except Empty:
                return

    def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = _pipe(self._process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        pipe.flush()

    def _listen(self) -> None:
        pipe = _pipe(self._process.stdout)
        while line := pipe.readline():
            size = 0
            while line.strip():
                name, _, value = line.partition(b":")
                size = int(value) if name.lower() == b"content-length" else size
                line = pipe.readline()
            self._answers.put(json.loads(pipe.read(size)))


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None  # noqa: S101 - each is asked for
    return pipe


@contextmanager
def server(text: str) -> Iterator[Server]:
    """A server that has read a text."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "JALON_TODAY": "2026-11-22"}
    command = [sys.executable, "-m", "tui", "lsp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        one = Server(process)
        try:
            one.begin(text)
            yield one
        finally:
            process.kill()


def questions(text: str) -> dict[str, tuple[str, Mapping[str, object]]]:
    """The questions of an editor, at the first event that has actors, by a name for it."""
    rows = text.split("\n")
    row = next(n for n, line in enumerate(rows) if line.strip().startswith("actors: ["))
    column = rows[row].index("[") + 2
    at = {**HERE, "position": {"line": row, "character": column}}
    window = {"start": {"line": row, "character": 0}, "end": {"line": row + 60, "character": 0}}
    return {
        "hover": ("textDocument/hover", at),
        "completion": ("textDocument/completion", at),
        "definition": ("textDocument/definition", at),
        "references": ("textDocument/references", {**at, "context": {"includeDeclaration": True}}),
        "symbols": ("textDocument/documentSymbol", HERE),
        "inlay hints": ("textDocument/inlayHint", {**HERE, "range": window}),
        "actions": ("textDocument/codeAction", {**HERE, "range": window, "context": {"diagnostics": []}}),
        "links": ("textDocument/documentLink", HERE),
        "folding": ("textDocument/foldingRange", HERE),
    }


def answers(one: Server, text: str, names: tuple[str, ...], rounds: int, of: str) -> Iterator[Figure]:
    """The time of each kind of answer about a text at rest."""
    asked = questions(text)
    for name in names:
        times = [one.ask(*asked[name]) for _round in range(rounds)]
        yield _figure(f"lsp: {name}{of}", times, ANSWER_MS)


def _figure(what: str, times: list[float], budget: float) -> Figure:
    middle, most = spread(times)
    return Figure(what, most * 1000, budget, "ms", f"median {middle * 1000:.1f} ms")


def while_typed(one: Server, row: int, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of the problems after the last key of a burst, and of completion between its keys."""
    last, between = [], []
    for _round in range(rounds):
        one.forget()
        for key in range(KEYS):
            one.type(row, 0, "#")
            if key % 5 == 4:
                at = {**HERE, "position": {"line": row + 1, "character": 4}}
                between.append(one.ask("textDocument/completion", at))
            time.sleep(BETWEEN)
        one.type(row, 0, "", KEYS)
        last.append(one.problems())
    return last, between


def figures(rounds: int = ROUNDS) -> list[Figure]:
    """Milliseconds that an editor waits: on the timeline that comes with jalon, and with ten thousand events."""
    told("lsp")
    found: list[Figure] = []
    text = SHIPPED.read_text(encoding="utf-8")
    with server(text) as one:
        found += answers(one, text, tuple(questions(text)), rounds, "")
        last, between = while_typed(one, 100, max(2, rounds // 3))
        found.append(_figure("lsp: problems after the last key", last, PROBLEMS_MS))
        found.append(_figure("lsp: completion between keys", between, ANSWER_MS))
    text = generated(TEN_THOUSAND).read_text(encoding="utf-8")
    with server(text) as one:
        names = ("hover", "completion", "definition", "inlay hints", "actions")
        found += answers(one, text, names, rounds, ", 10,000 events")
        _last, between = while_typed(one, 3, max(2, rounds // 8))
        found.append(_figure("lsp: completion while 10,000 events are read", between, ANSWER_MS))
    return found


if __name__ == "__main__":
    sys.exit(report(figures()))
