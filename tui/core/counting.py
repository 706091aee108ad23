"""How many there are of a thing, in words."""

from __future__ import annotations

from collections.abc import Collection

from tui.core.problems import SEVERITIES, Problem


def plural(number: int, thing: str) -> str:
    """`1 event`, `3 events`."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def by_severity(problems: Collection[Problem]) -> list[str]:
    """`2 errors`, `1 hint`: the gravest first."""
    found = [problem.severity for problem in problems]
    return [plural(n, severity) for severity in SEVERITIES if (n := found.count(severity))]
