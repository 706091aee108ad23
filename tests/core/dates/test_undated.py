"""What says that no date is known, and what does not."""

from __future__ import annotations

import pytest

from tui.core.dates.edtf import DateError, undated
from tui.core.dates.labels import start_label
from tui.core.dates.parse import parse_date, parse_event_date
from tui.core.dates.words import in_words

WORDS = (
    "unknown", "Unknown", "UNDATED", "undated", "no date", "sans date", "Sans  date", "inconnue", "inconnu", "n.d.",
    "N.D.", "nd", "n. d.", "s.d.", "s. d.", "sd", "date inconnue", "Date unknown", "non daté", "non datée", " unknown ",
)  # fmt: skip


@pytest.mark.parametrize("text", WORDS)
def test_words_for_no_date_are_none(text: str) -> None:
    date = parse_event_date(text)
    assert date.is_undated
    assert date.text == text.strip()
    assert (date.earliest, date.latest, date.time, date.end_time, date.interval) == (None, None, None, None, False)
    with pytest.raises(DateError):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["", "?", "tbd", "unknown/2025", "2025 unknown", "unknowns", "date", "sans", "n", "0000-00-00", "today"]
)
def test_what_says_less_or_more_is_no_word_for_it(text: str) -> None:
    with pytest.raises(DateError):
        parse_event_date(text)


@pytest.mark.parametrize("text", ["2025", "../..", "[..2025]", "2025-08-25~", "XXXX"])
def test_what_says_little_is_a_date_and_comes_before(text: str) -> None:
    assert not parse_event_date(text).is_undated
    assert parse_event_date(text).sort_key < undated().sort_key


def test_it_is_called_so_in_two_languages() -> None:
    for language, words in (("en", "undated"), ("fr", "sans date")):
        assert in_words(undated("n.d."), language) == start_label(undated(), language) == words
