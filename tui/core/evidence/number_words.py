"""Numbers in English and French words: `two hundred and five`, `quatre-vingt-dix-sept`, `une centaine`."""

from __future__ import annotations

import re

_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_FRENCH = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
"""Numbers from 0 on that are one word."""
_TENS = {
    "en": {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
           "ninety": 90},
    "fr": {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
           "octante": 80, "nonante": 90},
}  # fmt: skip
_UNITS = {
    "en": {**{word: number for number, word in enumerate(_ENGLISH.split())}, "a": 1, "an": 1},
    "fr": {**{word: number for number, word in enumerate(_FRENCH.split())}, "une": 1},
}
_HUNDREDS = {"en": ("hundred",), "fr": ("cent", "cents")}
_THOUSANDS = {"en": ("thousand",), "fr": ("mille",)}
_ROUND = {
    "dozen": 12, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100,
}  # fmt: skip
GOES_ON = frozenset((
    *_ENGLISH.split(), *_FRENCH.split(), "une", *_TENS["en"], *_TENS["fr"], "hundred", "cent", "cents", "vingts",
    *_ROUND, "dizaines", "and", "et", "or", "ou", "third", "thirds", "tiers", "quarts", "half", "demi", "sur",
    "out", "-",
))  # fmt: skip
"""Words after a number by which it is another one: `deux tiers`, `two and three`."""
_OFTEN = {"once": "1 time", "twice": "2 times"}
_WORD = re.compile("[a-z]+")


def number_in_words(text: str) -> tuple[int, str] | None:
    """The number that a folded text begins with in words, and what stands after it; None for other words."""
    first, _, rest = text.partition(" ")
    if first in _OFTEN:
        return int(_OFTEN[first][0]), f"{_OFTEN[first][2:]} {rest}".rstrip()
    second, _, after = rest.partition(" ")
    if first in ("a", "une") and second in _ROUND:
        return _ROUND[second], after
    found = [read for language in ("en", "fr") if (read := _read(text, language))]
    if not found:
        return None
    number, end = max(found, key=lambda read: read[1])
    is_clear = len({number for number, at in found if at == end}) == 1 and not text[:end].endswith("six cents")
    return (number, text[end:].lstrip()) if is_clear else None


def _read(text: str, language: str) -> tuple[int, int] | None:
    """The number in the words of one language and where it ends."""
    total, part, end, at, before = 0, 0, 0, 0, ""
    while word := _WORD.match(text, at):
        said = word[0]
        if said in ("and", "et") and before:
            found = _WORD.match(text, word.end() + 1)
            joined = _joined(found[0], part, language, is_after_and=True) if found else None
            is_free = found is not None and (language == "fr" or not part % 100) and (part or total)
            if found is None or joined is None or not is_free:
                break
            part, word, said = joined, found, found[0]
        elif said in _THOUSANDS[language] and not total and (before or language == "fr"):
            total, part = (part or 1) * 1000, 0
        else:
            joined = _joined(said, part, language)
            if joined is None or (before in ("zero", "a", "an") and said not in _HUNDREDS[language]):
                break
            part = joined
        before = said
        end = word.end()
        at = end + (text[end : end + 1] in ("-", " "))
    return (total + part, end) if before and text[end : end + 1] != "-" else None  # `two-tier` is none


def _joined(word: str, part: int, language: str, *, is_after_and: bool = False) -> int | None:
    """A number below 1,000 with one more word; None where the word does not continue it."""
    if word in _HUNDREDS[language]:
        return (part or 1) * 100 if part < 10 and (part or word == "cent") and not is_after_and else None
    if word in ("vingt", "vingts") and language == "fr" and part % 100 == 4:
        return part + 76
    ten = _TENS[language].get(word)
    if ten is not None:
        return part + ten if not part % 100 and not (is_after_and and language == "fr") else None
    unit = _UNITS[language].get(word)
    if unit is None or (part and (unit == 0 or word in ("a", "an"))) or (part and part % 10):
        if unit in (7, 8, 9) and language == "fr" and part % 10 == 0:
            return part + unit
        return _seventeen(unit, part, language)
    if is_after_and and language == "fr" and unit not in (1, 11):
        return None
    tens = part % 100
    if tens and unit > 9 and not (language == "fr" and tens in (60, 80)):
        return None
    return part + unit if tens != 10 else _seventeen(unit, part, language)


def _seventeen(unit: int | None, part: int, language: str) -> int | None:
    """`dix-sept` to `dix-neuf`, also within `soixante-dix-sept`."""
    return part + unit if unit in (7, 8, 9) and language == "fr" and part % 20 == 10 and unit is not None else None
