"""A find is marked in the text as it is written, though search compares it folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.fold import fold
from tui.drawing.spans.highlight import matches


@pytest.mark.parametrize(
    ("text", "sought", "found"),
    [
        ("SETCa Liège", "liege", ["Liège"]),
        ("Liége, LIÈGE et Lie\u0301ge", "liège", ["Liége", "LIÈGE", "Lie\u0301ge"]),
        ("l’appel", "l'APPEL", ["l’appel"]),
        ("cœur et chœur", "oeur", ["œur", "œur"]),
        ("Straße", "s", ["S", "ß"]),
        ("Straße", "sse", ["ße"]),
        ("agency  \n workers", "agency workers", ["agency  \n workers"]),
        ("  the end ", "the end", ["the end"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("cafe\u0301", "cafe", ["cafe\u0301"]),
        ("« non »", "non", ["non"]),
        ("10 €", "eur", ["€"]),
        ("Liège", "lyon", []),
        ("Liège", "", []),
        ("Liège", "  ", []),
        ("", "a", []),
    ],
)
def test_a_find_is_what_one_would_underline(text: str, sought: str, found: list[str]) -> None:
    assert [text[begin:end] for begin, end in matches(text, sought)] == found


TEXTS = st.text(st.sampled_from("aàeé œßİ\u0301\u00a0\n-–l’'東Zz€"), max_size=20)


@given(TEXTS, TEXTS)
def test_finds_are_apart_in_order_and_hold_what_is_sought(text: str, sought: str) -> None:
    found = matches(text, sought)
    wanted = fold(sought)
    assert bool(found) == (bool(wanted) and wanted in fold(text))
    assert all(wanted in fold(text[begin:end]) for begin, end in found)
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    assert all(begin < end for begin, end in found)


@given(st.text(max_size=30), st.text(min_size=1, max_size=3))
def test_any_text_can_be_searched(text: str, sought: str) -> None:
    wanted = fold(sought)
    assert bool(matches(text, sought)) == (bool(wanted) and wanted in fold(text))
