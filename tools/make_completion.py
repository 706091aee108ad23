"""Makes what completes a command line, and the man page in each language.

Run it as `PYTHONPATH=. .venv/bin/python tools/make_completion.py`.

All come from the commands themselves, their help and their options.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import cleandoc
from pathlib import Path

import click

import tui
from tui.cli import main
from tui.cli.base.help_in_language import command_in_language, teach_click
from tui.cli.base.options import LANGUAGES, LanguageOfTexts
from tui.cli.commands.help import TOPICS
from tui.cli.help_list import COMMANDS
from tui.core.problems.problem import CODES
from tui.core.query.tree import FIELDS, FLAGS
from tui.core.text import messages
from tui.core.text.messages import _
from tui.core.timeline.model import STATUSES
from tui.store.system import catalogues

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "tui" / "cli" / "completion" / "words.txt"
PAGES = {code: ROOT / "man" / ("" if code == "en" else code) / "jalon.1" for code in messages.LANGUAGES}
"""The man page of each language; those of others than English stand in a folder of their own."""

VALUES = {
    "--actor": "actors", "--country": "countries", "--kind": "kinds", "--tag": "tags", "--place": "places",
    "--publisher": "publishers", "--saved": "views", "--theme": "themes", "--file": "file", "--event": "events",
    "--query": "query", "--only": "codes", "--ignore": "codes", "--explain": "codes",
    "--status": "=" + "|".join(STATUSES),
}  # fmt: skip
"""The kind of the value of an option that is no choice."""
PLACES = {
    "FILE": "file", "[FILE]": "file", "[FILE]…": "file files", "EVENT": "events", "[EVENT]": "events",
    "OLD": "file", "NEW": "file", "[COMMAND]": "topics", "[CODE]": "codes", "[SOURCE]…": "sources",
}  # fmt: skip
"""The kind of what stands in a place of the command line."""
IN_QUERY = {
    "actor": "actors", "source": "sources", "id": "events", "country": "countries", "kind": "kinds",
    "publisher": "publishers", "place": "places", "tag": "tags", "status": "=" + "|".join(STATUSES),
}  # fmt: skip
"""The kind of the value of a field of a query."""


def commands() -> Iterator[tuple[str, click.Command]]:
    """Each command by its words, with those of a group and the one of sources."""
    from tui.cli.commands.new_source import command as sources

    group = main.whole()
    yield "", group
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        if command is None:
            continue
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {one}", its) for one, its in command.commands.items())
        if name == "new":
            yield "new source", sources


# ---- The table of words


def word_table() -> str:
    """The text that completion reads: blocks of lines, of which the first says what the others are."""
    fields = {field: "=" + "|".join(FLAGS[field]) if field in FLAGS else IN_QUERY.get(field, "") for field in FIELDS}
    topics = {name: topic.says for name, topic in TOPICS.items()}
    themes = {path.stem: "" for path in sorted((ROOT / "themes").glob("*.yaml"))}
    tables = {"fields": fields, "topics": topics, "codes": CODES, "themes": themes}
    blocks = ["\n".join(_lines_of(name, command)) for name, command in commands()]
    blocks += ["\n".join([name, *map("\t".join, table.items())]) for name, table in tables.items()]
    return "\n\n".join(blocks) + "\n"


def _lines_of(name: str, command: click.Command) -> Iterator[str]:
    """A command with what it does and what stands behind it; then each option, the kind of its value, what it does."""
    yield "\t".join([f"jalon {name}".strip(), _says(name, command) if name else "", _places(command)])
    for option in _options(command):
        for one in (*option.opts, *option.secondary_opts):
            yield "\t".join([one, _kind(option), _first(option.help or "")])


def _says(name: str, command: click.Command) -> str:
    entry = COMMANDS.get(name)
    return entry.says.rstrip(".") if entry else _first(_prose(command))


def _options(command: click.Command) -> list[click.Option]:
    shown = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    return [*shown, click.Option(["--help"], is_flag=True, help=_("Show what it does, and all its options."))]


def _kind(option: click.Option) -> str:
    """The kind of an option's value; empty for one that has none."""
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return "=" + "|".join(option.type.choices)
    if isinstance(option.type, LanguageOfTexts):
        return "=" + "|".join(LANGUAGES)
    if option.opts[0] == "--source":
        return "cited" if "source#passage" in (option.help or "") else "sources"
    return VALUES.get(option.opts[-1], "any")


def _places(command: click.Command) -> str:
    places = [one.metavar or one.name or "" for one in command.params if isinstance(one, click.Argument)]
    words = " ".join(places).split()
    if isinstance(command, click.Group) or "--file" in {name for one in command.params for name in one.opts}:
        words = ["FILE", *words]
    found = (PLACES.get(word.upper(), f"={word}" if "|" in word else "") for word in words)
    return " ".join(filter(None, found))


def _first(text: str) -> str:
    """The first sentence of a text, as far as a shell has room for it."""
    found = re.split(r"[.;:] |\.$", " ".join(text.split("\n\n")[0].split()), maxsplit=1)[0]
    return found if len(found) <= 60 else f"{found[:59].rpartition(' ')[0]} …"


