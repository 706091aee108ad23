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
from tui.core.evidence.values import DATE, ValueReading, reading
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.text.names import status_name
from tui.core.text.pattern import pattern

STATUS = "status"
"""The claim whose values are statuses."""

_FROM = {
    "fr": {
        "environ": "about", "env.": "about", "pres de": "nearly", "presque": "almost", "a peu pres": "roughly",
        "quelque": "some", "plus de": "more than", "plus d'": "more than", "au moins": "at least",
        "au minimum": "at least", "au plus": "at most", "au maximum": "at most", "jusqu'a": "up to",
        "moins de": "less than", "moins d'": "less than", "entre": "between", "de": "from",
        "et": "and", "a": "to",
        "mille": "thousand", "million": "million", "millions": "million", "milliard": "bn", "milliards": "bn",
        "md": "bn", "mds": "bn", "mrd": "bn", "mio": "million", "pour cent": "%", "pourcent": "%", "p.c.": "%",
    },
    "nl": {
        "ongeveer": "about", "circa": "circa", "ca.": "ca.", "ruwweg": "roughly", "bijna": "nearly", "zowat": "some",
        "zo'n": "some", "meer dan": "more than", "minstens": "at least", "ten minste": "at least",
        "hoogstens": "at most", "maximaal": "at most", "tot": "up to", "minder dan": "less than",
        "tussen": "between", "van": "from", "en": "and",
        "duizend": "thousand", "miljoen": "million", "miljard": "bn", "mld": "bn", "mln": "million", "procent": "%",
    },
}  # fmt: skip
"""Words about numbers, folded, by language, and what they are in English."""

_TO = {
    "fr": {
        "about": "environ", "around": "environ", "approximately": "environ", "approx.": "environ", "approx": "environ",
        "roughly": "à peu près", "nearly": "près de", "almost": "presque", "close to": "près de", "some": "quelque",
        "circa": "environ", "ca.": "environ", "c.": "environ",
        "more than": "plus de", "over": "plus de", "above": "plus de", "at least": "au moins",
        "not less than": "au moins", "no fewer than": "au moins", "up to": "jusqu’à", "at most": "au plus",
        "no more than": "au plus", "not more than": "au plus", "as many as": "jusqu’à",
        "less than": "moins de", "fewer than": "moins de", "under": "moins de", "below": "moins de",
        "between": "entre", "from": "de", "and": "et", "to": "à",
        "thousand": "mille", "million": "millions", "bn": "milliards", "billion": "milliards",
        "billions": "milliards", "percent": "%", "per cent": "%",
    },
    "nl": {
        "about": "ongeveer", "around": "ongeveer", "approximately": "ongeveer", "approx.": "ongeveer",
        "approx": "ongeveer", "roughly": "ruwweg", "nearly": "bijna", "almost": "bijna", "close to": "bijna",
        "some": "zo’n", "circa": "circa", "ca.": "ca.", "c.": "circa",
        "more than": "meer dan", "over": "meer dan", "above": "meer dan", "at least": "minstens",
        "not less than": "minstens", "no fewer than": "minstens", "up to": "tot", "at most": "hoogstens",
        "no more than": "hoogstens", "not more than": "hoogstens", "as many as": "tot",
        "less than": "minder dan", "fewer than": "minder dan", "under": "minder dan", "below": "minder dan",
        "between": "tussen", "from": "van", "and": "en", "to": "tot",
        "thousand": "duizend", "million": "miljoen", "bn": "miljard", "billion": "miljard", "billions": "miljard",
        "percent": "%", "per cent": "%",
    },
}  # fmt: skip
"""English words about numbers, and what they are in a language."""

_SINGULAR = {"millions": "million", "milliards": "milliard"}
"""The French of less than two."""


def _words_of(language: str) -> dict[str, str]:
    """The words of other languages, folded, by what they are in this one; its own words stay as they are."""
    to = _TO.get(language)
    foreign = [pair for other, words in _FROM.items() if other != language for pair in words.items()]
    if to is None:
        return {word: english for word, english in foreign if word not in _TO["fr"]}
    own = _FROM[language]
    words = {word: said for word, english in foreign if word not in own and (said := to.get(english, english))}
    return {**words, **{word: said for word, said in to.items() if said != word}}


