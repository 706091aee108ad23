"""The help and the complaints of click in the reader's language."""

from __future__ import annotations

from copy import copy
from importlib import import_module
from typing import TypeVar

import click

from tui.core.text.messages import _, forms, in_force, translatable

Told = TypeVar("Told", bound=click.Command)

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")

CLICK = (
    translatable("Usage:"),
    # To translators: a colon follows this word. French has a narrow no-break space before it, at the word's end.
    translatable("Options"),
    translatable("[OPTIONS]"),
    translatable("Show this message and exit."),
    translatable("default: {default}"),
    translatable("required"),
    translatable("Invalid value: {message}"),
    translatable("Invalid value for {param_hint}: {message}"),
    translatable("Missing argument"),
    translatable("Missing option"),
    translatable("Missing parameter"),
    translatable("No such option {name!r}."),
    translatable("No such option: {name}"),
    translatable("No such command {name!r}."),
    translatable("Option {name!r} does not take a value."),
    translatable("{value!r} is not a valid {number_type}."),
    translatable("{value} is not in the range {range}."),
)
"""The words of click itself that a reader of jalon meets; others come in English."""

CLICK_NUMBERS = (
    forms("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    forms("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    forms("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    forms("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)
"""The same, in singular and plural."""


def teach_click() -> None:
    """Have click take its own words from the catalogue in force; it would ask gettext for those of the locale."""
    for name in _MODULES:
        module = import_module(f"click.{name}")
        for word, said in (("_", _), ("ngettext", _number)):
            if hasattr(module, word):
                setattr(module, word, said)


def _number(one: str, many: str, number: int) -> str:
    catalogue = in_force()
    if catalogue is None:
        return one if number == 1 else many
    return catalogue.ngettext(one, many, number)


def paragraphs(text: str) -> list[str]:
    r"""The paragraphs of a help, each a message: on one line, but for those that begin with click's `\b`."""
    from inspect import cleandoc  # click has it already

    return [one if one.startswith("\b") else _on_one_line(one) for one in cleandoc(text).split("\n\n")]


def command_in_language(command: Told) -> Told:
    """A copy of a command whose help is in the reader's language."""
    copied = copy(command)
    vars(copied)["_help_option"] = None  # click keeps it, in the language of the first who asked
    copied.help = "\n\n".join(map(_, paragraphs(command.help))) if command.help else command.help
    copied.short_help = _(command.short_help) if command.short_help else command.short_help
    copied.epilog = _(command.epilog) if command.epilog else command.epilog
    copied.options_metavar = _(command.options_metavar) if command.options_metavar else command.options_metavar
    copied.params = [_parameter_in_language(one) for one in command.params]
    if isinstance(copied, click.Group):
        copied.commands = {name: command_in_language(one) for name, one in copied.commands.items()}
        if copied.subcommand_metavar:
            copied.subcommand_metavar = _(copied.subcommand_metavar)
    return copied


def _parameter_in_language(parameter: click.Parameter) -> click.Parameter:
    copied = copy(parameter)
    if copied.metavar:
        copied.metavar = _(copied.metavar)
    elif isinstance(copied, click.Argument) and copied.nargs == 1:
        copied.metavar = _(_word(copied)) if copied.required else f"[{_(_word(copied))}]"
    if isinstance(copied, click.Option) and copied.help:
        copied.help = _(_on_one_line(copied.help))
    return copied


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _word(argument: click.Parameter) -> str:
    """The word that click shows for an argument without a metavar."""
    return (argument.name or "").upper()


def messages_of(command: click.Command) -> list[str]:
    """All that `command_in_language` looks up, of a command in English."""
    said = [*paragraphs(command.help or ""), command.short_help or "", command.epilog or ""]
    for one in command.params:
        word = _word(one) if isinstance(one, click.Argument) else ""
        said += [one.metavar or word, _on_one_line(getattr(one, "help", None) or "")]
    if isinstance(command, click.Group):
        said.append(command.subcommand_metavar or "")
        for other in command.commands.values():
            said += messages_of(other)
    return [one for one in dict.fromkeys(said) if one]
