"""The question of a reader to a timeline, as a tree: terms on fields, words, groups; and its text.

A query is a conjunction. Its text is canonical: reading it gives the same tree, and the same tree the same text.
"""

from __future__ import annotations

from typing import NamedTuple, TypeGuard

from tui.core.dates.calendar import parse_day
from tui.core.problems.problem import SILENCEABLE
from tui.core.text.pattern import pattern

FACETS = ("actor", "country", "kind", "source", "status", "tag", "place", "publisher", "language", "year")
"""The fields whose values are counted and picked."""

DATES = ("in", "within", "possibly", "before", "after", "to", "from")
"""The fields that take a date."""

SINGLE_SOURCE = "single-source"
"""The word for what rests on one source: of `is:` whatever the file says of it, of `hint:` unless it says why."""

FLAGS = {
    "is": (
        "disputed", "planned", "overdue", "interval", "point", "undated", "uncertain", "vague", "key", "private",
        SINGLE_SOURCE, "proved", "unproved", "starred", "read",
    ),
    "has": ("claims", "passage", "archive", "copy", "date_note", "note"),
    "hint": SILENCEABLE,
}  # fmt: skip
"""The fields that take one of a few words."""

AS_OF = "as-of"
"""The field that takes the day by whose publications everything is told: it stands once, for the whole query."""

FIELDS = (
    "actor", "source", "id", "country", "kind", "status", "language", "publisher", "place", "tag", "year", *DATES,
    *FLAGS, AS_OF,
)  # fmt: skip

ALONE = "="
"""The sign before the name of an actor that leaves its members out."""

ANY = "*"
"""The sign in a name for any characters, or none."""

FIELD_NAME = r"[^\W\d][\w-]*"
"""The name of a field, before its colon."""

QUOTES = '"“”„‟＂«»'
"""The signs that open and close a phrase, as keyboards and word processors have them."""

OPERATORS = ("OR", "AND", "NOT")
"""Words that are text only in quotes."""

BRACKETED = r"\[[^\[\]]*\]|\{[^{}]*\}"
"""A set of dates: commas and spaces within its brackets are its own."""

_BARE_VALUE = pattern(rf"(?:{BRACKETED}|[^\s,()\[\]{{}}{QUOTES}])+")
_BARE_WORD = pattern(rf"(?!-)[^\s():{QUOTES}]+")


class Term(NamedTuple):
    """One condition: the field has one of the values, or with `negative` none of them."""

    field: str
    values: tuple[str, ...]
    """Ids of actors, sources and events, codes of countries, dates as written; else the word as the file writes it."""
    negative: bool = False

    def __str__(self) -> str:
        return f"{_sign(self)}{self.field}:{','.join(map(quoted, self.values))}"


class Text(NamedTuple):
    """A word or a phrase that an event holds, blind to case and accents; with `negative` does not hold."""

    text: str
    """Without spaces around it, single ones within."""
    negative: bool = False

    def __str__(self) -> str:
        bare = _BARE_WORD.fullmatch(self.text) and self.text not in OPERATORS
        return _sign(self) + (self.text if bare else in_quotes(self.text))


class Group(NamedTuple):
    """A part in parentheses: one of the alternatives holds, or with `negative` none."""

    alternatives: tuple[Query, ...]
    negative: bool = False

    def __str__(self) -> str:
        return f"{_sign(self)}({self.within})"

    @property
    def within(self) -> str:
        """Its text without the parentheses."""
        return " OR ".join(map(str, self.alternatives))


Node = Term | Text | Group


