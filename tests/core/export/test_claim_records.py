"""Claims as data: how each value is read, and who gives it."""

from __future__ import annotations

from tui.core.dates.parse import parse_date
from tui.core.export.claim_records import COLUMNS, claim_records, claim_rows
from tui.core.timeline.model import Citation, Claim, Event, Passage, Source, Timeline, Value

TRENDS = Source("trends", publisher="Trends", url="https://trends.example/a", published=parse_date("2025-08-25~"))
JOBS = Claim(
    "jobs",
    (
        Value("150 people", (Citation("trends", Passage("jobs", "environ 150")), Citation("rtl"))),
        Value("more than 7.5 %"),
        Value("=half", (Citation("rtl"),)),
    ),
    "150 people",
    {"en": "it is broken down"},
)
DAY = Claim("date", (Value("2025-12", (Citation("rtl"),)), Value("2025-10/..", (Citation("rtl"),))))
EVENT = Event("union", parse_date("2025-12"), {"en": "The union", "fr": "Le syndicat"}, claims=(JOBS, DAY))
TIMELINE = Timeline("t", {}, "en", (EVENT,), sources={"trends": TRENDS})


def test_a_record_is_a_claim_with_how_each_value_is_read() -> None:
    jobs, _ = claim_records(EVENT, TIMELINE, "fr")
    assert jobs == {
        "event": "union",
        "date": "2025-12",
        "title": "Le syndicat",
        "claim": "jobs",
        "disputed": True,
        "because": "it is broken down",
        "values": [
            {
                "value": "150 people",
                "unit": "people",
                "low": 150,
                "low_excluded": False,
                "high": 150,
                "high_excluded": False,
                "approximate": False,
                "kept": True,
                "less_precise": False,
                "sources": [
                    {
                        "source": "trends",
                        "passage": "jobs",
                        "publisher": "Trends",
                        "published": "2025-08-25~",
                        "url": "https://trends.example/a#:~:text=environ%20150",
                    },
                    {"source": "rtl", "passage": None, "publisher": None, "published": None, "url": None},
                ],
            },
            {
                "value": "more than 7.5 %",
                "unit": "%",
                "low": 7.5,
                "low_excluded": True,
                "high": None,
                "high_excluded": False,
                "approximate": False,
                "kept": False,
                "less_precise": False,
                "sources": [],
            },
            {
                "value": "=half",
                "unit": None,
                "low": None,
                "low_excluded": False,
                "high": None,
                "high_excluded": False,
                "approximate": False,
                "kept": False,
                "less_precise": False,
                "sources": [{"source": "rtl", "passage": None, "publisher": None, "published": None, "url": None}],
            },
        ],
    }


def test_the_bounds_of_a_claimed_date_are_days_both_inclusive() -> None:
    (_, day) = claim_records(EVENT, TIMELINE, "en")
    values = day["values"]
    assert isinstance(values, list)
    assert [(one["low"], one["high"], one["kept"]) for one in values] == [
        ("2025-12-01", "2025-12-31", True),
        ("2025-10-01", None, False),
    ]


def test_a_row_is_a_value_and_a_source_and_no_cell_is_a_formula() -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in claim_rows(EVENT, TIMELINE, "en")]
    assert [(row["claim"], row["value"], row["low"], row["source"]) for row in rows] == [
        ("jobs", "150 people", "150", "trends"),
        ("jobs", "150 people", "150", "rtl"),
        ("jobs", "more than 7.5 %", "7.5", ""),
        ("jobs", "'=half", "", "rtl"),
        ("date", "2025-12", "2025-12-01", "rtl"),
        ("date", "2025-10/..", "2025-10-01", "rtl"),
    ]
    assert [row["disputed"] for row in rows] == ["yes"] * 4 + ["no"] * 2
