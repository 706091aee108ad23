"""The tokens of a query: words, quotes, the name of a field and its values, each with its place when it is wrong."""

from __future__ import annotations

from typing import NoReturn

from tui.core.dates.calendar import iso
from tui.core.dates.edtf import Date, DateError
from tui.core.problems.problem import ERROR, Place, Problem
from tui.core.problems.tally import shortened
from tui.core.query.names import NAMED, Names, UnknownName
from tui.core.query.tree import ALONE, AS_OF, BRACKETED, DATES, FIELD_NAME, FLAGS, QUOTES, Term, in_quotes
from tui.core.text.fold import fold
from tui.core.text.messages import worded
from tui.core.text.nearest import closest
from tui.core.text.pattern import pattern

_CLOSERS = {'"': '"＂', "＂": '"＂', "«": "»"}
"""The signs that close a phrase, by the sign that opens it; the curly quotes close each other, as languages differ."""
_CURLY = '“”„‟"'

_BLANKS = pattern(r"\s*")
_FIELD = pattern(f"({FIELD_NAME}):")
_WORD = pattern(rf"[^\s()\u0022{QUOTES[1:]}]+")
_VALUE = pattern(rf"(?:{BRACKETED}|[^\s,()\u0022{QUOTES[1:]}])*")


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


def problem(error: QueryError, text: str) -> Problem:
    """The fault of a query, as a problem of its text; lines and columns from 1."""
    line = text.count("\n", 0, error.position) + 1
    column = error.position - text.rfind("\n", 0, error.position)
    place = Place(line, column, line, column + max(error.length, 1))
    return shortened(Problem(place, error.code, ERROR, error.message, error.hint))


def values_of(field: str, text: str, names: Names) -> tuple[str, ...]:
    """The meaning of one value of a field, as `Term.values` holds it; raises QueryError with its place in the value."""
    value = " ".join(text.split())
    if not value:
        raise QueryError(
            worded('"{field}:" has no value', field=field), 0, len(text), _example(field, names), "missing-value"
        )
    if field in NAMED:
        try:
            return names.resolve(field, value)
        except UnknownName as unknown:
            raise QueryError(unknown.message, 0, len(text), unknown.hint, "unknown-name") from None
    if field in FLAGS:
        return (_flag(field, value, len(text)),)
    if field in DATES or field == AS_OF:
        try:
            date = names.date(text)
        except DateError as error:
            raise QueryError(error.message, error.position, error.length, error.hint, "bad-date") from None
        if field == AS_OF and _BEGUN_DAY.fullmatch(text):
            raise QueryError(
                worded("a day of one digit may be one that is still typed"), 0, len(text), None, "bad-date"
            )
        return (_one_day(date, len(text)) if field == AS_OF else date.text,)
    if field in names.timeline.data:
        from tui.core.query.data import wanted  # few files declare data

        try:
            return (wanted(field, value, names),)
        except UnknownName as unknown:
            raise QueryError(unknown.message, 0, len(text), unknown.hint, "unknown-name") from None
    return (value,)


_BEGUN_DAY = pattern(r"\d{4}-\d{2}-\d")
"""The day `2025-08-2` on the way to `2025-08-26`: while it is typed, everything is told by it."""


def _one_day(date: Date, length: int) -> str:
    """The day, as the calendar writes it, of a date that is one whole day and surely so."""
    day = date.certain_day
    if day is not None and date.time is None:
        return iso(day)
    last = None if date.latest is None or date.interval else iso(date.latest)
    wrong = worded("a time of day has no place here") if date.time else worded("not one certain day")
    raise QueryError(wrong, 0, length, last and worded("such as {example}", example=last), "bad-date")


def _flag(field: str, value: str, length: int) -> str:
    """One of the few words of `is:`, `has:` or `hint:`."""
    words = FLAGS[field]
    found = next((word for word in words if word == fold(value)), None)
    if found is None:
        near = closest(value, words)
        other = next((one for one, others in FLAGS.items() if fold(value) in others), None)
        hint = worded('did you mean "{name}"?', name=near) if near else worded("one of {known}", known=", ".join(words))
        hint = worded("did you mean {term}?", term=f"{other}:{fold(value)}") if other else hint
        raise QueryError(
            worded('"{field}:" knows no "{value}"', field=field, value=value), 0, length, hint, "unknown-name"
        )
    return found


def _example(field: str, names: Names) -> str:
    if field in FLAGS:
        return worded("one of {known}", known=", ".join(FLAGS[field]))
    if field in DATES:
        return worded("a date follows the colon, as in {example}", example=f"{field}:2026-08")
    if field == AS_OF:
        return worded("a day follows the colon, as in {example}", example=f"{field}:2025-08-26")
    if field == "country":
        return worded("a code or a name follows the colon, as in {example}", example="country:BE")
    if field in names.timeline.data:
        return worded("such as {one}, {other}, or a word", one=f"{field}:>1000", other=f"{field}:10..20")
    known = next(iter(names.known(field)), None) if field in NAMED else None
    return (
        worded("as in {example}", example=Term(field, (known,)))
        if known
        else worded("a value follows the colon, as in {example}", example=worded("{field}:word", field=field))
    )


