"""One event whole: every row in its place and role, never too wide, never a character that steers."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.drawing.pens import PEN, column
from tui.core.dates.calendar import day_number
from tui.core.dates.parse import parse_date
from tui.core.theme import ROLES
from tui.core.timeline.model import Actor, Citation, Claim, Event, Passage, Source, Timeline, Value
from tui.drawing.event.detail import event_in_brief, event_in_full
from tui.drawing.event.detail import event_with_citations as account_with_places
from tui.drawing.spans.glyphs import ASCII, UNICODE, Glyphs
from tui.drawing.spans.spans import LEFT_TO_RIGHT_MARK, Line

TODAY = day_number(2026, 11, 22)


def source(name: str, publisher: str, title: str, published: str | None = None, language: str = "fr") -> Source:
    return Source(
        name,
        {"fr": title},
        publisher,
        url=f"https://example.org/{name}",
        published=parse_date(published) if published else None,
        language=language,
    )


SOURCES = {
    one.id: one
    for one in (
        source("trends", "Trends", "Centre d’appels de TotalEnergies transféré au Maroc", "2025-08-25~"),
        source("rtl", "RTL info", "TotalEnergies va passer par le Maroc", "2025-08-25"),
        source("bladi", "Bladi", "Un centre d’appels perd un client", "2025-08-26"),
        source("lematin", "Le Matin", "Service client transféré"),
        source("lopinion", "L'Opinion", "IKANBI", language="ar"),
    )
}


def cite(name: str, *words: str) -> Citation:
    return Citation(name, Passage("", words[0], words[1] if words[1:] else None) if words else None)


UNION = Event(
    "union",
    parse_date("2025-08-25"),
    {"en": "Union confirms that TotalEnergies leaves IKANBI", "fr": "Le syndicat confirme"},
    date_note={"en": 'sources say "Monday"; RTL\'s address gives the date'},
    kind="announcement",
    actors=("setca", "Patrick Masson", "total", "ikanbi"),
    countries=("BE", "MA"),
    places=("Liège",),
    tags=("jobs",),
    texts={"en": "The union's Liège secretary confirms that the energy company will not renew.\n"},
    claims=(
        Claim(
            "jobs at risk, people",
            (
                Value("150", (cite("rtl"), cite("lopinion"))),
                Value("163", (cite("bladi"), cite("lematin"), cite("lopinion", "163"), cite("trends"))),
                Value("up to 150", (cite("rtl"),)),
            ),
            "150",
            {"en": "only 150 is broken down (50 + 100)"},
        ),
        Claim("permanent", (Value("50", (cite("trends"), cite("rtl"))),)),
        Claim("contract", (Value("7 years", (cite("lematin"),)),)),
    ),
    citations=(
        cite("trends", "Les responsables d’Ikanbi vont devoir", "travaillaient pour le groupe"),
        cite("trends", "environ 150 personnes"),
    ),
)
END = Event(
    "end",
    parse_date("2025-12-31"),
    {"en": "TotalEnergies' contract with IKANBI ends"},
    date_note={"en": "Challenge gives the full date"},
    kind="contract",
    status="planned",
    countries=("BE",),
    texts={"en": "The contract runs out on the last day of 2025 and is not renewed. IKANBI's staff go on until then."},
    citations=(cite("trends"), cite("rtl"), cite("lematin")),
)
TIMELINE = Timeline(
    "calls",
    {"en": "Calls"},
    "en",
    (UNION, END),
    actors={
        "setca": Actor("setca", {"en": "SETCa Liège"}),
        "total": Actor("total", {"en": "TotalEnergies"}),
        "ikanbi": Actor("ikanbi", {"en": "IKANBI"}),
    },
    sources=SOURCES,
)


def told(event: Event, width: int = 44, language: str = "en", glyphs: Glyphs = UNICODE, paper: bool = False) -> str:
    lines = event_in_full(
        event,
        TIMELINE,
        column(width, PEN._replace(language=language, glyphs=glyphs)),
        on_paper=paper,
    )
    return text_of(lines)


def shortly(event: Event, width: int = 80, rows: int = 5) -> str:
    return text_of(
        event_in_brief(event, TIMELINE, column(width), rows=rows)
    )


def text_of(lines: list[Line]) -> str:
    return "".join("".join(span.text for span in line).rstrip(" ") + "\n" for line in lines)


# ---- The whole account ---------------------------------------------------------------------------------------


def test_an_event_is_told_from_its_title_to_its_last_source() -> None:
    assert (
        told(UNION)
        == """\
