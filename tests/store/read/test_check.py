"""Lints: what a sound file could say more honestly, where that stands, and how a file silences them."""

from __future__ import annotations

import pytest

from tui.core.dates.calendar import day_number
from tui.core.problems.problem import ERROR
from tui.store.read.check import problems
from tui.store.read.timeline import read

TODAY = day_number(2026, 11, 22)

SOURCES = """\
sources:
  rtl: {title: RTL item, publisher: RTL, published: 2025-08-25, passages: {jobs: environ 150}}
  rtl-2: {title: RTL again, publisher: Rtl, seen: 2025-09-01}
  trends: {title: Trends item, publisher: Trends, url: "https://trends.example/1", published: 2025-08-26}
"""
HEAD = SOURCES.replace("{", "{{").replace("}", "}}") + "events:\n"
"""The same, to be formatted."""


def hints(text: str, today: int | None = TODAY) -> list[str]:
    """`line:column code: message` of each hint of a file that has no errors."""
    reading = read(text.encode(), "events.yaml")
    assert [one for one in reading.problems if one.severity == ERROR] == []
    return [f"{one.place.line}:{one.place.column} {one.code}: {one.message}" for one in problems(reading, today)]


def of(code: str, text: str, today: int | None = TODAY) -> list[str]:
    """The same, of one code only, without it."""
    return [one.replace(f" {code}:", "") for one in hints(text, today) if f" {code}:" in one]


def marked(text: str) -> list[str]:
    """What the carets stand under, of each hint."""
    lines = text.split("\n")
    found = problems(read(text.encode(), "events.yaml"), TODAY)
    return [lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1] for one in found]


def dated(*days: str, more: str = "") -> str:
    """A file with an event on each day."""
    return "events:\n" + "".join(f"- {{id: e{i}, date: {day}, title: 'Nr {i}'{more}}}\n" for i, day in enumerate(days))


# ---- Evidence


def test_a_lone_source_is_said_where_it_is_cited() -> None:
    text = SOURCES + "events:\n- id: a\n  date: 2025-08-25\n  title: A\n  sources: [rtl#jobs]  # alone\n"
    assert of("single-source", text) == ['9:12 only "rtl" says this']
    assert marked(text) == ["[rtl#jobs]"]


def test_a_source_of_a_claim_counts_as_one_of_the_event() -> None:
    text = SOURCES + "events:\n- id: a\n  date: 2025-08-25\n  title: A\n  claims:\n    jobs:\n      150: rtl#jobs\n"
    assert of("single-source", text) == ['9:3 only "rtl" says this']
    assert of("single-source", f"{text}  sources: trends\n") == []


@pytest.mark.parametrize("lone", [9, 10, 11, 21])
def test_what_most_events_have_in_common_is_said_once(lone: int) -> None:
    cites = [*["rtl#jobs"] * lone, *["[rtl#jobs, trends]"] * 10]
    text = (
        SOURCES
        + "events:\n"
        + "".join(
            f"- {{id: e{i}, date: 2025-08-{i % 28 + 1:02d}, title: Nr {i}, sources: {cited}}}\n"
            for i, cited in enumerate(cites)
        )
    )
    said = of("single-source", text)
    if lone > 10:
        assert said == [f"6:52 {lone} of {lone + 10} events rest on a single source, such as this one"]
    else:
        assert len(said) == lone


def test_an_event_that_cites_nobody_is_said_where_most_cite_somebody() -> None:
    bare, cited = "- {id: x, date: 2025, title: X}\n", "- {{id: {0}, date: 2025, title: {0}, sources: trends}}\n"
    assert of("no-source", "events:\n" + bare) == []
    assert of("no-source", SOURCES + "events:\n" + bare + cited.format("a")) == []
    two = SOURCES + "events:\n" + bare + cited.format("a") + cited.format("b")
    assert of("no-source", two) == ["6:3 nobody is cited for this event"]


