"""Sources as BibTeX: nothing in a field can end it, and only what is certain is a field."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.core.citation.resolve import ResolvedCitation
from tui.core.dates.parse import parse_date
from tui.core.export.bibtex import entries, escaped
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Passage, Source, Timeline

VOICE = TimelineInLanguage(Timeline("t", {}, "en"), "en")


def cited(source: Source, *passages: Passage) -> tuple[ResolvedCitation, ...]:
    return tuple(ResolvedCitation(0, Citation(source.id, passage), source, None) for passage in passages or (None,))


TRENDS = Source(
    "trends",
    {"fr": "150 emplois & plus"},
    "Trends",
    "J. Dupont",
    url="https://trends.example/a_b%20c",
    archives=("https://archive.example/x",),
    published=parse_date("2025-08-25"),
    seen=parse_date("2025-12-21"),
    language="fr",
    gone=parse_date("2026-05"),
)


def test_an_entry_has_what_is_known_of_a_source_and_its_passages_in_the_note() -> None:
    passages = Passage("jobs", "environ 150", "négociaient"), Passage("", "une phrase")
    assert (
        entries([cited(TRENDS, *passages)], VOICE)
        == """\
@misc{trends,
  title        = {{150 emplois \\& plus}},
  author       = {{J. Dupont}},
  howpublished = {Trends},
  year         = {2025},
  month        = aug,
  day          = {25},
  url          = {https://trends.example/a_b%20c},
  urldate      = {2025-12-21},
  language     = {fr},
  note         = {its page is gone (May 2026); archive: https://archive.example/x; “environ 150 … négociaient”; \
“une phrase”},
}
"""
    )


def test_a_date_that_is_not_certain_is_said_in_words() -> None:
    for text, words in (("2025-08-25~", "about 25 August 2025"), ("[2025-08-21..2025-08-25]", "between 21 and 25")):
        found = entries([cited(Source("a", published=parse_date(text)))], VOICE)
        assert f"note         = {{published {words}" in found
        assert "year" not in found


def test_a_source_without_anything_is_called_by_its_id() -> None:
    assert entries([(ResolvedCitation(0, Citation("nobody"), None, None),)], VOICE) == (
        "@misc{nobody,\n  title        = {{nobody}},\n}\n"
    )


def test_each_entry_has_a_key_of_its_own_in_plain_letters() -> None:
    sources = [cited(Source(name, {"en": "T"})) for name in ("a b", "a-b", "été", "}{", "https://x.example/a?b,c")]
    assert re.findall(r"@misc\{([^,]*),", entries(sources, VOICE)) == [
        "a-b",
        "a-b+2",
        "ete",
        "source",
        "https://x.example/a-b-c",
    ]


@given(st.text(st.characters() | st.sampled_from('{}\\%$#&_~^"@,=\n')))
def test_whatever_a_text_holds_it_stays_within_its_braces(text: str) -> None:
    written = escaped(text)
    depth = 0
    for brace in re.findall(r"[{}]", written):
        depth += 1 if brace == "{" else -1
        assert depth >= 0
    assert depth == 0
    assert "\n" not in written
    assert not re.search(r"(?<!\\)[%$#&_]", written)
