"""Values of claims in the reader's notation: `more than 90,000` is `plus de 90 000` to who reads French.

Only what is read as a number, a bound or a range is said anew, with the commonest units, and only when that reads the
same; other units stay as they are written, and so do numbers without separators: `2025` may be a year.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest

from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words
from tui.core.evidence.numbers import scaled, separated
from tui.core.evidence.values import DATE, reading
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.text.pattern import pattern

ENGLISH = {
    "environ": "about", "env.": "about", "pres de": "nearly", "presque": "almost", "a peu pres": "roughly",
    "quelque": "some", "plus de": "more than", "plus d'": "more than", "au moins": "at least",
    "au minimum": "at least", "au plus": "at most", "au maximum": "at most", "jusqu'a": "up to",
    "moins de": "less than", "moins d'": "less than", "entre": "between", "de": "from",
    "et": "and", "a": "to",
    "mille": "thousand", "million": "million", "millions": "million", "milliard": "bn", "milliards": "bn",
    "md": "bn", "mds": "bn", "mrd": "bn", "mio": "million", "pour cent": "%", "pourcent": "%", "p.c.": "%",
}  # fmt: skip
FRENCH = {
    "about": "environ", "around": "environ", "approximately": "environ", "approx.": "environ", "approx": "environ",
    "roughly": "à peu près", "nearly": "près de", "almost": "presque", "close to": "près de", "some": "quelque",
    "circa": "environ", "ca.": "environ", "c.": "environ",
    "more than": "plus de", "over": "plus de", "above": "plus de", "at least": "au moins",
    "not less than": "au moins", "no fewer than": "au moins", "up to": "jusqu’à", "at most": "au plus",
    "no more than": "au plus", "not more than": "au plus", "as many as": "jusqu’à",
    "less than": "moins de", "fewer than": "moins de", "under": "moins de", "below": "moins de",
    "between": "entre", "from": "de", "and": "et", "to": "à",
    "thousand": "mille", "million": "million", "bn": "milliards", "billion": "milliards", "billions": "milliards",
    "percent": "%", "per cent": "%",
}  # fmt: skip
"""Words about numbers, folded, and what they are in the other language."""

_WORDS = {"en": ENGLISH, "fr": FRENCH}
_UNITS = (
    "people personnes", "person personne", "jobs emplois", "job emploi", "posts postes", "post poste",
    "workers travailleurs", "employees salariés", "members membres", "years ans", "year an", "months mois",
    "month mois", "weeks semaines", "week semaine", "days jours", "day jour", "hours heures", "hour heure",
    "minutes minutes", "companies entreprises", "firms sociétés", "centres centres", "calls appels",
    "customers clients", "unions syndicats", "contracts contrats",
    "dismissals licenciements", "layoffs licenciements", "structures structures", "votes voix",
)  # fmt: skip
"""Units in English and in French; of those that have two words in a language, the one that comes first is said."""

_IN = {
    "en": {fold(french): english for english, french in reversed([pair.split() for pair in _UNITS])},
    "fr": dict(pair.split() for pair in reversed(_UNITS)),
}
_MARKS = {"en": (",", "."), "fr": ("\u202f", ",")}
"""The signs between thousands, and before decimals, by language."""

_NUMBER = pattern("[0-9](?:[ \u00a0\u2009\u202f,.'’]?[0-9])*")

_OF = pattern("^(?:de |of |d['’] *)")
"""The word that joins a unit to `milliards` or to `thousands`."""


@lru_cache(maxsize=4096)
def value_in_language(text: str, claim: str, language: str) -> str:
    """The text of a value of the claim of that name, on one line and harmless."""
    shown = clean_line(text)
    if claim == DATE:
        try:
            return in_words(parse_date(text), language)
        except DateError:  # then it is said as it was written
            return shown
    said = reading(text, claim)
    if language not in _WORDS or said.unit is None or not _NUMBER.search(shown):
        return shown
    anew = _anew(shown, language)
    unit = fold(_IN[language].get(said.unit, said.unit))
    return anew if reading(anew, claim)._replace(text=said.text) == said._replace(unit=unit) else shown


def _anew(text: str, language: str) -> str:
    """A number, bound or range with the words and separators of a language."""
    numbers = _NUMBER.findall(text)
    before, *after = _NUMBER.split(text)
    fine = _takes_decimals(text, numbers)
    pieces = [_before(before, language), *(_after(piece, language) for piece in after)]
    shown = (_number(number, language, fine=fine) for number in numbers)
    return "".join(part for pair in zip_longest(pieces, shown, fillvalue="") for part in pair)


def _takes_decimals(text: str, numbers: list[str]) -> bool:
    """True when the text behind the last number makes decimals of three digits after a point usual."""
    found = scaled(fold(text[text.rindex(numbers[-1]) :])) if numbers else None
    return found is not None and found.is_fine


def _number(digits: str, language: str, *, fine: bool) -> str:
    found = separated(fold(digits), fine=fine)
    if found is None or digits.isdigit():
        return digits
    between, before_decimals = _MARKS[language]
    groups, decimals = found
    return between.join(groups) + (before_decimals + decimals if decimals else "")


def _before(piece: str, language: str) -> str:
    """The text before a number, with each word that is known in words of the language."""
    words, said = piece.split(), list[str]()
    while words:
        taken = next((n for n in (3, 2, 1) if fold(" ".join(words[:n])) in _WORDS[language]), 0)
        said.append(_WORDS[language][fold(" ".join(words[:taken]))] if taken else words[0])
        del words[: max(taken, 1)]
    whole = " ".join(said)
    return f"{whole} " if whole and (piece.endswith(" ") or whole[-1].isalpha()) else whole


def _after(piece: str, language: str) -> str:
    """The text behind a number: between two the joint, else a word for thousands or more, and the unit."""
    words = piece.strip(" ")
    known = _WORDS[language].get(fold(words)) or _IN[language].get(fold(words))
    if known is not None:
        return piece.replace(words, known)
    first, _, unit = words.partition(" ")
    own = _IN[language].get(fold(_OF.sub("", unit)))
    known = _WORDS[language].get(fold(first))
    if known is None:
        return piece
    joint = "" if own is None or language != "fr" else "d’" if fold(own)[0] in "aeiou" else "de "
    return f" {known} {joint}{own or _OF.sub('', unit)}"
