"""The marks of citations: what the ledger says, while words and copies are still those of its lines."""

from __future__ import annotations

from tests.store.proof.handmade_copies import ADDRESS
from tui.core.dates.parse import parse_date
from tui.core.evidence.privacy import public
from tui.core.proof.ledger import Copy, Fact, Ledger, Proof, words_hash
from tui.core.proof.marks import proof_marks
from tui.core.query.predicates import is_proved, is_unproved
from tui.core.timeline.model import Citation, Event, Passage, ProofMark, Source, Timeline

A, B = Passage("a", "first words", "last words"), Passage("b", "another phrase")
QUOTED = Passage("", "in place")
EVENT = Event("e", parse_date("2025"), {"en": "E"}, citations=(Citation("s", A), Citation("s", QUOTED)))
OTHER = Event("o", parse_date("2026"), {"en": "O"}, citations=(Citation("t"),))
TIMELINE = Timeline(
    None,
    {},
    "en",
    (EVENT, OTHER),
    sources={
        "s": Source("s", url=ADDRESS, archives=("c.html", "d.pdf"), passages={"a": A, "b": B}),
        "t": Source("t", archives=("https://archive.example/t",), private=True, passages={"x": Passage("x", "secret")}),
    },
)


def proof(passage: Passage, state: str, copy: str = "c.html", sha256: str = "1", at: str = "2026-11-30T10:00") -> Proof:
    return Proof(at, "s", words_hash(passage.words), copy, sha256, state, passage.name)


def marks(*facts: Fact, hashes: dict[str, str] | None = None) -> dict[str, str]:
    found = proof_marks(TIMELINE, Ledger(facts), hashes or {})
    return {words: mark.state for (_source, words), mark in found.marks.items()}


def test_a_passage_is_marked_by_the_last_that_is_known_of_it() -> None:
    assert marks() == {}
    assert marks(proof(A, "altered"), proof(A, "proved", at="2026-12-01T10:00")) == {A.words: "proved"}
    assert marks(proof(A, "proved"), proof(A, "absent", at="2026-12-01T10:00")) == {A.words: "absent"}
    assert marks(proof(QUOTED, "repeated"), proof(B, "unread")) == {QUOTED.words: "repeated"}


def test_a_copy_that_has_the_words_is_enough() -> None:
    newer = proof(A, "absent", "d.pdf", "2", at="2026-12-01T10:00")
    assert marks(proof(A, "proved"), newer) == {A.words: "proved"}
    assert marks(newer) == {A.words: "absent"}


def test_a_proof_counts_while_words_and_copy_are_the_same() -> None:
    assert marks(proof(A, "proved"), hashes={"c.html": "1"}) == {A.words: "proved"}
    assert marks(proof(A, "proved"), hashes={"c.html": "2"}) == {}
    assert marks(proof(Passage("a", "first words", "other words"), "proved")) == {}
    assert marks(proof(A, "proved", copy="gone.html")) == {}


def test_a_mark_says_when_and_in_which_copy() -> None:
    kept = Copy("2026-11-01T09:00", "s", "c.html", "1", 10)
    found = proof_marks(TIMELINE, Ledger((kept, proof(A, "proved"))), {})
    assert found.marks["s", A.words] == ProofMark("proved", "2026-11-30T10:00", "c.html", "1", "2026-11-01")
    assert (found.total, found.proved) == (4, 1)


def test_an_event_is_proved_when_all_that_it_cites_is() -> None:
    one = TIMELINE._replace(proofs=proof_marks(TIMELINE, Ledger((proof(A, "proved"),)), {}))
    both = TIMELINE._replace(proofs=proof_marks(TIMELINE, Ledger((proof(A, "proved"), proof(QUOTED, "proved"))), {}))
    assert [(is_proved(EVENT, told), is_unproved(EVENT, told)) for told in (TIMELINE, one, both)] == [
        (False, True),
        (False, True),
        (True, False),
    ]
    assert (is_proved(OTHER, both), is_unproved(OTHER, both)) == (False, False)


def test_what_is_private_is_not_counted_where_it_is_not_told() -> None:
    told = public(TIMELINE._replace(proofs=proof_marks(TIMELINE, Ledger((proof(A, "proved"),)), {})))
    assert told.proofs is not None
    assert (told.proofs.total, set(told.proofs.passages)) == (3, {"s"})
