"""A screen with keys of its own, of its scopes and of the widget in focus."""

from __future__ import annotations

from textual.events import AppBlur, AppFocus

from tests.app.conftest import Open
from tests.app.seeing import rows
from tests.app.steps import at_hand, press, settle


async def test_the_keys_are_there_while_the_terminal_is_in_the_background(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        before = rows(app)[-1]
        app.post_message(AppBlur())
        await press(pilot)
        assert rows(app)[-1] == before
        await press(pilot, "g")
        assert at_hand(app) == "tender"
        await press(pilot, "v", "o")
        assert "⏎ its events" in rows(app)[-1], "also on a screen that opens meanwhile"
        app.post_message(AppFocus())
        await press(pilot, "q")
        assert rows(app)[-1] == before


async def test_a_scope_does_only_what_its_screen_offers(open_app: Open) -> None:
    app = open_app(keys={"sort": "T", "pan-back": "B"})
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "v", "a", "s")
        assert len(app.screen_stack) == 2, "actors are not filtered by source, whatever their own s is now"
        await press(pilot, "w", *"2025-08-26", "enter", "v", "l", "less_than_sign")
        assert "by 26 August 2025" in rows(app)[0], "lanes do not step from publication to publication"
