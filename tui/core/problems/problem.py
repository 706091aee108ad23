"""The faults of a file, as values: each problem has a code, a place and a cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from tui.core.text.messages import _, in_force, translatable, translated, worded_number
from tui.core.text.plural import plural

ERROR = "error"
WARNING = "warning"
HINT = "hint"

SEVERITIES = (ERROR, WARNING, HINT)
_NAMES = {ERROR: translatable("error"), WARNING: translatable("warning"), HINT: translatable("hint")}


class Place(NamedTuple):
    """A stretch of a file: lines and columns from 1, columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def further(self, lines: int) -> Place:
        """The place so many lines further down."""
        return Place(self.line + lines, self.column, self.end_line + lines, self.end_column)


class Edit(NamedTuple):
    """A change to a file's text: what is to stand in a place, which may be empty, instead of what stands there."""

    place: Place
    text: str
    """With LF as its line ends, whatever those of the file are."""


class Cure(NamedTuple):
    """The changes that mend a problem, all of them together."""

    edits: tuple[Edit, ...]
    is_sure: bool = True
    """True when nothing else can have been meant; else a person chooses, and this is one choice."""


class Problem(NamedTuple):
    """One thing wrong with a file, and what to do about it."""

    place: Place
    code: str
    """Stable and hyphenated, such as `unknown-actor`."""
    severity: str
    """One of SEVERITIES."""
    message: str
    """The fault, in one clause without a full stop."""
    hint: str | None = None
    """The cure, or a suggestion such as `did you mean "ikanbi"?`."""
    more: int = 0
    """Of what stands for problems that are counted and not told, how many these are."""
    cures: tuple[Cure, ...] = ()
    """The changes to the text that its hint tells of: several are alternatives, the likeliest first."""

    @property
    def sure_cure(self) -> Cure | None:
        """The cure, where it is the only one and nothing else can have been meant."""
        return self.cures[0] if len(self.cures) == 1 and self.cures[0].is_sure else None

    @property
    def times(self) -> int:
        """The number of problems for which it stands."""
        return self.more or 1

    def further(self, lines: int) -> Problem:
        """The problem, and its cures, so many lines further down."""
        cures = (
            Cure(tuple(edit._replace(place=edit.place.further(lines)) for edit in cure.edits), cure.is_sure)
            for cure in self.cures
        )
        return self._replace(place=self.place.further(lines), cures=tuple(cures))

    def in_language(self) -> Problem:
        """The problem as it is shown: its message and its hint in the reader's language."""
        if in_force() is None:
            return self
        return self._replace(message=translated(self.message), hint=self.hint and translated(self.hint))


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems by place, then code, each once."""
    return tuple(sorted(set(problems)))


def severity_name(severity: str) -> str:
    """The severity in the reader's language."""
    return _(_NAMES[severity])


def the_rest(first: Problem, count: int, option: str = "") -> Problem:
    """The stand-in for so many problems of a kind that are not told, in the place of the first; an option has them."""
    if option:
        said = worded_number(
            "… and {number} more like it: {option} shows them",
            "… and {number} more like it: {option} shows them",
            count,
            option=option,
        )
    else:
        said = worded_number("… and {number} more like it", "… and {number} more like it", count)
    return Problem(first.place, first.code, first.severity, said, None, count)


