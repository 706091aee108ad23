"""Dates in English and French words, and what they may be in EDTF."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.dates.edtf_grammar import plain
from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date, plain_day
from tui.core.dates.shorthand import months
from tui.core.dates.spoken import LONGEST, edtf_candidates
from tui.core.dates.words import in_words

SPOKEN = [
    ("Aug 2026", "2026-08"),
    ("aug. 2026", "2026-08"),
    ("août 2026", "2026-08"),
    ("AOUT 2026", "2026-08"),
    ("2026 August", "2026-08"),
    ("25 August 2025", "2025-08-25"),
    ("25th of August, 2025", "2025-08-25"),
    ("August 25, 2025", "2025-08-25"),
    ("Aug 25th 2025", "2025-08-25"),
    ("on Monday, 25 August 2025", "2025-08-25"),
    ("le lundi 25 août 2025", "2025-08-25"),
    ("mardi 3 mars 2026", "2026-03-03"),
    ("1er janvier 2026", "2026-01-01"),
    ("25-Aug-2025", "2025-08-25"),
    # parts of a month, a year, a decade
    ("end of August 2025", "[2025-08-21..2025-08-31]", "2025-08"),
    ("fin août 2025", "[2025-08-21..2025-08-31]", "2025-08"),
    ("late February 2024", "[2024-02-21..2024-02-29]", "2024-02"),
    ("début septembre 2025", "[2025-09-01..2025-09-10]", "2025-09"),
    ("mid-August 2025", "[2025-08-11..2025-08-20]", "2025-08"),
    ("à la mi-août 2025", "[2025-08-11..2025-08-20]", "2025-08"),
    ("fin 2025", "[2025-09..2025-12]", "2025"),
    ("early 1990s", "[1990..1993]", "199X"),
    # doubt
    ("vers août 2025", "2025-08~"),
    ("vers le 25 août 2025", "2025-08-25~"),
    ("about August 2025", "2025-08~"),
    ("circa 2018", "2018~"),
    ("c. 2018", "2018~"),
    ("env. 2018", "2018~"),
    ("2025-08-25 approx", "2025-08-25~"),
    ("perhaps August 2025", "2025-08?"),
    ("peut-être en août 2025", "2025-08?"),
    ("August 2025?", "2025-08?"),
    # bounds
    ("by 15 November 2025", "[..2025-11-15]"),
    ("avant le 15 novembre 2025", "[..2025-11-14]", "[..2025-11-15]"),
    ("le 15 novembre 2025 au plus tard", "[..2025-11-15]"),
    ("by about 21 August 2025", "[..2025-08-21~]"),
    ("after August 2025", "[2025-09..]", "[2025-08..]"),
    ("since August 2025", "2025-08/..", "[2025-08..]"),
    ("à partir d’août 2025", "2025-08/..", "[2025-08..]"),
    # two dates
    ("between 21 and 25 August 2025", "[2025-08-21..2025-08-25]"),
    ("entre le 21 et le 25 août 2025", "[2025-08-21..2025-08-25]"),
    ("between 28 August and 3 September 2025", "[2025-08-28..2025-09-03]"),
    ("between August and October 2025", "[2025-08..2025-10]"),
    ("from October 2025 to March 2026", "2025-10/2026-03"),
    ("d’octobre 2025 à mars 2026", "2025-10/2026-03"),
    ("du 1er au 15 août 2025", "2025-08-01/2025-08-15"),
    ("octobre 2025 – mars 2026", "2025-10/2026-03"),
    ("10-15 August 2025", "2025-08-10/2025-08-15", "[2025-08-10..2025-08-15]"),
    ("August or September 2025", "[2025-08,2025-09]"),
    ("août et septembre 2025", "{2025-08,2025-09}"),
    # parts of a year, decades, centuries, eras
    ("spring 2025", "2025-21"),
    ("printemps 2025", "2025-21"),
    ("l’été 2026", "2026-22"),
    ("fall of 2025", "2025-23"),
    ("Q3 2025", "2025-35"),
    ("troisième trimestre 2025", "2025-35"),
    ("first half of 2025", "2025-40"),
    ("seconde moitié de 2025", "2025-41"),
    ("première quinzaine d’août 2025", "[2025-08-01..2025-08-15]", "2025-08"),
    ("dans la seconde quinzaine de février 2024", "[2024-02-16..2024-02-29]", "2024-02"),
    ("2e quinzaine mars 2026", "[2026-03-16..2026-03-31]", "2026-03"),
    ("the first half of August 2025", "[2025-08-01..2025-08-15]", "2025-08"),
    ("second fortnight of August 2025", "[2025-08-16..2025-08-31]", "2025-08"),
    ("the 2020s", "202X"),
    ("les années 1990", "199X"),
    ("19th century", "18XX"),
    ("XIXe siècle", "18XX"),
    ("44 BC", "-0043"),
    ("1 BCE", "0000"),
    ("44 av. J.-C.", "-0043"),
    ("15 mars 44 av. J.-C.", "-0043-03-15"),
    ("AD 476", "0476"),
    ("476 apr. J.-C.", "0476"),
    # Dutch
    ("25 augustus 2025", "2025-08-25"),
    ("maandag 25 augustus 2025", "2025-08-25"),
    ("25 mrt. 2025", "2025-03-25"),
    ("eind augustus 2025", "[2025-08-21..2025-08-31]", "2025-08"),
    ("begin maart 2026", "[2026-03-01..2026-03-10]", "2026-03"),
    ("midden mei 2025", "[2025-05-11..2025-05-20]", "2025-05"),
    ("rond 21 augustus 2025", "2025-08-21~"),
    ("misschien augustus 2026", "2026-08?"),
    ("uiterlijk 15 november 2025", "[..2025-11-15]"),
    ("voor 1 mei 2025", "[..2025-04-30]", "[..2025-05-01]"),
    ("vanaf september 2025", "2025-09/.."),
    ("tot en met 1 september 2025", "../2025-09-01"),
    ("tussen 21 en 25 augustus 2025", "[2025-08-21..2025-08-25]"),
    ("van oktober 2025 tot maart 2026", "2025-10/2026-03"),
    ("lente van 2025", "2025-21"),
    ("eerste kwartaal van 2025", "2025-33"),
    ("de jaren 1990", "199X"),
    ("19e eeuw", "18XX"),
    ("44 v.Chr.", "-0043"),
]


@pytest.mark.parametrize(("text", "offered"), [(text, offered) for text, *offered in SPOKEN])
def test_words_are_understood_and_what_they_become_is_a_date(text: str, offered: list[str]) -> None:
    found = edtf_candidates(text)
    assert found is not None
    assert found[: len(offered)] == offered
    for date in found:
        assert parse_date(date).text == date
    with pytest.raises(DateError) as refusal:
        parse_date(text)
    assert all(date in (refusal.value.hint or "") for date in offered)


@pytest.mark.parametrize("text", ["25 August", "en août", "September", "mi-juin"])
def test_a_month_without_a_year_lacks_only_that(text: str) -> None:
    assert edtf_candidates(text) == []


@pytest.mark.parametrize(
    "text", ["quinzaine d'août 2025", "dans la quinzaine du 4 août 2025", "une quinzaine", "1½ 2025", "½ août"]
)
def test_what_may_be_read_in_two_ways_is_no_date(text: str) -> None:
    assert not edtf_candidates(text)


@pytest.mark.parametrize("text", ["", "hello", "Maroc : 150 emplois", "soon", "and", "entre", "x" * (LONGEST + 1)])
def test_other_words_are_no_date(text: str) -> None:
    assert edtf_candidates(text) is None


def test_an_abbreviation_of_two_months_is_of_neither() -> None:
    assert "jui" not in months()
    assert (months()["juin"], months()["juil"], months()["mar"]) == (6, 7, 3)


@given(plain(), st.sampled_from(["en", "fr", "nl"]))
def test_a_plain_date_in_words_of_our_own_is_understood(text: str, language: str) -> None:
    words = in_words(parse_date(text), language)
    if not words.isdigit():
        assert edtf_candidates(words) == [text]


@given(st.text(max_size=LONGEST))
def test_no_text_is_too_odd(text: str) -> None:
    edtf_candidates(text)


@pytest.mark.parametrize("year", ["0000", "0044", "2025"])
@pytest.mark.parametrize("day", ["0", "1", "01", "28", "31"])
def test_a_plain_day_is_read_at_once_as_it_is_with_all_patterns(day: str, year: str) -> None:
    for month in months():
        at_once = plain_day(f"{day} {month} {year}")
        assert at_once is None or [at_once] == edtf_candidates(f"{day} {month.title()} {year}")
    assert plain_day("24 november 2025") == plain_day("24 novembre 2025") == "2025-11-24"
