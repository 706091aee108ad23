"""jalon keep: copies of the pages that are cited, beside the timeline, with their passages proved in them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.options import TEXT_OPTIONS, Once, display_options
from tui.cli.base.private import OPTION
from tui.cli.base.request import DisplayOptions, Refusal, name_as_read, quoted, reading_of, split_file
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, forms, numbered

if TYPE_CHECKING:
    from tui.core.timeline.model import Source, Timeline

LIBRARIES = ("urllib3", "warcio", "selectolax", "pypdf")


@click.command("keep")
@click.argument("words", nargs=-1, metavar="[FILE] [SOURCE]…")
@click.option("--all", "takes_all", is_flag=True, help="Keep every source that has an address and no copy here.")
@click.option("--adopt", cls=Once, metavar="SAVED", help="Take this file, which you saved, as a copy of the SOURCE.")
@click.option("--again", is_flag=True, help="Keep one more copy, and say what became of each passage since.")
@click.option("--with-private", is_flag=True, help="With --all private sources too, and what private events quote.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the answer.")
@display_options(TEXT_OPTIONS)
def command(
    words: tuple[str, ...],
    takes_all: bool,
    adopt: str | None,
    again: bool,
    with_private: bool,
    form: str,
    look: DisplayOptions,
) -> int:
    """Fetch the page of each SOURCE, and keep it beside FILE, in copies/SOURCE/DAY.warc.gz.

    The copy holds what was asked and what was answered. jalon writes its name into FILE, under archive: of the source,
    and looks in it for each passage that is cited. What it finds goes into FILE.ledger.jsonl. A page that a machine may
    not read can be saved in your browser and taken with --adopt: as HTML, PDF, text, WARC or WACZ.

    jalon asks one page after the other, with a pause before it asks a host again, and keeps no page larger than 20 MB.
    ctrl+c stops it, and what is kept stays kept. The exit code is 1 when a page could not be kept.
    """
    path, names = split_file(words)
    if adopt is not None and (takes_all or len(names) != 1):
        raise Refusal(_("--adopt is of one source"), _("jalon keep SOURCE --adopt SAVED"))
    if takes_all and names:
        raise Refusal(_("--all is of all sources, and some are named"), _("leave one of the two out"))
    if not takes_all and not names:
        raise Refusal(_("which source? none is named"), _("jalon keep SOURCE…, or --all"))
    _need_libraries()

    from tui.cli.base.add_to_file import to_write
    from tui.cli.commands import keep_told
    from tui.core.dates.calendar import iso
    from tui.core.evidence.privacy import public
    from tui.store.keep.keeper import Keeper
    from tui.store.proof.reading import CopyReader

    file = to_write(path, is_named=path in words)
    timeline = reading_of(file.path).timeline
    wanted = list(dict.fromkeys(_source(timeline, name).id for name in names))
    if takes_all:
        wanted = [one.id for one in _all(timeline, again=again, with_private=with_private)]
    sources = list(_in_turn(timeline.sources[name] for name in wanted))
    with CopyReader() as reader:
        day = iso(look.today)
        told = timeline if with_private else public(timeline)
        keeper = Keeper(file.path, told, day, reader, again=again)
        if adopt is None:
            return keep_told.tell(sources, keeper.keep, form, day)
        return keep_told.tell(sources, lambda source: keeper.adopt(source, adopt), form, day)


def _need_libraries() -> None:
    from importlib.util import find_spec

    for library in LIBRARIES:
        if find_spec(library) is None:
            raise Refusal(_("keep needs {library}", library=library), _('pip install "jalon[proof]"'))


def _source(timeline: Timeline, name: str) -> Source:
    """The source of that id; refused with the nearest id where there is none, or where nothing could be named."""
    source = timeline.sources.get(name) or timeline.sources.get(name_as_read(name))
    if source is None:
        from tui.core.evidence.privacy import tellable
        from tui.core.text.nearest import did_you_mean

        hint = did_you_mean(name, tellable(timeline).sources)
        raise Refusal(_('no source is called "{name}"', name=name), hint or _("jalon ids sources lists them"))
    if _is_bare(source):
        raise Refusal(
            _("{address} is cited by its address alone", address=clean_line(source.id)),
            _("jalon new source {address} makes a source of it", address=quoted(source.id)),
        )
    return source


def _is_bare(source: Source) -> bool:
    """True for an address that an event cites as it is: no entry of the file could name its copy."""
    return source.url == source.id


LEFT_OUT = {
    "bare": forms(
        "{number} source is cited by its address alone: jalon new source makes a source of it",
        "{number} sources are cited by their address alone: jalon new source makes sources of them",
    ),
    "private": forms(
        "{number} private source is left out; {option} keeps it too",
        "{number} private sources are left out; {option} keeps them too",
    ),
    "gone": forms("{number} source is gone, by the file", "{number} sources are gone, by the file"),
    "kept": forms(
        "{number} source has a copy here; --again keeps one more",
        "{number} sources have a copy here; --again keeps one more",
    ),
}


def _all(timeline: Timeline, *, again: bool, with_private: bool) -> list[Source]:
    """The sources of `--all`; how many are left out is said."""
    from tui.core.evidence.privacy import tellable

    told = timeline if with_private else tellable(timeline)
    chosen = []
    left: dict[str, int] = dict.fromkeys(LEFT_OUT, 0)
    for source in timeline.sources.values():
        reason = _left_out(source, again=again, is_told=source.id in told.sources)
        if reason in left:
            left[reason] += 1
        elif source.url:
            chosen.append(source)
    for reason, number in left.items():
        if number:
            streams.inform(numbered(*LEFT_OUT[reason], number, option=OPTION))
    return chosen


def _left_out(source: Source, *, again: bool, is_told: bool) -> str:
    """The reason why a source is left out of all, a key of LEFT_OUT; empty where it is not."""
    from tui.store.proof.source_proof import local_copies

    if not source.url:
        return ""
    if not is_told:
        return "private"
    if _is_bare(source):
        return "bare"
    if source.gone:
        return "gone"
    return "kept" if local_copies(source) and not again else ""


def _in_turn(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources, one of each host after the other, so that pauses are seldom waited for."""
    from tui.store.keep.keeper import host_of

    by_host: dict[str, deque[Source]] = defaultdict(deque)
    for one in sources:
        by_host[host_of(one)].append(one)
    while by_host:
        for host in list(by_host):
            yield by_host[host].popleft()
            if not by_host[host]:
                del by_host[host]
