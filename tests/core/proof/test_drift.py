"""The drift of a page is told passage by passage, over all copies, and since the first copy without it."""

from __future__ import annotations

import pytest

from tui.core.proof.drift import BACK, CHANGED, GONE, NEVER, UNCHANGED, UNKNOWN, Drift, Seen, drift

DAYS = ("2025-12-01", "2026-05-02", "2026-08-03", "2026-11-30")


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ("proved proved", Drift(UNCHANGED)),
        ("proved repeated", Drift(UNCHANGED)),
        ("proved absent", Drift(GONE, "2026-05-02")),
        ("proved absent absent absent", Drift(GONE, "2026-05-02")),
        ("proved altered absent", Drift(GONE, "2026-05-02")),
        ("proved proved altered", Drift(CHANGED, "2026-08-03")),
        ("absent proved absent altered", Drift(CHANGED, "2026-08-03")),
        ("proved absent proved", Drift(BACK)),
        ("absent proved", Drift(BACK)),
        ("absent altered", Drift(NEVER)),
        ("proved unread", Drift(UNKNOWN)),
        ("proved unread absent", Drift(GONE, "2026-08-03")),
        ("unread proved", Drift(UNCHANGED)),
        ("unread absent", Drift(NEVER)),
    ],
)
def test_the_drift_of_a_passage(states: str, expected: Drift) -> None:
    assert drift([Seen(day, state) for day, state in zip(DAYS, states.split(), strict=False)]) == expected
