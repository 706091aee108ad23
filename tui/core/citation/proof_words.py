"""The outcome of a search for a citation in a copy, in words."""

from __future__ import annotations

from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, translatable
from tui.core.timeline.model import Citation, ProofMark, Timeline

_SAID = {
    "proved": translatable("proved in a copy of {day}, sha256 {hash}…"),
    "repeated": translatable("proved in a copy of {day} (it stands there more than once), sha256 {hash}…"),
    "altered": translatable("altered in a copy of {day}, sha256 {hash}…"),
    "absent": translatable("absent from a copy of {day}, sha256 {hash}…"),
}
_DIGITS = 8
"""Of a hash, as many as tell one copy from another for people."""


def proof_words(citation: Citation, timeline: Timeline, language: str) -> str:
    """`proved in a copy of 30 November 2026, sha256 3f9a41c0…`; empty where nothing is known."""
    mark = timeline.proof_of(citation)
    if mark is None:
        return ""
    return _(_SAID[mark.state], day=_day(mark, language), hash=clean_line(mark.sha256[:_DIGITS]))


def _day(mark: ProofMark, language: str) -> str:
    """The day of the copy, else the day when somebody looked."""
    day = mark.kept or mark.at[:10]
    try:
        return in_words(parse_date(day), language)
    except DateError:
        return clean_line(day)
