"""What is asked on the command line: a query, a saved view, options; a faulty query is shown with its reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say

VIEWS = """\
views:
  Belgium: {query: "country:BE"}
  wrong:
    query: kind:lawz
"""


def ids(say: Say, *words: str) -> list[str]:
    said = say("print", *words, "--format", "json")
    assert said.code == 0, said.err
    return [event["id"] for event in json.loads(said.out)]


@pytest.fixture
def views(story: Path) -> Path:
    with (story / "events.yaml").open("a", encoding="utf-8") as file:
        file.write(VIEWS)
    return story


@pytest.mark.parametrize(
    ("words", "events"),
    [
        (["-q", "actor:ikanbi -kind:contract"], ["union"]),
        (["--query", "fin"], ["end"]),
        (["-q", ""], ["union", "end", "ban"]),
        (["-q", "-country:FR"], ["union", "end"]),
        (["-q", "kind:law OR kind:contract"], ["end", "ban"]),
        (["-q", "kind:law OR kind:contract", "--country", "BE"], ["end"]),
        (["-q", "possibly:2026-08", "--kind", "law"], ["ban"]),
        (["--saved", "belgium"], ["union", "end"]),
        (["--saved", "Belgium", "-q", "is:planned"], ["end"]),
        (["--saved", "Belgium", "--kind", "announcement"], ["union"]),
    ],
)
def test_all_that_is_asked_has_to_be_met(words: list[str], events: list[str], views: Path, say: Say) -> None:
    assert ids(say, *words) == events


def test_a_faulty_query_is_shown_with_its_reason(story: Path, say: Say) -> None:
    assert say("print", "-q", "kind:law actor:ikanby") == (
        "",
        'query:1:16: error[unknown-name]: no actor is called "ikanby"\n'
        "  |\n"
        "1 | kind:law actor:ikanby\n"
        '  |                ^^^^^^ did you mean "ikanbi"?\n',
        2,
    )


def test_a_faulty_view_is_told_by_its_name(views: Path, say: Say) -> None:
    said = say("print", "--saved", "wrong")
    assert (said.out, said.code) == ("", 2)
    assert said.err.startswith('view wrong:1:6: error[unknown-name]: no kind is called "lawz"\n')
    assert '| kind:lawz\n  |      ^^^^ did you mean "law"?' in said.err


def test_a_fault_that_steers_the_terminal_is_only_text(story: Path, say: Say) -> None:
    said = say("print", "-q", "actor:\x1b]52;c;aGk=\x07x")
    assert said.code == 2
    assert not set(said.err) & set("\x1b\x07\x9b")


def test_a_view_that_is_not_there_is_refused(views: Path, say: Say) -> None:
    assert say("print", "--saved", "belgim").err == 'jalon: no view is called "belgim"; did you mean "Belgium"?\n'
    assert say("print", "--saved", "x").err == 'jalon: no view is called "x"; there are Belgium, wrong\n'


def test_a_file_without_views_says_so(story: Path, say: Say) -> None:
    assert say("print", "--saved", "x") == ("", 'jalon: no view is called "x"; the file has no "views:"\n', 2)


def test_when_a_query_matches_nothing_it_says_which_part_to_drop(story: Path, say: Say) -> None:
    said = say("print", "-q", "contract kind:law -country:BE")
    assert said.err == (
        "Nothing matches contract kind:law -country:BE. Without contract: 1 · without kind: 0 · without country: 0\n"
    )


def test_check_says_which_view_asks_for_nothing(views: Path, say: Say) -> None:
    said = say("check", "--format", "json")
    (problem,) = [one for one in json.loads(said.out)["problems"] if one["severity"] != "hint"]
    assert (problem["code"], problem["line"], problem["column"]) == ("bad-query", 47, 17)


def test_show_takes_a_query_in_place_of_an_event(story: Path, say: Say) -> None:
    both = say("show", "-q", "actor:ikanbi", "--width", "60")
    one, other = say("show", "union", "--width", "60"), say("show", "end", "--width", "60")
    assert both.out == f"{one.out}\n{other.out}"
    assert [event["id"] for event in json.loads(say("show", "-q", "law", "--format", "json").out)] == []
    assert [event["id"] for event in json.loads(say("show", "-q", "ban", "--format", "json").out)] == ["ban"]
    assert json.loads(say("show", "ban", "--format", "json").out)["id"] == "ban"


def test_show_says_when_a_query_is_faulty_or_matches_nothing(story: Path, say: Say) -> None:
    assert say("show", "-q", "actor:").code == 2
    assert say("show", "-q", "kind:law country:BE").err == (
        "Nothing matches kind:law country:BE. Without kind: 2 · without country: 1\n"
    )
    assert say("show", "-q", "law", "ban").code == 2
