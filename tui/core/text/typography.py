"""The typography of a language, set on output: nobody has to type a narrow no-break space."""

from __future__ import annotations

import re
from functools import cache

NARROW = "\N{NARROW NO-BREAK SPACE}"


@cache
def _before_sign() -> re.Pattern[str]:
    """Blanks before a sign that French sets apart."""
    return re.compile('[ \u00a0\u2009\u202f]+(?=[;:!?»](?:[\\s.,;:!?»)\\]…}"]|$))|(?<=«)[ \u00a0\u2009\u202f]+')


@cache
def _sign() -> re.Pattern[str]:
    """The places where a sign stands close: after what is no blank, and before the end of its word."""
    return re.compile(
        r"(?P<as_it_is>(?:https?|ftp|mailto):\S+|www\.\S+|`[^`]*`)"  # an address, a piece of code
        r"|(?<=[\w)\]”»’'%€…])(?P<sign>[;:](?=\s|»|$)|[!?]+(?=[\s).,;:\]”»…]|$))|(?<=[^\s«])(?P<closing>»)"
        r"|(?P<opening>«)(?=[^\s\u202f])"
        r"|(?<=\w)'(?=\w)"
    )


@cache
def _quoted() -> re.Pattern[str]:
    """The text between two straight quotes; no inches, no code, and none with guillemets of its own."""
    return re.compile(
        r"(?P<as_it_is>(?:https?|ftp|mailto):\S+|www\.\S+|`[^`]*`)"
        r"|(?<![\w\"»])\"(?P<words>[^\s\"«»](?:[^\"«»\n]*[^\s\"«»])?)\"(?![\w\"«])"
    )


def narrow_spaces(text: str) -> str:
    """A French text whose blanks before `; : ! ?` and within « » are narrow and no-break; none is added."""
    return _before_sign().sub(NARROW, text) if any(sign in text for sign in ";:!?»«") else text


def french(text: str) -> str:
    """A French text as French sets it: `quoi ?`, `« mot »` of `"mot"` too, `l’été`; addresses and times of day stay."""
    if not any(sign in text for sign in ";:!?»«'\""):
        return text
    if text.count('"') > 1:
        text = _quoted().sub(lambda found: found["as_it_is"] or f"«{NARROW}{found['words']}{NARROW}»", text)
    return _sign().sub(_set, narrow_spaces(text))


def _set(found: re.Match[str]) -> str:
    if found["as_it_is"]:
        return found["as_it_is"]
    if sign := found["sign"] or found["closing"]:
        return NARROW + sign
    return f"«{NARROW}" if found["opening"] else "’"


def typeset(text: str, language: str) -> str:
    """A text as its language sets it; what a language needs nothing for comes back as it is."""
    return french(text) if language == "fr" else text
