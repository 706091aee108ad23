"""A new event as it is typed: what it becomes, and everything that is wrong with it, by field."""

from __future__ import annotations

import pytest

from tui.core.dates.calendar import parse_day
from tui.core.dates.parse import parse_date
from tui.core.entry.draft import (
    DraftContext,
    DraftResult,
    EventDraft,
    date_in_both,
    event_from_draft,
    fault_of,
    missing,
)
from tui.core.timeline.model import Actor, Citation, Event, Passage, Source, Timeline

TODAY = parse_day("2026-11-22") or 0
TIMELINE = Timeline(
    "t",
    {},
    "en",
    (Event("2025-12-31-the-end", parse_date("2025-12-31"), {"en": "The end"}),),
    {
        "ikanbi": Actor("ikanbi", {"en": "iKanbi Belgium"}, aliases=("IKB", "Shared")),
        "setca": Actor("setca", {"en": "SETCa, Liège", "fr": "Setca"}, aliases=("Shared",)),
    },
    {
        "rtl": Source("rtl", {"en": "An item"}, url="https://rtl.example/a", passages={"jobs": Passage("jobs", "150")}),
        "a key": Source("a key", {"en": "Odd"}),
    },
)
GROUND = DraftContext(TIMELINE, TODAY)


def draft(**more: str | list[str]) -> DraftResult:
    fields: EventDraft = {key: [value] if isinstance(value, str) else value for key, value in more.items()}
    return event_from_draft({"date": ["2026"], "title": ["T"], **fields}, GROUND)


def event(**more: str | list[str]) -> Event:
    new = draft(**more)
    assert new.event is not None, new.faults
    return new.event


def test_an_event_is_what_the_file_will_hold() -> None:
    new = event(title=" Two\n lines ", title_fr="Deux", actors="ikb", countries="belgium", place="Huy, Namur")
    assert new == Event(
        "2026-two-lines", parse_date("2026"), {"en": "Two lines", "fr": "Deux"},
        actors=("ikanbi",), countries=("BE",), places=("Huy, Namur",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("a b", "an id holds no spaces", "a-b"),
        ("a,b", 'an id holds no ","', "a-b"),
        ("é#x", 'an id holds no "#"', "é-x"),
        ("a:b", 'an id holds no ":"', "a-b"),
        ("l’été", 'an id holds no "’"', "l-été"),
        ("-x", 'an id begins with no "-"', "x"),
        ("2025-12-31 the end", "an id holds no spaces", "2025-12-31-the-end-2"),
    ],
)
def test_an_id_is_one_that_can_be_asked_for(name: str, message: str, hint: str) -> None:
    (fault,) = draft(id=name).faults
    assert (fault.field, fault.message, fault.hint) == ("id", message, f'did you mean "{hint}"?')


@pytest.mark.parametrize("name", ["été-2020", "a.b_c", "2025/1", "x", "ليث", "e+1"])
def test_such_an_id_is_taken_as_it_is(name: str) -> None:
    assert event(id=name).id == name


def test_an_address_with_a_space_is_one_address() -> None:
    (fault,) = draft(sources="https://example.org/a b").faults
    assert (fault.message, fault.hint) == ("an address holds no spaces", 'did you mean "https://example.org/a%20b"?')
    assert len(event(sources="https://example.org/a rtl").citations) == 2


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert event(date="2025-12-31", title="The end").id == "2025-12-31-the-end-2"


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        (["ikanbi", "setca"], ("ikanbi", "setca")),
        (["ikanbi,setca"], ("ikanbi", "setca")),
        (["Setca, IKB, ikanbi"], ("setca", "ikanbi")),
        (["setca, liege"], ("setca",)),
        ([" ", ","], ()),
    ],
)
def test_several_are_told_apart_by_commas_unless_the_whole_is_a_name(typed: list[str], ids: tuple[str, ...]) -> None:
    assert event(actors=typed).actors == ids


