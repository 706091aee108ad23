"""jalon check --explain: what a code means, in text or as data."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.conftest import Say
from tests.conftest import Jalon
from tui.core.problems.problem import CODES


def test_a_code_is_explained_with_an_example_and_its_cure(say: Say) -> None:
    assert say("check", "--explain", "unknown-country", "--width", "72") == (
        "error[unknown-country]: a country without such a code\n"
        "\n"
        "Write the code of the country, with two letters (ISO 3166-1), XK for\n"
        "Kosovo, EU for the union. So each country has one name only.\n"
        "\n"
        "wrong:\n"
        "\n"
        "    - id: a\n"
        "      date: 2025\n"
        "      title: A\n"
        "      countries: [Belgium]\n"
        "\n"
        "right:\n"
        "\n"
        "    - id: a\n"
        "      date: 2025\n"
        "      title: A\n"
        "      countries: [BE]\n",
        "",
        0,
    )


def test_how_to_silence_a_hint_is_said(say: Say) -> None:
    assert "silence: {overdue-plan: the reason why}" in say("check", "--explain", "overdue-plan").out
    assert "silence:" not in say("check", "--explain", "bad-date").out


@pytest.mark.parametrize("words", [["--explain"], ["--explain", "all"]])
def test_without_a_code_all_are_listed(words: list[str], say: Say) -> None:
    said = say("check", *words)
    assert [line.split()[0] for line in said.out.splitlines()] == list(CODES)
    assert said.code == 0


def test_a_code_is_taken_as_a_problem_writes_it(say: Say) -> None:
    assert say("check", "--explain", "[tab]").out == say("check", "--explain", "tab").out


def test_an_explanation_is_data_too(say: Say) -> None:
    record = json.loads(say("check", "--json", "--explain", "single-source").out)
    assert (record["code"], record["severity"], record["silenceable"]) == ("single-source", "hint", True)
    assert {"means", "why", "wrong", "right"} < set(record)
    assert len(say("check", "--json", "--explain").out.splitlines()) == len(CODES)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--explain", "unquoted-colonn"], 'no problem has the code "unquoted-colonn"; did you mean unquoted-colon?'),
        (["--explain", "\x1b[31m"], 'no problem has the code "␛[31m"; jalon check --explain lists them all'),
        (["--explain", "tab", "x.yaml"], 'unexpected argument "x.yaml"; --explain takes one code, and no FILE'),
        (["--explain", "tab", "--format", "github"], "an explanation is text or data; --format text, or json"),
    ],
)
def test_what_cannot_be_explained_is_said(words: list[str], message: str, say: Say) -> None:
    assert say("check", *words) == ("", f"jalon: {message}\n", 2)


def test_an_explanation_fits_a_narrow_terminal(say: Say) -> None:
    prose = say("check", "--explain", "near-duplicate", "--width", "40").out.partition("wrong:")[0]
    assert max(map(len, prose.splitlines()[1:])) <= 40


def test_colour_changes_nothing_but_colour(say: Say) -> None:
    plain, coloured = (say("check", "--explain", "tab", "--color", color).out for color in ("never", "always"))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain != coloured


def test_an_explanation_imports_no_reader_of_files(jalon: Jalon) -> None:
    ran = jalon("check", "--explain", "tab", env={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.split("|")[-1].strip() for line in ran.stderr.splitlines()}
    assert not imported & {"textual", "yaml", "pendulum", "tinydb", "difflib", "tui.store.read.timeline"}
