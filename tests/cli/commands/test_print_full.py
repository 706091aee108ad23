"""jalon print --full: a timeline on paper."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say


def test_a_page_is_headed_by_what_it_was_made_from(story: Path, say: Say) -> None:
    digest = sha256((story / "events.yaml").read_bytes()).hexdigest()[:12]
    for name in ("events.yaml", str(story / "events.yaml")):
        page = say("print", name, "--full", "--actor", "ikanbi", "--width", "80").out
        assert page.splitlines()[:6] == [
            "A story",
            "",
            f"file   events.yaml, sha-256 {digest}",
            "query  actor:ikanbi",
            "day    22 November 2026",
            "2 of 3 events · 2 on one source · 1 disputed · 1 overdue · 0 sources undated",
        ]
    assert "union               The union speaks\n" in page
    assert "[1a], RTL" not in page
    assert "\n   a  “environ 150 … négociaient”\n" in page


def test_a_page_in_markdown_has_footnotes(story: Path, say: Say) -> None:
    page = say("print", "--full", "--format", "markdown").out
    assert page.startswith("# A story\n\n- File: events.yaml, sha-256 ")
    assert "[^1]: RTL, RTL item, 25 August 2025, " in page


@pytest.mark.parametrize("form", ["json", "csv"])
def test_data_has_no_pages(form: str, story: Path, say: Say) -> None:
    error = f"jalon: --full is for paper, and {form} is data; {form} holds every event whole without it\n"
    assert say("print", "--full", "--format", form) == ("", error, 2)


def test_nothing_that_matches_is_said_and_the_page_is_headed_all_the_same(story: Path, say: Say) -> None:
    said = say("print", "--full", "-q", "actor:ikanbi country:FR")
    assert "0 of 3 events" in said.out
    assert said.err.startswith("Nothing matches")
