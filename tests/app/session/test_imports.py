"""A file of another program taken into the timeline that is shown, from the palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Open
from tests.app.seeing import text
from tests.app.steps import press, settle

WHOLE = "timeline: {id: a-story-of-its-own, title: T}\nevents:\n- id: one\n  date: 2025-08-25\n  title: One\n"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.yaml"
    path.write_text(WHOLE)
    return path


async def until(pilot: Pilot[None], words: str) -> None:
    """Wait until some words stand on the screen: what is read and planned is in a thread."""
    for _again in range(200):
        if words in text(pilot.app):
            return
        await pilot.pause(0.02)
    raise AssertionError(text(pilot.app))


async def asked(pilot: Pilot[None], name: str) -> None:
    """The palette's import, of a file."""
    await settle(pilot)
    await press(pilot, "colon", *"import", "enter")
    await until(pilot, "import which file")
    await press(pilot, *("full_stop" if char == "." else char for char in name), "enter")


async def test_a_table_is_shown_as_it_is_read_and_written_when_one_says_so(open_app: Open, story: Path) -> None:
    Path("a.csv").write_text("Date;Titre\n26/08/2025;Deux\n31/02/2025;Faux\n")
    app = open_app(WHOLE, path=str(story))
    async with app.run_test(size=(100, 30)) as pilot:
        await asked(pilot, "a.csv")
        await until(pilot, "2 rows: 1 imported, 1 refused")
        assert 'a.csv:A3: refused: "31/02/2025" is no day of the calendar' in text(app)
        assert "26/08/2025 → 2025-08-26" in text(app)
        await press(pilot, "q")
        await until(pilot, "write it")
        assert story.read_text() == WHOLE
        await press(pilot, "y")
        await until(pilot, "Deux")
    assert "title: Deux" in story.read_text()


async def test_an_order_is_asked_for_and_no_answer_writes_nothing(open_app: Open, story: Path) -> None:
    Path("a.csv").write_text("Date;Titre\n03/04/2025;Deux\n")
    app = open_app(WHOLE, path=str(story))
    async with app.run_test(size=(100, 30)) as pilot:
        await asked(pilot, "a.csv")
        await until(pilot, "fit more than one order")
        await press(pilot, "2")
        await until(pilot, "2025-03-04")
        await press(pilot, "q")
        await until(pilot, "write it")
        await press(pilot, "escape")
        await until(pilot, "nothing was written")
    assert story.read_text() == WHOLE


async def test_what_cannot_be_read_is_said(open_app: Open, story: Path) -> None:
    app = open_app(WHOLE, path=str(story))
    async with app.run_test(size=(100, 30)) as pilot:
        await asked(pilot, "no.csv")
        await until(pilot, "there is no such file")
