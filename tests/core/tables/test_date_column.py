"""The dates of a column: one order for all, found by looking at all; a cell that does not fit says so."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date
from tui.core.tables.date_column import DAY_FIRST, MONTH_FIRST, YEAR_FIRST, DateReading, OpenOrder, order_of, read_cell
from tui.core.tables.date_parts import assembled, date_of_parts, with_time
from tui.core.tables.modifier_words import modifier_of


def order(*texts: str) -> str | OpenOrder | None:
    return order_of([(f"A{number}", text) for number, text in enumerate(texts, 2)])


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("03/04/2025", "25/06/2025"), DAY_FIRST),
        (("03/04/2025", "06/25/2025"), MONTH_FIRST),
        (("25-08-30", "25-08-31", "99-12-31"), YEAR_FIRST),
        (("05/05/2025", "2025-08-25", "août 2025"), None),
        (("31/02/2025", "25/06/2025"), DAY_FIRST),
        ((), None),
    ],
)
def test_the_order_is_the_one_that_fits_all(texts: tuple[str, ...], wanted: str | None) -> None:
    assert order(*texts) == wanted


def test_an_order_that_is_open_comes_with_a_cell_and_its_readings() -> None:
    found = order("03/04/2025", "05/06/2025")
    assert found == OpenOrder(
        False, (("A2", "03/04/2025", DAY_FIRST), ("A2", "03/04/2025", MONTH_FIRST)), (DAY_FIRST, MONTH_FIRST)
    )
    found = order("25/08/2025", "08/26/2025", "03/04/2025")
    assert isinstance(found, OpenOrder)
    assert found.is_mixed
    assert found.examples == (("A2", "25/08/2025", DAY_FIRST), ("A3", "08/26/2025", MONTH_FIRST))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("25/08/2025", "2025-08-25"),
        ("3.4.25", "2025-04-03"),
        ("25-08-1999", "1999-08-25"),
        ("25/08/70", "1970-08-25"),
        ("2025/8/5", "2025-08-05"),
        ("2025-08-25 14:30:00", "2025-08-25T14:30"),
        ("25/08/2025 14h30", "2025-08-25T14:30"),
        ("25/08/2025 2:30 pm", "2025-08-25T14:30"),
        ("2025-08-25T14:30:09+0200", "2025-08-25T14:30:09+02:00"),
        ("fin août 2025", "[2025-08-21..2025-08-31]"),
        ("Oct–Mar 2026", "2025-10/2026-03"),
        ("2025", "2025"),
        ("vers le 03/04/2025", "2025-04-03~"),
        ("avant le 25/08/2025", "[..2025-08-24]"),
        ("25/08/2025?", "2025-08-25?"),
        ("25/08/2025 - 30/08/2025", "2025-08-25/2025-08-30"),
        ("45894", "2025-08-25"),
        ("45894,75", "2025-08-25T18:00"),
        ("30 BC", "-0029"),
        ("  25/08/2025 ", "2025-08-25"),
    ],
)
def test_a_cell_is_read_in_the_order_of_its_column(text: str, wanted: str) -> None:
    assert read_cell(text, DateReading(DAY_FIRST)).text == wanted


@pytest.mark.parametrize(
    "text", ["08/25/2025", "31/02/2025", "25/08", "Aug-25", "202508", "x", "", "00/00/2025", "99999999"]
)
def test_a_cell_that_does_not_fit_is_no_date(text: str) -> None:
    with pytest.raises(DateError):
        read_cell(text, DateReading(DAY_FIRST))


def test_the_pivot_the_epoch_and_midnight_are_those_of_the_column() -> None:
    assert read_cell("25/08/25", DateReading(pivot=20)).text == "1925-08-25"
    assert read_cell("44432", DateReading(epoch="1904-01-01")).text == "2025-08-25"
    assert read_cell("2025-08-25 00:00:00", DateReading(is_midnight=True)).text == "2025-08-25"


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    with suppress(DateError):
        assert read_cell(text, DateReading()).text


@pytest.mark.parametrize(
    ("modifier", "end", "wanted"),
    [
        ("", "", "2025-08"),
        ("On", "", "2025-08"),
        ("Before", "", "[..2025-07]"),
        ("après", "", "[2025-09..]"),
        ("About", "", "2025-08~"),
        ("uiterlijk", "", "[..2025-08]"),
        ("depuis", "", "2025-08/.."),
        ("?", "", "2025-08?"),
        ("Range", "2025-10", "2025-08/2025-10"),
        ("Between", "2025-10", "[2025-08..2025-10]"),
        ("about", "2025-10", "2025-08~/2025-10~"),
        ("", "2025-08", "2025-08"),
    ],
)
def test_a_modifier_says_how_a_date_is_meant(modifier: str, end: str, wanted: str) -> None:
    found = modifier_of(modifier)
    assert found is not None
    assert assembled(parse_date("2025-08"), parse_date(end) if end else None, found).text == wanted


def test_what_does_not_go_together_is_refused() -> None:
    day = parse_date("2025-08-25")
    for end, modifier in ((None, "range"), ("2025-09-01", "before"), ("2025-08-01", "on")):
        with pytest.raises(DateError):
            assembled(day, parse_date(end) if end else None, modifier)
    with pytest.raises(DateError):
        with_time(day, "noonish")
    with pytest.raises(DateError):
        date_of_parts({"month": "8"})


def test_a_date_of_parts_says_no_more_than_they_do() -> None:
    assert date_of_parts({"year": "2025", "month": "août", "day": "3"}) == "2025-08-03"
    assert date_of_parts({"year": "2025.0", "month": ""}) == "2025"
    assert date_of_parts({"year": "-44"}) == "-0044"
    assert with_time(parse_date("2025-08-25"), "2:05 pm").text == "2025-08-25T14:05"
