"""jalon publish: a timeline as a page for people who have no jalon."""

from __future__ import annotations

import gc
import os
import sys
from itertools import chain
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.options import Once
from tui.cli.base.publication import (
    Publication,
    Wanted,
    against,
    complain_of_disk,
    dress,
    need_libraries,
    publication,
    publication_options,
)
from tui.cli.base.request import Refusal, look, only_file, reading_of, tell_problems, tell_shipped
from tui.core.problems.problem import ERROR
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, numbered, reason_of, translatable
from tui.core.text.plural import plural

if TYPE_CHECKING:
    from tui.core.problems.problem import Problem
    from tui.page.record.published import Record

URL = "--url"
_COUNTS = (
    ("new", translatable("new: {number}")),
    ("corrected", translatable("corrected: {number}")),
    ("withdrawn", translatable("withdrawn: {number}")),
)
"""The words for the number of changes of each kind since the page came out last."""


@click.command("publish")
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option("-o", "--output", "folder", cls=Once, metavar="DIR", help="The folder that the page is written into.")
@click.option(URL, cls=Once, metavar="ADDRESS", help="Where the page will stand: for the feed, and for links to it.")
@click.option(
    "--with-private", type=click.Choice(["never"]), default="never",
    help="What is private is never published: there is no other choice.",
)  # fmt: skip
@publication_options
def command(
    words: tuple[str, ...],
    folder: str | None,
    url: str | None,
    with_private: str,  # noqa: ARG001 - there is but one choice, which is what is done
    text: str | None,
    as_of: str | None,
    languages: tuple[str, ...],
    theme_name: str | None,
    no_script: bool,
    today: str | None,
) -> int:
    """Make a page of a timeline that anybody can open: one HTML file for each language, which asks the network nothing.

    Beside the page stand timeline.json, the events as data, feed.atom, what is new, and published.json, by which the
    next run knows what changed. A correction is said on the page.

    The file may say under publish: what its events need (require), which are published all the same (except) and who
    publishes (about). What does not pass is listed with its place and its cure, the exit code is 1, and nothing is
    written. An event without a source is never published, unless it is an exception.
    """
    if not folder:
        raise Refusal(_("where to? no folder is named"), _("jalon publish -o DIR"))
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise Refusal(_('"{word}" is not a folder', word=folder))
    base = _base(url)
    need_libraries()
    path = only_file(words)
    tell_shipped(path, words)
    wanted = Wanted(text, as_of, languages, look(None, today, theme_name), not no_script)
    reading = reading_of(path)
    found = publication(reading, wanted)
    if problems := against(found):
        return _refuse(found, problems, wanted)
    from tui.page.site.write import NotOurs
    from tui.store.system.atomic_write import NotSaved

    gc.disable()  # what is made holds no cycles, and looking for them would take a third of the time
    try:
        return _write(found, wanted, folder, base)
    except NotOurs as other:
        raise Refusal(reason_of(other), _("name another folder")) from other
    except NotSaved as error:
        return complain_of_disk(error)
    finally:
        gc.enable()
        tell_problems(reading, path)


def _base(url: str | None) -> str | None:
    """The address of the page with a slash at its end."""
    from tui.core.citation.links import safe_url

    if url is None:
        return None
    safe = safe_url(url)
    if safe is None or "?" in safe or "#" in safe:
        raise Refusal(_('{option}: "{text}" is no address of a page', option=URL, text=url))
    return safe if safe.endswith("/") else f"{safe}/"


def _list(found: Publication, problems: list[Problem], wanted: Wanted) -> None:
    """List problems, each in its place."""
    from tui.drawing.spans.excerpts import listed
    from tui.store.system.read_bytes import display_name

    width = wanted.look.width
    parts = [(display_name(name), text, some) for name, text, some in found.reading.by_file(problems)]
    wanted.look.draw(
        lambda pen: chain.from_iterable(listed(some, name, text, width, pen) for name, text, some in parts)
    )
    sys.stdout.flush()


def _refuse(found: Publication, problems: list[Problem], wanted: Wanted) -> int:
    """List what stands against the page; nothing is written."""
    _list(found, problems, wanted)
    many = len({one.event.id for one in found.refused})
    streams.inform(
        numbered(
            "nothing is published: {number} event does not pass",
            "nothing is published: {number} events do not pass",
            many,
        )
        if many
        else _("nothing is published: the file has errors")
    )
    return streams.FAILED


