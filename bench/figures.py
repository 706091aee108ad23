"""The figures that were measured, beside what each may cost."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from statistics import median, quantiles
from typing import NamedTuple


class Figure(NamedTuple):
    """One line of the table: a value that may not exceed its budget."""

    what: str
    value: float
    budget: float
    unit: str
    """`x pass`, `ms`."""
    detail: str
    """The times behind it."""

    @property
    def within(self) -> bool:
        """True when it keeps to its budget."""
        return self.value <= self.budget


def taken_in_turn(cases: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """The seconds of each case, once in every round, so that what slows the machine slows them all alike."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for done in range(-1, rounds):  # the first round only fills the caches of the disk
        for name, measure in cases.items():
            seconds = measure()
            if done >= 0:
                times[name].append(seconds)
    return times


def ratio(what: str, times: Mapping[str, list[float]], case: str, base: str, budget: float) -> Figure:
    """The factor by which a case takes longer than the base, both by their medians."""
    taken, least = median(times[case]), median(times[base])
    return Figure(what, taken / least, budget, f"x {base}", f"{taken * 1000:.1f} ms / {least * 1000:.1f} ms")


def spread(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    return median(times), quantiles(times, n=20, method="inclusive")[-1]


def report(figures: Sequence[Figure]) -> int:
    """Print the table; 1 if a budget is exceeded."""
    width = max(len(figure.what) for figure in figures)
    print(f"{'':{width}}  {'measured':>16}  {'budget':>8}")
    for figure in figures:
        measured = f"{figure.value:.1f} {figure.unit}"
        verdict = "ok  " if figure.within else "OVER"
        budget = f"≤ {figure.budget:.3g}"
        print(f"{figure.what:{width}}  {measured:>16}  {budget:>8}  {verdict}  {figure.detail}")
    return 0 if all(figure.within for figure in figures) else 1


def told(what: str) -> None:
    """Say on standard error what is being measured now."""
    print(f"measuring {what} ...", file=sys.stderr, flush=True)
