"""JSON-LD for the web: a list of events by schema.org, each with the works that say so."""

from __future__ import annotations

from tui.core.citation.links import link
from tui.core.citation.resolve import ResolvedCitation, citations_by_source
from tui.core.dates.edtf import Date, Interval
from tui.core.dates.edtf_member import SingleDate
from tui.core.evidence.as_of_words import as_published_by
from tui.core.export.account import claim_line, claims_of, date_in_words, status_in_words, title_as_told
from tui.core.export.extract import Extract
from tui.core.export.features import PLAIN
from tui.core.index.protocol import EventFacts
from tui.core.text.clean import clean_line, to_json
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Source

_KINDS = {"person": "Person", "government": "GovernmentOrganization", "regulator": "GovernmentOrganization"}
"""The types of actors that are not merely organizations."""


def text(whole: Extract) -> str:
    """The whole as a document, which may also stand in a page: no text of it can end a script."""
    written = to_json(_document(whole), indent=2)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026") + "\n"


def _document(whole: Extract) -> dict[str, object]:
    voice, timeline = whole.voice, whole.timeline
    by_day = "" if timeline.as_of is None else as_published_by(timeline.as_of.day, whole.language)
    return _said(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "identifier": timeline.id,
            "name": voice.line(timeline.titles),
            "description": "\n\n".join(filter(None, (by_day, voice.text(timeline.about)))),
            "numberOfItems": len(timeline.events),
            "itemListElement": [
                {"@type": "ListItem", "position": place, "item": _event(one, voice)}
                for place, one in enumerate(whole.facts, 1)
            ],
        }
    )


def _event(one: EventFacts, voice: TimelineInLanguage) -> dict[str, object]:
    event = one.event
    start, end = _plain_ends(event.date)
    in_words = (date_in_words(event, voice), status_in_words(event, one.is_overdue), voice.line(event.date_note))
    claims = (claim_line(claim, voice) for claim in claims_of(event, voice))
    return _said(
        {
            "@type": "Event",
            "identifier": event.id,
            "name": title_as_told(event, voice),
            "startDate": start,
            "endDate": end,
            "disambiguatingDescription": "; ".join(filter(None, in_words)),
            "description": "\n\n".join(filter(None, (voice.text(event.texts), *claims))),
            "inLanguage": voice.language,
            "eventStatus": "https://schema.org/EventCancelled" if event.status == "cancelled" else None,
            "additionalType": event.kind,
            "keywords": list(event.tags),
            "location": [
                *({"@type": "Place", "name": clean_line(name)} for name in event.places),
                *({"@type": "Country", "name": voice.country(code), "identifier": code} for code in event.countries),
            ],
            "about": [_actor(name, voice) for name in event.actors],
            "citation": [_work(group, voice) for group in citations_by_source(event, voice.timeline)],
        }
    )


def _plain_ends(date: Date) -> tuple[str | None, str | None]:
    """Start and end as ISO 8601 where they are plain days, months or years without doubt; else in words alone."""
    form = date.form
    ends = form if isinstance(form, Interval) else (form, None)
    if date.is_undated or date.doubt:
        return None, None
    start, end = (_iso(one) if isinstance(one, SingleDate) else None for one in ends)
    return start, end


def _iso(one: SingleDate) -> str | None:
    if one.precision not in PLAIN or not one.year.isdigit() or len(one.year) != 4:
        return None
    if "X" in one.day + one.month or one.significant:
        return None
    day = "-".join(filter(None, (one.year, one.month, one.day)))
    return f"{day}T{one.time}" if one.time else day


def _actor(name: str, voice: TimelineInLanguage) -> dict[str, object]:
    known = voice.timeline.actors.get(name)
    kind = _KINDS.get(known.kind or "", "Organization") if known else "Organization"
    return {"@type": kind, "identifier": name, "name": voice.actor(name)}


def _work(group: tuple[ResolvedCitation, ...], voice: TimelineInLanguage) -> dict[str, object]:
    source = group[0].source or Source(group[0].citation.source)
    publisher = source.publisher_or_site
    return _said(
        {
            "@type": "CreativeWork",
            "identifier": source.id,
            "headline": voice.source_title(source),
            "author": {"@type": "Person", "name": clean_line(source.author)} if source.author else None,
            "publisher": {"@type": "Organization", "name": clean_line(publisher)} if publisher else None,
            "datePublished": _plain_ends(source.published)[0] if source.published else None,
            "temporal": source.published.text if source.published else None,
            "inLanguage": source.language,
            "url": link(source.url) if source.url else None,
            "archivedAt": [link(each) or clean_line(each) for each in source.archives],
            "abstract": voice.text(source.note),
            "hasPart": [
                _said({"@type": "Quotation", "text": clean_line(one.citation.passage.words), "url": one.address})
                for one in group
                if one.citation.passage
            ],
        }
    )


def _said(fields: dict[str, object]) -> dict[str, object]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
