"""What is typed ahead goes to what the keys before it have opened."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.app.conftest import Open
from tests.app.seeing import rows, text
from tests.app.steps import at_hand, press, settle
from tui.app.app import JalonApp
from tui.app.base import key_queue
from tui.app.views.lanes import LanesScreen
from tui.app.views.timeline import TimelineScreen

ENTER = "\r"


async def type_at_once(pilot: Pilot[None], keys: str) -> None:
    """All keys before any of them is answered."""
    for key in keys:
        pilot.app.post_message(Key("enter", ENTER) if key == ENTER else Key(key, key))
    for _ in range(20):
        await press(pilot)
        if not pilot.app._ahead:  # type: ignore[attr-defined]  # it is a JalonApp
            break
    await press(pilot)


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        (f"fcountry:MA{ENTER}", "country:MA"),
        (f"c{ENTER}", "country:BE"),
        (f"fcountry:MA{ENTER}fkind:policy{ENTER}", "country:MA kind:policy"),
        (f"w2025-08-26{ENTER}", "as-of:2025-08-26"),
        (f"w2025-08-26{ENTER}c{ENTER}", "as-of:2025-08-26 country:BE"),
        (f"fcountry:MA{ENTER}x", ""),
        (f"vlfcountry:MA{ENTER}", "country:MA"),
    ],
)
async def test_a_question_takes_what_is_typed_after_its_key(open_app: Open, keys: str, asked: str) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_at_once(pilot, "g")
        await type_at_once(pilot, keys)
        assert isinstance(app.screen, TimelineScreen | LanesScreen), "the question is answered"
        assert str(app.screen.asked) == asked


async def test_nothing_behind_takes_it(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    edited: list[object] = []
    monkeypatch.setattr(JalonApp, "action_edit", lambda self: edited.append(self))
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_at_once(pilot, f"gjjfis:planned{ENTER}j")
        assert not edited
        assert isinstance(app.screen, TimelineScreen)
        assert "3 of 6" in rows(app)[0]


async def test_views_take_the_keys_after_theirs(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await type_at_once(pilot, "vlLL")
        assert isinstance(app.screen, LanesScreen)
        assert "by kind" in text(app)
        await type_at_once(pilot, "qG")
        assert isinstance(app.screen, TimelineScreen)
        assert at_hand(app) == "targets"


async def test_a_word_that_does_not_come_is_not_waited_for_long(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_queue, "PATIENCE", 0.01)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        app._awaited = key_queue.Passed(app.screen, 1)
        app.post_message(Key("G", "G"))
        await pilot.pause(0.05)
        assert at_hand(app) == "targets"
