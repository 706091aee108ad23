"""jalon exhibits: the sources that a court knows by a number, the next free one, and numbers for others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.options import TEXT_OPTIONS, display_options
from tui.cli.base.private import tell_withheld, with_private
from tui.cli.base.request import DisplayOptions, Refusal, only_file, reading_of, tell_problems, tell_shipped
from tui.core.evidence import privacy
from tui.core.evidence.exhibits import in_exhibit_order, next_free
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, numbered, reason_of

if TYPE_CHECKING:
    from tui.core.timeline.model import Source, Timeline


@click.command("exhibits")
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option("--give", "wanted", multiple=True, metavar="SOURCE", help="Give a source the next free number.")
@click.option("--give-all", "gives_all", is_flag=True, help="Give one to each source that is cited and has none.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="Text to read, or data."
)
@with_private
@display_options(TEXT_OPTIONS)
def command(
    words: tuple[str, ...],
    wanted: tuple[str, ...],
    gives_all: bool,
    form: str,
    with_private: bool,
    look: DisplayOptions,
) -> int:
    """List the exhibits: sources with a number (exhibit: 12), by which a court quotes them, and the next free number.

    --give writes numbers into FILE, and touches nothing else. A number stays for ever: none is given twice, even when
    its source has left the file, for the file keeps the highest that was given (timeline: exhibits).
    """
    path = only_file(words)
    if wanted or gives_all:
        path = _give(path, wanted, named=path in words)
    tell_shipped(path, words)
    reading = reading_of(path)
    told = reading.timeline if with_private else privacy.tellable(reading.timeline)
    FORMS[form](told, next(next_free(reading.timeline)), look)
    sys.stdout.flush()
    if not with_private:
        tell_withheld(privacy.withheld(reading.timeline, reading.timeline.events))
    tell_problems(reading, path)
    return streams.OK


# ---- The list


def _draw(told: Timeline, free: int, look: DisplayOptions) -> None:
    from tui.core.export.account import source_line
    from tui.core.timeline.in_language import TimelineInLanguage

    voice = TimelineInLanguage(told, look.language)
    found = _numbered(told)
    widest = max((len(str(one.exhibit)) for one in found), default=0)
    for one in found:
        sys.stdout.write(f"{one.exhibit!s:>{widest}}  {clean_line(one.id)}  {clean_line(source_line(one, voice))}\n")
    without = len(told.sources) - len(found)
    rest = numbered("{number} source has no number", "{number} sources have no number", without) if without else ""
    free_one = _("the next free number is {number}", number=free)
    sys.stdout.write(f"{free_one}\n")
    if rest:
        streams.inform(_("{rest}: jalon exhibits --give SOURCE gives one", rest=rest))


def _write_json(told: Timeline, free: int, look: DisplayOptions) -> None:
    without = [one.id for one in told.sources.values() if one.exhibit is None]
    streams.write_json({"exhibits": list(_records(told, look)), "next": free, "without": without})


def _write_csv(told: Timeline, free: int, look: DisplayOptions) -> None:
    from tui.core.export.event_records import defused

    columns = ("exhibit", "id", "publisher", "title", "published", "url")
    rows = ([defused(clean_line(str(one[name] or ""))) for name in columns] for one in _records(told, look))
    streams.write_csv(columns, rows)
    streams.inform(_("the next free number is {number}", number=free))


def _records(told: Timeline, look: DisplayOptions) -> Iterator[Mapping[str, object]]:
    for one in _numbered(told):
        yield {
            "exhibit": one.exhibit,
            "id": one.id,
            "publisher": one.publisher_or_site,
            "title": told.say(one.titles, look.language) or one.page_name,
            "published": one.published.text if one.published else None,
            "url": one.url,
        }


def _numbered(told: Timeline) -> list[Source]:
    return [one for one in in_exhibit_order(told.sources.values()) if one.exhibit is not None]


FORMS: Mapping[str, Callable[[Timeline, int, DisplayOptions], None]] = {
    "text": _draw,
    "json": _write_json,
    "csv": _write_csv,
}


# ---- New numbers


def _give(path: str, wanted: tuple[str, ...], *, named: bool) -> str:
    """Write numbers into the file under its lock, and say which; the answer is the path that was written."""
    from tui.cli.base.add_to_file import to_write
    from tui.store.system import atomic_write, file_lock, read_bytes
    from tui.store.write import add
    from tui.store.write.exhibits import with_exhibits

    file = to_write(path, named)
    try:
        with file_lock.locked(file.path):
            now = add.reopened(file)
            numbers = _chosen(now.reading.timeline, wanted)
            if not numbers:
                streams.inform(_("every source that is cited has a number"))
                return file.path
            left = add.save(now, with_exhibits(now, numbers))
    except (add.NoPlace, atomic_write.NotSaved, read_bytes.Unreadable) as failed:
        raise Refusal(reason_of(failed), getattr(failed, "hint", None)) from failed
    if left:
        streams.inform(left)
    for name, number in numbers.items():
        streams.inform(_("exhibit {number} is {id}", number=number, id=clean_line(name)))
    return file.path


def _lacks(source: Source) -> bool:
    """True for a source without a number that can have one: an address that is cited as it is has no entry for it."""
    return source.exhibit is None and source.id != source.url


def _chosen(timeline: Timeline, wanted: tuple[str, ...]) -> dict[str, int]:
    """The number for each source that is to have one: those that are named, else those that are cited."""
    for name in wanted:
        source = timeline.sources.get(name)
        if source is None:
            from tui.core.text.nearest import did_you_mean

            known = privacy.public(timeline).sources
            raise Refusal(_('no source is called "{name}"', name=name), did_you_mean(name, known))
        if source.exhibit is not None:
            taken = _("a number stays for ever")
            raise Refusal(_('source "{id}" is exhibit {number}', id=name, number=source.exhibit), taken)
    cited = dict.fromkeys(name for event in timeline.events for name in event.sources)
    names = list(dict.fromkeys(wanted)) or [
        name for name in cited if name in timeline.sources and _lacks(timeline.sources[name])
    ]
    return dict(zip(names, islice(next_free(timeline), len(names)), strict=True))
