"""Mending the file that is shown: one problem, all of a code, a choice of several cures, and the way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Open
from tests.app.seeing import rows, text
from tests.app.steps import press, settle
from tui.app.app import JalonApp
from tui.app.views.problems import ProblemsScreen
from tui.core.problems.file_lines import FileLines

WRONG = """\
timeline: {id: a-story-of-its-own, title: T}
events:
- id: one
  date: fin août 2025
  title: A part of a month
- id: two
  date: 2025-08-25
  title: Maroc : 150
- id: three
  date: 2025-08-25
  title: Liège : 50
- id: four
  date: 2025-13
  title: A month that is none
"""
MENDED = WRONG.replace("Maroc : 150", '"Maroc : 150"').replace("Liège : 50", '"Liège : 50"')


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.yaml"
    path.write_text(WRONG)
    return path


async def problems(pilot: Pilot[None], *keys: str) -> JalonApp:
    """The list of problems, after some keys."""
    await settle(pilot)
    await press(pilot, "p")
    await done(pilot)
    await press(pilot, *keys)
    await done(pilot)
    assert isinstance(pilot.app, JalonApp)
    assert isinstance(pilot.app.screen, ProblemsScreen)
    return pilot.app


async def done(pilot: Pilot[None]) -> None:
    """Wait until what was asked for is written, and what it left is checked."""
    for group in ("mending", "checking"):
        if waiting := [one for one in pilot.app.workers if one.group == group]:
            await pilot.app.workers.wait_for_complete(waiting)
        await settle(pilot)


def go_to(app: JalonApp, part: str) -> list[str]:
    """The keys that lead from the top to the row that holds some words."""
    return ["g", *"j" * (next(at for at, row in enumerate(rows(app)) if part in row) - 1)]


async def test_f_mends_the_problem_and_u_undoes_it(open_app: Open, story: Path) -> None:
    app = open_app(WRONG, path=str(story))
    async with app.run_test(size=(100, 30)) as pilot:
        await problems(pilot)
        await press(pilot, *go_to(app, "11:16"))
        assert "f mend" in rows(app)[-1]
        await press(pilot, "f")
        await done(pilot)
        assert story.read_text() == WRONG.replace("Liège : 50", '"Liège : 50"')
        assert rows(app)[0].startswith(" events.yaml  3 errors")
        assert "1 problem mended" in rows(app)[-1]
        await press(pilot, "u")
        await done(pilot)
        assert story.read_text() == WRONG
        assert "undone" in rows(app)[-1]
        await press(pilot, "j")
        assert "u undo" not in rows(app)[-1]


async def test_capital_f_mends_all_of_a_code_and_each_step_is_undone(open_app: Open, story: Path) -> None:
    app = open_app(WRONG, path=str(story))
    async with app.run_test(size=(100, 30)) as pilot:
        await problems(pilot)
        await press(pilot, *go_to(app, "unquoted-colon"), "F")
        await done(pilot)
        assert story.read_text() == MENDED
        assert "2 problems mended" in rows(app)[-1]
        await press(pilot, *go_to(app, "4:9"), "f", "2")
        await done(pilot)
        assert story.read_text() == MENDED.replace("fin août 2025", "2025-08")
        await press(pilot, "u")
        await done(pilot)
        assert story.read_text() == MENDED
        await press(pilot, "u")
        await done(pilot)
        assert story.read_text() == WRONG


async def test_of_several_cures_a_person_chooses_or_none(open_app: Open, story: Path) -> None:
    app = open_app(WRONG, path=str(story))
    async with app.run_test(size=(100, 30)) as pilot:
        await problems(pilot)
        await press(pilot, *go_to(app, "4:9"), "f")
        assert "1 date: [2025-08-21..2025-08-31]  2 date: 2025-08" in rows(app)[-1]
        await press(pilot, "escape")
        await done(pilot)
        assert story.read_text() == WRONG


async def test_what_only_a_person_can_decide_has_no_key(open_app: Open, story: Path) -> None:
    app = open_app(WRONG, path=str(story))
    async with app.run_test(size=(100, 30)) as pilot:
        await problems(pilot)
        await press(pilot, *go_to(app, "no such month"))
        assert "mend" not in rows(app)[-1]
        await press(pilot, "f", "F", "u")
        await done(pilot)
        assert story.read_text() == WRONG


async def test_what_was_saved_meanwhile_stays_and_is_shown(open_app: Open, story: Path) -> None:
    app = open_app(WRONG, path=str(story))
    async with app.run_test(size=(100, 30)) as pilot:
        await problems(pilot)
        await press(pilot, *go_to(app, "11:16"))
        other = WRONG + "- {id: new, date: 2025, title: New}\n"
        story.write_text(other)
        await press(pilot, "f")
        await done(pilot)
        assert story.read_text() == other
        assert "has changed since it was read" in text(app)
        await press(pilot, "f")
        await done(pilot)
        assert story.read_text() == other.replace("Liège : 50", '"Liège : 50"')
        story.write_text(other)
        await press(pilot, "u")
        await done(pilot)
        assert story.read_text() == other
        assert "nothing is undone" in text(app)


async def test_the_timeline_that_comes_with_jalon_is_copied_first(open_app: Open, tmp_path: Path) -> None:
    app = open_app(WRONG)
    async with app.run_test(size=(100, 30)) as pilot:
        await problems(pilot)
        await press(pilot, *go_to(app, "11:16"), "f")
        await done(pilot)
        assert "there is no file to mend" in text(app)


async def test_of_a_timeline_of_several_files_none_is_mended_here(open_app: Open, story: Path) -> None:
    app = open_app(WRONG, path=str(story), files=FileLines((str(story),), (1,)))
    async with app.run_test(size=(100, 30)) as pilot:
        await problems(pilot, "j", "f", "F")
        assert "f mend" not in rows(app)[-1]
        assert story.read_text() == WRONG
