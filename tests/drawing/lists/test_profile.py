"""One source whole, and one actor."""

from __future__ import annotations

import pytest

from tests.core.timelines import HOSTILE, answers, event, roles_of, steering, text_of, timeline
from tests.drawing.pens import column
from tui.core.dates.parse import parse_date
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Actor, Citation, Event, Passage, Source
from tui.drawing.lists.profile import MOST_EVENTS, actor_profile, in_brief, source_profile
from tui.drawing.spans.spans import Line, Span

TRENDS = Source(
    "trends",
    {"en": "150 jobs"},
    "Trends",
    "A. Writer",
    "https://trends.example/jobs",
    ("copies/trends.html",),
    parse_date("2025-08-25~"),
    {"en": "deduced from the weekday"},
    parse_date("2026-11-22"),
    "fr",
    "BE",
    {"jobs": Passage("jobs", "environ 150", "négociaient")},
    {"en": "A note."},
)
ALONE = event("2025-08-25", "alone", citations=(Citation("trends"),))
SHARED = event("2025-12-31", "shared", citations=(Citation("trends"), Citation("rtl")), status="planned")


def source(one: Source, *events: Event, width: int = 60) -> list[Line]:
    """A source whole."""
    voice, sheet = TimelineInLanguage(timeline([]), "en"), column(width)
    alone = sum(event.sources == (one.id,) for event in events)
    return source_profile(one, answers(events), alone, voice, sheet)


def test_of_a_source_all_is_told_that_the_file_knows() -> None:
    assert "\n".join(map(text_of, source(TRENDS, ALONE, SHARED))) == """\
150 jobs
Trends · A. Writer · fr · Belgium
published about 25 August 2025
why this day: deduced from the weekday

events that rest on it  2
 25 Aug 2025 ● alone
 31 Dec 2025 ○ shared

of these on it alone  1
 25 Aug 2025 ● alone

A note.

passages  1
 jobs  environ 150 … négociaient

seen  22 November 2026
address  https://trends.example/jobs
archive  copies/trends.html

id  trends"""


def test_what_rests_on_it_alone_is_counted_in_alarm_and_so_is_that_nothing_does() -> None:
    assert (Span("of these on it alone  ", "dim"), Span("1", "alarm")) in source(TRENDS, ALONE)
    assert (Span("events that rest on it  ", "dim"), Span("none", "alarm")) in source(TRENDS)


@pytest.mark.parametrize(
    ("published", "seen", "says"),
    [
        ("2025-08", None, "published August 2025"),
        (None, "2026-11-22", "undated; published by 22 November 2026, for it was seen then"),
        ("[2025-06-30..]", "2026-11-22", "published 30 June 2025 or later, and by the day it was seen"),
        (None, None, "undated"),
    ],
)
def test_when_it_was_published_is_said_as_far_as_it_is_known(
    published: str | None, seen: str | None, says: str
) -> None:
    one = Source("x", published=parse_date(published) if published else None, seen=parse_date(seen) if seen else None)
    assert says in [text_of(line) for line in source(one)]


def test_passages_and_address_open_where_they_are_safe() -> None:
    links = {span.link for line in source(TRENDS) for span in line if span.link}
    assert links == {"https://trends.example/jobs", "https://trends.example/jobs#:~:text=environ%20150,n%C3%A9gociaient"}
    unsafe = source(TRENDS._replace(url="javascript:alert(1)"))
    assert not {span.link for line in unsafe for span in line if span.link}
    assert any(roles_of(line, "javascript") == {"alarm"} for line in unsafe)


def test_of_an_actor_it_is_told_who_it_is_and_when_events_concern_it() -> None:
    actor = Actor("ikanbi", {"en": "IKANBI", "fr": "L'IKANBI"}, "company", "BE", ("Ikanbi",), {"en": "A call centre."})
    voice, sheet = TimelineInLanguage(timeline([]), "en"), column(50)
    told = actor_profile(actor, answers([ALONE]), answers([SHARED]), [(Span("chart"),)], voice, sheet)
    assert "\n".join(map(text_of, told)) == """\
IKANBI
company · Belgium
also  L'IKANBI · Ikanbi

A call centre.

events  1
 25 Aug 2025 ● alone

chart

told at  1
 31 Dec 2025 ○ shared

id  ikanbi"""
    bare = actor_profile(Actor("x", {}), answers(""), answers(""), [(Span("chart"),)], voice, sheet)
    assert [text_of(line) for line in bare] == ["x", "", "events  none", "", "id  x"]


def test_of_very_many_events_the_first_are_listed() -> None:
    many = [event("2025", f"e{at}", citations=(Citation("rtl"),)) for at in range(MOST_EVENTS + 5)]
    told = [text_of(line) for line in source(TRENDS, *many)]
    assert f"events that rest on it  {MOST_EVENTS + 5}" in told
    assert "and 5 more" in told


def test_in_brief_the_rows_stand_close_and_say_that_there_is_more() -> None:
    sheet = column(40)
    lines: list[Line] = [(Span("a"),), (), (Span("b"),), (), (Span("c"),)]
    assert [text_of(line) for line in in_brief(lines, 5, sheet)] == ["a", "b", "c"]
    assert [text_of(line) for line in in_brief(lines, 2, sheet)] == ["a", "b …"]


@pytest.mark.parametrize("width", [1, 8, 30, 80])
def test_no_row_is_too_wide_and_no_character_steers(width: int) -> None:
    voice, sheet = TimelineInLanguage(timeline([]), "en"), column(width)
    for text in (one[:80] for one in HOSTILE):
        words = {"en": text}
        passages = {text: Passage(text, text)}
        copies = (text, "https://a.example/x")
        where = (text, text, text, copies)
        one = Source(text, words, *where, None, words, None, text, None, passages, words, private=True)
        who = Actor(text, words, "person", "BE", (text, f"{text}!"), words)
        told = answers([event("2025", text)])
        for line in (
            *source_profile(one, told, 0, voice, sheet),
            *actor_profile(who, told, told, [], voice, sheet),
            *in_brief(source_profile(one, told, 0, voice, sheet), 3, sheet),
        ):
            assert sheet.wide(line) <= width
            assert not steering(line)
