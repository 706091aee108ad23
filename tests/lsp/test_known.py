"""The names of a file in their places, whatever the manner in which they are written."""

from __future__ import annotations

from tests.conftest import ROOT
from tui.lsp.known import Known
from tui.lsp.mentions import Mention

EVERY = '''timeline: {title: a, view: mine}
actors:
  one: {name: One}
  "two": {name: Two, part_of: one}
sources:
  src:
    title: A
    passages:
      'p': first … last
events:
  - id: e1
    date: 2025
    title: "One, one"
    actors: [one, "two",
      one]
    told:
      - &x one
    says: 'two'
    sources: [src#p!announces, src, https://example.org/src]
    claims:
      jobs:
        "150": [src#p]
        163: src
        keep: 150
  - id: e2
    date: 2025
    title: b
    about: [e1]
    sources:
      - src: first … last
views:
  mine: {query: "actor:one,two source:src after:e1 one"}
publish:
  except: {e2: because one said so}
'''  # fmt: skip


def known(text: str) -> Known:
    return Known(text.encode(), "events.yaml", 739_950)


def places(text: str, kind: str, name: str) -> list[tuple[int, str]]:
    found = known(text)
    rows = found.lines
    return [
        (one.place.line, rows[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1])
        for one in found.mentions
        if (one.kind, one.id) == (kind, name)
    ]


def test_every_mention_of_a_name_is_found_and_nothing_else() -> None:
    assert places(EVERY, "actor", "one") == [(line, "one") for line in (3, 4, 14, 15, 17, 32)]
    assert places(EVERY, "actor", "two") == [(line, "two") for line in (4, 14, 18, 32)]
    assert places(EVERY, "source", "src") == [(line, "src") for line in (6, 19, 19, 22, 23, 30, 32)]
    assert places(EVERY, "passage", "src#p") == [(line, "p") for line in (9, 19, 22)]
    assert places(EVERY, "event", "e1") == [(line, "e1") for line in (11, 28, 32)]
    assert places(EVERY, "event", "e2") == [(25, "e2"), (34, "e2")]
    assert places(EVERY, "view", "mine") == [(1, "mine"), (32, "mine")]


def test_in_the_shipped_timeline_each_name_that_is_mentioned_is_defined() -> None:
    found = known((ROOT / "events.yaml").read_text(encoding="utf-8"))
    defined = {one[:2] for one in found.mentions if one.is_definition}
    assert [one for one in found.mentions if one[:2] not in defined] == []
    told = {("event", one.id) for one in found.timeline.events} | {("actor", one) for one in found.timeline.actors}
    assert {one for one in defined if one[0] in ("event", "actor")} == told


def test_a_name_in_a_text_that_is_broken_elsewhere_keeps_its_place() -> None:
    broken = EVERY.replace('title: "One, one"', 'title: "One, one').replace("title: b", "title: b : c [")
    lost = {line for line, _text in places(EVERY, "actor", "one")} - {
        line for line, _text in places(broken, "actor", "one")
    }
    assert lost <= {14, 15, 17}
    assert (32, "one") in places(broken, "actor", "one")


def test_the_narrowest_name_at_a_spot_is_meant() -> None:
    found = known(EVERY)
    row, line = 18, found.lines[18]

    def at(words: str, inside: int) -> Mention | None:
        return found.mention_at(row, line.index(words) + inside)

    source, passage = at("src#p", 1), at("src#p", 5)
    assert source is not None
    assert passage is not None
    assert (source.kind, passage.kind, passage.id) == ("source", "passage", "src#p")
    assert at("https", 3) is None
