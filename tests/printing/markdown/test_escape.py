"""Texts, links and claims in Markdown: nothing from a file is markup, and each value has who says it."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.printing.story import READERS, TEXTS, TIMELINE, flat
from tui.core.dates.parse import parse_date
from tui.core.text.clean import clean_line
from tui.core.text.markdown import anchor, escaped, paragraphs
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Citation, Claim, Event, Passage, Value
from tui.printing.markdown.escape import claim_name, claim_value_items, reason

ENGLISH = TimelineInLanguage(TIMELINE, "en")
TRENDS = "[Trends](https://trends.example/a_%28b%29)"

FRAMES = {
    "# {}": {"heading_open", "heading_close"},
    "- x: {}": {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"},
    "{}": set(),
}


@pytest.mark.parametrize("frame", FRAMES)
@given(text=TEXTS)
def test_a_text_stays_text_whatever_it_holds(frame: str, text: str) -> None:
    for reader in READERS:
        tokens = list(flat(reader.parse(frame.format(escaped(text)))))
        assert {token.type for token in tokens} <= FRAMES[frame] | {
            "inline",
            "text",
            "paragraph_open",
            "paragraph_close",
        }
        if frame == "# {}":
            assert "".join(token.content for token in tokens if token.type == "text") == clean_line(text).strip()


LINES = ("{0}, {1}", "- {0}: **{1}** ({0})\\\n  {1}", "[{0}](https://a.example/x), {1}", "{0}\\\n{1}\\\n{0}")


@pytest.mark.parametrize("frame", LINES)
@given(first=TEXTS, second=TEXTS)
def test_two_texts_of_one_paragraph_make_no_markup_between_them(frame: str, first: str, second: str) -> None:
    one, other = escaped(f"a{first}"), escaped(f"b{second}")
    allowed = {token.type for token in flat(READERS[0].parse(frame.format("a", "b")))}
    for reader in READERS:
        tokens = list(flat(reader.parse(frame.format(one, other))))
        assert {token.type for token in tokens} <= allowed
        assert len([token for token in tokens if token.type in ("link_open", "strong_open")]) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Fin. Le reste (suite) - et fin.", "a well-known half-truth", "file_name.yaml", "a_b_c", "events.yaml", "3.5",
        "10:30", "a: b", "150 [sic] people", "jobs […] négociaient", "jobs (...) négociaient", "5 * 3 = 15", "a < b",
        "1 < 2 > 1", "R&D, AT&T", "~150 people", "about ~150, not ~163", "$5 bn", "US$5", "Wow! Really?", "a | b",
        "{x: 1}", "10^6", "C#", "No. 12", "in 2025. Then", "50 %", "“quoted”", "it's \"said\"", "a/b", "C:\\dir",
        "x + y", "2025-08-25/2025-09-01", "[2025-08-21..2025-08-31]", "2025-08-25 – 26", "@ noon",
        "50 €/h", "U.S. and e.g.",
    ],
)  # fmt: skip
def test_what_means_nothing_in_markdown_stays_as_it_is(text: str) -> None:
    assert escaped(f"He said {text} then") == f"He said {text} then"
    for reader in READERS:
        assert "".join(one.content for one in flat(reader.parse(f"# {text}")) if one.type == "text") == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("- item", r"\- item"), ("1. item", r"1\. item"), ("2025) x", r"2025\) x"), ("# x", r"\# x"), ("> x", r"\> x"),
        ("+", r"\+"), ("---", r"\---"), ("===", r"\==="), ("*x*", r"\*x\*"), ("_x_", r"\_x\_"), ("`x`", r"\`x\`"),
        ("a <b> c", r"a \<b> c"), ("&amp;", r"\&amp;"), ("![x](y)", r"\!\[x\](y)"), ("[x](y)", r"\[x\](y)"),
        ("[x]: y", r"\[x\]: y"), ("[^1] y", r"\[^1\] y"), ("[x] y", r"\[x\] y"), ("~~x~~", r"\~\~x\~\~"),
        ("https://x.be", r"https:\//x\.be"), ("www.x.org", r"www\.x\.org"), ("a@b.cc", r"a\@b\.cc"),
        ("x #12", r"x \#12"), (":tada: x", r"\:tada: x"), ("|--|--|", r"\|--\|--\|"), ("- |", r"\- \|"),
        ("a\\", "a\\\\"),
        ("\\*", r"\\\*"), ("x #", r"x \#"), ("$x$", r"$x\$"),
    ],
)  # fmt: skip
def test_what_means_something_has_a_backslash_before_it(text: str, written: str) -> None:
    assert escaped(text) == written


def test_an_address_stays_whole_between_its_brackets() -> None:
    address = "https://a.example/x_(y)?copy=1&copy;2&b=*#:~:text=a,b"
    (link, *_) = [token for token in flat(READERS[0].parse(anchor("a", address))) if token.type == "link_open"]
    assert link.attrs["href"] == address.replace("(", "%28").replace(")", "%29")


def test_a_source_without_a_safe_address_is_named_and_not_linked() -> None:
    assert anchor("Trends", None) == "Trends"


def test_empty_lines_part_paragraphs_and_other_line_ends_do_not() -> None:
    assert paragraphs("one\ntwo\n \n\n- three\n") == ["one two", "\\- three"]


def said(claim: Claim) -> list[str]:
    """The items of a claim of an event on 31 December 2025."""
    return list(claim_value_items(claim, Event("e", parse_date("2025-12-31"), {"en": "E"}, claims=(claim,)), ENGLISH))


def test_each_value_has_who_says_it_and_the_kept_one_is_marked() -> None:
    values = (Value("150 people", (Citation("trends"), Citation("tract"))), Value("163 people"))
    claim = Claim("jobs", values, "150 people", {"en": "it is *counted*"})
    assert said(claim) == [f"- 150 people (kept): {TRENDS}, Un tract", "- 163 people"]
    assert (claim_name(claim, ENGLISH), reason(claim, ENGLISH)) == ("jobs (disputed)", r"Why: it is \*counted\*")


def test_a_source_is_named_once_a_value_at_the_first_passage_cited() -> None:
    passages = (Citation("trends", Passage("a", "one")), Citation("trends", Passage("b", "two")))
    link = "[Trends](https://trends.example/a_%28b%29#:~:text=one)"
    assert said(Claim("jobs", (Value("150", passages),), "150")) == [f"- 150: {link}"]


def test_values_that_agree_are_no_dispute_and_the_less_precise_says_so() -> None:
    claim = Claim("jobs", (Value("150"), Value("more than 100")))
    assert said(claim) == ["- 150", "- more than 100 (less precise)"]
    assert (claim_name(claim, ENGLISH), reason(claim, ENGLISH)) == ("jobs", "")


def test_rival_dates_are_in_words_and_the_events_own_is_kept() -> None:
    claim = Claim("date", (Value("2025-12-31"), Value("2026-01-15~")))
    assert said(claim) == ["- 31 December 2025 (kept)", "- about 15 January 2026"]
