"""The place that somebody types in, by the look of the lines, whether or not they are YAML so far."""

from __future__ import annotations

import pytest

from tui.lsp.open_text import OpenText
from tui.lsp.surroundings import surroundings

ABOVE = """timeline: {title: a}
actors:
  one:
    name: One
sources:
  src:
    title: A
    passages:
      p: x
events:
  - id: e1
    date: 2025
    title: "One: [one
    actors: [one]
    claims:
      jobs:
        "150": [src]
"""


@pytest.mark.parametrize(
    ("typed", "keys", "word", "is_key"),
    [
        ("    actors: [one, tw|", ("events", "actors"), "tw", False),
        ("    actors: |", ("events", "actors"), "", False),
        ("    actors:\n      - tw|", ("events", "actors"), "tw", True),
        ("    actors:\n    - tw|", ("events", "actors"), "tw", True),
        ("    actors: [one,\n      tw|", ("events", "actors"), "tw", False),
        ("    sta|", ("events",), "sta", True),
        ("    date: fin août 20|", ("events", "date"), "fin août 20", False),
        ("  - |", ("events",), "", True),
        ("  - {id: x, status: pl|", ("events", "status"), "pl", False),
        ("  - {id: x, actors: [a, b|", ("events", "actors"), "b", False),
        ("        163: [src#|", ("events", "claims", "jobs", "163"), "src#", False),
        ("      women:\n        12: s|", ("events", "claims", "women", "12"), "s", False),
        ("views:\n  v: {query: 'actor:|", ("views", "v", "query"), "'actor:", False),
        ("sources:\n  new:\n    pub|", ("sources", "new"), "pub", True),
        ("act|", (), "act", True),
        ("\tactors: [|", (), "", False),
    ],
)
def test_a_spot_is_in_a_field(typed: str, keys: tuple[str, ...], word: str, is_key: bool) -> None:
    whole = ABOVE + typed.replace("|", "")
    before = ABOVE + typed[: typed.index("|")]
    row, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    found = surroundings(OpenText(whole), row, column)
    if typed[0] != "\t":
        assert (found.keys, found.typed, found.is_key) == (keys, word, is_key)
        assert whole.split("\n")[row][found.column : column] == word
