"""A file of events to a Timeline and everything that is wrong with it, in one reading."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby
from typing import NamedTuple

from tui.core.checks.timeline_rules import CHECKS, RuleInput
from tui.core.problems.file_lines import FileLines
from tui.core.problems.problem import Place, Problem
from tui.core.problems.tally import bounded
from tui.core.timeline.model import Passage, Timeline
from tui.store.files.joined import JoinedFiles
from tui.store.read.context import Context
from tui.store.read.sections import OutOfOrderError, read_sections, whole_timeline
from tui.store.read.tables import TABLES
from tui.store.system.read_bytes import Unreadable
from tui.store.yaml.composer import ITS_DEPTH, Composer, DepthError, SecondDocumentError
from tui.store.yaml.decode import decode_joined, is_verbatim, parser_text
from tui.store.yaml.libyaml import MarkedYAMLError, ReaderError
from tui.store.yaml.recovery import LIMIT, Recovery

__all__ = ["Reading", "Unreadable", "read"]


class Reading(NamedTuple):
    """The contents of a file, and its problems."""

    name: str
    timeline: Timeline
    problems: tuple[Problem, ...]
    """All of them, by place."""
    text: str
    """The file as it was decoded, for excerpts; every line end is LF."""
    copies: tuple[tuple[str, Place], ...] = ()
    """The files that sources name as their copies, each with its place."""
    passages: Mapping[tuple[str, Passage], int] = {}
    """The line of each passage, by the id of its source."""
    files: FileLines | None = None
    """The files that the text is made of, when a folder was read."""
    left_out: tuple[str, ...] = ()
    """Files of the folder that hold no events."""

    def at(self, line: int) -> tuple[str, int]:
        """The name of the file that a line is from, and which line of it that is."""
        return (self.name, line) if self.files is None else self.files.at(line)

    def by_file(self, problems: Iterable[Problem]) -> Iterator[tuple[str, str, list[Problem]]]:
        """Problems with the name and the text of the file that they are in, as that file counts its lines.

        They keep their order: a file comes once more when problems of another stand between its own.
        """
        if self.files is None:
            yield self.name, self.text, list(problems)
            return
        lines = self.text.split("\n")
        bounds = [*self.files.starts, len(lines) + 2]
        for number, some in groupby(problems, lambda one: self.files.number(one.place.line) if self.files else 0):
            before = bounds[number] - 1
            text = "\n".join(lines[before : bounds[number + 1] - 2])
            yield self.files.names[number], text, [one.further(-before) for one in some]


_BENT = frozenset(("not-a-file-of-events", "unknown-key", "wrong-type", "duplicate-key", "missing-title"))
"""The problems of a file that is YAML, but whose headings or dashes are not where they were meant."""


def read(data: bytes, name: str, most: int = LIMIT) -> Reading:
    """The timeline in a file; Unreadable only for what is not text in UTF-8.

    `most` is how many mistakes of syntax with one code are told.
    """
    if isinstance(data, JoinedFiles):
        return _read_folder(data, name)
    text = decode_joined(data, name)
    tidy = parser_text(text)
    recovery = Recovery(tidy, data if tidy is text and is_verbatim(data) else None, most)
    if "%TAG" in tidy:
        recovery.drop_tag_lines()
    with _uncollected():
        whole, context, problems = _attempt(recovery)
        problems += recovery.problems
        for check in CHECKS:
            problems += check(whole)
    told = bounded(recovery.without_echoes(problems))
    return Reading(name, whole.timeline, told, text, tuple(context.copies), context.passages)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is collected: what is built holds no cycles, and looking for them would double the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()  # then back among the old: or the first collection would look at every object just made
            gc.unfreeze()
            gc.enable()


def _read_folder(data: JoinedFiles, name: str) -> Reading:
    """The timeline in several files."""
    from tui.store.read.folder import in_order_of_paths, mended, read_documents, without_file  # one file needs none

    text = decode_joined(data, name)
    tidy = parser_text(text)
    recovery = Recovery(tidy, bytes(data) if tidy is text and is_verbatim(data) else None)
    syntax: list[Problem] = []
    waits, is_plain, is_mended = data.refer_ahead, False, False
    with _uncollected():
        while True:
            context = Context(recovery, TABLES, waits)
            context.files, context.refused = data.lines, data.refused
            composer = Composer(recovery.data, recovery.text, context.report)
            context.failed = composer.failed
            try:
                left_out = read_documents(composer, context, data)
                if not context.problems or is_plain or not _respace(recovery):
                    break
                is_plain = True
            except OutOfOrderError:
                waits = True
            except (MarkedYAMLError, ReaderError, DepthError) as error:
                tidy, before = recovery.text, recovery
                if not is_mended:
                    tidy, problems, gone = mended(tidy, data.lines)
                    is_mended = True
                else:  # alone it is sound, and not among others
                    tidy, problem = without_file(tidy, data.lines, _line_of(error))
                    problems, gone = [problem], ""
                syntax += [*before.problems, *problems]
                recovery = Recovery(tidy)
                recovery.lose("\n".join(filter(None, (before.gone, gone))))
        timeline = in_order_of_paths(whole_timeline(context), data)
        whole = RuleInput(timeline, context.places)
        problems = [*context.problems, *context.tally.rest(), *recovery.problems, *syntax]
        for check in CHECKS:
            problems += check(whole)
    told, copies = bounded(sorted(set(problems))), tuple(context.copies)
    return Reading(name, timeline, told, text, copies, context.passages, data.lines, tuple(left_out))


def _line_of(error: MarkedYAMLError | ReaderError | DepthError) -> int:
    """The line, from 1, on which the parser gave up."""
    mark = error.mark if isinstance(error, DepthError) else getattr(error, "problem_mark", None)
    return mark.line + 1 if mark is not None else 1


def _attempt(recovery: Recovery) -> tuple[RuleInput, Context, list[Problem]]:
    """Read until the parser agrees: whatever it stumbles over is blanked, and reading starts again."""
    waits = is_plain = False
    while True:
        context = Context(recovery, TABLES, waits)
        composer = Composer(recovery.data, recovery.text, context.report)
        context.failed = composer.failed
        try:
            read_sections(composer, context)
            if context.problems and not is_plain:
                is_plain = True
                if _respace(recovery):
                    continue
            if not _may_be_bent(context) or not recovery.straighten():
                whole = RuleInput(whole_timeline(context), context.places)
                return whole, context, [*context.problems, *context.tally.rest()]
        except MarkedYAMLError as error:
            if not is_plain:
                is_plain = True
                if _respace(recovery):
                    continue
            if error.problem == ITS_DEPTH:
                recovery.blank_deep_nesting(DepthError(error.problem_mark))
            else:
                recovery.blank(error)
        except ReaderError:
            recovery.replace_controls()
        except DepthError as error:
            recovery.blank_deep_nesting(error)
        except SecondDocumentError:
            recovery.blank_other_documents()
        except OutOfOrderError:
            waits = True


def _respace(recovery: Recovery) -> bool:
    """Put plain spaces where odd ones stand in their places, which is said; whether there were any."""
    from tui.store.typed.blanks import plain_blanks  # only a mistake needs it

    text, problems = plain_blanks(recovery.text)
    if problems:
        recovery.text = text
        recovery.add(*problems)
    return bool(problems)


def _may_be_bent(context: Context) -> bool:
    """True when headings or dashes may stand elsewhere than was meant: not where a thousand items are no events."""
    full = context.tally.full
    is_no_list_of_events = "wrong-type" in full or ("missing-title" in full and full & {"missing-date", "bad-date"})
    if context.is_foreign or (is_no_list_of_events and "duplicate-key" not in full):
        return False
    return any(one.code in _BENT for one in context.problems)
