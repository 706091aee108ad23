"""Text from outside made harmless to show.

Nothing is dropped: a character that could steer a terminal or hide from the eye is shown as a symbol.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tui.core.text.messages import translated

_SPANS = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x391, 0x3A1), (0x3B1, 0x3CE), (0x410, 0x44F),
    (0x2010, 0x2027), (0x202F, 0x205E), (0x20A0, 0x20BF), (0x2190, 0x21FF), (0x2500, 0x25FC),
)  # fmt: skip
PLAIN = frozenset("\t\n").union(*(map(chr, range(first, last + 1)) for first, last in _SPANS))
"""Harmless, one cell wide, never combining: all of most texts, so that those need no regular expression."""

# Letters of scripts that join (Arabic to the Indic family and beyond), and pictures. After them a joiner
# (ZWNJ, ZWJ) shapes what is seen, as in Persian words, Devanagari and family emoji; elsewhere it only hides.
_JOINING = (
    "\u0620-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe70-\ufefc"  # letters
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f"
    "\u2190-\u2bff\u3030\u303d\ufe0f\U0001f000-\U0001faff"  # pictures
)
# One variation selector after a visible character chooses its form (❤ and ❤️); a run of them, or one of the
# 240 supplementary ones elsewhere than after an ideograph, is a way of smuggling bytes.
_VISIBLE = "[^\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe00-\ufe0f]"
_MONGOLIAN = "\u1820-\u18aa"
_IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

_FORMS = "\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
_CONTROLS = "\x00-\x08\x0b-\x1f"
_HIDDEN = (
    "\x7f-\x9f"  # DEL and C1: the eight-bit forms of CSI, OSC and DCS among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls (Trojan Source, CVE-2021-42574)
    "\u2028\u2029"  # line and paragraph separators: new lines that are not LF
    "\u00ad\u200b\u2060-\u2065\u206a-\u206f\ufeff"  # soft hyphen, ZWSP, joiner, BOM
    "\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\ufff9-\ufffb"  # blank letters and marks
    "\ud800-\udfff"  # lone surrogates, which no encoding can write
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # layout of rare scripts and music
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tag characters, and what is reserved to draw nothing
)
_MISPLACED = (
    f"(?<![{_JOINING}])[\u200c\u200d]"
    f"|(?<!{_VISIBLE})[\ufe00-\ufe0f]"
    f"|(?<![{_MONGOLIAN}])[\u180b-\u180d\u180f]"
    f"|(?<![{_IDEOGRAPH}])[\U000e0100-\U000e01ef]"
)


@cache
def _suspect() -> re.Pattern[str]:
    """Any character that may have to be shown: one class is searched ten times as fast as rules are."""
    return re.compile(f"[{_CONTROLS}{_HIDDEN}{_FORMS}]")


@cache
def _unclean(controls: str) -> re.Pattern[str]:
    """The characters to show, with those that lean on them, so that cleaning twice changes nothing more."""
    return re.compile(f"(?:[{controls}{_HIDDEN}]|{_MISPLACED})[{_FORMS}]*")


def clean(text: str) -> str:
    """The text with every character that steers or hides made visible: `␛`, `<U+202E>`; LF and TAB stay.

    What jalon worded is in the reader's language from here on.
    """
    if text.__class__ is not str:
        text = translated(text)
    if (text.isascii() and text.isprintable()) or PLAIN.issuperset(text) or not _suspect().search(text):
        return text
    return _unclean(_CONTROLS).sub(lambda found: "".join(map(_symbol, found[0])), text)


def may_hide(text: str) -> bool:
    """True when a text has a character that may steer or hide: the quick question before the exact one."""
    return not PLAIN.issuperset(text) and _suspect().search(text) is not None


def without_hidden(text: str) -> str:
    """The text without the characters that steer or hide; a joiner that shapes what is seen stays."""
    return text if not _suspect().search(text) else _unclean(_CONTROLS).sub("", text)


def hidden_stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that `without_hidden` takes out of a text, from and up to."""
    yield from (found.span() for found in _unclean(_CONTROLS).finditer(text))


BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are none for YAML: no-break, thin, of a figure's width and others; the inside of a class of a pattern."""


def with_visible_blanks(text: str) -> str:
    """A line in which each space that is not plain can be seen."""
    return text if text.isascii() else re.sub(f"[{BLANKS}]", "⍽", text)


def clean_line(text: str) -> str:
    """The text made harmless and put on one line, white space as single spaces; no-break spaces stay."""
    line = clean(text)
    if "\n" in line or "\t" in line:
        line = line.replace("\n", " ").replace("\t", " ")
    return " ".join(filter(None, line.split(" "))) if "  " in line else line.strip(" ")


def _symbol(character: str) -> str:
    """The picture of a C0 control or of DEL (Unicode's block 2400), else the code point in angle brackets."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def to_json(value: object, indent: int | None = None) -> str:
    r"""JSON with readable letters and each hidden character as `\uXXXX`: loading it gives the same text.

    One text JSON cannot hold: two lone surrogates that make a pair come back as the character they spell.
    """
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if PLAIN.issuperset(text) or not _suspect().search(text):
        return text
    return _unclean("\x7f").sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


# ---- Folding


# ---- Widths
