"""The meaning of the names in a query in a timeline: actors, sources, events, countries, kinds, tags, places.

A name is exact after folding: an id wins over a name, and a name over an alias. A `*` in it stands for any characters.
A tag, a place or a publisher that is not there whole may be some whole words of one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from itertools import chain

from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date, parse_single_reading
from tui.core.query.tree import ALONE, ANY, Query, Term
from tui.core.text.fold import fold, folded_words
from tui.core.text.identity import composed
from tui.core.text.messages import worded, worded_number
from tui.core.text.nearest import closest, did_you_mean
from tui.core.timeline import countries
from tui.core.timeline.facets import column
from tui.core.timeline.members import Members
from tui.core.timeline.model import STATUSES, Timeline

NAMED = ("actor", "source", "id", "country", "kind", "status", "language", "tag", "place", "publisher", "year")
"""The fields whose values have to be known."""

WORDED = ("publisher", "place", "tag")
"""Those of them of which whole words are asked, where no value is so as a whole."""

_HOLDING = (*WORDED, "kind", "actor")
"""The fields in which one name may hold another, as Hugo Lambert does Lambert."""

MOST_LISTED = 12
"""Names that are listed where none looks alike."""
FEW = 5
"""Values of one term of which it is said what other names hold theirs."""
MOST_HELD = 3
"""Names that are suggested because they hold the word."""


class UnknownName(ValueError):
    """A value that means nothing in this timeline."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Names:
    """The names that a timeline knows; gathered when they are first needed, and kept."""

    def __init__(self, timeline: Timeline, told: Callable[[], Timeline] | None = None) -> None:
        """The names of a timeline; hints and dates of events are taken from what may be told of it, by default all."""
        self.timeline = timeline
        self._told = told
        self._rungs: dict[str, list[list[tuple[str, str]]]] = {}
        self._ladders: dict[str, list[dict[str, list[str]]]] = {}
        """The rungs that were needed so far, by folded name."""
        self._above: dict[str, Iterator[dict[str, list[str]]]] = {}
        """Those that were not: most names are ids, and to fold an alias in another script takes a library."""
        self._in_words: dict[str, list[tuple[str, str, str]]] = {}
        """By field the folded words of each name, the name and its value."""
        self.data_words: dict[str, list[str]] = {}
        """By the name of data the words that events have there."""
        self.data_units: dict[str, set[str]] = {}
        """By the name of data the units of what events have there."""
        self._values: dict[str, Collection[str]] = {}
        self._counts: dict[str, Counter[str]] = {}

    # ---- What a name means

    def resolve(self, field: str, text: str) -> tuple[str, ...]:
        """The values that a name means, as `Term.values` holds them; what is found loosely stays as it is.

        `=` before the name of an actor means it without its members.

        An alias of two means either. Raises UnknownName, with the nearest name as its hint.
        """
        if text == ANY:
            return (text,)
        if field == "country" and ANY not in text:
            return (self._country(text),)
        if field == "year":
            return (_year(text),)
        if field == "actor" and text.startswith(ALONE):
            owns = self.resolve(field, text.lstrip(ALONE).lstrip())
            return tuple(own if own == ANY else f"{ALONE}{own}" for own in owns)
        exact = self._exactly(field, text)
        if exact:
            return exact
        if self._loosely(field, text) or (field in WORDED and not self._of(field)[0]):
            return (text,)  # of a file that has no tags at all, none is misspelt
        raise UnknownName(nothing_called(field, text), self.in_hints._hint(field, text))

    def meaning(self, field: str, value: str) -> tuple[str, ...]:
        """The values of the file that a value of a term stands for."""
        if field == "actor" and ANY not in value:
            return (value[1:],) if value.startswith(ALONE) else (value, *self.members.get(value, ()))
        if field not in WORDED and ANY not in value:
            return (value,)
        if field == "actor":
            value = value.removeprefix(ALONE)
        if field not in self._values:
            self._values[field] = frozenset(self.known(field))
        if value in self._values[field]:
            return (value,)
        return self._exactly(field, value) or self._loosely(field, value)

    def _exactly(self, field: str, text: str) -> tuple[str, ...]:
        wanted = fold(text)
        return next((tuple(rung[wanted]) for rung in self._ladder(field) if wanted in rung), ())

    def _loosely(self, field: str, text: str) -> tuple[str, ...]:
        """The values of which a name fits a text with a `*`, or holds the words of another."""
        if ANY in text:
            fits = re.compile(".*".join(map(re.escape, fold(text).split(ANY))), re.DOTALL).fullmatch
            return tuple(dict.fromkeys(value for name, value in self._all(field) if fits(fold(name))))
        return tuple(dict.fromkeys(value for _, value in self._holding(field, text))) if field in WORDED else ()

    def _holding(self, field: str, text: str) -> list[tuple[str, str]]:
        """The names that hold some words, whole and one after the other, with their values."""
        if field not in self._in_words:
            self._in_words[field] = [(folded_words(name), name, value) for name, value in self._all(field)]
        words = folded_words(text)
        return [(name, value) for held, name, value in self._in_words[field] if words in held] if words else []

    @cached_property
    def members(self) -> Members:
        """By the id of an actor those that are parts of it."""
        return Members(self.timeline.actors)

    # ---- What else may be meant

    @cached_property
    def in_hints(self) -> Names:
        """The names that a hint may tell."""
        return self if self._told is None else Names(self._told())

    def _hint(self, field: str, text: str) -> str | None:
        """The names that hold the word; else the one that looks alike, or has a word that does; else all, where few."""
        near = self._held_hint(field, text) or did_you_mean(text, (name for name, _ in self._all(field)))
        if near is None and ANY not in text:
            words = dict.fromkeys(word for held, _, _ in self._in_words[field] for word in held.split())
            near = self._held_hint(field, closest(text, words) or "")
        known = list(self.known(field))
        return near or (
            worded("known here: {known}", known=", ".join(known)) if 0 < len(known) <= MOST_LISTED else None
        )

    def _held_hint(self, field: str, text: str) -> str | None:
        """The names that hold some words, those of most events first, each with their number."""
        held: dict[str, str] = {}
        for name, value in self._holding(field, text):
            held.setdefault(value, name)
        if not held:
            return None
        counts = self._count(field)
        most = sorted(held, key=lambda value: -counts[value])[:MOST_HELD]
        shown = ", ".join(f'"{held[value]}"{"" if field == "id" else f" ({counts[value]:,})"}' for value in most)
        if len(held) == 1:
            return worded("did you mean {names}?", names=shown)
        term = Term(field, (f"{ANY}{text}{ANY}",))
        return worded("did you mean {names}? {term} is all {number}", names=shown, term=term, number=len(held))

    def beside(self, term: Term) -> tuple[str, list[tuple[str, int]]]:
        """A name that a term asks for, and the other names that hold it with the events of each, most first.

        Both are empty where nothing holds it, and for what is found by a part of a name.
        """
        wanted = {value for value in term.values if ANY not in value}
        if term.field not in _HOLDING or len(term.values) > FEW:
            return "", []
        owns = [name for name, value in self._of(term.field)[1 if term.field == "actor" else 0] if value in wanted]
        meant = self.meant(term)
        held = {other: name for own in owns for name, other in self._holding(term.field, own) if other not in meant}
        counts = self._count(term.field) if held else Counter[str]()
        found = [(name, counts[value]) for value, name in held.items() if counts[value]]
        return (owns[0] if found else ""), sorted(found, key=lambda pair: -pair[1])

    def meant(self, term: Term) -> frozenset[str]:
        """The values of the file that a term asks for."""
        return frozenset(one for value in term.values for one in self.meaning(term.field, value))

    def _count(self, field: str) -> Counter[str]:
        """The number of events that have each value of a field."""
        if field not in self._counts:
            read = {event.id: (event.id,) for event in self.timeline.events}.values()
            values = read if field == "id" else column(field, self.timeline)
            self._counts[field] = Counter(chain.from_iterable(map(frozenset, values)))
        return self._counts[field]

    def date(self, text: str) -> Date:
        """The date that a value means: itself, that of the event with that id, or what can be read in one way only.

        Raises DateError.
        """
        try:
            return parse_date(text)
        except DateError:
            own = self._dates_by_id.get(composed(text.strip()))
            if own is None:
                return parse_single_reading(text)
            self._refuse_untold(text)
            if own.is_undated:
                raise DateError(worded('the event "{id}" has no date', id=text.strip()), 0, len(text)) from None
            return own

    def _refuse_untold(self, text: str) -> None:
        """Refuse the date of an event that may not be told."""
        if composed(text.strip()) not in self.in_hints._dates_by_id:
            wrong = worded('event "{id}" is private', id=text.strip())
            raise DateError(wrong, 0, len(text), worded("--with-private tells it"))

    @cached_property
    def _dates_by_id(self) -> dict[str, Date]:
        return {event.id: event.date for event in self.timeline.events}

    def known(self, field: str) -> Iterable[str]:
        """The values that a field may have, in the order of the file."""
        return dict.fromkeys(value for _, value in self._of(field)[0])

    def _of(self, field: str) -> list[list[tuple[str, str]]]:
        if field not in self._rungs:
            self._rungs[field] = rungs(self.timeline, field)
        return self._rungs[field]

    def _all(self, field: str) -> Iterator[tuple[str, str]]:
        return chain.from_iterable(self._of(field))

    def _ladder(self, field: str) -> Iterator[dict[str, list[str]]]:
        """Folded names to values, a rung of equal rank each, made when it is reached."""
        if field not in self._ladders:
            self._ladders[field], self._above[field] = [], map(_by_fold, self._of(field))
        yield from self._ladders[field]
        for rung in self._above[field]:
            self._ladders[field].append(rung)
            yield rung

    def _country(self, text: str) -> str:
        code = countries.find(text)
        if code is None:
            near = countries.closest(text)
            hint = (
                worded(
                    'did you mean "{code}" ({country})?',
                    code=near,
                    country=countries.name(near, self.timeline.language),
                )
                if near
                else None
            )
            raise UnknownName(nothing_called("country", text), hint)
        return code


