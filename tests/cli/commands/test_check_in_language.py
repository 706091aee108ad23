"""Whatever is wrong with a file is said in the reader's language: message, cure, code and explanation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pseudo import Pseudo, unmarked
from tui.cli.base import streams
from tui.cli.main import run
from tui.core.problems.problem import CODES
from tui.core.query.tree import FIELDS
from tui.core.text import messages
from tui.core.text.messages import abridged, translated, worded, worded_number
from tui.core.text.typography import narrow_spaces
from tui.store.read.tables import TABLES
from tui.store.system import catalogues, explanations

BAD = sorted((ROOT / "tests/bad").glob("*.yaml"))
KEYS = re.compile(r"(?:^[ -]*|[{,] ?)([a-z_]+)(?=: )")
"""The keys in a line of a file."""
MISTAKES = ROOT / "tests/cli/commands/thirty/mistakes.yaml"
WORDS_OF_FILES = (
    "events actors sources views publish timeline true false UTF Latin gzip PDF jalon YAML EDTF UTC TAB "
    "OR AND NOT json company union person government regulator federation publisher reported planned in-force "
    "inferred cancelled en BE id strike law kind init url https http silence keep because undated order "
    "date title word query"
)
"""The words of files and of queries, which are the same in all languages."""


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Someone whose language is the marked one."""
    monkeypatch.setenv("JALON_TODAY", "2026-11-22")
    monkeypatch.setenv("JALON_LANG", "fr")
    monkeypatch.setattr(catalogues, "catalogue", lambda _language: Pseudo())
    yield
    messages.use(None)


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("path", [*BAD, MISTAKES], ids=lambda path: path.stem)
def test_nothing_wrong_is_said_in_words_that_are_not_marked(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert streams.guarded(lambda: run(["check", "--all", str(path)])) != streams.BUG
    out, err = capsys.readouterr()
    fields = [key for table in TABLES.values() for key in table]
    in_file = path.read_bytes().decode("utf-8", "replace")
    assert unmarked(out + err, (str(path), in_file, WORDS_OF_FILES, *CODES, *FIELDS, *fields)) == []


# ---- French ----


@pytest.fixture
def french() -> Iterator[None]:
    """Someone who reads French."""
    catalogues.speak("fr")
    yield
    messages.use(None)


@pytest.mark.parametrize("language", ["fr", "nl"])
@pytest.mark.parametrize("code", CODES)
def test_each_code_is_explained_in_each_language_with_an_example_of_the_same_keys(code: str, language: str) -> None:
    """The texts of an example are in the language too; another test has it of the same fault, and cured."""
    english = explanations.explanation(code)
    catalogues.speak(language)
    try:
        told = explanations.explanation(code)
    finally:
        messages.use(None)
    assert english is not None
    assert told is not None
    assert told.severity == english.severity
    for own, one in ((told.wrong, english.wrong), (told.right, english.right)):
        assert [KEYS.findall(line) for line in own.split("\n")] == [KEYS.findall(line) for line in one.split("\n")]
        assert "The " not in own
    assert told.means != english.means
    assert told.why != english.why
    assert language != "fr" or told.why == narrow_spaces(told.why)


@pytest.mark.usefixtures("french")
def test_a_problem_is_told_in_french_and_kept_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--lang", "fr", "--only", "unknown-actor", str(MISTAKES)])
    assert "erreur[unknown-actor]: aucun acteur ne s’appelle «\u202fsetka\u202f»" in capsys.readouterr().out


@pytest.mark.usefixtures("french")
def test_what_is_kept_is_english_until_it_is_shown() -> None:
    kept = worded('no actor is called "{name}"', name="x")
    assert kept == 'no actor is called "x"'
    assert str(ValueError(kept)) is kept
    assert f"{ValueError(kept)!s}" == translated(kept)
    assert f"{kept}" == translated(kept) == "aucun acteur ne s’appelle «\u202fx\u202f»"
    within = worded("{expected}, not {what}", expected=kept, what="y")
    assert within == 'no actor is called "x", not y'
    assert translated(within).startswith("aucun acteur")


@pytest.mark.usefixtures("french")
def test_a_text_that_is_too_long_is_shorter_in_all_languages() -> None:
    kept = abridged("no …", worded('no actor is called "{name}"', name="long"), name="l…")
    assert (kept, translated(kept)) == ("no …", "aucun acteur ne s’appelle «\u202fl…\u202f»")


@pytest.mark.usefixtures("french")
def test_a_number_keeps_its_forms() -> None:
    said = [translated(worded_number("{number} space before it", "{number} spaces before it", n)) for n in (0, 1, 2)]
    assert said == ["0 espace devant", "1 espace devant", "2 espaces devant"]


def test_an_explanation_has_no_word_twice_in_a_row() -> None:
    for path in sorted((ROOT / "tui/explanations").glob("*/*.md")):
        why = path.read_text(encoding="utf-8").partition("\nWrong:")[0]
        assert re.search(r"\b(\w{3,}) \1\b", why) is None, path.name
