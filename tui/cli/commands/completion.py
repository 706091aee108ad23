"""jalon completion: a shell that completes commands, options, files and the ids in a file."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.options import takes_in_vain
from tui.cli.base.request import Refusal, quoted
from tui.core.text.messages import _, reason_of

INSTALL, REMOVE = "install", "remove"
MARK = "# completion of jalon"  # no words: looked for again
"""The end of the line in a shell's own file, by which the line is found again."""


class Shell(NamedTuple):
    """A shell, and where its completion goes."""

    script: str
    """The file that completes, below the reader's folders."""
    rc: str = ""
    """The file below the home folder that is to load it; empty where the shell finds it by itself."""


SHELLS = {
    "bash": Shell("jalon.bash", ".bashrc"),
    "zsh": Shell("jalon.zsh", ".zshrc"),
    "fish": Shell("jalon.fish"),
}


@click.command("completion")
@click.argument("act", metavar="install|remove|bash|zsh|fish", type=click.Choice([INSTALL, REMOVE, *SHELLS]))
@click.option("--shell", type=click.Choice(list(SHELLS)), help="The shell to install for; else the one of SHELL.")
@takes_in_vain("--color", "--today")
def command(act: str, shell: str | None) -> int:
    """Have bash, zsh or fish complete what you type after jalon, with tab.

    Tab completes commands, options and their values, and files. From the timeline it completes the ids of events,
    sources, passages and actors, tags, kinds, places and saved views. install puts the script where your shell finds
    it, and says what it wrote; remove takes that away. The name of a shell prints its script.
    """
    if act in SHELLS:
        sys.stdout.write(_script(act))
        return streams.OK
    name = shell or os.path.basename(os.environ.get("SHELL", ""))
    if name not in SHELLS:
        raise Refusal(
            _('"{name}" is no shell that jalon knows', name=name), _("--shell takes {names}", names=", ".join(SHELLS))
        )
    (_install if act == INSTALL else _remove)(name)
    return streams.OK


def _script(name: str) -> str:
    from tui.store.system.environment import shipped_path

    with open(os.path.join(shipped_path("cli/completion"), SHELLS[name].script), encoding="utf-8") as file:
        return file.read()


def _places(name: str) -> tuple[str, str]:
    """The path of the script, and of the shell's own file that loads it; empty where none has to."""
    from tui.store.system import environment

    shell = SHELLS[name]
    if not shell.rc:
        return os.path.join(os.path.dirname(environment.config_folder()), "fish", "completions", shell.script), ""
    home = os.environ.get("ZDOTDIR") if name == "zsh" else None
    return os.path.join(environment.data_folder(), "completion", shell.script), os.path.join(
        home or os.path.expanduser("~"), shell.rc
    )


def _install(name: str) -> None:
    path, rc = _places(name)
    _write(path, _script(name))
    streams.inform(_("{file}: written", file=path))
    if rc:
        line = f"[ -r {quoted(path)} ] && . {quoted(path)}  {MARK}"
        before = _read(rc)
        if line not in before.splitlines():
            _write(rc, f"{_without_line(before).rstrip()}\n{line}\n".lstrip("\n"))
            streams.inform(_("{file}: a line that loads it", file=rc))
    streams.inform(_("a new {shell} completes jalon: type jalon, a space, and tab", shell=name))


def _remove(name: str) -> None:
    path, rc = _places(name)
    if os.path.lexists(path):
        os.unlink(path)
        streams.inform(_("{file}: removed", file=path))
    before = _read(rc) if rc else ""
    if before != _without_line(before):
        _write(rc, _without_line(before))
        streams.inform(_("{file}: its line is removed", file=rc))


def _without_line(text: str) -> str:
    """The text of a shell's file without the line that loads the completion."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.rstrip().endswith(MARK))


def _read(path: str) -> str:
    """The text of a shell's own file, byte for byte; empty where there is none."""
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""
    except OSError as failed:
        raise Refusal(
            _("{file} cannot be read: {reason}", file=path, reason=(failed.strerror or "").lower())
        ) from failed


def _write(path: str, text: str) -> None:
    """Put a text in the place of a file, whole or not at all."""
    from tui.store.system import atomic_write

    after = text.encode("utf-8", "surrogateescape")
    before = _read(path).encode("utf-8", "surrogateescape") if os.path.lexists(path) else None
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if before != after:
            atomic_write.replace(path, before, after)
    except (OSError, atomic_write.NotSaved) as failed:
        raise Refusal(reason_of(failed)) from failed
