"""The first row of screen and page: what is shown, how much of it, and today or the day it is told by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from tui.core.dates.words import day_in_words
from tui.core.evidence.as_of_words import MAY_BE_KNOWN, as_published_by, maybe_known, sources_standing
from tui.core.index.protocol import Answers
from tui.core.query.tree import SINGLE_SOURCE
from tui.core.text.cells import wrap
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, forms, numbered
from tui.core.text.plural import plural
from tui.core.timeline.in_language import typeset_text
from tui.core.timeline.model import AsOf
from tui.drawing.spans.pen import Pen
from tui.drawing.spans.spans import Line, Span, columns_in_place

KEEPS_FLAGS = 80
"""Cells from which on a row says how many events are disputed and overdue, and rather cuts the title."""
UNFLAGGED = 2
"""The last of the wordings, which do not."""
LEAST_TITLE = 10
"""Cells of a title that is cut so that the day is still said."""

_COUNTS = {
    "disputed": forms("{number} disputed", "{number} disputed"),
    "overdue": forms("{number} overdue", "{number} overdue"),
    SINGLE_SOURCE: forms("{number} on one source", "{number} on one source"),
    "private": forms("{number} private", "{number} private"),
}
IS_COUNTED = tuple(_COUNTS)
"""The words of `is:` that ask for what a heading counts."""


def timeline_heading(answers: Answers, width: int, pen: Pen) -> Line:
    """Title at the left, today at the right, the counts between; what does not fit gives way in turn."""
    return _heading(answers, _title(answers, pen), width, pen)


def whole_heading(answers: Answers, width: int, pen: Pen) -> Iterator[Line]:
    """The same for a page on which nothing is cut: a title that leaves too little room has rows of its own."""
    title = _title(answers, pen)
    line = timeline_heading(answers, width, pen)
    if any(title in span.text for span in line):
        yield line
        return
    role = line[0].role
    yield from ((Span(f" {row}", role),) for row in wrap(title, width - 2, pen.measure))
    yield _heading(answers, "", width, pen)


def _title(answers: Answers, pen: Pen) -> str:
    timeline = answers.engine.head
    return clean_line(typeset_text(timeline.titles, timeline, pen.language)) or "jalon"


def _heading(answers: Answers, title: str, width: int, pen: Pen) -> Line:
    timeline = answers.engine.head
    if timeline.as_of is not None:
        return _by_a_day(answers, timeline.as_of, title, width, pen)
    days = [_today(pen, weekday=True), _today(pen, weekday=False)]
    wordings = _countings(answers, pen)
    if width >= KEEPS_FLAGS:
        wordings = wordings[:-UNFLAGGED]
    for counts, day in (*product(wordings, days), *product(wordings, [""])):
        taken = pen.measure(title) + pen.measure(day) + pen.wide(counts)
        if taken + 7 <= width and (day or width < KEEPS_FLAGS):
            return _spread(title, counts, day, width, pen)
    fewest = wordings[-1]
    room = max(1, width - 4 - pen.wide(fewest))
    day = days[-1] if width >= KEEPS_FLAGS and room - pen.measure(days[-1]) - 3 >= LEAST_TITLE else ""
    return _spread(pen.fit(title, room - (pen.measure(day) + 3 if day else 0)), fewest, day, width, pen)


def count_at(heading: Line, cell: int, pen: Pen) -> str | None:
    """The word of `is:` for the count that stands in a cell of a heading; None where there is none."""
    text = "".join(span.text for span in heading)
    for word, wordings in _COUNTS.items():
        for many in (0, 1, 2):
            before, place, after = numbered(*wordings, many, number="{}").partition("{}")
            count = rf"(?<![0-9]){re.escape(before)}[0-9]+{re.escape(after)}\b"
            found = re.search(count, text) if place else None
            begin = pen.measure(text[: found.start()]) if found else 0
            if found and begin <= cell < begin + pen.measure(found[0]):
                return word
    return None


def _counted(word: str, events: int) -> str:
    """`3 disputed`."""
    return numbered(*_COUNTS[word], events, number=events)


def shown(answers: Answers) -> str:
    """The number of events, always in sight: `43 events`, `11 of 43` under a filter, `story: 34 of 43` in a view."""
    total = answers.engine.whole_file.select().count()
    if answers.query.terms:
        many = answers.count() if answers.engine.head.as_of is None else answers.tally().events
        view = view_in_force(answers)
        if view:
            return _("{view}: {shown} of {total}", view=view, shown=many, total=total)
        return _("{shown} of {total}", shown=many, total=total)
    return plural(total, "event")


def view_in_force(answers: Answers) -> str:
    """The name of the view that the file opens with, where its query is the one in force."""
    view = answers.engine.head.view
    if view is None:
        return ""
    from tui.core.query.default_view import is_default  # most files have none

    return clean_line(view) if is_default(answers.query, answers.engine.names) else ""


def standing(answers: Answers, width: int, pen: Pen) -> list[Line]:
    """Below the row of a page that is told by a day: how many sources were out, and what parentheses mean."""
    as_of = answers.engine.head.as_of
    if as_of is None:
        return []
    said = [sources_standing(as_of, pen.glyphs.separator)]
    if answers.possibly_out():
        said.append(_("in parentheses: {what}", what=_(MAY_BE_KNOWN)))
    return [(Span(f" {row}", "now"),) for one in said for row in wrap(one, max(1, width - 1), pen.measure)]


def _by_a_day(answers: Answers, as_of: AsOf, title: str, width: int, pen: Pen) -> Line:
    """The row of a timeline told as published by a day: all of it in the colour of now, the day next to the title."""
    days = [as_published_by(as_of.day, pen.language), as_published_by(as_of.day, pen.language, short=True)]
    dot, measure = pen.dot, pen.measure
    for day, words in product(days, _published_countings(answers, as_of)):
        counts = dot.join(words)
        room = width - 4 - measure(title) - measure(day) - measure(counts)
        if room >= 2:
            return (Span(f" {title}  {day}{' ' * room}{counts} ", "now"),)
    said = f"{days[1]}{dot}{shown(answers)}"
    title = pen.fit(title, max(1, width - 4 - measure(said)))
    left = f" {title}  {said}" if measure(said) + 8 <= width else f" {said}"
    return (Span(pen.padded(left, width), "now"),)


def _published_countings(answers: Answers, as_of: AsOf) -> list[list[str]]:
    """The counts of a timeline told by a day, from all of them down to the events alone."""
    tally = answers.tally()
    first = [shown(answers)]
    unsure = answers.possibly_out()
    maybe = [maybe_known(unsure)] if unsure else []
    briefly = [numbered("({number} possibly)", "({number} possibly)", unsure, number=unsure)] if unsure else []
    private = [_counted("private", tally.private)] if tally.private else []
    sources = [plural(tally.sources, "source")]
    flags = [_counted("disputed", tally.disputed), _counted("overdue", tally.overdue)]
    many = len(as_of.set_aside)
    aside = [numbered("{number} set aside", "{number} set aside", many, number=many)] if many else []
    return [
        [*first, *maybe, *private, *sources, *flags, _counted(SINGLE_SOURCE, tally.lone), *aside],
        [*first, *maybe, *private, *sources, *flags, *aside],
        [*first, *maybe, *private, *flags, *aside],
        [*first, *maybe, *private, *aside],
        [*first, *briefly, *private, *aside],
        [*first, *briefly, *private],
        [*first, *private],
        first,
    ]


def _countings(answers: Answers, pen: Pen) -> list[Line]:
    """The counts, from all of them down to the first."""
    tally = answers.tally()
    sources = tally.sources if answers.query.terms else len(answers.engine.head.sources)
    disputed = Span(_counted("disputed", tally.disputed), "alarm" if tally.disputed else "dim")
    overdue = Span(_counted("overdue", tally.overdue), "alarm" if tally.overdue else "dim")
    first = Span(shown(answers), "strong")
    many = Span(plural(sources, "source"), "dim")
    lone = Span(_counted(SINGLE_SOURCE, tally.lone), "dim")
    private = [Span(_counted("private", tally.private), "doubt")] if tally.private else []
    wordings = [
        [first, *private, many, disputed, overdue, lone],
        [first, *private, disputed, overdue, lone],
        [first, *private, disputed, overdue],
        [first, *private],
        [first],
    ]
    if proofs := answers.engine.head.proofs:
        passages = Span(plural(proofs.total, "passage"), "dim")
        proved = numbered("{number} proved", "{number} proved", proofs.proved)
        wordings.insert(0, [*wordings[0], passages, Span(proved, "kept" if proofs.proved else "dim")])
    return [_joined(wording, pen.dot) for wording in wordings]


def _joined(spans: list[Span], separator: str) -> Line:
    joined = [spans[0]]
    for span in spans[1:]:
        joined += [Span(separator, "dim"), span]
    return tuple(joined)


def _today(pen: Pen, *, weekday: bool) -> str:
    return _("today {day}", day=day_in_words(pen.today, pen.language, weekday=weekday, short=True))


def _spread(title: str, counts: Line, day: str, width: int, pen: Pen) -> Line:
    """Title, counts and day, with the room between them shared out."""
    taken = 2 + pen.measure(title) + pen.measure(day) + pen.wide(counts)
    room = max(0, width - taken)
    before = max(2, room * 3 // 4) if counts and day else room if day or counts else 0
    before = min(before, 12) if counts and day else before
    line = (
        Span(" " + title, "strong"),
        Span(" " * min(before, room), "text"),
        *counts,
        Span(" " * max(0, room - before), "text"),
        Span(day, "now"),
        Span(" ", "text"),
    )
    return columns_in_place(line)
