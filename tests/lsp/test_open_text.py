"""A text in an editor: its lines, its changes, and places in the units that the editor counts in."""

from __future__ import annotations

import random

import pytest

from tui.core.problems.problem import Place
from tui.lsp.open_text import UTF_8, UTF_16, UTF_32, OpenText

ENDS = ("\n", "\r\n", "\r")
PIECES = ("a", "\t", "é", "中", "\U0001f9ed", "\x0c", "\x85", "\u2028", *ENDS)


@pytest.mark.parametrize("end", ENDS)
def test_a_line_ends_where_jalon_ends_it(end: str) -> None:
    text = OpenText(f"a\x0cb{end}c\u2028d{end}")
    assert [text.line(row) for row in range(4)] == ["a\x0cb", "c\u2028d", "", ""]


@pytest.mark.parametrize(("encoding", "unit"), [(UTF_8, 12), (UTF_16, 6), (UTF_32, 4)])
def test_a_column_is_counted_in_the_units_of_the_editor(encoding: str, unit: int) -> None:
    text = OpenText("é中\U0001f9ed\u0301x\r\n", encoding)
    unit = {UTF_8: 2 + 3 + 4 + 2, UTF_16: 5, UTF_32: 4}[encoding]
    assert text.units(0, 4) == (0, unit)
    assert text.spot(0, unit) == (0, 4)
    assert text.spot(0, 99) == (0, 5)
    assert text.spot(9, 9) == (1, 0)
    assert text.stretch(Place(1, 5, 2, 1)) == ((0, unit), (1, 0))


def test_a_byte_order_mark_is_a_character_of_the_editor_and_none_of_ours() -> None:
    text = OpenText("\ufeffab\n")
    assert text.units(0, 1) == (0, 2)
    assert text.spot(0, 2) == (0, 1)
    assert text.spot(0, 0) == (0, 0)


@pytest.mark.parametrize("encoding", [UTF_8, UTF_16, UTF_32])
def test_changes_one_after_another_make_the_text_that_the_editor_has(encoding: str) -> None:
    chance = random.Random(7)  # noqa: S311 - a seed, not a secret
    size = {UTF_8: lambda one: len(one.encode()), UTF_16: lambda one: len(one.encode("utf-16-le")) // 2, UTF_32: len}
    whole = "".join(chance.choices(PIECES, k=40))
    text = OpenText(whole, encoding)
    for _round in range(600):
        begin, end = sorted(chance.choices(range(len(whole) + 1), k=2))
        end = min(end, begin + 6)
        new = "".join(chance.choices(PIECES, k=chance.randrange(4)))
        if any(whole[at - 1 : at + 1] == "\r\n" for at in (begin, end)):
            continue  # an editor has no place within a line end
        first, last = (_spot(whole, at, size[encoding]) for at in (begin, end))
        whole = whole[:begin] + new + whole[end:]
        text.change(new, first, last)
        assert text.text == whole
        assert text.lines == OpenText(whole).lines


def _spot(whole: str, at: int, size: object) -> tuple[int, int]:
    before = whole[:at].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(before) - 1, size(before[-1])  # type: ignore[operator]  # a function


def test_a_stretch_that_is_the_wrong_way_round_is_turned() -> None:
    text = OpenText("abcd")
    text.change("x", (0, 3), (0, 1))
    assert text.text == "axd"
