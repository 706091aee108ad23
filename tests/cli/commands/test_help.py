"""jalon help: commands and topics, each true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.conftest import ROOT
from tui.cli.commands.help import TOPICS
from tui.cli.help_list import COMMANDS
from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_event_date
from tui.core.problems.problem import ERROR
from tui.core.query.names import Names
from tui.core.query.parser import parse_query
from tui.core.query.tree import FIELDS, FLAGS
from tui.store.read.timeline import read

PAGES = ROOT / "tui" / "topics"


@pytest.mark.parametrize("words", [["print"], ["notes", "move"], ["new", "source"], ["help"]])
def test_the_help_of_a_command_is_its_help(say: Say, words: list[str]) -> None:
    assert say("help", *words) == say(*words, "--help")


def test_without_a_word_it_is_the_help_of_jalon(say: Say) -> None:
    assert say("help") == say("--help")


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_is_told(say: Say, topic: str) -> None:
    said = say("help", topic)
    assert (said.err, said.code) == ("", 0)
    assert len(said.out.splitlines()) > 8
    assert say("help", topic, "--ascii").out.isascii() or TOPICS[topic].file or topic == "keys"


def test_another_word_is_refused_with_the_nearest(say: Say) -> None:
    assert say("help", "date") == say("date", "--help")
    assert say("help", "marcs") == ("", 'jalon: there is no help on "marcs"; did you mean "marks"?\n', 2)


def test_each_page_is_a_topic_and_none_is_a_command() -> None:
    assert {topic.file for topic in TOPICS.values() if topic.file} == {path.name for path in PAGES.glob("*.md")}
    assert not set(TOPICS) & set(COMMANDS)
    assert (
        max(len(line) for path in PAGES.rglob("*.md") for line in path.read_text(encoding="utf-8").splitlines()) <= 120
    )


def test_the_dates_of_the_topic_are_dates() -> None:
    text = (PAGES / "dates.md").read_text(encoding="utf-8")
    dates = [date for line in re.findall(r"^    (.+?)   ", text, re.MULTILINE) for date in line.split()]
    assert len(dates) > 8
    for date in dates:
        parse_event_date(date)
    with pytest.raises(DateError):
        parse_event_date("fin août 2025")


def test_the_queries_of_the_topic_mean_something_and_name_each_field() -> None:
    text = (PAGES / "queries.md").read_text(encoding="utf-8")
    names = Names(read((ROOT / "events.yaml").read_bytes(), "events.yaml").timeline)
    for query in re.findall(r"^    (.+?)   ", text, re.MULTILINE):
        parse_query(query, names)
    assert [field for field in FIELDS if f"{field}:" not in text] == []
    words = (word for field in ("is", "has") for word in FLAGS[field])
    assert [word for word in words if not re.search(rf"\b{word}\b", text)] == []


@pytest.mark.parametrize("path", sorted(PAGES.rglob("file.md")), ids=lambda path: path.parent.name)
def test_the_file_of_the_topic_is_one_without_errors(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    block = "\n".join(line[4:] for line in text.splitlines() if line.startswith("    "))
    reading = read(block.encode(), "file.md")
    assert [one for one in reading.problems if one.severity == ERROR] == []
    assert reading.timeline.countries == ("BE",)


def test_the_lines_of_the_topics_are_commands(say: Say) -> None:
    for path in PAGES.rglob("*.md"):
        for name in re.findall(r"\bjalon ([a-z]+)", Path(path).read_text(encoding="utf-8")):
            assert name in (*COMMANDS, "opens")


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("page", sorted(path.name for path in PAGES.glob("*.md")))
def test_each_topic_is_there_in_each_language(
    page: str, language: str, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    english, own = ((folder / page).read_text("utf-8") for folder in (PAGES, PAGES / language))
    terms = re.compile(r"\b[a-z-]+:(?=[A-Za-z0-9])|--[a-z-]+|\b(?:is|has):[a-z-]+|\[?\.\.[0-9-]*|20[0-9X]+[0-9/~?-]*")
    assert set(terms.findall(english)) - set(terms.findall(own)) <= {"https:"}
    monkeypatch.setenv("JALON_LANG", language)
    assert say("help", page.removesuffix(".md")).out == own
