"""Markdown (CommonMark) of texts, links and claims in which nothing from a file is markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.citation.sentence import author, dates
from tui.core.evidence.claims import disputed, less_precise
from tui.core.evidence.verdicts import retained
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Claim, Event, TextByLanguage, Value
from tui.drawing.event.claims import in_notation

_TOP_LEVEL = "(?:[a-z]{2}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]+)"
"""Ends of names of hosts by which some readers know an address that has no `https://`."""

_SPECIAL = re.compile(
    r"[`\[\]]"  # code, links
    r"|\\(?=[!-/:-@\[-`{-~]|$)"  # before punctuation an escape, at the end of a line a break
    r"|\*(?!(?<=\s\*)\s)|(?<![^\W_])_|_(?![^\W_])"  # emphasis: no * between blanks, no _ within a word
    r"|(?<!\s)(?<!^)~|~(?![^\W_])"  # what may end a deletion
    r"|<(?=[a-z/!?]|$)|&(?=#?\w*(?:;|$))|!(?=\[)"  # HTML, entities, images
    r"|(?<=\S)\$(?!\d)|@(?=\w)|(?<!\w)\#(?=\d)|:(?=[\w+-]+:)"  # mathematics, mentions, issues, emoji
    r"|/(?=/)|(?<=\S)\.(?=" + _TOP_LEVEL + r"(?![^\W_]|-))|(?<=\bwww)\."  # addresses, which some readers make links of
    r"|^[-+=](?=[-+=\s]|$)|^\d{1,9}[.)](?=\s|$)|^[>\#]|\#(?=\#*$)",  # lists, rules, quotes, headings
    re.IGNORECASE,
)
"""The signs that mean something in CommonMark or GitHub's Markdown; a backslash goes before their last character."""

_BRACKETED = re.compile(r"\[(?![\^ x]?\])(?!\^)[^\[\]]*\](?=[^\[(:])", re.IGNORECASE)
"""A pair of brackets that is no link, no footnote and no box to tick, such as `[…]`."""

_DELIMITERS = re.compile(r"[\s|:-]*")
"""A text that would make a table of the line above."""

_ENTITY = re.compile(r"&(?=#?\w+;)")
"""An ampersand that Markdown would take for the beginning of a character reference."""

BREAK = "\\"
"""At the end of a line: the next one is a line of its own in the same paragraph."""


def escaped(text: str) -> str:
    """A text on one line, in which nothing is markup and nothing is hidden."""
    line = clean_line(text).strip()
    plain = {at for pair in _BRACKETED.finditer(line) for at in (pair.start(), pair.end() - 1)}
    written = _SPECIAL.sub(lambda one: one[0] if one.start() in plain else f"{one[0][:-1]}\\{one[0][-1]}", line)
    return written.replace("|", r"\|") if _DELIMITERS.fullmatch(line) else written


def item(text: str) -> str:
    """A text that begins an item: with nothing in it, that would underline the line above as a heading."""
    return escaped(text) or r"\-"


def anchor(text: str, address: str | None) -> str:
    """A text as a link, if there is a safe address (as `links.link` makes it)."""
    if address is None:
        return text
    target = _ENTITY.sub("&amp;", address.replace("(", "%28").replace(")", "%29"))
    return f"[{text}]({target})"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, which empty lines part, each on one line."""
    return [escaped(part) for part in re.split(r"\n[ \t]*\n", clean(text)) if part.strip()]


def text_paragraphs(words: TextByLanguage, voice: TimelineInLanguage) -> list[str]:
    """The paragraphs of a text of the curator; of a timeline told by a day they are said to be written later."""
    said = paragraphs(voice.text(words))
    later = _("Written later:") + " " if said and voice.timeline.as_of is not None else ""
    return [f"{later}{said[0]}", *said[1:]] if later else said


def listed(names: list[str]) -> str:
    """Names one after another."""
    return ", ".join(escaped(name) for name in names if name.strip())


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
    unlinked = escaped(_("archive: {address}", address=source.archive)) if source.archive else ""
    copy = anchor(_("archive"), one.archive) if one.archive else unlinked
    words = one.citation.passage
    parts = (
        escaped(author(source) or ""),
        item(publisher) if (publisher := voice.publisher_beside_title(source)) else "",
        anchor(item(voice.source_title(source)), one.target),
        *map(escaped, dates(source, voice)),
        escaped(_("“{words}”", words=words.words)) if words else "",
        copy,
    )
    return ", ".join(filter(None, parts))


def _first_of_each(value: Value, known: dict[Citation, ResolvedCitation]) -> list[ResolvedCitation]:
    """Of each source that a value cites the first citation."""
    firsts: dict[str, ResolvedCitation] = {}
    for citation in value.citations:
        firsts.setdefault(citation.source, known[citation])
    return list(firsts.values())
