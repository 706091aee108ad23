"""A session of `jalon serve --app`: the app in a process of its own, whose screen is a browser's."""

from __future__ import annotations

import sys

from tui.cli.base import streams
from tui.cli.base.query_options import query_by_day
from tui.cli.base.request import look, reading_of


def session(path: str, today: str, language: str, theme: str, text: str, as_of: str) -> int:
    """Show a file, without what is private, until the browser goes; empty words ask for nothing."""
    from tui.app.served import run_served
    from tui.core.evidence.privacy import tellable
    from tui.core.text.messages import LANGUAGES
    from tui.store.system import catalogues, environment

    spoken = language or environment.language()
    catalogues.speak(spoken if spoken in LANGUAGES else "en")
    shown = look(language or None, today, theme or None)
    told = tellable(reading_of(path).timeline)
    query = query_by_day(told, shown, text or None, as_of or None, or_view=True, with_private=False)
    return run_served(told, query, theme=theme or None, today=shown.today, language=spoken)


if __name__ == "__main__":
    sys.exit(streams.guarded(lambda: session(*sys.argv[1:7])))
