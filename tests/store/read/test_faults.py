"""What breaks a program that trusts its file: each is said in its place, and the good events are shown all the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench.mutate import mutants, outcome
from tests.conftest import ROOT, Jalon
from tests.store.read.test_timeline import WHOLE
from tui.core.problems.problem import ERROR
from tui.store.read.timeline import read
from tui.store.system.read_bytes import Unreadable

GOOD = "- id: good\n  date: 2025\n  title: Good\n"


def said(text: str) -> list[str]:
    """`line:column code` of each error; the good event is there all the same."""
    reading = read(text.encode(), "x.yaml")
    if GOOD in text:
        assert "good" in {event.id for event in reading.timeline.events}
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in reading.problems if one.severity == ERROR]


# ---- What is built of it


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "], ids=["lists", "mappings", "items", "keys"])
def test_nesting_that_crashes_the_parser_is_one_problem(opening: str, jalon: Jalon) -> None:
    """In a process of its own, for what it guards against cannot be caught."""
    ran = jalon("check", "-", input=f"events:\n{GOOD}- id: deep\n  tags: {opening * 30_000}\n")
    assert ran.code == 1, ran
    assert "error[" in ran.stdout
    assert "Traceback" not in ran.stderr


def test_aliases_to_aliases_are_counted_before_they_are_built() -> None:
    bomb = "  a0: &a0 [x, x]\n" + "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    assert len(bomb) < 600
    assert any(one.endswith("alias-bomb") for one in said(f"events:\n{GOOD}- id: b\n  date: 2025\n  title: B\n{bomb}"))


def test_an_alias_to_what_it_stands_in_is_refused_in_its_place() -> None:
    assert said(f"events:\n{GOOD}- &a\n  id: b\n  date: 2025\n  title: B\n  tags: [*a]\n") == ["9:10 alias-cycle"]


def test_merge_keys_are_never_merged() -> None:
    levels = (f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 10))
    bomb = "a0: &a0 {x: y}\n" + "".join(levels)
    assert "2:10 merge-key" in said(f"{bomb}events:\n{GOOD}")


def test_a_text_of_a_million_characters_is_left_out() -> None:
    assert said(f"events:\n{GOOD}- id: b\n  date: 2025\n  title: B\n  text: {'x' * 1_000_001}\n") == ["8:9 too-long"]


def test_a_number_in_base_60_of_a_hundred_thousand_parts_is_text() -> None:
    parts = "1" + ":1" * 100_000
    assert said(f"events:\n{GOOD}- id: b\n  date: 2025\n  title: {parts}\n") == []
    assert said(f"events:\n{GOOD}- id: b\n  date: {parts}\n  title: B\n") == ["6:9 bad-date"]


# ---- What its values are


@pytest.mark.parametrize(
    "date", ["2026-02-30", "2026-13-01", "2025-08-25T25:00", "1" * 4_301, "9" * 100_000, "12:30", "0o17", "yes", "1.5"]
)
def test_a_date_that_is_none_is_a_problem_of_its_line(date: str) -> None:
    (problem,) = said(f"events:\n{GOOD}- id: b\n  date: {date}\n  title: B\n")
    assert problem.startswith("6:")
    assert problem.endswith(" bad-date")


TAGS = ("!!int x", "!!bool x", "!!timestamp x", "!!python/object:os.system x", "!!binary =", "!x y")


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_is_a_problem_of_its_line(tag: str) -> None:
    assert "7:10 tag" in said(f"events:\n{GOOD}- id: b\n  date: 2025\n  title: {tag}\n")


WORDS = ("NO", "on", "yes", "12:30", "017", "018", "1.10", "1_000", "0x1F", ".inf", "2025-12-31", "=", "null", "1e3")


@pytest.mark.parametrize("word", WORDS)
def test_every_value_is_the_text_that_was_typed(word: str) -> None:
    (event,) = read(f"events:\n- id: {word}\n  date: 2025\n  title: {word}\n".encode(), "x").timeline.events
    assert (event.id, event.titles) == (word, {"en": word})


DATES = ("9999", "[2025-01..2025-03]", "{1960,1961-12}", "2001-21", "0044", "-0043", "2025-08~")


@pytest.mark.parametrize("date", DATES)
def test_a_date_needs_no_quotes(date: str) -> None:
    (event,) = read(f"events:\n- id: a\n  date: {date}\n  title: A\n".encode(), "x").timeline.events
    assert event.date.text == date


def test_of_what_stands_twice_both_lines_are_named() -> None:
    text = f"events:\n{GOOD}- id: good\n  date: 2025\n  title: A\n  title: B\n"
    key, name = read(text.encode(), "x").problems[::-1]
    assert (key.code, key.place.line) == ("duplicate-key", 8)
    assert key.message == '"title" stands here a second time, after line 7'
    assert (name.code, name.place.line) == ("duplicate-id", 5)
    assert name.message == 'the id "good" is taken by the event on line 2'


# ---- What its bytes are


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf%s", b"%s\r\n"], ids=["a mark", "no mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_any_line_end_and_a_byte_order_mark_are_fine(data: bytes, end: str) -> None:
    reading = read(data % f"events:\n{GOOD}".replace("\n", end).encode(), "x")
    assert ([event.id for event in reading.timeline.events], reading.problems) == (["good"], ())


@pytest.mark.parametrize(
    "data",
    [
        "é".encode("latin-1"),
        "’".encode("cp1252"),
        "events: []".encode("utf-16"),
        "events: []".encode("utf-16-be"),
        "events: []".encode("utf-32"),
        b"events: []\0",
        b"\x1f\x8b\x08\x00",
        b"\x89PNG\r\n\x1a\n\x00",
        b"\xed\xa0\x80",
        b"\xc0\xaf",
    ],
    ids=lambda data: data[:8].hex(),
)
def test_bytes_that_are_no_text_are_refused_with_their_place(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"not text in UTF-8.* at \d+:\d+|not text in UTF-8 \(at 1:1\)"):
        read(data, "x.yaml")


def test_half_a_pair_of_surrogates_is_refused_in_its_place() -> None:
    assert said(f'events:\n{GOOD}- id: b\n  date: 2025\n  title: "x \\ud800 y"\n') == ["7:13 bad-escape"]


@pytest.mark.parametrize("locale", ["C", "POSIX", "fr_FR.ISO-8859-1"])
def test_the_locale_changes_nothing_of_what_is_read(locale: str, jalon: Jalon, tmp_path: Path) -> None:
    (tmp_path / "events.yaml").write_text("events:\n- {id: a, date: 2025, title: Liège}\n", encoding="utf-8")
    env = {"LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = jalon("print", "--format", "json", env=env)
    assert ran.code == 0
    assert "Liège" in ran.stdout or "Li\\u00e8ge" in ran.stdout


def test_what_a_terminal_would_obey_is_said_and_shown_harmless(jalon: Jalon) -> None:
    ran = jalon("check", "-", input=f"events:\n{GOOD}- id: b\n  date: 2025\n  title: \x1b]52;c;eA==\x07\n")
    assert "standard input:7:10: error[control-character]" in ran.stdout
    assert "\x1b" not in ran.stdout + ran.stderr


# ---- What its shape is


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("", ["1:1 empty-file"]),
        ("\n\n# nothing yet\n", ["1:1 empty-file"]),
        ("just a text\n", ["1:1 not-a-file-of-events"]),
        (f"{GOOD}", ["1:1 not-a-file-of-events"]),
        ("title: A\n", ["1:1 not-a-file-of-events"]),
        (f"events:\n{GOOD}---\nevents:\n{GOOD}", ["5:1 second-document"]),
        (f"events:\n{GOOD}---\n  events:\n  - id: b\n    date: 2025\n    title: B\n", ["5:1 second-document"]),
        (f"events:\n{GOOD}--- words\n", ["5:1 second-document"]),
        (f"events:\n{GOOD}...\n- id: b\n  date: 2025\n", ["5:1 second-document", "6:3 missing-title"]),
        (f"events:\n{GOOD}...\nviews: {{a: {{query: b}}}}\n", ["5:1 second-document"]),
        (f"events:\n{GOOD}...\nevents:\n{GOOD}", ["5:1 second-document"]),
        (f"events:\n{GOOD}... # words\n# more\n", []),
        (f"events:\n{GOOD}--- --- words\n", ["5:1 second-document"]),
        (f"events:\n{GOOD}- id: b\n  date: 2025\n  title: [NO]\n", ["7:10 wrong-type"]),
        (f"events:\n{GOOD}- id: b\n  date: 2025\n  title: {{}}\n", ["7:10 wrong-type"]),
        (f"events:\n{GOOD}- id: b\n  date: 2025\n  title: ~\n", ["7:3 missing-title"]),
        (f"events:\n{GOOD}- null\n- true\n- 12\n- []\n", [f"{line}:3 wrong-type" for line in (5, 6, 7, 8)]),
        (f"events:\n{GOOD}  [a, b]: c\n", ["5:3 bad-key"]),
        ("events: {a: b}\n", ["1:9 wrong-type"]),
        (
            f"actors: 3\nsources: [x]\nviews: text\nevents:\n{GOOD}",
            ["1:9 wrong-type", "2:10 wrong-type", "3:8 wrong-type"],
        ),
    ],
)
def test_every_fault_of_shape_is_said_in_one_run(text: str, errors: list[str]) -> None:
    assert said(text) == errors


# ---- What it is


def test_a_device_or_a_pipe_is_refused_at_once(jalon: Jalon, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path, why in (("/dev/zero", "it is a device, not a file"), ("pipe.yaml", "it is a pipe, not a file")):
        ran = jalon("check", path)
        assert (ran.stdout, ran.code) == ("", 2)
        assert why in ran.stderr


# ---- What chance makes of it


@pytest.mark.parametrize("seed", range(4))
def test_a_small_file_survives_what_happens_to_it(seed: int) -> None:
    bugs = [became.told for _, data in mutants(WHOLE.encode(), 250, seed) if (became := outcome(data)).kind == "bug"]
    assert bugs == []


def test_the_shipped_file_survives_what_happens_to_it() -> None:
    data = (ROOT / "events.yaml").read_bytes()
    bugs = [became.told for _, mutant in mutants(data, 25, seed=2026) if (became := outcome(mutant)).kind == "bug"]
    assert bugs == []
