"""Bytes to text: UTF-8 whatever the locale, lines that end in LF, and no control characters."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, getincrementaldecoder
from functools import lru_cache

from tui.core.problems.problem import ERROR, Cure, Edit, Place, Problem
from tui.core.text.messages import translatable, worded
from tui.store.system.read_bytes import Unreadable

_UTF_16 = worded("this is text in UTF-16, not text in UTF-8 (at 1:1); save it as UTF-8")
_UTF_32 = worded("this is text in UTF-32, not text in UTF-8 (at 1:1); save it as UTF-8")
_PICTURE = worded("this is a picture, not text in UTF-8 (at 1:1)")
_SIGNATURES = (
    (b"\x1f\x8b", worded("this is a gzip archive, not text in UTF-8 (at 1:1)")),
    (b"PK\x03\x04", worded("this is a zip archive, not text in UTF-8 (at 1:1)")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"%PDF", worded("this is a PDF document, not text in UTF-8 (at 1:1)")),
    (b"SQLite format 3\x00", worded("this is a database, not text in UTF-8 (at 1:1)")),  # no words: its first bytes
    (b"\x7fELF", worded("this is a program, not text in UTF-8 (at 1:1)")),
    (b"\xff\xfe\x00\x00", _UTF_32),
    (b"\x00\x00\xfe\xff", _UTF_32),
    (b"\xff\xfe", _UTF_16),
    (b"\xfe\xff", _UTF_16),
)
_PAIR = r"(?<!\\)((?:\\\\)*)\\u([dD][89aAbB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"
_JOINED = r"\\U(000[0-9a-f]{5}|0010[0-9a-f]{4})\\a"
_BELLED = "([\U00010000-\U0010ffff])\a"
_BREAKS = {0x85: " ", 0x2028: " ", 0x2029: " "}
_PICTURES = {**{code: 0x2400 + code for code in range(0x20)}, 0x7F: 0x2421, 0xFEFF: 0x20}


def decode(data: bytes, name: str) -> str:
    """The text, without a BOM, every line end as LF; Unreadable, with the place, if it is not UTF-8."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(name, what)
    bare = data.removeprefix(BOM_UTF8)
    try:
        text = bare.decode()
    except UnicodeDecodeError as error:
        raise _refusal(data, error.start + len(data) - len(bare), name) from None
    if b"\0" in data:
        raise _refusal(data, data.index(0), name)
    return text.replace("\r\n", "\n").replace("\r", "\n") if b"\r" in data else text


def decode_joined(data: bytes, name: str) -> str:
    """The text of a file, or of several that are joined; Unreadable then names the one that has no text."""
    try:
        return decode(data, name)
    except Unreadable:
        for one in getattr(data, "files", ()):
            decode(one.data, one.path)
        raise


def only_our_lines(text: str) -> str:
    """The text with the line breaks that only YAML 1.1 knows (NEL, LS, PS) as spaces: no editor counts them."""
    return text.translate(_BREAKS) if "\x85" in text or "\u2028" in text or "\u2029" in text else text


def parser_text(text: str) -> str:
    """The text as the parser takes it: no lines but ours, no escapes but YAML's; no longer and no shorter."""
    ours = only_our_lines(text)
    if "\\" not in ours or "\\u" not in ours:  # one character is found in a tenth of the time of two
        return ours
    return re.sub(_PAIR, _as_one_escape, ours)


# ---- Characters that JSON writes as two escapes, which libyaml refuses: they become one escape of YAML and a bell


def _as_one_escape(found: re.Match[str]) -> str:
    high, low = int(found[2], 16) - 0xD800, int(found[3], 16) - 0xDC00
    return f"{found[1]}\\U{0x10000 + (high << 10) + low:08x}\\a"