_UNKNOWN = {
    "actor": worded('no actor is called "{name}"'),
    "source": worded('no source is called "{name}"'),
    "id": worded('no event is called "{name}"'),
    "country": worded('no country is called "{name}"'),
    "kind": worded('no kind is called "{name}"'),
    "status": worded('no status is called "{name}"'),
    "language": worded('no language is called "{name}"'),
    "tag": worded('no tag is called "{name}"'),
    "place": worded('no place is called "{name}"'),
    "publisher": worded('no publisher is called "{name}"'),
}


def nothing_called(field: str, name: str) -> str:
    """The sentence for a name that means nothing, of a field in NAMED."""
    return worded(*_UNKNOWN[field].forms, name=name)


def names_beside(query: Query, names: Names) -> Iterator[str]:
    """A sentence for each term that asks for one name where others hold it, with the events that those have."""
    for term in query.terms:
        if not isinstance(term, Term) or term.negative:
            continue
        own, others = names.beside(term)
        if others:
            listed = ", ".join(f'"{name}" ({count:,})' for name, count in others[:MOST_HELD])
            wider, rest = Term(term.field, (f"{ANY}{own}{ANY}",)), len(others) - MOST_HELD
            if rest > 0:
                yield worded_number(
                    "{names} and {number} more hold the name too: {term}",
                    "{names} and {number} more hold the name too: {term}",
                    rest,
                    names=listed,
                    term=wider,
                )
            else:
                yield worded_number(
                    "{names} holds the name too: {term}",
                    "{names} hold the name too: {term}",
                    len(others),
                    names=listed,
                    term=wider,
                )


