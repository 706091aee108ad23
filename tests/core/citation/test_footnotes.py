"""Notes are numbered by source in the order of first mention, and passages have letters."""

from __future__ import annotations

import pytest

from tui.core.citation.footnotes import FootnoteList, letter
from tui.core.timeline.model import Citation, Passage, Source, Timeline

JOBS, CONTRACT = Passage("jobs", "environ 150"), Passage("contract", "Le contrat")
TIMELINE = Timeline("t", {}, "en", sources={"trends": Source("trends", url="https://trends.example/a")})


def test_each_source_has_a_number_and_each_passage_in_it_a_letter() -> None:
    notes = FootnoteList(TIMELINE)
    citations = [
        Citation("trends", JOBS),
        Citation("rtl"),
        Citation("trends"),
        Citation("trends", CONTRACT),
        Citation("trends", JOBS),
    ]
    assert [notes.mark(one) for one in citations] == ["1a", "2", "1", "1b", "1a"]
    assert [(note.number, note.whole.citation.source) for note in notes] == [(1, "trends"), (2, "rtl")]
    first = next(iter(notes))
    assert [(name, one.citation.passage, one.address) for name, one in first.lettered()] == [
        ("a", JOBS, "https://trends.example/a#:~:text=environ%20150"),
        ("b", CONTRACT, "https://trends.example/a#:~:text=Le%20contrat"),
    ]


def test_the_marks_of_several_citations_stand_together_by_source() -> None:
    citations = (Citation("trends", JOBS), Citation("rtl"), Citation("trends", CONTRACT), Citation("rtl"))
    assert FootnoteList(TIMELINE).said_by(citations) == {"trends": ["1a", "1b"], "rtl": ["2"]}


@pytest.mark.parametrize(("at", "name"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (701, "zz"), (702, "aaa")])
def test_letters_go_on_after_z(at: int, name: str) -> None:
    assert letter(at) == name