Union confirms that TotalEnergies leaves
IKANBI
25 August 2025 · reported · announcement
Liège · Belgium, Morocco
SETCa Liège · Patrick Masson · TotalEnergies
IKANBI
why this day: sources say "Monday"; RTL's
address gives the date

The union's Liège secretary confirms that
the energy company will not renew.

! jobs at risk, people              3 values
✓ 150        RTL info, L'Opinion
  163        Bladi, Le Matin, L'Opinion,
             Trends
≈ up to 150  RTL info
  kept: only 150 is broken down (50 + 100)
= 50 permanent  Trends, RTL info
= contract: 7 years  Le Matin

sources  5 · 3 dated                1-5 open
1 ~25 Aug 2025  Trends     fr  2 passages
  Centre d’appels de TotalEnergies transféré
  au Maroc
  Les responsables d’Ikanbi vont devoir …
2  25 Aug 2025  RTL info   fr
  TotalEnergies va passer par le Maroc
3  26 Aug 2025  Bladi      fr
  Un centre d’appels perd un client
4  undated      L'Opinion  ar  1 passage
  IKANBI
  163
5  undated      Le Matin   fr
  Service client transféré

tags  jobs
"""
    )


def test_on_paper_passages_and_addresses_stand_instead_of_keys() -> None:
    assert (
        told(END._replace(citations=UNION.citations), 64, paper=True).partition("sources")[2]
        == """\
  1 · 1 dated
1 ~25 Aug 2025  Trends  fr  2 passages
  Centre d’appels de TotalEnergies transféré au Maroc
  Les responsables d’Ikanbi vont devoir …
  environ 150 personnes
  https://example.org/trends
"""
    )


def test_dates_countries_and_texts_come_in_the_readers_language_else_in_the_files() -> None:
    french = told(UNION, language="fr")
    assert french.startswith("Le syndicat confirme\n25 août 2025 · reported · announcement\n")
    assert "Liège · Belgique, Maroc\n" in french
    assert "The union's Liège secretary" in french
    assert "~25 août 2025  Trends" in french


def test_a_rival_date_is_said_in_words_and_the_events_own_is_the_retained_one() -> None:
    rivals = Claim("date", (Value("2025-12", (cite("trends"),)), Value("2025-12-31", (cite("rtl"),))))
    assert """
