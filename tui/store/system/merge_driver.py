"""git, told to put versions of a timeline together by events: a line in .gitattributes, and two settings."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Iterator

from tui.core.text.clean import clean_line
from tui.core.text.messages import worded
from tui.store.system import git
from tui.store.system.atomic_write import NotSaved, replace

ATTRIBUTES = ".gitattributes"
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./")


def install(path: str, *, as_claims: bool = False) -> Iterator[str]:
    """Have git merge a file, or all YAML files of a folder, with `jalon merge`; a sentence on each thing that is done.

    The line is for all who share the repository, the settings are for this clone alone: git takes none from others.
    Raises GitError.
    """
    top = git.top_folder(path)
    yield from _attributes(top, path)
    driver = f"{_this()} merge %O %A %B -o %A{' --claims' if as_claims else ''}"  # no words: a command
    described = "jalon: by events and fields"  # no words: a setting
    for name, value in (("merge.jalon.name", described), ("merge.jalon.driver", driver)):
        git.ask(top, "config", "--local", name, value)
        yield worded("git config {name} is: {value}", name=name, value=value)


def _this() -> str:
    """The command of this jalon, as a shell takes it."""
    return "jalon" if shutil.which("jalon") else f"{shlex.quote(sys.executable)} -m tui"  # no words: a command


def _attributes(top: str, path: str) -> Iterator[str]:
    wanted = [f"{pattern} merge=jalon" for pattern in _patterns(top, path)]
    target = os.path.join(top, ATTRIBUTES)
    before: bytes | None = None
    try:
        with open(target, "rb") as file:
            before = file.read()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise git.GitError(
            worded("{file} cannot be read ({reason})", file=ATTRIBUTES, reason=str(error.strerror))
        ) from None
    told = (before or b"").decode("utf-8", "surrogateescape")
    missing = [line for line in wanted if line not in told.splitlines()]
    if not missing:
        yield worded("{file} has it already: {line}", file=ATTRIBUTES, line=wanted[0])
        return
    begun = told if not told or told.endswith("\n") else f"{told}\n"
    try:
        replace(target, before, (begun + "".join(f"{line}\n" for line in missing)).encode("utf-8", "surrogateescape"))
    except NotSaved as error:
        raise git.GitError(str(error)) from None
    for line in missing:
        yield worded("{file} has a new line: {line}", file=ATTRIBUTES, line=clean_line(line))


def _patterns(top: str, path: str) -> list[str]:
    """The patterns by which git knows a file, or the YAML files of a folder."""
    inner = os.path.relpath(os.path.realpath(path), os.path.realpath(top)).replace(os.sep, "/")
    if not os.path.isdir(path):
        return [_quoted(inner if "/" in inner else f"/{inner}")]
    within = "" if inner == "." else f"{inner}/"
    return [_quoted(f"{within}**/*.{ending}") for ending in ("yaml", "yml")]


def _quoted(pattern: str) -> str:
    """A pattern as .gitattributes takes it: between quotes where a sign in it means something."""
    special = "".join(f"\\{sign}" if sign in "[]?!#" else sign for sign in pattern)
    if _PLAIN.issuperset(special.replace("*", "")):
        return special
    return '"' + special.replace("\\", "\\\\").replace('"', '\\"') + '"'
