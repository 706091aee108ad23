"""Numbered notes: each source once, in the order of first mention, with a letter for each passage that is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.core.citation.resolve import ResolvedCitation, resolved_citation
from tui.core.timeline.model import Citation, Timeline


class Footnote:
    """A source by its number, and the citations of passages in it, in the order of first mention."""

    def __init__(self, number: int, whole: ResolvedCitation) -> None:
        self.number = number
        self.whole = whole
        """The citation of the source as such, without a passage."""
        self.passages: list[ResolvedCitation] = []

    def lettered(self) -> Iterator[tuple[str, ResolvedCitation]]:
        """Each passage with its letter."""
        return ((letter(at), one) for at, one in enumerate(self.passages))


class FootnoteList:
    """The notes of a document, which grow as it is written."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._notes: dict[str, Footnote] = {}
        self._letters: dict[Citation, str] = {}

    def __iter__(self) -> Iterator[Footnote]:
        return iter(self._notes.values())

    def note(self, citation: Citation) -> Footnote:
        """The note of a citation's source; at the first mention it is made, with the next number."""
        note = self._notes.get(citation.source)
        if note is None:
            number = len(self._notes) + 1
            note = Footnote(number, resolved_citation(Citation(citation.source), number, self.timeline))
            self._notes[citation.source] = note
        if citation.passage is not None and citation not in self._letters:
            self._letters[citation] = letter(len(note.passages))
            note.passages.append(resolved_citation(citation, note.number, self.timeline))
        return note

    def mark(self, citation: Citation) -> str:
        """The mark that refers to a citation: `3` to a source, `3b` to a passage in it."""
        note = self.note(citation)
        return f"{note.number}{self._letters.get(citation, '')}"

    def said_by(self, citations: Iterable[Citation]) -> dict[str, list[str]]:
        """The marks of some citations by source, in their order."""
        found: dict[str, list[str]] = {}
        for citation in dict.fromkeys(citations):
            found.setdefault(citation.source, []).append(self.mark(citation))
        return found


def letter(at: int) -> str:
    """The letters of the passage at a place from 0: a to z, then aa."""
    name, left = "", at + 1
    while left:
        left, rest = divmod(left - 1, 26)
        name = chr(ord("a") + rest) + name
    return name
