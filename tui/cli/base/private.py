"""The private part of a timeline: it stays out of what a command prints, unless asked for, and its size is said."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from tui.cli.base import streams
from tui.core.text.messages import _, spoken

if TYPE_CHECKING:
    from tui.core.evidence import privacy
    from tui.core.index.protocol import Answers
    from tui.core.query.predicates import ReaderMarks
    from tui.core.query.tree import Query
    from tui.core.timeline.model import Event, Timeline

OPTION = "--with-private"

with_private: Callable[[Any], Any] = click.option(OPTION, is_flag=True, help="Show private events and sources too.")
"""The option, of every command that puts out events."""


def visible_selection(
    timeline: Timeline, query: Query, today: int, *, with_private: bool, own: ReaderMarks | None = None
) -> tuple[Answers, privacy.Withheld]:
    """The part of a query's answer that may be told, and how much is kept back; `own` is what the reader has marked."""
    from tui.core.evidence import privacy
    from tui.core.index.engines import engine_of
    from tui.core.index.protocol import walk
    from tui.core.query.predicates import NO_READER_MARKS

    own = own or NO_READER_MARKS
    told = timeline if with_private else privacy.tellable(timeline)
    answers = engine_of(told, today).select(query, own)
    if with_private:
        tell_included(timeline, (one.event for one in walk(answers)))
    if told is timeline:
        return answers, privacy.Withheld()
    whole = engine_of(timeline, today).select(query, own)
    return answers, privacy.withheld(timeline, [one.event for one in walk(whole)])


def visible_event(
    timeline: Timeline, event: Event, *, with_private: bool
) -> tuple[Timeline, Event | None, privacy.Withheld]:
    """The timeline that may be told, the event as it stands there, None if it does not, and how much is kept back."""
    from tui.core.evidence import privacy

    if with_private:
        tell_included(timeline, (event,))
        return timeline, event, privacy.Withheld()
    public = privacy.public(timeline)
    part = next((one for one in public.events if one.id == event.id), None)
    return public, part, privacy.withheld(timeline, (event,))


def why_not(event: Event) -> tuple[str, str]:
    """The reason why an event is not told, and the cure."""
    reason = _('event "{id}" rests on private sources alone', id=event.id)
    if event.private:
        reason = _('event "{id}" is private', id=event.id)
    return reason, _("{option} tells it", option=OPTION)


def tell_withheld(kept_back: privacy.Withheld, *, is_final: bool = False) -> None:
    """Say how much is kept back; what is final no option tells."""
    if kept_back and is_final:
        streams.inform(_("withheld as private: {what}", what=kept_back))
    elif kept_back:
        streams.inform(_("withheld as private: {what}; {option} tells them", what=kept_back, option=OPTION))


def tell_included(timeline: Timeline, events: Iterable[Event]) -> None:
    """Say that what comes holds what is private, and how much: above rows and documents, beside data and pictures."""
    from tui.core.evidence import privacy

    found = privacy.withheld(timeline, events)
    if not found:
        return
    form = click.get_current_context().params.get("form", "text")
    words = _("with what is private: {what}", what=found)
    if form == "text":
        sys.stdout.write(f"{words}\n")
    elif form == "markdown":
        sys.stdout.write(f"*{words[0].upper()}{words[1:]}*\n\n")
    else:
        streams.inform(words)


def tell_standing(timeline: Timeline) -> None:
    """Say by which day a timeline is told, if by any, and how many sources were out then."""
    if timeline.as_of is not None:
        from tui.core.evidence.as_of_words import as_published_by, sources_standing

        told = as_published_by(timeline.as_of.day, spoken())
        streams.inform(_("{name}: {value}", name=told, value=sources_standing(timeline.as_of)))
