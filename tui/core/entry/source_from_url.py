"""From the address of an article to a source, with what others tell of it.

Nothing is fetched: a publisher, a language and a country come from the sources of the same host, a date and an id
from the address.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from tui.core.citation import addresses
from tui.core.dates.calendar import iso, parse_day
from tui.core.dates.parse import parse_date
from tui.core.entry.title_in_address import title_in
from tui.core.evidence.same_pages import source_key
from tui.core.text.fold import fold
from tui.core.timeline.model import Source, Timeline
from tui.core.web.page_key import bare_host, is_archived, original, page_key, tidied

_PARTS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_DATES = re.compile(r"(?<![0-9])(?:(20[0-9]{2}|19[0-9]{2})([-/_.]?)([01][0-9])\2([0-3][0-9]))(?![0-9])")
_MONTH = re.compile(r"/((?:20|19)[0-9]{2})[-/]([01][0-9])/")
_SECOND_LEVEL = frozenset(("ac", "asso", "co", "com", "edu", "go", "gob", "gouv", "gov", "ne", "net", "or", "org"))
_EMPTY_WORDS = frozenset((
    "a", "actualite", "actualites", "amp", "an", "and", "article", "articles", "as", "at", "au", "aux", "avec", "ce",
    "ces", "d", "dans", "de", "des", "du", "elle", "en", "et", "for", "from", "il", "in", "index", "is", "l", "la",
    "le", "les", "leur", "mais", "n", "ne", "news", "no", "of", "on", "or", "ou", "page", "pages", "par", "pas", "post",
    "posts", "pour", "qu", "que", "qui", "s", "sa", "se", "ses", "son", "stories", "story", "sur", "the", "to", "un",
    "une", "vers", "with",
))  # fmt: skip
"""Words of an address that say nothing of its page."""
_MOST_WORDS = 4


# ---- The address


def published(address: str, today: int) -> str | None:
    """The day, or the month, that stands in an address, when exactly one does and it is not to come."""
    found = _PARTS.fullmatch(address)
    path = found[3] if found else ""
    days = {f"{year}-{month}-{day}" for year, _, month, day in _DATES.findall(path)}
    texts = days or {f"{year}-{month}" for year, month in _MONTH.findall(path)}
    if len(texts) != 1:
        return None
    (text,) = texts
    first = parse_day(text if days else f"{text}-01")
    return text if first is not None and first <= today else None


# ---- The source


def known_as(address: str, sources: Iterable[Source]) -> Source | None:
    """The source that is this page, if there is one already."""
    wanted = page_key(address)
    return next((one for one in sources if source_key(one) == wanted), None)


def source_of(address: str, timeline: Timeline, today: int, more: Mapping[str, Source] = {}, title: str = "") -> Source:
    """A source by its address, seen today; `more` are those that are about to be added.

    Its title is the one that is given, else what the words of the address tell. Of a copy in an archive the source is
    the original.
    """
    page, host = original(address), bare_host(address)
    siblings = siblings_of(host, (*timeline.sources.values(), *more.values()))
    day = published(page, today)
    language = _agreed(one.language for one in siblings) or timeline.source_language
    title = title or title_in(page, language)
    is_copy = is_archived(address)
    return Source(
        new_id(page, siblings, {**timeline.sources, **more}),
        titles={timeline.language: title} if title else {},
        publisher=_agreed(one.publisher for one in siblings),
        url=tidied(page) if is_copy else address,
        archives=(address,) if is_copy else (),
        published=parse_date(day) if day else None,
        seen=parse_date(iso(today)),
        language=language,
        country=_agreed(one.country for one in siblings),
    )


def siblings_of(host: str, sources: Iterable[Source]) -> list[Source]:
    """The sources of one host."""
    return [one for one in sources if one.url and bare_host(one.url) == host]


def _agreed(values: Iterable[str | None]) -> str | None:
    """The value of all that have one; None where they differ."""
    said = {value for value in values if value}
    return said.pop() if len(said) == 1 else None


def new_id(address: str, siblings: Iterable[Source], taken: Container[str]) -> str:
    """An id of its own from an address: the publisher, then words of the title, else a number."""
    return next(one for one in _ids(address, siblings) if one not in taken)


def _ids(address: str, siblings: Iterable[Source]) -> Iterator[str]:
    """Ids in order of preference, without end."""
    found = _PARTS.fullmatch(address)
    path, query = (found[3], found[4] or "") if found else ("", "")
    who = _beginning(siblings) or _publisher(bare_host(address))
    said = _said(path, query)
    base = "-".join([who, *said[:_MOST_WORDS]])
    yield base
    numbers = re.findall("[0-9]{3,}", f"{path}?{query}")
    if numbers and numbers[-1] not in said:
        yield f"{base}-{numbers[-1]}"
    number = 2
    while True:
        yield f"{base}-{number}"
        number += 1


def _said(path: str, query: str) -> list[str]:
    """The words of an address about its page: of its last part or of the one before, else a number or a code."""
    pieces = [_tokens(piece) for piece in path.split("/") if piece][-2:]
    for tokens in reversed(pieces):
        words = [token for token in tokens if token.isalpha() and token not in _EMPTY_WORDS]
        if words:
            return words
        if codes := [token for token in tokens if not token.isdigit() and not token.isalpha()]:
            return codes[:1]
    numbers = [token for tokens in (*pieces, _tokens(query)) for token in tokens if token.isdigit()]
    return numbers[-1:] or [token for token in _tokens(query) if token not in _EMPTY_WORDS]


def _tokens(piece: str) -> list[str]:
    """The words, numbers and codes of a part of an address, in small plain letters."""
    name, dot, ending = piece.rpartition(".")
    readable = _readable(name if dot and len(ending) <= 5 else piece)
    return [token[:40] for token in re.findall("[a-z0-9]+", fold(readable)) if len(token) > 1 or token.isdigit()]


def _readable(piece: str) -> str:
    """A part of a path with its letters in place of their numbers."""
    if "%" not in piece:
        return piece
    data = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), piece.encode("utf-8", "replace"))
    return data.decode("utf-8", "replace")


def _publisher(host: str) -> str:
    """The label of a host that names its publisher: `rtbf` of `rtbf.be`, `bbc` of `news.bbc.co.uk`."""
    labels = [label for label in re.split(r"[.:\[\]]", host) if label]
    if len(labels) > 1:
        labels.pop()
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return re.sub("[^a-z0-9-]+", "", fold(labels[-1] if labels else "")).strip("-") or "source"


def _beginning(siblings: Iterable[Source]) -> str | None:
    """The common beginning of the ids of one host's sources, if there is one: `trends` of trends.levif.be."""
    beginnings = {one.id.partition("-")[0] for one in siblings if not addresses.is_web(one.id)}
    return beginnings.pop() if len(beginnings) == 1 else None
