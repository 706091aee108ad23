"""A timeline as published by a day: which sources were out, what rested on them, and how dates and statuses shrink."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import TODAY, event, timeline
from tui.core.dates.calendar import iso, parse_day
from tui.core.dates.parse import parse_date
from tui.core.evidence import verdicts
from tui.core.evidence.as_of import OutDays, event_certainty, placed, publications, surely_out_part, timeline_as_of
from tui.core.index.index import Index
from tui.core.index.selection import index_as_of, select
from tui.core.query.tree import Query, Term
from tui.core.timeline.model import POSSIBLY, SURELY, Citation, Claim, Event, Source, Timeline, Value


def day(text: str) -> int:
    number = parse_day(text)
    assert number is not None
    return number


def source(name: str, published: str = "", seen: str = "") -> Source:
    return Source(name, published=parse_date(published) if published else None, seen=parse_date(seen) if seen else None)


def cited(*names: str) -> tuple[Citation, ...]:
    return tuple(map(Citation, names))


def claim(name: str, keep: str | None = None, **values: str) -> Claim:
    """`claim("date", _2025="a b")`: a value a keyword, `_` for `-` after a leading one, with the sources of each."""
    read = {text.lstrip("_").replace("_", "-"): names for text, names in values.items()}
    return Claim(name, tuple(Value(text, cited(*names.split())) for text, names in read.items()), keep)


def told(events: list[Event], sources: list[Source], on: str) -> Timeline:
    return timeline_as_of(timeline(events, sources={one.id: one for one in sources}), day(on))


# ---- Sources


@pytest.mark.parametrize(
    ("published", "seen", "possibly", "surely"),
    [
        ("2025-08-25", "", "2025-08-25", "2025-08-25"),
        ("2025-08-25~", "", "2025-08-25", "2025-08-25"),
        ("2025-08-25T22:00", "2026-11-22", "2025-08-25", "2025-08-25"),
        ("2025-08", "2026-11-22", "2025-08-01", "2025-08-31"),
        ("[..2025-05-14]", "2026-11-22", None, "2025-05-14"),
        ("[2025-08-21..]", "2026-11-22", "2025-08-21", "2026-11-22"),
        ("[2025-08-21..2025-12-31]", "2026-11-22", "2025-08-21", "2025-12-31"),
        ("[2025-08-21..]", "", "2025-08-21", None),
        ("", "2025-12", None, "2025-12-31"),
        ("", "", None, None),
    ],
)
def test_a_source_is_out_from_its_latest_day_else_from_when_it_was_seen(
    published: str, seen: str, possibly: str | None, surely: str | None
) -> None:
    expected = OutDays(day(possibly) if possibly else None, day(surely) if surely else None)
    assert placed(source("a", published, seen)) == expected


def test_a_day_is_one_full_day() -> None:
    """What is published on a day is out on that day, and not on the one before."""
    events, sources = [event("2025-08-21", "Told", citations=cited("a"))], [source("a", "2025-08-25T22:00")]
    assert [one.id for one in told(events, sources, "2025-08-25").events] == ["Told"]
    assert told(events, sources, "2025-08-24").events == ()


def test_a_source_that_says_neither_is_set_aside_with_what_rests_on_it() -> None:
    events = [event("2025", "Both", citations=cited("a", "b")), event("2025", "Aside", citations=cited("b"))]
    shrunk = told(events, [source("a", "2025"), source("b")], "2030-01-01")
    assert [(one.id, one.sources) for one in shrunk.events] == [("Both", ("a",))]
    assert shrunk.as_of is not None
    assert shrunk.as_of.set_aside == ("b",)
    assert set(shrunk.sources) == {"a"}


def test_an_event_that_nobody_is_cited_for_is_set_aside_too() -> None:
    shrunk = told([event("2025", "Unsourced")], [], "2030-01-01")
    assert shrunk.events == ()
    assert shrunk.as_of is not None
    assert shrunk.as_of.without_source == 1


def test_what_rests_only_on_sources_possibly_out_is_there_possibly() -> None:
    events = [event("2025", "Sure", citations=cited("a", "b")), event("2025", "Unsure", citations=cited("b"))]
    shrunk = told(events, [source("a", "2025-08-25"), source("b", "[2025-08-21..]", "2026-11-22")], "2025-08-26")
    assert shrunk.as_of is not None
    found = [(one.id, event_certainty(one, shrunk.as_of)) for one in shrunk.events]
    assert found == [("Sure", SURELY), ("Unsure", POSSIBLY)]
    assert [surely_out_part(one, shrunk).sources for one in shrunk.events] == [("a",), ("b",)]


def test_of_the_file_as_it_is_everything_is_firm() -> None:
    one = event("2025", "A", citations=cited("a"))
    assert surely_out_part(one, timeline([one])) is one


def test_the_days_on_which_something_comes_out() -> None:
    sources = [source("a", "2025-08-25"), source("b", "2025-08"), source("c", "", "2025-08-25"), source("d")]
    found = publications(timeline([], sources={one.id: one for one in sources}))
    assert [(iso(one.day), one.surely, one.possibly) for one in found] == [
        ("2025-08-01", (), ("b",)),
        ("2025-08-25", ("a", "c"), ()),
        ("2025-08-31", ("b",), ()),
    ]


# ---- Claims


def test_a_claim_shrinks_to_the_values_that_were_out() -> None:
    rivals = Claim("jobs", (Value("150", cited("a", "b")), Value("163", cited("c"))), "163", {"en": "why"})
    shrunk = told(
        [event("2025", "Union", claims=(rivals,))],
        [source("a", "2025-08-25"), source("b", "2025-09"), source("c", "2025-10")],
        "2025-08-26",
    )
    assert shrunk.events[0].claims == (Claim("jobs", (Value("150", cited("a")),)),)
    assert not verdicts.is_disputed(shrunk.events[0])


def test_a_dispute_counts_when_both_sides_were_surely_out() -> None:
    rivals = Claim("jobs", (Value("150", cited("a")), Value("163", cited("b"))))
    whole = timeline(
        [event("2025", "Union", claims=(rivals,))],
        sources={"a": source("a", "2025-08-25"), "b": source("b", "[2025-08-21..2025-08-30]")},
    )
    index = Index(whole, TODAY)
    assert [bool(index_as_of(index, day(on)).disputed) for on in ("2025-08-26", "2025-08-30")] == [False, True]
    assert len(index_as_of(index, day("2025-08-26")).events[0].claims[0].values) == 2


# ---- Dates


@pytest.mark.parametrize(
    ("on", "date", "note"),
    [
        ("2025-08-01", "2025-12", "sure"),  # the retained value is not out: the one that is
        ("2025-09-01", "2025-12-30", "sure"),  # the most precise of those that are
        ("2025-10-01", "2025-12-31", POSSIBLY),  # the retained one, possibly out
        ("2025-10-31", "2025-12-31", "sure"),
        ("2025-07-01", "2025-12-31", None),  # none is out: its own, not yet sourced
    ],
)
def test_the_date_is_the_retained_one_if_it_is_out_else_the_best_that_is(on: str, date: str, note: str | None) -> None:
    dates = claim("date", _2025_12_31="c", _2025_12="a", _2025_12_30="b")
    shrunk = told(
        [event("2025-12-31", "End", status="planned", claims=(dates,), citations=cited("z"))],
        [source("z", "2025-01-01"), source("a", "2025-08-01"), source("b", "2025-09-01"), source("c", "2025-10")],
        on,
    )
    assert shrunk.as_of is not None
    assert (shrunk.events[0].date.text, shrunk.as_of.dates.get("End", "sure")) == (date, note)


def test_of_dates_as_precise_the_most_cited_goes_before_the_first() -> None:
    dates = claim("date", _2025_01_01="later", _2025_01_02="a", _2025_01_03="a b", _2025_01_04="b c")
    sources = [source(name, "2025-08-01") for name in "abc"] + [source("later", "2026")]
    shrunk = told([event("2025-01-01", "E", claims=(dates,))], sources, "2025-08-01")
    assert shrunk.events[0].date.text == "2025-01-03"


def test_without_a_claim_on_it_the_date_stands() -> None:
    one = event("2025-12-31~", "E", status="planned", citations=cited("a"))
    shrunk = told([one], [source("a", "2025-08-01")], "2025-08-01")
    assert shrunk.events[0].date.text == "2025-12-31~"
    assert shrunk.as_of is not None
    assert shrunk.as_of.dates == {}


def test_a_date_that_no_source_words_so_stands_once_all_that_it_is_drawn_from_is_out() -> None:
    dates = claim("date", _2025_12="a", _2025="b")
    events = [event("2025-12-15", "E", status="planned", claims=(dates,))]
    sources = [source("a", "2025-08"), source("b", "2025-09")]
    assert told(events, sources, "2025-08-31").events[0].date.text == "2025-12"
    assert told(events, sources, "2025-09-30").events[0].date.text == "2025-12-15"


def test_events_stand_in_the_order_of_the_dates_they_have_then() -> None:
    moved = event("2025-01-01", "Moved", claims=(claim("date", _2025_01_01="b", _2025_06="a"),))
    stays = event("2025-03-01", "Stays", citations=cited("a"))
    shrunk = told([moved, stays], [source("a", "2025-07-01"), source("b", "2026")], "2025-08-01")
    assert [one.id for one in shrunk.events] == ["Stays", "Moved"]


# ---- Statuses


@pytest.mark.parametrize(
    ("date", "status", "read"),
    [
        ("2025-12-31", "reported", "planned"),
        ("2026-08-11", "in-force", "planned"),
        ("2026-08-11", "cancelled", "cancelled"),
        ("2026-08-11", "inferred", "inferred"),
        ("2025-08-26", "reported", "reported"),  # on the day itself
        ("2025-08/2025-12", "reported", "reported"),  # not wholly after it
        ("[..2026]", "reported", "reported"),
    ],
)
def test_what_lies_wholly_after_the_day_is_read_as_planned(date: str, status: str, read: str) -> None:
    events = [event(date, "E", status=status, citations=(Citation("a", announces=True),))]
    assert told(events, [source("a", "2025-08-01")], "2025-08-26").events[0].status == read


# ---- Known cannot precede happened


@pytest.mark.parametrize(
    ("on", "known"),
    [
        ("2025-08-10", ["foreseen"]),  # the notice alone is out
        ("2025-08-22", ["foreseen"]),  # paper may be out, yet nothing has happened
        ("2025-08-25", ["plain", "foreseen"]),
        ("2026-01-01", ["plain", "foreseen"]),
    ],
)
def test_nobody_knows_of_what_is_reported_before_it_can_have_happened_unless_it_was_announced(
    on: str, known: list[str]
) -> None:
    sources = [source("paper", "[2025-08-21..2025-12-31]"), source("notice", "2025-08-01")]
    notice = Citation("notice", announces=True)
    events = [
        event("2025-08-25", "plain", citations=cited("paper", "notice"), line=1),
        event("2025-08-25", "foreseen", citations=(*cited("paper"), notice), line=2),
    ]
    shrunk = told(events, sources, on)
    assert [one.id for one in shrunk.events] == known
    foreseen = shrunk.events[-1]
    assert (foreseen.status, foreseen.citations == (notice,)) == (
        ("planned", True) if on < "2025-08-25" else ("reported", False)
    )


def test_a_source_of_the_plan_announces_and_a_value_goes_with_the_sources_that_reported_it() -> None:
    claims = (claim("status", planned="a", reported="b"), claim("jobs", _150="a", _163="b"))
    sources = [source("a", "2025-08"), source("b", "2025")]
    shrunk = told([event("2025-12-31", "E", claims=claims)], sources, "2025-09-01")
    assert [(one.name, [value.text for value in one.values]) for one in shrunk.events[0].claims] == [
        ("status", ["planned"])
    ]
    assert told([event("2025-12-31", "E", claims=claims[1:])], [source("a", "2025-08")], "2025-09-01").events == ()


@pytest.mark.parametrize(("status", "known"), [("planned", 1), ("in-force", 1), ("inferred", 1), ("cancelled", 1)])
def test_what_is_not_reported_needs_no_announcement(status: str, known: int) -> None:
    one = event("2025-12-31", "E", status=status, citations=cited("a"))
    assert len(told([one], [source("a", "2025-08-01")], "2025-08-26").events) == known


@pytest.mark.parametrize(("status", "known"), [("planned", 1), ("in-force", 0), ("reported", 0)])
def test_a_source_that_may_have_come_out_after_a_rule_does_not_announce_it(status: str, known: int) -> None:
    one = event("2025-12-31", "E", status=status, citations=cited("a"))
    assert len(told([one], [source("a", "[2025-08-01..]")], "2025-08-26").events) == known


@pytest.mark.parametrize(
    ("on", "status", "note"),
    [
        ("2025-01-01", "planned", "sure"),
        ("2025-03-01", "in-force", "sure"),  # the one that was said last
        ("2025-05-01", "cancelled", "sure"),
        ("2024-12-01", "cancelled", None),
    ],
)
def test_of_a_claim_on_the_status_the_last_that_was_said_holds(on: str, status: str, note: str | None) -> None:
    statuses = claim("status", planned="a late", in_force="b", cancelled="c")
    shrunk = told(
        [event("2024", "E", status="cancelled", claims=(statuses,), citations=cited("z"))],
        [
            source("z", "2024-06-01"), source("a", "2025-01-01"), source("b", "2025-02-01"),
            source("late", "2025-03-01"), source("c", "2025-05-01"),
        ],
        on,
    )  # fmt: skip
    assert shrunk.as_of is not None
    assert (shrunk.events[0].status, shrunk.as_of.statuses.get("E", "sure")) == (status, note)


def test_a_plan_is_overdue_on_the_day_that_is_told_by() -> None:
    whole = timeline(
        [event("2025-12-31", "End", status="planned", citations=cited("a"))], sources={"a": source("a", "2025-08-01")}
    )
    index = Index(whole, TODAY)
    assert [len(index_as_of(index, day(on)).overdue) for on in ("2025-12-31", "2026-01-01")] == [0, 1]


# ---- In a query


def as_of(on: str, *terms: Term) -> Query:
    return Query((Term("as-of", (on,)), *terms))


def test_facets_tally_and_histogram_follow() -> None:
    events = [
        event("2025-01-01", "A", kind="law", citations=cited("a")),
        event("2025-02-01", "B", kind="law", citations=cited("b")),
        event("2026-02-01", "C", kind="law", citations=cited("c")),
    ]
    sources = {"a": source("a", "2025-06"), "b": source("b", "[2025-06-01..]"), "c": source("c", "2026-03")}
    index = Index(timeline(events, sources=sources), TODAY)
    found = select(index, as_of("2025-07-01", Term("kind", ("law",))))
    assert len(found) == 2
    assert found.facet("kind") == [("law", 2)]
    assert found.facet("source") == [("a", 1), ("b", 1)]
    assert found.histogram([day("2025-01-01"), day("2026-01-01"), day("2027-01-01")]) == [2, 0]
    assert (found.tally.events, found.possibly_out, found.tally.sources, found.tally.lone) == (1, 1, 1, 1)
    assert select(index, as_of("2024-01-01")).widened() == [("as-of", 3)]


def test_the_timeline_of_a_day_is_made_once() -> None:
    index = Index(timeline([]), TODAY)
    assert index_as_of(index, TODAY) is index_as_of(index, TODAY)
    assert index_as_of(index, TODAY).whole_file is index


# ---- Laws

DAYS = st.integers(day("2025-01-01"), day("2025-01-12"))


@st.composite
def spans(draw: st.DrawFn) -> str:
    one, other = sorted((draw(DAYS), draw(DAYS)))
    first, last = iso(one), iso(other)
    return draw(
        st.sampled_from(("", first, f"{first}~", f"[..{first}]", f"[{first}..]", f"[{first}..{last}]", "2025-01"))
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A few events with claims on date, status and number, cited by a few sources that came out in one month."""
    seen = st.one_of(st.just(""), DAYS.map(iso))
    names = [f"s{n}" for n in range(draw(st.integers(1, 4)))]
    sources = {name: source(name, draw(spans()), draw(seen)) for name in names}
    several = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True).map(lambda some: cited(*some))
    texts: dict[str, tuple[str, ...]] = {
        "date": ("2025-01-03", "2025-01", "2025-01-05~", "2024/2025-01-04", "2026"),
        "status": ("reported", "planned", "cancelled"),
        "jobs": ("150", "163", "about 150"),
    }
    events = []
    for number in range(draw(st.integers(1, 4))):
        claims = []
        for name in draw(st.lists(st.sampled_from(sorted(texts)), unique=True)):
            said = draw(st.lists(st.sampled_from(texts[name]), min_size=1, unique=True))
            keep = draw(st.one_of(st.none(), st.sampled_from(said)))
            claims.append(Claim(name, tuple(Value(text, draw(several)) for text in said), keep))
        fields: dict[str, Any] = {"claims": tuple(claims), "citations": draw(several), "line": number}
        fields["status"] = draw(st.sampled_from(("reported", "planned", "in-force")))
        events.append(event(draw(st.sampled_from((*texts["date"], "2030"))), f"e{number}", **fields))
    return timeline(events, sources=sources)


