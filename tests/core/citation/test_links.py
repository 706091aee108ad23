"""Only honest addresses are opened, and they open at the passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.citation.links import LONGEST, link, safe_url


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://trends.levif.be/a-b/c.html?x=1&y=%20#top", None),
        ("HTTPS://Www.RTBF.be/Article", "https://www.rtbf.be/Article"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("https://[2001:db8::1]:443/x", "https://[2001:db8::1]:443/x"),
        ("https://rtbf.be/article/é«»", "https://rtbf.be/article/%C3%A9%C2%AB%C2%BB"),
        ("https://rtbf.be/100%", "https://rtbf.be/100%25"),
        ('https://rtbf.be/"<>`{|}^', "https://rtbf.be/%22%3C%3E%60%7B%7C%7D%5E"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://пример.рф/x", "https://xn--e1afmkfd.xn--p1ai/x"),
        ("https://rtbf。be/", "https://rtbf.be/"),  # the ideographic full stop is one to browsers
        ("https://example.org/mailto:a@b.c", "https://example.org/mailto:a@b.c"),
    ],
)
def test_an_address_of_the_web_in_ascii(url: str, safe: str | None) -> None:
    assert safe_url(url) == (safe or url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org/x",
        "//example.org/x",
        "/etc/passwd",
        "example.org",
        "--remote-debugging-port=9222",
        "-P",
        "https://",
        "https:///path",
        "https://?x",
        "https://-a.example/",
        "https://a..example/",
        "https://a.example:99999/",
        "https://rtbf.be@evil.example/",  # looks like rtbf.be
        "https://rtbf.be\\@evil.example/",
        "https://a b.example/",
        "https://a.example/x y",
        "https://a.example/x\u00a0y",
        "https://a.example/\n",
        " https://a.example/",
        "https://a.example/\x1b]52;c;x\x07",
        "https://a.example/\x9b2J",
        "https://a.example/\u202egnp.exe",
        "https://a.example/\u200b",
        "https://a.example/\ud800",
        "https://a℀b.example/",  # would become a/c in the host
        "https://" + "ü" * 64 + ".example/",
        "https://a.example/" + "x" * LONGEST,
    ],
)
def test_what_is_no_such_address_is_none(url: str) -> None:
    assert safe_url(url) is None
    assert link(url, "words") is None


@given(st.text(st.characters()) | st.text("htps:/.-@\\[]#?%é\u202e \n\x1b:a1"))
def test_whatever_is_given_the_answer_is_ascii_and_safe_again(text: str) -> None:
    for url in (text, f"https://{text}", f"https://a.example/{text}"):
        safe = safe_url(url)
        if safe is not None:
            assert safe.isascii()
            assert safe.isprintable()
            assert " " not in safe
            assert safe.startswith(("http://", "https://"))
            assert len(safe) <= LONGEST
            assert safe_url(safe) == safe


@pytest.mark.parametrize(
    ("start", "end", "fragment"),
    [
        ("environ 150 personnes", None, "#:~:text=environ%20150%20personnes"),
        ("Le personnel", "31 décembre", "#:~:text=Le%20personnel,31%20d%C3%A9cembre"),
        ("sous-traitance, R&D", None, "#:~:text=sous%2Dtraitance%2C%20R%26D"),
        ("  two \n lines  ", None, "#:~:text=two%20lines"),
        ("l’appel #1 (+5 %)", None, "#:~:text=l%E2%80%99appel%20%231%20%28%2B5%20%25%29"),
    ],
)
def test_the_fragment_says_the_first_words_and_the_last(start: str, end: str | None, fragment: str) -> None:
    assert link("https://example.org/", start, end) == f"https://example.org/{fragment}"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x", "https://a.example/x#:~:text=one,two"),
        ("https://a.example/x#top", "https://a.example/x#top:~:text=one,two"),
        ("https://a.example/x#top:~:text=other", "https://a.example/x#top:~:text=one,two"),
        ("https://a.example/x#", "https://a.example/x#:~:text=one,two"),
    ],
)
def test_a_link_opens_at_the_passage(url: str, expected: str) -> None:
    assert link(url, "one", "two") == expected


def test_without_a_passage_or_with_one_too_long_it_opens_at_the_top() -> None:
    assert link("https://a.example/x#top") == "https://a.example/x#top"
    assert link("https://a.example/x", "") == "https://a.example/x"
    assert link("https://a.example/x", "é" * LONGEST) == "https://a.example/x"
