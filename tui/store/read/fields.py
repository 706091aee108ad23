"""The fields of a mapping, read by the table of its kind, and what unknown keys were perhaps meant to be."""

from __future__ import annotations

import re
from typing import Any

from tui.core.problems.problem import Cure, Place
from tui.core.text.messages import worded
from tui.core.text.nearest import closest
from tui.store.read.context import Context, Reader
from tui.store.read.scalars import meant as meant_text
from tui.store.yaml.nodes import Node, Scalar, YamlMapping

_TWIN = re.compile(r"(.+)_([a-z]{2,3})")
_SYNONYMS = {
    "description": "text", "summary": "text", "body": "text", "name": "title", "headline": "title",
    "link": "url", "href": "url", "address": "url", "lang": "language", "type": "kind", "category": "kind",
    "when": "date", "day": "date", "where": "place", "location": "place", "who": "actors", "source": "sources",
    "label": "name", "title": "name", "date": "published", "accessed": "seen", "state": "status",
    "pays": "countries", "titre": "title", "lieu": "place", "statut": "status", "acteur": "actors", "acteurs": "actors",
    "lien": "url", "nom": "name", "texte": "text", "resume": "text", "résumé": "text", "mots-clés": "tags",
    "étiquettes": "tags", "langue": "language", "auteur": "author", "éditeur": "publisher", "vu": "seen",
    "publié": "published", "quand": "date", "jour": "date", "qui": "actors", "où": "place", "genre": "kind",
    "privé": "private", "prive": "private", "confidential": "private", "confidentiel": "private", "secret": "private",
    "adresse": "url", "url": "sources", "lieux": "place", "alias": "aliases", "dates": "date",
}  # fmt: skip
"""The words that people write for a key of ours, where it is one that the place knows."""
LONGEST_NAME = 2_000
"""Characters of a name, a title or a passage that events refer to: each that does repeats them."""
_PRIVATE = frozenset("private")
_Row = tuple[str, Reader, str | None]
"""The attribute, the reader and the language of a field; an exact tuple, which the loop takes apart in no time."""


def read_fields(node: YamlMapping, kind: str, context: Context) -> tuple[dict[str, Any], set[str]]:
    """The value of each field that has one, by attribute, and the keys that unknown ones were perhaps meant to be.

    `kind` is one of `TABLES`; texts in several languages are one dict by language.
    """
    rows = context.fields[kind]
    found: dict[str, Any] = {}
    meant: set[str] = set()
    for key, (mark, value) in node.pairs.items():
        try:
            attribute, read, language = rows[key]
        except KeyError:
            row = _row(key, rows)
            if row is None and _is_renamed(mark, node, rows, context):
                return read_fields(node, kind, context)
            if row is None:
                _say_unknown(mark, node, kind, context, meant)
                continue
            attribute, read, language = row
        typed = read(value, context)
        if typed is None:
            continue
        if language is None:
            found[attribute] = typed
        elif (code := language or context.language) not in (texts := found.setdefault(attribute, {})):
            texts[code] = typed
        else:
            context.error(
                mark, "duplicate-key", worded('this is a second text in the language "{language}"', language=code)
            )
    return found, meant


def is_meant_private(node: Node, meant: set[str], context: Context, key: Scalar | None = None) -> bool:
    """True when a thing was to be private by a key that is misspelt, or that went with a fault in syntax.

    `key` is what the node is the value of: what went may have stood between the two, or have been all there was.
    """
    is_gone = context.is_gone("private") and (isinstance(node, Scalar) or context.is_lost(node, key))
    return is_gone or "private" in meant


def _row(key: str, rows: dict[str, _Row]) -> _Row | None:
    """The field of a key, which is kept from then on if it is a twin."""
    twin = _twin(key, rows)
    if twin is not None:
        rows[key] = twin
    return twin or rows.get(key)


def _is_renamed(mark: Scalar, node: YamlMapping, rows: dict[str, _Row], context: Context) -> bool:
    """Have a key be the field that it means without quotes, odd spaces and what nobody sees; whether it means one."""
    key = meant_text(mark.value, lambda bare: bare not in node.pairs and _row(bare, rows) is not None, mark, context)
    if key is not None:
        node.pairs[key] = node.pairs.pop(mark.value)
    return key is not None


def _twin(key: str, rows: dict[str, _Row]) -> _Row | None:
    """The field of a text in another language, such as `title_fr`."""
    found = _TWIN.fullmatch(key) if "_" in key else None
    base = rows.get(found[1]) if found else None
    return (base[0], base[1], found[2]) if found and base and base[2] is not None else None


_STRANGE = {
    "timeline": worded('a timeline has no "{key}"'),
    "actor": worded('an actor has no "{key}"'),
    "source": worded('a source has no "{key}"'),
    "event": worded('an event has no "{key}"'),
    "claim": worded('a claim has no "{key}"'),
    "view": worded('a view has no "{key}"'),
}
"""The sentence for a key that means nothing, by what it stands in."""


