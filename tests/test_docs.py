"""What the documents say is so: keys, files, commands and examples are held against the program."""

from __future__ import annotations

import re
import runpy
import shlex
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

import tui
from tests.conftest import ROOT
from tui.app import commands
from tui.cli.help_list import COMMANDS
from tui.core.exchange import fields
from tui.core.export.carried import FORMATS
from tui.core.problems.problem import CODES, HINT
from tui.core.query.names import Names
from tui.core.query.parser import parse_query
from tui.core.query.tree import FIELDS, FLAGS
from tui.core.text import messages
from tui.store.read.timeline import read

if TYPE_CHECKING:
    from tests.conftest import Jalon


README = ROOT / "README.md"
DOCS = ROOT / "docs"
PROBLEMS = DOCS / "problems.md"
PROMISES = DOCS / "promises.md"
SCREEN = DOCS / "screen.md"
QUERIES = DOCS / "queries.md"
NAMES = ("as-of", "commands", "editors", "export", "format", "import", "page", "proof", "sharing")
GUIDES = [README, SCREEN, QUERIES, *(DOCS / f"{name}.md" for name in NAMES)]
DOCUMENTS = [
    *GUIDES, PROBLEMS, PROMISES, DOCS / "translating.md",
    ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "bench" / "README.md",
]  # fmt: skip
READS = re.compile(r"jalon (?:print|about|show|claims|cite|who|diff --days|ids|date|check(?! --since)|where|help)\b")
SHIPPED = (ROOT / "events.yaml").read_bytes()


