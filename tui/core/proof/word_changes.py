"""The words of a passage beside those of a copy: which are gone, and which stand there in their place."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from tui.core.proof.normal_form import normalised

SAME, GONE, NEW = "same", "gone", "new"


class Words(NamedTuple):
    """Some words in a row, and what has become of them: SAME, GONE or NEW."""

    text: str
    change: str


def changed_words(cited: str, found: str) -> list[Words]:
    """The words that are cited and those that are found, as one text: `environ`, [`150`], {`160`}, `personnes`."""
    old, new = cited.split(), found.split()
    matcher = SequenceMatcher(None, [normalised(one) for one in old], [normalised(one) for one in new], autojunk=False)
    changes: list[Words] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            changes.append(Words(" ".join(new[c:d]), SAME))
            continue
        if b > a:
            changes.append(Words(" ".join(old[a:b]), GONE))
        if d > c:
            changes.append(Words(" ".join(new[c:d]), NEW))
    return changes
