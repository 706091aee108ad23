"""From an address to a source, without asking anybody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.citation import addresses
from tui.core.dates.calendar import parse_day
from tui.core.dates.parse import parse_date
from tui.core.entry import source_from_url
from tui.core.timeline.model import Source, Timeline
from tui.core.web.page_key import page_key, tidied

TODAY = parse_day("2026-11-22") or 0


def timeline(*sources: Source) -> Timeline:
    return Timeline("t", {}, "en", sources={source.id: source for source in sources})


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("https://a.be/x?utm_source=rss&id=3&utm_medium=b", "https://a.be/x?id=3"),
        ("https://a.be/x?fbclid=IwAR&gclid=1&mc_cid=2&mc_eid=3&xtor=RSS-1&at_medium=c&_gl=1", "https://a.be/x"),
        ("https://a.be/x?UTM_Source=1", "https://a.be/x"),
        (
            "https://a.be/?p=12&page=2&q=utm_source&ref=x&source=y",
            "https://a.be/?p=12&page=2&q=utm_source&ref=x&source=y",
        ),
        ("https://a.be/x,116490.html#:~:text=first,last", "https://a.be/x,116490.html"),
        ("https://a.be/x#part:~:text=first", "https://a.be/x#part"),
        ("https://a.be/x#Echobox=1693", "https://a.be/x"),
        ("https://a.be/x#!/route", "https://a.be/x#!/route"),
        ("  <https://a.be/x>  ", "https://a.be/x"),
        ("no address", "no address"),
    ],
)
def test_what_only_follows_the_reader_is_left_out(pasted: str, kept: str) -> None:
    assert tidied(pasted) == kept
    assert tidied(kept) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://www.A.be:80/x/", "https://a.be/x"),
        ("https://a.be/x?b=2&a=1&utm_id=3", "https://a.be/x?a=1&b=2"),
        ("https://a.be/%7Ex%c3%a9#top", "https://a.be/~x%C3%A9"),
        ("https://a.be", "https://a.be/"),
    ],
)
def test_one_page_has_many_addresses(one: str, other: str) -> None:
    known = Source("known", url=one)
    assert source_from_url.known_as(other, [known]) == known


@pytest.mark.parametrize(
    "other", ["https://a.be/y", "https://b.be/x", "https://a.be/x?id=1", "https://live.a.be/x", "https://a.be/x#!/y"]
)
def test_another_page_is_another_source(other: str) -> None:
    sources = [Source("known", url="https://a.be/x"), Source("paper", {"en": "P"})]
    assert source_from_url.known_as(other, sources) is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://a.be/2025/08/25/title", "2025-08-25"),
        ("https://a.be/actu/title/2025-08-25/article/761046", "2025-08-25"),
        ("https://a.be/20250825-title.html", "2025-08-25"),
        ("https://a.be/s20250521_cra", "2025-05-21"),
        ("https://a.be/2025/08/title", "2025-08"),
        ("https://a.be/2025/08/25/title-of-2025-08-24", None),
        ("https://a.be/2025/02/30/title", None),
        ("https://a.be/2026/11/22/title", "2026-11-22"),
        ("https://a.be/2026/11/23/title", None),
        ("https://a.be/2027/01/title", None),
        ("https://a.be/202508251234", None),
        ("https://a.be/98765432", None),
        ("https://a.be/x?d=2025-08-25", None),
        ("https://a.be/2025-08/25", "2025-08"),
    ],
)
def test_a_date_is_taken_only_where_it_is_plain(address: str, day: str | None) -> None:
    assert source_from_url.published(address, TODAY) == day


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (
            "https://www.rtbf.be/article/le-patron-dikanbi-repond-aux-syndicats-11588888",
            "rtbf-patron-dikanbi-repond-syndicats",
        ),
        ("https://a.com/news/120398/", "a-120398"),
        ("https://a.com/ab/120398/", "a-ab"),
        ("https://news.bbc.co.uk/articles/c0jq9dl93e2o", "bbc-c0jq9dl93e2o"),
        ("https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000051823123", "legifrance-jorftext000051823123"),
        ("https://a.be/?id=12", "a-12"),
        ("https://a.be/", "a"),
        ("https://a.be/%C3%A9t%C3%A9-br%C3%BBlant.html", "a-ete-brulant"),
        ("https://a.be/%FF%FE", "a"),
        ("https://[::1]:8080/", "1"),
        ("https://مثال.ma/فاس", "mthl"),
    ],
)
def test_an_id_is_the_publisher_and_words_that_can_be_read(address: str, name: str) -> None:
    assert source_from_url.new_id(address, (), ()) == name


def test_an_id_that_is_taken_gets_the_number_of_the_article_then_any() -> None:
    address = "https://a.be/the-strike-12345"
    assert source_from_url.new_id(address, (), {"a-strike"}) == "a-strike-12345"
    assert source_from_url.new_id(address, (), {"a-strike", "a-strike-12345"}) == "a-strike-2"


def test_a_host_that_is_known_gives_what_its_sources_agree_on() -> None:
    known = timeline(
        Source("trends-1", publisher="Trends", url="https://trends.a.be/1", language="fr", country="BE"),
        Source("trends-2", publisher="Trends", url="https://www.trends.a.be/2", language="nl"),
        Source("other", publisher="Other", url="https://a.be/3", language="en", country="FR"),
    )
    assert source_from_url.source_of("https://trends.a.be/2025/08/25/strike", known, TODAY) == Source(
        "trends-strike", publisher="Trends", url="https://trends.a.be/2025/08/25/strike", country="BE",
        published=parse_date("2025-08-25"), seen=parse_date("2026-11-22"),
    )  # fmt: skip


@given(st.text(max_size=80), st.text("abé%/?&=#,.-:[]@0123456789 ", max_size=60))
def test_no_address_is_too_odd(one: str, other: str) -> None:
    for text in (one, f"https://{one}", f"https://{other}", f"https://a.be/{other}"):
        tidy = tidied(text)
        assert tidied(tidy) == tidy
        assert page_key(tidy) == page_key(text)
        if addresses.fault(tidy) is None:
            source = source_from_url.source_of(tidy, timeline(), TODAY)
            assert source.id.isascii()
            assert "#" not in source.id
            assert source.id.strip("-") == source.id != ""
