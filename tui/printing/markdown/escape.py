"""Markdown (CommonMark) of citations and claims in which nothing from a file is markup."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from tui.core.citation.proof_words import proof_words
from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.citation.sentence import author, dates
from tui.core.evidence.claims import disputed, less_precise
from tui.core.evidence.verdicts import retained
from tui.core.text.markdown import anchor, escaped, item, paragraphs
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Claim, Event, TextByLanguage, Value
from tui.drawing.event.claims import in_notation
from tui.drawing.event.proof import proof_sign
from tui.drawing.spans.glyphs import UNICODE


def text_paragraphs(words: TextByLanguage, voice: TimelineInLanguage) -> list[str]:
    """The paragraphs of a text of the curator; of a timeline told by a day they are said to be written later."""
    said = paragraphs(voice.text(words))
    later = _("Written later:") + " " if said and voice.timeline.as_of is not None else ""
    return [f"{later}{said[0]}", *said[1:]] if later else said


# ---- Claims ----


def claim_name(claim: Claim, voice: TimelineInLanguage, rivals: Collection[str] | None = None) -> str:
    """`jobs at risk`, or `jobs at risk (disputed)`; of a timeline told by a day, `rivals` are what is disputed."""
    is_disputed = disputed(claim) if rivals is None else claim.name in rivals
    name = item(voice.claim(claim))
    return _("{claim} (disputed)", claim=name) if is_disputed else name


def claim_value_items(
    claim: Claim, event: Event, voice: TimelineInLanguage, speaker: Callable[[ResolvedCitation], str] | None = None
) -> Iterator[str]:
    """An item a value: `- 150 people (kept): [Trends](…), [RTL](…)`; `speaker` says otherwise who says so."""
    keep, vague = retained(event, claim), less_precise(claim)
    known = {one.citation: one for one in citations_of_event(event, voice.timeline)}
    colon = _(":") + " "
    for place, value in enumerate(claim.values):
        remarks = [word for word, holds in ((_("kept"), place == keep), (_("less precise"), place in vague)) if holds]
        remark = f" ({', '.join(remarks)})" if remarks and len(claim.values) > 1 else ""
        firsts = _first_of_each(value, known)
        who = ", ".join(speaker(one) if speaker else linked_publisher(one, voice) for one in firsts)
        yield f"- {item(in_notation(value, claim, voice))}{remark}{colon if who else ''}{who}"


def reason(claim: Claim, voice: TimelineInLanguage) -> str:
    """The reason why a value is kept, `Why: only 150 is broken down`; empty where the file does not say."""
    because = escaped(voice.line(claim.because))
    return _("Why: {reason}", reason=because) if because else ""


def linked_publisher(one: ResolvedCitation, voice: TimelineInLanguage) -> str:
    """The speaker in a citation, linked to the place where it is said."""
    return anchor(escaped(voice.publisher(one.citation.source)), one.target)


def reference(one: ResolvedCitation, voice: TimelineInLanguage) -> str:
    """A citation in one line: who speaks, the title as a link to the passage, when, and the copy."""
    source = one.source
    if source is None:
        return item(one.citation.source)
    words = one.citation.passage
    parts = (
        escaped(author(source) or ""),
        item(publisher) if (publisher := voice.publisher_beside_title(source)) else "",
        anchor(item(voice.source_title(source)), one.target),
        *map(escaped, dates(source, voice)),
        escaped(_("“{words}”", words=words.located)) if words else "",
        *copies(one),
    )
    return ", ".join(filter(None, parts))


def proof_remark(one: ResolvedCitation, voice: TimelineInLanguage) -> str:
    """The outcome of a search for a passage, in parentheses behind its words; empty where nothing is known."""
    sign = proof_sign(one.citation, voice.timeline, UNICODE)
    return f" ({sign.text} {escaped(proof_words(one.citation, voice.timeline, voice.language))})" if sign else ""


def copies(one: ResolvedCitation) -> Iterator[str]:
    """The copies of what is cited: those on the web as links, files by name."""
    for name, address in one.copies:
        yield anchor(_("archive"), address) if address else escaped(_("archive: {address}", address=name))


def _first_of_each(value: Value, known: dict[Citation, ResolvedCitation]) -> list[ResolvedCitation]:
    """Of each source that a value cites the first citation."""
    firsts: dict[str, ResolvedCitation] = {}
    for citation in value.citations:
        firsts.setdefault(citation.source, known[citation])
    return list(firsts.values())
