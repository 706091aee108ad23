"""jalon log: the history of one event in git, across new ids, new names of files, and moves between files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import STORY, Say
from tests.store.system.test_git import git

BEGAN = STORY.replace("id: end", "id: finish").replace("2025-12-31", "2025-12")
END = STORY[STORY.index("- id: end") : STORY.index("- id: ban")]


MOVED = END.replace("planned", "in-force").replace("  actors: ikanbi\n", "").replace("  sources: rtl\n", "")


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which the contract's end has come a long way."""
    folder = tmp_path / "story"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git(folder, "init", "-q")
    steps: list[tuple[str, dict[str, str | None]]] = [
        ("begin", {"old.yaml": BEGAN}),
        ("another event", {"old.yaml": f"{BEGAN}# x\n"}),
        ("the day", {"old.yaml": STORY.replace("id: end", "id: finish")}),
        ("a better id", {"old.yaml": STORY}),
        ("a better name", {"story.yaml": STORY, "old.yaml": None}),
        ("in force", {"story.yaml": STORY.replace("status: planned", "status: in-force")}),
        ("two files", {
            "story.yaml": STORY.replace(END, ""),
            "more.yaml": "events:\n" + MOVED,
        }),
    ]  # fmt: skip
    for subject, files in steps:
        for name, text in files.items():
            path = folder / name
            path.unlink() if text is None else path.write_text(text)
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "-m", subject, "--date", "2025-11-02T10:00:00+01:00")
    return folder


def test_the_event_is_followed_to_where_it_began(history: Path, say: Say) -> None:
    said = say("log", "more.yaml", "end", "--format", "json")
    assert said.code == 0
    changes = json.loads(said.out)["changes"]
    assert [one["subject"] for one in changes] == ["two files", "in force", "a better id", "the day", "begin"]
    assert [one["file"] for one in changes] == ["more.yaml", "story.yaml", "old.yaml", "old.yaml", "old.yaml"]
    fields = [[field["field"] for event in one["events"] for field in event["fields"]] for one in changes]
    assert fields == [["actors"], ["status"], [], ["date"], []]
    assert changes[0]["events"][0]["uncited"] == ["rtl"]
    assert changes[2]["renamed"] == [{"kind": "event", "before": "finish", "after": "end"}]
    assert changes[4]["events"][0]["change"] == "came"
    assert {(one["author"], one["when"]) for one in changes} == {("x@example.org", "2025-11-02T10:00:00+01:00")}


def test_it_is_told_with_the_day_the_author_and_the_commit(history: Path, say: Say) -> None:
    told = say("log", "more.yaml", "end").out
    assert "2 November 2025 · x@example.org · in force" in told
    assert "    status  planned → in-force" in told


def test_what_is_not_committed_yet_stands_first(history: Path, say: Say) -> None:
    path = history / "more.yaml"
    path.write_text(path.read_text().replace("2025-12-31", "2026-01-31"))
    told = say("log", "more.yaml", "end").out
    assert told.startswith("not committed yet\n")
    assert "moved 31 days on" in told


def test_what_is_private_is_not_told(history: Path, say: Say) -> None:
    path = history / "more.yaml"
    path.write_text(path.read_text() + "  private: true\n")
    said = say("log", "more.yaml", "end")
    assert said.code == 2
    assert "contract" not in said.out + said.err
    assert say("log", "more.yaml", "end", "--with-private").code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "jalon: one event is told of; jalon log [FILE] EVENT\n"),
        (("-", "end"), "jalon: standard input has no versions\n"),
    ],
)
def test_it_says_what_it_takes(history: Path, say: Say, words: tuple[str, ...], says: str) -> None:
    assert say("log", *words) == ("", says, 2)


def test_outside_a_repository_it_says_so(tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events.yaml").write_text(STORY)
    said = say("log", "end")
    assert (said.out, said.code) == ("", 2)
    assert said.err.startswith("jalon: events.yaml is not in a repository of git")


@pytest.mark.parametrize(
    "name", [":(top)x.yaml", "*.yaml", "a b.yaml", 'q"t.yaml', "t\tb.yaml", "back\\slash.yaml", "é.yaml"]
)
def test_a_file_may_have_any_name(tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    (tmp_path / "other.yaml").write_text("events: []\n")
    for subject, text in (("one", STORY), ("two", STORY.replace("2025-12-31", "2026-01"))):
        (tmp_path / name).write_text(text)
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", subject)
    told = json.loads(say("log", f"./{name}", "end", "--format", "json").out)
    assert [(one["subject"], one["file"]) for one in told["changes"]] == [("two", name), ("one", name)]
    assert "\t" not in say("log", f"./{name}", "end").out


def test_before_the_first_commit_there_is_no_history(
    tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    (tmp_path / "events.yaml").write_text(STORY)
    assert say("log", "end") == ("", 'jalon: git knows no revision "HEAD" here\n', 2)
