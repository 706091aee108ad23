"""Sources and their passages, citations of them, and claims: who says what, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy
from functools import partial
from typing import Any

from tui.core.citation import addresses
from tui.core.citation.elisions import passage_of
from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date
from tui.core.problems.problem import Place
from tui.core.text.messages import worded
from tui.core.text.nearest import asked, closest
from tui.core.timeline.model import ANNOUNCES, STATUSES, Citation, Claim, Passage, Source, Value
from tui.store.read.context import Context
from tui.store.read.fields import is_meant_private, is_too_long, read_fields, short_names
from tui.store.read.scalars import (
    in_one_form,
    is_blank,
    joined,
    listed,
    mapping_of,
    named,
    own_name,
    read_called,
    read_line,
    say_if_empty,
    wrong,
)
from tui.store.read.values import read_address, say_bad_date
from tui.store.yaml.nodes import Node, Scalar, YamlMapping, YamlSequence, place_of

_NO_FIELDS = YamlMapping({}, None, None, False)

_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes."""

# ---- Sources


def read_source(key: Scalar, node: Node, context: Context) -> None:
    """One source, by its id."""
    mapping = mapping_of(node, worded("a source, with a title or a url,"), context) or _NO_FIELDS
    name = own_name(key, context.sources, context)
    if "#" in name or not name.strip():
        context.error(key, "bad-id", worded('the id of a source holds no "#": "{id}"', id=name))
    if name.endswith(ANNOUNCES):
        context.error(
            key, "bad-id", worded('an id that ends in "{sign}" cannot be cited: "{id}"', sign=ANNOUNCES, id=name)
        )
    so_far = len(context.problems)
    found, meant = read_fields(mapping, "source", context)
    if "titles" in found:
        found["titles"] = short_names(found["titles"], key, context)
    is_unknown = any(one.code == "unknown-key" for one in context.problems[so_far:])
    if "passages" not in mapping.pairs and (is_unknown or "unknown-key" in context.tally.full):
        context.misspelt.add(name)
    if (meant or context.gone) and is_meant_private(node, meant, context, key):
        found["private"] = True
    is_named = meant & {"title", "url"} or any(
        field in mapping.pairs and not _is_empty(mapping.pairs[field][1]) for field in ("title", "url")
    )
    if not is_named and not context.is_lost(node, key):
        context.error(key, "missing-title", worded('source "{id}" has neither a title nor a url', id=name))
    if "archives" in found:
        context.copies += _copies_in_files(mapping.pairs["archive"][1], found["archives"])
    if "passages" in found and isinstance(passages := mapping.pairs["passages"][1], YamlMapping):
        for label, value in passages.pairs.values():
            if passage := found["passages"].get(label.value):
                context.passages.setdefault((name, passage), place_of(value).line)
    for field in ("url", "seen", "gone", "exhibit"):
        if field in found:
            context.places[name, field] = place_of(mapping.pairs[field][1])
    context.sources.setdefault(name, Source(name, line=place_of(key).line, **found))


