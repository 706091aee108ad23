"""Events as plain data: one record an event for other programs, and one row of text for a spreadsheet.

Records keep every text as the file has it. Rows are for eyes: their text is cleaned, and no cell of it can be
taken for a formula.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.dates.calendar import iso
from tui.core.dates.edtf_member import DaySpan
from tui.core.dates.words import in_words
from tui.core.evidence.as_of import citations_certainty, event_certainty
from tui.core.text.clean import clean, clean_line
from tui.core.timeline.fields import EVENT_FIELDS, FieldValue
from tui.core.timeline.model import (
    SURELY,
    Actor,
    AsOf,
    Citation,
    Claim,
    Event,
    Passage,
    Source,
    TextByLanguage,
    Timeline,
)

COLUMNS = (
    "id", "date", "date_note", "title", "kind", "status", "actors", "countries", "place", "tags", "text",
    "claims", "sources", "start_earliest", "start_latest", "end_earliest", "end_latest", "words",
    "about", "told", "says", "short", "key", "actor_names", "publishers", "addresses",
)  # fmt: skip
"""The columns of a row, in order: in the last three the first is what the first of `actors` or `sources` is called."""

_OURS = frozenset({"date", "start_earliest", "start_latest", "end_earliest", "end_latest"})
"""Columns that hold dates and nothing else, and so no formula, though a year before 0 begins with `-`."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""The characters that a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection")."""


# ---- Records ----


def record(event: Event, timeline: Timeline, language: str) -> dict[str, object]:
    """An event under the names that its file uses; every key is always there, null or [] if unsaid.

    `title`, `text` and the notes are in the language, else in the file's; `titles` and `texts` hold them all.
    Where the timeline declares data there is `data`; of a timeline told by a day there is besides how the event, each
    source and each value is `out`.
    """
    return {
        **_event(event, timeline, language),
        **({} if timeline.as_of is None else _standing(event, timeline.as_of)),
    }


def _standing(event: Event, as_of: AsOf) -> dict[str, object]:
    """By which day an event is told, how it is out, and whether a source that is out gives its date and status."""
    return {
        "as_of": iso(as_of.day),
        "out": event_certainty(event, as_of),
        "date_sourced": as_of.dates.get(event.id, SURELY) is not None,
        "status_sourced": as_of.statuses.get(event.id, SURELY) is not None,
    }


def _event(event: Event, timeline: Timeline, language: str) -> dict[str, object]:
    fields = {name: _value(read(event), timeline, language) for name, read in EVENT_FIELDS.items()}
    last = {name: fields.pop(name) for name in ("about", "told", "says", "short")}
    del fields["data"]
    return {
        **fields,
        "title": timeline.say(event.titles, language),
        "claims": [_claim(claim, timeline, language) for claim in event.claims],
        "sources": [_citation(one, timeline, language) for one in citations_of_event(event, timeline)],
        "start": bounds(event.date.start),
        "end": bounds(event.date.end),
        "words": in_words(event.date, language),
        "private": event.private or any(one.is_private for one in citations_of_event(event, timeline)),
        **last,
        "key": event.key,
        **({"data": _data(event)} if timeline.data else {}),
        "titles": dict(event.titles),
        "texts": dict(event.texts),
    }


def _data(event: Event) -> dict[str, int | float | str]:
    return {name: _plain_number(value) for name, value in event.data.items()}


def _plain_number(text: str) -> int | float | str:
    """A number as JSON has it, where it is written so; else the words."""
    if not re.fullmatch(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,12})?", text):
        return text
    return float(text) if "." in text else int(text)


def bounds(span: DaySpan) -> dict[str, str | None]:
    """The first and the last day of a span, both inclusive, null where it is open."""
    return {
        "earliest": None if span.begin is None else iso(span.begin),
        "latest": None if span.end is None else iso(span.end - 1),
    }


def passage_words(passage: Passage | None) -> str | None:
    """A passage by its name, or by its first and last words when it is quoted in place."""
    if passage is None:
        return None
    return passage.name or passage.located


def _value(said: FieldValue | TextByLanguage, timeline: Timeline, language: str) -> object:
    if isinstance(said, tuple):
        return list(said)
    return said if said is None or isinstance(said, str) else _said(timeline, said, language)


def _said(timeline: Timeline, words: TextByLanguage, language: str) -> str | None:
    return timeline.say(words, language) if words else None


def _claim(claim: Claim, timeline: Timeline, language: str) -> dict[str, object]:
    """A claim; source and passage of a value are those of an entry under the event's `sources`."""
    return {
        "name": claim.name,
        "values": [
            {
                "value": value.text,
                **(
                    {}
                    if timeline.as_of is None
                    else {"out": citations_certainty(value.citations, timeline.as_of.sources)}
                ),
                "sources": [
                    {"source": citation.source, "passage": passage_words(citation.passage)}
                    for citation in value.citations
                ],
            }
            for value in claim.values
        ],
        "keep": claim.keep,
        "because": _said(timeline, claim.because, language),
    }