def resolve(timeline: Timeline, field: str, text: str) -> tuple[str, ...]:
    """The meaning of a name in a timeline of which no more is asked."""
    return Names(timeline).resolve(field, text)


def _year(text: str) -> str:
    """A year as a number: 2025, or -43 for 44 BC."""
    if not re.fullmatch(r"-?[0-9]{1,12}", text):
        raise UnknownName(
            worded('"{year}" is no year', year=text), worded("such as year:2025; another span of time is in:2025-08")
        )
    return str(int(text))


def _by_fold(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in names:
        values = found.setdefault(fold(name), [])
        if value not in values:
            values.append(value)
    return found


def rungs(timeline: Timeline, field: str) -> list[list[tuple[str, str]]]:
    """Names with their values, a rung of equal rank each: ids, then names, then aliases."""
    if field == "actor":
        actors = timeline.actors.values()
        return [
            [(actor.id, actor.id) for actor in actors],
            [(name, actor.id) for actor in actors for name in (*actor.names.values(), *actor.shorts.values())],
            [(alias, actor.id) for actor in actors for alias in actor.aliases],
        ]
    if field == "source":
        sources = timeline.sources.values()
        return [
            [(source.id, source.id) for source in sources],
            [(title, source.id) for source in sources for title in source.titles.values()],
            [(source.page_name, source.id) for source in sources if not source.titles],
        ]
    if field == "id":
        return [
            [(event.id, event.id) for event in timeline.events],
            [(title, event.id) for event in timeline.events for title in event.titles.values()],
        ]
    if field == "country":
        codes = dict.fromkeys(chain.from_iterable(column(field, timeline)))
        named = [[(countries.name(one, language), one) for one in codes] for language in ("en", "fr", "nl")]
        return [[(code, code) for code in codes], *named]
    if field == "status":
        return [[(status, status) for status in STATUSES]]
    if field not in NAMED:
        raise ValueError(f"the values of {field} have no names")
    if field == "language":
        values: Iterable[str | None] = (source.language for source in timeline.sources.values())
    elif field == "publisher":
        values = (source.publisher_or_site for source in timeline.sources.values())
    else:
        values = chain.from_iterable(column(field, timeline))
    return [[(value, value) for value in dict.fromkeys(values) if value]]
