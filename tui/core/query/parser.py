"""Reads a query: text to tree by recursive descent, names resolved while their place is at hand.

either = all ("OR" all)…        all = ["-"] one …
one    = field ":" value ("," value)…  |  "phrase"  |  word  |  "(" either ")"
"""

from __future__ import annotations

import re
from typing import NoReturn

from tui.core.dates.calendar import iso
from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date as parse_date
from tui.core.problems.problem import ERROR, Place, Problem
from tui.core.query.names import NAMED, Names, UnknownName
from tui.core.query.tree import (
    AS_OF,
    BRACKETED,
    DATES,
    FIELDS,
    FLAGS,
    OPERATORS,
    QUOTES,
    Group,
    Node,
    Query,
    Term,
    Text,
    in_quotes,
)
from tui.core.text.fold import fold
from tui.core.text.nearest import closest
from tui.core.timeline.model import Timeline

DEEPEST = 64
"""How deep parentheses may nest."""

_CLOSERS = {'"': '"＂', "＂": '"＂', "«": "»"}
"""What closes a phrase, by what opens it; the curly quotes close each other, as languages differ."""
_CURLY = '“”„‟"'

_BLANKS = re.compile(r"\s*")
_FIELD = re.compile(r"([^\W\d][\w-]*):")
_WORD = re.compile(rf"[^\s()\u0022{QUOTES[1:]}]+")
_VALUE = re.compile(rf"(?:{BRACKETED}|[^\s,()\u0022{QUOTES[1:]}])*")

# What people call a field that has another name here.
_SYNONYMS = {
    "acteur": "actor", "who": "actor", "qui": "actor", "org": "actor", "pays": "country", "type": "kind",
    "genre": "kind", "statut": "status", "langue": "language", "lang": "language", "lieu": "place",
    "where": "place", "ou": "place", "town": "place", "etiquette": "tag", "date": "in", "year": "in",
    "when": "in", "on": "in", "dans": "in", "since": "from", "depuis": "from", "until": "to", "till": "to",
    "asof": "as-of", "known": "as-of", "published": "as-of",
    "avant": "before", "apres": "after", "editeur": "publisher", "by": "publisher", "event": "id",
}  # fmt: skip


class QueryError(ValueError):
    """A query that cannot be read: why, where in its text, and what would cure it."""

    def __init__(self, message: str, position: int, length: int, hint: str | None = None, code: str = "syntax") -> None:
        super().__init__(message)
        self.message = message
        """One clause, lower case, without a full stop."""
        self.position = position
        """Offset in the text, in characters from 0."""
        self.length = length
        """In characters; 0 at the end of a text that stops too early."""
        self.hint = hint
        self.code = code
        """`syntax`, `unknown-field`, `unknown-name`, `missing-value` or `bad-date`."""


def parse_query(text: str, names: Timeline | Names) -> Query:
    """The tree of a query, simplified; whoever asks a timeline often passes its Names. Raises QueryError."""
    return _Reading(text, names if isinstance(names, Names) else Names(names)).whole().simplified()


def values_of(field: str, text: str, names: Names) -> tuple[str, ...]:
    """What one value of a field means, as `Term.values` holds it; raises QueryError with its place in the value."""
    value = " ".join(text.split())
    if not value:
        raise QueryError(f'"{field}:" has no value', 0, len(text), _example(field, names), "missing-value")
    if field in NAMED:
        try:
            return names.resolve(field, value)
        except UnknownName as unknown:
            raise QueryError(unknown.message, 0, len(text), unknown.hint, "unknown-name") from None
    if field in FLAGS:
        return (_flag(field, value, len(text)),)
    if field in DATES or field == AS_OF:
        try:
            date = parse_date(text)
        except DateError as error:
            raise QueryError(error.message, error.position, error.length, error.hint, "bad-date") from None
        return (_one_day(date, len(text)) if field == AS_OF else text.strip(),)
    return (value,)


def _one_day(date: Date, length: int) -> str:
    """The day, as the calendar writes it, of a date that is one whole day and surely so."""
    day = date.certain_day
    if day is not None and date.time is None:
        return iso(day)
    last = None if date.latest is None or date.interval else iso(date.latest)
    wrong = "a time of day has no place here" if date.time else "not one certain day"
    raise QueryError(wrong, 0, length, last and f"such as {last}", "bad-date")


