"""Write docs/problems.md from the explanations that jalon ships, tui/explanations/en/CODE.md.

Run: .venv/bin/python tools/make_problems_page.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.core.problems.problem import CODES
from tui.store.system.explanations import Explanation, explanation

PAGE = Path(__file__).resolve().parent.parent / "docs" / "problems.md"

HEAD = """\
# What jalon check says

Every problem has a code, which stays the same. Errors are wrong and make `jalon check` fail; warnings are doubtful,
and fail with `--strict`; hints are about what could be more honest, and never fail. `jalon check --explain CODE` says
in the terminal what this page says. An example that begins with a dash stands under `events:`.

A hint that has been understood is silenced in the file, with the reason why, on the event, source or actor that it is
about, or under `timeline` for all of them. A silence without a reason, or with nothing to silence, is itself said.

```yaml
- id: rfi-report
  date: 2025-05-28
  title: RFI reports from the call centres
  sources: rfi-202505280309
  silence:
    single-source: the event is the report itself
```
"""


def page() -> str:
    """The whole page."""
    told = [one for one in map(explanation, CODES) if one is not None]
    rows = [f"| [`{one.code}`](#{one.code}) | {one.severity} | {one.means} |" for one in told]
    sections = [line for one in told for line in section(one)]
    return "\n".join([HEAD, "| code | | means |", "|---|---|---|", *rows, "", *sections])


def section(one: Explanation) -> Iterator[str]:
    """One code at length."""
    silenceable = ", can be silenced" if one.is_silenceable else ""
    yield f"## {one.code}\n\n*{one.severity}{silenceable}: {one.means}*\n\n{one.why}\n"
    for name, example in (("Wrong", one.wrong), ("Right", one.right)):
        if example:
            yield f"{name}:\n\n```yaml\n{example}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
