"""The problems that a change brought: those of a text that an older one did not have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from tui.core.problems.problem import Problem

_LINE = re.compile(r"\d+")
_Key = tuple[str, str, str]


def new_problems(problems: Sequence[Problem], text: str, old: Sequence[Problem], old_text: str) -> tuple[Problem, ...]:
    """The problems of `text` that those of `old_text` are not, wherever they stand now.

    A problem is the same when it says the same of a line that reads the same; else when it says the same of something
    that it names. Numbers in what it says are those of lines, which change.
    """
    for key_of in (_by_line, _by_name):
        known = Counter(key_of(old_text)(one) for one in old)
        left: list[Problem] = []
        key = key_of(text)
        for one in problems:
            own = key(one)
            if own is not None and known[own] > 0:
                known[own] -= 1
            else:
                left.append(one)
        problems = left
    return tuple(problems)


def _by_line(text: str) -> Callable[[Problem], _Key | None]:
    lines = text.split("\n")

    def key(one: Problem) -> _Key | None:
        row = one.place.line - 1
        line = lines[row].strip() if 0 <= row < len(lines) else ""
        return one.code, _LINE.sub("#", one.message), line

    return key


def _by_name(_text: str) -> Callable[[Problem], _Key | None]:
    return lambda one: (one.code, _LINE.sub("#", one.message), "") if '"' in one.message else None
