"""jalon claims: what sources say of the same things."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say


def test_claims_are_tables_a_source_a_row(story: Path, say: Say) -> None:
    assert say("claims", "-q", "is:disputed", "--width", "60") == (
        "25 August 2025  The union speaks\n  union\n\n       ! jobs\n  RTL    150 people\n         163 people\n",
        "",
        0,
    )


def test_claims_are_data_too(story: Path, say: Say) -> None:
    lines = say("claims", "--format", "csv").out.splitlines()
    assert lines[0].startswith("event,date,claim,disputed,value,unit,low,high,")
    assert lines[1].startswith("union,2025-08-25,jobs,yes,150 people,people,150,150,no,no,no,rtl,jobs,RTL,2025-08-25,")
    (claim,) = json.loads(say("claims", "--format", "json").out)
    assert [value["low"] for value in claim["values"]] == [150, 163]


def test_where_nothing_is_claimed_that_is_said(story: Path, say: Say) -> None:
    assert say("claims", "-q", "id:ban") == ("", "nothing is claimed in these events\n", 0)
    assert say("claims", "-q", "id:ban is:disputed").err.startswith("Nothing matches")
    assert say("claims", "-q", "id:ban", "--format", "json").out == "[]\n"
    assert say("claims", "-q", "actor:nobody").code == 2


def test_columns_have_names_in_a_language_that_is_asked_for_and_keys_otherwise(
    story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = say("claims", "--format", "csv").out.splitlines()[0]
    assert keys.startswith("event,date,claim,disputed,value")
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert say("claims", "--format", "csv").out.splitlines()[0] == keys
    french = say("claims", "--format", "csv", "--lang", "fr").out.splitlines()[0]
    assert french.startswith("événement,date,affirmation,contesté,valeur")
    assert say("print", "--format", "csv", "--lang", "fr").out.startswith("identifiant,date,note sur la date,titre")
