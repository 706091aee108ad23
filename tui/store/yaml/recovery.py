"""Going on after errors of syntax: a faulty line is blanked, a problem each, and lines keep their numbers.

An item of a list (or an entry of a section) is parsed on its own to find the fault within it, so that a quote or a
bracket that is left open costs no more than the item it stands in. What mends a text is imported by the first fault:
a sound file never needs it.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from tui.core.problems.problem import ERROR, Place, Problem
from tui.core.problems.tally import Tally
from tui.core.text.messages import worded
from tui.store.yaml.composer import DEPTH, DepthError
from tui.store.yaml.decode import with_control_pictures
from tui.store.yaml.libyaml import MarkedYAMLError

if TYPE_CHECKING:
    from tui.store.typed.mistakes import Mistake
    from tui.store.typed.parser_words import ParserFault

LIMIT = 100
"""Problems of syntax of one code that are told; the rest of them is counted, and looked at less closely."""
WORK = 2_000_000
"""Characters parsed while trying which line is the culprit, beside thrice the file's own; then no line is tried."""
AGAIN = 1_000_000
"""Characters read again, a fault of items with each other at a time; then the rest of these is found in one sweep."""
LAST = 3
"""The number of times a file is read again after the sweep, before the rest of it is given up."""

_OPENINGS = "#-%{[\"'?&!*]}"
"""With what else than a key or a stray text a line of YAML may begin."""

_AFTER_THE_END = "did not find expected <document start>"  # no words: the parser's
"""The words of libyaml for what stands behind `...`."""

_ECHOES = ("duplicate-key", "duplicate-id")


