"""What a shell is told may come next."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import STORY
from tests.conftest import ROOT, Jalon
from tui.cli.completion.candidates import candidates, complete
from tui.cli.help_list import COMMANDS


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a story, a second one, and a folder in it, which is where we are."""
    text = STORY.replace("  kind: law\n", "  kind: law\n  tags: [calls, two words]\n")
    (tmp_path / "events.yaml").write_text(f"{text}views: {{mine: {{query: kind:law}}}}\n")
    (tmp_path / "other.yaml").write_text("events:\n- {id: else, date: 2025, title: Else}\n")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*words: str) -> list[str]:
    """The candidates for the last of the words."""
    return [word for word, _ in candidates(list(words))]


def test_commands_files_and_folders_come_first() -> None:
    assert set(COMMANDS) <= set(found(""))
    assert {"events.yaml", "other.yaml", "sub/"} <= set(found(""))
    assert "notes.txt" not in found("")
    assert found("pri") == ["print"]
    assert [means for word, means in candidates(["fm"])] == [COMMANDS["fmt"].says.rstrip(".")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("print --act", ["--actor"]),
        ("print --actor ", ["ikanbi", "trends"]),
        ("print --actor=ik", ["--actor=ikanbi"]),
        ("print --format j", ["json"]),
        ("print --tag ", ["calls", "two words"]),
        ("print --saved ", ["mine"]),
        ("print --status in", ["in-force", "inferred"]),
        ("print --source ", ["rtl"]),
        ("print --theme e", ["encre"]),
        ("print e", ["events.yaml"]),
        ("print other.yaml --kind ", []),
        ("show ", ["events.yaml", "other.yaml", "sub/", "union", "end", "ban"]),
        ("show other.yaml ", ["else"]),
        ("keep ", ["events.yaml", "other.yaml", "sub/", "rtl"]),
        ("keep r", ["rtl"]),
        ("show --lang fr u", ["union"]),
        ("new --source rtl", ["rtl", "rtl#jobs"]),
        ("new so", ["source"]),
        ("notes add e", ["events.yaml", "end"]),
        ("notes mo", ["move"]),
        ("check events.yaml o", ["other.yaml"]),
        ("check --explain unquoted-s", ["unquoted-start"]),
        ("help as", ["as-of"]),
        ("ids events", ["events.yaml", "events"]),
        ("completion z", ["zsh"]),
        ("print -q act", ["actor:"]),
        ("print -q kind:law -ac", []),
        ("nonsense ", []),
    ],
)
def test_each_place_has_its_words(line: str, expected: list[str]) -> None:
    assert found(*line.split(" ")) == expected


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert found("show", "pipe.yaml", "") == []


def test_a_query_is_completed_at_its_last_word() -> None:
    assert found("print", "-q", "kind:law -actor:ik") == ["kind:law -actor:ikanbi"]
    assert found("print", "-q", "(actor:ikanbi,tr") == ["(actor:ikanbi,trends"]
    assert found("print", "-q", "tag:") == ["tag:calls", 'tag:"two words"']
    assert found("print", "-q", "has:pas") == ["has:passage"]


def test_bash_gets_what_it_puts_behind_a_colon_and_quotes_what_it_must() -> None:
    assert complete(["bash", "jalon print -q actor:ik"]) == "ikanbi \n"
    assert complete(["bash", "jalon print -q 'actor:ik"]) == "actor:ikanbi' \n"
    assert complete(["bash", "jalon print --tag tw"]) == "two\\ words \n"
    assert complete(["bash", 'jalon print --tag "tw']) == 'two words" \n'
    assert complete(["bash", "jalon print su"]) == "sub/\n"
    assert complete(["bash", "jalon print -q act"]) == "actor:\n"
    assert complete(["bash", "jalon print --format=js"]) == "json \n"


def test_what_a_file_would_do_to_a_terminal_is_not_offered() -> None:
    hostile = 'events:\n- {id: "a\x1b[2J", date: 2025, title: x}\n- {id: b, title: "\x1b]0;"}\n'
    Path("events.yaml").write_text(hostile)
    assert found("show", "events.yaml", "") == ["b"]
    assert complete(["fish", "show", "events.yaml", ""]) == "b\t]0;\n"


@pytest.mark.parametrize("arguments", [[], ["bash"], ["zsh"], ["fish", ""], ["bash", "jalon '"], ["bash", "x\\"]])
def test_nothing_is_too_odd(jalon: Jalon, arguments: list[str]) -> None:
    ran = jalon("--complete", *arguments)
    assert (ran.code, ran.stderr) == (0, "")


def test_only_what_it_needs_is_imported() -> None:
    asking = "import sys; sys.argv[1:] = ['--complete', 'zsh', 'show', '']; from tui.__main__ import main; main()"
    imported = []
    for code in ("pass", asking):
        command = [sys.executable, "-X", "importtime", "-c", code]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        ran = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        imported.append({line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()})
    ours = {"tui", "tui.__main__", "tui.cli", "tui.cli.completion", "tui.cli.completion.candidates"}
    assert imported[1] - imported[0] <= ours | {"tui.cli.completion.names", "__future__", "gc"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
@pytest.mark.parametrize(
    ("line", "expected"),
    [("jalon show u", "union |"), ("jalon print -q actor:ik", "ikanbi |"), ("jalon print --tag tw", "two\\ words |")],
)
def test_bash_itself_completes(folder: Path, line: str, expected: str) -> None:
    command = folder / "jalon"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n')
    command.chmod(0o755)
    script = f"""\
. "{ROOT}/tui/cli/completion/jalon.bash"
COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}; COMP_WORDS=(jalon x)
_jalon; printf '%s|' "${{COMPREPLY[@]}}"
"""
    env = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}"}
    ran = subprocess.run(["bash", "-c", script], env=env, cwd=folder, capture_output=True, text=True, check=True)
    assert ran.stdout == expected
