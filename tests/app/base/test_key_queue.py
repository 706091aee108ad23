"""What is typed ahead goes to what the keys before it have opened."""

from __future__ import annotations

import pytest
from textual.events import Event, Key
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
        if not pilot.app.key_queue.ahead:  # type: ignore[attr-defined]  # it is a JalonApp
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
        assert str(app.screen.session.asked) == asked


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
        app.key_queue.awaited = key_queue.Passed(app.screen, 1)
        app.post_message(Key("G", "G"))
        await pilot.pause(0.05)
        assert at_hand(app) == "targets"


class Place:
    """A widget or a screen, as the queue sees it."""

    focused: Place | None = None

    def __init__(self) -> None:
        self.heard: list[key_queue.Passed] = []

    def post_message(self, word: key_queue.Passed) -> None:
        self.heard.append(word)


class Host:
    """An app without a terminal: keys come to it, and it notes what is handed on."""

    def __init__(self) -> None:
        self.screen = Place()
        self.queue = key_queue.KeyQueue(self)
        self.handed_on: list[str] = []

    def set_timer(self, _delay: float, _callback: object) -> None:
        """No time passes here."""

    async def on_event(self, event: Event) -> None:
        await self.queue.take(event, self._note)

    async def _note(self, event: Event) -> None:
        assert isinstance(event, Key)
        self.handed_on.append(event.key)


async def test_a_key_is_handed_on_when_word_has_come_back_twice() -> None:
    host = Host()
    for key in "abc":
        await host.on_event(Key(key, key))
    assert host.handed_on == ["a"]
    await host.queue.take_word(host.screen.heard[-1])
    assert host.handed_on == ["a"], "the field has its key; its screen has not heard of it yet"
    await host.queue.take_word(host.screen.heard[-1])
    assert host.handed_on == ["a", "b"]


async def test_a_screen_that_comes_in_front_gives_word_itself() -> None:
    host = Host()
    await host.on_event(Key("a", "a"))
    await host.on_event(Key("b", "b"))
    late, host.screen = host.screen.heard[-1], Place()
    host.queue.take_screen(host.screen)  # type: ignore[arg-type]  # it takes messages
    await host.queue.take_word(late)
    assert host.handed_on == ["a"], "the word of what lies behind counts no more"
    await host.queue.take_word(host.screen.heard[-1])
    assert host.handed_on == ["a", "b"]
