"""A new event by questions, each answer checked at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.cli.base import streams
from tui.cli.base.confirm import ask
from tui.core.entry.draft import DraftContext, EventDraft, event_from_draft, fault_of
from tui.core.text.messages import _, translated
from tui.core.timeline.model import STATUSES, Timeline

LISTED = "?"
"""The answer that asks what the file knows."""


class Question(NamedTuple):
    """The question for one field."""

    field: str
    asks: str


def questions(timeline: Timeline) -> Iterator[Question]:
    """The questions about a new event, in order; a title in each language that the timeline's titles come in."""
    own, *twins = timeline.languages()
    yield Question("date", _("date, such as 2025-12-31 or 2025-08-25~:"))
    yield Question("title", _("title ({language}):", language=own) if twins else _("title:"))
    for twin in twins:
        yield Question(f"title_{twin}", _("title ({language}):", language=twin))
    yield Question("kind", _("kind:"))
    yield Question("status", _("status:"))
    yield Question("actors", _("actors, with commas between them:"))
    yield Question("countries", _("countries, by code or by name:"))
    yield Question("place", _("place:"))
    yield Question("sources", _("sources by id, passages as source#passage, or addresses:"))
    yield Question("text", _("text:"))


def completed(draft: EventDraft, ground: DraftContext, language: str) -> EventDraft:
    """The draft with an answer for each field that it lacks; what may be left out is where the answer is empty."""
    streams.inform(
        _(
            "an empty answer leaves a field out, {mark} lists what the file has, ctrl+c ends without a change",
            mark=LISTED,
        )
    )
    answers = dict(draft)
    for question in questions(ground.timeline):
        if question.field not in answers:
            if question.field == "status":
                question = question._replace(
                    asks=_("status, if it is not {status}:", status=_usual_status(answers, ground))
                )
            answer = _answer(question, ground, language)
            answers |= {question.field: (answer,)} if answer else {}
    return answers


def _usual_status(answers: EventDraft, ground: DraftContext) -> str:
    """The status of the event as far as it is answered."""
    event = event_from_draft(answers, ground).event
    return event.status if event else "reported"


def _answer(question: Question, ground: DraftContext, language: str) -> str:
    """Ask until there is nothing wrong with the answer."""
    while True:
        answer = ask(question.asks).strip()
        if answer == LISTED:
            streams.inform(", ".join(_known(question.field, ground.timeline)) or _("nothing yet"))
            continue
        if not answer and question.field in ("date", "title"):
            streams.inform(_("an event has a date") if question.field == "date" else _("an event has a title"))
            continue
        fault = fault_of(question.field, answer, ground)
        if fault is None:
            _explain(question.field, answer, language)
            return answer
        message, hint = translated(fault.message), translated(fault.hint or "")
        streams.inform(_("{fault}; {hint}", fault=message, hint=hint) if hint else message)


def _explain(field: str, answer: str, language: str) -> None:
    """Say in words how a date is understood."""
    if field == "date":
        from tui.core.entry.draft import date_in_both

        streams.inform(date_in_both(answer, language))


def _known(field: str, timeline: Timeline) -> Iterable[str]:
    """The values that the file has of a field, each once."""
    events = timeline.events
    found = {
        "kind": (event.kind for event in events if event.kind),
        "status": STATUSES,
        "actors": timeline.actors,
        "countries": (code for event in events for code in event.countries),
        "place": (place for event in events for place in event.places),
        "sources": timeline.sources,
    }.get(field, ())
    return dict.fromkeys(found)
