"""The names in a file, read line by line: the same that reading it whole gives, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tui.cli.completion.candidates import candidates
from tui.cli.completion.names import names_in, read_names
from tui.store.read.timeline import read
from tui.store.write.starter import LANGUAGES, starter

FLOW = """\
timeline: {id: t, title: T}
sources:
  rtl: {title: "RTL item", publisher: RTL, passages: {jobs: environ 150, end: à la fin}}
  paper:
    title: >-
      A long title
    publisher: 'The Paper'   # daily
    passages:
      first: one … two
actors: {}
events:
- {id: one, date: 2025, title: 'One, and more', tags: [a, "b c"], kind: law}
# between
- date: 2025
  id: two
  title: Two  # second
  tags:
  - d
  - e f
  actors: iKanbi
  sources:
  - rtl
views:
  mine: {query: "kind:law"}
"""


@pytest.mark.parametrize("which", ["the shipped story", *LANGUAGES])
def test_they_are_those_of_the_timeline(which: str) -> None:
    text = starter(which) if which in LANGUAGES else (ROOT / "events.yaml").read_text(encoding="utf-8")
    timeline = read(text.encode(), "events.yaml").timeline
    assert set(names_in(text, "events")["events"]) == {event.id for event in timeline.events}
    assert set(names_in(text, "actors")["actors"]) == set(timeline.actors)
    assert set(names_in(text, "sources")["sources"]) == set(timeline.sources)
    assert list(names_in(text, "views")["views"]) == [view.name for view in timeline.views]
    passages = {f"{one.id}#{name}" for one in timeline.sources.values() for name in one.passages}
    assert set(names_in(text, "cited")["passages"]) == passages
    for kind, field in (("tags", "tags"), ("countries", "countries"), ("places", "places")):
        assert set(names_in(text, kind)[kind]) == {one for event in timeline.events for one in getattr(event, field)}
    assert set(names_in(text, "kinds")["kinds"]) == {event.kind for event in timeline.events if event.kind}
    publishers = {one.publisher for one in timeline.sources.values() if one.publisher}
    assert set(names_in(text, "publishers")["publishers"]) == publishers


def test_other_ways_of_writing_are_read_as_far_as_they_are_plain() -> None:
    assert list(names_in(FLOW, "events")["events"]) == ["one", "two"]
    assert names_in(FLOW, "events")["events"]["two"] == "Two"
    assert list(names_in(FLOW, "tags")["tags"]) == ["a", "b c", "d", "e f"]
    assert list(names_in(FLOW, "kinds")["kinds"]) == ["law"]
    assert list(names_in(FLOW, "actors")["actors"]) == ["iKanbi"]
    assert list(names_in(FLOW, "cited")["passages"]) == ["rtl#jobs", "rtl#end", "paper#first"]
    assert list(names_in(FLOW, "publishers")["publishers"]) == ["RTL", "The Paper"]
    assert names_in(FLOW, "views")["views"] == {"mine": "kind:law"}


def test_a_file_that_is_none_has_none() -> None:
    assert read_names("none.yaml", "events") == {}
    assert read_names(".", "events") == {}


@given(st.text(), st.sampled_from(["events", "tags", "cited", "views", "query", "actors", "none"]))
def test_no_text_is_too_odd(text: str, kind: str) -> None:
    for one in (text, f"events:\n{text}", f"sources:\n  a:\n{text}", f"events:\n- tags:\n{text}", FLOW + text):
        names_in(one, kind)


KEPT_BACK = """\
sources:
  leak: {title: Memo, publisher: Throat, private: true, passages: {p: words}}
  note:
    title: Note
    private: yes
  rtl: {title: RTL}
actors: {open: {name: Open}, hidden: {name: Hidden}}
events:
- {id: mine, date: 2020, title: M, private: true, tags: secret, place: Lair, actors: hidden}
- id: memo
  date: 2020
  title: N
  tags: [memos]
  sources:
  - leak#p
  - note
- {id: both, date: 2020, title: B, tags: [open], actors: open, sources: [leak, rtl], private: false}
"""


def test_what_only_private_entries_have_is_left_out() -> None:
    found = names_in(KEPT_BACK, "query", with_private=False)
    assert {kind: list(names) for kind, names in found.items() if names} == {
        "events": ["both"], "actors": ["open"], "sources": ["rtl"], "tags": ["open"], "named": ["open"],
    }  # fmt: skip
    assert list(names_in(KEPT_BACK, "cited", with_private=False)["passages"]) == []
    assert list(names_in(KEPT_BACK, "events")["events"]) == ["mine", "memo", "both"]


def test_commands_that_keep_it_back_offer_it_when_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(KEPT_BACK, encoding="utf-8")
    told = {"both", "memo", "mine"}
    offered = {word for word, _ in candidates(["show", str(path), ""])}
    assert offered & told == {"both"}
    offered = {word for word, _ in candidates(["show", "--with-private", str(path), ""])}
    assert offered & told == told
    assert {word for word, _ in candidates(["edit", str(path), ""])} & told == told
