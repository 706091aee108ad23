"""The title of an article as its address tells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.entry.title_in_address import title_in

WORDS = "trente-emplois-sont-menaces"


@pytest.mark.parametrize(
    ("path", "language", "title"),
    [
        ("article/le-patron-dikanbi-repond-aux-syndicats-1158", None, "Le patron dikanbi repond aux syndicats"),
        ("2025/08/25/trente-emplois-menaces-a-l-usine.html", "fr", "Trente emplois menaces a l'usine"),
        ("2025/08/25/trente-emplois-menaces-a-l-usine.html", "nl", "Trente emplois menaces a l usine"),
        ("qu-en-dit-l-union-des-lecteurs/", "fr", "Qu'en dit l'union des lecteurs"),
        ("the-strike-of-2025-ends", None, "The strike of 2025 ends"),
        ("the-longest-strike-of-2025", None, "The longest strike of 2025"),
        (f"20250825-{WORDS}-761046.aspx", None, "Trente emplois sont menaces"),
        ("Trente_emplois_sont_menacés", None, "Trente emplois sont menacés"),
        ("Trente%20emplois%20sont%20menac%C3%A9s", None, "Trente emplois sont menacés"),
        (f"{WORDS}/120398", None, "Trente emplois sont menaces"),
        ("economie-et-finances", None, ""),
        ("articles/c0jq9dl93e2o", None, ""),
        ("?id=12", None, ""),
        ("", None, ""),
        ("one-two-three-%1b%5b31m-four-five", None, ""),
    ],
)
def test_the_words_of_an_address_are_a_title_where_there_are_enough(
    path: str, language: str | None, title: str
) -> None:
    assert title_in(f"https://a.be/{path}", language) == title
    assert title_in(f"https://web.archive.org/web/2025/https://a.be/{path}", language) == title


def test_what_is_no_address_has_no_title() -> None:
    assert title_in(WORDS, None) == title_in("", None) == ""


@given(st.text("abé%/?&=#,.-_+:[]@0123456789 \x1b\u202e", max_size=60))
def test_no_address_is_too_odd(rest: str) -> None:
    assert title_in(f"https://a.be/{rest}", "fr").isprintable()
