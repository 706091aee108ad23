"""The first story of the README, followed word for word: each command, each change in the editor, each answer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

TODAY = "2026-11-30"
STEP = re.compile(
    r"^```console\n(?P<console>.*?)^```$|Find the line `(?P<old>[^`]+)` and\s+write\s+`(?P<new>[^`]+)` in its place",
    re.MULTILINE | re.DOTALL,
)


def steps() -> list[re.Match[str]]:
    """The steps of the README in order: what is typed with its answer, or a line that is changed."""
    return list(STEP.finditer((ROOT / "README.md").read_text(encoding="utf-8")))


class Reader:
    """A new user with an empty home, a terminal of 80 columns, and the command jalon."""

    def __init__(self, home: Path) -> None:
        self.folder = home
        command = home / "bin" / "jalon"
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        self.environ = {
            "PATH": f"{command.parent}:{os.environ['PATH']}",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "COLUMNS": "80",
            "JALON_TODAY": TODAY,
        }

    def types(self, line: str) -> str:
        """The answer to a line, on both streams; `cd` holds for what comes after."""
        if line.startswith("cd "):
            self.folder /= line.removeprefix("cd ")
            return ""
        ran = subprocess.run(
            ["sh", "-c", line],
            cwd=self.folder,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
        )
        return ran.stdout.decode()

    def changes(self, old: str, new: str) -> None:
        """The one line that is `old` becomes `new`."""
        path = self.folder / "events.yaml"
        lines = path.read_text(encoding="utf-8").split("\n")
        assert lines.count(old) == 1, old
        path.write_text("\n".join(new if line == old else line for line in lines), encoding="utf-8")


def test_the_first_story_followed_word_for_word_ends_with_a_printed_story(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    for step in steps():
        if step["old"]:
            reader.changes(step["old"], step["new"])
            continue
        for part in re.split(r"^\$ ", step["console"], flags=re.MULTILINE)[1:]:
            line, answer = part.split("\n", 1)
            assert reader.types(line).rstrip() == answer.rstrip(), line
    story = (tmp_path / "library" / "story.txt").read_text(encoding="utf-8")
    for title in ("The council decides to close the library", "Readers march to the town hall", "The doors close"):
        assert title in story
    assert "Notes\n\n1  Example Gazette" in story


def test_the_story_has_each_of_its_parts() -> None:
    typed = " ".join(step["console"] for step in steps() if step["console"])
    for command in ("init", "new", "check", "print --actor", "print --full"):
        assert f"$ jalon {command} " in typed or f"$ jalon {command}\n" in typed
    assert sum(bool(step["old"]) for step in steps()) == 2
