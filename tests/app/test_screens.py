"""The event on its own screen, the facet panel, the help, the palette."""

from __future__ import annotations

from tests.app.conftest import Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, screen, settle
from tui.app.commands import SOURCES, TIMELINE
from tui.app.dialogs.help import HelpScreen, in_groups
from tui.app.views.event import EventScreen
from tui.app.views.facets import FacetScreen


async def test_enter_shows_the_event_whole_and_l_the_next_one(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "g", "enter")
        assert isinstance(app.screen, EventScreen)
        assert "by about 21 August 2025" in text(app)
        await press(pilot, "l")
        assert "The union confirms" in text(app)
        assert "jobs at risk" in text(app)
        await press(pilot, "l", "l", "escape")
        assert at_hand(app) == "end", "the cursor is where one went"


async def test_the_facet_panel_shows_every_value_with_its_count_and_follows(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "F")
        assert isinstance(app.screen, FacetScreen)
        for word in ("actor", "country", "kind", "source", "status", "TotalEnergies", "Belgium", "in-force"):
            assert word in text(app)
        await press(pilot, "space")
        assert str(screen(app).session.asked) == "actor:totalenergies"
        assert "4 of 6" in rows(app)[0]
        await press(pilot, "l", "j", "minus")
        assert str(screen(app).session.asked) == "actor:totalenergies -country:MA"
        await press(pilot, "minus", "u", "x")
        assert str(screen(app).session.asked) == ""
        await press(pilot, "q")
        assert type(app.screen).__name__ == "TimelineScreen"


async def test_help_lists_every_command_of_the_screen_below(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 80)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        for words in ("pick actors", "next event", "open an article", "What the marks mean", "◐ inferred", "★ ✓ ¶"):
            assert words in text(app)
        await press(pilot, "q", "enter", "question_mark")
        assert "down a row" in text(app)


async def test_help_lists_an_article_s_number_though_no_other_key_of_its_group_is_in_force(open_app: Open) -> None:
    app = open_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        numbers = tuple(command for command in TIMELINE if command.id in ("open-1", "open-2"))
        assert in_groups(app.screen, numbers) == [(SOURCES, [("1-9", "open that article of the event")])]


async def test_the_palette_gives_commands_by_their_words(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"first event", "enter")
        assert at_hand(app) == "tender"


async def test_the_palette_goes_to_a_date(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"2025-10")
        assert "go to October 2025" in text(app)
        await press(pilot, "enter")
        assert at_hand(app) == "handover"


async def test_the_palette_says_what_is_wrong_with_a_date(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"2025-02-29")
        assert "no date" in text(app)
        await press(pilot, "enter")
        assert at_hand(app) == "ban"


async def test_the_palette_changes_theme_and_language(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "colon", *"papier", "enter")
        assert app.theme == "papier"
        await press(pilot, "colon", *"français", "enter")
        assert rows(app)[0].startswith(" Une histoire")


async def test_a_keymap_changes_what_is_pressed_shown_and_helped(open_app: Open) -> None:
    app = open_app(keys={"pick-actor": "A", "help": "H"})
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "A c K pick" in rows(app)[-1]
        assert rows(app)[4].startswith(" A actors")
        await press(pilot, "A", *"ikan", "enter")
        assert str(screen(app).session.asked) == "actor:ikanbi"
        await press(pilot, "H")
        assert "pick actors" in text(app)


async def test_a_keymap_may_have_ctrl_z_for_something_else(open_app: Open) -> None:
    app = open_app(keys={"undo": "ctrl+z"})
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f", *"country:FR", "enter")
        assert str(screen(app).session.asked) == "country:FR"
        await press(pilot, "ctrl+z")
        assert str(screen(app).session.asked) == ""
