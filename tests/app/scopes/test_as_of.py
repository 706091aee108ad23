"""w: everything is told as published by a day, typed or stepped to."""

from __future__ import annotations

import pytest

from tests.app.conftest import STORY, Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle

SIZE = (120, 36)
DATED = STORY.replace(
    "paper: {title: A thing on paper, publisher: Archive}",
    'paper: {title: A thing on paper, publisher: Archive, published: "[2025-08-26..2026-01-31]"}',
)


async def test_a_day_that_is_typed_is_answered_at_once_and_enter_keeps_it(open_app: Open) -> None:
    app = open_app(DATED)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w", *"2025-08-26")
        assert rows(app)[0].startswith(" A story  as published by 26 August 2025")
        assert "Tuesday 26 August 2025  5 of 6 · (1 may already have been known)" in text(app)
        assert "2 of 3 sources out · 1 more possibly · 0 not yet · 0 set aside" in text(app)
        await press(pilot, "enter")
        await settle(pilot)
        assert str(screen(app).session.asked) == "as-of:2025-08-26"
        assert "w as-of: 26 Aug 2025 ×" in text(app)
        assert "(Targets for 2030)" in text(app)
        assert "as published by 26 Aug 2025 ┄" in text(app)
        await press(pilot, "x")
        assert rows(app)[0].startswith(" A story      ")
        await press(pilot, "u")
        assert "as published by 26 August 2025" in rows(app)[0]


async def test_escape_goes_back_to_the_day_before(open_app: Open) -> None:
    app = open_app(DATED)
    async with app.run_test(size=SIZE) as pilot:
        before, where = rows(app), at_hand(app)
        await press(pilot, "w", *"2025-08-24")
        assert "0 of 6" in text(app)
        await press(pilot, "escape")
        await settle(pilot)
        assert (rows(app), at_hand(app)) == (before, where)
        assert not screen(app).session.history.before


async def test_it_steps_from_publication_to_publication(open_app: Open) -> None:
    app = open_app(DATED)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w", "<")
        assert "as published by 31 January 2026" in rows(app)[0]
        assert "out on that day: Archive" in text(app)
        await press(pilot, "<")
        assert "as published by 26 August 2025" in rows(app)[0]
        assert "perhaps from that day: (Archive)" in text(app)
        await press(pilot, "<")
        assert "out on that day: Trends, RTL" in text(app)
        await press(pilot, "<")
        assert "as published by 25 August 2025" in rows(app)[0]
        await press(pilot, ">", "enter")
        await settle(pilot)
        assert "as published by 26 August 2025" in rows(app)[0]
        await press(pilot, ">")
        assert "as published by 31 January 2026" in rows(app)[0]
        await press(pilot, ">")
        assert "no source comes out after that" in text(app)
        await press(pilot, "<", "<")
        assert "as published by 25 August 2025" in rows(app)[0]


async def test_without_a_day_there_is_nothing_to_step_from(open_app: Open) -> None:
    app = open_app(DATED)
    async with app.run_test(size=SIZE) as pilot:
        before = rows(app)
        await press(pilot, ">", "<")
        assert rows(app) == before


async def test_what_is_no_day_says_why_and_the_last_one_stays(open_app: Open) -> None:
    app = open_app(DATED)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w", *"2025-08-26", "backspace")
        assert "as published by 26 August 2025" in rows(app)[0]
        await press(pilot, "backspace", "backspace")
        assert "not one certain day  such as 2025-08-31" in text(app)
        await press(pilot, "enter")
        assert "not one certain day" in text(app)
        await press(pilot, "ctrl+u", "enter")
        await settle(pilot)
        assert not screen(app).session.asked.terms


async def test_the_day_stays_while_one_filters_and_the_chip_takes_it_away(open_app: Open) -> None:
    app = open_app(DATED)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f", *"kind:law as-of:2025-08-25", "enter")
        await settle(pilot)
        assert str(screen(app).session.asked) == "kind:law as-of:2025-08-25"
        assert "1 of 6" in rows(app)[0]
        assert "○ The ban takes effect" in text(app)
        column = next(row for row in rows(app) if "as-of: 25 Aug 2025 ×" in row)
        at = rows(app).index(column)
        await pilot.click(offset=(column.index("as-of"), at))
        await pilot.pause()
        await pilot.pause()
        assert "from publication to publication" in text(app)
        await press(pilot, "escape")
        await settle(pilot)
        await pilot.click(offset=(column.index("×", column.index("as-of")), at))
        await pilot.pause()
        assert str(screen(app).session.asked) == "kind:law"


async def test_the_event_whole_is_told_by_that_day(open_app: Open) -> None:
    app = open_app(DATED)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", *"2025-08-26", "enter")
        await settle(pilot)
        screen(app).spine_view.go_to_event(screen(app).session.shown.window(None, 2)[1].event)
        await press(pilot, "enter")
        assert "as published by 26 August 2025" in text(app)
        assert "The union confirms" in text(app)
        assert "(Archive)" in text(app)
        assert "months ago" not in text(app)


async def test_it_opens_told_by_a_day(open_app: Open) -> None:
    from tui.core.query.tree import Query

    app = open_app(DATED, query=Query().choosing("as-of", ("2025-08-26",)))
    async with app.run_test(size=SIZE):
        assert "as published by 26 August 2025" in rows(app)[0]


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (24, 8)])
async def test_at_every_size_the_day_can_be_read(open_app: Open, size: tuple[int, int]) -> None:
    app = open_app(DATED)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "w", *"2025-08-26")
        assert "2025" in text(app)
        await press(pilot, "enter")
        await settle(pilot)
        assert rows(app)[0].strip()
        assert max(map(len, rows(app))) <= size[0]


async def test_what_is_saved_meanwhile_is_told_by_the_same_day(open_app: Open) -> None:
    from tests.app.conftest import TODAY
    from tui.core.index.engines import engine_of
    from tui.store.read.timeline import read

    app = open_app(DATED)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w", *"2025-08-26", "enter")
        await settle(pilot)
        saved = DATED.replace("published: 2025-08-25\n", "published: 2025-09-01\n")
        screen(app).take(engine_of(read(saved.encode(), "events.yaml").timeline, TODAY))
        await pilot.pause()
        assert "as published by 26 August 2025" in rows(app)[0]
        await press(pilot, ">")
        assert "as published by 1 September 2025" in rows(app)[0]
