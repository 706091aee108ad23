"""The site of an address: the host, the part of it that somebody registered, and a name for the page.

A page in an archive is that of its original. Nothing is fetched.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.web.page_key import decoded, host_in_letters, in_punycode, split_address
from tui.core.web.public_suffixes import suffixes

LONGEST_PATH = 60
"""Characters of a path in the name of a page."""

_ENDING = re.compile(r"\.(?:[xs]?html?|php[0-9]?|aspx?|jsp|cgi|cfm|pdf|txt|md)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
"""The part of a path that says something, where a number or a code does not."""
_NUMBERED = re.compile(r"[0-9.]+|\[.*\]")
"""A host that is a number, and belongs to no name."""
_OF_MANY = frozenset((
    "beehiiv.com", "blogspirit.com", "canalblog.com", "eklablog.com", "free.fr", "hautetfort.com", "hypotheses.org",
    "livejournal.com", "medium.com", "over-blog.com", "substack.com", "tumblr.com", "typepad.com", "unblog.fr",
    "wordpress.com", "s3.amazonaws.com",
))  # fmt: skip
"""Hosts that give each author a name of their own, and that the list of public suffixes lacks."""
_BUCKETS = re.compile(r"s3(?:[.-][a-z0-9-]+)+\.amazonaws\.com")
"""The same of one region: `s3.eu-west-1.amazonaws.com`."""


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
    host = host_in_letters(address)
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
        if name in known or ".".join(("*", *rest[1:])) in known or _is_of_many(f"{name}.{domain}"):
            longest = len(rest)
            break
    return ".".join(labels[-(longest + 2) :])


def _is_of_many(host: str) -> bool:
    return host in _OF_MANY or bool(_BUCKETS.fullmatch(host))


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
