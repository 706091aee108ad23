"""What people get wrong in YAML, told from the look of a line: where it is, what it is called, what cures it.

The parser says where it gave up, which is often a line or more after the mistake. A line that is suspected here
is the culprit only if the parser gets further without it: `recovery` tries that.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.timeline.model import SECTIONS

KEYS = frozenset(
    (
        *SECTIONS, "id", "date", "date_note", "title", "kind", "status", "countries", "place", "tags", "text", "claims",
        "name", "country", "aliases", "about", "publisher", "author", "url", "archive", "published", "published_note",
        "seen", "language", "passages", "note", "query", "group", "order", "keep", "because", "told",
    )
)  # fmt: skip
"""Every key that a file of events knows: a line that begins with one is meant to be a line of its own."""

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?P<rest>.*)")
_KEY = re.compile(
    r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{},&*!|>%@`:-][^#]*?|-[^\s#][^#]*?)\s*:(?:\s+|$)(?P<value>.*)"
)
_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])\s*(?:#.*)?")
_PROSE = frozenset(("text", "about", "note", "because", "title", "date_note", "published_note"))
"""Keys of texts, under which no key can stand."""
_TWIN = re.compile(r"_[a-z]{2,3}$")
_CUT = re.compile(r"\s#\S")


class ParserFault(NamedTuple):
    """Where the parser gave up, lines and columns from 0."""

    line: int
    column: int
    problem: str
    context: str = ""
    since: tuple[int, int] | None = None
    """Where what it was busy with begins."""


class Mistake(NamedTuple):
    """What is perhaps wrong with a line, columns from 0."""

    line: int
    column: int
    length: int
    code: str
    message: str
    hint: str | None = None


class YamlLine(NamedTuple):
    """A line as a person sees it."""

    indent: int
    dashes: str
    """`- ` once or more, with the spaces after each."""
    rest: str
    key: str | None
    value: str
    start: int
    """The column of the value."""

    @property
    def column(self) -> int:
        """The column of what follows the dashes."""
        return self.indent + len(self.dashes)

    @property
    def opens(self) -> bool:
        """Whether what is indented more belongs to it."""
        bare = self.value.strip() if self.key is not None else self.rest.strip()
        return bare.startswith("#") or not bare or bare.endswith(":")

    @property
    def is_known(self) -> bool:
        """Whether it begins with a key of ours."""
        return self.key is not None and is_key(self.key)


def is_key(word: str) -> bool:
    """Whether a word is a key of ours, in whatever language."""
    return word in KEYS or _TWIN.sub("", word) in KEYS


def parse_line(text: str) -> YamlLine:
    """A line taken apart."""
    parts = _LINE.fullmatch(text)
    if parts is None:
        return YamlLine(0, "", text, None, "", 0)
    indent, dashes, rest = len(parts["indent"]), parts["dashes"], parts["rest"]
    found = _KEY.fullmatch(rest)
    if found is None:
        return YamlLine(indent, dashes, rest, None, rest, indent + len(dashes))
    return YamlLine(indent, dashes, rest, found["key"], found["value"], indent + len(dashes) + found.start("value"))


def in_blocks(lines: list[str]) -> list[bool]:
    """Of each line, whether it belongs to a block text (`>` or `|`), where nothing is a mistake."""
    flags: list[bool] = []
    floor: int | None = None
    for text in lines:
        bare = text.lstrip(" ")
        if floor is not None and (not bare or len(text) - len(bare) > floor):
            flags.append(True)
            continue
        flags.append(False)
        line = parse_line(text)
        value = line.value if line.key is not None else line.rest
        owner = line.column if line.key is not None else max(line.indent, line.column - 2)
        floor = owner if _BLOCK.fullmatch(value) else None
    return flags


_RANKS = {"missing-space": 0, "missing-colon": 0, "bad-indentation": 2}
"""A key of ours that lacks something is never meant; what seems misplaced may only seem so for another fault."""


def suspects(lines: list[str], fault: ParserFault) -> list[Mistake]:
    """What may have made the parser give up, the likeliest first; the last one is always the parser's own word."""
    blocks = in_blocks(lines)
    found: list[Mistake] = []
    if fault.line >= len(lines):  # the parser may give up behind the end
        fault = fault._replace(line=len(lines) - 1, column=len(lines[-1]))
    for i in range(fault.line, max(fault.line - 200, -1), -1):
        if blocks[i] or not lines[i].strip() or lines[i].lstrip().startswith("#"):
            continue
        mistake = _lexical(lines, i) or _misplaced(lines, blocks, i)
        if mistake is not None:
            found.append(mistake)
    own = _said(lines, fault)
    if own.code not in ("syntax", "bad-indentation"):
        same = sum(mistake.line == own.line for mistake in found)
        found.sort(key=lambda mistake: mistake.line != own.line)
        found.insert(same, own)
    found.sort(key=lambda mistake: _RANKS.get(mistake.code, 1))
    return [*found, own]


