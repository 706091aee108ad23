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


def bytes_at_revision(path: str, revision: str) -> bytes:
    """The bytes of a file in a revision of the repository that it is in; raises GitError."""
    shown = clean_line(revision)
    if not revision.strip() or revision.startswith("-"):
        raise GitError(worded('"{revision}" is no revision', revision=shown))
    folder, name = os.path.split(os.path.realpath(path))
    if not os.path.isdir(folder):
        raise GitError(worded("there is no folder {folder}", folder=clean_line(folder)))
    try:
        _git(folder, "rev-parse", "--show-prefix")
    except NoGitError:
        raise
    except GitError as error:
        raise GitError(
            worded("{file} is not in a repository of git ({reason})", file=clean_line(path), reason=str(error))
        ) from None
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError:
        raise GitError(worded('git knows no revision "{revision}" here', revision=shown)) from None
    blob = f"{commit.decode('ascii', 'replace').strip()}:./{name}"
    try:
        size = int(_git(folder, "cat-file", "-s", blob))
    except (GitError, ValueError):
        raise GitError(worded("{file} is not in {revision}", file=clean_line(name), revision=shown)) from None
    if size > LARGEST:
        raise GitError(
            worded(
                "{file} is too large in {revision} (more than {number} MB)",
                file=clean_line(name),
                revision=shown,
                number=LARGEST // 1024 // 1024,
            )
        )
    return _git(folder, "cat-file", "blob", blob)


def _git(folder: str, *words: str) -> bytes:
    """The answer of git to some words in a folder."""
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
    if ran.returncode:
        raise GitError(_reason(ran.stderr))
    return ran.stdout


def _reason(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return clean_line(lines[0].removeprefix("fatal: ")) if lines else worded("git says no")
