"""The choices of a picker, and those that the typed text leaves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tui.core.index.memo import once_per_index
from tui.core.index.protocol import Answers, Engine
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold_key
from tui.core.text.messages import _, numbered, thousands
from tui.core.text.names import actor_kind_name, group_name
from tui.core.timeline.countries import name as country_name
from tui.core.timeline.facets import values_of
from tui.core.timeline.in_language import value_name
from tui.core.timeline.model import STATUSES, Event, Timeline

MOST = 20_000
"""Values of a facet at most."""
MOST_CALLED = 100
"""Values of a facet by any of their names that are offered; nobody reads on."""


class Choice(NamedTuple):
    """Something that can be picked."""

    value: str
    label: str
    gives: int | None = None
    """Events it would give; None where that means nothing."""
    note: str = ""
    """Said beside the label: a kind, a key."""
    keys: str = ""
    """The names of it, folded, a line each with a break before it: anything typed is looked for in these."""
    in_full: str = ""
    """Said in full below the list while it is highlighted: an address."""
    is_own: bool = False
    """True when the event under the cursor has it."""

    def giving(self, events: int, *, is_own: bool) -> Choice:
        """The same value where it would give so many events: `_replace` takes thrice the time, of thousands."""
        return Choice(self.value, self.label, events, self.note, self.keys, self.in_full, is_own)


def choice(value: str, label: str, names: Iterable[str], gives: int | None = None, note: str = "") -> Choice:
    """A choice that is found by its label and by any of those names."""
    keys = dict.fromkeys(fold_key(name) for name in (label, *names) if name)
    return Choice(value, label, gives, note, "".join(f"\n{key}" for key in keys))


@once_per_index
def _known(_engine: Engine) -> dict[tuple[str, str], Mapping[str, Choice]]:
    """By field and language."""
    return {}


def called(engine: Engine, field: str, language: str) -> Mapping[str, Choice]:
    """The choice for each value of a facet, with its names; found out once, since a picker is opened often."""
    known = _known(engine)
    if (field, language) not in known:
        told = engine.select().counted(field, MOST)
        values = dict.fromkeys((*(value for value, _count in told), *_declared(field, engine.head)))
        known[field, language] = {one: _value_choice(field, one, engine, language) for one in values}
    return known[field, language]


def values_to_pick(answers: Answers, field: str, event: Event | None, language: str) -> list[Choice]:
    """The values of a facet: the event's own first, then those that give most; years in their order."""
    counts = dict(answers.facet(field, MOST))
    own = values_of(field, event, answers.engine.head) if event else ()
    choices = called(answers.engine, field, language)
    ranked = sorted(choices, key=lambda value: (value not in own, *rank(field, value, counts.get(value, 0))))
    return [choices[value].giving(counts.get(value, 0), is_own=value in own) for value in ranked]


def title_of_values(answers: Answers, field: str, offered: int) -> str:
    """The name of a facet, and of how many values those that are offered are, where others are left out."""
    total, name = answers.engine.select().values(field), group_name(field)
    if total <= max(offered, MOST):
        return name
    number, of_all = thousands(offered), thousands(total)
    return _("{field}: the {number} commonest of {total}", field=name, number=number, total=of_all)


def rank(field: str, value: str, gives: int) -> tuple[int, str]:
    """The place of a value among those of a facet: the one that gives most first, of years the first."""
    return (int(value) if field == "year" else -gives, value)


def values_called(answers: Answers, field: str, typed: str, event: Event | None, language: str) -> list[Choice]:
    """The values of a facet that are called so and give something: those that begin so first, then the event's own.

    The first hundred of them; no others of the facet are counted.
    """
    found = narrowed(list(called(answers.engine, field, language).values()), typed)
    counts = answers.gives(field, [one.value for one in found])
    own = values_of(field, event, answers.engine.head) if event else ()
    beginning = _beginning(typed)
    giving = [one for one in found if counts[one.value]]
    giving.sort(key=lambda one: (beginning not in one.keys, one.value not in own, -counts[one.value], one.value))
    return [one.giving(counts[one.value], is_own=one.value in own) for one in giving[:MOST_CALLED]]


def begins(one: Choice, typed: str) -> bool:
    """True when one of its names begins so."""
    return _beginning(typed) in one.keys


def beginning_first(choices: list[Choice], typed: str) -> list[Choice]:
    """The same choices: the one that is called just so, those of which a name begins so, then the others."""
    beginning = _beginning(typed)
    return sorted(choices, key=lambda one: (not is_called(one, typed), beginning not in one.keys))


def is_called(one: Choice, typed: str) -> bool:
    """True when one of its names is the typed text, blind to case and accents."""
    return f"{_beginning(typed)}\n" in f"{one.keys}\n"


def _beginning(typed: str) -> str:
    """The text that the keys of a choice hold where a name begins so."""
    return f"\n{fold_key(typed)}"


def narrowed(choices: list[Choice], typed: str) -> list[Choice]:
    """The choices that hold what is typed, those that begin with it first.

    When none does, those that hold its letters in that order.
    """
    key = fold_key(typed)
    if not key:
        return choices
    holding = [one for one in choices if key in one.keys]
    if holding:
        return beginning_first(holding, typed)
    scattered = _scattered(key)
    return [one for one in choices if scattered.search(one.keys)]


def _scattered(key: str) -> re.Pattern[str]:
    """Its letters in that order within one line, each at the first place where it can be: no second is tried."""
    first, *others = map(re.escape, key)
    return re.compile(first + "".join(f"[^\n{letter}]*{letter}" for letter in others))


def _declared(field: str, timeline: Timeline) -> Iterable[str]:
    """The values that a facet may have whether or not an event has them."""
    if field == "actor":
        return timeline.actors
    if field == "source":
        return timeline.sources
    return STATUSES if field == "status" else ()


def _value_choice(field: str, value: str, engine: Engine, language: str) -> Choice:
    timeline = engine.head
    label = value_name(field, value, timeline, language)
    if field == "actor" and value in timeline.actors:
        actor = timeline.actors[value]
        parts = engine.names.members.count(value)
        more = numbered("with {number} member", "with {number} members", parts) if parts else ""
        note = " ".join(filter(None, (actor_kind_name(actor.kind or ""), actor.country or "", more)))
        return choice(value, label, (value, *actor.called), note=clean_line(note))
    if field == "source" and value in timeline.sources:
        source = timeline.sources[value]
        note = clean_line(source.publisher_or_site or "")
        names = (value, source.publisher_or_site or "", source.url or "", *source.titles.values())
        return choice(value, label, names, note=note)
    if field == "country":
        names = (value, *(country_name(value, language) for language in ("en", "fr", "nl")))
        return choice(value, label, names, note=value)
    return choice(value, label, (value,))
