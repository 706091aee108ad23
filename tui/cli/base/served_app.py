"""The app served in a browser, asked for on the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.base import streams
from tui.cli.base.publication import BY_NIGHT, Wanted, publication
from tui.cli.base.request import Refusal, reading_of, tell_problems
from tui.core.dates.calendar import iso
from tui.core.text.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable


def serve_app(path: str, wanted: Wanted, port: int | None, usual: int, opens: Callable[[str], None] | None) -> int:
    """Serve the app until ctrl+c; `usual` is the port where none is asked for; `opens` shows an address."""
    try:
        from tui.page.serve.app_server import AppServer, session_arguments
    except ImportError as missing:
        raise Refusal(_("--app needs textual-serve"), 'pip install "jalon[page]"') from missing  # no words: a command
    reading = reading_of(path)
    found = publication(reading, wanted)  # a faulty query is refused here
    look = wanted.look
    theme = look._replace(theme_name=look.theme_name or BY_NIGHT).chosen()
    language = wanted.languages[0] if wanted.languages else ""
    arguments = session_arguments(
        path, iso(look.today), language, look.theme_name or "", wanted.text or "", wanted.as_of or ""
    )
    title = found.told.say(found.told.titles, look.language) or "jalon"
    try:
        server = AppServer(arguments, title, theme, usual if port is None else port)
    except OSError as taken:
        if port is not None:
            raise Refusal(_("port {port} is taken", port=port), _("--port 0 takes one that is free")) from taken
        server = AppServer(arguments, title, theme, 0)
    tell_problems(reading, path)
    sys.stdout.write(f"{server.address}\n")
    sys.stdout.flush()
    if opens is not None:
        opens(server.address)
    server.serve()
    return streams.OK
