"""Anchors, and what aliases stand for, within a budget: ten lines of aliases can stand for a billion nodes."""

from __future__ import annotations

from typing import Any

from tui.core.problems.problem import ERROR, WARNING, Place
from tui.core.text.messages import worded
from tui.store.yaml.nodes import Node, Report, Scalar, YamlMapping, YamlSequence, at

BUDGET = 200_000
"""The number of nodes that aliases may stand for, beyond the file's own."""
CHARACTERS = 2_000_000
"""The number of characters that aliases may stand for, or as many as the file has."""


class Anchors:
    """The anchored nodes of one file by name."""

    def __init__(self, report: Report, failed: set[int], length: int) -> None:
        """`failed` takes the lines, from 0, of aliases that stand for nothing; `length` is that of the file."""
        self._report = report
        self._failed = failed
        self._nodes: dict[str, Node | None] = {}
        """None for a collection that is not at its end: within it, an alias of it would be a cycle."""
        self._weights: dict[int, tuple[int, int, Node]] = {}
        """By a node's `id` how many nodes, and characters, it stands for; the node is kept: the `id` stays its own."""
        self._nodes_left = BUDGET
        self._characters = self._characters_left = max(CHARACTERS, length)
        self._unused: dict[str, Scalar] = {}

    def open(self, name: str) -> None:
        """Take the name of a collection that begins."""
        self._nodes[name] = None

    def keep(self, name: str, node: Any) -> Any:
        """Take a node that is whole, and hand it back: aliases may stand for it from here on."""
        self._nodes[name] = node
        self._weights[id(node)] = *self._weigh(node), node
        if isinstance(node, Scalar) and not node.style and node.value:
            self._unused[name] = node
        return node

    def resolve(self, alias: Any) -> Node:
        """The node that an alias stands for; an empty text when that is unknown, itself, or too much."""
        line = alias.start_mark.line
        self._unused.pop(alias.anchor, None)
        node = self._find(alias.anchor, at(alias.start_mark, len(alias.anchor) + 1))
        if node is None:
            self._failed.add(line)
            return Scalar(None, None, (True, False), "", alias.start_mark, alias.end_mark)
        self._failed.discard(line)
        return node

    def _find(self, name: str, place: Place) -> Node | None:
        """The node of that name, which is paid for; None, and said, when there is none to be had."""
        if name not in self._nodes:
            hint = worded('put quotes around a text that begins with "*"')
            self._report(
                place, "unknown-alias", ERROR, worded('nothing above is anchored as "&{name}"', name=name), hint
            )
            return None
        node = self._nodes[name]
        if node is None:
            self._report(
                place, "alias-cycle", ERROR, worded('"*{name}" stands within what it stands for', name=name), None
            )
            return None
        was_spent = min(self._nodes_left, self._characters_left) < 0
        nodes, characters = self._weigh(node)
        self._nodes_left -= nodes
        self._characters_left -= characters
        if min(self._nodes_left, self._characters_left) >= 0:
            return node
        if not was_spent:
            message = (
                worded("aliases stand for more than {number} nodes", number=f"{BUDGET:,}")
                if self._nodes_left < 0
                else worded("aliases stand for more than {number} characters", number=f"{self._characters:,}")
            )
            self._report(place, "alias-bomb", ERROR, message, None)
        return None

    def _weigh(self, node: Node) -> tuple[int, int]:
        """The number of nodes that this one stands for, and of characters, aliases followed."""
        if id(node) in self._weights:
            return self._weights[id(node)][:2]
        if isinstance(node, Scalar):
            return 1, len(node.value)
        nodes = characters = 0
        if isinstance(node, YamlMapping):
            nodes, characters = len(node.pairs), sum(map(len, node.pairs))
        for inner in node.items if isinstance(node, YamlSequence) else (value for _, value in node.pairs.values()):
            more, longer = self._weigh(inner)
            nodes, characters = nodes + more, characters + longer
        return nodes + 1, characters

    def say_unused(self) -> None:
        """Say which texts lost their first word to an anchor that no alias refers to."""
        for name, scalar in self._unused.items():
            place = at(scalar.start_mark, len(name) + 1)
            message = worded('"&{name}" is read as the name of an anchor, not as text', name=name)
            self._report(place, "unused-anchor", WARNING, message, worded("put quotes around the whole text"))
