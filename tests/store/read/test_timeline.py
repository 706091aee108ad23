"""A file of events becomes a timeline; what is wrong is said and the rest is kept."""

from __future__ import annotations

import gc
import re

import pytest

from bench.generate import timeline
from tests.conftest import ROOT
from tui.core.problems.problem import CODES, HINT
from tui.core.timeline.model import Citation, Passage, SavedView, Value
from tui.store.read.timeline import Reading, read


def parsed(text: str) -> Reading:
    return read(text.encode(), "events.yaml")


def codes(text: str) -> list[str]:
    return [one.code for one in parsed(text).problems]


WHOLE = """\
timeline:
  id: calls
  title: Calls to Morocco
  title_fr: Des appels vers le Maroc
  language: en
  about: >
    Who answers the phone.
actors:
  ikanbi:
    name: iKanbi Belgium
    kind: company
    country: BE
    aliases: [IKANBI, Ikanbi Belgium]
  rtbf: RTBF
sources:
  trends:
    title: >-
      Centre d’appels transféré au Maroc : 150 emplois menacés
    publisher: Trends
    url: https://trends.levif.be/a
    published: [..2025-08-25~]
    published_note: only that is known
    seen: 2025-12-21
    language: fr
    country: BE
    archive: copies/trends.html
    passages:
      contract: Le personnel … le 31 décembre
      jobs: environ 150 personnes
events:
- id: end
  date: 2025-12-31
  date_note: the full date
  title: The contract ends
  title_fr: Fin du contrat
  kind: contract
  status: planned
  actors: [ikanbi, rtbf]
  countries: [BE]
  place: Liège
  tags: [jobs]
  text: >
    It was said so.
  claims:
    jobs at risk:
      name_fr: emplois menacés
      150 people: [trends#jobs, "trends#contract"]
      163 people: trends
      keep: 150  people
      because: only 150 is broken down
      because_fr: parce que
  sources:
  - trends#contract
  - trends: first words ... last words
  - https://example.org/article
- id: start
  date: {1960,1961-12}
  title: Before
  actors: rtbf
views:
  jobs: {query: "tag:jobs", group: actor}
"""


def test_everything_has_its_place_in_the_timeline() -> None:
    reading = parsed(WHOLE)
    assert reading.problems == ()
    line = reading.timeline
    assert (line.id, line.language) == ("calls", "en")
    assert line.titles == {"en": "Calls to Morocco", "fr": "Des appels vers le Maroc"}
    assert line.about == {"en": "Who answers the phone."}
    assert line.views == (SavedView("jobs", "tag:jobs", "actor"),)
    assert line.actors["rtbf"].names == {"en": "RTBF"}
    ikanbi = line.actors["ikanbi"]
    assert (ikanbi.kind, ikanbi.country, ikanbi.aliases) == ("company", "BE", ("IKANBI", "Ikanbi Belgium"))
    assert [event.id for event in line.events] == ["start", "end"]
    assert line.events[0].date.text == "{1960,1961-12}"
    assert line.events[0].actors == ("rtbf",)


def test_a_source_has_its_passages_and_dates() -> None:
    source = parsed(WHOLE).timeline.sources["trends"]
    assert source.titles == {"en": "Centre d’appels transféré au Maroc : 150 emplois menacés"}
    assert source.published is not None
    assert source.published.text == "[..2025-08-25~]"
    assert (source.archive, source.language, source.line) == ("copies/trends.html", "fr", 16)
    assert source.passages["contract"] == Passage("contract", "Le personnel", "le 31 décembre")
    assert source.passages["jobs"] == Passage("jobs", "environ 150 personnes")


