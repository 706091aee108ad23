"""The lanes in the terminal: moving among events and groups, looking nearer, filtering, and coming back."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle
from tui.app.app import JalonApp
from tui.app.scopes.gantt import ChartScope
from tui.app.views.event import EventScreen
from tui.app.views.lanes import LanesScreen
from tui.app.views.timeline import TimelineScreen
from tui.core.index.protocol import walk
from tui.core.query.tree import Query, Term
from tui.core.timeline.when import SECONDS, moment


def lanes(app: JalonApp) -> LanesScreen:
    """The lanes, whatever stands in front of them."""
    return next(one for one in app.screen_stack if isinstance(one, LanesScreen))


def here(app: JalonApp) -> tuple[str, str | None]:
    """The id of the event under the cursor, and the value of the group in which it is."""
    event = lanes(app).chart_view.event
    return event.id if event else "", lanes(app).chart_view.value


def span(app: JalonApp) -> int:
    """Minutes in sight."""
    return lanes(app).chart_view.scale.length


async def opened(pilot: Pilot[None], *keys: str) -> None:
    """Open the lanes and press keys there."""
    await settle(pilot)
    await press(pilot, "v", "l")
    await settle(pilot)
    await press(pilot, *keys)


async def test_v_l_shows_the_same_events_in_groups_with_the_cursor_on_the_same_one(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        assert here(app) == ("ban", "fr-state")
        shown = rows(app)
        assert shown[0].startswith(" A story")
        assert shown[4].startswith(" by actor")
        assert any(row.startswith(" TotalEnergies 4") for row in shown)
        assert any(row.startswith("▌French State 1") and "◆━" in row for row in shown)
        assert any(row.startswith(" no actor 1") for row in shown)
        assert "The ban takes effect" in shown[-6]
        assert "+ - zoom" in shown[-1]
        assert "q back" in shown[-1]


async def test_q_comes_back_to_the_spine_on_the_event_that_one_went_to(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, "k")
        went_to, _ = here(app)
        assert went_to != "ban"
        await press(pilot, "q")
        assert isinstance(app.screen, TimelineScreen)
        assert at_hand(app) == went_to
        await press(pilot, "v", "s")
        assert isinstance(app.screen, TimelineScreen)


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        (("g",), ("tender", "totalenergies")),
        (("g", "l"), ("union", "totalenergies")),
        (("g", "right", "right"), ("handover", "totalenergies")),
        (("G",), ("end", "totalenergies")),
        (("end", "h"), ("handover", "totalenergies")),
        (("g", "h"), ("tender", "totalenergies")),
        (("G", "j"), ("union", "totalenergies")),
        (("g", "j", "k"), ("tender", "totalenergies")),
    ],
)
async def test_arrows_go_from_event_to_event_in_time_and_from_row_to_row(
    open_app: Open, keys: tuple[str, ...], reached: tuple[str, str]
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "v", "l")
        await settle(pilot)
        await press(pilot, *keys)
        assert here(app) == reached


async def test_plus_and_minus_zoom_about_the_event_and_zero_fits(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        whole = span(app)
        await press(pilot, "plus", "equals_sign")
        nearer = span(app)
        assert nearer < whole
        assert any("◆" in row for row in rows(app)), "the event stays in sight"
        await press(pilot, "minus")
        assert nearer < span(app)
        await press(pilot, "0")
        assert span(app) == whole
        await press(pilot, "z")
        assert span(app) > whole, "once more: the outermost events too"
        assert "Targets for 2030" in text(app)
        await press(pilot, *["plus"] * 40)
        assert span(app) == lanes(app).chart_view.columns, "a second to a column, and no nearer"
        await press(pilot, *["minus"] * 60)
        assert span(app) <= 20 * 366 * SECONDS, "no farther than there is something to see"


async def test_shift_and_arrows_or_angle_brackets_pan_and_the_cursor_stays(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        before = lanes(app).chart_view.scale
        await press(pilot, "shift+left", "less_than_sign")
        after = lanes(app).chart_view.scale
        assert (after.length, after.begin < before.begin) == (before.length, True)
        assert here(app)[0] == "ban"
        await press(pilot, "shift+right", "greater_than_sign")
        assert abs(lanes(app).chart_view.scale.begin - before.begin) <= before.length // before.columns
        await press(pilot, *["shift+left"] * 9)
        await press(pilot, "h")
        assert lanes(app).chart_view.scale.holds(lanes(app).chart_view._at), "moving brings the event in sight"


async def test_capital_l_turns_to_the_next_field_which_is_kept(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        seen = []
        for _ in range(8):
            seen.append(lanes(app).session.grouped_by)
            await press(pilot, "L")
        assert seen == ["actor", "country", "kind", "source", "place", "publisher", "status", "year"]
        assert lanes(app).session.grouped_by == "actor", "no event of this story has a tag"
        await press(pilot, "L", "q", "v", "l")
        await settle(pilot)
        assert "by country" in text(app)
        assert here(app)[1] == "FR"


async def test_filtering_is_the_same_as_on_the_spine_and_one_query(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, "a", *"ikan", "enter")
        await settle(pilot)
        assert "3 of 6" in rows(app)[0]
        assert "a actor: IKANBI ×" in text(app)
        assert here(app)[0] == "end", "the nearest before the ban"
        assert "French State" not in text(app).split("by actor")[1].split("▔")[0]
        await press(pilot, "q")
        await settle(pilot)
        assert str(screen(app).session.asked) == "actor:ikanbi"
        assert "3 of 6" in rows(app)[0]
        await press(pilot, "v", "l", "x")
        await settle(pilot)
        await press(pilot, "u")
        assert str(lanes(app).session.asked) == "actor:ikanbi"


async def test_when_nothing_matches_it_says_what_would_and_no_key_does_harm(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot)
        lanes(app).session.ask(Query((Term("actor", ("ikanbi",)), Term("country", ("FR",)))))
        await settle(pilot)
        assert "Nothing matches actor:ikanbi country:FR." in text(app)
        await press(pilot, "j", "k", "l", "h", "plus", "minus", "0", "shift+left", "t", "g", "G", "space", "b", "enter")
        await press(pilot, "o", "y", "L", "1", "u")
        assert "6 events" in rows(app)[0]
        assert here(app)[0] == "ban"


async def test_enter_shows_the_event_whole_and_comes_back_to_the_one_that_was_gone_to(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "v", "l")
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, EventScreen)
        await press(pilot, "l", "q")
        await settle(pilot)
        assert here(app)[0] == "union"


async def test_a_date_in_the_palette_is_looked_at_whole(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(pilot, "colon", *"2025", "enter")
        await settle(pilot)
        assert span(app) == 365 * SECONDS
        await press(pilot, "colon", *"2026-08-11", "enter")
        await settle(pilot)
        assert span(app) == 365 * SECONDS
        assert lanes(app).chart_view.scale.holds(lanes(app).chart_view._at)


async def test_a_saved_view_groups_as_it_says(open_app: Open) -> None:
    from tests.app.conftest import STORY

    app = open_app(STORY + "views:\n  law: {query: 'kind:law', group: kind}\n  odd: {query: '', group: moon}\n")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "V", *"law", "enter", "v", "l")
        await settle(pilot)
        assert "by kind" in text(app)
        assert "1 of 6" in rows(app)[0]
        await press(pilot, "V", *"odd", "enter")
        await settle(pilot)
        assert "by kind" in text(app), "a field that there is not changes nothing"


async def test_a_click_goes_to_an_event_and_a_second_one_opens_it(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        row = next(at for at, row in enumerate(rows(app)) if "The contract ends" in row)
        column = rows(app)[row].index("The contract")
        await pilot.click(offset=(column, row))
        await settle(pilot)
        assert here(app)[0] == "end"
        await pilot.click(offset=(column, row), times=2)
        await pilot.pause()
        assert isinstance(app.screen, EventScreen)


async def test_the_wheel_goes_in_time_and_with_ctrl_nearer(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        view = lanes(app).chart_view
        before = view.scale
        await pilot._post_mouse_events([_scrolled()], "ChartView", (60, 5))
        await pilot.pause()
        assert (view.scale.begin > before.begin, view.scale.length) == (True, before.length)
        await pilot._post_mouse_events([_scrolled()], "ChartView", (60, 5), control=True)
        await pilot.pause()
        assert view.scale.length > before.length
        overview = lanes(app).overview
        await pilot._post_mouse_events([_scrolled()], "OverviewBar", (60, 1))
        await pilot.pause()
        assert overview.window == view.window


def _scrolled() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 10), (20, 5), (200, 60)])
async def test_every_size_shows_a_ruler_and_a_way_out(open_app: Open, size: tuple[int, int]) -> None:
    app = open_app()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "plus", "j", "shift+left", "0")
        assert "by " in text(app)
        assert "q back" in rows(app)[-1]
        await pilot.resize_terminal(90, 30)
        await settle(pilot)
        assert any(row.startswith("▌") for row in rows(app))


async def test_ascii_draws_with_ascii_alone(open_app: Open) -> None:
    app = open_app(ascii=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, "g")
        drawn = text(app).replace("Liège", "Liege").replace("négociaient", "negociaient").replace("É", "E")
        assert drawn.isascii(), sorted({character for character in drawn if not character.isascii()})


async def test_french_readers_have_a_french_ruler(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, "colon", *"français", "enter")
        await settle(pilot)
        await press(pilot, "colon", *"2025", "enter")
        await settle(pilot)
        assert "févr." in text(app)


async def test_many_groups_are_scrolled_and_the_name_stays_at_the_top(open_app: Open) -> None:
    events = "\n".join(
        f"- {{id: e{n}, date: 2025-{1 + n % 12:02}-{1 + n % 28:02}, title: Event {n}, actors: A{n // 3}}}"
        for n in range(300)
    )
    app = open_app(f"events:\n{events}\n")
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, "space", "space", "j")
        view = lanes(app).chart_view
        assert view.top.group > 0
        assert any(row.startswith("▌") for row in rows(app))
        first = rows(app)[5]
        assert first[1:].strip().startswith("A")
        await press(pilot, *["space"] * 30)
        assert rows(app)[-7].strip(), "at the end the last row stands at the bottom"
        await press(pilot, *["b"] * 40)
        assert view.top == (0, 0)


async def test_lanes_begin_with_the_overview_that_the_spine_has(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        fitted = screen(app).overview.overview
        await press(pilot, "v", "l")
        assert fitted is not None
        assert lanes(app).overview.overview is fitted


UNDATED = """\
events:
- {id: a, date: 2025-08-25, title: One, actors: [x]}
- {id: b, date: 2025-09-25, title: Other, actors: [x]}
- {id: c, undated: true, title: Never said when, actors: [y]}
- {id: d, date: unknown, title: Nor this, actors: [x]}
"""


async def test_from_an_event_without_a_date_one_comes_to_the_last_that_has_one(open_app: Open) -> None:
    app = open_app(UNDATED)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "end", "down", "down", "down")
        assert any("undated" in row and "┄" in row for row in rows(app))
        assert at_hand(app) == "d"
        await press(pilot, "v", "l")
        await settle(pilot)
        assert here(app) == ("b", "x")
        assert any(row.startswith("▌x 2") for row in rows(app))
        assert not any("Never said when" in row or "Nor this" in row for row in rows(app))
        await press(pilot, "left", "q")
        await settle(pilot)
        assert at_hand(app) == "a"


BURST = "timeline: {id: o, title: A burst}\nevents:\n" + "".join(
    f"- {{id: e{day:02}, date: 2020-06-{day:02}, title: Event {day}, tags: [x], countries: [BE]}}\n"
    for day in range(1, 29)
) + "- {id: late, date: 2024-10-01, title: Much later, tags: [x], countries: [FR]}\n"  # fmt: skip


async def test_lanes_open_on_the_time_of_the_events_and_turning_to_another_field_keeps_it(open_app: Open) -> None:
    app = open_app(BURST)
    async with app.run_test(size=(100, 20)) as pilot:
        await opened(pilot)
        assert here(app)[0] == "late"
        assert sum("●" in row for row in rows(app)) >= 5
        assert any(row.endswith("1›") and row.startswith("▌") for row in rows(app)), "where the cursor is"
        shown = lanes(app).chart_view.scale
        await press(pilot, "L")
        assert lanes(app).chart_view.scale == shown
        await press(pilot, "plus", "L")
        nearer = lanes(app).chart_view.scale
        await press(pilot, "L")
        assert nearer.length < shown.length
        assert lanes(app).chart_view.scale == nearer


async def test_zero_fits_what_is_asked_for(open_app: Open) -> None:
    app = open_app(BURST)
    async with app.run_test(size=(100, 20)) as pilot:
        await opened(pilot)
        await press(pilot, "c", *"fran", "enter", "0")
        await settle(pilot)
        view = lanes(app).chart_view
        assert view.event is not None
        assert view.scale.holds(view._at)
        assert view.scale.length == 3 * SECONDS


NO_DATE = "- {id: some-day, date: unknown, title: Nobody knows when}\n"


async def test_events_without_a_date_are_counted_below_the_lanes_and_in_their_place(open_app: Open) -> None:
    app = open_app("timeline: {id: u, title: U}\nevents:\n- {id: a, date: 2025, title: A}\n" + NO_DATE)
    async with app.run_test(size=(100, 20)) as pilot:
        await opened(pilot)
        assert any(row.strip() == "1 event without a date" for row in rows(app))
    app = open_app("timeline: {id: v, title: V}\nevents:\n" + NO_DATE)
    async with app.run_test(size=(100, 20)) as pilot:
        await opened(pilot)
        assert "1 event without a date: lanes have no place for them" in text(app)
        await press(pilot, "plus", "0", "L", "h", "j", "q")
        assert isinstance(app.screen, TimelineScreen)


SECONDS_APART = """\
events:
- {id: early, date: 2025-08-25T14:02:05, title: First, kind: k}
- {id: late, date: 2025-08-25T14:02:40, title: Second, kind: k}
"""


async def test_two_events_of_one_minute_stand_apart(open_app: Open) -> None:
    app = open_app(SECONDS_APART)
    async with app.run_test(size=(100, 20)) as pilot:
        await opened(pilot)
        await press(pilot, *["plus"] * 8, "z", *["plus"] * 3)
        view = lanes(app).chart_view
        early, late = (view.scale.column(moment(one.event.date)) for one in walk(view.session.shown))
        assert early < late
        await press(pilot, "h")
        assert view.event is not None
        assert view.event.id == "early"
        await press(pilot, "l")
        assert view.event.id == "late"


async def test_a_place_is_kept_in_seconds_and_one_that_was_kept_in_minutes_is_found(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 20)) as pilot:
        await opened(pilot)
        scope = app.screen.query_one(ChartScope)
        scope.zoom_to("kind 1064960516 1064970526")
        assert scope.view.zoomed_window == (1064960516 * 60, 1064970526 * 60)
        assert scope.zoom_word == f"kind {1064960516 * 60}s {1064970526 * 60}s"
        scope.zoom_to("actor -5s 7s")
        assert scope.view.zoomed_window == (-5, 7)
        for word in ("actor 5s", "actor 9s 7s", "actor a b", "actor s s", "actor ５s ６s", "actor 1 2 3", "",
                     "no 1s 2s", f"actor 1s {'9' * 40}s", "actor 5s 5s", "actor --5s 7s"):  # fmt: skip
            scope.zoom_to(word)
        assert scope.view.zoomed_window in ((-5, 7), (1, 2))
