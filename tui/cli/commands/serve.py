"""jalon serve: the page on this machine, live as the file is saved; or the app itself in a browser."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.publication import (
    Wanted,
    dress,
    need_libraries,
    publication,
    publication_options,
)
from tui.cli.base.request import (
    STANDARD_INPUT,
    Refusal,
    look,
    only_file,
    reading_and_bytes,
    tell_problems,
    tell_shipped,
)
from tui.core.problems.problem import ERROR
from tui.core.text.messages import _, numbered, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.cli.base.publication import Publication
    from tui.page.serve.live import LiveSite
    from tui.page.serve.page_server import PageServer
    from tui.store.read.timeline import Reading

PORT = 4747
"""The port where none is asked for; if it is taken, another."""


@click.command("serve")
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option("--port", type=click.IntRange(0, 65535), metavar="N", help=f"The port; else {PORT}, or one that is free.")
@click.option("--open", "opens", is_flag=True, help="Open it in your browser.")
@click.option("--app", "is_app", is_flag=True, help="The app itself in the browser, to read only.")
@publication_options
def command(
    words: tuple[str, ...],
    port: int | None,
    opens: bool,
    is_app: bool,
    text: str | None,
    as_of: str | None,
    languages: tuple[str, ...],
    theme_name: str | None,
    no_script: bool,
    today: str | None,
) -> int:
    """Serve the page of a timeline on this machine, as jalon publish makes it; the open browser shows each save.

    Nobody else can reach it: it is bound to 127.0.0.1, and a page of another site is refused. The page says how many
    events would not pass the gate. ctrl+c ends it.

    --app gives the app itself in the browser: the whole timeline but for what is private, with every key, to read only.
    The address has a token; whoever knows it on this machine can read. A session is a process of its own, at most 8 at
    once, and ends with its tab.
    """
    path = only_file(words)
    if path == STANDARD_INPUT:
        raise Refusal(_("standard input cannot be followed"), _("name a file"))
    tell_shipped(path, words)
    wanted = Wanted(text, as_of, languages, look(languages[0] if languages else None, today, theme_name), not no_script)
    if is_app:
        from tui.cli.base.served_app import serve_app

        return serve_app(path, wanted, port, PORT, open_in_browser if opens else None)
    need_libraries()
    reading, data = reading_and_bytes(path)
    from tui.page.serve.live import LiveSite
    from tui.page.serve.page_server import PageServer

    site = LiveSite(path, reading, data, lambda new, version: _pages(new, wanted, version))
    try:
        server = PageServer(site, PORT if port is None else port)
    except OSError as taken:
        if port is not None:
            raise Refusal(_("port {port} is taken", port=port), _("--port 0 takes one that is free")) from taken
        server = PageServer(site, 0)
    tell_problems(reading, path)
    sys.stdout.write(f"{server.address}\n")
    sys.stdout.flush()
    if opens:
        open_in_browser(server.address)
    return _serve(server, site)


def _serve(server: PageServer, site: LiveSite) -> int:
    """Serve until ctrl+c, or until a bug of ours ends the thread that follows the file."""
    import threading
    import time

    site.start()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        while not site.is_over:
            time.sleep(0.1)
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
        server.server_close()
        site.stop()
    if site.fault is not None:
        raise site.fault
    return streams.OK


def _pages(reading: Reading, wanted: Wanted, version: int) -> dict[str, Callable[[], str]]:
    """The makers of the pages of a reading, with what would stand against them on top."""
    from tui.page.site.files import SiteOptions, languages_of, pages

    found = publication(reading, wanted, is_silent=True)
    languages = wanted.languages or languages_of(found.told)
    options = SiteOptions(languages, dress(wanted), is_site=False, version=version)
    return pages(found.answers, found.facts, options, found.excepted, banners=lambda: _against(found))


def _against(found: Publication) -> list[str]:
    """The sentences that stand on top: how many events do not pass, and how many errors the file has."""
    many = len({one.event.id for one in found.refused})
    errors = sum(one.severity == ERROR for one in found.reading.problems)
    said = []
    if many:
        said.append(
            numbered(
                "{number} event would not be published: jalon publish says why",
                "{number} events would not be published: jalon publish says why",
                many,
            )
        )
    if errors:
        said.append(
            numbered(
                "{number} error in the file: jalon check says where",
                "{number} errors in the file: jalon check says where",
                errors,
            )
        )
    return said


def open_in_browser(address: str) -> None:
    """Open an address, or say that nothing here can."""
    from tui.store.system.browser import NoBrowser, open_address

    try:
        open_address(address)
    except NoBrowser as reason:
        streams.inform(reason_of(reason))
