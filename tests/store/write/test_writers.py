"""Several jalons that write one file at once, some of them killed: what was acknowledged is there."""

from __future__ import annotations

from pathlib import Path

from bench.writers import written


def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path) -> None:
    came = written(str(tmp_path), writers=4, times=7, kills=2)
    assert (came.lost, came.failures, came.left) == (0, [], 0)
    assert came.acknowledged >= 4 * 7 * 2
