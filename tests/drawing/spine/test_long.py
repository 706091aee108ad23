"""Long timelines: thousands of intervals, or of points, laid out around a place; and a day of many events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import pytest
from rich.cells import cell_len

from tests.core.timelines import TODAY, answers, event, text_of
from tests.drawing.pens import PEN
from tui.core.dates.edtf import FARTHEST_DAY
from tui.core.index.protocol import Answers, EventFacts, Key, key_before, walk
from tui.core.timeline.model import Event
from tui.drawing.spine.gaps import silent
from tui.drawing.spine.layout import (
    BESIDE,
    END,
    EVENT,
    FREE,
    LONGEST,
    MORE,
    SpineLayout,
    SpineRow,
    is_endless,
    lay_out,
    whole_layout,
)
from tui.drawing.spine.spine import SAID_AGAIN, Spine, page

MOST = 4
"""Lanes that there is room for."""
ENDLESS = 75
"""Intervals without a known end among the strikes."""


def strikes() -> list[Event]:
    """Three thousand intervals over forty years, most of some days, some of a year, some without a known end."""
    chance = Random(17)  # noqa: S311 - no secret
    found = []
    for at in range(3000):
        begin = date(1984, 1, 1) + timedelta(chance.randrange(14_600))
        end = (begin + timedelta(chance.choice((1, 4, 12, 40, 400)))).isoformat()
        found.append(event(f"{begin}/{end if at % 40 else chance.choice(('', '..'))}", f"Strike {at}"))
    return found


def protests() -> list[Event]:
    """Two thousand points in three weeks."""
    chance = Random(18)  # noqa: S311 - no secret
    days = [chance.randrange(1, 22) for _ in range(2000)]
    return [event(f"2020-06-{day:02}", f"Protest {at}") for at, day in enumerate(days)]


STRIKES, PROTESTS = answers(strikes()), answers(protests())


def whole(asked: Answers) -> list[SpineRow]:
    return list(whole_layout(asked, TODAY, silent(asked), MOST))


def around(asked: Answers, key: Key) -> SpineLayout:
    return lay_out(asked, TODAY, silent(asked), MOST, key)


def told(rows: Iterable[SpineRow]) -> list[tuple[str, int, EventFacts | None]]:
    """The rows without their lanes, and without those that say what goes on without one."""
    return [(row.kind, row.day, row.about) for row in rows if row.kind != MORE]


def test_no_end_is_lost_and_no_lane_is_held_for_long() -> None:
    rows = whole(STRIKES)
    ended = [row for row in rows if row.kind == END]
    assert [row.about for row in ended] == STRIKES.ends(None, 3000)
    assert len(ended) == 3000 - ENDLESS
    assert sum(row.lane != FREE for row in ended) > len(ended) / 4, "many have a lane up to their end"
    held = Counter(one.key.id for row in rows for one in row.lanes if one is not None)
    assert max(held.values()) <= LONGEST


def test_what_goes_on_without_a_lane_is_counted() -> None:
    rows = whole(STRIKES)
    more = [row for row in rows if row.kind == MORE]
    assert 1 < len(more) <= ENDLESS
    assert [row.length for row in more] == sorted({row.length for row in more})
    assert {row.since for row in more} == {next(one for one in walk(STRIKES) if is_endless(one)).key.day}


@pytest.mark.parametrize("asked", [STRIKES, PROTESTS], ids=["strikes", "protests"])
@pytest.mark.parametrize("place", [0.35, 0.5, 0.65])
def test_rows_around_a_place_are_those_of_the_whole(asked: Answers, place: float) -> None:
    here = asked.at(place)
    assert here is not None
    part = around(asked, here.key)
    assert (part.is_first, part.is_last) == (False, False)
    assert sum(row.kind == EVENT for row in part.rows) == 2 * BESIDE + 1
    first = part.rows[next(at for at, row in enumerate(part.rows) if row.kind == EVENT)]
    rows = whole(asked)
    mine, others = (told(some[some.index(next(r for r in some if r.kind == EVENT and r.about == first.about)) :])
                    for some in (part.rows, rows))  # fmt: skip
    assert mine == others[: len(mine)]
    assert part.holds(here.key)
    assert not part.holds(key_before(-FARTHEST_DAY))
    assert not part.holds(key_before(FARTHEST_DAY + 1))


def test_the_lanes_around_a_place_are_those_of_the_whole() -> None:
    here = STRIKES.at(0.6)
    assert here is not None
    ends = {row.about.key.id: row.lane for row in whole(STRIKES) if row.kind == END and row.about}
    mine = {row.about.key.id: row.lane for row in around(STRIKES, here.key).rows if row.kind == END and row.about}
    assert len(mine) > BESIDE
    assert sum(ends[name] == lane for name, lane in mine.items()) > len(mine) * 0.95


def test_the_first_and_the_last_rows_are_those_of_the_whole() -> None:
    rows = whole(STRIKES)
    first, last = (around(STRIKES, key_before(day)) for day in (-FARTHEST_DAY, FARTHEST_DAY + 1))
    assert (first.is_first, first.is_last) == (True, False)
    assert first.rows == rows[: len(first.rows)]
    assert (last.is_first, last.is_last) == (False, True)
    assert told(last.rows)[-200:] == told(rows)[-200:]


def test_a_page_has_every_event_and_every_end() -> None:
    lines = [text_of(line) for line in page(STRIKES, PEN, 100, most_lanes=MOST, wraps=False)]
    assert {cell_len(line) for line in lines} == {100}
    assert sum(line.rstrip().endswith(" ends") for line in lines) == 3000 - ENDLESS
    assert sum("»  +" in line and " since 1984" in line for line in lines) > 1


def test_a_day_of_many_events_says_its_date_again_and_at_the_top_of_a_screen() -> None:
    asked = answers([event("2020-06-05", f"E{at}") for at in range(150)])
    drawn = Spine(asked, PEN)
    rows = [text_of(drawn.draw(row, 80)) for row in range(150)]
    assert [at for at, row in enumerate(rows) if "5 Jun" in row] == [0, *range(SAID_AGAIN - 1, 150, SAID_AGAIN)]
    assert all(text_of(drawn.draw(row, 80, top=True)).startswith(" 2020     5 Jun") for row in range(150))
    printed = [text_of(line) for line in page(asked, PEN, 80, most_lanes=3, wraps=True)]
    assert printed[:150] == rows


def test_where_no_lane_is_free_a_row_says_both_ends() -> None:
    story = "\n".join(f"2020-0{n}-01/2021-0{n}-15 S{n}" for n in range(1, 7)) + "\n2020-06-02/2020-06-09 Short"
    lines = [text_of(line) for line in page(answers(story), PEN, 80, most_lanes=3, wraps=False)]
    assert "1 Apr–15 Apr ’21 │││»● S4" in lines[3]
    assert any("2–9 Jun │││»● Short" in line for line in lines)
    assert any("9 Jun │││ ╴ Short ends" in line for line in lines)
    narrow = [text_of(line) for line in page(answers(story), PEN, 44, most_lanes=2, wraps=False)]
    assert not any("–" in line for line in narrow), "there is no room for both"


def test_long_titles_take_two_rows_when_asked() -> None:
    title = "A union announces that it will not sign what the company has proposed, and says at length why it will not"
    lasting = event("2025-01-02/2025-02-01", f"{title} then")
    asked = answers([event("2025-01-01", title), event("2025-01-01", "Short"), lasting])
    drawn = Spine(asked, PEN, two_rows_at=60)
    rows = [text_of(drawn.draw(row, 60)) for row in range(len(drawn))]
    assert [row.rstrip() for row in rows[:6]] == [
        " 2025     1 Jan  ● A union announces that it will not    0",
        "                   sign what the company has proposed, and…",
        "              ″  ● Short                                 0",
        "          2 Jan ╭● A union announces that it will not    0",
        "                │  sign what the company has proposed, and…",
        "          1 Feb ╰╴ A union announces that it will not… ends",
    ]
    assert {cell_len(row) for row in rows} == {60}
    assert [drawn[row].facts is not None for row in range(6)] == [True, False, True, True, False, True]
    assert text_of(drawn.draw(1, 60, top=True)) == rows[1]
    assert "▌" in text_of(drawn.draw(0, 60, cursor=True))


def test_a_title_gets_what_its_countries_leave_empty() -> None:
    title = "A title as long as the row has room for where no country is in its way".ljust(73, ".")
    rows = [
        text_of(Spine(answers([event("2025-01-01", title, countries=codes)]), PEN).draw(0, 96)).rstrip()
        for codes in ((), ("BE", "MA"))
    ]
    assert rows[0] == f" 2025     1 Jan  ● {title} 0"
    assert rows[1].endswith("in it… BE MA  0")
