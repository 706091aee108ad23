"""jalon about: what a timeline tells of itself, and how much it holds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.base import streams
from tui.cli.base.private import tell_included, tell_withheld
from tui.cli.base.query_options import command_on_events
from tui.cli.base.request import DisplayOptions, only_file, reading_of, tell_problems, tell_shipped
from tui.core.evidence import privacy
from tui.core.text.messages import _

if TYPE_CHECKING:
    from tui.core.timeline.model import Timeline


@command_on_events(
    "about",
    "[FILE]",
    forms=("text", "markdown", "json"),
    said="Text to read, a document, or data.",
    is_told_by_day=False,
)
def command(words: tuple[str, ...], form: str, with_private: bool, look: DisplayOptions) -> int:
    """Say what a timeline is about, as its file does (timeline: about), and how much it holds.

    JSON has its titles and texts in every language, and the ids of its key events.
    """
    path = only_file(words)
    tell_shipped(path, words)
    reading = reading_of(path)
    whole = reading.timeline
    if with_private:
        tell_included(whole, whole.events)
    FORMATS[form](whole if with_private else privacy.public(whole), look)
    sys.stdout.flush()
    if not with_private:
        tell_withheld(privacy.withheld(whole, whole.events))
    tell_problems(reading, path)
    return streams.OK


def _draw(timeline: Timeline, look: DisplayOptions) -> None:
    from tui.drawing.lists.about import about_lines

    look.draw_column(lambda sheet: about_lines(timeline, len(timeline.events), sheet))


def _write_markdown(timeline: Timeline, look: DisplayOptions) -> None:
    from tui.core.text.markdown import escaped
    from tui.core.timeline.in_language import TimelineInLanguage
    from tui.printing.markdown.escape import text_paragraphs

    voice = TimelineInLanguage(timeline, look.language)
    title = _("Timeline")
    blocks = [f"# {escaped(voice.line(timeline.titles)) or title}", *text_paragraphs(timeline.about, voice)]
    sys.stdout.write("\n\n".join(blocks) + "\n")


def _write_json(timeline: Timeline, look: DisplayOptions) -> None:
    streams.write_json(
        {
            "id": timeline.id,
            "language": timeline.language,
            "title": timeline.say(timeline.titles, look.language) or None,
            "about": timeline.say(timeline.about, look.language) or None,
            "events": len(timeline.events),
            "sources": len(timeline.sources),
            "actors": len(timeline.actors),
            "key_events": [event.id for event in timeline.events if event.key],
            "titles": dict(timeline.titles),
            "abouts": dict(timeline.about),
        }
    )


FORMATS = {"text": _draw, "markdown": _write_markdown, "json": _write_json}