= date                              2 values
≈ December 2025     Trends
✓ 31 December 2025  RTL info
""" in told(END._replace(claims=(rivals,)))


def test_an_overdue_plan_says_so_and_that_nobody_says_it_happened_while_that_is_true() -> None:
    sentence = "announced for 31 December 2025; no source here confirms it\n"
    assert sentence in told(END, 80)
    later = TIMELINE.sources["trends"]._replace(published=parse_date("2026-02-01"))
    lines = event_in_full(
        END, TIMELINE._replace(sources={**SOURCES, "trends": later}), column(80)
    )
    assert "announced for 31 December 2025; its day is past\n" in text_of(lines)
    assert "overdue" not in told(END._replace(status="reported"))


def test_a_single_day_is_one_day() -> None:
    assert "announced for 21 November 2026; no source" in told(END._replace(date=parse_date("2026-11-21")))


def test_an_event_without_sources_says_so_in_alarm() -> None:
    lines = event_in_full(END._replace(citations=()), TIMELINE, column(40))
    assert ("none", "alarm") in [span[:2] for span in lines[-1]]


def test_a_lone_source_is_an_alarm() -> None:
    lines = event_in_full(END._replace(citations=(cite("rtl"),)), TIMELINE, column(40))
    assert ("1", "alarm", None) in [span for line in lines for span in line]


def test_what_cannot_be_opened_is_said() -> None:
    unsafe = SOURCES["rtl"]._replace(url="javascript:alert(1)")
    timeline = TIMELINE._replace(sources={"rtl": unsafe})
    lines = event_in_full(END._replace(citations=(cite("rtl"),)), timeline, column(60))
    assert "  jalon does not open javascript:alert(1)\n" in text_of(lines)
    assert all(span.link is None for line in lines for span in line)


def test_an_unknown_source_is_called_by_its_id() -> None:
    assert "1  undated  nobody\n" in told(END._replace(citations=(cite("nobody"),)))


def test_every_word_of_a_citation_opens_it_at_its_passage() -> None:
    lines = event_in_full(UNION, TIMELINE, column(44))
    links = {span.link for line in lines for span in line if "responsables" in span.text or span.text == "1 "}
    assert links == {
        "https://example.org/trends#:~:text=Les%20responsables%20d%E2%80%99Ikanbi%20vont%20devoir,"
        "travaillaient%20pour%20le%20groupe"
    }
    heading = next(row for row, line in enumerate(lines) if line and line[0].text.startswith("sources"))
    assert all(span.link is None for line in lines[: heading + 1] for span in line)
    assert all(span.link or not span.text.strip() for line in lines[heading + 1 : -2] for span in line)


def test_sources_stand_in_order_of_publication_and_only_those_that_open_are_counted_as_such() -> None:
    sources = {
        "late": Source("late", published=parse_date("2025-09"), url="https://example.org/late"),
        "undated": Source("undated", seen=parse_date("2025"), url="https://example.org/undated"),
        "paper": Source("paper", published=parse_date("2025-08-26")),
        "early": Source("early", published=parse_date("2025-08-25~"), url="https://example.org/early"),
        "lost": Source("lost", published=parse_date("2025-10"), url="https://a.example/lost", gone=parse_date("2026")),
    }
    whole = TIMELINE._replace(sources=sources)
    told = text_of(event_in_full(END._replace(citations=tuple(map(cite, sources))), whole, column(60)))
    rows = [row.split()[0] + row.split()[-1] for row in told.splitlines() if row[:1].isdigit()]
    assert rows[-5:] == ["1early", "2paper", "3late", "4lost", "5undated"]
    assert "1 3-5 open" in told
    nothing = event_in_full(END._replace(citations=(cite("paper"),)), whole, column(60))
    assert " open" not in text_of(nothing)


def test_only_the_first_nine_sources_have_a_key() -> None:
    many = tuple(cite(f"s{number}") for number in range(12))
    sources = {one.source: Source(one.source, url=f"https://example.org/{one.source}") for one in many}
    lines = event_in_full(END._replace(citations=many), TIMELINE._replace(sources=sources), column(60))
    assert "1-9 open" in text_of(lines)
    numbers = [line[0] for line in lines if line and line[0].text.strip().isdigit()]
    assert [span.role for span in numbers] == ["key"] * 9 + ["dim"] * 3


def test_roles_carry_what_the_words_mean() -> None:
    lines = event_in_full(UNION, TIMELINE, column(44))
    roles = {span.text.strip(): span.role for line in lines for span in line}
    assert roles["IKANBI"] in ("strong", "text")
    assert roles['why this day: sources say "Monday"; RTL\'s'] == "doubt"
    assert roles["jobs at risk, people"] == roles["!"] == "alarm"
    assert roles["150"] == roles["✓"] == "kept"
    assert roles["≈"] == "doubt"


def test_ascii_draws_without_other_characters_than_those_of_the_file() -> None:
    plain = told(END, glyphs=ASCII)
    assert plain.isascii() or set(filter(lambda c: not c.isascii(), plain)) <= set("’é")
    assert "31 December 2025 - planned - contract" in plain


ARCHIVED = TIMELINE._replace(
    sources={
        **SOURCES,
        "trends": SOURCES["trends"]._replace(
            archives=("https://archive.example/x",), gone=parse_date("2026-05"), private=True
        ),
        "rtl": SOURCES["rtl"]._replace(archives=("copies/rtl.html",)),
        "lematin": SOURCES["lematin"]._replace(gone=parse_date("2026")),
    }
)


def test_what_is_gone_archived_or_private_says_so_and_opens_where_it_can_be_read() -> None:
    lines = event_in_full(END, ARCHIVED, column(64))
    assert (
        text_of(lines).partition("sources")[2]
        == """\
  3 · 2 dated                                    1-3 open
