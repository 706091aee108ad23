"""What each code means at length: why it matters, an example that is wrong, and the same one cured."""

from __future__ import annotations

from typing import NamedTuple

from tui.core.problems.explanations import evidence, hints, shape, syntax, values, yaml
from tui.core.problems.problem import CODES, SILENCEABLE
from tui.core.text.nearest import closest


class Explanation(NamedTuple):
    """A code, told to whom has never seen it."""

    code: str
    severity: str
    means: str
    """In one line."""
    why: str
    """Why it matters and what to do, in one paragraph."""
    wrong: str = ""
    """A piece of a file; what begins with a dash stands under `events:`. Empty for what no few lines can show."""
    right: str = ""

    @property
    def is_silenceable(self) -> bool:
        """Whether a file may silence it, with a reason."""
        return self.code in SILENCEABLE


WORDS = {
    **yaml.WORDS,
    **syntax.WORDS,
    **shape.WORDS,
    **values.WORDS,
    **evidence.WORDS,
    **hints.WORDS,
}
"""By code: the severity, why it matters, and for most a wrong example and a right one."""


def explanation(code: str) -> Explanation | None:
    """What a code means; None when there is no such code."""
    if code not in CODES:
        return None
    severity, *said = WORDS[code]
    return Explanation(code, severity, CODES[code], *(text.strip("\n") for text in said))


def nearest(code: str) -> str | None:
    """The code that was perhaps meant."""
    return closest(code, CODES)
