"""Every code is explained, and its example has the problem that it is an example of, once, until it is cured."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.dates.calendar import day_number
from tui.core.problems.problem import CODES, ERROR, SEVERITIES, SILENCEABLE, Problem
from tui.core.text import messages
from tui.core.text.nearest import closest
from tui.store.read.check import problems
from tui.store.read.timeline import read
from tui.store.system.explanations import FOLDER, Explanation, explanation

TODAY = day_number(2026, 11, 22)
TOLD = [one for one in map(explanation, CODES) if one is not None]
SHOWN = [one for one in TOLD if one.wrong]
TOO_LONG = {"unreadable", "control-character", "syntax-limit", "deep-nesting", "too-long", "alias-bomb", "taken-id"}
"""What no few lines of one file can show."""


def found(example: str) -> list[Problem]:
    """What is said of an example; one that begins with a dash stands under `events:`."""
    text = f"events:\n{example}" if example.startswith("- ") else example
    return list(problems(read(text.encode(), "example.yaml"), TODAY))


def test_every_code_is_explained_and_nothing_else() -> None:
    for folder in Path(FOLDER).iterdir():
        names = {path.name for path in folder.iterdir()}
        assert names <= {f"{code}.md" for code in CODES}
        assert folder.name != "en" or len(names) == len(CODES)
    assert {one.code for one in TOLD} - {one.code for one in SHOWN} == TOO_LONG


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.code)
def test_what_is_wrong_in_an_example_is_what_it_is_an_example_of(one: Explanation) -> None:
    said = [problem for problem in found(one.wrong) if problem.code == one.code]
    assert {problem.severity for problem in said} == {one.severity}


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.code)
def test_the_cure_of_an_example_cures_it(one: Explanation) -> None:
    assert [problem for problem in found(one.right) if problem.code == one.code or problem.severity == ERROR] == []


@pytest.mark.parametrize("one", TOLD, ids=lambda one: one.code)
def test_an_explanation_is_a_few_sentences(one: Explanation) -> None:
    assert one.severity in SEVERITIES
    assert one.why.endswith(".")
    assert 60 < len(one.why) < 480
    assert one.is_silenceable is (one.code in SILENCEABLE)


def test_a_code_that_is_none_has_a_likely_one() -> None:
    assert explanation("lone-source") is None
    assert closest("single-sorce", CODES) == "single-source"
    assert closest("xyz", CODES) is None


TRANSLATED = sorted(path for path in Path(FOLDER).glob("*/*.md") if path.parent.name != "en")


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_explanation_in_another_language_is_of_the_same_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english = explanation(path.stem)
    monkeypatch.setattr(messages, "_spoken", path.parent.name)
    told = explanation(path.stem)
    assert english is not None
    assert told is not None
    assert (told.severity, bool(told.wrong)) == (english.severity, bool(english.wrong))
    if told.wrong:
        assert {one.severity for one in found(told.wrong) if one.code == told.code} == {told.severity}
        assert [one for one in found(told.right) if one.code == told.code or one.severity == ERROR] == []


def test_what_another_language_lacks_is_told_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_spoken", "xx")
    assert explanation("tab") == next(one for one in TOLD if one.code == "tab")
