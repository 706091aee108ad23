"""The time that `jalon export` takes to make a workbook and a document of 10,000 events."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.figures import Figure, report, told
from bench.generate import TEN_THOUSAND, generated
from bench.startup import ROOT

BUDGETS = {"xlsx": 10_000.0, "docx": 20_000.0}
"""Milliseconds of the processor, by the format."""


def figures() -> list[Figure]:
    """The time of the processor for each format, from the start of the command to its end."""
    told("exports: 10,000 events")
    path = generated(TEN_THOUSAND)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "JALON_TODAY": "2026-11-30"}
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for form, budget in BUDGETS.items():
            out = Path(folder) / f"out.{form}"
            before, begin = os.times(), time.perf_counter()
            words = [sys.executable, "-m", "tui", "export", str(path), "--to", form, "-o", str(out)]
            subprocess.run(words, env=environment, capture_output=True, check=True)
            after, passed = os.times(), time.perf_counter() - begin
            taken = after.children_user + after.children_system - before.children_user - before.children_system
            detail = f"{passed:.1f} s passed; {out.stat().st_size / 1e6:.1f} MB"
            found.append(Figure(f"10,000 events to {form}", taken * 1000, budget, "ms", detail))
    return found


if __name__ == "__main__":
    sys.exit(report(figures()))
