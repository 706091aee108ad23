"""Passwords in addresses are refused, and not shown."""

from __future__ import annotations

import pytest

from tui.core.citation.addresses import fault
from tui.core.web.password import has_password, masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://me:secret@host.example/x", "https://me:******@host.example/x"),
        ("url: https://:p@h.example and http://a:bb@h", "url: https://:*@h.example and http://a:**@h"),
        ("https://web.archive.org/web/2025/https://me:se:cret@host/x", "https://web.archive.org/web/2025/https://me:*******@host/x"),
        ("ftp://me:pässword@host", "ftp://me:********@host"),
    ],
)  # fmt: skip
def test_a_password_becomes_asterisks_and_all_else_stays_where_it_was(text: str, shown: str) -> None:
    assert has_password(text)
    assert masked(text) == shown
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://medium.com/@me/a:b@c", "https://host:80/@x", "https://host/?q=a:b@c", "me@host.example", "a: b@c",
        "https://host.example:8080", "https://me@host", "12:30 @ home", "https://host/#a:b@c",
    ],
)  # fmt: skip
def test_what_is_no_password_stays(text: str) -> None:
    assert not has_password(text)
    assert masked(text) == text


def test_an_address_with_a_password_is_no_address() -> None:
    assert fault("https://me:secret@host.example/") == "an address holds no user name"
    assert fault("https://web.archive.org/web/2025/https://me:secret@host.example/") == "an address holds no password"
    assert fault("https://web.archive.org/web/2025/https://medium.com/@me") is None
