"""What is offered about a problem."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT
from tests.lsp.test_known import known
from tui.core.problems.edits import TextEdits
from tui.core.problems.problem import SILENCEABLE, Cure, Edit
from tui.lsp.actions import Action, actions, line_edits
from tui.lsp.known import Known

DULL = """timeline: {title: a}
actors:
  a:
    name: A
    about: >-
      many words

      and more

  b: {name: B}

# The events
events:
- id: one
  date: 2025-01-01
  title: One
  sources: [s]

- id: two
  title: Two
  date: 2025-01-02
  sources: [s]
  silence:
    overdue-plan: it is known
sources:
  s:
    title: T
    passages: {p: some words}
"""


def offered(found: Known, code: str) -> list[Action]:
    return [one for one in actions(found, 1, len(found.lines)) if one.problem and one.problem.code == code]


def with_edits(text: str, edits: tuple[Edit, ...]) -> str:
    made = TextEdits(text)
    assert made.take(Cure(edits))
    return made.applied()


def test_a_cure_is_offered_by_what_it_puts_in() -> None:
    text = "actors: {ikanbi: {name: I}}\nevents:\n- {id: a, date: 2025, title: b, actors: [ikanbo]}\n"
    found = known(text)
    (one,) = offered(found, "unknown-actor")
    assert one.title == 'put "ikanbi" in the place of "ikanbo"'
    assert with_edits(text, one.edits) == text.replace("ikanbo", "ikanbi")


def test_a_hint_is_silenced_where_it_is_said_and_nothing_else_is_touched() -> None:
    found = known(DULL)
    silenced = [one for one in actions(found, 1, len(found.lines)) if one.title.startswith("silence ")]
    assert {one.problem.code for one in silenced if one.problem} >= {"single-source", "unused-actor", "unused-passage"}
    for one in silenced:
        text = with_edits(DULL, one.edits)
        after = known(text)
        assert one.problem is not None
        key = one.problem.code
        before, left = ([it.code for it in one.problems].count(key) for one in (found, after))
        assert before - left == 1, text
        assert not {it.code for it in after.problems} - {it.code for it in found.problems}
        assert len(text.split("\n")) == len(DULL.split("\n")) + 1


@pytest.mark.parametrize("code", SILENCEABLE)
def test_what_the_shipped_timeline_silences_can_be_silenced_anew(code: str) -> None:
    shipped = (ROOT / "events.yaml").read_text(encoding="utf-8")
    text = re.sub(rf"(?m)^( +silence: \{{{code}: [^\n]*\}}|  +{code}: [^\n]*)\n", "", shipped)
    found = known(re.sub(r"(?m)^ +silence:\n(?! {4,})", "", text))
    for one in offered(found, code)[:3]:
        if one.title.startswith("silence "):
            after = known(with_edits(found.reading.text, one.edits))
            assert len(after.problems) == len(found.problems) - 1


def test_no_action_is_offered_of_a_kind_that_is_not_asked_for() -> None:
    found = known(DULL)
    assert actions(found, 1, 99, ["refactor"]) == []
    assert {one.kind for one in actions(found, 1, 99, ["quickfix"])} == {"quickfix"}


@pytest.mark.parametrize(
    ("before", "after"),
    [("abc", "abc"), ("abc", "acb"), ("abc", ""), ("", "ab"), ("abcdef", "axcdyf"), ("abcd", "dcba"), ("aab", "aba")],
)
def test_changes_of_lines_make_one_text_of_the_other(before: str, after: str) -> None:
    old, new = [f"{one}\n" for one in before], [f"{one}\n" for one in after]
    free = list(range(len(old)))
    rows: list[int | None] = []
    for one in new:
        rows.append(next((row for row in free if old[row] == one), None))
        free = [row for row in free if row != rows[-1]]
    text = "".join(old)
    lines = [*old, ""]
    for edit in reversed(line_edits(old, new, rows)):
        lines[edit.place.line - 1 : edit.place.end_line - 1] = [edit.text]
    assert "".join(lines) == "".join(new), text
