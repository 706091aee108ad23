"""The edges of words and numbers: "150 people" does not stand in "1,150 people"."""

from __future__ import annotations

import re
from unicodedata import category

_NO_SPACES = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u31ff\u3400-\u9fff\ua000-\ua4cf\uf900-\ufaff]"
)
"""Letters of scripts that write words without spaces between them: Thai, Lao, Burmese, Khmer, Chinese, Japanese, Yi."""
_INSIDE_BEFORE = re.compile(r"(?:\d[.,']|(?<![\d.,'])\d{1,3}(?: \d{3})* )$")
_INSIDE_AFTER = re.compile(r"\d{3}(?!\d)")


def is_edge(text: str, at: int) -> bool:
    """True when a word or a number may begin or end at a place of a text in its form."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return before.isdigit() != after.isdigit() or bool(_NO_SPACES.match(before) or _NO_SPACES.match(after))
    if category(after)[0] == "M":
        return False
    return not _in_number(text, at, before, after)


def _in_number(text: str, at: int, before: str, after: str) -> bool:
    """True when a place lies in a number with a sign or a space among its digits: 1,150 or 1 150 or 13.4."""
    if after.isdigit():
        found = _INSIDE_BEFORE.search(text, max(0, at - 16), at)
        return found is not None and (before != " " or bool(_INSIDE_AFTER.match(text, at)))
    if not before.isdigit():
        return False
    if after in ".,'":
        return text[at + 1 : at + 2].isdigit()
    if after != " " or not _INSIDE_AFTER.match(text, at + 1):
        return False
    return _INSIDE_BEFORE.search(f"{text[max(0, at - 16) : at]} ") is not None