_WORDS = {language: _words_of(language) for language in ("en", *_TO)}
_UNITS = (
    "people personnes mensen", "person personne persoon", "jobs emplois banen", "job emploi baan",
    "posts postes arbeidsplaatsen", "post poste arbeidsplaats", "employees salariés werknemers",
    "workers travailleurs werknemers", "members membres leden", "years ans jaar", "year an jaar",
    "months mois maanden", "month mois maand", "weeks semaines weken", "week semaine week", "days jours dagen",
    "day jour dag", "hours heures uur", "hour heure uur", "minutes minutes minuten",
    "companies entreprises bedrijven", "firms sociétés bedrijven", "centres centres centra", "calls appels oproepen",
    "customers clients klanten", "unions syndicats vakbonden", "contracts contrats contracten",
    "dismissals licenciements ontslagen", "layoffs licenciements ontslagen", "structures structures structuren",
    "votes voix stemmen", "euros euros euro", "dollars dollars dollar", "dirhams dirhams dirham",
)  # fmt: skip
"""Units in English, French and Dutch; of those that have two words in a language, the one that comes first is said."""


def _units_in(own: int) -> dict[str, str]:
    """The units of the other languages, folded, by what they are in the language of that place in the table."""
    rows = [row.split() for row in reversed(_UNITS)]
    return {fold(word): row[own] for row in rows for place, word in enumerate(row) if place != own}


_IN = {language: _units_in(place) for place, language in enumerate(("en", "fr", "nl"))}
_MARKS = {"en": (",", "."), "fr": ("\u202f", ","), "nl": (".", ",")}
"""The signs between thousands, and before decimals, by language."""

_MONEY = pattern("([€$£]) ?$")
"""A sign of money before a number."""

_NUMBER = pattern("[0-9](?:[ \u00a0\u2009\u202f,.'’]?[0-9])*")

_SIGNS = pattern("[€$£]")
_DAY = pattern("[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_LETTERS = pattern("[^\\W\\d_]{3}")

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
    if claim == STATUS:
        return status_name(shown)
    said = reading(text, claim)
    if language not in _WORDS or not _NUMBER.search(shown):
        return shown
    if said.unit is None:
        return _spoken_day(shown, said, claim, language)
    anew = _anew(shown, language)
    unit = fold(_IN[language].get(said.unit, said.unit))
    return anew if reading(anew, claim)._replace(text=said.text) == said._replace(unit=unit) else shown


def _spoken_day(shown: str, said: ValueReading, claim: str, language: str) -> str:
    """A day or a month that is written in words, in those of a language; any other text as it is."""
    if not _LETTERS.search(shown) or not _DAY.fullmatch(said.text):
        return shown
    try:
        anew = in_words(parse_date(said.text), language)
    except DateError:  # such as 32 May
        return shown
    return anew if reading(anew, claim).text == said.text else shown


def _anew(text: str, language: str) -> str:
    """A number, bound or range with the words and separators of a language, and its money where it stands there."""
    numbers = _NUMBER.findall(text)
    before, *after = _NUMBER.split(text)
    fine = _takes_decimals(text, numbers)
    money = _MONEY.search(before) if len(_SIGNS.findall(text)) == 1 else None
    sign = money[1] if money else ""
    words = _before(before[: money.start()] if money else before, language)
    if sign:
        words += {"fr": "", "nl": f"{sign} "}.get(language, sign)
    pieces = [words, *(_after(piece, number, language) for piece, number in zip(after, numbers, strict=True))]
    shown = (_number(number, language, fine=fine) for number in numbers)
    whole = "".join(part for pair in zip_longest(pieces, shown, fillvalue="") for part in pair)
    return f"{whole}\u202f{sign}" if sign and language == "fr" else whole


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
    whole = " ".join(said).replace("plus de environ", "plus d’environ").replace("moins de environ", "moins d’environ")
    return f"{whole} " if whole and (piece.endswith(" ") or whole[-1].isalpha()) else whole


def _after(piece: str, number: str, language: str) -> str:
    """The text behind a number: between two the joint, else a word for thousands or more, and the unit."""
    words = piece.strip(" \u00a0\u2009\u202f")
    if language == "fr" and piece.startswith(("%", "€")):
        return f"\u202f{piece}"
    known = _WORDS[language].get(fold(words)) or _IN[language].get(fold(words))
    if known is not None:
        return piece.replace(words, _agreeing(known, number))
    first, _, unit = words.partition(" ")
    own = _IN[language].get(fold(_OF.sub("", unit)))
    known = _WORDS[language].get(fold(first))
    if known is None:
        return piece
    is_money = unit.isupper() and len(unit) == 3  # a code of a currency
    joint = "" if language != "fr" or not (own or is_money) else "d’" if fold(own or unit)[0] in "aeiou" else "de "
    rest = own or (unit if language == "fr" and not unit.startswith("of ") else _OF.sub("", unit))
    return f" {_agreeing(known, number)} {joint}{rest}"


def _agreeing(word: str, number: str) -> str:
    """A word of French for millions or more in the singular, when it is of less than two."""
    found = separated(fold(number), fine=True)
    return _SINGULAR.get(word, word) if found is not None and found[0] in (["0"], ["1"]) else word