def _as_two_escapes(found: re.Match[str]) -> str:
    high, low = divmod(int(found[1], 16) - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def has_joined_escapes(text: str) -> bool:
    """True when `parser_text` may have made one escape of two."""
    return "\\" in text and "\\a" in text and re.search(_JOINED, text) is not None


def as_written(value: str, is_quoted: bool) -> str:
    """The value of a scalar without such bells; but for double quotes nothing is an escape, and two stay two."""
    return re.sub(_BELLED, r"\1", value) if is_quoted else re.sub(_JOINED, _as_two_escapes, value)


def is_verbatim(data: bytes) -> bool:
    """True when bytes in UTF-8 are those of the text that `decode` makes of them."""
    return b"\r" not in data and not data.startswith(BOM_UTF8)


def _refusal(data: bytes, offset: int, name: str) -> Unreadable:
    """The error with the place of the first bad byte, and the likely form of the file."""
    before = data[:offset].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    reason = worded(
        _unlike(data, offset), byte=f"0x{data[offset]:02X}", place=f"{line}:{column}", letter=_western(data, offset)
    )
    return Unreadable(name, reason, line, column)


def _unlike(data: bytes, offset: int) -> str:
    """The sentence on bytes that are not UTF-8 from an offset on, with their likely form where that can be told."""
    head = data[:4096]
    if head.count(0) * 3 > len(head):
        if head.count(0) * 2 > len(head) + 8:
            return translatable("not text in UTF-8: byte {byte} at {place} (it looks like UTF-32; save it as UTF-8)")
        return translatable("not text in UTF-8: byte {byte} at {place} (it looks like UTF-16; save it as UTF-8)")
    if b"\0" in head:
        return translatable("not text in UTF-8: byte {byte} at {place} (it looks like no text at all)")
    if _is_cut(data[offset:]):
        return translatable("not text in UTF-8: byte {byte} at {place} (the file is cut short within a character)")
    if data[offset] >= 0x80 and _is_western(data):
        return translatable(
            "not text in UTF-8: byte {byte} at {place} "
            '(it looks like Latin-1, where that is "{letter}"; save it as UTF-8)'
        )
    return translatable("not text in UTF-8: byte {byte} at {place}")


def _western(data: bytes, offset: int) -> str:
    """The letter that a byte is in Windows-1252."""
    return data[offset : offset + 1].decode("cp1252", "replace")


def _is_cut(rest: bytes) -> bool:
    """True when these bytes, the last of a file, are the beginning of a character in UTF-8."""
    try:
        getincrementaldecoder("utf-8")().decode(rest)
    except UnicodeDecodeError:
        return False
    return len(rest) < 4


def _is_western(data: bytes) -> bool:
    """True when the bytes are mostly ASCII with here and there a letter of Latin-1 or Windows-1252."""
    sample = data[:65536]
    high = sum(byte >= 0x80 for byte in sample)
    low = sum(byte < 0x20 and byte not in (9, 10, 12, 13) for byte in sample)
    return not low and high * 3 < len(sample)


@lru_cache(maxsize=1)
def _controls() -> re.Pattern[str]:
    """The characters that YAML forbids; to compile them takes milliseconds, and most files have none."""
    return re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


def with_control_pictures(text: str) -> tuple[str, list[Problem]]:
    """The text with what YAML forbids in it shown as pictures, one character each, and a problem for each line."""
    problems = _control_characters(text)
    return _controls().sub(lambda found: chr(_PICTURES.get(ord(found[0]), 0xFFFD)), text), problems


def _without_controls(number: int, line: str) -> Cure:
    """The cure that takes them out of a line; sure where no two words become one."""
    found = list(_controls().finditer(line))
    edits = tuple(Edit(Place(number, one.start() + 1, number, one.end() + 1), "") for one in found)
    parts = [line[one.start() - 1 : one.start()] + line[one.end() : one.end() + 1] for one in found if one.start()]
    return Cure(edits, not any(len(pair) > 1 and pair.isalnum() for pair in parts))


def _control_characters(text: str) -> list[Problem]:
    """A problem for each line that holds one, at the first of it."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := _controls().search(line):
            place = Place(number, found.start() + 1, number, found.start() + 2)
            message = worded("a control character ({code}) has no place in a text", code=f"U+{ord(found[0]):04X}")
            cure = _without_controls(number, line)
            problems.append(Problem(place, "control-character", ERROR, message, worded("remove it"), cures=(cure,)))
    return problems
