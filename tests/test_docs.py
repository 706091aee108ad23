"""What the documents say is so: keys, files, commands and examples are held against the program."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

import tui
from tests.conftest import ROOT
from tui.app import commands
from tui.core.problems.problem import CODES, HINT
from tui.core.query.names import Names
from tui.core.query.parser import parse_query
from tui.core.query.tree import FIELDS, FLAGS
from tui.store.read.timeline import read

if TYPE_CHECKING:
    from tests.conftest import Jalon


README = ROOT / "README.md"
PROBLEMS = ROOT / "docs" / "problems.md"
PROMISES = ROOT / "docs" / "promises.md"
DOCUMENTS = [
    README, PROBLEMS, PROMISES, ROOT / "docs" / "translating.md",
    ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "bench" / "README.md",
]  # fmt: skip


def blocks(document: Path, language: str) -> list[str]:
    """The fenced blocks in that language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```", document.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_readme_lists_every_key() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    rows = [f"| {keys} | {does} |" for _, group in commands.table() for keys, does in group]
    assert [row for row in rows if row not in lines] == []


def test_every_timeline_in_the_readme_is_one_that_jalon_reads_without_a_word() -> None:
    for block in blocks(README, "yaml"):
        reading = read(block.encode(), "README.md")
        assert [problem for problem in reading.problems if problem.severity != HINT] == []
        assert reading.timeline.events


def test_every_query_in_the_readme_means_something_in_the_shipped_timeline() -> None:
    names = Names(read((ROOT / "events.yaml").read_bytes(), "events.yaml").timeline)
    text = README.read_text(encoding="utf-8")
    asking = text[text.index("\n## Asking\n") : text.index("\n## The file\n")]
    cells = [line.split(" | ")[0] for line in asking.splitlines() if line.startswith("| `")]
    queries = re.findall(r"`([^`]+)`", " ".join(cells)) + re.findall(r"-q '([^']+)'", text)
    assert {field for query in queries for field in re.findall(r"\b([a-z]+(?:-[a-z]+)*):", query)} == set(FIELDS)
    for query in queries:
        parse_query(query, names)
    hints = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    for field, words in FLAGS.items():
        for word in words:
            assert f"`{word}`" in (hints if field == "hint" else asking) or f"`{field}:{word}`" in asking


def test_the_page_of_problems_is_what_check_explains_now() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "make_problems_page.py"))["page"]()
    assert PROBLEMS.read_text(encoding="utf-8") == made
    assert [code for code in CODES if f"| [`{code}`](#{code}) |" not in made] == []


def test_the_page_of_the_architecture_is_what_the_imports_are_now() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "make_architecture_page.py"))["page"]()
    assert (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8") == made


def test_completion_and_man_page_are_what_the_commands_are_now() -> None:
    """Made anew by `PYTHONPATH=. .venv/bin/python tools/make_completion.py`."""
    made = runpy.run_path(str(ROOT / "tools" / "make_completion.py"))
    assert made["WORDS"].read_text(encoding="utf-8") == made["word_table"]()
    assert made["PAGE"].read_text(encoding="utf-8") == made["man_page"]()


def test_each_promise_names_tests_that_there_are() -> None:
    rows = [line for line in PROMISES.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    promises = [row for row in rows if not row.startswith("| jalon promises")]
    assert len(promises) > 30
    for row in promises:
        names = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row)
        assert names, row
        for path, name in names:
            tests = (ROOT / path).read_text(encoding="utf-8")
            assert re.search(rf"^(async )?def {name}\(", tests, re.MULTILINE), f"{path}::{name}"


def test_the_hooks_for_commits_run_commands_that_jalon_has() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert "jalon-check" in {hook["id"] for hook in hooks}
    for hook in hooks:
        assert hook["language"] == "python"
        assert hook["entry"].split()[0] == "jalon"
        for path in ("events.yaml", "stories/events.yml", "stories/calls.events.yaml"):
            assert re.search(hook["files"], path)
        assert not re.search(hook["files"], "events.yaml.orig")
        assert not re.search(hook["files"], "my-events.yaml")


def test_every_option_in_the_readme_is_one_that_jalon_has(jalon: Jalon) -> None:
    text = README.read_text(encoding="utf-8")
    lines = re.findall(r"\bjalon (new source|[a-z]+) ([^`\n|]*)", text)
    helps = {command: jalon(*command.split(), "--help").stdout for command in {command for command, _ in lines}}
    used = {(command, option) for command, rest in lines for option in re.findall(r"(?<!\S)--[a-z-]+", rest)}
    assert {(command, option) for command, option in used if option not in helps[command]} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_links_to_is_there(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_says_to_make_the_makefile_makes(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    code = re.findall(r"(?:`|^ {4}|^)make ([a-z]+)(?=`| |$)", document.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(code) <= targets


def test_the_shipped_timeline_is_without_fault(jalon: Jalon) -> None:
    ran = jalon("check", "--strict", "--today", "2026-11-22", ROOT / "events.yaml")
    assert (ran.code, ran.stdout) == (0, ""), ran.stdout


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == tui.__version__
    assert tui.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_a_docstring_begins_with_the_thing_that_it_is_about() -> None:
    opens = re.compile(r'^ *"""(What|Whether|How|Where|Which|Who|Whose|Why|When)\b.*', re.MULTILINE)
    modules = [path for folder in ("bench", "tools", "tui") for path in (ROOT / folder).rglob("*.py")]
    texts = {str(path): path.read_text(encoding="utf-8") for path in modules}
    assert [(path, one[0]) for path, text in texts.items() for one in opens.finditer(text)] == []
