"""The sources of a row, put together from its cells; where nobody knows what belongs to what, it is refused."""

from __future__ import annotations

import pytest

from tui.core.dates.parse import parse_date
from tui.core.exchange.foreign import ForeignSource
from tui.core.exchange.markup import plain_text
from tui.core.tables.source_cells import UnclearSources, addresses_in, sources_of

A, B = "https://a.example/1", "https://b.example/2"


def put(*, titles: str = "", publishers: str = "", addresses: str = "", days: str = "", passage: str = "") -> object:
    given = [text.split("|") if text else [] for text in (titles, publishers, addresses, days)]
    return sources_of(*given, passage, parse_date)  # type: ignore[call-arg,arg-type]  # four lists


def test_cells_of_one_source_are_one() -> None:
    wanted = ForeignSource("T", "P", A, parse_date("2025"), "words")
    assert put(titles="T", publishers="P", addresses=A, days="2025", passage="words") == (wanted,)
    assert put(titles=f"T, {A}") == (ForeignSource("T", address=A),)
    assert put(publishers="P") == (ForeignSource("", "P"),)


def test_as_many_of_each_belong_together_and_blanks_keep_places() -> None:
    assert put(titles="S|T", publishers="P|Q", addresses=f"{A}|{B}", days="|2025") == (
        ForeignSource("S", "P", A), ForeignSource("T", "Q", B, parse_date("2025")),
    )  # fmt: skip
    assert put(publishers="P", addresses=f"{A}|{B}") == (ForeignSource("", "P", A), ForeignSource("", "P", B))


@pytest.mark.parametrize(
    "cells",
    [
        {"titles": "T", "addresses": f"{A}|{B}"},
        {"titles": "S|T|U", "addresses": f"{A}|{B}"},
        {"publishers": "P|Q", "addresses": A},
        {"days": "2025|2026", "addresses": A},
        {"passage": "words", "addresses": f"{A}|{B}"},
        {"passage": "words"},
    ],
)
def test_what_is_unclear_is_refused(cells: dict[str, str]) -> None:
    with pytest.raises(UnclearSources):
        put(**cells)


def test_addresses_end_before_the_signs_of_a_sentence() -> None:
    assert addresses_in(f"see ({A}), www.c.example/x_(y). {B}; {A}") == [A, "https://www.c.example/x_(y)", B]


def test_html_is_text_and_what_nobody_sees_goes() -> None:
    found = plain_text('<p>A &lt; B<br>C</p><ul><li>D <a href="javascript:x">E</a></li></ul><script>x()</script>')
    assert found == ("A < B\nC\n\n– D E", ())
    assert plain_text("a < b and c > d") == ("a < b and c > d", ())
