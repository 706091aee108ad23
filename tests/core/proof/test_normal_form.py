"""The form in which passages and copies are compared: what is one in it, what stays apart, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.proof.normal_form import NormalText, lower, normalised

ONE = [
    ("l’été l'été l`été l´été l‘été lʼété", "l'été l'été l'été l'été l'été l'été"),
    ('“a” „a‟ «a» "a" ‹a› ″a″', "'a' 'a' 'a' 'a' 'a' 'a'"),
    ("a–b a—b a‑b a−b a‐b a－b", "a-b a-b a-b a-b a-b a-b"),
    ("a\u00a0b\u202fc\td\u2009e\u3000f \n\n g", "a b c d e f g"),
    ("in\u00addus\u00adtrie\u200b \u2060ici\ufeff", "industrie ici"),
    ("e\u0301te\u0301 ﬁn ½ x² Ｖａｌ … ①", "été fin 1⁄2 x2 Val ... 1"),
    ("indus-\ntrie indus- \r\n  trie indus\u00ad\ntrie", "industrie industrie industrie"),
    ("indus- trie ici -\nlà a\n-b", "indus- trie ici - là a -b"),
    ("  Été  ÉTÉ  été ", "Été ÉTÉ été"),
    ("", ""),
    (" \u200b\u00ad\n", ""),
    ("a\ufdd0b", "ab"),
]


@pytest.mark.parametrize(("text", "form"), ONE)
def test_what_people_and_pages_write_differently_is_one(text: str, form: str) -> None:
    assert normalised(text) == form
    assert NormalText([text]).plain == form


@given(st.text())
def test_the_form_of_a_form_is_itself(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert len(lower(once)) == len(once)


@given(st.text(st.sampled_from("ab -\n\u00a0\u00ad’é\u0301…ﬁ"), max_size=60))
def test_a_composed_text_and_a_decomposed_one_are_one(text: str) -> None:
    assert normalised(unicodedata.normalize("NFD", text)) == normalised(unicodedata.normalize("NFC", text))


def test_the_words_of_a_copy_come_back_as_they_stand() -> None:
    text = NormalText(["L’indus-\ntrie « franco-marocaine »  a perdu\u00a0150 em\u00adplois…", "Page deux : ﬁn."])

    def stands(words: str) -> str:
        at = text.plain.index(words)
        return text.as_it_stands(at, at + len(words))

    assert stands("L'industrie") == "L’industrie"
    assert stands("' franco-marocaine '") == "« franco-marocaine »"
    assert stands("150 emplois") == "150 emplois"
    assert stands("emplois... Page deux") == "emplois… Page deux"
    assert stands("fin.") == "ﬁn."
    assert [text.page_at(text.plain.index(word)) for word in ("L'in", "150", "Page", "fin")] == [1, 1, 2, 2]


@given(st.text(st.sampled_from("ab c’é \n"), min_size=1, max_size=40), st.integers(0, 400), st.integers(1, 30))
def test_any_part_of_the_form_comes_back_as_words_of_that_form(words: str, start: int, length: int) -> None:
    text = NormalText([f"{words} " * 400, "x", words])
    part = text.plain[start : start + length]
    assert normalised(text.as_it_stands(start, start + len(part))) == part.strip()


def test_a_text_longer_than_what_is_read_at_once_has_no_seams() -> None:
    page = "Le conseil d’administration a annoncé l’indus-\ntrie. " * 4000
    assert NormalText([page]).plain == normalised(page)
    assert NormalText(["x" * 50_000]).plain == "x" * 50_000
