"""The page for machines: the events as schema.org has them, as JSON-LD within the page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tui.page.content.addresses import to_event

if TYPE_CHECKING:
    from markupsafe import Markup

    from tui.page.content.articles import Article, Speaker
    from tui.page.content.corrections import CorrectionItem
    from tui.page.content.page import Page
    from tui.page.content.texts import Texts

Plain = dict[str, Any]


def structured(page: Page, texts: Texts, corrections: Sequence[CorrectionItem], base: str, name: str) -> Markup:
    """The data of a page, safe within a `<script>` element; of very many events they are in timeline.json alone."""
    from markupsafe import Markup

    here = base + name if base else name
    whole = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": here,
        "name": page.title.text,
        "description": page.description,
        "inLanguage": texts.language,
        "about": [] if page.is_long else list(_events(page)),
        "citation": [] if page.is_long else list(_sources(page)),
        "correction": [_correction(one) for one in corrections],
    }
    text = json.dumps({key: said for key, said in whole.items() if said}, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - JSON without any sign of HTML


def _events(page: Page) -> Iterator[Plain]:
    for section in page.sections:
        for one in section.articles:
            cited = dict.fromkeys(_number(mark.label) for by in _speakers(one) for mark in by.marks)
            yield {
                "@type": "Event",
                "@id": to_event(one.anchor),
                "name": one.title.text,
                "temporalCoverage": one.when,
                **({"startDate": one.datetime} if one.datetime else {}),
                **({"subjectOf": [{"@id": f"#:n{number}"} for number in cited]} if cited else {}),
            }


def _speakers(one: Article) -> Iterator[Speaker]:
    """Whoever says anything of an event."""
    yield from one.speakers
    for claim in (*one.rivals, *one.singles):
        for value in claim.values:
            yield from value.speakers


def _number(label: str) -> str:
    return label.rstrip("abcdefghijklmnopqrstuvwxyz")


def _sources(page: Page) -> Iterable[Plain]:
    for note in page.notes:
        yield {
            "@type": "CreativeWork",
            "@id": f"#:n{note.number}",
            "name": note.title.text,
            **({"publisher": note.names[0].text} if note.names else {}),
            **({"url": note.address} if note.address else {}),
        }


def _correction(one: CorrectionItem) -> Plain:
    said = ". ".join((one.title.text, *one.details))
    return {"@type": "CorrectionComment", "datePublished": one.at, "text": f"{one.kind}: {said}"}
