"""The corrections of a page in its language: what was corrected or withdrawn, when, from what to what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tui.core.comparison.difference import CAME, WENT
from tui.core.dates.calendar import parse_day
from tui.core.dates.words import day_in_words
from tui.core.evidence.notation import value_in_language
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, translatable, translated
from tui.core.text.names import field_name
from tui.core.timeline.in_language import TimelineInLanguage
from tui.drawing.event.facts import field_words
from tui.page.content.addresses import anchor, to_event
from tui.page.content.texts import Said, Texts
from tui.page.record.history import CORRECTED, EVENT, NEW, WITHDRAWN, Change, cited_source

_KINDS = {NEW: translatable("new"), CORRECTED: translatable("corrected"), WITHDRAWN: translatable("withdrawn")}
LONG = 300
"""Characters of a text that are told whole."""


class CorrectionItem(NamedTuple):
    """A correction in words."""

    at: str
    day: str
    kind: str
    title: Said
    address: str
    """The link to its event; empty for one that is no more on the page."""
    details: list[str]


def kind_word(kind: str) -> str:
    """The word for a kind of change."""
    return _(_KINDS[kind])


def correction_items(changes: Sequence[Change], texts: Texts, shown: Collection[str]) -> list[CorrectionItem]:
    """The corrections, the last first; what is new is no correction."""
    return [_item(one, texts, shown) for one in reversed(changes) if one.kind != NEW]


def _item(one: Change, texts: Texts, shown: Collection[str]) -> CorrectionItem:
    day = parse_day(one.at[:10]) or 0
    is_there = one.what == EVENT and anchor(one.id) in shown and one.kind != WITHDRAWN
    title = texts.line(one.titles) if one.titles else Said(_("An event that is not told any more"))
    return CorrectionItem(
        one.at,
        day_in_words(day, texts.language),
        kind_word(one.kind),
        title,
        to_event(one.id) if is_there else "",
        list(details(one, texts.voice)),
    )


def details(one: Change, voice: TimelineInLanguage) -> Iterator[str]:
    """The changes: a sentence each."""
    for field in one.details.get("fields", ()):
        yield _field(field, voice)
    for claim in one.details.get("claims", ()):
        name = clean_line(claim["name"])
        for value in claim["values"]:
            yield _("{name}: {value}", name=name, value=_value(value, claim["name"], voice))
        for field in claim["fields"]:
            yield _("{name}: {value}", name=name, value=_field(field, voice))
    cited, uncited = (list(_sources(one.details.get(key, ()), voice)) for key in ("cited", "uncited"))
    if cited:
        yield _("sources added: {names}", names=", ".join(cited))
    if uncited:
        yield _("sources taken away: {names}", names=", ".join(uncited))


def _field(field: dict[str, Any], voice: TimelineInLanguage) -> str:
    """`date: 25 August 2025 → 26 August 2025 (moved 1 day on)`."""
    name, _suffix, _language = field["field"].partition("_")
    label = field_name(field["field"])
    before, after = (_words(field["field"], field[side], voice) for side in ("before", "after"))
    remark = f" ({translated(field['remark'])})" if field.get("remark") else ""
    change = f"{before or '–'} → {after or '–'}"
    return _("{name}: {value}", name=label or name, value=change) + remark


def _words(name: str, said: str | list[str] | None, voice: TimelineInLanguage) -> str:
    """The words of a field as it was or is, shortened where they are a text."""
    if said is None:
        return ""
    value = tuple(said) if isinstance(said, list) else said
    words = ", ".join(field_words(name, value, voice)) if name != "data" else ", ".join(map(clean_line, value))
    return words if len(words) <= LONG else f"{words[:LONG]}…"


def _value(value: dict[str, Any], claim: str, voice: TimelineInLanguage) -> str:
    said, change = clean_line(value_in_language(value["value"], claim, voice.language)), value["change"]
    names = ", ".join(_sources(value["cited"] if change != WENT else value["uncited"], voice))
    who = f" ({names})" if names else ""
    if change == CAME:
        return _("{value} added", value=said) + who
    if change == WENT:
        return _("{value} taken away", value=said) + who
    return _("{value}: other sources", value=said) + who


def _sources(cited: Iterable[str], voice: TimelineInLanguage) -> Iterator[str]:
    """The speakers of citations as files write them, each once."""
    return iter(dict.fromkeys(map(voice.publisher, map(cited_source, cited))))


