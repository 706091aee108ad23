"""What a picker offers, and which of it what is typed leaves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from tui.core.countries import name as country_name
from tui.core.index import Selection, facet_values
from tui.core.model import STATUSES, Event, Timeline
from tui.core.ribbon import value_name
from tui.core.text import clean_line, fold_key


class Choice(NamedTuple):
    """Something that can be picked."""

    value: str
    label: str
    gives: int | None = None
    """Events it would give; None where that means nothing."""
    note: str = ""
    """Said beside the label: a kind, a key."""
    keys: tuple[str, ...] = ()
    """What it is called, folded: anything typed is looked for in these."""
    in_full: str = ""
    """Said in full below the list while it is highlighted: an address."""
    is_own: bool = False
    """Whether the event under the cursor has it."""


def choice(value: str, label: str, names: Iterable[str], gives: int | None = None, note: str = "") -> Choice:
    """A choice that is found by its label and by any of those names."""
    return Choice(value, label, gives, note, _keys((label, *names)))


@lru_cache(maxsize=4096)
def _keys(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names folded, each once; kept, since a picker is opened again and again."""
    return tuple(dict.fromkeys(fold_key(name) for name in names if name))


def values_to_pick(selection: Selection, field: str, event: Event | None, language: str) -> list[Choice]:
    """The values of a facet: the event's own first, then those that give most."""
    timeline = selection.index.timeline
    counts = dict(selection.facet(field))
    own = dict(facet_values(event)).get(field, ()) if event else ()
    ranked = sorted(
        dict.fromkeys((*counts, *selection.index.postings[field], *_declared(field, timeline))),
        key=lambda value: (value not in own, -counts.get(value, 0), value),
    )
    return [
        _value_choice(field, value, counts.get(value, 0), timeline, language)._replace(is_own=value in own)
        for value in ranked
    ]


def narrowed(choices: list[Choice], typed: str) -> list[Choice]:
    """The choices that hold what is typed, those that begin with it first.

    When none does, those that hold its letters in that order.
    """
    key = fold_key(typed)
    if not key:
        return choices
    holding = [one for one in choices if any(key in name for name in one.keys)]
    holding.sort(key=lambda one: not any(name.startswith(key) for name in one.keys))
    return holding or [one for one in choices if any(_scattered(key, name) for name in one.keys)]


def _scattered(key: str, name: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in key)


def _declared(field: str, timeline: Timeline) -> Iterable[str]:
    """The values that a facet may have whether or not an event has them."""
    if field == "actor":
        return timeline.actors
    if field == "source":
        return timeline.sources
    return STATUSES if field == "status" else ()


def _value_choice(field: str, value: str, count: int, timeline: Timeline, language: str) -> Choice:
    label = value_name(field, value, timeline, language)
    if field == "actor" and value in timeline.actors:
        actor = timeline.actors[value]
        full = clean_line(timeline.say(actor.names, language))
        note = " ".join(filter(None, (full if full != label else "", actor.kind or "", actor.country or "")))
        return choice(value, label, (value, *actor.names.values(), *actor.aliases), count, clean_line(note))
    if field == "source" and value in timeline.sources:
        source = timeline.sources[value]
        note = clean_line(source.publisher or "")
        return choice(value, label, (value, source.publisher or "", *source.titles.values()), count, note)
    if field == "country":
        names = (value, country_name(value, "en"), country_name(value, "fr"))
        return choice(value, label, names, count, value)
    return choice(value, label, (value,), count)
