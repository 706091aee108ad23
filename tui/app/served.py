"""The app in a browser: to read only, on a timeline that is told, and gone when its server is."""

from __future__ import annotations

import os

from tui.app.app import JalonApp
from tui.app.base import textual_private
from tui.core.citation.links import safe_url
from tui.core.query.tree import Query
from tui.core.text.messages import worded
from tui.core.timeline.model import Timeline
from tui.store.personal import themes
from tui.store.system import environment
from tui.store.system.browser import NoBrowser


class ServedApp(JalonApp):
    """One timeline in a browser: without a file nothing is edited, without a notebook nothing is kept."""

    def on_mount(self) -> None:
        """Look now and then for the server, which started this process."""
        super().on_mount()
        self.opens = self._open_there
        self._server = os.getppid()
        self.set_interval(1.0, self._heed_server)

    def _heed_server(self) -> None:
        if os.getppid() != self._server:
            self.exit(return_code=0)

    def _heed_terminal(self) -> None:
        """There is no terminal to look for."""

    def _open_there(self, address: str) -> None:
        """Open an address in the browser that shows the app."""
        safe = safe_url(address)
        if safe is None:
            raise NoBrowser(worded("only http and https addresses are opened"))
        self.open_url(safe)


def run_served(timeline: Timeline, query: Query, *, theme: str | None, today: int, language: str) -> int:
    """Show a timeline until the browser goes; the exit code."""
    worn, _message = themes.load(theme, environment.user_themes_folder())
    app = ServedApp(timeline, worn, today=today, language=language, query=query, name_of_file="")
    with textual_private.heeded_threads(app):
        app.run()
    fault = textual_private.raised(app)
    if fault is not None:
        raise fault
    return app.return_code or 0
