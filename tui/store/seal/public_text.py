"""The public part of a timeline as a file of its own: written anew, without comments, and without what is private."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tui.core.evidence.privacy import tellable
from tui.core.text.clean import to_json
from tui.core.timeline.model import ANNOUNCES, Source, Timeline
from tui.store.read.timeline import Reading, read
from tui.store.write.unplaced import unplaced_timeline
from tui.store.yaml.composer import Composer
from tui.store.yaml.decode import parser_text
from tui.store.yaml.libyaml import MappingStartEvent, MarkedYAMLError, ReaderError
from tui.store.yaml.nodes import Node, Scalar, YamlMapping, YamlSequence, place_of

_OF_CLAIM = ("keep", "because")
_IN_LANGUAGES = ("because_", "name_")
_OF_EVENT = ("sources", "about")
_OF_ACTOR = ("part_of",)
"""The fields that name other things."""


class NotPublicError(Exception):
    """A file whose public part cannot be written so that it says what it did."""


def public_text(reading: Reading) -> bytes:
    """The file of the public part of a timeline; NotPublicError where that cannot be had for sure."""
    told = public_timeline(reading.timeline)
    try:
        root = _root(reading.text)
    except (MarkedYAMLError, ReaderError):
        raise NotPublicError from None
    lines = [line for key, node in _sections(root, reading.timeline, told) for line in _pair(key, node, 0)]
    data = "".join(f"{line}\n" for line in lines).encode()
    was, now = unplaced_timeline(told), unplaced_timeline(read(data, reading.name).timeline)
    if now != was._replace(views=now.views, view=now.view, publishing=now.publishing, proofs=None):
        raise NotPublicError
    return data


def public_timeline(timeline: Timeline) -> Timeline:
    """The part of a timeline that may be told, in which nobody is a part of what is not told."""
    told = tellable(timeline)
    return told._replace(
        actors={
            name: one._replace(part_of=tuple(of for of in one.part_of if of in told.actors))
            for name, one in told.actors.items()
        }
    )


def _root(text: str) -> dict[str, tuple[Scalar, Node]]:
    tidy = parser_text(text)
    composer = Composer(tidy.encode(), tidy, lambda *_fault: None)
    if composer.root().__class__ is not MappingStartEvent:
        raise NotPublicError
    return {key.value: (key, composer.node(start)) for key, start in composer.entries()}


# ---- What is left out ----


def _sections(root: dict[str, tuple[Scalar, Node]], whole: Timeline, told: Timeline) -> Iterator[tuple[Scalar, Node]]:
    kept = {"sources": told.sources.keys(), "actors": told.actors.keys()}
    lines = {one.line: one.id for one in whole.sources.values()} | {one.line: one.id for one in whole.actors.values()}
    events = {one.line for one in told.events}
    ids = {one.id for one in told.events}
    withheld = {*whole.sources, *whole.actors, *(one.id for one in whole.events)} - {*told.sources, *told.actors, *ids}
    names = {text for name, one in whole.actors.items() if name in withheld for text in one.called} | withheld
    names |= _facets(whole) - _facets(told)
    any_of = "|".join(map(re.escape, sorted(names))) or r"(?!)"
    said = re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])", re.IGNORECASE)
    for name, (key, node) in root.items():
        if isinstance(node, YamlMapping) and name in kept:
            pairs = {
                text: (own, _told_passages(_without(value, withheld, _OF_ACTOR), told.sources.get(text)))
                for text, (own, value) in node.pairs.items()
                if lines.get(place_of(own).line, text) in kept[name]
            }
            yield key, node._replace(pairs=pairs)
        elif isinstance(node, YamlSequence) and name == "events":
            items = [_without(one, withheld, _OF_EVENT) for one in node.items if place_of(one).line in events]
            yield key, node._replace(items=items)
        elif name in ("views", "publish") and isinstance(node, YamlMapping):
            yield key, _unmentioning(node, said)
        elif name == "timeline" and isinstance(node, YamlMapping):
            gone = _dropped(root.get("views"), said)
            shown = node.pairs.get("view")
            is_gone = shown is not None and isinstance(shown[1], Scalar) and shown[1].value in gone
            yield (
                key,
                node._replace(pairs={text: one for text, one in node.pairs.items() if text != "view" or not is_gone}),
            )
        else:
            yield key, node


def _facets(timeline: Timeline) -> set[str]:
    """The tags, places and kinds of its events, each of which a view may ask for."""
    return {text for one in timeline.events for text in (*one.tags, *one.places, one.kind) if text}


def _told_passages(source: Node, told: Source | None) -> Node:
    """A source without the passages that are not told."""
    if told is None or not isinstance(source, YamlMapping) or "passages" not in source.pairs:
        return source
    key, passages = source.pairs["passages"]
    if not isinstance(passages, YamlMapping):
        return source
    kept = {name: one for name, one in passages.pairs.items() if name in told.passages}
    pairs = {**source.pairs, "passages": (key, passages._replace(pairs=kept))}
    return source._replace(pairs=pairs if kept else {name: pairs[name] for name in pairs if name != "passages"})


def _dropped(views: tuple[Scalar, Node] | None, said: re.Pattern[str]) -> set[str]:
    """The names of the views that are left out."""
    node = views[1] if views else None
    return set(node.pairs) - set(_unmentioning(node, said).pairs) if isinstance(node, YamlMapping) else set()


def _unmentioning(section: YamlMapping, said: re.Pattern[str]) -> YamlMapping:
    """A section without the things that mention what is not told; of a mapping of events only their own lines go."""
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for text, (key, node) in section.pairs.items():
        value = node
        if text == "except" and isinstance(node, YamlMapping):
            value = node._replace(pairs={own: one for own, one in node.pairs.items() if not _mentions(one, said)})
        if not _mentions((key, value), said):
            pairs[text] = key, value
    return section._replace(pairs=pairs)


def _mentions(nodes: Iterable[Node], said: re.Pattern[str]) -> bool:
    """True when what is not told is named anywhere in the texts of nodes."""
    for node in nodes:
        if isinstance(node, Scalar):
            if said.search(node.value):
                return True
        elif isinstance(node, YamlSequence):
            if _mentions(node.items, said):
                return True
        elif any(_mentions(pair, said) for pair in node.pairs.values()):
            return True
    return False


def _is_withheld(node: Node, names: set[str]) -> bool:
    """True for a citation of a source, or the id of an event, that is not told."""
    if isinstance(node, YamlMapping):
        return len(node.pairs) == 1 and all(_is_withheld(key, names) for key, _value in node.pairs.values())
    text = node.value.strip().removesuffix(ANNOUNCES) if isinstance(node, Scalar) else ""
    return text in names or text.partition("#")[0] in names


def _without(node: Node, names: set[str], fields: tuple[str, ...]) -> Node:
    """An event, or an actor, without what cites or names in those fields what is not told."""
    if not isinstance(node, YamlMapping):
        return node
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for text, (key, value) in node.pairs.items():
        if text in fields:
            left = _left(value, names)
        elif text == "claims" and fields is _OF_EVENT and isinstance(value, YamlMapping):
            left = _claims(value, names)
        else:
            left = value
        if left is not None:
            pairs[text] = key, left
    return node._replace(pairs=pairs)


def _left(value: Node, names: set[str]) -> Node | None:
    """The citations that are told; None where that is none."""
    if isinstance(value, YamlSequence):
        items = [one for one in value.items if not _is_withheld(one, names)]
        return value._replace(items=items) if items else None
    return None if _is_withheld(value, names) else value


def _claims(claims: YamlMapping, names: set[str]) -> YamlMapping | None:
    """The claims with the values that somebody gives who is told; a kept one goes with its reason."""
    found = {}
    for text, (key, values) in claims.pairs.items():
        left = _values(values, names) if isinstance(values, YamlMapping) else values
        if left is not None:
            found[text] = key, left
    return claims._replace(pairs=found) if found else None


def _values(values: YamlMapping, names: set[str]) -> YamlMapping | None:
    about = {text: pair for text, pair in values.pairs.items() if text in _OF_CLAIM or text.startswith(_IN_LANGUAGES)}
    others = ((text, key, _left(value, names)) for text, (key, value) in values.pairs.items() if text not in about)
    told = {text: (key, value) for text, key, value in others if value is not None}
    keep = about.get("keep")
    if keep is not None and isinstance(keep[1], Scalar) and keep[1].value.strip() not in map(str.strip, told):
        about = {text: pair for text, pair in about.items() if text.startswith("name_")}
    return values._replace(pairs={**told, **about}) if told else None


# ---- Lines ----


def _pair(key: Scalar, node: Node, indent: int) -> Iterator[str]:
    yield from _value(f"{' ' * indent}{_text(key)}:", node, indent)


def _value(begin: str, node: Node, indent: int) -> Iterator[str]:
    """The lines of a value, the first of them behind what it is the value of."""
    if isinstance(node, Scalar):
        yield f"{begin} {_text(node)}".rstrip(" ")
    elif isinstance(node, YamlMapping):
        yield begin if node.pairs else f"{begin} {{}}"
        for key, value in node.pairs.values():
            yield from _pair(key, value, indent + 2)
    else:
        yield begin if node.items else f"{begin} []"
        for item in node.items:
            yield from _item(item, indent + 2)


def _item(node: Node, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if isinstance(node, YamlMapping) and node.pairs:
        first, *others = (line for key, value in node.pairs.values() for line in _pair(key, value, indent + 2))
        yield f"{dash} {first.lstrip(' ')}"
        yield from others
    else:
        yield from _value(dash, node, indent)


def _text(scalar: Any) -> str:
    """A text as it was, if it had no quotes; else between quotes, as JSON has them."""
    plain = not scalar.style and "\n" not in scalar.value
    return str(scalar.value) if plain else to_json(scalar.value)
