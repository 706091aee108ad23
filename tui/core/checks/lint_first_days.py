"""The lint about dates more precise than anyone knows: firsts of a month, or 1 January, where the days around have few.

A first says nothing by itself: a burst of events has a first too. It stands out if it has more events than each of the
three days before it and the three after. If only chance were at work, one first in seven would.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import exp, lgamma, log, log1p
from typing import NamedTuple

from tui.core.checks.lint import Finding, Lint, LintInput, is_silenced
from tui.core.dates.calendar import day_number, year_month_day
from tui.core.evidence.verdicts import PLANNED
from tui.core.text.messages import Worded, worded
from tui.core.timeline.model import Event

CODE = "false-precision"

LEAST = 3
"""Firsts that stand out from which on they are many; fewer are none of our business."""
CHANCE = 0.001
"""The chance of as many firsts, of days taken blindly, from which on nothing is said."""
AMONG_NEIGHBOURS = 0.01
"""The same, of firsts that stand out among the days around them."""
AROUND = (-3, -2, -1, 1, 2, 3)
"""The days with which a first is compared, counted from it."""
JANUARY = 1

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

First = tuple[int, int]
"""A year and a month, for its first day."""


class Kind(NamedTuple):
    """One way of being too precise."""

    name: str
    share: float
    """The part of all days that are such firsts."""
    hint: Worded
    """The cure, with the unit that is known instead."""
    length: int
    """The characters of a date that would be left."""


OF_A_YEAR = Kind(worded("1 January"), 1 / 365.25, worded("if only the year is known: date: {date}"), 4)
OF_A_MONTH = Kind(worded("the first of a month"), 12 / 365.25, worded("if only the month is known: date: {date}"), 7)


def false_precision(story: LintInput) -> Iterator[Finding]:
    """More events on the first of a month, or on 1 January, than the days around it and chance explain."""
    dated = [event for event in story.timeline.events if _is_a_bare_day(event)]
    kind, found = _too_many(dated)
    left = [event for event in dated if not is_silenced(event, CODE)]
    is_said = len(left) == len(dated) or bool(_too_many(left)[1])
    message = worded(
        "{found} of {dated} events that have a day are on {day}, and fewer on any day around it: "
        "more than chance gives",
        found=len(found),
        dated=len(dated),
        day=kind.name,
    )
    for event in found:
        hint = worded(*kind.hint.forms, date=event.date.text[: kind.length])
        yield Finding(event, ("date",), CODE, message, hint, is_said=is_said)


def _is_a_bare_day(event: Event) -> bool:
    """True when an event happened on one day, with no word on why that one: what applies from a first is meant so."""
    if event.status in (PLANNED, "in-force") or event.date.certain_day is None or event.date.time is not None:
        return False
    if event.date_note or not _DAY.fullmatch(event.date.text):
        return False
    return not any(claim.name == "date" for claim in event.claims)


def _too_many(dated: list[Event]) -> tuple[Kind, list[Event]]:
    """The events on firsts that stand out too often, and of which kind they are; none if chance may have done it."""
    of_day = Counter(event.date.start.begin or 0 for event in dated)
    around, out = _standing_out(of_day)
    new_years = {first for first in out if first[1] == JANUARY}
    kinds = [(OF_A_MONTH, around, out), (OF_A_YEAR, {one for one in around if one[1] == JANUARY}, new_years)]
    for kind, among, firsts in reversed(kinds) if len(new_years) * 2 > len(out) else kinds:
        on_them = [event for event in dated if event.date.text.endswith("-01") and _first_of(event) in firsts]
        stands_out = len(firsts) >= LEAST and tail(len(firsts), len(among), 1 / (len(AROUND) + 1)) < AMONG_NEIGHBOURS
        if stands_out and tail(len(on_them), len(dated), kind.share) < CHANCE:
            return kind, on_them
    return OF_A_MONTH, []


def _first_of(event: Event) -> First:
    return int(event.date.text[:4]), int(event.date.text[5:7])


def _standing_out(of_day: Counter[int]) -> tuple[set[First], set[First]]:
    """The firsts that have events on them or around them, and those of them that have more than each day around.

    A first that comes back every year, such as 1 May, is a feast and no slip of a form: it counts in neither.
    """
    known = {first: day_number(*first, 1) for first in filter(None, map(_nearest_first, of_day))}
    out = {one for one, day in known.items() if of_day[day] > max(of_day[day + step] for step in AROUND)}
    months = Counter(month for _, month in out if month != JANUARY)
    feasts = {month for month, years in months.items() if years >= LEAST and years * 2 > len(out)}
    return _without(feasts, known), _without(feasts, out)


def _without(months: set[int], firsts: Iterable[First]) -> set[First]:
    return {first for first in firsts if first[1] not in months}


def _nearest_first(day: int) -> First | None:
    """The first that a day is compared with, if one is near enough."""
    year, month, of_month = year_month_day(day + AROUND[-1])
    return (year, month) if of_month <= len(AROUND) + 1 else None


def tail(found: int, among: int, share: float) -> float:
    """The chance that at least `found` of `among` are, each with the chance `share` (the binomial tail)."""
    total = 0.0
    for k in range(found, among + 1):
        ways = lgamma(among + 1) - lgamma(k + 1) - lgamma(among - k + 1)
        term = exp(ways + k * log(share) + (among - k) * log1p(-share))
        total += term
        if k > among * share and term < total * 1e-9:
            break
    return min(total, 1.0)


LINTS = (Lint(CODE, false_precision, is_once=True),)