def test_an_event_has_its_claims_and_citations() -> None:
    line = parsed(WHOLE).timeline
    event = line.events[1]
    jobs, contract = (line.sources["trends"].passages[name] for name in ("jobs", "contract"))
    (claim,) = event.claims
    assert claim.values == (
        Value("150 people", (Citation("trends", jobs), Citation("trends", contract))),
        Value("163 people", (Citation("trends"),)),
    )
    assert (claim.name, claim.names) == ("jobs at risk", {"fr": "emplois menacés"})
    assert (claim.keep, claim.because) == ("150 people", {"en": "only 150 is broken down", "fr": "parce que"})
    assert event.citations == (
        Citation("trends", contract),
        Citation("trends", Passage("", "first words", "last words")),
        Citation("https://example.org/article"),
    )
    assert line.sources["https://example.org/article"].url == "https://example.org/article"
    assert (event.places, event.tags, event.status, event.line) == (("Liège",), ("jobs",), "planned", 31)
    assert event.texts == {"en": "It was said so."}


def test_sections_may_come_in_any_order() -> None:
    sections = re.split(r"(?m)^(?=\w)", WHOLE)
    turned = "".join(reversed(sections))
    assert parsed(turned).problems == ()
    assert parsed(turned).timeline.events[1].claims == parsed(WHOLE).timeline.events[1].claims


def test_without_actors_every_name_is_taken_as_it_is_written() -> None:
    reading = parsed("events:\n- {id: a, date: 2025, title: A, actors: [SETCa Liège, RTBF]}\n")
    assert reading.problems == ()
    assert reading.timeline.events[0].actors == ("SETCa Liège", "RTBF")
    assert reading.timeline.actors["RTBF"].names == {"en": "RTBF"}


def test_the_shortest_event_is_a_date_and_a_title() -> None:
    reading = parsed("events:\n- date: 2025-12-31\n  title: Fin du contrat à Liège, dit-on\n")
    assert [event.id for event in reading.timeline.events] == ["2025-12-31-fin-du-contrat-a-liege-dit"]
    assert [(one.code, one.severity) for one in reading.problems] == [("missing-id", "hint")]


def test_ids_that_are_made_up_are_never_taken() -> None:
    item = "- date: 2025\n  title: A\n"
    reading = parsed(f"events:\n{item * 3}- id: 2025-a-2\n  date: 2025\n  title: B\n")
    assert [event.id for event in reading.timeline.events] == ["2025-a", "2025-a-3", "2025-a-4", "2025-a-2"]


def test_events_come_by_date_then_as_they_stand() -> None:
    dates = ["2025-10", "2025-10-01", "2024", "[..2024-06]", "2025-10-01T09:00", "2025-10"]
    text = "events:\n" + "".join(f"- {{id: e{i}, date: {date}, title: t}}\n" for i, date in enumerate(dates))
    assert [event.id for event in parsed(text).timeline.events] == ["e2", "e3", "e4", "e1", "e0", "e5"]


def test_an_event_with_a_wrong_part_keeps_the_others() -> None:
    text = WHOLE.replace("[ikanbi, rtbf]", "[ikanby, rtbf]").replace("countries: [BE]", "countries: [be, FR]")
    reading = parsed(text.replace("trends#contract\n", "trends#contrat\n"))
    assert [one.code for one in reading.problems] == ["unknown-actor", "unknown-country", "unknown-passage"]
    event = reading.timeline.events[1]
    assert (event.actors, event.countries) == (("rtbf",), ("FR",))
    assert event.citations[0] == Citation("trends")


def test_a_section_that_is_misspelt_is_one_problem() -> None:
    for wrong in ("sorces:", "source:", "Sources:"):
        assert codes(WHOLE.replace("\nsources:\n  trends", f"\n{wrong}\n  trends")) == ["unknown-key"]


def test_lines_are_those_of_an_editor() -> None:
    text = "events:\r\n- id: a\r  date: 2025-13\r\n  title: A\u2028B\x85C\n"
    reading = parsed(text)
    assert [(one.place.line, one.place.column) for one in reading.problems] == [(3, 14)]


def test_places_count_characters() -> None:
    text = "events:\n- {id: a, title: é😀, date: 2025-13}\n- {id: b, title: B, date: '2025-13'}\n"
    assert [one.place for one in parsed(text).problems] == [(2, 33, 2, 35), (3, 33, 3, 35)]


CLEAN = [
    "date: 2026 # a year\n  title: NO",
    "date: -0044\n  title: 'Quoted: colon'",
    "date: 2025-08-25T22:00\n  title: 12:30",
    "date: Y-17E7\n  title: A\n  tags: []\n  actors:\n  text: ~\n  place: ''",
    "date: 2025\n  title: A\n  claims:\n    date:\n      [..2025-08]: https://example.org/x\n",
]


