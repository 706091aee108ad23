"""What people type and paste is understood, or named for what it is; what they meant as it stands is left alone."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import pytest

from tui.core.problems.problem import ERROR, HINT, WARNING
from tui.core.timeline.model import Event
from tui.store.read.timeline import Reading, read

HEAD = """\
sources:
  s1: {title: S, seen: 2025}
  s2: {title: S, seen: 2025, passages: {p: words … words}}
actors:
  ikanbi: {name: iKanbi Belgium, aliases: [IKB, Société d’Ikanbi]}
  jean: 'Dupont, Jean'
  marie: Dupont
  paul: {name: Paul, aliases: [Dupont]}
events:
- id: y
  date: 2026
  title: Y
- id: z
  date: 2026
  title: Z
"""


def parsed(text: str) -> Reading:
    return read(text.encode(), "events.yaml")


def with_line(line: str) -> tuple[Reading, Event]:
    """A timeline whose last event has those lines, and this event."""
    reading = parsed(f"{HEAD}{line}\n")
    return reading, next(event for event in reading.timeline.events if event.id == "z")


def said(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems]


# ---- Lists without brackets

BARE = {
    "tags: jobs, calls": ("tags", ("jobs", "calls"), WARNING),
    "tags: jobs,calls": ("tags", ("jobs", "calls"), WARNING),
    "tags: jobs; calls": ("tags", ("jobs", "calls"), WARNING),
    "tags: jobs, calls, new wages": ("tags", ("jobs", "calls", "new wages"), WARNING),
    "tags: jobs,": ("tags", ("jobs",), WARNING),
    "tags: l’emploi, la grève": ("tags", ("l’emploi", "la grève"), WARNING),
    "actors: ikanbi, jean": ("actors", ("ikanbi", "jean"), ERROR),
    "actors: ikanbi; jean": ("actors", ("ikanbi", "jean"), ERROR),
    "actors: ikanbi & jean": ("actors", ("ikanbi", "jean"), ERROR),
    "actors: ikanbi et jean": ("actors", ("ikanbi", "jean"), ERROR),
    "actors:\n  - ikanbi, jean": ("actors", ("ikanbi", "jean"), ERROR),
    "told: ikanbi, jean": ("told", ("ikanbi", "jean"), ERROR),
    "countries: BE, MA": ("countries", ("BE", "MA"), ERROR),
    "countries: BE,MA": ("countries", ("BE", "MA"), ERROR),
    "countries: BE; MA": ("countries", ("BE", "MA"), ERROR),
    "countries: BE/MA": ("countries", ("BE", "MA"), ERROR),
    "countries: BE MA": ("countries", ("BE", "MA"), ERROR),
    "countries: BE and MA": ("countries", ("BE", "MA"), ERROR),
    "countries: 'BE, MA'": ("countries", ("BE", "MA"), ERROR),
    "countries:\n  - BE, MA": ("countries", ("BE", "MA"), ERROR),
    "sources: s1, s2": ("sources", ("s1", "s2"), ERROR),
    "sources: s1; s2": ("sources", ("s1", "s2"), ERROR),
    "sources: s1 s2": ("sources", ("s1", "s2"), ERROR),
    "sources: s1, s2#p": ("sources", ("s1", "s2"), ERROR),
    "sources: \"s1, s2\"": ("sources", ("s1", "s2"), ERROR),
    "sources:\n  - s1, s2": ("sources", ("s1", "s2"), ERROR),
    "sources: https://example.org/a, https://example.org/b": (
        "sources", ("https://example.org/a", "https://example.org/b"), ERROR,
    ),
    "sources: s1, https://example.org/b": ("sources", ("s1", "https://example.org/b"), ERROR),
    "about: y, x": ("about", ("y",), ERROR),
    "claims: {jobs: {150: 's1, s2'}}": ("sources", ("s1", "s2"), ERROR),
}  # fmt: skip


@pytest.mark.parametrize("line", BARE)
def test_a_list_without_brackets_is_read_and_has_one_cure(line: str) -> None:
    field, items, severity = BARE[line]
    reading, event = with_line(f"  {line}")
    assert getattr(event, field) == items
    (problem,) = (one for one in reading.problems if one.code == "missing-brackets")
    assert problem.severity == severity
    assert problem.hint is not None
    assert problem.hint.startswith(("a list stands in brackets: [", "an item of its own for each: "))


LEFT_ALONE: dict[str, dict[str, Any]] = {
    "tags: 'jobs, calls'": {"tags": ("jobs, calls",)},
    'tags: "jobs, calls"': {"tags": ("jobs, calls",)},
    "tags:\n  - Paris, rue de la Loi": {"tags": ("Paris, rue de la Loi",)},
    "tags: ['a, b', c]": {"tags": ("a, b", "c")},
    "tags: 1,5 million": {"tags": ("1,5 million",)},
    "tags: new wages": {"tags": ("new wages",)},
    "tags: R&D": {"tags": ("R&D",)},
    "tags: and/or": {"tags": ("and/or",)},
    "place: Liège, Belgium": {"places": ("Liège, Belgium",)},
    "place: [Liège, Brussels]": {"places": ("Liège", "Brussels")},
    "title_fr: un, deux": {},
    "sources: https://example.org/a,b": {"sources": ("https://example.org/a,b",)},
    "sources: 'https://example.org/a;b,c'": {"sources": ("https://example.org/a;b,c",)},
    "actors: [ikanbi, jean]": {"actors": ("ikanbi", "jean")},
    "text: one, two; three": {"texts": {"en": "one, two; three"}},
    "date_note: 'a, b'": {},
    "kind: strike, short": {"kind": "strike, short"},
}


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_a_comma_that_is_meant_is_left_alone(line: str) -> None:
    reading, event = with_line(f"  {line}")
    assert said(reading) == []
    for field, value in LEFT_ALONE[line].items():
        assert getattr(event, field) == value


def test_an_alias_may_hold_what_follows_on_a_comma_in_the_name_of_a_company() -> None:
    one = parsed("actors:\n  a: {name: A, aliases: 'x'}\n  b:\n    name: B\n    aliases: Ikanbi, Inc.\nevents: []\n")
    assert (one.timeline.actors["b"].aliases, said(one)) == (("Ikanbi, Inc.",), [])
    two = parsed("actors:\n  b:\n    name: B\n    aliases: Ikanbi, IKB\nevents: []\n")
    assert (two.timeline.actors["b"].aliases, said(two)) == (("Ikanbi", "IKB"), ["missing-brackets"])


def test_where_no_actors_are_listed_names_with_commas_are_only_doubted() -> None:
    reading = parsed("events:\n- id: a\n  date: 2025\n  title: A\n  actors: Société Générale, SETCa\n")
    assert [(one.code, one.severity) for one in reading.problems] == [("missing-brackets", WARNING)]
    assert parsed("events:\n- id: a\n  date: 2025\n  title: A\n  actors: Jean et Marie\n").problems == ()


def test_what_is_no_list_keeps_its_own_fault() -> None:
    assert said(with_line("  sources: L'Echo, 25 August")[0]) == ["unknown-source"]
    assert said(with_line("  countries: the other side, of the sea")[0]) == ["unknown-country"]


# ---- Actors by name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("IKB", "ikanbi"), ("ikb", "ikanbi"), ("iKanbi Belgium", "ikanbi"), ("IKANBI BELGIUM", "ikanbi"),
        ("Société d’Ikanbi", "ikanbi"), ("societe d'ikanbi", "ikanbi"), ("'Dupont, Jean'", "jean"), ("Paul", "paul"),
        ("Marie", "marie"), (normalize("NFD", "Société d’Ikanbi"), "ikanbi"),
    ],
)  # fmt: skip
def test_an_actor_by_name_is_taken_with_a_hint_that_names_its_id(name: str, meant: str) -> None:
    reading, event = with_line(f"  actors: [{name}]")
    assert event.actors == (meant,)
    assert [(one.code, one.severity, one.hint) for one in reading.problems] == [("name-for-id", HINT, f"write {meant}")]


@pytest.mark.parametrize("name", ["Dupont", "Ikanby", "IK", "nobody"])
def test_a_name_of_two_or_of_nobody_is_not_taken(name: str) -> None:
    reading, event = with_line(f"  actors: [{name}]")
    assert (event.actors, said(reading)) == ((), ["unknown-actor"])


# ---- Quotes of a page

QUOTED = {
    "kind: “strike”": ("kind", "strike"),
    "kind: «strike»": ("kind", "strike"),
    "kind: « strike »": ("kind", "strike"),
    "kind: „strike“": ("kind", "strike"),
    "kind: ‘strike’": ("kind", "strike"),
    "“kind”: strike": ("kind", "strike"),
    "status: “planned”": ("status", "planned"),
    "private: “yes”": ("private", True),
    "countries: [“BE”]": ("countries", ("BE",)),
    "countries: “BE”": ("countries", ("BE",)),
    "actors: [“ikanbi”]": ("actors", ("ikanbi",)),
    "told: “ikanbi”": ("told", ("ikanbi",)),
    "about: “y”": ("about", ("y",)),
    "sources: “s1”": ("sources", ("s1",)),
    "sources: [“s2#p”]": ("sources", ("s2",)),
    "sources: [“https://example.org/x”]": ("sources", ("https://example.org/x",)),
    "tags: [“jobs”]": ("tags", ("jobs",)),
    "claims: {“jobs”: {10: s1}}": ("sources", ("s1",)),
}


@pytest.mark.parametrize("line", QUOTED)
def test_typographic_quotes_are_named_and_the_value_is_read(line: str) -> None:
    field, value = QUOTED[line]
    reading, event = with_line(f"  {line}")
    assert getattr(event, field) == value
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("typographic-quotes", ERROR)
    assert problem.hint is not None
    assert problem.hint.startswith('straight quotes or none: "')


@pytest.mark.parametrize(
    "line",
    [
        "title_fr: « Nous ne voulons pas »", "title_fr: “We go on”", "text: “a” and “b”", "date_note: “soon”",
        "place: “Chez Paul”", "tags: [l’emploi, aujourd’hui]", "kind: l’accord", "tags: [les “uns” et les “autres”]",
        "title_fr: Le «plan»", "text: >-\n    “a”: b", "claims: {jobs: {“about” ten: s1}}",
    ],
)  # fmt: skip
def test_quotes_that_belong_to_a_text_are_its_own(line: str) -> None:
    assert said(with_line(f"  {line}")[0]) == []


def test_dates_and_sources_are_read_without_their_quotes() -> None:
    reading = parsed(
        "sources:\n  “s”: {title: S, url: “https://example.org/x”, seen: «2025»}\n"
        "events:\n- id: ‘a’\n  date: “2025-08-25”\n  title: A\n  sources: s\n"
    )
    (event,) = reading.timeline.events
    assert (event.id, event.date.text, event.sources) == ("a", "2025-08-25", ("s",))
    assert reading.timeline.sources["s"].url == "https://example.org/x"
    assert said(reading) == ["typographic-quotes"]
    assert "5 values and keys" in reading.problems[0].message


@pytest.mark.parametrize("line", ["text: “a: b”", 'kind: "a”', "title_fr: «Liège: la grève»"])
def test_typographic_quotes_that_break_a_line_are_named(line: str) -> None:
    assert said(with_line(f"  {line}")[0]) == ["typographic-quotes"]


# ---- What nobody sees, and letters in another form


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("kind: str\u200bike", "kind", "strike"), ("k\u200bind: strike", "kind", "strike"),
        ("actors: [ika\u200bnbi]", "actors", ("ikanbi",)), ("sources: s1\u200b", "sources", ("s1",)),
        ("sources: [\u2060s2#p]", "sources", ("s2",)), ("tags: [jobs\u200e]", "tags", ("jobs",)),
        ("countries: [BE\u200b]", "countries", ("BE",)), ("about: \u2067y\u2069", "about", ("y",)),
        ("status: plan\u00adned", "status", "planned"), ("told: ikanbi\u200d", "told", ("ikanbi",)),
        ("says: ikanbi\u200d", "says", ("ikanbi",)),
        ("claims: {jo\u200bbs: {10: s1}}", "sources", ("s1",)),
    ],
)  # fmt: skip
def test_what_nobody_sees_is_an_error_with_its_cure(line: str, field: str, value: object) -> None:
    reading, event = with_line(f"  {line}")
    assert getattr(event, field) == value
    assert [(one.code, one.severity) for one in reading.problems] == [("hidden-character", ERROR)]
    assert str(reading.problems[0].hint).startswith('did you mean "')


@pytest.mark.parametrize("tag", ["می\u200cخواهم", "👨\u200d👩\u200d👧", "❤\ufe0f", "عربي"])
def test_a_joiner_that_shapes_what_is_seen_is_part_of_a_name(tag: str) -> None:
    reading, event = with_line(f"  tags: [{tag}]")
    assert (event.tags, reading.problems) == ((tag,), ())


WHOLE = """\
timeline: {id: récit, title: Récit}
actors:
  générale: {name: Société Générale, aliases: [Générale]}
