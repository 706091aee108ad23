"""Did you mean: near names are offered, far ones are not."""

from __future__ import annotations

import pytest

from tui.core.citation.addresses import fault
from tui.core.text.nearest import closest, did_you_mean

NAMES = ["ikanbi", "totalenergies", "setca-liege", "rtl-761046", "contract"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ikanby", "ikanbi"),
        ("TotalEnergies", "totalenergies"),
        ("total-energies", "totalenergies"),
        ("SETCa Liège", "setca-liege"),
        ("rtl-761064", "rtl-761046"),
        ("contracts", "contract"),
        ("total", "totalenergies"),
        ("zzz", None),
        ("", None),
        ("…", None),
    ],
)
def test_the_nearest_name_is_offered(text: str, expected: str | None) -> None:
    assert closest(text, NAMES) == expected


def test_a_hint_is_a_question() -> None:
    assert did_you_mean("ikanby", NAMES) == 'did you mean "ikanbi"?'
    assert did_you_mean("zzz", NAMES) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c#d",
        "https://fr.wikipedia.org/wiki/Liège_(ville)",
        "https://xn--exmple-cua.org/",
        "HTTPS://EXAMPLE.ORG/",
        "http://[::1]:80/",
    ],
)
def test_what_may_be_opened_is_no_fault(address: str) -> None:
    assert fault(address) is None


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("javascript:alert(1)", "an address begins with https:// or http://"),
        ("--version", "an address begins with https:// or http://"),
        ("example.org", "an address begins with https:// or http://"),
        ("https://", "an address has a host after ://"),
        ("https:///x", "an address has a host after ://"),
        ("https://a b", "an address holds no spaces"),
        ("https://a\x1b", "an address holds no control characters"),
        ("https://a/\u202e", "an address holds no control characters"),
        ("https://user@evil.example/", "an address holds no user name"),
        ("https://a\\b/", "this is not an address"),
        ("https://a/" + "x" * 2083, "an address has at most 2083 bytes"),
    ],
)
def test_what_may_not_be_opened_is_told_why(address: str, reason: str) -> None:
    assert fault(address) == reason
