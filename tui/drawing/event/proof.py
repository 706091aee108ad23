"""The mark of a citation that was sought in a copy."""

from __future__ import annotations

from tui.core.timeline.model import Citation, Timeline
from tui.drawing.spans.glyphs import Glyphs
from tui.drawing.spans.spans import Span


def proof_sign(citation: Citation, timeline: Timeline, glyphs: Glyphs) -> Span | None:
    """✓ before a citation that is proved, ✗ before one that is altered or absent; None where nothing is known."""
    mark = timeline.proof_of(citation)
    if mark is None:
        return None
    return Span(glyphs.check, "kept") if mark.is_proved else Span(glyphs.cross, "alarm")
