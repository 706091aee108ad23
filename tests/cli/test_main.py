"""Which command a line of words means, and what is said when it means none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.cli.help_list import COMMANDS, OPENING
from tui.cli.main import OPEN

if TYPE_CHECKING:
    from tests.cli.conftest import Say


@pytest.mark.parametrize(
    ("words", "routed"),
    [
        ([], [OPEN]),
        (["events.yaml"], [OPEN, "events.yaml"]),
        (["-"], [OPEN, "-"]),
        (["no/such/file"], [OPEN, "no/such/file"]),
        (["missing.yml"], [OPEN, "missing.yml"]),
        (["plain"], [OPEN, "plain"]),  # it exists
        (["print", "-"], ["print", "-"]),
        (["print", "print"], ["print", "print"]),
        (["--lang", "fr"], [OPEN, "--lang", "fr"]),
        (["--lang", "fr", "print", "--ascii"], ["print", "--lang", "fr", "--ascii"]),
        (["--lang=fr", "--ascii", "show", "end"], ["show", "--lang=fr", "--ascii", "end"]),
        (["--help", "print"], ["print", "--help"]),
        (["--", "events.yaml"], [OPEN, "--", "events.yaml"]),
        (["date", "-0044"], ["date", "-0044"]),
    ],
)
def test_the_first_word_is_a_command_or_a_file(words: list[str], routed: list[str], story: Path) -> None:
    (story / "plain").touch()
    assert main.whole().routed(words) == routed


@pytest.mark.parametrize(
    ("word", "error"),
    [
        ("chek", 'jalon: "chek" is neither a command nor a file; did you mean check?'),
        ("Print", 'jalon: "Print" is neither a command nor a file; did you mean print?'),
        ("ikanbi", 'jalon: "ikanbi" is neither a command nor a file; jalon --help lists the commands'),
        ("open", 'jalon: "open" is neither a command nor a file; jalon --help lists the commands'),
        ("a\x1b[31m", 'jalon: "a␛[31m" is neither a command nor a file; jalon --help lists the commands'),
        ("folder", 'jalon: "folder" is neither a command nor a file; jalon --help lists the commands'),
    ],
)
def test_a_word_that_is_neither_is_refused(word: str, error: str, story: Path, say: Say) -> None:
    (story / "folder").mkdir()
    assert say(word) == ("", f"{error}\n", 2)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["print", "--xyzzy"], "no such option '--xyzzy'; see jalon print --help"),
        (["--bogus"], "no such option '--bogus'; see jalon --help"),
        (
            ["print", "--width", "19"],
            "invalid value for '--width': 19 is not in the range 20<=x<=1000; see jalon print --help",
        ),
        (["print", "--today", "soon"], '--today takes a day such as 2026-11-22, and "soon" is none'),
        (["missing.yaml"], "missing.yaml: there is no such file"),
        (["print", "nowhere"], '"nowhere" is not a file; a FILE exists, is "-", holds a "/" or ends in .yaml or .yml'),
        (["print", "a.yaml", "b.yaml"], 'one file at a time: "b.yaml" is a second'),
        (["print", "folder"], "folder: there is no YAML file in this folder"),
        (
            ["print", "events.yaml", "extra"],
            'unexpected argument "extra"; one FILE is enough: it exists, is "-", holds a "/" or ends in .yaml or .yml',
        ),
        (
            ["events.yaml", "print"],
            'unexpected argument "print"; one FILE is enough: it exists, is "-", holds a "/" or ends in .yaml or .yml',
        ),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(words: list[str], error: str, story: Path, say: Say) -> None:
    (story / "folder").mkdir()
    assert say(*words) == ("", f"jalon: {error}\n", 2)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_begins_with_its_examples(name: str, say: Say) -> None:
    said = say(name, "--help")
    assert said.code == 0
    usage, _, title, first, *_ = said.out.splitlines()
    assert usage.startswith(f"Usage: jalon {name} ")
    assert title == "  Examples:"
    example, does = COMMANDS[name].examples[0]
    assert first.startswith(f"    {example} ")
    assert first.endswith(f" {does}")


@pytest.mark.parametrize("words", [["--help"], ["story.yaml", "--help"]])
def test_the_help_of_jalon_begins_with_examples_and_lists_the_commands(words: list[str], say: Say) -> None:
    said = say(*words)
    assert said.code == 0
    assert said.out.splitlines()[0] == "Usage: jalon [OPTIONS] [FILE] | COMMAND …"
    assert said.out.splitlines()[2] == "  Examples:"
    for name, entry in COMMANDS.items():
        assert f"  {name} " in said.out
        assert entry.says.split(",")[0] in said.out


def test_help_imports_no_command(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    for entry in (*COMMANDS.values(), OPENING):
        monkeypatch.setitem(sys.modules, entry.module, None)  # importing it would fail
    assert say("--help").code == 0


def test_jalon_without_a_terminal_prints(story: Path, say: Say) -> None:
    assert say() == say("print")
    assert say("events.yaml", "--lang", "fr", "--ascii") == say("print", "--lang", "fr", "--ascii")
    assert say("./events.yaml").out.startswith(" A story ")
