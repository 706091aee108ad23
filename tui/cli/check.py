"""jalon check: everything that is wrong with a file, each in its place, in one run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli import streams
from tui.cli.options import PAGE, STANDARD_INPUT, Look, Refusal, measure, showing, tell_shipped
from tui.core.problems import ERROR, SEVERITIES, WARNING, Place, Problem

if TYPE_CHECKING:
    from tui.store.events import Reading


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]…")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="What to print: text or data."
)
@click.option("--json", "form", flag_value="json", help="The same as --format json: one object a file, a line each.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@showing(PAGE)
def command(files: tuple[str, ...], form: str, strict: bool, look: Look) -> int:
    """Say everything that is wrong with each FILE: where, what, and what cures it.

    Without a FILE events.yaml in this folder is checked, else the timeline that comes with jalon. The exit
    code is 1 when there are errors, 2 when a file cannot be read at all.
    """
    from tui.store import places

    paths = files or (places.default_timeline(),)
    if paths.count(STANDARD_INPUT) > 1:
        raise Refusal("standard input is named twice, and can be read once")
    tell_shipped(paths[0], files)
    return max(_check(path, form, strict, look) for path in paths)


def _check(path: str, form: str, strict: bool, look: Look) -> int:
    """Check one file and say what was found; its exit code."""
    from tui.store import events, files

    if path == STANDARD_INPUT and sys.stdin is None:
        raise Refusal("standard input is closed")
    try:
        reading = events.read(files.fetch(path), path)
    except files.Unreadable as unreadable:
        if form == "json":
            line, column = unreadable.line, unreadable.column
            problem = Problem(Place(line, column, line, column + 1), "unreadable", ERROR, unreadable.reason)
            _write_json(path, 0, (problem,))
        else:
            sys.stdout.flush()
            streams.complain(str(unreadable))
        return streams.MISUSED
    if form == "json":
        _write_json(path, len(reading.timeline.events), reading.problems)
    else:
        _write_text(path, reading, look)
    faults = {ERROR, WARNING} if strict else {ERROR}
    return streams.FAILED if any(problem.severity in faults for problem in reading.problems) else streams.OK


def _write_json(path: str, events: int, problems: tuple[Problem, ...]) -> None:
    """One object on one line."""
    from tui.core.text import to_json

    record = {"file": path, "events": events, "problems": [_record(problem) for problem in problems]}
    sys.stdout.write(to_json(record) + "\n")


def _record(problem: Problem) -> dict[str, object]:
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


def _write_text(path: str, reading: Reading, look: Look) -> None:
    """The problems on standard output, and a line on standard error that sums them up."""
    from tui.store.files import shown

    name = shown(path)
    if reading.problems:
        from tui.printing.problems import listed
        from tui.printing.spine import draw

        theme = look.theme()
        dots = look.glyphs(theme).cut
        draw(listed(reading.problems, name, reading.text, look.width, measure(), dots), look.width, theme)
        sys.stdout.flush()
    streams.note(f"{name}: {summary(reading)}")


def summary(reading: Reading) -> str:
    """`43 events, no problems`, or `43 events, 2 errors, 1 hint`."""
    found = [problem.severity for problem in reading.problems]
    counts = [_counted(n, severity) for severity in SEVERITIES if (n := found.count(severity))]
    return ", ".join([_counted(len(reading.timeline.events), "event"), *(counts or ["no problems"])])


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
