"""Sources as CSL-JSON: dates keep their doubt, and what CSL cannot say is said in words."""

from __future__ import annotations

import pytest

from tui.core.citation.resolve import ResolvedCitation
from tui.core.dates.parse import parse_date
from tui.core.export.csl import date, items, plain_day
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Passage, Source, Timeline

VOICE = TimelineInLanguage(Timeline("t", {}, "en"), "en")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-12-31", {"date-parts": [[2025, 12, 31]]}),
        ("2025-08", {"date-parts": [[2025, 8]]}),
        ("2025", {"date-parts": [[2025]]}),
        ("2025-08-25~", {"date-parts": [[2025, 8, 25]], "circa": True}),
        ("2025-08-25T22:00", {"date-parts": [[2025, 8, 25]]}),
        ("2025-21", {"date-parts": [[2025]], "season": 1}),
        ("2025-24~", {"date-parts": [[2025]], "season": 4, "circa": True}),
        ("2025-08-01/2025-08-03", {"date-parts": [[2025, 8, 1], [2025, 8, 3]]}),
        ("2025-08-25?", {"literal": "perhaps 25 August 2025"}),
        ("[2025-08-21..2025-08-25]", {"literal": "between 21 and 25 August 2025"}),
        ("[..2025-05-14]", {"literal": "by 14 May 2025"}),
        ("2025-08/..", {"literal": "from August 2025 on"}),
        ("2025-34", {"literal": "second quarter of 2025"}),
        ("202X", {"literal": "the 2020s"}),
        ("-0043", {"literal": "44 BC"}),
    ],
)
def test_a_date_is_in_parts_where_csl_has_parts_for_it_else_in_words(written: str, expected: object) -> None:
    assert date(parse_date(written), "en") == expected


def test_no_date_is_none() -> None:
    assert date(None, "en") is None
    assert plain_day(None) is None
    assert plain_day(parse_date("2025-21")) is None
    assert plain_day(parse_date("2025-08~")) is None
    assert plain_day(parse_date("2025-08")) == [2025, 8]


def test_an_item_has_what_is_known_of_a_source() -> None:
    source = Source(
        "trends",
        {"fr": "150 emplois"},
        "Trends",
        "J. Dupont",
        url="https://trends.example/a",
        archives=("https://archive.example/x",),
        published=parse_date("2025-08-25~"),
        seen=parse_date("2025-12-21"),
        language="fr",
        gone=parse_date("2026-05"),
    )
    group = (ResolvedCitation(0, Citation("trends", Passage("", "environ 150", "négociaient")), source, None),)
    assert items([group], VOICE) == [
        {
            "id": "trends",
            "type": "webpage",
            "title": "150 emplois",
            "author": [{"literal": "J. Dupont"}],
            "container-title": "Trends",
            "issued": {"date-parts": [[2025, 8, 25]], "circa": True},
            "accessed": {"date-parts": [[2025, 12, 21]]},
            "language": "fr",
            "URL": "https://trends.example/a",
            "archive_location": "https://archive.example/x",
            "note": "its page is gone (May 2026); “environ 150 … négociaient”",
        }
    ]


def test_what_is_not_known_is_left_out_and_no_unsafe_address_gets_in() -> None:
    unsafe = Source("a", url="javascript:alert(1)")
    assert items([(ResolvedCitation(0, Citation("a"), unsafe, None),)], VOICE) == [
        {"id": "a", "type": "webpage", "title": "a"}
    ]
    assert items([(ResolvedCitation(0, Citation("b"), None, None),)], VOICE) == [
        {"id": "b", "type": "document", "title": "b"}
    ]
