"""Each text has its language and its direction."""

from __future__ import annotations

import pytest

from tui.core.timeline.model import Timeline
from tui.page.content.texts import Said, Texts, direction, said


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [
        ("Calls", "en", "ltr"),
        ("نقل المكالمات", "ar", "rtl"),
        ("שיחות", None, "rtl"),
        ("2025 نقل", "fr", "rtl"),
        ("TotalEnergies تعلن", "ar", "ltr"),
        ("«2025»", "ar", "rtl"),
        ("été", "fr", "ltr"),
    ],
)
def test_the_direction_is_that_of_the_first_letter_else_of_the_language(text: str, language: str, way: str) -> None:
    assert direction(text, language) == way


def test_a_text_in_another_language_says_so_and_one_in_the_page_s_does_not() -> None:
    timeline = Timeline("t", {"en": "Calls", "ar": "مكالمات"}, "en")
    assert Texts(timeline, "ar").line(timeline.titles) == Said("مكالمات", "ar", "rtl")
    assert Texts(timeline, "nl").line({"fr": "Appels"}) == Said("Appels", "fr", None)
    assert Texts(timeline, "en").line(timeline.titles) == Said("Calls")


def test_a_language_that_is_none_is_not_told() -> None:
    assert said("x", 'en" onload="x') == Said("x")


def test_a_blank_line_parts_paragraphs() -> None:
    timeline = Timeline("t", {}, "en")
    found = Texts(timeline, "en").paragraphs({"en": "One\ntwo\n\n  \nthree"})
    assert [one.text for one in found] == ["One two", "three"]
