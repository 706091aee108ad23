"""The filter line, finding, and saved views."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.widgets import Input

from tests.app.conftest import STORY, Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle
from tui.app.scopes.event import EventScope
from tui.app.views.timeline import TimelineScreen
from tui.core.query.tree import Query

VIEWS = STORY + "views:\n  jobs: {query: 'actor:ikanbi is:disputed'}\n  broken: {query: 'actor:'}\n"


async def test_every_keystroke_is_answered_and_enter_keeps(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"country:FR")
        assert "1 of 6" in rows(app)[0], "answered before enter"
        await press(pilot, "enter")
        assert str(screen(app).session.asked) == "country:FR"
        await press(pilot, "u")
        assert screen(app).session.asked == Query(), "one undo, however many keystrokes"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\n\n"])
async def test_pasted_lines_become_one(open_app: Open, end: str) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        app.post_message(Paste(f"country:BE{end}kind:contract{end}"))
        await press(pilot, "enter")
        assert str(screen(app).session.asked) == "country:BE kind:contract"


@pytest.mark.parametrize("opens", [("f",), ("slash",), ("w",), ("a",), ("colon",)])
async def test_a_paste_into_any_line_is_one_line_and_harmless(open_app: Open, opens: tuple[str, ...]) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, *opens)
        app.post_message(Paste("one\r\x1b[2J\ttwo\u202e"))
        await press(pilot)
        assert app.screen.query_one(Input).value == "one ␛[2J two<U+202E>"


async def test_escape_goes_back_to_the_query_before(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"country:FR", "escape")
        assert screen(app).session.asked == Query()
        assert "6 events" in rows(app)[0]


async def test_a_faulty_query_says_why_and_the_last_good_answer_stays(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"country:FR", "space", *"-actor:ikanby")
        answered = rows(app)[0]
        await press(pilot, *"zz")
        assert rows(app)[0] == answered
        assert 'no actor is called "ikanbyzz"' in text(app)
        await press(pilot, "enter")
        assert not isinstance(app.screen, TimelineScreen), "a faulty query is not left behind"


async def test_fields_and_values_are_completed_with_their_counts(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"act", "tab")
        assert "actor:" in text(app)
        await press(pilot, *"ika", "tab")
        await press(pilot, *"-kin", "tab", *"con", "tab", "enter")
        assert str(screen(app).session.asked) == "actor:ikanbi -kind:contract"


async def test_a_name_alone_offers_the_values_that_are_called_so(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"belg", "tab", "enter")
        assert str(screen(app).session.asked) == "country:BE"


async def test_letter_by_letter_and_by_pickers_give_the_same_text(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"actor:ikanbi country:be -kind:contract", "enter")
        typed = str(screen(app).session.asked)
        await press(pilot, "x", "a", *"ikanbi", "enter")
        await press(pilot, "c", *"belgique", "enter")
        await press(pilot, "K", *"-contract", "enter")
        assert str(screen(app).session.asked) == typed == "actor:ikanbi country:BE -kind:contract"


async def test_the_line_begins_with_the_query_that_pickers_made(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "a", *"ikanbi", "enter", "ampersand", *"is:disputed", "enter")
        assert str(screen(app).session.asked) == "actor:ikanbi is:disputed"


async def test_find_highlights_jumps_and_hides_nothing(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "slash", *"the")
        assert "6 events" in rows(app)[0]
        assert "of 5 events" in rows(app)[-1]
        await press(pilot, "enter")
        first = at_hand(app)
        await press(pilot, "n")
        assert at_hand(app) != first
        await press(pilot, "N")
        assert at_hand(app) == first
        strips = app.screen._compositor.render_strips(app.size)
        match = app.reader.looks.plain["match"].bgcolor
        assert any(segment.style and segment.style.bgcolor == match for strip in strips for segment in strip)
        await press(pilot, "escape")
        assert screen(app).find_scope.sought == ""


async def test_find_is_blind_to_accents_and_says_when_there_is_nothing(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"LIEGE")
        assert at_hand(app) == "union"
        await press(pilot, *"xx")
        assert "nothing holds it" in rows(app)[-1]
        await press(pilot, "escape")
        assert isinstance(app.screen, TimelineScreen)


async def test_find_follows_the_filter(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"the", "enter")
        assert screen(app).find_scope.found_in_words == "5 of 5 events"
        await press(pilot, "a", *"ikanbi", "enter")
        assert screen(app).find_scope.found_in_words.endswith("3 events")


async def test_a_view_that_the_file_saves_is_chosen_by_its_name(open_app: Open) -> None:
    app = open_app(VIEWS)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        await press(pilot, "V", *"jobs", "enter")
        assert str(screen(app).session.asked) == "actor:ikanbi is:disputed"
        await press(pilot, "V", *"broken", "enter")
        assert "the view broken cannot be read" in rows(app)[-1]


async def test_keys_faster_than_screens_do_no_harm(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        for keys in ("ycc", "yzz", "a\x0e\x0e", "ooo", "ff", "//", "??", "FF", "VV", "::", "KcS"):
            await pilot.press(*(("ctrl+n" if key == "\x0e" else key) for key in keys))
            for _ in range(3):
                await press(pilot, "escape")
        assert app.is_running


async def test_escape_from_the_line_leaves_the_cursor_where_it_was(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        before = at_hand(app)
        await press(pilot, "f", *"actor:ikanbi", "escape")
        assert at_hand(app) == before == "ban"


async def test_a_filter_asked_before_an_event_opened_does_no_harm(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "G")
        screen(app).query_one(EventScope).action_whole()
        screen(app).query_scope.action_filter()
        await pilot.pause(0.1)
        await press(pilot, *"actor:ikanbi", "enter", "h", "q")
        assert app.is_running


async def test_letters_on_the_way_to_a_query_lead_nowhere_else(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert at_hand(app) == "ban"
        await press(pilot, "f", *"the union")
        assert at_hand(app) == "union"
        await press(pilot, "ctrl+u", *"country:FR", "enter")
        assert str(screen(app).session.asked) == "country:FR"
        assert at_hand(app) == "ban"
