"""--as-of: what the sources had said by a day, in every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say

TIMELINE = """\
timeline: {id: story, title: A story, language: en}
sources:
  rtl: {title: RTL item, publisher: RTL, published: 2025-08-25}
  paper: {title: Paper, publisher: Le1, published: "[2025-08-21..2025-12-31]"}
  late: {title: Late, publisher: Late News, published: 2026-08-12}
  undated: {title: Undated, publisher: Nobody}
events:
- id: union
  date: 2025-08-25
  title: The union speaks
  text: The curator's own words.
  date_note: the address says so
  claims:
    jobs:
      150 people: rtl
      163 people: paper
- id: rumour
  date: 2025-08-21~
  title: A rumour
  sources: [paper, undated]
- id: ban
  date: 2026-08-11
  title: The ban
  status: in-force
  claims:
    date:
      2026-08-11: late
      2026-08: rtl
- id: after
  date: 2026-08-12
  title: What came after
  sources: late
- id: aside
  date: 2025-08-25
  title: What nobody dates
  sources: undated
"""

SPINE = """\
 A story  as published by 26 August 2025  2 of 5 · (1 possibly) · 1 set aside
 1 of 4 sources out · 1 more possibly · 1 not yet · 1 set aside for want of a
 date
 in parentheses: may already have been known
 2025   ~21 Aug  ● (A rumour)                                              1
         25 Aug  ● The union speaks                                        1
 ┄┄┄┄┄┄┄┄┄┄┄┄┄ as published by 26 Aug 2025 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
                 ┊  11 months: nothing dated
 2026       Aug  ○ The ban                                                 1
"""

SHOWN = """\
as published by 26 August 2025
The union speaks
25 August 2025 · reported
why this day, written later: the address
says so

written later:
The curator's own words.

= jobs                            2 values
  150 people    RTL
  (163 people)  (Le1)

sources  2 · 1 dated
1  25 Aug 2025  RTL
  RTL item
2  undated      (Le1)
  Paper
"""


@pytest.fixture(autouse=True)
def file(story: Path) -> Path:
    """The folder with that timeline in it."""
    (story / "events.yaml").write_text(TIMELINE, encoding="utf-8")
    return story


def test_on_paper_the_heading_says_by_which_day_and_what_was_set_aside(say: Say) -> None:
    assert say("print", "--as-of", "2025-08-26", "--width", "78") == (SPINE, "", 0)


def test_the_option_and_the_term_are_the_same(say: Say) -> None:
    assert say("print", "-q", "as-of:2025-08-26", "--width", "78").out == SPINE
    assert say("--as-of", "2025-08-26", "--today", "2030-01-01").out.startswith(" A story  as published by 26 August")


def test_one_event_shows_what_was_out(say: Say) -> None:
    said = say("show", "union", "--as-of", "2025-08-26", "--width", "42")
    assert (said.out, said.err, said.code) == (SHOWN, "", 0)


@pytest.mark.parametrize(
    ("event", "on", "says"),
    [
        (
            "after", "2025-08-26",
            'jalon: no source that was out by 26 August 2025 tells of "after"; its sources count from 2026-08-12 on\n',
        ),
        ("aside", "2030-01-01", 'jalon: no source that was out by 1 January 2030 tells of "aside"\n'),
        ("nobody", "2030-01-01", 'jalon: no event is called "nobody"\n'),
    ],
)  # fmt: skip
def test_of_an_event_that_was_not_out_that_is_said(say: Say, event: str, on: str, says: str) -> None:
    assert say("show", event, "--as-of", on) == ("", says, 2)


def test_data_says_how_each_event_source_and_value_is_out(say: Say) -> None:
    said = say("print", "--as-of", "2025-08-26", "--format", "json")
    rumour, union, ban = json.loads(said.out)
    assert [(one["id"], one["out"], one["as_of"]) for one in (rumour, union, ban)] == [
        ("rumour", "possibly", "2025-08-26"), ("union", "surely", "2025-08-26"), ("ban", "surely", "2025-08-26"),
    ]  # fmt: skip
    assert [(one["source"], one["out"]) for one in union["sources"]] == [("rtl", "surely"), ("paper", "possibly")]
    values = union["claims"][0]["values"]
    assert [(one["value"], one["out"]) for one in values] == [("150 people", "surely"), ("163 people", "possibly")]
    assert (ban["date"], ban["status"], ban["date_sourced"]) == ("2026-08", "planned", True)
    assert said.err == (
        "as published by 26 August 2025: 1 of 4 sources out · 1 more possibly · 1 not yet"
        " · 1 set aside for want of a date\n"
    )


def test_without_a_day_data_says_nothing_of_it(say: Say) -> None:
    said = say("print", "--format", "json")
    assert '"out"' not in said.out
    assert "as_of" not in said.out
    assert say("print", "--format", "csv").out.splitlines()[0].endswith(",actor_names,publishers,addresses")


def test_a_spreadsheet_has_a_column_for_it(say: Say) -> None:
    rows = list(csv.DictReader(io.StringIO(say("print", "--as-of", "2025-08-26", "--format", "csv").out)))
    assert [(row["id"], row["out"]) for row in rows] == [("rumour", "possibly"), ("union", "surely"), ("ban", "surely")]


def test_a_document_says_it_in_words(say: Say) -> None:
    out = say("print", "--as-of", "2025-08-26", "--format", "markdown").out
    assert "As published by 26 August 2025 · 2 of 5 events · 1 more may already have been known" in out
    assert "**A rumour** (may already have been known)" in out
    assert "Written later: The curator's own words." in out
    one = say("show", "union", "--as-of", "2025-08-26", "--format", "markdown").out
    assert "- Told: as published by 26 August 2025" in one
    assert "Written later: The curator" in one
    assert "(163 people)" in one.replace("\\", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--as-of", "2025-08"), 'jalon: "2025-08": not one certain day; such as 2025-08-31\n'),
        (("--as-of", "yesterday"), 'jalon: "yesterday": '),
        (("--as-of", "2025-08-26", "-q", "as-of:2025-08-27"), "jalon: everything is told by one day, not two: "),
    ],
)
def test_what_is_no_day_is_refused(say: Say, words: tuple[str, ...], says: str) -> None:
    said = say("print", *words)
    assert (said.out, said.code) == ("", 2)
    assert said.err.startswith(says)


def test_a_query_that_nothing_matches_says_what_would(say: Say) -> None:
    said = say("print", "--as-of", "2020-01-01", "--format", "json")
    assert json.loads(said.out) == []
    assert "Nothing matches as-of:2020-01-01. Without as-of: 5" in said.err


def test_the_same_day_twice_is_one_day(say: Say) -> None:
    assert say("print", "--as-of", "2025-08-26", "-q", "as-of:2025-08-26", "--width", "78").out == SPINE


def test_the_whole_dossier_says_it_too(say: Say) -> None:
    out = say("print", "--full", "--as-of", "2025-08-26", "--width", "90").out
    assert "day      as published by 26 August 2025\n" in out
    assert "sources  1 of 4 sources out · 1 more possibly · 1 not yet · 1 set aside for want of a date\n" in out
    assert "2 of 5 events · (1 may already have been known)" in out
    assert "written later:" in out
    assert "Written later: The curator" in say("print", "--full", "--as-of", "2025-08-26", "--format", "markdown").out


def test_claims_are_told_by_a_day_and_disputed_by_what_is_surely_out(say: Say) -> None:
    said = say("claims", "--as-of", "2025-08-26", "-q", "id:union", "--width", "60")
    assert said.out == """\
