"""A short timeline in which sources disagree, and what the documents made of it are read with."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.core.dates.calendar import day_number
from tui.core.dates.parse import parse_date
from tui.core.timeline.model import Actor, Citation, Claim, Event, Passage, Source, Timeline, Value

TODAY = day_number(2026, 11, 22)

CONTRACT = Passage("contract", "Le personnel", "31 décembre")
TIMELINE = Timeline(
    "calls",
    {"en": "Calls to Morocco", "fr": "Des appels vers le Maroc"},
    "en",
    actors={"ikanbi": Actor("ikanbi", {"en": "iKanbi"})},
    sources={
        "trends": Source(
            "trends",
            {"fr": "150 emplois"},
            publisher="Trends",
            url="https://trends.example/a_(b)",
            published=parse_date("2025-08-25~"),
            published_note={"en": "a *Monday*"},
            language="fr",
        ),
        "tract": Source("tract", {"fr": "Un tract"}),
    },
    events=(
        Event(
            "union",
            parse_date("2025-08-25"),
            {"en": "Union speaks"},
            date_note={"en": "a Monday"},
            kind="announcement",
            actors=("ikanbi",),
            countries=("BE", "MA"),
            places=("Liège",),
            texts={"en": "First.\n\nSecond *part*."},
            claims=(
                Claim(
                    "jobs",
                    (Value("150 people", (Citation("trends"),)), Value("163 people", (Citation("tract"),))),
                    keep="150 people",
                    because={"en": "it is broken down"},
                ),
            ),
        ),
        Event(
            "end",
            parse_date("2025-12-31"),
            {"en": "The contract ends", "fr": "Fin du contrat"},
            status="planned",
            citations=(Citation("trends", CONTRACT), Citation("trends")),
        ),
        Event("ban", parse_date("2026-08-11"), {"en": "The ban"}, status="in-force", countries=("FR",)),
    ),
)

PIECES = (
    *"ab \n`*_[]()<>&#!|~$^@:.-+=1)\\/\"';{}é\x1b\u202e",
    *("www.", "WWW.x.com", "http://", "https://x.y", "//a.com", "x.com", "a@b.cc", "mailto:"),
    *("&amp;", "<b>", "![x](y)", ":tada:", "1. ", " - ", "---"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
"""Texts that are full of what Markdown means something by."""

READERS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"html": True})]


def flat(tokens: list[Token]) -> Iterator[Token]:
    """The tokens with those within them."""
    for token in tokens:
        yield token
        yield from flat(token.children or [])


def kinds(document: str, reader: MarkdownIt) -> set[str]:
    """What a reader of Markdown takes the parts of a document for."""
    return {token.type.removesuffix("_open") for token in flat(reader.parse(document)) if token.nesting >= 0}


def hostile(text: str, words: str) -> Timeline:
    """A timeline in which everything that can be a text is one of the two."""
    said = {"en": text}
    other = {"en": words}
    citations = (Citation("s"), Citation("s", Passage("", text, words)), Citation("s", Passage(words or "p", text)))
    claims = (
        Claim(text, (Value("7 " + words, citations), Value("8 " + words, citations[:1])), "7 " + words, other),
        Claim(words, (Value(text), Value(words)), None, said),
        Claim(words, (Value(text, citations),)),
    )
    event = Event(
        text, parse_date("2025"), {"en": f"a{text}"}, other,
        kind=words, actors=(text, words), places=(words,), tags=(text,),
        texts={"en": f"{text}\n\n{words}"}, claims=claims, citations=citations,
    )  # fmt: skip
    source = Source("s", said, words, url="https://s.example/", published_note=other, language=text)
    return Timeline(None, other, "en", (event,), sources={"s": source})
