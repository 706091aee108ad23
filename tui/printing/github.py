"""Problems as GitHub's workflow commands: an annotation at the line of the change that made the mistake."""

from __future__ import annotations

from tui.core.problems.problem import ERROR, HINT, WARNING, Problem
from tui.core.text.clean import clean_line

LEVELS = {ERROR: "error", WARNING: "warning", HINT: "notice"}


def annotation(problem: Problem, name: str) -> str:
    """`::error file=events.yaml,line=4,col=9,endLine=4,endColumn=15,title=unknown-actor::no actor is called …`.

    GitHub takes columns only of what begins and ends on one line.
    """
    problem = problem.in_language()
    place = problem.place
    parts = {"file": clean_line(name), "line": str(place.line)}
    if place.line == place.end_line:
        parts |= {"col": str(place.column), "endLine": str(place.end_line), "endColumn": str(place.end_column)}
    else:
        parts |= {"endLine": str(place.end_line)}
    parts["title"] = problem.code
    properties = ",".join(f"{key}={_property(value)}" for key, value in parts.items())
    said = problem.message if problem.hint is None else f"{problem.message}; {problem.hint}"
    return f"::{LEVELS[problem.severity]} {properties}::{_data(clean_line(said))}"


def _data(text: str) -> str:
    """A message, in which only what ends a line or begins an escape means something."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value, in which a colon and a comma mean something too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
