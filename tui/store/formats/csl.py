"""CSL-JSON, as Zotero exports it: sources, with no event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tui.core.dates.edtf import Date, DateError
from tui.core.exchange.foreign import ForeignEvent, ForeignSource
from tui.core.tables.date_column import DateReading, read_cell
from tui.core.text.messages import worded
from tui.store.formats.delimited import NoTable
from tui.store.formats.entries import Draft, Entries, each_once, key_of, mapping, read_json

_SEASONS = {1: 21, 2: 22, 3: 23, 4: 24}
_OWN = frozenset((
    "id", "type", "title", "author", "issued", "accessed", "container-title", "publisher", "URL", "language",
    "archive_location", "note",
))  # fmt: skip


def read_csl(data: bytes) -> Entries:
    """The items of a file of CSL-JSON, a source each; NoTable."""
    whole = read_json(data)
    items = whole if isinstance(whole, list) else mapping(whole).get("items")
    if not isinstance(items, list):
        raise NoTable(worded("this is no list of references"))
    return Entries(tuple(each_once(_entry(f"[{number}]", mapping(one)) for number, one in enumerate(items))))


def _entry(place: str, item: Mapping[str, Any]) -> ForeignEvent:
    draft = Draft(place)
    own = draft.line(item.get("id"))
    language = draft.line(item.get("language"))[:2].lower()
    source = ForeignSource(
        title=draft.line(item.get("title")),
        publisher=draft.line(item.get("container-title")) or draft.line(item.get("publisher")),
        address=draft.line(item.get("URL")),
        published=_date(draft, item.get("issued")),
        id=own.rpartition("/")[2],
        author=", ".join(_names(draft, item.get("author"))),
        language=language if language.isalpha() and len(language) == 2 else "",
        archive=draft.line(item.get("archive_location")),
        seen=_date(draft, item.get("accessed")),
        note=draft.text(item.get("note")),
    )
    for name, value in item.items():
        if name not in _OWN:
            draft.keep(name, value)
    if not source.title and not source.address:
        draft.fault(worded("it has neither title nor address"))
    return ForeignEvent(
        place, f"id:{own}" if own else key_of(source.title, source.address), sources=(source,), rest=tuple(draft.rest),
        faults=tuple(draft.faults),
    )  # fmt: skip


def _names(draft: Draft, people: object) -> Iterator[str]:
    for one in people if isinstance(people, list) else []:
        person = mapping(one)
        parts = (draft.line(person.get(name)) for name in ("given", "non-dropping-particle", "family"))
        yield draft.line(person.get("literal")) or " ".join(filter(None, parts))


def _date(draft: Draft, said: object) -> Date | None:
    """A date variable: its parts as far as they go, `circa` as `~`; else its words, if they can be read."""
    date = mapping(said)
    parts = date.get("date-parts")
    text = ""
    if isinstance(parts, list) and parts and all(isinstance(one, list) and one and one[0] for one in parts):
        ends = [_written(one, date.get("season")) for one in parts[:2]]
        mark = "~" if date.get("circa") else ""
        text = "/".join(f"{end}{mark}" for end in ends if end)
    try:
        return read_cell(text or draft.line(date.get("raw") or date.get("literal")), DateReading()) if date else None
    except DateError as error:
        draft.fault(error.message, error.hint)
        return None


def _written(parts: list[Any], season: object) -> str:
    numbers = [int(one) for one in parts if str(one).lstrip("-").isdigit()]
    if not numbers:
        return ""
    year = f"{'-' if numbers[0] < 0 else ''}{abs(numbers[0]):04d}"
    if len(numbers) == 1 and str(season).isdigit() and int(str(season)) in _SEASONS:
        return f"{year}-{_SEASONS[int(str(season))]}"
    return "-".join([year, *(f"{one:02d}" for one in numbers[1:3] if one)])
