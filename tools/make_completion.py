"""Makes what completes a command line, and the man page: `PYTHONPATH=. .venv/bin/python tools/make_completion.py`.

Both come from the commands themselves, their help and their options.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

import tui
from tui.cli import main
from tui.cli.base.options import LANGUAGES, LanguageOfTexts
from tui.cli.commands.help import TOPICS
from tui.core.problems.problem import CODES
from tui.core.query.tree import FIELDS, FLAGS
from tui.core.timeline.model import STATUSES

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "tui" / "cli" / "completion" / "words.txt"
PAGE = ROOT / "man" / "jalon.1"

VALUES = {
    "--actor": "actors", "--country": "countries", "--kind": "kinds", "--tag": "tags", "--place": "places",
    "--publisher": "publishers", "--saved": "views", "--theme": "themes", "--file": "file", "--event": "events",
    "--query": "query", "--only": "codes", "--ignore": "codes", "--explain": "codes",
    "--status": "=" + "|".join(STATUSES),
}  # fmt: skip
"""The kind of the value of an option that is no choice."""
PLACES = {
    "FILE": "file", "[FILE]": "file", "[FILE]…": "file files", "EVENT": "events", "[EVENT]": "events",
    "OLD": "file", "NEW": "file", "[COMMAND]": "topics", "[CODE]": "codes",
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
    for name in main.COMMANDS:
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
    entry = main.COMMANDS.get(name)
    return entry.says.rstrip(".") if entry else _first(_prose(command))


def _options(command: click.Command) -> list[click.Option]:
    shown = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    return [*shown, click.Option(["--help"], is_flag=True, help="Show what it does, and all its options.")]


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


def man_page() -> str:
    """The page, in the language of man(7)."""
    lines = [
        '.\\" Made by tools/make_completion.py from the commands themselves.',
        f'.TH JALON 1 "" "jalon {tui.__version__}" "User Commands"',
        ".SH NAME",
        "jalon \\- a chronology that you can check",
        ".SH SYNOPSIS",
        ".B jalon",
        "[\\fIFILE\\fR] [\\fIOPTION\\fR]\\&...",
        ".br",
        ".B jalon",
        "\\fICOMMAND\\fR [\\fIOPTION\\fR]\\&... [\\fIFILE\\fR]",
        ".SH DESCRIPTION",
        "jalon opens a file of events that you keep by hand in the terminal: when each thing happened, as",
        "precisely as the sources allow and no more, whom it concerns, and which article says so. It prints the",
        "same timeline, and says what is wrong with the file. Without a command the timeline is opened;",
        ".B ?",
        "shows all keys and marks.",
        ".SH OPTIONS",
    ]
    for name, command in commands():
        if not name:
            lines += _option_lines(command)
            lines.append(".SH COMMANDS")
            continue
        context = click.Context(command, info_name=f"jalon {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        lines += [f".SS jalon {_roff(name)} {_roff(usage)}", *_paragraphs(_prose(command))]
        entry = main.COMMANDS.get(name)
        for example, does in entry.examples if entry else ():
            lines += [".PP", ".RS", ".nf", f"\\fB{_roff(example)}\\fR", ".fi", ".RS", _line(does), ".RE", ".RE"]
        lines += _option_lines(command)
    return "\n".join([*lines, *_ending()]) + "\n"


def _option_lines(command: click.Command) -> list[str]:
    lines = []
    context = click.Context(command)
    for option in _options(command):
        record = option.get_help_record(context)
        if record is not None:
            lines += [".TP", f"\\fB{_roff(record[0])}\\fR", _line(record[1])]
    return lines


def _paragraphs(text: str) -> list[str]:
    return [line for part in text.split("\n\n") for line in (".PP", _line(" ".join(part.replace("\b", "").split())))]


def _ending() -> list[str]:
    lines = [".SH TOPICS"]
    for name, topic in TOPICS.items():
        lines += [".TP", f"\\fBjalon help {_roff(name)}\\fR", _line(topic.says)]
    lines += [".SH EXIT STATUS"]
    for code, means in (
        ("0", "All is well."),
        ("1", "jalon check found errors, a date is wrong, or fmt \\-\\-check would change something."),
        ("2", "The command line or a query is wrong, or a file cannot be read at all."),
        ("70", "A fault of jalon\\(aqs own; a log says where."),
        ("130", "Interrupted."),
    ):
        lines += [".TP", f".B {code}", means]
    lines += [".SH FILES", "\\fBjalon where\\fR says where everything is: notebook, keymap, themes, logs."]
    lines += [".SH ENVIRONMENT"]
    for name, means in (
        ("JALON_TODAY", "The day to take for today."),
        ("VISUAL, EDITOR", "Your editor."),
        ("BROWSER", "The command that opens an article."),
        ("NO_COLOR, FORCE_COLOR", "No colours, or colours in a pipe too."),
        ("LC_ALL, LC_MESSAGES, LANG", "The language of dates, titles and texts: English or French."),
    ):
        lines += [".TP", f".B {name}", means]
    return lines


def _line(text: str) -> str:
    """A text as a line that begins no request."""
    text = _roff(text)
    return f"\\&{text}" if text[:1] in (".", "'") else text


def _roff(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")


if __name__ == "__main__":
    WORDS.write_text(word_table(), encoding="utf-8")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(man_page(), encoding="utf-8")
