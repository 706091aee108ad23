"""One slip in a heading or a dash is one problem, and every event is read all the same."""

from __future__ import annotations

import pytest

from tui.store.read.timeline import Reading, read

BASE = """\
timeline:
  title: Strike

actors:
  setca: SETCa
  poste:
    name: bpost
    kind: company

sources:
  rtbf-1:
    title: Strike
    url: https://www.rtbf.be/article/1
    passages:
      start: It began … on Monday

events:
- id: one
  date: 2025-03-01
  title: It begins
  actors: [setca, poste]
  sources: rtbf-1#start

- id: two
  date: 2025-03-05
  title: They talk
  text: >
    A long day
    of it.
  sources:
  - rtbf-1

- id: three
  date: 2025-03-10~
  title: A deal
  claims:
    jobs:
      150 people: [rtbf-1#start]
      163 people: [rtbf-1]
      keep: 150 people
"""


def parsed(text: str) -> Reading:
    return read(text.encode(), "x.yaml")


def told(reading: Reading) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in reading.problems]


SLIPS = [
    ("events:\n", "events\n", "17:1 missing-colon"),
    ("events:\n", "events;\n", "17:1 missing-colon"),
    ("timeline:\n", "timeline\n", "1:1 missing-colon"),
    ("\nsources:\n", "\nsources\n", "10:1 missing-colon"),
    ("actors:\n", "actors\n", "4:1 missing-colon"),
    ("  rtbf-1:\n", "  rtbf-1\n", "11:3 missing-colon"),
    ("  poste:\n", "  poste\n", "6:3 missing-colon"),
    ("    passages:\n", "    passages\n", "14:5 missing-colon"),
    ("  claims:\n", "  claims\n", "36:3 missing-colon"),
    ("    jobs:\n", "    jobs\n", "37:5 missing-colon"),
    ("events:\n", " events:\n", "17:2 bad-indentation"),
    ("events:\n", "  events:\n", "17:3 bad-indentation"),
    ("\nsources:\n", "\n sources:\n", "10:2 bad-indentation"),
    ("events:\n", "", "17:1 not-a-file-of-events"),
    ("\nevents:\n", "", "16:1 not-a-file-of-events"),
    ("events:\n", "events: my events\n", "17:9 wrong-type"),
    ("events:\n", "events: >\n", "17:9 wrong-type"),
    ("events:\n", "events: []\n", "17:9 wrong-type"),
    ("events:\n", "Events:\n", "17:1 unknown-key"),
    ("events:\n", "event:\n", "17:1 unknown-key"),
    ("events:\n", "évènements:\n", "17:1 unknown-key"),
    ("\nsources:\n", "\nsource:\n", "10:1 unknown-key"),
    ("actors:\n", "acteurs:\n", "4:1 unknown-key"),
    ("- id: one", "  id: one", "18:3 syntax"),
    ("- id: one", "id: one", "18:1 syntax"),
    ("- id: three", "  id: three", "33:3 syntax"),
    ("- id: three", "id: three", "33:1 syntax"),
    ("- id: three", "-- id: three", "33:1 syntax"),
    ("- id: three", "— id: three", "33:1 syntax"),
    ("- id: three", "– id: three", "33:1 syntax"),
    ("- id: three", "* id: three", "33:1 syntax"),
    ("- id: three", "-id: three", "33:1 missing-space"),
    ("- id: three", " - id: three", "33:2 bad-indentation"),
]


@pytest.mark.parametrize(("right", "wrong", "problem"), SLIPS)
def test_a_slip_in_the_frame_costs_no_event(right: str, wrong: str, problem: str) -> None:
    assert BASE.count(right) == 1
    reading = parsed(BASE.replace(right, wrong))
    assert told(reading) == [problem]
    assert [event.id for event in reading.timeline.events] == ["one", "two", "three"]


def test_nothing_of_one_event_lands_on_another() -> None:
    whole = parsed(BASE).timeline.events
    for wrong in ("  id: two", "id: two", "— id: two", "-id: two", " - id: two"):
        assert parsed(BASE.replace("- id: two", wrong)).timeline.events == whole


def test_an_event_that_is_indented_whole_is_moved_to_the_others() -> None:
    one, two, three = BASE.split("- id: ")[1:]
    indented = "".join(f"  {line}\n" for line in f"- id: {two}".splitlines())
    reading = parsed(BASE.replace(f"- id: {two}", indented))
    assert (one, three, told(reading)) == (one, three, ["24:3 bad-indentation"])
    assert reading.timeline.events == parsed(BASE).timeline.events


def test_a_place_is_the_files_own_where_a_dash_was_mended() -> None:
    text = BASE.replace("- id: three\n  date: 2025-03-10~", "-date: 2025-13\n  id: three")
    assert told(parsed(text)) == ["33:1 missing-space", "33:13 bad-date"]


def test_a_file_that_is_indented_whole_is_left_alone() -> None:
    assert told(parsed("".join(f"  {line}\n" for line in BASE.splitlines()))) == []


def test_several_slips_are_as_many_problems() -> None:
    text = (
        "timeline\n  title: x\nactors\n  x: X\nsources\n  r\n    title: R\nevents\n  id: a\n  date: 2025\n  title: A\n"
    )
    reading = parsed(f"{text}  sources: r\n  actors: x\n")
    assert [one.code for one in reading.problems] == ["missing-colon"] * 5 + ["syntax"]
    assert [event.sources for event in reading.timeline.events] == [("r",)]


def test_a_dash_alone_above_its_event_is_no_slip_whatever_else_is_one() -> None:
    alone = BASE.replace("- id: two", "-\n  id: two").replace("- id: three", "-\n  # later\n  id: three")
    assert read(alone.encode(), "x.yaml").problems == ()
    reading = read(alone.replace("actors: [setca, poste]", "actor: [setca, poste]").encode(), "x.yaml")
    assert [one.code for one in reading.problems] == ["unknown-key"]
    assert [event.id for event in reading.timeline.events] == ["one", "two", "three"]
