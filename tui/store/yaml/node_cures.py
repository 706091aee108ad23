"""The cures of values that are YAML and mean nothing: another text in the place of a scalar, or of a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tui.core.problems.problem import Cure, Edit, Place
from tui.store.yaml.nodes import Scalar
from tui.store.yaml.quote import scalar


def begin_of(node: Any, text: str) -> int | None:
    """The index at which the value of a scalar is written just as it reads, on one line; None where it is not."""
    begin: int = node.start_mark.index + (node.style in ("'", '"'))
    value = node.value
    if "\n" in value or text[begin : begin + len(value)] != value:
        return None
    return begin


def instead(
    node: Scalar, texts: Iterable[str], text: str, *, is_sure: bool = False, is_date: bool = False
) -> tuple[Cure, ...]:
    """Cures that put another text each in the place of a scalar; none where it is not written as it reads.

    `text` is the whole file. What differs only in its capitals was surely meant; a date in brackets needs no quotes.
    """
    begin = begin_of(node, text)
    if begin is None:
        return ()
    first: Any = node.start_mark
    column = first.column + 1 + (begin - first.index)
    place = Place(first.line + 1, column, first.line + 1, column + len(node.value))
    is_flow = not set("[{").isdisjoint(text[begin - first.column : begin])
    plain = node.value.strip().casefold()
    cures = []
    for one in texts:
        is_alike = is_sure or one.casefold() == plain
        if node.style not in ("'", '"'):
            cures.append(Cure((Edit(place, scalar(one, flow=is_flow, literal=is_date)),), is_alike))
        elif not set(one).intersection("'\"\\"):
            cures.append(Cure((Edit(place, one),), is_alike))
    return tuple(cures)


def quoted_together(first: Any, last: Any, lines: Sequence[str]) -> tuple[Cure, ...]:
    """The cure that puts quotes around what is one text, from one scalar to another on its line."""
    from tui.store.typed.line_cures import quoted

    begin, end = first.start_mark, last.end_mark
    is_one = begin.line == end.line and first.value and not (first.style or last.style)
    return (quoted(lines, (begin.line, begin.column), (end.line, end.column)),) if is_one else ()


def instead_of_part(node: Scalar, position: int, length: int, new: str | None, text: str) -> tuple[Cure, ...]:
    """The cure that puts another text, if there is one, in the place of some characters of a scalar."""
    begin = begin_of(node, text)
    if new is None or begin is None or set(new).intersection("'\"\\[]{},:"):
        return ()
    first: Any = node.start_mark
    column = first.column + 1 + (begin - first.index) + position
    place = Place(first.line + 1, column, first.line + 1, column + length)
    is_alike = node.value[position : position + length].casefold() == new.casefold()
    return (Cure((Edit(place, new),), is_alike),)
