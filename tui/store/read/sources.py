"""Sources and their passages, citations of them, and claims: who says what, and where."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from tui.core.citation import addresses
from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_date
from tui.core.problems.problem import ERROR, Place
from tui.core.text.nearest import closest, did_you_mean
from tui.core.timeline.model import STATUSES, Citation, Claim, Passage, Source, Value
from tui.store.read.fields import Field, joined, written
from tui.store.read.silence import Silencing
from tui.store.yaml.composer import Node, Scalar, YamlMapping, YamlSequence, place_of


class Evidence(Silencing):
    """Reads sources first, then the citations of them."""

    def __init__(self, text: str, gone: str = "") -> None:
        super().__init__(text, gone)
        self.sources: dict[str, Source] = {}
        self.places: dict[tuple[str, str], Place] = {}
        """Where a field of a source or an event stands, by id and field, for the rules about the whole."""
        self._cited: dict[str, Citation] = {}
        self._misspelt: set[str] = set()
        """Sources whose passages may stand under a key that is misspelt; empty for all sources: that theirs is."""
        self._source_fields: dict[str, Field] = {
            "title": ("titles", self.line, ""),
            "publisher": ("publisher", self.line, None),
            "author": ("author", self.line, None),
            "url": ("url", self.address, None),
            "archive": ("archive", self.copy, None),
            "published": ("published", self.date, None),
            "published_note": ("published_note", self.text, ""),
            "seen": ("seen", self.date, None),
            "language": ("language", self.language_code, None),
            "country": ("country", self.country, None),
            "passages": ("passages", self.passages, None),
            "note": ("note", self.text, ""),
            "silence": ("silences", self.silence, None),
            "gone": ("gone", self.date, None),
            "private": ("private", self.yes_or_no, None),
        }
        self._claim_fields: dict[str, Field] = {"because": ("because", self.text, "")}

    # ---- What is private

    def keep_private(self, node: YamlMapping, found: dict[str, Any]) -> None:
        """Take for private what was meant to be, though the key is misspelt or went with a fault in syntax."""
        if "private" in self._meant or (self.is_gone("private") and self.lost(node)):
            found["private"] = True

    # ---- Sources

    def source(self, key: Scalar, node: Node) -> None:
        """One source, by its id."""
        mapping = self.mapping(node, "a source, with a title or a url,") or YamlMapping({}, node, node, False)
        name = key.value
        if "#" in name or not name.strip():
            self.error(key, "bad-id", f'the id of a source holds no "#": "{name}"')
        so_far = len(self.problems)
        found = self.fields(mapping, self._source_fields, "a source")
        if "passages" not in mapping.pairs and any(one.code == "unknown-key" for one in self.problems[so_far:]):
            self._misspelt.add(name)
        if self._meant or self._gone:
            self.keep_private(mapping, found)
        named = self._meant & {"title", "url"} or any(
            field in mapping.pairs and not _is_empty(mapping.pairs[field][1]) for field in ("title", "url")
        )
        if not named and not self.lost(node, key):
            self.error(key, "missing-title", f'source "{name}" has neither a title nor a url')
        for field in ("url", "seen", "gone"):
            if field in found:
                self.places[name, field] = place_of(mapping.pairs[field][1])
        self.sources.setdefault(name, Source(name, line=place_of(key).line, **found))

    def passages(self, node: Node) -> dict[str, Passage] | None:
        """The passages of a source by name."""
        mapping = self.mapping(node, "a mapping of names to first words … last words")
        found = {}
        for name, (_, value) in mapping.pairs.items() if mapping else ():
            passage = self.passage(name, value)
            if passage is not None:
                found[name] = passage
        return found or None

    def passage(self, name: str, node: Node) -> Passage | None:
        """First words … last words, or one exact phrase."""
        text = self.line(node)
        if text is None:
            return None
        if "..." in text:
            text = text.replace("...", "…")
        start, ellipsis, end = text.partition("…")
        if not ellipsis:
            return Passage(name, text)
        if start and end and "…" not in end:
            return Passage(name, start.rstrip(), end.lstrip())
        ends = [end.strip() for end in text.split("…")]
        message = "a passage is its first words … its last words, or one exact phrase"
        hint = "one … between the first words and the last" if len(ends) > 2 else "words before … and after it"
        self.error(node, "bad-passage", message, hint)
        return Passage(name, longest) if (longest := max(ends, key=len)) else None

    # ---- Citations

    def citations(self, node: Node) -> tuple[Citation, ...] | None:
        """What is under `sources:`, or beside a claimed value: one citation or several."""
        if isinstance(node, YamlMapping):
            one = self._in_place(node)
            return (one,) if one else None
        nodes: list[Any] = node.items if node.__class__ is YamlSequence else self.many(node)
        try:
            texts = list(map(written, nodes))
            if len(texts) < 2 or len(set(texts)) == len(texts):
                return tuple(map(self._cited.__getitem__, texts)) or None
        except (AttributeError, KeyError):
            pass  # not all of them were seen before
        return self._cited_by(nodes)

    def _cited_by(self, nodes: list[Node]) -> tuple[Citation, ...] | None:
        found: dict[Citation, None] = {}
        last = -1
        for i, item in enumerate(nodes):
            if i <= last:  # a piece of an address
                continue
            cited = None
            if isinstance(item, Scalar):
                cited = self._cited.get(item.value) or self._named(item)
                if not item.style and addresses.is_web(item.value):
                    last = self._cut_address(nodes, i)
            elif isinstance(item, YamlMapping):
                cited = self._in_place(item)
            else:
                self.wrong(item, "a citation is expected here")
            if cited in found and not self._lacks_its_passage(item, cited):
                self.warn(item, "duplicate-value", "the same is cited here twice")
            if cited is not None:
                found[cited] = None
        return tuple(found) or None

    @staticmethod
    def _lacks_its_passage(item: Node, cited: Citation | None) -> bool:
        """Whether a passage is named that was not found, which is a fault of its own."""
        return cited is not None and cited.passage is None and isinstance(item, Scalar) and "#" in item.value

    def _cut_address(self, nodes: list[Node], i: int) -> int:
        """Say that a comma has cut an address between brackets; the index of the last piece of it."""
        last = i
        for j in range(i + 1, len(nodes)):
            before: Any = nodes[j - 1]
            after: Any = nodes[j]
            if not isinstance(nodes[j], Scalar) or not isinstance(nodes[j - 1], Scalar):
                break
            if self._text[before.end_mark.index : after.start_mark.index] != ",":
                break
            if addresses.is_web(after.value) or after.value in self.sources:
                break
            last = j
        if last > i:
            end: Any = nodes[i]
            mark = end.end_mark
            place = Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
            message = 'a "," between brackets ends an address that has no quotes'
            self.report(place, "unquoted-comma", ERROR, message, "put quotes around the address")
        return last

    def _named(self, node: Any) -> Citation | None:
        """`source`, `source#passage` or a bare address."""
        text = node.value.strip()
        if not text or (text == "~" and not node.style):
            return None
        if "://" in text or text.lower().startswith("www."):
            return self._bare(node)
        name, mark, passage = text.partition("#")
        source = self.sources.get(name)
        if source is None:
            if not self.is_gone(name) and "" not in self._misspelt:
                self._unknown_source(node, name)
            return None
        if not mark:
            return self._cited.setdefault(text, Citation(name))
        known = source.passages.get(passage)
        if known is not None:
            return self._cited.setdefault(text, Citation(name, known))
        if not self.is_gone(passage) and name not in self._misspelt:
            message = f'source "{name}" has no passage "{passage}"'
            hint = did_you_mean(passage, source.passages)
            if hint is None:
                hint = f"it has {', '.join(source.passages)}" if source.passages else "it has no passages at all"
            place = self._within(node, len(name) + 1, len(passage))
            self.report(place, "unknown-passage", ERROR, message, hint)
        return Citation(name)

    def _unknown_source(self, node: Scalar, name: str) -> None:
        hint = self.suggested(name, self._source_names)
        place = self._within(node, 0, len(name))
        self.report(place, "unknown-source", ERROR, f'no source is called "{name}"', hint)

    def _source_names(self) -> dict[str, str]:
        """The ids of sources, by themselves and by their titles."""
        titles = {title: own for own, one in self.sources.items() for title in one.titles.values()}
        return {**titles, **{own: own for own in self.sources}}

    def _bare(self, node: Scalar) -> Citation | None:
        """An address that is a source of its own."""
        address = self.address(node)
        if address is None:
            return None
        place = place_of(node)
        self.sources.setdefault(address, Source(address, url=address, line=place.line))
        self.places.setdefault((address, "url"), place)
        return Citation(address)

    def _in_place(self, node: YamlMapping) -> Citation | None:
        """`source: first words … last words`."""
        if len(node.pairs) != 1:
            self.error(node, "wrong-type", "a citation in place is one source: first words … last words")
            return None
        ((key, value),) = node.pairs.values()
        cited = self._cited.get(key.value) or self._named(key)
        if cited is None:
            return None
        if cited.passage is not None:
            self.error(key, "bad-passage", "either a passage by name or its words, not both")
            return cited
        passage = self.passage("", value)
        return Citation(cited.source, passage) if passage else cited

    # ---- Claims

    def claims(self, node: Node) -> tuple[Claim, ...] | None:
        """What is said of one thing and another: by name of the thing, each value with who says it."""
        mapping = self.mapping(node, "a mapping of what is claimed to its values")
        if mapping is None:
            return None
        found = []
        for name, (key, value) in mapping.pairs.items():
            values = self.mapping(value, "a mapping of values to citations")
            if values is not None:
                found.append(self._claim(name, values, key))
        return tuple(found) or None

    def _claim(self, name: str, node: YamlMapping, key_of_all: Scalar) -> Claim:
        values: list[Value] = []
        rest: dict[str, tuple[Scalar, Node]] = {}
        for key, pair in node.pairs.items():
            if key == "keep" or key == "because" or key.startswith("because_"):
                rest[key] = pair
            elif self._is_value(name, pair[0]):
                values.append(self._value(*pair))
        keep = rest.pop("keep", None)
        found = (
            self.fields(YamlMapping(rest, node.start, node.end, node.flow), self._claim_fields, "a claim")
            if rest
            else {}
        )
        kept = keep and self._kept(keep[1], values, partial(self.lost, node, key_of_all))
        return Claim(name, tuple(values), kept, **found)

    def _value(self, key: Scalar, node: Node) -> Value:
        cited = self.citations(node)
        if cited is None and _is_empty(node):
            self.warn(key, "unsourced-value", f'nobody is cited for "{key.value}"', "a source, or leave the value out")
        return Value(joined(key.value), cited or ())

    def _is_value(self, name: str, key: Scalar) -> bool:
        """Whether a claimed value may stand in a claim of that name."""
        text = key.value.strip()
        if text[:1] in ("<", ">", "≤", "≥"):
            self.warn(key, "bare-comparison", f'"{text}" is a comparison, not words', 'write "more than" or "up to"')
        if name == "status" and text not in STATUSES:
            hint = did_you_mean(text, STATUSES) or f"one of {', '.join(STATUSES)}"
            self.error(key, "unknown-status", f'"{text}" is no status', hint)
            return False
        if name == "date":
            try:
                parse_date(text)
            except DateError as error:
                place = self._within(key, error.position, error.length)
                self.report(place, "bad-date", ERROR, error.message, error.hint)
                return False
        return True

    def _kept(self, node: Node, values: list[Value], is_spoilt: Callable[[], bool]) -> str | None:
        """The value kept, as it is written among the values; of a spoilt claim it may be one that went."""
        text = self.line(node)
        if text is None:
            return None
        folded = "".join(text.split()).casefold()
        for value in values:
            if value.text == text or "".join(value.text.split()).casefold() == folded:
                return value.text
        if not is_spoilt() and not self.is_gone(text):
            figures = re.findall(r"\d+", text)  # another figure is another fact, and no slip
            near = closest(text, [value.text for value in values if re.findall(r"\d+", value.text) == figures])
            hint = f'did you mean "{near}"?' if near else None
            self.error(node, "unknown-value", f'"{text}" is not among the values of this claim', hint)
        return None


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.value.strip()
    return isinstance(node, YamlSequence) and not node.items
