"""The timeline that comes with jalon stays as it is: edit, new and fmt offer a copy, and take no for an answer."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Said, Say
from tests.conftest import with_shipped_id
from tui.store.system import environment
from tui.store.write.starter import shipped

WAYS = {
    "edit": ("edit", "ikanbi-contract-end"),
    "add to": ("new", "--date", "2026-05", "--title", "Mine"),
    "tidy": ("fmt",),
}
STAYS = "there is no events.yaml here, and the timeline that comes with jalon stays as it is"


class Keys(io.StringIO):
    """A person who answers, at a terminal."""

    def isatty(self) -> bool:
        """As a terminal says it."""
        return True


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is nothing, with an editor that changes nothing."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")


def asked(say: Say, monkeypatch: pytest.MonkeyPatch, does: str, answer: str) -> Said:
    """What is said to somebody at a terminal who answers that."""
    monkeypatch.setattr(sys, "stdin", Keys(f"{answer}\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    return say(*WAYS[does])


@pytest.mark.parametrize("does", WAYS)
def test_who_agrees_gets_a_copy_with_its_schema_and_works_on_that(
    say: Say, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    said = asked(say, monkeypatch, does, "y")
    assert said.err.startswith(f"{STAYS}: copy it to ./events.yaml, and {does} that? [y/n] ")
    assert said.code == 0
    copied = with_shipped_id(Path("events.yaml").read_text(encoding="utf-8"))
    original = Path(shipped()).read_text(encoding="utf-8")
    assert copied.replace("- id: 2026-05-mine\n  date: 2026-05\n  title: Mine\n\n", "") == original
    assert Path("events.schema.json").exists()


@pytest.mark.parametrize("does", WAYS)
def test_who_does_not_agree_has_nothing_written(say: Say, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    said = asked(say, monkeypatch, does, "n")
    assert (said.code, said.err.split("[y/n] ")[1]) == (0, "nothing was written\n")
    assert os.listdir() == []


@pytest.mark.parametrize("does", WAYS)
def test_where_nobody_can_be_asked_it_is_said_how_to_copy(say: Say, does: str) -> None:
    said = say(*WAYS[does])
    assert said == ("", f"jalon: {STAYS}; jalon init --shipped makes a copy of it, ./events.yaml\n", 2)
    assert os.listdir() == []


@pytest.mark.parametrize("does", WAYS)
def test_by_its_own_name_it_is_not_written_to_either(say: Say, does: str) -> None:
    Path("events.yaml").write_text("mine", encoding="utf-8")
    before = Path(shipped()).read_bytes()
    command, *others = WAYS[does]
    said = say(command, environment.shipped_path("events.yaml"), *others)
    assert said == (
        "",
        "jalon: the timeline that comes with jalon stays as it is; events.yaml in this folder is yours\n",
        2,
    )
    assert Path("events.yaml").read_text(encoding="utf-8") == "mine"
    assert Path(shipped()).read_bytes() == before