1 ~25 Aug 2025  Trends    private  fr  archived
  Centre d’appels de TotalEnergies transféré au Maroc
  its page is gone (May 2026); the archive opens instead
2  25 Aug 2025  RTL info  fr  archived
  TotalEnergies va passer par le Maroc
3  undated      Le Matin  fr
  Service client transféré
  its page is gone (2026); there is no copy on the web
"""
    )
    assert {span.link for line in lines for span in line if "Trends" in span.text} == {"https://archive.example/x"}
    paper = event_in_full(END, ARCHIVED, column(64), on_paper=True)
    assert "  its page is gone (May 2026)\n" in text_of(paper)
    assert "  https://example.org/trends\n  archive: https://archive.example/x\n" in text_of(paper)
    assert "  archive: copies/rtl.html\n" in text_of(paper)


def test_a_private_event_says_so() -> None:
    assert "31 December 2025 · planned · contract · private" in told(END._replace(status="planned", private=True), 80)


def test_each_citation_has_its_rows_and_with_every_passage_they_are_its_own() -> None:
    passages = cite("trends", "environ 150"), cite("rtl"), cite("trends"), cite("trends", "a", "b"), cite("rtl", "c")
    event = END._replace(citations=passages)
    whole = account_with_places(event, TIMELINE, column(60), every_passage=True)
    shown = [text_of(whole.lines[rows.start : rows.stop]).splitlines()[-1].strip() for rows in whole.places]
    assert shown == [
        "environ 150",
        "Centre d’appels de TotalEnergies transféré au Maroc",
        "a … b",
        "TotalEnergies va passer par le Maroc",
        "c",
    ]


def test_the_first_passage_of_a_source_has_the_rows_of_the_source_too() -> None:
    event = END._replace(citations=(cite("trends", "environ 150"), cite("trends", "c")))
    whole = account_with_places(event, TIMELINE, column(60), every_passage=True)
    first, second = (text_of(whole.lines[rows.start : rows.stop]) for rows in whole.places)
    assert first.startswith("1 ~25 Aug 2025  Trends")
    assert first.endswith("  environ 150\n")
    assert second == "  c\n"


# ---- The brief one -------------------------------------------------------------------------------------------


def test_a_strip_of_five_rows_has_what_matters_most() -> None:
    assert (
        shortly(END)
        == """\
