"""More than thirty different mistakes in one file: what check says of them, to the letter, in each of its forms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tui.core.problems.problem import CODES

FOLDER = Path(__file__).resolve().parent / "thirty"

FORMS = {"text": "said.txt", "json": "said.json", "github": "said.github"}


@pytest.mark.parametrize("form", FORMS)
def test_every_mistake_is_said_in_its_place(form: str, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    said = say("check", "--today", "2026-11-22", "--width", "100", "--format", form, "mistakes.yaml")
    assert said.out == (FOLDER / FORMS[form]).read_text(encoding="utf-8")
    summary = "mistakes.yaml: 18 events, 29 errors, 8 warnings, 12 hints\n"
    assert (said.err, said.code) == ("" if form == "json" else summary, 1)


def test_the_mistakes_are_of_more_than_thirty_kinds() -> None:
    problems = json.loads((FOLDER / FORMS["json"]).read_text(encoding="utf-8"))["problems"]
    codes = {problem["code"] for problem in problems}
    assert len(codes) > 40
    assert codes <= set(CODES)
    places = [(one["line"], one["column"]) for one in problems]
    assert places == sorted(places)
