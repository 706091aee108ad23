"""The claims of an event as rows: what is said, by whom, which value is kept, and whether they agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.core.evidence.as_of import citations_certainty, surely_out_part
from tui.core.evidence.claims import disputed, less_precise
from tui.core.evidence.notation import value_in_language
from tui.core.evidence.values import reading
from tui.core.evidence.verdicts import retained
from tui.core.text.messages import _
from tui.core.text.plural import plural
from tui.core.timeline.in_language import TimelineInLanguage, in_doubt
from tui.core.timeline.model import POSSIBLY, Citation, Claim, Event, Value
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span

Speakers = Callable[[Iterable[Citation]], list[str]]
"""A function that names the speakers in some citations."""


def claim_lines(
    event: Event, voice: TimelineInLanguage, sheet: TextColumn, speakers: Speakers | None = None
) -> list[Line]:
    """All that is claimed in an event, claim after claim; `speakers` name who says so, else publishers do."""
    who = speakers or voice.speakers
    return [line for claim in event.claims for line in _claim(claim, event, voice, sheet, who)]


def _claim(claim: Claim, event: Event, voice: TimelineInLanguage, sheet: TextColumn, who: Speakers) -> list[Line]:
    because = voice.line(claim.because)
    if len(claim.values) == 1 and not because:
        return _single(claim, voice, sheet, who)
    lines = [_heading(claim, voice, sheet, is_disputed=claim.name in rivals(event, voice))]
    texts = [in_notation(value, claim, voice) for value in claim.values]
    column = _column(texts, sheet)
    keep, vague = retained(event, claim), less_precise(claim)
    for place, (value, text) in enumerate(zip(claim.values, texts, strict=True)):
        role = "kept" if place == keep else "dim" if is_unsure(value, voice) else "text"
        mark = _mark(place == keep, place in vague, sheet)
        lines += _said(mark, Span(text, role), column, who(value.citations), sheet)
    if because:
        head = _("because:") if keep is None else _("kept:")
        lines += sheet.paragraph(because, head=(Span(f"  {head} ", "kept"),), indent=2)
    return lines


def rivals(event: Event, voice: TimelineInLanguage) -> frozenset[str]:
    """The names of the claims that are disputed; of a timeline told by a day, by what is surely out."""
    return frozenset(claim.name for claim in surely_out_part(event, voice.timeline).claims if disputed(claim))


def is_unsure(value: Value, voice: TimelineInLanguage) -> bool:
    """True when a value rests only on sources that are possibly out by the day that is told by."""
    as_of = voice.timeline.as_of
    return as_of is not None and citations_certainty(value.citations, as_of.sources) == POSSIBLY


def _heading(claim: Claim, voice: TimelineInLanguage, sheet: TextColumn, *, is_disputed: bool) -> Line:
    """`! jobs at risk        3 values`, the mark and the name in alarm when the values clash."""
    mark = Span("! ", "alarm") if is_disputed else Span("= ", "dim")
    many = len(claim.values)
    count = Span(plural(many, "value"), "dim")
    return sheet.apart((mark, Span(voice.claim(claim), "alarm" if is_disputed else "text")), (count,))


def _single(claim: Claim, voice: TimelineInLanguage, sheet: TextColumn, who: Speakers) -> list[Line]:
    """`= 50 permanent  Trends, RTL`: a bare number goes before what it counts, other values after it."""
    (value,) = claim.values
    name, text = voice.claim(claim), in_notation(value, claim, voice)
    bare = reading(value.text, claim.name).unit == ""
    words = f"{text} {name}" if bare else _("{name}: {value}", name=name, value=text)
    return _said(Span("= ", "dim"), Span(words), sheet.measure(words), who(value.citations), sheet)


def _mark(kept: bool, vague: bool, sheet: TextColumn) -> Span:
    if kept:
        return Span(f"{sheet.glyphs.check} ", "kept")
    return Span(f"{sheet.glyphs.near} " if vague else "  ", "doubt")


def _said(mark: Span, words: Span, column: int, who: list[str], sheet: TextColumn) -> list[Line]:
    """A value in a column of its own and who says it beside that; below it when the value is too wide."""
    beside = sheet.measure(words.text) <= column and column + 4 <= sheet.width * 2 // 3
    if beside and who:
        cell = words._replace(text=sheet.padded(words.text, column) + "  ")
        return sheet.flow(who, ", ", "dim", head=(mark, cell))
    lines = sheet.paragraph(words.text, words.role, head=(mark,))
    return lines + (sheet.flow(who, ", ", "dim", head=(Span("    "),)) if who else [])


def _column(texts: list[str], sheet: TextColumn) -> int:
    """The cells for the values of a claim: those of the widest that leaves room for who says it."""
    widths = map(sheet.measure, texts)
    return max((wide for wide in widths if wide <= sheet.width * 2 // 5), default=0)


def in_notation(value: Value, claim: Claim, voice: TimelineInLanguage) -> str:
    """A value as the reader writes such things: a date in words, a number with the reader's separators.

    In parentheses if it rests only on sources that are possibly out by the day that is told by.
    """
    said = value_in_language(value.text, claim.name, voice.language)
    return in_doubt(said, POSSIBLY if is_unsure(value, voice) else None)
