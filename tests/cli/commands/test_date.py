"""jalon date: how a date is understood, or why it is none."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.conftest import Jalon
from tui.cli.base.request import Refusal
from tui.cli.commands.date import LONGEST, SHOWN, command
from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date

KEYS = ["text", "valid", "error", "start", "end", "precision", "words"]


def run(*args: str, stdin: bytes | None = None) -> Result:
    """The command as the program calls it; its exit code is the result's return value."""
    return CliRunner().invoke(command, list(args), input=stdin, standalone_mode=False, catch_exceptions=False)


def answers(*args: str, stdin: bytes | None = None) -> list[dict[str, Any]]:
    """The JSON objects that it prints, one a line."""
    return [json.loads(line) for line in run("--json", *args, stdin=stdin).stdout.splitlines()]


def test_a_date_is_explained_in_a_block_in_both_languages() -> None:
    result = run("2025-10/2026-03-31", "2026-08~")
    assert result.return_value == 0
    assert result.stdout == (
        "2025-10/2026-03-31\n"
        "  starts     2025-10-01 to 2025-10-31\n"
        "  ends       2026-03-31\n"
        "  precision  month\n"
        "  in words   October 2025 – 31 March 2026\n"
        "             octobre 2025 – 31 mars 2026\n"
        "\n"
        "2026-08~\n"
        "  point      2026-08-01 to 2026-08-31\n"
        "  precision  month\n"
        "  in words   about August 2026\n"
        "             vers août 2026\n"
    )


def test_one_language_may_be_asked_for() -> None:
    assert "août" in run("--lang", "fr", "2026-08").stdout
    assert "August" not in run("2026-08", "--lang=fr").stdout
    assert "août" not in run("2026-08", "--lang", "en").stdout


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[..2025-08-21~]", ["point      by 2025-08-21"]),
        ("[2025-08-21..]", ["point      2025-08-21 or later"]),
        ("2025-09/..", ["starts     2025-09-01 to 2025-09-30", "ends       any day"]),
        ("2025-09/", ["ends       2025-09-01 or later"]),
        ("2025-08-25T22:00", ["point      2025-08-25", "precision  minute", "time       22:00, local to the text"]),
        ("Y-17E7", ["point      Y-170000000-01-01 to Y-170000000-12-31"]),
    ],
)
def test_open_sides_and_times_are_said(text: str, lines: list[str]) -> None:
    shown = [line.strip() for line in run(text).stdout.splitlines()]
    assert set(lines) <= set(shown)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("-2025", "2025"),
        ("~2025-08-25", "2025-08-25~"),
        ("~2025-08/..", "2025-08~/.."),
        ("2025-08-25", None),
        ("-0044", None),
    ],
)
def test_a_date_that_is_hardly_meant_so_gets_a_hint(text: str, meant: str | None) -> None:
    (answer,) = answers("--", text)
    assert answer["valid"]
    assert answer.get("hint") == (meant and f"did you mean {meant}?")
    assert (f"hint       did you mean {meant}?" in run("--", text).stdout) == (meant is not None)


def test_the_times_of_an_interval_are_said() -> None:
    lines = [line.strip() for line in run("2025-08-25T22:00/2025-08-26T06:00").stdout.splitlines()]
    assert "time       22:00 to 06:00, local to the text" in lines


def test_a_wrong_date_is_explained_with_carets_under_the_place() -> None:
    result = run("2025-02-29", "2025")
    assert result.return_value == 1
    assert result.stdout.startswith(
        "2025-02-29\n"
        "        ^^\n"
        "  error      no such day: February 2025 has 28 days\n"
        "  hint       did you mean 2025-02-28?\n"
        "\n"
        "2025\n"
    )


@pytest.mark.parametrize(
    ("text", "first_lines"),
    [
        ("a\tb\x1b[31m", ["a␉b␛[31m", "^^^^^^^^"]),
        ("2025\n", ["2025"]),
        ("20\n25", ["20␊25", "  ^"]),
        ("2025\u202e", ["2025<U+202E>", "    ^^^^^^^^"]),
        ("２025", ["２025", "^^"]),
        ("", ["", "^"]),
        ("2025-\udcff", ["2025-<U+DCFF>", "     ^^^^^^^^"]),
    ],
)
def test_what_steers_a_terminal_is_shown_and_carets_stand_under_it(text: str, first_lines: list[str]) -> None:
    assert run(text).stdout.split("\n")[: len(first_lines)] == first_lines


