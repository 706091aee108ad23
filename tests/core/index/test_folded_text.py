"""Texts are searched all at once or row by row, with the same answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.index.folded_text import PATIENCE, FoldedText, Folding


def found(rows: list[str], sought: str) -> list[int]:
    return [row for row, mark in enumerate(FoldedText(rows).marks(sought)) if mark]


def test_each_row_that_holds_the_text_is_marked_once() -> None:
    assert found(["liege liege", "a", "by liege"], "Liège") == [0, 2]
    assert found(["a", "b"], "c") == found([], "c") == []


def test_nothing_is_found_across_two_rows_or_two_texts_of_one() -> None:
    row = Folding().row(["The end"], ["of it"])
    assert found([row, "all"], "end of") == found([row, "all"], "it all") == []
    assert found([row, "all"], "of it") == [0]


@pytest.mark.parametrize("gap", [1, 2, 15, 16, 17, 40])
def test_rare_finds_and_thick_ones_are_told_alike(gap: int) -> None:
    rows = ["needle" if row % gap == 0 else "hay" for row in range(PATIENCE * 30)]
    assert found(rows, "needle") == list(range(0, len(rows), gap))
    assert found(rows, "hay") == [row for row in range(len(rows)) if row % gap]


@given(st.lists(st.text("ab ", max_size=4), max_size=200), st.text("ab", min_size=1, max_size=3))
def test_the_answer_is_that_of_looking_at_each_row(rows: list[str], sought: str) -> None:
    expected = [row for row, text in enumerate(rows) if sought in text]
    assert found(rows, sought) == expected
    among = [row for row, text in enumerate(rows) if sought[0] in text]
    assert [row for row, mark in enumerate(FoldedText(rows).match_bytes_among(sought, among)) if mark] == expected


@pytest.mark.parametrize("sought", ["a.b", "(", "[a", "\\d", "a+", "^", "$", "*"])
def test_signs_stand_for_themselves(sought: str) -> None:
    rows = [f"before {sought} after", "nothing of it", "ab aab 1"]
    assert found(rows, sought) == [0]


def test_no_text_is_in_every_row() -> None:
    assert found(["a", "", "b"], "") == [0, 1, 2]
