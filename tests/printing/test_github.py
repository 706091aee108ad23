"""Problems as workflow commands of GitHub: one line each, whatever stands in the file."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.core.problems.problem import ERROR, HINT, WARNING, Place, Problem
from tui.printing.github import annotation

HERE = Place(4, 9, 4, 15)


def test_a_problem_is_an_annotation_of_its_place() -> None:
    problem = Problem(HERE, "unknown-actor", ERROR, 'no actor is called "ikanby"', 'did you mean "ikanbi"?')
    assert annotation(problem, "story/events.yaml") == (
        "::error file=story/events.yaml,line=4,col=9,endLine=4,endColumn=15,title=unknown-actor"
        '::no actor is called "ikanby"; did you mean "ikanbi"?'
    )


def test_severities_have_their_own_commands() -> None:
    said = [annotation(Problem(HERE, "x", severity, "m"), "e").split()[0] for severity in (ERROR, WARNING, HINT)]
    assert said == ["::error", "::warning", "::notice"]


def test_what_goes_over_several_lines_has_no_columns() -> None:
    said = annotation(Problem(Place(2, 3, 5, 1), "x", ERROR, "m"), "e.yaml")
    assert said == "::error file=e.yaml,line=2,endLine=5,title=x::m"


def test_what_means_something_is_escaped() -> None:
    problem = Problem(HERE, "x", ERROR, "100 %: a, b::c\r\n::warning ::d", "50 %")
    said = annotation(problem, "a,b:c%.yaml")
    assert "file=a%2Cb%3Ac%25.yaml," in said
    assert said.partition("::")[2].partition("::")[2] == "100 %25: a, b::c␍ ::warning ::d; 50 %25"


@given(st.text(), st.text())
def test_hostile_text_is_one_line_and_steers_nothing(name: str, message: str) -> None:
    said = annotation(Problem(HERE, "x", WARNING, message, message), name)
    assert said.isprintable() or not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", said)
    found = re.fullmatch(r"::warning file=([^,:]*),line=4,col=9,endLine=4,endColumn=15,title=x::(.*)", said)
    assert found is not None
    assert not re.search("%(?!25|3A|2C|0D|0A)", found[1] + found[2])
