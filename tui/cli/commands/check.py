"""jalon check: everything that is wrong with a file, each in its place, in one run."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.options import PAGE_OPTIONS, display_options
from tui.cli.base.request import STANDARD_INPUT, DisplayOptions, Refusal, tell_left_out, tell_shipped
from tui.core.problems.problem import CODES, ERROR, SEVERITIES, WARNING, Place, Problem, by_severity, severity_name
from tui.core.text.messages import _, reason_of, thousands, translated
from tui.core.text.plural import plural

if TYPE_CHECKING:
    from tui.cli.commands.check_fix import Fixes
    from tui.store.read.timeline import Reading
    from tui.store.system.read_bytes import Unreadable

EVERY = "all"
"""The word for all codes, explained when no code is given."""


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text",
    help="What to print: text, data, or annotations of a change on GitHub.",
)  # fmt: skip
@click.option("--json", "form", flag_value="json", help="The same as --format json: one object a file, a line each.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@click.option(
    "--explain", metavar="[CODE]", is_flag=False, flag_value=EVERY, default=None,
    help="Say what the code of a problem means, with an example and its cure; without CODE list them all.",
)  # fmt: skip
@click.option("--all", "whole", is_flag=True, help="Show all problems, not only five of each code.")
@click.option(
    "--only", metavar="CODE", multiple=True,
    help="Only these problems: codes, or error, warning, hint; commas between several.",
)  # fmt: skip
@click.option("--ignore", metavar="CODE", multiple=True, help="All problems but these.")
@click.option("--since", metavar="REV", help="Only what a change brought: problems that git's version REV had not.")
@click.option("--statistics", is_flag=True, help="Print only how many problems there are of each code.")
@click.option("--fix", "fixes", is_flag=True, help="Mend what can be meant in one way only, then say what is left.")
@click.option(
    "--unsafe-fixes", "guesses", is_flag=True,
    help="With --fix: also the likeliest of several cures, and what is probably meant.",
)  # fmt: skip
@click.option("--diff", "shows", is_flag=True, help="With --fix: write nothing; show what would change.")
@display_options(PAGE_OPTIONS)
def command(
    files: tuple[str, ...], form: str, strict: bool, explain: str | None, whole: bool, only: tuple[str, ...],
    ignore: tuple[str, ...], since: str | None, statistics: bool, fixes: bool, guesses: bool, shows: bool,
    look: DisplayOptions,
) -> int:  # fmt: skip
    """Say everything that is wrong with each FILE: the place, the mistake, and the cure.

    Without a FILE it checks events.yaml in this folder, else the timeline that comes with jalon. The exit code is 1
    when there are errors, 2 when a file cannot be read at all. A hint names what could be more honest, such as an
    event with a single source. Hints never change the exit code, and a file can silence each with a reason. Where
    there are many problems, errors come first, one line counts the others after five of a code, and a table of the
    codes stands at the end.

    With --fix it mends what can have been meant in one way only: quotes, colons, dashes, spaces that are none, dates in
    words, names in the place of ids. All else stays as it is, to the byte; what comes out is read again, and only
    written when it says what it said. With - as FILE it writes what it has mended to standard output.
    """
    if explain is not None:
        from tui.cli.commands.check_explain import explain as explained

        return explained(None if explain == EVERY else explain, files, form, look)
    from tui.store.system import environment

    paths = files or (environment.default_timeline(),)
    if paths.count(STANDARD_INPUT) > 1:
        raise Refusal(_("standard input is named twice, and can be read once"))
    if statistics and form != "text":
        cure = _("leave out --statistics, or --format {form}, which has every problem", form=form)
        raise Refusal(_("--statistics is a text"), cure)
    wanted = Wanted(_codes(only), _codes(ignore), whole, statistics, since)
    mending = None
    if fixes or guesses or shows:
        if since is not None:
            raise Refusal(_("--since chooses what is said, not what is mended"), _("leave out one of the two"))
        from tui.cli.commands.check_fix import Fixes, admitted

        mending = Fixes(fixes, guesses, shows, wanted.only, wanted.ignored)
        paths = admitted(paths, bool(files), mending, form)
    else:
        tell_shipped(paths[0], files)
    return max(checked(path, form, strict, look, wanted, mending) for path in paths)


class Wanted(NamedTuple):
    """The problems that are shown, and how."""

    only: frozenset[str]
    """Codes and severities; empty for all."""
    ignored: frozenset[str]
    whole: bool
    """Not only a few of each code."""
    statistics: bool
    """A count of each code in their place."""
    since: str | None = None
    """A revision of git, whose problems are not shown."""


ALL_KINDS = Wanted(frozenset(), frozenset(), whole=False, statistics=False)


def _codes(given: tuple[str, ...]) -> frozenset[str]:
    """The codes and severities of an option; Refusal for what is neither."""
    words = frozenset(word.strip() for part in given for word in part.split(",") if word.strip())
    known = (*CODES, *SEVERITIES)
    for word in sorted(words.difference(known)):
        from tui.core.text.nearest import did_you_mean

        hint = translated(did_you_mean(word, known) or "") or _("jalon check --explain lists the codes")
        raise Refusal(_('"{code}" is the code of nothing: {hint}', code=word, hint=hint))
    return words


def checked(
    path: str, form: str, strict: bool, look: DisplayOptions, wanted: Wanted = ALL_KINDS, fixes: Fixes | None = None
) -> int:  # fmt: skip
    """Check one file, mended first with `fixes`, and say what was found; its exit code."""
    from tui.core.problems.choice import chosen
    from tui.store.files.timeline_files import fetch_timeline
    from tui.store.read import check
    from tui.store.read.timeline import read
    from tui.store.system import read_bytes

    if path == STANDARD_INPUT and sys.stdin is None:
        raise Refusal(_("standard input is closed"))
    is_silent = False
    try:
        if fixes is not None:
            from tui.cli.commands.check_fix import fixed

            outcome = fixed(path, fixes, look)
            if outcome is None:
                return streams.MISUSED
            reading, found = outcome.reading, outcome.problems
            is_silent = fixes.shows or read_bytes.is_stream(path)
        else:
            reading = read(fetch_timeline(path), path)
            found = check.problems(reading, look.today)
    except read_bytes.Unreadable as unreadable:
        _write_unreadable(path, unreadable, form)
        return streams.MISUSED
    if wanted.since is not None:
        found = _since(wanted.since, path, reading, found, look)
    problems = chosen(found, wanted.only, wanted.ignored)
    if not is_silent:
        _write(path, reading, problems, form, look, wanted)
    if form != "json":
        streams.inform(f"{read_bytes.display_name(path)}: {summary(len(reading.timeline.events), problems)}")
        tell_left_out(reading)
    faults = {ERROR, WARNING} if strict else {ERROR}
    return streams.FAILED if any(problem.severity in faults for problem in problems) else streams.OK


def _write(
    path: str, reading: Reading, problems: tuple[Problem, ...], form: str, look: DisplayOptions, wanted: Wanted
) -> None:
    """Write what was found, in the form that is asked for."""
    from tui.core.problems.choice import few_of_each

    if form == "json":
        _write_json(path, reading, problems)
    elif form == "github":
        for name, _text, some in reading.by_file(problems):
            _write_annotations(name, some)
    elif wanted.statistics:
        _write_statistics(problems)
    else:
        shown = problems if wanted.whole else few_of_each(problems)
        _write_text(reading, shown, look)
        if shown is not problems:
            sys.stdout.write("\n")
            _write_statistics(problems)


def _since(
    revision: str, path: str, reading: Reading, problems: tuple[Problem, ...], look: DisplayOptions
) -> tuple[Problem, ...]:
    """The problems that a file had not in a revision; all of one that was not in it yet."""
    from tui.core.problems.since import new_problems
    from tui.store.files.timeline_files import timeline_at
    from tui.store.read import check
    from tui.store.read.timeline import read
    from tui.store.system import git, read_bytes

    try:
        old = read(timeline_at(path, revision), path)
    except git.NotThereError:
        return problems
    except (git.GitError, read_bytes.Unreadable) as reason:
        raise Refusal(reason_of(reason)) from reason
    return new_problems(problems, reading.text, check.problems(old, look.today), old.text)


def _write_unreadable(path: str, unreadable: Unreadable, form: str) -> None:
    """Write the reason why a file could not be read at all."""
    line, column = unreadable.line, unreadable.column
    problem = Problem(Place(line, column, line, column + 1), "unreadable", ERROR, unreadable.reason)
    if form == "json":
        _write_json(path, None, (problem,))
        return
    if form == "github":
        _write_annotations(path, (problem,))
    sys.stdout.flush()
    streams.complain(str(unreadable))


def _write_annotations(path: str, problems: Sequence[Problem]) -> None:
    """One workflow command a problem."""
    from tui.printing.github import annotation
    from tui.store.system.read_bytes import display_name

    for problem in problems:
        sys.stdout.write(annotation(problem, display_name(path)) + "\n")
    sys.stdout.flush()


def _write_json(path: str, reading: Reading | None, problems: tuple[Problem, ...]) -> None:
    """One object on one line; of a folder each problem names its file."""
    records = [_record(problem) for problem in problems]
    if reading is not None and reading.files is not None:
        found = [(name, one) for name, _text, some in reading.by_file(problems) for one in some]
        records = [{"file": name, **_record(one)} for name, one in found]
    events = 0 if reading is None else len(reading.timeline.events)
    streams.write_json({"file": path, "events": events, "problems": records}, is_line=True)


def _record(problem: Problem) -> dict[str, object]:
    problem = problem.in_language()
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "message": problem.message,
        "hint": problem.hint,
    }


def _write_statistics(problems: tuple[Problem, ...]) -> None:
    """A line for each code: how many, what it is called, what it means."""
    from tui.core.problems.choice import counted

    rows = counted(problems)
    names = [f"{severity_name(severity)}[{code}]" for _count, code, severity, _meaning in rows]
    counts = [thousands(row[0]) for row in rows]
    width, room = max(map(len, counts), default=0), max(map(len, names), default=0)
    for count, row, name in zip(counts, rows, names, strict=True):
        sys.stdout.write(f"{count:>{width}}  {name:<{room}}  {row[-1]}\n")
    sys.stdout.flush()


def _write_text(reading: Reading, problems: tuple[Problem, ...], look: DisplayOptions) -> None:
    """The problems, each with the line that it is on."""
    if problems:
        from tui.drawing.spans.excerpts import listed
        from tui.store.system.read_bytes import display_name

        for number, (name, text, some) in enumerate(reading.by_file(problems)):
            if number:
                sys.stdout.write("\n")
            look.draw(partial(listed, some, display_name(name), text, look.width))
        sys.stdout.flush()


def summary(events: int, problems: tuple[Problem, ...]) -> str:
    """`43 events, no problems`, or `43 events, 2 errors, 1 hint`."""
    return ", ".join([plural(events, "event"), *(by_severity(problems) or [_("no problems")])])
