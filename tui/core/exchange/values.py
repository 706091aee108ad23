"""The fields of an event and of a source as texts: what a sheet gives, a file has, and was imported before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from tui.core.text.identity import composed
from tui.core.timeline.model import Claim, Event, Source, TextByLanguage

Values = dict[str, tuple[str, ...]]
"""The values of each field, by the name that a file has for it; of a single text one, of an empty field none."""

LISTS = frozenset(("actors", "countries", "place", "tags", "sources", "about", "told", "says"))
"""The fields with several values, which need no order."""
TRUE = ("true",)


def event_values(event: Event, language: str) -> Values:
    """The fields of an event; `language` is that of the file."""
    found: Values = {
        "date": (event.date.text,),
        "kind": (event.kind,) if event.kind else (),
        "status": (event.status,),
        "actors": event.actors,
        "countries": event.countries,
        "place": event.places,
        "tags": event.tags,
        "claims": tuple(map(claim_text, event.claims)),
        "sources": tuple(one.written for one in event.citations),
        "about": event.about,
        "told": event.told,
        "says": event.says,
        "private": TRUE if event.private else (),
        "key": TRUE if event.key else (),
    }
    for name, words in (
        ("title", event.titles), ("text", event.texts), ("short", event.shorts), ("date_note", event.date_note),
    ):  # fmt: skip
        found.update(_texts(name, words, language))
    return {name: values for name, values in found.items() if values}


def source_values(source: Source, language: str) -> Values:
    """The fields of a source that a sheet can give."""
    found = {
        "publisher": source.publisher,
        "author": source.author,
        "url": source.url,
        "published": source.published and source.published.text,
        "seen": source.seen and source.seen.text,
        "language": source.language,
    }
    values: Values = {name: (text,) for name, text in found.items() if text}
    if source.archives:
        values["archive"] = source.archives
    for name, words in (("title", source.titles), ("note", source.note)):
        values.update(_texts(name, words, language))
    return values


def with_event_values(event: Event, values: Values, told: Event, language: str) -> Event:
    """An event with some fields as they are to be; its dates, citations and claims are those that were told."""
    cited = {one.written: one for one in (*event.citations, *told.citations)}
    claims = {claim_text(one): one for one in told.claims}
    new: dict[str, Any] = {}
    for name, several in values.items():
        base, _underscore, code = name.partition("_") if name != "date_note" else (name, "", "")
        text = several[0] if several else ""
        if base in _TEXTS:
            attribute = _TEXTS[base]
            new[attribute] = _with_text(new.get(attribute, getattr(event, attribute)), code or language, text)
        elif name == "date":
            new["date"] = told.date
        elif name in ("status", "kind"):
            new[name] = text or ("reported" if name == "status" else None)
        elif name in ("private", "key"):
            new[name] = bool(text)
        elif name == "sources":
            new["citations"] = tuple(cited[one] for one in several)
        elif name == "claims":
            new["claims"] = tuple(claims[one] for one in several)
        else:
            new["places" if name == "place" else name] = several
    return event._replace(**new)


def _with_text(words: TextByLanguage, language: str, text: str) -> dict[str, str]:
    """Texts by language with another for one of them; an empty one goes."""
    return {own: one for own, one in {**words, language: text}.items() if one}


_TEXTS = {"title": "titles", "text": "texts", "short": "shorts", "date_note": "date_note"}


def with_source_values(source: Source, values: Values, told: Source, language: str) -> Source:
    """A source with some fields as they are to be; days are those of what was told."""
    new: dict[str, Any] = {}
    for name, several in values.items():
        base, _underscore, code = name.partition("_")
        text = several[0] if several else ""
        if base in ("title", "note"):
            attribute = "titles" if base == "title" else "note"
            new[attribute] = _with_text(new.get(attribute, getattr(source, attribute)), code or language, text)
        elif name in ("published", "seen"):
            new[name] = getattr(told, name) if text else None
        elif name == "archive":
            new["archives"] = several
        else:
            new[name] = text or None
    return source._replace(**new)


def _texts(name: str, words: TextByLanguage, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for own, text in words.items():
        yield (name if own == language else f"{name}_{own}"), (text,)


@lru_cache(maxsize=65536)
def fingerprint(text: str) -> str:
    """A short hash of a value: enough to see that it has changed, and it tells nobody what it was."""
    return blake2b(composed(text).encode("utf-8", "replace"), digest_size=6).hexdigest()


def fingerprints(values: Values) -> dict[str, list[str]]:
    """The hashes of the values of each field."""
    return {name: [fingerprint(one) for one in several] for name, several in values.items()}


def claim_text(claim: Claim) -> str:
    """All that a claim says, a line each."""
    lines = [claim.name]
    lines += [f"{one.text}: {', '.join(cited.written for cited in one.citations)}" for one in claim.values]
    lines += [f"keep: {claim.keep}"] if claim.keep else []
    lines += [f"because_{language}: {text}" for language, text in claim.because.items()]
    lines += [f"name_{language}: {text}" for language, text in claim.names.items()]
    return "\n".join(lines)
