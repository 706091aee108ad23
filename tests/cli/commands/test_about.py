"""jalon about, and what a file says of its story wherever the whole is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say

STORY = """\
timeline: {id: tale-1, title: A tale, about: "It *tells* of one thing.\\n\\nNothing else.", about_fr: Une chose.}
events:
- {id: one, date: 2025, title: One, key: true}
- {id: two, date: 2026, title: Two, private: true}
"""


@pytest.fixture(autouse=True)
def tale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tale is in the folder where we are."""
    (tmp_path / "events.yaml").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_a_story_is_told_of_in_rows_a_document_and_data(say: Say) -> None:
    assert say("about").out == "A tale\n1 event · 0 sources · 0 actors\n\nIt *tells* of one thing.\n\nNothing else.\n"
    assert say("about", "--format", "markdown").out == "# A tale\n\nIt \\*tells\\* of one thing.\n\nNothing else.\n"
    data = json.loads(say("about", "--format", "json", "--lang", "fr").out)
    assert data == {
        "id": "tale-1", "language": "en", "title": "A tale", "about": "Une chose.", "events": 1, "sources": 0,
        "actors": 0, "key_events": ["one"], "titles": {"en": "A tale"},
        "abouts": {"en": "It *tells* of one thing.\n\nNothing else.", "fr": "Une chose."},
    }  # fmt: skip
    assert "withheld as private: 1 event" in say("about").err
    assert say("about", "--with-private").out.startswith("with what is private: 1 event\nA tale\n2 events")


def test_that_a_file_says_nothing_of_itself_is_said(say: Say) -> None:
    Path("events.yaml").write_text("events: [{id: a, date: 2025, title: A}]", "utf-8")
    assert "does not say what it is about" in say("about").out
    assert json.loads(say("about", "--format", "json").out)["about"] is None
    assert say("about", "--format", "markdown").out == "# Timeline\n"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_document_begins_with_it(lang: str, say: Say) -> None:
    said = "Une chose." if lang == "fr" else "It *tells* of one thing.\n\nNothing else."
    file = "fichier" if lang == "fr" else "file"
    marked = said.replace("*", r"\*")
    assert say("print", "--full", "--lang", lang).out.startswith(f"A tale\n\n{said}\n\n{file}")
    document = say("print", "--full", "--format", "markdown", "--lang", lang).out
    assert document.startswith(f"# A tale\n\n{marked}\n\n- {file.capitalize()}")
    assert f"\n\n{marked}\n\n## 2025" in say("print", "--format", "markdown", "--lang", lang).out


def test_as_published_by_a_day_it_is_written_later(say: Say) -> None:
    told = say("print", "--full", "--as-of", "2025-01-01").out
    assert told.startswith("A tale\n\nwritten later:\nIt *tells* of one thing.")
    assert "Written later: It" in say("print", "--format", "markdown", "--as-of", "2025-01-01").out