@given(timelines(), DAYS, DAYS)
def test_a_later_day_never_has_fewer_sources_out(whole: Timeline, one: int, other: int) -> None:
    early, late = (timeline_as_of(whole, on).as_of for on in sorted((one, other)))
    assert early is not None
    assert late is not None
    ranks = {None: 0, POSSIBLY: 1, SURELY: 2}
    assert all(ranks[early.sources.get(name)] <= ranks[late.sources.get(name)] for name in whole.sources)
    before, after = ({e.id for e in timeline_as_of(whole, on).events} for on in sorted((one, other)))
    assert before <= after


@given(timelines())
def test_once_every_source_is_surely_out_it_is_the_whole_file(whole: Timeline) -> None:
    """But for what lies after the day: it is still planned, and unknown if nobody announced it."""
    surely = [placed(one).surely for one in whole.sources.values()]
    if None in surely:
        return
    last = max(on for on in surely if on is not None)
    shrunk = timeline_as_of(whole, last)
    assert shrunk.as_of is not None
    assert shrunk.as_of.set_aside == ()
    known = {one.id for one in whole.events if one.status != "reported" or (one.date.earliest or 0) <= last}
    told_of, written = ([one for one in of.events if one.id in known] for of in (shrunk, whole))
    for kept, was in zip(told_of, written, strict=True):
        begins = was.date.earliest
        is_ahead = begins is not None and begins > last and was.status in verdicts.HAPPENED
        assert kept == (was._replace(status="planned") if is_ahead else was)
    assert shrunk.sources == whole.sources


