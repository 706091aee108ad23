"""One event whole, as rows: what, when, where and who, why that day, what is claimed, and every source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.core.citation.resolve import sources_by_publication
from tui.core.dates.words import day_in_words, in_words
from tui.core.evidence import verdicts
from tui.core.evidence.as_of import surely_out_part
from tui.core.evidence.as_of_words import as_published_by, reservations
from tui.core.evidence.claims import disputed
from tui.core.text.clean import clean, clean_line
from tui.core.text.messages import LANGUAGES, _, in_context
from tui.core.text.names import status_name
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Event, Source, TextByLanguage, Timeline
from tui.drawing.event.claims import Speakers, claim_lines
from tui.drawing.event.facts import Facts, event_facts
from tui.drawing.event.knowledge import related
from tui.drawing.event.sources import CitedLines, Groups, event_source_lines, sources_in_one_row
from tui.drawing.spans.column import TextColumn, joined
from tui.drawing.spans.spans import Line, Span

if TYPE_CHECKING:
    from tui.core.notebook import Notebook

STATUS_ROLES = {verdicts.PLANNED: "plan", "inferred": "doubt"}


class EventParts(NamedTuple):
    """The parts of an event that screen and paper tell alike, in rows."""

    head: list[Line]
    """Its title and what is below it: when, where, who."""
    text: list[Line]
    claims: list[Line]
    related: list[Line]
    tags: list[Line]


def event_parts(
    event: Event,
    sources: Groups,
    voice: TimelineInLanguage,
    sheet: TextColumn,
    speakers: Speakers | None = None,
    distance: str = "",
) -> EventParts:
    """The parts of an event; `speakers` names who speaks in the claims, and `distance` says how far off its day is."""
    facts = event_facts(event, voice)
    below = _circumstances(event, facts, sources, voice, sheet, distance)
    return EventParts(
        [*sheet.paragraph(voice.title(event), "strong"), *below],
        curator_text(event.texts, voice, sheet),
        claim_lines(event, voice, sheet, speakers),
        related(event, voice, sheet),
        sheet.flow(facts["tags"], ", ", "dim", head=(Span(_("tags") + "  ", "dim"),)) if facts["tags"] else [],
    )


def event_in_full(
    event: Event,
    timeline: Timeline,
    sheet: TextColumn,
    *,
    on_paper: bool = False,
    distance: str = "",
    notebook: Notebook | None = None,
) -> list[Line]:
    """Everything about one event; with the reader's notebook, what that says too.

    `on_paper` leaves out which keys open what, and writes out what they would open: each passage and address,
    these alone in rows that may be longer. `distance` says how far off its day is.
    """
    return event_with_citations(event, timeline, sheet, on_paper=on_paper, distance=distance, notebook=notebook).lines


def event_with_citations(
    event: Event,
    timeline: Timeline,
    sheet: TextColumn,
    *,
    on_paper: bool = False,
    every_passage: bool = False,
    distance: str = "",
    notebook: Notebook | None = None,
) -> CitedLines:
    """The same, with the rows in which each citation stands; with every passage these are rows of their own."""
    voice = TimelineInLanguage(timeline, sheet.pen.language)
    sources = sources_by_publication(event, timeline)
    as_of = timeline.as_of
    told = sheet.paragraph(as_published_by(as_of.day, voice.language), "now") if as_of is not None else []
    parts = event_parts(event, sources, voice, sheet, distance=distance)
    cited = event_source_lines(sources, voice, sheet, on_paper=on_paper, every_passage=every_passage)
    lines = joined([[*told, *parts.head], _jotted(event, notebook, sheet), parts.text, parts.claims])
    above = len(lines) + 1
    lines = joined([lines, cited.lines, parts.related, parts.tags, in_other_languages(event, voice, sheet)])
    return CitedLines(lines, [range(rows.start + above, rows.stop + above) for rows in cited.places])


def in_other_languages(event: Event, voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """The title and the text in each language that jalon does not speak, and that is not the one shown."""
    known = (*LANGUAGES, voice.language, voice.timeline.language)
    lines: list[Line] = []
    for code in dict.fromkeys((*event.titles, *event.texts)):
        if code not in known:
            said = [clean(words[code]).strip() for words in (event.titles, event.texts) if code in words]
            head = (Span(f"{clean_line(code)}  ", "dim"),)
            for at, text in enumerate(said):
                lines += sheet.paragraph(text, head=head if not at else (Span("    "),), indent=4)
    return lines


def event_in_brief(
    event: Event, timeline: Timeline, sheet: TextColumn, *, rows: int, notebook: Notebook | None = None
) -> list[Line]:
    """The facts that matter most of one event, in at most so many rows.

    The title comes first, then the status; as rows get scarce the text shrinks to one of them, then the
    reason of the day goes, the dispute, the sources, the text.
    """
    voice = TimelineInLanguage(timeline, sheet.pen.language)
    sources, facts = sources_by_publication(event, timeline), event_facts(event, voice)
    parts = [_Part(1, _short_status(event, facts, sources, voice, sheet))]
    rivals = [voice.claim(claim) for claim in surely_out_part(event, timeline).claims if disputed(claim)]
    jotted = _jotted_in_brief(event, notebook, sheet)
    after = [_Part(4, (Span("! " + (_(";") + " ").join(rivals), "alarm"),))] if rivals else []
    after += [_Part(5, (Span(_("why this day: {note}", note=note), "doubt"),)) for note in facts["date_note"]]
    after += [_Part(3, jotted)] if jotted else []
    after += [_Part(3, sources_in_one_row(sources, voice, sheet))]
    room = max(1, rows - 2 - len(after))
    later = _("written later:") + " " if timeline.as_of is not None and event.texts else ""
    clipped = _clipped(later + voice.line(event.texts), room, sheet)
    if later:
        clipped = [tuple(span._replace(role="dim") for span in line) for line in clipped]
    parts += [_Part(2, line) for line in clipped] + after
    kept = sorted(sorted(range(len(parts)), key=lambda place: parts[place].rank)[: max(0, rows - 1)])
    lines = [_short_title(event, facts, voice, sheet), *(sheet.row(*parts[place].line) for place in kept)]
    return lines[: max(0, rows)]


def _jotted(event: Event, notebook: Notebook | None, sheet: TextColumn) -> list[Line]:
    """The reader's notes about it."""
    if notebook is None:
        return []
    from tui.drawing.event.notes import jottings

    return jottings(event.id, notebook, sheet)


