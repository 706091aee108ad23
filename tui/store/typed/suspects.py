"""The mistakes that may have made the parser give up, by each line alone, the lines around it, and its own word.

The parser says where it gave up, which is often a line or more after the mistake. A line that is suspected here
is the culprit only if the parser gets further without it: `recovery` tries that.
"""

from __future__ import annotations

from tui.core.text.messages import worded, worded_number
from tui.store.typed.indents import FAR, allowed_indent
from tui.store.typed.lines import in_blocks, parse_line, without_language
from tui.store.typed.mistakes import COLON, Mistake, alone, inner_colon
from tui.store.typed.parser_words import ParserFault, said

_PROSE = frozenset(("text", "about", "note", "because", "title", "date_note", "published_note"))
"""Keys of texts, under which no key can stand."""
_RANKS = {"missing-space": 0, "missing-colon": 0, "bad-indentation": 2}
"""A key of ours that lacks something is never meant; what seems misplaced may only seem so for another fault."""


def suspects(lines: list[str], fault: ParserFault) -> list[Mistake]:
    """The mistakes that may have stopped the parser, the likeliest first; the last is always the parser's own word."""
    blocks = in_blocks(lines)
    found: list[Mistake] = []
    if fault.line >= len(lines):  # the parser may give up behind the end
        fault = fault._replace(line=len(lines) - 1, column=len(lines[-1]))
    for i in range(fault.line, max(fault.line - FAR, -1), -1):
        if blocks[i] or not lines[i].strip() or lines[i].lstrip().startswith("#"):
            continue
        mistake = alone(lines, i) or _misplaced(lines, blocks, i)
        if mistake is not None:
            found.append(mistake)
    own = said(lines, fault)
    if own.code not in ("syntax", "bad-indentation"):
        same = sum(mistake.line == own.line for mistake in found)
        found.sort(key=lambda mistake: mistake.line != own.line)
        found.insert(same, own)
    found.sort(key=lambda mistake: _RANKS.get(mistake.code, 1))
    return [*found, own]


def _misplaced(lines: list[str], blocks: list[bool], i: int) -> Mistake | None:
    """A line that is indented as nothing above it allows."""
    line = parse_line(lines[i])
    if line.key is None and not line.dashes:
        return None
    if line.key is not None and not line.is_known and not line.dashes and _continues(lines, blocks, i):
        return _colon_within(lines[i], i)
    expected = allowed_indent(lines, blocks, i, line)
    if expected is None:
        return None
    message = (
        worded(
            "this item is indented by {indent}, and its neighbours by {expected}", indent=line.indent, expected=expected
        )
        if line.dashes
        else worded(
            "this line is indented by {indent}, and its neighbours by {expected}", indent=line.indent, expected=expected
        )
    )
    hint = (
        worded_number("{number} space before it", "{number} spaces before it", expected)
        if expected
        else worded("no space before it")
    )
    return Mistake(i, line.indent, len(line.dashes.strip() or line.key or "-"), "bad-indentation", message, hint)


def _continues(lines: list[str], blocks: list[bool], i: int) -> bool:
    """True when a line can only be the going on of a text above it."""
    above = next((parse_line(lines[j]) for j in range(i - 1, -1, -1) if lines[j].strip() and not blocks[j]), None)
    if above is not None and above.opens and above.key is not None and without_language(above.key) in _PROSE:
        return parse_line(lines[i]).indent > above.column
    if above is None or above.opens:
        return False
    is_text = above.key is None and not above.dashes
    return parse_line(lines[i]).indent > above.column - is_text


def _colon_within(text: str, i: int) -> Mistake | None:
    """A colon in a text that goes on over several lines."""
    colon = COLON.search(text)
    return colon and inner_colon(i, colon.end() - 1, colon[0] != ":")