@pytest.mark.parametrize("fields", CLEAN)
def test_what_yaml_would_turn_into_something_else_is_fine(fields: str) -> None:
    assert codes(f"events:\n- id: a\n  {fields}\n") == []


def test_a_status_claimed_is_one_of_ours_and_a_date_claimed_is_a_date() -> None:
    claims = "claims:\n    status:\n      done: [https://a.example]\n    date:\n      May 2025: [https://a.example]\n"
    found = parsed(f"events:\n- id: a\n  date: 2025\n  title: A\n  {claims}")
    assert [one.code for one in found.problems] == ["unknown-status", "bad-date"]
    assert [claim.values for claim in found.timeline.events[0].claims] == [(), ()]


def test_of_another_kind_of_file_one_thing_is_said() -> None:
    for text in ("a: 1\nb: 2\n", "just words\n", '"quoted"\n', "*a\n"):
        assert codes(text) == ["not-a-file-of-events"]
    assert codes("") == codes("# c\n") == codes("---\n...\n") == ["empty-file"]


def test_a_list_without_its_heading_is_read_all_the_same() -> None:
    reading = parsed("- id: a\n  date: 2025\n  title: A\n")
    assert [one.code for one in reading.problems] == ["not-a-file-of-events"]
    assert len(reading.timeline.events) == 1


def test_problems_come_by_place_each_once() -> None:
    problems = parsed(WHOLE.replace("ikanbi", "x", 1).replace("planned", "plan")).problems
    assert list(problems) == sorted(set(problems))


def test_every_code_in_the_sources_is_in_the_table() -> None:
    used: set[str] = set()
    for path in (ROOT / "tui").rglob("*.py"):
        used |= set(re.findall(r'"([a-z]+(?:-[a-z]+)+|tab|tag|syntax)", (?:ERROR|WARNING|HINT)', path.read_text()))
        used |= set(re.findall(r'(?:error|warn)\(\w+, "([a-z-]+)"', path.read_text()))
    assert len(used) > 30
    assert used <= set(CODES)


def test_the_shipped_timeline_has_no_problems() -> None:
    assert read((ROOT / "events.yaml").read_bytes(), "events.yaml").problems == ()


def test_a_fault_pardons_nothing_of_the_next_event() -> None:
    text = "events:\n- date: 2024-03-10\n  title: Signature : a\n- title: Paiement\n- date: 2024-03-12\n  title: z\n"
    found = [(one.place.line, one.code) for one in parsed(text).problems]
    assert found == [(3, "unquoted-colon"), (4, "missing-date"), (5, "missing-id")]


@pytest.mark.parametrize(
    ("date", "title", "made"),
    [
        ("[..-0500]", "É/[x] ~œuvre", "0500-e-x-oeuvre"),
        ("2025-08~/..", "Hi", "2025-08-hi"),
        ("-0044", "…", "0044"),
    ],
)
def test_ids_that_are_made_up_can_be_typed(date: str, title: str, made: str) -> None:
    reading = parsed(f'events:\n- date: {date}\n  title: "{title}"\n')
    assert [event.id for event in reading.timeline.events] == [made]
    assert re.fullmatch("[a-z0-9][a-z0-9-]*", made)
    (hint,) = (one.hint for one in reading.problems)
    again = parsed(f'events:\n- {hint}\n  date: {date}\n  title: "{title}"\n')
    assert ([event.id for event in again.timeline.events], again.problems) == ([made], ())


def test_a_value_claimed_keeps_its_characters() -> None:
    text = 'events:\n- id: a\n  date: 2025\n  title: t\n  claims:\n    x:\n      "a\\vb\\fc\\rd\\Le\\Pf\\Ng": https://a.be\n'
    assert parsed(text).timeline.events[0].claims[0].values[0].text == "a\vb\fc\rd\u2028e\u2029f\x85g"


