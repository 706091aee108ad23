"""The meaning of typed names that hide something or stand in typographic quotes, and of lists without brackets.

Imported by the first name that is not plain, or the first mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tui.core.problems.edits import together
from tui.core.problems.problem import ERROR, Cure, Edit, Place
from tui.core.text.clean import without_hidden
from tui.core.text.identity import as_meant, first_blank, identity, in_words, unquoted
from tui.core.text.messages import worded
from tui.store.read.context import Context, Knows
from tui.store.yaml.libyaml import Mark
from tui.store.yaml.node_cures import begin_of
from tui.store.yaml.nodes import Scalar, place_of
from tui.store.yaml.quote import scalar

_SEPARATOR = re.compile(r"\s*(?:;|(?<![0-9]),|,(?![0-9]))\s*")
"""The signs between names; the comma of a number is none."""
_BLANKS = re.compile(r"\s*[/&+|]\s*|\s+(?:and|en|et|und|y)\s+|\s+")
"""The other signs that may stand between ids, where each of them is known."""
_BETWEEN_ADDRESSES = re.compile(r"\s*[,;]\s+|\s*[,;]$")
_OF_COMPANIES = frozenset((
    "ag", "asbl", "bv", "bvba", "co", "corp", "gmbh", "inc", "jr", "limited", "llc", "llp", "lp", "ltd", "ltée", "nv",
    "plc", "sa", "sarl", "sas", "sca", "spa", "sprl", "sr", "srl", "vzw",
))  # fmt: skip
"""The words that follow on a comma within one name."""

TOLD_ONE_BY_ONE = 3
"""Typographic quotes that are told each; of more the first is, with how many there are."""


def name_of(text: str, node: Scalar, context: Context) -> str:
    """A name as it is meant; what had to be taken away is said."""
    meant = as_meant(text)
    _say(text, meant, node, context)
    return meant or text


def meant_by(text: str, is_sound: Callable[[str], bool], node: Scalar, context: Context) -> str | None:
    """The likely meaning of a text that is no sound value, if that is one, which is said; else None."""
    meant = as_meant(text)
    if meant == text or not is_sound(meant):
        return None
    if not _say(text, meant, node, context):
        blank = first_blank(text)
        what = in_words(blank[0]) if blank else worded("a letter in another form")
        context.error(
            node,
            "no-break-space",
            worded("{character} stands in this", character=what),
            worded('did you mean "{name}"?', name=meant),
            context.instead(node, meant, is_sure=True),
        )
    return meant


def _say(text: str, meant: str, node: Scalar, context: Context) -> bool:
    """Say what hides in a text and which quotes it stands in; whether there is anything to say."""
    plain = identity(text)
    bare = without_hidden(plain)
    if bare != plain:
        at = next((i for i, pair in enumerate(zip(plain, bare, strict=False)) if pair[0] != pair[1]), len(bare))
        place = context.within(node, max(node.value.find(plain[at]), 0), 1)
        message = worded("nobody sees {character}", character=in_words(plain[at]))
        cures = context.instead(node, meant, is_sure=True)
        context.error(place, "hidden-character", message, worded('did you mean "{name}"?', name=meant), cures)
    bare = bare.strip()
    if is_quoted := unquoted(bare) != bare:
        context.quoted.append((place_of(node), bare, meant, context.instead(node, meant, is_sure=True)))
    return is_quoted or len(bare) < len(plain.strip())


def say_quoted(context: Context) -> None:
    """Say where typographic quotes stand: each time, or the first time where they are many."""
    found = sorted(set(context.quoted))
    is_much = len(found) > TOLD_ONE_BY_ONE
    for place, text, meant, cures in found[:1] if is_much else found:
        signs = " ".join(sign for sign in dict.fromkeys((text[0], text[-1])) if not sign.isalnum())
        message = (
            worded("{signs} are no quotes here", signs=signs)
            if " " in signs
            else worded("{sign} is no quote here", sign=signs)
        )
        if is_much:
            message = worded(
                "typographic quotes are no quotes here; {number} values and keys have them, and this first",
                number=f"{len(found):,}",
            )
        context.report(
            place,
            "typographic-quotes",
            ERROR,
            message,
            worded("straight quotes or none: {quoted}", quoted=f'"{meant}"'),
            together(one[-1] for one in found) if is_much else cures,
        )


# ---- Lists without brackets


def apart(nodes: list[Any], is_item: bool, knows: Knows | None, context: Context) -> list[Any]:
    """The nodes of a list, those that are several with commas between them taken apart, which is said.

    `is_item` when they are items of a list, which only lacks a line for each. `knows` tells which names there are;
    None where any name will do: a comma may then be part of it, if quotes or a list say so.
    """
    found = []
    for node in nodes:
        names = _names_in(node, is_item, knows, context) if isinstance(node, Scalar) else []
        found += [_part(node, name, context) for name in names] or [node]
        if names:
            message, hint = (
                worded("this is one name for YAML, and no list"),
                worded("a list stands in brackets: {names}", names=f"[{', '.join(names)}]"),
            )
            if is_item:
                message, hint = (
                    worded("this is one item, and no list"),
                    worded("an item of its own for each: {names}", names=", ".join(names)),
                )
            is_known = knows is not None and knows(names[0], context) is not None
            say = context.error if is_known else context.warn
            say(node, "missing-brackets", message, hint, _bracketed(node, names, is_item, is_known, context))
    return found


def _bracketed(
    node: Scalar, names: list[str], is_item: bool, is_known: bool, context: Context
) -> tuple[Cure, ...]:
    """The cure that makes a list of one text: brackets around it, or a line for each name."""
    start: Any = node.start_mark
    before = context.lines[start.line][: start.column] if start.line < len(context.lines) else ""
    begin = begin_of(node, context.text)
    if begin is None or any(scalar(name, flow=True) != name for name in names):
        return ()
    if is_item:
        if before.strip(" -"):
            return ()
        text = f"\n{before.rpartition('-')[0]}- ".join(names)
    else:
        text = f"[{', '.join(names)}]"
    end: Any = node.end_mark
    place = Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    return (Cure((Edit(place, text),), is_known),)


def _names_in(node: Scalar, is_item: bool, knows: Knows | None, context: Context) -> list[str]:
    """The names that a text is made of; none when it is one name, or nobody knows."""
    text = node.value.strip()
    is_whole = knows and knows(text, context)
    if is_whole or not text:
        return []
    parts = _parts(_BETWEEN_ADDRESSES if "://" in text else _SEPARATOR, text)
    if parts in ([], [text]):
        parts = _parts(_BLANKS, text) if knows and "://" not in text else []
        return parts if len(parts) > 1 and knows and all(knows(part, context) for part in parts) else []
    if knows is None or is_whole is None:
        is_one = node.style or is_item or any(part.replace(".", "").casefold() in _OF_COMPANIES for part in parts)
        return [] if is_one else parts
    known = [knows(part, context) for part in parts]
    is_list = all(known) or (not node.style and (any(known) or not any(" " in part for part in parts)))
    return parts if is_list else []


def _parts(separator: re.Pattern[str], text: str) -> list[str]:
    return [part for part in separator.split(text) if part]


def _part(node: Scalar, text: str, context: Context) -> Scalar:
    """A scalar for a part of one, in its place."""
    start: Any = node.start_mark
    place = context.within(node, node.value.find(text), len(text))
    if place.line != place.end_line or place.line != start.line + 1:
        return Scalar(None, None, (True, False), text, start, node.end_mark)
    begin, end = (
        Mark("", start.index + column - 1 - start.column, start.line, column - 1, None, 0)
        for column in (place.column, place.end_column)
    )
    return Scalar(None, None, (True, False), text, begin, end)
