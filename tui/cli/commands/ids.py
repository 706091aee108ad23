"""jalon ids: the ids that a file knows, one a line, for completion in editors and for fzf."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from tui.cli.base import streams
from tui.cli.base.options import LanguageOfTexts, takes_in_vain
from tui.cli.base.private import tell_withheld, with_private
from tui.cli.base.request import Refusal, is_file, look, only_file, reading_of, tell_problems, tell_shipped
from tui.core.evidence import privacy
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.text.nearest import did_you_mean
from tui.core.timeline.model import Timeline

KINDS = ("events", "sources", "passages", "actors")


@click.command("ids")
@click.argument("words", nargs=-1, required=True, metavar="[FILE] " + "|".join(KINDS))
@click.option("--long", "is_long", is_flag=True, help="After a tab, the title or name; of a passage its words.")
@click.option("--lang", metavar="CODE", type=LanguageOfTexts(), help="Language of the titles and names.")
@with_private
@takes_in_vain("--color", "--today")
def command(words: tuple[str, ...], is_long: bool, lang: str | None, with_private: bool) -> int:
    """List the ids that FILE has, one on each line: events in order of time, the others in the order of the file.

    A passage is source#passage, as an event cites it.
    """
    kind, others = words[0], words[1:]
    if others and kind not in KINDS and is_file(kind):
        kind, others = words[1], (words[0], *words[2:])
    if kind not in KINDS:
        known = _("of {kinds}", kinds=", ".join(KINDS))
        raise Refusal(_('there are no ids of "{kind}"', kind=kind), did_you_mean(kind, KINDS) or known)
    path = only_file(others)
    tell_shipped(path, others)
    reading = reading_of(path)
    told = reading.timeline if with_private else privacy.tellable(reading.timeline)
    for name, title in listed(kind, told, look(lang, None).language):
        sys.stdout.write(f"{clean_line(name)}\t{clean_line(title)}\n" if is_long else f"{clean_line(name)}\n")
    sys.stdout.flush()  # before anything that is said of it
    if told is not reading.timeline:
        tell_withheld(privacy.withheld(reading.timeline, reading.timeline.events))
    tell_problems(reading, path)
    return streams.OK


def listed(kind: str, timeline: Timeline, language: str) -> Iterator[tuple[str, str]]:
    """Each id of a kind with what it stands for."""
    if kind == "events":
        yield from ((one.id, timeline.say(one.titles, language)) for one in timeline.events)
    elif kind == "actors":
        yield from ((one.id, timeline.say(one.names, language)) for one in timeline.actors.values())
    elif kind == "sources":
        yield from ((one.id, timeline.say(one.titles, language) or one.page_name) for one in timeline.sources.values())
    else:
        for source in timeline.sources.values():
            for name, passage in source.passages.items():
                yield f"{source.id}#{name}", passage.located
