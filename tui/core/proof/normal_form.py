"""The one form in which a passage and the text of a copy are compared, and the way back to the text as it stands.

NFKC; all quotes and apostrophes are one, all dashes are one, all spaces are one; soft hyphens and signs without a width
are gone; a word that is divided at the end of a line is joined. Upper and lower case stay apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import NamedTuple
from unicodedata import category, combining, normalize

_QUOTES = "\"'`´‘’‚‛“”„‟‹›«»′″‴‵‶ʹʺʻʼʽˈˊˋ「」『』〝〞〟❛❜❝❞＂＇"
_DASHES = "-‐‑‒–—―−⁃﹘﹣－⸺⸻"
_SPLIT_BY_NFKC = "´″‴‶"
"""Quotes of which NFKC makes more than one sign."""
_NO_WIDTH = (*range(0xFE00, 0xFE10), 0x034F, 0x115F, 0x1160, 0x3164)
"""Characters that are drawn as nothing, besides the characters of format (Cf)."""
_JOINT = "\ufdd0"
"""Stands for a hyphen that was taken out at the end of a line; Unicode gives it to no character."""

_SOFT_BREAK = re.compile("\u00ad[^\\S\n]*\n\\s*")
_BREAK = re.compile(r"(?<=\w)-[^\S\n]*\n\s*(?=\w)")
_RAW_BREAK = re.compile(r"(?<=\w)[-‐\u00ad][^\S\n]*\n\s*(?=\w)")
_CHUNK = 1 << 13
"""Characters that are brought into the form at once."""
_STEP = 1 << 7
"""The same where a place is looked for."""


@cache
def _odd_signs() -> dict[str, str]:
    """Each character that becomes another one, or nothing."""
    signs = {chr(code): "" for code in range(0x80, 0x110000) if category(chr(code)) == "Cf"}
    signs |= {chr(code): "" for code in _NO_WIDTH} | {_JOINT: ""}
    return signs | dict.fromkeys(_QUOTES, "'") | dict.fromkeys(_DASHES[1:], "-")


@cache
def _combining() -> frozenset[str]:
    """The marks that stand on a letter."""
    return frozenset(chr(code) for code in range(0x300, 0x1F000) if combining(chr(code)))


@cache
def _piles() -> re.Pattern[str]:
    """More marks on one letter than any language has: to put them in order would take the square of their number.

    Unicode, UAX 15, Stream-Safe Text Format.
    """
    marks = "".join(sorted(_combining()))
    return re.compile(f"([{marks}]{{30}})[{marks}]+")


def _marked(text: str) -> str:
    """The text in the form, with a sign where a hyphen was taken out."""
    if not text.isascii():
        text = _SOFT_BREAK.sub("", text) if "\u00ad" in text else text
        for sign in _SPLIT_BY_NFKC:
            text = text.replace(sign, "'")
        if not _combining().isdisjoint(text):
            text = _piles().sub(r"\1", text)
        text = normalize("NFKC", text)
    signs = _odd_signs()
    for sign in signs.keys() & set(text):
        text = text.replace(sign, signs[sign])
    if "-" in text and "\n" in text:
        text = _BREAK.sub(_JOINT, text)
    return " ".join(text.split())


def normalised(text: str) -> str:
    """A short text in the form."""
    return _marked(text).replace(_JOINT, "")


def lower(text: str) -> str:
    """The text in lower case, of the same length."""
    found = text.lower()
    if len(found) == len(text):
        return found
    return "".join(small if len(small := one.lower()) == 1 else one for one in text)


class _Chunk(NamedTuple):
    """A part of the text of a copy, and where it stands in the form."""

    begin: int
    """In the form."""
    page: int
    """From 0."""
    start: int
    """On its page."""
    end: int


class NormalText:
    """The text of a copy in the form, with its pages."""

    def __init__(self, pages: Iterable[str]) -> None:
        self.pages = tuple(pages)
        self._chunks: list[_Chunk] = []
        plain: list[str] = []
        joints: set[int] = set()
        at = 0
        for page, start, end in _chunks(self.pages):
            pieces = _marked(self.pages[page][start:end]).split(_JOINT)
            part = "".join(pieces)
            if not part:
                continue
            if plain and (start == 0 or self.pages[page][start].isspace()):
                plain.append(" ")
                at += 1
            self._chunks.append(_Chunk(at, page, start, end))
            place = at
            for piece in pieces[:-1]:
                place += len(piece)
                joints.add(place)
            plain.append(part)
            at += len(part)
        self._begins = [one.begin for one in self._chunks]
        self.plain = "".join(plain)
        """The whole text in the form."""
        self.joints = frozenset(joints)
        """The places in it where a hyphen at the end of a line was taken out."""
        self.looked_through = 0
        """Characters that were gone through so far in search of what is only close to a passage."""

    @cached_property
    def folded(self) -> str:
        """The same in lower case, of the same length."""
        parts = range(0, len(self.plain), _CHUNK)  # Python takes twelve bytes for each character that it turns
        return "".join(lower(self.plain[at : at + _CHUNK]) for at in parts)

    def page_at(self, place: int) -> int:
        """The number of the page, from 1, on which a place in the form is."""
        return self._chunks[max(bisect_right(self._begins, place) - 1, 0)].page + 1 if self._chunks else 1

    def as_it_stands(self, start: int, end: int) -> str:
        """The words of the copy between two places in the form, in one line, divided words joined."""
        words = []
        for number in range(max(bisect_right(self._begins, start) - 1, 0), len(self._chunks)):
            one = self._chunks[number]
            if one.begin >= end:
                break
            raw = self.pages[one.page][one.start : one.end]
            following = self._chunks[number + 1].begin if number + 1 < len(self._chunks) else len(self.plain) + 1
            first, last = _signs(self.plain[one.begin : start]), _signs(self.plain[one.begin : min(end, following)])
            words.append(_excerpt(raw, first, last))
        return " ".join(" ".join(words).split())


def _excerpt(raw: str, first: int, last: int) -> str:
    """The part of a text between two numbers of signs of its form, spaces not counted."""
    start, end = _place(raw, first, is_start=True), _place(raw, last, is_start=False)
    return _RAW_BREAK.sub("", raw[start:end]).replace("\u00ad", "")


def _place(raw: str, signs: int, *, is_start: bool) -> int:
    """The place in a text that so many signs of its form stand before: just before the next one, or behind the last."""
    begin = seen = 0
    while (end := _cut(raw, begin, _STEP)) < len(raw):
        passed = seen + _signs(normalised(raw[begin:end]))
        if passed > signs or (passed == signs and not is_start):
            break
        begin, seen = end, passed
    part = raw[begin:end]
    places = range(len(part) + 1)

    def count(at: int) -> int:
        return seen + _signs(normalised(part[:at]))

    found = bisect_right(places, signs, key=count) - 1 if is_start else bisect_left(places, signs, key=count)
    return begin + max(found, 0)


def _signs(text: str) -> int:
    """The number of characters that are no spaces."""
    return len(text) - text.count(" ")


def _chunks(pages: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    """Page, start and end of the parts that are brought into the form at once; they end at a space where one is."""
    for number, page in enumerate(pages):
        start = 0
        while start < len(page):
            end = _cut(page, start, _CHUNK)
            yield number, start, end
            start = end


def _cut(page: str, start: int, size: int) -> int:
    """The end of a part of a page: at a space that no hyphen stands before."""
    end = start + size
    if end >= len(page):
        return len(page)
    for space in (" ", "\n"):
        at = page.rfind(space, start + 1, end)
        while at > start and page[at - 1] in _DASHES:
            at = page.rfind(space, start + 1, at)
        if at > start:
            return at
    return end
