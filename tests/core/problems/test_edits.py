"""Cures change what they are about, and not one other character."""

from __future__ import annotations

import pytest

from tui.core.problems.edits import together, with_cures
from tui.core.problems.problem import ERROR, Cure, Edit, Place, Problem


def edit(line: int, column: int, end: int, text: str) -> Edit:
    return Edit(Place(line, column, line, end), text)


QUOTES = Cure((edit(2, 3, 3, '"'), edit(2, 6, 6, '"')))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_place_is_the_same_whatever_ends_the_lines(end: str) -> None:
    assert with_cures(f"a: é{end}- b c{end}d{end}", [QUOTES]) == f'a: é{end}- "b c"{end}d{end}'


def test_a_new_line_ends_as_the_others_do() -> None:
    cure = Cure((edit(1, 1, 1, "events:\n"),))
    assert with_cures("- a\r\n- b", [cure]) == "events:\r\n- a\r\n- b"
    assert with_cures("- a", [cure]) == "events:\n- a"


def test_characters_beyond_the_first_plane_are_one_column_each() -> None:
    assert with_cures("🙂 x", [Cure((edit(1, 3, 4, "y"),))]) == "🙂 y"


def test_of_two_changes_to_one_place_the_first_is_made() -> None:
    first, second, other = (Cure((edit(1, 1, end, text),)) for end, text in ((4, "x"), (3, "y"), (1, "z")))
    assert with_cures("abcdef", [first, second]) == "xdef"
    assert with_cures("abcdef", [other, first]) == "zxdef"


def test_a_cure_is_made_whole_or_not_at_all() -> None:
    both = Cure((edit(1, 1, 2, "x"), edit(1, 4, 5, "y")))
    assert with_cures("abcdef", [Cure((edit(1, 4, 6, "z"),)), both]) == "abczf"


def test_two_problems_with_one_change_are_mended_by_it_once() -> None:
    assert with_cures("- b\n- b c\n", [QUOTES, QUOTES]) == '- b\n- "b c"\n'


def test_what_lies_beyond_the_end_of_a_line_is_its_end() -> None:
    assert with_cures("ab\ncd", [Cure((edit(1, 9, 9, "x"), edit(7, 1, 1, "y")))]) == "abx\ncdy"


def test_many_changes_are_made_in_their_places() -> None:
    cures = [Cure((edit(line, 1, 2, str(line)),)) for line in range(2000, 0, -1)]
    assert with_cures("x\n" * 2000, cures) == "".join(f"{line}\n" for line in range(1, 2001))


def test_a_problem_that_stands_for_many_has_one_cure_for_all() -> None:
    one, other = (Cure((edit(line, 1, 2, "x"),)) for line in (1, 2))
    assert together([(one,), (), (other,)]) == (Cure((*one.edits, *other.edits)),)
    assert together([(one,), (other._replace(is_sure=False),)])[0].is_sure is False
    assert together([()]) == ()


def test_only_a_cure_without_an_alternative_is_sure() -> None:
    problem = Problem(Place(1, 1, 1, 2), "tab", ERROR, "a tab indents this line")
    assert problem.sure_cure is None
    assert problem._replace(cures=(QUOTES,)).sure_cure is QUOTES
    assert problem._replace(cures=(QUOTES, QUOTES)).sure_cure is None
    assert problem._replace(cures=(QUOTES._replace(is_sure=False),)).sure_cure is None