# ---- By the look of a line


def _lexical(lines: list[str], i: int) -> Mistake | None:
    """What is wrong with a line by itself."""
    text = lines[i]
    return _indented_oddly(text, i) or _unspaced(text, i) or _value(lines, i) or _colonless(lines, i)


def _indented_oddly(text: str, i: int) -> Mistake | None:
    """A tab or another blank that is no space before the text of a line."""
    blank = re.match(r" *(?:- *)?([^\S ])", text)
    if blank is None:
        return None
    at = blank.start(1)
    if text[at] == "\t":
        return Mistake(i, at, 1, "tab", "a tab indents this line", "spaces instead of the tab")
    return Mistake(i, at, 1, "bad-indentation", "a space that YAML does not count indents this line", "plain spaces")


def _unspaced(text: str, i: int) -> Mistake | None:
    """`-id: x` or `title:x`."""
    dash = re.match(r"\s*-([^\W\d][\w-]*)\s*:(?:\s|$)", text)
    if dash is not None and is_key(dash[1]):
        at = dash.start(1)
        return Mistake(i, at - 1, 2, "missing-space", 'there is no space after the "-"', f"- {dash[1]}")
    colon = re.match(r"\s*(?:- +)*([^\W\d][\w-]*):(?=\S)", text)
    if colon is not None and is_key(colon[1]):
        at = colon.end() - 1
        return Mistake(i, at, 1, "missing-space", f'there is no space after "{colon[1]}:"', f"{colon[1]}: …")
    return None


def _value(lines: list[str], i: int) -> Mistake | None:
    """What is wrong with the text after a key or a dash."""
    line = parse_line(lines[i])
    value, at = line.value, line.start
    if not value or value.startswith("#"):
        return None
    if value[0] in "\"'":
        return _quoted(i, value, at)
    if value[0] in "[{":
        return _bracketed(value, i, at)
    if _BLOCK.fullmatch(value):
        return None
    if value[0] in "@`%&*!|>" or value[:2] in ("- ", "? ", ": ") or value in ("-", "?", ":"):
        message = f'a text that begins with "{value[0]}" needs quotes'
        return Mistake(i, at, 1, "unquoted-start", message, "put quotes around the whole text")
    colon = re.search(r"\s?:(?=\s|$)", value)
    if colon is not None and line.key is not None:
        shown = " : " if colon[0] != ":" else ": "
        message = f'"{shown}" needs quotes, or ">-" before the text'
        return Mistake(i, at + colon.end() - 1, 1, "unquoted-colon", message, _in_quotes(line))
    cut = _CUT.search(value)
    if cut is not None and i + 1 < len(lines) and parse_line(lines[i + 1]).indent > line.column:
        message = 'what follows " #" is a comment, and the text goes on after it'
        return Mistake(i, at + cut.start() + 1, 1, "cut-by-hash", message, "put quotes around the text")
    return None


def _in_quotes(line: YamlLine | None) -> str | None:
    """The line as it should be, where that is short and the key is one of ours."""
    if line is None or not line.is_known or len(line.value) > 60 or _CUT.search(line.value) or "\\" in line.value:
        return None
    value = line.value.rstrip()
    if "\n" in value or value[:1] in "[{\"'|>&*!":
        return None
    mark = next((mark for mark in "\"'" if mark not in value), None)
    return mark and f"{line.key}: {mark}{value}{mark}"