@pytest.mark.parametrize(
    ("typed", "citations"),
    [
        ("rtl", [Citation("rtl")]),
        ("rtl#jobs", [Citation("rtl", Passage("jobs", "150"))]),
        ("An item", [Citation("rtl")]),
        ("a key", [Citation("a key")]),
        ("http://www.rtl.example/a/?utm_source=x", [Citation("rtl")]),
        ("https://rtl.example/a, rtl", [Citation("rtl")]),
        ("https://b.example/le-titre,12.html rtl", [Citation("b-titre"), Citation("rtl")]),
    ],
)
def test_a_source_is_an_id_a_passage_or_an_address(typed: str, citations: list[Citation]) -> None:
    assert list(event(sources=typed).citations) == citations


def test_an_address_that_is_new_is_one_source_however_often_it_is_given() -> None:
    new = draft(sources=["https://b.example/xx", "http://b.example/xx/?fbclid=1 https://b.example/xx?id=2"])
    assert [source.id for source in new.sources] == ["b-xx", "b-xx-2"]


def test_where_the_file_lists_no_actors_any_name_is_one() -> None:
    new = event_from_draft(
        {"date": ["2026"], "title": ["T"], "actors": ["Somebody, nobody"]}, GROUND._replace(lists_actors=False)
    )
    assert new.event is not None
    assert new.event.actors == ("Somebody", "nobody")


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("date", "25/08/2025 9h", "a date is written year, month, day, joined by -; did you mean 2025-08-25T09:00?"),
        ("status", "planed", '"planed" is no status; did you mean "planned"?'),
        ("actors", "ikanby", 'no actor is called "ikanby"; did you mean "ikanbi"?'),
        ("actors", "shared", '"shared" may be any of 2; by id: ikanbi, setca'),
        ("countries", "Belgiqe", 'no country is called "Belgiqe"; did you mean "BE" (Belgium)?'),
        ("sources", "rtl#job", 'source "rtl" has no passage "job"; did you mean "jobs"?'),
        ("sources", "rtl#zzz", 'source "rtl" has no passage "zzz"; it has jobs'),
        ("sources", "nowhere", 'no source is called "nowhere"; known here: rtl, a key'),
        ("sources", "www.a.be/x", 'an address begins with https:// or http://; did you mean "https://www.a.be/x"?'),
        ("sources", "https://me@a.be/", "an address holds no user name"),
        ("id", "2025-12-31-the-end", 'the id "2025-12-31-the-end" is taken; "2025-12-31-the-end-2" is not'),
        ("title", "a\x1b[31mb", "a control character (U+001B) has no place in a text; leave it out"),
        ("text", "a\udce9b", "a control character (U+DCE9) has no place in a text; leave it out"),
    ],
)
def test_what_is_wrong_is_said_with_its_cure(field: str, typed: str, said: str) -> None:
    fault = fault_of(field, typed, GROUND)
    assert fault is not None
    assert fault.field == field
    assert "; ".join(filter(None, fault[1:])) == said
    assert draft(**{field: typed}).event is None


def test_every_fault_is_said_at_once() -> None:
    new = draft(date="soon", status="maybe", actors=["x", "y"], title="\0")
    assert [fault.field for fault in new.faults] == ["date", "title", "status", "actors", "actors"]


@pytest.mark.parametrize("field", ["date", "title", "kind", "actors", "sources", "text"])
def test_nothing_is_wrong_with_what_is_not_typed_yet(field: str) -> None:
    assert fault_of(field, "  ", GROUND) is None


@pytest.mark.parametrize(
    ("typed", "lacks"),
    [
        ({}, ["date", "title"]),
        ({"date": ["2026"]}, ["title"]),
        ({"date": [" "], "title": ["T"]}, ["date"]),
        ({"date": ["2026"], "title_fr": ["T"]}, ["title"]),
        ({"date": ["2026"], "title_en": ["T"]}, []),
    ],
)
def test_an_event_has_a_date_and_a_title_in_the_language_of_the_file(typed: EventDraft, lacks: list[str]) -> None:
    assert missing(typed, GROUND) == lacks
    assert (event_from_draft(typed, GROUND).event is None) == bool(lacks)


