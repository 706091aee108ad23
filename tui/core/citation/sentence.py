"""A citation in one line of words, as one copies it into a text."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.citation.resolve import ResolvedCitation, gone_since
from tui.core.dates.words import in_words
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Source


def sentence(one: ResolvedCitation, voice: TimelineInLanguage) -> str:
    """Author, publisher, title, when it was published and seen, address and archive: what is known of them."""
    source = one.source
    if source is None:
        return clean_line(one.citation.source)
    copy = one.archive or one.copy_in_file
    parts = (
        author(source),
        voice.publisher_beside_title(source),
        voice.source_title(source),
        *dates(source, voice),
        one.address,
        _("archive: {address}", address=copy) if copy else None,
        _("exhibit {number}", number=source.exhibit) if source.exhibit else None,
    )
    return clean_line(", ".join(part for part in parts if part))


def author(source: Source) -> str | None:
    """The author, where that is not who published it."""
    return None if fold(source.author or "") == fold(source.publisher or "") else source.author


def dates(source: Source, voice: TimelineInLanguage) -> Iterable[str]:
    """The days when it was published, when the curator saw it, and since when its page is gone."""
    yield in_words(source.published, voice.language) if source.published else _("undated")
    if source.seen:
        yield _("seen {day}", day=in_words(source.seen, voice.language))
    if source.gone:
        yield gone_since(source.gone, voice)
