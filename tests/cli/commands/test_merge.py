"""jalon merge: by hand, and as what git calls when two clones come together."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import STORY, Say
from tests.conftest import ROOT
from tests.store.system.test_git import git

NEW = "- {{id: {0}, date: {1}, title: News of {0}, actors: ikanbi, sources: rtl}}\n"


def versions(folder: Path, base: str, ours: str, theirs: str) -> tuple[str, str, str]:
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / f"{name}.yaml").write_text(text)
    return "base.yaml", "ours.yaml", "theirs.yaml"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_both_did_is_written_to_standard_output(here: Path, say: Say) -> None:
    words = versions(here, STORY, STORY.replace("A story", "One story"), STORY.replace("The ban", "A ban"))
    assert say("merge", *words) == (STORY.replace("A story", "One story").replace("The ban", "A ban"), "", 0)


def test_or_to_a_file_with_a_conflict_named_and_the_exit_code_of_one(here: Path, say: Say) -> None:
    words = versions(here, STORY, STORY.replace("2025-12-31", "2025-12-30"), STORY.replace("2025-12-31", "2026-01-01"))
    said = say("merge", *words, "-o", "ours.yaml")
    assert said == ("", "1 conflict: end date\n", 1)
    told = (here / "ours.yaml").read_text()
    marked = "<<<<<<< ours\n  date: 2025-12-30\n=======\n  date: 2026-01-01\n>>>>>>> theirs\n"
    assert told == STORY.replace("  date: 2025-12-31\n", marked)
    assert say("merge", *words[:1], "theirs.yaml", "theirs.yaml", "--claims").code == 0


def test_as_claims_there_is_no_conflict_but_a_dispute(here: Path, say: Say) -> None:
    words = versions(here, STORY, STORY.replace("2025-12-31", "2025-12-30"), STORY.replace("2025-12-31", "2026-01-01"))
    assert say("merge", *words, "-o", "out.yaml", "--claims") == ("", "", 0)
    assert say("check", "out.yaml").code == 0
    assert "30 December 2025" in say("claims", "out.yaml", "-q", "is:disputed").out


def test_what_is_no_sound_yaml_is_put_together_line_by_line(here: Path, say: Say) -> None:
    broken = STORY.replace("title: The ban", "title: [The ban")
    words = versions(here, broken, broken, broken.replace("A story", "One story"))
    said = say("merge", *words)
    assert said.code == 0
    assert said.out == broken.replace("A story", "One story")
    assert said.err.startswith("put together line by line: base:")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "jalon: three files are put together; jalon merge BASE OURS THEIRS\n"),
        (("a", "b"), "jalon: three files are put together; jalon merge BASE OURS THEIRS\n"),
        (("a.yaml", "b.yaml", "c.yaml"), "jalon: a.yaml: there is no such file\n"),
        (("--install", "a", "b"), "jalon: one file or folder at a time; jalon merge --install [FILE]\n"),
    ],
)
def test_it_says_what_it_takes(here: Path, say: Say, words: tuple[str, ...], says: str) -> None:
    assert say("merge", *words) == ("", says, 2)


# ---- git


def commit(folder: Path, what: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", what)


@pytest.fixture
def clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say) -> tuple[Path, Path]:
    """Two clones of one repository that holds the story, each told to merge with jalon."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    git(first, "init", "-q", "-b", "main")
    (first / "events.yaml").write_text(STORY)
    monkeypatch.chdir(first)
    command = f"{shlex.quote(sys.executable)} -m tui"
    monkeypatch.setattr("tui.store.system.merge_driver._this", lambda: f"PYTHONPATH={shlex.quote(str(ROOT))} {command}")
    said = say("merge", "--install")
    assert said.code == 0
    assert ".gitattributes has a new line: /events.yaml merge=jalon\n" in said.err
    commit(first, "one")
    git(tmp_path, "clone", "-q", str(first), str(second))
    monkeypatch.chdir(second)
    assert ".gitattributes has it already" in say("merge", "--install", "events.yaml").err
    return first, second


def pulled(first: Path, second: Path) -> subprocess.CompletedProcess[str]:
    """Merge what the first clone has into the second."""
    git(second, "fetch", "-q", "origin")
    words = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "merge", "-q", "-m", "both", "origin/main"]
    return subprocess.run(words, cwd=second, capture_output=True, text=True, check=False)


def test_two_clones_that_add_events_of_one_week_come_together_without_a_conflict(
    clones: tuple[Path, Path], say: Say
) -> None:
    first, second = clones
    for folder, name, day in ((first, "early", "2025-09-15"), (second, "late", "2025-09-17")):
        words = ("new", "--date", day, "--title", f"News {name}", "--actor", "ikanbi", "--source", "rtl")
        assert say(*words, str(folder / "events.yaml")).code == 0
        commit(folder, name)
    merged = pulled(first, second)
    assert merged.returncode == 0, merged
    told = (second / "events.yaml").read_text()
    assert told.index("News early") < told.index("News late")
    assert say("check", str(second / "events.yaml")).code == 0


def test_of_two_that_change_one_date_there_is_one_conflict_which_check_names(
    clones: tuple[Path, Path], say: Say
) -> None:
    first, second = clones
    for folder, day in ((first, "2025-12-30"), (second, "2026-01-01")):
        path = folder / "events.yaml"
        path.write_text(path.read_text().replace("2025-12-31", day).replace("A story", f"A story of {day[:4]}"))
        commit(folder, day)
    (first / "events.yaml").write_text((first / "events.yaml").read_text().replace("A story of 2025", "A story"))
    commit(first, "the title as it was")
    assert pulled(first, second).returncode == 1
    said = say("check", str(second / "events.yaml"))
    assert said.code == 1
    assert said.out.count("conflict-marker") == 1
    assert 'a merge conflict begins here: "date: 2026-01-01" or "date: 2025-12-30"' in said.out
    assert "A story of 2026" in (second / "events.yaml").read_text()


def test_outside_a_repository_nothing_is_installed(here: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(here.parent))
    (here / "events.yaml").write_text(STORY)
    said = say("merge", "--install")
    assert said.code == 2
    assert said.err.startswith("jalon: events.yaml is not in a repository of git")
    assert not (here / ".gitattributes").exists()
