"""The notes of a page: each source with its dates, its address, its copy, the passages, and the ways back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.core.citation.footnotes import Footnote
from tui.core.citation.proof_words import proof_words
from tui.core.citation.resolve import ResolvedCitation
from tui.core.citation.sentence import author, dates
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.timeline.model import Source
from tui.page.content.articles import Articles, Reference
from tui.page.content.texts import Said, Texts


class PassageItem(NamedTuple):
    """A passage that is cited, with the links that open its page there."""

    label: str
    """`3b`."""
    letter: str
    words: Said
    address: str | None
    archive: str | None
    proof: str
    """The outcome of the search for it in a copy; empty where nobody has looked."""
    is_proved: bool


class NoteItem(NamedTuple):
    """A source as its note tells it."""

    number: int
    names: list[Said]
    """Publisher and author, as far as they are known."""
    title: Said
    address: str | None
    shown: str
    """The address in letters; empty where the title leads to it, or there is none."""
    dates: list[str]
    date_note: Said
    note: Said
    archive: str | None
    copy: str
    """The name of the file in which there is a copy."""
    passages: list[PassageItem]
    backs: list[Reference]


def notes(articles: Articles, texts: Texts) -> Iterator[NoteItem]:
    """Every note, by its number, once all articles are made."""
    for note in articles.notes:
        yield _note(note, texts, articles.references.get(note.whole.citation.source, []))


def _note(note: Footnote, texts: Texts, backs: list[Reference]) -> NoteItem:
    whole, source = note.whole, note.whole.source
    if source is None:
        missing = _("{source}: no such source in the file", source=clean_line(whole.citation.source))
        no = texts.quoted("", None)
        return NoteItem(note.number, [], texts.quoted(missing, None), None, "", [], no, no, None, "", [], backs)
    names = (texts.voice.publisher_beside_title(source), clean_line(author(source) or ""))
    return NoteItem(
        note.number,
        [texts.quoted(name, None) for name in names if name],
        texts.quoted(texts.voice.source_title(source), source.language),
        whole.target,
        clean_line(source.url) if source.url and whole.address is None else "",
        [*_exhibit(source), *dates(source, texts.voice)],
        texts.line(source.published_note),
        texts.line(source.note),
        whole.archive,
        clean_line(whole.copy_in_file or ""),
        [_passage(letter, one, note.number, texts, source.language) for letter, one in note.lettered()],
        backs,
    )


def _exhibit(source: Source) -> list[str]:
    """The number by which a court quotes it."""
    return [_("exhibit {number}", number=source.exhibit)] if source.exhibit else []


def _passage(letter: str, one: ResolvedCitation, number: int, texts: Texts, language: str | None) -> PassageItem:
    words = one.citation.passage.words if one.citation.passage else ""
    mark = texts.voice.timeline.proof_of(one.citation)
    return PassageItem(
        f"{number}{letter}",
        letter,
        texts.quoted(words, language),
        one.target,
        one.archive,
        proof_words(one.citation, texts.voice.timeline, texts.voice.language),
        mark is not None and mark.is_proved,
    )
