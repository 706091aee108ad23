"""How far an event is from today."""

from __future__ import annotations

import pytest

from tests.app.conftest import TODAY
from tui.app.base.relative_day import distance
from tui.core.dates.parse import parse_date


@pytest.mark.parametrize(
    ("date", "english", "french", "dutch"),
    [
        ("2026-11-22", "today", "aujourd’hui", "vandaag"),
        ("2026-11-21", "yesterday", "hier", "gisteren"),
        ("2026-11-23", "tomorrow", "demain", "morgen"),
        ("2025-12-31", "10 months ago", "il y a 10 mois", "10 maanden geleden"),
        ("2026-12-15", "in 3 weeks", "dans 3 semaines", "over 3 weken"),
        ("2016-11-22", "10 years ago", "il y a 10 ans", "10 jaar geleden"),
        ("2025-12~", "10 months ago", "il y a 10 mois", "10 maanden geleden"),
        ("2026-11", "today", "aujourd’hui", "vandaag"),
        ("2025", "", "", ""),
        ("[..2025-08-21]", "", "", ""),
        ("2025-10/2026-03", "", "", ""),
        ("-0044-03-15", "", "", ""),
    ],
)
def test_a_date_known_to_the_month_says_how_far_it_is(date: str, english: str, french: str, dutch: str) -> None:
    assert distance(parse_date(date), TODAY, "en") == english
    assert distance(parse_date(date), TODAY, "fr") == french
    assert distance(parse_date(date), TODAY, "nl") == dutch


@pytest.mark.parametrize("language", ["ar", "de", "zz", ""])
def test_where_jalon_does_not_speak_the_language_of_the_texts_it_is_in_english(language: str) -> None:
    assert distance(parse_date("2016-11-22"), TODAY, language) == "10 years ago"
