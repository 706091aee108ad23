"""The facets that divide a file best: those that one is offered first."""

from __future__ import annotations

from tui.core.index.memo import once_per_index
from tui.core.index.protocol import Engine

MOST = 3
"""Facets that are offered first."""

ENOUGH = 2
"""Facets that divide a file, beside which none is offered that does not."""

USUAL = ("actor", "country", "kind")
"""Those that are offered where fewer divide it."""

OFFERED = (*USUAL, "tag", "place", "publisher", "language", "source", "status", "year")
"""All of them, of those that divide a file as well the one that says most first."""

LEAST_COVERED = 4
"""A facet divides a file when one event in so many has a value of it at least."""

LEFT_OVER = 20
"""And when the most frequent value leaves one in so many of these over at least."""

FEW = 20
"""Of so many events each may have a value of its own."""


@once_per_index
def dividing_facets(engine: Engine) -> tuple[str, ...]:
    """The fields by which a file is best looked through, the best first; at most three."""
    found: list[str] = []
    for field in OFFERED:
        if len(found) == MOST:
            break
        if _divides(engine, field):
            found.append(field)
    if len(found) < ENOUGH:
        found += [field for field in USUAL if field not in found and engine.select().values(field)]
    return tuple(found[:MOST])


def _divides(engine: Engine, field: str) -> bool:
    """True when a facet has several values, none of nearly all events and not each of another event."""
    whole = engine.select()
    counted = whole.counted(field, 2)
    if len(counted) < 2:
        return False
    covered = whole.count() - whole.group(field, None).count()
    most = counted[0][1]
    is_shared = most > 1 or covered <= FEW
    return is_shared and most <= covered - covered / LEFT_OVER and covered * LEAST_COVERED >= whole.count()
