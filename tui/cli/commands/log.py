"""jalon log: the history of one event in git: who changed which date, status, claim or source, and when."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.base import streams
from tui.cli.base.private import visible_event, why_not
from tui.cli.base.query_options import command_on_events
from tui.cli.base.request import (
    STANDARD_INPUT,
    DisplayOptions,
    Refusal,
    event_of_id,
    reading_of,
    split_file,
    tell_problems,
    tell_shipped,
)
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, reason_of

if TYPE_CHECKING:
    from tui.core.comparison.difference import Difference
    from tui.core.timeline.model import Timeline
    from tui.drawing.spans.column import TextColumn
    from tui.drawing.spans.spans import Line
    from tui.store.files.joined import StoryFile
    from tui.store.system.git_history import Blobs, Commit


class Step(NamedTuple):
    """A commit that changed the event, and how."""

    commit: Commit | None
    """None for what is not committed yet."""
    found: Difference
    old: Timeline
    new: Timeline


@command_on_events(
    "log",
    "[FILE] EVENT",
    forms=("text", "json"),
    said="Text to read, or data.",
    is_told_by_day=False,
)
def command(words: tuple[str, ...], form: str, with_private: bool, look: DisplayOptions) -> int:
    """Tell the history of the event with the id EVENT, as git keeps it: the latest change first.

    Each change has its day, its author and its commit, and says what became of the date, the status, the claims and the
    sources of the event. The event is followed when its id changes, when its file has another name, and when it moves
    from one file to another. Changes of the rest of the file are left out.
    """
    path, others = split_file(words)
    if len(others) != 1:
        raise Refusal(_("one event is told of"), _("jalon log [FILE] EVENT"))
    if path == STANDARD_INPUT:
        raise Refusal(_("standard input has no versions"))
    tell_shipped(path, words)
    reading = reading_of(path)
    event = event_of_id(reading.timeline, others[0])
    timeline, told, _withheld = visible_event(reading.timeline, event, with_private=with_private)
    if told is None:
        raise Refusal(*why_not(event))
    from tui.store.system import git

    try:
        own, _line = reading.at(told.line)
        beside = [] if own == path else _beside(path, own)
        steps = list(_steps(own, told.id, timeline, beside, with_private=with_private))
    except git.GitError as reason:
        raise Refusal(reason_of(reason)) from reason
    if form == "json":
        _write_json(told.id, steps, look)
    else:
        look.draw_column(lambda sheet: _rows(steps, sheet))
    tell_problems(reading, path)
    return streams.OK


# ---- The way back


def _beside(folder: str, path: str) -> list[StoryFile]:
    """The files of a folder with what the events in another may refer to."""
    from tui.store.files.joined import EVENTS
    from tui.store.files.timeline_files import JoinedFiles, fetch_timeline

    data = fetch_timeline(folder)
    files = data.files if isinstance(data, JoinedFiles) else ()
    return [one for one in files if one.rank < EVENTS and one.path != path]


def _steps(
    path: str, name: str, timeline: Timeline, beside: list[StoryFile], *, with_private: bool
) -> Iterator[Step]:
    """Each change of an event, the latest first; `beside` are files with what it may refer to, as they are now."""
    from tui.store.system import git, git_history

    top = git.top_folder(path)
    inner = os.path.relpath(os.path.realpath(path), os.path.realpath(top)).replace(os.sep, "/")
    with git_history.Blobs(top) as blobs:
        walk = _Walk(top, blobs, name, timeline, beside, with_private=with_private)
        yield from walk.back(None, inner, "HEAD", inner)
        since = "HEAD"
        while since:
            here, since = since, ""
            for commit in git_history.commits(top, inner, here):
                yield from walk.back(commit, commit.path, "".join(commit.parents[:1]), commit.before)
                if walk.came_from:
                    inner, since = walk.came_from, commit.parents[0]
                    break


class _Walk:
    """The event on its way back: its id, and the timeline that holds it."""

    def __init__(
        self, top: str, blobs: Blobs, name: str, timeline: Timeline, beside: list[StoryFile], *, with_private: bool
    ) -> None:
        self._top, self._blobs, self._with_private = top, blobs, with_private
        self._beside = beside
        self._name, self._timeline = name, timeline
        self._stretch: bytes | None = None
        self._is_gone = False
        self.came_from = ""
        """The file that the event moved from in the last commit that was looked at."""

    def back(self, commit: Commit | None, path: str, parent: str, before: str) -> Iterator[Step]:
        """The change of the event between a commit, or the file as it is, and the version before it."""
        self.came_from = ""
        if self._is_gone:
            return
        data = self._blobs.read(parent, before) if before else None
        if data is not None and self._stretch is not None and _stretch(data, self._name) == self._stretch:
            return
        older = self._read(data, before)
        found, name = _change(older, self._timeline, self._name)
        if name is None and commit is not None and parent:
            other = self._elsewhere(commit, parent, path)
            if other:
                self.came_from, older = other, self._read(self._blobs.read(parent, other), other)
                found, name = _change(older, self._timeline, self._name)
        if found is not None:
            yield Step(commit, found, older, self._timeline)
        self._is_gone = name is None
        if name is not None:
            self._name, self._timeline = name, older
            self._stretch = _stretch(data, name) if data is not None and not self.came_from else None

    def _read(self, data: bytes | None, path: str) -> Timeline:
        from tui.core.evidence import privacy
        from tui.store.files.joined import StoryFile, joined
        from tui.store.read.timeline import read
        from tui.store.system.read_bytes import Unreadable

        try:
            timeline = read(joined([*self._beside, StoryFile.of(path, data or b"events: []\n")]), "").timeline
        except Unreadable:
            timeline = read(b"events: []\n", "").timeline
        return timeline if self._with_private else privacy.public(timeline)

    def _elsewhere(self, commit: Commit, parent: str, path: str) -> str:
        """Another file of the parent that held the event and was changed with it; empty when there is none."""
        from tui.store.system import git_history

        for other in git_history.changed_in(self._top, commit.hash):
            data = self._blobs.read(parent, other) if other != path else None
            if data is not None and _stretch(data, self._name):
                return other
        return ""


def _stretch(data: bytes, name: str) -> bytes | None:
    """The lines of an event, as far as they can be told without reading the file; None where they cannot."""
    found = re.search(
        rb"^([ ]*)(?:- |  )id:[ ]*[\"']?" + re.escape(name.encode()) + rb"[\"']?[ ]*\r?$", data, re.MULTILINE
    )
    if found is None:
        return None
    begin = data.rfind(b"\n" + found[1] + b"- ", 0, found.end())
    end = re.compile(rb"^" + found[1] + rb"(?:-|\S)", re.MULTILINE).search(data, found.end())
    return data[begin + 1 : end.start() if end else len(data)].rstrip()


def _change(older: Timeline, newer: Timeline, name: str) -> tuple[Difference | None, str | None]:
    """The change of an event between two versions, and its id in the older one; None for what there is not."""
    from tui.core.comparison.difference import difference, restricted

    before: str | None = name
    if not any(event.id == name for event in older.events):
        whole = difference(older, newer)
        renamed = {one.after: one.before for one in whole.renamed if one.kind == "event"}
        changed = {
            str(field.after): str(field.before)
            for one in whole.events for field in one.fields if one.change == "changed" and field.name == "id"
        }  # fmt: skip
        before = renamed.get(name) or changed.get(name)
    old = restricted(older, frozenset((before,)) if before else frozenset())
    found = difference(old, restricted(newer, frozenset((name,))))
    is_same = not found.events and not found.of_renamed("event")
    return None if is_same else found._replace(sources=(), actors=(), head=()), before


# ---- How it is told


def _rows(steps: list[Step], sheet: TextColumn) -> Iterator[Line]:
    from tui.drawing.lists.difference import changes
    from tui.drawing.spans.spans import Span

    if not steps:
        yield from sheet.paragraph(_("git knows no change of this event"), "dim")
    for number, step in enumerate(steps):
        if number:
            yield ()
        yield from sheet.paragraph(_head(step.commit, sheet), "strong")
        if step.commit is not None:
            yield (Span(f"{step.commit.hash[:10]}  {clean_line(step.commit.path)}", "dim"),)
        yield from changes(step.found, step.old, step.new, sheet)


def _head(commit: Commit | None, sheet: TextColumn) -> str:
    if commit is None:
        return _("not committed yet")
    from tui.core.dates.calendar import parse_day
    from tui.core.dates.words import day_in_words

    day = parse_day(commit.day)
    words = commit.day if day is None else day_in_words(day, sheet.pen.language)
    return sheet.dot.join((words, commit.author, commit.subject))


def _write_json(name: str, steps: list[Step], look: DisplayOptions) -> None:
    from tui.drawing.lists.difference import data

    changes = []
    for step in steps:
        commit, told = step.commit, data(step.found, step.new, look.language)
        changes.append(
            {
                "commit": commit and commit.hash,
                "author": commit and commit.author,
                "when": commit and commit.when,
                "subject": commit and commit.subject,
                "file": commit and commit.path,
                "events": told["events"],
                "renamed": told["renamed"],
            }
        )
    streams.write_json({"event": name, "changes": changes})
