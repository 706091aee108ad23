"""Where rows lie: every event once and in order, what goes on beside it, silences, and today."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.timelines import TODAY, answers, event, told
from tui.core.dates.calendar import day_number, year_month_day
from tui.core.index.protocol import Answers, walk
from tui.core.timeline.model import Event
from tui.core.timeline.when import goes_on
from tui.drawing.spine.gaps import silent
from tui.drawing.spine.layout import (
    END,
    EVENT,
    FREE,
    MORE,
    SCREENFUL,
    SHELF,
    SILENCE,
    SpineLayout,
    SpineRow,
    is_endless,
    lanes_in,
    lay_out,
    whole_layout,
)
from tui.drawing.spine.layout import TODAY as TODAY_ROW


def sketch(story: str | list[Event], today: int = TODAY, *, silences: bool = True, most: int = 3) -> list[str]:
    """Each row as its kind, what it is about, and who holds the lanes; `(` opens and `)` closes one."""
    return [drawn(row) for row in laid_out(answers(story, today=today), today, silences=silences, most=most).rows]


def laid_out(asked: Answers, today: int = TODAY, *, silences: bool = True, most: int = 3) -> SpineLayout:
    return lay_out(asked, today, silent(asked) if silences else {}, most)


def drawn(row: SpineRow) -> str:
    if row.about is None:
        return "today"
    if row.kind == SILENCE:
        return f"{row.length} days"
    if row.kind == MORE:
        return f"+{row.length} since {year_month_day(row.since)[0]}"
    held = ["." if one is None else one.event.id[0] for one in row.lanes]
    if row.lane != FREE:
        held[row.lane] = f"({held[row.lane]}" if row.kind == EVENT else f"{held[row.lane]})"
    crowd = " crowded" if row.crowded else ""
    return f"{row.about.event.id}{' ends' if row.kind == END else ''} {''.join(held)}{crowd}".rstrip()


def test_an_interval_opens_a_lane_and_closes_it_on_a_row_of_its_own() -> None:
    assert sketch(
        """
        2025-01-01/2025-03-31 Move
        2025-02-01 Vote
        2025-04-01 Strike
        """
    ) == ["Move (M", "Vote M", "Move ends M)", "Strike", "today"]


def test_an_end_stands_after_the_events_of_its_day() -> None:
    assert sketch("2025-01-01/2025-03-31 Move\n2025-03-31 Vote") == ["Move (M", "Vote M", "Move ends M)", "today"]


def test_a_free_lane_is_taken_again_from_the_left() -> None:
    assert sketch(
        """
        2025-01-01/2025-12-31 A
        2025-02-01/2025-04-30 B
        2025-03-01/2025-12-30 C
        2025-05-01/2025-06-30 D
        """
    ) == ["A (A", "B A(B", "C AB(C", "B ends AB)C", "D A(DC", "D ends AD)C", "C ends A.C)", "A ends A)", "today"]


def test_a_fourth_interval_is_crowded_and_has_an_end_without_a_lane() -> None:
    story = "\n".join(f"2025-0{n}-01/2025-12-0{n} {name}" for n, name in enumerate("ABCD", 1))
    assert sketch(story) == [
        "A (A", "B A(B", "C AB(C", "D ABC crowded", "A ends A)BC", "B ends .B)C", "C ends ..C)", "D ends", "today",
    ]  # fmt: skip


def test_with_more_room_it_has_a_lane_and_an_end_and_with_less_a_third_has_none() -> None:
    story = "\n".join(f"2025-0{n}-01/2025-12-0{n} {name}" for n, name in enumerate("ABCD", 1))
    assert sketch(story, most=4) == [
        "A (A", "B A(B", "C AB(C", "D ABC(D",
        "A ends A)BCD", "B ends .B)CD", "C ends ..C)D", "D ends ...D)", "today",
    ]  # fmt: skip
    assert [row for row in sketch(story, most=2) if row.endswith("crowded")] == ["C AB crowded", "D AB crowded"]


def test_a_wider_row_has_room_for_more_lanes_and_never_for_fewer() -> None:
    assert [lanes_in(width) for width in (20, 49, 50, 80, 99, 100, 119, 120, 140, 200, 500)] == [
        2, 2, 3, 3, 3, 4, 4, 5, 6, 8, 8,
    ]  # fmt: skip
    assert all(lanes_in(width) <= lanes_in(width + 1) for width in range(300))


def test_the_oldest_rule_in_force_gives_its_lane_to_what_would_be_crowded() -> None:
    assert sketch(
        """
        2025-01-01 in-force Old
        2025-02-01 in-force Newer
        2025-03-01 in-force Third
        2025-04-01/2025-05-01 Interval
        2025-06-01 Vote
        """
    ) == ["Old (O", "Newer O(N", "Third ON(T", "Interval (INT", "Interval ends I)NT", "Vote .NT", "today"]


def test_what_has_no_known_end_gives_its_lane_to_what_is_near_and_is_counted() -> None:
    story = """
        1990-01-01/ A
        1991-01-01/.. B
        1992-01-01/ C
        2020-01-01/2020-03-01 D
        2021-01-01/2021-03-01 E
        """
    assert sketch(story) == [
        "A (A", "B A(B", "C AB(C", "+1 since 1990", "D (DBC", "D ends D)BC", "E (EBC", "E ends E)BC", "today",
    ]  # fmt: skip
    many = "\n".join(f"{year}-01-01/ {name}" for year, name in zip(range(1990, 1996), "ABCDEF", strict=True))
    assert sketch(many) == [
        "A (A", "B A(B", "C AB(C", "+1 since 1990", "D (DBC", "+2 since 1990", "E D(EC", "+3 since 1990", "F DE(F",
        "today",
    ]  # fmt: skip


def test_what_has_no_known_end_fades_after_a_screenful() -> None:
    story = [event("2020-01-01/", "A"), *(event(f"2020-02-{day:02}", f"e{day}") for day in range(1, 29))]
    rows = laid_out(answers([*story, event("2021-02-01", "Later")])).rows
    beside = [at for at, row in enumerate(rows) if any(row.lanes)]
    assert beside == list(range(SCREENFUL))
    assert [at for at, row in enumerate(rows) if row.fading] == [SCREENFUL - 1]
    assert [drawn(row) for row in rows[SCREENFUL - 1 : SCREENFUL + 1]] == ["e23 A", "+1 since 2020"]


def test_a_long_interval_gives_its_lane_once_a_screenful_of_it_was_seen() -> None:
    points = [event(f"2020-02-{day:02}", f"e{day}") for day in range(1, 29)]
    story = [event("2020-01-01/2024-12-31", "Long"), event("2020-03-01/2020-03-31", "Short"), *points]
    asked = answers(story)
    rows = [drawn(row) for row in laid_out(asked, most=1).rows]
    assert rows[-4:] == ["Short (S", "Short ends S)", "Long ends", "today"]
    few = [drawn(row) for row in laid_out(answers(story[:2]), most=1).rows]
    assert few == ["Long (L", "Short L crowded", "Short ends L", "Long ends L)", "today"]


def test_a_rule_in_force_goes_on_until_today_and_one_to_come_for_ever() -> None:
    assert sketch("2026-08-11 in-force Ban\n2026-12-01 Vote") == ["Ban (B", "today", "Vote"]
    assert sketch("2027-01-01 in-force Ban\n2028 Vote") == ["Ban (B", "Vote B"]


@pytest.mark.parametrize(
    ("date", "rows"),
    [
        ("2025-09/..", ["X (X", "Vote X", "today"]),
        ("2025-09/", ["X (X", "Vote X", "today"]),
        ("../2025-09", ["X", "Vote", "today"]),
        ("/2025-09", ["X", "Vote", "today"]),
        ("[..2025-09]", ["X", "Vote", "today"]),
        ("2025-09-01/2025-09-01", ["X", "Vote", "today"]),
        ("{2025-09,2025-10}", ["X (X", "Vote X", "X ends X)", "today"]),
        ("2025-09?", ["X", "Vote", "today"]),
    ],
)
def test_only_what_has_a_beginning_and_lasts_has_a_lane(date: str, rows: list[str]) -> None:
    assert sketch(f"{date} X\n2025-10-01 Vote") == rows


@pytest.mark.parametrize(
    ("today", "rows"),
    [
        ((2024, 1, 1), ["A", "B", "C"]),
        ((2025, 1, 1), ["A", "today", "B", "C"]),
        ((2025, 1, 2), ["A", "B", "today", "C"]),
        ((2026, 1, 1), ["A", "B", "C", "today"]),
    ],
)
def test_today_comes_after_what_is_dated_today_and_not_before_everything(
    today: tuple[int, int, int], rows: list[str]
) -> None:
    assert sketch("2025-01-01 A\n2025-01-02 B\n2025-01-03 C", day_number(*today)) == rows


def test_what_ends_today_has_ended_when_today_is_drawn() -> None:
    assert sketch("2025-01-01/2025-06-30 Move", day_number(2025, 6, 30)) == ["Move (M", "Move ends M)", "today"]
    assert sketch("2025-01-01/2025-06-30 Move", day_number(2025, 6, 29)) == ["Move (M", "today", "Move ends M)"]


def test_a_gap_longer_than_usual_is_a_silence() -> None:
    story = "\n".join(["2025-08-01 A", "2025-08-03 B", "2025-08-06 C", "2025-09-12 D", "2025-09-14 E"])
    assert sketch(story) == ["A", "B", "C", "36 days", "D", "E", "today"]


@pytest.mark.parametrize(
    "story",
    [
        "2025-08-01 A\n2025-12-01 B",
        "2025-01 A\n2025-02 B\n2025-03 C\n2025-04 D",
        "2025-01-01 A\n2025-02-01 B\n2025-03-01 C\n2025-04-01 D\n2025-05-01 E\n2025-06-01 F",
        "2025-01-01/2025-06-30 A\n2025-01-02 B\n2025-06-01 C",
        "2025-01-01 in-force A\n2025-01-02 B\n2025-06-01 C",
        "2025-01-01/ A\n2025-01-02 B\n2025-06-01 C",
        "2025-01-01 A\n2025-01-02 B\n[2025-01-03..] C\n2025-06-01 D",
        "2025-01-01 A\n2025-01-02 B\n2025-01-03/2025-03 C\n2025-03-15/2025-05 D\n2025-06-02 E",
    ],
)
def test_there_is_no_silence_in_an_even_rhythm_nor_while_something_goes_on(story: str) -> None:
    assert not [row for row in sketch(story) if row.endswith("days")]


def test_silences_take_at_most_one_row_for_six_events() -> None:
    days = [day for month in range(1, 13) for day in (f"2025-{month:02}-01", f"2025-{month:02}-{month + 2:02}")]
    rows = sketch([event(day, f"E{day}") for day in days])
    assert 0 < len([row for row in rows if row.endswith("days")]) <= len(days) // 6


def test_silences_can_be_left_out() -> None:
    asked = answers("2025-08-01 A\n2025-08-03 B\n2025-12-03 C")
    kinds = [row.kind for row in laid_out(asked, silences=False).rows]
    assert kinds == [EVENT, EVENT, EVENT, TODAY_ROW]


def test_no_event_has_no_row() -> None:
    assert laid_out(answers("")).rows == []


def test_a_day_is_found_by_the_last_row_on_or_before_it() -> None:
    layout = laid_out(answers("2025-01-01 A\n2025-01-03 B\n2025-01-03 C\n2025-01-05 D"))
    found = [layout.row_at(day_number(2025, 1, day)) for day in range(1, 7)]
    assert found == [0, 0, 2, 2, 3, 3]
    assert layout.row_at(day_number(2024, 1, 1)) == 0


def spelled(begin: int, length: int, form: str) -> str:
    """A date of the years around 2025 in one of the forms that a file may hold."""
    year, month, day = 2024 + begin // 336, begin // 28 % 12 + 1, begin % 28 + 1
    until = begin + length
    end = f"{2024 + until // 336}-{until // 28 % 12 + 1:02}-{until % 28 + 1:02}"
    return form.format(year=year, month=f"{year}-{month:02}", day=f"{year}-{month:02}-{day:02}", end=end)


FORMS = ("{day}", "{day}~", "{month}", "{year}", "{day}/{end}", "{month}/{end}", "{day}/..", "{day}/", "../{end}",
         "[..{day}]", "[{day}..]", "[{day}..{end}]", "{day}T12:00")  # fmt: skip
DATES = st.builds(spelled, st.integers(0, 1300), st.integers(0, 400), st.sampled_from(FORMS))
EVENTS = st.lists(
    st.builds(event, DATES, st.just("X"), status=st.sampled_from(("reported", "planned", "in-force"))), max_size=30
).map(lambda found: [one._replace(id=f"X{at}") for at, one in enumerate(found)])
TODAYS = st.integers(day_number(2023, 12, 1), day_number(2028, 1, 1))
ROOM = st.integers(1, 8)
"""Lanes that there is room for."""


@given(EVENTS, TODAYS, ROOM)
@settings(max_examples=200)
def test_every_layout_keeps_the_laws(events: list[Event], today: int, most: int) -> None:
    asked = answers(events, today=today)
    layout = laid_out(asked, today, most=most)
    rows, everything = layout.rows, list(walk(asked))
    assert [row.about for row in rows if row.kind == EVENT] == everything, "each event once, in order"
    assert all(rows[layout.row_of[one.key.id]].kind == EVENT for one in everything)
    assert [row.day for row in rows] == sorted(row.day for row in rows), "rows are in order of time"
    assert {named(row): at for at, row in enumerate(rows) if row.kind == END} == layout.end_row_of
    assert list(layout.end_row_of) == [one.key.id for one in asked.ends(None, 100)], "no end is lost"

    lines = [at for at, row in enumerate(rows) if row.kind == TODAY_ROW]
    assert lines == ([] if layout.today_row is None else [layout.today_row])
    for at in lines:
        assert all(row.day <= today for row in rows[:at])
        assert all(row.day > today for row in rows[at + 1 :])

    assert layout.lanes == max((len(row.lanes) for row in rows), default=0) <= most
    quiet = {row.about.key: row.length for row in rows if row.kind == SILENCE and row.about}
    assert quiet == silent(asked), "no silence is passed over"
    crowded = [row for row in rows if row.crowded]
    assert not crowded or layout.lanes == most, "nothing is crowded while there is room"
    for row in rows:
        held = [one for one in row.lanes if one is not None]
        assert len(held) == len({one.key for one in held}), "an event has one lane"
        assert all(goes_on(one.event) for one in held)
        if row.kind == SILENCE:
            assert not held
            assert row.length >= 2
        if row.lane != FREE:
            assert row.lanes[row.lane] == row.about


def named(row: SpineRow) -> str:
    return row.about.key.id if row.about else ""


@given(EVENTS, TODAYS, ROOM)
def test_a_lane_opens_at_its_event_stays_and_closes_at_its_end(events: list[Event], today: int, most: int) -> None:
    asked = answers(events, today=today)
    layout = laid_out(asked, today, most=most)
    for one in walk(asked):
        begins = layout.row_of[one.key.id]
        opened = layout.rows[begins]
        beside = [at for at, row in enumerate(layout.rows) if one in row.lanes]
        if opened.lane == FREE:
            assert not beside
            continue
        assert beside == list(range(begins, begins + len(beside))), "without a gap"
        assert {layout.rows[at].lanes.index(one) for at in beside} == {opened.lane}, "in one lane"
        if layout.end_row_of.get(one.key.id) == beside[-1]:
            assert layout.rows[beside[-1]].lane == opened.lane
            assert one.last_day is not None
        elif is_endless(one):
            is_at_end, next_row = beside[-1] == len(layout.rows) - 1, layout.rows[(beside[-1] + 1) % len(layout.rows)]
            is_given_back = opened.lane in layout.rows[beside[-1]].fading and len(beside) == SCREENFUL
            is_taken = next_row.kind in (MORE, SHELF) or next_row.lane == opened.lane
            assert is_at_end or is_given_back or is_taken, "one without an end stays for a screenful, or until taken"


def test_a_thousand_events_on_one_day_are_a_thousand_rows() -> None:
    asked = answers([event("2025-08-25", f"E{n}") for n in range(1000)])
    assert [row.kind for row in whole_layout(asked, TODAY, {}, 3)] == [EVENT] * 1000 + [TODAY_ROW]


def test_ages_before_the_calendar_are_laid_out_too() -> None:
    story = told("Y-17E7 Rocks\n-3299 Writing\n-0043-03-15 Caesar\n0000-01-02 A\n0000-01-04 B\n2030 planned Later")
    layout = laid_out(answers(story))
    assert [row.kind for row in layout.rows] == [EVENT, SILENCE, *[EVENT] * 4, TODAY_ROW, EVENT]
