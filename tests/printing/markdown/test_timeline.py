"""A timeline as a Markdown document: what it says of each event, and that nothing from a file is markup in it."""

from __future__ import annotations

from hypothesis import given, settings

from tests.printing.story import READERS, TEXTS, TIMELINE, TODAY, flat, hostile, kinds
from tui.core.index.engines import engine_of
from tui.core.query.tree import Query, Term
from tui.drawing.spans.pen import Pen
from tui.printing.markdown.timeline import document


def test_a_document_has_a_section_a_year_and_an_item_an_event() -> None:
    assert (
        document(engine_of(TIMELINE, TODAY).select(), Pen("en", TODAY))
        == r"""# Calls to Morocco

3 events · 2 sources · 1 disputed · 1 overdue · 1 on one source · today 22 November 2026

## 2025

- 25 August 2025: **Union speaks** (disputed)\
  iKanbi · Belgium, Morocco\
  Why this day: a Monday\
  [Trends](https://trends.example/a_%28b%29), Un tract

  First.

  Second \*part\*.

  - jobs (disputed)\
    Why: it is broken down
    - 150 people (kept): [Trends](https://trends.example/a_%28b%29)
    - 163 people: Un tract

- 31 December 2025: **The contract ends** (planned, no source here confirms it)\
  [Trends](https://trends.example/a_%28b%29#:~:text=Le%20personnel,31%20d%C3%A9cembre)

## 2026

- 11 August 2026: **The ban** (in-force)\
  France
"""
    )


def test_a_part_of_a_timeline_says_of_how_many_and_speaks_the_language() -> None:
    part = engine_of(TIMELINE, TODAY).select(Query((Term("status", ("planned",)),)))
    assert (
        document(part, Pen("fr", TODAY))
        == r"""# Des appels vers le Maroc

1 of 3 events · 1 source · 0 disputed · 1 overdue · 1 on one source · today 22 novembre 2026

## 2025

- 31 décembre 2025: **Fin du contrat** (planned, no source here confirms it)\
  [Trends](https://trends.example/a_%28b%29#:~:text=Le%20personnel,31%20d%C3%A9cembre)
"""
    )


@settings(max_examples=50)
@given(TEXTS, TEXTS)
def test_whatever_the_texts_a_document_has_the_shape_of_one(text: str, words: str) -> None:
    timeline = hostile(text, words)
    written = document(engine_of(timeline, TODAY).select(), Pen("en", TODAY))
    for reader in READERS:
        assert kinds(written, reader) <= {
            "heading", "bullet_list", "list_item", "paragraph", "inline", "text", "strong", "link", "hardbreak",
        }  # fmt: skip
        items = [token for token in flat(reader.parse(written)) if token.type == "list_item_open"]
        assert len(items) == 1 + (1 + 2) + (1 + 2)  # the event, and each claim of two values with these
