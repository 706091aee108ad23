"""A ledger holds what was true on its day; a proof counts while its words and its copy are the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.proof import ledger
from tui.core.proof.ledger import (
    ALIVE,
    GONE,
    MOVED,
    PROVED,
    UNREACHABLE,
    Copy,
    Damage,
    Fact,
    Link,
    Proof,
    Standing,
    ledger_line,
    read_ledger,
    words_hash,
)

MONDAY, TUESDAY, WEDNESDAY = (f"2026-11-{day}T10:00:00+00:00" for day in (23, 24, 25))
WORDS = "the contract ends … in December"
COPY = "copies/trends/2026-11-30.warc.gz"
A, B = "a" * 64, "b" * 64


def proof(at: str = MONDAY, words: str = WORDS, sha256: str = A, state: str = PROVED, copy: str = COPY) -> Proof:
    return Proof(at, "trends", words_hash(words), copy, sha256, state, "contract")


def ledger_of(*facts: Fact) -> ledger.Ledger:
    return read_ledger("".join(f"{ledger_line(one)}\n" for one in facts))


def test_a_line_is_one_object_with_the_time_first_and_nothing_that_is_empty() -> None:
    line = ledger_line(Proof(MONDAY, "trends", A, COPY, B, PROVED))
    assert line.startswith('{"at": "2026-11-23T10:00:00+00:00", "kind": "proof", "source": "trends", ')
    assert list(json.loads(line)) == ["at", "kind", "source", "words", "copy", "sha256", "state"]


texts = st.text(max_size=12)
FACTS = st.one_of(
    st.builds(Proof, texts, texts, texts, texts, texts, texts, texts, st.none() | st.integers(1, 10**9)),
    st.builds(Copy, texts, texts, texts, texts, st.integers(0, 10**12), texts, texts),
    st.builds(Link, texts, texts, texts, texts, st.none() | st.integers(100, 599), texts, texts),
)


@given(st.lists(FACTS, max_size=5))
def test_what_is_written_is_read_again(facts: list[Fact]) -> None:
    assert ledger_of(*facts) == ledger.Ledger(tuple(facts))


def test_a_damaged_line_costs_that_line_and_is_told_by_its_number() -> None:
    good = ledger_line(proof())
    lines = [good, '{"at": "2026', good, "[1]", '{"kind": "proof"}', "<<<<<<< HEAD", "9" * 5000, "[" * 99999, good, ""]
    found = read_ledger("\n".join(lines))
    assert found.facts == (proof(),) * 3
    assert found.damaged == (
        Damage(2, "it is no JSON"),
        Damage(4, "it is no fact of a ledger"),
        Damage(5, 'its "at" is missing or not as it should be'),
        Damage(6, "it is no JSON"),
        Damage(7, "it is no JSON"),
        Damage(8, "it is no JSON"),
    )


def test_a_fact_of_the_wrong_shape_is_damage() -> None:
    line = ledger_line(Copy(MONDAY, "trends", COPY, A, 12))
    for wrong in (line.replace("12", '"12"'), line.replace("12", "true"), line.replace('"trends"', "null")):
        assert read_ledger(wrong).facts == ()
        assert len(read_ledger(wrong).damaged) == 1


def test_a_kind_of_a_later_jalon_is_passed_over() -> None:
    assert read_ledger('{"at": "x", "kind": "vow", "source": "trends"}\n') == ledger.Ledger()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_line_ends_of_other_systems_and_blank_lines_are_no_damage(end: str) -> None:
    assert read_ledger(end.join([ledger_line(proof())] * 2)).facts == (proof(), proof())


# ---- What counts ----


def test_a_proof_counts_while_words_and_copy_are_those_of_its_line() -> None:
    found = ledger_of(proof())
    assert Standing(found, {COPY: A}).proof_of("trends", WORDS) == proof()
    assert Standing(found, {COPY: A}).proof_of("trends", f"{WORDS}.") is None
    assert Standing(found, {COPY: B}).proof_of("trends", WORDS) is None
    assert Standing(found, {COPY: A}).proof_of("other", WORDS) is None


def test_who_has_no_copy_takes_the_word_of_the_ledger() -> None:
    assert Standing(ledger_of(proof()), {}).proof_of("trends", WORDS) == proof()
    kept_again = Copy(TUESDAY, "trends", COPY, B, 9)
    assert Standing(ledger_of(proof(), kept_again), {}).proof_of("trends", WORDS) is None


def test_the_last_word_on_a_copy_counts() -> None:
    gone = proof(TUESDAY, state="absent")
    found = Standing(ledger_of(proof(), gone), {COPY: A})
    assert found.of("trends", WORDS) == (gone,)
    assert found.proof_of("trends", WORDS) is None


def test_a_proof_in_one_copy_is_enough_and_the_latest_is_told() -> None:
    second, third = (proof(at, copy=f"{n}.html", sha256=B) for n, at in ((2, TUESDAY), (3, WEDNESDAY)))
    absent = third._replace(state="absent")
    assert Standing(ledger_of(proof(), second), {}).proof_of("trends", WORDS) == second
    assert Standing(ledger_of(proof(), absent), {}).proof_of("trends", WORDS) == proof()


def test_the_state_of_a_link_is_the_last_one_and_unreachable_has_its_first_day() -> None:
    url = "https://example.org/a"

    def link(at: str, state: str) -> Link:
        return Link(at, "trends", url, state)

    found = ledger_of(link(MONDAY, UNREACHABLE), link(TUESDAY, ALIVE), link(WEDNESDAY, UNREACHABLE))
    assert found.links()[url].state == UNREACHABLE
    assert found.unreachable_since(url) == WEDNESDAY
    found = ledger_of(link(MONDAY, MOVED), link(TUESDAY, UNREACHABLE), link(WEDNESDAY, UNREACHABLE))
    assert found.unreachable_since(url) == TUESDAY
    assert ledger_of(link(MONDAY, UNREACHABLE), link(TUESDAY, GONE)).unreachable_since(url) is None