def _quoted(i: int, value: str, at: int) -> Mistake | None:
    """Quotes within quotes, or quotes that are never closed."""
    mark = value[0]
    inner = r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'"
    closed = re.match(inner, value)
    if closed is None:
        hint = f"a {mark} at the end of the text"
        return Mistake(i, at, 1, "unclosed-quote", f"the quote {mark} is opened here and never closed", hint)
    rest = value[closed.end() :]
    if not rest.strip() or re.match(r"\s+#|\s*:(?:\s|$)", rest):
        return None
    cure = r"\" or « » within the text" if mark == '"' else "'' or ’ within the text"
    if mark not in rest:
        cure = "put quotes around the whole text"
    message = f"the quote {mark} ends the text here, and more follows"
    return Mistake(i, at + closed.end() - 1, 1, "inner-quotes", message, cure)


def _bracketed(value: str, i: int, at: int) -> Mistake | None:
    """Text after a bracket, or a bracket that is never closed."""
    depth, quote = 0, ""
    for j, character in enumerate(value):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and value[j - 1] in " ,[{:":
            quote = character
        elif character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth <= 0:
                return _after_bracket(value, i, at, j)
    if quote:
        j = value.rindex(quote)
        hint = f"a {quote} at the end of the text"
        return Mistake(i, at + j, 1, "unclosed-quote", f"the quote {quote} is opened here and never closed", hint)
    message = f'the bracket "{value[0]}" is opened here and never closed'
    return Mistake(i, at, 1, "unclosed-bracket", message, f'a "{"]" if value[0] == "[" else "}"}" at its end')


def _after_bracket(value: str, i: int, at: int, j: int) -> Mistake | None:
    rest = value[j + 1 :].strip()
    if not rest or rest.startswith(("#", ":")):
        return None
    if rest[0] in "]}":
        place = at + j + 1 + value[j + 1 :].index(rest[0])
        return Mistake(i, place, 1, "syntax", f'the bracket "{rest[0]}" closes nothing', "remove it")
    message = f'a text that begins with "{value[0]}" needs quotes'
    return Mistake(i, at, 1, "unquoted-start", message, "put quotes around the whole text")


def _colonless(lines: list[str], i: int) -> Mistake | None:
    """`title Foo`: a key of ours that no colon follows."""
    line = parse_line(lines[i])
    if line.key is not None:
        return None
    word = re.match(r"[^\W\d]\w*", line.rest)
    if word is None or not is_key(word[0]) or line.rest[word.end() : word.end() + 1] not in ("", " "):
        return None
    message = f'there is no ":" after "{word[0]}"'
    return Mistake(i, line.column, len(word[0]), "missing-colon", message, f"{word[0]}: …")


# ---- By the lines around it


def _misplaced(lines: list[str], blocks: list[bool], i: int) -> Mistake | None:
    """A line that is indented as nothing above it allows."""
    line = parse_line(lines[i])
    if line.key is None and not line.dashes:
        return None
    if line.key is not None and not line.is_known and not line.dashes and _continues(lines, blocks, i):
        return _colon_within(lines[i], i)
    expected = _allowed(lines, blocks, i, line)
    if expected is None:
        return None
    what = "item" if line.dashes else "line"
    message = f"this {what} is indented by {line.indent}, and its neighbours by {expected}"
    hint = f"{expected} space{'s' if expected != 1 else ''} before it" if expected else "no space before it"
    return Mistake(i, line.indent, len(line.dashes.strip() or line.key or "-"), "bad-indentation", message, hint)


def _continues(lines: list[str], blocks: list[bool], i: int) -> bool:
    """Whether a line can only be the going on of a text above it."""
    above = next((parse_line(lines[j]) for j in range(i - 1, -1, -1) if lines[j].strip() and not blocks[j]), None)
    if above is not None and above.opens and above.key is not None and _TWIN.sub("", above.key) in _PROSE:
        return parse_line(lines[i]).indent > above.column
    if above is None or above.opens:
        return False
    is_text = above.key is None and not above.dashes
    return parse_line(lines[i]).indent > above.column - is_text


def _colon_within(text: str, i: int) -> Mistake | None:
    """A colon in a text that goes on over several lines."""
    colon = re.search(r"\s?:(?=\s|$)", text)
    if colon is None:
        return None
    message = f'"{" : " if colon[0] != ":" else ": "}" needs quotes, or ">-" before the text'
    return Mistake(i, colon.end() - 1, 1, "unquoted-colon", message)