TotalEnergies' contract with IKANBI ends                   31 December 2025 · BE
announced for 31 December 2025; no source here confirms it
The contract runs out on the last day of 2025 and is not renewed. IKANBI's …
why this day: Challenge gives the full date
3 sources: 1 Trends ~25 Aug 2025  2 RTL info 25 Aug 2025  3 Le Matin
"""
    )


def test_with_rows_to_spare_the_text_takes_them() -> None:
    assert shortly(END, rows=8).splitlines()[2:4] == [
        "The contract runs out on the last day of 2025 and is not renewed. IKANBI's staff",
        "go on until then.",
    ]
    assert len(shortly(END, rows=8).splitlines()) == 6


def test_with_few_rows_the_reason_of_the_day_goes_first_then_the_sources() -> None:
    assert shortly(END, rows=4).splitlines()[-1].startswith("3 sources")
    assert shortly(END, rows=3).splitlines()[-1].startswith("The contract runs out")
    assert shortly(END, rows=2).splitlines()[-1].startswith("announced for")
    assert shortly(END, rows=1).startswith("TotalEnergies' contract")
    assert shortly(END, rows=0) == ""


def test_a_strip_names_what_is_disputed() -> None:
    assert "! jobs at risk, people\n" in shortly(UNION)


def test_a_strip_of_what_is_not_overdue_says_status_place_and_actors() -> None:
    assert shortly(UNION).splitlines()[1] == (
        "reported · announcement · Liège · SETCa Liège, Patrick Masson, TotalEnergies, I…"
    )


def test_sources_are_named_while_they_fit_whole() -> None:
    assert shortly(END, width=60).splitlines()[-1] == "3 sources: 1 Trends ~25 Aug 2025  2 RTL info 25 Aug 2025 …"
    assert shortly(END, width=24).splitlines()[-1] == "3 sources …"


# ---- Laws ----------------------------------------------------------------------------------------------------

NASTY = st.sampled_from(
    [
        "\x1b[31mred\x1b[0m", "\x07", "\u202eevil", "\u200b", "\r\n", "\t", "\x9b2J", "مراكز الاتصال في المغرب",
        "通話センターの移転", "👩‍👩‍👧‍👦", "🇧🇪", "e\u0301\u0301", "[red]", "…", "a" * 130, "x " * 60,
        "\ud800", "\u2028", "",
    ]
)  # fmt: skip
TEXTS = st.lists(NASTY | st.text(max_size=20), max_size=4).map(" ".join)
HOSTILE_SOURCES = st.builds(
    lambda title, publisher, language, url: Source("s", {"en": title}, publisher, url=url, language=language),
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS | st.just("https://example.org/"),
)


@st.composite
def hostile(draw: st.DrawFn) -> Timeline:
    citations = (Citation("s", Passage("", draw(TEXTS), draw(TEXTS))), Citation(draw(TEXTS)))
    values = tuple(Value(draw(TEXTS), citations) for _ in range(draw(st.integers(1, 3))))
    event = Event(
        draw(TEXTS),
        parse_date(draw(st.sampled_from(["2025-12-31", "2025-10/..", "[..2025-08-21~]", "Y-17E7", "156X-12-25"]))),
        {"en": draw(TEXTS)},
        date_note={"en": draw(TEXTS)},
        kind=draw(TEXTS),
        status=draw(st.sampled_from(["planned", "reported"])),
        actors=(draw(TEXTS), draw(TEXTS)),
        countries=("BE", draw(TEXTS)),
        places=(draw(TEXTS),),
        tags=(draw(TEXTS),),
        texts={"en": draw(TEXTS)},
        claims=(Claim(draw(TEXTS), values, values[0].text, {"en": draw(TEXTS)}), Claim("n", values[:1])),
        citations=citations,
    )
    return Timeline("t", {}, "en", (event,), sources={"s": draw(HOSTILE_SOURCES)})


@settings(max_examples=50)
@given(hostile(), st.integers(20, 120), st.integers(1, 9), st.booleans(), st.sampled_from([UNICODE, ASCII]))
def test_no_row_is_too_wide_and_no_character_steers(
    timeline: Timeline, width: int, rows: int, paper: bool, glyphs: Glyphs
) -> None:
    (event,) = timeline.events
    whole = event_in_full(
        event,
        timeline,
        column(width, PEN._replace(glyphs=glyphs)),
        on_paper=paper,
    )
    strip = event_in_brief(
        event, timeline, column(width, PEN._replace(glyphs=glyphs)), rows=rows
    )
    assert len(strip) <= rows
    for line in (*whole, *strip):
        is_address = paper and bool(line) and line[-1].text.startswith("http")
        assert sum(cell_len(span.text) for span in line) <= width or is_address
        assert all(span.role in ROLES and span.text for span in line)
        for character in "".join(span.text.rstrip(" ").removesuffix(LEFT_TO_RIGHT_MARK) for span in line):
            assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
            assert character not in "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 12])
def test_even_a_sliver_of_a_column_is_kept_to(width: int) -> None:
    lines = event_in_full(UNION, TIMELINE, column(width))
    assert max(sum(cell_len(span.text) for span in line) for line in lines) <= width
