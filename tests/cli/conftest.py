"""A short timeline for the command line to speak of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.cli.base import streams
from tui.cli.main import run

STORY = """\
timeline:
  id: story
  title: A story
  title_fr: Une histoire
  language: en
actors:
  ikanbi: {name: iKanbi, aliases: [IKB, Shared]}
  trends: {name: Trends, aliases: [Shared]}
sources:
  rtl:
    title: RTL item
    publisher: RTL
    url: https://rtl.example/item
    published: 2025-08-25
    passages:
      jobs: environ 150 … négociaient
events:
- id: union
  date: 2025-08-25
  title: The union speaks
  kind: announcement
  actors: ikanbi
  countries: [BE, MA]
  claims:
    jobs:
      150 people: rtl#jobs
      163 people: rtl
- id: end
  date: 2025-12-31
  title: The contract ends
  title_fr: Fin du contrat
  kind: contract
  status: planned
  actors: ikanbi
  countries: BE
  sources: rtl
- id: ban
  date: 2026-08-11
  title: The ban
  kind: law
  status: in-force
  countries: FR
  sources: rtl
"""


class Said(NamedTuple):
    """What a command wrote, and its exit code."""

    out: str
    err: str
    code: int


Say = Callable[..., Said]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with events.yaml in it, which is where we are."""
    (tmp_path / "events.yaml").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-22")
    return tmp_path


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command line in this process."""

    def saying(*args: str) -> Said:
        code = streams.guarded(lambda: run(list(args)))
        out, err = capsys.readouterr()
        return Said(out, err, code)

    return saying
