"""Names in a query mean actors, sources, events, countries, kinds: ids before names before aliases."""

from __future__ import annotations

import pytest

from tui.core.dates.parse import parse_date
from tui.core.query.names import Names, UnknownName, resolve
from tui.core.query.tree import Term
from tui.core.timeline.model import Actor, Event, Source, Timeline

TIMELINE = Timeline(
    "calls",
    {"en": "Calls"},
    "en",
    events=(
        Event("a", parse_date("2025-08-25"), {"en": "A"}, kind="announcement"),
        Event("b", parse_date("2025-12-31"), {"en": "The end"}, kind="Contract"),
    ),
    actors={
        "ikanbi": Actor("ikanbi", {"en": "iKanbi Belgium"}, aliases=("Ikanbi", "the centre")),
        "wengage": Actor("wengage", {"en": "WEngage", "fr": "Wengage Liège"}, aliases=("the centre", "rtbf")),
        "rtbf": Actor("rtbf", {"en": "RTBF"}),
    },
    sources={"trends": Source("trends", {"fr": "150 emplois menacés"}, "Trends", language="fr")},
)


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("actor", "ikanbi", ("ikanbi",)),
        ("actor", "IKANBI", ("ikanbi",)),
        ("actor", " iKanbi  belgium ", ("ikanbi",)),
        ("actor", "wengage liege", ("wengage",)),
        ("actor", "the centre", ("ikanbi", "wengage")),
        ("actor", "RTBF", ("rtbf",)),
        ("source", "trends", ("trends",)),
        ("id", "A", ("a",)),
        ("id", "the end", ("b",)),
        ("language", "FR", ("fr",)),
        ("source", "150 EMPLOIS MENACES", ("trends",)),
        ("kind", "contract", ("Contract",)),
        ("status", "In-Force", ("in-force",)),
        ("country", "be", ("BE",)),
        ("country", "Belgique", ("BE",)),
        ("country", "Morocco", ("MA",)),
        ("country", "NZ", ("NZ",)),
    ],
)
def test_a_name_means_an_id_before_a_name_before_an_alias(field: str, text: str, values: tuple[str, ...]) -> None:
    assert resolve(TIMELINE, field, text) == values


@pytest.mark.parametrize(
    ("field", "text", "message", "hint"),
    [
        ("actor", "ikanby", 'no actor is called "ikanby"', 'did you mean "ikanbi"?'),
        ("actor", "zzz", 'no actor is called "zzz"', "known here: ikanbi, wengage, rtbf"),
        ("id", "zzz", 'no event is called "zzz"', "known here: a, b"),
        ("language", "nl", 'no language is called "nl"', "known here: fr"),
        ("source", "trend", 'no source is called "trend"', 'did you mean "trends"?'),
        ("kind", "contrat", 'no kind is called "contrat"', 'did you mean "Contract"?'),
        ("status", "plan", 'no status is called "plan"', 'did you mean "planned"?'),
        ("country", "Belgiqe", 'no country is called "Belgiqe"', 'did you mean "BE" (Belgium)?'),
        ("country", "zz", 'no country is called "zz"', None),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(field: str, text: str, message: str, hint: str | None) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(TIMELINE, field, text)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_field_without_names_has_none_to_resolve() -> None:
    with pytest.raises(ValueError, match="the values of colour have no names"):
        resolve(TIMELINE, "colour", "red")


def test_names_are_gathered_once() -> None:
    names = Names(TIMELINE)
    assert names.resolve("kind", "contract") == names.resolve("kind", "CONTRACT") == ("Contract",)
    assert list(names.known("kind")) == ["announcement", "Contract"]


CAST = Timeline(
    "cast",
    {"en": "Cast"},
    "en",
    events=tuple(
        Event(f"e{n}", parse_date("2020"), {"en": "E"}, actors=actors, tags=tags, places=("Portland, Oregon",))
        for n, (actors, tags) in enumerate(
            [
                (("Odile Vasseur", "Lambert"), ("strike",)),
                (("Odile Vasseur", "Hugo Lambert"), ("hunger strike",)),
                (("Vasseur Foundation", "Hugo Lambert"), ("hunger strike", "jobs")),
                (("E*Trade",), ()),
            ]
        )
    ),
    actors={
        name: Actor(name, {"en": name})
        for name in ("Odile Vasseur", "Vasseur Foundation", "Lambert", "Hugo Lambert", "E*Trade", "Lambert & Sons")
    },
    sources={"l1": Source("l1", url="https://www.example.org/2020/march-dispersed.html")},
)


@pytest.mark.parametrize(
    ("field", "text", "hint"),
    [
        (
            "actor",
            "vasseur",
            'did you mean "Odile Vasseur" (2), "Vasseur Foundation" (1)? actor:*vasseur* is all 2',
        ),
        ("actor", "foundation", 'did you mean "Vasseur Foundation" (1)?'),
        ("actor", "odile vaseur", 'did you mean "Odile Vasseur"?'),
        ("tag", "strikes", 'did you mean "strike"?'),
        ("place", "Portlnd", 'did you mean "Portland, Oregon" (4)?'),
        ("publisher", "exampel.org", 'did you mean "example.org"?'),
        ("source", "dispersed", 'did you mean "example.org › march-dispersed" (0)?'),
        ("actor", "*xyz*", None),
    ],
)
def test_names_that_hold_the_word_are_suggested_with_their_events(field: str, text: str, hint: str | None) -> None:
    with pytest.raises(UnknownName) as caught:
        resolve(CAST, field, text)
    expected = hint or "known here: Odile Vasseur, Vasseur Foundation, Lambert, Hugo Lambert, E*Trade, Lambert & Sons"
    assert caught.value.hint == expected


@pytest.mark.parametrize(
    ("field", "text", "values"),
    [
        ("actor", "*vasseur*", ("Odile Vasseur", "Vasseur Foundation")),
        ("actor", "HUGO*", ("Hugo Lambert",)),
        ("actor", "e*trade", ("E*Trade",)),
        ("tag", "strike", ("strike",)),
        ("tag", "hunger", ("hunger strike",)),
        ("place", "oregon", ("Portland, Oregon",)),
        ("publisher", "example", ("example.org",)),
        ("source", "*march*", ("l1",)),
        ("source", "Example.org › March-dispersed", ("l1",)),
        ("year", "-0043", ("-43",)),
    ],
)
def test_a_name_means_what_is_called_so_else_what_fits_it(field: str, text: str, values: tuple[str, ...]) -> None:
    names = Names(CAST)
    assert tuple(one for value in names.resolve(field, text) for one in names.meaning(field, value)) == values


@pytest.mark.parametrize(
    ("field", "value", "others"),
    [
        ("actor", "Lambert", ("Lambert", [("Hugo Lambert", 2)])),
        ("actor", "Hugo Lambert", ("", [])),
        ("tag", "strike", ("strike", [("hunger strike", 2)])),
        ("tag", "*strike*", ("", [])),
        ("tag", "hunger", ("", [])),
        ("status", "planned", ("", [])),
    ],
)
def test_other_names_that_hold_a_whole_one_are_counted(
    field: str, value: str, others: tuple[str, list[tuple[str, int]]]
) -> None:
    assert Names(CAST).beside(Term(field, (value,))) == others
