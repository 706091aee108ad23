"""Dates in the reader's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.dates.edtf_grammar import dates
from tui.core.dates.calendar import day_number
from tui.core.dates.parse import parse_date
from tui.core.dates.words import day_in_words, in_words, month_name

WORDS = [
    ("2025-12-31", "31 December 2025", "31 décembre 2025"),
    ("2026-08", "August 2026", "août 2026"),
    ("2026", "2026", "2026"),
    ("2026-01-01", "1 January 2026", "1er janvier 2026"),
    # doubt
    ("2025-08-25~", "about 25 August 2025", "vers le 25 août 2025"),
    ("2025-08~", "about August 2025", "vers août 2025"),
    ("2018~", "about 2018", "vers 2018"),
    ("2026-08?", "perhaps August 2026", "peut-être août 2026"),
    ("2026-08-11?", "perhaps 11 August 2026", "peut-être le 11 août 2026"),
    ("2025-08-25%", "perhaps about 25 August 2025", "peut-être vers le 25 août 2025"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)", "11 juin 2004 (année et mois approximatifs)"),
    ("2004?-06-11", "11 June 2004 (year uncertain)", "11 juin 2004 (année incertaine)"),
    (
        "?2004-06-~11",
        "11 June 2004 (day approximate, year uncertain)",
        "11 juin 2004 (jour approximatif, année incertaine)",
    ),
    ("2004-%06", "June 2004 (month uncertain and approximate)", "juin 2004 (mois incertain et approximatif)"),
    ("2011-~23", "autumn 2011 (season approximate)", "automne 2011 (saison approximative)"),
    # intervals
    ("2025-10/2026-03-31", "October 2025 – 31 March 2026", "octobre 2025 – 31 mars 2026"),
    ("2025-10-01/2025-12-05", "1 October – 5 December 2025", "1er octobre – 5 décembre 2025"),
    ("2025-10-01/2025-10-05", "1 – 5 October 2025", "1er – 5 octobre 2025"),
    ("2025-10/2025-12", "October – December 2025", "octobre – décembre 2025"),
    ("2025-10~/2025-12", "about October 2025 – December 2025", "vers octobre 2025 – décembre 2025"),
    ("2024/2025", "2024 – 2025", "2024 – 2025"),
    ("2025-09/..", "from September 2025 on", "à partir de septembre 2025"),
    ("2025-08/..", "from August 2025 on", "à partir d’août 2025"),
    ("2025-09-01/..", "from 1 September 2025 on", "à partir du 1er septembre 2025"),
    ("2025-09-01~/..", "from about 1 September 2025 on", "à partir du 1er septembre 2025 environ"),
    ("2025-22/..", "from summer 2025 on", "à partir de l’été 2025"),
    ("202X/..", "from the 2020s on", "à partir des années 2020"),
    ("2025-09/", "from September 2025, end unknown", "à partir de septembre 2025, fin inconnue"),
    ("../2025-09", "until September 2025", "jusqu’en septembre 2025"),
    ("../2025-09-01", "until 1 September 2025", "jusqu’au 1er septembre 2025"),
    ("../2025-09-01?", "until perhaps 1 September 2025", "jusqu’au 1er septembre 2025 peut-être"),
    ("../2025-21", "until spring 2025", "jusqu’au printemps 2025"),
    ("../202X", "until the 2020s", "jusqu’aux années 2020"),
    ("/2025-09", "until September 2025, start unknown", "jusqu’en septembre 2025, début inconnu"),
    ("../..", "without start, without end", "sans début, sans fin"),
    ("/..", "start unknown, without end", "début inconnu, sans fin"),
    # sets
    ("[..2025-11-15]", "by 15 November 2025", "le 15 novembre 2025 au plus tard"),
    ("[..2025-11]", "by November 2025", "en novembre 2025 au plus tard"),
    ("[..2025-21]", "by spring 2025", "au printemps 2025 au plus tard"),
    ("[..2025-08-21~]", "by about 21 August 2025", "vers le 21 août 2025 au plus tard"),
    ("[2025-08-21..]", "21 August 2025 or later", "le 21 août 2025 au plus tôt"),
    ("[2025-08-21..2025-08-25]", "between 21 and 25 August 2025", "entre le 21 et le 25 août 2025"),
    (
        "[2025-08-28..2025-09-03]",
        "between 28 August and 3 September 2025",
        "entre le 28 août et le 3 septembre 2025",
    ),
    (
        "[2025-12-28..2026-01-03]",
        "between 28 December 2025 and 3 January 2026",
        "entre le 28 décembre 2025 et le 3 janvier 2026",
    ),
    (
        "[2025-08-21~..2025-08-25]",
        "between about 21 August 2025 and 25 August 2025",
        "entre le 21 août 2025 environ et le 25 août 2025",
    ),
    ("[2025-08..2025-10]", "between August and October 2025", "entre août et octobre 2025"),
    ("[1667,1668..1670]", "1667 or between 1668 and 1670", "1667 ou entre 1668 et 1670"),
    ("[1667,1668,1670]", "1667, 1668 or 1670", "1667, 1668 ou 1670"),
    ("{1960,1961-12}", "1960 and December 1961", "1960 et décembre 1961"),
    ("{1667,1670..1672}", "1667 and 1670 – 1672", "1667 et 1670 – 1672"),
    ("{..1984}", "until 1984", "jusqu’en 1984"),
    ("{1984..}", "from 1984 on", "à partir de 1984"),
    # unspecified digits
    ("202X", "the 2020s", "les années 2020"),
    ("202X~", "about the 2020s", "vers les années 2020"),
    ("15XX", "some year between 1500 and 1599", "une année entre 1500 et 1599"),
    ("-004X", "some year between 50 and 41 BC", "une année entre 50 et 41 av. J.-C."),
    ("000X", "some year between 1 BC and AD 9", "une année entre 1 av. J.-C. et 9 apr. J.-C."),
    ("XXXX", "an unknown year", "une année inconnue"),
    ("1X5X", "a year written 1X5X", "une année notée 1X5X"),
    ("156X-12-25", "25 December of a year in the 1560s", "25 décembre d’une des années 1560"),
    ("15XX-12", "December of a year between 1500 and 1599", "décembre d’une année entre 1500 et 1599"),
    ("XXXX-02-29", "29 February of an unknown year", "29 février d’une année inconnue"),
    ("2004-XX", "some month of 2004", "un mois de 2004"),
    ("2004-12-XX", "some day in December 2004", "un jour de décembre 2004"),
    ("2004-08-XX", "some day in August 2004", "un jour d’août 2004"),
    ("2004-XX-XX", "some day in 2004", "un jour de 2004"),
    ("2004-XX-25", "the 25th of some month of 2004", "le 25 d’un mois de 2004"),
    ("2004-XX-01", "the 1st of some month of 2004", "le 1er d’un mois de 2004"),
    ("2004-1X", "one of the months October to December 2004", "un des mois d’octobre à décembre 2004"),
    ("2004-X1", "January or November 2004", "janvier ou novembre 2004"),
    ("2004-12-2X", "between 20 and 29 December 2004", "entre le 20 et le 29 décembre 2004"),
    ("2004-12-X5", "5, 15 or 25 December 2004", "le 5, le 15 ou le 25 décembre 2004"),
    ("2004-04-3X", "30 April 2004", "30 avril 2004"),
    ("202X-21", "spring of a year in the 2020s", "printemps d’une des années 2020"),
    # seasons and other parts of a year
    ("2025-21", "spring 2025", "printemps 2025"),
    ("2025-22~", "about summer 2025", "vers l’été 2025"),
    ("2025-24", "winter 2025–2026", "hiver 2025–2026"),
    ("2025-29", "spring 2025 (southern hemisphere)", "printemps 2025 (hémisphère sud)"),
    ("2025-35", "third quarter of 2025", "troisième trimestre 2025"),
    ("2025-38", "second quadrimester of 2025", "deuxième quadrimestre 2025"),
    ("2025-40", "first half of 2025", "premier semestre 2025"),
    # years far away, and years known to some digits
    ("0000", "1 BC", "1 av. J.-C."),
    ("-0043", "44 BC", "44 av. J.-C."),
    ("-0043-03-15", "15 March 44 BC", "15 mars 44 av. J.-C."),
    ("0476", "AD 476", "476 apr. J.-C."),
    ("Y20000", "AD 20,000", "20\u00a0000 apr. J.-C."),
    ("Y-17E7", "170,000,001 BC", "170\u00a0000\u00a0001 av. J.-C."),
    (
        "1950S2",
        "some year between 1900 and 1999, estimated as 1950",
        "une année entre 1900 et 1999, estimée à 1950",
    ),
    ("1950S4", "1950", "1950"),
    # a time of day
    ("2025-08-25T22:00", "25 August 2025, 22:00", "25 août 2025, 22:00"),
    ("2025-08-25T22:00:30+01:00", "25 August 2025, 22:00:30+01:00", "25 août 2025, 22:00:30+01:00"),
]


@pytest.mark.parametrize(("text", "english", "french"), WORDS)
def test_a_date_is_said_in_english_and_in_french(text: str, english: str, french: str) -> None:
    assert in_words(parse_date(text), "en") == english
    assert in_words(parse_date(text), "fr") == french


def test_another_language_falls_back_to_english_and_a_region_to_its_language() -> None:
    date = parse_date("2026-08")
    assert in_words(date, "de") == in_words(date, "") == "August 2026"
    assert in_words(date, "fr_BE.UTF-8") == in_words(date, "fr-CA") == in_words(date, "FR") == "août 2026"


@settings(max_examples=200)
@given(dates, st.sampled_from(["en", "fr", "nl"]))
def test_every_date_has_words_that_say_its_doubt(text: str, language: str) -> None:
    words = in_words(parse_date(text), language)
    assert words == " ".join(words.split(" ")).strip()
    assert "  " not in words
    assert words
    about = ("about ", "approximate", "vers ", "approximati", " environ", "rond ", "ongeveer ", "benadering")
    perhaps = ("perhaps ", "uncertain", "peut-être", "incertain", "misschien ", "onzeker")
    assert any(word in words for word in about) is parse_date(text).approximate
    assert any(word in words for word in perhaps) is parse_date(text).uncertain


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("2025-12-31", "31 december 2025"),
        ("2026-01-01", "1 januari 2026"),
        ("2025-08-25~", "rond 25 augustus 2025"),
        ("2026-08?", "misschien augustus 2026"),
        ("2025-08-25%", "misschien rond 25 augustus 2025"),
        ("2004-06~-11", "11 juni 2004 (jaar en maand bij benadering)"),
        ("2004-%06", "juni 2004 (maand onzeker en bij benadering)"),
        ("2025-10-01/2025-10-05", "1 – 5 oktober 2025"),
        ("2025-09/..", "vanaf september 2025"),
        ("2025-09/", "vanaf september 2025, einde onbekend"),
        ("../2025-09-01", "tot en met 1 september 2025"),
        ("[..2025-11-15]", "uiterlijk 15 november 2025"),
        ("[2025-08-21..2025-08-25]", "tussen 21 en 25 augustus 2025"),
        ("[2025-08-21~..2025-08-25]", "tussen ongeveer 21 augustus 2025 en 25 augustus 2025"),
        ("[..2025-08-21~]", "uiterlijk rond 21 augustus 2025"),
        ("[2025-08-21,2025-08-25]", "21 augustus 2025 of 25 augustus 2025"),
        ("[2025-08-21..]", "21 augustus 2025 of later"),
        ("2025-22", "zomer 2025"),
        ("2025-33", "eerste kwartaal van 2025"),
        ("2025-08-XX", "een dag in augustus 2025"),
        ("2025-XX", "een maand van 2025"),
        ("202X", "de jaren 2020"),
        ("202X-08", "augustus van een jaar in de jaren 2020"),
        ("-0043", "44 v.Chr."),
    ],
)
def test_a_date_in_words_is_natural_dutch(text: str, dutch: str) -> None:
    assert in_words(parse_date(text), "nl") == in_words(parse_date(text), "nl_BE.UTF-8") == dutch


def test_a_day_is_said_long_and_short_with_and_without_its_weekday() -> None:
    day = day_number(2026, 11, 22)
    assert day_in_words(day, "en") == "22 November 2026"
    assert day_in_words(day, "en", weekday=True) == "Sunday 22 November 2026"
    assert day_in_words(day, "en", short=True) == "22 Nov 2026"
    assert day_in_words(day, "en", weekday=True, short=True) == "Sun 22 Nov 2026"
    assert day_in_words(day, "fr") == "22 novembre 2026"
    assert day_in_words(day, "fr", weekday=True, short=True) == "dim. 22 nov. 2026"
    assert day_in_words(day, "nl", weekday=True) == "zondag 22 november 2026"
    assert day_in_words(day_number(2026, 1, 1), "fr", weekday=True) == "jeudi 1er janvier 2026"
    assert day_in_words(day_number(-43, 3, 15), "en") == "15 March 44 BC"


def test_months_have_names() -> None:
    assert [month_name(month, "en", short=True) for month in (1, 9, 12)] == ["Jan", "Sep", "Dec"]
    assert [month_name(month, "fr") for month in (2, 8, 12)] == ["février", "août", "décembre"]
