"""Dates as short as a column of the timeline."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.dates.edtf_grammar import dates
from tui.core.dates.labels import WIDTH, YEAR_WIDTH, both_ends_label, end_label, start_label, year_label
from tui.core.dates.parse import parse_date

LABELS = [
    ("2025-08-18", "18 Aug", "18 août", "18 Aug"),
    ("2025-08-21~", "~21 Aug", "~21 août", "~21 Aug"),
    ("2025-08-18?", "?18 Aug", "?18 août", "?18 Aug"),
    ("2025-08-18%", "%18 Aug", "%18 août", "%18 Aug"),
    ("2004-06~-11", "~11 Jun", "~11 juin", "~11 Jun"),
    ("2025-08-25T22:00", "25 Aug", "25 août", "25 Aug"),
    ("2026-01-01", "1 Jan", "1er janv.", "1 Jan"),
    ("2025-10", "Oct", "oct.", "Oct"),
    ("2026-01~", "~Jan", "~janv.", "~Jan"),
    ("2026", "in 2026", "en 2026", "in 2026"),
    ("2018~", "~2018", "~2018", "~2018"),
    ("2025-21", "spring", "printemps", "spring"),
    ("2025-29~", "~spring S", "~printemps S", "~spring S"),
    ("2025-35", "Q3", "T3", "Q3"),
    ("2025-37", "Jan–Apr", "janv.–avr.", "Jan-Apr"),
    ("2025-41", "H2", "S2", "H2"),
    # bounds
    ("[..2025-08-21~]", "≤~21 Aug", "≤~21 août", "<=~21 Aug"),
    ("[..2025-11-15]", "≤15 Nov", "≤15 nov.", "<=15 Nov"),
    ("[2025-08-21..]", "≥21 Aug", "≥21 août", ">=21 Aug"),
    ("[..2018]", "≤2018", "≤2018", "<=2018"),
    ("[..2018,2020..]", "…", "…", "..."),
    ("[2025-08-21..2025-08-25]", "21–25 Aug", "21–25 août", "21-25 Aug"),
    ("[2025-08-21~..2025-08-25]", "~21–25 Aug", "~21–25 août", "~21-25 Aug"),
    ("[2025-08-25,2025-08-21]", "21–25 Aug", "21–25 août", "21-25 Aug"),
    ("[2025-08-28..2025-09-03]", "28 Aug–3 Sep", "28/8–3/9", "28 Aug-3 Sep"),
    ("[2025-09-28..2025-12-30]", "28/9–30/12", "28/9–30/12", "28/9-30/12"),
    ("[2025-12-28..2026-01-03]", "28 Dec–3 Jan", "28/12–3/1", "28 Dec-3 Jan"),
    ("[2025-08..2025-10]", "Aug–Oct", "août–oct.", "Aug-Oct"),
    ("[2024-05-01..2026-05-01]", "2024–2026", "2024–2026", "2024-2026"),
    ("[1667,1668..1670]", "1667–1670", "1667–1670", "1667-1670"),
    # unspecified digits
    ("202X", "2020s", "ann. 2020", "2020s"),
    ("15XX", "1500–1599", "1500–1599", "1500-1599"),
    ("XXXX", "XXXX", "XXXX", "XXXX"),
    ("2004-XX", "in 2004", "en 2004", "in 2004"),
    ("2004-XX-25", "in 2004", "en 2004", "in 2004"),
    ("2004-12-XX", "Dec", "déc.", "Dec"),
    ("2004-12-2X", "20–29 Dec", "20–29 déc.", "20-29 Dec"),
    ("2004-1X", "Oct–Dec", "oct.–déc.", "Oct-Dec"),
    ("156X-12-25", "25 Dec 156X", "25 déc. 156X", "25 Dec 156X"),
    # years far away
    ("-0043", "in 44 BC", "en 44 avJC", "in 44 BC"),
    ("Y-17E7", "in 170 M BC", "170 M avJC", "in 170 M BC"),
    ("Y-1379963E4", "13.8 bn BC", "13,8 Md avJC", "13.8 bn BC"),
    ("Y-1379963E4~", "~13.8 bn BC", "~14 Md avJC", "~13.8 bn BC"),
    ("Y-315000", "315,000 BC", "315 000 avJC", "315,000 BC"),
    ("1950S2", "1900–1999", "1900–1999", "1900-1999"),
    ("Y171010000S3", "AD 171.01 M", "171 M apJC", "AD 171.01 M"),
]


@pytest.mark.parametrize(("text", "english", "french", "ascii_only"), LABELS)
def test_a_point_has_one_label_with_its_doubt_before_it(text: str, english: str, french: str, ascii_only: str) -> None:
    date = parse_date(text)
    assert start_label(date, "en") == end_label(date, "en") == english
    assert start_label(date, "fr") == end_label(date, "fr") == french
    assert start_label(date, "en", ascii=True) == ascii_only


def test_ascii_draws_signs_anew_and_keeps_letters() -> None:
    assert start_label(parse_date("[..2025-08-21~]"), "fr", ascii=True) == "<=~21 août"
    assert start_label(parse_date("[2025-08..2025-10]"), "fr", ascii=True) == "août-oct."
    assert start_label(parse_date("2025-02"), "fr", ascii=True) == "févr."


def test_letters_that_the_page_would_write_as_escapes_lose_their_accents() -> None:
    def measure(text: str) -> int:
        return len(text.encode("ascii", "backslashreplace"))

    for label in (start_label, end_label):
        said = [
            label(parse_date(date), "fr", ascii=True, measure=measure) for date in ("2025-08-25", "2025-02", "2025-12")
        ]
        assert said == ["25 aout", "fevr.", "dec."]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025-10/2026-03-31", "Oct", "31 Mar"),
        ("2025-10~/2026?", "~Oct", "?2026"),
        ("2025-09/..", "Sep", "…"),
        ("../2025-09", "…", "Sep"),
        ("2025-09/", "Sep", "?"),
        ("/2025-09", "?", "Sep"),
        ("../..", "…", "…"),
        ("{1960,1961-12}", "in 1960", "Dec"),
        ("{..1984}", "…", "in 1984"),
        ("{1984-06..}", "Jun", "…"),
    ],
)
def test_an_interval_has_a_label_for_each_end(text: str, start: str, end: str) -> None:
    date = parse_date(text)
    assert (start_label(date, "en"), end_label(date, "en")) == (start, end)


@settings(max_examples=200)
@given(dates, st.sampled_from(["en", "fr", "nl"]), st.booleans())
def test_a_label_is_never_empty_nor_wider_than_its_column(text: str, language: str, ascii_only: bool) -> None:
    for label in (start_label, end_label):
        said = label(parse_date(text), language, ascii=ascii_only)
        assert 1 <= len(said) <= WIDTH
        assert said == said.strip()
        assert not ascii_only or set(filter(lambda c: not c.isascii(), said)) <= set("éèû")


@given(st.integers(-(10**18), 10**18), st.sampled_from(["en", "fr", "nl"]))
def test_a_year_fits_its_column(year: int, language: str) -> None:
    assert 1 <= len(year_label(year, language)) <= YEAR_WIDTH


@pytest.mark.parametrize(
    ("year", "english", "french"),
    [
        (2025, "2025", "2025"),
        (476, "AD 476", "476 apJC"),
        (0, "1 BC", "1 avJC"),
        (-43, "44 BC", "44 avJC"),
        (-2559, "2560 BC", "2560avJC"),
        (-9999, "10,000 BC", "10000avJC"),
        (20_000, "AD 20,000", "20 000 apJC"),
        (-12_344, "12,345 BC", "12 345 avJC"),
        (-315_000, "315,000 BC", "315 000 avJC"),
        (-170_000_000, "170 M BC", "170 M avJC"),
        (-13_800_000_000, "13.8 bn BC", "13,8 Md avJC"),
        (-13_799_630_000, "13.79963 bn BC", "13,79963 Md avJC"),
        (3_000_000_000, "AD 3 bn", "3 Md apJC"),
    ],
)
def test_a_year_is_said_as_short_as_it_can_be(year: int, english: str, french: str) -> None:
    assert (year_label(year, "en"), year_label(year, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-04-0X/2021-04-2X", "1–9 – 20–29 Apr"),
        ("2021-04-01/2021-04-2X", "1 – 20–29 Apr"),
        ("2021-04-01/2021-04-15", "1–15 Apr"),
        ("2021-04-01/2021-05-15", "1 Apr–15 May"),
    ],
)
def test_both_ends_of_several_days_are_kept_apart(date: str, words: str) -> None:
    assert both_ends_label(parse_date(date), "en") == words
