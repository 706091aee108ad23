"""jalon help: what a command does, or a topic in short."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.options import PAGE_OPTIONS, display_options
from tui.cli.base.request import DisplayOptions, Refusal
from tui.core.text.messages import _, spoken, translatable

if TYPE_CHECKING:
    from tui.drawing.spans.pen import Pen
    from tui.drawing.spans.spans import Line


class Topic(NamedTuple):
    """Something to read about that is no command."""

    says: str
    file: str = ""
    """The page of it; empty for one that is drawn."""


TOPICS = {
    "dates": Topic(translatable("How dates are written, and what they mean"), "dates.md"),
    "queries": Topic(translatable("How to ask for events"), "queries.md"),
    "file": Topic(translatable("What stands in a file of events"), "file.md"),
    "as-of": Topic(translatable("What the press had said by a day"), "as-of.md"),
    "marks": Topic(translatable("What each mark on the screen and in print means")),
    "keys": Topic(translatable("All keys of the timeline")),
}


@click.command("help")
@click.argument("topics", nargs=-1, metavar="[COMMAND]")
@display_options(PAGE_OPTIONS)
def command(topics: tuple[str, ...], look: DisplayOptions) -> int:
    """Say what a COMMAND does, with its options, or explain a topic: dates, queries, file, as-of, marks, keys.

    jalon help COMMAND prints the same as jalon COMMAND --help.
    """
    name = " ".join(topics)
    topic = TOPICS.get(name)
    if topic is None:
        from tui.core.text.nearest import did_you_mean

        hint = did_you_mean(name, TOPICS) or _("there are the commands, and {topics}", topics=", ".join(TOPICS))
        raise Refusal(_('there is no help on "{name}"', name=name), hint)
    if topic.file:
        sys.stdout.write(_page(topic.file))
    elif name == "marks":
        look.draw(lambda pen: _marks(look.width, pen))
    else:
        look.draw(lambda pen: _keys(look.width, pen))
    return streams.OK


def _page(name: str) -> str:
    from tui.store.system.environment import shipped_path

    folder = shipped_path("topics")
    own = os.path.join(folder, spoken(), name)
    with open(own if os.path.exists(own) else os.path.join(folder, name), encoding="utf-8") as file:
        return file.read()


def _marks(width: int, pen: Pen) -> Iterator[Line]:
    from tui.drawing.spans.marks import mark_lines

    return mark_lines(pen.glyphs, min(width, 100), pen.measure)


def _keys(width: int, pen: Pen) -> Iterator[Line]:
    from tui.app.commands import table
    from tui.drawing.spans.marks import explained
    from tui.drawing.spans.spans import Span

    for number, (group, rows) in enumerate(table()):
        if number:
            yield ()
        yield (Span(f" {_(group)}", "strong"),)
        for keys, does in rows:
            yield from explained(keys.replace("`", ""), "key", _(does), min(width, 100), pen.measure)
