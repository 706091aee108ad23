"""What a reader may soon ask for is made ready beside the first screen."""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.steps import screen, settle
from tui.app import views
from tui.app.views import timeline
from tui.core.index.memory import MemoryEngine


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
