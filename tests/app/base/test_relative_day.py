"""How far an event is from today."""

from __future__ import annotations

import pytest

from tests.app.conftest import TODAY
from tui.app.base.relative_day import distance
from tui.core.dates.parse import parse_date


@pytest.mark.parametrize(
    ("date", "english", "french"),
    [
        ("2026-11-22", "today", "aujourd’hui"),
        ("2026-11-21", "yesterday", "hier"),
        ("2026-11-23", "tomorrow", "demain"),
        ("2025-12-31", "10 months ago", "il y a 10 mois"),
        ("2026-12-15", "in 3 weeks", "dans 3 semaines"),
        ("2016-11-22", "10 years ago", "il y a 10 ans"),
        ("2025-12~", "10 months ago", "il y a 10 mois"),
        ("2026-11", "today", "aujourd’hui"),
        ("2025", "", ""),
        ("[..2025-08-21]", "", ""),
        ("2025-10/2026-03", "", ""),
        ("-0044-03-15", "", ""),
    ],
)
def test_a_date_known_to_the_month_says_how_far_it_is(date: str, english: str, french: str) -> None:
    assert distance(parse_date(date), TODAY, "en") == english
    assert distance(parse_date(date), TODAY, "fr") == french
