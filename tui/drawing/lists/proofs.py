"""The findings in copies as rows: each passage that is not as it is cited, with its place, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from tui.core.proof.record import PassageRecord
from tui.core.proof.states import ABSENT, ALTERED, NO_COPY, PROVED, REPEATED, STATES, UNREAD
from tui.core.proof.word_changes import GONE, SAME, changed_words
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, forms, numbered, translatable, translated
from tui.core.text.plural import plural
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span

COUNTS = {
    PROVED: forms("{number} proved", "{number} proved"),
    REPEATED: forms("{number} repeated", "{number} repeated"),
    ALTERED: forms("{number} altered", "{number} altered"),
    ABSENT: forms("{number} absent", "{number} absent"),
    UNREAD: forms("{number} unread", "{number} unread"),
    NO_COPY: forms("{number} without a copy", "{number} without a copy"),
}
"""The number of findings of a state."""
SAID = {
    REPEATED: translatable("{passage}: repeated in {copy}, so that a link may lead elsewhere; more words find it"),
    ALTERED: translatable("{passage}: altered in {copy}"),
    ABSENT: translatable("{passage}: absent from {copy}"),
    UNREAD: translatable("{passage}: {copy} is unread, for {why}"),
    NO_COPY: translatable("{passage}: no copy on this machine"),
}
"""The words for a passage that is not proved."""
ROLES = {PROVED: "kept", REPEATED: "doubt", ALTERED: "alarm", ABSENT: "alarm", UNREAD: "doubt", NO_COPY: "dim"}


def proof_rows(
    found: Sequence[PassageRecord], place: Callable[[int], str], sheet: TextColumn, *, strict: bool
) -> Iterator[Line]:
    """A row or more for each passage that is not proved, then the counts; `place` names a line and its file.

    Of those without a copy only the number is told, unless the reader is strict.
    """
    for one in found:
        if one.finding.state != PROVED and (strict or one.finding.state != NO_COPY):
            yield from _told(one, place(one.line), sheet)
    copies = len({one.copy for one in found if one.sha256})
    passages = plural(len({(one.source, one.passage) for one in found}), "passage")
    counts = Counter(one.finding.state for one in found)
    said = numbered("{passages}, {number} copy", "{passages}, {number} copies", copies, passages=passages)
    yield sheet.row(Span(said, "strong"))
    yield from sheet.flow([numbered(*COUNTS[state], counts[state]) for state in STATES if counts[state]], sheet.dot)


def _told(one: PassageRecord, where: str, sheet: TextColumn) -> Iterator[Line]:
    """The place of a passage and its state, then its words beside those of the copy."""
    finding = one.finding
    copy = clean_line(one.copy)
    if finding.page is not None:
        copy = _("{copy}, page {page}", copy=copy, page=finding.page)
    why = clean_line(translated(finding.why))
    said = _(SAID[finding.state], passage=clean_line(one.name), copy=copy, why=why)
    place = f"{where}: "
    head: Line = (Span(place, "dim"),)
    if 2 * sheet.measure(place) > sheet.width:
        yield from sheet.paragraph(place.rstrip(), "dim")
        head = (Span("  "),)
    yield from sheet.paragraph(said, ROLES[finding.state], head=head, indent=2)
    below = (Span("  "),)
    if finding.state == ALTERED:
        changes = changed_words(clean_line(one.passage.words), clean_line(finding.found))
        marks = {SAME: "{}", GONE: "[-{}-]"}
        words = " ".join(marks.get(one.change, "{{+{}+}}").format(one.text) for one in changes)
        yield from sheet.paragraph(words, head=below)
        yield from sheet.paragraph(
            clean_line(finding.found), "kept", head=(*below, Span(_("the copy has:") + " ", "dim"))
        )
        return
    yield from sheet.paragraph(_("“{words}”", words=clean_line(one.passage.words)), "dim", head=below)
    if finding.state != UNREAD and why:
        yield from sheet.paragraph(why, "doubt", head=below)