@given(timelines(), DAYS)
def test_the_citations_of_an_event_are_some_of_those_it_has(whole: Timeline, on: int) -> None:
    shrunk = timeline_as_of(whole, on)
    assert shrunk.as_of is not None
    own = {one.id: one for one in whole.events}
    for kept in shrunk.events:
        assert set(kept.cited) <= set(own[kept.id].cited)
        assert kept.sources
        assert all(name in shrunk.as_of.sources for name in kept.sources)
        assert set(surely_out_part(kept, shrunk).cited) <= set(kept.cited)
        said = {claim.name: claim for claim in own[kept.id].claims}
        for less in kept.claims:
            assert less.values
            assert {v.text for v in less.values} <= {v.text for v in said[less.name].values}


@given(timelines(), DAYS)
def test_told_by_the_same_day_again_it_is_the_same(whole: Timeline, on: int) -> None:
    once = timeline_as_of(whole, on)
    assert [one.id for one in once.events] == [one.id for one in timeline_as_of(whole, on).events]
    assert list(once.events) == sorted(once.events, key=lambda one: (one.date.sort_key, one.line))


def test_what_is_surely_out_of_an_event_is_found_without_a_look_at_every_source() -> None:
    """A file has as many sources as events: to look at all of them for each took most of a minute."""

    class Unlisted(dict[str, str]):
        def __iter__(self) -> Any:
            raise AssertionError("every source is looked at")

        keys = values = items = __iter__

    events, sources = [event("2025", "Told", citations=cited("a", "b"))], [source("a", "2025"), source("b", "2025")]
    shrunk = told(events, sources, "2026-01-01")
    assert shrunk.as_of is not None
    unlisted = shrunk._replace(as_of=shrunk.as_of._replace(sources=Unlisted(shrunk.as_of.sources)))
    assert surely_out_part(shrunk.events[0], unlisted).sources == ("a", "b")
