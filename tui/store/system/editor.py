"""The reader's editor, opened at a line: each has its own way of being told the line, and none gets a shell.

The file is always one whole argument and an absolute path, so that no name of a file is taken for an option or a
command of the editor's.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

from tui.core.text.clean import clean_line
from tui.core.text.messages import worded
from tui.store.system.environment import editors_named
from tui.store.system.os_errors import reason_of

FOUND = ("editor", "nano", "micro", "vim", "nvim", "vi", "emacs", "hx", "mcedit", "joe")
"""The editors that are tried where the reader names none; `editor` is the choice of Debian's administrator."""

WAITING = {
    "code": "--wait", "kate": "--block", "subl": "--wait", "gedit": "--wait", "zed": "--wait", "mate": "--wait",
    "idea": "--wait", "gvim": "--nofork",
}  # fmt: skip
"""By the name of a family, the option that keeps an editor with a window of its own from returning at once."""


class NoEditor(Exception):
    """No editor can be started; the text says why in one clause."""


class EditorPosition(NamedTuple):
    """The place where an editor is to begin: line and column from 1, the column in characters."""

    line: int = 1
    column: int = 1


def open_at(path: str, at: EditorPosition | None = None, *, waits: bool = False) -> int:
    """Run the reader's editor on a file until it ends; its exit code. Raises NoEditor.

    With `waits`, an editor that has a window of its own is asked to stay until the file is closed in it.
    """
    command = command_for(path, at, waits=waits)
    try:
        with _signals_wait():
            return subprocess.run(command, check=False).returncode  # noqa: S603 - a list without a shell
    except OSError as error:
        reason = reason_of(error, worded("it does not start"))
        raise NoEditor(
            worded("the editor {command} cannot be run: {reason}", command=clean_line(command[0]), reason=reason)
        ) from None


def command_for(path: str, at: EditorPosition | None = None, *, waits: bool = False) -> list[str]:
    """The words that open a file in the reader's editor, at a place if there is one. Raises NoEditor."""
    words = _chosen()
    family = _family(words[0])
    if waits and (option := WAITING.get(family)) and option not in words and option[1:3] not in words:
        words.append(option)
    file = os.path.abspath(path)
    if at is None or family not in WAYS:
        return [*words, *(["--"] if family in ENDS_OPTIONS else []), file]
    return [*words, *WAYS[family](file, at)]


def _chosen() -> list[str]:
    """The reader's own editor as words, else the first that is found."""
    for variable, value in editors_named():
        try:
            words = shlex.split(value)
        except ValueError:
            raise NoEditor(
                worded("{variable} cannot be read: a quote in it is not closed", variable=variable)
            ) from None
        if words:
            if shutil.which(words[0]) is None:
                raise NoEditor(
                    worded(
                        '{variable} names "{command}", which is not to be found',
                        variable=variable,
                        command=clean_line(words[0]),
                    )
                )
            return words
    for name in FOUND:
        if shutil.which(name):
            return [name]
    raise NoEditor(worded("no editor was found here; VISUAL or EDITOR can name one"))


def _family(word: str) -> str:
    """The editor whose way of taking a line one has; by its own name, else by that of what it is a link to."""
    for path in (word, os.path.realpath(shutil.which(word) or word)):
        name = os.path.basename(path).lower().removesuffix(".exe")
        for known in (name, name.split(".")[0]):
            family = SAME.get(known, known)
            if family in WAYS:
                return family
    return ""


@contextmanager
def _signals_wait() -> Iterator[None]:
    r"""While an editor runs, `ctrl+c` and `ctrl+\` are for it alone, though they reach us too; other signals wait.

    A handler is not inherited, as ignoring a signal would be. An event loop hears of signals through the wakeup
    descriptor, whatever their handlers do.
    """
    came: list[int] = []
    wakeup = signal.set_wakeup_fd(-1)
    before: dict[int, Any] = {}
    for name in ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            before[number] = signal.signal(number, lambda received, _frame: came.append(received))
    try:
        yield
    finally:
        with _none_pending(before, came):
            for number, handler in before.items():
                signal.signal(number, signal.SIG_DFL if handler is None else handler)
            signal.set_wakeup_fd(wakeup)
        for number in came:
            if number not in (signal.SIGINT, getattr(signal, "SIGQUIT", None)):
                signal.raise_signal(number)


@contextmanager
def _none_pending(numbers: Collection[int], came: list[int]) -> Iterator[None]:
    """Put among those that came what the system holds for a thread that has yet to wake; what comes meanwhile waits.

    Such a thread would say that the signal came when other handlers are there already.
    """
    if not hasattr(signal, "sigtimedwait"):  # macOS has none
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        while pending := signal.sigtimedwait(numbers, 0):
            came.append(pending.si_signo)
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# ---- Ways of taking a line


def _vim(file: str, at: EditorPosition) -> list[str]:
    """Characters to the right are counted by `l`; a column is counted in bytes, or in cells."""
    column = [f"+normal! 0{at.column - 1}l"] if at.column > 1 else []
    return [f"+{at.line}", *column, "--", file]


def _plus_line(file: str, at: EditorPosition) -> list[str]:
    return [f"+{at.line}", file]


def _plus_colon(file: str, at: EditorPosition) -> list[str]:
    return [f"+{at.line}:{at.column}", file]


def _colons(file: str, at: EditorPosition) -> list[str]:
    return [f"{file}:{at.line}:{at.column}"]


def _line_and_column(file: str, at: EditorPosition) -> list[str]:
    return ["--line", str(at.line), "--column", str(at.column), file]


WAYS: Mapping[str, Callable[[str, EditorPosition], list[str]]] = {
    "vim": _vim, "gvim": _vim, "vi": lambda file, at: [f"+{at.line}", "--", file],
    "nano": lambda file, at: [f"+{at.line},{at.column}", "--", file], "emacs": _plus_colon, "kak": _plus_colon,
    "micro": _plus_colon, "gedit": _plus_colon, "hx": _colons, "subl": _colons, "zed": _colons,
    "code": lambda file, at: ["--goto", f"{file}:{at.line}:{at.column}"], "kate": _line_and_column,
    "geany": _line_and_column, "idea": _line_and_column,
    "mate": lambda file, at: ["--line", f"{at.line}:{at.column}", file], "joe": _plus_line, "mcedit": _plus_line,
    "mg": _plus_line, "pluma": _plus_line,
}  # fmt: skip
"""By the name of a family, the words for a file and a place in it. Any other editor gets the file alone."""

ENDS_OPTIONS = frozenset(("vim", "gvim", "vi", "nano"))
"""Families that are known to take `--` as the end of options."""

SAME = {
    "nvim": "vim", "neovim": "vim", "lvim": "vim", "view": "vim", "vimx": "vim", "mvim": "gvim", "nvi": "vi",
    "rnano": "nano", "pico": "nano", "emacsclient": "emacs", "helix": "hx", "kakoune": "kak",
    "gnome-text-editor": "gedit", "xed": "pluma", "sublime_text": "subl", "zeditor": "zed", "zedit": "zed",
    "code-insiders": "code", "code-oss": "code", "codium": "code", "vscodium": "code", "cursor": "code",
    "windsurf": "code", "kwrite": "kate", "pycharm": "idea", "webstorm": "idea", "jmacs": "joe", "jstar": "joe",
}  # fmt: skip
"""Editors with another's way."""
