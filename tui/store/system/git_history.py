"""The commits that git knows of a file, across its renames, and what the file held in each."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

from tui.core.text.clean import clean_line
from tui.core.text.messages import worded
from tui.store.system import git
from tui.store.system.environment import git_environment
from tui.store.system.read_bytes import LARGEST

_ESCAPES = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\"}
_FORMAT = "%x01%H%x00%an%x00%aI%x00%s%x00%P"


class Commit(NamedTuple):
    """A commit that changed a file."""

    hash: str
    author: str
    when: str
    """ISO 8601, with the author's offset."""
    subject: str
    parents: tuple[str, ...]
    path: str
    """The file after it, from the top of the repository."""
    before: str
    """The file before it; empty where it was made."""

    @property
    def day(self) -> str:
        """The author's day."""
        return self.when[:10]


def commits(top: str, path: str, since: str = "HEAD") -> Iterator[Commit]:
    """The commits up to a revision that changed a file, the latest first; `path` is from the top of the repository."""
    options = ("--literal-pathspecs", "-c", "core.quotePath=false")
    words = ("log", "--follow", "--name-status", f"--format={_FORMAT}", git.commit_of(top, since), "--", path)
    told = os.fsdecode(git.ask(top, *options, *words))
    for record in told.split("\x01")[1:]:
        head, _, rest = record.partition("\n")
        own, author, when, subject, parents = head.split("\0")
        told_of = next((line for line in rest.split("\n") if "\t" in line), f"M\t{path}")
        status, *paths = map(_unquoted, told_of.split("\t"))
        yield Commit(
            own, clean_line(author), when, clean_line(subject), tuple(parents.split()), paths[-1],
            "" if status.startswith("A") else paths[0],
        )  # fmt: skip


def _unquoted(path: str) -> str:
    """A path as it is; git writes one with quotes, backslashes or controls in it as C does a text."""
    if not path.startswith('"'):
        return path
    return re.sub(r"\\([0-7]{3}|.)", lambda one: _ESCAPES.get(one[1]) or chr(int(one[1], 8)), path[1:-1])


def files_at(top: str, commit: str) -> list[str]:
    """The YAML files that stand in a commit, from the top of the repository."""
    told = os.fsdecode(git.ask(top, "ls-tree", "-r", "-z", "--name-only", commit))
    return [name for name in told.split("\0") if name.endswith((".yaml", ".yml"))]


def changed_in(top: str, commit: str) -> list[str]:
    """The YAML files that a commit changed or took away."""
    words = ("diff-tree", "--root", "-r", "-z", "--no-commit-id", "--name-only", "--no-renames", commit)
    told = os.fsdecode(git.ask(top, *words))
    return [name for name in told.split("\0") if name.endswith((".yaml", ".yml"))]


class Blobs:
    """The bytes of files in commits, by one git that stays; GitError where it ends."""

    def __init__(self, top: str) -> None:
        try:
            self._git = subprocess.Popen(  # noqa: S603 - no shell, and nothing from a file among the words
                ["git", "--no-pager", "-C", top, "cat-file", "--batch"],  # noqa: S607 - whichever git the reader has
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=git_environment(),
            )
        except OSError:
            raise git.NoGitError(worded("git is not installed")) from None

    def __enter__(self) -> Blobs:
        return self

    def __exit__(self, *_: object) -> None:
        self._git.communicate()

    def read(self, commit: str, path: str) -> bytes | None:
        """The bytes of a file in a commit; None where it is not there, or larger than what is read."""
        if not commit or not path or "\n" in path or self._git.stdin is None or self._git.stdout is None:
            return None
        self._git.stdin.write(os.fsencode(f"{commit}:{path}\n"))
        self._git.stdin.flush()
        kind = self._git.stdout.readline().split()
        if len(kind) != 3 or not kind[2].isdigit():
            return None
        size = int(kind[2])
        data = self._git.stdout.read(size + 1)[:-1]
        return data if kind[1] == b"blob" and size <= LARGEST else None
