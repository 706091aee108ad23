"""The mistakes that people make in YAML, told from the look of one line: the place, the name, the cure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.problems.problem import ERROR, Place, Problem
from tui.core.text.messages import worded
from tui.store.typed.line_cures import cures
from tui.store.typed.lines import BLOCK_HEAD, YamlLine, is_key, parse_line

_CUT = re.compile(r"\s#\S")
_QUOTES = "“”„‟«»‘’‚‛‹›＂"
COLON = re.compile(r"\s?:(?=\s|$)")
"""A colon that ends a key for YAML, with the space before it."""


class Mistake(NamedTuple):
    """A likely mistake in a line, columns from 0."""

    line: int
    column: int
    length: int
    code: str
    message: str
    hint: str | None = None

    def below(self, row: int, lines: list[str], has_cure: bool = True) -> Problem:
        """The problem that it is in a file with these lines, of which its own are those from that row on."""
        line, column = row + self.line, self.column
        place = Place(line + 1, column + 1, line + 1, column + 1 + max(self.length, 1))
        found = cures(lines, line, column, self.code) if has_cure else ()
        return Problem(place, self.code, ERROR, self.message, self.hint, cures=found)


# ---- What is said of a place, however it was found


def tab_indents(row: int, column: int) -> Mistake:
    """A tab where only spaces may indent."""
    return Mistake(row, column, 1, "tab", worded("a tab indents this line"), worded("spaces instead of the tab"))


def reserved_start(row: int, column: int, mark: str) -> Mistake:
    """A text without quotes that begins with a mark of YAML."""
    message = worded('a text that begins with "{mark}" needs quotes', mark=mark)
    return Mistake(row, column, 1, "unquoted-start", message, worded("put quotes around the whole text"))


def inner_colon(row: int, column: int, is_spaced: bool, hint: str | None = None) -> Mistake:
    """A colon within a text without quotes; `is_spaced` when a space stands before it too."""
    message = worded('"{mark}" needs quotes, or ">-" before the text', mark=" : " if is_spaced else ": ")
    return Mistake(row, column, 1, "unquoted-colon", message, hint)


def typographic_quotes(row: int, column: int, mark: str) -> Mistake:
    """Quotes of a page around a text that needs those of YAML."""
    message = worded("{mark} is no quote here, and this text needs quotes", mark=mark)
    return Mistake(row, column, 1, "typographic-quotes", message, worded('straight quotes around it: "…"'))


def cut_in_brackets(row: int, column: int, before: str, after: str) -> Mistake:
    """A `#` between brackets that makes a comment of the rest of the line, and of the bracket that closes."""
    item = (re.split(r"[\[{,]|:\s", before)[-1] + re.split(r"[,\]}]", after)[0]).strip()
    message = worded('what follows "#" is a comment, also the bracket that closes')
    is_plain = len(item) <= 40 and not set("\"'\\").intersection(item)
    hint = worded("put quotes: {text}", text=f'"{item}"') if is_plain else worded("put quotes around it")
    return Mistake(row, column, 1, "cut-by-hash", message, hint)


def unclosed_quote(row: int, column: int, mark: str) -> Mistake:
    """A quote that opens a text and nothing closes."""
    message = worded("the quote {mark} is opened here and never closed", mark=mark)
    return Mistake(row, column, 1, "unclosed-quote", message, worded("a {mark} at the end of the text", mark=mark))


def unclosed_bracket(row: int, column: int, mark: str) -> Mistake:
    """A bracket that nothing closes."""
    message = worded('the bracket "{mark}" is opened here and never closed', mark=mark)
    return Mistake(
        row, column, 1, "unclosed-bracket", message, worded('a "{mark}" at its end', mark="]" if mark == "[" else "}")
    )


def in_quotes(line: YamlLine) -> str | None:
    """The line as it should be, where that is short and the key is one of ours."""
    if not line.is_known or len(line.value) > 60 or _CUT.search(line.value) or "\\" in line.value:
        return None
    value = line.value.rstrip()
    if "\n" in value or value[:1] in "[{\"'|>&*!":
        return None
    mark = next((mark for mark in "\"'" if mark not in value), None)
    return mark and f"{line.key}: {mark}{value}{mark}"


# ---- By the look of a line


def alone(lines: list[str], i: int) -> Mistake | None:
    """The likely mistake in the i-th line by itself."""
    text = lines[i]
    return _indented_oddly(text, i) or _unspaced(text, i) or _value(lines, i) or _colonless(lines, i)


def _indented_oddly(text: str, i: int) -> Mistake | None:
    """A tab or another blank that is no space before the text of a line."""
    blank = re.match(r" *(?:- *)?([^\S ])", text)
    if blank is None:
        return None
    at = blank.start(1)
    if text[at] == "\t":
        return tab_indents(i, at)
    return Mistake(
        i,
        at,
        1,
        "bad-indentation",
        worded("a space that YAML does not count indents this line"),
        worded("plain spaces"),
    )


def _unspaced(text: str, i: int) -> Mistake | None:
    """`-id: x` or `title:x`."""
    dash = re.match(r"\s*-([^\W\d][\w-]*)\s*:(?:\s|$)", text)
    if dash is not None and is_key(dash[1]):
        at = dash.start(1)
        return Mistake(i, at - 1, 2, "missing-space", worded('there is no space after the "-"'), f"- {dash[1]}")
    colon = re.match(r"\s*(?:- +)*([^\W\d][\w-]*):(?=\S)", text)
    if colon is not None and is_key(colon[1]):
        at = colon.end() - 1
        return Mistake(
            i, at, 1, "missing-space", worded('there is no space after "{key}"', key=f"{colon[1]}:"), f"{colon[1]}: …"
        )
    return None


def _value(lines: list[str], i: int) -> Mistake | None:
    """The likely mistake in the text after a key or a dash."""
    line = parse_line(lines[i])
    value, at = line.value, line.start
    if not value or value.startswith("#"):
        return None
    if value[0] in "\"'":
        return _quoted(i, value, at)
    if value[0] in "[{":
        return _bracketed(value, i, at)
    if BLOCK_HEAD.fullmatch(value):
        return None
    if value[0] in "@`%&*!|>" or value[:2] in ("- ", "? ", ": ") or value in ("-", "?", ":"):
        return reserved_start(i, at, value[0])
    colon = COLON.search(value)
    if colon is not None and value[0] in _QUOTES:
        return typographic_quotes(i, at, value[0])
    if colon is not None and line.key is not None:
        return inner_colon(i, at + colon.end() - 1, colon[0] != ":", in_quotes(line))
    cut = _CUT.search(value)
    if cut is not None and i + 1 < len(lines) and parse_line(lines[i + 1]).indent > line.column:
        message = worded('what follows " #" is a comment, and the text goes on after it')
        return Mistake(i, at + cut.start() + 1, 1, "cut-by-hash", message, worded("put quotes around the text"))
    return None


def _quoted(i: int, value: str, at: int) -> Mistake | None:
    """Quotes within quotes, or quotes that are never closed."""
    mark = value[0]
    inner = r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'"
    closed = re.match(inner, value)
    if closed is None and value.rstrip()[-1] in _QUOTES:
        return typographic_quotes(i, at + len(value.rstrip()) - 1, value.rstrip()[-1])
    if closed is None:
        return unclosed_quote(i, at, mark)
    rest = value[closed.end() :]
    if not rest.strip() or re.match(r"\s+#|\s*:(?:\s|$)", rest):
        return None
    cure = worded('\\" or « » within the text') if mark == '"' else worded("'' or ’ within the text")
    if mark not in rest:
        cure = worded("put quotes around the whole text")
    message = worded("the quote {mark} ends the text here, and more follows", mark=mark)
    return Mistake(i, at + closed.end() - 1, 1, "inner-quotes", message, cure)


def _bracketed(value: str, i: int, at: int) -> Mistake | None:
    """Text after a bracket, or a bracket that is never closed."""
    depth, quote = 0, ""
    for j, character in enumerate(value):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and value[j - 1] in " ,[{:":
            quote = character
        elif character == "#" and value[j - 1] in " ,[{" and value[j + 1 : j + 2].strip(" #!"):
            return cut_in_brackets(i, at + j, value[:j], value[j:])
        elif character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth <= 0:
                return _after_bracket(value, i, at, j)
    if quote:
        return unclosed_quote(i, at + value.rindex(quote), quote)
    return unclosed_bracket(i, at, value[0])


def _after_bracket(value: str, i: int, at: int, j: int) -> Mistake | None:
    rest = value[j + 1 :].strip()
    if not rest or rest.startswith(("#", ":")):
        return None
    if rest[0] in "]}":
        place = at + j + 1 + value[j + 1 :].index(rest[0])
        return Mistake(
            i, place, 1, "syntax", worded('the bracket "{mark}" closes nothing', mark=rest[0]), worded("remove it")
        )
    return reserved_start(i, at, value[0])


def _colonless(lines: list[str], i: int) -> Mistake | None:
    """`title Foo`: a key of ours that no colon follows."""
    line = parse_line(lines[i])
    if line.key is not None:
        return None
    word = re.match(r"[^\W\d]\w*", line.rest)
    if word is None or not is_key(word[0]) or line.rest[word.end() : word.end() + 1] not in ("", " "):
        return None
    message = worded('there is no ":" after "{key}"', key=word[0])
    return Mistake(i, line.column, len(word[0]), "missing-colon", message, f"{word[0]}: …")
