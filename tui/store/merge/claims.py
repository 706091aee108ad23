"""Two dates, or two statuses, that two people gave to one event, as a claim that someone is to settle."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from tui.store.merge.lists import items
from tui.store.merge.parts import Part, Three

Sides = tuple[Part | None, Part, Part]


def with_claims(fields: Sequence[Part], claimed: Sequence[Three], event: Sides, column: int) -> list[Part]:
    """The fields of an event with a claim for each of some fields; `event` is the event before and on either side.

    Each value stands with who says it: the sources that its side added, else all that its side cites.
    """
    found = list(fields)
    at = next((number for number, part in enumerate(found) if part.key == ("claims", 0)), None)
    end = "\r\n" if any(part.text.endswith("\r\n") for part in found) else "\n"
    if at is None:
        found.append(Part(("claims", 0), (), f"{' ' * column}claims:{end}", parts=(), column=column + 2))
        at = len(found) - 1
    claims = found[at]
    for three in claimed:
        claims = _with_claim(claims, three, event, end)
    found[at] = claims
    return found


def _with_claim(claims: Part, three: Three, event: Sides, end: str) -> Part:
    name = next(part.key[0] for part in three if part is not None)
    known = claims.child(name)
    column = claims.column
    claim = known or Part((name, 0), (), f"{' ' * column}{name}:{end}", parts=(), column=column + 2)
    values = list(claim.parts or ())
    for side, part in zip(event[1:], three[1:], strict=True):
        if part is None or side is None or claim.child(part.value) is not None:
            continue
        cited = ", ".join(_cited(event[0], side))
        line = f"{' ' * claim.column}{part.text[slice(*part.span)]}: [{cited}]{end}"
        values.append(Part((part.value, 0), (), line, part.value))
    claim = claim._replace(parts=tuple(values))
    others = [one for one in claims.parts or () if one is not known]
    return claims._replace(parts=(*others, claim))


def _cited(base: Part | None, side: Part) -> list[str]:
    """The sources under an event that are new, else all of them, as they are written."""
    before, now = _sources(base), _sources(side)
    return [text for value, text in now.items() if value not in before] or list(now.values())


def _sources(event: Part | None) -> dict[Hashable, str]:
    """The sources under an event, by what the file calls them."""
    field = event.child("sources") if event is not None else None
    if field is None:
        return {}
    if field.parts is None:
        return items(field) or {}
    names = [(one.parts[0].key[0], "") if one.parts else (one.value, one.text[slice(*one.span)]) for one in field.parts]
    return {name: text or str(name) for name, text in names}
