"""What a text that is no date is told, and what it is offered instead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.dates.edtf_grammar import dates
from tui.core.dates.edtf import DateError
from tui.core.dates.hints import LONGEST, dates_suggestion
from tui.core.dates.parse import parse_date

IN_WORDS = "a date is written in digits, not in words"
ORDER = "a date is written year, month, day, joined by -"
TWO_DIGITS = "months and days have two digits"
TWO_DIGITS_OF_A_YEAR = "years have four digits (of two, 69 to 99 are read as 19.., 00 to 68 as 20..)"
FOUR_DIGITS = "years have four digits"
JOINED = "the parts of a date are joined by -"
SLASH = "an interval is written with /"
DIGITS = "the digits of a date are 0 to 9"
SPACES = "a date has no spaces"
OPEN_SIDE = "an open side of an interval is written .., an unknown one is left blank"
CAPITALS = "X, Y, E, S, T and Z are capitals in a date"
TIME = "not a time of day: it is written 22:00, 22:00:30 or 22:00:30+01:00"

HINTS = [
    ("2025/26", "both ends of an interval are whole dates", ["2025/2026"]),
    ("2025/13", "both ends of an interval are whole dates", []),
    ("today/2025", "a date stays where it is: write the day itself, as 2025-12-31", []),
    ("2025-2026", SLASH, ["2025/2026"]),
    (
        "2025-08..2025-09",
        "an interval is written with /, a span of doubt in brackets",
        ["2025-08/2025-09", "[2025-08..2025-09]"],
    ),
    ("2025-O8", 'the letter "O" stands where a digit should', ["2025-08"]),
    ("2025-08-25 à 22h", "not a date", ["2025-08-25T22:00"]),
    ("août-octobre 2025", IN_WORDS, ["2025-08/2025-10"]),
    ("fin de l'année 2025", IN_WORDS, ["[2025-09..2025-12]", "2025"]),
    ("fin d'année 2025", IN_WORDS, ["[2025-09..2025-12]", "2025"]),
    ("hiver 2025-2026", IN_WORDS, ["2025-24"]),
    ("-0100-02-29", "no such day: February -0100 has 28 days", ["-0100-02-28"]),
    # nearly right
    ("2025-02-29", "no such day: February 2025 has 28 days", ["2025-02-28"]),
    ("2025-25-08", "no such month: 25 (a season, which has no days of its own)", ["2025-08-25"]),
    ("2026-03/2025-10", "ends before it begins", ["2025-10/2026-03"]),
    ("[2025-09..2025-08]", "ends before it begins", ["[2025-08..2025-09]"]),
    ("[2025-08", "[ is not closed by ]", []),
    ("{2025..2026", "{ is not closed by }", ["{2025..2026}"]),
    ("[2025/2026]", "not a date", ["[2025..2026]"]),
    ("[2025-08]", "one date needs no brackets", ["2025-08"]),
    ("2025?~", "one mark is enough: % is both ~ and ?", ["2025%"]),
    ("2025~~", "one mark is enough: % is both ~ and ?", ["2025~"]),
    ("2025-8-5", TWO_DIGITS, ["2025-08-05"]),
    ("2025-8/2025-9~", TWO_DIGITS, ["2025-08/2025-09~"]),
    ("2025-237", TWO_DIGITS, ["2025-08-25"]),
    ("476", FOUR_DIGITS, ["0476"]),
    ("44", TWO_DIGITS_OF_A_YEAR, ["2044"]),
    ("-44", FOUR_DIGITS, ["-0044"]),
    ("12025", f"{FOUR_DIGITS}, or a Y before more", ["Y12025"]),
    ("Y2000", "Y is for years of more than four digits", ["2000"]),
    ("-0000", "the year 0 has no sign", ["0000"]),
    ("20250825", JOINED, ["2025-08-25"]),
    ("202508", JOINED, ["2025-08", "Y202508"]),
    ("2025-W34", "weeks are not read: write their days", ["[2025-08-18..2025-08-24]", "2025-08-18/2025-08-24"]),
    ("2026-W01-1", "weeks are not read: write their days", ["2025-12-29"]),
    ("202x", CAPITALS, ["202X"]),
    ("y17e7", CAPITALS, ["Y17E7"]),
    ("2025-uu", CAPITALS, ["2025-XX"]),
    # other characters
    ("2025-10 – 2026-03", SLASH, ["2025-10/2026-03"]),
    ("2025–2026", SLASH, ["2025/2026"]),
    ("2025‑10‑01", JOINED, ["2025-10-01"]),
    ("２０２５-０８-２５", DIGITS, ["2025-08-25"]),
    ("٢٠٢٥", DIGITS, ["2025"]),
    ("2025\u00a0-08", SPACES, ["2025-08"]),
    ("2025-08\u00a0", SPACES, ["2025-08"]),
    ("[1667, 1668]", SPACES, ["[1667,1668]"]),
    ("2025-10 - 2026-03", SPACES, ["2025-10/2026-03"]),
    # other orders
    ("25/08/2025", ORDER, ["2025-08-25"]),
    ("25.8.2025", ORDER, ["2025-08-25"]),
    ("08/25/2025", ORDER, ["2025-08-25"]),
    ("03/04/2025", ORDER, ["2025-04-03", "2025-03-04"]),
    ("2025/08/25", ORDER, ["2025-08-25"]),
    ("2025/8", ORDER, ["2025-08"]),
    ("08/2025", ORDER, ["2025-08"]),
    # open and unknown sides
    ("2025-08/open", OPEN_SIDE, ["2025-08/.."]),
    ("2025-08/present", OPEN_SIDE, ["2025-08/.."]),
    ("unknown/2025", OPEN_SIDE, ["/2025"]),
    # times
    ("2025-08-25 22:00", "not a date", ["2025-08-25T22:00"]),
    ("2025-08-25T22", TIME, ["2025-08-25T22:00"]),
    ("2025-08-25T9h30", TIME, ["2025-08-25T09:30"]),
    ("2025-08-25T22:00:30.123", TIME, ["2025-08-25T22:00:30"]),
    ("2025-12-31T24:00", "no such hour: 24 (hours are 00 to 23)", ["2026-01-01T00:00"]),
    ("2025-08-25T22:00~", "a time of day takes no mark of doubt", ["2025-08-25~"]),
    ("2025-08-25T22:00/2025-08-25T02:00", "ends before it begins", ["2025-08-25T22:00/2025-08-26T02:00"]),
    ("2025-08-25T22:00-00:00", "no offset from UTC is written Z, or +00:00", ["2025-08-25T22:00Z"]),
    # words that are no date at all
    ("2025W60", "weeks are not read: write their days", []),
    ("25 August", "the year is missing", []),
    ("août", "the year is missing", []),
    ("31 February 2025", "no such day: February 2025 has 28 days", []),
    ("today", "a date stays where it is: write the day itself, as 2025-12-31", []),
    ("Aujourd’hui", "a date stays where it is: write the day itself, as 2025-12-31", []),
    (
        "unknown",
        "a date needs at least a bound; one known only up to a day is written [..2025-12-31]",
        [],
    ),
    ("next Monday", "not a date: it is written 2025, 2025-08 or 2025-08-25", []),
]


def refusal(text: str) -> DateError:
    """Why a text is no date."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    return caught.value


