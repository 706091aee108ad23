"""The texts of a page: each with the language that it is in, and the direction in which it is read."""

from __future__ import annotations

import re
from typing import NamedTuple

from markupsafe import Markup

from tui.core.text.clean import clean_line
from tui.core.text.messages import spoken
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import TextByLanguage, Timeline

RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "syr", "ug", "ur", "yi"))
"""The languages that are written from right to left."""
_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]|([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])")
"""A letter with a direction: caught when it is one of Hebrew or Arabic."""
_CODE = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
LEFT, RIGHT = "ltr", "rtl"


class Said(NamedTuple):
    """A text, with what its element says of it."""

    text: str
    lang: str | None = None
    """Its language, where that is not the page's."""
    dir: str | None = None
    """Its direction, where that is not the page's."""

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def tongue(self) -> Markup:
        """The attributes of its element."""
        lang = f' lang="{self.lang}"' if self.lang else ""
        return Markup(f'{lang} dir="{self.dir}"' if self.dir else lang)  # noqa: S704 - codes of `said`, and a direction


def said(text: str, language: str | None, page: str | None = None) -> Said:
    """A text in a language, on a page in jalon's own words; the language may be unknown."""
    page = page or spoken()
    code = language if language and _CODE.fullmatch(language) else None
    way = direction(text, code)
    return Said(text, None if code == page else code, None if way == LEFT else way)


def direction(text: str, language: str | None) -> str:
    """The direction of a text: by its language, or by its first letter where that has another."""
    if text.isascii():
        return LEFT
    found = _LETTERS.search(text)
    if found is not None:
        return RIGHT if found[1] else LEFT
    return RIGHT if (language or "").partition("-")[0] in RIGHT_TO_LEFT else LEFT


class Texts:
    """The texts of a timeline for a page in one language."""

    def __init__(self, timeline: Timeline, language: str) -> None:
        self.voice = TimelineInLanguage(timeline, language)
        self.page = spoken()
        self.language = language

    def _code(self, words: TextByLanguage) -> str | None:
        """The language of the text that is chosen among several."""
        order = (self.language, self.voice.timeline.language, *words)
        return next((code for code in order if words.get(code)), None)

    def line(self, words: TextByLanguage) -> Said:
        """A text on one line."""
        return said(self.voice.line(words), self._code(words), self.page)

    def paragraphs(self, words: TextByLanguage) -> list[Said]:
        """A text, a paragraph each."""
        code = self._code(words)
        parts = (clean_line(part) for part in re.split(r"\n\s*\n", self.voice.text(words)))
        return [said(part, code, self.page) for part in parts if part]

    def quoted(self, text: str, language: str | None) -> Said:
        """Another's words, in the language of its source."""
        return said(clean_line(text), language, self.page)
