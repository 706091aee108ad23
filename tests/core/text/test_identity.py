"""What looks the same is the same name."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from tui.core.text.clean import with_visible_blanks, without_hidden
from tui.core.text.identity import as_meant, composed, identity, in_words, unquoted

SAME = ["générale", "grève-liège", "Łódź", "Ångström", "가나다", "ﷺ", "Ǖ", "क़", "naïve café", "é" * 50]


@pytest.mark.parametrize("name", SAME)
def test_a_name_is_the_same_in_either_form(name: str) -> None:
    assert identity(normalize("NFD", name)) == identity(name) == composed(normalize("NFD", name))


MEANT = {
    "zero width": ("ika\u200bnbi", "ikanbi"),
    "a mark of direction": ("\u200fعربي", "عربي"),
    "an override": ("a\u202eb", "ab"),
    "a joiner of words": ("a\u2060b", "ab"),
    "a soft hyphen": ("caf\u00ade", "cafe"),
    "a byte order mark": ("\ufeffa", "a"),
    "an isolate": ("\u2066a\u2069", "a"),
    "no-break space": ("Ligne\u00a01", "Ligne 1"),
    "thin space": ("Ligne\u202f1", "Ligne 1"),
    "spaces around": ("\u2009a\u2007", "a"),
    "curly quotes": ("“a”", "a"),
    "low quotes": ("„a“", "a"),
    "guillemets": ("« a »", "a"),
    "guillemets with no-break spaces": ("«\u00a0a\u00a0»", "a"),
    "single quotes": ("‘a’", "a"),
    "one that opens": ("“a b", "a b"),
    "one that closes": ("a b”", "a b"),
}


@pytest.mark.parametrize(("typed", "meant"), MEANT.values(), ids=MEANT)
def test_what_was_typed_around_a_name_goes(typed: str, meant: str) -> None:
    assert as_meant(typed) == meant


STAYS = [
    "a", "", "'a'", '"a"', "l’emploi", "aujourd’hui", "les “uns” et les “autres”", "“a” et “b”", "L’Oréal", "5′", "“”",
    "می\u200cخواهم", "👨\u200d👩\u200d👧", "❤\ufe0f", "Société Générale", "a–b", "1 000", "…",
    "rock ’n’ roll", "’t Zand",
]  # fmt: skip


@pytest.mark.parametrize("name", STAYS)
def test_what_belongs_to_a_name_stays(name: str) -> None:
    assert as_meant(name) == name
    assert unquoted(name) == name
    assert without_hidden(name) == name


def test_a_space_that_is_not_plain_can_be_seen_and_named() -> None:
    assert with_visible_blanks("a:\u00a0b\u202fc d") == "a:⍽b⍽c d"
    assert in_words("\u00a0") == "a no-break space (U+00A0)"
    assert in_words("\u2003") == "an em space (U+2003)"
    assert in_words("\u0084") == "a character (U+0084)"
