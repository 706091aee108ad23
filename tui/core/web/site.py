"""The site of an address: the host, the part of it that somebody registered, and a name for the page.

A page in an archive is that of its original. Nothing is fetched.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.web.page_key import decoded, host_as_written, in_punycode, split_address
from tui.core.web.public_suffixes import suffixes

LONGEST_PATH = 60
"""Characters of a path in the name of a page."""

_ENDING = re.compile(r"\.(?:[xs]?html?|php[0-9]?|aspx?|jsp|cgi|cfm|pdf|txt|md)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
"""The part of a path that says something, where a number or a code does not."""
_NUMBERED = re.compile(r"[0-9.]+|\[.*\]")
"""A host that is a number, and belongs to no name."""


class Site(NamedTuple):
    """An address, as it is told."""

    host: str
    """Without `www.` and its like: `news.example.co.uk`."""
    registered: str
    """The part of the host that somebody registered: `example.co.uk`."""
    page: str
    """The page by its host and the end of its path: `news.example.co.uk › march-dispersed`."""


@lru_cache(maxsize=4096)
def site(address: str) -> Site | None:
    """The site of an address; None for what is no address of the web."""
    parts = split_address(address)
    host = host_as_written(address)
    if parts is None or not host:
        return None
    path = _short_path(parts.path, parts.query)
    host = clean_line(host)
    return Site(host, registered_part(host), f"{host} › {path}" if path else host)


def registered_part(host: str) -> str:
    """The registrable part of a host (publicsuffix.org/list): one label before the public suffix; a number whole."""
    labels = host.split(".")
    if _NUMBERED.fullmatch(host) or len(labels) < 2:
        return host
    *before, domain = in_punycode(host).split(".")
    known = suffixes(domain)
    longest = 0
    for at in range(len(before)):
        rest = before[at:]
        name = ".".join(rest)
        if f"!{name}" in known:
            longest = len(rest) - 1
            break
        if name in known or ".".join(("*", *rest[1:])) in known:
            longest = len(rest)
            break
    return ".".join(labels[-(longest + 2) :])


def _short_path(path: str, query: str) -> str:
    """The end of a path, from the last part on that says something in words; of a start page what is asked of it."""
    parts = [clean_line(decoded(part)).strip() for part in path.split("/") if part]
    if parts:
        parts[-1] = _ENDING.sub("", parts[-1])
        if query and fold(parts[-1]) in ("index", "default", "article", "item", "view", "watch", "show", "page"):
            parts[-1] += f"?{clean_line(query)}"
    elif query:
        parts = [f"?{clean_line(query)}"]
    last = next((at for at in range(len(parts) - 1, -1, -1) if _WORD.search(parts[at])), 0)
    short = "/".join(parts[last:])
    return short if len(short) <= LONGEST_PATH else f"{short[: LONGEST_PATH - 1]}…"
