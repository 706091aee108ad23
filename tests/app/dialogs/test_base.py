"""What asks over the timeline leaves in sight what stands behind, as it is now."""

from __future__ import annotations

import pytest
from textual._context import visible_screen_stack
from textual.geometry import Region, Size

from tests.app.conftest import STORY, Open
from tests.app.seeing import rows, text
from tests.app.steps import press, settle
from tui.app.dialogs.base import QuestionScreen
from tui.app.widgets.header import Heading
from tui.drawing.spans.spans import Line
from tui.store.read.timeline import read


async def test_what_stands_behind_is_seen_row_by_row(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        behind = rows(app)
        await press(pilot, "f")
        assert isinstance(app.screen, QuestionScreen)
        assert rows(app)[:12] == behind[:12]


async def test_what_changes_behind_is_seen_at_once(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert "The union confirms" in text(app)
        changed = read(STORY.replace("The union confirms", "The union denies").encode(), "events.yaml")
        app.file.show_saved(changed)
        await press(pilot)
        assert "The union denies" in text(app)
        assert "The union confirms" not in text(app)


SIZES = [(70, 24), (71, 24), (100, 24), (101, 40), (40, 10), (120, 36)]


@pytest.mark.parametrize("key", ["a", "c", "f", "slash", "w", "v", "y", "colon"])
async def test_another_size_is_followed_behind(open_app: Open, key: str) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, key)
        assert len(app.screen_stack) == 2
        asked: dict[tuple[int, int], list[str]] = {}
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await press(pilot)
            asked[size] = rows(app)
        await press(pilot, "escape", "escape")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert rows(app)[:3] == asked[size][:3]


async def test_help_covers_what_stands_behind(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert "The union confirms" not in text(app)


async def test_what_changed_while_another_question_stood_in_front_is_seen(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        app.action_help()
        await press(pilot)
        app.file.show_saved(read(STORY.replace("The union confirms", "The union denies").encode(), "events.yaml"))
        await press(pilot, "escape")
        assert "The union denies" in text(app)


async def test_a_fault_of_what_stands_behind_is_not_passed_over(
    open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def change_it() -> None:
        app = open_app()
        async with app.run_test(size=(100, 30)) as pilot:
            await settle(pilot)
            await press(pilot, "f")
            monkeypatch.setattr(Heading, "lines", faulty)
            app.file.show_saved(read(STORY.replace("A story", "Another").encode(), "events.yaml"))
            await press(pilot)

    def faulty(_heading: Heading, _width: int, _height: int) -> list[Line]:
        raise KeyError("no such thing")

    with pytest.raises(KeyError, match="no such thing"):
        await change_it()


async def test_a_frame_between_two_sizes_is_whole(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        behind = app.screen
        await press(pilot, "f")
        question = app.screen
        assert isinstance(question, QuestionScreen)
        question._size = behind._compositor.size = Size(1, 1)  # laid out in the new size, and as yet nothing else is
        visible_screen_stack.set([behind])
        drawn = question.render_lines(Region(0, 0, 100, 30))
        assert [strip.cell_length for strip in drawn] == [100] * 30
        question._size = behind._compositor.size = Size(100, 30)
