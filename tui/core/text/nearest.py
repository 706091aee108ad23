"""Did you mean: the nearest of what is there to a name that is not."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.text.fold import fold_key
from tui.core.text.messages import worded

MOST = 5_000
"""Beyond so many candidates only those that begin alike are compared."""


def closest(text: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like the text, blind to case, accents and punctuation; None when none is near."""
    wanted = fold_key(text)
    if not wanted or len(wanted) > 200:
        return None
    keys: dict[str, str] = {}
    for candidate in candidates:
        keys.setdefault(fold_key(candidate), candidate)
    if wanted in keys:
        return keys[wanted]
    names: Iterable[str] = keys
    if len(keys) > MOST:
        names = [key for key in keys if key[:2] == wanted[:2]][:MOST]
    from difflib import get_close_matches  # 4 ms that only a mistake needs

    near = get_close_matches(wanted, names, n=1, cutoff=0.7)
    if near:
        return keys[near[0]]
    extended = [
        key
        for key in names
        if len(wanted) >= 4 and (key.startswith(wanted) or (wanted.startswith(key) and len(key) >= 4))
    ]
    return keys[min(extended, key=lambda key: (abs(len(key) - len(wanted)), key))] if extended else None


def did_you_mean(text: str, candidates: Iterable[str]) -> str | None:
    """The hint for a name that is not there: `did you mean "ikanbi"?`."""
    return asked(closest(text, candidates))


def asked(name: str | None) -> str | None:
    """The same of the name that was found, if one was."""
    return None if name is None else worded('did you mean "{name}"?', name=name)
