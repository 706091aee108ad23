"""Rules about the whole: each says what does not fit together, where it stands."""

from __future__ import annotations

from tui.core.checks.timeline_rules import (
    CHECKS,
    RuleInput,
    gone_after_seen,
    kept_agrees,
    one_source_an_address,
    one_source_an_exhibit,
    seen_after_published,
)
from tui.core.dates.parse import parse_date
from tui.core.problems.problem import Place
from tui.core.timeline.model import Claim, Event, Source, Timeline, Value


def keeping(name: str, keep: str | None, date: str = "2025-08", status: str = "planned") -> RuleInput:
    claim = Claim(name, (Value("2025-08"), Value("reported")), keep)
    event = Event("e", parse_date(date), {"en": "E"}, status=status, claims=(claim,), line=7)
    return RuleInput(Timeline(None, {}, "en", (event,)), {("e", "date"): Place(9, 5, 9, 8)})


def test_the_date_kept_is_the_date_of_the_event() -> None:
    assert list(kept_agrees(keeping("date", "2025-08"))) == []
    assert list(kept_agrees(keeping("date", None))) == []
    assert list(kept_agrees(keeping("jobs", "2025-09"))) == []
    (problem,) = kept_agrees(keeping("date", "2025-09"))
    assert problem.message == 'the claim keeps "2025-09", and the date of the event is "2025-08"'
    assert problem.place == (9, 5, 9, 8)


def test_the_same_days_in_other_words_agree() -> None:
    assert list(kept_agrees(keeping("date", "2025-08~"))) == []


def test_the_status_kept_is_the_status_of_the_event() -> None:
    assert list(kept_agrees(keeping("status", "planned"))) == []
    (problem,) = kept_agrees(keeping("status", "reported"))
    assert problem.place == (7, 1, 7, 2)


def sources(*them: Source) -> RuleInput:
    return RuleInput(Timeline(None, {}, "en", sources={one.id: one for one in them}))


def test_a_source_is_not_seen_before_it_is_published() -> None:
    def told(published: str, seen: str) -> int:
        source = Source("a", published=parse_date(published), seen=parse_date(seen))
        return len(list(seen_after_published(sources(source))))

    assert told("2025-05-02", "2025-05-01") == 1
    assert told("2025-05-01", "2025-05-01") == 0
    assert told("2025-05", "2025-05-20") == 0
    assert told("2025-05-02~", "2025-05-01") == 0


def test_no_two_sources_share_an_address() -> None:
    one, two, three = (Source(name, url=url) for name, url in (("a", "x"), ("b", "x"), ("c", None)))
    (problem,) = one_source_an_address(sources(one, two, three))
    assert (problem.message, problem.hint) == ('source "a" has this address already', 'cite "a" instead')


def test_every_rule_is_run() -> None:
    rules = {kept_agrees, seen_after_published, gone_after_seen, one_source_an_address, one_source_an_exhibit}
    assert set(CHECKS) == rules