def test_a_set_of_dates_may_go_on_over_lines() -> None:
    reading = parsed("events:\n- id: a\n  date: [1667,1668,\n    1670..1672]\n  title: t\n")
    assert (reading.problems, reading.timeline.events[0].date.text) == ((), "[1667,1668,1670..1672]")


def test_a_kept_value_is_no_fault_where_a_value_went_and_no_other_fact_is_offered() -> None:
    text = "events:\n- id: a\n  date: 2025\n  title: t\n  claims:\n    x:\n      {}: https://a.be\n"
    text += "      163 people: https://a.be\n      keep: 150 people\n"
    assert codes(text.format("> 150")) == ["unquoted-start"]
    assert codes(text.format('"150" people')) == ["inner-quotes"]
    (problem,) = parsed(text.format("~150")).problems
    assert (problem.code, problem.hint) == ("unknown-value", None)


def test_keys_in_french_are_understood_well_enough_to_be_named() -> None:
    event = "events:\n- id: a\n  date: 2025\n  title: t\n  {}: x\n"
    for word, key in (("pays", "countries"), ("acteurs", "actors"), ("lieu", "place"), ("statut", "status"),
                      ("titre", "title"), ("lien", "sources"), ("url", "sources")):  # fmt: skip
        assert [one.hint for one in parsed(event.format(word)).problems] == [f'did you mean "{key}"?']


def test_a_mapping_between_brackets_without_spaces_is_one_problem() -> None:
    text = "actors:\n  poste: {name:bpost, kind:company}\nevents:\n- id: a\n  date: 2025\n  title: t\n"
    assert [(one.place, one.code) for one in parsed(text).problems] == [((2, 15, 2, 16), "missing-space")]


def test_both_sides_of_a_conflict_may_have_headings() -> None:
    event = "- id: {}\n  date: 2025\n  title: t\n"
    text = f"<<<<<<< HEAD\nactors:\n  x: X\nevents:\n=======\nevents:\n>>>>>>> x\n{event.format('a')}"
    assert codes(text) == ["conflict-marker"]
    text = f"<<<<<<< HEAD\nevents:\n{event.format('a')}=======\nevents:\n{event.format('b')}>>>>>>> x\n"
    assert codes(text) == ["conflict-marker"]
    text = f"<<<<<<< HEAD\nevents:\n=======\n>>>>>>> x\nevents:\n{event.format('a')}"
    assert codes(text) == ["conflict-marker"]


def test_long_lists_and_many_faults_are_read_without_comparing_each_with_each() -> None:
    many = ", ".join(f"t{i}" for i in range(50_000))
    (event,) = parsed(f"events:\n- id: a\n  date: 2025\n  title: t\n  tags: [{many}]\n").timeline.events
    assert len(event.tags) == 50_000
    dedented = "  date: 2025\n  title: t\n  text: >\n    abc\n  def\n"
    reading = parsed("events:\n" + "".join(f"- id: e{i}\n{dedented}" for i in range(2000)))
    assert len(reading.timeline.events) == 2000
    assert sum(one.times for one in reading.problems) == 2000


# ---- What is private


def private(text: str) -> tuple[list[bool], list[bool]]:
    """Whether each source is private, and each event."""
    found = parsed(text).timeline
    return [one.private for one in found.sources.values()], [one.private for one in found.events]


YES_AND_NO = {
    "true": True, "yes": True, "True": True, "YES": True, "oui": True, '"true"': True,
    "false": False, "no": False, "non": False, "~": False, '""': False,
}  # fmt: skip


def test_yes_and_true_are_private_and_all_else_that_is_clear_is_not() -> None:
    text = "sources:\n" + "".join(f"  s{n}: {{title: T, private: {word}}}\n" for n, word in enumerate(YES_AND_NO))
    found, _ = private(text + "events: []\n")
    assert found == list(YES_AND_NO.values())


@pytest.mark.parametrize(
    "line", ["private: maybe", "private: [yes]", "privat: true", "Private: true", "privé: oui", "private true"]
)
def test_what_is_unclear_or_misspelt_or_went_with_a_fault_is_kept_private(line: str) -> None:
    text = f"events:\n- id: a\n  date: 2025\n  title: A\n  {line}\n- id: b\n  date: 2026\n  title: B\n"
    assert private(text) == ([], [True, False])
    assert parsed(text).problems


