"""jalon cite: the sources of an event, in four formats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say

AT_PASSAGE = "https://rtl.example/item#:~:text=environ%20150,n%C3%A9gociaient"


def test_in_text_each_citation_is_a_line(story: Path, say: Say) -> None:
    assert say("cite", "union") == (
        f"RTL, RTL item, 25 August 2025, {AT_PASSAGE}\nRTL, RTL item, 25 August 2025, https://rtl.example/item\n",
        "",
        0,
    )
    assert "25 août 2025" in say("cite", "union", "--lang", "fr").out


def test_in_markdown_the_title_is_a_link_to_the_passage(story: Path, say: Say) -> None:
    assert say("cite", "union", "--format", "markdown").out == (
        f"- RTL, [RTL item]({AT_PASSAGE}), 25 August 2025, “environ 150 … négociaient”\n"
        "- RTL, [RTL item](https://rtl.example/item), 25 August 2025\n"
    )


def test_a_citation_manager_gets_an_entry_a_source(story: Path, say: Say) -> None:
    assert say("cite", "union", "--format", "bibtex").out == (
        "@misc{rtl,\n"
        "  title        = {{RTL item}},\n"
        "  howpublished = {RTL},\n"
        "  year         = {2025},\n"
        "  month        = aug,\n"
        "  day          = {25},\n"
        "  url          = {https://rtl.example/item},\n"
        "  note         = {“environ 150 … négociaient”},\n"
        "}\n"
    )
    (item,) = json.loads(say("cite", "union", "--format", "csl-json").out)
    assert (item["id"], item["issued"]) == ("rtl", {"date-parts": [[2025, 8, 25]]})


def test_of_a_query_each_source_is_cited_once(story: Path, say: Say) -> None:
    assert say("cite", "-q", "actor:ikanbi", "--format", "bibtex").out.count("@misc") == 1
    assert say("cite", "-q", "actor:ikanbi country:FR").err.startswith("Nothing matches")


def test_an_event_without_sources_says_so(tmp_path: Path, say: Say) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("events:\n- {id: a, date: 2025, title: A}\n", encoding="utf-8")
    assert say("cite", str(file), "a") == ("", "no source is cited\n", 0)
    assert say("cite", str(file), "a", "--format", "csl-json").out == "[]\n"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ([], "which event? none is named; jalon cite [FILE] EVENT"),
        (["unoin"], 'no event is called "unoin"; did you mean "union"?'),
        (["end", "ban"], 'one event at a time: "ban" is a second; jalon cite [FILE] EVENT'),
    ],
)
def test_what_cannot_be_cited_is_refused(words: list[str], error: str, story: Path, say: Say) -> None:
    assert say("cite", *words) == ("", f"jalon: {error}\n", 2)
