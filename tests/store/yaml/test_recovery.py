"""A mistake costs the line that it is on: the place is the person's, the rest of the file survives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError

from tests.conftest import ROOT
from tui.core.checks.lints import LINTS
from tui.core.problems.problem import CODES
from tui.store.read.context import Context
from tui.store.read.sections import read_sections
from tui.store.read.timeline import Reading, Unreadable, read
from tui.store.typed.parser_words import ParserFault
from tui.store.yaml.blanking import chunks, fault_of, parse_fault
from tui.store.yaml.composer import Composer
from tui.store.yaml.recovery import LIMIT, Recovery

BAD = sorted((ROOT / "tests" / "bad").glob("*.yaml"))


def told(reading: Reading) -> list[str]:
    """The problems as the heads of the bad files write them."""
    return [
        f"{one.place.line}:{one.place.column}-{one.place.end_line}:{one.place.end_column} "
        f"{one.severity}[{one.code}] {one.message}{f' | {one.hint}' if one.hint else ''}"
        for one in reading.problems
    ]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_has_the_problems_that_it_names_and_keeps_its_good_events(path: Path) -> None:
    head = [line.removeprefix("# ") for line in path.read_text(encoding="utf-8").split("\n")]
    reading = read(path.read_bytes(), path.name)
    expected = told(reading)
    assert head[: len(expected) + 1] == [f"events: {' '.join(one.id for one in reading.timeline.events)}", *expected]
    assert path.stem in {one.code for one in reading.problems}


def test_every_code_has_a_bad_file() -> None:
    of_sound_files = {lint.code for lint in LINTS} - {"unsourced-value"}  # see tests/store/read/test_check.py
    hints = of_sound_files | {"unused-silence"}
    elsewhere = {"unreadable", "too-long", "syntax-limit", "taken-id"} | hints
    assert {path.stem for path in BAD} == set(CODES) - elsewhere


HEAD = "events:\n- id: a\n  date: 2025\n"
TAIL = "- id: z\n  date: 2026\n  title: Z\n"

MISTAKES = [
    # what stands in lines 4 on, and where which problem is told
    ("  title: t\n  text: >\n    abc\n   def\n  kind: x\n", "7:4 bad-indentation", "a z"),
    ("  title: t\n\u00a0\u00a0kind: law\n", "5:1 bad-indentation", "a z"),
    ('  "title: x\n', "4:3 unclosed-quote", "z"),
    ('  title: "opened\n    and gone on\n  kind: x\n', "4:10 unclosed-quote", "z"),
    ("  title: 'aujourd'hui, tout va\n", "4:18 inner-quotes", "z"),
    ("  actors: {a: b\n  kind: x\n", "4:11 unclosed-bracket", "z"),
    ("  title: t\n  claims:\n    jobs:\n      > 150: []\n", "7:7 unquoted-start", "a z"),
    ("  title: t\n  claims:\n    jobs:\n      150 : people: []\n", "7:19 unquoted-colon", "a z"),
    ("  title: t\n  tags:\n  - Maroc: 150 : 22\n", "6:16 unquoted-colon", "a z"),
    ('  title: t\n  tags: [a b, "c" d]\n', "5:19 syntax", "a z"),
    ("  title: x: y: z\n", "4:11 unquoted-colon", "z"),
    ("  title: t\n  text: la grève #1\n    continue\n", "5:18 cut-by-hash", "a z"),
    ("  title: t\n  date_note\n    words\n", "5:3 missing-colon", "a z"),
    ("  title: t\n  text:\n    words\n    a : b\n  kind: x\n", "7:7 unquoted-colon", "a z"),
    ("  title: t\n  text:\n    words : of\n    more\n  kind: x\n", "6:11 unquoted-colon", "a z"),
    ('  title: "C:\\Users"\n', "4:13 bad-escape", "z"),
    ('  title: "\\ud800"\n', "4:11 bad-escape", "z"),
    ("a: b\n", "4:1 bad-indentation", "z"),
    ("%FOO\n", "4:1 unquoted-start", "z"),
]


@pytest.mark.parametrize(("lines", "expected", "left"), MISTAKES)
def test_a_mistake_is_told_once_and_where_it_was_made(lines: str, expected: str, left: str) -> None:
    reading = read(f"{HEAD}{lines}{TAIL}".encode(), "x.yaml")
    found = {f"{one.place.line}:{one.place.column} {one.code}" for one in reading.problems if one.severity == "error"}
    assert found == {expected}
    assert " ".join(event.id for event in reading.timeline.events) == left


def test_a_bracket_that_the_end_of_the_file_leaves_open_is_said_of_a_line_that_is_there() -> None:
    text = "event>-\ns- :\n- id: b\n  date: 2025-02\n  title: B\n\n- {id: a\n, date: [..2024],\n   # wh"
    reading = read(text.encode(), "x.yaml")
    assert [(one.place.line, one.code) for one in reading.problems] == [
        (1, "syntax"),
        (2, "not-a-file-of-events"),
        (9, "syntax"),
    ]


TEN_MISTAKES = """\
actors:
  ikanbi: {name: iKanbi Belgium, country: be}
sources:
  rtl: {title: RTL, url: rtl.be/x}
events:
- id: one
  date: 2025-13
  title: A month that is none
- id: two
  date: 2025-08-25
  title: Transféré au Maroc : 150 emplois