class Query(NamedTuple):
    """A conjunction of terms; the empty one asks for everything."""

    terms: tuple[Node, ...] = ()

    def __str__(self) -> str:
        if len(self.terms) == 1 and isinstance(group := self.terms[0], Group) and not group.negative:
            return group.within
        return " ".join(map(str, self.terms))

    def chosen(self, field: str, *, negative: bool = False) -> tuple[str, ...]:
        """The values that the field must have one of, or with `negative` none of."""
        return next((one.values for one in self.terms if _is_on(one, field, negative)), ())

    def choosing(self, field: str, values: tuple[str, ...], *, negative: bool = False) -> Query:
        """The query with that term set, in its old place if it had one; no values take the term away."""
        term = Term(field, tuple(dict.fromkeys(values)), negative)
        kept = [term if _is_on(old, field, negative) else old for old in (*self.terms, term)]
        return Query(tuple(one for one in dict.fromkeys(kept) if values or one != term))

    def toggling(self, field: str, value: str, *, negative: bool = False) -> Query:
        """The query with the value had, or excluded; if it was so already, with it taken away."""
        same = self.chosen(field, negative=negative)
        other = tuple(one for one in self.chosen(field, negative=not negative) if one != value)
        values = tuple(one for one in same if one != value) if value in same else (*same, value)
        return self.choosing(field, values, negative=negative).choosing(field, other, negative=not negative)

    @property
    def as_of(self) -> int | None:
        """The day by whose publications everything is to be told."""
        return next((parse_day(day) for day in self.chosen(AS_OF)), None)

    def without(self, field: str) -> Query:
        """The query with no term of its own on that field."""
        return Query(tuple(one for one in self.terms if not isinstance(one, Term) or one.field != field))

    def dropping(self, text: str) -> Query:
        """The query without the one of its terms that is written so."""
        return Query(tuple(one for one in self.terms if str(one) != text))

    def fields(self) -> tuple[str, ...]:
        """The fields that it has terms of its own on, each once, in order."""
        return tuple(dict.fromkeys(term.field for term in self.terms if isinstance(term, Term)))

    def anywhere(self, field: str) -> frozenset[str]:
        """The values of a field that stand in any of its terms, those within parentheses too."""
        found: set[str] = set()
        for node in self.terms:
            if isinstance(node, Term) and node.field == field:
                found.update(node.values)
            elif isinstance(node, Group):
                found.update(*(one.anywhere(field) for one in node.alternatives))
        return frozenset(found)

    def simplified(self) -> Query:
        """The same, said once: nothing doubled, no needless parentheses, exclusions of a field in one term."""
        return Query(_united([simple for node in self.terms for simple in _simple(node)]))


def _sign(node: Node) -> str:
    return "-" if node.negative else ""


def _is_on(node: Node, field: str, negative: bool) -> TypeGuard[Term]:
    return isinstance(node, Term) and node.field == field and node.negative is negative


def quoted(value: str) -> str:
    """A value as a query writes it: in quotes when it holds a character that would end it."""
    return value if _BARE_VALUE.fullmatch(value) else in_quotes(value)


def in_quotes(text: str) -> str:
    """A text between straight quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# ---- Simplifying


def _simple(node: Node) -> tuple[Node, ...]:
    """A node as the conjunction it amounts to."""
    if isinstance(node, Term):
        return (node._replace(values=tuple(dict.fromkeys(node.values))),)
    if isinstance(node, Text):
        return (node,)
    alternatives = tuple(dict.fromkeys(one for query in node.alternatives for one in _spliced(query.simplified())))
    if len(alternatives) > 1:
        return (node._replace(alternatives=alternatives),)
    (query,) = alternatives
    if not node.negative:
        return query.terms
    if len(query.terms) == 1:
        only = query.terms[0]
        return _simple(only._replace(negative=not only.negative))
    return (node._replace(alternatives=alternatives),)


def _spliced(query: Query) -> tuple[Query, ...]:
    """The alternatives that an alternative amounts to: those of a group that stands alone in it."""
    if len(query.terms) == 1 and isinstance(group := query.terms[0], Group) and not group.negative:
        return group.alternatives
    return (query,)


def _united(nodes: list[Node]) -> tuple[Node, ...]:
    """A conjunction with each condition once: `-kind:a -kind:b` is `-kind:a,b`."""
    excluded: dict[str, tuple[str, ...]] = {}
    for node in nodes:
        if isinstance(node, Term) and node.negative:
            excluded[node.field] = tuple(dict.fromkeys((*excluded.get(node.field, ()), *node.values)))
    return tuple(
        dict.fromkeys(
            node._replace(values=excluded[node.field]) if isinstance(node, Term) and node.negative else node
            for node in nodes
        )
    )
