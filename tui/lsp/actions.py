"""The choices that an editor offers about a problem: its cures, one or all of a code, and a silence with a reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from tui.core.comparison.fewest_moves import longest_rising_run
from tui.core.problems.problem import SILENCEABLE, Cure, Edit, Place, Problem
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, translated
from tui.lsp.known import Known
from tui.lsp.written import Path, Written
from tui.store.write import mend

QUICK_FIX, FIX_ALL = "quickfix", "source.fixAll"
LONGEST = 60
"""Characters of what is put in, as far as a title shows them."""

_SECTIONS = ("timeline", "actors", "sources", "events")


class Action(NamedTuple):
    """Something to choose."""

    title: str
    kind: str
    edits: tuple[Edit, ...]
    """Its changes; empty for those that are found out when it is chosen."""
    problem: Problem | None = None
    """The problem that it mends."""
    is_likeliest: bool = False
    code: str = ""
    """The one code of which it mends all; empty for every code."""


def actions(known: Known, first: int, last: int, kinds: Collection[str] = ()) -> list[Action]:
    """The choices about the problems between two lines, from 1; only of these kinds, or beginnings of kinds."""
    found: list[Action] = []
    if _is_wanted(QUICK_FIX, kinds):
        here = [one for one in known.problems if one.place.line <= last and one.place.end_line >= first]
        found += [action for one in here for action in _cures(known, one)]
        sure = [one.code for one in known.problems if one.sure_cure]
        for code in dict.fromkeys(one.code for one in here if one.sure_cure):
            if sure.count(code) > 1:
                title = _("mend all of {code} in this file", code=code)
                found.append(Action(title, QUICK_FIX, (), code=code))
        found += [action for one in here for action in _silences(known, one)]
    if _is_wanted(f"{FIX_ALL}.jalon", kinds) and any(one.sure_cure for one in known.problems):
        found.append(Action(_("mend what can be meant in one way only"), f"{FIX_ALL}.jalon", ()))
    return found


def all_mended(known: Known, path: str, code: str = "") -> tuple[Edit, ...]:
    """The changes to one file that mend what can be meant in one way only, of one code or of all; nothing else."""

    def choose(problem: Problem) -> Cure | None:
        return problem.sure_cure if code in ("", problem.code) else None

    outcome = mend.mended(known.own_data(path), path, known.today, choose)
    before, after = mend.lines_of(outcome.before), mend.lines_of(outcome.data)
    return line_edits(before, after, mend.lines_before(before, after))


def line_edits(before: Sequence[str], after: Sequence[str], rows: Sequence[int | None]) -> tuple[Edit, ...]:
    """The changes of lines, with their ends, that make one text of another.

    `rows` has for each line after the line before that it was; what is out of order counts as new.
    """
    edits: list[Edit] = []
    old = new = 0
    kept = [(row, place) for place, row in enumerate(rows) if row is not None and before[row] == after[place]]
    for row, place in [*_rising(kept), (len(before), len(after))]:
        if row > old or place > new:
            text = "".join(after[new:place])
            edits.append(Edit(Place(old + 1, 1, row + 1, 1), text))
        old, new = row + 1, place + 1
    return tuple(edits)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of some pairs of lines whose first are in order: the most that can stay where they are."""
    places = dict(pairs)
    return [(row, places[row]) for row in longest_rising_run([*places])]


def _is_wanted(kind: str, kinds: Collection[str]) -> bool:
    return not kinds or any(kind == one or kind.startswith(f"{one}.") for one in kinds)


# ---- One problem


def _cures(known: Known, problem: Problem) -> list[Action]:
    found = []
    for number, cure in enumerate(problem.cures):
        title = _title(known, problem, cure)
        is_likeliest = number == 0 and (cure.is_sure or len(problem.cures) == 1)
        found.append(Action(title, QUICK_FIX, cure.edits, problem, is_likeliest))
    return found


def _title(known: Known, problem: Problem, cure: Cure) -> str:
    """The words for a cure, by the one text that it puts in; where there are several, by the hint."""
    hint = clean_line(translated(problem.hint)) if problem.hint else ""
    if len(cure.edits) != 1:
        return hint or _("mend {code}", code=problem.code)
    place, text = cure.edits[0]
    lines = known.lines[place.line - 1 : place.end_line]
    was = lines[0][place.column - 1 : place.end_column - 1] if len(lines) == 1 else ""
    if "\n" in text or len(lines) > 1 or not text.strip() or len(text) > LONGEST or len(was) > LONGEST:
        return hint or _("mend {code}", code=problem.code)
    if not was:
        return _('put "{text}" in', text=clean_line(text))
    return _('put "{text}" in the place of "{before}"', text=clean_line(text), before=clean_line(was))


# ---- Silence


def _silences(known: Known, problem: Problem) -> list[Action]:
    """The way to say why a hint is understood, in what it is about."""
    if problem.code not in SILENCEABLE or problem.more:
        return []
    edits = _silence(known, problem)
    return [Action(_("silence {code}, with a reason", code=problem.code), QUICK_FIX, edits, problem)] if edits else []


def _silence(known: Known, problem: Problem) -> tuple[Edit, ...]:
    own = _owner(known, problem.place.line)
    if own is None:
        return ()
    head, fields = own
    reason = f"{problem.code}: {_('(write the reason here)')}"
    under = (*head, "silence")
    known_ones = [one for one in fields if one.path[:-1] == under and one.is_key]
    if known_ones:
        first = known_ones[0]
        line, column = first.place[:2]
        is_block = not known.lines[line - 1][: column - 1].strip()
        text = f"{reason}\n{' ' * (column - 1)}" if is_block else f"{reason}, "
        return (Edit(Place(line, column, line, column), text),)
    keys = [one for one in fields if len(one.path) == len(head) + 1 and one.is_key]
    if not keys or keys[-1].path == under:
        return ()
    column = keys[0].place.column - 1
    before = known.lines[keys[-1].place.line - 1][: keys[-1].place.column - 1]
    if before.strip() not in ("", "-"):
        return ()  # between braces
    line = max(one.end for one in fields)
    while line > 1 and not known.lines[line - 1].strip():
        line -= 1
    end = len(known.lines[line - 1]) + 1
    return (Edit(Place(line, end, line, end), f"\n{' ' * column}silence: {{{reason}}}"),)


def _owner(known: Known, line: int) -> tuple[Path, list[Written]] | None:
    """The path of the event, the source or the actor on a line, or of the heading of the file, and all in it."""
    at = bisect_right(known.written, line, key=lambda one: one.place.line)
    head = known.written[at - 1].path if at else ()
    found = head[: 1 if head[:1] == ("timeline",) else 2]
    if not found or found[0] not in _SECTIONS or (found[0] != "timeline" and len(found) < 2):
        return None
    first = last = at
    while first and known.written[first - 1].path[: len(found)] == found:
        first -= 1
    while last < len(known.written) and known.written[last].path[: len(found)] == found:
        last += 1
    inside = [one for one in known.written[first:last] if len(one.path) > len(found)]
    return (found, inside) if inside else None