@pytest.mark.parametrize("lines", ["private: true : x\n    title: A", "private: true : x", "private: [\n    title: A"])
def test_a_source_whose_first_line_went_with_a_fault_is_kept_private(lines: str) -> None:
    found, _ = private(f"sources:\n  a:\n    {lines}\n  b:\n    title: B\nevents: []\n")
    assert found == [True, False]


def test_a_reading_leaves_nothing_for_the_collector_of_garbage() -> None:
    """What it built goes as soon as it is let go of: nothing of it goes round in a circle."""
    data = "\n".join(timeline(200, seed=1)).encode()
    read(data, "x.yaml")  # what is kept for good is made
    gc.collect()
    read(data, "x.yaml")
    assert gc.collect() < 100



def test_a_page_that_is_gone_has_the_day_since_when() -> None:
    (source,) = parsed("sources:\n  a: {title: T, gone: 2026-05~}\nevents: []\n").timeline.sources.values()
    assert source.gone is not None
    assert source.gone.text == "2026-05~"
    assert codes("sources:\n  a: {title: T, gone: last May}\nevents: []\n") == ["bad-date"]


def test_an_event_is_about_others_wherever_they_stand_and_says_who_was_told() -> None:
    """One value may stand for a list; events that follow may be meant, and those whose id is only derived."""
    found = reading_of_about("about: [later, 2026-the-end]\n  told: ikanbi\n  says: [ikanbi]")
    assert found.problems == ()
    first = found.timeline.events[0]
    assert (first.about, first.told, first.says) == (("later", "2026-the-end"), ("ikanbi",), ("ikanbi",))


def test_what_an_event_is_about_is_looked_for_among_events_and_who_was_told_among_actors() -> None:
    found = reading_of_about("about: [latre, first, Some words on it all, later]\n  told: ikanby")
    assert found.timeline.events[0].about == ("later",)
    assert {(one.code, one.hint) for one in found.problems} == {
        ("unknown-event", 'did you mean "later"?'),
        ("about-itself", "the id of another event"),
        ("unknown-event", 'a text about the event stands under "text"'),
        ("unknown-actor", 'did you mean "ikanbi"?'),
    }


def test_an_event_that_is_spoilt_is_not_missed_twice() -> None:
    spoilt = "- {id: broken, date: 2026, title: [B}\n- {id: lost, title: L}\n"
    found = reading_of_about("about: [broken, lost]", spoilt)
    assert {one.code for one in found.problems} == {"unclosed-bracket", "missing-date"}


def reading_of_about(fields: str, others: str = "") -> Reading:
    """A file whose first event has those fields, without its hints."""
    text = (
        "actors: {ikanbi: IKANBI}\nevents:\n"
        f"- id: first\n  date: 2025\n  title: A\n  {fields}\n"
        f"- {{id: later, date: 2026, title: B}}\n- {{date: 2026, title: The end}}\n{others}"
    )
    found = read(text.encode(), "events.yaml")
    return found._replace(problems=tuple(one for one in found.problems if one.severity != HINT))


DEFAULTS = """\
sources:
  a: {title: A}
  b: {title: B, language: nl}
timeline: {countries: [FR, BE], source_language: fr}
events:
- {id: one, date: 2025, title: One, sources: [a, "https://c.example/"]}
- {id: two, date: 2025, title: Two, countries: [MA]}
- {id: three, date: 2025, title: Three, countries: []}
- {id: four, date: 2025, title: Four, pays: MA}
"""