class Recovery:
    """A text that loses its faulty lines until the parser agrees with it."""

    def __init__(self, text: str, data: bytes | None = None, most: int = LIMIT) -> None:
        """`data` is the text in UTF-8, where that is at hand; `most` is how many problems of a code are told."""
        self._problems: list[Problem] = []
        self._text: str | None = text
        self._data = data
        self._conflicts: frozenset[int] = frozenset()
        self._lost: list[str] = []
        self._blanked: set[int] = set()
        self._tally = Tally(most)
        self._work = WORK + 3 * len(text)
        self._again = AGAIN
        self._swept = 0
        self._left: ParserFault | None = None
        self._surveyed = False
        self._straightened = False
        self._mended: frozenset[Problem] = frozenset()
        self._shifts: dict[int, int] = {}

    @property
    def text(self) -> str:
        """The text that is left, of as many lines as there were."""
        if self._text is None:
            self._text = "\n".join(self._lines)
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        self._data = None
        self.__dict__.pop("_lines", None)

    @property
    def data(self) -> bytes:
        """The same in UTF-8."""
        return self.text.encode() if self._data is None else self._data

    @property
    def problems(self) -> list[Problem]:
        """The problems of what was blanked or mended."""
        return [*self._problems, *self._tally.rest()]

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def gone(self) -> str:
        """The text that was blanked."""
        return "\n".join(self._lost)

    def touches(self, first: int, last: int) -> bool:
        """True when one of these lines, from 1, was blanked; those after the dash of the item count with its first."""
        if not self._blanked:
            return False
        row = first - 2
        while row >= 0 and not self._lines[row].strip():
            row -= 1
        if row >= 0 and self._lines[row].strip(" -") == "":
            first = row + 1
        if last - first > len(self._blanked):
            return any(first - 1 <= line < last for line in self._blanked)
        return any(line in self._blanked for line in range(first - 1, last))

    # ---- What the reader calls

    def blank(self, error: MarkedYAMLError) -> None:
        """Take out what the parser stumbled over; what is left has at least one line less."""
        from tui.store.yaml.blanking import fault_of

        if error.problem == _AFTER_THE_END and self._join_documents():
            return
        if not self._surveyed:
            self._surveyed = True
            if self._settle():
                return
            if self.straighten():
                self._surveyed = False
                return
            if self._survey():
                return
        self._blunt(fault_of(error))

    def straighten(self) -> bool:
        """Put headings of sections and dashes of events in their places, once; whether that changed anything."""
        from tui.store.typed.headings import straighten

        if self._straightened:
            return False
        self._straightened = True
        outline = straighten(self.text)
        if not outline.problems:
            return False
        self.add(*outline.problems)
        self._mended = frozenset(outline.problems)
        self._shifts = outline.shifts
        self._blanked.update(row for row, _ in outline.lost)
        self._lost += [text for _, text in outline.lost]
        self.text = "\n".join(outline.lines)
        return True

    def drop_tag_lines(self) -> None:
        """Take out the lines that name tags, but for the first: tags are not read, and libyaml compares all of them."""
        from tui.store.yaml.conflict_markers import few_tag_lines

        self.text, problems = few_tag_lines(self.text)
        self.add(*problems)

    def replace_controls(self) -> None:
        """Show control characters as pictures; without any, the text is what the parser cannot take."""
        self.text, problems = with_control_pictures(self.text)
        self.add(*problems)
        if not problems:
            self._stop(0)

    def blank_other_documents(self) -> None:
        """Take out what begins a second document."""
        if not self._join_documents():
            self._stop(0)

    def _join_documents(self) -> bool:
        """Take out what ends a document before the last line or begins another; whether there was any."""
        from tui.store.yaml.conflict_markers import one_document

        before = self.text
        self.text, problems = one_document(before)
        self.add(*problems)
        return self.text != before

    def without_echoes(self, problems: list[Problem]) -> list[Problem]:
        """The problems in their places, but for those that come from reading both sides of a merge conflict."""
        if self._conflicts:
            problems = [one for one in problems if one.code not in _ECHOES or not self._is_in_conflict(one)]
        return [self._as_written(one) for one in problems] if self._shifts else problems

    def _is_in_conflict(self, problem: Problem) -> bool:
        """True when what is repeated stands on a side of a conflict, the first time or the second."""
        first = re.search(r"line (\d+)$", problem.message)
        return problem.place.line in self._conflicts or bool(first and int(first[1]) in self._conflicts)

    def _as_written(self, problem: Problem) -> Problem:
        """A problem where it is in the file, whose dashes may be others than those that were read: they are first."""
        begin, column, end, end_column = problem.place
        edited = (edit.place.line for cure in problem.cures for edit in cure.edits)
        if problem in self._mended or self._shifts.keys().isdisjoint((begin, end, *edited)):
            return problem
        column = max(column - self._shifts.get(begin, 0), 1)
        end_column = max(end_column - self._shifts.get(end, 0), column + 1 if begin == end else 1)
        return problem._replace(place=Place(begin, column, end, end_column), cures=())

    def _settle(self) -> bool:
        """Take out the markers of merge conflicts; whether there were any."""
        from tui.store.yaml.conflict_markers import blank_conflicts

        harmless_text, controls = with_control_pictures(self.text)
        self.text, problems, self._conflicts = blank_conflicts(harmless_text)
        self.add(*controls, *problems)
        self._surveyed = not problems
        return bool(problems)

    def blank_deep_nesting(self, error: DepthError) -> None:
        """Take out what nests too deep."""
        if self._has_swept():
            return
        self._too_deep(error.mark.line, error.mark.column, *self._chunk_of(error.mark.line))

    def _too_deep(self, row: int, column: int, first: int, last: int) -> None:
        place = Place(row + 1, column + 1, row + 1, column + 2)
        message = worded("brackets and indentation nest more than {number} deep here", number=DEPTH)
        self.add(Problem(place, "deep-nesting", ERROR, message))
        indent = len(self._lines[row]) - len(self._lines[row].lstrip(" "))
        under = row + 1
        while under < last and not self._lines[under][: indent + 1].strip():
            under += 1
        for extent in (range(row, under), range(first, last)):
            if any(self._lines[i].strip() for i in extent):
                self._take(extent, None)
                return
        self._stop(row)

    # ---- Item by item

    def _survey(self) -> bool:
        """Parse every item on its own, and mend those that fail; whether anything was taken out."""
        from tui.store.yaml.blanking import chunks

        before = len(self._lost)
        self._take_strays()
        for first, last in list(chunks(self._lines)):
            self._survey_item(first, last)
        return len(self._lost) > before

    def _survey_item(self, first: int, last: int) -> None:
        """Take out what makes an item fail: a line and what is under it, else the item, at once for what is known."""
        from tui.store.yaml.blanking import TOO_DEEP, likeliest

        is_known = False
        fault = self._try(self._lines[first:last])
        while fault:
            lines = self._lines[first:last]
            if fault.problem == TOO_DEEP:
                self._too_deep(first + fault.line, fault.column, first, last)
                fault = self._try(self._lines[first:last])
                continue
            mistake = likeliest(lines, fault)
            if not is_known and self._work > 0 and mistake.code not in self._tally.full:
                is_mended = self._mend(first, last, fault)
            else:
                is_mended = not is_known and self._is_mended_by(mistake, first, lines, fault)
                if not is_mended and not is_known:
                    self._say(mistake, first)
                is_known = True
            if not is_mended:
                self._take(range(first, last), None)
                return
            fault = self._left if self._work > 0 else self._try(self._lines[first:last])

    def _take_strays(self) -> None:
        """Take out the lines of text that stand by themselves outside every section."""
        from tui.store.typed.lines import parse_line
        from tui.store.typed.mistakes import Mistake
        from tui.store.yaml.blanking import chunks

        for first, _ in list(chunks(self._lines)):
            text = self._lines[first]
            if text[:1].strip() and text[0] not in _OPENINGS and parse_line(text).key is None and text[:3] != "...":
                message = worded("this line is neither a comment nor a key with a colon")
                mistake = Mistake(first, 0, len(text.rstrip()), "syntax", message, worded("a # before a comment"))
                self._say(mistake, 0)
                self._take([first], None)

    def _mend(self, first: int, last: int, fault: ParserFault) -> bool:
        """Blank the line that makes an item fail and say why; False when no one line will do, which is said too."""
        from tui.store.typed.suspects import suspects

        lines = self._lines[first:last]
        found = suspects(lines, fault)
        if any(self._is_mended_by(mistake, first, lines, fault) for mistake in found):
            return True
        self._say(found[-1], first)
        return False

    def _is_mended_by(self, mistake: Mistake, first: int, lines: list[str], fault: ParserFault) -> bool:
        """True when the parser comes further when a mistake goes, with what is under it; then it is said, and goes."""
        from tui.store.yaml.blanking import is_progress, trials

        for extent, trial in trials(lines, mistake):
            after = self._try(trial) if self._work > 0 else None
            if after is None or is_progress(fault, after):
                self._left = after
                self._say(mistake, first)
                self._take([first + i for i in extent], trial, first)
                return True
        return False

    def _try(self, lines: list[str]) -> ParserFault | None:
        """The place where the parser gives up on some lines; None when it does not."""
        from tui.store.yaml.blanking import parse_fault

        text = "\n".join(lines)
        self._work -= len(text)
        return parse_fault(text)

    # ---- Without finesse

    def _blunt(self, fault: ParserFault) -> None:
        """Blank what the parser points at: the line, else its item, else all that follows."""
        from tui.store.typed.suspects import suspects

        if self._has_swept():
            return
        if self._swept > LAST:
            self._stop(fault.line)
            return
        row = min(fault.line, len(self._lines) - 1)
        first, last = self._chunk_of(row)
        moved = fault._replace(line=row - first, since=None)
        if fault.since and first <= fault.since[0] < last:
            moved = moved._replace(since=(fault.since[0] - first, fault.since[1]))
        mistake = suspects(self._lines[first:last], moved)[0]
        self._say(mistake, first)
        for extent in ([first + mistake.line], [row], range(first, last)):
            if any(self._lines[i].strip() for i in extent):
                self._take(extent, None)
                return
        self._stop(row)

    def _has_swept(self) -> bool:
        """Count that the file was read again, and sweep it when that was often; whether something was taken out."""
        self._again -= max(len(self.text), AGAIN // LIMIT)
        if self._again > 0:
            return False
        self._swept += 1
        return self._swept == 1 and self._sweep()

    def _sweep(self) -> bool:
        """Take out every item that the parser does not take after those before it; whether there was any."""
        from tui.store.yaml.blanking import TOO_DEEP, likeliest, misfits

        before = len(self._lost)
        for first, last, fault in misfits(self._lines):
            if fault.problem == TOO_DEEP:
                self._too_deep(first + fault.line, fault.column, first, last)
            else:
                self._say(likeliest(self._lines[first:last], fault), first)
            self._take(range(first, last), None)
        return len(self._lost) > before

    def _stop(self, row: int) -> None:
        """Give up on everything from a line on."""
        row = min(row, max((i for i, line in enumerate(self._lines) if line.strip()), default=0))
        place = Place(row + 1, 1, row + 1, 2)
        message = worded("nothing from line {line} on could be read", line=row + 1)
        self.add(Problem(place, "syntax-limit", ERROR, message, worded("mend what is above, then check again")))
        self._take(range(row, len(self._lines)), None)

    def _chunk_of(self, row: int) -> tuple[int, int]:
        from tui.store.yaml.blanking import chunks

        return next(((a, b) for a, b in chunks(self._lines) if a <= row < b), (0, len(self._lines)))

    # ---- Blanking and saying

    def _take(self, extent: list[int] | range, trial: list[str] | None, first: int = 0) -> None:
        for i in extent:
            if self._lines[i].strip():
                self._lost.append(self._lines[i])
                self._blanked.add(i)
            self._lines[i] = trial[i - first] if trial else ""
        self._text = self._data = None

    def _say(self, mistake: Mistake, first: int) -> None:
        """Add a problem, unless it can only be the consequence of the line above it having gone."""
        from tui.store.yaml.blanking import is_structural

        line = first + mistake.line + 1
        if self._is_left_hanging(line - 1) and is_structural(mistake, self._lines[line - 1]):
            return
        self.add(mistake.below(first, self._lines, mistake.code not in self._tally.full))

    def lose(self, text: str) -> None:
        """Take note of a text that went: what is not there is then no fault of its own."""
        self._lost += [text] if text else []

    def add(self, *problems: Problem) -> None:
        """Take in problems, of which the first of each code are told."""
        self._problems += filter(self._tally.tells, problems)

    def _is_left_hanging(self, row: int) -> bool:
        """True when nothing stands between a line and one that was blanked above it."""
        above = (i for i in range(row - 1, -1, -1) if i in self._blanked or self._lines[i].strip())
        return next(above, None) in self._blanked
