"""The meaning of the names in a query in a timeline: actors, sources, events, countries, kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date, parse_single_reading
from tui.core.text.fold import fold
from tui.core.text.nearest import did_you_mean
from tui.core.timeline import countries
from tui.core.timeline.model import STATUSES, Timeline

NAMED = ("actor", "source", "id", "country", "kind", "status", "language")
"""The fields whose values have to be known."""

MOST_LISTED = 12
"""Names that are listed where none looks alike."""


class UnknownName(ValueError):
    """A value that means nothing in this timeline."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Names:
    """The names that a timeline knows; gathered when they are first needed, and kept."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._ladders: dict[str, list[dict[str, list[str]]]] = {}
        """The rungs that were needed so far."""
        self._above: dict[str, Iterator[dict[str, list[str]]]] = {}
        """Those that were not: most names are ids, and to fold an alias in another script takes a library."""

    def resolve(self, field: str, text: str) -> tuple[str, ...]:
        """The values that a name means, as `Term.values` holds them.

        An id wins over a name and a name over an alias; an alias of two means either.
        Raises UnknownName, with the nearest name as its hint.
        """
        if field == "country":
            return (self._country(text),)
        wanted = fold(text)
        for rung in self._ladder(field):
            if wanted in rung:
                return tuple(rung[wanted])
        known = list(self.known(field))
        listed = f"known here: {', '.join(known)}" if 0 < len(known) <= MOST_LISTED else None
        near = did_you_mean(text, (name for names in rungs(self.timeline, field) for name, _ in names))
        raise UnknownName(f'no {"event" if field == "id" else field} is called "{text}"', near or listed)

    def date(self, text: str) -> Date:
        """The date that a value means: itself, that of the event with that id, or what can be read in one way only.

        Raises DateError.
        """
        try:
            return parse_date(text)
        except DateError:
            from tui.core.text.identity import composed

            own = self._dates_by_id.get(composed(text.strip()))
            if own is not None and own.is_undated:
                raise DateError(f'the event "{text.strip()}" has no date', 0, len(text)) from None
            return parse_single_reading(text) if own is None else own

    @cached_property
    def _dates_by_id(self) -> dict[str, Date]:
        return {event.id: event.date for event in self.timeline.events}

    def known(self, field: str) -> Iterable[str]:
        """The values that a field may have, in the order of the file."""
        return dict.fromkeys(value for _, value in rungs(self.timeline, field)[0])

    def _ladder(self, field: str) -> Iterator[dict[str, list[str]]]:
        """Folded names to values, a rung of equal rank each, made when it is reached."""
        if field not in self._ladders:
            self._ladders[field], self._above[field] = [], map(_by_fold, rungs(self.timeline, field))
        yield from self._ladders[field]
        for rung in self._above[field]:
            self._ladders[field].append(rung)
            yield rung

    def _country(self, text: str) -> str:
        code = countries.find(text)
        if code is None:
            near = countries.closest(text)
            hint = f'did you mean "{near}" ({countries.name(near, self.timeline.language)})?' if near else None
            raise UnknownName(f'no country is called "{text}"', hint)
        return code


def resolve(timeline: Timeline, field: str, text: str) -> tuple[str, ...]:
    """The meaning of a name in a timeline of which no more is asked."""
    return Names(timeline).resolve(field, text)


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
        ]
    if field == "id":
        return [
            [(event.id, event.id) for event in timeline.events],
            [(title, event.id) for event in timeline.events for title in event.titles.values()],
        ]
    if field == "kind":
        kinds = dict.fromkeys(event.kind for event in timeline.events if event.kind)
        return [[(kind, kind) for kind in kinds]]
    if field == "language":
        languages = dict.fromkeys(source.language for source in timeline.sources.values() if source.language)
        return [[(language, language) for language in languages]]
    if field == "status":
        return [[(status, status) for status in STATUSES]]
    raise ValueError(f"the values of {field} have no names")
