"""Rows with words from right to left: what follows them stays where it is."""

from __future__ import annotations

import pytest

from tui.drawing.spans.spans import LEFT_TO_RIGHT_MARK, Span, columns_in_place


@pytest.mark.parametrize(
    ("texts", "marked"),
    [
        (["2025 ", "العمال  ", "  3"], ["2025 ", "العمال|  ", "  3"]),
        (["2025 ", "שלום", " ", "¶", "  3"], ["2025 ", "שלום|", " ", "¶", "  3"]),
        (["שלום (2020)", " 3"], ["שלום (2020)|", " 3"]),
        (["Liège et بروكسل", " 3"], ["Liège et بروكسل|", " 3"]),
        (["שלום", "בוקר", " 3"], ["שלום|", "בוקר|", " 3"]),
        (["2025 ", "שלום", "   "], ["2025 ", "שלום", "   "]),
        (["2025 ", "Élections à Liège", " 3"], ["2025 ", "Élections à Liège", " 3"]),
        (["2025 ", "東京 Ελλάδα Москва", " 3"], ["2025 ", "東京 Ελλάδα Москва", " 3"]),
        (["● ┄ …", "plain"], ["● ┄ …", "plain"]),
        ([], []),
    ],
)
def test_a_mark_stands_behind_what_something_follows(texts: list[str], marked: list[str]) -> None:
    line = columns_in_place(tuple(Span(text, "dim") for text in texts))
    assert [span.text.replace(LEFT_TO_RIGHT_MARK, "|") for span in line] == marked
    assert {span.role for span in line} <= {"dim"}
