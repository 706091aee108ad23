"""jalon show: one event whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say


def test_an_event_is_shown_with_its_claims_and_sources(story: Path, say: Say) -> None:
    said = say("show", "union", "--width", "60")
    assert (said.err, said.code) == ("", 0)
    for part in ("The union speaks", "25 August 2025", "Belgium", "Morocco", "150 people", "163 people", "RTL"):
        assert part in said.out
    assert max(map(len, said.out.splitlines())) <= 60
    assert "\x1b" not in said.out


@pytest.mark.parametrize("words", [["end"], ["events.yaml", "end"], ["./events.yaml", "end"]])
def test_json_is_the_record_that_print_gives(words: list[str], story: Path, say: Say) -> None:
    printed = json.loads(say("print", "--format", "json").out)
    assert json.loads(say("show", *words, "--format", "json").out) == printed[1]


def test_markdown_is_an_article(story: Path, say: Say) -> None:
    said = say("show", "end", "--format", "markdown", "--lang", "fr")
    head = "# Fin du contrat\n\n- Quand\u202f: 31 décembre 2025\n- Statut\u202f: annoncé (31 décembre 2025)"
    assert said.out.startswith(head)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ([], "which event? none is named; jalon show [FILE] EVENT"),
        (["events.yaml"], "which event? none is named; jalon show [FILE] EVENT"),
        (["unoin"], 'no event is called "unoin"; did you mean "union"?'),
        (["end", "ban"], 'one event at a time: "ban" is a second; jalon show [FILE] EVENT'),
        (["end", "events.yaml"], '"end" is not a file, and "events.yaml" comes after it; the file comes first'),
        (["missing.yaml", "end"], "missing.yaml: there is no such file"),
    ],
)
def test_what_cannot_be_shown_is_refused(words: list[str], error: str, story: Path, say: Say) -> None:
    assert say("show", *words) == ("", f"jalon: {error}\n", 2)


def test_an_event_may_be_called_like_a_folder_here(story: Path, say: Say) -> None:
    (story / "end").mkdir()
    assert "The contract ends" in say("show", "end").out
