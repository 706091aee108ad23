"""An id is found however it was typed, and what was noted about it too."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

from tests.cli.conftest import Say

FILE = """\
timeline: {id: récit, title: T}
events:
- id: grève-liège
  date: 2025
  title: Grève
- id: b
  date: 2026
  title: B
views:
  last: {query: 'from:2025', order: newest}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    path = tmp_path / "t.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_id_is_found_in_either_form(form: str, path: Path, say: Say) -> None:
    name = normalize(form, "grève-liège")  # type: ignore[arg-type]  # unicodedata asks for a literal
    assert say("show", str(path), name).code == 0
    assert "grève-liège" in say("print", str(path), "-q", f"id:{name}", "--format", "csv").out
    assert say("print", str(path), "-q", f"in:{name}", "--format", "csv").code == 0


def test_a_note_stays_with_its_event_when_the_file_is_saved_in_another_form(path: Path, say: Say) -> None:
    say("notes", "add", "--file", str(path), normalize("NFD", "grève-liège"), "my word")
    path.write_text(normalize("NFD", FILE), encoding="utf-8")
    assert "no longer" not in say("notes", "list", "--file", str(path)).out
    assert "grève-liège" in say("print", str(path), "-q", "has:note", "--format", "csv").out
    assert "my word" in say("notes", "list", "--file", str(path), normalize("NFD", "grève-liège")).out


def test_a_file_in_another_form_does_not_differ(path: Path, say: Say) -> None:
    other = path.with_name("other.yaml")
    other.write_text(normalize("NFD", FILE), encoding="utf-8")
    assert "nothing differs" in say("diff", str(path), str(other)).out
    before = other.read_bytes()
    say("fmt", str(other))
    assert normalize("NFD", other.read_text(encoding="utf-8")) == other.read_text(encoding="utf-8")
    assert len(other.read_bytes()) >= len(before)


def test_the_order_of_a_view_is_that_of_its_rows(path: Path, say: Say) -> None:
    rows = say("print", str(path), "--saved", "last", "--format", "csv").out.splitlines()
    assert [row.partition(",")[0] for row in rows] == ["id", "b", "grève-liège"]
    assert [row.partition(",")[0] for row in say("print", str(path), "--format", "csv").out.splitlines()][1:] == [
        "grève-liège", "b",
    ]  # fmt: skip
