"""The choice among many problems: those that are asked for, the gravest first, and of each kind a few."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from tui.core.problems.problem import CODES, SEVERITIES, Problem, the_rest
from tui.core.text.messages import _

FEW = 5
"""Problems of one code that are shown where not all are asked for."""


def chosen(problems: Iterable[Problem], only: Collection[str], ignored: Collection[str]) -> tuple[Problem, ...]:
    """The problems of some codes or severities, all without any, but for those that are ignored."""
    return tuple(
        one
        for one in problems
        if (not only or one.code in only or one.severity in only)
        and one.code not in ignored
        and one.severity not in ignored
    )


def few_of_each(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems as they are while there are few of each code; else errors first, and what counts the rest."""
    by_code: dict[str, list[Problem]] = defaultdict(list)
    for one in problems:
        by_code[one.code].append(one)
    if all(len(alike) <= FEW for alike in by_code.values()):
        return problems
    shown: list[Problem] = []
    for alike in by_code.values():
        shown += alike[:FEW]
        if rest := alike[FEW:]:
            shown.append(the_rest(rest[0], sum(one.times for one in rest), "--all"))
    return tuple(sorted(shown, key=lambda one: (SEVERITIES.index(one.severity), one)))


def counted(problems: Iterable[Problem]) -> list[tuple[int, str, str, str]]:
    """Of each code how many problems there are, its severity, and what it means; the gravest first, then the most."""
    counts = Counter[tuple[str, str]]()
    for one in problems:
        counts[one.severity, one.code] += one.times
    rows = [(count, code, severity, _(CODES[code])) for (severity, code), count in counts.items()]
    return sorted(rows, key=lambda row: (SEVERITIES.index(row[2]), -row[0], row[1]))
