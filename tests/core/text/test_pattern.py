"""A pattern that waits for its first use matches as one that does not."""

from __future__ import annotations

import re

import pytest

from tui.core.text.pattern import pattern


def test_it_matches_and_replaces_as_a_compiled_one() -> None:
    digits = pattern(r"(\d+) euros?", re.IGNORECASE)
    assert [found[1] for found in digits.finditer("3 euros, 1 EURO")] == ["3", "1"]
    assert digits.sub("x", "3 Euros") == "x"
    assert digits.fullmatch("3 francs") is None


def test_nothing_is_compiled_before_its_first_use() -> None:
    open_bracket = pattern("(")
    with pytest.raises(re.error):
        open_bracket.match("x")
