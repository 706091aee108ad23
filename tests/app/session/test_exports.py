"""The palette exports what is asked for: a format, a file, the account of what is lost, then the file is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import Open
from tests.app.seeing import text
from tests.app.steps import press, settle


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def until(pilot: Pilot[None], words: str) -> None:
    """Wait until some words stand on the screen: the account is made in a thread."""
    for _again in range(200):
        if words in text(pilot.app):
            return
        await pilot.pause(0.02)
    raise AssertionError(text(pilot.app))


async def exported(pilot: Pilot[None], form: str, name: str) -> None:
    """Export in a format to a file, up to the account."""
    await settle(pilot)
    await press(pilot, "colon", *"export", "enter")
    await until(pilot, "export in which format")
    await press(pilot, *form, "enter")
    await until(pilot, "to which file")
    await press(pilot, *("full_stop" if char == "." else char for char in name), "enter")


@pytest.mark.parametrize(("form", "name"), [("csv", "out.csv"), ("timelinejs", "out.json")])
async def test_what_is_asked_for_is_written_after_its_account(open_app: Open, form: str, name: str) -> None:
    app = open_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await exported(pilot, form, name)
        await until(pilot, f"{form}: 6 events and 3 sources")
        assert "cannot carry" in text(app)
        assert not Path(name).exists()
        await press(pilot, "q")
        await until(pilot, "write it?")
        await press(pilot, "y")
        await until(pilot, f"written: {name}")
        assert "The union confirms" in Path(name).read_text()


async def test_nothing_is_written_without_a_yes(open_app: Open) -> None:
    app = open_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await exported(pilot, "csv", "out.csv")
        await until(pilot, "csv: 6 events")
        await press(pilot, "q")
        await until(pilot, "write it?")
        await press(pilot, "escape")
        await until(pilot, "nothing was written")
        assert not Path("out.csv").exists()
