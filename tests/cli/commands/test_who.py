"""jalon who: who knew of an event."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.cli.conftest import Say

SHIPPED = str(ROOT / "events.yaml")
SPEECHES = {
    "setca-confirms-non-renewal", "setca-reaction", "ikanbi-management-reaction", "totalenergies-statement",
}  # fmt: skip
"""Where the shipped file says that somebody speaks of the contract's end."""


def test_the_shipped_timeline_says_who_knew_by_a_day(say: Say) -> None:
    said = say("who", SHIPPED, "ikanbi-contract-end", "--by", "2025-08-24", "--format", "json")
    assert (said.err, said.code) == ("", 0)
    told = json.loads(said.out)
    assert (told["event"], told["by"]) == ("ikanbi-contract-end", "2025-08-24")
    knew = {one["actor"]: one["knew"] for one in told["actors"]}
    assert knew == {
        "ikanbi-staff": "surely",
        "patrick-masson": "possibly",
        "daniel-coene": "possibly",
        "totalenergies-pg-belgium": "possibly",
        "ikanbi": None,
        "totalenergies": None,
        "rtbf": None,
        "setca-liege": None,
    }
    assert told["concerns"] == ["totalenergies", "ikanbi"]
    assert {one["source"]: one["by"] for one in told["press"]}["rtl-761046"] == "later"
    staff = told["actors"][0]
    assert (staff["party"], staff["since"]) == (False, {"earliest": "2025-08-21", "latest": "2025-08-21"})
    assert [(one["event"], one["how"], one["by"]) for one in staff["occasions"]] == [
        ("ikanbi-staff-informed", "told", "surely")
    ]
    occasions = [one for actor in told["actors"] for one in actor["occasions"]]
    assert {one["event"] for one in occasions if one["how"] == "spoke"} == SPEECHES
    assert [one["source"] for one in staff["occasions"][0]["sources"]] == ["trends-150-emplois", "challenge-319061"]


def test_without_a_day_everyone_is_listed(story: Path, say: Say) -> None:
    with (story / "events.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: leak, date: 2025-08, title: It leaks, about: end, told: [ikanbi], sources: rtl}\n")
    said = say("who", "end", "--width", "60")
    assert said.err == ""
    assert said.out.splitlines()[0] == "The contract ends"
    assert "iKanbi · concerned" in said.out
    assert "told   Aug 2025 ● It leaks" in said.out
    assert "RTL 25 Aug 2025" in said.out
    assert json.loads(say("who", "end", "--format", "json").out)["actors"][0]["knew"] is None


def test_that_nobody_is_known_to_have_known_is_no_failure(story: Path, say: Say) -> None:
    said = say("who", "ban", "--by", "2026-01-01")
    assert (said.err, said.code) == ("", 0)
    assert "does not say who knew" in said.out


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ([], "which event? none is named; jalon who [FILE] EVENT"),
        (["unoin"], 'no event is called "unoin"; did you mean "union"?'),
        (["end", "ban"], 'one event at a time: "ban" is a second; jalon who [FILE] EVENT'),
        (["end", "--by", "2025-08"], '--by: "2025-08" is not one day; such as 2025-08-26'),
        (["end", "--by", "2025-08-26~"], '--by: "2025-08-26~" is not one day; such as 2025-08-26'),
        (
            ["end", "--by", "2025-08-32"],
            '--by: "2025-08-32" is not a date: no such day: August 2025 has 31 days; did you mean 2025-08-31?',
        ),
    ],
)
def test_what_cannot_be_answered_is_refused(words: list[str], error: str, story: Path, say: Say) -> None:
    assert say("who", *words) == ("", f"jalon: {error}\n", 2)


def test_what_is_private_is_kept_back_and_how_much_is_said(story: Path, say: Say) -> None:
    with (story / "events.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: leak, date: 2025-08, title: It leaks, about: end, told: [ikanbi], private: true}\n")
    said = say("who", "end")
    assert "does not say who knew" in " ".join(said.out.split())
    assert "withheld as private: 1 event" in said.err
    assert "It leaks" in say("who", "end", "--with-private").out
    assert "leak" not in say("show", "end", "--format", "json").out


AHEAD = """timeline: {title: T}
actors: {co: {name: Company}, mi: {name: Minister}}
sources:
  s: {title: Early, publisher: Alpha, published: 2025-02-01}
events:
- {id: e, title: It happens, date: 2025-03-04, says: co, sources: s}
- {id: plan, title: A plan, date: 2026-12-31, status: planned, sources: s}
- {id: talk, title: A talk, date: 2026-12-31, status: planned, says: co, told: mi, about: plan, sources: s}
"""


def test_a_source_from_before_an_event_was_not_out_later(tmp_path: Path, say: Say) -> None:
    path = tmp_path / "ahead.yaml"
    path.write_text(AHEAD, encoding="utf-8")
    said = say("who", str(path), "e", "--by", "2025-02-15")
    assert "  before it can have happened  1  Alpha 1 Feb 2025" in said.out.splitlines()
    assert "later  " not in said.out.partition("in the press")[2]
    in_french = say("who", str(path), "e", "--by", "2025-02-15", "--lang", "fr").out
    assert "  avant qu’il ait pu avoir lieu  1  Alpha 1er févr. 2025" in in_french.splitlines()
    told = json.loads(say("who", str(path), "e", "--by", "2025-02-15", "--format", "json").out)
    assert [(one["surely_out"], one["by"]) for one in told["press"]] == [("2025-02-01", "early")]


def test_an_event_is_refused_as_of_a_day_before_it_with_the_day_from_which_on_its_sources_count(
    tmp_path: Path, say: Say
) -> None:
    path = tmp_path / "ahead.yaml"
    path.write_text(AHEAD, encoding="utf-8")
    for command in ("show", "cite", "who"):
        assert say(command, str(path), "e", "--as-of", "2025-02-10").err == (
            'jalon: "e" cannot have happened by 10 February 2025, and no source announces it; '
            "its sources count from 2025-03-04 on\n"
        )
        assert say(command, str(path), "e", "--as-of", "2025-03-04").code == 0
    assert say("show", str(path), "e", "--as-of", "2025-01-01").err == (
        'jalon: no source that was out by 1 January 2025 tells of "e"; its sources count from 2025-03-04 on\n'
    )
    assert say("show", str(path), "plan", "--as-of", "2025-01-01").err.endswith("is out from 2025-02-01 on\n")


def test_in_a_plan_actors_are_to_speak_and_to_be_told(tmp_path: Path, say: Say) -> None:
    path = tmp_path / "ahead.yaml"
    path.write_text(AHEAD, encoding="utf-8")
    said = say("who", str(path), "plan").out
    assert "  is to be told  31 Dec 2026 ○ A talk" in said
    assert "  is to speak    31 Dec 2026 ○ A talk" in said
