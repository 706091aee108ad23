"""Lints about who and where: actors in no event, and countries that events forget."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tui.core.checks.lint import Finding, Lint, LintInput
from tui.core.text.fold import fold
from tui.core.text.messages import worded, worded_number
from tui.core.timeline.members import wholes
from tui.core.timeline.model import Actor, Event

ACTOR = "unused-actor"
COUNTRY = "missing-country"


def unused_actor(story: LintInput) -> Iterator[Finding]:
    """An actor whom no event concerns, who was told and spoke at none, and who published none of the sources."""
    used = {name for event in story.timeline.events for name in (*event.actors, *event.told, *event.says)}
    used.update(whole for name in tuple(used) for whole in wholes(name, story.timeline.actors))
    publishers = {fold(one.publisher) for one in story.timeline.sources.values() if one.publisher}
    for actor in story.timeline.actors.values():
        names = (actor.id, *actor.called)
        if actor.id not in used and publishers.isdisjoint(map(fold, names)):
            message = worded('no event concerns "{id}"', id=actor.id)
            yield Finding(actor, (), ACTOR, message, worded("an event with this actor, or leave it out"))


def missing_country(story: LintInput) -> Iterator[Finding]:
    """An event without the country of an actor who is otherwise at home in his events.

    An actor who is at home in none of his events is said once; one who is in fewer than half has others abroad.
    """
    at_home: dict[str, int] = defaultdict(int)
    abroad: dict[str, list[Event]] = defaultdict(list)
    actors = {name: actor for name, actor in story.timeline.actors.items() if actor.country}
    for event in story.timeline.events:
        if event.countries:
            for name in event.actors:
                if name in actors:
                    if actors[name].country in event.countries:
                        at_home[name] += 1
                    else:
                        abroad[name].append(event)
    for name, events in abroad.items():
        actor = actors[name]
        if not at_home[name]:
            yield _never_at_home(actor, events)
        elif at_home[name] >= len(events):
            for event in events:
                message = worded(
                    '"{name}" is of {country}, which this event does not concern', name=name, country=actor.country
                )
                hint = f"countries: [{', '.join([*event.countries, str(actor.country)])}]"
                yield Finding(event, ("countries",), COUNTRY, message, hint, other=actor)


def _never_at_home(actor: Actor, events: list[Event]) -> Finding:
    message = worded_number(
        '"{id}" is of {country}, which its one event does not concern',
        '"{id}" is of {country}, which none of its {number} events concerns',
        len(events),
        id=actor.id,
        country=actor.country,
    )
    hint = worded("the country of the actor, or of its events, may be another")
    return Finding(actor, ("country",), COUNTRY, message, hint, other=events[0] if len(events) == 1 else None)


LINTS = (
    Lint(
        ACTOR,
        unused_actor,
        worded("{found} of {among} actors are in no event, such as this one"),
        lambda story: len(story.timeline.actors),
        of_absence=True,
    ),
    Lint(
        COUNTRY,
        missing_country,
        worded("{found} of {among} events lack the country of an actor of theirs, such as this one"),
        lambda story: sum(bool(event.countries and event.actors) for event in story.timeline.events),
    ),
)
