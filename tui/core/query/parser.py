"""Reads a query: text to tree by recursive descent, names resolved while their place is at hand.

either = all ("OR" all)…        all = ["-"] one …
one    = field ":" value ("," value)…  |  "phrase"  |  word  |  "(" either ")"
"""

from __future__ import annotations

from typing import NoReturn

from tui.core.query.lexer import Lexer
from tui.core.query.names import Names
from tui.core.query.tree import AS_OF, FIELDS, OPERATORS, QUOTES, Group, Node, Query, Term, Text, in_quotes
from tui.core.text.fold import fold
from tui.core.text.messages import worded
from tui.core.text.nearest import closest
from tui.core.timeline.model import Timeline

DEEPEST = 64
"""The depth to which parentheses may nest."""

# What people call a field that has another name here.
_SYNONYMS = {
    "acteur": "actor", "who": "actor", "qui": "actor", "org": "actor", "pays": "country", "type": "kind",
    "genre": "kind", "statut": "status", "langue": "language", "lang": "language", "lieu": "place",
    "where": "place", "ou": "place", "town": "place", "etiquette": "tag", "date": "in", "annee": "year",
    "when": "in", "on": "in", "dans": "in", "since": "from", "depuis": "from", "until": "to", "till": "to",
    "asof": "as-of", "known": "as-of", "published": "as-of",
    "avant": "before", "apres": "after", "editeur": "publisher", "by": "publisher", "event": "id",
}  # fmt: skip


def parse_query(text: str, names: Timeline | Names) -> Query:
    """The tree of a query, simplified; whoever asks a timeline often passes its Names. Raises QueryError."""
    return _Reading(text, names if isinstance(names, Names) else Names(names)).whole().simplified()


