"""The words that may come next on a command line: commands, options, their values, files, names in the file."""

from __future__ import annotations

import os

TYPE_CHECKING = False
"""As `typing` has it, the import of which alone takes longer than a candidate may."""
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Candidate = tuple[str, str]
"""A word, and what it means."""

PRIVATE = "--with-private"
"""The option without which a command that has it tells nothing private."""
FILE_KINDS = (".yaml", ".yml")
HERE = "events.yaml"
_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DEFAULTS = (HERE, os.path.join(_PACKAGE, HERE), os.path.join(os.path.dirname(_PACKAGE), HERE))
"""The files that jalon opens where none is named, as `store.system.environment` has them."""


def complete(arguments: list[str]) -> str:
    """The answer to a shell: a candidate a line, for zsh and fish with its meaning behind a tab.

    The first argument names the shell. Bash gives its whole line up to the cursor, the others the words behind `jalon`,
    of which the last is the one that is typed.
    """
    shell, *words = arguments or [""]
    if shell == "bash":
        return "".join(f"{one}\n" for one in _for_bash(words[0] if words else ""))
    words = [*words[:-1], words[-1].lstrip("'\"")] if words else [""]  # a quote is open
    found = candidates(words)
    return "".join(f"{word}\t{means}\n" if means else f"{word}\n" for word, means in found)


def candidates(words: list[str]) -> Iterator[Candidate]:
    """The words that may stand in the place of the last, without what cannot be shown."""
    *before, current = words
    for word, means in _offered(before, current):
        if word.startswith(current) and word.isprintable():
            yield word, "".join(filter(str.isprintable, means))[:80]


class Words:
    """The commands and their options, from the table that is made of them."""

    def __init__(self) -> None:
        with open(os.path.join(os.path.dirname(__file__), "words.txt"), encoding="utf-8") as file:
            blocks = file.read().rstrip("\n").split("\n\n")
        self.blocks = {block[: min(block.find(sign) % (1 << 30) for sign in "\t\n")]: block for block in blocks}

    def is_command(self, command: str) -> bool:
        """True for the words of a command; none are those of jalon itself."""
        return f"jalon {command}".rstrip() in self.blocks

    def pairs(self, name: str) -> Iterator[Candidate]:
        """The words of a table, each with what it means."""
        for line in self.blocks[name].split("\n")[1:]:
            word, _, means = line.partition("\t")
            yield word, means

    def options(self, command: str) -> dict[str, tuple[str, str]]:
        """The options of a command: the kind of their value, and what they do."""
        lines = self.blocks[f"jalon {command}".rstrip()].split("\n")[1:]
        return {name: (kind, does) for name, kind, does in (line.split("\t") for line in lines)}

    def head(self, command: str) -> tuple[str, str]:
        """The deed of a command, and the kinds of the words behind it."""
        _, says, places = self.blocks[f"jalon {command}".rstrip()].split("\n", 1)[0].split("\t")
        return says, places

    def below(self, command: str) -> Iterator[Candidate]:
        """The words that make another command of one, each with what that does."""
        beginning = f"jalon {command} ".replace("  ", " ")
        for name in self.blocks:
            if name.startswith(beginning) and " " not in name[len(beginning) :]:
                yield name[len(beginning) :], self.head(name[6:])[0]


def _offered(before: list[str], current: str) -> Iterable[Candidate]:
    words = Words()
    command, others = _command(words, before)
    options = words.options(command)
    if before and (kind := options.get(before[-1], ("", ""))[0]):
        return _values(words, kind, before, current)
    if current.startswith("--") and "=" in current:
        name, _, value = current.partition("=")
        values = _values(words, options.get(name, ("", ""))[0], before, value)
        return ((f"{name}={word}", means) for word, means in values)
    if current.startswith("-"):
        return ((name, does) for name, (_, does) in options.items() if name.startswith("--") and name not in before)
    return _placed(words, command, others, before, current)


def _command(words: Words, before: list[str]) -> tuple[str, list[str]]:
    """The command that the line names, and its words that are neither options nor their values."""
    command, others, skips = "", list[str](), False
    for word in before:
        if skips:
            skips = False
        elif word.startswith("-") and word != "-":
            skips = bool(words.options(command).get(word, ("", ""))[0])
        elif not others and words.is_command(f"{command} {word}".strip()):
            command = f"{command} {word}".strip()
        else:
            others.append(word)
    return command, others


