"""jalon check: problems on standard output, a summing up on standard error, and exit codes that mean something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.conftest import Jalon

GOOD = "events:\n- id: a\n  date: 2025\n  title: A\n"
BAD = GOOD + "  status: planed\n"
DOUBTFUL = GOOD + "  tags: [x, x]\n"
HINTED = "events:\n- date: 2025\n  title: A\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files of every kind, which is where we are."""
    for name, text in (("good", GOOD), ("bad", BAD), ("doubtful", DOUBTFUL), ("hinted", HINTED)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-22")
    return tmp_path


def test_a_good_file_is_said_to_be_one(folder: Path, say: Say) -> None:
    assert say("check", "good.yaml") == ("", "good.yaml: 1 event, no problems\n", 0)


def test_a_problem_is_shown_in_its_place(folder: Path, say: Say) -> None:
    assert say("check", "bad.yaml") == (
        'bad.yaml:5:11: error[unknown-status]: "planed" is no status\n'
        "  |\n"
        "5 |   status: planed\n"
        '  |           ^^^^^^ did you mean "planned"?\n',
        "bad.yaml: 1 event, 1 error\n",
        1,
    )


def test_colour_changes_nothing_but_colour(folder: Path, say: Say) -> None:
    import re

    plain, coloured = say("check", "bad.yaml").out, say("check", "--color", "always", "bad.yaml").out
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["good.yaml"], 0),
        (["doubtful.yaml"], 0),
        (["--strict", "doubtful.yaml"], 1),
        (["--strict", "hinted.yaml"], 0),
        (["bad.yaml", "good.yaml"], 1),
        (["good.yaml", "none.yaml"], 2),
        (["none.yaml", "bad.yaml"], 2),
        (["."], 1),
        (["--format", "xml", "good.yaml"], 2),
    ],
)
def test_the_exit_code_is_that_of_the_worst_file(folder: Path, say: Say, args: list[str], code: int) -> None:
    assert say("check", *args).code == code


def test_without_a_file_it_is_the_one_in_this_folder(folder: Path, say: Say) -> None:
    (folder / "events.yaml").write_text(BAD, encoding="utf-8")
    assert say("check").err == "events.yaml: 1 event, 1 error\n"


def test_the_shipped_timeline_is_checked_when_there_is_none_here(folder: Path, say: Say) -> None:
    said = say("check", "--strict")
    assert (said.out, said.code) == ("", 0)
    assert said.err.endswith("no problems\n")


def test_what_cannot_be_read_does_not_stop_the_others(folder: Path, say: Say) -> None:
    said = say("check", "none.yaml", "good.yaml")
    assert said.err == "jalon: none.yaml: there is no such file\ngood.yaml: 1 event, no problems\n"
    assert (said.out, said.code) == ("", 2)


def test_json_is_one_object_a_file(folder: Path, say: Say) -> None:
    (folder / "latin.yaml").write_bytes(b"a: \xe9t\xe9\n")
    said = say("check", "--format", "json", "good.yaml", "bad.yaml", "latin.yaml")
    good, bad, latin = map(json.loads, said.out.splitlines())
    assert good == {"file": "good.yaml", "events": 1, "problems": []}
    assert bad["problems"] == [
        {
            "code": "unknown-status", "severity": "error", "line": 5, "column": 11, "end_line": 5, "end_column": 17,
            "message": '"planed" is no status', "hint": 'did you mean "planned"?',
        }
    ]  # fmt: skip
    (problem,) = latin["problems"]
    assert (latin["events"], problem["code"], problem["line"], problem["column"]) == (0, "unreadable", 1, 4)
    assert "byte 0xE9 at 1:4" in problem["message"]
    assert (said.err, said.code) == ("", 2)
    assert say("check", "--json", "bad.yaml").out == said.out.splitlines(keepends=True)[1]


def test_hostile_text_is_escaped_in_json_and_shown_as_symbols_in_text(folder: Path, say: Say) -> None:
    (folder / "x.yaml").write_text(GOOD + '  status: "\u202e\\e]52;x\\a"\n', encoding="utf-8")
    assert "\\u202e\\u001b]52;x\\u0007" in say("check", "--json", "x.yaml").out
    out = say("check", "x.yaml").out
    assert "<U+202E>␛]52;x␇" in out
    assert "\x1b" not in out


