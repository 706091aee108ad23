"""Lists on one line of two versions, put together item by item."""

from __future__ import annotations

from collections.abc import Hashable

from tui.store.merge.ordered import merged_order
from tui.store.merge.parts import Part, flow_items

LISTS = ("actors", "countries", "tags", "sources", "about", "aliases", "part_of", "archive")
"""Fields whose one value may stand without brackets, and is a list all the same."""


def joined_list(base: Part | None, ours: Part, theirs: Part) -> Part | None:
    """A list of which either side changed other items; None for what is no list, or has comments in it."""
    if not (ours.is_list or theirs.is_list) and ours.key[0] not in LISTS:
        return None
    was, one, other = (items(side) if side else {} for side in (base, ours, theirs))
    like = _like(base, ours, theirs)
    if was is None or one is None or other is None or like is None:
        return None
    order = merged_order(list(was), list(one), list(other), rank=str)
    kept = [key for key in order if (key in one and key in other) or key not in was]
    begin, end = like.span
    text = f"[{', '.join(one.get(key) or other[key] for key in kept)}]"
    value = ("[", *((None, key) for key in kept))
    return like._replace(
        text=like.text[:begin] + text + like.text[end:], value=value, span=(begin, begin + len(text)), is_list=True
    )


def _like(base: Part | None, ours: Part, theirs: Part) -> Part | None:
    """The side whose key, blanks and comment around the list stand; None when both changed them, differently."""
    sides = [side for side in (ours, theirs) if side.parts is None]
    around = [_around(side) for side in sides]
    if len(set(around)) < 2:
        return sides[0] if sides else None
    changed = [side for side, one in zip(sides, around, strict=True) if base is None or one != _around(base)]
    return changed[0] if len(changed) == 1 else None


def _around(part: Part) -> tuple[str, str]:
    begin, end = part.span
    return part.text[:begin], part.text[end:]


def items(part: Part) -> dict[Hashable, str] | None:
    """The items of a list by what they say, each as it is written; None for what is no list of short texts."""
    if part.parts is not None:
        if not part.is_list or any(one.parts is not None or one.head or "#" in one.text for one in part.parts):
            return None
        return {one.value: one.text[slice(*one.span)] for one in part.parts}
    written = part.text[slice(*part.span)]
    if "\n" in part.text.rstrip("\r\n"):
        return None
    if part.is_list:
        return flow_items(written)
    return {part.value: written} if written and written[0] not in "&*!|>{" else None
