"""The names of a file: where each actor, source, passage, event and view is defined, and where it is mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.core.problems.problem import Place
from tui.core.timeline.model import ANNOUNCES
from tui.lsp.written import Path, Written

ACTOR, SOURCE, PASSAGE, EVENT, VIEW = "actor", "source", "passage", "event", "view"

_ACTORS = ("actors", "told", "says")
_TERM = re.compile(
    r"(?<![\w\"])(?P<field>actor|source|body|id|in|within|possibly|before|after|from|to):(?P<ids>[^\s()\"]+)"
)
"""A term of a query that asks by ids."""


class Mention(NamedTuple):
    """A name in its place."""

    kind: str
    """ACTOR, SOURCE, PASSAGE, EVENT or VIEW."""
    id: str
    """Of a passage `source#passage`."""
    place: Place
    """Of a passage without its source."""
    is_definition: bool
    owner: Path
    """The path of the event, the actor or the source that it stands in."""
    is_plain: bool = True
    """True when it is written letter for letter, so that another name can be put in its place."""
    end: int = 0
    """Of a definition the last line of what is defined, from 1."""


def mentions(all_written: Iterable[Written]) -> list[Mention]:
    """Every name in a file, by its place."""
    return [mention for one in all_written for mention in _of(one)]


def _of(one: Written) -> Iterator[Mention]:
    path = one.path
    if len(path) < 2:
        return
    match path[0]:
        case "actors":
            yield from _of_actor(one)
        case "sources":
            yield from _of_source(one)
        case "events":
            yield from _of_event(one)
        case "views":
            if one.is_key and len(path) == 2:
                yield _whole(VIEW, one, is_definition=True)
            elif path[2:] == ("query",) and not one.is_key:
                yield from _of_query(one)
        case "timeline" if path[1:] == ("view",) and not one.is_key:
            yield _whole(VIEW, one)
        case "publish" if path[1] == "except" and len(path) == 3 and one.is_key:
            yield _whole(EVENT, one)


def _whole(kind: str, one: Written, *, is_definition: bool = False, name: str = "") -> Mention:
    end = one.end if is_definition else 0
    return Mention(kind, name or one.text, one.place, is_definition, one.path[:2], one.is_plain, end)


def _of_actor(one: Written) -> Iterator[Mention]:
    if one.is_key and len(one.path) == 2:
        yield _whole(ACTOR, one, is_definition=True)
    elif not one.is_key and one.path[2:3] == ("part_of",) and len(one.path) <= 4:
        yield _whole(ACTOR, one)


def _of_source(one: Written) -> Iterator[Mention]:
    if not one.is_key:
        return
    if len(one.path) == 2:
        yield _whole(SOURCE, one, is_definition=True)
    elif len(one.path) == 4 and one.path[2] == "passages":
        yield _whole(PASSAGE, one, is_definition=True, name=f"{one.path[1]}#{one.text}")


def _of_event(one: Written) -> Iterator[Mention]:
    path = one.path
    field = path[2] if len(path) > 2 else ""
    if field == "sources":
        if (not one.is_key and len(path) <= 4) or (one.is_key and 4 <= len(path) <= 5):
            yield from _of_citation(one)
    elif field == "claims":
        if len(path) >= 5 and not _is_about_claim(str(path[4])) and (not one.is_key or len(path) > 5):
            yield from _of_citation(one) if one.is_key or not isinstance(path[-1], str) or len(path) == 5 else ()
    elif not one.is_key and len(path) <= 4:
        if field == "id":
            yield _whole(EVENT, one, is_definition=True)
        elif field in _ACTORS:
            yield _whole(ACTOR, one)
        elif field == "about":
            yield _whole(EVENT, one)


def _is_about_claim(key: str) -> bool:
    return key in ("keep", "because") or key.startswith(("because_", "name_"))


def _of_citation(one: Written) -> Iterator[Mention]:
    """The source, and the passage behind its #."""
    text = one.text.removesuffix(ANNOUNCES)
    if "://" in text:
        return
    source, mark, passage = text.partition("#")
    yield Mention(SOURCE, source, one.part(0, len(source)), False, one.path[:2], one.is_plain)
    if mark:
        at = len(source) + 1
        yield Mention(
            PASSAGE, f"{source}#{passage}", one.part(at, at + len(passage)), False, one.path[:2], one.is_plain
        )


def _of_query(one: Written) -> Iterator[Mention]:
    """The ids in a query of a view."""
    for term in _TERM.finditer(one.text):
        kind = {"actor": ACTOR, "body": ACTOR, "source": SOURCE}.get(term["field"], EVENT)
        at = term.start("ids")
        for name in term["ids"].split(","):
            yield Mention(kind, name, one.part(at, at + len(name)), False, one.path[:2], one.is_plain)
            at += len(name) + 1
