from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.typography import french, narrow_spaces, typeset

N = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Quoi ?", f"Quoi{N}?"),
        ("Quoi?", f"Quoi{N}?"),
        ("Quoi?!", f"Quoi{N}?!"),
        ("Non ! dit-il ; et puis : rien", f"Non{N}! dit-il{N}; et puis{N}: rien"),
        ("Bilan: 150 emplois", f"Bilan{N}: 150 emplois"),
        ("« mot »", f"«{N}mot{N}»"),
        ("«mot»", f"«{N}mot{N}»"),
        ("« Partir ? »", f"«{N}Partir{N}?{N}»"),
        ("«{number}», «…», «a!»", f"«{N}{{number}}{N}», «{N}…{N}», «{N}a{N}!{N}»"),
        ("(vraiment ?)", f"(vraiment{N}?)"),
        ("un\u00a0: deux", f"un{N}: deux"),
        ("l'été, aujourd'hui", "l’été, aujourd’hui"),
        ("à 10:30, à 14 h", "à 10:30, à 14 h"),
        ("voir https://example.org/a?b=c:d! et www.example.org/?q=1;2", None),
        ("`date: 2026` et actor:ikanbi", None),
        ("5' et '90", None),
        ("sans signe", None),
        ('Le "grand" soir', f"Le «{N}grand{N}» soir"),
        ('"Partir?", dit-il', f"«{N}Partir{N}?{N}», dit-il"),
        ('("l\'été", "l\'hiver")', f"(«{N}l’été{N}», «{N}l’hiver{N}»)"),
        ('un écran de 15", un autre de 17"', None),
        ('un écran de 15" dit "large"', f'un écran de 15" dit «{N}large{N}»'),
        ('`-q "a b"` et https://example.org/"a"', None),
        ('un " seul', None),
        ('""', None),
        ('" a "', None),
        ("", None),
        ("?", None),
        (": x", None),
        ("a ?b", None),
    ],
)
def test_french_is_set_as_french(typed: str, set_: str | None) -> None:
    assert french(typed) == (typed if set_ is None else set_)
    assert french(french(typed)) == french(typed)


@given(st.text(alphabet="aé ?!:;«»'\"`\u202f\u00a0.)/", max_size=12))
def test_what_is_set_stays_so_and_loses_no_sign(text: str) -> None:
    once = french(text)
    assert french(once) == once
    kept = str.maketrans({"\u202f": None, "\u00a0": None, " ": None, "’": "'", "«": '"', "»": '"'})
    assert once.translate(kept) == text.translate(kept)


def test_only_blanks_that_are_there_become_narrow_in_a_catalogue() -> None:
    assert narrow_spaces("par défaut : {default}") == f"par défaut{N}: {{default}}"
    assert narrow_spaces("jalon: {message} ; {hint}") == f"jalon: {{message}}{N}; {{hint}}"
    assert narrow_spaces("« {word} » ?") == f"«{N}{{word}}{N}»{N}?"


def test_only_french_is_set_as_french() -> None:
    assert typeset("What ?", "en") == "What ?"
    assert typeset("Quoi ?", "fr") == f"Quoi{N}?"