def _prose(command: click.Command) -> str:
    """The help of a command without its examples."""
    text = cleandoc(command.help or "")
    return text.split("\n\n", 1)[-1] if text.startswith("\b") else text


# ---- The man page


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """All words of jalon, and those of click, in a language."""
    teach_click()
    catalogues.speak(language)
    try:
        yield
    finally:
        messages.use(None)


def man_page(language: str = "en") -> str:
    """The page in a language, in the notation of man(7)."""
    with spoken(language):
        return "\n".join(["'\\\" -*- coding: UTF-8 -*-", *_page_lines()]) + "\n"


def _page_lines() -> Iterator[str]:
    title, says = _roff(_("User Commands")), _roff(_("a chronology that you can check"))
    shown, file, option, command = _bold("jalon"), _slanted(_("FILE")), _slanted(_("OPTION")), _slanted(_("COMMAND"))
    yield '.\\" Made by tools/make_completion.py from the commands themselves.'
    yield f'.TH JALON 1 "" "jalon {tui.__version__}" "{title}"'
    yield from (_section(_("Name")), rf"jalon \- {says}", _section(_("Synopsis")))
    yield from (rf"{shown} [{file}] [{option}]\&...", ".br", rf"{shown} {command} [{option}]\&... [{file}]")
    yield _section(_("Description"))
    yield _line(
        _(
            "jalon opens a file of events that you keep by hand in the terminal: when each thing happened, as "
            "precisely as the sources allow and no more, whom it concerns, and which article says so. It prints the "
            "same timeline, and says what is wrong with the file. Without a command the timeline is opened; ? shows "
            "all keys and marks."
        )
    )
    yield _section(_("Options"))
    for name, its in commands():
        told = command_in_language(its)
        if not name:
            yield from _option_lines(told)
            yield _section(_("Commands"))
            continue
        usage = " ".join(told.collect_usage_pieces(click.Context(told, info_name=f"jalon {name}")))
        yield from (f".SS jalon {_roff(name)} {_roff(usage)}", *_paragraphs(_prose(told)))
        entry = COMMANDS.get(name)
        for example, does in entry.examples if entry else ():
            yield from (".PP", ".RS", ".nf", _bold(example), ".fi", ".RS", _line(_(does)), ".RE", ".RE")
        yield from _option_lines(told)
    yield from _ending()


def _section(name: str) -> str:
    return f".SH {_roff(name.strip().upper())}"


def _bold(text: str) -> str:
    return rf"\fB{_roff(text)}\fR"


def _slanted(text: str) -> str:
    return rf"\fI{_roff(text)}\fR"


def _option_lines(command: click.Command) -> list[str]:
    lines = []
    context = click.Context(command)
    for option in _options(command):
        record = option.get_help_record(context)
        if record is not None:
            lines += [".TP", _bold(record[0]), _line(record[1])]
    return lines


def _paragraphs(text: str) -> list[str]:
    return [line for part in text.split("\n\n") for line in (".PP", _line(" ".join(part.replace("\b", "").split())))]


def _ending() -> Iterator[str]:
    yield _section(_("Topics"))
    for name, topic in TOPICS.items():
        yield from (".TP", _bold(f"jalon help {name}"), _line(_(topic.says)))
    yield _section(_("Exit status"))
    for code, means in (
        ("0", _("All is well.")),
        ("1", _("jalon check found errors, a date is wrong, or fmt --check would change something.")),
        ("2", _("The command line or a query is wrong, or a file cannot be read at all.")),
        ("70", _("A fault of jalon's own; a log says where.")),
        ("130", _("Interrupted.")),
    ):
        yield from (".TP", f".B {code}", _line(means))
    yield _section(_("Files"))
    yield _line(_("jalon where says where everything is: notebook, keymap, themes, logs."))
    yield _section(_("Environment"))
    for name, means in (
        ("JALON_TODAY", _("The day to take for today.")),
        ("VISUAL, EDITOR", _("Your editor.")),
        ("BROWSER", _("The command that opens an article.")),
        ("NO_COLOR, FORCE_COLOR", _("No colours, or colours in a pipe too.")),
        (
            "JALON_LANG, LC_ALL, LC_MESSAGES, LANG",
            _("The language of dates, titles and texts, and of what jalon says: English, French or Dutch."),
        ),
    ):
        yield from (".TP", f".B {name}", _line(means))


def _line(text: str) -> str:
    """A text as a line that begins no request."""
    text = _roff(text)
    return f"\\&{text}" if text[:1] in (".", "'") else text


def _roff(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-").translate(_SIGNS)


_SIGNS = str.maketrans({"'": "\\(aq", "`": "\\(ga", "\u202f": "\\~", "\u00a0": "\\~"})


if __name__ == "__main__":
    WORDS.write_text(word_table(), encoding="utf-8")
    for code, path in PAGES.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(man_page(code), encoding="utf-8")
