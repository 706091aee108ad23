"""All that is known of one citation, in rows."""

from __future__ import annotations

import pytest

from tui.core.citation.resolve import resolved_citation
from tui.core.dates.parse import parse_date
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Passage, ProofMark, ProofMarks, Source, Timeline
from tui.drawing.event.citation import citation_lines
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.pen import Pen

PASSAGE = Passage("p", "premiers mots", "derniers mots", page=12)
SOURCE = Source(
    "report",
    {"en": "The \x1b[31mreport"},
    "Publisher",
    "A. Writer",
    "https://a.example/r.pdf",
    ("copies/r.pdf", "https://archive.example/r"),
    parse_date("2025-08-25"),
    passages={"p": PASSAGE},
    note={"en": "A note."},
)
MARK = ProofMark("proved", "2026-11-30T10:00:00+01:00", "copies/r.pdf", "3f9a" * 16, "2026-11-29", 12)
TIMELINE = Timeline(None, {}, "en", sources={"report": SOURCE})


def rows(citation: Citation, proofs: ProofMarks | None = None, width: int = 80) -> list[str]:
    timeline = TIMELINE._replace(proofs=proofs)
    one = resolved_citation(citation, 1, timeline)
    sheet = TextColumn(width, Pen("en", 0))
    lines = citation_lines(one, TimelineInLanguage(timeline, "en"), sheet)
    return ["".join(span.text for span in line).rstrip() for line in lines]


def test_a_proof_is_told_whole() -> None:
    assert rows(Citation("report", PASSAGE), ProofMarks({("report", PASSAGE.words): MARK}, {"report": 1})) == [
        "report#p",
        "Publisher, A. Writer, The ␛[31mreport, 25 August 2025",
        "A note.",
        "",
        "“p. 12: premiers mots … derniers mots”",
        "https://a.example/r.pdf",
        "archive: copies/r.pdf",
        "archive: https://archive.example/r",
        "",
        "✓ proved in a copy of 29 November 2026, sha256 3f9a3f9a…",
        "  copies/r.pdf, page 12",
        "  sha256 3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a3f9a",
        "  sought at 2026-11-30T10:00:00+01:00",
    ]


def test_without_a_ledger_the_command_is_named() -> None:
    assert rows(Citation("report", PASSAGE))[-1].startswith("not sought in a copy, as far as the ledger says:")
    assert "sought" not in " ".join(rows(Citation("report")))
    assert rows(Citation("nowhere")) == ["nowhere"]


@pytest.mark.parametrize("width", [1, 7, 30, 60])
def test_no_row_is_wider_than_its_column(width: int) -> None:
    proofs = ProofMarks({("report", PASSAGE.words): MARK._replace(state="absent", sha256="\x1b" * 64)}, {"report": 1})
    found = rows(Citation("report", PASSAGE), proofs, width)
    assert max(map(len, found)) <= width
    assert "\x1b" not in "".join(found)
