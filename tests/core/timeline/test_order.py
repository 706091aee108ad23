"""The order of dates: instants where times say their offset, the file where nothing tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.dates.edtf_grammar import dates
from tui.core.dates.parse import parse_date
from tui.core.timeline.order import in_time_order


def ordered(*texts: str) -> list[str]:
    """The dates in order of time."""
    return in_time_order(texts, parse_date)


@pytest.mark.parametrize(
    "expected",
    [
        ("2025-08-25T22:00+02:00", "2025-08-25T21:00Z"),
        ("2025-08-25T23:30+05:30", "2025-08-25T21:00Z"),
        ("2025-08-26T00:30+02:00", "2025-08-25T23:30-05:00"),
        ("2025-08-25T22:00+02:00", "2025-08-25T22:00Z", "2025-08-25T22:00-05:00"),
        ("2025-08-25T21:00+02:00", "2025-08-25T20:00:30Z", "2025-08-25T22:00:31+02:00"),
        ("2025-08-25T24:00:00+02:00", "2025-08-25T23:00Z"),
        ("2026-01-01T00:30+01:00", "2025-12-31T23:45Z"),
        ("2025-08-25T22:00+02:00/2025-08-26", "2025-08-25T21:00Z"),
        ("2025-08-25T09:00", "2025-08-25T10:00", "2025-08-25"),
        (
            "2025-08-25T22:00",
            "2025-08-25T22:30/2025-08-26T06:00",
            "2025-08-25T23:00",
            "2025-08-25",
            "2025-08-25/2025-09",
        ),
        ("2025-08-25T06:00/2025-08-25T07:00", "2025-08-25T09:00", "2025-08-25"),
    ],
)
def test_instants_decide_where_both_say_their_offset_and_clocks_where_none_does(expected: tuple[str, ...]) -> None:
    assert ordered(*expected) == [*expected]
    assert ordered(*expected[::-1]) == [*expected]


@pytest.mark.parametrize(
    "given_order",
    [
        ("2025-08-25T22:00+02:00", "2025-08-25T21:00"),
        ("2025-08-25T21:00", "2025-08-25T22:00+02:00"),
        ("2025-08-25T22:00", "2025-08-25T21:00Z", "2025-08-25T23:00"),
        ("2025-08-25T08:00Z", "2025-08-25T07:00", "2025-08-25T09:00Z"),
    ],
)
def test_where_one_says_none_the_order_of_the_file_stands(given_order: tuple[str, ...]) -> None:
    assert ordered(*given_order) == [*given_order]


def test_on_such_a_day_those_of_one_sort_are_in_order_among_themselves() -> None:
    texts = ("2025-08-25T21:00Z", "2025-08-25T23:00", "2025-08-25T22:00+02:00", "2025-08-25T07:00", "2025-08-25")
    assert ordered(*texts) == [
        "2025-08-25T22:00+02:00", "2025-08-25T07:00", "2025-08-25T21:00Z", "2025-08-25T23:00", "2025-08-25",
    ]  # fmt: skip


@given(st.lists(dates, max_size=12))
def test_dates_without_offsets_come_by_their_keys_and_order_is_stable(texts: list[str]) -> None:
    plain = [text for text in texts if parse_date(text).instant is None]
    assert ordered(*plain) == sorted(plain, key=lambda text: parse_date(text).sort_key)
    assert ordered(*ordered(*texts)) == ordered(*texts)


times = st.builds(
    "2025-08-{:02d}T{:02d}:00{}".format,
    st.integers(24, 26),
    st.integers(0, 23),
    st.sampled_from(["", "Z", "+02:00", "-05:00", "+14:00"]),
)


@given(st.lists(times, max_size=10))
def test_instants_never_go_back(texts: list[str]) -> None:
    found = [at for text in ordered(*texts) if (at := parse_date(text).instant) is not None]
    assert found == sorted(found)
    assert ordered(*ordered(*texts)) == ordered(*texts)
