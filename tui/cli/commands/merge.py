"""jalon merge: two versions of a file put together by events and fields, by hand or as git's merge driver."""

from __future__ import annotations

import sys

import click

from tui.cli.base import streams
from tui.cli.base.options import takes_in_vain
from tui.cli.base.request import Refusal
from tui.core.text.messages import _, numbered, reason_of, translated


@click.command("merge")
@click.argument("words", nargs=-1, metavar="BASE OURS THEIRS")
@click.option("-o", "--output", "to", metavar="OUT", help="Write to this file, rather than to standard output.")
@click.option("--claims", "as_claims", is_flag=True, help="Two dates or statuses of one event become a claim.")
@click.option("--install", "installs", is_flag=True, help="[FILE]: have git merge FILE, or a folder, in this way.")
@takes_in_vain("--today")
def command(words: tuple[str, ...], to: str | None, as_claims: bool, installs: bool) -> int:
    """Put together what two people made of one file: OURS and THEIRS, which both began as BASE.

    Events, sources and actors are known by their ids, and are put together field by field. Items of lists, such as
    actors, come and go one by one. New events stand in order of time. All other lines keep every byte. Only a field
    that both changed, to different things, is a conflict: it stands in the file with both sides, between the lines that
    git uses, and the exit code is 1. What is no sound YAML is put together line by line, as git does it.
    """
    if installs:
        return _install(words, as_claims=as_claims)
    if len(words) != 3:
        raise Refusal(_("three files are put together"), _("jalon merge BASE OURS THEIRS"))
    from tui.store.merge.merge import NotByEvents, merge
    from tui.store.system import atomic_write, git, read_bytes

    try:
        sides = [read_bytes.fetch(word) for word in words]
        before = read_bytes.fetch(to) if to is not None and _is_there(to) else None
        try:
            found = merge(*sides, as_claims=as_claims)
            data, places = found.data, [_path(one.path) for one in found.conflicts]
        except NotByEvents as reason:
            streams.inform(_("put together line by line: {reason}", reason=_reason(reason)))
            data, is_clean = git.merged_by_lines(*sides)
            places = [] if is_clean else [_("by lines")]
        if to is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
        elif data != before:
            atomic_write.replace(to, before, data)
    except (read_bytes.Unreadable, git.GitError, atomic_write.NotSaved) as reason:
        raise Refusal(reason_of(reason)) from reason
    if not places:
        return streams.OK
    many = numbered("{number} conflict", "{number} conflicts", len(places))
    streams.inform(_("{many}: {places}", many=many, places=", ".join(places)))
    return streams.FAILED


def _is_there(path: str) -> bool:
    import os

    return os.path.lexists(path)


def _reason(reason: Exception) -> str:
    problem, name = getattr(reason, "problem", None), getattr(reason, "name", "")
    if problem is None:
        return _("by events there would be a new error")
    return _("{name}:{line}: {message}", name=name, line=problem.place.line, message=translated(problem.message))


def _path(path: tuple[object, ...]) -> str:
    """The place of a conflict in words: `ikanbi-contract-end date`."""
    names = [str(one[1]) if isinstance(one, tuple) and len(one) > 1 else str(one) for one in path]
    return " ".join(names[1:] if names[:1] == ["events"] and len(names) > 1 else names)


def _install(words: tuple[str, ...], *, as_claims: bool) -> int:
    """Have git use this command for a file or a folder; each thing that is done is said."""
    from tui.store.system import environment, git, merge_driver

    if len(words) > 1:
        raise Refusal(_("one file or folder at a time"), _("jalon merge --install [FILE]"))
    path = words[0] if words else environment.HERE
    try:
        for done in merge_driver.install(path, as_claims=as_claims):
            streams.inform(done)
    except git.GitError as reason:
        raise Refusal(reason_of(reason)) from reason
    return streams.OK
