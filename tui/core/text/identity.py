"""The identity of a name: the name as it is compared, whichever keyboard, editor or page it comes from."""

from __future__ import annotations

import re
from unicodedata import name as character_name
from unicodedata import normalize

from tui.core.text.clean import BLANKS, without_hidden
from tui.core.text.messages import abridged, translatable, worded

QUOTES = "“”„‟«»‘’‚‛‹›〝〞〟＂″"
"""Quotes that are none for YAML."""

_BLANK = re.compile(f"[{BLANKS}]")
_OPENING, _CLOSING = "“„‟«〝＂", "”»〞〟＂"
"""Those that no apostrophe looks like."""


def composed(text: str) -> str:
    """A text with composed letters (NFC), as most keyboards give them."""
    return text if text.isascii() else normalize("NFC", text)


def identity(text: str) -> str:
    """A name in the form in which names are compared: composed letters (NFC), and plain spaces."""
    return text if text.isascii() else _BLANK.sub(" ", normalize("NFC", text))


def unquoted(text: str) -> str:
    """A text without the typographic quotes that it stands in, or with one of which it begins or ends."""
    inner = text[1:-1]
    if len(text) < 2 or text.isascii():
        return text
    is_within = text[0] in QUOTES and text[-1] in QUOTES and not any(sign in inner for sign in _OPENING + _CLOSING)
    if is_within and inner.strip():
        return inner.strip()
    if text[0] in _OPENING and not any(sign in text for sign in _CLOSING):
        return text[1:].strip()
    if text[-1] in _CLOSING and not any(sign in text for sign in _OPENING):
        return text[:-1].strip()
    return text


def as_meant(text: str) -> str:
    """A name that was typed or pasted, without what nobody sees in it, and without typographic quotes around it."""
    return text if text.isascii() else unquoted(without_hidden(identity(text)).strip())


def first_blank(text: str) -> re.Match[str] | None:
    """The first space that is none for YAML."""
    return _BLANK.search(text)


def in_words(character: str) -> str:
    """`a no-break space (U+00A0)`: a character by the name that Unicode gives it."""
    called = character_name(character, "character").lower()
    english = f"{'an' if called[0] in 'aeio' else 'a'} {called} ({{code}})"
    code = f"U+{ord(character):04X}"
    if english in _KNOWN:
        return worded(english, code=code)
    return abridged(english.format(code=code), worded("the character {code}", code=code))


_KNOWN = (
    translatable("a no-break space ({code})"),
    translatable("a narrow no-break space ({code})"),
    translatable("a thin space ({code})"),
    translatable("a hair space ({code})"),
    translatable("a figure space ({code})"),
    translatable("an en space ({code})"),
    translatable("an em space ({code})"),
    translatable("an ideographic space ({code})"),
    translatable("a soft hyphen ({code})"),
    translatable("a zero width space ({code})"),
    translatable("a zero width joiner ({code})"),
    translatable("a zero width non-joiner ({code})"),
    translatable("a zero width no-break space ({code})"),
    translatable("a word joiner ({code})"),
    translatable("a left-to-right mark ({code})"),
    translatable("a right-to-left mark ({code})"),
    translatable("a right-to-left override ({code})"),
)
"""The names of those that are met most, which a reader may have in another language."""
