"""One page has many addresses, and an archive's copy of it has one more; another page is another source."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.timelines import event, timeline
from tui.core.checks.lints import remarks
from tui.core.checks.timeline_rules import RuleInput, one_source_an_address
from tui.core.entry.source_from_url import known_as, source_of
from tui.core.evidence.same_pages import same_pages
from tui.core.index.index import Index
from tui.core.index.memory import MemoryAnswers
from tui.core.index.selection import select
from tui.core.timeline.model import Citation, Source, Timeline
from tui.core.web.page_key import bare_host, original, page_key

PAGE = "https://example.org/x"

SPELLINGS = [
    "http://example.org/x", "HTTPS://example.org/x", "https://EXAMPLE.ORG/x", "https://Www.Example.org/x",
    "https://www.example.org/x", "https://www2.example.org/x", "https://m.example.org/x", "https://www.m.example.org/x",
    "https://mobile.example.org/x", "https://amp.example.org/x", "https://example.org:443/x", "http://example.org:80/x",
    "https://example.org./x", "https://example.org/x/", "https://example.org/x//", "https://example.org/x/index.html",
    "https://example.org/x/index.htm", "https://example.org/x/Index.PHP", "https://example.org/x/default.aspx",
    "https://example.org/x#", "https://example.org/x#top", "https://example.org/x#comments",
    "https://example.org/x#:~:text=first,last", "https://example.org/x#top:~:text=first", "https://example.org/x?",
    "https://example.org/x?&", "https://example.org/x?utm_source=tw", "https://example.org/x?UTM_Medium=a&utm_id=1",
    "https://example.org/x?fbclid=IwAR0", "https://example.org/x?gclid=1&msclkid=2#top", "https://example.org/x?mc_cid=1",
    "https://example.org/x?xtor=RSS-1", "https://example.org/x?mibextid=z", "https://example.org/x#xtor=RSS-1",
    "https://example.org/%78", "https://example.org/x?amp", "https://example.org/x?amp=1",
    "https://example.org/x?outputType=amp", "https://example.org/x/amp", "https://example.org/x/amp/",
    "https://example.org/amp/x", "https://example.org/./x", "https://example.org/a/../x",
    "https://example.org/x?CMP=Share_iOSApp_Other", "https://example.org/x?cmp=rss-feed",
    "https://example.org/x;jsessionid=0A1", "https://example.org/x?PHPSESSID=1", "<https://example.org/x>",
]  # fmt: skip

VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
VIDEOS = [
    "https://youtu.be/dQw4w9WgXcQ", "http://www.youtu.be/dQw4w9WgXcQ/", "https://youtu.be/dQw4w9WgXcQ?si=AbC&t=42",
    "https://youtube.com/watch?v=dQw4w9WgXcQ", "https://m.youtube.com/watch?v=dQw4w9WgXcQ&feature=youtu.be",
    "https://www.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&index=3&t=1m2s", "https://www.youtube.com/embed/dQw4w9WgXcQ",
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0", "https://www.youtube.com/shorts/dQw4w9WgXcQ",
    "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share", "https://www.youtube.com/v/dQw4w9WgXcQ",
    "https://music.youtube.com/watch?v=dQw4w9WgXcQ", "https://youtu.be/dQw4w9WgXcQ#t=10",
    "https://web.archive.org/web/2025/https://youtu.be/dQw4w9WgXcQ",
]  # fmt: skip
OTHER_VIDEOS = [
    "https://youtu.be/dQw4w9WgXcq", "https://youtu.be/", "https://www.youtube.com/", "https://www.youtube.com/watch",
    "https://www.youtube.com/@channel", "https://www.youtube.com/playlist?list=dQw4w9WgXcQ",
    "https://www.youtube.com/dQw4w9WgXcQ", "https://vimeo.com/watch?v=dQw4w9WgXcQ", "https://youtu.be/a/dQw4w9WgXcQ",
]  # fmt: skip


@pytest.mark.parametrize("address", VIDEOS)
def test_a_video_is_one_page_by_all_its_addresses(address: str) -> None:
    assert page_key(address) == page_key(VIDEO) == "youtube.com/watch?v=dQw4w9WgXcQ"


def test_another_video_or_page_beside_it_is_another() -> None:
    assert len({page_key(address) for address in (VIDEO, *OTHER_VIDEOS)}) == len(OTHER_VIDEOS) + 1


COPIES = [
    "https://ghostarchive.org/archive/20250825/https://example.org/x",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fx&h=A",
    "https://translate.google.com/translate?sl=fr&tl=en&u=https://example.org/x",
    "https://web.archive.org/web/20250825000000/https://example.org/x",
    "http://web.archive.org/web/20250825/http://www.example.org/x/",
    "https://web.archive.org/web/2025/https://example.org/x?utm_source=a",
    "https://web.archive.org/web/20250825000000id_/https://example.org/x",
    "https://web.archive.org/web/20250825000000if_/https://example.org/x#top",
    "https://web.archive.org/web/20250825000000/example.org/x",
    "https://web.archive.org/web/20250825000000/http:/example.org/x",
    "https://web.archive.org/web/20250825000000/https://example.org:443/x",
    "https://web.archive.org/web/*/https://example.org/x",
    "https://web.archive.org/web/2025*/https://example.org/x",
    "https://web.archive.org/web/https://example.org/x",
    "https://web.archive.org/web/20250825000000/https%3A%2F%2Fexample.org%2Fx",
    "https://web.archive.org/save/https://example.org/x",
    "https://web.archive.org/https://example.org/x",
    "https://archive.org/wayback/available?url=example.org/x&url=https://example.org/x",
    "https://www.webcitation.org/query?url=http%3A%2F%2Fexample.org%2Fx&date=2025-08-25",
    "https://arquivo.pt/wayback/20250825000000/https://example.org/x",
    "https://webarchive.nationalarchives.gov.uk/ukgwa/20250825000000/https://example.org/x",
    "https://archive.ph/https://example.org/x",
    "https://archive.ph/newest/example.org/x",
    "https://archive.today/newest/https://example.org/x",
    "https://archive.is/20250825120000/https://example.org/x",
    "https://archive.li/2025.08.25-120000/https://example.org/x",
    "https://archive.fo/https%3A%2F%2Fexample.org%2Fx",
    "https://archive.vn/?run=1&url=https%3A%2F%2Fexample.org%2Fx",
    "https://archive.md/submit/?url=https://example.org/x",
    "https://archive.ph/20250825/https://web.archive.org/web/2025/https://example.org/x",
    "https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:https://example.org/x+words&hl=fr",
    "http://webcache.googleusercontent.com/search?q=cache:https://example.org/x",
    "https://webcache.googleusercontent.com/search?hl=fr&q=cache%3Aexample.org%2Fx",
    "https://www.google.com/search?q=cache:example.org/x",
    "https://cc.bingj.com/cache.aspx?q=url%3ahttps%3a%2f%2fexample.org%2fx&d=123&mkt=fr-BE",
    "https://cc.bingj.com/cache.aspx?d=123&u=https%3a%2f%2fexample.org%2fx",
    "https://www.google.be/amp/s/www.example.org/x",
    "https://example-org.cdn.ampproject.org/c/s/example.org/x?amp_js_v=0.1",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fx&usg=1",
]

OTHERS = [
    "https://example.org/X", "https://example.org/y", "https://example.org/x/2", "https://example.org/x.html",
    "https://example.org/x/index", "https://example.org/x-index.html", "https://example.org/", "https://example.com/x",
    "https://news.example.org/x", "https://mexample.org/x", "https://m.org/x", "https://example.org:8080/x",
    "http://example.org:443/x", "https://example.org/x?id=1", "https://example.org/x?ref=1", "https://example.org/x?p=2",
    "https://example.org/x?q=utm_source", "https://example.org/x#!/route", "https://example.org/x#/route",
    "https://example.org/x%2Fy", "https://example.org/x%20", "https://example.org/xamp", "https://example.org/lamp/x",
    "https://example.org/x?amplitude=1", "https://example.org/redirect?url=https://example.org/x",
    "https://web.archive.org/web/20250825000000/https://example.org/y", "https://web.archive.org/",
    "https://web.archive.org/web/20250825000000/https://example.org/x?id=1", "https://archive.ph/AbCd1",
    "https://archive.org/details/x", "https://blog.archive.org/https://example.org/x",
    "https://www.google.com/search?q=https://example.org/x", "https://cc.bingj.com/cache.aspx?q=strike+example&d=1",
]  # fmt: skip


@pytest.mark.parametrize("address", [*SPELLINGS, *COPIES])
def test_one_page_has_one_key(address: str) -> None:
    assert page_key(address) == page_key(PAGE)
    assert known_as(address, [Source("known", url=PAGE)]) is not None
    assert bare_host(address.strip("<>")) == "example.org"


@pytest.mark.parametrize("address", OTHERS)
def test_another_page_has_another(address: str) -> None:
    assert page_key(address) != page_key(PAGE)
    assert known_as(address, [Source("known", url=PAGE)]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.be/?b=2&a=1", "https://www.a.be?a=1&b=2&utm_source=x"),
        ("https://a.be/?a=1&amp;b=2", "https://a.be/?b=2&a=1"),
        ("https://a.be/%c3%a9t%C3%A9", "https://a.be/été"),
        ("https://a.be/%7Ex", "https://a.be/~x"),
        ("https://a.be/x%2C1%3A2%28y%29", "https://a.be/x,1:2(y)"),
        ("https://a.be/?q=a+b", "https://a.be/?q=a%20b"),
        ("https://a.be/?q=a%2Fb%3F", "https://a.be/?q=a/b?"),
        ("https://a.be/100%", "https://a.be/100%25"),
        ("https://a.be/x#!/r", "http://www.a.be/x#!/r:~:text=a"),
        ("https://fr.m.wikipedia.org/wiki/X", "https://fr.wikipedia.org/wiki/X"),
        ("https://bücher.example/x", "https://xn--bcher-kva.example/x"),
        ("https://[2001:db8::1]:443/x", "https://[2001:DB8::1]/x"),
        ("https://archive.is/AbCd1", "https://archive.ph/AbCd1"),
        ("https://a.be/story.amp.html", "https://a.be/story.html"),
    ],
)
def test_signs_and_parameters_may_be_written_otherwise(one: str, other: str) -> None:
    assert page_key(one) == page_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.be/?a=1&b=2", "https://a.be/?a=2&b=1"),
        ("https://a.be/a%2Fb", "https://a.be/a/b"),
        ("https://a.be/?q=a%26b", "https://a.be/?q=a&b"),
        ("https://a.be/?q=a%2Bb", "https://a.be/?q=a+b"),
        ("https://a.be/x#!/r", "https://a.be/x#!/s"),
        ("https://a.be/é", "https://a.be/e"),
        ("https://fr.wikipedia.org/wiki/X", "https://nl.wikipedia.org/wiki/X"),
        ("https://archive.ph/AbCd1", "https://archive.ph/AbCd2"),
        ("https://www.be/x", "https://be/x"),
    ],
)
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    assert page_key(one) != page_key(other)


@given(st.text(max_size=40), st.sampled_from(COPIES), st.text("abé%/?&=#,.-:[]@+ 09", max_size=40))
def test_no_address_is_too_odd_and_an_original_is_no_copy(one: str, copy: str, other: str) -> None:
    for text in (one, f"https://{one}", f"https://a.be/{other}", copy + other, copy[: len(one)] + other):
        assert isinstance(page_key(text), str)
        found = original(text)
        assert found == text or len(found) < len(text) + len("https://")


# ---- Who sees through it


def two(first: str, second: str) -> Timeline:
    sources = [Source("s1", url=first), Source("s2", url=second), Source("paper")]
    both = event("2025-08-25", "E", id="e")._replace(citations=(Citation("s1"), Citation("s2")))
    return timeline([both])._replace(sources={one.id: one for one in sources})


def codes(whole: Timeline) -> Iterable[str]:
    problems = (one.code for one in one_source_an_address(RuleInput(whole)))
    return [*problems, *(one.code for one in remarks(whole, None) if one.code != "undated-source")]


@pytest.mark.parametrize("address", [PAGE, SPELLINGS[0], SPELLINGS[6], COPIES[0], COPIES[18], COPIES[27]])
def test_an_event_on_one_page_rests_on_one_source(address: str) -> None:
    whole = two(PAGE, address)
    assert codes(whole) == ["same-address", "single-source"]
    index = Index(whole, 0)
    shown = select(index)
    assert shown.tally.lone == 1
    assert shown.tally.sources == 1, "a heading counts pages"
    assert MemoryAnswers(shown).window(None, 1)[0].rests_on == 1


def test_an_event_on_two_pages_of_one_site_has_one_publisher() -> None:
    for address in ("https://m.example.org/y", "https://archive.ph/https://www.example.org/y"):
        whole = two(PAGE, address)
        assert codes(whole) == ["one-publisher"]
        assert select(Index(whole, 0)).tally.lone == 0


def test_an_event_on_pages_of_two_sites_rests_on_two_sources() -> None:
    whole = two(PAGE, "https://web.archive.org/web/2025/https://example.com/x")
    assert codes(whole) == []
    assert MemoryAnswers(select(Index(whole, 0))).window(None, 1)[0].rests_on == 2


@pytest.mark.parametrize(
    ("address", "message", "hint"),
    [
        (PAGE, 'source "s1" has this address already', 'cite "s1" instead'),
        (SPELLINGS[0], 'source "s1" is this page already', 'cite "s1" instead'),
        (COPIES[0], 'source "s1" is the page that this is a copy of', 'archive: … under "s1"'),
    ],
)
def test_the_later_of_two_sources_is_said_with_what_to_do(address: str, message: str, hint: str) -> None:
    (problem,) = one_source_an_address(RuleInput(two(PAGE, address)))
    assert (problem.message, problem.hint) == (message, hint)


def test_a_source_that_has_only_a_copy_is_its_page_and_a_file_is_none() -> None:
    copies = [Source("a", url=PAGE), Source("b", archives=(COPIES[0],)), Source("c", archives=("x.pdf",)), Source("d")]
    assert same_pages([*copies, Source("e", archives=("x.pdf",))]) == {"b": "a"}
    assert known_as(SPELLINGS[0], copies[1:]) == copies[1]


def test_a_new_source_from_a_copy_is_called_after_its_original() -> None:
    known = Timeline("t", {}, "en", sources={"ex-1": Source("ex-1", url=PAGE, publisher="Ex", language="fr")})
    new = source_of("https://archive.ph/20260101/https://www.example.org/2025/08/25/strike", known, 10**6)
    assert (new.id, new.publisher, new.language) == ("ex-strike", "Ex", "fr")
    assert new.published is not None
    assert new.published.text == "2025-08-25"


def test_slashes_in_a_row_are_one_and_a_host_is_one_in_letters_and_in_punycode() -> None:
    assert page_key("https://example.org//a///b") == page_key("https://example.org/a/b")
    assert page_key("https://example.org/a?x=//b") != page_key("https://example.org/a?x=/b")
    assert codes(two("https://xn--mnchen-3ya.de/a", "https://münchen.de/b")) == ["one-publisher"]
    for host in ("substack.com", "wordpress.com", "s3.amazonaws.com"):
        assert codes(two(f"https://one.{host}/a", f"https://other.{host}/b")) == []
