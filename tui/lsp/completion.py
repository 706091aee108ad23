"""The things that could stand where somebody types: names of the file, words of a closed list, keys, dates from words.

It goes by the layout of the lines and by the last answer about the file, so that it is there while the text is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_single_reading
from tui.core.dates.words import in_words
from tui.core.text.clean import clean_line
from tui.core.text.names import actor_kind_name, status_name
from tui.core.timeline.country_names import NAMES
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import ACTOR_KINDS, GROUPS, ORDERS, REQUIREMENTS, SECTIONS, STATUSES, Timeline
from tui.lsp.hover import DATES, field_help, kind_of_mapping
from tui.lsp.surroundings import Surroundings
from tui.store.read.tables import TABLES

REFERENCE, KEYWORD, FIELD, VALUE, DATE, SNIPPET = "reference", "keyword", "field", "value", "date", "snippet"

_CITED = ("sources", "claims")
_ACTORS = ("actors", "told", "says", "part_of")
_ASKS_QUOTES = frozenset(":#,[]{}&*!|>'\"%@`")

_DAY = "2025-08-25"
EVENT = "\n".join(
    ("id: ${1:id}", f"date: ${{2:{_DAY}}}", "title: $3", "kind: $4", "actors: [$5]", "sources: [$6]")
)
SOURCE = "\n  ".join(
    ("$1:", "title: $2", "publisher: $3", "url: ${4:https://}", f"published: ${{5:{_DAY}}}", f"seen: ${{6:{_DAY}}}"),
)


class Item(NamedTuple):
    """Something that could stand there."""

    label: str
    """As it is shown; as it is put in, unless `text` says otherwise."""
    kind: str
    detail: str = ""
    """The thing that it stands for."""
    text: str = ""
    found_by: str = ""
    """Words that somebody may type for it, besides the label."""
    explanation: str = ""
    """In Markdown."""


class Completion(NamedTuple):
    """The items for a place, and where what was typed so far begins, a column from 0."""

    items: list[Item]
    column: int
    is_of_words: bool = False
    """True when other words typed give other items, as with dates."""


def completion(place: Surroundings, timeline: Timeline, language: str) -> Completion:
    """The items that could stand in a place of a file that held this timeline when it was last understood."""
    offers = _Offers(timeline, language)
    keys = place.keys
    is_value = not place.is_key or (place.is_new_item and len(keys) > 1)
    if is_value:
        is_of_words = len(keys) > 1 and keys[-1] in DATES.get(keys[0], ())
        return Completion(list(offers.values(keys, place.typed)), place.column, is_of_words)
    return Completion(list(offers.keys(keys, is_new_item=place.is_new_item)), place.column)


class _Offers:
    """The offers of one timeline."""

    def __init__(self, timeline: Timeline, language: str) -> None:
        self._timeline, self._language = timeline, language
        self._voice = TimelineInLanguage(timeline, language)

    # ---- Keys

    def keys(self, keys: tuple[str, ...], *, is_new_item: bool) -> Iterator[Item]:
        """The keys of a place, with their explanation; at the beginning of an event or a source all its lines."""
        if not keys:
            yield from (Item(one, FIELD, text=f"{one}:\n  ") for one in SECTIONS)
            return
        if keys == ("events",) and is_new_item:
            yield Item("event", SNIPPET, text=EVENT)
        if keys == ("sources",):
            yield Item("source", SNIPPET, text=SOURCE)
        if keys[:2] == ("events", "sources") or (keys[:2] == ("events", "claims") and len(keys) > 2):
            yield from self.values(keys, "")
            return
        kind = _kind_under(keys)
        for key in TABLES.get(kind, {}):
            yield Item(key, FIELD, text=f"{key}: ", explanation=field_help(kind, key))

    # ---- Values

    def values(self, keys: tuple[str, ...], typed: str) -> Iterator[Item]:
        """The values of a field."""
        section, field = keys[0] if keys else "", keys[-1] if keys else ""
        fixed = {
            "status": (STATUSES, status_name), "group": (GROUPS, None), "order": (ORDERS, None),
            "require": (REQUIREMENTS, None),
        }  # fmt: skip
        if section == "events" and len(keys) > 1 and keys[1] in _CITED:
            yield from self._citations()
        elif field in _ACTORS:
            yield from self._actors()
        elif field in ("country", "countries"):
            yield from self._countries()
        elif field in DATES.get(section, ()):
            yield from self._dates(typed)
        elif section == "actors" and field == "kind":
            yield from (Item(one, VALUE, actor_kind_name(one)) for one in ACTOR_KINDS)
        elif field in fixed:
            words, name = fixed[field]
            yield from (Item(one, VALUE, name(one) if name else "") for one in words)
        elif section == "events":
            yield from self._of_event(field)
        elif section == "timeline" and field == "view":
            yield from (Item(view.name, REFERENCE, clean_line(view.query)) for view in self._timeline.views)
        elif section == "publish":
            yield from self._events()
        elif field == "language":
            yield from (Item(one, VALUE) for one in ("en", "fr", "nl", "de", "es", "ar"))
        elif field == "publisher":
            names = (one.publisher for one in self._timeline.sources.values())
            yield from (Item(clean_line(one), VALUE) for one in dict.fromkeys(names) if one)
        elif field == "query":
            yield from self._terms()

    def _of_event(self, field: str) -> Iterator[Item]:
        events = self._timeline.events
        if field == "about":
            yield from self._events()
        elif field == "kind":
            yield from _words(event.kind for event in events)
        elif field == "tags":
            yield from _words(tag for event in events for tag in event.tags)
        elif field == "place":
            yield from _words(place for event in events for place in event.places)
        elif field == "data":
            for name, unit in self._timeline.data.items():
                yield Item(name, FIELD, clean_line(unit or ""), text=f"{name}: ")

    def _actors(self) -> Iterator[Item]:
        for actor in self._timeline.actors.values():
            yield _reference(actor.id, self._voice.actor(actor.id), *actor.called)

    def _events(self) -> Iterator[Item]:
        for event in self._timeline.events:
            yield _reference(event.id, f"{in_words(event.date, self._language)}: {self._voice.title(event)}",
                             *event.titles.values())  # fmt: skip

    def _citations(self) -> Iterator[Item]:
        for source in self._timeline.sources.values():
            title = self._voice.source_title(source)
            who = source.publisher_or_site or ""
            yield _reference(source.id, title, who, *source.titles.values())
            for passage in source.passages.values():
                yield _reference(f"{source.id}#{passage.name}", passage.words, who)

    def _countries(self) -> Iterator[Item]:
        used = dict.fromkeys(code for event in self._timeline.events for code in event.countries)
        for code in dict.fromkeys((*used, *NAMES)):
            if code in NAMES:
                yield Item(code, VALUE, self._voice.country(code), found_by=" ".join(NAMES[code]))

    def _terms(self) -> Iterator[Item]:
        for field in ("actor", "country", "kind", "source", "status", "tag", "in", "before", "after", "is", "has"):
            yield Item(f"{field}:", KEYWORD)

    def _dates(self, typed: str) -> Iterator[Item]:
        """The date that words mean, when they mean one."""
        text = typed.strip().strip("'\"")
        try:
            date = parse_single_reading(text)
        except DateError as error:
            for meant in getattr(error, "dates", ()):
                yield Item(meant, DATE, found_by=typed)
            return
        yield Item(date.text, DATE, in_words(date, self._language), found_by=typed)


def _kind_under(keys: tuple[str, ...]) -> str:
    """The kind of mapping under some keys."""
    if keys == ("events",):
        return "event"
    return kind_of_mapping(("events", 0, *keys[1:], "") if keys[:1] == ("events",) else (*keys, ""))


def _reference(name: str, stands_for: str, *found_by: str) -> Item:
    """A name of the file, found by what it stands for too."""
    shown = clean_line(name)
    quoted = f'"{shown}"' if _ASKS_QUOTES.intersection(shown.replace("#", "")) else ""
    return Item(shown, REFERENCE, clean_line(stands_for), quoted, clean_line(" ".join(found_by)))


def _words(found: Iterable[str | None]) -> Iterator[Item]:
    """Words of the file, each once, those that are used most first."""
    counts: dict[str, int] = {}
    for word in found:
        if word:
            counts[word] = counts.get(word, 0) + 1
    yield from (Item(clean_line(word), VALUE) for word in sorted(counts, key=lambda one: (-counts[one], one)))