def test_several_sources_of_one_house_are_said_whatever_its_spelling() -> None:
    event = "events:\n- {{id: a, date: 2025-08-25, title: A, sources: {}}}\n"
    assert of("one-publisher", SOURCES + event.format("[rtl#jobs, rtl-2]")) == [
        '6:48 all 2 sources of this event are of "RTL"'
    ]
    assert of("one-publisher", SOURCES + event.format("[rtl#jobs, rtl-2, trends]")) == []
    assert of("one-publisher", event.format("[https://a.example/1, https://www.a.example/2]")) == [
        "2:48 all 2 sources of this event are of one site"
    ]
    assert of("one-publisher", event.format("[https://a.example/1, https://b.example/2]")) == []
    unknown = "sources: {a: {title: A}, b: {title: B}}\n"
    assert of("one-publisher", unknown + event.format("[a, b]")) == []


def test_a_source_has_a_day() -> None:
    text = "sources:\n  a:\n    title: A\n  b: {title: B, seen: 2025-08-25}\n  c: {title: C, published: 2025}\n"
    text += "events: []\n"
    assert of("undated-source", text) == ['2:3 source "a" has neither "published" nor "seen"']
    bare = "events:\n- id: a\n  date: 2025\n  title: A\n  sources:\n  - https://a.example/1\n"
    assert of("undated-source", bare) == ["6:5 nothing says when this address was published or read"]
    assert "https://a.example/1" in marked(bare)


def test_a_passage_that_is_not_cited_is_said_at_the_passage() -> None:
    text = SOURCES + "events:\n- {id: a, date: 2025-08-25, title: A, sources: [rtl, trends]}\n"
    assert of("unused-passage", text) == ['2:82 no event cites the passage "jobs"']
    text = SOURCES + "events:\n- {id: a, date: 2025-08-25, title: A, sources: [rtl-2, trends]}\n"
    assert of("unused-passage", text) == ['2:3 none of the passages of "rtl" is cited']


# ---- Time


def test_what_all_sources_wrote_before_is_a_plan() -> None:
    event = HEAD + "- {{id: a, date: {}, title: A, status: {}, sources: {}}}\n"
    said = "6:17 the last of its 2 sources was out by 2025-08-26, before this can have happened"
    assert of("after-its-sources", event.format("2025-12-31", "reported", "[rtl#jobs, trends]")) == [said]
    assert of("after-its-sources", event.format("2025-12-31", "in-force", "trends")) == [
        "6:17 its only source was out by 2025-08-26, before this can have happened"
    ]
    for date, status, sources in (
        ("2025-12-31", "planned", "[rtl#jobs, trends]"),
        ("2025-12-31", "inferred", "[rtl#jobs, trends]"),
        ("2025-08-26", "reported", "[rtl#jobs, trends]"),  # on the day of the last
        ("2025-08", "reported", "[rtl#jobs, trends]"),
        ("2025-12-31~", "reported", "[rtl#jobs, trends]"),
        ('"[..2025-12-31]"', "reported", "[rtl#jobs, trends]"),
        ("2025-08-31", "reported", "[rtl#jobs, rtl-2]"),  # seen later
        ("2025-12-31", "reported", "[rtl#jobs, https://a.example/1]"),  # out nobody knows when
    ):
        assert of("after-its-sources", event.format(date, status, sources)) == []


@pytest.mark.parametrize(
    ("date", "today", "is_said"),
    [
        ("2025-12-31", TODAY, True),
        ("2026-11-21", TODAY, True),
        ("2026-11-22", TODAY, False),
        ("2026-11", TODAY, False),
        ("2025-10/..", TODAY, False),
        ("2025-12-31", None, False),
    ],
)
def test_a_plan_is_overdue_after_its_last_possible_day(date: str, today: int | None, is_said: bool) -> None:
    text = f"events:\n- id: a\n  date: {date}\n  title: A\n  status: planned  # for now\n"
    said = of("overdue-plan", text, today)
    assert [one.partition(" though")[0] for one in said] == (["5:11 still planned,"] if is_said else [])


