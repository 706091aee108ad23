"""jalon init: a file to begin with, and never over another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.conftest import Jalon
from tui.store.write.starter import STARTER, shipped


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is where we are."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def test_it_writes_an_example_and_says_what_comes_next(folder: Path, say: Say) -> None:
    assert say("init") == (
        "",
        "events.yaml: an example, to write your own over\n"
        "jalon reads it; open it in your editor, and jalon check says what is wrong with it\n",
        0,
    )
    assert (folder / "events.yaml").read_text(encoding="utf-8") == STARTER
    assert say("check", "--strict") == ("", "events.yaml: 3 events, no problems\n", 0)
    assert say("fmt", "--check") == ("", "events.yaml: nothing to change\n", 0)


def test_under_another_name_it_says_that_name(folder: Path, say: Say) -> None:
    said = say("init", "my story.yaml")
    assert "jalon 'my story.yaml' reads it" in said.err
    assert os.listdir(folder) == ["my story.yaml"]


def test_the_shipped_timeline_may_be_the_beginning(folder: Path, say: Say) -> None:
    said = say("init", "--shipped")
    assert said.err.startswith("events.yaml: a copy of the timeline that comes with jalon\n")
    assert (folder / "events.yaml").read_bytes() == Path(shipped()).read_bytes()


def test_a_file_that_is_there_stays_as_it_is(folder: Path, say: Say) -> None:
    (folder / "events.yaml").write_text("mine", encoding="utf-8")
    message = "jalon: events.yaml is there already, and stays as it is; jalon init FILE begins another\n"
    assert say("init") == ("", message, 2)
    assert say("init", "--shipped") == ("", message, 2)
    assert (folder / "events.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_whatever_is_there_counts(folder: Path, say: Say, kind: str) -> None:
    if kind == "link":
        (folder / "events.yaml").symlink_to("nowhere")
    else:
        os.mkfifo(folder / "events.yaml")
    assert say("init").code == 2
    assert os.listdir(folder) == ["events.yaml"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([""], 'jalon: "" is not the name of a timeline; did you mean events.yaml?\n'),
        (["story"], 'jalon: "story" is not the name of a timeline; did you mean story.yaml?\n'),
        (["."], 'jalon: "." is a folder; name a file in it: jalon init ./events.yaml\n'),
        (["a.yaml", "b.yaml"], 'jalon: one file at a time: "b.yaml" is a second\n'),
        (["none/a.yaml"], "jalon: none/a.yaml is not saved: no such file or directory\n"),
    ],
)
def test_what_cannot_be_is_refused(folder: Path, say: Say, words: list[str], message: str) -> None:
    assert say("init", *words) == ("", message, 2)
    assert os.listdir(folder) == []


def test_a_dash_is_standard_output(jalon: Jalon) -> None:
    assert jalon("init", "-") == (STARTER, "", 0)
    assert jalon("init", "-", "--shipped").stdout.encode() == Path(shipped()).read_bytes()
