"""The places in a text of what is sought, as search compares: places are those of the text as it is written."""

from __future__ import annotations

from tui.core.text.fold import fold
from tui.drawing.spans.spans import Line, Span

HIGHLIGHTED = ("text", "strong", "dim", "kept", "doubt")
"""The roles of what an event says; marks, keys and lanes are not searched."""


def highlighted(line: Line, sought: str) -> Line:
    """The line with what is sought in the role of a match, within each of its spans."""
    if not sought.strip():
        return line
    spans: list[Span] = []
    for span in line:
        at = 0
        for begin, end in matches(span.text, sought) if span.role in HIGHLIGHTED else ():
            spans += [span._replace(text=span.text[at:begin]), span._replace(text=span.text[begin:end], role="match")]
            at = end
        spans.append(span._replace(text=span.text[at:]))
    return tuple(span for span in spans if span.text)


def matches(text: str, sought: str) -> list[tuple[int, int]]:
    """Each find as its first character and the one after its last, in order, none over another.

    None where nothing is sought. A letter that folds to two (`œ`) is found whole by either.
    """
    wanted = fold(sought)
    if not wanted or wanted not in fold(text):
        return []
    folded, origins = _mapped(text)
    found: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0:
        begin, end = origins[at], _past(text, origins[at + len(wanted) - 1])
        if not found or begin >= found[-1][1]:
            found.append((begin, end))
        at = folded.find(wanted, at + len(wanted))
    return found


def _mapped(text: str) -> tuple[str, list[int]]:
    """The text folded, and for each of its characters which of the text it comes from."""
    pieces: list[str] = []
    origins: list[int] = []
    blank = True  # as at the beginning, where a space is dropped
    for at, char in enumerate(text):
        folded = _folded(char)
        if folded == " " and blank:
            continue
        if folded:
            blank = folded == " "
        pieces.append(folded)
        origins += [at] * len(folded)
    return "".join(pieces), origins


def _folded(char: str) -> str:
    """One character as it is folded within a text, where blanks are not at an end."""
    if char.isascii():
        return " " if char.isspace() else char.lower()
    return " " if char.isspace() else fold(char)


def _past(text: str, last: int) -> int:
    """The end of the character at `last`: marks that fold to nothing stay with their letter."""
    end = last + 1
    while end < len(text) and not text[end].isascii() and not _folded(text[end]):
        end += 1
    return end
