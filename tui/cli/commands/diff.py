"""jalon diff: what came, went or changed between two files, two versions of one, or as published by two days."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.private import tell_included, tell_withheld
from tui.cli.base.query_options import command_on_events, query_by_day, query_option
from tui.cli.base.request import (
    STANDARD_INPUT,
    DisplayOptions,
    Refusal,
    is_file,
    only_file,
    reading_of,
    split_file,
    tell_problems,
    tell_shipped,
)
from tui.core.text.messages import _, reason_of

if TYPE_CHECKING:
    from tui.core.comparison.difference import Difference
    from tui.core.timeline.model import Timeline
    from tui.drawing.spans.column import TextColumn
    from tui.drawing.spans.spans import Line
    from tui.store.read.timeline import Reading


class Side(NamedTuple):
    """One of the two timelines, and how it is called."""

    name: str
    timeline: Timeline


@command_on_events(
    "diff",
    "OLD NEW",
    click.option(
        "--git", "is_git", is_flag=True,
        help="[FILE] REV [REV]: versions that git keeps; one REV: since then; A..B: from A to B.",
    ),
    click.option("--days", "is_days", is_flag=True, help="[FILE] DAY1 DAY2: what was published in between."),
    query_option("With --days: the events of a query on either day."),
    forms=("text", "markdown", "json"),
    said="What to print: text, a list for a review, or data.",
    is_told_by_day=False,
)
def command(
    words: tuple[str, ...],
    is_git: bool,
    is_days: bool,
    text: str | None,
    form: str,
    with_private: bool,
    look: DisplayOptions,
) -> int:
    """Tell what came, went or changed between two timelines: events, their dates, statuses, claims, sources.

    OLD and NEW are files. With --git they are versions of FILE. With --days they are FILE as published by DAY1 and as
    published by DAY2. The same id is the same event or source. If an id changed, jalon knows a source by its address
    and an event by its date and title, and says "renamed".
    """
    if is_git and is_days:
        raise Refusal(_("either --git or --days"))
    if text is not None and not is_days:
        raise Refusal(_("-q goes with --days"), _("jalon diff --days [FILE] DAY1 DAY2 -q QUERY"))
    if is_days:
        old, new = _days(words, text, look, with_private=with_private)
    else:
        old, new = _versions(words) if is_git else _files(words)
    from tui.core.comparison.difference import difference

    if with_private:
        tell_included(new.timeline, new.timeline.events)
    else:
        old, new = _withholding(old, new)
    found = difference(old.timeline, new.timeline)
    if form == "json":
        _write_json(found, old, new, look)
    elif form == "markdown":
        _write_markdown(found, old, new, look)
    else:
        look.draw_column(lambda sheet: _rows(found, old, new, sheet))
    return streams.OK


def _withholding(old: Side, new: Side) -> tuple[Side, Side]:
    """The two without what is private in either; how much that is of the new one is said."""
    from tui.core.evidence import privacy

    tell_withheld(privacy.withheld(new.timeline, new.timeline.events))
    return old._replace(timeline=privacy.public(old.timeline)), new._replace(timeline=privacy.public(new.timeline))


# ---- What is compared


def _files(words: tuple[str, ...]) -> tuple[Side, Side]:
    if len(words) != 2:
        raise Refusal(
            _("two files are compared") if words else _("which files? none is named"), _("jalon diff OLD NEW")
        )
    if words.count(STANDARD_INPUT) > 1:
        raise Refusal(_("standard input is named twice, and can be read once"))
    from tui.store.system.read_bytes import display_name

    sides = []
    for word in words:
        if not is_file(word):
            by_version = _("jalon diff --git REV compares with a version")
            hint = _("jalon diff --days DAY1 DAY2") if _is_day(word) else by_version
            raise Refusal(_('"{word}" is not a file', word=word), hint)
        reading = reading_of(word)
        tell_problems(reading, word)
        sides.append(Side(display_name(word), reading.timeline))
    return sides[0], sides[1]


def _is_day(word: str) -> bool:
    from tui.core.dates.calendar import parse_day

    return parse_day(word) is not None


def _versions(words: tuple[str, ...]) -> tuple[Side, Side]:
    """A file in one revision, and in another or as it is now."""
    if not words:
        raise Refusal(_("which revision? none is named"), _("jalon diff --git [FILE] REV [REV]"))
    if len(words) > 1 and _is_there(words[0]) and not _is_there(words[-1]):
        words = (*words[1:], words[0])
    old, *rest = words
    if ".." in old and not _is_there(old):
        old, end = _range(old, only_file(tuple(rest)))
        rest.insert(0, end)
    new = rest.pop(0) if rest and not (_is_there(rest[0]) and len(rest) == 1) else None
    path = only_file(tuple(rest))
    if path == STANDARD_INPUT:
        raise Refusal(_("standard input has no versions"))
    before = _version(path, old)
    if new is not None:
        return before, _version(path, new)
    from tui.store.system.read_bytes import display_name

    reading = reading_of(path)
    tell_problems(reading, path)
    return before, Side(display_name(path), reading.timeline)


def _range(word: str, path: str) -> tuple[str, str]:
    """The two ends of `A..B`; of `A...B` the commit from which both have come, and B. An end left out is HEAD."""
    first, dots, last = word.partition("..." if "..." in word else "..")
    first, last = first or "HEAD", last or "HEAD"
    if dots == "..":
        return first, last
    from tui.store.system import git

    try:
        return git.common_ancestor(path, first, last), last
    except git.GitError as reason:
        raise Refusal(reason_of(reason)) from reason


def _is_there(word: str) -> bool:
    """True when a word is a file rather than a revision, which may hold a `/` too."""
    return os.path.exists(word) or word.endswith((".yaml", ".yml")) or word == STANDARD_INPUT


def _version(path: str, revision: str) -> Side:
    from tui.core.text.clean import clean_line
    from tui.store.files.timeline_files import timeline_at
    from tui.store.read.timeline import read
    from tui.store.system import git, read_bytes

    name = _("{file} in {revision}", file=read_bytes.display_name(path), revision=clean_line(revision))
    try:
        reading: Reading = read(timeline_at(path, revision), name)
    except git.GitError as error:
        raise Refusal(reason_of(error)) from error
    except read_bytes.Unreadable as unreadable:
        raise Refusal(reason_of(unreadable)) from unreadable
    return Side(name, reading.timeline)


def _days(words: tuple[str, ...], text: str | None, look: DisplayOptions, *, with_private: bool) -> tuple[Side, Side]:
    """A file as published by one day, and by another."""
    path, days = split_file(words)
    if days == words:
        days, path = words[:2], only_file(words[2:])
    if len(days) != 2 or any(map(is_file, days)):
        raise Refusal(_("two days are compared"), _("jalon diff --days [FILE] DAY1 DAY2"))
    tell_shipped(path, words)
    reading = reading_of(path)
    from tui.core.comparison.difference import restricted
    from tui.core.evidence import privacy
    from tui.core.evidence.as_of import timeline_as_of
    from tui.core.evidence.as_of_words import as_published_by as told_by_day
    from tui.core.index.engines import engine_of
    from tui.core.index.protocol import walk

    whole = reading.timeline
    if not with_private:
        tell_withheld(privacy.withheld(whole, whole.events))
        whole = privacy.public(whole)
    query = query_by_day(whole, look, text, None, with_private=with_private)
    if query.as_of is not None:
        said = _('"as-of:" has no place in the query of a comparison: {query}', query=query)
        raise Refusal(said, _("the two days stand before it"))
    asking = [query_by_day(whole, look, None, day, with_private=with_private) for day in days]
    by = [one.as_of for one in asking if one.as_of is not None]
    if by[0] > by[1]:
        raise Refusal(
            _("{later} is before {earlier}", later=days[1], earlier=days[0]), _("the earlier day comes first")
        )
    timelines = [timeline_as_of(whole, day) for day in by]
    if query.terms:
        engine = engine_of(whole, look.today)
        ids = frozenset(one.event.id for day in by for one in walk(engine.as_of(day).select(query)))
        timelines = [restricted(one, ids) for one in timelines]
    tell_problems(reading, path)
    old, new = (Side(told_by_day(day, look.language), one) for day, one in zip(by, timelines, strict=True))
    return old, new


# ---- How it is told


def _rows(found: Difference, old: Side, new: Side, sheet: TextColumn) -> Iterator[Line]:
    """The rows of a difference: the two that are compared, how much differs, then each change."""
    from tui.core.evidence.as_of_words import MAY_BE_KNOWN, sources_standing
    from tui.drawing.lists.difference import change_counts, changes, has_doubts
    from tui.drawing.spans.spans import Span

    role = "now" if new.timeline.as_of is not None else "strong"
    yield from sheet.paragraph(f"{old.name} {sheet.glyphs.becomes} {new.name}", role)
    nothing = _("nothing differs") if found.is_none else _("no event or source differs")
    yield from sheet.paragraph(sheet.dot.join(change_counts(found)) or nothing, "dim")
    if old.timeline.as_of is not None and new.timeline.as_of is not None:
        for side in (old.timeline.as_of, new.timeline.as_of):
            yield from sheet.paragraph(sources_standing(side, sheet.glyphs.separator), "dim")
        if has_doubts(found):
            yield (Span(_("in parentheses: {what}", what=_(MAY_BE_KNOWN)), "dim"),)
    yield from changes(found, old.timeline, new.timeline, sheet)


def _write_markdown(found: Difference, old: Side, new: Side, look: DisplayOptions) -> None:
    """The same as a list in Markdown, for a review of a change."""
    import sys

    from tui.drawing.spans.column import TextColumn
    from tui.printing.markdown.difference import changes_as_list

    sheet = TextColumn(streams.MOST_WIDTH, look.pen())
    sys.stdout.write("\n".join(changes_as_list(_rows(found, old, new, sheet))) + "\n")


def _write_json(found: Difference, old: Side, new: Side, look: DisplayOptions) -> None:
    from tui.core.dates.calendar import iso
    from tui.drawing.lists.difference import data

    sides = {
        name: {"name": side.name, "as_of": iso(side.timeline.as_of.day) if side.timeline.as_of else None}
        for name, side in (("old", old), ("new", new))
    }
    streams.write_json({**sides, **data(found, new.timeline, look.language)})
