"""What came, went or changed between two timelines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.evidence.test_as_of import DAYS, cited, day, source, timelines
from tests.core.timelines import HOSTILE, event, steering, text_of, timeline
from tui.core.comparison.difference import CAME, CHANGED, WENT, Difference, difference, restricted
from tui.core.dates.parse import parse_date
from tui.core.evidence.as_of import timeline_as_of
from tui.core.problems.problem import Place
from tui.core.timeline.fields import ChangedField
from tui.core.timeline.model import (
    POSSIBLY,
    SURELY,
    Actor,
    Citation,
    Claim,
    Event,
    Passage,
    Silence,
    Source,
    Timeline,
    Value,
)
from tui.drawing.lists.difference import change_counts, changes, data
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.spans.pen import Pen

SILENCE = Silence("single-source", "only they spoke", Place(1, 1, 1, 2))


def between(old: Iterable[Event], new: Iterable[Event], **both: Any) -> Difference:
    return difference(timeline(old, **both), timeline(new, **both))


def rows(found: Difference, old: Timeline, new: Timeline, width: int = 80, glyphs: Glyphs = UNICODE) -> list[str]:
    return [text_of(line).rstrip() for line in changes(found, old, new, TextColumn(width, Pen("en", 0, glyphs)))]


# ---- Which event is which


def test_two_that_are_the_same_do_not_differ() -> None:
    assert between([event("2025", "A")], [event("2025", "A", line=99)]).is_none


def test_events_come_and_go() -> None:
    found = between([event("2025", "Gone"), event("2025", "Stays")], [event("2024", "New"), event("2025", "Stays")])
    assert [(one.change, one.event.id) for one in found.events] == [(CAME, "New"), (WENT, "Gone")]
    assert change_counts(found) == ["1 event came", "1 went"]


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        # the id followed from the date, which moved: the title tells
        (
            event("2025-12-31", "The end", id="2025-12-31-the-end"),
            event("2026-01-01", "The end", id="2026-01-01-the-end"),
            ["id", "date"],
        ),
        # the title was reworded: day and sources tell
        (
            event("2025-12-31", "The end", id="2025-12-31-the-end", citations=cited("a")),
            event("2025-12-31", "It ends", id="2025-12-31-it-ends", citations=cited("a")),
            ["id", "title"],
        ),
    ],
)
def test_an_event_whose_id_follows_from_what_changed_is_the_same(old: Event, new: Event, fields: list[str]) -> None:
    (change,) = between([old], [new]).events
    assert (change.change, [field.name for field in change.fields]) == (CHANGED, fields)


def test_of_two_with_one_title_none_is_taken_for_the_other() -> None:
    twins = [event("2025-01-01", "Talks", id="a"), event("2025-01-02", "Talks", id="b")]
    found = between(twins, [event("2025-01-03", "Talks", id="c")])
    assert [one.change for one in found.events] == [WENT, WENT, CAME]


# ---- Fields


@pytest.mark.parametrize(
    ("old", "new", "remark"),
    [
        ("2025-12", "2025-12-31", "more precise"),
        ("2025-12-31", "2025-12-31~", "less precise"),
        ("2025-12-31", "2025", "less precise"),
        ("2025-12-31", "2026-01-01", "moved 1 day on"),
        ("2025-12-31", "2024-12-31", "moved 365 days back"),
        ("2025-10/2026-03", "2025-10-15/2026-03", "more precise"),
        ("2025-10/2025-12", "2025-10/2026-03", "end moved"),
        ("2025-03/2025-06", "2025-05/2025-08", "moved 61 days on"),
        ("[..2025-05-14]", "2025-06-01", "moved"),
        ("2025-12-31?", "2025-12-31", "more precise"),
        ("2025-08-25", "2025-08-25T22:00", ""),
    ],
)
def test_what_the_change_of_a_date_amounts_to(old: str, new: str, remark: str) -> None:
    (change,) = between([event(old, "A")], [event(new, "A")]).events
    assert change.fields == (ChangedField("date", old, new, remark),)


def test_every_field_of_an_event_is_compared() -> None:
    old = event("2025", "A", id="a", texts={"en": "x"}, actors=("b",))
    new = old._replace(
        titles={"en": "A", "fr": "Un"}, date_note={"en": "n"}, kind="law", status="planned", actors=("b", "c"),
        countries=("BE",), places=("Liège",), tags=("t",), texts={"en": "y"}, about=("z",), told=("b",),
        says=("c",), shorts={"en": "s"}, key=True,
        private=True, silences=(SILENCE,),
    )  # fmt: skip
    (change,) = between([old], [new]).events
    assert {field.name for field in change.fields} == {
        "date_note", "title_fr", "kind", "status", "actors", "countries", "place", "tags", "text", "about", "told",
        "says", "short", "key", "private", "silence single-source",
    }  # fmt: skip
    assert ChangedField("actors", ("b",), ("b", "c")) in change.fields
    shown = rows(between([old], [new]), timeline([old]), timeline([new]))
    assert "    about  nothing → z" in shown
    assert "    told  nothing → b" in shown


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("titles", {"en": "T"}, "title"), ("publisher", "P", "publisher"), ("author", "W", "author"),
        ("url", "u", "url"), ("archives", ("v",), "archive"),
        ("archives", ("v", "w"), "archive"), ("published", parse_date("2025"), "published"),
        ("published_note", {"en": "n"}, "published_note"), ("seen", parse_date("2025"), "seen"),
        ("language", "fr", "language"), ("country", "BE", "country"),
        ("passages", {"p": Passage("p", "one")}, "passage p"), ("note", {"en": "n"}, "note"),
        ("gone", parse_date("2026"), "gone"), ("private", True, "private"),
        ("silences", (SILENCE,), "silence single-source"), ("exhibit", 3, "exhibit"),
    ],
)  # fmt: skip
def test_every_field_of_a_source_is_compared(name: str, value: Any, told: str) -> None:
    old, new = (timeline([], sources={"a": one}) for one in (Source("a"), Source("a")._replace(**{name: value})))
    (change,) = difference(old, new).sources
    assert [field.name for field in change.fields] == [told]


def test_no_field_of_an_event_or_a_source_is_new_to_the_comparison() -> None:
    compared = {
        "id", "date", "date_note", "titles", "kind", "status", "actors", "countries", "places", "tags", "texts",
        "claims", "citations", "private", "silences", "about", "told", "says", "shorts", "key", "data",
    }  # fmt: skip
    assert set(Event._fields) == compared | {"line"}
    assert set(Source._fields) == {
        "id", "titles", "publisher", "author", "url", "archives", "published", "published_note", "seen", "language",
        "country", "passages", "note", "gone", "private", "silences", "exhibit", "line",
    }  # fmt: skip


def test_claims_values_and_who_says_them_are_compared() -> None:
    values = (Value("150", cited("a", "b")), Value("about 150", cited("c")))
    old = event("2025", "A", claims=(Claim("jobs", values, "150"),))
    new = event("2025", "A", claims=(Claim("jobs", (Value("150", cited("a")), Value("163", cited("b")))),))
    (change,) = between([old], [new]).events
    (claim,) = change.claims
    assert (claim.change, claim.dispute) == (CHANGED, CAME)
    assert [(one.change, one.value, one.cited, one.uncited) for one in claim.values] == [
        (CHANGED, "150", (), ("b",)),
        (WENT, "about 150", (), ("c",)),
        (CAME, "163", ("b",), ()),
    ]
    assert claim.fields == (ChangedField("keep", "150", None),)


def test_citations_are_compared_down_to_the_passage() -> None:
    named, quoted = Passage("jobs", "environ", "150"), Passage("", "one", "two")
    old = event("2025", "A", citations=(Citation("a", named), Citation("b")))
    new = event("2025", "A", citations=(Citation("a", quoted), Citation("b")))
    (change,) = between([old], [new]).events
    assert (change.cited, change.uncited) == (("a: one … two",), ("a#jobs",))


def test_sources_actors_and_the_head_are_compared() -> None:
    old = timeline([], sources={"a": Source("a", url="u")}, actors={"x": Actor("x", {"en": "X"})})
    new = timeline([], sources={"b": Source("b"), "a": Source("a", url="v")}, titles={"en": "T"}, actors={})
    found = difference(old, new)
    assert [(one.change, one.id, one.fields) for one in found.sources] == [
        (CHANGED, "a", (ChangedField("url", "u", "v"),)), (CAME, "b", ()),
    ]  # fmt: skip
    assert [(one.change, one.id) for one in found.actors] == [(WENT, "x")]
    assert found.head == (ChangedField("title", "Calls to Morocco", "T"),)


def test_that_a_page_is_gone_or_a_source_private_is_told() -> None:
    one = timeline([], sources={"a": Source("a")})
    other = timeline([], sources={"a": Source("a", gone=parse_date("2025-03-03"), private=True)})
    assert rows(difference(one, other), one, other)[-2:] == [
        "    gone  nothing → 3 March 2025",
        "    private  nothing → true",
    ]


def test_restricted_to_some_events_it_has_their_sources() -> None:
    whole = timeline(
        [event("2025", "A", citations=cited("a")), event("2025", "B", citations=cited("b"))],
        sources={"a": Source("a"), "b": Source("b")},
    )
    some = restricted(whole, frozenset(("B",)))
    assert ([one.id for one in some.events], list(some.sources)) == (["B"], ["b"])


# ---- Between two days


def test_between_two_days_it_tells_what_was_published() -> None:
    dates = Claim("date", (Value("2025-12-31", cited("late")), Value("2025-12", cited("early"))))
    jobs = Claim("jobs", (Value("150", cited("early")), Value("163", cited("late"))))
    whole = timeline(
        [
            event("2025-12-31", "End", status="planned", claims=(dates, jobs), line=1),
            event("2025-08-25", "New", citations=cited("late"), line=2),
            event("2025-08-25", "Unsure", citations=cited("unsure"), line=3),
        ],
        sources={
            "early": source("early", "2025-08-25"), "late": source("late", "2025-09-25"),
            "unsure": source("unsure", "[2025-08-01..2025-09-30]"),
        },
    )  # fmt: skip
    old, new = (timeline_as_of(whole, day(on)) for on in ("2025-08-26", "2025-10-01"))
    found = difference(old, new)
    assert rows(found, old, new) == [
        "",
        "+ 25 August 2025  New",
        "  New",
        "    late",
        "",
        "~ 25 August 2025  Unsure",
        "  Unsure",
        "    may already have been known → surely out",
        "",
        "~ 31 December 2025  End",
        "  End",
        "    date  December 2025 → 31 December 2025 (more precise)",
        "    ~ date",
        "      + 31 December 2025  late",
        "    ~ jobs  now disputed",
        "      + 163  late",
        "",
        "sources",
        "~ unsure, between 1 August and 30 September 2025",
        "    may already have been known → surely out",
        "+ late, 25 September 2025",
    ]
    assert change_counts(found) == ["1 event came", "2 changed", "1 source came", "1 changed"]


def test_what_an_event_is_about_and_whom_it_told_are_said_by_name() -> None:
    old, new = (
        timeline([event("2025", "A", about=about, told=told)], actors={"b": Actor("b", {"en": "The board"})})
        for about, told in (((), ()), (("plan",), ("b",)))
    )
    found = difference(old, new)
    assert rows(found, old, new)[-2:] == ["    about  nothing → plan", "    told  nothing → The board"]


@given(timelines(), DAYS, DAYS)
def test_nothing_differs_between_days_that_are_told_alike(whole: Timeline, one: int, other: int) -> None:
    old, new = timeline_as_of(whole, one), timeline_as_of(whole, other)
    found = difference(old, new)
    alike = (old.events, old.sources) == (new.events, new.sources)
    if old.as_of and new.as_of and old.as_of.sources == new.as_of.sources:
        statuses = {e.id: e.status for e in old.events} == {e.id: e.status for e in new.events}
        assert found.is_none == statuses
    elif not alike:
        assert not found.is_none
    assert difference(old, old).is_none
    back = difference(new, old)
    assert (found.of_events(CAME), found.of_events(WENT)) == (back.of_events(WENT), back.of_events(CAME))


# ---- Told


@given(st.sampled_from([text[:200] for text in HOSTILE]), st.integers(20, 100), st.sampled_from((ASCII, UNICODE)))
def test_nothing_from_a_file_steers_the_terminal(text: str, width: int, glyphs: Glyphs) -> None:
    claims = (Claim(text or "x", (Value(text, cited("a")),), text, {"en": text}),)
    one = event("2025", text, id="a", citations=(Citation(text),), kind=text, places=(text,), tags=(text,))
    two = event("2026", text + "!", id="a", claims=claims, actors=(text,), kind=text + "?", tags=(text, text))
    old = timeline([one], sources={text: Source(text, {"en": text})}, actors={text: Actor(text, {"en": text})})
    new = timeline([two, event("2027", text, id="b")], sources={"a": Source("a", {"en": text}, publisher=text)})
    for first, second in ((old, new), (new, old)):
        found = difference(first, second)
        for line in changes(found, first, second, TextColumn(width, Pen("en", 0, glyphs))):
            assert not steering(line)
            assert len(text_of(line)) <= width


def test_as_data_every_key_is_there() -> None:
    claim = Claim("n", (Value("1", cited("a")),))
    old, new = timeline([event("2025", "A")]), timeline([event("2025-01", "A", claims=(claim,))])
    told = data(difference(old, new), new, "en")
    assert told["events"] == [
        {
            "change": "changed", "id": "A", "date": "2025-01", "title": "A",
            "fields": [{"field": "date", "before": "2025", "after": "2025-01", "remark": "more precise"}],
            "claims": [
                {
                    "change": "came", "name": "n", "dispute": None, "fields": [],
                    "values": [{"change": "came", "value": "1", "cited": ["a"], "uncited": [], "out": None}],
                }
            ],
            "cited": [], "uncited": [],
        }
    ]  # fmt: skip


def test_how_it_is_out_is_data_too() -> None:
    whole = timeline([event("2025", "A", citations=cited("a"))], sources={"a": source("a", "[2025-08-01..2025-08-31]")})
    old, new = (timeline_as_of(whole, day(on)) for on in ("2025-08-02", "2025-09-01"))
    (change,) = difference(old, new).events
    assert change.fields == (ChangedField("out", POSSIBLY, SURELY),)
