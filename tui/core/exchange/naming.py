"""The names of a file for what a row tells: its actors, countries, statuses and sources, known ones and new ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from tui.core.citation import addresses
from tui.core.citation.elisions import passage_of
from tui.core.entry.draft import usual_status
from tui.core.entry.source_from_url import new_id
from tui.core.evidence.same_pages import source_key
from tui.core.exchange.foreign import OWN_LANGUAGE, CellFault, ForeignEvent, ForeignSource
from tui.core.exchange.status_words import status_of
from tui.core.query.names import rungs
from tui.core.text.fold import fold
from tui.core.text.identity import as_meant
from tui.core.text.messages import worded
from tui.core.timeline import countries
from tui.core.timeline.ids import free, in_one_form
from tui.core.timeline.model import STATUSES, Actor, Citation, Claim, Event, Source, TextByLanguage, Timeline, Value
from tui.core.web.page_key import bare_host, page_key, tidied

_NO_SIGN_OF_IDS = re.compile(r"""^-|[\s,;:#!*=|&<>()\[\]{}\\`"'“”„‟＂«»‘’]""")
_MOST_WORDS = 5
_MOST_SIBLINGS = 20
"""Sources of the same host by which an id is made."""


class Arrival(NamedTuple):
    """A row in the names of the file: an event, its sources, and what is wrong with it."""

    row: ForeignEvent
    event: Event | None
    """Without an id where the row has none; None for a row of sources alone, and for one with faults."""
    sources: tuple[Source, ...] = ()
    """All that the row tells of, known ones as the row tells them."""
    given: frozenset[str] = frozenset()
    """The fields of the event that the row gives, by the names that a file has for them."""
    actors: tuple[str, ...] = ()
    """Ids of actors that are new with it."""
    faults: tuple[CellFault, ...] = ()


class FileNames:
    """The names of a timeline, and those that are new with what comes in."""

    def __init__(self, timeline: Timeline, today: int, *, lists_actors: bool) -> None:
        self.timeline = timeline
        self.today = today
        self.lists_actors = lists_actors
        self.new_actors: dict[str, Actor] = {}
        self.new_sources: dict[str, Source] = {}
        self.told_sources: dict[ForeignSource, Source] = {}
        """The sources by the way in which they are told."""
        self._actors: dict[str, tuple[str, ...]] = {}
        for rung in reversed(rungs(timeline, "actor")):
            found: dict[str, dict[str, None]] = {}
            for name, own in rung:
                found.setdefault(fold(name), {})[own] = None
            self._actors.update({name: tuple(owns) for name, owns in found.items()})
        self._pages: dict[str, str] = {}
        self._titles: dict[tuple[str, str], str] = {}
        self._hosts: dict[str, list[Source]] = {}
        for source in timeline.sources.values():
            self._know(source)
        self._countries: dict[str, str | None] = {}
        self._numbers: defaultdict[str, int] = defaultdict(lambda: 1)

    def arrival(self, row: ForeignEvent) -> Arrival:
        """A row in the names of the file; it adds to them what is new, unless something is wrong with the row."""
        faults = list(row.faults)
        told = _Told(self, row, faults)
        sources = told.sources()
        event = told.event(sources) if row.date is not None or not row.faults else None
        if faults:
            return Arrival(row, None, faults=tuple(faults))
        for one, source in zip(row.sources, sources, strict=True):
            self.told_sources[one] = source
            if source.id not in self.timeline.sources and source.id not in self.new_sources:
                self.new_sources[source.id] = source
                self._know(source)
        self.new_actors.update(told.new_actors)
        self._actors.update({fold(own): (own,) for own in told.new_actors})
        self._actors.update({fold(name): (one.id,) for one in told.new_actors.values() for name in one.names.values()})
        return Arrival(row, event, tuple(sources), told.given, tuple(told.new_actors), ())

    def _know(self, source: Source) -> None:
        key = source_key(source)
        if key:
            self._pages.setdefault(key, source.id)
            if source.url:
                self._hosts.setdefault(bare_host(source.url), []).append(source)
        for title in source.titles.values():
            self._titles.setdefault((fold(title), fold(source.publisher or "")), source.id)

    # ---- Names

    def actors_called(self, name: str) -> tuple[str, ...]:
        """The ids of the actors that have a name."""
        return self._actors.get(fold(name), ())

    def country(self, text: str) -> str | None:
        """The code of a country by its code or name; None where it names none."""
        if text not in self._countries:
            self._countries[text] = countries.find(text)
        return self._countries[text]

    def source_id(self, told: ForeignSource, address: str) -> str | None:
        """The id of the source that this is, if there is one already."""
        if told.id and (told.id in self.timeline.sources or told.id in self.new_sources):
            return told.id
        if address:
            return self._pages.get(page_key(address))
        return self._titles.get((fold(told.title or told.publisher), fold(told.publisher)))

    def new_source_id(self, told: ForeignSource, address: str) -> str:
        """An id for a source that is new: its own, else of its address, else of its publisher and title."""
        taken = _Either(self.timeline.sources, self.new_sources)
        if told.id and not _NO_SIGN_OF_IDS.search(told.id):
            return free(told.id, taken)
        if address:
            base = new_id(address, self._hosts.get(bare_host(address), ())[:_MOST_SIBLINGS], ())
        else:
            base = slug(f"{told.publisher} {told.title}") or "source"
        name = base
        while name in taken:  # counted on, for thousands may share a beginning
            self._numbers[base] += 1
            name = f"{base}-{self._numbers[base]}"
        return name


class _Either(Container[str]):
    """Names of two kinds of things at once."""

    def __init__(self, *parts: Container[str]) -> None:
        self._parts = parts

    def __contains__(self, name: object) -> bool:
        return any(name in part for part in self._parts)


def slug(text: str) -> str:
    """The first words of a text in small letters of ASCII, with hyphens between them."""
    return "-".join(re.findall("[a-z0-9]+", fold(text))[:_MOST_WORDS])


class _Told:
    """One row while its names are found."""

    def __init__(self, names: FileNames, row: ForeignEvent, faults: list[CellFault]) -> None:
        self.names = names
        self.row = row
        self.faults = faults
        self.new_actors: dict[str, Actor] = {}
        self.given: frozenset[str] = frozenset()
        self.by_foreign_id: dict[str, str] = {}
        self._of_row: dict[str, str] = {}
        """The ids of the sources of this row by their pages, else by publisher and title."""

    def fault(self, field: str, message: str, hint: str | None = None) -> None:
        self.faults.append(CellFault(self.row.place_of(field), message, hint))

    def event(self, sources: Iterable[Source]) -> Event | None:
        row, language = self.row, self.names.timeline.language
        if row.date is None:
            return None
        if row.id and (sign := _NO_SIGN_OF_IDS.search(row.id)):
            self.fault("id", worded('an id holds no "{sign}"', sign=sign[0]))
        others = row.others
        event = Event(
            row.id, row.date, _by_language(row.titles, language),
            date_note={language: row.date_note} if row.date_note else {},
            kind=row.kind or None,
            status=self.status(),
            actors=self.actors(row.actors),
            countries=tuple(dict.fromkeys(filter(None, map(self.country, row.countries)))),
            places=row.places, tags=row.tags, texts=_by_language(row.texts, language),
            claims=tuple(map(self.claim, row.claims)),
            citations=tuple(dict.fromkeys(
                self.citation(told, source) for told, source in zip(row.sources, sources, strict=True)
                if not told.is_claimed
            )),
            private=others.get("private") == "true", key=others.get("key") == "true",
            shorts={language: others["short"]} if others.get("short") else {},
            about=_lines(others, "about"), told=self.actors(_lines(others, "told")),
            says=self.actors(_lines(others, "says")),
        )  # fmt: skip
        event = in_one_form(event)
        self.given = frozenset(_given(event, row, language))
        return event if event.countries or not self.names.timeline.countries else event._replace(
            countries=self.names.timeline.countries
        )  # fmt: skip

    def status(self) -> str:
        """The status that the row gives; without one planned for a day to come, else reported."""
        if not self.row.status:
            return usual_status(self.row.date, self.names.today)
        found = status_of(self.row.status)
        if found is None:
            known = worded("one of {known}", known=", ".join(STATUSES))
            self.fault("status", worded('"{text}" is no status', text=self.row.status), known)
        return found or "reported"

    def country(self, text: str) -> str | None:
        code = self.names.country(text)
        if code is None:
            self.fault("countries", worded('"{name}" is no country', name=text), countries.cure(text))
        return code

    def actors(self, called: Iterable[str]) -> tuple[str, ...]:
        """The ids of actors by what they are called; a name that is new becomes one where the file lists them."""
        found: dict[str, None] = {}
        for name in called:
            known = self.names.actors_called(name)
            if len(known) > 1:
                ids = worded("by id: {ids}", ids=", ".join(known))
                self.fault("actors", worded('"{name}" may be any of {number}', name=name, number=len(known)), ids)
            elif known:
                found[known[0]] = None
            elif not self.names.lists_actors:
                found[as_meant(name)] = None
            else:
                found[self._new_actor(name)] = None
        return tuple(found)

    def _new_actor(self, name: str) -> str:
        name = as_meant(name)
        known = next((own for own, one in self.new_actors.items() if name in one.names.values()), None)
        if known:
            return known
        taken = _Either(self.names.timeline.actors, self.names.new_actors, self.new_actors)
        own = free(slug(name) or "actor", taken)
        self.new_actors[own] = Actor(own, {self.names.timeline.language: name})
        return own

    # ---- Sources

    def sources(self) -> list[Source]:
        """The sources that the row tells of, by the ids that they have or get."""
        found = []
        for told in self.row.sources:
            source = self.names.told_sources.get(told)
            if source is None:
                source = self._source(told)
            found.append(source)
            if told.id:
                self.by_foreign_id[told.id] = source.id
        return found

    def _source(self, told: ForeignSource) -> Source:
        language = self.names.timeline.language
        cited = told.title if not told.address and not told.publisher else ""
        own = cited.partition("#")[0]
        if own in self.names.timeline.sources:  # cited as a file cites it
            return self.names.timeline.sources[own]
        address = tidied(told.address) if told.address else ""
        reason = addresses.fault(address) if address else None
        if reason is not None:
            self.fault("address", worded('"{text}": {reason}', text=address, reason=reason))
            address = ""
        page = told.id or (page_key(address) if address else f"{told.publisher}\0{told.title}")
        known = self.names.source_id(told, address) or self._of_row.get(page)
        if known is None:
            known = self.names.new_source_id(told, address)
        self._of_row[page] = known
        published, seen = (one if one and not one.is_undated else None for one in (told.published, told.seen))
        title = told.title or ("" if address else told.publisher)
        archive = told.archive if told.archive and addresses.fault(told.archive) is None else ""
        return Source(
            known, {language: title} if title else {}, told.publisher or None, told.author or None, address or None,
            (archive,) if archive else (), published, seen=seen,
            language=told.language or self.names.timeline.source_language,
            note={language: told.note} if told.note else {},
        )  # fmt: skip

    def citation(self, told: ForeignSource, source: Source) -> Citation:
        """The citation of a source, with the words of its passage."""
        name, mark, passage = told.title.partition("#")
        if mark and name == source.id and passage in source.passages:
            return Citation(source.id, source.passages[passage], told.announces)
        if not told.passage:
            return Citation(source.id, None, told.announces)
        known = self.names.timeline.sources.get(source.id, source).passages
        by_words = {one.words: one for one in known.values()}
        found = passage_of("", told.passage)[0]
        return Citation(source.id, by_words.get(found.words, found), told.announces)

    def claim(self, claim: Claim) -> Claim:
        """A claim that cites by the ids of the file."""
        because = _by_language(claim.because, self.names.timeline.language)
        return claim._replace(values=tuple(self._value(one) for one in claim.values), because=because)

    def _value(self, value: Value) -> Value:
        return value._replace(citations=tuple(self._known(one) for one in value.citations))

    def _known(self, cited: Citation) -> Citation:
        """A citation by the id of the file, its passage by its name where the file has one of these words."""
        own = self.by_foreign_id.get(cited.source, cited.source)
        known = self.names.timeline.sources.get(own)
        named = {one.words: one for one in known.passages.values()} if known and cited.passage else {}
        passage = cited.passage and named.get(cited.passage.words, cited.passage)
        return Citation(own, passage, cited.announces)


def _by_language(words: TextByLanguage, own: str) -> dict[str, str]:
    """Texts by language, those of the file under its own."""
    return {own if language == OWN_LANGUAGE else language: text for language, text in words.items() if text}


def _lines(others: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(one for one in others.get(name, "").split("\n") if one)


def _given(event: Event, row: ForeignEvent, language: str) -> Iterable[str]:
    """The fields of the event that the row fills, as a file names them; no id, which never changes."""
    yield "date"
    yield from (name for name, value in (
        ("date_note", row.date_note), ("kind", row.kind), ("status", row.status), ("actors", event.actors),
        ("countries", row.countries), ("place", row.places), ("tags", row.tags), ("claims", row.claims),
        ("sources", row.sources),
    ) if value)  # fmt: skip
    for name, words in (("title", event.titles), ("text", event.texts)):
        yield from (name if one == language else f"{name}_{one}" for one in words)
    yield from (name for name, text in row.others.items() if text)
