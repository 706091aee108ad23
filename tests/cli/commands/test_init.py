"""jalon init: a file to begin with, and never over another."""

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.conftest import Jalon
from tui.cli.base import confirm
from tui.store.read.timeline import read
from tui.store.write.starter import shipped, starter


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is where we are."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return here


def own_id(text: str) -> str:
    """The id of a file's timeline."""
    return read(text.encode(), "events.yaml").timeline.id or ""


def without_id(text: str) -> str:
    """The text of a file, without the line of its id."""
    return re.sub(r"(?m)^  id: .*\n", "", text, count=1)


def test_it_writes_an_example_and_says_what_comes_next(folder: Path, say: Say) -> None:
    assert say("init") == (
        "",
        "events.yaml: an example, to write your own over\n"
        "  jalon        reads it\n"
        "  jalon new    adds an event\n"
        "  jalon check  says what is wrong with the file\n",
        0,
    )
    text = (folder / "events.yaml").read_text(encoding="utf-8")
    assert text == starter(story_id=own_id(text))
    assert re.fullmatch("story-[2-9a-z]{6}", own_id(text))
    assert say("check", "--strict") == ("", "events.yaml: 3 events, no problems\n", 0)
    assert say("fmt", "--check") == ("", "events.yaml: nothing to change\n", 0)


def test_under_another_name_it_says_that_name(folder: Path, say: Say) -> None:
    said = say("init", "my story.yaml")
    assert "  jalon 'my story.yaml'        reads it\n" in said.err
    assert "  jalon check 'my story.yaml'  says" in said.err
    assert os.listdir(folder) == ["my story.yaml"]


def test_the_shipped_timeline_may_be_the_beginning(folder: Path, say: Say) -> None:
    said = say("init", "--shipped")
    assert said.err.startswith("events.yaml: a copy of the timeline that comes with jalon\n")
    assert without_id((folder / "events.yaml").read_text()) == without_id(Path(shipped()).read_text())
    message = "jalon: --shipped is the timeline as it comes; leave out --title and --lang\n"
    assert say("init", "other.yaml", "--shipped", "--lang", "fr") == ("", message, 2)


def test_title_and_language_make_the_example_ones_own(folder: Path, say: Say) -> None:
    assert say("init", "--title", "  La grève :\tla suite ", "--lang", "fr").code == 0
    timeline = read((folder / "events.yaml").read_bytes(), "events.yaml").timeline
    assert (timeline.titles, timeline.language) == ({"fr": "La grève : la suite"}, "fr")
    assert re.fullmatch("la-greve-la-suite-[2-9a-z]{6}", timeline.id or "")


@pytest.mark.parametrize("title", ["a\x1b[2J\u202e b", "\udcff title", '"', "# x: [y", "-", "é" * 300, "日本", "null"])
def test_no_title_is_too_odd(folder: Path, say: Say, title: str) -> None:
    assert say("init", "a.yaml", "--title", title).code == 0
    assert say("check", "--strict", "a.yaml") == ("", "a.yaml: 3 events, no problems\n", 0)


def test_beside_a_timeline_the_next_is_named_after_its_title(folder: Path, say: Say) -> None:
    say("init")
    said = say("init", "--title", "La grève")
    assert said.err.startswith("la-greve.events.yaml: an example")
    assert say("init", "--title", "La grève").code == 2
    assert say("init", "--title", "!?").code == 2
    assert sorted(os.listdir(folder)) == ["events.yaml", "la-greve.events.yaml"]


@pytest.mark.parametrize(("locale", "language"), [("nl_BE.UTF-8", "nl"), ("fr_FR", "fr"), ("de_DE", "en")])
def test_the_example_is_in_the_language_of_the_locale(
    folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch, locale: str, language: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    say("init")
    assert read((folder / "events.yaml").read_bytes(), "events.yaml").timeline.language == language


def test_at_a_terminal_title_and_language_are_asked_for(
    folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confirm, "can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("The strike\nxx\nnl\n"))
    said = say("init")
    title = "title of the timeline (empty for the example's own): "
    assert said.err.startswith(f"{title}language: en, fr, nl [en] language:")
    timeline = read((folder / "events.yaml").read_bytes(), "events.yaml").timeline
    assert (timeline.titles, timeline.language) == ({"nl": "The strike"}, "nl")
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert say("init", "other.yaml", "--lang", "fr").code == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert say("init", "third.yaml").code == 130
    assert sorted(os.listdir(folder)) == ["events.yaml", "other.yaml"]


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
    said = jalon("init", "-")
    assert said == (starter(story_id=own_id(said.stdout)), "", 0)
    assert without_id(jalon("init", "-", "--shipped").stdout) == without_id(Path(shipped()).read_text())