sources:
  le-réveil: {title: Réveil, publisher: Réveil, seen: 2025, passages: {début: mots … fin}}
events:
- id: grève
  date: 2025
  title: La grève
  kind: grève
  tags: [été, Liège]
  place: Liège
  actors: [générale]
  told: générale
  claims: {blessés: {près de deux: 'le-réveil#début', keep: près de deux}}
  sources: le-réveil
- id: suite
  date: 2026
  title: Suite
  about: grève
views:
  été: {query: 'tag:été'}
"""


def test_a_file_in_another_form_of_unicode_says_the_same() -> None:
    one, two = parsed(normalize("NFC", WHOLE)), parsed(normalize("NFD", WHOLE))
    assert one.problems == two.problems == ()
    a, b = one.timeline, two.timeline
    assert (a.id, list(a.actors), list(a.sources), a.views[0].name) == (
        b.id, list(b.actors), list(b.sources), b.views[0].name,
    )  # fmt: skip
    for before, after in zip(a.events, b.events, strict=True):
        assert before._replace(titles={}) == after._replace(titles={})


def test_letters_of_either_form_may_stand_in_one_file() -> None:
    head, events = WHOLE.split("events:")
    for text in (
        normalize("NFC", head) + "events:" + normalize("NFD", events),
        normalize("NFD", head) + "events:" + normalize("NFC", events),
    ):
        assert parsed(text).problems == ()


def test_an_address_keeps_its_own_letters() -> None:
    address = normalize("NFD", "https://example.org/é")
    reading, event = with_line(f"  sources: [{address}]")
    assert (event.sources, reading.problems) == ((address,), ())


def test_one_id_in_two_forms_is_one_id_twice() -> None:
    twice = f"events:\n- {{id: é, date: 2025, title: A}}\n- {{id: {normalize('NFD', 'é')}, date: 2025, title: B}}\n"
    assert said(parsed(twice)) == ["duplicate-id"]
    actors = f"actors:\n  é: A\n  {normalize('NFD', 'é')}: B\nevents: []\n"
    assert said(parsed(actors)) == ["duplicate-key"]
    assert said(parsed(f"views: {{é: {{query: a}}, {normalize('NFD', 'é')}: {{query: b}}}}\nevents: []\n")) == [
        "duplicate-key"
    ]
    assert said(with_line(f"  claims: {{é: {{1: s1}}, {normalize('NFD', 'é')}: {{2: s1}}}}")[0]) == ["duplicate-key"]
    assert said(with_line(f"  tags: [é, {normalize('NFD', 'é')}]")[0]) == ["duplicate-value"]


# ---- Begun and left empty

EMPTY = {
    "tags: [x, '', ~]": 2, "tags:\n  - x\n  -": 1, "sources: [s1, ~]": 1, "actors: [ikanbi, '']": 1,
    "countries: ['', BE]": 1, "about: [y, '']": 1, "told: ['']": 1, "place: [Liège, '']": 1,
    "claims: {jobs: }": 1, "claims: {jobs: {}}": 1, "claims: {jobs: ~}": 1,
    "claims: {jobs: {10: s1, keep: , because: x}}": 1, "claims: {jobs: {because: x}}": 1,
}  # fmt: skip


@pytest.mark.parametrize("line", EMPTY)
def test_what_is_begun_and_left_empty_is_said(line: str) -> None:
    assert said(with_line(f"  {line}")[0]) == ["empty-value"] * EMPTY[line]


@pytest.mark.parametrize(
    "line",
    ["tags: []", "tags:", "tags: ''", "place: ''", "claims:", "claims: {}", "sources:", "sources: []", "text: ~",
     "actors:", "claims: {jobs: {10: s1, keep: 10}}", "claims: {jobs: {10: s1, keep: }}", "tags: ['~']"],
)  # fmt: skip
def test_a_field_that_waits_for_its_value_is_left_alone(line: str) -> None:
    assert said(with_line(f"  {line}")[0]) == []


@pytest.mark.parametrize(
    ("view", "codes"),
    [
        ("{query: a}", []), ("{query: a, order: newest}", []), ("{query: a, order: oldest}", []),
        ("{query: a, order: }", []), ("{query: a, order: title}", ["unknown-order"]),
        ("{query: a, order: newst}", ["unknown-order"]), ("", ["empty-value"]), ("{}", ["empty-value"]),
        ("{query: ''}", ["empty-value"]), ("{query: }", ["empty-value"]), ("{order: newest}", ["empty-value"]),
        ("{group: kind}", ["empty-value"]), ("{qery: a}", ["unknown-key"]),
    ],
)  # fmt: skip
def test_a_view_has_a_query_and_an_order_that_there_is(view: str, codes: list[str]) -> None:
    assert said(parsed(f"views:\n  v: {view}\nevents: []\n")) == codes


def test_a_passage_without_words_is_said() -> None:
    assert said(parsed("sources:\n  s: {title: S, passages: {a: x … y, b: }}\nevents: []\n")) == ["empty-value"]
