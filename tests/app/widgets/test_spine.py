"""A spine of which only the rows around the cursor are laid out: one moves through it as through any other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle
from tui.app.app import JalonApp
from tui.drawing.spine.layout import BESIDE, WHOLE

MANY = WHOLE + 1400
"""Events, two days apart from 2010 on, each fifth of them an interval of a year."""


def day(number: int) -> date:
    return date(2010, 1, 1) + timedelta(2 * number)


def story() -> str:
    lines = []
    for n in range(MANY):
        end = f"/{day(n) + timedelta(365)}" if n % 5 == 0 else ""
        title = f"{'A long title ' * 9 if n % 7 == 0 else 'Event'} {n}"
        lines.append(f"- {{id: e{n}, date: {day(n)}{end}, title: {title}}}")
    return "events:\n" + "\n".join(lines) + "\n"


TEXT = story()
LAST = f"e{MANY - 5}"
"""The interval that ends last, after all events."""


def laid_out(app: JalonApp) -> int:
    spine = screen(app).spine_view.spine
    assert spine is not None
    return len(spine)


def cursor_row(app: JalonApp) -> str:
    found = [row for row in rows(app) if row.startswith("▌")]
    assert len(found) == 1
    return found[0]


async def test_one_moves_from_one_end_to_the_other(open_app: Open) -> None:
    app = open_app(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key, event, words in (("G", LAST, "2020"), ("g", "e0", "2010"), ("G", LAST, "2020")):
            await press(pilot, key)
            assert at_hand(app) == event
            assert words in text(app)
            assert event.removeprefix("e") in cursor_row(app)
            assert laid_out(app) < 4 * BESIDE
        await press(pilot, "k")
        assert at_hand(app) == f"e{MANY - 10}"


async def all_the_way(app: JalonApp, pilot: Pilot[None], key: str) -> list[int]:
    """The events on which the cursor stood while a key was pressed until nothing moved."""
    seen = [int(at_hand(app)[1:])]
    for _ in range(MANY):
        before = at_hand(app), screen(app).spine_view.row
        await pilot.press(key)
        await pilot.pause()
        if (at_hand(app), screen(app).spine_view.row) == before:
            return seen
        cursor_row(app)
        seen.append(int(at_hand(app)[1:]))
    raise AssertionError(key)


@pytest.mark.parametrize("size", [(80, 24), (120, 60)])
async def test_pages_pass_over_nothing(open_app: Open, size: tuple[int, int]) -> None:
    app = open_app(TEXT)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        down = await all_the_way(app, pilot, "space")
        assert f"e{down[-1]}" == LAST
        assert len(down) > MANY / size[1]
        up = await all_the_way(app, pilot, "b")
        assert up[-1] == 0


async def test_the_cursor_stands_still_on_the_screen_when_more_rows_are_laid_out(open_app: Open) -> None:
    app = open_app(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        view = screen(app).spine_view
        first = view.spine.layout.rows[0] if view.spine else None
        number = 0
        while view.spine and view.spine.layout.rows[0] == first:
            before = view.cursor - view.scroll_offset.y
            await pilot.press("j")
            await pilot.pause()
            number += 1
            assert number < MANY
        assert view.cursor - view.scroll_offset.y in (before, before + 1)
        assert str(int(at_hand(app)[1:])) in cursor_row(app)


async def test_years_days_and_other_ends_are_reached_however_far(open_app: Open) -> None:
    app = open_app(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        years = []
        for _ in range(9):
            await press(pilot, "l")
            years.append(screen(app).spine_view.spine.year(screen(app).spine_view.cursor))  # type: ignore[union-attr]  # it has events
        assert years == list(range(2011, 2020))
        for year in range(2018, 2009, -1):
            await press(pilot, "h")
            assert screen(app).spine_view.spine.year(screen(app).spine_view.cursor) == year  # type: ignore[union-attr]  # it has events
        await press(pilot, "g", "%")
        assert (at_hand(app), screen(app).spine_view.is_at_end) == ("e0", True)
        await press(pilot, "%")
        assert (at_hand(app), screen(app).spine_view.is_at_end) == ("e0", False)
        await press(pilot, ":", *"2016-06-01", "enter")
        await settle(pilot)
        assert screen(app).spine_view.event is not None
        assert "2016" in text(app)
        assert day(int(at_hand(app)[1:])) in {date(2016, 6, 1), date(2016, 6, 2)} or screen(app).spine_view.is_at_end


async def test_what_is_found_is_gone_to_however_far(open_app: Open) -> None:
    app = open_app(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "slash", *"event 1601", "enter")
        await settle(pilot)
        assert at_hand(app) == "e1601"
        await press(pilot, "escape", "slash", *"event 13", "enter", "n")
        assert "of" in rows(app)[-1]
        await press(pilot, "N", "N")
        assert at_hand(app).startswith("e13")


async def test_a_filter_and_its_end_keep_the_event(open_app: Open) -> None:
    app = open_app(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "slash", *"event 1601", "enter", "escape")
        await press(pilot, "f", *"1601", "enter")
        await settle(pilot)
        assert at_hand(app) == "e1601"
        assert laid_out(app) <= 3
        await press(pilot, "x")
        assert at_hand(app) == "e1601"
        assert laid_out(app) > BESIDE


async def test_the_wheel_takes_the_cursor_along(open_app: Open) -> None:
    app = open_app(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        view = screen(app).spine_view
        for _ in range(400):
            view.scroll_to(y=view.scroll_offset.y + 3, animate=False, immediate=True, force=True)
        await pilot.pause()
        assert int(at_hand(app)[1:]) > BESIDE
        assert laid_out(app) < 4 * BESIDE
        await press(pilot, "j")
        cursor_row(app)


async def test_long_titles_take_two_rows_and_one_again(open_app: Open) -> None:
    app = open_app(TEXT)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "W")
        assert "long titles take two rows" in rows(app)[-1]
        two = cursor_row(app)
        at = rows(app).index(two)
        assert rows(app)[at + 1].strip(" │").startswith("title A long title")
        assert "…" not in two
        await press(pilot, "j")
        assert at_hand(app) == "e1"
        await pilot.resize_terminal(100, 30)
        await settle(pilot)
        assert at_hand(app) == "e1"
        await press(pilot, "W", "k")
        assert "…" in cursor_row(app)
