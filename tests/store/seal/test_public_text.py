"""The public part of a timeline, written anew, says what it did, and nothing of what is private."""

from __future__ import annotations

import random
import re

import pytest

from tests.conftest import ROOT
from tui.store.read.timeline import read
from tui.store.seal.public_text import NotPublicError, public_text, public_timeline
from tui.store.write.unplaced import unplaced_timeline

STORY = """\
# a comment about Jan
timeline: {id: story, title: "A \\u201cstory\\u201d: one", language: en}
actors:
  works: {name: Works, aliases: [W, "the: works"]}
  mole: {name: Mole}
sources:
  letter:  # from Jan
    title: A letter
    private: true
    passages: {one: the secret words}
  press:
    title: |
      A title
    url: https://a.be/x
    passages:
      one: first … last
publish:
  except: {hidden: nobody may know, told: they say so}
  about: a desk
views:
  all: {query: "letters"}
  some: {query: "actor:mole letters"}
  theirs: {query: "source:letter"}
events:
- id: told
  date: 2025-08-25
  title: It is told
  text: >-
    Long words
    over lines.

    And more: of them.
  actors: [works]
  sources: [press#one, letter#one, letter: quoted in secret]
  claims:
    jobs:
      150: press
      163: [letter#one, letter]
      keep: 163
      because: the letter says so
    end:
      "[2025-01..2025-03]": letter
- id: hidden
  date: "2025-08?"
  title: It is hidden
  private: true
  actors: mole
- id: rests
  date: 2026
  title: It rests on the letter
  sources: letter
  about: told
- id: after
  date: [2025-09-01..2025-09-30]
  title: 'It follows: so they say'
  sources: ["press: first words … last words", {press: others … here}]
  about: [hidden, told]
"""


def test_what_is_private_is_in_no_byte_and_the_rest_says_what_it_did() -> None:
    text = STORY.replace('"press: first words … last words", ', "")
    reading = read(text.encode(), "events.yaml")
    said = public_text(reading).decode()
    assert not re.search(r"letter\b|hidden|secret|Jan|mole|Mole|163|rests|#", said.replace("press#one", ""))
    assert "because" not in said
    assert list(read(said.encode(), "x").timeline.sources) == ["press"]
    assert [one.id for one in read(said.encode(), "x").timeline.events] == ["told", "after"]
    assert "some:" not in said
    assert "views:\n  all:\n" in said
    assert "  except:\n    told: they say so\n" in said


def test_the_view_that_a_file_opens_with_goes_where_it_asks_for_what_is_private() -> None:
    text = STORY.replace("language: en}", "language: en, view: theirs}").replace(
        '"press: first words … last words", ', ""
    )
    now = read(public_text(read(text.encode(), "x")), "x")
    assert now.timeline.view is None
    assert not now.problems


def test_it_is_the_public_part_of_any_choice_of_private_things() -> None:
    text = (ROOT / "events.yaml").read_text(encoding="utf-8")
    chance = random.Random(7)  # noqa: S311 - a seed, so that each run is the same
    ids = re.findall(r"(?m)^  ([a-z0-9-]+):\n    title", text)
    events = re.findall(r"(?m)^  - id: (\S+)$|^- id: (\S+)$", text)
    assert len(ids) > 20
    assert len(events) > 20
    for _round in range(5):
        private = text
        for own in chance.sample(ids, 8):
            private = private.replace(f"\n  {own}:\n", f"\n  {own}:\n    private: true\n", 1)
        reading = read(private.encode(), "events.yaml")
        told = public_timeline(reading.timeline)
        assert len(told.sources) < len(reading.timeline.sources)
        now = read(public_text(reading), "events.yaml").timeline
        assert unplaced_timeline(now) == unplaced_timeline(told)


@pytest.mark.parametrize(
    "value",
    ["'it''s'", '"a\\tb\\u200b\\"c\\""', "a # b", "!x", "'  spaces '", "~", "no", "1:30", "'- a'", "é 🧵", '""'],
)
def test_texts_of_all_kinds_come_through(value: str) -> None:
    text = f"sources:\n  a: {{title: A, private: true}}\n  b:\n    title: B\n    note: {value}\nevents: []\n"
    reading = read(text.encode(), "x")
    now = read(public_text(reading), "x").timeline
    assert now.sources["b"].note == reading.timeline.sources["b"].note


def test_where_it_cannot_be_had_for_sure_it_is_refused() -> None:
    with pytest.raises(NotPublicError):
        public_text(read(b"- a\n- b\n", "x"))


def test_what_only_a_private_event_cites_or_is_tagged_with_goes_with_it() -> None:
    text = (
        STORY.replace("  actors: mole\n", "  actors: mole\n  sources: [tip, press#two]\n  tags: [leak]\n")
        .replace("events:\n", "  leaks: {query: 'tag:leak'}\nevents:\n", 1)
        .replace("  press:\n", "  tip: {title: The leak of Jan, archive: copies/leak.pdf}\n  press:\n")
        .replace("one: first … last", "{one: first … last, two: the leak}")
        .replace('"press: first words … last words", ', "")
        .replace("passages:\n      {one", "passages: {one")
    )
    reading = read(text.encode(), "x")
    assert not reading.problems
    said = public_text(reading).decode()
    assert not re.search("tip|leak|Jan|two", said)
    assert "one: first … last" in said
    assert list(public_timeline(reading.timeline).sources) == ["press"]


def test_what_nobody_cites_stays() -> None:
    text = STORY.replace("  press:\n", "  book: {title: A book, passages: {all: its words}}\n  press:\n")
    said = public_text(read(text.replace('"press: first words … last words", ', "").encode(), "x")).decode()
    assert "its words" in said
