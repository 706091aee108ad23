"""Nodes to typed values: texts, lists, dates, countries, addresses; what is wrong is said and left out.

A reader of one field takes a node and gives its value, or None when there is none to be had.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from operator import attrgetter
from typing import Any

from tui.core.citation import addresses
from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date
from tui.core.problems.problem import ERROR, WARNING, Place, Problem
from tui.core.text.nearest import closest, did_you_mean
from tui.store.yaml.composer import Node, Scalar, YamlMapping, YamlSequence, at, place_of

Field = tuple[str, Callable[[Any], Any], str | None]
"""Where a key's value goes, how it is read, and for texts their language (`""` is the file's own)."""

_TWIN = re.compile(r"(.+)_([a-z]{2,3})")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LANGUAGES = {
    "english": "en", "anglais": "en", "french": "fr", "français": "fr", "francais": "fr", "dutch": "nl",
    "nederlands": "nl", "néerlandais": "nl", "spanish": "es", "espagnol": "es", "german": "de", "allemand": "de",
    "arabic": "ar", "arabe": "ar", "italian": "it", "italien": "it", "portuguese": "pt", "portugais": "pt",
}  # fmt: skip
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
"""What people write for a key of ours, where it is one that the place knows."""


_ANSWERS = {"true": True, "yes": True, "oui": True, "false": False, "no": False, "non": False}
"""What may be said of what is so or not."""

written = attrgetter("value")
"""The text of a scalar; AttributeError for other nodes."""

MOST_HINTS = 200
"""Names to look for likenesses of in one file: each takes milliseconds."""


class Fields:
    """Reads single fields, and gathers what is wrong with them."""

    def __init__(self, text: str, gone: str = "") -> None:
        """`text` is the whole file; `gone` is what was taken out of it for its faults in syntax."""
        self.problems: list[Problem] = []
        self.language = "en"
        self._text = text
        self._gone = gone
        self._hints: dict[str, str | None] = {}
        self.each: dict[Callable[[Any], Any], Callable[[Any], Any]] = {}
        """Of a reader of lists the reader of its items."""
        self._meant: set[str] = set()
        """What the unknown keys of the mapping read last were perhaps meant to be."""

    def report(self, place: Place, code: str, severity: str, message: str, hint: str | None = None) -> None:
        """Say what is wrong."""
        self.problems.append(Problem(place, code, severity, message, hint))

    def error(self, node: Node, code: str, message: str, hint: str | None = None) -> None:
        """Say what is wrong with a node."""
        self.problems.append(Problem(place_of(node), code, ERROR, message, hint))

    def warn(self, node: Node, code: str, message: str, hint: str | None = None) -> None:
        """Say what is doubtful about a node."""
        self.problems.append(Problem(place_of(node), code, WARNING, message, hint))

    def is_gone(self, name: str) -> bool:
        """Whether a name stands in what was blanked: its absence is then no fault of its own."""
        if not self._gone:
            return False
        return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self._gone) is not None

    def is_spoilt(self, first: int, last: int) -> bool:  # noqa: ARG002 - for readers that know
        """Whether something was taken out of these lines: what is missing there is no fault of its own."""
        return False

    def lost(self, node: Node, key: Scalar | None = None) -> bool:
        """Whether something was taken out of a node, or out of what its key has for a value."""
        begin = place_of(key or node).line
        end: Any = node.end_mark if isinstance(node, Scalar) else node.end
        goes_on = isinstance(node, Scalar) or node.flow or end.index >= len(self._text)
        return self.is_spoilt(begin, max(end.line + goes_on, begin))  # a block ends where the next thing begins

    # ---- Fields of a mapping

    def fields(self, node: YamlMapping, known: dict[str, Field], what: str) -> dict[str, Any]:
        """Each field that has a value, typed; texts in several languages as one dict by language."""
        found: dict[str, Any] = {}
        meant: set[str] = set()
        for key, (mark, value) in node.pairs.items():
            try:
                slot, read, language = known[key]
            except KeyError:
                field = self._twin(mark, value, known, what, node, meant)
                if field is None:
                    continue
                slot, read, language = field
            typed = read(value)
            if typed is None:
                continue
            if language is None:
                found[slot] = typed
            elif slot in found:
                self._add_words(found[slot], language or self.language, typed, mark)
            else:
                found[slot] = {language or self.language: typed}
        self._meant = meant
        return found

    def _add_words(self, words: dict[str, str], language: str, text: str, mark: Scalar) -> None:
        if language in words:
            self.error(mark, "duplicate-key", f'this is a second text in the language "{language}"')
        else:
            words[language] = text

    def _twin(
        self, mark: Scalar, value: Node, known: dict[str, Field], what: str, node: YamlMapping, meant: set[str]
    ) -> Field | None:
        """The field of a text in another language, such as `title_fr`; None, and said, for an unknown key."""
        key = mark.value
        found = _TWIN.fullmatch(key)
        if found is not None:
            base = known.get(found[1])
            if base is not None and base[2] is not None:
                known[key] = base[0], base[1], found[2]
                return known[key]
        self._unknown_key(mark, value, known, what, node, meant)
        return None

    def _unknown_key(
        self, mark: Scalar, value: Node, known: dict[str, Field], what: str, node: YamlMapping, meant: set[str]
    ) -> None:
        """Say that a key means nothing here, and what it was perhaps meant to be, which is put among `meant`."""
        key = mark.value
        if node.flow and isinstance(value, Scalar) and not value.value and self._is_glued(mark, known, meant):
            return
        if node.flow and isinstance(value, Scalar) and not value.value and next(iter(node.pairs)) != key:
            place = self._before(mark, ",")
            hint = "put quotes around the text" if place else None
            message = 'a "," between brackets ends a text that has no quotes'
            self.report(place or place_of(mark), "unquoted-comma", ERROR, message, hint)
            return
        likely = self._likely_key(key, known)
        hint = likely and f'did you mean "{likely}"?'
        if likely:
            meant.add(likely)
        if hint is None and len(known) <= 8:
            hint = f"known here: {', '.join(known)}"
        self.error(mark, "unknown-key", f'{what} has no "{key}"', hint)

    def _is_glued(self, mark: Scalar, known: dict[str, Field], meant: set[str]) -> bool:
        """Say of a key between brackets that no space follows its colon, once a mapping; False if that is not so."""
        found = re.match(r"(\w+):\S", mark.value)
        if found is None or found[1] not in known or mark.style:
            return False
        if not meant:
            place = self._within(mark, found.end(1), 1)
            hint = f"{found[1]}: …"
            self.report(place, "missing-space", ERROR, f'there is no space after "{found[1]}:"', hint)
        meant.add(found[1])
        return True

    def is_unspaced(self, key: Scalar) -> bool:
        """Say of a name that a bracket follows its colon at once, so that YAML takes both for the name; else False."""
        found = re.match(r"([^\s:]+):[\[{]", key.value)
        if found is None or key.style:
            return False
        hint = f"{found[1]}: {key.value[found.end() - 1]}…"
        place = self._within(key, found.end(1), 1)
        self.report(place, "missing-space", ERROR, f'there is no space after "{found[1]}:"', hint)
        return True

    def _likely_key(self, key: str, known: dict[str, Field]) -> str | None:
        """What a key that means nothing was meant to be: one in other letters, a synonym, or one that looks alike."""
        lower = key.lower()
        twin = _TWIN.fullmatch(lower)
        base = known.get(twin[1]) if twin else None
        if base is not None and base[2] is not None:
            return lower
        synonym = _SYNONYMS.get(lower)
        if synonym in known:
            return synonym
        further = {"url": "sources", "countries": "country", "title": "name"}.get(synonym or "")
        return further if further in known else closest(key, known)

    def _before(self, node: Scalar, character: str) -> Place | None:
        """The place of the character just before a node, spaces aside, if it is that one and on its line."""
        mark: Any = node.start_mark
        line = self._text[mark.index - mark.column : mark.index].rstrip()
        if not line.endswith(character):
            return None
        return Place(mark.line + 1, len(line), mark.line + 1, len(line) + 1)

    def suggested(self, text: str, names: Callable[[], dict[str, str]]) -> str | None:
        """The hint for a name that is not there, from the ids by all their names; once a name, for so many names."""
        if text not in self._hints:
            ids = names() if len(self._hints) < MOST_HINTS else {}
            near = closest(text, ids)
            self._hints[text] = near and f'did you mean "{ids[near]}"?'
        return self._hints[text]

    # ---- Shapes

    def scalar(self, node: Node) -> Scalar | None:
        """A node that holds one value; None when it is empty, or is something else, which is said."""
        if node.__class__ is Scalar:
            empty = not node.style and node.value in ("", "~")
            return None if empty else node
        self.wrong(node, "one text is expected here")
        return None

    def wrong(self, node: Node, expected: str) -> None:
        """Say that a node is something else than is expected, and what it was perhaps meant to be."""
        if isinstance(node, YamlMapping) and "text" in expected and self._stray_colon(node):
            return
        what, hint = "a text", None
        if isinstance(node, YamlMapping):
            what = "a mapping"
        elif isinstance(node, YamlSequence):
            what = "a list"
        if "list" in expected:
            hint = "a list stands in [ ], or in lines that begin with -"
        elif not isinstance(node, Scalar) and node.flow and len(node[0]) == 1:
            hint = f'put quotes around a text that begins with "{"{" if isinstance(node, YamlMapping) else "["}"'
        self.error(node, "wrong-type", f"{expected}, not {what}", hint)

    def _stray_colon(self, node: YamlMapping) -> bool:
        """Say, of a mapping where a text is due, that it is a text with a colon in it; False if it is not."""
        key, _ = next(iter(node.pairs.values()), (None, None))
        if key is None or key.style:
            return False
        end: Any = key.end_mark
        rest = self._text[end.index : end.index + 20]
        start: Any = node.start
        if self._text[start.index : start.index + 1] == "{" or not rest.lstrip(" \u00a0").startswith(":"):
            return False
        column = end.column + rest.index(":") + 1
        place = Place(end.line + 1, column, end.line + 1, column + 1)
        shown = " : " if rest[0] != ":" else ": "
        self.report(place, "unquoted-colon", ERROR, f'"{shown}" needs quotes, or ">-" before the text')
        return True

    def many(self, node: Node) -> list[Node]:
        """The nodes of a list; one value may stand for a list of one."""
        if node.__class__ is YamlSequence:
            return node.items
        if node.__class__ is Scalar:
            return [node] if self.scalar(node) else []
        self.wrong(node, "a text or a list of texts is expected here")
        return []

    def mapping(self, node: Node, what: str) -> YamlMapping | None:
        """A mapping; None when it is empty, or is something else, which is said."""
        if isinstance(node, YamlMapping):
            return node
        if not isinstance(node, Scalar) or self.scalar(node):
            self.wrong(node, f"{what} is expected here")
        return None

    # ---- Texts

    def text(self, node: Node) -> str | None:
        """A text of any length, with its own lines."""
        if node.__class__ is not Scalar:
            self.scalar(node)
            return None
        text: str = node.value
        return None if text == "~" and not node.style else text.strip() or None

    def line(self, node: Node) -> str | None:
        """A text on one line."""
        if node.__class__ is not Scalar:
            self.scalar(node)
            return None
        text: str = node.value
        if text == "~" and not node.style:
            return None
        return (joined(text) if "\n" in text or "\t" in text else text.strip()) or None

    def several(self, read: Callable[[Node], str | None]) -> Callable[[Node], tuple[str, ...] | None]:
        """A reader of lists, each item once; what was fine is looked at once, however often it stands there."""
        fine: dict[tuple[str, ...], tuple[str, ...]] = {}
        single: dict[str, str] = {}
        alone: dict[str, tuple[str]] = {}  # what was fine, where it stands for a list of one

        def reader(node: Node) -> tuple[str, ...] | None:
            if node.__class__ is Scalar and node.value in alone:
                return alone[node.value]
            items: list[Any] = node.items if node.__class__ is YamlSequence else self.many(node)
            try:
                texts = tuple(map(written, items))
                known = fine.get(texts)
                if known is not None:
                    return known
                known = tuple(map(single.__getitem__, texts))
                if known and len(known) == len(set(known)):
                    fine[texts] = known
                    return known
            except AttributeError:  # a list in the list
                texts = ("",)
            except KeyError:
                pass  # one that was not seen before
            so_far = len(self.problems)
            found = self._once(items, read)
            if found and len(self.problems) == so_far and "" not in texts and "~" not in texts:
                fine[texts] = found
                if len(texts) == len(found):
                    single.update(zip(texts, found, strict=True))
                    alone.update((text, (one,)) for text, one in zip(texts, found, strict=True))
            return found or None

        self.each[reader] = read
        return reader

    def _once(self, items: list[Node], read: Callable[[Node], str | None]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for item in items:
            text = read(item)
            if text in found:
                self.warn(item, "duplicate-value", f'"{text}" stands here twice')
            elif text is not None:
                found[text] = None
        return tuple(found)

    def one_of(self, node: Node, choices: Iterable[str], code: str, what: str) -> str | None:
        """One word of a closed list."""
        text = self.line(node)
        if text is None or text in choices:
            return text
        hint = did_you_mean(text, choices) or f"one of {', '.join(choices)}"
        self.error(node, code, f'"{text}" is no {what}', hint)
        return None

    # ---- Values

    def date(self, node: Node) -> Date | None:
        """A date as EDTF has it."""
        if node.__class__ is not Scalar:
            self.wrong(node, "a date is expected here")
            return None
        text: str = node.value
        try:
            return parse_date(text)
        except DateError as error:
            if "\n" in text and text[:1] in ("[", "{"):  # over several lines between brackets, where blanks are free
                with suppress(DateError):
                    return parse_date("".join(text.split()))
            if text.strip() and (text != "~" or node.style):
                place = self._within(node, error.position, error.length)
                self.report(place, "bad-date", ERROR, error.message, error.hint)
            return None

    def _within(self, scalar: Scalar, position: int, length: int) -> Place:
        """The place of some characters of a scalar; all of it when it is not written as it reads."""
        start: Any = scalar.start_mark
        quoted = int(scalar.style in ("'", '"'))
        begin = start.index + quoted
        if self._text[begin : begin + len(scalar.value)] != scalar.value or "\n" in scalar.value:
            return place_of(scalar)
        column = start.column + 1 + quoted + min(position, max(len(scalar.value) - 1, 0))
        return Place(start.line + 1, column, start.line + 1, column + max(length, 1))

    def yes_or_no(self, node: Node) -> bool | None:
        """Yes or no; what is unclear is said, and taken for a yes: what was to be kept private stays so."""
        text = self.line(node)
        if text is None:
            return None if isinstance(node, Scalar) else True
        answer = _ANSWERS.get(text.lower())
        if answer is None:
            self.error(node, "not-yes-or-no", f'"{text}" is neither true nor false', "true, or leave it out")
        return answer is not False

    def country(self, node: Node) -> str | None:
        """A country's code: ISO 3166-1 alpha-2, XK or EU."""
        text = self.line(node)
        if text is None:
            return None
        from tui.core.timeline import countries

        if countries.is_code(text):
            return text
        code = text.upper() if countries.is_code(text.upper()) else countries.closest(text)
        hint = f'did you mean "{code}"?' if code else "a country is two letters, such as BE"
        self.error(node, "unknown-country", f'"{text}" is not the code of a country', hint)
        return None

    def language_code(self, node: Node) -> str | None:
        """A language's code, such as `fr`."""
        text = self.line(node)
        if text is None or _LANGUAGE.fullmatch(text):
            return text
        code = _LANGUAGES.get(text.casefold()) or (text.lower() if _LANGUAGE.fullmatch(text.lower()) else None)
        hint = f'did you mean "{code}"?' if code else "a language is two or three letters, such as fr"
        self.error(node, "bad-language", f'"{text}" is not the code of a language', hint)
        return None

    def address(self, node: Node) -> str | None:
        """An address of the web that may be opened."""
        text = self.line(node)
        if text is None:
            return None
        fault = addresses.fault(text)
        if fault is None:
            return text
        hint = f'did you mean "https://{text}"?' if addresses.fault(f"https://{text}") is None and "." in text else None
        self.error(node, "bad-address", fault, hint)
        return None

    def copy(self, node: Node) -> str | None:
        """Where a copy of a source is: an address, or a file beside the timeline's."""
        text = self.line(node)
        if text is None or addresses.is_web(text):
            return text and self.address(node)
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text) or text.startswith(("/", "\\", "//", "-")):
            message = "an archive is an http(s) address or a file beside this one"
            self.error(node, "bad-address", message)
            return None
        return text


def joined(text: str) -> str:
    """A text on one line: its line ends, tabs and spaces are one space wherever they stand."""
    if "\n" in text or "\t" in text:
        text = text.replace("\n", " ").replace("\t", " ")
    return " ".join([part for part in text.split(" ") if part]) if "  " in text else text.strip(" ")


def head(scalar: Scalar) -> Place:
    """The first character of a scalar."""
    return at(scalar.start_mark)