def test_what_the_timeline_says_of_all_holds_where_an_event_or_a_source_says_nothing_else() -> None:
    head, events = DEFAULTS[DEFAULTS.index("timeline") :].split("events:\n")
    sources = DEFAULTS[: DEFAULTS.index("timeline")]
    for text in (DEFAULTS, f"events:\n{events}{head}{sources}"):
        timeline = read(text.encode(), "events.yaml").timeline
        assert [event.countries for event in timeline.events] == [("FR", "BE"), ("MA",), (), ()]
        assert {one.id: one.language for one in timeline.sources.values()} == {
            "a": "fr", "b": "nl", "https://c.example/": "fr",
        }  # fmt: skip
        assert (timeline.countries, timeline.source_language) == (("FR", "BE"), "fr")


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("countries: [ZZ]", '"ZZ" is not the code of a country'),
        ("source_language: klingon", '"klingon" is not the code of a language'),
    ],
)
def test_what_is_said_of_all_is_checked(head: str, message: str) -> None:
    reading = read(f"timeline: {{{head}}}\nevents:\n- {{id: a, date: 2025, title: A}}\n".encode(), "events.yaml")
    assert [one.message for one in reading.problems] == [message]
    assert reading.timeline.events[0].countries == ()


ANNOUNCED = """\
sources:
  a: {title: A, passages: {p: one … two}}
events:
- date: 2025
  title: T
  sources: [%s]
"""


@pytest.mark.parametrize(
    ("written", "source", "passage"),
    [
        ("a!announces", "a", None),
        ("a#p!announces", "a", "p"),
        ("{a!announces: one … two}", "a", ""),
        ("https://e.example/x!announces", "https://e.example/x", None),
    ],
)
def test_a_citation_says_that_its_source_announces_the_event(written: str, source: str, passage: str | None) -> None:
    found = read((ANNOUNCED % written).encode(), "x.yaml")
    assert [one.code for one in found.problems] == ["missing-id"]
    (one,) = found.timeline.events[0].citations
    assert (one.source, one.passage.name if one.passage else None, one.announces) == (source, passage, True)
    assert one.written == (written.strip("{}"))


@pytest.mark.parametrize("written", ["a!announce", "a#p!", "a!", "a ! x"])
def test_what_else_stands_after_a_citation_is_said_to_mean_nothing(written: str) -> None:
    found = read((ANNOUNCED % written).encode(), "x.yaml")
    (problem,) = (one for one in found.problems if one.code != "missing-id")
    assert (problem.code, (problem.hint or "").endswith("!announces")) == ("bad-citation", True)


def test_an_actor_may_be_a_part_of_others_that_follow_by_id_or_by_name() -> None:
    text = """\
actors:
  liege: {name: SETCa Liège, part_of: [SETCa, board]}
  setca: {name: SETCa}
  board: The board
events: []
"""
    found = read(text.encode(), "x.yaml")
    assert [(one.code, one.hint) for one in found.problems] == [("name-for-id", "write setca")]
    assert found.timeline.actors["liege"].part_of == ("setca", "board")


def test_a_file_names_the_view_that_it_opens_with() -> None:
    text = "timeline: {id: t1, title: T, view: %s}\nevents: []\nviews: {Story: {query: x}}\n"
    assert read((text % "story").encode(), "x.yaml").timeline.view == "Story"
    other = read((text % "tale").encode(), "x.yaml")
    assert other.timeline.view is None
    assert [(one.code, one.hint) for one in other.problems] == [("unknown-view", "there are Story")]


def test_no_source_is_called_so_that_its_citation_would_announce() -> None:
    text = "sources: {a!announces: {title: A}}\nevents: [{id: e, date: 2025, title: E}]\n"
    found = read(text.encode(), "x.yaml")
    assert [one.code for one in found.problems] == ["bad-id"]


@pytest.mark.parametrize("written", ["1", "[true]", "maybe", "{a: b}"])
def test_an_unclear_answer_makes_no_key_event_and_keeps_private(written: str) -> None:
    a, b = (f"- {{id: {key}, date: 2025, title: A, {key}: {written}}}\n" for key in ("key", "private"))
    reading = read(f"events:\n{a}{b}".encode(), "events.yaml")
    assert [(one.key, one.private) for one in reading.timeline.events] == [(False, False), (False, True)]
    assert len(reading.problems) == 2


def test_a_source_with_passages_stands_in_the_line_of_its_own_name() -> None:
    reading = read(b"sources:\n  a:\n    title: A\n    passages:\n      p: first\n      q: second\n", "s.yaml")
    assert reading.timeline.sources["a"].line == 2
