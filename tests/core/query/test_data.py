"""Numbers and words of events: how they are asked for and put in order."""

from __future__ import annotations

import pytest

from tests.core.timelines import event, timeline
from tui.core.index.index import Index
from tui.core.index.memory import MemoryEngine
from tui.core.index.selection import select
from tui.core.query.data import place_by
from tui.core.query.lexer import QueryError
from tui.core.query.parser import parse_query

EVENTS = [
    event("2020-01-01", "A", id="a")._replace(data={"idled": "1200", "mood": "Calm"}),
    event("2020-01-02", "B", id="b")._replace(data={"idled": "more than 900", "mood": "very low"}),
    event("2020-01-03", "C", id="c")._replace(data={"idled": "12,000"}),
    event("2020-01-04", "D", id="d")._replace(data={"idled": "-5", "mood": "7"}),
    event("2020-01-05", "E", id="e")._replace(data={"idled": "about 90"}),
    event("2020-01-06", "F", id="f")._replace(data={"idled": "many"}),
    event("2020-01-07", "G", id="g"),
]
INDEX = Index(timeline(EVENTS)._replace(data={"idled": "people", "mood": ""}), 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("idled:>1000", "a c"),
        ("idled:>900", "a b c"),
        ("idled:>=900", "a b c"),
        ("idled:≥1200", "a c"),
        ("idled:>1200", "c"),
        ("idled:<100", "d e"),
        ("idled:<=-5", "d"),
        ("idled:<0", "d"),
        ("idled:1200", "a"),
        ("idled:=1200", "a"),
        ("idled:90", "e"),
        ("idled:900..2000", "a"),
        ("idled:..100", "d e"),
        ("idled:1000..", "a c"),
        ("idled:many", "f"),
        ("idled:*", "a b c d e f"),
        ("-idled:*", "g"),
        ('idled:"12,000"', "c"),
        ("idled:1200,-5", "a d"),
        ("idled:>1,000", "a c"),
        ("idled:>=12,000", "c"),
        ("idled:>1,000,000", ""),
        ("idled:>1,000,-5", "a c d"),
        ("idled:>1e3", "a c"),
        ("idled:>1E4", "c"),
        ("idled:>1.1e+3", "a c"),
        ('idled:">1,000 people"', "a c"),
        ("idled:>1k", "a c"),
        ("idled:>2M", ""),
        ("mood:calm", "a"),
        ("MOOD:very*", "b"),
        ("mood:7", "d"),
        ("mood:>6 idled:<0", "d"),
    ],
)
def test_what_surely_is_so_is_found(text: str, found: str) -> None:
    selection = select(INDEX, parse_query(text, INDEX.names))
    assert [one.id for one in selection.rows(0, len(selection))] == found.split()


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("idled:>x", '"x" is no number', "such as idled:>1000 or idled:10..20"),
        ("idled:>2m", '"2m" is no number', "such as idled:>1000 or idled:10..20"),
        ("idled:>0x10", '"0x10" is no number', "such as idled:>1000 or idled:10..20"),
        ("idled:>1e-3", '"1e-3" is no number', "such as idled:>1000 or idled:10..20"),
        ("idled:10,000..20", '"000" is no number', "such as idled:>1000 or idled:10..20"),
        ("idled:2m", 'no event has the idled "2m"', "known here: many"),
        ("idled:..", '".." is no number', "such as idled:>1000 or idled:10..20"),
        ("idled:>", 'no event has the idled ">"', "known here: many"),
        ("idled:manny", 'no event has the idled "manny"', 'did you mean "many"?'),
        ("idle:>1", 'no field is called "idle"', 'did you mean "idled:"?'),
        ("idled:", '"idled:" has no value', "such as idled:>1000, idled:10..20, or a word"),
    ],
)
def test_what_is_no_number_there_is_said(text: str, message: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text, INDEX.names)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_query_is_written_as_it_is_read() -> None:
    assert str(parse_query("idled:>1,000", INDEX.names)) == "idled:>1000"
    for text in ("idled:>1000", "idled:10..20", "idled:many", "-mood:Calm"):
        assert str(parse_query(text, INDEX.names)) == text


def test_the_greatest_comes_first_then_words_then_what_has_none() -> None:
    assert "".join(one.id for one in sorted(EVENTS, key=place_by("idled"))) == "cabedfg"
    assert "".join(one.id for one in sorted(EVENTS, key=place_by("-idled"))) == "debacfg"


def test_an_engine_that_is_warm_reads_no_number_when_one_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = MemoryEngine(Index(INDEX.timeline, 0))
    engine.warm("en")
    monkeypatch.setattr("tui.core.query.data.datum", None)
    monkeypatch.setattr("tui.core.query.data.words", lambda name, names: names.data_words[name])
    assert [engine.select(parse_query(text, engine.names)).count() for text in ("idled:>1000", "mood:calm")] == [2, 1]
