"""What a reader asks, as a tree: terms, words and groups, and how they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.query.tree import FACETS, Group, Query, Term, Text, quoted

# ---- Terms and queries ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (Term("actor", ("ikanbi",)), "actor:ikanbi"),
        (Term("country", ("BE", "MA")), "country:BE,MA"),
        (Term("kind", ("reaction",), negative=True), "-kind:reaction"),
        (Term("actor", ("SETCa Liège",)), 'actor:"SETCa Liège"'),
        (Term("kind", ('say "no"', "a,b")), 'kind:"say \\"no\\"","a,b"'),
        (Term("in", ("[2025,2026..2027]", "-0043")), "in:[2025,2026..2027],-0043"),
        (Term("source", ("https://example.org/x",)), "source:https://example.org/x"),
        (Text("strike"), "strike"),
        (Text("agency workers", negative=True), '-"agency workers"'),
        (Text("OR"), '"OR"'),
        (Text("or"), "or"),
        (Text("10:30"), '"10:30"'),
        (Text("-x"), '"-x"'),
        (Text("a,b"), "a,b"),
        (Group((Query((Text("a"), Text("b"))), Query((Term("tag", ("c",)),)))), "(a b OR tag:c)"),
        (Group((Query((Text("a"),)),), negative=True), "-(a)"),
    ],
)
def test_a_term_reads_as_it_would_be_typed(term: Term | Text | Group, text: str) -> None:
    assert str(term) == text


def test_a_query_reads_as_its_terms_one_after_another() -> None:
    assert str(Query()) == ""
    assert str(Query((Term("actor", ("a",)), Term("to", ("2026",), negative=True)))) == "actor:a -to:2026"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("ikanbi", "ikanbi"),
        ("", '""'),
        ("-x", "-x"),
        ("a:b", "a:b"),
        ("[a, b]", "[a, b]"),
        ("[a", '"[a"'),
        ("“a”", '"“a”"'),
        ("a(b", '"a(b"'),
        ('back\\ and "quote"', '"back\\\\ and \\"quote\\""'),
    ],
)
def test_a_value_is_quoted_when_it_holds_what_the_language_uses(value: str, text: str) -> None:
    assert quoted(value) == text


def test_choosing_sets_the_one_term_of_a_field_in_its_place() -> None:
    query = Query((Term("actor", ("a",)), Term("kind", ("law",))))
    assert str(query.choosing("actor", ("b", "c", "b"))) == "actor:b,c kind:law"
    assert str(query.choosing("status", ("planned",))) == "actor:a kind:law status:planned"
    assert str(query.choosing("actor", ("b",), negative=True)) == "actor:a kind:law -actor:b"


def test_choosing_nothing_takes_the_term_away_and_leaves_its_opposite() -> None:
    query = Query((Term("actor", ("a",)), Term("actor", ("b",), negative=True)))
    assert str(query.choosing("actor", ())) == "-actor:b"
    assert str(query.choosing("actor", (), negative=True)) == "actor:a"
    assert query.choosing("kind", ()) == query


def test_choosing_joins_two_terms_of_a_field_into_one() -> None:
    query = Query((Term("actor", ("a",)), Term("kind", ("law",)), Term("actor", ("b",))))
    assert str(query.choosing("actor", ("c",))) == "actor:c kind:law"


def test_toggling_has_excludes_and_lets_go() -> None:
    query = Query().toggling("actor", "a").toggling("actor", "b")
    assert str(query) == "actor:a,b"
    assert str(query.toggling("actor", "a")) == "actor:b"
    assert str(query.toggling("actor", "a", negative=True)) == "actor:b -actor:a"
    assert str(query.toggling("actor", "a").toggling("actor", "b")) == ""


def test_a_query_knows_its_fields_and_can_drop_one() -> None:
    query = Query((Term("actor", ("a",)), Term("kind", ("law",)), Term("actor", ("b",), negative=True)))
    assert query.fields() == ("actor", "kind")
    assert str(query.without("actor")) == "kind:law"


A, B, C = Text("a"), Text("b"), Text("c")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (Query((A, B, A)), "a b"),
        (Query((Term("tag", ("x", "y", "x")),)), "tag:x,y"),
        (Query((Term("tag", ("x",), True), A, Term("tag", ("y", "x"), True))), "-tag:x,y a"),
        (Query((Term("tag", ("x",)), Term("tag", ("y",)))), "tag:x tag:y"),
        (Query((Group((Query((A, B)),)), C)), "a b c"),
        (Query((Group((Query((A,)), Query((B,)), Query((A,)))),)), "a OR b"),
        (Query((Group((Query((A,)), Query((Group((Query((B,)), Query((C,)))),)))),)), "a OR b OR c"),
        (Query((Group((Query((A,)),), negative=True),)), "-a"),
        (Query((Group((Query((A, B)),), negative=True),)), "-(a b)"),
        (Query((Group((Query((Group((Query((A, B)),), True),)),), True), C)), "a b c"),
    ],
)
def test_a_simplified_query_says_everything_once(query: Query, text: str) -> None:
    assert str(query.simplified()) == text
    assert query.simplified().simplified() == query.simplified()


def test_words_and_groups_stand_beside_the_terms_and_can_be_dropped() -> None:
    query = Query((A, Term("actor", ("x",)), Group((Query((B,)), Query((C,))))))
    assert query.fields() == ("actor",)
    assert str(query.choosing("actor", ("y",))) == "a actor:y (b OR c)"
    assert str(query.without("actor")) == "a (b OR c)"
    assert str(query.dropping("(b OR c)")) == "a actor:x"
    assert query.chosen("actor") == ("x",)


VALUES = st.lists(st.sampled_from("abc"), max_size=3).map(tuple)
QUERIES = st.lists(st.builds(Term, st.sampled_from(FACETS), VALUES.filter(bool), st.booleans()), max_size=4).map(
    lambda terms: Query(tuple(terms))
)


@given(QUERIES, st.sampled_from(FACETS), VALUES, st.booleans())
def test_what_is_chosen_is_what_was_chosen_and_the_rest_stands(
    query: Query, field: str, values: tuple[str, ...], negative: bool
) -> None:
    chosen = query.choosing(field, values, negative=negative)
    assert chosen.chosen(field, negative=negative) == tuple(dict.fromkeys(values))
    assert chosen.chosen(field, negative=not negative) == query.chosen(field, negative=not negative)
    assert chosen.choosing(field, values, negative=negative) == chosen
