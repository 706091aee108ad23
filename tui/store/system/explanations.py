"""The explanations of the codes of problems, which ship as one Markdown file a code: why, a wrong example, its cure."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.core.problems.problem import CODES, SILENCEABLE
from tui.core.text.messages import _, spoken
from tui.store.system.environment import shipped_path

FOLDER = shipped_path("explanations")
"""A folder a language, one file a code in it; what another language lacks is told in English."""

_EXAMPLE = r"\n{}:\n\n```yaml\n(.+)\n```\n"
_FILE = re.compile(rf"\*(\w+)\*\n\n(.+?)\n(?:{_EXAMPLE.format('Wrong')}{_EXAMPLE.format('Right')})?", re.DOTALL)


class Explanation(NamedTuple):
    """A code, told to whom has never seen it."""

    code: str
    severity: str
    means: str
    """In one line."""
    why: str
    """The reason why it matters and what to do, in one paragraph."""
    wrong: str = ""
    """A piece of a file; what begins with a dash stands under `events:`. Empty for what no few lines can show."""
    right: str = ""

    @property
    def is_silenceable(self) -> bool:
        """True when a file may silence it, with a reason."""
        return self.code in SILENCEABLE


def explanation(code: str) -> Explanation | None:
    """The explanation of a code; None when there is no such code."""
    if code not in CODES:
        return None
    found = _FILE.fullmatch(_text(code))
    if found is None:
        raise ValueError(f"{code}.md has not the form of an explanation")
    severity, why, wrong, right = found.groups("")
    return Explanation(code, severity, _(CODES[code]), why.replace("\n", " "), wrong, right)


def _text(code: str) -> str:
    """The file of a code in the reader's language, else in English."""
    try:
        with open(f"{FOLDER}/{spoken()}/{code}.md", encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        with open(f"{FOLDER}/en/{code}.md", encoding="utf-8") as file:
            return file.read()
