"""A language for tests: every sentence of jalon's in it is marked, and longer by 40 %, so that any other stands out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.cli.help_list import COMMANDS

_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "àƀçđéƒğĥîĵķļɱñöþʠřšŧûṽŵẋýžÀƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞɊŘŠŦÛṼŴẊÝŽ",
)  # fmt: skip
_COMMAND = rf"\bjalon(?: (?:{'|'.join(COMMANDS)}))?(?= |$)"
_KEPT = re.compile(rf"\{{[\w!]+\}}|--?[a-z][a-z-]*|{_COMMAND}|events\.yaml|`[^`]*`")
"""Places, options, commands, the name of the file, and what stands in backquotes: the same in all languages."""

_WORD = re.compile(r"[A-Za-z]{2,}")


class Pseudo:
    """The catalogue of the language: `⟦Ñö éṽéñŧš~~~⟧`; what is cut or wrapped is still known by its letters."""

    def gettext(self, message: str) -> str:
        """The sentence with its places as they are and its letters accented."""
        if message.startswith("\x08") or not message.strip():
            return message
        parts, at = [], 0
        for kept in _KEPT.finditer(message):
            parts += [message[at : kept.start()].translate(_LETTERS), kept[0]]
            at = kept.end()
        marked = "".join([*parts, message[at:].translate(_LETTERS)])
        return f"⟦{marked}{'~' * round(len(message) * 0.4)}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """One of the two forms."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The sentence; what stands between thousands is no word."""
        return message if context == "between thousands" else self.gettext(message)


def unmarked(said: str, allowed: Iterable[str]) -> list[str]:
    """The words in plain letters that are not allowed, each with the line that it stands on."""
    known = {word.casefold() for text in allowed for word in _WORD.findall(text)}
    return [
        f"{word}: {line.strip()}"
        for line in said.splitlines()
        for word in dict.fromkeys(_WORD.findall(_KEPT.sub(" ", line)))
        if word.casefold() not in known
    ]
