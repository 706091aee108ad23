"""Problems as they go over the wire."""

from __future__ import annotations

from tui.lsp import wire
from tui.lsp.documents import Document, Sight
from tui.lsp.known import Known
from tui.lsp.open_text import OpenText

TWICE = """events:
- id: a
  date: 2025
  title: b
- id: a
  date: 2025
  title: b
  title: c
"""


def test_a_problem_about_two_places_names_the_other() -> None:
    document = Document("file:///srv/x.yaml", OpenText(TWICE), 1)
    found = wire.diagnostics(Sight(document, Known(TWICE.encode(), "/srv/x.yaml", 739_950), 0))
    related = {one.code: [it.location.range.start.line for it in one.related_information or ()] for one in found}
    assert related["duplicate-id"] == [1]
    assert related["duplicate-key"] == [6]
