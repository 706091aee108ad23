"""Countries by code and by name: ISO 3166-1 alpha-2, with XK (Kosovo) and EU."""

from __future__ import annotations

from functools import cache

from tui.core.text.fold import fold_key
from tui.core.text.messages import worded
from tui.core.timeline.country_names import NAMES

_COLUMNS = {"en": 0, "fr": 1, "nl": 2}
_ELSEWHERE = ("ar", "de", "es")
"""The languages of names in the other table; jalon does not speak them, but a file may."""


def is_code(code: str) -> bool:
    """True when it is a code as the file has to write it: two capitals."""
    return code in NAMES


def name(code: str, language: str) -> str:
    """The country's name in one of the languages that have names (else in English); the code if there is none."""
    names = NAMES.get(code)
    if names is None:
        return code
    if language in _ELSEWHERE:
        from tui.core.timeline.country_names_ar_de_es import NAMES as ELSEWHERE  # few ask for them

        return ELSEWHERE[code][language]
    return names[_COLUMNS.get(language, 0)]


def find(text: str) -> str | None:
    """The code of the country that has this code or this name, English, French or Dutch, whatever its case."""
    return text.strip().upper() if is_code(text.strip().upper()) else _by_key().get(fold_key(text))


def closest(text: str) -> str | None:
    """The code that was probably meant (`UK`, `Holland`, `belge`, `BEL`), None when it is anybody's guess."""
    code = find(text)
    if code is None:
        from tui.core.timeline.country_guesses import guess  # only a mistake needs them

        code = guess(text)
    return code


def cure(text: str) -> str:
    """The cure for a text that is no code: the code that was meant, or the word that it names a region."""
    code = closest(text)
    meant = worded('did you mean "{name}"?', name=code) if code else None
    if code is None or not find(text):
        from tui.core.timeline.country_guesses import is_region

        if is_region(text):
            return (
                worded("this is a region: {meant}", meant=meant)
                if meant
                else worded("this is a region, and no one country")
            )
    return meant or worded("a country is two letters, such as BE")


@cache
def _by_key() -> dict[str, str]:
    return {fold_key(each): code for code, names in NAMES.items() for each in names}
