"""Countries by code and name, and the one that was probably meant."""

from __future__ import annotations

import pytest

from tui.core.text.clean import clean
from tui.core.text.fold import fold_key
from tui.core.timeline.countries import closest, find, is_code, name
from tui.core.timeline.country_names import NAMES


def test_the_table_is_iso_3166_with_kosovo_and_the_european_union() -> None:
    assert len(NAMES) == 249 + 2
    assert is_code("XK")
    assert is_code("EU")
    assert not {"ZZ", "EZ", "UN", "QO", "XA", "UK"} & set(NAMES)


def test_no_name_means_two_countries_and_none_hides_anything() -> None:
    by_key: dict[str, str] = {}
    for code, names in NAMES.items():
        for each in names:
            assert by_key.setdefault(fold_key(each), code) == code
            assert clean(each) == each != ""


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("BE", "en", "Belgium"),
        ("BE", "fr", "Belgique"),
        ("NO", "fr", "Norvège"),
        ("EU", "en", "European Union"),
        ("TW", "fr", "Taïwan"),
        ("MA", "nl", "Morocco"),  # English stands in for other languages
        ("ZZ", "en", "ZZ"),
    ],
)
def test_a_name_in_the_readers_language(code: str, language: str, expected: str) -> None:
    assert name(code, language) == expected


@pytest.mark.parametrize("code", ["be", "Be", "B", "BEL", "", "UK", "ZZ"])
def test_the_file_writes_codes_in_two_capitals(code: str) -> None:
    assert not is_code(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BE", "BE"),
        ("be", "BE"),
        ("belgique", "BE"),
        ("BELGIUM", "BE"),
        ("Etats-Unis", "US"),
        ("cote d'ivoire", "CI"),
        ("Pays Bas", "NL"),
        ("no", "NO"),
        ("UK", None),
        ("Belg", None),
        ("", None),
        ("-", None),
    ],
)
def test_finding_is_exact_after_folding(text: str, code: str | None) -> None:
    assert find(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UK", "GB"),
        ("usa", "US"),
        ("Holland", "NL"),
        ("Belgiqe", "BE"),
        ("Marroco", "MA"),
        ("frnace", "FR"),
        ("Belg", "BE"),
        ("Ivory Coast", "CI"),
        ("fr", "FR"),
        ("zz", None),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_what_was_probably_meant(text: str, code: str | None) -> None:
    assert closest(text) == code
