"""The XML of the rows of a sheet (Office Open XML, Spreadsheet): a file that grows row by row, and its links.

XlsxWriter makes the package, its styles and its sheets; to have it make each cell takes too long for 10,000 events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from tui.core.dates.calendar import day_number, iso
from tui.core.export.tables import Cell, Day, Link
from tui.core.text.clean import clean

LONGEST = 32_767
"""Characters of a cell, by Excel's own limits."""
LONGEST_ADDRESS = 2_079
MOST_LINKS = 65_530
"""Of a sheet; what comes after them is text."""
FIRST_DAY, LAST_DAY = day_number(1900, 3, 1), day_number(9999, 12, 31)
"""The days that a spreadsheet counts rightly: it takes 1900 for a leap year, and knows none before."""
_OFFSET = FIRST_DAY - 61

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""The beginning of what a spreadsheet takes for one character, by its number."""


class Styles(NamedTuple):
    """The numbers of the styles of cells."""

    text: str
    day: str
    link: str


class Rows:
    """The rows of a sheet below its head, while they are written."""

    def __init__(self, columns: int, styles: Styles) -> None:
        self.count = 1
        """Rows so far, with the head."""
        self.file = TemporaryFile()  # noqa: SIM115 - it lasts as long as the rows
        self._styles = styles
        self._links: list[tuple[str, str]] = []
        """The cell and the address of each link."""
        self._names = [_letters(place) for place in range(columns)]

    def add(self, cells: Sequence[Cell], height: float) -> None:
        """One more row, of a height in points."""
        self.count += 1
        number, text = str(self.count), self._styles.text
        parts = [f'<row r="{number}" s="{text}" customFormat="1" ht="{height:g}" customHeight="1">']
        for name, cell in zip(self._names, cells, strict=True):
            if cell is None or cell == "":
                continue
            if cell.__class__ is str:
                parts.append(f'<c r="{name}{number}" s="{text}" t="inlineStr"><is>{_text(cell)}</is></c>')
            else:
                parts.append(self._special(name + number, cell))
        parts.append("</row>")
        self.file.write("".join(parts).encode())

    def _special(self, name: str, cell: Cell) -> str:
        """A day as a number, and a link as a text of its own style."""
        style, said = self._styles.text, ""
        if isinstance(cell, Day):
            if FIRST_DAY <= cell.day <= LAST_DAY:
                return f'<c r="{name}" s="{self._styles.day}"><v>{cell.day - _OFFSET}</v></c>'
            said = iso(cell.day)
        elif isinstance(cell, Link):
            said = cell.text
            if len(cell.address) <= LONGEST_ADDRESS and len(self._links) < MOST_LINKS:
                self._links.append((name, cell.address))
                style = self._styles.link
        return f'<c r="{name}" s="{style}" t="inlineStr"><is>{_text(said)}</is></c>'

    def links(self) -> str:
        """The links of the sheet; empty where there are none."""
        if not self._links:
            return ""
        each = "".join(f'<hyperlink ref="{name}" r:id="rId{at}"/>' for at, (name, _) in enumerate(self._links, 1))
        return f"<hyperlinks>{each}</hyperlinks>"

    def relations(self) -> str:
        """The part that says where the links lead."""
        each = "".join(
            f'<Relationship Id="rId{at}" Type="{_RELATION}" Target={quoteattr(address)} TargetMode="External"/>'
            for at, (_, address) in enumerate(self._links, 1)
        )
        return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'


def _text(text: str) -> str:
    """A text as a cell holds it: harmless, and no longer than it may be."""
    said = clean(text)
    if not said.isascii():
        said = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", said)
    if len(said) > LONGEST:
        said = said[: LONGEST - 1] + "…"
    if "_x" in said:
        said = _CODE.sub("_x005F_", said)
    return f'<t xml:space="preserve">{escape(said)}</t>'


def _letters(place: int) -> str:
    """The name of a column, from 0: A to Z, then AA."""
    name, left = "", place + 1
    while left:
        left, rest = divmod(left - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
