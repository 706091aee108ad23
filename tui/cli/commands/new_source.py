"""jalon new source: sources more, by the addresses of articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.add_to_file import Addition, put, tell, to_write
from tui.cli.base.options import Once, takes_in_vain
from tui.cli.base.request import STANDARD_INPUT, Refusal, is_file, look, split_file
from tui.core.citation import addresses
from tui.core.entry import source_from_url
from tui.core.entry.pasted_line import PastedLine, read_line, title_of
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, forms, numbered, translated
from tui.core.timeline.model import Source, Timeline
from tui.core.web.page_key import is_archived, tidied


@click.command("source")
@click.argument("words", nargs=-1, metavar="[FILE] URL…")
@click.option("--title", cls=Once, metavar="TEXT", help="The title of the one article that is added.")
@click.option("--publisher", cls=Once, metavar="NAME", help="The publisher of all that are added.")
@click.option("--paste", is_flag=True, help="Read the lines of standard input, as - for URL does.")
@click.option("--today", metavar="DAY", help="The day on which they are seen, such as 2026-11-22.")
@takes_in_vain("--color", "--lang")
def command(words: tuple[str, ...], title: str | None, publisher: str | None, paste: bool, today: str | None) -> int:
    """Add to FILE the article at each URL as a source; with - as URL, those on the lines of standard input.

    A line holds an address, and perhaps a title before or behind it. jalon removes from the address what only tracks
    the reader. The source of a copy in an archive is the original. Without a title jalon makes one from the words of
    the address, if there are enough. Publisher, language and country come from sources of the same host, the date from
    the address, if it has one. At a terminal jalon asks for what is missing. It downloads nothing. If the file has an
    article already, from any host or archive, jalon says so and leaves it as it is.
    """
    path, lines = _file_and_lines((*words, STANDARD_INPUT) if paste and STANDARD_INPUT not in words else words)
    if not lines:
        raise Refusal(_("which address? none is given"), _("jalon new source [FILE] URL…, or - for one a line"))
    if title and len(lines) > 1:
        many = numbered(*OF_ONE_ARTICLE, len(lines))
        raise Refusal(many, _("a line of - may hold its title"))
    day = look(None, today).today
    file = to_write(path, is_named=path in words)
    sound = []
    for line in lines:
        address = tidied(line.address)
        if fault := addresses.fault(address):
            streams.complain(
                _("{name}: {value}", name=clean_line(line.address), value=translated(fault)), _cure(address)
            )
        else:
            sound.append(PastedLine(address, title_of(title or "") or line.title))
    wanted = Wanted(sound, title_of(publisher or ""), {} if _can_ask(words, paste) else None)
    known: list[tuple[str, Source]] = []
    after, new = put(file, lambda now: Addition(None, _sources(wanted, now.reading.timeline, day, known)))
    for address, one in known:
        _tell_known(address, one, after.path)
    tell(after, new)
    return streams.OK if len(sound) == len(lines) else streams.MISUSED


OF_ONE_ARTICLE = forms(
    "--title is of one article, and there is {number}", "--title is of one article, and there are {number}"
)


class Wanted(NamedTuple):
    """The articles that are wanted, and what is known of them besides their addresses."""

    lines: list[PastedLine]
    publisher: str
    answers: dict[str, str] | None
    """The answers to what was asked so far, by the question; None where nobody is there to ask."""


def _can_ask(words: tuple[str, ...], paste: bool) -> bool:
    from tui.cli.base.confirm import can_ask

    return not paste and STANDARD_INPUT not in words and can_ask()


def _sources(wanted: Wanted, timeline: Timeline, day: int, known: list[tuple[str, Source]]) -> tuple[Source, ...]:
    """The sources that are new, an address each; `known` gets those that are there already, in this list or before."""
    known.clear()
    new: dict[str, Source] = {}
    for address, title in wanted.lines:
        if there := source_from_url.known_as(address, (*timeline.sources.values(), *new.values())):
            known.append((address, there))
            continue
        source = source_from_url.source_of(address, timeline, day, new, title)
        if wanted.publisher:
            source = source._replace(publisher=wanted.publisher)
        new[source.id] = source if wanted.answers is None else _completed(source, timeline, wanted.answers)
    return tuple(new.values())


def _completed(source: Source, timeline: Timeline, answers: dict[str, str]) -> Source:
    """A source with the person's answers for what it lacks."""
    if not source.titles:
        title = _answer(_("title of {address} (empty leaves it out):", address=source.url), answers)
        source = source._replace(titles={timeline.language: title} if title else {})
    if not source.publisher:
        publisher = _answer(
            _(
                "publisher of {address} (empty for {publisher}):",
                address=source.url,
                publisher=source.publisher_or_site,
            ),
            answers,
        )
        source = source._replace(publisher=publisher or None)
    return source


def _answer(question: str, answers: dict[str, str]) -> str:
    """The answer to a question, which is asked once."""
    from tui.cli.base.confirm import ask

    if question not in answers:
        answers[question] = title_of(ask(question))
    return answers[question]


def _file_and_lines(words: tuple[str, ...]) -> tuple[str, list[PastedLine]]:
    """The file, which no address is taken for, and the addresses with their titles."""
    named = words[:1] if words and words[0] != STANDARD_INPUT and not _is_address(words[0]) else ()
    if named and not is_file(named[0]):
        raise Refusal(_('"{word}" is neither an address nor a file', word=named[0]), _cure(named[0]))
    path, _others = split_file(named)
    others = words[len(named) :]
    return path, [line for word in others for line in (_lines() if word == STANDARD_INPUT else [PastedLine(word)])]


def _is_address(word: str) -> bool:
    return addresses.is_web(word) or word.lower().startswith("www.")


def _cure(text: str) -> str | None:
    from tui.core.citation import pasted  # only a mistake needs it

    return pasted.hint(text)


def _lines() -> Iterator[PastedLine]:
    """The addresses on standard input: its lines, but for empty ones and comments."""
    from tui.store.system.read_bytes import LARGEST

    if sys.stdin is None:
        raise Refusal(_("standard input is closed"))
    if sys.stdin.isatty():
        streams.inform(_("paste addresses, one a line, with their titles if you have them; ctrl+d ends the list"))
    data = sys.stdin.buffer.read(LARGEST).decode("utf-8-sig", "replace")
    return (read_line(line) for line in data.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _tell_known(address: str, known: Source, path: str) -> None:
    """Say which source an address is, and that it is a copy of which the file does not know."""
    from tui.store.system.read_bytes import display_name

    place = f"{display_name(path)}:{known.line}: " if known.line else ""
    is_new_copy = is_archived(address) and not known.archive
    said = _("{source} is there already", source=clean_line(known.id))
    if is_new_copy:
        said = _(
            "{source} is there already; this is a copy of it, archive: {address}",
            source=clean_line(known.id),
            address=clean_line(address),
        )
    sys.stdout.write(f"{place}{said}\n")