CODES = {
    # the file as text and as YAML
    "unreadable": "the file cannot be read at all",
    "control-character": "a character that steers a terminal stands in the file",
    "syntax": "the line is not YAML",
    "syntax-limit": "there are too many syntax errors to go on",
    "unquoted-colon": "a colon within a text that has no quotes",
    "unquoted-comma": "a comma within a text between brackets that has no quotes",
    "unquoted-start": "a text without quotes begins with a character that means something in YAML",
    "cut-by-hash": "a # within a text, which makes the rest a comment",
    "typographic-quotes": "typographic quotes where YAML has straight ones, or none",
    "no-break-space": "a no-break or thin space where YAML needs a plain one",
    "hidden-character": "a character that nobody sees in an id, a key or another name",
    "inner-quotes": "quotes within a text that is itself in quotes",
    "unclosed-quote": "a quote that is opened and never closed",
    "unclosed-bracket": "a bracket that is opened and never closed",
    "missing-space": "no space after a colon or a dash",
    "missing-colon": "no colon after a key",
    "bad-indentation": "a line that is indented more or less than its neighbours",
    "tab": "a tab where only spaces may indent",
    "bad-escape": "a backslash in double quotes that begins no escape",
    "conflict-marker": "a merge conflict that is not resolved",
    "deep-nesting": "collections nested too deep",
    "too-long": "a text that is too long",
    "bad-include": "a file that is to be included and cannot be",
    "second-document": "a second YAML document in the file",
    "bad-key": "a key that is not a text",
    "duplicate-key": "the same key twice",
    "merge-key": "a YAML merge key",
    "tag": "a YAML tag",
    "unknown-alias": "a YAML alias without its anchor",
    "unused-anchor": "a YAML anchor that nothing refers to",
    "alias-cycle": "a YAML alias inside the thing that it stands for",
    "alias-bomb": "YAML aliases that stand for too much",
    # the shape of a timeline
    "empty-file": "there is nothing in the file",
    "not-a-file-of-events": "the file has no list of events",
    "unknown-key": "a key that means nothing here",
    "wrong-type": "a list, a mapping or a text where something else is expected",
    "missing-id": "an event without an id",
    "missing-date": "an event without a date",
    "dated-and-undated": "an event that is said to have no date, and has one",
    "missing-title": "an event without a title, or a source without title and address",
    "missing-name": "an actor without a name",
    "duplicate-id": "the same id twice",
    "missing-brackets": "a list that does not stand in brackets",
    "empty-value": "something that is begun and left empty",
    "name-for-id": "an actor by its name, where its id is expected",
    "duplicate-value": "the same value twice in a list",
    # values
    "bad-id": "an id that cannot be cited",
    "example-id": "the id of an example, which many a timeline has",
    "taken-id": "an id that another timeline on this machine has",
    "bad-date": "a date that is not EDTF",
    "bad-address": "an address that cannot be opened",
    "bad-language": "a language that is not a code of two or three letters",
    "not-yes-or-no": "neither true nor false where one of them is expected",
    "bad-citation": "a citation with an ending that means nothing",
    "bad-copy": "a copy of a source that is not there, or that is not beside the file",
    "bad-passage": "a passage that is not first words … last words",
    "bad-exhibit": "a number of an exhibit that is none",
    "bare-comparison": "a claimed value that begins with < or >",
    "unknown-actor": "an actor that is not in the file",
    "unknown-event": "an event that is not in the file",
    "unknown-source": "a source that is not in the file",
    "unknown-passage": "a passage that its source does not have",
    "unknown-country": "a country without such a code",
    "unknown-status": "a status that is none of the five",
    "unknown-kind": "a kind of actor that is none of the seven",
    "unknown-group": "a view groups by something that events do not have",
    "unknown-order": "a view has an order that does not exist",
    "unknown-data": "data of an event under a name that the timeline does not declare",
    "bad-data-name": "a name for data that no query can ask for",
    "unknown-value": "the value kept is not among those claimed",
    "unknown-view": "a view that is not in the file",
    "bad-query": "a view with a query that jalon cannot read",
    "unsourced-value": "a claimed value without a source",
    "unknown-requirement": "a requirement for publishing that is none of the six",
    # rules about the whole
    "about-itself": "an event that is said to be about itself",
    "part-of-itself": "an actor that is said to be a part of itself",
    "kept-differs": "the event and the value kept by its claim do not agree",
    "seen-too-early": "a source seen before it was published",
    "gone-too-early": "a source whose page was gone before it was seen",
    "duplicate-exhibit": "two sources with one exhibit number",
    "same-address": "two sources with one address",
    # how honest a sound file is
    "false-precision": "more events on the first of a month, or of a year, than chance explains",
    "single-source": "an event that rests on one source",
    "no-source": "an event without a source, in a file whose events have sources",
    "one-publisher": "an event whose sources all have the same publisher",
    "undated-source": "a source with neither the day it was published nor the day it was seen",
    "after-its-sources": "an event that is not planned, though all its sources are older",
    "reported-ahead": "an event of the future that is not planned",
    "early-source": "a source older than the event, which does not announce it",
    "overdue-plan": "a plan whose last possible day is past",
    "mark-on-year": "a mark of doubt that is about the year alone",
    "minus-year": "a modern year with a minus sign: a year before Christ",
    "mixed-offsets": "times with an offset from UTC beside times without one",
    "unused-passage": "a passage that nothing cites",
    "unused-actor": "an actor in no event",
    "missing-country": "an actor's country that its events lack",
    "near-duplicate": "two events that may be the same one",
    "hidden-in-text": "a character that nobody sees in a title, a text or a passage",
    # silences
    "unknown-code": "a silence for something that cannot be silenced",
    "missing-reason": "a silence or an exception without a reason",
    "unused-silence": "a silence that silences nothing",
}
"""Every code with what it means, in one line."""

SILENCEABLE = (
    "single-source",
    "no-source",
    "one-publisher",
    "unsourced-value",
    "undated-source",
    "after-its-sources",
    "reported-ahead",
    "early-source",
    "overdue-plan",
    "false-precision",
    "mark-on-year",
    "minus-year",
    "mixed-offsets",
    "near-duplicate",
    "missing-country",
    "unused-passage",
    "unused-actor",
    "hidden-in-text",
)
"""The codes that a file may silence, with a reason: each is for its curator to judge."""


def by_severity(problems: Collection[Problem]) -> list[str]:
    """`2 errors`, `1 hint`: the gravest first."""
    found = Counter[str]()
    for problem in problems:
        found[problem.severity] += problem.times
    return [plural(found[severity], severity) for severity in SEVERITIES if found[severity]]
