"""The title of an article, as far as the words of its address tell it."""

from __future__ import annotations

import re

from tui.core.web.page_key import decoded, original, split_address

LEAST_WORDS = 4
"""Fewer may be the name of a section."""
_CODE = re.compile(r"(?=.*\d)[0-9a-z_.]+|[0-9a-f]{8,}", re.IGNORECASE)
"""A number, or letters and digits in one: it tells one page from another, and says nothing."""
_ELIDED = re.compile(r"\b(l|d|qu|n|s|c|j|m|t|lorsqu|jusqu|puisqu) (?=[aeiouyhàâéèêëîïôœù])", re.IGNORECASE)
"""A French word that has lost its end before a vowel."""
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def title_in(address: str, language: str | None) -> str:
    """`Le patron repond aux syndicats` of `…/le-patron-repond-aux-syndicats-115888`; empty where there are few words.

    Its accents are those of the address, mostly none; `language` is that of the article, where it is known.
    """
    parts = split_address(original(address))
    pieces = [piece for piece in parts.path.split("/") if piece] if parts else []
    return next(filter(None, (_title(decoded(piece), language) for piece in reversed(pieces[-2:]))), "")


def _title(piece: str, language: str | None) -> str:
    name, dot, ending = piece.rpartition(".")
    tokens = [one for one in re.split(r"[-_+\s]+", name if dot and len(ending) <= 5 else piece) if one]
    while tokens and _CODE.fullmatch(tokens[-1]) and not _YEAR.fullmatch(tokens[-1]):
        tokens.pop()
    while tokens and _CODE.fullmatch(tokens[0]):
        tokens.pop(0)
    if sum(map(str.isalpha, tokens)) < LEAST_WORDS or not all(one.isprintable() for one in tokens):
        return ""
    text = " ".join(tokens)
    if language == "fr":
        text = _ELIDED.sub(r"\1'", text)
    return text[:1].upper() + text[1:]
