"""Opening an address in the reader's browser, which is never ours to wait for."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tui.core.citation.links import is_document, safe_url
from tui.core.text.messages import worded
from tui.store.system.environment import browsers, has_desktop


class NoBrowser(Exception):
    """Nothing here can show an address; the text says so in one clause."""


def open_address(address: str) -> None:
    """Start a browser on an absolute http(s) address, without a shell, and let it go.

    Raises NoBrowser when the address is anything else, or when there is no browser to start.
    """
    if safe_url(address) is None:
        raise NoBrowser(worded("only http and https addresses are opened"))
    _open(address)


def open_document(path: str, fragment: str = "") -> None:
    """Start what shows a document of this machine, by a fragment at a place in it, and let it go.

    Raises NoBrowser when the file is no document (a page, a PDF, a text), or when there is nothing to start.
    """
    if not is_document(path) or not os.path.isfile(path):
        raise NoBrowser(worded("only pages, PDFs and texts are opened"))
    _open(f"{Path(os.path.abspath(path)).as_uri()}{fragment}")


def _open(address: str) -> None:
    """Start the first that can be started of what shows an address."""
    for command in _commands(address):
        if shutil.which(command[0]):
            try:
                _start(command)
            except OSError:
                continue
            return
    raise NoBrowser(worded("no browser was found here; BROWSER can name one"))


def _commands(address: str) -> list[list[str]]:
    """The commands to try, the reader's own choice first; the address is always one whole argument."""
    named = [_with_address(shlex.split(browser), address) for browser in browsers()]
    if sys.platform == "darwin":
        return [*named, ["open", address]]
    if not has_desktop():
        return named
    return [*named, ["xdg-open", address], ["gio", "open", address], ["wslview", address]]


def _with_address(command: list[str], address: str) -> list[str]:
    """A command of BROWSER: `%s` in it stands for the address, which else comes last."""
    if any("%s" in word for word in command):
        return [word.replace("%s", address) for word in command]
    return [*command, address] if command else [""]


def _start(command: list[str]) -> None:
    """A session of its own and no streams, so that it neither writes over the screen nor ends with us."""
    subprocess.Popen(  # noqa: S603 - a list without a shell; the address was checked
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ,
    )
