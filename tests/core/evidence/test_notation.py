"""Claimed values are shown as the reader writes such things, and never say anything else than the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.evidence.test_claims import NAMES, TEXTS
from tui.core.evidence.notation import value_in_language
from tui.core.evidence.values import reading
from tui.core.text.clean import clean_line


@pytest.mark.parametrize(
    ("text", "english", "french", "dutch"),
    [
        ("more than 90,000", "more than 90,000", "plus de 90\u202f000", "meer dan 90.000"),
        (
            "plus de 90 000 personnes",
            "more than 90,000 people",
            "plus de 90\u202f000 personnes",
            "meer dan 90.000 mensen",
        ),
        ("150 people", "150 people", "150 personnes", "150 mensen"),
        ("7 ans", "7 years", "7 ans", "7 jaar"),
        ("1 year", "1 year", "1 an", "1 jaar"),
        ("1.5 million jobs", "1.5 million jobs", "1,5 million d’emplois", "1,5 miljoen banen"),
        ("270,000 posts", "270,000 posts", "270\u202f000 postes", "270.000 arbeidsplaatsen"),
        ("20 widgets", "20 widgets", "20 widgets", "20 widgets"),
        ("140.000", "140,000", "140\u202f000", "140.000"),
        ("90’000", "90,000", "90\u202f000", "90.000"),
        ("13.4 bn MAD", "13.4 bn MAD", "13,4 milliards de MAD", "13,4 miljard MAD"),
        ("13,4 milliards de dirhams", "13.4 bn dirhams", "13,4 milliards de dirhams", "13,4 miljard dirham"),
        ("1.234 bn", "1.234 bn", "1.234 bn", "1.234 bn"),  # with a comma it would be a thousand and more
        ("15–20 %", "15–20 %", "15–20 %", "15–20 %"),
        ("0.2 %", "0.2 %", "0,2 %", "0,2 %"),
        ("15 to 20 percent", "15 to 20 percent", "15 à 20 %", "15 tot 20 %"),
        ("entre 1,5 et 2 %", "between 1.5 and 2 %", "entre 1,5 et 2 %", "tussen 1,5 en 2 %"),
        ("about 150 people", "about 150 people", "environ 150 personnes", "ongeveer 150 mensen"),
        ("more than about 90,000", "more than about 90,000", "plus d’environ 90\u202f000", "meer dan ongeveer 90.000"),
        ("jusqu’à 8", "up to 8", "jusqu’à 8", "tot 8"),
        ("up to 8", "up to 8", "jusqu’à 8", "tot 8"),
        ("moins d’1 an", "less than 1 year", "moins d’1 an", "minder dan 1 jaar"),
        ("90,000+", "90,000+", "90\u202f000+", "90.000+"),
        ("150.0", "150.0", "150,0", "150,0"),
        ("-3.5 %", "-3.5 %", "-3,5 %", "-3,5 %"),
        (
            "between €5 and €6 million",
            "between €5 and €6 million",
            "entre €5 et €6 millions",
            "tussen €5 en €6 miljoen",
        ),
        ("150\u202fpeople", "150\u202fpeople", "150\u202fpersonnes", "150\u202fmensen"),
        ("5€", "5€", "5\u202f€", "5€"),
        ("€500,000", "€500,000", "500\u202f000\u202f€", "€ 500.000"),
        (
            "meer dan 90.000 mensen",
            "more than 90,000 people",
            "plus de 90\u202f000 personnes",
            "meer dan 90.000 mensen",
        ),
        ("tussen 15 en 20 banen", "between 15 and 20 jobs", "entre 15 et 20 emplois", "tussen 15 en 20 banen"),
        ("zo’n 150 mensen", "some 150 people", "quelque 150 personnes", "zo’n 150 mensen"),
        ("20 million jobs", "20 million jobs", "20 millions d’emplois", "20 miljoen banen"),
        ("1.5 bn", "1.5 bn", "1,5 milliard", "1,5 miljard"),
        ("5 to 6 million euros", "5 to 6 million euros", "5 à 6 millions d’euros", "5 tot 6 miljoen euro"),
        ("14 May 2025", "14 May 2025", "14 mai 2025", "14 mei 2025"),
        ("1er juin 2025", "1 June 2025", "1er juin 2025", "1 juni 2025"),
        ("5 bn EUR", "5 bn EUR", "5 milliards d’EUR", "5 miljard EUR"),
        ("0.2%", "0.2%", "0,2\u202f%", "0,2%"),
        ("€5.5 bn", "€5.5 bn", "5,5 milliards\u202f€", "€ 5,5 miljard"),
    ],
)
def test_numbers_bounds_and_ranges_are_in_the_readers_notation(
    text: str, english: str, french: str, dutch: str
) -> None:
    assert value_in_language(text, "jobs", "en") == english
    assert value_in_language(text, "jobs", "fr") == french
    assert value_in_language(text, "jobs", "nl") == dutch


@pytest.mark.parametrize(
    "text",
    [
        "2025",
        "148500",
        "half",
        "Daniel Coene",
        "7/10",
        "1.2.3",
        "0044",
        "1e9",
        "0x10",
        "1e-3",
        "people over 50",
        "32 May 2025",
        "~150",
    ],
)
def test_what_has_no_separators_or_is_no_number_stays_as_it_is_written(text: str) -> None:
    assert (
        value_in_language(text, "jobs", "en")
        == value_in_language(text, "jobs", "fr")
        == value_in_language(text, "jobs", "nl")
        == text
    )


def test_a_date_is_in_words() -> None:
    assert value_in_language("2025-12", "date", "fr") == "décembre 2025"
    assert value_in_language("end of 2025", "date", "fr") == "end of 2025"
    assert value_in_language("2025-12", "jobs", "fr") == "2025-12"


def test_what_steers_a_terminal_is_made_harmless() -> None:
    assert value_in_language("150\x1b[31m people", "jobs", "fr") == "150␛[31m people"


@given(TEXTS, NAMES, st.sampled_from(["en", "fr", "nl"]))
def test_a_value_shown_reads_as_the_value_in_the_file(text: str, name: str, language: str) -> None:
    said = reading(text, name)
    if name != "date" and said.unit is not None and clean_line(text) == text:
        assert reading(value_in_language(text, name, language), name)._replace(text="") == said._replace(text="")
