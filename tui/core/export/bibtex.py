"""Sources as BibTeX entries: `@misc`, which every style knows, with what biblatex reads besides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.core.citation.links import link
from tui.core.citation.resolve import ResolvedCitation, gone_since
from tui.core.dates.edtf import Date
from tui.core.dates.words import in_words
from tui.core.export.csl import plain_day
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Source

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Macros that every style defines."""

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
}  # fmt: skip
"""The characters that mean something to TeX. Braces become commands: even escaped, BibTeX would count them."""


def entries(groups: Iterable[tuple[ResolvedCitation, ...]], voice: TimelineInLanguage) -> str:
    """An entry a source, from the citations of each together."""
    keys: dict[str, int] = {}
    return "\n".join(_entry(group, _key(group[0], keys), voice) for group in groups)


def _key(first: ResolvedCitation, keys: dict[str, int]) -> str:
    """The key of an entry: the source's id in letters that BibTeX takes, and a number when others have the same."""
    name = first.citation.source
    key = re.sub("[^A-Za-z0-9.:+/_-]+", "-", name if name.isascii() else fold(name)).strip("-") or "source"
    keys[key] = keys.get(key, 0) + 1
    return key if keys[key] == 1 else f"{key}+{keys[key]}"


def _entry(group: tuple[ResolvedCitation, ...], key: str, voice: TimelineInLanguage) -> str:
    fields = dict(_fields(group, voice))
    lines = (f"  {name:<12} = {value},\n" for name, value in fields.items() if value != "{}")
    return f"@misc{{{key},\n{''.join(lines)}}}\n"


def _fields(group: tuple[ResolvedCitation, ...], voice: TimelineInLanguage) -> Iterator[tuple[str, str]]:
    source = group[0].source or Source(group[0].citation.source)
    yield "title", _braced(_braced(escaped(voice.source_title(source))))
    yield "author", _braced(_braced(escaped(source.author)) if source.author else "")
    yield "howpublished", _braced(escaped(source.publisher_or_site or ""))
    yield from _day(source.published)
    yield "url", _braced(link(source.url) or "" if source.url else "")
    yield "urldate", _braced(_urldate(source.seen))
    yield "language", _braced(escaped(source.language or ""))
    yield "note", _braced("; ".join(map(escaped, _remarks(group, source, voice))))


def _day(published: Date | None) -> Iterator[tuple[str, str]]:
    """Year, month and day, as far as they are certain."""
    parts = plain_day(published)
    if parts:
        yield "year", _braced(str(parts[0]))
        if len(parts) > 1:
            yield "month", MONTHS[parts[1] - 1]
        if len(parts) > 2:
            yield "day", _braced(str(parts[2]))


def _urldate(seen: Date | None) -> str:
    parts = plain_day(seen)
    return "-".join(f"{part:02}" for part in parts) if parts and len(parts) == 3 else ""


def _remarks(group: tuple[ResolvedCitation, ...], source: Source, voice: TimelineInLanguage) -> Iterator[str]:
    """The facts without a field in BibTeX: a date that is not certain, a page that is gone, the copy, the passages."""
    if source.published and plain_day(source.published) is None:
        yield _("published {date}", date=in_words(source.published, voice.language))
    if source.gone:
        yield gone_since(source.gone, voice)
    yield from (f"archive: {one}" for one in source.archives)
    yield from (f"“{one.citation.passage.located}”" for one in group if one.citation.passage)


def escaped(text: str) -> str:
    """A text on one line in which TeX means nothing by anything."""
    return "".join(_SPECIAL.get(character, character) for character in clean_line(text))


def _braced(text: str) -> str:
    return f"{{{text}}}"
