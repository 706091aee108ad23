"""A citation in one line of words."""

from __future__ import annotations

from tui.core.citation.resolve import ResolvedCitation, citations_of_event
from tui.core.citation.sentence import author, sentence
from tui.core.dates.parse import parse_date
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Event, Passage, Source, Timeline

SOURCES = {
    "trends": Source(
        "trends",
        {"fr": "150 emplois"},
        "Trends",
        "J. Dupont",
        url="https://trends.example/a",
        archives=("https://archive.example/x",),
        published=parse_date("2025-08-25~"),
        seen=parse_date("2025-12-21"),
        gone=parse_date("2026-05"),
    ),
    "paper": Source("paper", {"en": "On\x1b[31m paper"}, archives=("copies/paper.pdf",)),
}
EVENT = Event(
    "e",
    parse_date("2025"),
    {"en": "E"},
    citations=(Citation("trends", Passage("jobs", "environ 150")), Citation("paper"), Citation("nobody")),
)
TIMELINE = Timeline("t", {}, "en", (EVENT,), sources=SOURCES)


def said(language: str = "en") -> list[str]:
    return [sentence(one, TimelineInLanguage(TIMELINE, language)) for one in citations_of_event(EVENT, TIMELINE)]


def test_it_says_what_is_known_with_the_addresses_at_the_passage() -> None:
    assert said() == [
        "J. Dupont, Trends, 150 emplois, about 25 August 2025, seen 21 December 2025, its page is gone (May 2026), "
        "https://trends.example/a#:~:text=environ%20150, archive: https://archive.example/x#:~:text=environ%20150",
        "On␛[31m paper, undated, archive: copies/paper.pdf",
        "nobody",
    ]
    assert "vers le 25 août 2025" in said("fr")[0]


def test_a_reference_is_written_as_the_file_has_it() -> None:
    assert [one.citation.reference for one in citations_of_event(EVENT, TIMELINE)] == ["trends#jobs", "paper", "nobody"]


def test_what_is_gone_is_read_in_the_archive_when_that_is_on_the_web() -> None:
    trends, paper, nobody = citations_of_event(EVENT, TIMELINE)
    assert (trends.is_gone, trends.target) == (True, "https://archive.example/x#:~:text=environ%20150")
    assert (paper.archive, paper.copy_in_file, paper.target) == (None, "copies/paper.pdf", None)
    assert (nobody.is_gone, nobody.copy_in_file, nobody.is_private) == (False, None, False)
    only = SOURCES["trends"]._replace(archives=("a.pdf",))
    assert (
        ResolvedCitation(1, Citation("trends"), only, "https://trends.example/a").target == "https://trends.example/a"
    )


def test_who_wrote_it_is_not_said_twice() -> None:
    assert author(Source("a", publisher="SETCa Liège", author="SETCa  liège")) is None
    assert author(Source("a", publisher="Bladi.net", author="P. A")) == "P. A"
    assert author(Source("a", publisher="Bladi.net")) is None
