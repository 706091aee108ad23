"""The views that list something else than events: the sources, the actors."""

from __future__ import annotations

import pytest

from tests.app.conftest import STORY, Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle
from tui.app.app import JalonApp
from tui.app.dialogs.reading import ScrolledTextScreen
from tui.app.views.actors import ActorScope, ActorsScreen
from tui.app.views.list_view import ListScreen
from tui.app.views.sources import SourcesScreen
from tui.app.views.timeline import TimelineScreen
from tui.app.widgets.row_list import RowListView

SPARE = STORY.replace("events:\n", "  spare: {title: Never cited, publisher: Nobody}\nevents:\n", 1)


def view(app: JalonApp) -> ListScreen:
    """The view in front."""
    assert isinstance(app.screen, ListScreen)
    return app.screen


async def test_v_and_a_letter_turn_from_view_to_view_and_back(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert "s spine  l lanes  o sources  a actors" in text(app)
        await press(pilot, "o")
        assert isinstance(app.screen, SourcesScreen)
        await press(pilot, "v", "a")
        assert isinstance(app.screen, ActorsScreen)
        assert len(app.screen_stack) == 2, "views stand over the spine, not over one another"
        await press(pilot, "v", "a", "v", "s")
        assert isinstance(app.screen, TimelineScreen)
        await press(pilot, "v", "o", "q")
        assert isinstance(app.screen, TimelineScreen)
        assert at_hand(app) == "ban"


async def test_the_sources_stand_by_publication_with_what_rests_on_them(open_app: Open) -> None:
    app = open_app(SPARE)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o")
        shown = rows(app)
        assert "4 sources" in shown[0]
        assert [row[:52].rstrip() for row in shown[2:9]] == [
            " published       publisher      title",
            " ┄┄ no event rests on these",
            "▌      undated   Nobody         Never cited",
            " 2025  ~25 Aug   Trends         150 jobs",
            "        25 Aug   RTL            Calls",
            " ┄┄ undated: each by the day on which it was seen",
            "       undated   Archive        A thing on paper",
        ]
        assert not any("more rows: enter" in row for row in rows(app))
        await press(pilot, "j", "j")
        assert any("events that rest on it  4" in row for row in rows(app)), "the detail is beside the list"
        await press(pilot, "g", "enter")
        assert "no event rests on this source" in rows(app)[-1]
        assert isinstance(app.screen, SourcesScreen)


async def test_enter_shows_the_events_of_a_source_on_the_spine_and_u_takes_that_back(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o", "enter")
        assert isinstance(app.screen, TimelineScreen)
        assert str(screen(app).session.asked) == "source:trends"
        await press(pilot, "v", "o")
        assert any("✓ Trends" in row for row in rows(app)), "the others are still there to choose"
        await press(pilot, "G", "enter")
        assert str(screen(app).session.asked) == "source:paper"
        await press(pilot, "u", "u")
        assert str(screen(app).session.asked) == ""


async def test_pickers_panel_line_and_ribbon_ask_one_query_from_a_view_too(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o", "c", *"fran", "enter")
        assert str(screen(app).session.asked) == str(view(app).session.asked) == "country:FR"
        assert "1 of 6" in rows(app)[0]
        assert " c country: France ×" in rows(app)[1]
        assert "Trends" not in text(app), "only the sources of what is shown"
        await press(pilot, "f", *" -kind:law", "enter")
        assert str(screen(app).session.asked) == "country:FR -kind:law"
        assert "no source" in text(app)
        await press(pilot, "u", "x", "F", "space", "q")
        assert str(screen(app).session.asked) == "actor:totalenergies"
        await press(pilot, "x")
        await pilot.click("RibbonBar", offset=(14, 0))
        await settle(pilot)
        assert str(screen(app).session.asked) == "actor:totalenergies"


async def test_what_is_typed_and_left_changes_nothing(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "a", "f", *"country:FR", "escape")
        assert str(screen(app).session.asked) == ""
        assert isinstance(app.screen, ActorsScreen)
        assert "IKANBI" in text(app)


async def test_the_actors_are_sorted_by_events_by_name_by_the_first_event(open_app: Open) -> None:
    app = open_app(STORY.replace("actors:\n", "actors:\n  aaa: Nobody at all\n", 1))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "a")
        actors = view(app)
        assert isinstance(actors, ActorsScreen)
        actor_scope = actors.query_one(ActorScope)

        def listed() -> list[str]:
            assert actor_scope.listing is not None
            return [part.actor.id for part in actor_scope.listing.rows.rows]

        order = ["totalenergies", "ikanbi", "fr-state", "aaa"]
        assert listed() == order
        await press(pilot, "j", "s")
        assert listed() == ["fr-state", "ikanbi", "totalenergies", "aaa"]
        assert actors.row_scope.value == "ikanbi", "the cursor stays on its own"
        assert "by name" in rows(app)[-1]
        await press(pilot, "s")
        assert listed() == ["totalenergies", "ikanbi", "fr-state", "aaa"]
        await press(pilot, "enter")
        assert str(screen(app).session.asked) == "actor:ikanbi"


async def test_d_tells_all_about_what_is_under_the_cursor(open_app: Open) -> None:
    app = open_app(theme="plomb", ascii=True)
    async with app.run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o", "d")
        assert isinstance(app.screen, ScrolledTextScreen)
        assert "published about 25 August 2025" in text(app)
        before = text(app)
        await press(pilot, "space")
        assert text(app) != before
        await press(pilot, "q")
        assert isinstance(app.screen, SourcesScreen)


async def test_o_opens_the_source_and_y_copies_of_it(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.app.scopes.citations.open_address", opened.append)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o", "j", "o")
        assert opened == ["https://rtl.example/calls"]
        for key, copied in (
            ("u", "https://rtl.example/calls"),
            ("i", "rtl"),
            ("c", "RTL, Calls, 25 August 2025, https://rtl.example/calls"),
        ):
            await press(pilot, "y", key)
            assert app.clipboard == copied
        await press(pilot, "G", "o")
        assert opened == ["https://rtl.example/calls"]
        assert "paper has no http or https address" in rows(app)[-1]
        await press(pilot, "y", "u")
        assert "there is no address" in rows(app)[-1]
        assert app.clipboard != ""
        await press(pilot, "v", "a", "y", "n")
        assert app.clipboard == "TotalEnergies"


async def test_the_mouse_selects_and_twice_shows_the_events(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o")
        await pilot.click(RowListView, offset=(20, 1))
        await pilot.pause()
        assert view(app).row_scope.value == "rtl"
        await pilot.click(RowListView, offset=(20, 2))
        await pilot.pause()
        assert view(app).row_scope.value == "rtl", "a heading is not selected"
        await pilot.click(RowListView, offset=(20, 1), times=2)
        await settle(pilot)
        assert str(screen(app).session.asked) == "source:rtl"


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 10), (20, 5)])
@pytest.mark.parametrize("letter", ["o", "a"])
async def test_a_view_has_room_on_any_screen(open_app: Open, size: tuple[int, int], letter: str) -> None:
    app = open_app(SPARE, theme="papier")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "v", letter, "j", "k", "G", "g", "space", "b", "ctrl+d", "ctrl+u", "l", "h")
        assert view(app).row_scope.value
        assert "▌" in text(app)
        await pilot.resize_terminal(size[1] * 2, size[0] // 2)
        await press(pilot, "j")
        assert "▌" in text(app)


async def test_a_timeline_without_sources_or_actors_says_so(open_app: Open) -> None:
    app = open_app("events:\n- {id: a, date: 2025, title: A}\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for letter, said in (("o", "no source"), ("a", "no actor")):
            await press(pilot, "v", letter, "j", "G", "enter", "d", "o", "y", "s", "h")
            assert said in text(app)
            await press(pilot, "escape")


async def test_what_is_private_is_not_copied_unless_that_is_asked_for(open_app: Open) -> None:
    app = open_app(STORY.replace("title: Calls\n", "title: Calls\n    private: true\n", 1))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o", "j", "y", "c")
        assert "not copied: this is private" in rows(app)[-1]
        assert app.clipboard == ""
        app.reader.with_private = True
        await press(pilot, "y", "i")
        assert app.clipboard == "rtl"


async def test_a_page_that_is_gone_opens_in_the_archive_and_so_does_the_key_for_it(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.app.scopes.citations.open_address", opened.append)
    archived = "title: Calls\n    gone: 2026-05\n    archive: https://archive.example/calls\n"
    app = open_app(STORY.replace("title: Calls\n", archived, 1))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "o", "j", "o", "O")
        assert opened == ["https://archive.example/calls"] * 2
        assert "its page is gone (May 2026)" in text(app)


async def test_told_by_a_day_a_view_has_the_events_of_that_day(open_app: Open) -> None:
    app = open_app(STORY.replace("sources: trends\n", "sources: paper\n", 1))  # the first event goes, none moves up
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "w", *"2025-08-25", "enter")
        await settle(pilot)
        await press(pilot, "v", "a")
        told = "\n".join(line.partition("│")[2] for line in rows(app))
        assert "iKanbi Belgium" in told
        assert "events  3" in told
        assert "The contract ends" in told
        assert "The union confirms" in told
        assert "ban" not in told


@pytest.mark.parametrize("letter", ["a", "o"])
async def test_w_tells_a_view_by_a_day_and_the_publications_are_stepped_through(open_app: Open, letter: str) -> None:
    app = open_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", letter, "w", *"2025-08-24")
        assert "0 of 6" in text(app)
        await press(pilot, "escape")
        await settle(pilot)
        assert "as published" not in rows(app)[0]
        await press(pilot, "w", "<", "enter")
        await settle(pilot)
        assert rows(app)[0].startswith(" A story  as published by 25 August 2025")
        assert isinstance(app.screen, ListScreen)
        await press(pilot, "<")
        assert "no source came out before" in text(app)
        await press(pilot, "q")
        assert "as published by 25 August 2025" in rows(app)[0], "the spine is told by it too"


@pytest.mark.parametrize("letter", ["o", "a"])
async def test_q_after_enter_goes_back_to_the_list_and_its_value_and_then_to_the_spine(
    open_app: Open, letter: str
) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "q leave" in rows(app)[-1]
        await press(pilot, "v", letter, "j")
        value = view(app).row_scope.value
        await press(pilot, "enter")
        assert isinstance(app.screen, TimelineScreen)
        assert screen(app).session.asked.terms
        assert "q back" in rows(app)[-1]
        await press(pilot, "q")
        await settle(pilot)
        assert view(app).row_scope.value == value
        assert not screen(app).session.asked.terms, "the query is again what it was there"
        await press(pilot, "q")
        assert isinstance(app.screen, TimelineScreen)
        assert "q leave" in rows(app)[-1]
        await press(pilot, "q")
        assert app.return_code == 0


async def test_a_query_that_was_changed_on_the_way_stays(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "a", "enter", "c", *"mor", "enter")
        asked = screen(app).session.asked
        await press(pilot, "q")
        await settle(pilot)
        assert isinstance(app.screen, ActorsScreen)
        assert screen(app).session.asked == asked


async def test_capital_l_puts_members_with_the_body_that_they_are_a_part_of_and_alone_again(open_app: Open) -> None:
    app = open_app(STORY.replace("actors:\n", "actors:\n  state: {name: State, aliases: []}\n", 1).replace(
        "  ikanbi: {", "  ikanbi: {part_of: state, ", 1))  # fmt: skip
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "a")
        scope = app.screen.query_one(ActorScope)
        while scope.value != "ikanbi":
            await press(pilot, "j")
        await press(pilot, "L")
        assert scope.value == "state", "the cursor goes with the member"
        assert "by body" in rows(app)[-1]
        assert "IKANBI" not in "".join(row[:40] for row in rows(app)[3:9])
        await press(pilot, "q", "v", "a")
        assert app.screen.query_one(ActorScope).listing is not None
        assert "with 1 member" in text(app), "it stays so"
        await press(pilot, "L", "enter")
        assert isinstance(app.screen, TimelineScreen)


async def test_without_members_there_is_no_such_key(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "a")
        assert "group" not in rows(app)[-1]
        await press(pilot, "L")
        assert view(app).session.grouped_by == "actor"
