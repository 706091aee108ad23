"""jalon exhibits: numbers that stay for ever, the next free one, and numbers written into a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say

STORY = """\
timeline:
  id: case            # ours
  title: The case
sources:
  a: {title: A, publisher: P}   # a note
  b: {title: B, url: "https://x.example/b",
      publisher: Q, }
  c:
    # the letter
    title: >-
      Long
      text

  d:
    title: D
    exhibit: 7
events:
- {id: e, date: 2025, title: E, sources: [a, b, c, d, "https://bare.example/x"]}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-22")
    Path("events.yaml").write_text(STORY)
    return Path("events.yaml")


def test_the_numbers_are_listed_with_the_next_free_one(say: Say) -> None:
    said = say("exhibits")
    assert said.out == "7  d  D\nthe next free number is 8\n"
    assert "4 sources have no number" in said.err
    told = json.loads(say("exhibits", "--format", "json").out)
    assert (told["next"], [one["id"] for one in told["exhibits"]]) == (8, ["d"])
    assert told["without"] == ["a", "b", "c", "https://bare.example/x"]
    assert say("exhibits", "--format", "csv").out.splitlines()[1] == "7,d,,D,,"


def test_a_number_is_written_into_its_source_and_nothing_else_is_touched(say: Say, here: Path) -> None:
    said = say("exhibits", "--give", "c", "--give", "a")
    assert said.code == 0
    assert "exhibit 8 is c\nexhibit 9 is a\n" in said.err
    assert here.read_text() == (
        STORY.replace("  c:\n", "  c:\n    exhibit: 8\n")
        .replace("publisher: P}", "publisher: P, exhibit: 9}")
        .replace("# ours\n", "# ours\n  exhibits: 9\n")
    )
    assert say("exhibits", "--give", "b").code == 0
    assert "publisher: Q, exhibit: 10 }\n" in here.read_text()
    assert "  exhibits: 10\n" in here.read_text()
    assert say("check").code == 0


def test_all_that_are_cited_get_one_but_for_bare_addresses(say: Say) -> None:
    said = say("exhibits", "--give-all")
    assert said.out == " 7  d  D\n 8  a  P: A\n 9  b  Q: B\n10  c  Long text\nthe next free number is 11\n"
    assert "every source that is cited has a number" in say("exhibits", "--give-all").err


def test_no_number_is_given_twice_though_its_source_has_gone(say: Say, here: Path) -> None:
    say("exhibits", "--give", "a")
    text = here.read_text()
    here.write_text(text.replace("  a: {title: A, publisher: P, exhibit: 8}   # a note\n", "").replace("[a, b", "[b"))
    assert say("exhibits").out.endswith("the next free number is 9\n")
    say("exhibits", "--give", "b")
    assert "exhibit: 9 }" in here.read_text()


def test_line_ends_and_marks_stay_as_they_are(say: Say, here: Path) -> None:
    here.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    assert say("exhibits", "--give", "c").code == 0
    changed = here.read_bytes().decode("utf-8-sig").replace("  exhibits: 8\r\n", "").replace("    exhibit: 8\r\n", "")
    assert changed == STORY.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("d", 'source "d" is exhibit 7; a number stays for ever'),
        ("z", 'no source is called "z"'),
        ("https://bare.example/x", 'has no entry of its own under "sources:"; give it one: an id, and its url'),
    ],
)
def test_what_cannot_have_a_number_is_refused(source: str, why: str, say: Say, here: Path) -> None:
    said = say("exhibits", "--give", "a", "--give", source)
    assert said.code == 2
    assert why in said.err
    assert here.read_text() == STORY


def test_a_private_exhibit_is_not_listed_and_its_number_is_not_given(say: Say, here: Path) -> None:
    here.write_text(STORY.replace("exhibit: 7", "exhibit: 7\n    private: true"))
    said = say("exhibits")
    assert said.out == "the next free number is 8\n"
    assert "withheld as private: 1 source" in said.err
    assert "7  d  D" in say("exhibits", "--with-private").out


def test_a_document_and_a_citation_name_the_number(say: Say) -> None:
    assert "exhibit 7" in say("cite", "e").out
    assert "exhibit 7" in say("export", "--to", "markwhen").out
    assert say("export", "--to", "docx", "-o", "c.docx").code == 0
    docx = pytest.importorskip("docx")
    events, sources = docx.Document("c.docx").tables
    assert "Exhibit 7, D" in events.rows[2].cells[2].text
    assert sources.rows[1].cells[0].text == "7"


def test_a_folder_is_one_timeline_and_each_number_goes_into_the_file_of_its_source(say: Say) -> None:
    Path("d").mkdir()
    Path("d/a.yaml").write_text("timeline:\n  id: fold\nsources:\n  a:\n    title: A\n    exhibit: 4\n")
    Path("d/b.yaml").write_text(
        "sources:\n  b: {title: B}\nevents:\n- {id: e, date: 2025, title: E, sources: [a, b]}\n"
    )
    said = say("exhibits", "d", "--give", "b")
    assert said.code == 0, said.err
    assert "b: {title: B, exhibit: 5}" in Path("d/b.yaml").read_text()
    assert "  exhibits: 5\n" in Path("d/a.yaml").read_text()
    assert say("exhibits", "d").out.endswith("the next free number is 6\n")
