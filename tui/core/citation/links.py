"""Addresses that are safe to open and to print, and links that open an article at a passage."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tui.core.text.clean import clean
from tui.core.timeline.model import Passage

LONGEST = 2083
"""Bytes of an address; longer ones are cut or refused by terminals and browsers."""

_PARTS = re.compile(r"(https?)://([^/?#\\]+)((?:[/?][^#]*)?)(?:#(.*))?", re.IGNORECASE | re.DOTALL)
# A name before an `@` is refused on purpose: it makes `https://rtbf.be@example.org` look like the first.
_LABEL = "[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
_HOST = re.compile(rf"({_LABEL}(?:\.{_LABEL})*\.?|\[[0-9a-f:.]+\])(:[0-9]{{1,5}})?")
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~")
_IN_ADDRESS = _UNRESERVED | frozenset("-:/?[]@!$&'()*+,;=%")
"""RFC 3986, sections 2.2 and 2.3, and the percent sign of what is encoded already."""
_DIRECTIVE = ":~:"


def safe_url(url: str) -> str | None:
    """The address in ASCII, its host in punycode; None unless it is plain http or https with a host."""
    found = _PARTS.fullmatch(url)
    if found is None or clean(url) != url or any(map(str.isspace, url)):
        return None
    host = _ascii_host(found[2])
    if host is None:
        return None
    rest, fragment = (_STRAY_PERCENT.sub("%25", part or "") for part in found.group(3, 4))
    whole = f"{found[1].lower()}://{host}{_encoded(rest, _IN_ADDRESS)}"
    whole += f"#{_encoded(fragment, _IN_ADDRESS)}" if fragment else ""
    return whole if len(whole) <= LONGEST else None


@lru_cache(maxsize=16_384)
def link(url: str, start: str | None = None, end: str | None = None) -> str | None:
    """The safe address that opens at the passage (at the top when that gets too long), else None."""
    address = safe_url(url)
    if address is None or not start:
        return address
    page, _, fragment = address.partition("#")
    anchor = fragment.partition(_DIRECTIVE)[0]
    whole = f"{page}#{anchor}{_DIRECTIVE}{_directive(start, end)}"
    return whole if len(whole) <= LONGEST else address


def link_to(url: str, passage: Passage | None) -> str | None:
    """The safe address that opens at a passage, on its page where it has one: `report.pdf#page=12`."""
    if passage is None:
        return safe_url(url)
    page, has_fragment, _fragment = url.partition("#")
    if passage.page is not None and not has_fragment:
        url = f"{page}#page={passage.page}"
        if page.partition("?")[0].lower().endswith(".pdf"):
            return safe_url(url)
    return link(url, passage.start, passage.end)


DOCUMENTS = (".html", ".htm", ".xhtml", ".pdf", ".txt", ".md")
"""The ends of the names of copies that a viewer shows, as browsers do."""


def is_document(name: str) -> bool:
    """True for the name of a file that a viewer shows."""
    return name.lower().endswith(DOCUMENTS)


def fragment_in(name: str, passage: Passage | None) -> str:
    """The fragment by which a viewer goes to a passage in a document of that name: `#page=12`, `#:~:text=a,b`."""
    if passage is None:
        return ""
    if name.lower().endswith(".pdf"):
        return "" if passage.page is None else f"#page={passage.page}"
    return f"#{_DIRECTIVE}{_directive(passage.start, passage.end)}"


def _directive(start: str, end: str | None) -> str:
    """The directive that makes a browser go to the words: `text=first%20words,last%20words`.

    By the URL Fragment Text Directives draft of the WICG, in which `-`, `,` and `&` have a meaning.
    """
    parts = (re.sub("[ \t\r\n]+", " ", part.strip()) for part in (start, end) if part)
    return "text=" + ",".join(_encoded(part, _UNRESERVED) for part in parts)


def _encoded(text: str, kept: frozenset[str]) -> str:
    """The text with all but the kept characters percent-encoded as UTF-8."""
    if kept.issuperset(text):
        return text
    return "".join(map(_codes(kept).__getitem__, text.encode("utf-8", "replace")))


@cache
def _codes(kept: frozenset[str]) -> tuple[str, ...]:
    """Each byte as it stands in an address."""
    return tuple(chr(byte) if chr(byte) in kept else f"%{byte:02X}" for byte in range(256))


def _ascii_host(authority: str) -> str | None:
    """The host and port in ASCII lower case (punycode for other letters), or None when it is no host."""
    host = authority.lower()
    if not host.isascii():
        name, colon, port = host.partition(":")
        try:
            host = name.encode("idna").decode("ascii").lower() + colon + port
        except UnicodeError:
            return None
    found = _HOST.fullmatch(host)
    return host if found and int((found[2] or ":0")[1:]) <= 65535 else None