def test_json_is_one_object_a_line_with_inclusive_days_and_null_where_open() -> None:
    (interval, by) = answers("2025-09/..", "[..2025-08-21~]")
    assert list(interval) == KEYS
    assert interval == {
        "text": "2025-09/..",
        "valid": True,
        "error": None,
        "start": {"earliest": "2025-09-01", "latest": "2025-09-30"},
        "end": {"earliest": None, "latest": None},
        "precision": "month",
        "words": "from September 2025 on",
    }
    assert by["start"] == by["end"] == {"earliest": None, "latest": "2025-08-21"}


def test_json_of_a_wrong_date_says_why() -> None:
    (answer,) = answers("Aug 2026")
    assert answer == {
        "text": "Aug 2026",
        "valid": False,
        "error": "a date is written in digits, not in words; did you mean 2026-08?",
        "start": None,
        "end": None,
        "precision": None,
        "words": None,
    }


@pytest.mark.parametrize("text", ["-0044", "-1XXX", "-0044-03-15", "-XXXX", "Y-17E7", "-0044/-0043"])
def test_a_year_before_year_0_is_no_option(text: str) -> None:
    assert [answer["text"] for answer in answers(text, "--lang", "en")] == [text]
    assert [answer["valid"] for answer in answers("2025", text, "--", text)] == [True] * 3
    assert run(text, "--json").stdout == run("--json", text).stdout


def test_standard_input_gives_one_answer_a_line_in_order() -> None:
    found = answers("2024", "-", "2026", stdin=b"2025-08\r\n\n  \n-0044\n\xff\xfe\nfin ao\xc3\xbbt 2025\n2025~")
    assert [(answer["text"], answer["valid"]) for answer in found] == [
        ("2024", True),
        ("2025-08", True),
        ("", False),
        ("  ", False),
        ("-0044", True),
        ("\ufffd\ufffd", False),
        ("fin août 2025", False),
        ("2025~", True),
        ("2026", True),
    ]
    assert found[2]["error"] == "a date is missing"
    assert found[5]["error"] == "not text in UTF-8"


def test_standard_input_with_nothing_in_it_gives_no_answer() -> None:
    assert answers("-", stdin=b"") == []
    assert run("-", stdin=b"").return_value == 0
    assert run("-", stdin=b"\n").return_value == 1


def test_a_byte_order_mark_and_a_nul_are_no_obstacle() -> None:
    assert [answer["valid"] for answer in answers("-", stdin=b"\xef\xbb\xbf2025\n2025\x00\n\x00\n")] == [
        True,
        False,
        False,
    ]


def test_every_line_of_text_answers_says_what_the_parser_says() -> None:
    texts = ["2025", "2025-13", "[1667,1668..1670]", "156X-12-25", "hello", "../.."]
    for text, answer in zip(texts, answers(*texts), strict=True):
        if answer["valid"]:
            assert parse_date(text).precision == answer["precision"]
        else:
            with pytest.raises(DateError, match=re.escape(answer["error"].partition(";")[0])):
                parse_date(text)


def test_the_program_explains_dates_and_its_exit_code_says_if_one_is_wrong(jalon: Jalon) -> None:
    ran = jalon("date", "-0044", "--json", "2025-02-29")
    assert (ran.code, ran.stderr) == (1, "")
    assert [json.loads(line)["valid"] for line in ran.stdout.splitlines()] == [True, False]
    assert jalon("date", "2025", "--color", "never", "--today", "2026-11-22").code == 0
    assert jalon("date").code == 2
    assert jalon("date", "--nonsense", "2025").code == 2


def test_arguments_that_are_not_utf_8_are_no_obstacle(jalon: Jalon) -> None:
    ran = jalon("date", "2025\udcff", "août 2025", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert (ran.code, ran.stderr) == (1, "")
    assert "error" in ran.stdout


def test_a_line_without_end_is_no_date_and_is_not_kept_whole() -> None:
    (long, short) = answers("-", stdin=b"2" * (LONGEST + 5) + b"\n2025\n")
    assert (len(long["text"]), long["error"]) == (SHOWN, "a line of more than 1,000,000 bytes is no date")
    assert short["valid"]


def test_standard_input_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.commands.date.LARGEST", 100)
    with pytest.raises(Refusal, match="standard input is too large"):
        run("-", stdin=b"2025\n" * 50)
