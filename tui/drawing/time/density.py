"""The amount of a story that lies where: one event is one unit of ink, spread over the days on which it may be."""

from __future__ import annotations

from tui.core.dates.calendar import day_number, year_month_day
from tui.core.index.protocol import Answers
from tui.core.timeline.when import MINUTE, SECONDS, DaysFromTo, Moment, time_extent
from tui.drawing.time.ruler import HOURS
from tui.drawing.time.scale import Scale

FEW_DAYS = 7
"""Days up to which a story that is told in hours is shown without a day about it."""
SHORT = SECONDS // 4
"""Seconds up to which the events of a day are shown without the rest of the day."""
FEW = 1000
"""Events of a day up to which their hours are looked at."""


def events_per_column(answers: Answers, scale: Scale) -> list[float]:
    """The ink that each column holds."""
    by_hour = scale.columns * SECONDS >= HOURS * scale.length and answers.engine.tells_hours
    return answers.ink(scale.edges(), by_hour=by_hour)


def outside(answers: Answers, scale: Scale) -> tuple[int, int]:
    """The number of events before what is in view and after it, by their middle; by the second within a day."""
    if scale.begin % SECONDS or scale.end % SECONDS:
        return answers.unseen(scale.begin, scale.end)
    return answers.outside(*scale.days)


def fitted(answers: Answers, columns: int) -> Scale:
    """The scale that shows the middle of some events, of whole months or years."""
    return _whole(answers.story(), answers, columns)


def everything(answers: Answers, columns: int) -> Scale:
    """The scale that holds the outermost event too."""
    return _whole(answers.extent(), answers, columns)


def _whole(days: DaysFromTo | None, answers: Answers, columns: int) -> Scale:
    """Some days from the start of their first month (year, if long) to the end of their last; without any today."""
    if days is None:
        return Scale.of_days(answers.engine.today, answers.engine.today + 1, columns)
    begin, end = days
    first, last = year_month_day(begin), year_month_day(end - 1)
    if end - begin > 40 * 365:
        begin, end = day_number(first[0], 1, 1), day_number(last[0] + 1, 1, 1)
    elif end - begin > 62:
        after = (last[0] + 1, 1) if last[1] == 12 else (last[0], last[1] + 1)
        begin, end = day_number(first[0], first[1], 1), day_number(*after, 1)
    elif end - begin > FEW_DAYS or not answers.engine.tells_hours:
        begin, end = begin - 1, end + 1
    elif end - begin == 1 and (hours := _hours(answers, begin)) is not None:
        return Scale.of_moments(*hours, columns)
    return Scale.of_days(begin, end, columns)


def _hours(answers: Answers, day: int) -> tuple[Moment, Moment] | None:
    """The whole minutes from a day's first event to its last, with some at either side; None for most of the day."""
    events = answers.touching(day, day + 1, FEW)
    lie = [time_extent(one.event, answers.engine.today) for one in events]
    begin, past = min((one.begin for one in lie), default=0), max((one.past for one in lie), default=SECONDS)
    if past - begin > SHORT or len(events) == FEW:
        return None
    first, after = begin // MINUTE, -(-past // MINUTE)
    beside = max(1, (after - first) // 10)
    return (first - beside) * MINUTE, (after + beside) * MINUTE
