"""The first row of screen and page: what is shown, how much of it, and today."""

from __future__ import annotations

from itertools import product

from tui.core.index import Selection
from tui.core.ink import UNICODE, Glyphs, Line, Measure, Span
from tui.core.text import clean_line, fit
from tui.core.words import day_in_words


def heading(
    selection: Selection,
    width: int,
    *,
    today: int,
    language: str,
    glyphs: Glyphs = UNICODE,
    measure: Measure = len,
) -> Line:
    """Title at the left, today at the right, the counts between; what does not fit gives way in turn."""
    timeline = selection.index.timeline
    title = clean_line(timeline.say(timeline.titles, language)) or "jalon"
    days = [_today(today, language, weekday=True), _today(today, language, weekday=False)]
    wordings = _countings(selection, glyphs)
    for counts, day in (*product(wordings, days), *product(wordings, [""])):
        taken = measure(title) + measure(day) + sum(measure(span.text) for span in counts)
        if taken + 7 <= width:
            return _spread(title, counts, day, width, measure)
    fewest = wordings[-1]
    room = max(1, width - 4 - sum(measure(span.text) for span in fewest))
    return _spread(fit(title, room, measure, glyphs.cut), fewest, "", width, measure)


def shown(selection: Selection) -> str:
    """How many events, always in sight: `43 events`, or `11 of 43` under a filter."""
    total = len(selection.index.everything)
    if selection.query.terms:
        return f"{len(selection)} of {total}"
    return f"{total} event{'' if total == 1 else 's'}"


def _countings(selection: Selection, glyphs: Glyphs) -> list[Line]:
    """The counts, from all of them down to the first."""
    tally = selection.tally
    sources = tally.sources if selection.query.terms else len(selection.index.timeline.sources)
    disputed = Span(f"{tally.disputed} disputed", "alarm" if tally.disputed else "dim")
    overdue = Span(f"{tally.overdue} overdue", "alarm" if tally.overdue else "dim")
    first = Span(shown(selection), "strong")
    many = Span(f"{sources} source{'' if sources == 1 else 's'}", "dim")
    lone = Span(f"{tally.lone} on one source", "dim")
    wordings = [
        [first, many, disputed, overdue, lone],
        [first, disputed, overdue, lone],
        [first, disputed, overdue],
        [first],
    ]
    return [_joined(wording, f" {glyphs.separator} ") for wording in wordings]


def _joined(spans: list[Span], separator: str) -> Line:
    joined = [spans[0]]
    for span in spans[1:]:
        joined += [Span(separator, "dim"), span]
    return tuple(joined)


def _today(today: int, language: str, *, weekday: bool) -> str:
    return f"today {day_in_words(today, language, weekday=weekday, short=True)}"


def _spread(title: str, counts: Line, day: str, width: int, measure: Measure) -> Line:
    """Title, counts and day, with the room between them shared out."""
    taken = 2 + measure(title) + measure(day) + sum(measure(span.text) for span in counts)
    room = max(0, width - taken)
    before = max(2, room * 3 // 4) if counts and day else room if day or counts else 0
    before = min(before, 12) if counts and day else before
    return (
        Span(" " + title, "strong"),
        Span(" " * min(before, room), "text"),
        *counts,
        Span(" " * max(0, room - before), "text"),
        Span(day, "now"),
        Span(" ", "text"),
    )
