"""Hostile and unlucky files are read in time that grows as they do, and what is said of them has a ceiling."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

import pytest

from bench.attacks import ATTACKS, HEAD, bomb, event, events
from tui.core.problems.choice import FEW, chosen, counted, few_of_each
from tui.core.problems.problem import CODES, ERROR, HINT, Place, Problem
from tui.core.problems.tally import LONGEST, MOST, bounded
from tui.store.read.timeline import Reading, read
from tui.store.yaml.recovery import LIMIT


def reading_of(text: str) -> Reading:
    """What is read of a file with this text."""
    return read(text.encode(), "x.yaml")


def calls_of(text: str) -> int:
    """How many functions are called while a text is read: work that no other work of the machine changes."""
    count = 0

    def counts(_frame: Any, _event: str, _argument: Any) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(counts)
    try:
        read(text.encode(), "x.yaml")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", ATTACKS)
def test_twice_the_file_is_twice_the_work(name: str) -> None:
    small, large = ATTACKS[name](300), ATTACKS[name](600)
    assert calls_of(large) < 2.6 * calls_of(small) * len(large) / len(small) / 2 + 200_000


@pytest.mark.parametrize("name", ATTACKS)
def test_what_is_said_has_a_ceiling_and_a_place(name: str) -> None:
    reading = reading_of(ATTACKS[name](60))
    height = reading.text.count("\n") + 1
    assert max(Counter(one.code for one in reading.problems).values(), default=0) <= MOST + 1
    for one in reading.problems:
        assert one.code in CODES
        assert 1 <= one.place.line <= height
        assert len(one.message) <= LONGEST


@pytest.mark.parametrize(
    ("title", "more", "code"),
    [
        ("An event: of number %d", "", "unquoted-colon"),
        ('"An event of number %d', "", "unclosed-quote"),
        ("[An event of number %d", "", "unclosed-bracket"),
        ("@event %d", "", "unquoted-start"),
        ('"C:\\Users %d"', "", "bad-escape"),
    ],
)
def test_the_sound_half_of_a_file_is_read_whatever_is_wrong_with_the_other(title: str, more: str, code: str) -> None:
    text = HEAD + "".join(event(n, title.replace("%d", str(n)) if n % 2 else "", more) for n in range(1000))
    reading = reading_of(text)
    assert [one.id for one in reading.timeline.events if int(one.id[1:]) % 2 == 0] != []
    assert len(reading.timeline.events) == 500
    assert {one.code for one in reading.problems} == {code}
    assert sum(one.times for one in reading.problems) == 500
    assert reading.problems[-1].message == f"… and {500 - LIMIT} more like it"


def test_events_that_do_not_go_with_those_before_them_cost_no_others() -> None:
    odd = "".join(f"  k{n}: v\n" + event(n) for n in range(300))
    reading = reading_of(HEAD + event(999) + odd)
    assert len(reading.timeline.events) >= 300


@pytest.mark.parametrize("length", [40_000, 400_000, 900_000])
def test_a_text_behind_many_aliases_is_refused_before_it_is_made(length: int) -> None:
    reading = reading_of(bomb("x" * length, 3000))
    (refused,) = [one for one in reading.problems if one.code == "alias-bomb"]
    assert refused.message == "aliases stand for more than 2,000,000 characters"
    assert refused.place.line > 3
    assert sum(len(title) for one in reading.timeline.events for title in one.titles.values()) <= 2_000_000 + length


def test_aliases_of_short_texts_are_as_good_as_ever() -> None:
    text = f'{HEAD}- {{id: e, date: 2025, title: &t "A title"}}\n'
    reading = reading_of(text + "".join(f"- {{id: e{n}, date: 2025, title: *t}}\n" for n in range(2000)))
    assert (len(reading.timeline.events), reading.problems) == (2001, ())


@pytest.mark.parametrize(
    "text",
    [
        "sources:\n  s: {title: t, url: 'https://a.org/', passages: {p: LONG}}\nevents:\n",
        "sources:\n  s: {title: LONG, url: 'https://a.org/', passages: {p: one}}\nevents:\n",
        "actors:\n  a: {name: LONG}\nsources:\n  s: {title: t, passages: {p: one}}\nevents:\n",
    ],
)
def test_what_events_refer_to_is_no_longer_than_they_may_repeat(text: str) -> None:
    reading = reading_of(text.replace("LONG", "word " * 1000) + "- {id: e, date: 2025, title: t, sources: [s]}\n")
    assert [one.code for one in reading.problems if one.severity == ERROR] == ["too-long"]
    timeline = reading.timeline
    assert len(timeline.events) == 1
    assert all(len(name) < 100 for one in timeline.actors.values() for name in one.names.values())
    assert all(len(title) < 100 for one in timeline.sources.values() for title in one.titles.values())


ESCAPES = [
    (r'"\ud83d\udc7e"', "\N{ALIEN MONSTER}"),
    (r'"\uD83D\uDC7E"', "\N{ALIEN MONSTER}"),
    (r'"a \ud83d\udc7e\ud83d\udc7e b"', "a \N{ALIEN MONSTER}\N{ALIEN MONSTER} b"),
    (r'"\u00e9 \/ \ud834\udd1e"', "é / \N{MUSICAL SYMBOL G CLEF}"),
    (r'"\udbff\udffd"', "\U0010fffd"),
    (r'"C:\\ud83d\\udc7e"', r"C:\ud83d\udc7e"),
    (r"'\ud83d\udc7e'", r"\ud83d\udc7e"),
    (r"say \ud83d\udc7e", r"say \ud83d\udc7e"),
]


@pytest.mark.parametrize(("written", "meant"), ESCAPES)
def test_escapes_of_json_are_read_and_only_in_double_quotes(written: str, meant: str) -> None:
    reading = reading_of(f"events:\n- id: a\n  date: 2025\n  title: {written}\n  kindd: x\n")
    assert reading.timeline.events[0].titles == {"en": meant}
    assert [(one.code, one.place[:2]) for one in reading.problems] == [("unknown-key", (5, 3))]


def test_what_stands_after_an_escape_keeps_its_column() -> None:
    reading = reading_of('events:\n- {"id": "a", "date": "2025", "title": "\\ud83d\\udc7e", "kindd": 1}\n')
    assert reading.problems[0].place == Place(2, 56, 2, 63)


@pytest.mark.parametrize("lone", [r"\ud83d", r"\udc7e", r"\udc7e\ud83d"])
def test_half_of_a_character_is_named(lone: str) -> None:
    reading = reading_of(f'events:\n- id: a\n  date: 2025\n  title: "x {lone} y"\n')
    assert [(one.code, one.place[:2]) for one in reading.problems] == [("bad-escape", (4, 13))]
    assert "a lone surrogate" in reading.problems[0].message


# ---- Which of many are shown


def problem(line: int, code: str, severity: str = ERROR) -> Problem:
    """A problem on a line."""
    return Problem(Place(line, 1, line, 2), code, severity, "m")


def test_few_problems_stay_as_they_are() -> None:
    few = tuple(problem(n, "tab", HINT if n % 2 else ERROR) for n in range(FEW))
    assert few_of_each(few) is few


def test_of_many_problems_errors_come_first_and_the_rest_of_a_code_is_counted() -> None:
    many = (*(problem(n, "near-duplicate", HINT) for n in range(1, 50)), problem(60, "tab"))
    shown = few_of_each(many)
    assert [one.code for one in shown] == ["tab"] + ["near-duplicate"] * (FEW + 1)
    assert (shown[-1].place.line, shown[-1].message) == (FEW + 1, "… and 44 more like it: --all shows them")
    assert [row[:3] for row in counted(shown)] == [(1, "tab", ERROR), (49, "near-duplicate", HINT)]


def test_codes_and_severities_are_chosen_and_ignored() -> None:
    both = (problem(1, "tab"), problem(2, "near-duplicate", HINT))
    assert chosen(both, {"tab"}, ()) == chosen(both, {ERROR}, ()) == chosen(both, (), {HINT}) == both[:1]
    assert chosen(both, {ERROR, HINT}, {"tab"}) == both[1:]


def test_after_a_thousand_of_a_code_the_rest_is_counted_and_nothing_long_is_printed_back() -> None:
    told = bounded([problem(n, "tab") for n in range(1, MOST + 12)])
    assert (len(told), told[-1].message, told[-1].times) == (MOST + 1, "… and 11 more like it", 11)
    (short,) = bounded([problem(1, "tab")._replace(message="x" * 10_000)])
    assert len(short.message) <= LONGEST


def test_a_sound_file_has_no_problem_of_reading() -> None:
    assert reading_of(events(50)).problems == ()


def test_of_a_thousand_items_without_a_title_the_rest_is_counted_and_the_events_below_are_shown() -> None:
    untitled = "".join(f"- {{id: x{number}, date: 2025-13-01}}\n" for number in range(MOST + 200))
    sound = f"- {{id: e, date: 2025, title: t, about: x{MOST + 100}}}\n"
    reading = read(f"events:\n{untitled}{sound}".encode(), "events.yaml")
    assert [event.id for event in reading.timeline.events] == ["e"]
    counted = {one.code: one.times for one in reading.problems if one.more}
    assert counted["missing-title"] == 200
    assert not any(one.code == "unknown-event" for one in reading.problems)


def test_a_thousand_keys_of_another_kind_of_file_are_one_problem() -> None:
    reading = read("".join(f"k{number}:\n" for number in range(MOST + 1)).encode(), "events.yaml")
    assert [one.code for one in reading.problems] == ["not-a-file-of-events"]
