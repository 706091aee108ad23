"""The state of an address: what is refused to a machine is never called dead."""

from __future__ import annotations

import pytest

from tui.core.proof.ledger import ALIVE, GONE, MOVED, REFUSED, UNREACHABLE
from tui.core.proof.link_states import is_front_page, state_of

URL = "http://example.org/a/b"


@pytest.mark.parametrize(
    ("status", "last", "state"),
    [
        (200, URL, ALIVE),
        (200, "https://www.example.org/a/b/", ALIVE),
        (200, "https://example.org/a/b?utm_source=x", ALIVE),
        (200, "https://example.org/a/c", MOVED),
        (200, "https://consent.example.com/?next=a", MOVED),
        *((status, URL, REFUSED) for status in (400, 401, 402, 403, 405, 406, 418, 429, 451, 999)),
        *((status, URL, GONE) for status in (404, 410)),
        *((status, URL, UNREACHABLE) for status in (304, 408, 425, 500, 502, 503, 520)),
    ],
)
def test_the_state_of_an_address(status: int, last: str, state: str) -> None:
    assert state_of(status, URL, last) == state


@pytest.mark.parametrize(
    ("last", "is_front"),
    [("https://example.org", True), ("https://example.org/", True), ("https://other.example/", True),
     ("https://example.org/?id=3", False), ("https://example.org/fr", False), (URL, False)],
)  # fmt: skip
def test_a_front_page_is_known(last: str, is_front: bool) -> None:
    assert is_front_page(URL, last) is is_front
    assert not is_front_page("https://example.org/", last)