@pytest.mark.parametrize(("text", "message", "offered"), HINTS)
def test_a_text_that_is_no_date_is_told_why_and_offered_what_it_may_mean(
    text: str, message: str, offered: list[str]
) -> None:
    error = refusal(text)
    assert error.message == message
    if offered:
        assert offers(error) == offered


def offers(error: DateError) -> list[str]:
    """The dates in a hint."""
    found = re.fullmatch(r"did you mean (.+)\?", error.hint or "")
    return [date.strip('"').removesuffix(" (1 BC)") for date in found[1].split(" or ")] if found else []


@pytest.mark.parametrize("text", [text for text, _, offered in HINTS if offered])
def test_what_is_offered_is_a_date(text: str) -> None:
    for date in offers(refusal(text)):
        assert parse_date(date).text == date


def test_a_date_that_ends_in_a_question_mark_stands_in_quotes() -> None:
    assert dates_suggestion(["2025-08?"]) == 'did you mean "2025-08?"?'
    assert dates_suggestion(["2025", "2026"]) == "did you mean 2025 or 2026?"
    assert dates_suggestion([]) is None


def test_no_cure_is_looked_for_in_prose() -> None:
    assert refusal("2025-08 " * LONGEST).hint is None


@settings(max_examples=150)
@given(dates, st.integers(0, 40), st.sampled_from(list(" 0129-/.~?%X[]{},YESTxé–\u00a0８")))
def test_whatever_is_offered_for_a_slip_of_the_pen_is_a_date(text: str, at: int, slip: str) -> None:
    wrong = text[: at % len(text)] + slip + text[at % len(text) + 1 :]
    try:
        parse_date(wrong)
    except DateError as error:
        for date in offers(error):
            parse_date(date)


@pytest.mark.parametrize(
    ("text", "date"), [("Y-1.3E10", "Y-13E9"), ("Y1.50E9", "Y15E8"), ("Y-1.38E10S2", "Y-138E8S2"), ("Y1.234E2", None)]
)
def test_a_power_of_ten_stands_behind_a_whole_number(text: str, date: str | None) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert (caught.value.hint or "").count(date or "did you mean") == (date is not None)