def _write(found: Publication, wanted: Wanted, folder: str, base: str | None) -> int:
    from tui.core.export.event_records import record
    from tui.core.index.protocol import timeline_around
    from tui.page.content.texts import Texts
    from tui.page.record.published import NAME, DamagedRecord, in_lines, next_record, record_as_file, record_from
    from tui.page.site.feed import feed
    from tui.page.site.files import SiteOptions, in_language, languages_of, pages
    from tui.page.site.picture import picture
    from tui.page.site.write import PICTURE, record_in, write_site
    from tui.store.system import environment

    data = record_in(folder)
    try:
        before = record_from(data) if data is not None else None
    except DamagedRecord as damaged:
        file = os.path.join(folder, NAME)
        raise Refusal(f"{file}: {reason_of(damaged)}", _("move it away, and corrections begin anew")) from damaged
    _refuse_another(before, found, folder)
    if lost := _lost(before, found):
        return _refuse_losses(lost, found, wanted)
    done = next_record(before, found.told, found.reading.timeline, environment.moment(wanted.look.today))
    languages = wanted.languages or languages_of(found.told)
    first = languages[0]
    engine = found.answers.engine
    drawn = in_language(first, lambda: picture(found.answers, first, dress(wanted).by_day))
    options = SiteOptions(languages, dress(wanted), base, has_picture=drawn is not None)
    made = pages(found.answers, found.facts, options, found.excepted, done.changes)
    files = {name: make().encode() for name, make in made.items()}
    texts = in_language(first, lambda: Texts(engine.head, first))
    records = (record(one.event, timeline_around(engine, one), first) for one in found.facts)
    files["timeline.json"] = f"{in_lines(records)}\n".encode()
    files["feed.atom"] = in_language(first, lambda: feed(done.changes, texts, base, done.updated)).encode()
    if drawn is not None:
        files[PICTURE] = drawn
    files[NAME] = record_as_file(done)
    write_site(folder, files)
    _tell(files, done, before, folder)
    if drawn is None:
        streams.inform(_('no picture for links: it needs resvg; pip install "jalon[png]"'))
    return streams.OK


def _refuse_another(before: Record | None, found: Publication, folder: str) -> None:
    """Say so where the page of another timeline stands in the folder."""
    if before is not None and (other := before.told.get("id")) and found.told.id and other != found.told.id:
        message = _('"{folder}" has the page of "{id}"', folder=folder, id=other)
        raise Refusal(message, _("name another folder"))


def _lost(before: Record | None, found: Publication) -> int:
    """The number of events that the file has no more, but was published with, where its errors may be the reason."""
    if all(one.severity != ERROR for one in found.reading.problems):
        return 0
    there = {event.id for event in found.reading.timeline.events}
    published = before.told.get("events", ()) if before is not None else ()
    return sum(event["id"] not in there for event in published) or int(not there)


def _refuse_losses(lost: int, found: Publication, wanted: Wanted) -> int:
    """Say that events are gone with an error, rather than publish that they are withdrawn."""
    from tui.cli.base.publication import errors_of

    _list(found, errors_of(found.reading), wanted)
    streams.inform(
        numbered(
            "nothing is published: {number} event is gone, perhaps by an error in the file",
            "nothing is published: {number} events are gone, perhaps by an error in the file",
            lost,
        )
    )
    return streams.FAILED


def _tell(files: dict[str, bytes], done: Record, before: Record | None, folder: str) -> None:
    """Say what was written, and how much of it is new."""
    size = sum(map(len, files.values())) // 1024
    latest = [one.kind for one in done.changes if before is not None and one.at > before.updated]
    said = [_(words, number=latest.count(kind)) for kind, words in _COUNTS if kind in latest]
    events = plural(len(done.told.get("events", ())), "event")
    what = ", ".join((events, *said, _("{number} kB", number=size)))
    name = clean_line(os.path.join(folder, "index.html"))
    sys.stdout.write(_("{name}: {value}", name=name, value=what) + "\n")
