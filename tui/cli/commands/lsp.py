"""jalon lsp: the language server, to which an editor speaks over standard input and output."""

from __future__ import annotations

import os
import sys

import click

from tui.cli.base.options import TEXT_OPTIONS, display_options
from tui.cli.base.request import DisplayOptions, Refusal
from tui.core.text.messages import _

EXTRA = 'pip install "jalon[lsp]"'  # no words: a command


@click.command("lsp")
@click.option("--stdio", is_flag=True, expose_value=False, hidden=True)
@display_options(TEXT_OPTIONS)
def command(look: DisplayOptions) -> int:
    """Answer an editor: problems while one types and their cures, completion, cards, names and where they stand.

    An editor starts this by itself, once it is told to: docs/editors.md has the few lines for VS Code, Neovim, Helix,
    Emacs, Kate and Zed. It speaks the Language Server Protocol over standard input and output until the editor ends it.
    It needs the extra lsp.
    """
    try:
        from tui.lsp.features import make_server
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "tui":
            raise
        raise Refusal(_("the language server needs {library}", library=missing.name), EXTRA) from missing
    if sys.stdin is None:
        raise Refusal(_("standard input is closed"))
    from tui.store.system import environment

    day, clock = look.today, environment.today_by_clock()
    asked = None if day == clock else day
    wire = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever else prints is no part of the answers
    make_server(look.language, lambda: environment.today_by_clock() if asked is None else asked).start_io(
        sys.stdin.buffer, wire
    )
    return 0
