"""Arabic and Hebrew are found as they are typed: without vowel signs, points, and forms of one letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.fold import fold, fold_key
from tui.drawing.spans.highlight import matches


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("العَقْد", "العقد"),
        ("الإضراب", "الاضراب"),
        ("أحمد", "احمد"),
        ("القرآن", "القران"),
        ("ٱلرباط", "الرباط"),
        ("مكتـب", "مكتب"),
        ("مـكـتـب", "مكتب"),
        ("مدرسة", "مدرسه"),
        ("مستشفى", "مستشفي"),
        ("مسؤول", "مسوول"),
        ("رئيس", "رييس"),
        ("محمّد", "محمد"),
        ("كِتابٌ", "كتاب"),
        ("هٰذا", "هذا"),
        ("ا\u0654حمد", "أحمد"),
        ("ي\u0654", "ئ"),
        ("کتاب", "كتاب"),
        ("علی", "علي"),
        ("ﻣﻜﺘﺐ", "مكتب"),
        ("ﻻ", "لا"),
        ("شركة\u200f", "شركة"),
        ("٢٠٢٥", "2025"),
        ("الدَّارُ البَيْضَاء", "الدار البيضاء"),
        ("שָׁלוֹם", "שלום"),
        ("יִשְׂרָאֵל", "ישראל"),
        ("חֹזֶה", "חזה"),
        ("שׁלום", "שלום"),
        ("\ufb2aלום", "שלום"),
        ("בֵּית־סֵפֶר", "בית-ספר"),
        ("צה״ל", 'צה"ל'),
        ("ג׳ורג׳", "ג'ורג'"),
    ],
)
def test_what_is_typed_finds_what_is_written(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)
    assert fold_key(written) == fold_key(typed)
    assert matches(f"a {written} b", typed) == [(2, 2 + len(written.rstrip("\u200f")))] or "\u200f" in written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كتب", "كلب"), ("عقد", "عقل"), ("بيت", "بنت"), ("שלום", "שלוש"),
        ("قلب", "كلب"), ("فاس", "باس"), ("2025", "٢٠٢٦"), ("מכתב", "מכתם"),
        ("חזה", "הזה"), ("כתב", "כטב"), ("עם", "אם"), ("שר", "סר"), ("צור", "תשור"), ("בו", "וו"), ("حرم", "هرم"),
        ("صور", "سور"), ("طين", "تين"), ("ضرب", "درب"), ("ظل", "ذل"),
    ],
)  # fmt: skip
def test_other_letters_are_other_words(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Liège", "liege"), ("Ça va", "ca va"), ("cœur", "coeur"), ("e\u0301", "e"), ("日本", "riben"),
        ("Ωmega", "omega"),        ("हिन्दी", "hindi"), ("Москва", "moskva"), ("ދިވެހި", "dhivehi"), ("مراكش", "mrاksh"),
    ],
)  # fmt: skip
def test_other_scripts_fold_as_before(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.characters(min_codepoint=0x590, max_codepoint=0x8FF)) | st.text(st.characters(min_codepoint=0xFB1D)))
def test_what_is_folded_is_folded_for_good(text: str) -> None:
    assert fold(fold(text)) == fold(text)