class _Reading(Lexer):
    """A query under way, and how deep in parentheses."""

    def __init__(self, text: str, names: Names) -> None:
        super().__init__(text, names)
        self.depth = 0
        self.told_by: tuple[int, int] | None = None
        """The place of the day by which everything is told, and the length of that term."""

    def whole(self) -> Query:
        """All of the text; a blank one asks for everything."""
        if not self.text.strip():
            return Query()
        alternatives = self._either()
        if self.at < len(self.text):
            self._not_open()
        if self.told_by is not None and len(alternatives) > 1:
            at, length = self.told_by
            hint = worded("what is a choice stands in parentheses: {term} (… OR …)", term=self.text[at : at + length])
            self.fail(
                worded('"{field}:" is for the whole query, not for a side of OR', field=AS_OF), length, hint, at=at
            )
        return alternatives[0] if len(alternatives) == 1 else Query((Group(alternatives),))

    def _either(self) -> tuple[Query, ...]:
        """Alternatives up to the end or a closing parenthesis."""
        alternatives = []
        joint: int | None = None
        while True:
            terms = self._all()
            if not terms:
                self._nothing(joint)
            alternatives.append(Query(terms))
            if not self.is_word("OR"):
                return tuple(alternatives)
            joint = self.at
            self.at += 2

    def _nothing(self, joint: int | None) -> NoReturn:
        """Say what is missing where a term is due; `joint` is where the OR before it stands."""
        hint = worded('OR stands between two terms; in quotes it is text: "OR"')
        if self.is_word("OR"):
            self.fail(worded("OR has nothing before it") if joint is None else worded("OR stands here twice"), 2, hint)
        if joint is not None:
            self.fail(worded("OR has nothing after it"), 2, hint, at=joint)
        if self.depth:
            self.fail(worded("the parentheses hold nothing"), 1, worded("a term stands between them"))
        self._not_open()

    def _all(self) -> tuple[Node, ...]:
        nodes: list[Node] = []
        while self.skip() not in ("", ")") and not self.is_word("OR"):
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
                hint = worded('a term comes right after it, as in -kind:law; in quotes it is text: "-"')
                self.fail(worded('"-" stands before nothing'), 1, hint, at=sign)
            if after == "-":
                self.fail(worded('"-" stands here twice'), 2, worded("one is enough; in quotes it is text"), at=sign)
        node = self._one()
        return node._replace(negative=True) if negative else node

    def _one(self) -> Node:
        char = self.text[self.at]
        if char == "(":
            return self._group()
        if char in QUOTES:
            return self._phrase()
        name = self.field()
        return self._term(name) if name else self._word()

    def _group(self) -> Group:
        opened = self.at
        self.depth += 1
        if self.depth > DEEPEST:
            self.fail(worded("parentheses nest more than {number} deep", number=DEEPEST), 1)
        self.at += 1
        if self.skip() == "":
            self._unclosed(opened)
        alternatives = self._either()
        if self.skip() != ")":
            self._unclosed(opened)
        self.at += 1
        self.depth -= 1
        return Group(alternatives)

    def _not_open(self) -> NoReturn:
        self.fail(worded("no parenthesis is open here"), 1, worded("in quotes it is text: {text}", text='")"'))

    def _unclosed(self, opened: int) -> NoReturn:
        self.fail(
            worded("this parenthesis is never closed"), 1, worded('")" closes it; in quotes it is text: "("'), at=opened
        )

    def _word(self) -> Text:
        """A word as it stands: what could be mistaken for something else has to stand in quotes."""
        begin = self.at
        word = self.word() or self.text[begin]
        cure = worded("in quotes it is text: {text}", text=in_quotes(word))
        if word in OPERATORS:
            instead = {
                "AND": worded("terms that stand side by side must all hold"),
                "NOT": worded('a "-" right before a term negates'),
            }
            hint = worded("{instead}; {cure}", instead=instead.get(word) or worded("OR joins two terms"), cure=cure)
            self.fail(worded("{word} joins nothing here", word=word), len(word), hint)
        if ":" in word:
            colon = word.index(":")
            if colon == 0:
                self.fail(worded("no field stands before the colon"), 1, cure)
            self.fail(worded('no field is called "{name}"', name=word[:colon]), colon, cure, code="unknown-field")
        self.at += len(word)
        self.no_quote_within(begin)
        return Text(word)

    def _phrase(self) -> Text:
        begin = self.at
        text = " ".join(self.quoted().split())
        if not text:
            self.fail(
                worded("the quotes hold nothing"),
                self.at - begin,
                worded("a word or a phrase stands between them"),
                at=begin,
            )
        self.apart()
        return Text(text)

    # ---- Fields

    def _term(self, name: str) -> Term:
        field = name.casefold()
        if field not in FIELDS:
            data = self.names.timeline.data
            field = next((own for own in data if own.casefold() == field), "")
            if not field:
                self._unknown_field(name)
        return self._day_told_by() if field == AS_OF else Term(field, self.values(field))

    def _day_told_by(self) -> Term:
        """The one term that is for the whole query: once, not negated, not in parentheses."""
        begin = self.at
        term = Term(AS_OF, self.values(AS_OF))
        length = self.at - begin
        if self.text[begin - 1 : begin] == "-":
            self.fail(
                worded('"{field}:" cannot be negated', field=AS_OF),
                length + 1,
                worded("it says by which day all is told"),
                at=begin - 1,
            )
        if self.depth:
            self.fail(
                worded('"{field}:" is for the whole query, not for a part of it', field=AS_OF),
                length,
                worded("it stands outside all parentheses"),
                at=begin,
            )
        if len(term.values) > 1 or self.told_by is not None:
            self.fail(
                worded('"{field}:" takes one day', field=AS_OF),
                length,
                worded("everything is told by one day"),
                at=begin,
            )
        self.told_by = begin, length
        return term

    def _unknown_field(self, name: str) -> NoReturn:
        near = _SYNONYMS.get(fold(name)) or closest(name, (*FIELDS, *self.names.timeline.data))
        after = self.text[self.at + len(name) + 1 :]
        if near:
            hint = worded('did you mean "{name}"?', name=f"{near}:")
        elif after[:2] == "//" or after[:1].isspace() or not after:
            hint = worded("in quotes it is text: {text}", text=in_quotes(self.word() or name))
        else:
            hint = worded("fields are {known}", known=", ".join((*FIELDS, *self.names.timeline.data)))
        self.fail(worded('no field is called "{name}"', name=name), len(name), hint, code="unknown-field")
