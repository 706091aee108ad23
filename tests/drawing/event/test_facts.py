"""The words of a number of an event: its unit once."""

from __future__ import annotations

import pytest

from tests.core.timelines import timeline
from tui.core.timeline.in_language import TimelineInLanguage
from tui.drawing.event.facts import data_in_words

VOICE = TimelineInLanguage(timeline([])._replace(data={"idled": "people"}), "en")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1200", "1200 people"),
        ("12000", "12,000 people"),
        ("about 90", "about 90 people"),
        ("1200 people", "1200 people"),
        ("1200 persons", "1200 persons"),
        ("5 EUR", "5 EUR"),
        ("1e3", "1e3 people"),
        ("many", "many"),
    ],
)
def test_the_unit_is_said_once(value: str, words: str) -> None:
    assert data_in_words("idled", value, VOICE) == words
