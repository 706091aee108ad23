"""What a reader may soon ask for is made ready beside the first screen."""

from __future__ import annotations

from time import sleep

import pytest

from tests.app.conftest import Open
from tests.app.seeing import text
from tests.app.steps import press, screen, settle
from tui.app import views
from tui.app.views import timeline
from tui.core.index import memory
from tui.core.index.memory import MemoryEngine
from tui.core.patience import patient
from tui.core.query.tree import Query


async def test_texts_are_folded_once_the_first_screen_stands(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "WARMING", 0.01)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.pause(0.05)
        await settle(pilot)
        engine = screen(app).session.engine
        assert isinstance(engine, MemoryEngine)
        assert "said" in engine.index.__dict__


async def test_views_are_at_hand_before_they_are_looked_at(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(timeline, "WARMING", 0.01)
    monkeypatch.setattr(views, "import_module", loaded.append)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.pause(0.05)
        await settle(pilot)
        assert loaded == [module for module, _ in views.SCREENS.values()]


async def test_a_view_that_cannot_be_had_beside_the_first_screen_is_no_fault(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def racing(_module: str) -> None:
        raise RuntimeError("dictionary changed size during iteration")

    monkeypatch.setattr(timeline, "WARMING", 0.01)
    monkeypatch.setattr(views, "import_module", racing)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.pause(0.05)
        await settle(pilot)
        engine = screen(app).session.engine
        assert isinstance(engine, MemoryEngine)
        assert "said" in engine.index.__dict__


async def test_who_leaves_waits_for_no_more_than_a_moment_of_it(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[bool] = []

    def slow(self: MemoryEngine, _language: str) -> None:
        waited.append(False)
        for _ in patient(range(10_000_000)):
            sleep(0.0001)
        waited.append(True)

    monkeypatch.setattr(timeline, "WARMING", 0.01)
    monkeypatch.setattr(MemoryEngine, "warm", slow)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        while not waited:
            await pilot.pause(0.01)
    assert waited == [False], "its thread was not waited for to the end"


async def test_a_hint_of_many_events_is_found_beside_the_screen(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "AT_ONCE", 1)
    monkeypatch.setattr(timeline, "WARMING", 60)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        session, whole = screen(app).session, screen(app).session.shown.count()
        await press(pilot, "f", *"hint:single-source")
        for _ in range(500):
            if session.awaited is None:
                break
            await pilot.pause(0.01)
        await pilot.pause()
        said = f"{session.shown.count()} of {whole}  hint:single-source"
        assert said in text(app), "the line says it when it is there"
        await press(pilot, "enter")
        assert 0 < session.shown.count() < whole
        assert str(session.asked) == "hint:single-source"
        await press(pilot, "u", "ctrl+r")
        assert str(session.shown.query) == "hint:single-source", "it is known now"


async def test_what_is_asked_while_a_hint_is_looked_for_wins(open_app: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "AT_ONCE", 1)
    monkeypatch.setattr(timeline, "WARMING", 60)
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        session = screen(app).session
        begun: list[Query] = []
        session.find_out = lambda _session, query: begun.append(query)
        await press(pilot, "f", *"hint:single-source")
        assert "looking for them …" in text(app)
        assert str(session.shown.query) == "hint", "what was typed before it"
        assert session.awaited is not None
        await press(pilot, "escape")
        session.arrive()
        assert session.asked == Query(), "who left the line awaits nothing"
        assert begun
