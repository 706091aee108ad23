"""jalon new: an event more, from options or by questions, put where it belongs; jalon new source: sources more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from tui.cli.base import streams
from tui.cli.base.add_to_file import Addition, put, tell, to_write
from tui.cli.base.confirm import can_ask
from tui.cli.base.options import LANGUAGES, first_word, takes_in_vain
from tui.cli.base.request import Refusal, look, only_file, tell_problems
from tui.core.entry.draft import EventDraft, event_from_draft, missing
from tui.core.text.messages import _, in_force, translated

if TYPE_CHECKING:
    from tui.store.write.add import Opened

SOURCE = "source"
"""The word after `new` that asks for sources instead."""

_OPTIONS = {
    "date": "date", "title": "title", "title_fr": "title-fr", "id": "id", "kind": "kind", "status": "status",
    "actors": "actor", "countries": "country", "place": "place", "tags": "tag", "sources": "source", "text": "text",
    "text_fr": "text-fr", "data": "data",
}  # fmt: skip
"""The option of each field."""


class New(click.Command):
    """A command that `source` as its first word makes another of."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Hand what follows the word `source` to the command of sources."""
        at = first_word(args, self.params)
        if args[at : at + 1] == [SOURCE]:
            from tui.cli.commands.new_source import command as sources

            if in_force():
                from tui.cli.base.help_in_language import command_in_language

                sources = command_in_language(sources)
            return sources.make_context(f"{info_name} {SOURCE}", [*args[:at], *args[at + 1 :]], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


def _several(option: str, field: str, says: str) -> Callable[[Any], Any]:
    return click.option(f"--{option}", field, metavar="NAME", multiple=True, help=says)


@click.command("new", cls=New)
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option("--date", metavar="EDTF", help="When: 2025-12-31, 2025-08-25~, 2025-10/2026-03-31 …")
@click.option("--undated", is_flag=True, help="In place of a date: none is known.")
@click.option("--title", metavar="TEXT", help="What happened, in the language of the file.")
@click.option("--title-fr", metavar="TEXT", help="The same in French.")
@click.option("--id", metavar="ID", help="Its id; else one is made from date and title.")
@click.option("--kind", metavar="WORD", help="What kind of event.")
@click.option(
    "--status", metavar="WORD",
    help="reported, planned, in-force, inferred or cancelled; without it reported, or planned for a day to come.",
)  # fmt: skip
@_several("actor", "actors", "Whom it concerns, by id, name or alias; repeat it for more.")
@_several("country", "countries", "A country by code or name; repeat it for more.")
@_several("place", "place", "Where; repeat it for more.")
@_several("tag", "tags", "A tag; repeat it for more.")
@click.option(
    "--source", "sources", metavar="SOURCE", multiple=True,
    help="Who says so: an id, source#passage, or an address, which becomes a source; repeat it for more.",
)  # fmt: skip
@click.option("--data", metavar="NAME=VALUE", multiple=True, help="A number or a word; repeat it for more.")
@click.option("--text", metavar="TEXT", help="What there is to say about it.")
@click.option("--text-fr", metavar="TEXT", help="The same in French.")
@click.option("--into", metavar="FILE", default="", help="Of a folder the file to write to.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language in which dates are explained.")
@click.option("--today", metavar="DAY", help="The day on which new sources are seen, such as 2026-11-22.")
@takes_in_vain("--color")
def command(words: tuple[str, ...], lang: str | None, today: str | None, undated: bool, into: str, **typed: Any) -> int:
    """Put a new event into FILE, where it belongs in time. No other byte of the file changes.

    Without a date or a title jalon asks for each field, and checks each answer. It reads the result again before it
    saves it. While another jalon writes to FILE this one waits, and then adds to the newer file. In a folder the event
    goes into the file of the event before it in time, or becomes a file of its own, where those are.

    jalon new source [FILE] URL… adds sources by their addresses.
    """
    if undated and typed["date"]:
        raise Refusal(_("--undated is for an event without a date"), _("leave out --undated, or --date"))
    draft = _draft({**typed, "date": "unknown"} if undated else typed)
    file = to_write(only_file(words), bool(words), into)
    looking = look(lang, today)
    ground = file.ground(looking.today)
    lacking = missing(draft, ground)
    if lacking and not can_ask():
        message = _("an event has a date and a title: --date and --title is missing")
        if len(lacking) == 1:
            message = _("an event has a date and a title: {option} is missing", option="--" + lacking[0])
        raise Refusal(message, _("or on a terminal, to be asked for each"))
    _addition(draft, file, looking.today)
    if lacking:
        from tui.cli.commands.new_questions import completed

        try:
            draft = completed(draft, ground, looking.language)
        except KeyboardInterrupt:
            streams.inform("")
            streams.inform(_("nothing was added"))
            raise
    after, new = put(file, lambda now: _addition(draft, now, looking.today))
    tell(after, new)
    tell_problems(after.reading, file.path)
    return streams.OK


def _draft(typed: dict[str, Any]) -> EventDraft:
    """The values of the options, by field."""
    values = {field: value if isinstance(value, tuple) else (value,) for field, value in typed.items() if value}
    return {field: values[field] for field in _OPTIONS if field in values}


def _addition(draft: EventDraft, file: Opened, today: int) -> Addition:
    """The event and its sources; where something is wrong with the options, say everything that is, and end."""
    event, sources, faults = event_from_draft(draft, file.ground(today))
    for fault in faults:
        option = f"--{_OPTIONS.get(fault.field, fault.field)}"
        streams.complain(_("{name}: {value}", name=option, value=translated(fault.message)), fault.hint)
    if faults:
        raise click.exceptions.Exit(streams.MISUSED)
    return Addition(event, sources)