def test_standard_input_is_a_file(jalon: Jalon) -> None:
    ran = jalon("check", "-", input=BAD)
    assert ran.stdout.startswith("standard input:5:11: error[unknown-status]")
    assert (ran.stderr, ran.code) == ("standard input: 1 event, 1 error\n", 1)


def test_a_check_imports_neither_textual_nor_what_only_others_need(jalon: Jalon) -> None:
    ran = jalon("check", "-", input=GOOD, env={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.split("|")[-1].strip() for line in ran.stderr.splitlines()}
    assert not imported & {"textual", "pendulum", "tinydb", "rich", "difflib", "json"}


def test_where_text_ends_is_said_in_json_too(folder: Path, say: Say) -> None:
    (folder / "nul.yaml").write_bytes(b"events:\n- id: \0\n")
    (problem,) = json.loads(say("check", "--json", "nul.yaml").out)["problems"]
    assert (problem["line"], problem["column"], problem["end_column"]) == (2, 7, 8)


def test_standard_input_is_read_once(say: Say) -> None:
    said = say("check", "-", "-")
    assert (said.code, said.out) == (2, "")
    assert "standard input is named twice" in said.err


def test_an_empty_standard_input_is_called_by_its_name(jalon: Jalon) -> None:
    assert "There are no events in standard input." in jalon("print", "-")[1]


DOUBTED = (f"- id: e{n}\n  date: 2025-01-0{n}\n  title: T{n}\n  tags: [x, x]\n" for n in range(1, 9))
MANY = f"events:\n{''.join(DOUBTED)}{BAD.removeprefix('events:')[1:]}"


def test_of_many_problems_errors_come_first_and_five_of_each_code_are_shown(folder: Path, say: Say) -> None:
    (folder / "many.yaml").write_text(MANY, encoding="utf-8")
    said = say("check", "many.yaml")
    heads = [line for line in said.out.splitlines() if line.startswith("many.yaml:")]
    assert [head.split()[1] for head in heads] == ["error[unknown-status]:"] + ["warning[duplicate-value]:"] * 6
    assert heads[-1] == "many.yaml:25:13: warning[duplicate-value]: … and 3 more like it: --all shows them"
    assert said.out.endswith("8  warning[duplicate-value]  the same value twice in a list\n")
    assert said.err == "many.yaml: 9 events, 1 error, 8 warnings\n"
    assert say("check", "--all", "many.yaml").out.count("duplicate-value") == 8


def test_problems_are_chosen_by_code_or_severity_and_counted(folder: Path, say: Say) -> None:
    (folder / "many.yaml").write_text(MANY, encoding="utf-8")
    assert say("check", "--only", "error", "many.yaml").err == "many.yaml: 9 events, 1 error\n"
    ignored = say("check", "--ignore", "unknown-status,duplicate-value", "many.yaml")
    assert (ignored.err, ignored.code) == ("many.yaml: 9 events, no problems\n", 0)
    assert say("check", "--statistics", "--only", "duplicate-value", "many.yaml").out == (
        "8  warning[duplicate-value]  the same value twice in a list\n"
    )
    unknown = say("check", "--only", "eror", "many.yaml")
    assert (unknown.err, unknown.code) == ('jalon: "eror" is the code of nothing: did you mean "error"?\n', 2)


@pytest.mark.parametrize("form", ["json", "github"])
def test_statistics_are_a_text(say: Say, form: str) -> None:
    said = say("check", "--statistics", "--format", form)
    assert said.code == 2
    assert "--statistics is a text" in said.err


def test_an_excerpt_shows_no_password_and_its_carets_stand_right(tmp_path: Path, say: Say) -> None:
    path = tmp_path / "story.yaml"
    path.write_text('sources:\n  a: {title: A, url: "https://me:secret@h.example/"}\nevents: []\n', encoding="utf-8")
    said = say("check", str(path), "--width", "100")
    assert "secret" not in said.out + said.err
    assert '2 |   a: {title: A, url: "https://me:******@h.example/"}\n  |                      ^^^' in said.out


def test_a_file_of_a_folder_that_is_no_text_is_named(say: Say, tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "a.yaml").write_text("events: []\n")
    (tmp_path / "story" / "b.yaml").write_bytes(b"# \xff\n")
    said = say("check", str(tmp_path / "story"))
    assert "story/b.yaml: not text in UTF-8: byte 0xFF at 1:3" in said.err
