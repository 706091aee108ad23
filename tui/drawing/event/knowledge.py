"""The actors that knew of an event as rows: each with the days since when, by what, and who reports that; the press.

And the events that are about one another, as the account of one lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from tui.core.citation.resolve import citations_by_source
from tui.core.dates.words import day_in_words, in_words
from tui.core.evidence.as_of import event_certainty
from tui.core.evidence.knowledge import (
    EARLY,
    LATER,
    NAMED,
    SPOKE,
    TOLD,
    Knower,
    Occasion,
    Report,
    related_events,
    reports,
)
from tui.core.evidence.verdicts import PLANNED
from tui.core.text.messages import _, in_context, thousands
from tui.core.text.names import status_name
from tui.core.timeline.in_language import TimelineInLanguage, in_doubt
from tui.core.timeline.model import POSSIBLY, SURELY, Event
from tui.drawing.event.sources import short_day
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span

WIDEST_DAY = 16
"""Cells of the column of days; a longer one takes the room of its title."""
LEAST, NARROWEST = 56, 36
"""Cells below which days have no column of their own: where actors knew, and in a list of events."""


def knower_lines(
    event: Event, knowers: tuple[Knower, ...], voice: TimelineInLanguage, sheet: TextColumn, *, by: int | None = None
) -> list[Line]:
    """The event and whom it concerns, each actor who knew of it, who is only named, and the press.

    With a day, those come first who surely knew by its end, then who may have; of the press likewise.
    """
    lines = [
        *sheet.paragraph(_title(event, voice), "strong"),
        *sheet.flow([in_words(event.date, voice.language), status_name(event.status)], sheet.dot, "dim"),
    ]
    if event.actors:
        head = (Span(_("concerns") + "  ", "dim"), Span(f"{len(event.actors)}  "))
        lines += sheet.flow(map(voice.actor, event.actors), sheet.dot, head=head)
    known = [one for one in knowers if not one.is_only_named]
    named = [one for one in knowers if one.is_only_named]
    rows = _Rows(knowers, voice, sheet)
    if not known:
        nobody = _(
            "The file does not say who knew: nobody is said to have been told of it, or to have spoken about it."
        )
        lines += [(), *sheet.paragraph(nobody, "doubt")]
    elif by is None:
        lines += rows.of(known)
    else:
        lines += _by_a_day(known, by, rows)
    if named:
        lines += [(), count_line(_("named in what is about it"), len(named), sheet)]
        lines += rows.of(named) if by is None else sheet.flow(map(rows.name, named), sheet.dot, "dim")
    return [*lines, *_press(reports(event, voice.timeline), by, voice, sheet)]


def _by_a_day(known: Sequence[Knower], by: int, rows: _Rows) -> Iterator[Line]:
    """Those who surely knew by the end of a day, those who may have, and who knew only later."""
    sheet, day = rows.sheet, day_in_words(by, rows.voice.language)
    for how in (SURELY, POSSIBLY):
        found = [one.until(by) for one in known if one.by(by) == how]
        yield ()
        words = _("surely by {day}", day=day) if how == SURELY else _("possibly by {day}", day=day)
        yield sheet.row(Span(f"{words}  ", "strong"), Span(str(len(found) or _("nobody")), "dim"))
        yield from rows.of(found)
    later = [rows.name(one) for one in known if one.by(by) == LATER]
    if later:
        yield ()
        yield from sheet.flow(later, sheet.dot, "dim", head=(Span(_("only later") + "  ", "dim"),))


def _press(found: Sequence[Report], by: int | None, voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    """The sources that tell of the event, by the day on which they were out."""
    if not found:
        return
    yield ()
    name = partial(published, voice=voice, sheet=sheet)
    if by is None:
        yield count_line(_("in the press"), len(found), sheet)
        yield from sheet.flow([name(one.source) for one in found], sheet.dot, "dim")
        return
    yield sheet.row(Span(_("in the press by then"), "dim"))
    words = {SURELY: _("surely"), POSSIBLY: _("possibly"), LATER: _("later")}
    widest = max(8, *map(sheet.measure, words.values()))
    for how in (SURELY, POSSIBLY, LATER):
        those = [name(one.source) for one in found if one.by(by) == how]
        if those or how == SURELY:
            head = (Span(f"  {sheet.padded(words[how], widest)}  ", "dim"), Span(f"{len(those)}  "))
            yield from sheet.flow(those or [in_context("of sources", "none")], sheet.dot, "dim", head=head)
    if early := [name(one.source) for one in found if one.by(by) == EARLY]:
        too_early = _("before it can have happened")
        head = (Span(f"  {too_early}  ", "dim"), Span(f"{len(early)}  "))
        yield from sheet.flow(early, sheet.dot, "dim", head=head)


def published(source: str, *, voice: TimelineInLanguage, sheet: TextColumn) -> str:
    """`Trends ~25 Aug 2025`: who speaks in a source, and when it came out."""
    known = voice.timeline.sources.get(source)
    day = short_day(known.published, voice, sheet) if known and known.published else _("undated")
    return f"{voice.publisher(source)} {day}"


def _how(occasion: Occasion) -> str:
    """The way in which an actor has to do with an event, as a reader is told it; in a plan it is one to come."""
    if occasion.event.status == PLANNED and occasion.how != NAMED:
        return _("is to be told") if occasion.how == TOLD else _("is to speak")
    return {TOLD: in_context("an actor", "told"), SPOKE: _("spoke"), NAMED: _("named in")}[occasion.how]


class _Rows:
    """The rows of actors; who reports an event is said where it first stands."""

    def __init__(self, knowers: Iterable[Knower], voice: TimelineInLanguage, sheet: TextColumn) -> None:
        self.voice = voice
        self.sheet = sheet
        events = [occasion.event for one in knowers for occasion in one.occasions]
        widths = (sheet.measure(short_day(one.date, voice, sheet)) for one in events)
        self.day = min(WIDEST_DAY, max(widths, default=0)) if sheet.width >= LEAST else 0
        self.reported: set[str] = set()
        hows = {_how(occasion) for one in knowers for occasion in one.occasions}
        self.how = max(map(sheet.measure, (_("spoke"), *hows)))

    def name(self, knower: Knower) -> str:
        """The name of an actor."""
        return self.voice.actor(knower.actor)

    def of(self, knowers: Iterable[Knower]) -> Iterator[Line]:
        """Each actor with the occasions by which it knew."""
        sheet = self.sheet
        for one in knowers:
            party = Span(sheet.dot + _("concerned"), "dim") if one.is_party else Span("")
            since = Span(in_words(one.occasions[0].event.date, self.voice.language), "dim")
            yield ()
            yield sheet.apart((Span(self.name(one), "strong"), party), (since,))
            for occasion in one.occasions:
                yield from self._occasion(occasion)

    def _occasion(self, occasion: Occasion) -> Iterator[Line]:
        """`  told  ~21 Aug 2025  ◐ The staff learn it`, and beneath it who reports that."""
        event, sheet = occasion.event, self.sheet
        day = short_day(event.date, self.voice, sheet)
        head = (
            Span(
                f"  {sheet.padded(_how(occasion), self.how)}  ",
                {TOLD: "kept", NAMED: "dim"}.get(occasion.how, "text"),
            ),
            Span(" " * (self.day - sheet.measure(day)) + day, "dim"),
            _mark(event, sheet),
        )
        indent = sheet.wide(head) if self.day else self.how + 4
        yield from sheet.paragraph(_title(event, self.voice), head=head, indent=indent)
        reporting = [_("as above")] if event.id in self.reported else self._reporting(event)
        self.reported.add(event.id)
        yield from sheet.flow(reporting, sheet.dot, "dim", head=(Span(" " * indent),))

    def _reporting(self, event: Event) -> list[str]:
        """`Trends ~25 Aug 2025`, for each source that the event rests on; `no source` when it rests on none."""
        return [
            published(first.citation.source, voice=self.voice, sheet=self.sheet)
            for first, *_others in citations_by_source(event, self.voice.timeline)
        ] or [_("no source")]


# ---- In the account of an event


def related(event: Event, voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """The events that one is about, and those that are about it, a row each."""
    lines: list[Line] = []
    for words, events in zip((_("it is about"), _("about it")), related_events(event, voice.timeline), strict=True):
        if events:
            lines += [count_line(words, len(events), sheet), *listing(events, voice, sheet)]
    return lines


def count_line(words: str, many: int, sheet: TextColumn, role: str = "text") -> Line:
    """The line that names what follows, and how many there are."""
    return sheet.row(Span(f"{words}  ", "dim"), Span(thousands(many), role))


def listing(events: Sequence[Event], voice: TimelineInLanguage, sheet: TextColumn) -> list[Line]:
    """Events, each with its day and mark."""
    days = [short_day(one.date, voice, sheet) for one in events]
    widest = min(WIDEST_DAY, max(map(sheet.measure, days), default=0)) if sheet.width >= NARROWEST else 0
    lines: list[Line] = []
    for one, day in zip(events, days, strict=True):
        head = (Span(" " * (widest - sheet.measure(day)) + f" {day}", "dim"), _mark(one, sheet))
        lines += sheet.paragraph(_title(one, voice), head=head, indent=sheet.wide(head) if widest else 2)
    return lines


def _mark(event: Event, sheet: TextColumn) -> Span:
    return Span(f" {sheet.glyphs.of_status(event.status)} ", "plan" if event.status == "planned" else "text")


def _title(event: Event, voice: TimelineInLanguage) -> str:
    """In parentheses if it rests only on sources that are possibly out by the day that is told by."""
    as_of = voice.timeline.as_of
    title = voice.title(event)
    return title if as_of is None else in_doubt(title, event_certainty(event, as_of))