def _placed(words: Words, command: str, others: list[str], before: list[str], current: str) -> Iterator[Candidate]:
    """The words for a place of the command line that is no option's."""
    if not others:
        yield from words.below(command)
    kinds = words.head(command)[1].split()
    if "file" in kinds and (not others or kinds.count("file") > 1 or "files" in kinds):
        yield from _files(current)
    for kind in kinds:
        if kind not in ("file", "files") and (kind != "topics" or not others):
            yield from _values(words, kind, before, current)


def _values(words: Words, kind: str, before: list[str], current: str) -> Iterable[Candidate]:
    """The words of a kind: of a closed list, of jalon, or of the file that the line names."""
    if kind.startswith("="):
        return ((word, "") for word in kind[1:].split("|"))
    if kind in ("codes", "themes"):
        return words.pairs(kind)
    if kind == "topics":
        return [*words.pairs(kind), *words.below("")]
    if kind in ("file", "files"):
        return _files(current)
    return _names(words, kind, before, current)


def _names(words: Words, kind: str, before: list[str], current: str) -> Iterable[Candidate]:
    from tui.cli.completion.names import read_names

    path = _file_of(before)
    with_private = PRIVATE in before or PRIVATE not in words.options(_command(words, before)[0])
    is_read = os.path.isfile(path)  # a pipe would wait for ever
    found = read_names(path, kind, with_private=with_private) if is_read else {}
    if kind == "cited":
        return [*found.get("sources", {}).items(), *found.get("passages", {}).items()]
    if kind == "query":
        return _query(dict(words.pairs("fields")), found, current)
    return found.get(kind, {}).items()


def _query(fields: dict[str, str], found: dict[str, dict[str, str]], current: str) -> Iterator[Candidate]:
    """The queries that begin as this one, with another word for its last: a field, or a value of one."""
    start = max(current.rfind(sign) for sign in " (") + 1
    start += current[start : start + 1] == "-"
    head, term = current[:start], current[start:]
    field, colon, values = term.partition(":")
    if not colon:
        yield from ((f"{head}{name}:", "") for name in fields)
        return
    done = values.rpartition(",")[0]
    done = f"{done}," if done else ""
    kind = fields.get(field, "")
    for word in kind[1:].split("|") if kind.startswith("=") else found.get(kind, {}):
        yield f'{head}{field}:{done}"{word}"' if " " in word else f"{head}{field}:{done}{word}", ""


def _file_of(before: list[str]) -> str:
    """The file that the line names, else the one that jalon opens where one is."""
    named = (word for word in before if word.endswith(FILE_KINDS) or os.path.isfile(word))
    return next(named, "") or next(filter(os.path.isfile, DEFAULTS), HERE)


def _files(current: str) -> Iterator[Candidate]:
    """The files of events, and the folders, whose paths begin so."""
    folder = current.rpartition("/")[0] + "/" if "/" in current else ""
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith(".") and not current.rpartition("/")[2].startswith("."):
            continue
        if entry.is_dir():
            yield f"{folder}{entry.name}/", ""
        elif entry.name.endswith(FILE_KINDS):
            yield f"{folder}{entry.name}", ""


# ---- Bash

_BREAKS = ":="
"""The signs at which bash begins a new word to complete."""
_SPECIAL = " \t'\"\\$`&|;<>(){}[]*?!#~"


def _for_bash(line: str) -> Iterator[str]:
    """The candidates as bash puts them in the place of what it takes for the word: the part behind a colon."""
    words, quote = _split(line)
    current = words[-1]
    cut = 0 if quote else max(current.rfind(sign) for sign in _BREAKS) + 1
    for word, _ in candidates(words[1:] or [""]):
        rest = word[cut:]
        text = rest if quote else "".join(f"\\{sign}" if sign in _SPECIAL else sign for sign in rest)
        yield text if word[-1:] in ("/", ":", "=") else f"{text}{quote} "


def _split(line: str) -> tuple[list[str], str]:
    """The words of a line, the last as far as it is typed, and the quote that is open there."""
    words, quote, escaped = [""], "", False
    for sign in line:
        if escaped:
            words[-1] += sign
            escaped = False
        elif sign == "\\" and quote != "'":
            escaped = True
        elif quote:
            quote, words[-1] = ("", words[-1]) if sign == quote else (quote, words[-1] + sign)
        elif sign in "'\"":
            quote = sign
        elif sign in " \t":
            words += [""] if words[-1] else []
        else:
            words[-1] += sign
    return words, quote


def main(arguments: list[str]) -> int:
    """Answer a shell; where anything fails there is nothing to complete."""
    try:
        os.write(1, complete(arguments).encode("utf-8", "replace"))
    except (OSError, UnicodeError):
        return 1
    return 0
