"""A line of a pasted list: an address, and its title on either side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.entry.pasted_line import PastedLine, read_line

PAGE = "https://a.example/x"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (PAGE, ""),
        (f"  <{PAGE}>  ", ""),
        (f"Trente emplois menacés {PAGE}", "Trente emplois menacés"),
        (f"Maroc : trente emplois : {PAGE}", "Maroc : trente emplois"),
        (f"{PAGE} Trente emplois", "Trente emplois"),
        (f"{PAGE} - Trente emplois - RTL", "Trente emplois - RTL"),
        (f"Trente emplois\t{PAGE}", "Trente emplois"),
        (f"Trente emplois;{PAGE}", "Trente emplois"),
        (f'"Trente emplois",{PAGE}', "Trente emplois"),
        (f"- Trente emplois | {PAGE}", "Trente emplois"),
        (f"12. Trente emplois → {PAGE}", "Trente emplois"),
        (f"2026 en chiffres {PAGE}", "2026 en chiffres"),
        (f"* [Trente emplois]({PAGE})", "Trente emplois"),
        (f'[Trente emplois]({PAGE} "RTL"), lu hier', "Trente emplois"),
        (f"« Trente emplois » ({PAGE})", "Trente emplois"),
        (f"“Thirty jobs” {PAGE}.", "Thirty jobs"),
        (f"Un \u00ab\u00a0mot\u00a0\u00bb d'elle {PAGE}", "Un « mot » d'elle"),
        (f"--- {PAGE} ---", ""),
        (f"\u200bTitle\x1b[31m\u202e {PAGE}", "Title[31m"),
    ],
)
def test_an_address_and_its_title_are_told_apart(line: str, title: str) -> None:
    assert read_line(line) == PastedLine(PAGE, title)


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("see https://a.example/x_(y), there", "https://a.example/x_(y)"),
        ("(https://a.example/x)", "https://a.example/x"),
        ("https://a.example/x?a=1,2.", "https://a.example/x?a=1,2"),
        ("no address", "no address"),
        ("www.a.example/x", "www.a.example/x"),
        ("", ""),
    ],
)
def test_stops_and_brackets_of_a_sentence_are_not_of_the_address(line: str, address: str) -> None:
    assert read_line(line).address == address


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_line_is_too_odd(before: str, behind: str) -> None:
    for line in (before, f"{before}https://{behind}", f"{before} {PAGE} {behind}", f"[{before}]({PAGE}{behind})"):
        found = read_line(line)
        assert found.title.isprintable()
        assert found.title == found.title.strip()
