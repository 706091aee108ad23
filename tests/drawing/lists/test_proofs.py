"""What was found in copies, in rows of any width."""

from __future__ import annotations

import pytest

from tui.core.proof.find import Finding
from tui.core.proof.record import PassageRecord
from tui.core.proof.states import STATES
from tui.core.timeline.model import Passage
from tui.drawing.lists.proofs import proof_rows
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.pen import Pen

HOSTILE = "\x1b]52;c;x\x07 a‮b\n" + "long " * 30
FOUND = [
    PassageRecord(
        HOSTILE, Passage("p", "le contrat prend fin"), Finding(state, 3, HOSTILE, why=HOSTILE), 12, HOSTILE, "00"
    )
    for state in STATES
]


@pytest.mark.parametrize("width", [1, 8, 20, 60, 100])
@pytest.mark.parametrize("strict", [True, False])
def test_no_row_is_wider_than_its_column_and_none_steers(width: int, strict: bool) -> None:
    lines = list(
        proof_rows(FOUND, lambda line: f"a/folder/events.yaml:{line}", TextColumn(width, Pen("en", 0)), strict=strict)
    )
    texts = ["".join(span.text for span in line) for line in lines]
    assert max(map(len, texts)) <= width
    assert not any(sign in text for text in texts for sign in "\x1b\x07\n\u202e")


def test_words_that_differ_are_shown_beside_each_other() -> None:
    finding = Finding("altered", None, "le contrat a pris fin — en mai")
    record = PassageRecord("s", Passage("", "le contrat prend fin - en mai"), finding, 3, "c.html", "00")
    lines = proof_rows([record], lambda line: f"f.yaml:{line}", TextColumn(80, Pen("en", 0)), strict=False)
    assert ["".join(span.text for span in line) for line in lines] == [
        "f.yaml:3: s: altered in c.html",
        "  le contrat [-prend-] {+a pris+} fin — en mai",
        "  the copy has: le contrat a pris fin — en mai",
        "1 passage, 1 copy",
        "1 altered",
    ]
