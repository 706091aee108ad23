"""Reading a timeline: what stands on the screen, moving about it, filtering it."""

from __future__ import annotations

import pytest

from tests.app.conftest import STORY, Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle
from tui.app.views.timeline import TimelineScreen
from tui.core.query.tree import Query, Term


async def test_the_screen_reads_from_title_to_keys(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        shown = rows(app)
        assert shown[0].startswith(" A story")
        assert "6 events · 3 sources · 1 disputed · 2 overdue" in shown[0]
        assert "today Sun 22 Nov 2026" in shown[0]
        assert "'26" in shown[1]
        assert shown[4].startswith(" a actors  TotalEnergies 4  IKANBI 3  French State 1   c countries  BE 4  MA 4")
        assert any("≤~21 Aug" in row and "● The tender" in row and "BE MA" in row for row in shown)
        assert any("╭○ The handover" in row for row in shown)
        assert any("╰╴ The handover ends" in row for row in shown)
        assert any("┄ today, 22 Nov 2026 ┄" in row for row in shown)
        assert "j k move" in shown[-1]
        assert "? all keys" in shown[-1]


async def test_it_opens_at_the_last_event_before_today_with_the_detail_beside_it(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert at_hand(app) == "ban"
        assert any("│ The ban takes effect" in row for row in rows(app))


@pytest.mark.parametrize(
    ("keys", "reached"),
    [
        (("g",), "tender"),
        (("G",), "targets"),
        (("g", "j"), "union"),
        (("g", "j", "j", "k"), "union"),
        (("g", "G", "t"), "ban"),
        (("home", "down", "down"), "handover"),
        (("g", "l"), "handover"),
        (("g", "l", "l"), "targets"),
        (("G", "h"), "handover"),
        (("g", "space"), "targets"),
        (("end", "pageup"), "tender"),
        (("g", "k", "k"), "tender"),
        (("G", "j", "j"), "targets"),
    ],
)
async def test_keys_move_by_events_pages_years_and_to_today(
    open_app: Open, keys: tuple[str, ...], reached: str
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert at_hand(app) == reached


async def test_percent_goes_to_the_other_end_of_an_interval_and_back(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "j")
        begins = screen(app).spine_view.cursor
        await press(pilot, "percent_sign")
        assert at_hand(app) == "handover"
        assert screen(app).spine_view.cursor > begins
        await press(pilot, "percent_sign")
        assert screen(app).spine_view.cursor == begins


async def test_an_actor_is_filtered_by_with_one_key_and_what_one_types(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        await press(pilot, *"ikan", "enter")
        assert str(screen(app).session.asked) == "actor:ikanbi"
        assert "3 of 6" in rows(app)[0]
        assert "a actor: IKANBI ×" in text(app)
        assert "The tender" not in text(app)


async def test_the_values_of_the_event_under_the_cursor_come_first(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "c", "enter")
        assert str(screen(app).session.asked) == "country:FR"


async def test_tab_marks_several_and_a_leading_minus_excludes(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "K", *"law", "tab", "backspace", "backspace", "backspace", *"contract", "tab", "enter")
        assert screen(app).session.asked == Query((Term("kind", ("law", "contract")),))
        await press(pilot, "c")
        await press(pilot, "minus", *"maroc", "enter")
        assert str(screen(app).session.asked) == "kind:law,contract -country:MA"


async def test_escape_leaves_a_picker_with_nothing_changed(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "a", *"ik", "tab", "escape")
        assert screen(app).session.asked == Query()


async def test_clear_undo_and_redo(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen(app).session.ask(Query((Term("country", ("BE",)),)))
        await press(pilot, "x")
        assert screen(app).session.asked == Query()
        await press(pilot, "u")
        assert str(screen(app).session.asked) == "country:BE"
        await press(pilot, "u", "ctrl+r")
        assert str(screen(app).session.asked) == "country:BE"


async def test_the_cursor_stays_on_its_event_under_a_filter(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "j", "j")
        assert at_hand(app) == "end"
        screen(app).session.ask(Query((Term("actor", ("ikanbi",)),)))
        await pilot.pause()
        assert at_hand(app) == "end"
        await press(pilot, "x")
        assert at_hand(app) == "end"


async def test_when_nothing_matches_it_says_what_would(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        screen(app).session.ask(Query((Term("actor", ("ikanbi",)), Term("country", ("FR",)))))
        await settle(pilot)
        assert "Nothing matches actor:ikanbi country:FR." in text(app)
        assert "Without actor: 1 · without country: 3 · x clears, u undoes" in text(app)
        await press(pilot, "j", "k", "enter", "o", "1", "percent_sign", "h", "l", "t", "space", "b", "g", "G")
        await press(pilot, "u")
        assert "6 events" in rows(app)[0]


async def test_a_file_without_events_says_how_to_begin(open_app: Open) -> None:
    app = open_app("events: []\n")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "No events in events.yaml yet." in text(app)
        await press(pilot, "j", "t", "x", "a", "escape", "F", "j", "space", "q")


async def test_a_file_with_problems_says_so_and_shows_its_good_events(open_app: Open) -> None:
    app = open_app("events:\n- {id: a, date: 2025-13, title: Bad}\n- {id: b, date: 2025-12, title: Good}\n")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "events.yaml: 1 error; 2:22 no such month: 13" in text(app)
        assert "p lists all" in text(app)
        assert "Good" in text(app)


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 10), (20, 5), (200, 60)])
async def test_every_size_shows_events_and_a_way_out(open_app: Open, size: tuple[int, int]) -> None:
    app = open_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j")
        assert at_hand(app) == "union"
        assert any("25 Aug" in row and "▌" in row for row in rows(app))
        assert "q leave" in rows(app)[-1]


async def test_below_the_list_the_detail_is_brief(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "j", "j")
        strip = rows(app)[-6:-1]
        assert strip[0].startswith("▔The contract ends")
        assert strip[0].endswith("▔▔")
        assert "announced for 31 December 2025; no source here confirms it" in strip[1]


async def test_the_ribbon_filters_by_click(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        at = rows(app)[4].index("IKANBI")
        await pilot.click("RibbonBar", offset=(at + 1, 0))
        await settle(pilot)
        assert str(screen(app).session.asked) == "actor:ikanbi"
        await pilot.click("RibbonBar", offset=(rows(app)[4].index("×"), 0))
        await settle(pilot)
        assert screen(app).session.asked == Query()


async def test_a_click_moves_the_cursor_and_a_second_one_opens_the_event(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        row = next(at for at, row in enumerate(rows(app)) if "The union confirms" in row)
        await pilot.click("SpineView", offset=(30, row - 5))
        await settle(pilot)
        assert at_hand(app) == "union"
        await pilot.click("SpineView", offset=(30, row - 5), times=2)
        await pilot.pause()
        assert type(app.screen).__name__ == "EventScreen"


async def test_the_overview_moves_the_spine(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.click("OverviewBar", offset=(5, 1))
        await settle(pilot)
        assert at_hand(app) in ("tender", "union")


async def test_the_overview_follows_the_filter(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        everything = rows(app)[1:4]
        screen(app).session.ask(Query((Term("actor", ("ikanbi",)),)))
        await settle(pilot)
        assert rows(app)[1:4] != everything


async def test_french_titles_dates_and_names_for_french_readers(open_app: Open) -> None:
    app = open_app(language="fr")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert rows(app)[0].startswith(" Une histoire")
        assert "Le syndicat confirme" in text(app)
        assert "25 août" in text(app)
        assert "The handover" in text(app), "what has no French title keeps its own"


async def test_ascii_draws_with_ascii_alone(open_app: Open) -> None:
    app = open_app(ascii=True)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j")
        drawn = text(app).replace("Liège", "Liege").replace("négociaient", "negociaient")
        assert drawn.isascii(), sorted({character for character in drawn if not character.isascii()})


async def test_q_leaves_from_the_root_and_goes_back_one_level_elsewhere(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await press(pilot, "q")
        assert isinstance(app.screen, TimelineScreen)
        await press(pilot, "q")
    assert app.return_code == 0


async def test_arrows_move_the_cursor_in_a_list_longer_than_the_screen(open_app: Open) -> None:
    events = "\n".join(f"- {{id: e{n}, date: {1900 + n}, title: Event {n}}}" for n in range(200))
    app = open_app(f"events:\n{events}\n")
    async with app.run_test(size=(100, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "home", "down", "down", "up", "pagedown", "pageup", "down")
        assert at_hand(app) == "e2"
        await press(pilot, "right", "left", "end")
        assert at_hand(app) == "e199"


async def test_resizing_keeps_the_cursor_in_sight(open_app: Open) -> None:
    events = "\n".join(f"- {{id: e{n}, date: {1900 + n}, title: Event {n}}}" for n in range(200))
    app = open_app(f"events:\n{events}\n")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "space", "space")
        for size in ((80, 24), (40, 10), (130, 50)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert any("▌" in row for row in rows(app)), size


QUIET = "\n".join(f"- {{id: e{n}, date: {day}, title: Event {n}}}" for n, day in enumerate(
    ("2025-01-01", "2025-01-02", "2025-01-03", "2025-06-01", "2025-06-02", "2025-06-03", "2025-06-04")
))  # fmt: skip


async def test_capital_d_leaves_out_the_silences_and_shows_them_again(open_app: Open) -> None:
    app = open_app(f"events:\n{QUIET}\n")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "j", "j", "j")
        assert "nothing dated" in text(app)
        await press(pilot, "D")
        assert "nothing dated" not in text(app).rsplit("\n", 1)[0]
        assert at_hand(app) == "e3"
        await press(pilot, "j")
        assert at_hand(app) == "e4"
        await press(pilot, "D", "k")
        assert "weeks: nothing dated" in text(app)
        assert at_hand(app) == "e3"


async def test_dragging_in_the_overview_takes_the_spine_along(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await pilot.mouse_down("OverviewBar", offset=(5, 1))
        await settle(pilot)
        first = at_hand(app)
        bar = screen(app).overview
        assert bar.overview is not None
        from textual.events import MouseMove

        await pilot._post_mouse_events([MouseMove], "OverviewBar", (110, 1), button=1)
        await settle(pilot)
        assert at_hand(app) != first
        dragged = at_hand(app)
        await pilot.mouse_up("OverviewBar", offset=(110, 1))
        await pilot._post_mouse_events([MouseMove], "OverviewBar", (5, 1), button=0)
        await settle(pilot)
        assert at_hand(app) == dragged, "what is let go of is followed no more"


CROWDED = "\n".join(
    f"- {{id: e{n}, date: 2025-0{n}-01/2025-12-0{n}, title: Interval {n}}}" for n in range(1, 8)
)  # fmt: skip


async def test_a_wider_spine_has_more_lanes_and_the_cursor_stays_on_the_end_that_it_was_on(open_app: Open) -> None:
    app = open_app(f"events:\n{CROWDED}\n")
    async with app.run_test(size=(90, 36)) as pilot:
        await settle(pilot)
        assert sum("»" in row for row in rows(app)) == 4
        await press(pilot, "g", "%")
        assert screen(app).spine_view.is_at_end
        ends, crowded = [], []
        for size in ((230, 40), (40, 40), (90, 36)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            ends.append(sum(" ends" in row for row in rows(app)))
            assert (at_hand(app), screen(app).spine_view.is_at_end) == ("e1", True)
            crowded.append(sum("»" in row for row in rows(app)))
        assert ends == [7, 7, 7], "each has an end, with a lane or without"
        assert crowded == [0, 5, 4]


async def test_what_the_file_says_of_its_story_is_a_key_away(open_app: Open) -> None:
    app = open_app(STORY.replace("timeline: {", "timeline: {about: It tells of calls., ", 1))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "I")
        assert "It tells of calls." in text(app)
        await press(pilot, "q")
        assert "It tells of calls." not in text(app)


async def test_the_view_that_the_file_names_opens_and_one_key_shows_everything(open_app: Open) -> None:
    story = STORY.replace("timeline: {", "timeline: {view: short, ", 1) + 'views: {short: {query: "-kind:law"}}\n'
    app = open_app(story)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "short: " in rows(app)[0]
        await press(pilot, "x")
        assert "6 events" in rows(app)[0]
        await press(pilot, "u")
        assert "short: " in rows(app)[0]
        await press(pilot, "u")
        assert "6 events" in rows(app)[0]


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_escape_goes_back_to_the_view_one_came_from_as_q_does(open_app: Open, key: str) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o", "enter")
        assert isinstance(app.screen, TimelineScreen)
        await press(pilot, key)
        assert not isinstance(app.screen, TimelineScreen)


async def test_escape_never_leaves_jalon(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "escape", "escape")
        assert app.is_running
        assert isinstance(app.screen, TimelineScreen)
