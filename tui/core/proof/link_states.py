"""The state of an address, by what its server answers: a machine that is refused knows nothing of the page."""

from __future__ import annotations

from tui.core.proof.ledger import ALIVE, GONE, MOVED, REFUSED, UNREACHABLE
from tui.core.text.messages import translatable
from tui.core.web.page_key import page_key, split_address

OF_GONE = frozenset({404, 410})
_OF_UNREACHABLE = frozenset({408, 425})
_TO_MACHINES = 999
"""The status with which some networks turn machines away."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})

STATE_WORDS = {
    ALIVE: translatable("it is at its address"),
    MOVED: translatable("it is at another address now"),
    REFUSED: translatable("it is refused to a machine; a person may be able to read it"),
    GONE: translatable("it is gone from its address"),
    UNREACHABLE: translatable("it cannot be reached"),
}
"""The sentence for each state, about a page."""


def state_of(status: int, url: str, last: str) -> str:
    """The state of an address that led to `last`, where the server answered with that status.

    An address that leads to another form of itself (https, www, a slash more) is alive.
    """
    if 200 <= status < 300:
        return ALIVE if page_key(url) == page_key(last) else MOVED
    if status in OF_GONE:
        return GONE
    if _TO_MACHINES > status >= 500 or status < 400 or status in _OF_UNREACHABLE:
        return UNREACHABLE
    return REFUSED


def is_front_page(url: str, last: str) -> bool:
    """True when an address of a page leads to the front page of a site, as many do with what they took away."""
    return not _is_front(url) and _is_front(last)


def _is_front(address: str) -> bool:
    parts = split_address(address)
    return parts is not None and not parts.path.strip("/") and not parts.query
