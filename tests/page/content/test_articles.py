"""Events as articles: dates for machines, never more precise than they are."""

from __future__ import annotations

import pytest

from tui.core.dates.parse import parse_date
from tui.page.content.addresses import anchor, to_event
from tui.page.content.articles import machine_date


@pytest.mark.parametrize(
    ("date", "machine"),
    [
        ("2025-12-31", "2025-12-31"),
        ("2025-12-31T22:00", "2025-12-31T22:00"),
        ("2025-08", "2025-08"),
        ("2025", "2025"),
        ("2025-08-25~", "2025-08"),
        ("2025-08~", "2025"),
        ("2025?", None),
        ("[2025-08-21..2025-08-25]", "2025-08"),
        ("2025-06/2025-08", "2025"),
        ("2025-10/2026-03-31", None),
        ("[..2025-08-21]", None),
        ("2025-08-21/..", None),
        ("2026-22", "2026"),
        ("-0044-03-15", None),
        ("0099", "0099"),
    ],
)
def test_a_date_for_machines_is_never_more_precise_than_the_file(date: str, machine: str | None) -> None:
    assert machine_date(parse_date(date)) == machine


def test_an_id_is_an_anchor_and_its_link_is_encoded() -> None:
    assert anchor("a b\tc") == "a-b-c"
    assert to_event('<"é') == "#%3C%22%C3%A9"
