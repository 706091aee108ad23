"""Names in a query mean actors, sources, events, countries, kinds: ids before names before aliases."""

from __future__ import annotations

import pytest

from tui.core.dates.parse import parse_date
from tui.core.query.names import Names, UnknownName, resolve
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