def _say_unknown(mark: Scalar, node: YamlMapping, kind: str, context: Context, meant: set[str]) -> None:
    """Say that a key means nothing here, and what it was perhaps meant to be, which is put among `meant`."""
    key, rows = mark.value, context.fields[kind]
    value = node.pairs[key][1]
    if node.flow and isinstance(value, Scalar) and not value.value:
        if _is_glued(mark, kind, context, meant):
            return
        if next(iter(node.pairs)) != key:
            place = _comma_before(mark, context)
            hint = worded("put quotes around the text") if place else None
            message = worded('a "," between brackets ends a text that has no quotes')
            context.error(place or mark, "unquoted-comma", message, hint, _quoted_pieces(mark, node, kind, context))
            return
    is_worth_a_look = _is_worth_a_look(key, context)
    if not is_worth_a_look and context.tally.counts("unknown-key"):
        return
    likely = _likely_key(key, rows) if is_worth_a_look else None
    hint = worded('did you mean "{name}"?', name=likely) if likely else None
    if likely:
        meant.add(likely)
    elif len(rows) <= 8:
        hint = worded("known here: {known}", known=", ".join(rows))
    is_word = likely not in node.pairs and not set(key).intersection(" \"'")
    cures = context.instead(mark, likely) if is_word else ()
    context.error(mark, "unknown-key", worded(*_STRANGE[kind].forms, key=key), hint, cures)


def _quoted_pieces(mark: Scalar, node: YamlMapping, kind: str, context: Context) -> tuple[Cure, ...]:
    """Quotes around a text between brackets that commas have cut; one of its pieces is a key without a value."""
    pairs = list(node.pairs.values())
    at = next(n for n, (key, _) in enumerate(pairs) if key is mark)
    last = at + 1
    while last < len(pairs) and not getattr(pairs[last][1], "value", pairs[last][1]):  # a list has no value
        last += 1
    value, pieces = pairs[at - 1][1], [key for key, _ in pairs[at:last]]
    if not isinstance(value, Scalar) or any(one.style or one.value in context.fields[kind] for one in (value, *pieces)):
        return ()
    return context.quoted_together(value, pieces[-1])


def _is_glued(mark: Scalar, kind: str, context: Context, meant: set[str]) -> bool:
    """Say of a key between brackets that no space follows its colon, once a mapping; False if that is not so."""
    found = re.match(r"(\w+):\S", mark.value)
    if found is None or found[1] not in context.fields[kind] or mark.style:
        return False
    if not meant:
        message, hint = worded('there is no space after "{key}"', key=f"{found[1]}:"), f"{found[1]}: …"
        place = context.within(mark, found.end(1), 1)
        context.error(place, "missing-space", message, hint, context.cures_in(place, "missing-space"))
    meant.add(found[1])
    return True


def is_unspaced(key: Scalar, context: Context) -> bool:
    """Say of a name that a bracket follows its colon at once, so that YAML takes both for the name; else False."""
    found = re.match(r"([^\s:]+):[\[{]", key.value)
    if found is None or key.style:
        return False
    message, hint = (
        worded('there is no space after "{key}"', key=f"{found[1]}:"),
        f"{found[1]}: {key.value[found.end() - 1]}…",
    )
    place = context.within(key, found.end(1), 1)
    context.error(place, "missing-space", message, hint, context.cures_in(place, "missing-space"))
    return True


def _is_worth_a_look(key: str, context: Context) -> bool:
    """True when the meaning of an unknown key is sought: of so many only what may keep a thing private."""
    return "unknown-key" not in context.tally.full or len(_PRIVATE.intersection(key.lower())) > 2


def _likely_key(key: str, rows: dict[str, _Row]) -> str | None:
    """The likely meaning of a key that has none: one in other letters, a synonym, or one that looks alike."""
    lower = key.lower()
    if _twin(lower, rows):
        return lower
    synonym = _SYNONYMS.get(lower)
    if synonym in rows:
        return synonym
    further = {"url": "sources", "countries": "country", "title": "name"}.get(synonym or "")
    return further if further in rows else closest(key, rows)


def _comma_before(node: Scalar, context: Context) -> Place | None:
    """The place of the comma just before a node, spaces aside, if one is there on its line."""
    mark: Any = node.start_mark
    line = context.text[mark.index - mark.column : mark.index].rstrip()
    return Place(mark.line + 1, len(line), mark.line + 1, len(line) + 1) if line.endswith(",") else None


def is_too_long(text: str, where: Node, context: Context) -> bool:
    """True when a text that others refer to is longer than what they may repeat, which is said."""
    if len(text) <= LONGEST_NAME:
        return False
    message = worded(
        "a text of {number} characters is too long to be referred to ({most} is the most)",
        number=f"{len(text):,}",
        most=f"{LONGEST_NAME:,}",
    )
    context.error(where, "too-long", message)
    return True


def short_names(names: dict[str, str], where: Node, context: Context) -> dict[str, str]:
    """Names by language, each no longer than what others may repeat."""
    return {code: f"{text[:80]}…" if is_too_long(text, where, context) else text for code, text in names.items()}
