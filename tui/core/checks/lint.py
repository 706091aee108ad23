"""The remarks on a sound file that could be more honest: about what, in which field, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from tui.core.patience import patient
from tui.core.problems.problem import Place
from tui.core.timeline.model import Actor, Event, Source, Timeline

Owner = Event | Source | Actor | Timeline
"""The thing that a remark is about, and in which it can be silenced."""


class Finding(NamedTuple):
    """One thing that a curator should look at again."""

    owner: Owner
    field: tuple[str, ...]
    """The way to what is meant within its owner, such as `("passages", "jobs")`; empty for the owner itself."""
    code: str
    message: str
    hint: str | None = None
    other: Owner | None = None
    """A second that it is about as much, whose silence counts too."""
    is_said: bool = True
    """False for what is not to be said now, but gives a silence something to do."""
    place: Place | None = None
    """The place of it, when that is known already."""
    drops: str = ""
    """The characters that are to go from its field, where that is the cure."""
    meant: tuple[str, ...] = ()
    """The texts that its field was perhaps meant to be."""


class LintInput(NamedTuple):
    """A timeline with what several lints ask of it."""

    timeline: Timeline
    today: int | None
    """The day number; None when it is not known, and nothing is said that depends on it."""
    sources: tuple[tuple[str, ...], ...]
    """Of each event the ids of its sources, claims' included."""

    @classmethod
    def of(cls, timeline: Timeline, today: int | None) -> LintInput:
        """The story that a timeline tells."""
        return cls(timeline, today, tuple(event.sources for event in timeline.events))

    def told(self) -> Iterable[tuple[Event, tuple[str, ...]]]:
        """Each event with the ids of its sources."""
        return patient(zip(self.timeline.events, self.sources, strict=True))


class Lint(NamedTuple):
    """A rule of honesty, and how it is said of a file that breaks it as a habit."""

    code: str
    look: Callable[[LintInput], Iterator[Finding]]
    habit: str = ""
    """The sentence for many at once: `{found} of {among} … rest on …, such as this one`; empty if it has none."""
    among: Callable[[LintInput], int] = lambda _: 0
    """The number of things of which it could be true."""
    is_once: bool = False
    """True when the first of what it finds speaks for all of it."""
    of_absence: bool = False
    """True when it misses something, which may stand in what could not be read."""


def is_silenced(owner: Owner | None, code: str) -> bool:
    """True when something in the file says that this is not to be said of it."""
    return owner is not None and any(one.code == code for one in owner.silences)