def _jotted_in_brief(event: Event, notebook: Notebook | None, sheet: TextColumn) -> Line:
    if notebook is None:
        return ()
    from tui.drawing.event.notes import notes_in_one_row

    return notes_in_one_row(event.id, notebook, sheet)


class _Part(NamedTuple):
    """A row that may have to give way: the higher the rank, the sooner."""

    rank: int
    line: Line


def curator_text(words: TextByLanguage, voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """A text of the curator; of a timeline told by a day it is dim, for it is no evidence of what was out."""
    text = voice.text(words)
    if not text or voice.timeline.as_of is None:
        return sheet.paragraph(text) if text else []
    return [*sheet.paragraph(_("written later:"), "doubt"), *sheet.paragraph(text, "dim")]


def _circumstances(
    event: Event, facts: Facts, sources: Groups, voice: TimelineInLanguage, sheet: TextColumn, distance: str
) -> list[Line]:
    """The rows below the title: when and what, overdue or not, where, who, and why that day."""
    today = sheet.pen.today
    lines = sheet.flow(filter(None, [*facts["date"], distance, *_nature(event, facts)]), sheet.dot, "dim")
    if voice.timeline.as_of is not None:
        lines += sheet.flow(reservations(event, voice.timeline.as_of), sheet.dot, "doubt")
    if verdicts.is_overdue(event, today):
        lines += sheet.paragraph(overdue(event, sources, voice.language), "alarm")
    where = [", ".join(facts["place"]), ", ".join(facts["countries"])]
    lines += sheet.flow(filter(None, where), sheet.dot, "dim")
    lines += sheet.flow(facts["actors"], sheet.dot)
    lines += sheet.flow(facts["data"], sheet.dot)
    for name, words in (("told", _("told")), ("says", _("speaks"))):
        if facts[name]:
            lines += sheet.flow(facts[name], sheet.dot, head=(Span(f"{words}  ", "dim"),))
    later = voice.timeline.as_of is not None
    for note in facts["date_note"]:
        why = _("why this day, written later: {note}", note=note) if later else _("why this day: {note}", note=note)
        lines += sheet.paragraph(why, "dim" if later else "doubt")
    return lines


def _nature(event: Event, facts: Facts) -> list[str]:
    key = [_("key event")] if event.key else []
    private = [in_context("of an event", "private")] if event.private else []
    return [*facts["status"], *facts["kind"], *key, *private]


def overdue(event: Event, sources: Groups, language: str) -> str:
    """`announced for 31 December 2025; no source here confirms it`, of a plan whose last possible day is past."""
    latest = event.date.latest or 0
    when = in_words(event.date, language) if event.date.earliest is not None else day_in_words(latest, language)
    if verdicts.is_unconfirmed(event, _known(sources)):
        return _("announced for {when}; no source here confirms it", when=when)
    return _("announced for {when}; its day is past", when=when)


def unconfirmed(event: Event, sources: Groups) -> str:
    """The words on a plan whose day is past: no source confirms it, or just the day, where a later source might."""
    is_unconfirmed = verdicts.is_unconfirmed(event, _known(sources))
    return _("no source here confirms it") if is_unconfirmed else _("its day is past")


def _known(sources: Groups) -> list[Source]:
    return [group[0].source for group in sources if group[0].source is not None]


def _short_title(event: Event, facts: Facts, voice: TimelineInLanguage, sheet: TextColumn) -> Line:
    when = [*facts["date"], " ".join(map(clean_line, event.countries))]
    right = Span(sheet.dot.join(filter(None, when)), "dim")
    return sheet.apart((Span(voice.title(event), "strong"),), (right,))


def _short_status(event: Event, facts: Facts, sources: Groups, voice: TimelineInLanguage, sheet: TextColumn) -> Line:
    today = sheet.pen.today
    if verdicts.is_overdue(event, today):
        return (Span(overdue(event, sources, voice.language), "alarm"),)
    if voice.timeline.as_of is not None and (said := sheet.dot.join(reservations(event, voice.timeline.as_of))):
        return Span(status_name(event.status), STATUS_ROLES.get(event.status, "dim")), Span(
            f"{sheet.dot}{said}", "doubt"
        )
    status, *kind = _nature(event, facts)
    places, actors = ", ".join(facts["place"]), ", ".join(facts["actors"])
    tail = "".join(sheet.dot + word for word in (*kind, places, actors) if word)
    return Span(status, STATUS_ROLES.get(event.status, "dim")), Span(tail, "dim")


def _clipped(text: str, rows: int, sheet: TextColumn) -> list[Line]:
    """The beginning of a text in so many rows, with dots where it goes on."""
    lines = sheet.paragraph(text) if text else []
    if len(lines) <= rows:
        return lines
    last = "".join(span.text for span in lines[rows - 1])
    return [*lines[: rows - 1], sheet.row(Span(sheet.with_dots(last)))]
