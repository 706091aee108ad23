"""What an address says of its page: the host, who registered it, a name for the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.timeline.model import Source
from tui.core.web.site import registered_part, site

REGISTERED = {
    "example.org": "example.org",
    "news.example.org": "example.org",
    "news.bbc.co.uk": "bbc.co.uk",
    "co.uk": "co.uk",
    "uk": "uk",
    "abc.net.au": "abc.net.au",
    "www1.asahi.co.jp": "asahi.co.jp",
    "someone.github.io": "someone.github.io",
    "a.someone.github.io": "someone.github.io",
    "gov.uk": "gov.uk",
    "data.insee.fr": "insee.fr",
    "x.y.z.ck": "y.z.ck",
    "a.www.ck": "www.ck",
    "presse.städte.example.de": "example.de",
    "食狮.公司.cn": "食狮.公司.cn",
    "a.食狮.公司.cn": "食狮.公司.cn",
    "192.0.2.7": "192.0.2.7",
    "[2001:db8::1]": "[2001:db8::1]",
    "localhost": "localhost",
    "printer.unknownending": "printer.unknownending",
    "..": "..",
    "someone.substack.com": "someone.substack.com",
    "substack.com": "substack.com",
    "blog.someone.wordpress.com": "someone.wordpress.com",
    "some.s3.amazonaws.com": "some.s3.amazonaws.com",
    "s3.amazonaws.com": "s3.amazonaws.com",
    "some.s3.eu-west-1.amazonaws.com": "some.s3.eu-west-1.amazonaws.com",
    "some.s3-eu-west-1.amazonaws.com": "some.s3-eu-west-1.amazonaws.com",
    "docs.aws.amazonaws.com": "amazonaws.com",
}


@pytest.mark.parametrize(("host", "registered"), REGISTERED.items())
def test_a_site_is_one_label_before_the_public_suffix(host: str, registered: str) -> None:
    assert registered_part(host) == registered


PAGES = {
    "https://twitter.com/user/status/126712?lang=en": "twitter.com › status/126712",
    "https://www.example.org/crime/2020/06/police-fire-pellets.html": "example.org › police-fire-pellets",
    "https://www.example.org/": "example.org",
    "https://m.example.org": "example.org",
    "http://example.org:8080/a%20b.php": "example.org › a b",
    "https://example.org/index.php?id=7": "example.org › index?id=7",
    "https://example.org/?p=123": "example.org › ?p=123",
    "https://example.org/2020/06/12": "example.org › 2020/06/12",
    "https://example.org/d%C3%A9p%C3%AAche/": "example.org › dépêche",
    "https://web.archive.org/web/2020/http://news.example.co.uk/a/strike": "news.example.co.uk › strike",
    "https://example.org/" + "long-" * 30: "example.org › " + ("long-" * 30)[:59] + "…",
}


@pytest.mark.parametrize(("address", "name"), PAGES.items())
def test_a_page_is_called_by_its_host_and_the_end_of_its_path(address: str, name: str) -> None:
    found = site(address)
    assert found is not None
    assert found.page == name


def test_a_host_has_one_name_in_letters_and_in_punycode() -> None:
    spellings = ("xn--mnchen-3ya.de", "münchen.de", "MÜNCHEN.de", "www.XN--MNCHEN-3YA.de", "mu\u0308nchen.de:443")
    found = [site(f"https://{host}/rathaus") for host in spellings]
    assert {one and (one.registered, one.page) for one in found} == {("münchen.de", "münchen.de › rathaus")}
    for host in ("xn--80ak6aa92e.com", "аррӏе.com", "аpple.com", "bücher.аррӏе.com"):  # of Cyrillic letters
        spoof = site(f"https://{host}/x")
        assert spoof is not None
        assert "xn--" in spoof.registered
    odd = site("https://xn--a/x")
    assert odd is not None
    assert odd.host == "xn--a"


def test_what_is_no_address_names_no_site() -> None:
    assert [site(text) for text in ("", "l1", "ftp://example.org/x", "https://", "https:///x")] == [None] * 5


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_address_is_too_odd(host: str, path: str) -> None:
    found = site(f"https://{host}/{path}")
    assert found is None or "\n" not in found.page


def test_a_source_is_published_by_whom_the_file_says_else_by_its_site() -> None:
    address = "https://news.example.co.uk/a/strike-ends.html"
    said, bare = Source("s", publisher="The Example", url=address), Source("s", url=address)
    assert (said.publisher_or_site, bare.publisher_or_site) == ("The Example", "example.co.uk")
    assert bare.page_name == "news.example.co.uk › strike-ends"
    assert (Source("s").publisher_or_site, Source("s").page_name) == (None, "s")
