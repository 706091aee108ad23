"""For each lint a file of which it has nothing to say: false alarms cost more than a hint is worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.core.dates.calendar import day_number
from tui.core.problems.problem import HINT, SILENCEABLE
from tui.store.read.check import problems
from tui.store.read.timeline import read

QUIET = Path(__file__).parents[2] / "quiet"
TODAY = day_number(2026, 11, 30)


def test_every_lint_has_a_file_of_which_it_says_nothing() -> None:
    assert {path.stem for path in QUIET.iterdir()} == set(SILENCEABLE)


@pytest.mark.parametrize("code", SILENCEABLE)
def test_a_lint_says_nothing_of_what_only_looks_like_its_fault(code: str) -> None:
    found = problems(read((QUIET / f"{code}.yaml").read_bytes(), f"{code}.yaml"), TODAY)
    assert [(one.place.line, one.message) for one in found if one.code == code or one.severity != HINT] == []
