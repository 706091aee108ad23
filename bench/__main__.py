"""All figures in one table: `python -m bench`, or `python -m bench startup keys` for some of them."""

from __future__ import annotations

import sys
from importlib import import_module

from bench.figures import Figure, report

PARTS = (
    "startup", "reading", "folder", "asking", "glance", "keys", "large", "saving", "page", "proving", "exporting",
    "lsp",
)  # fmt: skip


def main(chosen: list[str]) -> int:
    """Measure the parts that are named, or all; 1 if a budget is exceeded, 2 if there is no such part."""
    if unknown := [name for name in chosen if name not in PARTS]:
        print(f"bench: no part is called {unknown[0]}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    figures: list[Figure] = []
    for name in chosen or PARTS:
        figures += import_module(f"bench.{name}").figures()
    return report(figures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
