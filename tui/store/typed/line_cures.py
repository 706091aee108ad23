"""The cures of mistakes in YAML, made from the look of a line and those around it: quotes, a space, a bracket.

A cure puts characters in or takes them out; what the person typed is never typed again. It is sure where the text can
have been meant in one way only. Rows and columns count from 0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tui.core.problems.problem import Cure, Edit, Place
from tui.core.text.clean import may_hide
from tui.store.typed.indents import due_indent
from tui.store.typed.lines import BLOCK_HEAD, YamlLine, is_key, parse_line, says_something, without_language

Lines = Sequence[str]
_Point = tuple[int, int]
"""Row and column."""

PROSE = frozenset(
    ("text", "about", "note", "because", "title", "date_note", "published_note", "name", "publisher", "author", "short")
)
"""Keys of texts that hold any words."""
_WORDS = frozenset(("place", "tags", "aliases", "keep", "query"))
"""Keys of other texts; those of dates, ids and addresses hold no colon."""
_LISTS = frozenset(("actors", "countries", "tags", "sources", "place", "aliases", "about", "told", "says", "part_of"))
_OPENING = "[{"
_CLOSING = {"[": "]", "{": "}"}
_QUOTES = "“”„‟«»‘’‚‛‹›＂"
_SIGNS = "\"'|>&*!#"
"""The signs with which a value begins that is no text without quotes."""
_COMMENT = re.compile(r"\s#")
_OTHER_KEY = re.compile(r"(?:^|[\s,{])([^\W\d]\w*):(?=\s|$)")
_STRUCTURE = re.compile(r":\s+[\[{|>&*]|\S:[ \t]*$|^\s*-|\n\s*-", re.MULTILINE)
_NAME = re.compile(r"[\w.#!-]+")


def edit(row: int, begin: int, end: int, text: str) -> Edit:
    """The change of some characters of a row."""
    return Edit(Place(row + 1, begin + 1, row + 1, end + 1), text)


def cures(lines: Lines, row: int, column: int, code: str) -> tuple[Cure, ...]:
    """The cures of a mistake of that code in its place; none where a person has to see to it."""
    make = _BY_CODE.get(code)
    return tuple(make(lines, row, column)) if make and row < len(lines) else ()


# ---- Quotes


def quoted(lines: Lines, begin: _Point, end: _Point, is_sure: bool = True) -> Cure:
    """Quotes around the text from one point to another: double ones, or single ones where these need less."""
    text = _between(lines, begin, end)
    mark = '"' if not set('"\\').intersection(text) else "'"
    edits = [edit(begin[0], begin[1], begin[1], mark), edit(end[0], end[1], end[1], mark)]
    if mark == "'":
        row, column = begin
        for part in text.split("\n"):
            found = [column + at for at, sign in enumerate(part) if sign == "'"]
            edits += [edit(row, at, at, "'") for at in found]
            row, column = row + 1, 0
    return Cure(tuple(edits), is_sure)


def _between(lines: Lines, begin: _Point, end: _Point) -> str:
    if begin[0] == end[0]:
        return lines[begin[0]][begin[1] : end[1]]
    return "\n".join([lines[begin[0]][begin[1] :], *lines[begin[0] + 1 : end[0]], lines[end[0]][: end[1]]])


def _end_of_text(lines: Lines, row: int, start: int, floor: int) -> _Point | None:
    """The end of a text without quotes that begins there; its further lines are those right of a column.

    None where a sign may begin a comment, and may belong to the text.
    """
    last = row
    for below in range(row + 1, len(lines)):
        bare = lines[below].strip()
        if bare and _indent(lines[below]) <= floor:
            break
        if bare and _looks_like_a_key(lines[below]):
            return None
        if bare:
            last = below
    text = _between(lines, (row, start), (last, len(lines[last])))
    hash_sign = _COMMENT.search(text)
    if hash_sign is not None:
        if last != row or text[hash_sign.end() : hash_sign.end() + 1].strip(" #"):
            return None
        return row, start + len(text[: hash_sign.start()].rstrip())
    return last, len(lines[last].rstrip())


def _looks_like_a_key(text: str) -> bool:
    """True when a line may be no further line of a text: the word before its colon has no space behind it."""
    line = parse_line(text)
    return bool(line.dashes) or (line.key is not None and f"{line.key}:" in text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def is_surely_text(text: str) -> bool:
    """True when nothing within a text may have been meant to be a key of ours, a list or an item."""
    has_key = any(is_key(found[1]) for found in _OTHER_KEY.finditer(text))
    return not has_key and _STRUCTURE.search(text) is None


def _is_prose(line: YamlLine) -> bool:
    """True when any words may stand after the key of a line."""
    return line.key is not None and without_language(line.key) in PROSE


def _whole_value(lines: Lines, row: int, is_sure: bool) -> Iterator[Cure]:
    """Quotes around the text behind a key or a dash, to its end."""
    line = parse_line(lines[row])
    floor = line.column if line.key is not None else line.indent
    end = _end_of_text(lines, row, line.start, floor)
    if end is None:
        if not any(one.strip() for one in lines_right_of(lines, row + 1, floor)):
            yield quoted(lines, (row, line.start), (row, len(lines[row].rstrip())), is_sure=False)
        return
    begin = (row, line.start)
    yield quoted(lines, begin, end, is_sure and is_surely_text(_between(lines, begin, end)))


# ---- By code


def _unquoted_colon(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    line = parse_line(lines[row])
    if line.value[:1] and line.value[0] in _OPENING:
        yield from between_brackets(lines, row, column)
    elif column < line.start or line.key is None:
        yield from _colon_in_further_line(lines, row)
    elif line.value and line.value[0] not in _SIGNS and set(_OPENING).isdisjoint(line.key):
        key = line.key
        is_name = not line.is_known and _NAME.fullmatch(key) is not None and f"{key}:" in lines[row]
        is_text = _is_prose(line) or key in _WORDS or is_name
        yield from _whole_value(lines, row, is_text and not re.search(r"\s[|>][-+]?$", line.value.rstrip()))


def _colon_in_further_line(lines: Lines, row: int) -> Iterator[Cure]:
    """A colon in a text that began on a line above: quotes around all of it, or `>-` where it has lines of its own."""
    column = _indent(lines[row])
    above = row - 1
    while above >= 0 and (not lines[above].strip() or _indent(lines[above]) >= column):
        above -= 1
    if above < 0:
        return
    head = parse_line(lines[above])
    if not _is_prose(head) or head.column >= column:
        return
    if head.value.strip():
        if head.value[0] not in "\"'|>[{&*!#" and _end_of_text(lines, above, head.start, head.column):
            yield from _whole_value(lines, above, is_sure=True)
        return
    under = [line for line in lines_right_of(lines, above + 1, head.column) if line.strip()]
    is_even = len({_indent(line) for line in under}) == 1 and not any("#" in line for line in under)
    if is_even and under[0].strip()[0] not in "\"'[{|>&*!-?":
        end = len(lines[above].rstrip())
        is_sure = all(map(is_surely_text, under))
        yield Cure((edit(above, end, end, " >-"),), is_sure)


def lines_right_of(lines: Lines, first: int, column: int) -> Iterator[str]:
    """The lines from one on that stand right of a column, with the empty ones among them."""
    for row in range(first, len(lines)):
        line = lines[row]
        if line.strip() and _indent(line) <= column:
            return
        yield line


def _unquoted_start(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    line = parse_line(lines[row])
    if column < line.start or line.value[:1] in ('"', "'"):
        return
    if column > line.start and line.value[:1] in _OPENING:
        yield from between_brackets(lines, row, column)
    elif column == line.start and not BLOCK_HEAD.fullmatch(line.value):
        is_plain = line.value[0] in "@`%" and not line.value[:2].isspace()
        yield from _whole_value(lines, row, is_plain or (_is_prose(line) and line.value[0] not in "&!"))


def _typographic_quotes(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    line = parse_line(lines[row])
    text = lines[row].rstrip()
    mark = line.value[:1]
    if mark in ('"', "'") and column == len(text) - 1:
        inner = text[line.start + 1 : column]
        is_sure = not any(sign in inner for sign in f"{mark}\\{_QUOTES.replace('’', '')}")
        yield Cure((edit(row, column, column + 1, mark),), is_sure)
    elif column == line.start and text[-1] in _QUOTES:
        inner = text[column + 1 : -1]
        yield from _whole_value(lines, row, is_sure=False)
        if '"' not in inner and "\\" not in inner:
            last = len(text) - 1
            yield Cure((edit(row, column, column + 1, '"'), edit(row, last, last + 1, '"')), is_sure=False)
    elif column == line.start:
        yield from _whole_value(lines, row, is_sure=_is_prose(line))


def _cut_by_hash(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    line = parse_line(lines[row])
    if line.value[:1] in _OPENING:
        yield from between_brackets(lines, row, column)
    elif line.value[:1] not in ("", '"', "'"):
        end = len(lines[row].rstrip())
        yield quoted(lines, (row, line.start), (row, end), is_sure=False)


def _inner_quotes(lines: Lines, row: int, _column: int) -> Iterator[Cure]:
    """Quotes within quotes are doubled or escaped; a text that only begins with a quotation gets quotes of its own."""
    line = parse_line(lines[row])
    value, mark = line.value.rstrip(), line.value[:1]
    if mark not in ('"', "'") or _COMMENT.search(value) or "\\" in value:
        return
    inner = [found.start() for found in re.finditer(mark, value)][1:]
    if value[-1] != mark:
        if len(inner) == 1 and (mark == '"' or not value[inner[0] + 1 :][:1].isalnum()):
            yield quoted(lines, (row, line.start), (row, line.start + len(value)))
        return
    within = inner[:-1]
    if mark == "'":
        is_sure = all(value[at - 1].isalnum() and value[at + 1 : at + 2].isalnum() for at in within)
        yield Cure(tuple(edit(row, line.start + at, line.start + at, "'") for at in within), is_sure)
    elif len(within) % 2 == 0 and within and _opens(value, within[0]):
        is_sure = all(_opens(value, at) is not bool(n % 2) for n, at in enumerate(within))
        yield Cure(tuple(edit(row, line.start + at, line.start + at, "\\") for at in within), is_sure)
    elif len(inner) % 2:
        yield quoted(lines, (row, line.start), (row, line.start + len(value)), is_sure=not _opens(value, inner[0]))


def _opens(value: str, at: int) -> bool:
    """True when a quote stands before a word, and behind none."""
    return not value[at - 1].isalnum() and value[at + 1 : at + 2].strip() != ""


def _unclosed_quote(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    line = parse_line(lines[row])
    mark = lines[row][column : column + 1]
    end = len(lines[row].rstrip())
    if column != line.start or line.key is None or mark not in ('"', "'"):
        return
    goes_on = any(one.strip() for one in lines_right_of(lines, row + 1, line.column))
    is_sure = not goes_on and not _COMMENT.search(line.value) and lines[row].count(mark, column) == 1
    if is_sure and "\\" not in line.value and end > column + 1:
        yield Cure((edit(row, end, end, mark),), line.is_known)


def _unclosed_bracket(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    line = parse_line(lines[row])
    mark, end = lines[row][column : column + 1], len(lines[row].rstrip())
    goes_on = any(one.strip() for one in lines_right_of(lines, row + 1, line.column))
    if column != line.start or mark not in _CLOSING or goes_on or set("\"'#").intersection(line.value):
        return
    is_one = sum(map(line.value.count, _OPENING)) == 1
    is_list = line.key is not None and without_language(line.key) in _LISTS and mark == "["
    yield Cure((edit(row, end, end, _CLOSING[mark]),), is_one and (is_list or (mark == "{" and ": " in line.value)))


def _missing_space(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    yield Cure((edit(row, column + 1, column + 1, " "),), not may_hide(lines[row][column + 1 : column + 2]))


def _missing_colon(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    word = re.match(r"\w+", lines[row][column:])
    if word is not None:
        end = column + word.end()
        following = lines[row][end:].strip()
        yield Cure((edit(row, end, end, ":"),), not following or following[0].isalnum() or following[0] in "\"'[{«“")


def _bad_escape(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    """A backslash twice, or none before an apostrophe, which needs none in double quotes."""
    following = lines[row][column + 1 : column + 2]
    if lines[row][column : column + 1] != "\\" or following in ("u", "U", "x", ""):
        return
    if following == "'":
        yield Cure((edit(row, column, column + 1, ""),))
    else:
        yield Cure((edit(row, column, column, "\\"),))


def _syntax(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    """A bracket that closes nothing goes."""
    line = parse_line(lines[row])
    if lines[row][column : column + 1] in ("]", "}") and line.value[:1] in _OPENING:
        yield Cure((edit(row, column, column + 1, ""),))


# ---- Indentation


def _tab(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    """Spaces for the tabs of a line, and of those below that are indented with tabs too."""
    if lines[row][:column].strip(" -"):
        return
    first = _blanks(lines[row])
    if "-" in lines[row][:column]:  # the tab is between a dash and what follows it
        end = column + len(lines[row][column:]) - len(lines[row][column:].lstrip("\t "))
        yield Cure((edit(row, column, end, " "),))
        return
    above = next((n for n in range(row - 1, -1, -1) if says_something(lines[n])), None)
    if above is None or "\t" in _blanks(lines[above]):
        return
    head = parse_line(lines[above])
    edits = []
    base = head.column + 2 * head.opens
    for below in range(row, len(lines)):
        blanks = _blanks(lines[below])
        if not lines[below].strip():
            continue
        if "\t" not in blanks or len(blanks.expandtabs(8)) < len(first.expandtabs(8)):
            break
        deeper = (blanks.count("\t") - first.count("\t")) * 2 + blanks.count(" ") - first.count(" ")
        edits.append(edit(below, 0, len(blanks), " " * (base + max(deeper, 0))))
    yield Cure(tuple(edits), parse_line(lines[row].lstrip()).is_known or head.opens)


def _blanks(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _bad_indentation(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    """As many spaces before a line as its neighbours have; sure where it is the only one of its kind."""
    blanks = lines[row][: len(lines[row]) - len(lines[row].lstrip())]
    if odd := [at for at, sign in enumerate(blanks) if sign not in " \t"]:
        yield Cure(tuple(edit(row, at, at + 1, " ") for at in odd))
        return
    due = due_indent(lines, row)
    if due is None or lines[row][:column].strip(" "):
        return
    by = due - column
    change = edit(row, 0, 0, " " * by) if by > 0 else edit(row, 0, -by, "")
    line = parse_line(lines[row])
    ways = (range(row - 1, -1, -1), range(row + 1, len(lines)))
    near = [next((n for n in way if says_something(lines[n])), None) for way in ways]
    is_odd = all(n is None or _indent(lines[n]) != column for n in near)
    yield Cure((change,), is_odd and abs(by) == 1 and line.is_known and not line.dashes)


# ---- Between brackets


def between_brackets(lines: Lines, row: int, column: int) -> Iterator[Cure]:
    """Quotes around the text between brackets in which that column is."""
    text = lines[row]
    begin = column
    while begin > 0 and text[begin - 1] not in "[{,":
        begin -= 1
    end = column
    while end < len(text) and text[end] not in ",]}":
        end += 1
    item = text[begin:end]
    key = re.match(r"\s*[\w.#!-]+:\s+(?=\S)", item)
    if key is not None and key.end() <= column - begin:
        begin, item = begin + key.end(), item[key.end() :]
    begin, end = begin + len(item) - len(item.lstrip()), begin + len(item.rstrip())
    if begin < end and not set("\"'\\").intersection(text[begin:end].replace("’", "")[:1]) and '"' not in item:
        yield quoted(lines, (row, begin), (row, end), is_sure=is_surely_text(text[begin:end]))


_BY_CODE: dict[str, Callable[[Lines, int, int], Iterator[Cure]]] = {
    "unquoted-colon": _unquoted_colon,
    "unquoted-start": _unquoted_start,
    "typographic-quotes": _typographic_quotes,
    "cut-by-hash": _cut_by_hash,
    "inner-quotes": _inner_quotes,
    "unclosed-quote": _unclosed_quote,
    "unclosed-bracket": _unclosed_bracket,
    "missing-space": _missing_space,
    "missing-colon": _missing_colon,
    "bad-escape": _bad_escape,
    "bad-indentation": _bad_indentation,
    "tab": _tab,
    "syntax": _syntax,
}
