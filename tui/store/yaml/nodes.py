"""Nodes of a YAML file, each with its place: scalars, which stay the text that was typed, mappings and sequences."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol

from tui.core.problems.problem import Cure, Place
from tui.store.yaml.libyaml import ScalarEvent

Scalar = ScalarEvent
"""A text with its place: `value`, `style` (empty when plain), `start_mark` and `end_mark`, zero-based."""


class YamlMapping(NamedTuple):
    """Keys with their values, in order; of a key that is repeated only the first is kept."""

    pairs: dict[str, tuple[Scalar, Node]]
    start: Any
    end: Any
    flow: bool


class YamlSequence(NamedTuple):
    """Values in order."""

    items: list[Node]
    start: Any
    end: Any
    flow: bool


Node = Scalar | YamlMapping | YamlSequence


class Report(Protocol):
    """A taker of problems."""

    def __call__(
        self, place: Place, code: str, severity: str, message: str, hint: str | None, cures: tuple[Cure, ...] = (), /
    ) -> None:
        """Take a problem as its parts."""


def place_of(node: Node) -> Place:
    """The stretch of the file that a node takes; of a block text its first line."""
    if isinstance(node, ScalarEvent):
        return between(node.start_mark, node.start_mark if node.style in ("|", ">") else node.end_mark)
    return between(node.start, node.end)


def between(start: Any, end: Any) -> Place:
    """The stretch from one mark of the parser to another, at least one character."""
    place = Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    return place if place[:2] < place[2:] else at(start)


def at(mark: Any, length: int = 1) -> Place:
    """The stretch of so many characters from a mark of the parser on."""
    return Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1 + length)