as published by 26 August 2025
1 of 4 sources out · 1 more possibly · 1 not yet · 1 set
aside for want of a date

25 August 2025  The union speaks
  union

           jobs
  RTL      150 people
  (Le1)    (163 people)
"""
    assert say("claims", "-q", "id:union as-of:2025-08-26", "--width", "60").out == said.out
    assert "! jobs" in say("claims", "--as-of", "2026-01-01", "-q", "id:union").out


def test_claims_as_data_say_how_they_are_out(say: Say) -> None:
    said = say("claims", "--as-of", "2025-08-26", "-q", "id:union", "--format", "json")
    (jobs,) = json.loads(said.out)
    assert jobs["disputed"] is False
    assert [(one["value"], one["out"], one["sources"][0]["out"]) for one in jobs["values"]] == [
        ("150 people", "surely", "surely"), ("163 people", "possibly", "possibly"),
    ]  # fmt: skip
    assert said.err.startswith("as published by 26 August 2025: 1 of 4 sources out")
    rows = csv.DictReader(io.StringIO(say("claims", "--as-of", "2025-08-26", "--format", "csv").out))
    assert [(row["disputed"], row["out"]) for row in rows if row["event"] == "union"] == [
        ("no", "surely"), ("no", "possibly"),
    ]  # fmt: skip
    assert '"out"' not in say("claims", "--format", "json").out
    assert say("claims", "--format", "csv").out.splitlines()[0].endswith(",url")


def test_citations_are_those_that_were_out(say: Say) -> None:
    said = say("cite", "ban", "--as-of", "2025-08-26")
    assert said.out == "RTL, RTL item, 25 August 2025\n"
    assert said.err.startswith("as published by 26 August 2025: ")
    assert "Late News" in say("cite", "ban").out


def test_who_knew_is_what_the_press_had_told_by_the_day(say: Say, file: Path) -> None:
    with file.joinpath("events.yaml").open("a", encoding="utf-8") as more:
        more.write(
            "- {id: leak, date: 2025-08-20, title: It leaks, about: union, told: Alice, sources: paper}\n"
            "- {id: memoir, date: 2025-08-22, title: A memoir, about: union, told: Bob, sources: late}\n"
        )
    out = say("who", "union", "--as-of", "2025-08-26", "--width", "60").out
    assert out.startswith("as published by 26 August 2025\nThe union speaks\n")
    assert "● (It leaks)" in out
    assert "Bob" not in out
    data = json.loads(say("who", "union", "--as-of", "2025-08-26", "--format", "json").out)
    assert (data["as_of"], [one["actor"] for one in data["actors"]]) == ("2025-08-26", ["Alice"])
    assert "Bob" in say("who", "union").out


def test_what_an_event_is_about_is_not_told_before_it_is_out(say: Say, file: Path) -> None:
    with file.joinpath("events.yaml").open("a", encoding="utf-8") as more:
        more.write("- {id: hint, date: 2025-08-20, title: A hint, about: after, sources: rtl}\n")
    hint = json.loads(say("show", "hint", "--as-of", "2025-08-26", "--format", "json").out)
    assert hint["about"] == []
    assert json.loads(say("show", "hint", "--format", "json").out)["about"] == ["after"]
