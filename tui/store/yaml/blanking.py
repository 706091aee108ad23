"""The lines that are blanked for a fault of syntax: where the parser gives up, which hold an item, which of them go."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.timeline.model import SECTIONS
from tui.store.typed.lines import parse_line
from tui.store.typed.mistakes import Mistake, alone
from tui.store.typed.parser_words import ParserFault, said
from tui.store.yaml.composer import DEPTH, ITS_DEPTH
from tui.store.yaml.libyaml import CollectionEndEvent, CollectionStartEvent, CParser, MarkedYAMLError

TOO_DEEP = "too deep"  # no words: a mark
WINDOW = 64
"""Items that are shown to the parser together."""
_DEEPER = "[{-?:"
"""Signs one of which every collection needs to begin."""


def parse_fault(text: str) -> ParserFault | None:
    """The place where the parser gives up on a text; None when it does not."""
    depth = 0
    parser = CParser(text.encode())
    try:
        if sum(map(text.count, _DEEPER)) <= DEPTH:
            parser.raw_parse()  # which makes no objects
            return None
        for event in iter(parser.get_event, None):
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > DEPTH:
                    mark = event.start_mark
                    return ParserFault(mark.line, mark.column, TOO_DEEP) if mark else None
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
    except MarkedYAMLError as error:
        return fault_of(error)
    return None


def fault_of(error: MarkedYAMLError) -> ParserFault:
    """The place where the parser gave up and the reason, as its error says."""
    mark, since = error.problem_mark, error.context_mark
    where = (mark.line, mark.column) if mark else (0, 0)
    if error.problem == ITS_DEPTH:
        return ParserFault(*where, TOO_DEEP)
    return ParserFault(*where, error.problem or "", error.context or "", (since.line, since.column) if since else None)


def is_progress(before: ParserFault, after: ParserFault) -> bool:
    """True when the parser came further: past the line of the fault before."""
    return (after.line, after.column) > (before.line, before.column) and after.line > before.line


def chunks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The stretches of lines that hold one item of a list, or one entry of a section, each."""
    start, item, inside = 0, -1, False
    for i, text in enumerate(lines):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        indent = len(text) - len(text.lstrip(" "))
        if indent == 0:
            begins = not (text[0].isspace() or (inside and _is_astray(text)))
            inside = inside or begins
            if begins:
                item = 0 if text.startswith("-") else -1
        else:
            if item < 0:
                item = indent
            begins = indent == item
        if begins and i > start:
            yield start, i
            start = i
    yield start, len(lines)


def misfits(lines: list[str]) -> Iterator[tuple[int, int, ParserFault]]:
    """The stretches of `chunks` that the parser does not take after those before it, each with its fault in there.

    It is shown so many at a time, below the heading of their section and a stand-in for the first item of it, so
    that the time is that of the file and not of the file for each of them.
    """
    pieces = list(chunks(lines))
    head: list[str] = []
    start = 0
    while start < len(pieces):
        shown = pieces[start : start + WINDOW]
        fault = parse_fault("\n".join([*head, *lines[shown[0][0] : shown[-1][1]]]))
        row = len(lines) if fault is None else shown[0][0] + max(fault.line - len(head), 0)
        good = [piece for piece in shown if piece[1] <= row]
        for first, last in good:
            head = _head_below(head, lines[first:last])
        if fault and len(good) < len(shown):
            first, last = shown[len(good)]
            yield first, last, fault._replace(line=min(row, last - 1) - first, since=None)
        start += len(good) + 1 if fault else len(shown)


def _head_below(head: list[str], lines: list[str]) -> list[str]:
    """The heading at hand, and what stands in for the first item below it, when these lines were added to a file."""
    text = next((text for text in lines if text.strip() and not text.lstrip().startswith("#")), "")
    line = parse_line(text)
    if text and not line.indent and not line.dashes:
        return [text] if line.key is not None and line.opens else []
    if len(head) == 1 and text:
        return [*head, " " * line.indent + ("- x" if line.dashes else "x: x")]
    return head


def _is_astray(text: str) -> bool:
    """True when a line that is not indented is neither an item nor the head of a section."""
    return not text.startswith("-") and parse_line(text).key not in SECTIONS


def extents(lines: list[str], mistake: Mistake) -> list[list[int]]:
    """The lines to blank for a mistake: with what is indented under its line, or the line alone."""
    i = mistake.line
    line = parse_line(lines[i])
    floor = line.column if line.rest and mistake.code != "bad-indentation" else line.indent
    under, text = [i], [i]
    for j in range(i + 1, len(lines)):
        bare = lines[j].strip()
        if bare and len(lines[j]) - len(lines[j].lstrip(" ")) <= floor:
            break
        under.append(j)
        if text[-1] == j - 1 and (not bare or (parse_line(lines[j]).key is None and not parse_line(lines[j]).dashes)):
            text.append(j)
    if mistake.code == "bad-indentation" and not line.dashes:
        return [text, under]
    return [under, text, [i]]


def trials(lines: list[str], mistake: Mistake) -> Iterator[tuple[list[int], list[str]]]:
    """For each way to blank a mistake which lines go, and what is left of all."""
    for extent in extents(lines, mistake):
        trial = list(lines)
        for i in extent:
            trial[i] = emptied(lines, i, mistake)
        if trial != lines:
            yield extent, trial


def likeliest(lines: list[str], fault: ParserFault) -> Mistake:
    """The mistake of the line that the parser gave up on, or of the one where that began, by its look."""
    row = fault.since[0] if fault.since and "block" not in fault.context else fault.line
    return (alone(lines, row) if row < len(lines) else None) or said(lines, fault)


def is_structural(mistake: Mistake, text: str) -> bool:
    """True when a mistake is in how its line fits in with others, and not in the text of it."""
    if mistake.code == "unquoted-colon":
        line = parse_line(text)
        return line.key is not None and text[line.column : mistake.column].strip() == line.key
    return mistake.code in ("bad-indentation", "syntax")


def emptied(lines: list[str], i: int, mistake: Mistake) -> str:
    """The rest of a blanked line: the dash of an item that has more lines to it."""
    if i != mistake.line:
        return ""
    line = parse_line(lines[i])
    dashes, column = line.dashes, line.column
    if mistake.code == "missing-space" and line.rest.startswith("-"):
        dashes, column = "- ", line.indent + 2
    if not dashes or (mistake.code == "bad-indentation" and line.indent):
        return ""
    after = next((text for text in lines[i + 1 :] if text.strip() and not text.lstrip().startswith("#")), "")
    follows = len(after) - len(after.lstrip(" ")) >= column
    return " " * line.indent + dashes.rstrip() if follows else ""
