"""Of the several spellings of a date one is the best known, and means the same."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.core.dates.edtf_grammar import dates
from tui.core.dates.canonical import canonical
from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date

SPELT = {
    "~2025": "2025~",
    "?-0044": "-0044?",
    "%Y-17E7": "Y-17E7%",
    "~1950S2": "1950S2~",
    "~156X": "156X~",
    "2025-~08": "2025-~08",
    "~2025-08": "~2025-08",
    "~2025-~08": "2025-08~",
    "2025~-08~": "2025-08~",
    "~2025-08~": "2025-08~",
    "2025-~08-~25": "2025-~08-~25",
    "2025~-~08-?25": "2025~-~08-?25",
    "2025~-08-25~": "2025-08-25~",
    "~2025-~08-~25": "2025-08-25~",
    "?2025~": None,
    "~2025/~2026-~08": "2025~/2026-08~",
    "~2025/..": "2025~/..",
    "/~2025": "/2025~",
    "[..~2025]": "[..2025~]",
    "[~2024,~2025-~01..]": "[2024~,2025-01~..]",
    "{~1960,1961-~12}": "{1960~,1961-~12}",
    " 2025-08-25T22:00-05:00 ": "2025-08-25T22:00-05:00",
    "2025-21": "2025-21",
    "August 2025": None,
}


@pytest.mark.parametrize("text", SPELT)
def test_doubt_about_the_whole_stands_once_at_the_end(text: str) -> None:
    expected = SPELT[text]
    if expected is None:
        with pytest.raises(DateError):
            canonical(text)
    else:
        assert canonical(text) == expected


@given(dates)
def test_the_spelling_changes_nothing_but_the_text(text: str) -> None:
    spelt = canonical(text)
    assert parse_date(spelt)._replace(text="") == parse_date(text)._replace(text="")
    assert parse_date(spelt).form == parse_date(text).form
    assert canonical(spelt) == spelt
