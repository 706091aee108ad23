"""The story as a whole, as rows: its title, what its file says of it, and how much it holds."""

from __future__ import annotations

from tui.core.text.messages import _, translatable
from tui.core.text.plural import plural
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Timeline
from tui.drawing.event.detail import curator_text
from tui.drawing.spans.column import TextColumn, joined
from tui.drawing.spans.spans import Line

NOTHING = translatable("The file does not say what it is about: a text under timeline: about.")


def about_lines(timeline: Timeline, events: int, sheet: TextColumn) -> list[Line]:
    """The rows about a story of so many events."""
    voice = TimelineInLanguage(timeline, sheet.pen.language)
    counts = [plural(events, "event"), plural(len(timeline.sources), "source"), plural(len(timeline.actors), "actor")]
    return joined(
        [
            [
                *sheet.paragraph(voice.line(timeline.titles) or _("Timeline"), "strong"),
                *sheet.flow(counts, sheet.dot, "dim"),
            ],
            curator_text(timeline.about, voice, sheet) or sheet.paragraph(_(NOTHING), "dim"),
        ]
    )
