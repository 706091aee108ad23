"""A query is read into a tree that prints as a query; a faulty one says what is wrong and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.dates.calendar import parse_day
from tui.core.dates.parse import parse_date as date
from tui.core.problems.problem import Place
from tui.core.query.lexer import QueryError, problem
from tui.core.query.names import Names
from tui.core.query.parser import DEEPEST, parse_query
from tui.core.query.tree import FLAGS, Group, Node, Query, Term, Text
from tui.core.timeline.model import Actor, Event, Source, Timeline

TAGS = ("Jobs", "law", "tear-gas")
TIMELINE = Timeline(
    "calls",
    {"en": "Calls"},
    "en",
    events=(
        Event("end", date("2025-12-31"), {"en": "The contract ends"}, kind="contract", tags=TAGS),
        Event("ban", date("2026-08-11"), {"en": "The ban"}, kind="law", places=("a,b", "c")),
    ),
    actors={
        "ikanbi": Actor("ikanbi", {"en": "iKanbi Belgium"}, aliases=("the centre",)),
        "setca": Actor("setca", {"fr": "SETCa Liège"}, aliases=("the centre",)),
    },
    sources={
        "rtl": Source("rtl", {"fr": "150 emplois"}, "RTL", language="fr"),
        "https://example.org/a": Source("https://example.org/a"),
    },
)
NAMES = Names(TIMELINE)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("", ""),
        ("  ", ""),
        ("actor:ikanbi country:BE,MA -kind:law", "actor:ikanbi country:BE,MA -kind:law"),
        ("ACTOR:IKANBI Country:belgique,Morocco,be", "actor:ikanbi country:BE,MA"),
        ('actor:"setca  liege"', "actor:setca"),
        ('actor:"the centre"', "actor:ikanbi,setca"),
        ("source:https://example.org/a", "source:https://example.org/a"),
        ('source:"150 EMPLOIS" language:FR id:"the ban"', "source:rtl language:fr id:ban"),
        ("status:In-Force is:Disputed has:DATE_NOTE", "status:in-force is:disputed has:date_note"),
        ("Liège", "Liège"),
        ('"strike"', "strike"),
        ('"agency   workers" -"a b"', '"agency workers" -"a b"'),
        ("“agency workers”", '"agency workers"'),
        ("„agency workers“", '"agency workers"'),
        ("« agency workers »", '"agency workers"'),
        ("＂agency workers＂", '"agency workers"'),
        (r'"say \"no\" \\ a\b"', r'"say \"no\" \\ a\\b"'),
        ("tag:GAS,jobs", "tag:GAS,Jobs"),
        ("year:2025,-0043", "year:2025,-43"),
        ("actor:ik*,*", "actor:ik*,*"),
        ("is:SINGLE-source hint:near-duplicate,single-source", "is:single-source hint:near-duplicate,single-source"),
        ("or", "or"),
        ('"OR"', '"OR"'),
        ("a OR b c", "a OR b c"),
        ("(a OR b) c", "(a OR b) c"),
        ("(a b)", "a b"),
        ("((a) (OR))", None),
        ("-(a OR b)", "-(a OR b)"),
        ("-(a)", "-a"),
        ("-(-(a b))", "a b"),
        ("(a OR (b OR c)) d", "(a OR b OR c) d"),
        ("a OR a", "a"),
        ("in:[1667,1668..1670],{1960,1961-12}", "in:[1667,1668..1670],{1960,1961-12}"),
        ("in:2025-10/2026-03-31,../2024,-0043", "in:2025-10/2026-03-31,../2024,-0043"),
        ("in:ban within:end before:ban", "in:2026-08-11 within:2025-12-31 before:2026-08-11"),
        ('in:"spring 2019","printemps 2020"', "in:2019-21,2020-21"),
        ("in:25/08/2025 after:Q3-2025", "in:2025-08-25 after:2025-35"),
        ('from:"25 August 2025" to:"mars 2026"', "from:2025-08-25 to:2026-03"),
        ('in:"Oct–Mar 2026" in:2020-present', "in:2025-10/2026-03 in:2020/.."),
        ('in:"since 2020" in:"depuis août 2025"', "in:2020/.. in:2025-08/.."),
        ("in:25/08/2025-30/08/2025", "in:2025-08-25/2025-08-30"),
        ("in:2025-8 in:45894 in:2019–20", "in:2025-08 in:2025-08-25 in:2019/2020"),
        ('as-of:"25 août 2025"', "as-of:2025-08-25"),
        ("as-of:ban", "as-of:2026-08-11"),
        ("before:2025-08-25T22:00", "before:2025-08-25T22:00"),
        ("after:2025-08-25~ to:202X from:2025-21", "after:2025-08-25~ to:202X from:2025-21"),
        ("tag:Jobs,jobs,law", "tag:Jobs,law"),
        ("-actor:ikanbi -actor:setca", "-actor:ikanbi,setca"),
        ("actor:ikanbi actor:setca", "actor:ikanbi actor:setca"),
        ('place:"a,b",c', 'place:"a,b",c'),
        ("a\u00a0b\nc", "a b c"),
        ("call(s)", "call s"),
        ("c++ C# 20% l’appel a-b", "c++ C# 20% l’appel a-b"),
    ],
)
def test_a_query_is_written_in_one_way(text: str, canonical: str | None) -> None:
    if canonical is None:
        with pytest.raises(QueryError):
            parse_query(text, NAMES)
        return
    query = parse_query(text, NAMES)
    assert str(query) == canonical
    assert parse_query(canonical, TIMELINE) == query


def test_the_tree_is_a_conjunction_of_terms_words_and_groups() -> None:
    assert parse_query('(actor:ikanbi OR -strike "a b") -kind:law,contract', NAMES) == Query(
        (
            Group((Query((Term("actor", ("ikanbi",)),)), Query((Text("strike", negative=True), Text("a b"))))),
            Term("kind", ("law", "contract"), negative=True),
        )
    )


FIELDS = (
    "fields are actor, source, id, country, kind, status, language, publisher, place, tag, year, in, within, "
    "possibly, before, after, to, from, is, has, hint, as-of"
)
OR_HINT = 'OR stands between two terms; in quotes it is text: "OR"'


@pytest.mark.parametrize(
    ("text", "marked", "code", "message", "hint"),
    [
        # names
        ("actor:ikanby", "      ^^^^^^", "unknown-name", 'no actor is called "ikanby"', 'did you mean "ikanbi"?'),
        ('kind:law,"lex x"', "          ^^^^^", "unknown-name", 'no kind is called "lex x"',
         "known here: contract, law"),
        ("-country:UK", "         ^^", "unknown-name", 'no country is called "UK"',
         'did you mean "GB" (United Kingdom)?'),
        ("language:de", "         ^^", "unknown-name", 'no language is called "de"', "known here: fr"),
        ("status:plan", "       ^^^^", "unknown-name", 'no status is called "plan"', 'did you mean "planned"?'),
        ("is:disputd", "   ^^^^^^^", "unknown-name", '"is:" knows no "disputd"', 'did you mean "disputed"?'),
        ("has:x", "    ^", "unknown-name", '"has:" knows no "x"',
         "one of claims, passage, archive, copy, date_note, note"),
        # fields
        ("aktor:x", "^^^^^", "unknown-field", 'no field is called "aktor"', 'did you mean "actor:"?'),
        ("a -date:2025", "   ^^^^", "unknown-field", 'no field is called "date"', 'did you mean "in:"?'),
        ("zzzzzz:2025", "^^^^^^", "unknown-field", 'no field is called "zzzzzz"', FIELDS),
        ("asof:2025", "^^^^", "unknown-field", 'no field is called "asof"', 'did you mean "as-of:"?'),
        # the day that everything is told by
        ("as-of:2025-08", "      ^^^^^^^", "bad-date", "not one certain day", "such as 2025-08-31"),
        ("as-of:2025-08-26~", "      ^^^^^^^^^^^", "bad-date", "not one certain day", "such as 2025-08-26"),
        ("as-of:2025-08/2025-09", "      ^^^^^^^^^^^^^^^", "bad-date", "not one certain day", None),
        ("as-of:2025-08-25T22:00", "      ^^^^^^^^^^^^^^^^", "bad-date", "a time of day has no place here",
         "such as 2025-08-25"),
        ("as-of:", "^^^^^^", "missing-value", '"as-of:" has no value',
         "a day follows the colon, as in as-of:2025-08-26"),
        ("a -as-of:2025-08-26", "  ^^^^^^^^^^^^^^^^^", "syntax", '"as-of:" cannot be negated',
         "it says by which day all is told"),
        ("a (b as-of:2025-08-26)", "     ^^^^^^^^^^^^^^^^", "syntax",
         '"as-of:" is for the whole query, not for a part of it', "it stands outside all parentheses"),
        ("a OR as-of:2025-08-26", "     ^^^^^^^^^^^^^^^^", "syntax",
         '"as-of:" is for the whole query, not for a side of OR',
         "what is a choice stands in parentheses: as-of:2025-08-26 (… OR …)"),
        ("as-of:2025-08-26,2025-08-27", "^^^^^^^^^^^^^^^^^^^^^^^^^^^", "syntax", '"as-of:" takes one day',
         "everything is told by one day"),
        ("as-of:2025-08-26 as-of:2025-08-26", "                 ^^^^^^^^^^^^^^^^", "syntax",
         '"as-of:" takes one day', "everything is told by one day"),
        ("https://rtl.be/x", "^^^^^", "unknown-field", 'no field is called "https"',
         'in quotes it is text: "https://rtl.be/x"'),
        ("at 10:30", "   ^^", "unknown-field", 'no field is called "10"', 'in quotes it is text: "10:30"'),
        ("Maroc : 150", "      ^", "syntax", "no field stands before the colon", 'in quotes it is text: ":"'),
        # values
        ("actor:", "^^^^^^", "missing-value", '"actor:" has no value', "as in actor:ikanbi"),
        ("actor: ikanbi", "^^^^^^", "missing-value", '"actor:" has no value', "no space after the colon: actor:ikanbi"),
        ("(in:)", " ^^^", "missing-value", '"in:" has no value', "a date follows the colon, as in in:2026-08"),
        ('tag:""', "    ^^", "missing-value", "the quotes hold nothing", "as in tag:Jobs"),
        ("tag:law,", "       ^", "missing-value", "a value is missing after the comma",
         "a value follows at once, without a space"),
        ("tag:,a", "    ^", "missing-value", "a value is missing before the comma",
         "a value stands on each side of a comma"),
        ("tag:(a)", "    ^", "syntax", "a parenthesis stands where a value is due",
         "values stand side by side: tag:one,other; or in quotes"),
        ("tag:teargas", "    ^^^^^^^", "unknown-name", 'no tag is called "teargas"', 'did you mean "tear-gas"?'),
        ("place:C,x", "        ^", "unknown-name", 'no place is called "x"', "known here: a,b, c"),
        ("publisher:rt", "          ^^", "unknown-name", 'no publisher is called "rt"', 'did you mean "RTL"?'),
        ("is:near-duplicate", "   ^^^^^^^^^^^^^^", "unknown-name", '"is:" knows no "near-duplicate"',
         "did you mean hint:near-duplicate?"),
        ("hint:disputed", "     ^^^^^^^^", "unknown-name", '"hint:" knows no "disputed"', "did you mean is:disputed?"),
        ("hint:near-dup", "     ^^^^^^^^", "unknown-name", '"hint:" knows no "near-dup"',
         'did you mean "near-duplicate"?'),
        ("year:spring", "     ^^^^^^", "unknown-name", '"spring" is no year',
         "such as year:2025; another span of time is in:2025-08"),
        ("in:2026-13", "        ^^", "bad-date", "no such month: 13 (months are 01 to 12, seasons 21 to 41)", None),
        ('x in:2025,"2025-02-29"', "                   ^^", "bad-date", "no such day: February 2025 has 28 days",
         "did you mean 2025-02-28?"),
        ('in:"before 1950"', "    ^^^^^^^^^^^", "bad-date", "a date is written in digits, not in words",
         "did you mean [..1949] or [..1950]?"),
        ("in:03/04/2025", "   ^^^^^^^^^^", "bad-date", "a date is written year, month, day, joined by -",
         "did you mean 2025-04-03 or 2025-03-04?"),
        ("in:2025-O8", "        ^", "bad-date", 'the letter "O" stands where a digit should', "did you mean 2025-08?"),
        ("in:Ban", "   ^^^", "bad-date", "not a date: it is written 2025, 2025-08 or 2025-08-25", None),
        ("in:[2025,2026", "        ^", "bad-date", "[ is not closed by ]", None),
        # quotes
        ('a "open', "  ^", "syntax", "this quote is never closed", '" closes it; \\" is a quote within a phrase'),
        ("« open", "^", "syntax", "this quote is never closed", '» closes it; \\" is a quote within a phrase'),
        ('""', "^^", "syntax", "the quotes hold nothing", "a word or a phrase stands between them"),
        ('"a"b', "   ^", "syntax", "a space is missing after the quote", 'a quote within a phrase is written \\"'),
        ('ab"c"', "  ^", "syntax", "a quote stands within a word",
         'quotes go around the whole, as in "ab …"; \\" is a quote'),
        # parentheses
        ("a (b", "  ^", "syntax", "this parenthesis is never closed", '")" closes it; in quotes it is text: "("'),
        ("(", "^", "syntax", "this parenthesis is never closed", '")" closes it; in quotes it is text: "("'),
        ("a)", " ^", "syntax", "no parenthesis is open here", 'in quotes it is text: ")"'),
        (") a", "^", "syntax", "no parenthesis is open here", 'in quotes it is text: ")"'),
        ("a ()", "   ^", "syntax", "the parentheses hold nothing", "a term stands between them"),
        # operators
        ("OR a", "^^", "syntax", "OR has nothing before it", OR_HINT),
        ("a OR", "  ^^", "syntax", "OR has nothing after it", OR_HINT),
        ("(a OR )", "   ^^", "syntax", "OR has nothing after it", OR_HINT),
        ("a OR OR b", "     ^^", "syntax", "OR stands here twice", OR_HINT),
        ("-OR", " ^^", "syntax", "OR joins nothing here", 'OR joins two terms; in quotes it is text: "OR"'),
        ("a AND b", "  ^^^", "syntax", "AND joins nothing here",
         'terms that stand side by side must all hold; in quotes it is text: "AND"'),
        ("NOT a", "^^^", "syntax", "NOT joins nothing here",
         'a "-" right before a term negates; in quotes it is text: "NOT"'),
        ("a - b", "  ^", "syntax", '"-" stands before nothing',
         'a term comes right after it, as in -kind:law; in quotes it is text: "-"'),
        ("a -", "  ^", "syntax", '"-" stands before nothing',
         'a term comes right after it, as in -kind:law; in quotes it is text: "-"'),
        ("--a", "^^", "syntax", '"-" stands here twice', "one is enough; in quotes it is text"),
    ],
)  # fmt: skip
def test_a_faulty_query_says_what_is_wrong_and_where(
    text: str, marked: str, code: str, message: str, hint: str | None
) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text, NAMES)
    error = caught.value
    shown = " " * error.position + "^" * max(error.length, 1)
    assert (shown, error.code, error.message, error.hint) == (marked, code, message, hint)


def test_parentheses_nest_so_deep_and_no_deeper() -> None:
    assert str(parse_query("(" * DEEPEST + "a" + ")" * DEEPEST, NAMES)) == "a"
    with pytest.raises(QueryError, match="nest more than 64 deep"):
        parse_query("(" * 100_000, NAMES)


def test_the_place_of_an_error_is_its_line_and_column() -> None:
    text = "kind:law\n  actor:ikanby"
    with pytest.raises(QueryError) as caught:
        parse_query(text, NAMES)
    assert problem(caught.value, text).place == Place(2, 9, 2, 15)


# ---- Laws ----------------------------------------------------------------------------------------------------

WORDS = st.text(st.sampled_from("aé-:,()[]{}\"\\“»OR .'"), min_size=1, max_size=6).map(
    lambda text: " ".join(text.split())
)
TEXTS = st.builds(Text, WORDS.filter(bool), st.booleans())
CHOSEN = (
    ("actor", ("ikanbi", "setca")),
    ("source", ("rtl", "https://example.org/a")),
    ("country", ("BE", "MA")),
    ("kind", ("contract", "law")),
    ("in", ("2025", "[2025,2026]", "2025-10/..", "-0043")),
    ("is", FLAGS["is"]),
)
TERMS = st.one_of(
    *(
        st.builds(Term, st.just(field), st.lists(st.sampled_from(values), min_size=1).map(tuple), st.booleans())
        for field, values in CHOSEN
    ),
    st.builds(
        Term,
        st.sampled_from(("tag", "place", "publisher")),
        st.lists(WORDS.filter(bool), min_size=1, max_size=2, unique_by=str.lower).map(tuple),
        st.booleans(),
    ),
)


def conjunctions(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Query]:
    return st.lists(nodes, min_size=1, max_size=3).map(lambda some: Query(tuple(some)))


NODES: st.SearchStrategy[Node] = st.recursive(
    st.one_of(TEXTS, TERMS),
    lambda nodes: st.builds(
        Group,
        st.lists(conjunctions(nodes), min_size=1, max_size=3).map(tuple),
        st.booleans(),
    ),
    max_leaves=8,
)
QUERIES = st.lists(NODES, max_size=4).map(lambda nodes: Query(tuple(nodes)))


class AnyNames(Names):
    """Names of a file in which everything is the name of a tag, a place and a publisher."""

    def resolve(self, field: str, text: str) -> tuple[str, ...]:
        return (text,) if field in ("tag", "place", "publisher") else super().resolve(field, text)


ANY_NAMES = AnyNames(TIMELINE)


@given(QUERIES)
def test_what_is_printed_reads_as_what_it_was(query: Query) -> None:
    simple = query.simplified()
    assert simple.simplified() == simple
    assert parse_query(str(simple), ANY_NAMES) == simple
    assert parse_query(str(query), ANY_NAMES) == simple


@given(st.text(st.sampled_from('abOR -:,()[]"\\“»«inkdtag2025 \n'), max_size=24))
def test_any_text_is_a_query_or_has_a_fault_within_it(text: str) -> None:
    error = fault(text)
    if error is None:
        query = parse_query(text, NAMES)
        assert parse_query(str(query), NAMES) == query
    else:
        assert 0 <= error.position <= len(text)
        assert error.message
        assert not error.message.endswith(".")


def fault(text: str) -> QueryError | None:
    try:
        parse_query(text, NAMES)
    except QueryError as error:
        return error
    return None


def test_the_day_that_all_is_told_by_stands_in_the_query() -> None:
    query = parse_query('as-of:"2025-08-26" (a OR b)', TIMELINE)
    assert str(query) == "as-of:2025-08-26 (a OR b)"
    assert query.as_of == parse_day("2025-08-26")
    assert parse_query("a", TIMELINE).as_of is None
    assert str(query.choosing("as-of", ())) == "a OR b"
