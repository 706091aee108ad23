"""Versions of a file that git keeps: read by git itself, without a shell, and without anything it might set off."""

from __future__ import annotations

import os
import subprocess

from tui.core.text.clean import clean_line
from tui.core.text.messages import worded
from tui.store.system.environment import git_environment
from tui.store.system.read_bytes import LARGEST

PATIENCE = 60
"""Seconds that git may take."""


class GitError(Exception):
    """The reason why a version cannot be had, in one clause."""


class NoGitError(GitError):
    """There is no git to ask."""


class NotThereError(GitError):
    """A revision does not hold the file."""


def bytes_at_revision(path: str, revision: str) -> bytes:
    """The bytes of a file in a revision of the repository that it is in; raises GitError."""
    shown = clean_line(revision)
    be_revision(revision)
    folder, name = os.path.split(os.path.realpath(path))
    if not os.path.isdir(folder):
        raise GitError(worded("there is no folder {folder}", folder=clean_line(folder)))
    try:
        ask(folder, "rev-parse", "--show-prefix")
    except NoGitError:
        raise
    except GitError as error:
        raise _outside(path, error) from None
    blob = f"{commit_of(folder, revision)}:./{name}"
    try:
        size = int(ask(folder, "cat-file", "-s", blob))
    except (GitError, ValueError):
        raise NotThereError(worded("{file} is not in {revision}", file=clean_line(name), revision=shown)) from None
    if size > LARGEST:
        raise GitError(
            worded(
                "{file} is too large in {revision} (more than {number} MB)",
                file=clean_line(name),
                revision=shown,
                number=LARGEST // 1024 // 1024,
            )
        )
    return ask(folder, "cat-file", "blob", blob)


def be_revision(revision: str) -> None:
    """Raise GitError for a text that can be no revision, or that git would take for an option."""
    if not revision.strip() or revision.startswith("-"):
        raise GitError(worded('"{revision}" is no revision', revision=clean_line(revision)))


def commit_of(folder: str, revision: str) -> str:
    """The commit of a revision, for the repository of a folder; raises GitError where there is none."""
    be_revision(revision)
    try:
        found = ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        raise GitError(worded('git knows no revision "{revision}" here', revision=clean_line(revision))) from None
    return found.decode("ascii", "replace").strip()


def top_folder(path: str) -> str:
    """The folder of the repository that a file or a folder is in; raises GitError where it is in none."""
    folder = path if os.path.isdir(path) else os.path.dirname(os.path.realpath(path))
    if not os.path.isdir(folder):
        raise GitError(worded("there is no folder {folder}", folder=clean_line(folder)))
    try:
        return os.fsdecode(ask(folder, "rev-parse", "--show-toplevel")).rstrip("\n")
    except NoGitError:
        raise
    except GitError as error:
        raise _outside(path, error) from None


def _outside(path: str, error: GitError) -> GitError:
    return GitError(worded("{file} is not in a repository of git ({reason})", file=clean_line(path), reason=str(error)))


def common_ancestor(path: str, one: str, other: str) -> str:
    """The last commit that two revisions both have; raises GitError."""
    top = top_folder(path)
    return ask(top, "merge-base", commit_of(top, one), commit_of(top, other)).decode("ascii", "replace").strip()[:12]


def merged_by_lines(base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, bool]:
    """Two versions put together line by line, with git's markers where both changed the same, and whether none did."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("ours", ours), ("base", base), ("theirs", theirs)):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        code, told, said = _run(folder, "merge-file", "-p", "ours", "base", "theirs")
    if not 0 <= code < 128:
        raise GitError(_reason(said))
    return told, code == 0


def ask(folder: str, *words: str) -> bytes:
    """The answer of git to some words in a folder; GitError with its reason when it has none."""
    code, told, said = _run(folder, *words)
    if code:
        raise GitError(_reason(said))
    return told


def _run(folder: str, *words: str) -> tuple[int, bytes, bytes]:
    """The exit code of git, what it answers and what it says, for some words in a folder."""
    try:
        ran = subprocess.run(  # noqa: S603 - no shell, and a revision that could be an option is refused
            ["git", "--no-pager", "-C", folder, *words],  # noqa: S607 - whichever git the reader has
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=git_environment(),
            timeout=PATIENCE,
            check=False,
        )
    except FileNotFoundError:
        raise NoGitError(worded("git is not installed")) from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoGitError(worded("git did not answer ({reason})", reason=type(error).__name__)) from None
    except ValueError:
        raise GitError(worded("no revision or file can have this name")) from None
    return ran.returncode, ran.stdout, ran.stderr


def _reason(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return clean_line(lines[0].removeprefix("fatal: ")) if lines else worded("git says no")