def _flag(field: str, value: str, length: int) -> str:
    """One of the few words of `is:` or `has:`."""
    words = FLAGS[field]
    found = next((word for word in words if word == fold(value)), None)
    if found is None:
        near = closest(value, words)
        hint = f'did you mean "{near}"?' if near else f"one of {', '.join(words)}"
        raise QueryError(f'"{field}:" knows no "{value}"', 0, length, hint, "unknown-name")
    return found


def _example(field: str, names: Names) -> str:
    """How a value of a field looks."""
    if field in FLAGS:
        return f"one of {', '.join(FLAGS[field])}"
    if field in DATES:
        return f"a date follows the colon, as in {field}:2026-08"
    if field == AS_OF:
        return f"a day follows the colon, as in {field}:2025-08-26"
    if field == "country":
        return "a code or a name follows the colon, as in country:BE"
    known = next(iter(names.known(field)), None) if field in NAMED else None
    return f"as in {Term(field, (known,))}" if known else f"a value follows the colon, as in {field}:word"


def problem(error: QueryError, text: str) -> Problem:
    """What is wrong with a query, as a problem of its text; lines and columns from 1."""
    line = text.count("\n", 0, error.position) + 1
    column = error.position - text.rfind("\n", 0, error.position)
    place = Place(line, column, line, column + max(error.length, 1))
    return Problem(place, error.code, ERROR, error.message, error.hint)


