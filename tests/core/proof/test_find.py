"""A passage in the text of a copy: proved, repeated, altered or absent."""

from __future__ import annotations

import random
import time

import pytest

from tests.store.proof.handmade_copies import PASSAGES, TEXT
from tui.core.citation.elisions import passage_of
from tui.core.proof.find import WITHIN, Finding, look_for, next_place, pieces_of
from tui.core.proof.normal_form import NormalText
from tui.core.proof.states import ABSENT, ALTERED, FOUND, PROVED, REPEATED


def sought(words: str, *pages: str) -> Finding:
    return look_for(pieces_of(passage_of("", words)[0]), NormalText(pages))


@pytest.mark.parametrize(("words", "state"), PASSAGES)
def test_a_passage_of_any_shape_has_its_state(words: str, state: str) -> None:
    assert sought(words, TEXT).state == state


@pytest.mark.parametrize(
    ("words", "page", "found"),
    [
        ("environ 150 personnes", "Environ 150 personnes", "Environ 150 personnes"),
        ("Environ 150 personnes", "dit-on. ENVIRON 150 PERSONNES", "ENVIRON 150 PERSONNES"),
        ("rien n'est signe", "Mais rien n’est signé, dit-il", "rien n’est signé"),
        ("Le personel de la centrale … à échéance", "Le personnel de la centrale, arrivé à échéance", None),
        ("150 personnes", "1.150 personnes", "1.150 personnes"),
        ("150 personnes", "12 150 personnes", "12 150 personnes"),
        ("un total de 150", "un total de 150 000 francs", "un total de 150 000"),
        ("un total de 13", "un total de 13,4", "un total de 13,4"),
        ("le contrat a pris fin en mai", "le contrat a pris fin en juin", "le contrat a pris fin en juin"),
    ],
)
def test_what_is_close_is_shown_as_the_page_has_it(words: str, page: str, found: str | None) -> None:
    finding = sought(words, page)
    assert finding.state == ALTERED
    assert finding.found == (found or "Le personnel de la centrale … à échéance")


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("150 personnes", "en 2025, 150 personnes"),
        ("150 personnes", "en 2025 150 personnes"),
        ("personnes", "personnes² et"),
        ("en mai 2025", "en mai 2025."),
        ("le bilan (provisoire)", "Voici le bilan (provisoire)9"),
        ("羊毛", "高い羊毛の"),
        ("l'eau", "de l’eau"),
    ],
)
def test_a_passage_ends_where_a_word_or_a_number_ends(words: str, page: str) -> None:
    assert sought(words, page).state == PROVED


@pytest.mark.parametrize("words", ["man", "wo", "oma", "om"])
def test_a_part_of_a_word_is_no_passage(words: str) -> None:
    assert sought(words, "a woman said").state not in FOUND


def test_a_hyphen_at_the_end_of_a_line_may_be_the_words_own() -> None:
    page = "la laine franco-\nmarocaine, et l’indus-\ntrie non-\nferreuse"
    assert sought("laine franco-marocaine … l'industrie non-ferreuse", page).state == PROVED
    assert sought("la laine francomarocaine, et l’industrie", page).state == PROVED
    assert sought("in-dustrie", "l’industrie").state not in FOUND


def test_the_pieces_stand_near_each_other_and_in_order() -> None:
    near, far = "x " * (WITHIN // 2 - 20), "x " * (WITHIN // 2 + 20)
    assert sought("first words … last words", f"first words {near} last words").state == PROVED
    lost = sought("first words … last words", f"first words {far} last words")
    assert lost.state == ABSENT
    assert "far" in lost.why
    assert sought("first words … last words", f"first words {far} first words, last words").state == PROVED
    assert sought("last words … first words", "first words, last words").state == ABSENT
    assert sought("one … two … three", "two three one two three").state == PROVED
    assert sought("one … one", "one").state == ABSENT


def test_the_link_may_lead_elsewhere_where_a_passage_begins_twice() -> None:
    assert sought("Le conseil … jeudi", "Le conseil parle. Le conseil siège jeudi.").state == REPEATED
    assert sought("Le conseil … jeudi", "Le conseil siège jeudi, puis jeudi.").state == PROVED
    assert sought("Le conseil … jeudi", "Le conseil siège jeudi. Le conseil parle.").state == PROVED


def test_pages_count_from_one() -> None:
    assert sought("deux ici", "un", "deux ici", "trois").page == 2
    assert sought("un … trois", "un", "deux ici", "trois").page == 1


def test_a_passage_without_words_is_absent() -> None:
    assert sought("\u200b", "x").state == ABSENT


def spans_of(pieces: tuple[str, ...], text: NormalText) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        span = next_place(piece, text, spans[-1][1] if spans else 0, len(text.plain))
        assert span
        spans.append(span)
    return spans


def test_a_changed_character_is_seen_where_it_is_quoted_and_nowhere_else() -> None:
    """Four hundred changes inside of passages, and four hundred outside."""
    chance = random.Random(8)  # noqa: S311  # the same places each time
    plain = NormalText([TEXT]).plain
    shapes = [pieces_of(passage_of("", words)[0]) for words, state in PASSAGES if state == PROVED]
    for number in range(800):
        pieces = shapes[number % len(shapes)]
        spans = spans_of(pieces, NormalText([plain]))
        inside = {at for start, end in spans for at in range(start, end)}
        beside = {at for start, end in spans for at in range(start - 1, end + 1)}
        is_inside = number % 2 == 0
        places = sorted(inside) if is_inside else sorted(set(range(len(plain))) - beside)
        at = chance.choice(places)
        other = chance.choice([sign for sign in "abcxyz019,.é" if sign != plain[at]])
        finding = look_for(pieces, NormalText([plain[:at] + other + plain[at + 1 :]]))
        changed = f"{pieces}: {plain[at - 9 : at]}[{plain[at]}>{other}]"
        assert finding.state in ((ALTERED, ABSENT) if is_inside else (PROVED,)), changed


@pytest.mark.parametrize(
    "page",
    ["a" + "\u0301\u0316" * 200_000, "a " * 500_000, "ab" * 500_000, "ab " * 300_000 + "ac " * 9, "a-\n" * 300_000],
)
@pytest.mark.parametrize("words", ["a … b", "a … b … zz", "ab ab ab ab ac … ac", "a-a-a-a-a-b", "xa " * 300])
def test_a_page_made_to_cost_time_costs_little(page: str, words: str) -> None:
    text, begin = NormalText([page]), time.process_time()
    look_for(pieces_of(passage_of("", words)[0]), text)
    assert time.process_time() - begin < 4
