"""What asks over the timeline leaves in sight what stands behind, as it is now."""

from __future__ import annotations

from tests.app.conftest import STORY, Open
from tests.app.seeing import rows, text
from tests.app.steps import press, settle
from tui.app.screens.modal import Asking
from tui.store.events import read


async def test_what_stands_behind_is_seen_row_by_row(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        behind = rows(app)
        await press(pilot, "f")
        assert isinstance(app.screen, Asking)
        assert rows(app)[:12] == behind[:12]


async def test_what_changes_behind_is_seen_at_once(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert "The union confirms" in text(app)
        changed = read(STORY.replace("The union confirms", "The union denies").encode(), "events.yaml")
        app.show_saved(changed)
        await press(pilot)
        assert "The union denies" in text(app)
        assert "The union confirms" not in text(app)


async def test_another_size_is_followed_behind(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        await pilot.resize_terminal(70, 24)
        await press(pilot)
        asked = rows(app)
        await press(pilot, "escape", "escape")
        assert rows(app)[:8] == asked[:8]


async def test_help_covers_what_stands_behind(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert "The union confirms" not in text(app)