class _Reading:
    """A query under way: its text, and how far it is read."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self.at = 0
        self.depth = 0
        self.told_by: tuple[int, int] | None = None
        """Where the day stands by which everything is told, and how long that term is."""

    def whole(self) -> Query:
        """All of the text; a blank one asks for everything."""
        if not self.text.strip():
            return Query()
        alternatives = self._either()
        if self.at < len(self.text):
            self._not_open()
        if self.told_by is not None and len(alternatives) > 1:
            at, length = self.told_by
            hint = f"what is a choice stands in parentheses: {self.text[at : at + length]} (… OR …)"
            self._fail(f'"{AS_OF}:" is for the whole query, not for a side of OR', length, hint, at=at)
        return alternatives[0] if len(alternatives) == 1 else Query((Group(alternatives),))

    def _fail(
        self, message: str, length: int, hint: str | None = None, *, at: int | None = None, code: str = "syntax"
    ) -> NoReturn:
        raise QueryError(message, self.at if at is None else at, length, hint, code)

    def _skip(self) -> str:
        """Go past blanks; the character that comes, empty at the end."""
        found = _BLANKS.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.text[self.at : self.at + 1]

    def _either(self) -> tuple[Query, ...]:
        """Alternatives up to the end or a closing parenthesis."""
        alternatives = []
        joint: int | None = None
        while True:
            terms = self._all()
            if not terms:
                self._nothing(joint)
            alternatives.append(Query(terms))
            if not self._is_word("OR"):
                return tuple(alternatives)
            joint = self.at
            self.at += 2

    def _nothing(self, joint: int | None) -> NoReturn:
        """Say what is missing where a term is due; `joint` is where the OR before it stands."""
        hint = 'OR stands between two terms; in quotes it is text: "OR"'
        if self._is_word("OR"):
            self._fail("OR has nothing before it" if joint is None else "OR stands here twice", 2, hint)
        if joint is not None:
            self._fail("OR has nothing after it", 2, hint, at=joint)
        if self.depth:
            self._fail("the parentheses hold nothing", 1, "a term stands between them")
        self._not_open()

    def _is_word(self, word: str) -> bool:
        """Whether that word comes, whole."""
        self._skip()
        found = _WORD.match(self.text, self.at)
        return found is not None and found[0] == word

    def _all(self) -> tuple[Node, ...]:
        """Terms side by side."""
        nodes: list[Node] = []
        while self._skip() not in ("", ")") and not self._is_word("OR"):
            nodes.append(self._signed())
        return tuple(nodes)

    def _signed(self) -> Node:
        """A term, perhaps negated."""
        sign = self.at
        negative = self.text[sign] == "-"
        if negative:
            self.at += 1
            after = self.text[self.at : self.at + 1]
            if not after or after.isspace() or after == ")":
                hint = 'a term comes right after it, as in -kind:law; in quotes it is text: "-"'
                self._fail('"-" stands before nothing', 1, hint, at=sign)
            if after == "-":
                self._fail('"-" stands here twice', 2, "one is enough; in quotes it is text", at=sign)
        node = self._one()
        return node._replace(negative=True) if negative else node

    def _one(self) -> Node:
        char = self.text[self.at]
        if char == "(":
            return self._group()
        if char in QUOTES:
            return self._phrase()
        found = _FIELD.match(self.text, self.at)
        return self._word() if found is None else self._term(found)

    def _group(self) -> Group:
        opened = self.at
        self.depth += 1
        if self.depth > DEEPEST:
            self._fail(f"parentheses nest more than {DEEPEST} deep", 1)
        self.at += 1
        if self._skip() == "":
            self._unclosed(opened)
        alternatives = self._either()
        if self._skip() != ")":
            self._unclosed(opened)
        self.at += 1
        self.depth -= 1
        return Group(alternatives)

    def _not_open(self) -> NoReturn:
        self._fail("no parenthesis is open here", 1, 'in quotes it is text: ")"')

    def _unclosed(self, opened: int) -> NoReturn:
        self._fail("this parenthesis is never closed", 1, '")" closes it; in quotes it is text: "("', at=opened)

    def _word(self) -> Text:
        """A word as it stands: what could be mistaken for something else has to stand in quotes."""
        begin = self.at
        found = _WORD.match(self.text, begin)
        word = found[0] if found else self.text[begin]
        cure = f"in quotes it is text: {in_quotes(word)}"
        if word in OPERATORS:
            instead = {"AND": "terms that stand side by side must all hold", "NOT": 'a "-" right before a term negates'}
            self._fail(f"{word} joins nothing here", len(word), f"{instead.get(word, 'OR joins two terms')}; {cure}")
        if ":" in word:
            colon = word.index(":")
            if colon == 0:
                self._fail("no field stands before the colon", 1, cure)
            self._fail(f'no field is called "{word[:colon]}"', colon, cure, code="unknown-field")
        self.at += len(word)
        self._no_quote_within(begin)
        return Text(word)

    def _phrase(self) -> Text:
        begin = self.at
        text = " ".join(self._quoted().split())
        if not text:
            self._fail("the quotes hold nothing", self.at - begin, "a word or a phrase stands between them", at=begin)
        self._apart()
        return Text(text)

    def _quoted(self) -> str:
        """What stands between quotes; a backslash before a quote or a backslash takes its meaning away."""
        begin = self.at
        closers = _CLOSERS.get(self.text[begin], _CURLY)
        inner: list[str] = []
        at = begin + 1
        while (char := self.text[at : at + 1]) not in closers:
            escaped = char == "\\" and self.text[at + 1 : at + 2] in (*QUOTES, "\\")
            inner.append(self.text[at + escaped])
            at += 1 + escaped
        if not char:
            closer = closers[1] if closers is _CURLY else closers[0]
            self._fail("this quote is never closed", 1, f'{closer} closes it; \\" is a quote within a phrase', at=begin)
        self.at = at + 1
        return "".join(inner)

    def _apart(self, more: str = "") -> None:
        """After a closing quote a space is due, or a parenthesis."""
        after = self.text[self.at : self.at + 1]
        if after and not after.isspace() and after not in "()" + more:
            self._fail("a space is missing after the quote", 1, 'a quote within a phrase is written \\"')

    def _no_quote_within(self, begin: int) -> None:
        """Right after a bare word or value no quote may open."""
        if self.text[self.at : self.at + 1] in tuple(QUOTES):
            whole = in_quotes(self.text[begin : self.at] + " …")
            self._fail("a quote stands within a word", 1, f'quotes go around the whole, as in {whole}; \\" is a quote')

    # ---- Fields

    def _term(self, found: re.Match[str]) -> Term:
        field = found[1].casefold()
        if field not in FIELDS:
            self._unknown_field(found[1])
        if field == AS_OF:
            return self._day_told_by(found)
        return self._valued(field, found)

    def _day_told_by(self, found: re.Match[str]) -> Term:
        """The one term that is for the whole query: once, not negated, not in parentheses."""
        begin = self.at
        term = self._valued(AS_OF, found)
        length = self.at - begin
        whole = f'"{AS_OF}:" is for the whole query'
        if self.text[begin - 1 : begin] == "-":
            self._fail(f'"{AS_OF}:" cannot be negated', length + 1, "it says by which day all is told", at=begin - 1)
        if self.depth:
            self._fail(f"{whole}, not for a part of it", length, "it stands outside all parentheses", at=begin)
        if len(term.values) > 1 or self.told_by is not None:
            self._fail(f'"{AS_OF}:" takes one day', length, "everything is told by one day", at=begin)
        self.told_by = begin, length
        return term

    def _valued(self, field: str, found: re.Match[str]) -> Term:
        """A field with its values."""
        begin = self.at
        self.at = found.end()
        if self.text[self.at : self.at + 1] in ("", " ", ")", "\t", "\n", "\u00a0"):
            self._valueless(field, begin)
        values: list[str] = []
        while True:
            values += self._value(field)
            if self.text[self.at : self.at + 1] != ",":
                return Term(field, _each_once(values, field))
            self.at += 1

    def _unknown_field(self, name: str) -> NoReturn:
        near = _SYNONYMS.get(fold(name)) or closest(name, FIELDS)
        after = self.text[self.at + len(name) + 1 :]
        if near:
            hint = f'did you mean "{near}:"?'
        elif after[:2] == "//" or after[:1].isspace() or not after:
            found = _WORD.match(self.text, self.at)
            hint = f"in quotes it is text: {in_quotes(found[0] if found else name)}"
        else:
            hint = f"fields are {', '.join(FIELDS)}"
        self._fail(f'no field is called "{name}"', len(name), hint, code="unknown-field")

    def _valueless(self, field: str, begin: int) -> NoReturn:
        """Say that nothing comes after the colon."""
        length = self.at - begin
        hint = _example(field, self.names)
        if self._skip() and (word := _VALUE.match(self.text, self.at)) and word[0] and not _FIELD.match(word[0]):
            hint = f"no space after the colon: {field}:{word[0]}"
        self._fail(f'"{field}:" has no value', length, hint, at=begin, code="missing-value")

    def _value(self, field: str) -> tuple[str, ...]:
        """One value, which may mean several; the place of what is wrong with it is that in the whole text."""
        begin = self.at
        if self.text[begin : begin + 1] in tuple(QUOTES):
            value, margin = self._quoted(), 1
            self._apart(",")
            if not value.strip():
                hint = _example(field, self.names)
                self._fail("the quotes hold nothing", self.at - begin, hint, at=begin, code="missing-value")
        else:
            found = _VALUE.match(self.text, begin)
            value, margin = found[0] if found else "", 0
            self.at += len(value)
            self._no_quote_within(begin)
            if not value:
                self._no_value(field)
        try:
            return values_of(field, value, self.names)
        except QueryError as error:
            error.position += begin + margin
            raise

    def _no_value(self, field: str) -> NoReturn:
        """Say that a value is missing beside a comma, or that a parenthesis stands where one is due."""
        char, before = self.text[self.at : self.at + 1], self.text[self.at - 1]
        if char == "(":
            hint = f"values stand side by side: {field}:one,other; or in quotes"
            self._fail("a parenthesis stands where a value is due", 1, hint)
        if before == ",":
            hint = "a value follows at once, without a space"
            self._fail("a value is missing after the comma", 1, hint, at=self.at - 1, code="missing-value")
        hint = "a value stands on each side of a comma"
        self._fail("a value is missing before the comma", 1, hint, code="missing-value")


def _each_once(values: list[str], field: str) -> tuple[str, ...]:
    """The values without those that mean the same as one before."""
    folded: dict[str, str] = {}
    for value in values:
        folded.setdefault(value if field in NAMED else fold(value), value)
    return tuple(folded.values())
