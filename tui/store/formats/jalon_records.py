"""jalon's own JSON (`print --format json`): events with all that it has of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from tui.core.citation.elisions import passage_of
from tui.core.dates.edtf import Date
from tui.core.dates.parse import parse_undated
from tui.core.exchange.foreign import ForeignEvent, ForeignSource
from tui.core.text.messages import worded
from tui.core.timeline.model import Citation, Claim, Value
from tui.store.formats.delimited import NoTable
from tui.store.formats.entries import Draft, Entries, each_once, mapping, read_json

_FRAGMENT = re.compile(r"#:~:text=(?:[^&,]*-,)?([^&,]*)(?:,([^&,]*?))?(?:,-[^&]*)?(?:&|$)")


def read_records(data: bytes) -> Entries:
    """The events of jalon's JSON; NoTable."""
    whole = read_json(data)
    events = whole if isinstance(whole, list) else mapping(whole).get("events")
    if not isinstance(events, list) or not all(isinstance(one, dict) and "date" in one for one in events):
        raise NoTable(worded("this is no JSON of jalon"))
    head = mapping(mapping(whole).get("timeline"))
    language = next(iter(mapping(events[0].get("titles"))), "") if events else ""
    entries = tuple(each_once(_event(f"[{number}]", one, language) for number, one in enumerate(events)))
    return Entries(entries, str(head.get("title") or ""), language)


def _event(place: str, one: Mapping[str, Any], language: str) -> ForeignEvent:
    draft = Draft(place)
    own = draft.line(one.get("id"))
    written = draft.line(one.get("date"))
    date: Date | None = draft.date(written) if written else parse_undated("unknown")
    title = draft.line(one.get("title"))
    cited = _sources(draft, one.get("sources"))
    claims, claimed = _claims(draft, one.get("claims"), cited)
    sources = tuple(source._replace(is_claimed=key in claimed) for key, source in cited.items())
    others = {name: "true" for name in ("private", "key") if one.get(name) is True}
    others |= {name: "\n".join(draft.lines(one.get(name) or [])) for name in ("about", "told", "says")}
    if short := draft.line(one.get("short")):
        others["short"] = short
    if data := one.get("data"):
        draft.keep("data", data)
    return draft.event(
        f"id:{own}", date, title, titles=_words(draft, one.get("titles"), language, is_line=True) or None,
        texts=_words(draft, one.get("texts"), language, is_line=False), id=own, kind=draft.line(one.get("kind")),
        status=draft.line(one.get("status")), actors=draft.lines(one.get("actors") or []),
        countries=draft.lines(one.get("countries") or []), places=draft.lines(one.get("place") or []),
        tags=draft.lines(one.get("tags") or []), date_note=draft.line(one.get("date_note")), sources=sources,
        claims=claims, others=others,
    )  # fmt: skip


def _words(draft: Draft, words: object, own: str, *, is_line: bool) -> dict[str, str]:
    """Texts by language, those of the file's own under no language."""
    read = draft.line if is_line else draft.text
    found = {("" if code == own else code): read(text) for code, text in mapping(words).items()}
    return {code: text for code, text in found.items() if text}


_Cited = dict[tuple[str, str], ForeignSource]
"""The sources of an event by their ids and what is said of the passage."""


def _sources(draft: Draft, cited: object) -> _Cited:
    found: _Cited = {}
    for one in cited if isinstance(cited, list) else []:
        said = mapping(one)
        address = draft.line(said.get("url"))
        published, seen = (draft.line(said.get(name)) for name in ("published", "seen"))
        own, passage = draft.line(said.get("source")), draft.line(said.get("passage"))
        found[own, passage] = ForeignSource(
            title=draft.line(said.get("title")),
            publisher=draft.line(said.get("publisher")),
            address=address.partition("#:~:")[0],
            published=draft.date(published) if published else None,
            passage=_passage(passage, address),
            id=own,
            seen=draft.date(seen) if seen else None,
            archive=draft.line(said.get("archive")),
            announces=said.get("announces") is True,
        )
    return found


def _passage(said: str, address: str) -> str:
    """The words of a passage; of one by its name those that its address leads to."""
    if not said or " " in said:
        return said
    found = _FRAGMENT.search(address)
    return " … ".join(unquote(part) for part in found.groups() if part) if found else ""


def _claims(draft: Draft, claims: object, cited: _Cited) -> tuple[tuple[Claim, ...], set[tuple[str, str]]]:
    """The claims, and the sources with passages that they cite."""
    found: list[Claim] = []
    claimed: set[tuple[str, str]] = set()
    for one in claims if isinstance(claims, list) else []:
        said = mapping(one)
        values = []
        for value in map(mapping, said.get("values") or []):
            keys = [_key(draft, mapping(source)) for source in value.get("sources") or []]
            claimed.update(keys)
            values.append(Value(draft.line(value.get("value")), tuple(_citation(key, cited) for key in keys)))
        because = draft.text(said.get("because"))
        keep = draft.line(said.get("keep")) or None
        found.append(Claim(draft.line(said.get("name")), tuple(values), keep, {"": because} if because else {}))
    return tuple(found), claimed


def _key(draft: Draft, source: Mapping[str, Any]) -> tuple[str, str]:
    return draft.line(source.get("source")), draft.line(source.get("passage"))


def _citation(key: tuple[str, str], cited: _Cited) -> Citation:
    words = cited[key].passage if key in cited else ""
    return Citation(key[0], passage_of("", words)[0] if words else None)
