from __future__ import annotations

import pytest

from tui.core.problems.problem import ERROR, HINT, WARNING, Place, Problem, by_severity
from tui.core.text.plural import plural


@pytest.mark.parametrize(("number", "said"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1000, "1,000 events")])
def test_one_thing_alone_is_in_the_singular(number: int, said: str) -> None:
    assert plural(number, "event") == said


def test_problems_are_counted_with_the_gravest_first() -> None:
    def of(severity: str) -> Problem:
        return Problem(Place(1, 1, 1, 2), "a-code", severity, "it is so")

    assert by_severity([]) == []
    assert by_severity([of(HINT), of(ERROR), of(ERROR)]) == ["2 errors", "1 hint"]
    assert by_severity([of(WARNING)]) == ["1 warning"]