@pytest.mark.parametrize(
    ("date", "status", "today", "is_said"),
    [
        ("2026-11-23", "reported", TODAY, True),
        ("2027", "in-force", TODAY, True),
        ("2027~", "reported", TODAY, True),
        ("2026-12/2027-03", "reported", TODAY, True),
        ("Y202700", "reported", TODAY, True),
        ("2026-11-22", "reported", TODAY, False),
        ("2026", "reported", TODAY, False),
        ("2026-11/..", "reported", TODAY, False),
        ("2027", "planned", TODAY, False),
        ("2027", "inferred", TODAY, False),
        ("2027", "reported", None, False),
    ],
)
def test_what_lies_in_the_future_is_reported_by_nobody(
    date: str, status: str, today: int | None, is_said: bool
) -> None:
    text = f"events:\n- id: a\n  date: {date}\n  title: A\n  status: {status}\n"
    said = of("reported-ahead", text, today)
    assert [one.partition(" it cannot")[0] for one in said] == (
        [f'3:9 "{status}", though it lies in the future:'] if is_said else []
    )
    silenced = text + "  silence: {reported-ahead: the calendar is the source}\n"
    has_work = is_said or today is None
    assert hints(silenced, today) == (
        [] if has_work else ['6:13 unused-silence: there is no "reported-ahead" here to silence']
    )


DAYS = ("01", "09", "16", "23", "28")


@pytest.mark.parametrize(
    ("days", "times"),
    [
        (("2024-03-01", "2024-06-01", "2025-02-01", "2025-08-25"), 1),
        (("2024-03-01", "2024-06-01", "2025-08-25"), 0),
        (("2024-01-01", "2023-01-01", "2022-01-01", "2025-08-25", "2025-02-01"), 1),
        (("2024-03", "2024-06", "2025-02", "2025-08-25"), 0),
        (tuple(f"20{year}-{month}-{day}" for year in range(10, 19) for month in ("03", "08") for day in DAYS), 1),
        (tuple(f"2024-{month:02d}-{day:02d}" for month in (1, 5, 9) for day in range(1, 28)), 0),
    ],
)
def test_many_firsts_of_a_month_are_more_precise_than_is_known(days: tuple[str, ...], times: int) -> None:
    assert len(of("false-precision", dated(*days))) == times


def test_a_first_that_is_explained_or_meant_is_left_alone() -> None:
    days = ("2024-03-01", "2024-06-01", "2025-02-01", "2025-08-25")
    (first, *_) = of("false-precision", dated(*days))
    said = "2:18 3 of 4 events that have a day are on the first of a month, and fewer on any day around it"
    assert first == f"{said}: more than chance gives"
    for more in (", status: in-force", ", status: planned", ", date_note: said so", ", claims: {date: {2024: x}}"):
        text = "sources: {x: {title: X, seen: 2026}}\n" + dated(*days, more=more)
        assert of("false-precision", text) == []
    silenced = dated(*days).replace("'Nr 0'", "'Nr 0', silence: {false-precision: it was so}")
    assert hints(silenced) == []  # two are no more than chance gives


def burst(*counts: tuple[str, int]) -> str:
    """A file with so many events on each day."""
    return dated(*(day for day, times in counts for _ in range(times)))


@pytest.mark.parametrize(
    ("counts", "times"),
    [
        # a burst that has a first among its days, or its peak on one
        ((("2020-05-30", 24), ("2020-05-31", 30), ("2020-06-01", 15), ("2020-06-02", 12)), 0),
        ((("2020-05-30", 2), ("2020-05-31", 9), ("2020-06-01", 40), ("2020-06-02", 12)), 0),
        # every month has events on its days, and most on its first
        (tuple((f"2020-{month:02}-{day:02}", 2 + 9 * (day == 1)) for month in range(1, 13) for day in range(1, 29)), 1),
        (tuple((f"2020-{month:02}-{day:02}", 2) for month in range(1, 13) for day in range(1, 29)), 0),
        # the first of May comes back every year; 1 January too, and is what a form makes of a year
        ((*((f"20{year}-05-01", 3) for year in range(10, 20)), ("2015-09-17", 9)), 0),
        ((*((f"20{year}-01-01", 3) for year in range(10, 20)), ("2015-09-17", 9)), 1),
    ],
)
def test_a_first_says_something_only_beside_the_days_around_it(counts: tuple[tuple[str, int], ...], times: int) -> None:
    assert len(of("false-precision", burst(*counts))) == times


