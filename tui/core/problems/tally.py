"""Problems as they are found: the first of each kind are told, the others counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.core.problems.problem import SILENCEABLE, Problem, in_order, the_rest
from tui.core.text.messages import Worded, abridged

MOST = 1_000
"""Problems of one code that are told one by one; what is wrong more often is wrong with what made the file."""
LONGEST = 400
"""Characters of a message or a hint: a name of a million is not printed back whole."""


class Tally:
    """The number of problems of each code, and the first of those that are not told."""

    def __init__(self, most: int = MOST) -> None:
        """`most` is how many of a code are told."""
        self._most = most
        self.full: set[str] = set()
        """The codes of which no further problem is told: nobody need look for a cure, nor where it stands."""
        self._counts = Counter[str]()
        self._untold: dict[str, Problem] = {}

    def tells(self, problem: Problem) -> bool:
        """Count a problem; whether it is among those to be told. What a file may silence is told in any case."""
        code = problem.code
        self._counts[code] += problem.times
        if self._counts[code] <= self._most or code in SILENCEABLE:
            return True
        self.full.add(code)
        if code not in self._untold or problem.place < self._untold[code].place:
            self._untold[code] = problem
        return False

    def counts(self, code: str) -> bool:
        """Count one more of a code that is full; False, and nothing is counted, if it is not."""
        if code in self.full:
            self._counts[code] += 1
            return True
        return False

    def rest(self) -> list[Problem]:
        """One problem for all those of a code that are not told."""
        return [the_rest(first, self._counts[code] - self._most) for code, first in self._untold.items()]

    def clear(self) -> None:
        """Forget what was counted."""
        self._counts.clear()
        self._untold.clear()
        self.full.clear()


def bounded(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, each once and none too long; of each code so many at most, and one for the rest of it."""
    told: list[Problem] = []
    counts = Counter[str]()
    rest: dict[str, tuple[Problem, int]] = {}
    for problem in in_order(list(problems)):
        code = problem.code
        if code in rest or problem.more or counts[code] >= MOST:
            first, count = rest.get(code, (problem, 0))
            rest[code] = first, count + problem.times
        else:
            counts[code] += 1
            told.append(problem)
    told += [the_rest(first, count) for first, count in rest.values()]
    return tuple(sorted(map(shortened, told)))


def shortened(problem: Problem) -> Problem:
    """The problem with a message and a hint that are not too long to be read."""
    if len(problem.message) <= LONGEST and len(problem.hint or "") <= LONGEST:
        return problem
    return problem._replace(message=_cut(problem.message), hint=problem.hint and _cut(problem.hint))


def _cut(text: str) -> str:
    """The beginning and the end of a text that is too long."""
    if len(text) <= LONGEST:
        return text
    short = f"{text[: LONGEST * 3 // 4]}…{text[-(LONGEST // 5) :]}"
    if not isinstance(text, Worded):
        return short
    places = {name: _cut(value) if isinstance(value, str) else value for name, value in text.places.items()}
    return abridged(short, text, **places)
