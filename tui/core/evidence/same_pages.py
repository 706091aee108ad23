"""Sources that are one page, under several ids or addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tui.core.timeline.model import Source
from tui.core.web.page_key import page_key, split_address


def same_pages(sources: Iterable[Source]) -> dict[str, str]:
    """Of each source whose page is an earlier one's: the id of the first, by its own."""
    first: dict[str, str] = {}
    found = {}
    for source in sources:
        key = source_key(source)
        other = first.setdefault(key, source.id) if key else source.id
        if other != source.id:
            found[source.id] = other
    return found


def source_key(source: Source) -> str | None:
    """The key of a source's page; of one that has only a copy on the web, that of the copy; None without either."""
    address = source.url or source.archive
    return page_key(address) if address and (source.url or split_address(address)) else None


def count_pages(names: Collection[str], same: Mapping[str, str]) -> int:
    """The number of pages that some sources are, by their ids and what `same_pages` says of them."""
    return len({same.get(name, name) for name in names}) if same else len(names)