def test_the_year_is_offered_for_the_first_of_january() -> None:
    found = problems(read(dated("2020-01-01", "2021-01-01", "2022-01-01").encode(), "x"), TODAY)
    assert [one.hint for one in found] == ["if only the year is known: date: 2020"]


# ---- Events that may be one


CONFIRMS = "Union confirms the end of contract"


@pytest.mark.parametrize(
    ("one", "other", "is_said"),
    [
        (("2025-08-25", "The union confirms the end"), ("2025-08-25", "Union confirms end"), True),
        (("2025-08-25", "Fin du contrat à Liège"), ("2025-08", "La fin d’un contrat, à Liège"), True),
        (("2025-08-25", CONFIRMS), ("2025-08-25", "Union confirmed the end of contract"), True),
        (("2025-08-25", CONFIRMS), ("2025-08-25", "Union confirms early end of contract"), True),
        (("2025-08-25", CONFIRMS), ("2025-08-26", CONFIRMS), False),
        (("2025-08-25", "Senate adopts the bill on calls"), ("2025-08-25", "Assembly adopts the bill on calls"), False),
        (("2025-08-25", "Round 1 of the talks on jobs"), ("2025-08-25", "Round 2 of the talks on jobs"), False),
        (("2025-08-25T10:00", "The union speaks"), ("2025-08-25T16:00", "The union speaks"), False),
        (("2025-08-25", "Strike"), ("2025-08-25", "Strike"), True),
        (("2025-08-25", "Strike in Liège"), ("2025-08-25", "Strike in Namur"), False),
        (("2025-08-25", "…"), ("2025-08-25", "!"), False),
        (("2025-08-25/2026", CONFIRMS), ("2025-08-20/2026", CONFIRMS), True),
        (("2025-08/2026", CONFIRMS), ("2025/2026", CONFIRMS), True),
        (("2016-02-29/2028-01-01", CONFIRMS), ("2018-03-14/2030-01-01", CONFIRMS), False),
        (("2020-10-23/..", "Apple iPhone 12"), ("2020-10-23/..", "Apple iPhone 12-pro"), False),
        (("2020-10-23/..", "Apple iPhone XS"), ("2020-10-23/..", "Apple iPhone XS Max"), False),
        (("2020-10-23", "Python 3.9.1 is out for all"), ("2020-10-23", "Python 3.9.10 is out for all"), False),
        (("2025-08-25", "Strike in Liège at dawn"), ("2025-08-25", "Strike in Liège at dawn ends"), False),
        (("2025-08-25", "Part II of the report is out"), ("2025-08-25", "Part III of the report is out"), False),
        (("2025-08-25", "Company cuts 1,200 jobs in town"), ("2025-08-25", "Company cuts 1200 jobs in town"), True),
        (("2025-08-25", "Company cuts 1 200 jobs in town"), ("2025-08-25", "Company cuts 1.200 jobs in town"), True),
        (("2025-08-25", "Company cuts 1,200 jobs in town"), ("2025-08-25", "Company cuts 1,300 jobs in town"), False),
        (("2025-08-25", "Company cuts three jobs in town"), ("2025-08-25", "Company cuts 3 jobs in town"), True),
        (("2025-08-25", "Vingt-trois emplois sont perdus"), ("2025-08-25", "23 emplois sont perdus"), True),
        (("2025-08-25", "Company cuts three jobs in town"), ("2025-08-25", "Company cuts two jobs in town"), False),
        (("2025-08-25", "Calls go to Niger in spring"), ("2025-08-25", "Calls go to Nigeria in spring"), False),
    ],
)
def test_alike_titles_on_a_common_day_may_be_one_event(
    one: tuple[str, str], other: tuple[str, str], is_said: bool
) -> None:
    text = "events:\n" + "".join(
        f'- id: e{i}\n  date: {date}\n  title: "{title}"\n' for i, (date, title) in enumerate((one, other))
    )
    said = of("near-duplicate", text)
    agree = "the titles agree" if "20/" in other[0] else "the titles and the days agree"
    assert [one.partition(" ")[2] for one in said] == (
        [f'this may be the same event as "e{0 if said[0].startswith("7:10") else 1}": {agree}'] if is_said else []
    )


