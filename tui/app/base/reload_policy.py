"""The treatment of a save: it is shown, or the view before stays, and that is said."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from tui.core.problems.problem import ERROR, HINT, SEVERITIES, Problem, by_severity
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, clauses, numbered


class State(NamedTuple):
    """The state of a file: how many events it gives, and its problems."""

    events: int
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """The number of problems that are errors, with which something was left out."""
        return sum(problem.severity == ERROR for problem in self.problems)


def is_shown(shown: State, saved: State) -> bool:
    """True when a save takes the place of what is shown.

    It does when it has no errors. With errors it may lack what was there a moment ago, so the last good view stays;
    but over a view that was not good itself goes whatever is no worse.
    """
    return not saved.errors or (saved.errors <= shown.errors and saved.events >= shown.events)


def counted(problems: Collection[Problem]) -> str:
    """`2 errors, 1 hint`; empty when there is none."""
    return ", ".join(by_severity(problems))


def fewer(before: int, after: int) -> str:
    """`3 events fewer than before`; empty when there are as many or more."""
    lost = before - after
    return numbered("{number} event fewer than before", "{number} events fewer than before", lost) if lost > 0 else ""


def banner(
    name: str,
    saved: State,
    kept: State | None = None,
    *,
    again: str = "",
    all_of_them: str = "",
    at: Callable[[int], tuple[str, int]] | None = None,
) -> str:
    """The faults of a file, in a sentence; empty when there are only hints.

    `at` gives the file of a folder that a line is from, and which line of it that is.

    `kept` is what is shown instead of the save, if anything is; `again` and `all_of_them` are the keys that show the
    save all the same, and every problem.
    """
    first = first_problem(saved.problems)
    if first is None:
        return ""
    what = counted([problem for problem in saved.problems if problem.severity != HINT])
    file, line = ("", first.place.line) if at is None else at(first.place.line)
    place = f"{clean_line(file)}:{line}:{first.place.column}".removeprefix(":")
    told = [f"{name}: {what}", f"{place} {clean_line(first.in_language().message)}"]
    keys = [_("{key} lists all", key=all_of_them)] if all_of_them else []
    if kept is not None:
        loss = fewer(kept.events, saved.events)
        told.append(
            _("the last good save is shown, this one has {loss}", loss=loss)
            if loss
            else _("the last good save is shown")
        )
        keys += [_("{key} shows this one", key=again)] if again else []
    return clauses(*told, *filter(None, [", ".join(keys)]))


def first_problem(problems: Sequence[Problem]) -> Problem | None:
    """The first error by place, else the first warning; None when there are only hints."""
    for severity in SEVERITIES[: SEVERITIES.index(HINT)]:
        for problem in problems:
            if problem.severity == severity:
                return problem
    return None
