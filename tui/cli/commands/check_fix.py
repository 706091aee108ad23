"""jalon check --fix: what can be meant in one way only is mended, and what is left is said."""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.base import streams
from tui.cli.base.request import DisplayOptions, Refusal, tell_shipped
from tui.core.problems.choice import chosen
from tui.core.problems.problem import Cure, Problem
from tui.core.text.messages import _, forms, numbered, reason_of, thousands, translated
from tui.store.files.joined import JoinedFiles
from tui.store.files.timeline_files import fetch_timeline
from tui.store.system import atomic_write, read_bytes
from tui.store.write import mend

if TYPE_CHECKING:
    from tui.store.write.mend import Mended

DONE = forms("{number} problem mended ({codes})", "{number} problems mended ({codes})")
DUE = forms("{number} problem to mend ({codes})", "{number} problems to mend ({codes})")


class Fixes(NamedTuple):
    """The options of mending."""

    is_wanted: bool
    guesses: bool
    """The likeliest of several cures too."""
    shows: bool
    """Nothing is written, and the changes are shown."""
    only: frozenset[str]
    """Codes and severities; empty for all."""
    ignored: frozenset[str]


def admitted(paths: tuple[str, ...], is_named: bool, fixes: Fixes, form: str) -> tuple[str, ...]:
    """The files that are to be mended: in the place of the shipped timeline a copy; Refusal for what makes no sense."""
    if not (fixes.is_wanted or fixes.shows):
        raise Refusal(_("--unsafe-fixes is for --fix"), "--fix --unsafe-fixes")
    if fixes.shows and form != "text":
        raise Refusal(_("--diff is a text"), _("leave out --diff, or --format {form}", form=form))
    if several := next(filter(_is_several, paths), None):
        message = _("{file} is several files, and files are mended one by one", file=read_bytes.display_name(several))
        raise Refusal(message)
    if fixes.shows:
        tell_shipped(paths[0], paths if is_named else ())
        return paths
    from tui.cli.base.add_to_file import writable_path

    return tuple(writable_path(path, is_named, "mend") for path in paths)


def _is_several(path: str) -> bool:
    """True for a folder, and for a file that includes others; what cannot be read is told of later."""
    try:
        return not read_bytes.is_stream(path) and isinstance(fetch_timeline(path), JoinedFiles)
    except read_bytes.Unreadable:
        return False


def fixed(path: str, fixes: Fixes, look: DisplayOptions) -> Mended | None:
    """Mend a file, or show what that would change; None, and said, when it cannot be saved. Raises Unreadable."""
    make = partial(mend.mended, name=path, today=look.today, choose=partial(_choice, fixes))
    is_stream, left = read_bytes.is_stream(path), ""
    try:
        if fixes.shows or is_stream:
            outcome = make(read_bytes.fetch(path))
        else:
            outcome, left = mend.saved(make, path)
    except atomic_write.NotSaved as failed:
        streams.complain(reason_of(failed))
        return None
    if fixes.shows:
        _show(outcome, path, look)
    elif is_stream:
        sys.stdout.flush()
        sys.stdout.buffer.write(outcome.data)
        sys.stdout.flush()
    if left:
        streams.inform(left)
    name = translated(read_bytes.display_name(path))
    streams.inform(_("{name}: {value}", name=name, value=summary(outcome.cured, is_done=not fixes.shows)))
    return outcome


def _choice(fixes: Fixes, problem: Problem) -> Cure | None:
    """The cure that is made of a problem; None where it is not asked for."""
    if not chosen((problem,), fixes.only, fixes.ignored):
        return None
    return mend.likeliest_cure(problem) if fixes.guesses else mend.sure_cure(problem)


def _show(outcome: Mended, path: str, look: DisplayOptions) -> None:
    """Show the changes to come, as a patch on standard output."""
    from tui.printing.lines import draw
    from tui.printing.patch import patch

    before, after = mend.lines_of(outcome.before), mend.lines_of(outcome.data)
    rows = mend.lines_before(before, after)
    draw(patch(before, after, rows, read_bytes.display_name(path)), look.width, look.theme())


def summary(cured: Counter[str], *, is_done: bool) -> str:
    """`3 problems mended (2 unquoted-colon, 1 bad-date)`, `3 problems to mend (…)`, or `nothing to mend`."""
    if not cured:
        return _("nothing to mend")
    most_first = sorted(cured.items(), key=lambda one: (-one[1], one[0]))
    codes = ", ".join(f"{thousands(count)} {code}" for code, count in most_first)
    return numbered(*(DONE if is_done else DUE), cured.total(), codes=codes)