def test_other_actors_countries_or_places_make_two_events_of_alike_titles() -> None:
    event = "- {{id: e{}, date: 2025-08-25, title: The union speaks, {}}}\n"
    for one, other, is_said in (
        ("actors: setca", "actors: cgslb", False),
        ("actors: setca", "actors: [cgslb, setca]", True),
        ("countries: BE", "countries: MA", False),
        ("countries: BE", "kind: x", True),
        ("place: Liège", "place: Namur", False),
        ("place: Liège", 'place: "Liège, Belgique"', True),
        ("place: Liège", "place: [Liege, Namur]", True),
        ("place: [Liège, Wallonie]", "place: [Namur, Wallonie]", False),
        ("place: New York", "place: New Orleans", False),
        ("place: Liège", "kind: x", True),
    ):
        text = "events:\n" + event.format(1, one) + event.format(2, other)
        assert bool(of("near-duplicate", text)) is is_said


def test_many_events_of_one_title_are_not_compared_each_with_each() -> None:
    text = "events:\n" + "".join(f"- {{id: e{i}, date: 1900/2000, title: The same words again}}\n" for i in range(3000))
    assert len(of("near-duplicate", text)) == 2999


# ---- Who and where


def test_an_actor_in_no_event_is_said_unless_it_publishes() -> None:
    text = "actors:\n  a: A\n  b: {name: B}\n  t: {name: X, aliases: [TRENDS]}\n" + SOURCES
    text += "events:\n- {id: e, date: 2025-08-25, title: E, actors: a, sources: [rtl#jobs, trends]}\n"
    assert of("unused-actor", text) == ['3:3 no event concerns "b"']
    assert marked(text) == ["b"]


def actor_in(*countries: str) -> str:
    events = "".join(
        f"- {{id: e{i}, date: 2025-08-{i + 1:02d}, title: Nr {i}, actors: setca{of_event}}}\n"
        for i, of_event in enumerate(countries)
    )
    return f"actors:\n  setca: {{name: SETCa, country: BE}}\nevents:\n{events}"


def test_a_country_that_an_event_forgets_is_said_where_the_actor_is_mostly_at_home() -> None:
    home, away, open_ = ", countries: [BE]", ", countries: [MA]", ""
    said = '"setca" is of BE, which this event does not concern'
    assert [one.partition(" ")[2] for one in of("missing-country", actor_in(home, home, away))] == [said]
    assert marked(actor_in(home, home, away)) == ["[MA]"]
    assert of("missing-country", actor_in(home, away, away)) == []
    assert of("missing-country", actor_in(home, open_, open_)) == []
    assert of("missing-country", actor_in(away, away, away)) == [
        '2:33 "setca" is of BE, which none of its 3 events concerns'
    ]


# ---- What nobody sees


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Str​ike", "a zero width space (U+200B)"),
        ("Licen­ciement", "a soft hyphen (U+00AD)"),
        ("\\ufeffStrike", "a zero width no-break space (U+FEFF)"),
        ("Grève‎ à Liège", "a left-to-right mark (U+200E)"),
        ("‮evil", "a right-to-left override (U+202E)"),
        ("a⁠b", "a word joiner (U+2060)"),
        ("Strike‍ at Huy", "a zero width joiner (U+200D)"),
        ("Strike at Huy", None),
        ("Grève à Huy", None),
    ],
)
def test_what_nobody_sees_in_a_title_is_said_with_its_cure(text: str, said: str | None) -> None:
    file = f'events:\n- id: a\n  date: 2025\n  title: "{text}"\n'
    found = [one for one in problems(read(file.encode(), "x"), TODAY) if one.code == "hidden-in-text"]
    assert [one.message for one in found] == ([f"nobody sees {said} in this"] if said else [])
    for one in found:
        assert (one.place.line, one.place.column) == (4, 10)
        mended = file.replace(f'"{text}"', (one.hint or "").removeprefix("did you mean ").removesuffix("?"))
        assert of("hidden-in-text", mended) == []