- id: three
  date: 2025-08-25
  title: Good but for its parts
  status: planed
  actors: [ikanby]
  sources: [rtl#jobs, rtk]
  texte: …
- id: four
  date: 2025-08-26
  title: "Il a dit "oui" hier"
- id: three
  date: 2025-08-27
  title: Its id is taken
"""
"""The file of an evening: two faults of syntax among eight others."""


def test_ten_mistakes_are_ten_problems() -> None:
    reading = read(TEN_MISTAKES.encode(), "x.yaml")
    assert [(one.place.line, one.code) for one in reading.problems] == [
        (2, "unknown-country"),
        (4, "bad-address"),
        (7, "bad-date"),
        (11, "unquoted-colon"),
        (15, "unknown-status"),
        (16, "unknown-actor"),
        (17, "unknown-passage"),
        (17, "unknown-source"),
        (18, "unknown-key"),
        (21, "inner-quotes"),
        (22, "duplicate-id"),
    ]
    assert [event.id for event in reading.timeline.events] == ["three", "three-2"]


def test_many_mistakes_of_syntax_are_all_told() -> None:
    text = "events:\n" + "".join(f"- id: e{i}\n  date: 2025\n  title: t\n  text: a : b\n" for i in range(90))
    reading = read(text.encode(), "x.yaml")
    assert [one.code for one in reading.problems] == ["unquoted-colon"] * 90
    assert len(reading.timeline.events) == 90


def test_after_a_hundred_of_them_the_rest_is_counted_and_what_is_sound_is_read() -> None:
    text = "events:\n" + "".join(f"- id: e{i}\n  date: 2025\n  title: t\n  text: a : b\n" for i in range(300))
    text += "- id: tab\n  date: 2025\n  title: t\n\tkind: x\n"
    reading = read(text.encode(), "x.yaml")
    assert [one.code for one in reading.problems] == ["unquoted-colon"] * (LIMIT + 1) + ["tab"]
    assert reading.problems[LIMIT][3:6] == ("… and 200 more like it", None, 200)
    assert len(reading.timeline.events) == 301


def test_a_file_is_read_again_a_hundred_times_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds = []

    def counted(composer: Composer, context: Context) -> None:
        rounds.append(context)
        read_sections(composer, context)

    monkeypatch.setattr("tui.store.read.timeline.read_sections", counted)
    monkeypatch.setattr(Recovery, "_survey", lambda _recovery: False)  # as if each item were sound by itself
    monkeypatch.setattr(Recovery, "_say", lambda *_: None)  # and each fault the consequence of the one above
    reading = read(b"events:\n" + b"- %x\n" * 300 + b"- {date: 2025, title: T}\n", "x.yaml")
    assert len(rounds) == LIMIT + 1
    assert len(reading.timeline.events) == 1


def test_chunks_are_items_and_entries() -> None:
    lines = [
        "timeline:",
        "  id: x",
        "sources:",
        "  a:",
        "    title: A",
        "  b:",
        "events:",
        "- id: a",
        "  x: y",
        "- id: b",
    ]
    assert list(chunks(lines)) == [(0, 1), (1, 2), (2, 3), (3, 5), (5, 6), (6, 7), (7, 9), (9, 10)]


def test_what_refers_to_something_blanked_is_no_fault() -> None:
    text = "sources:\n  a:\n    title: x : y\n    passages:\n      p: one : two\n" + HEAD
    text += "  title: t\n  sources: [a, a#p]\n"
    reading = read(text.encode(), "x.yaml")
    assert [one.code for one in reading.problems] == ["unquoted-colon", "unquoted-colon"]
    assert reading.timeline.events[0].sources == ("a",)


SAMPLE = (ROOT / "events.yaml").read_bytes()


def survives(data: bytes) -> None:
    """Whatever the bytes are, there is a reading whose problems have places in it, or one clear refusal."""
    try:
        reading = read(data, "x.yaml")
    except Unreadable:
        return
    height = reading.text.count("\n") + 1
    for one in reading.problems:
        assert one.code in CODES
        assert 1 <= one.place.line <= height
        assert one.place.column >= 1
        assert one.place[:2] < one.place[2:]


@pytest.mark.parametrize("seed", range(12))
def test_mutations_of_the_shipped_file_never_raise(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same every time is the point
    for _ in range(20):
        data = bytearray(SAMPLE)
        for _ in range(chance.choice([1, 1, 3, 10])):
            at = chance.randrange(len(data))
            kind = chance.randrange(4)
            if kind == 0:
                data[at] = chance.randrange(256)
            elif kind == 1:
                data[at] = chance.choice(b" :#'\"[]{},-&*!|>@`\t\n%?")
            elif kind == 2:
                del data[at : at + chance.choice([1, 5, 60])]
            else:
                data[at:at] = bytes([chance.choice(b" :#'\"[]{},-&*!|>@`\t\n%?")])
        survives(bytes(data))


@pytest.mark.parametrize("seed", range(4))
def test_truncations_of_the_shipped_file_never_raise(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same every time is the point
    for _ in range(15):
        survives(SAMPLE[: chance.randrange(len(SAMPLE))])


@given(st.text(alphabet=" \n:-#'\"[]{},&*!|>@`%?abé…\t", max_size=60))
@settings(max_examples=150)
def test_no_text_raises(text: str) -> None:
    survives(f"events:\n- id: a\n  date: 2025\n  title: t\n{text}".encode())


@given(st.binary(max_size=40))
@settings(max_examples=100)
def test_no_bytes_raise(data: bytes) -> None:
    survives(data)


@given(st.text(alphabet=" \n:-#'\"[]{},&*!|>@`%?abé\\\t", max_size=60))
@settings(max_examples=200)
def test_a_fault_is_the_same_whether_or_not_the_parser_makes_objects(text: str) -> None:
    def closely() -> ParserFault | None:
        try:
            for _ in iter(CParser(text.encode()).get_event, None):
                pass
        except MarkedYAMLError as error:
            return fault_of(error)
        return None

    assert parse_fault(text) == closely()
