"""A problem is shown with its line, carets under its place, and its cure; nothing hostile gets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.pens import PEN
from tui.core.problems.problem import ERROR, HINT, Place, Problem
from tui.core.text.clean import clean
from tui.drawing.spans.excerpts import listed
from tui.printing.lines import cells


def shown(line: str, start: int, end: int, width: int = 100, hint: str | None = None) -> list[str]:
    """What is drawn of a problem in the one line of a file."""
    problem = Problem(Place(1, start, 1, end), "bad-date", ERROR, "no such day", hint)
    return ["".join(span.text for span in row) for row in listed([problem], "x.yaml", line, width, PEN)]


def test_a_problem_reads_as_compilers_have_it() -> None:
    text = "\n" * 41 + "    actors: [ikanby, totalenergies]\n"
    place, message = Place(42, 14, 42, 20), 'no actor is called "ikanby"'
    problem = Problem(place, "unknown-actor", ERROR, message, 'did you mean "ikanbi"?')
    rows = list(listed([problem], "events.yaml", text, 100, PEN))
    assert ["".join(span.text for span in row) for row in rows] == [
        'events.yaml:42:14: error[unknown-actor]: no actor is called "ikanby"',
        "   |",
        "42 |     actors: [ikanby, totalenergies]",
        '   |              ^^^^^^ did you mean "ikanbi"?',
    ]
    assert [span.role for span in rows[0]] == ["strong", "text", "alarm", "text"]


def test_problems_stand_apart() -> None:
    problems = [Problem(Place(n, 1, n, 2), "missing-id", HINT, "no id") for n in (9, 10)]
    rows = ["".join(span.text for span in row) for row in listed(problems, "x", "a\n" * 12, 80, PEN)]
    assert rows == [
        "x:9:1: hint[missing-id]: no id", "  |", "9 | a", "  | ^",
        "", "x:10:1: hint[missing-id]: no id", "   |", "10 | a", "   | ^",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "start", "end", "excerpt", "carets"),
    [
        ("date: x", 7, 8, "date: x", "      ^"),
        ("東京: ab", 5, 7, "東京: ab", "      ^^"),
        ("a: 東京", 4, 6, "a: 東京", "   ^^^^"),
        ("\ta: b", 5, 6, "    a: b", "       ^"),
        ("ab\tc: d", 7, 8, "ab  c: d", "       ^"),
        ("a: \u202eb", 5, 6, "a: <U+202E>b", "           ^"),
        ("a: \x1b[2Jb", 4, 8, "a: ␛[2Jb", "   ^^^^"),
        ("a:", 3, 4, "a:", "  ^"),
        ("e\u0301: x", 5, 6, "e\u0301: x", "   ^"),
    ],
)
def test_carets_stand_under_what_they_mean(line: str, start: int, end: int, excerpt: str, carets: str) -> None:
    assert shown(line, start, end)[2:] == [f"1 | {excerpt}", f"  | {carets}"]


def test_a_place_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    problem = Problem(Place(1, 3, 3, 1), "wrong-type", ERROR, "m")
    rows = ["".join(span.text for span in row) for row in listed([problem], "x", "a: bc  \n d\n", 80, PEN)]
    assert rows[2:] == ["1 | a: bc", "  |   ^^^"]


def test_a_long_line_is_cut_to_a_window_around_its_problem() -> None:
    line = "x" * 500 + "HERE" + "y" * 500
    rows = shown(line, 501, 505, width=40)
    assert rows[2] == "1 | …xxxxxxxxxxxxHEREyyyyyyyyyyyyyyyyyy…"
    assert rows[3] == "  |              ^^^^"
    assert shown(line, 1, 3, width=40)[2] == "1 | " + "x" * 35 + "…"
    assert max(map(len, shown("z" * 10_000_000, 5_000_000, 9_000_000, width=80)[2:])) <= 80


@given(
    st.text(alphabet="ab 東\t\u202e\x1b\u0301é😀", max_size=80),
    st.integers(1, 90),
    st.integers(1, 30),
    st.integers(20, 60),
)
def test_whatever_the_line_it_fits_and_its_carets_are_in_sight(line: str, start: int, length: int, width: int) -> None:
    _, _, excerpt, carets = shown(line, start, start + length, width)
    assert clean(excerpt) == excerpt
    assert cells(excerpt) <= max(width, 24)
    assert "^" in carets
    assert len(carets.rstrip("^")) <= max(width, 24)


def test_a_space_that_is_not_plain_is_shown_where_it_is_the_problem() -> None:
    problem = Problem(Place(1, 6, 1, 7), "no-break-space", ERROR, "a no-break space", "a plain space there")
    for code, sign in (("no-break-space", "⍽"), ("bad-date", "\u00a0")):
        rows = listed([problem._replace(code=code)], "x.yaml", "date:\u00a02025", 60, PEN)
        assert ["".join(span.text for span in row) for row in rows][2:] == [
            f"1 | date:{sign}2025",
            "  |      ^ a plain space there",
        ]