_COMPARED = pattern(r"(?:[<>]=?|[=≥≤])-?[1-9]\d{0,2}")
_GROUP = pattern(r"[\"]?(\d{3})[\"]?(?=[,\s()]|$)")
"""The three digits that go on a number which is compared: of `>1,000`, and not of `1,200`, which asks for either."""


class Lexer:
    """A query under way: its text, how far that is read, and what comes next in it."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self.at = 0
        """The number of characters that are read."""

    def fail(
        self, message: str, length: int, hint: str | None = None, *, at: int | None = None, code: str = "syntax"
    ) -> NoReturn:
        """Give the reading up; the fault is here, or `at` another place."""
        raise QueryError(message, self.at if at is None else at, length, hint, code)

    def skip(self) -> str:
        """Go past blanks; the character that comes, empty at the end."""
        found = _BLANKS.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.text[self.at : self.at + 1]

    def is_word(self, word: str) -> bool:
        """True when that word comes, whole."""
        self.skip()
        return self.word() == word

    def word(self) -> str:
        """The word that comes, whole; empty where none does."""
        found = _WORD.match(self.text, self.at)
        return found[0] if found else ""

    def field(self) -> str:
        """The name before a colon that comes, as it is written; empty where none does."""
        found = _FIELD.match(self.text, self.at)
        return found[1] if found else ""

    def quoted(self) -> str:
        """The text between quotes; a backslash before a quote or a backslash takes its meaning away."""
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
            self.fail(
                worded("this quote is never closed"),
                1,
                worded('{closer} closes it; \\" is a quote within a phrase', closer=closer),
                at=begin,
            )
        self.at = at + 1
        return "".join(inner)

    def apart(self, more: str = "") -> None:
        """After a closing quote a space is due, or a parenthesis."""
        after = self.text[self.at : self.at + 1]
        if after and not after.isspace() and after not in "()" + more:
            self.fail(worded("a space is missing after the quote"), 1, worded('a quote within a phrase is written \\"'))

    def no_quote_within(self, begin: int) -> None:
        """Right after a bare word or value no quote may open."""
        if self.text[self.at : self.at + 1] in tuple(QUOTES):
            whole = in_quotes(self.text[begin : self.at] + " …")
            self.fail(
                worded("a quote stands within a word"),
                1,
                worded('quotes go around the whole, as in {whole}; \\" is a quote', whole=whole),
            )

    def values(self, field: str) -> tuple[str, ...]:
        """The values behind the name of a field: its colon, and the values with commas between them."""
        begin = self.at
        self.at = self.text.index(":", begin) + 1
        if self.text[self.at : self.at + 1] in ("", " ", ")", "\t", "\n", "\u00a0"):
            self._valueless(field, begin)
        values: list[str] = []
        compared = False
        while True:
            group = _GROUP.match(self.text, self.at) if compared else None
            if group:
                values[-1] += group[1]
                self.at = group.end()
            else:
                values += self._value(field)
                compared = field in self.names.timeline.data and _COMPARED.fullmatch(values[-1]) is not None
            if self.text[self.at : self.at + 1] != ",":
                return _each_once(values, field)
            self.at += 1

    def _valueless(self, field: str, begin: int) -> NoReturn:
        """Say that nothing comes after the colon."""
        length = self.at - begin
        hint = _example(field, self.names)
        if self.skip() and (word := _VALUE.match(self.text, self.at)) and word[0] and not _FIELD.match(word[0]):
            hint = worded("no space after the colon: {term}", term=f"{field}:{word[0]}")
        self.fail(worded('"{field}:" has no value', field=field), length, hint, at=begin, code="missing-value")

    def _value(self, field: str) -> tuple[str, ...]:
        """One value, which may mean several; the place of what is wrong with it is that in the whole text."""
        begin = self.at
        is_alone = field == "actor" and self.text[begin : begin + 1] == ALONE
        if self.text[begin + is_alone : begin + is_alone + 1] in tuple(QUOTES):
            self.at += is_alone
            value, margin = ALONE * is_alone + self.quoted(), 1
            self.apart(",")
            if not value[is_alone:].strip():
                hint = _example(field, self.names)
                self.fail(worded("the quotes hold nothing"), self.at - begin, hint, at=begin, code="missing-value")
        else:
            found = _VALUE.match(self.text, begin)
            value, margin = found[0] if found else "", 0
            self.at += len(value)
            self.no_quote_within(begin)
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
            hint = worded("values stand side by side: {field}:one,other; or in quotes", field=field)
            self.fail(worded("a parenthesis stands where a value is due"), 1, hint)
        if before == ",":
            hint = worded("a value follows at once, without a space")
            self.fail(worded("a value is missing after the comma"), 1, hint, at=self.at - 1, code="missing-value")
        hint = worded("a value stands on each side of a comma")
        self.fail(worded("a value is missing before the comma"), 1, hint, code="missing-value")


def _each_once(values: list[str], field: str) -> tuple[str, ...]:
    """The values without those that mean the same as one before."""
    folded: dict[str, str] = {}
    for value in values:
        folded.setdefault(value if field in NAMED else fold(value), value)
    return tuple(folded.values())
