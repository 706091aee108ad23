"""One event as a Markdown document: all that is known of it, and nothing from a file is markup in it."""

from __future__ import annotations

from hypothesis import given, settings

from tests.printing.story import READERS, TEXTS, TIMELINE, TODAY, hostile, kinds
from tui.drawing.spans.pen import Pen
from tui.printing.markdown.event import article


def test_an_article_tells_all_of_one_event() -> None:
    assert (
        article(TIMELINE.events[0], TIMELINE, Pen("en", TODAY))
        == r"""# Union speaks

- When: 25 August 2025
- Why this day: a Monday
- Status: reported; disputed
- Kind: announcement
- Who: iKanbi
- Where: Liège, Belgium, Morocco
- Id: union

First.

Second \*part\*.

## jobs (disputed)

- 150 people (kept): [Trends](https://trends.example/a_%28b%29)
- 163 people: Un tract

Why: it is broken down

## Sources

1. Trends, 150 emplois, about 25 August 2025 (a \*Monday\*), fr
   - [whole page](https://trends.example/a_%28b%29)
2. Un tract, undated
   - whole page
"""
    )


def test_a_late_plan_says_so_and_a_passage_is_quoted() -> None:
    assert (
        article(TIMELINE.events[1], TIMELINE, Pen("fr", TODAY))
        == r"""# Fin du contrat

- When: 31 décembre 2025
- Status: announced for 31 décembre 2025; no source here confirms it
- Id: end

## Sources

1. Trends, 150 emplois, vers le 25 août 2025 (a \*Monday\*), fr
   - [contract](https://trends.example/a_%28b%29#:~:text=Le%20personnel,31%20d%C3%A9cembre): Le personnel … 31 décembre
   - [whole page](https://trends.example/a_%28b%29)
"""
    )


def test_an_event_without_sources_has_no_section_of_them() -> None:
    assert (
        article(TIMELINE.events[2], TIMELINE, Pen("en", TODAY))
        == """# The ban

- When: 11 August 2026
- Status: in-force
- Where: France
- Id: ban
"""
    )


def test_an_address_that_is_not_safe_is_said_and_not_linked() -> None:
    source = TIMELINE.sources["tract"]._replace(url="javascript:alert(1)")
    timeline = TIMELINE._replace(sources={**TIMELINE.sources, "tract": source})
    written = article(timeline.events[0], timeline, Pen("en", TODAY))
    assert "2. Un tract, undated, not linked: javascript:alert(1)\n   - whole page\n" in written


@settings(max_examples=50)
@given(TEXTS, TEXTS)
def test_whatever_the_texts_an_article_has_the_shape_of_one(text: str, words: str) -> None:
    timeline = hostile(text, words)
    written = article(timeline.events[0], timeline, Pen("en", TODAY))
    for reader in READERS:
        assert kinds(written, reader) <= {
            "heading", "bullet_list", "ordered_list", "list_item", "paragraph", "inline", "text", "link",
        }  # fmt: skip
