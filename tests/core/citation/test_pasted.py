"""What is pasted for an address is named for what it is, with the address that was meant, or with none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.citation.addresses import doubt, fault
from tui.core.citation.pasted import cure, hint

MEANT = "https://example.org/x"


@pytest.mark.parametrize(
    "text",
    [
        "<https://example.org/x>", "<https//example.org/x>.", "(https://example.org/x)", '"https://example.org/x"',
        "«https://example.org/x»", "« https://example.org/x »", "“https://example.org/x”", "`https://example.org/x`",
        "**https://example.org/x**", "[x](https://example.org/x)", "[x](https://example.org/x).",
        "[a b](<https://example.org/x>)", '[x](https://example.org/x "title")', "![x](https://example.org/x)",
        "[https://example.org/x text]", "[[https://example.org/x|text]]", '<a href="https://example.org/x">x</a>',
        "https//example.org/x", "https:/example.org/x", "https:example.org/x", "https;//example.org/x",
        "https:// example.org/x", "https ://example.org/x", "https::/example.org/x", "https.//example.org/x",
        "https/example.org/x", "htps://example.org/x", "htttps://example.org/x", "ttps://example.org/x",
        "hhttps://example.org/x", "hxxps://example.org/x", "HTTPS//example.org/x", "https:\\\\example.org\\x",
        "https://https://example.org/x", "http://https//example.org/x", "//example.org/x", "://example.org/x",
        "see https://example.org/x", "voir https://example.org/x.", r"\url{https://example.org/x}",
        r"\href{https://example.org/x}{texte}", "view-source:https://example.org/x", "feed:https://example.org/x",
        "example.org/x", "<example.org/x>", "URL: https://example.org/x", "Source : https://example.org/x",
        "https://example.org/x.", "https://example.org/x,", "https://example.org/x;", "https://example.org/x:",
        "https://example.org/x)", "https://example.org/x).", "https://example.org/x]", "https://example.org/x>",
        "https://example.org/x»", "https://example.org/x”.", "https://example.org/x (consulté le 3 mai 2025)",
        "https://example.org/x – consulted in May",
    ],
)  # fmt: skip
def test_the_address_that_was_meant_is_found(text: str) -> None:
    assert fault(text) or doubt(text)
    assert cure(text) == MEANT
    assert hint(text) == f'did you mean "{MEANT}"?'


@pytest.mark.parametrize(
    "text",
    [
        "10.1234/abc", "doi:10.1234/abc", "DOI: 10.1234/abc", "doi 10.1234/abc.", "doi.org/10.1234/abc",
        "dx.doi.org/10.1234/abc", "<doi:10.1234/abc>", "info:doi/10.1234/abc", "https:doi.org/10.1234/abc",
        "https//dx.doi.org/10.1234/abc", "https://doi.org/10.1234/abc.", "doi:https://doi.org/10.1234/abc",
    ],
)  # fmt: skip
def test_a_doi_is_cited_by_its_address(text: str) -> None:
    assert (cure(text) or "").replace("dx.", "") == "https://doi.org/10.1234/abc"


def test_a_bracket_that_an_address_opens_is_its_own() -> None:
    assert cure("10.1016/S0140-6736(20)30183-5") == "https://doi.org/10.1016/S0140-6736(20)30183-5"
    assert cure("(https://a.be/f(x))") == "https://a.be/f(x)"
    assert cure("a.be/f(x).") == "https://a.be/f(x)"


@pytest.mark.parametrize(
    "text",
    [
        "", "RTL", "n.a.", "p.12", "e.g.", "M.Coene", "article.pdf", "../x.pdf", "C:\\x.pdf", "C:/x/y.pdf", "a@b.be",
        "https://a@b.be/x", "javascript:alert(1)", "javascript:alert(document.cookie)", "ftp://example.org/x",
        "10.1234", "file:///etc/passwd.txt", "mailto:a@b.be", "data:text/html,x.org", "Le Soir, 3 mai", "see page 3",
        "2025-08-25",
        "https://", "http", "s1", "10.5/7", "3.5/x", "https://a b.org", "https://example.org/x y", "12.30", "…", ".",
        "https://example.org/abc…", "https://example.org/abc...", "https://www.example.org/a-long-title...",
    ],
)  # fmt: skip
def test_no_cure_is_better_than_a_wrong_one(text: str) -> None:
    assert cure(text) is None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/x", "https://example.org/", "https://example.org/x?", "https://example.org/x!",
        "https://example.org/x?a=1&b=", "https://example.org/x#", "https://example.org/f(x)", "https://example.org/a[1]",
        "https://en.wikipedia.org/wiki/Foo_(bar)", "https://en.wikipedia.org/wiki/Yahoo!_Inc.", "https://a.be/x,116490.html",
        "https://fr.wikipedia.org/wiki/Soci%C3%A9t%C3%A9_(droit)", "https://a.be/x*", "https://a.be/x_", "https://a.be/x-",
    ],
)  # fmt: skip
def test_what_an_address_may_end_in_is_not_doubted(address: str) -> None:
    assert fault(address) is None
    assert doubt(address) is None


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://a.be/x.", 'an address seldom ends in "."'),
        ("https://a.be/x,", 'an address seldom ends in ","'),
        ("https://a.be/x)", 'this address ends in a ")" that it does not open'),
        ("https://a.be/f(x))", 'this address ends in a ")" that it does not open'),
        ("https://a.be/x…", "this address is cut short"),
        ("https://a.be/x...", "this address is cut short"),
    ],
)
def test_what_is_doubted_is_said(address: str, said: str) -> None:
    assert fault(address) is None
    assert doubt(address) == said


@given(st.text("htps:/\\<>[]()x.be10 ,;…\"'doi*", max_size=40) | st.text(max_size=30))
def test_every_cure_may_be_opened(text: str) -> None:
    found = cure(text)
    assert found is None or (fault(found) is None and doubt(found) is None and cure(found) is None)