def _copies_in_files(node: Node, archives: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
    """The copies that are files, each with its place."""
    for item in node.items if isinstance(node, YamlSequence) else [node]:
        if isinstance(item, Scalar) and (name := joined(item.value)) in archives and not addresses.is_web(name):
            yield name, place_of(item)


def read_passages(node: Node, context: Context) -> dict[str, Passage] | None:
    """The passages of a source by name."""
    mapping = mapping_of(node, worded("a mapping of names to first words … last words"), context)
    pairs = mapping.pairs.values() if mapping else ()
    found: dict[str, Passage] = {}
    for key, value in pairs:
        own = own_name(key, found, context)
        passage = _passage(own, value, context)
        if passage is not None:
            found.setdefault(own, passage)
        elif is_blank(value) and not context.is_lost(value, key):
            message = worded('passage "{name}" has no words', name=own)
            context.warn(key, "empty-value", message, worded("first words … last words"))
    return found or None


def _passage(name: str, node: Node, context: Context) -> Passage | None:
    """First words … last words, or one exact phrase."""
    text = read_line(node, context)
    if text is None or is_too_long(text, node, context):
        return None
    passage, is_whole = passage_of(name, text)
    if not is_whole:
        message = worded("a passage is its first words … its last words, or one exact phrase")
        context.error(node, "bad-passage", message, worded("words before … and after it"))
    return passage if passage.start else None


# ---- Citations


def read_citations(node: Node, context: Context) -> tuple[Citation, ...] | None:
    """The citations under `sources:`, or beside a claimed value: one or several."""
    if isinstance(node, YamlMapping):
        one = _cited_in_place(node, context)
        return (one,) if one else None
    known = context.cited
    found: list[Citation] = []
    for item in node.items if isinstance(node, YamlSequence) else [node]:
        cited = known.get(item.value) if item.__class__ is Scalar else None
        if cited is None:
            break
        found.append(cited)
    else:
        if len(found) < 2 or len(set(map(id, found))) == len(found):  # of each text there is one
            return tuple(found) or None
    return _cited_by(listed(node, _knows_citation, context), context, isinstance(node, YamlSequence))


def _knows_citation(text: str, context: Context) -> bool:
    """True when a text may cite something of this file, or of the web."""
    name = text.removesuffix(ANNOUNCES).partition("#")[0]
    return name in context.sources or (addresses.is_web(text) and " " not in text)


def _cited_by(nodes: list[Node], context: Context, is_list: bool) -> tuple[Citation, ...] | None:
    found: dict[Citation, None] = {}
    last = -1
    for i, item in enumerate(nodes):
        if i <= last:  # a piece of an address
            continue
        cited = None
        if item.__class__ is Scalar:
            cited = context.cited.get(item.value)
            if cited is None:
                cited = _cited_by_name(item, context)
                if not item.style and addresses.is_web(item.value):
                    last = _cut_address(nodes, i, context)
        elif item.__class__ is YamlMapping:
            cited = _cited_in_place(item, context)
        else:
            wrong(item, worded("a citation is expected here"), context)
        if cited is None:
            if is_list:
                say_if_empty(item, context)
            continue
        known = len(found)
        found[cited] = None
        if len(found) == known:
            is_passage = isinstance(item, Scalar) and "#" in item.value  # one that is not found is a fault of its own
            if cited.passage or not is_passage:
                context.warn(item, "duplicate-value", worded("the same is cited here twice"))
    return tuple(found) or None


def _cut_address(nodes: list[Any], i: int, context: Context) -> int:
    """Say that a comma has cut an address between brackets; the index of the last piece of it."""
    last = i
    while last + 1 < len(nodes) and _is_cut_off(nodes[last], nodes[last + 1], context):
        last += 1
    if last > i:
        mark = nodes[i].end_mark
        place = Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
        message = worded('a "," between brackets ends an address that has no quotes')
        cures = context.quoted_together(nodes[i], nodes[last])
        context.error(place, "unquoted-comma", message, worded("put quotes around the address"), cures)
    return last


def _is_cut_off(before: Any, after: Any, context: Context) -> bool:
    """True when a node is the rest of the one before it: a comma without a space stands between them."""
    if not isinstance(after, Scalar) or addresses.is_web(after.value) or after.value in context.sources:
        return False
    begin: Any = after.start_mark
    return context.text[before.end_mark.index : begin.index] == ","


def _cited_by_name(node: Any, context: Context) -> Citation | None:
    """`source`, `source#passage` or a bare address; before it happened with `!announces`."""
    text = node.value.strip()
    if not text or (text == "~" and not node.style):
        return None
    if not text.isascii() and "://" not in text:
        text = named(text, node, context)
    whole, is_web = text, "://" in text or text.lower().startswith("www.")
    text, announces = text.removesuffix(ANNOUNCES), text.endswith(ANNOUNCES)
    if is_web:
        found = _cited_by_address(_with_text(node, text) if announces else node, context)
        return found and found._replace(announces=announces)
    if not announces and _is_mistaken_sign(text, node, context):
        return None
    name, mark, passage = text.partition("#")
    source = context.sources.get(name)
    if source is None:
        if not context.is_gone(name) and "" not in context.misspelt:
            titles = ((title, own) for own, one in context.sources.items() for title in one.titles.values())
            hint = _meant_address(whole)
            near = None if hint else context.suggested(name, context.sources, titles)
            place, cures = context.within(node, 0, len(name)), context.instead_of_part(node, 0, name, near)
            message = worded('no source is called "{name}"', name=name)
            context.error(place, "unknown-source", message, hint or asked(near), cures)
        return None
    if not mark:
        return context.cited.setdefault(whole, Citation(name, None, announces))
    known = source.passages.get(passage)
    if known is not None:
        return context.cited.setdefault(whole, Citation(name, known, announces))
    if not context.is_gone(passage) and name not in context.misspelt:
        message = worded('source "{id}" has no passage "{passage}"', id=name, passage=passage)
        hint, near = (None if source.passages else worded("it has no passages at all")), None
        if source.passages and context.affords(len(source.passages)):
            near = closest(passage, source.passages)
            hint = asked(near) or worded("it has {passages}", passages=", ".join(source.passages))
        place = context.within(node, len(name) + 1, len(passage))
        cures = context.instead_of_part(node, len(name) + 1, passage, near)
        context.error(place, "unknown-passage", message, hint, cures)
    return Citation(name, None, announces)


def _meant_address(text: str) -> str | None:
    """The address that was meant by the name of a source with a slash, as a question; None for other names."""
    if "/" not in text:
        return None
    from tui.core.citation import pasted  # only a mistake needs it

    return pasted.hint(text.removesuffix(ANNOUNCES))


def _with_text(node: Scalar, text: str) -> Scalar:
    """The same node with another text."""
    other = copy(node)
    other.value = text
    return other


def _is_mistaken_sign(text: str, node: Scalar, context: Context) -> bool:
    """Say of a citation that what stands after its last "!" is not the one thing that can; else False."""
    before, mark, sign = text.rpartition("!")
    source, _, passage = before.strip().partition("#")
    known = context.sources.get(source)
    if not mark or text in context.sources or known is None or (passage and passage not in known.passages):
        return False
    place = context.within(node, len(before), len(sign) + 1)
    message, cited = worded('"{sign}" says nothing of a citation', sign=f"!{sign}"), f"{before.strip()}{ANNOUNCES}"
    context.error(place, "bad-citation", message, cited, context.instead(node, cited))
    return True


def _cited_by_address(node: Scalar, context: Context) -> Citation | None:
    """An address that is a source of its own."""
    address = read_address(node, context)
    if address is None:
        return None
    place = place_of(node)
    context.sources.setdefault(address, Source(address, url=address, line=place.line))
    context.places.setdefault((address, "url"), place)
    return Citation(address)


def _cited_in_place(node: YamlMapping, context: Context) -> Citation | None:
    """`source: first words … last words`."""
    if len(node.pairs) != 1:
        context.error(node, "wrong-type", worded("a citation in place is one source: first words … last words"))
        return None
    ((key, value),) = node.pairs.values()
    cited = context.cited.get(key.value) or _cited_by_name(key, context)
    if cited is None:
        return None
    if cited.passage is not None:
        context.error(key, "bad-passage", worded("either a passage by name or its words, not both"))
        return cited
    passage = _passage("", value, context)
    if passage is None:
        return cited
    context.passages.setdefault((cited.source, passage), place_of(value).line)
    return _new(Citation, (cited.source, passage, cited.announces))


# ---- Claims


def read_claims(node: Node, context: Context) -> tuple[Claim, ...] | None:
    """The claims of an event: by name of the thing, each value with who says it."""
    mapping = mapping_of(node, worded("a mapping of what is claimed to its values"), context)
    found: list[Claim] = []
    for key, value in mapping.pairs.values() if mapping else ():
        values = mapping_of(value, worded("a mapping of values to citations"), context)
        own = own_name(key, {claim.name for claim in found}, context)
        if values is not None and values.pairs:
            found.append(_claim(own, values, key, context))
        elif (values or is_blank(value)) and not context.is_lost(value, key):
            _say_unclaimed(own, key, context)
    return tuple(found) or None


def _say_unclaimed(name: str, key: Scalar, context: Context) -> None:
    """Say of a claim that it has no values."""
    hint = worded("each value that is claimed, with who says it")
    context.warn(key, "empty-value", worded('nothing is claimed under "{name}"', name=name), hint)


def _claim(name: str, node: YamlMapping, key_of_all: Scalar, context: Context) -> Claim:
    values: list[Value] = []
    rest: dict[str, tuple[Scalar, Node]] = {}
    for key, pair in node.pairs.items():
        if key in ("keep", "because") or key.startswith(("because_", "name_")):
            rest[key] = pair
        elif _is_value(name, pair[0], context):
            values.append(_value(*pair, context))
    if len(rest) == len(node.pairs) and not context.is_lost(node, key_of_all):
        _say_unclaimed(name, key_of_all, context)
    keep = rest.pop("keep", None)
    if keep and rest and is_blank(keep[1]) and not context.is_lost(keep[1], keep[0]):
        message = worded('"keep" has no value, and "because" has a reason')
        context.warn(keep[0], "empty-value", message, worded("the value you retain"))
    found = read_fields(YamlMapping(rest, *node[1:]), "claim", context)[0] if rest else {}
    kept = keep and _kept(keep[1], values, partial(context.is_lost, node, key_of_all), context)
    return Claim(name, tuple(values), kept, **found)


def _value(key: Scalar, node: Node, context: Context) -> Value:
    cited = read_citations(node, context)
    if cited is None and _is_empty(node) and not context.is_lost(node, key):
        message = worded('nobody is cited for "{value}"', value=key.value)
        context.warn(key, "unsourced-value", message, worded("a source, or leave the value out"))
    return _new(Value, (in_one_form(joined(key.value)), cited or ()))


def _is_value(name: str, key: Scalar, context: Context) -> bool:
    """True when a claimed value may stand in a claim of that name."""
    text = key.value.strip()
    if text[:1] in ("<", ">", "≤", "≥"):
        message = worded('"{text}" is a comparison, not words', text=text)
        context.warn(key, "bare-comparison", message, worded('write "more than" or "up to"'))
    if name == "status" and text not in STATUSES:
        near = closest(text, STATUSES)
        hint = asked(near) or worded("one of {known}", known=", ".join(STATUSES))
        message = worded('"{text}" is no status', text=text)
        context.error(key, "unknown-status", message, hint, context.instead(key, near))
        return False
    if name == "date":
        try:
            parse_date(text)
        except DateError as error:
            say_bad_date(key, error, context)
            return False
    return True


def _kept(node: Node, values: list[Value], is_spoilt: Callable[[], bool], context: Context) -> str | None:
    """The value kept, as it is written among the values; of a spoilt claim it may be one that went."""
    text = read_called(node, context)
    if text is None:
        return None
    folded = "".join(text.split()).casefold()
    for value in values:
        if value.text == text or "".join(value.text.split()).casefold() == folded:
            return value.text
    if not is_spoilt() and not context.is_gone(text):
        figures = re.findall(r"\d+", text)  # another figure is another fact, and no slip
        near = closest(text, [value.text for value in values if re.findall(r"\d+", value.text) == figures])
        message = worded('"{text}" is not among the values of this claim', text=text)
        cures = context.instead(node, near) if isinstance(node, Scalar) else ()
        context.error(node, "unknown-value", message, asked(near), cures)
    return None


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.value.strip()
    return isinstance(node, YamlSequence) and not node.items
