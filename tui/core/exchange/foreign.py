"""An event and its sources as another program has them: texts and dates, before the file's own names are found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from tui.core.dates.edtf import Date
from tui.core.entry.draft import STEERS
from tui.core.exchange.markup import has_markup, plain_text
from tui.core.text.messages import worded
from tui.core.timeline.model import Claim, TextByLanguage

OWN_LANGUAGE = ""
"""The key of a text in the language of the file that it goes into."""


class CellFault(NamedTuple):
    """The reason why a row, or a cell of it, cannot be taken."""

    place: str
    """The name of the cell or of the row: `Sheet1!B17`."""
    message: str
    hint: str | None = None


class ForeignSource(NamedTuple):
    """A source as it is told beside an event, or in a list of sources."""

    title: str = ""
    publisher: str = ""
    address: str = ""
    published: Date | None = None
    passage: str = ""
    """Its words, `first … last`."""
    id: str = ""
    author: str = ""
    language: str = ""
    archive: str = ""
    seen: Date | None = None
    note: str = ""
    announces: bool = False
    is_claimed: bool = False
    """True for one that only a claim of the event cites."""

    def __bool__(self) -> bool:
        return any(self)


class ForeignEvent(NamedTuple):
    """One row: an event, or a source alone; or the reasons why it is neither."""

    place: str
    """The name of the row: `Sheet1!17`."""
    key: str
    """It is the same whenever this row is imported."""
    date: Date | None = None
    """None for a row that tells of sources alone."""
    titles: TextByLanguage = {}
    """By language; OWN_LANGUAGE for that of the file."""
    texts: TextByLanguage = {}
    id: str = ""
    kind: str = ""
    status: str = ""
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    date_note: str = ""
    sources: tuple[ForeignSource, ...] = ()
    claims: tuple[Claim, ...] = ()
    """Their citations are of ids of sources, as the other program has them."""
    others: Mapping[str, str] = {}
    """Fields that only jalon has: `private`, `key`, `short`, `about`, `told`, `says`; several values a line each."""
    rest: tuple[tuple[str, str], ...] = ()
    """The values that no field takes, by the name of their column."""
    cells: Mapping[str, str] = {}
    """The name of the cell that gave a field, by the field."""
    faults: tuple[CellFault, ...] = ()

    def place_of(self, field: str) -> str:
        """The cell that gave a field, else the row."""
        return self.cells.get(field, self.place)


class UnfitText(ValueError):
    """A text that no file of events can hold; its message says why."""


_LINE_SIGNS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]|_x000[Dd]_\n?")
_BLANKS = re.compile("[ \t\n\u00a0]+")


def text_of(cell: str) -> str:
    """The text of a cell with its own lines, HTML in it as text; UnfitText."""
    if cell.isascii() and cell.isprintable() and "<" not in cell and "&" not in cell:
        return cell.strip()
    text = _LINE_SIGNS.sub("\n", cell)
    if has_markup(text):
        text = plain_text(text).text
    steers = STEERS.search(text)
    if steers:
        raise UnfitText(worded("a control character ({code}) has no place in a text", code=f"U+{ord(steers[0]):04X}"))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def line_of(cell: str) -> str:
    """The text of a cell on one line; UnfitText."""
    text = text_of(cell)
    is_plain = text.isascii() and text.isprintable() and "  " not in text
    return text if is_plain else _BLANKS.sub(" ", text).strip()
