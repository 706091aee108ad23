"""jalon new source: sources more, by the addresses of articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from tui.cli.base import streams
from tui.cli.base.add_to_file import Addition, put, tell, to_write
from tui.cli.base.options import STANDARD_INPUT, Refusal, is_file, look, split_file, takes_in_vain
from tui.core.citation import addresses
from tui.core.entry import source_from_url
from tui.core.text.clean import clean_line
from tui.core.timeline.model import Source, Timeline
from tui.core.web.page_key import tidied


@click.command("source")
@click.argument("words", nargs=-1, metavar="[FILE] URL…")
@click.option("--today", metavar="DAY", help="The day on which they are seen, such as 2026-11-22.")
@takes_in_vain("--color", "--lang")
def command(words: tuple[str, ...], today: str | None) -> int:
    """Add to FILE the article at each URL as a source; a URL of - stands for the lines of standard input.

    Parameters that only follow the reader are left out of the address. Publisher, language and country are those
    of the sources of the same host, the date is the one in the address, if one is. Nothing is fetched: the title is
    yours to add. Articles that are there already are said, and left as they are.
    """
    path, texts = _file_and_addresses(words)
    if not texts:
        raise Refusal("which address? none is given", "jalon new source [FILE] URL…, or - for one a line")
    day = look(None, today).today
    file = to_write(path, is_named=path in words)
    sound = []
    for text in texts:
        address = tidied(text)
        if fault := addresses.fault(address):
            streams.complain(f"{clean_line(text)}: {fault}", _cure(address))
        else:
            sound.append(address)
    known: list[Source] = []
    after, new = put(file, lambda now: Addition(None, _sources(sound, now.reading.timeline, day, known)))
    for one in known:
        _tell_known(one, after.path)
    tell(after, new)
    return streams.OK if len(sound) == len(texts) else streams.MISUSED


def _sources(wanted: list[str], timeline: Timeline, day: int, known: list[Source]) -> tuple[Source, ...]:
    """The sources that are new, an address each; `known` gets those that are there already, in this list or before."""
    known.clear()
    new: dict[str, Source] = {}
    for address in wanted:
        if there := source_from_url.known_as(address, (*timeline.sources.values(), *new.values())):
            known.append(there)
        else:
            source = source_from_url.source_of(address, timeline, day, new)
            new[source.id] = source
    return tuple(new.values())


def _file_and_addresses(words: tuple[str, ...]) -> tuple[str, list[str]]:
    """The file, which no address is taken for, and the addresses."""
    named = words[:1] if words and words[0] != STANDARD_INPUT and not _is_address(words[0]) else ()
    if named and not is_file(named[0]):
        raise Refusal(f'"{named[0]}" is neither an address nor a file', _cure(named[0]))
    path, _ = split_file(named)
    texts = [text for word in words[len(named) :] for text in (_lines() if word == STANDARD_INPUT else [word])]
    return path, texts


def _is_address(word: str) -> bool:
    return addresses.is_web(word) or word.lower().startswith("www.")


def _cure(text: str) -> str | None:
    from tui.core.citation import pasted  # only a mistake needs it

    return pasted.hint(text)


def _lines() -> Iterator[str]:
    """The addresses on standard input: its lines, but for empty ones and comments."""
    from tui.store.system.read_bytes import LARGEST

    if sys.stdin is None:
        raise Refusal("standard input is closed")
    data = sys.stdin.buffer.read(LARGEST).decode("utf-8-sig", "replace")
    return (line.strip() for line in data.splitlines() if line.strip() and not line.lstrip().startswith("#"))


def _tell_known(known: Source, path: str) -> None:
    from tui.store.system.read_bytes import display_name

    place = f"{display_name(path)}:{known.line}: " if known.line else ""
    sys.stdout.write(f"{place}{clean_line(known.id)} is there already\n")
