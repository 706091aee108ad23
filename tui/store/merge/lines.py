"""Comments and blank lines of two versions, put together so that none is lost and none stands twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tui.store.merge.ordered import merged_order
from tui.store.merge.parts import Key, Part, rows_of


def merged_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Lines of comments, put together line by line."""
    if ours == theirs or theirs == base:
        return tuple(ours)
    if ours == base:
        return tuple(theirs)
    sides = [_numbered(lines) for lines in (base, ours, theirs)]
    before, one, other = sides
    order = merged_order(list(before), list(one), list(other), rank=str)
    kept = [key for key in order if (key in one and key in other) or key not in before]
    return tuple(one.get(key) or other[key] for key in kept)


def _numbered(lines: Sequence[str]) -> dict[tuple[str, int], str]:
    """Lines by what they say and how many such stand above them."""
    seen: Counter[str] = Counter()
    found = {}
    for line in lines:
        bare = line.strip()
        found[bare, seen[bare]] = line
        seen[bare] += 1
    return found


def new_comments(base: Part, part: Part) -> bool:
    """True when a part has a comment that it had not."""
    return bool(Counter(comments(part.written())) - Counter(comments(base.written())))


def comments(text: str) -> list[str]:
    """The text behind the first `#` of each line, comment or not."""
    return [line[line.index("#") :].rstrip("\r\n") for line in rows_of(text) if "#" in line]


def apart(parts: list[Part], added: list[bool]) -> list[Part]:
    """The parts with a blank line above each that came, where the others have one."""
    spaced = [any(not line.strip() for line in part.head) for part in parts]
    old = [
        is_spaced for number, (is_spaced, is_new) in enumerate(zip(spaced, added, strict=True)) if number and not is_new
    ]
    if not old or 2 * sum(old) < len(old):
        return parts
    end = next((line for part in parts for line in part.head if not line.strip()), "\n")
    return [
        part._replace(head=(end, *part.head)) if number and is_new and not is_spaced else part
        for number, (part, is_new, is_spaced) in enumerate(zip(parts, added, spaced, strict=True))
    ]


def headed_once(parts: list[Part], added: list[bool], base: Mapping[Key, Part]) -> list[Part]:
    """The parts, those that came under one heading with that heading once: both sides took it along."""
    found, run = list(parts), []
    for number, (part, is_new) in enumerate(zip(parts, added, strict=True)):
        if is_new:
            run.append(number)
            continue
        was = base[part.key].head if part.key in base else ()
        for line in {line for line in was if line.strip()} - set(part.head):
            for again in [one for one in run if line in found[one].head][1:]:
                found[again] = found[again]._replace(head=tuple(one for one in found[again].head if one != line))
        run = []
    return found