def _citation(one: ResolvedCitation, timeline: Timeline, language: str) -> dict[str, object]:
    source = one.source or Source(one.citation.source)
    return {
        "source": source.id,
        **({} if timeline.as_of is None else {"out": citations_certainty((one.citation,), timeline.as_of.sources)}),
        "passage": passage_words(one.citation.passage),
        "announces": one.citation.announces,
        "publisher": source.publisher_or_site,
        "title": _said(timeline, source.titles, language) or (source.page_name if one.address else None),
        "published": source.published.text if source.published else None,
        "seen": source.seen.text if source.seen else None,
        "gone": source.gone.text if source.gone else None,
        "url": one.address,
        "archive": one.archive or one.copy_in_file,
        **({} if timeline.proofs is None else {"proof": _proof(one.citation, timeline)}),
    }


def _proof(citation: Citation, timeline: Timeline) -> dict[str, object] | None:
    """The mark of a passage that was sought in a copy; None where nothing is known."""
    mark = timeline.proof_of(citation)
    if mark is None:
        return None
    return {"state": mark.state, "at": mark.at, "copy": mark.copy, "sha256": mark.sha256, "page": mark.page}


# ---- Rows ----


def columns(timeline: Timeline) -> tuple[str, ...]:
    """The names of the columns: the usual, one for each kind of data; told by a day, how each event is out."""
    return (*COLUMNS, *(f"data.{name}" for name in timeline.data), *(() if timeline.as_of is None else ("out",)))


def row(event: Event, timeline: Timeline, language: str) -> list[str]:
    """An event as one text a column; what is a list is joined by `; `."""
    cells = {**_texts(event, timeline, language), **_days(event)}
    known = [cells[name] if name in _OURS else defused(cells[name]) for name in COLUMNS]
    data = [_data_cell(event.data.get(name, "")) for name in timeline.data]
    return [*known, *data, *([] if timeline.as_of is None else [event_certainty(event, timeline.as_of)])]


def _data_cell(value: str) -> str:
    """A number as it is, though it begin with a minus sign; words without a formula."""
    return value if isinstance(_plain_number(value), (int, float)) else defused(clean_line(value))


def defused(cell: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _texts(event: Event, timeline: Timeline, language: str) -> Mapping[str, str]:
    cited = citations_of_event(event, timeline)
    actors = (timeline.actors.get(one, Actor(one, {})) for one in event.actors)
    return {
        **{name: _text(read(event), timeline, language) for name, read in EVENT_FIELDS.items()},
        "title": clean_line(timeline.say(event.titles, language)),
        "claims": _listed(tuple(map(_claim_words, event.claims))),
        "sources": _listed(tuple(one.citation.written for one in cited)),
        "words": in_words(event.date, language),
        "key": "true" if event.key else "",
        "actor_names": _listed(tuple(timeline.say(one.names, language) or one.id for one in actors)),
        "publishers": _listed(tuple((one.source and one.source.publisher_or_site) or "" for one in cited)),
        "addresses": _listed(tuple(one.target or "" for one in cited)),
    }


def _text(said: FieldValue | TextByLanguage, timeline: Timeline, language: str) -> str:
    """The value of a field, in one cell."""
    if isinstance(said, tuple):
        return _listed(said)
    return clean_line(said or "") if said is None or isinstance(said, str) else clean(timeline.say(said, language))


def _days(event: Event) -> Mapping[str, str]:
    start, end = bounds(event.date.start), bounds(event.date.end)
    return {
        "start_earliest": start["earliest"] or "",
        "start_latest": start["latest"] or "",
        "end_earliest": end["earliest"] or "",
        "end_latest": end["latest"] or "",
    }


def _listed(texts: tuple[str, ...]) -> str:
    return "; ".join(map(clean_line, texts))


def _claim_words(claim: Claim) -> str:
    return f"{claim.name}: {' | '.join(value.text for value in claim.values)}"
