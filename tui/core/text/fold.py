"""Text as search and pickers compare it: without case, accents, vowel signs and typographic variants."""

from __future__ import annotations

from functools import lru_cache

# What European languages need, so that French never waits for the transliterator (10 ms and a file a block).
_FOLDED: dict[str, str] = {
    **dict.fromkeys("àáâãäåāăą", "a"),
    **dict.fromkeys("çćĉċč", "c"),
    **dict.fromkeys("ďđð", "d"),
    **dict.fromkeys("èéêëēĕėęě", "e"),
    **dict.fromkeys("ĝğġģ", "g"),
    **dict.fromkeys("ĥħ", "h"),
    **dict.fromkeys("ìíîïĩīĭįı", "i"),
    **dict.fromkeys("ĺļľŀł", "l"),
    **dict.fromkeys("ñńņň", "n"),
    **dict.fromkeys("òóôõöøōŏő", "o"),
    **dict.fromkeys("ŕŗř", "r"),
    **dict.fromkeys("śŝşšș", "s"),
    **dict.fromkeys("ţťŧț", "t"),
    **dict.fromkeys("ùúûüũūŭůűų", "u"),
    **dict.fromkeys("ýÿŷ", "y"),
    **dict.fromkeys("źżž", "z"),
    **dict.fromkeys("‘’‚‛ʼ′´", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **{chr(mark): "" for mark in range(0x300, 0x370)},  # accents written after their letter
    "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ĵ": "j", "ķ": "k", "ŵ": "w",
    "«": "<<", "»": ">>", "…": "...", "€": "eur", "°": "deg",
}  # fmt: skip

_ONE_LETTER = {
    **dict.fromkeys("أإآٱٲٳ", "ا"), "ؤ": "و", **dict.fromkeys("ئىیېے", "ي"), **dict.fromkeys("ةہۀەۃ", "ه"),
    **dict.fromkeys("کڪ", "ك"), "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ـ": "",
}  # fmt: skip
"""Letters of Arabic and Hebrew that are typed one for another, forms at the end of a word, what only stretches it."""


_OWN_LETTERS = frozenset("אבגדהוזחטיכלמנסעפצקרשתحصضطظ")
"""Letters that stay what they are: in Latin ones several would be the same, as he and het, sin and sad."""


def fold(text: str) -> str:
    """The text as search compares it: no case, no accents, one apostrophe, single spaces (`Liège` is `liege`)."""
    if text.isascii():
        return " ".join(text.lower().split())
    folded = text.casefold()
    for character in set(folded):
        if not character.isascii():
            folded = folded.replace(character, _folded(character))
    return " ".join(folded.split())


def folded_words(text: str) -> str:
    """The folded words of a text, a space before and after each; empty where it has none."""
    parted = "".join(char if char.isalnum() else " " for char in fold(text)).split()
    return f" {' '.join(parted)} " if parted else ""


@lru_cache(maxsize=8192)
def fold_key(text: str) -> str:
    """The text as pickers compare it: the fold without spaces and punctuation (`total energies`, TotalEnergies)."""
    return "".join(filter(str.isalnum, fold(text)))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """One character in ASCII; itself when it is a space, or a letter that nobody transliterates."""
    if character in _FOLDED:
        return _FOLDED[character]
    if character.isspace():
        return character
    if "\u0591" <= character <= "\ufefc" and not "\u0900" <= character < "\ufb1d":
        character = _without_points(character)
        if len(character) != 1:
            return fold(character)
        if character in _OWN_LETTERS:
            return character
    from anyascii import anyascii

    return anyascii(character).lower() or (character if character.isalnum() else "")


def _without_points(character: str) -> str:
    """A letter of Arabic or Hebrew in its one form, several for a ligature; nothing for a vowel sign or a point."""
    import unicodedata

    if unicodedata.category(character) == "Mn" and not "\u0700" <= character < "\u08ca":
        return ""
    plain = unicodedata.normalize("NFKD", character) if character >= "\ufb1d" else character
    return _ONE_LETTER.get(plain, plain)
