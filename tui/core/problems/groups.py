"""Problems by code: the gravest first, each code with all of its own, and as the rows of a list that folds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from tui.core.problems.problem import SEVERITIES, Problem


class ProblemGroup(NamedTuple):
    """The problems of one code and severity."""

    problems: tuple[Problem, ...]
    """By place; at least one."""

    @property
    def key(self) -> tuple[str, str]:
        """The severity and the code."""
        return self.problems[0].severity, self.problems[0].code

    @property
    def total(self) -> int:
        """The number of problems, those included that are counted and not told."""
        return sum(problem.times for problem in self.problems)


class ProblemRow(NamedTuple):
    """A row of the list: the heading of a group without a problem, or one of its problems."""

    group: ProblemGroup
    problem: Problem | None
    is_alone: bool = False
    """True for the one problem of its group, which has no heading."""


def grouped(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """The groups: errors, warnings, hints, and of these by the place of their first."""
    found: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        found.setdefault((problem.severity, problem.code), []).append(problem)
    groups = [ProblemGroup(tuple(sorted(alike))) for alike in found.values()]
    return tuple(sorted(groups, key=lambda one: (SEVERITIES.index(one.key[0]), one.problems[0])))


def rows(groups: Iterable[ProblemGroup], folded: Set[tuple[str, str]]) -> Iterator[ProblemRow]:
    """The rows of a list, where the groups with these keys show their heading alone."""
    for group in groups:
        if len(group.problems) == 1:
            yield ProblemRow(group, group.problems[0], is_alone=True)
            continue
        yield ProblemRow(group, None)
        if group.key not in folded:
            yield from (ProblemRow(group, problem) for problem in group.problems)
