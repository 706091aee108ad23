"""What each field of a query matches, on a timeline small enough to be judged by eye; and an oracle for the rest."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.index.oracle import FAR, texts, when, words
from tui.core.dates.calendar import day_number
from tui.core.dates.parse import parse_date as date
from tui.core.index.index import Index
from tui.core.index.selection import Selection, select
from tui.core.query.parser import parse_query
from tui.core.query.tree import Group, Node, Query, Term, Text
from tui.core.text.fold import fold
from tui.core.timeline.model import Actor, Citation, Claim, Event, Passage, Source, Timeline, Value

TODAY = day_number(2026, 11, 22)
RIVALS = Claim("jobs at risk", (Value("150 people", (Citation("trends"),)), Value("163 people", (Citation("bladi"),))))


def event(name: str, when: str, title: str, **fields: object) -> Event:
    return Event(name, date(when), {"en": title})._replace(**fields)  # type: ignore[arg-type]  # any field


EVENTS = (
    event("start", "2018~", "IKANBI begins", status="inferred", actors=("ikanbi",), date_note={"en": "deduced"}),
    event("tender", "[..2025-08-21~]", "A tender", actors=("ikanbi", "total"), places=("Liège", "La Louvière")),
    event("union", "2025-08-25", "The union speaks", kind="Reaction", actors=("setca",), countries=("BE", "MA"),
          places=("Liège",), tags=("jobs",), claims=(RIVALS,), texts={"en": "Agency  workers\ntoo", "fr": "intérim"}),
    event("handover", "2025-10/2026-03-31", "The handover", status="planned", actors=("total",), countries=("MA",)),
    event("end", "2025-12-31", "The contract ends", kind="contract", status="planned", countries=("BE",),
          citations=(Citation("rtl", Passage("", "le 31 décembre")),), titles={"en": "Ends", "fr": "Fin du contrat"}),
    event("stays", "2026", "Dutch stays", status="planned", tags=("jobs & wages",)),
    event("long", "2025-01/2027-12", "Negotiations", actors=("ghost",)),
    event("ban", "2026-08-11", "The ban", kind="law", status="in-force", countries=("FR",),
          citations=(Citation("rtl"), Citation("law"))),
    event("summer", "2026-07/2026-08", "Summer talks", countries=("FR", "EU")),
    event("trial", "2026-08-20/2026-09-10?", "A trial"),
    event("since", "2026-08/..", "Goes on", citations=(Citation("trends"),)),
    event("unknown", "2026-08-15/", "Ends some day"),
)  # fmt: skip
TIMELINE = Timeline(
    "calls",
    {"en": "Calls"},
    "en",
    tuple(sorted(EVENTS, key=lambda one: one.date.sort_key)),
    actors={
        "ikanbi": Actor("ikanbi", {"en": "iKanbi Belgium"}, aliases=("the centre",)),
        "total": Actor("total", {"en": "TotalEnergies"}, aliases=("Total", "the centre")),
        "setca": Actor("setca", {"fr": "SETCa Liège"}, aliases=("rtl",)),
        "unused": Actor("unused", {"en": "Ikanbi"}),
    },
    sources={
        "trends": Source("trends", {"fr": "150 emplois menacés"}, "Trends", language="fr"),
        "bladi": Source("bladi", {"fr": "Délocalisé"}, "Bladi.net", language="fr"),
        "rtl": Source("rtl", {"en": "Trends"}, "RTL Info", language="en", archives=("copies/rtl.html",)),
        "law": Source("law", {"fr": "Loi"}),
    },
)
INDEX = Index(TIMELINE, TODAY)
STARRED, NOTED, READ = {"ban", "gone"}, {"union"}, {"ban", "end"}


def asked(text: str) -> Selection:
    return select(INDEX, parse_query(text, INDEX.names), starred=STARRED, noted=NOTED, read=READ)


def ids(selection: Selection) -> set[str]:
    return {one.id for one in selection.rows(0, len(selection))}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # words: title in all languages, text, place, actors' names and aliases, claims; folded substrings
        ("liege", "tender union"),
        ("LIÈGE", "tender union"),
        ("louv", "tender"),
        ('"agency workers too"', "union"),
        ('"workers agency"', ""),
        ("workers agency", "union"),
        ("interim", "union"),
        ("FIN contrat", "end"),
        ("totalenerg", "tender handover"),
        ("centre", "start tender handover"),
        ("ghost", "long"),
        ("163", "union"),
        ('"at risk"', "union"),
        ('"people 163"', ""),
        ("deduced", ""),
        ("wages", ""),
        ("-liege -the", "end stays long trial since unknown summer"),
        # names: id first, then name, then alias
        ("actor:ikanbi", "start tender"),
        ('actor:"IKANBI  belgium"', "start tender"),
        ('actor:"the centre"', "start tender handover"),
        ("actor:rtl", "union"),
        ("actor:setca,total", "union tender handover"),
        ("actor:ikanbi actor:total", "tender"),
        ("source:rtl", "end ban"),
        ("source:trends", "union since"),
        ('source:"délocalisé"', "union"),
        ("id:BAN,end", "ban end"),
        ('id:"a trial"', "trial"),
        # countries: the event's own, by code or name
        ("country:BE", "union end"),
        ("country:belgique,ma", "union end handover"),
        ("country:NZ", ""),
        ("country:EU", "summer"),
        # exact after folding
        ("kind:reaction,LAW", "union ban"),
        ("-kind:reaction country:BE", "end"),
        ("status:planned", "handover end stays"),
        ("status:cancelled", ""),
        ("language:en", "end ban"),
        ("language:fr", "union since"),
        # whole words within the value
        ("publisher:rtl", "end ban"),
        ('publisher:"rtl info"', "end ban"),
        ("publisher:net", "union"),
        ("place:louviere", "tender"),
        ("place:liege", "tender union"),
        ("tag:jobs", "union"),  # one that is so as a whole, before those that hold the word
        ("tag:JOBS", "union"),
        ("tag:wages", "stays"),
        ("tag:*jobs*", "union stays"),
        ('tag:"jobs &*"', "stays"),
        ("tag:*", "union stays"),
        ("place:*", "tender union"),
        ("actor:*centre*", "start tender handover"),
        ("actor:ik*", "start tender"),
        ("-actor:*", "end stays long ban summer trial since unknown"),
        ("id:un*", "union unknown"),
        ("country:*", "union handover end ban summer"),
        ("country:bel*,MA", "union handover end"),
        ("year:*", "start tender union handover end stays long ban summer trial since unknown"),
        ("language:*", "union end ban since"),
        ("year:2025", "tender union handover end long"),
        ("year:1999", ""),
        # in: some reading overlaps
        ("in:2026-08", "stays long ban summer trial since unknown"),
        ("in:2018", "start tender"),
        ("in:2025-12", "handover end long"),
        ("in:../2017", "tender"),
        ("in:2028/..", "since unknown"),
        # within: every reading lies in it
        ("within:2026-08", "ban"),
        ("within:2026-07/2026-09", "ban summer trial"),
        ("within:2026", "stays ban summer trial"),
        ("within:2026-08/..", "ban trial since unknown"),
        ("within:../2025-08", "start tender union"),
        # possibly: some reading lies in it
        ("possibly:2026-08", "stays ban since unknown"),
        ("possibly:2026-07/2026-08", "stays ban summer since unknown"),
        ("possibly:2026-08-20/2026-09-09", "stays since"),
        ("possibly:2026-08-20/2026-09-10", "stays trial since"),
        ("possibly:2024", "tender"),
        ("possibly:2025-10/2026-03", "handover end stays"),
        # before, after, to, from
        ("before:2025-08-25", "start tender"),
        ("before:2025-08-26", "start tender union"),
        ("before:2026", "start tender union end"),
        ("after:2026-08", ""),
        ("after:2026-08-10", "ban trial unknown"),
        ("after:2026-07-31", "ban trial since unknown"),
        ("to:2025", "start tender union handover end long"),
        ("from:2026-08-11", "stays long ban summer trial since unknown"),
        ("from:2025-08-25 to:2025-08-25", "union long"),
        ("before:../2026 after:2026/..", ""),
        ("before:2025-09,2019", "start tender union"),
        ("-before:2026 -after:2026", "handover stays long ban summer trial since unknown"),
        # is, has
        ("is:disputed", "union"),
        ("is:planned", "handover end stays"),
        ("is:overdue", "handover end"),
        ("is:interval", "handover long summer trial since unknown"),
        ("is:point", "start tender union end stays ban"),
        ("is:uncertain", "start tender trial"),
        ("is:vague", "start tender handover stays long summer trial since unknown"),
        ("is:starred", "ban"),
        ("is:read", "end ban"),
        ("is:starred,disputed", "union ban"),
        ("-is:read country:BE", "union"),
        ("has:claims", "union"),
        ("has:passage", "end"),
        ("has:archive", "end ban"),
        ("has:date_note", "start"),
        ("has:note", "union"),
        # negation, OR, parentheses
        ("actor:ikanbi OR kind:law", "start tender ban"),
        ("(actor:ikanbi OR kind:law) -in:2018", "ban"),
        ("kind:law OR country:BE is:planned", "ban end"),
        ("-(kind:law OR country:BE) is:point", "start tender stays"),
        ("-(country:BE is:planned) country:BE", "union"),
        ("(is:starred OR has:note) -kind:law", "union"),
    ],
)
def test_a_query_matches_what_its_fields_mean(text: str, found: str) -> None:
    selection = asked(text)
    assert ids(selection) == set(found.split())
    assert len(selection) == len(found.split())


def test_everything_matches_an_empty_query() -> None:
    assert len(asked("")) == len(EVENTS)


def test_a_word_is_not_found_across_two_texts() -> None:
    assert ids(asked('"speaks agency"')) == set()


def test_a_word_is_found_alike_whatever_of_it_was_typed_before() -> None:
    events = tuple(event(f"e{n}", "2025", f"{n} liège {n % 7}") for n in range(80))
    many = Index(Timeline(None, {}, "en", events), TODAY)
    for text in ("7", "7 liege", "7 Liège 3", "17 liege 3", "liege", "liège 1"):
        fresh = select(Index(many.timeline, TODAY), Query((Text(text),)))
        assert select(many, Query((Text(text),))).places == fresh.places, text
        assert len(fresh)


def test_each_word_group_and_field_says_what_it_costs() -> None:
    selection = asked("liege kind:law (is:starred OR has:note) -country:MA")
    assert selection.widened() == [("liege", 1), ("kind", 0), ("(is:starred OR has:note)", 0), ("country", 0)]
    assert asked("liege kind:law").widened() == [("liege", 1), ("kind", 2)]


def test_a_facet_leaves_out_only_the_top_level_terms_on_its_field() -> None:
    assert asked("kind:law").facet("kind") == [("Reaction", 1), ("contract", 1), ("law", 1)]
    assert asked("-kind:law country:FR").facet("kind") == [("law", 1)]
    assert asked("(kind:law OR kind:contract)").facet("kind") == [("contract", 1), ("law", 1)]
    assert asked("liege").facet("kind") == [("Reaction", 1)]


# ---- Finding, and where in time ----------------------------------------------------------------------------------


def test_finding_gives_the_places_that_show_a_text_and_hides_nothing() -> None:
    whole = select(INDEX)
    assert [whole.event(place).id for place in whole.find("liege")] == ["tender", "union"]
    assert [whole.event(place).id for place in whole.find("RTL info")] == ["end", "ban"]
    assert [whole.event(place).id for place in whole.find("deduced")] == ["start"]
    planned = asked("status:planned")
    assert [planned.event(place).id for place in planned.find("handover")] == ["handover"]
    assert planned.find("liege") == planned.find(" ") == planned.find("") == []


def test_finding_looks_at_what_is_shown_in_the_readers_language() -> None:
    whole = select(INDEX)
    assert whole.find("fin du") == []
    assert [whole.event(place).id for place in whole.find("fin du", "fr")] == ["end"]
    assert [whole.event(place).id for place in whole.find("belgique", "fr")] == ["union", "end"]


def test_a_histogram_counts_events_between_days() -> None:
    edges = [day_number(year, 1, 1) for year in (2018, 2025, 2026, 2027)]
    assert select(INDEX).histogram(edges) == [1, 5, 6]
    assert asked("country:FR").histogram(edges) == [0, 0, 2]
    assert asked("country:NZ").histogram(edges) == [0, 0, 0]


# ---- The engine answers as one would by hand ----------------------------------------------------------------------


def by_hand(query: Query) -> set[str]:
    return {one.id for one in EVENTS if all(holds(node, one) for node in query.terms)}


def holds(node: Node, one: Event) -> bool:
    """Whether a node is true of an event, found out by enumeration."""
    if isinstance(node, Text):
        met = any(fold(node.text) in fold(text) for text in texts(one, TIMELINE))
    elif isinstance(node, Group):
        met = any(all(holds(inner, one) for inner in query.terms) for query in node.alternatives)
    else:
        met = any(has(node.field, value, one) for value in node.values)
    return met is not node.negative


PUBLISHERS = [one.publisher for one in TIMELINE.sources.values() if one.publisher]
PLACES = [place for one in EVENTS for place in one.places]
TAGS = [tag for one in EVENTS for tag in one.tags]


def has(field: str, value: str, one: Event) -> bool:
    sources = [TIMELINE.sources[name] for name in one.sources]
    if field in ("in", "within", "possibly", "before", "after", "to", "from"):
        return when(field, date(value), one.date)
    if field in ("publisher", "place", "tag"):
        values = {"publisher": [s.publisher or "" for s in sources], "place": one.places, "tag": one.tags}[field]
        known = {"publisher": PUBLISHERS, "place": PLACES, "tag": TAGS}[field]
        whole = [text for text in known if fold(text) == fold(value)]
        return any(text in whole if whole else f" {fold(value)} " in f" {words(text)} " for text in values)
    if field == "is":
        return {
            "disputed": one.id == "union",
            "planned": one.status == "planned",
            "overdue": one.id in ("handover", "end"),
            "interval": "/" in one.date.text,
            "point": "/" not in one.date.text,
            "uncertain": any(mark in one.date.text for mark in "~?%"),
            "vague": one.id not in ("union", "end", "ban"),
            "starred": one.id in STARRED,
            "read": one.id in READ,
        }[value]
    if field == "has":
        return {
            "claims": bool(one.claims),
            "passage": one.id == "end",
            "archive": "rtl" in one.sources,
            "date_note": one.id == "start",
            "note": one.id in NOTED,
        }[value]
    own = {
        "actor": one.actors, "country": one.countries, "kind": (one.kind,), "status": (one.status,), "id": (one.id,),
        "source": one.sources, "language": [source.language for source in sources],
    }  # fmt: skip
    return value in own[field]


DATES = ("2018", "2025-08-25", "2026-08", "2026-08/..", "../2025", "[2025-08-01..2026-07-31]", "2026-08-15/2026-09",
         "2025-10/2026-03", "2026-07/", "202X")  # fmt: skip
CHOICES = {
    **dict.fromkeys(("in", "within", "possibly", "before", "after", "to", "from"), DATES),
    "actor": ("ikanbi", "total", "setca", "unused"),
    "source": ("trends", "rtl", "bladi"),
    "country": ("BE", "MA", "FR", "NZ"),
    "kind": ("Reaction", "law"),
    "status": ("planned", "reported", "cancelled"),
    "language": ("fr", "en"),
    "id": ("ban", "union"),
    "publisher": ("rtl", "net", "info rtl"),
    "place": ("liege", "louviere"),
    "tag": ("jobs", "wages"),
    "is": ("disputed", "planned", "overdue", "interval", "point", "uncertain", "vague", "starred", "read"),
    "has": ("claims", "passage", "archive", "date_note", "note"),
}
TERMS = st.sampled_from(sorted(CHOICES)).flatmap(
    lambda field: st.builds(
        Term,
        st.just(field),
        st.lists(st.sampled_from(CHOICES[field]), min_size=1, max_size=2).map(tuple),
        st.booleans(),
    )
)
TEXTS = st.builds(Text, st.sampled_from(("liege", "the", "contrat", "163 people", "centre", "zzz", "é")), st.booleans())


def conjunctions(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Query]:
    return st.lists(nodes, min_size=1, max_size=3).map(lambda some: Query(tuple(some)))


NODES: st.SearchStrategy[Node] = st.recursive(
    st.one_of(TERMS, TEXTS),
    lambda nodes: st.builds(
        Group,
        st.lists(conjunctions(nodes), min_size=1, max_size=3).map(tuple),
        st.booleans(),
    ),
    max_leaves=5,
)
QUERIES = st.lists(NODES, max_size=3).map(lambda nodes: Query(tuple(nodes)))


@given(QUERIES)
@settings(max_examples=200)
def test_the_engine_finds_what_one_finds_by_hand(query: Query) -> None:
    selection = select(INDEX, query, starred=STARRED, noted=NOTED, read=READ)
    assert ids(selection) == by_hand(query)
    assert len(selection) == len(selection.places) == sum(selection.histogram([-FAR * 9, FAR * 9]))
    assert ids(select(INDEX, query.simplified(), STARRED, NOTED, READ)) == ids(selection)


@given(QUERIES)
def test_a_facet_counts_by_hand_what_the_query_gives_without_its_own_terms(query: Query) -> None:
    selection = select(INDEX, query, STARRED, NOTED, READ)
    for field in ("actor", "country", "kind", "source", "status"):
        rest = by_hand(query.without(field))
        counts = selection.facet(field)
        for value, count in counts:
            assert count == sum(one.id in rest and has(field, value, one) for one in EVENTS)
        assert counts == sorted(counts, key=lambda pair: (-pair[1], pair[0]))


@given(st.sampled_from(DATES), st.sampled_from(EVENTS))
def test_what_lies_within_possibly_does_and_what_possibly_does_may_overlap(window: str, one: Event) -> None:
    found = {field for field in ("in", "within", "possibly") if one.id in ids(asked(f"{field}:{window}"))}
    assert "within" not in found or "possibly" in found
    assert "possibly" not in found or "in" in found