def blocks(document: Path, language: str) -> list[str]:
    """The fenced blocks in that language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```", document.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_the_page_of_the_screen_lists_every_key() -> None:
    lines = SCREEN.read_text(encoding="utf-8").splitlines()
    rows = [f"| {keys} | {does} |" for _, group in commands.table() for keys, does in group]
    assert [row for row in rows if row not in lines] == []


def test_every_timeline_in_a_guide_is_one_that_jalon_reads_without_a_word() -> None:
    found = [(guide, block) for guide in GUIDES for block in blocks(guide, "yaml")]
    assert len(found) >= 3
    for guide, block in found:
        reading = read(block.encode(), guide.name)
        assert [problem for problem in reading.problems if problem.severity != HINT] == []
        assert reading.timeline.events


def test_every_query_in_a_guide_means_something_in_the_shipped_timeline() -> None:
    names = Names(read(SHIPPED, "events.yaml").timeline)
    asking = QUERIES.read_text(encoding="utf-8")
    cells = [line.split(" | ")[0] for line in asking.splitlines() if line.startswith("| `")]
    queries = re.findall(r"`([^`]+)`", " ".join(cells))
    assert {field for query in queries for field in re.findall(r"\b([a-z]+(?:-[a-z]+)*):", query)} == set(FIELDS)
    texts = " ".join(guide.read_text(encoding="utf-8") for guide in GUIDES)
    queries += [quoted or bare for quoted, bare in re.findall(r"-q (?:'([^']+)'|([^\s`']+))", texts)]
    for query in queries:
        parse_query(query, names)
    hints = PROBLEMS.read_text(encoding="utf-8")
    for field, words in FLAGS.items():
        for word in words:
            assert f"`{word}`" in (hints if field == "hint" else asking) or f"`{field}:{word}`" in asking


def test_the_readme_says_of_the_story_what_the_file_holds() -> None:
    timeline = read(SHIPPED, "events.yaml").timeline
    text = " ".join(README.read_text(encoding="utf-8").split())
    assert f"{len(timeline.events)} events from {len(timeline.sources)} sources, five of them the core" in text
    dates = {event.id: event.date.text for event in timeline.events}
    assert (dates["ikanbi-contract-end"], dates["ikanbi-transition"]) == ("2025-12-31", "2025-10/2026-03-31")
    assert "was to end on 31 December 2025, with a handover from October 2025 to March 2026" in text


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
    assert made["PAGES"].keys() == messages.LANGUAGES.keys()
    for language, page in made["PAGES"].items():
        assert page.read_text(encoding="utf-8") == made["man_page"](language)


@pytest.mark.parametrize(
    ("language", "words"), [("fr", ("NOM", "COMMANDES", "FICHIER")), ("nl", ("NAAM", "OPTIES", "BESTAND"))]
)
def test_a_man_page_in_another_language_has_the_commands_and_options_of_the_english(
    language: str, words: tuple[str, ...]
) -> None:
    pages = [(ROOT / "man" / folder / "jalon.1").read_text(encoding="utf-8") for folder in ("", language)]
    english, own = (re.findall(r"^\.SS jalon [a-z\\ -]*[a-z]|^\\fB[\\a-z-]*", page, re.MULTILINE) for page in pages)
    assert english == own
    assert len(english) > 200
    assert [word for word in words if word not in pages[1]] == []
    prose = [set(re.findall(r"^[A-Za-z].{40,}$", page, re.MULTILINE)) for page in pages]
    assert prose[0] & prose[1] == set(), "make messages, translate, tools/make_completion.py"


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


def test_every_option_in_a_guide_is_one_that_jalon_has(jalon: Jalon) -> None:
    text = "\n".join(guide.read_text(encoding="utf-8") for guide in GUIDES)
    lines = re.findall(r"\bjalon (new source|notes (?:add|export|list|move)|[a-z]+) ([^`\n|]*)", text)
    lines = [(command, rest) for command, rest in lines if command.split()[0] in COMMANDS]
    helps = {command: jalon(*command.split(), "--help").stdout for command in {command for command, _ in lines}}
    used = {(command, option) for command, rest in lines for option in re.findall(r"(?<!\S)--[a-z-]+", rest)}
    assert len(used) > 30
    assert {(command, option) for command, option in used if option not in helps[command]} == set()


def test_the_page_of_imports_names_every_field() -> None:
    text = (DOCS / "import.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", text)) | {"end_year", "end_month", "end_day", "end_time"}
    assert set(fields.FIELDS) <= named


def test_every_command_stands_on_the_page_of_commands(jalon: Jalon) -> None:
    text = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"jalon {command}" not in text] == []


def test_what_the_guides_show_runs(jalon: Jalon, tmp_path: Path) -> None:
    """Each line of code that only reads: those that write, wait for somebody, or need git, have tests of their own."""
    (tmp_path / "events.yaml").write_bytes(SHIPPED)
    code = [line for guide in GUIDES for line in guide.read_text(encoding="utf-8").splitlines() if line[:4] == "    "]
    lines = {re.split(r" +#", line)[0].strip() for line in code if re.match(r"    jalon ", line)}
    reading = [shlex.split(line.split(" > ")[0])[1:] for line in sorted(lines) if READS.match(line)]
    assert len(reading) > 25
    for words in reading:
        if "png" not in words:
            ran = jalon(*words, env={"JALON_TODAY": "2026-11-22"})
            assert (ran.code, bool(ran.stdout or ran.stderr)) == (0, True), (words, ran.stderr)


def test_the_page_of_exports_names_each_format_and_what_it_shows_runs(jalon: Jalon, tmp_path: Path) -> None:
    """Each line of code writes into a folder of its own."""
    page = (DOCS / "export.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in page] == []
    (tmp_path / "events.yaml").write_bytes(SHIPPED)
    lines = [re.split(" +#| > ", line)[0].strip() for line in page.splitlines() if line.startswith("    jalon ")]
    assert len(lines) > 5
    for line in lines:
        ran = jalon(*shlex.split(line)[1:], env={"JALON_TODAY": "2026-11-22"})
        assert ran.code == 0, (line, ran.stderr)


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
    opens = re.compile(r'^ *"""(What|Whether|How|Where|Which|Who|Whose|Why|When|That)\b.*', re.MULTILINE)
    modules = [path for folder in ("bench", "tools", "tui") for path in (ROOT / folder).rglob("*.py")]
    texts = {str(path): path.read_text(encoding="utf-8") for path in modules}
    assert [(path, one[0]) for path, text in texts.items() for one in opens.finditer(text)] == []
