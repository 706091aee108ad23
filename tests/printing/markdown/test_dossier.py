"""A timeline as a whole Markdown document, with footnotes, in which nothing from a file is markup."""

from __future__ import annotations

from hypothesis import given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from tests.printing.story import READERS, TEXTS, TIMELINE, TODAY, flat, hostile, kinds
from tui.core.evidence.privacy import Withheld
from tui.core.index.engines import engine_of
from tui.core.timeline.model import Timeline
from tui.drawing.lists.dossier import Provenance
from tui.drawing.spans.pen import Pen
from tui.printing.markdown.dossier import document

MADE_FROM = Provenance("events.yaml", "3a250ed469cb", "", Withheld(0, 1))


def written(timeline: Timeline, made_from: Provenance = MADE_FROM) -> str:
    return document(engine_of(timeline, TODAY).select(), made_from, Pen("en", TODAY))


def test_events_are_sections_and_who_says_so_is_in_footnotes() -> None:
    assert (
        written(TIMELINE)
        == """\
# Calls to Morocco

- File: events.yaml, sha-256 3a250ed469cb
- Query: everything
- Day: 22 November 2026
- Withheld: 1 source, private

3 events · 1 on one source · 1 disputed · 1 overdue · 1 source undated

## Union speaks

- Id: union
- When: 25 August 2025
- Why this day: a Monday
- Status: reported; disputed
- Kind: announcement
- Who: iKanbi
- Where: Liège, Belgium, Morocco

First.

Second \\*part\\*.

### jobs (disputed)

- 150 people (kept): [Trends](https://trends.example/a_%28b%29)[^1]
- 163 people: Un tract[^2]

Why: it is broken down

## The contract ends

- Id: end
- When: 31 December 2025
- Status: announced for 31 December 2025; no source here confirms it

Sources: [Trends](https://trends.example/a_%28b%29#:~:text=Le%20personnel,31%20d%C3%A9cembre)[^1], \
[Trends](https://trends.example/a_%28b%29)[^1]

## The ban

- Id: ban
- When: 11 August 2026
- Status: in-force
- Where: France

Sources: none

[^1]: Trends, 150 emplois, about 25 August 2025 (a \\*Monday\\*), \
[https:\\//trends.example/a\\_(b)](https://trends.example/a_%28b%29)\\
    [“Le personnel … 31 décembre”](https://trends.example/a_%28b%29#:~:text=Le%20personnel,31%20d%C3%A9cembre)

[^2]: Un tract, undated
"""
    )


def test_a_reader_of_footnotes_finds_each_and_the_passages_within() -> None:
    tokens = list(flat(MarkdownIt("commonmark").use(footnote_plugin).parse(written(TIMELINE))))
    assert sum(token.type == "footnote_ref" for token in tokens) == 4
    opened = [at for at, token in enumerate(tokens) if token.type == "footnote_open"]
    assert len(opened) == 2
    within = [token.type for token in tokens[opened[0] : opened[1]]]
    assert within.count("inline") == 1


OURS = {
    "inline", "text", "heading", "paragraph", "bullet_list", "list_item", "link", "softbreak", "hardbreak",
    "text_special",
}  # fmt: skip


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_nothing_from_a_file_is_markup(text: str, words: str) -> None:
    page = written(hostile(text, words), Provenance(text, "0", words))
    for reader in READERS:
        assert kinds(page, reader) <= OURS
    notes = MarkdownIt("commonmark").use(footnote_plugin)
    found = [token for token in flat(notes.parse(page)) if token.type == "footnote_ref"]
    assert {token.meta["label"] for token in found} <= {"1"}


def test_who_was_told_and_what_an_event_is_about_are_facts() -> None:
    first, *others = TIMELINE.events
    whole = TIMELINE._replace(events=(first._replace(told=("Alice",), about=(others[0].id,)), *others))
    text = written(whole)
    title = next(iter(others[0].titles.values()))
    assert "- Who was told: Alice\n" in text
    assert f"- About: {title}\n" in text
    assert f"- About it: {next(iter(first.titles.values()))}\n" in text