def _allowed(lines: list[str], blocks: list[bool], i: int, line: YamlLine) -> int | None:
    """None when a line's indentation is one that the lines above allow, else the one it should have."""
    best: int | None = None
    for j in range(i - 1, -1, -1):
        text = lines[j]
        if blocks[j] or not text.strip() or text.lstrip().startswith("#"):
            continue
        above = parse_line(text)
        if above.key is None and not above.dashes:
            continue
        if line.dashes:
            dashes = [above.indent] if above.dashes else []
            if line.indent in dashes or (above.opens and above.key is not None and line.indent >= above.column):
                return None
            if above.dashes:
                best = above.indent
        else:
            if line.indent == above.column or (above.opens and line.indent > above.column):
                return None
            if best is None:
                best = above.column
        if line.indent > above.indent and not (line.dashes and best is None):
            return best if best is not None else above.column
    return best if line.indent or (line.key not in SECTIONS and not line.dashes) else None


# ---- In the parser's own words

_TOKEN = "cannot start any token"  # noqa: S105 - no password


def _said(lines: list[str], fault: ParserFault) -> Mistake:
    """The parser's complaint in our words, at the place where the mistake most likely is."""
    row, column = fault.line, fault.column
    character = lines[row][column : column + 1] if row < len(lines) else ""
    since = fault.since or (row, column)
    problem, context = fault.problem, fault.context
    if "quoted scalar" in context and "end of stream" in problem:
        mark = lines[since[0]][since[1] : since[1] + 1]
        hint = f"a {mark} at the end of the text"
        return Mistake(*since, 1, "unclosed-quote", f"the quote {mark} is opened here and never closed", hint)
    if "quoted scalar" in context and ("escape" in problem or "Unicode" in problem or "hexdecimal" in problem):
        column = max(lines[row].rfind("\\", 0, column + 1), 0) if row < len(lines) else column
        message = "a backslash in double quotes begins an escape, and this is none"
        return Mistake(row, column, 1, "bad-escape", message, r"\\ for a backslash, or single quotes")
    if "flow" in context and row > since[0]:
        mark = lines[since[0]][since[1] : since[1] + 1]
        message = f'the bracket "{mark}" is opened here and never closed'
        return Mistake(*since, 1, "unclosed-bracket", message, f'a "{"]" if mark == "[" else "}"}" at its end')
    if (_TOKEN in problem or "tab character" in problem) and character == "\t":
        return Mistake(row, column, 1, "tab", "a tab indents this line", "spaces instead of the tab")
    if _TOKEN in problem and character:
        message = f'a text that begins with "{character}" needs quotes'
        return Mistake(row, column, 1, "unquoted-start", message, "put quotes around the whole text")
    line = parse_line(lines[row]) if row < len(lines) else None
    if character == ":" and not (
        line
        and line.key
        and lines[row][line.column :].startswith(line.key)
        and not lines[row][line.column + len(line.key) : column].strip()
    ):
        shown = " : " if lines[row][column - 1 : column] == " " else ": "
        message = f'"{shown}" needs quotes, or ">-" before the text'
        return Mistake(row, column, 1, "unquoted-colon", message, _in_quotes(line))
    if "simple key" in context:
        message = "this is neither a key with a colon nor indented under the text above"
        length = max(len(lines[since[0]].rstrip()) - since[1], 1) if since[0] < len(lines) else 1
        return Mistake(*since, length, "syntax", message, 'a ":" after the key, or more spaces before the text')
    if "flow" in context:
        message = 'a "," or the closing bracket is expected before this'
        return Mistake(row, column, 1, "syntax", message, "or quotes around the text")
    if "anchor" in context or "alias" in context:
        mark = lines[since[0]][since[1] : since[1] + 1]
        message = f'a text that begins with "{mark}" needs quotes'
        return Mistake(*since, 1, "unquoted-start", message, "put quotes around the whole text")
    if "directive" in context:
        return Mistake(*since, 1, "unquoted-start", 'a line that begins with "%" is no YAML here', "remove it")
    if column == len(lines[row]) - len(lines[row].lstrip()) if row < len(lines) else False:
        if not column and line and line.key is None and not line.dashes:
            message = "this line is neither a comment nor a key with a colon"
            return Mistake(row, 0, len(lines[row].rstrip()), "syntax", message, "a # before a comment")
        message = "this line is indented as nothing above it allows"
        return Mistake(row, column, 1, "bad-indentation", message, "as many spaces as its neighbours have")
    return Mistake(row, column, 1, "syntax", "this cannot stand here", "quotes around the text may be missing")
