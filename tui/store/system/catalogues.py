"""The catalogues of jalon's own words, one a language: text in a checkout, compiled where jalon is installed."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from tui.core.text import messages
from tui.store.system.environment import shipped_path

if TYPE_CHECKING:
    from tui.core.text.messages import Catalogue


def speak(language: str) -> None:
    """Say everything in this language from here on; in English where it has no catalogue."""
    messages.use(None if language == "en" else catalogue(language), language)


@cache
def catalogue(language: str) -> Catalogue | None:
    """The catalogue of a language that jalon speaks; None for English and for any other."""
    if language == "en" or language not in messages.LANGUAGES:
        return None
    path = f"{shipped_path('locale')}/{language}/LC_MESSAGES/jalon"
    try:
        with open(f"{path}.mo", "rb") as compiled:
            return Translations(compiled.read())
    except FileNotFoundError:
        pass
    from tui.store.system.po_file import compiled_catalogue

    try:
        with open(f"{path}.po", encoding="utf-8") as text:
            return Translations(compiled_catalogue(text.read()))
    except FileNotFoundError:
        return None


class MessageTable:
    """The messages of a compiled catalogue, sorted by their bytes (manual of gettext, "The Format of GNU MO Files")."""

    def __init__(self, data: bytes) -> None:
        from struct import unpack_from  # English needs none of it

        order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
        _magic, _version, count, ids, texts = unpack_from(f"{order}5I", data)
        self._data = data
        self._ids = unpack_from(f"{order}{2 * count}I", data, ids)
        self._texts = unpack_from(f"{order}{2 * count}I", data, texts)
        self._said: dict[str, list[bytes] | None] = {}

    def __len__(self) -> int:
        return len(self._ids) // 2

    def __getitem__(self, at: int) -> bytes:
        length, begin = self._ids[2 * at : 2 * at + 2]
        return self._data[begin : begin + length]

    def forms(self, message: str, *, of_number: bool = False) -> list[bytes] | None:
        """The translation of a message, or all forms of one about a number; None where there is none."""
        key = f"{message}\0" if of_number else message
        if key not in self._said:
            self._said[key] = self._found(key.encode())
        return self._said[key]

    def _found(self, wanted: bytes) -> list[bytes] | None:
        """The texts of the message that is these bytes, or begins with them and goes on with its plural."""
        at = bisect_left(self, wanted)
        own = self[at] if at < len(self) else b""
        if own != wanted and not own.startswith(wanted if wanted.endswith(b"\0") else wanted + b"\0"):
            return None
        length, begin = self._texts[2 * at : 2 * at + 2]
        return self._data[begin : begin + length].split(b"\0")


class Translations:
    """A compiled catalogue, of which only what is said is taken apart: all of it would cost each start some ms."""

    def __init__(self, data: bytes) -> None:
        from gettext import c2py

        self._table = MessageTable(data)
        head = (self._table.forms("") or [b""])[0].decode()
        rule = next((line for line in head.split("\n") if line.startswith("Plural-Forms:")), "")
        self._plural = c2py(rule.partition("plural=")[2].strip("; ") or "n != 1")

    def gettext(self, message: str) -> str:
        """The translation of a message; the message where it has none."""
        found = self._table.forms(message)
        return found[0].decode() if found else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of a message for a number."""
        found = self._table.forms(msgid1, of_number=True)
        return found[self._plural(n)].decode() if found else msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        """The translation of a message that means this here."""
        found = self._table.forms(f"{context}\x04{message}")
        return found[0].decode() if found else message
