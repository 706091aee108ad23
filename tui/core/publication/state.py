"""The timeline of a publication as plain data, so that the next one can say what changed since.

Only what is told is kept: no line of the file, no silence and its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tui.core.dates.edtf import Date, undated
from tui.core.dates.parse import parse_date
from tui.core.timeline.model import Actor, Citation, Claim, Event, Passage, Source, Timeline, Value

Plain = Any
"""Data that JSON can hold."""

_LEFT_OUT = frozenset(("line", "silences", "private", "views", "view", "as_of", "publishing", "proofs"))
_ALWAYS = frozenset(("id", "date", "name", "text", "source", "start"))


def to_plain(timeline: Timeline) -> Plain:
    """A timeline that may be told, with what its events name and no more."""
    events = timeline.events
    named = {name for event in events for name in (*event.actors, *event.told, *event.says)}
    cited = {name for event in events for name in event.sources}
    return _plain(
        timeline._replace(
            actors={name: actor for name, actor in timeline.actors.items() if name in named},
            sources={name: source for name, source in timeline.sources.items() if name in cited},
        )
    )


def _plain(value: object) -> Plain:
    if isinstance(value, Date):
        return "" if value.is_undated else value.text
    if isinstance(value, tuple) and (fields := getattr(value, "_fields", None)):
        usual = getattr(value, "_field_defaults", {})
        return {
            field: _plain(said)
            for field, said in zip(fields, value, strict=True)
            if field not in _LEFT_OUT and (field in _ALWAYS or said != usual.get(field, ...))
        }
    if isinstance(value, Mapping):
        return {key: _plain(said) for key, said in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def from_plain(plain: Plain) -> Timeline:
    """The timeline that plain data stands for; what stands for none raises what Python raises of it."""
    return Timeline(
        **{
            **_lists_as_tuples(plain),
            "events": tuple(map(_event, plain.get("events", ()))),
            "actors": {name: Actor(**_lists_as_tuples(one)) for name, one in plain.get("actors", {}).items()},
            "sources": {name: _source(one) for name, one in plain.get("sources", {}).items()},
        }
    )


def _lists_as_tuples(plain: Plain) -> dict[str, Any]:
    return {key: tuple(said) if isinstance(said, list) else said for key, said in plain.items()}


def _made(plain: Plain, **made: Callable[[Plain], Any]) -> dict[str, Any]:
    """The fields of plain data, some of them made into what they stand for."""
    return {**_lists_as_tuples(plain), **{key: make(plain[key]) for key, make in made.items() if key in plain}}


def _date(text: str) -> Date:
    return parse_date(text) if text else undated()


def _event(plain: Plain) -> Event:
    made = _made(plain, date=_date, claims=_each(_claim), citations=_each(_citation))
    return Event(**made)


def _each(make: Callable[[Plain], Any]) -> Callable[[Plain], Any]:
    return lambda items: tuple(map(make, items))


def _claim(plain: Plain) -> Claim:
    return Claim(**_made(plain, values=_each(_value)))


def _value(plain: Plain) -> Value:
    return Value(**_made(plain, citations=_each(_citation)))


def _citation(plain: Plain) -> Citation:
    return Citation(**_made(plain, passage=_passage))


def _passage(plain: Plain) -> Passage:
    return Passage(**plain)


def _source(plain: Plain) -> Source:
    def passages(found: Plain) -> dict[str, Passage]:
        return {name: _passage(one) for name, one in found.items()}

    return Source(**_made(plain, published=_date, seen=_date, gone=_date, passages=passages))
