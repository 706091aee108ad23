"""What becomes of a save: shown or not, and how that is said."""

from __future__ import annotations

import pytest

from tui.app.base.reload_policy import State, banner, counted, fewer, is_shown
from tui.core.problems.problem import ERROR, HINT, WARNING, Place, Problem


def problem(severity: str, line: int = 1, message: str = "it is wrong") -> Problem:
    return Problem(Place(line, 3, line, 4), "some-code", severity, message)


GOOD = State(10)
DOUBTFUL = State(10, (problem(WARNING), problem(HINT)))
BAD = State(10, (problem(ERROR),))
WORSE = State(10, (problem(ERROR), problem(ERROR, 2)))


@pytest.mark.parametrize(
    ("shown", "saved", "expected"),
    [
        (GOOD, GOOD, True),
        (GOOD, State(3), True),
        (GOOD, DOUBTFUL, True),
        (GOOD, BAD, False),
        (GOOD, State(12, BAD.problems), False),
        (BAD, BAD, True),
        (BAD, State(11, BAD.problems), True),
        (BAD, State(9, BAD.problems), False),
        (BAD, WORSE, False),
        (WORSE, BAD, True),
        (WORSE, GOOD, True),
    ],
)
def test_errors_take_no_good_view_away_and_a_bad_one_only_for_what_is_no_worse(
    shown: State, saved: State, expected: bool
) -> None:
    assert is_shown(shown, saved) is expected


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(10, 7, "3 events fewer than before"), (2, 1, "1 event fewer than before"), (1, 1, ""), (1, 2, "")],
)
def test_events_that_went_are_counted(before: int, after: int, said: str) -> None:
    assert fewer(before, after) == said


def test_problems_are_counted_the_gravest_first() -> None:
    assert counted([problem(HINT), problem(ERROR), problem(HINT)]) == "1 error, 2 hints"
    assert counted([]) == ""


@pytest.mark.parametrize(
    ("saved", "kept", "said"),
    [
        (GOOD, None, ""),
        (State(1, (problem(HINT),)), None, ""),
        (BAD, None, "x.yaml: 1 error; 1:3 it is wrong; p lists all"),
        (
            State(1, (problem(WARNING, 1, "doubt"), problem(ERROR, 2, "fault"))),
            None,
            "x.yaml: 1 error, 1 warning; 2:3 fault; p lists all",
        ),
        (BAD, GOOD, "x.yaml: 1 error; 1:3 it is wrong; the last good save is shown; p lists all, R shows this one"),
        (
            State(8, BAD.problems),
            GOOD,
            "x.yaml: 1 error; 1:3 it is wrong; the last good save is shown, this one has 2 events fewer than before; "
            "p lists all, R shows this one",
        ),
    ],
)
def test_the_banner_says_how_many_the_first_and_what_is_shown(saved: State, kept: State | None, said: str) -> None:
    assert banner("x.yaml", saved, kept, again="R", all_of_them="p") == said


def test_without_keys_the_banner_names_none() -> None:
    assert banner("x.yaml", BAD, GOOD) == "x.yaml: 1 error; 1:3 it is wrong; the last good save is shown"


def test_what_a_file_says_is_harmless_in_the_banner() -> None:
    assert "\x1b" not in banner("x", State(1, (problem(ERROR, 1, "\x1b]52;x\a"),)))
