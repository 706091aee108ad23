"""Dutch words of a date as the English ones that `spoken` and `shorthand` read."""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = {
    r"(?:op het )?eind(?:e)?(?: van)?": "end of",
    r"(?:aan het )?begin(?: van)?": "beginning of",
    r"(?:midden|medio|half)(?: van| in)?(?= [a-z])": "mid",
    "circa|rond|omstreeks|ongeveer": "about",
    "misschien|mogelijk|wellicht|waarschijnlijk": "perhaps",
    "sinds|vanaf": "since",
    "tot en met|t/m|tot": "to",
    "uiterlijk(?: op| in)?|ten laatste(?: op| in)?": "by",
    "ten vroegste(?: op| in)?|op zijn vroegst": "not before",
    "voor": "before",
    "na": "after",
    "of later": "or later",
    "of eerder|of vroeger": "or earlier",
    "lente|voorjaar": "spring",
    "zomer": "summer",
    "herfst|najaar": "autumn",
    "eerste": "first",
    "tweede": "second",
    "derde": "third",
    "vierde": "fourth",
    "helft(?: van)?|halfjaar(?: van)?": "half of",
    "kwartaal(?: van)?": "quarter of",
    "eeuw": "century",
    "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|op|het|van|maand|jaar": "",
    r"v\.? ?chr\b\.?": "bc",
    r"n\.? ?chr\b\.?": "ad",
    "mrt": "march",
}
"""Patterns of Dutch words, and what they are in English; the first that fits counts."""
_BETWEEN = r"\btussen (.+) en (.+)"
_DECADE = r"\b(?:de )?jaren (\d{3})0\b"


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![\w'])({one})(?![\w'])" for one in _WORDS))


_SURE = re.compile(
    r"\b(?:eind(?:e)?|begin|midden|medio|rond|omstreeks|ongeveer|misschien|mogelijk|wellicht|sinds|vanaf|tussen|uiterlijk"
    r"|lente|voorjaar|zomer|herfst|najaar|kwartaal|halfjaar|helft|eeuw|jaren|tot en met|t/m|ten (?:laatste|vroegste)"
    r"|v\.? ?chr|n\.? ?chr|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|of (?:later|eerder|vroeger)"
    r"|januari|februari|maart|mrt|mei|juni|juli|augustus|oktober)\b"
)
"""Words that are Dutch alone: without one of them `voor`, `na` and `op` are left as they are."""


def in_english(text: str) -> str:
    """A text in small letters with its Dutch words in English, where it is surely Dutch; any other as it is."""
    if not _SURE.search(text):
        return text
    text = re.sub(_DECADE, r"\g<1>0s", re.sub(_BETWEEN, r"between \1 and \2", text))
    words = list(_WORDS.values())
    return " ".join(_known().sub(lambda found: words[(found.lastindex or 1) - 1], text).split())