def test_what_nobody_sees_is_said_of_texts_passages_and_claims_too() -> None:
    text = "sources:\n  a: {title: A, seen: 2025, passages: {x: envi​ron}}\nevents:\n"
    text += "- id: a\n  date: 2025\n  title: A\n  title_fr: Gr­ève\n  sources: a#x\n"
    text += "  claims: {n: {15​0: a}}\n  text: >\n    Long​.\n"
    assert [one.partition(" ")[0] for one in of("hidden-in-text", text)] == ["2:43", "7:13", "9:22", "10:3"]


# ---- Silences

LONE = SOURCES + "events:\n- id: a\n  date: 2025-08-25\n  title: A\n  sources: rtl#jobs\n"


def test_a_hint_is_silenced_on_what_it_is_about_or_for_the_whole_file() -> None:
    assert hints(LONE) == ['9:12 single-source: only "rtl" says this']
    assert hints(LONE + "  silence: {single-source: only RTL was there}\n") == []
    assert hints(f"timeline: {{title: T, silence: {{single-source: all of it is RTL's}}}}\n{LONE}") == []


def test_a_silence_with_nothing_to_silence_is_said() -> None:
    text = LONE + "  silence:\n    single-source: only RTL was there\n    overdue-plan: x\n"
    assert hints(text) == ['12:5 unused-silence: there is no "overdue-plan" here to silence']
    top = f"timeline: {{title: T, silence: {{near-duplicate: x}}}}\n{LONE}  silence: {{single-source: x}}\n"
    assert hints(top) == ['1:32 unused-silence: there is no "near-duplicate" here to silence']


def test_a_plan_may_be_silenced_before_it_is_overdue() -> None:
    text = "events:\n- {id: a, date: 2030, title: A, status: planned, silence: {overdue-plan: x}}\n"
    assert hints(text) == hints(text, None) == []


def test_a_value_without_a_source_is_silenced_where_it_is_read() -> None:
    event = "- id: a\n  date: 2025\n  title: A\n  claims:\n    jobs:\n      150: []\n"
    assert [one.code for one in read(f"events:\n{event}".encode(), "x").problems] == ["unsourced-value"]
    for text in (
        f"events:\n{event}  silence: {{unsourced-value: from memory}}\n",
        f"timeline: {{title: T, silence: {{unsourced-value: from memory}}}}\nevents:\n{event}",
    ):
        assert read(text.encode(), "x").problems == ()
        assert hints(text) == []


def test_a_silence_of_one_event_is_none_of_the_next() -> None:
    event = "- id: {}\n  date: 2025\n  title: A\n  claims:\n    jobs:\n      150: []\n"
    text = f"events:\n{event.format('a')}  silence: {{unsourced-value: x}}\n{event.format('b')}"
    assert [one.place.line for one in read(text.encode(), "x").problems] == [14]


# ---- Files with faults


def said_of(text: str) -> set[str]:
    return {one.code for one in problems(read(text.encode(), "x"), TODAY) if one.severity != ERROR}


def test_nothing_is_said_of_what_has_errors() -> None:
    other = "- {id: b, date: 2025-08-25, title: B, sources: rtl#jobs}\n"
    faulty = LONE.replace("title: A", "title: A\n  status: planed")
    assert said_of(faulty + other) == {"single-source"}
    assert said_of(faulty) == set()


def test_nothing_is_missed_in_a_file_with_errors() -> None:
    """The actor may be the one that is misspelt, and the event that is lost may cite the passage."""
    sound = "actors: {setca: SETCa, fgtb: FGTB}\n" + SOURCES
    sound += "events:\n- {id: a, date: 2025, title: A, sources: [rtl, trends]}\n"
    assert said_of(sound) == {"unused-actor", "unused-passage"}
    assert said_of(sound + "- {id: b, date: 2025, title: B, actors: setka}\n") == set()
    assert said_of(sound + "- id: b\n  date: soon\n  title: B\n") == set()


def test_what_rests_on_a_faulty_source_is_left_alone() -> None:
    text = LONE.replace("published: 2025-08-25,", "published: August,")
    assert said_of(text) == set()


def test_an_empty_file_has_nothing_to_be_honest_about() -> None:
    assert hints("events:\n") == []
    assert said_of("") == set()
