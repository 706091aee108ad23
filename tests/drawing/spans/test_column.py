"""A column being filled: paragraphs, runs of names and rows with two ends stay within it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.drawing.pens import PEN, column
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.glyphs import ASCII
from tui.drawing.spans.spans import Line, Span

HEAD = (Span("* ", "key"),)


def sheet(width: int) -> TextColumn:
    return column(width)


def rows(lines: list[Line]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def test_a_paragraph_hangs_from_its_head() -> None:
    assert rows(sheet(12).paragraph("one two three four", head=HEAD)) == ["* one two", "  three four"]
    assert rows(sheet(12).paragraph("one two three four")) == ["one two", "three four"]


def test_the_indent_may_be_less_than_the_head() -> None:
    head = (Span("  kept: "),)
    assert rows(sheet(16).paragraph("one two three", head=head, indent=2)) == ["  kept: one two", "  three"]


def test_a_word_that_does_not_fit_beside_the_head_stands_below_it() -> None:
    head = (Span("  kept: "),)
    assert rows(sheet(14).paragraph("impossible", head=head, indent=2)) == ["  kept: ", "  impossible"]


def test_lines_of_a_text_stay_lines() -> None:
    assert rows(sheet(20).paragraph("one\n\ntwo")) == ["one", "", "two"]


def test_names_are_broken_after_their_joint_and_never_inside() -> None:
    names = ["La Razón", "Le Matin", "Le1"]
    assert rows(sheet(14).flow(names, ", ")) == ["La Razón,", "Le Matin, Le1"]
    assert rows(sheet(14).flow(names, " · ", head=HEAD)) == ["* La Razón ·", "  Le Matin ·", "  Le1"]


def test_the_joint_at_the_end_of_a_row_goes_when_there_is_no_room_for_it() -> None:
    assert rows(sheet(8).flow(["La Razón", "Le Matin"], " · ")) == ["La Razón", "Le Matin"]


def test_a_name_wider_than_the_column_is_wrapped() -> None:
    assert rows(sheet(8).flow(["one two three", "four"], ", ")) == ["one two", "three,", "four"]


def test_no_names_make_no_row() -> None:
    assert sheet(8).flow([], ", ") == []


def test_two_ends_of_a_row_stand_apart() -> None:
    assert rows([sheet(12).apart((Span("left"),), (Span("right"),))]) == ["left   right"]
    assert rows([sheet(12).apart((Span("left and more"),), (Span("end"),))]) == ["left a…  end"]
    assert rows([sheet(8).apart((Span("left and more"),), (Span("right"),))]) == ["left an…"]
    assert rows([sheet(12).apart((Span("left"),), ())]) == ["left"]


def test_dots_say_that_a_text_goes_on() -> None:
    assert sheet(9).with_dots("one two") == "one two …"
    assert sheet(8).with_dots("one two") == "one …"
    assert sheet(4).with_dots("impossible") == "imp…"
    assert column(8, PEN._replace(glyphs=ASCII)).with_dots("one two") == "one ..."


WORDS = st.text(st.sampled_from("ab é漢👍\u0301 ·"), max_size=12)


@given(st.lists(WORDS, max_size=5), WORDS, st.integers(1, 30))
def test_nothing_is_wider_than_the_column(parts: list[str], head: str, width: int) -> None:
    column = sheet(width)
    begun = (Span(head),)
    lines = [
        *column.paragraph(" ".join(parts), head=begun),
        *column.paragraph("\n".join(parts)),
        *column.flow(parts, ", ", head=begun),
        *column.flow(parts, " · "),
        column.apart(begun, (Span("".join(parts)),)),
    ]
    assert all(cell_len(row) <= width for row in rows(lines))


@given(st.lists(st.text(st.sampled_from("abcé"), min_size=1, max_size=6), max_size=8), st.integers(8, 30))
def test_no_word_of_a_paragraph_is_lost(words: list[str], width: int) -> None:
    assert " ".join(rows(sheet(width).paragraph(" ".join(words), head=HEAD))).split() == ["*", *words]
