"""jalon demo: the shipped story anywhere, in a copy on which all can be tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.conftest import with_shipped_id
from tui.store.system import environment
from tui.store.write.starter import shipped


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is where we are."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("JALON_TODAY", "2026-11-22")
    return here


def test_the_shipped_story_is_shown_and_nothing_is_written_here(folder: Path, say: Say) -> None:
    said = say("demo")
    path = environment.demo_file()
    assert (said.code, said.err) == (0, f"this story is a copy, {path}; jalon init starts one of your own\n")
    assert said.out == say().out
    assert list(folder.iterdir()) == []
    assert with_shipped_id(Path(path).read_text()) == Path(shipped()).read_text()


def test_it_stays_as_it_was_left_until_it_is_begun_again(say: Say) -> None:
    say("demo")
    path = environment.demo_file()
    assert say("new", path, "--date", "2026-05", "--title", "Mine").code == 0
    assert "Mine" in say("demo").out
    assert "Mine" not in say("demo", "--again").out


def test_where_it_cannot_be_that_is_said(say: Say) -> None:
    Path(environment.state_folder()).parent.mkdir(parents=True)
    Path(environment.state_folder()).write_text("no folder")
    said = say("demo")
    assert (said.code, said.out) == (2, "")
    assert said.err == "jalon: the demo has no place: not a directory\n"