def test_a_second_title_in_one_language_is_said() -> None:
    assert [fault.field for fault in draft(title_en="Other").faults] == ["title_en"]


@pytest.mark.parametrize(
    ("date", "status"),
    [
        ("2026-11-23", "planned"), ("2027", "planned"), ("[2027..]", "planned"), ("2027~", "planned"),
        ("2026-11-22", "reported"), ("2026", "reported"), ("2026-12/2027-03", "planned"), ("2026-11/..", "reported"),
        ("../2030", "reported"), ("[..2030]", "reported"), ("unknown", "reported"), ("-0043-03-15", "reported"),
    ],
)  # fmt: skip
def test_what_lies_in_the_future_is_planned_unless_it_is_given_a_status(date: str, status: str) -> None:
    assert event(date=date).status == status
    assert event(date=date, status="inferred").status == "inferred"


def test_a_name_is_never_a_pattern_in_an_event() -> None:
    actors = {"sheep": Actor("sheep", {"en": "The Flock"}), "shop": Actor("shop", {"en": "A Shop"})}
    whole = Timeline("t", {"en": "T"}, "en", actors=actors, data={"idled": "people"})

    def draft(**fields: str) -> DraftResult:
        given = {"date": ("2025-08-25",), "title": ("A",), **{name: (text,) for name, text in fields.items()}}
        return event_from_draft(given, DraftContext(whole, 739_000))

    one, several = draft(actors="*flock"), draft(actors="sh*")
    assert one.event is not None
    assert one.event.actors == ("sheep",)
    assert [fault.message for fault in several.faults] == ['"sh*" may be any of 2']
    assert draft(actors="*").faults != ()
    alone = draft(actors="=shop").event
    assert alone is not None
    assert alone.actors == ("shop",)


def test_data_has_a_declared_name_and_a_value() -> None:
    whole = Timeline("t", {"en": "T"}, "en", data={"idled": "people"})
    given = {"date": ("2025-08-25",), "title": ("A",)}
    made = event_from_draft({**given, "data": ("idled = 1200",)}, DraftContext(whole, 739_000))
    assert made.event is not None
    assert made.event.data == {"idled": "1200"}
    wrong = event_from_draft({**given, "data": ("idle=3", "idled=", "x")}, DraftContext(whole, 739_000))
    assert [(fault.message, fault.hint) for fault in wrong.faults] == [
        ('the timeline declares no data "idle"', 'did you mean "idled"?'),
        ('"idled" has no value', "as in idled=1200"),
        ('the timeline declares no data "x"', "declared are idled"),
    ]


@pytest.mark.parametrize(
    ("typed", "edtf", "shown"),
    [
        ("August 2025", "2025-08", "2025-08: août 2025"),
        ("25 août 2025", "2025-08-25", "2025-08-25: 25 août 2025"),
        ("Oct–Mar 2026", "2025-10/2026-03", "2025-10/2026-03: octobre 2025 – mars 2026"),
        (" 2025-08 ", "2025-08", "août 2025"),
        ("unknown", None, "sans date"),
    ],
)
def test_a_date_in_words_is_taken_as_its_edtf_and_shown(typed: str, edtf: str | None, shown: str) -> None:
    event = event_from_draft({"date": (typed,), "title": ("T",)}, GROUND).event
    assert event is not None
    assert event.date.text == edtf or event.date.is_undated
    assert date_in_both(typed, "fr") == shown


@pytest.mark.parametrize("typed", ["end of August 2025", "25/08/2025 9h", "2025-8-3", "some day"])
def test_a_date_that_may_mean_two_things_or_is_digits_alone_is_still_asked_for(typed: str) -> None:
    assert event_from_draft({"date": (typed,), "title": ("T",)}, GROUND).event is None
