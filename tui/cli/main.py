"""The way from the words of a command line to a command."""

from __future__ import annotations

from importlib import import_module
from itertools import pairwise
from typing import TypeVar

import click

from tui.cli.base import options, private, request, streams
from tui.cli.help_list import COMMANDS, OPENING, CommandEntry
from tui.core.text.messages import _, in_force, translatable
from tui.store.system import catalogues, environment

SUBCOMMAND = translatable("[FILE] | COMMAND …")

HELP = "help"
OPEN = "open"
"""The command that no one types: `jalon FILE`."""


Told = TypeVar("Told", bound=click.Command)


class Jalon(click.Group):
    """The commands, each imported when it is called; without one a timeline is opened."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command first, whatever was typed before it."""
        words = self.routed(args)
        if words[0] == OPEN and "--help" in words:  # its help is that of jalon as a whole
            words = ["--help"]
        return super().parse_args(ctx, words)

    def routed(self, args: list[str]) -> list[str]:
        """The words with their command first; options before the command are the command's."""
        at = options.first_word(args, self.params)
        word = args[at] if at < len(args) else None
        if word == HELP and (not args[at + 1 :] or args[at + 1] in COMMANDS):
            return [*args[at + 1 :], "--help"]
        if word in COMMANDS:
            return [word, *args[:at], *args[at + 1 :]]
        if word is None or request.is_file(word):
            return [OPEN, *args]
        raise _unknown(word)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """The command of a name, imported now; None for a name that is none."""
        entry = OPENING if cmd_name == OPEN else COMMANDS.get(cmd_name)
        return None if entry is None else _imported(entry)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - so
        """Write each command with what it does, without importing any."""
        # To translators: a colon follows this word. French has a narrow no-break space before it, at the word's end.
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(entry.says)) for name, entry in COMMANDS.items()])


def _imported(entry: CommandEntry) -> click.Command:
    """The command of a module in the reader's language, with its examples before its help."""
    from copy import copy
    from inspect import cleandoc  # click has both already

    command: click.Command = import_module(entry.module).command
    told = _in_language(command) if in_force() else copy(command)
    told.help = f"{_examples(entry)}\n\n{cleandoc(told.help or _(entry.says))}"
    return told


def _in_language(command: Told) -> Told:
    from tui.cli.base.help_in_language import command_in_language

    return command_in_language(command)


def _examples(entry: CommandEntry) -> str:
    r"""The examples as a paragraph that click leaves as it is (`\b`)."""
    widest = max(len(line) for line, _does in entry.examples)
    lines = [f"  {line:<{widest}}  {_(does)}" for line, does in entry.examples]
    return "\n".join(["\b", _("Examples:"), *lines])


def _unknown(word: str) -> request.Refusal:
    from tui.core.text.nearest import closest

    near = closest(word, COMMANDS)
    hint = _("did you mean {name}?", name=near) if near else _("jalon --help lists the commands")
    return request.Refusal(_('"{word}" is neither a command nor a file', word=word), hint)


def whole() -> Jalon:
    """The whole command line; its options are those of reading a timeline."""

    def nothing() -> None:
        """The group itself does nothing."""

    taking = nothing
    for option in reversed((private.with_private, options.AS_OF, *options.SCREEN_OPTIONS)):
        taking = option(taking)
    group = Jalon(
        "jalon",
        params=list(reversed(getattr(taking, "__click_params__", []))),
        help=OPENING.says,
        subcommand_metavar=SUBCOMMAND,
        add_help_option=True,
    )
    told = _in_language(group) if in_force() else group
    told.help = f"{_examples(OPENING)}\n\n{told.help}"
    return told


def run(arguments: list[str]) -> int:
    """Do what the words say; the answer is the exit code."""
    _speak_as_asked(arguments)
    try:
        with whole().make_context("jalon", arguments) as context:
            code = context.command.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except request.Refusal as refusal:
        streams.complain(refusal.message, refusal.hint)
        return refusal.exit_code
    except click.ClickException as wrong:
        said = wrong.format_message()
        streams.complain((said[:1].lower() + said[1:]).rstrip("."), _where_to_look(wrong))
        return wrong.exit_code
    return code if isinstance(code, int) else streams.OK


def _speak_as_asked(arguments: list[str]) -> None:
    """Have all words in the language of `--lang`, which click is yet to read, else in that of the environment."""
    before = arguments[: arguments.index("--")] if "--" in arguments else arguments
    asked = ""
    for word, value in pairwise([*before, ""]):
        name, equals, own = word.partition("=")
        if name == "--lang":
            asked = own if equals else value
    is_of_file = "init" in before  # whose --lang is the language of the file to come
    if is_of_file or not asked:
        asked = environment.language()
    catalogues.speak(asked if asked in options.LANGUAGES else "en")
    if in_force():
        from tui.cli.base.help_in_language import teach_click

        teach_click()


def _where_to_look(wrong: click.ClickException) -> str | None:
    context = getattr(wrong, "ctx", None)
    if context is None:
        return None
    return _("see {command} --help", command=context.command_path.removesuffix(f" {OPEN}"))
