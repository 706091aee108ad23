"""What makes text from outside harmless to show, findable, and as wide as its column.

Nothing is dropped: a character that could steer a terminal or hide from the eye is shown as a symbol.
Widths are in cells, and a `Measure` is passed in, for a core without a screen cannot know them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

Measure = Callable[[str], int]
"""The width of a text in cells."""

_SPANS = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x391, 0x3A1), (0x3B1, 0x3CE), (0x410, 0x44F),
    (0x2010, 0x2027), (0x202F, 0x205E), (0x20A0, 0x20BF), (0x2190, 0x21FF), (0x2500, 0x25FC),
)  # fmt: skip
_PLAIN = frozenset("\t\n").union(*(map(chr, range(first, last + 1)) for first, last in _SPANS))
"""Harmless, one cell wide, never combining: all of most texts, so that those need no regular expression."""

# ---- Harmless

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
    """What has to be shown, with whatever leans on it, so that cleaning twice changes nothing more."""
    return re.compile(f"(?:[{controls}{_HIDDEN}]|{_MISPLACED})[{_FORMS}]*")


def clean(text: str) -> str:
    """The text with every character that steers or hides made visible: `␛`, `<U+202E>`; LF and TAB stay."""
    if (text.isascii() and text.isprintable()) or _PLAIN.issuperset(text) or not _suspect().search(text):
        return text
    return _unclean(_CONTROLS).sub(_shown, text)


def clean_line(text: str) -> str:
    """The text made harmless and put on one line, white space as single spaces; no-break spaces stay."""
    line = clean(text)
    if "\n" in line or "\t" in line:
        line = line.replace("\n", " ").replace("\t", " ")
    return " ".join(filter(None, line.split(" "))) if "  " in line else line.strip(" ")


def _shown(found: re.Match[str]) -> str:
    return "".join(map(_symbol, found[0]))


def _symbol(character: str) -> str:
    """The picture of a C0 control or of DEL (Unicode's block 2400), else the code point in angle brackets."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def to_json(value: object, indent: int | None = None) -> str:
    """JSON with readable letters and each hidden character as `\\uXXXX`: loading it gives the same text.

    One text JSON cannot hold: two lone surrogates that make a pair come back as the character they spell.
    """
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    if _PLAIN.issuperset(text) or not _suspect().search(text):
        return text
    return _unclean("\x7f").sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


# ---- Folding

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


def fold(text: str) -> str:
    """What search compares: no case, no accents, one apostrophe, single spaces (`Liège` is `liege`)."""
    if text.isascii():
        return " ".join(text.lower().split())
    folded = text.casefold()
    for character in set(folded):
        if not character.isascii():
            folded = folded.replace(character, _folded(character))
    return " ".join(folded.split())


def fold_key(text: str) -> str:
    """What pickers compare: the fold without spaces and punctuation (`total energies`, TotalEnergies)."""
    return "".join(filter(str.isalnum, fold(text)))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """One character in ASCII; itself when it is a space, or a letter that nobody transliterates."""
    if character in _FOLDED:
        return _FOLDED[character]
    if character.isspace():
        return character
    from anyascii import anyascii

    return anyascii(character).lower() or (character if character.isalnum() else "")


# ---- Widths


@cache
def _cluster() -> re.Pattern[str]:
    """A character with what combines with it, but for the marks that `_ends` looks up."""
    return re.compile(
        "[\U0001f1e6-\U0001f1ff]{2}"  # a flag is two regional letters
        "|.(?:[\u1160-\u11ff\ud7b0-\ud7fb\u200c\ufe00-\ufe0f\u20d0-\u20ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e01ef]|\u200d.?)*",
        re.DOTALL,
    )


def fit(text: str, width: int, measure: Measure = len, ellipsis: str = "…") -> str:
    """The text, cut to at most `width` cells with an ellipsis when it is wider; no character is split."""
    if measure(text) <= width:
        return text
    room = width - measure(ellipsis)
    return cut(text, room, measure).rstrip() + ellipsis if room >= 0 else cut(ellipsis, width, measure)


def pad(text: str, width: int, measure: Measure = len, align: str = "left", ellipsis: str = "…") -> str:
    """The text in exactly `width` cells: cut if wider, else filled; `align` is left, right or center."""
    shown = fit(text, width, measure, ellipsis)
    room = width - measure(shown)
    before = {"left": 0, "right": room, "center": room // 2}[align]
    return " " * before + shown + " " * (room - before)


def cut(text: str, width: int, measure: Measure = len) -> str:
    """The longest beginning of the text that is at most `width` cells wide and splits no character."""
    near = text[: 8 * max(width, 0) + 64]  # to look at all of a long one for each line of it would take a while
    if len(near) < len(text):
        ends = _ends(near)
        kept = _reach(near, ends, width, measure)
        if kept < len(ends) - 2:  # a whole character follows, so that no more of the text can matter
            return near[: ends[kept]]
    ends = _ends(text)
    return text[: ends[_reach(text, ends, width, measure)]]


def _reach(text: str, ends: range | list[int], width: int, measure: Measure) -> int:
    """Which of the ends is the last within so many cells."""
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[: ends[middle]]) <= width else (low, middle - 1)
    return low


def _ends(text: str) -> range | list[int]:
    """Where the text may be cut: at 0, and after each character with all that combines with it."""
    if _PLAIN.issuperset(text):
        return range(len(text) + 1)
    from unicodedata import category

    ends = [0]
    for found in _cluster().finditer(text):
        if len(ends) > 1 and category(found[0][0]).startswith("M"):
            ends.pop()
        ends.append(found.end())
    return ends


_CLINGING = ":;!?»›%‰€,.)]…"
"""A word of nothing else stays with the one before it, as French sets it: `quoi ?`, `20 %`, `mot »`."""
_OPENING = ("«", "‹", "(", "[")


def wrap(text: str, width: int, measure: Measure = len) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces; its own lines stay lines, empty ones too.

    No line begins with closing punctuation or ends with an opening one; what is wider than a line is cut.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, max(width, 1), measure)]


def _wrapped(paragraph: str, width: int, measure: Measure) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in _unbroken(paragraph):
        joined = f"{line} {piece}" if line else piece
        if measure(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _slices(piece, width, measure)
        lines += whole
    return [*lines, line] if line or not lines else lines


def _unbroken(paragraph: str) -> list[str]:
    """The pieces of a paragraph between which a line may end; a no-break space ends none."""
    pieces: list[str] = []
    for word in filter(None, paragraph.replace("\t", " ").split(" ")):
        if pieces and (not word.strip(_CLINGING) or pieces[-1].endswith(_OPENING)):
            pieces[-1] += f" {word}"
        else:
            pieces.append(word)
    return pieces


def _slices(piece: str, width: int, measure: Measure) -> list[str]:
    """A piece cut to lines: at its spaces where it has some, else anywhere; `…` where no character fits."""
    slices: list[str] = []
    while measure(piece) > width:
        head = cut(piece, width, measure)
        head = head[: head.rfind(" ") + 1] or head
        slices.append(head.rstrip(" ") or "…")
        piece = piece[len(head) or _ends(piece)[1] :].lstrip(" ")
    return [*slices, piece]
