"""Elisions as people write them: they part the first words of a passage from the last, and nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.citation.elisions import passage_of
from tui.core.citation.links import link, link_to, safe_url
from tui.core.timeline.model import Passage

WAYS = [
    "…", "...", "....", ". . .", ".\u00a0.\u00a0.", "[…]", "(…)", "[...]", "(...)", "[. . .]", "[ … ]", "( ... )",
    "[..]", "(..)", "……", "{…}", "⟨…⟩", "<...>", "/…/", "⋯", "[⋯]", "[…] […]", "… (…)",
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("space", [" ", "", "\u00a0", "  "])
def test_every_way_of_leaving_words_out_is_one(way: str, space: str) -> None:
    passage, is_whole = passage_of("p", f"Le personnel{space}{way}{space}arrive")
    assert (passage, is_whole) == (Passage("p", "Le personnel", "arrive"), True)
    assert passage.words == "Le personnel … arrive"
    assert link("https://a.be/x", passage.start, passage.end) == "https://a.be/x#:~:text=Le%20personnel,arrive"


@pytest.mark.parametrize(
    ("text", "first", "between", "last"),
    [
        ("one … two … three", "one", "two", "three"),
        ("one [...] two (…) three", "one", "two", "three"),
        ("one... two... three... four", "one", "two … three", "four"),
        ("A. One [. . .] two [sic] … three (four) … five.", "A. One", "two [sic] … three (four)", "five."),
        ("one … … two", "one", "", "two"),
    ],
)
def test_several_stand_in_one_passage_and_a_link_takes_the_first_piece_and_the_last(
    text: str, first: str, between: str, last: str
) -> None:
    passage, is_whole = passage_of("p", text)
    assert (passage.start, passage.between, passage.end, is_whole) == (first, between, last, True)
    assert passage_of("p", passage.words) == (passage, True)


@pytest.mark.parametrize(
    "text",
    [
        "environ 150 personnes", "M. Coene (N-VA) arrive.", "[sic] le contrat", "le contrat [du groupe] finit",
        "version 1.2.3", "fin. . Le", "fin.. Le", "U. S. A.", "a[1], b(2)", "10.1.2025", "[]", "()", "f(x).",
        "www.a.be/x.html", "S. A. R. L.",
    ],
)  # fmt: skip
def test_brackets_and_dots_that_leave_nothing_out_stay(text: str) -> None:
    assert passage_of("p", text) == (Passage("p", text), True)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_left_out_stands_between_words(way: str) -> None:
    assert passage_of("p", f"{way} the end") == (Passage("p", "the end"), False)
    assert passage_of("p", f"the end {way}") == (Passage("p", "the end"), False)
    assert passage_of("p", way) == (Passage("p", ""), False)


@given(st.lists(st.sampled_from([*WAYS, "a", "b.", "(c)", "[", " "]), min_size=1, max_size=8))
def test_what_is_shown_reads_as_what_was_written(pieces: list[str]) -> None:
    text = " ".join(pieces).strip()
    passage, is_whole = passage_of("p", text)
    if is_whole and passage.end:
        assert passage_of("p", passage.words) == (passage, True)


@pytest.mark.parametrize(
    ("text", "page", "words"),
    [
        ("p. 12: premiers mots … derniers mots", 12, "premiers mots … derniers mots"),
        ("p.12 : un mot", 12, "un mot"),
        ("p 7: un mot", 7, "un mot"),
        ("Page 3: a word", 3, "a word"),
        ("pp. 4: a word", 4, "a word"),
        ("blz. 9: een woord", 9, "een woord"),
        ("p. 12", None, "p. 12"),
        ("p. 12:", None, "p. 12:"),
        ("p. 12 says: a word", None, "p. 12 says: a word"),
        ("stop 12: a word", None, "stop 12: a word"),
        ("12: a word", None, "12: a word"),
        ("p. 123456: a word", None, "p. 123456: a word"),
    ],
)
def test_a_page_may_stand_before_the_words(text: str, page: int | None, words: str) -> None:
    passage, is_whole = passage_of("p", text)
    assert (passage.page, passage.words, is_whole) == (page, words, True)
    assert passage_of("p", passage.located)[0] == passage


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.be/r.pdf", "https://a.be/r.pdf#page=12"),
        ("https://a.be/R.PDF?x=1", "https://a.be/R.PDF?x=1#page=12"),
        ("https://a.be/book", "https://a.be/book#page=12:~:text=one,two"),
        ("https://a.be/r.pdf#page=3", "https://a.be/r.pdf#page=3:~:text=one,two"),
        ("ftp://a.be/r.pdf", None),
    ],
)
def test_the_viewer_is_told_the_page(url: str, address: str | None) -> None:
    assert link_to(url, passage_of("p", "p. 12: one … two")[0]) == address
    assert link_to(url, None) == safe_url(url)
