"""Copies read in a process of their own, which may take so much time and memory and no more.

A copy comes from strangers: what a library makes of it can cost that process its life, and jalon nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from threading import Event, Timer
from types import TracebackType

import tui
from tui.core.text.messages import translatable, worded
from tui.store.proof.copy_text import LIBRARIES, CopyText, kind_of
from tui.store.system.os_errors import reason_of

SECONDS = 9.0
"""The longest that reading one copy may take."""

WHY: Mapping[str, str] = {
    "bomb": translatable("it unpacks to far more than it seems to be"),
    "damaged": translatable("it is damaged"),
    "encrypted": translatable("it is encrypted"),
    "missing": translatable("there is no such file"),
    "no-answer": translatable("it holds no answer of {detail}"),
    "no-file": translatable("it is no file"),
    "no-kind": translatable("files of this kind are not read"),
    "no-text": translatable("it has no text"),
    "no-text-scan": translatable("it has no text: it is a scan, or a picture"),
    "packed": translatable("its content is packed ({detail}), which needs another library"),
    "refused": translatable("the server answered {detail}"),
    "too-large": translatable("it has more than {detail} bytes"),
    "too-large-page": translatable("its page has more than {detail} characters"),
    "too-much-memory": translatable("to read it takes too much memory"),
    "too-much-text": translatable("it has more than {detail} characters of text"),
    "too-much-time": translatable("to read it takes too long"),
    "unreadable": translatable("it cannot be read ({detail})"),
}
"""The reasons why a copy is not read, by the key that the reading process says."""


class MissingLibraryError(Exception):
    """A library of the extra `proof` that a copy needs and that is not installed; its text is the name."""


class CopyReader:
    """Reads copies, one after the other. It is a context: at its end the process ends too."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> CopyReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def read(self, path: str, url: str | None = None) -> CopyText:
        """The text of a copy, and the hash of its bytes; `url` says whose answer it is that counts in a web archive.

        Raises MissingLibraryError.
        """
        try:
            if not stat.S_ISREG(os.stat(path).st_mode):
                return CopyText(why="no-file")
            kind = kind_of(path)
            if kind is None:
                return CopyText(sha256=hash_of_file(path), why="no-kind")
            for library in LIBRARIES.get(kind, ()):
                if find_spec(library) is None:
                    raise MissingLibraryError(library)
            answer = self._asked(path, url)
            if isinstance(answer, CopyText):
                return answer
            self.close()
            return CopyText(sha256=hash_of_file(path), why=answer)
        except FileNotFoundError:
            return CopyText(why="missing")
        except (OSError, ValueError) as error:
            return CopyText(why="unreadable", detail=reason_of(error) if isinstance(error, OSError) else "")

    def _asked(self, path: str, url: str | None) -> CopyText | str:
        """The answer of the process; the key of a reason where it has none."""
        process = self._process = self._process or _started()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101 - the same
        is_late = Event()

        def stop() -> None:
            is_late.set()
            process.kill()

        timer = Timer(SECONDS, stop)
        timer.start()
        try:
            process.stdin.write(json.dumps([os.path.abspath(path), url]).encode() + b"\n")
            process.stdin.flush()
            said = process.stdout.readline()
        except BrokenPipeError:
            said = b""
        finally:
            timer.cancel()
        if not said.endswith(b"\n"):
            if is_late.is_set():
                return "too-much-time"
            return "damaged" if process.wait() > 0 else "too-much-memory"
        pages, is_paged, sha256, why, detail = json.loads(said)
        return CopyText(tuple(pages), is_paged, sha256, why, detail)


def _started() -> subprocess.Popen[bytes]:
    """The process that reads: this jalon, whatever folder it was called in."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(tui.__file__)))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tui.store.proof.reading_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def hash_of_file(path: str) -> str:
    """The hash of the bytes of a file: SHA-256, in hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def reason_unread(copy: CopyText) -> str:
    """The reason why a copy has no text, as a sentence to keep; empty when it has one."""
    return worded(WHY[copy.why], detail=copy.detail) if copy.why else ""
