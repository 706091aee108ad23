"""The row of key events in the overview."""

from __future__ import annotations

import pytest

from tests.core.timelines import HOSTILE, answers, event, steering, text_of
from tests.drawing.gantt.charts import year
from tests.drawing.pens import PEN
from tui.drawing.spans.glyphs import ASCII
from tui.drawing.time.key_events import key_event_row

STORY = (
    event("2024-05", "Before what is in view", key=True),
    event("2025-02-10", "The law is adopted", key=True, shorts={"en": "Law"}),
    event("2025-03-01", "Something else happens"),
    event("2025-12-20", "The contract ends", key=True, status="planned"),
)


def row(width: int = 60) -> str:
    return text_of(key_event_row(answers(STORY), year(2025, width), PEN, 2))


def test_key_events_stand_at_their_days_with_their_titles_where_there_is_room() -> None:
    assert row().rstrip() == "        ● Law                             The contract ends ○"
    assert row(20).rstrip() == "    ● Law The contr… ○"
    assert len(row()) == 64


def test_the_titles_are_in_strong() -> None:
    line = key_event_row(answers(STORY), year(2025, 60), PEN, 2)
    assert {span.role for span in line if span.text in ("Law", "The contract ends")} == {"strong"}


def test_without_a_key_event_there_is_no_row() -> None:
    assert key_event_row(answers(STORY[2:3]), year(2025, 60), PEN, 2) == ()
    assert key_event_row(answers(STORY[:1]), year(2025, 60), PEN, 2) == ()


@pytest.mark.parametrize("columns", [1, 5, 30, 100])
def test_the_row_is_as_wide_as_the_scale_whatever_it_says(columns: int) -> None:
    story = [event("2025-06-01", text or "-", key=True) for text in HOSTILE]
    line = key_event_row(answers(story), year(2025, columns), PEN._replace(glyphs=ASCII), 1)
    assert not line or PEN.wide(line) == columns + 2
    assert not steering(line)
