"""The ways of looking at a timeline: a letter after `v` each, and its word."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.text.messages import translatable


class View(NamedTuple):
    """One way of looking."""

    letter: str
    word: str

    @property
    def is_root(self) -> bool:
        """True for the spine, on which the other views stand."""
        return self == VIEWS[0]


VIEWS = (
    View("s", translatable("spine")),
    View("l", translatable("lanes")),
    View("o", translatable("sources")),
    View("a", translatable("actors")),
    View("n", translatable("notebook")),
)
"""In the order in which they are offered; the first is the spine."""


def view_of(letter: str | None) -> View | None:
    """The view of a letter; None for a letter that has none."""
    return next((view for view in VIEWS if view.letter == letter), None)
