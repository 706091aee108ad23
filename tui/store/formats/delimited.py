"""Tables in files of text: CSV and TSV, in UTF-8, UTF-16 or the character set of old Windows, with any delimiter."""

from __future__ import annotations

import csv
import io
from collections import Counter

from tui.core.tables.table import Table
from tui.core.text.messages import worded

DELIMITERS = (";", ",", "\t", "|")
_LOOKED_AT = 60
"""Rows by which the delimiter is found."""
_LONGEST = 1_000_000
"""Characters of a cell, as of any text."""


class NoTable(Exception):
    """Bytes that are no table; the text says why."""

    def __init__(self, reason: str, hint: str | None = None) -> None:
        super().__init__(reason)
        self.hint = hint


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file and a sentence on its character set, which is empty for UTF-8."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(name), "" if name == "utf-8-sig" else worded(
                    "it is read as {charset}", charset="UTF-16"
                )
            except UnicodeDecodeError:
                break
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    if b"\0" in data[:4096]:
        raise NoTable(worded("these bytes are no text"))
    try:
        return data.decode("cp1252"), worded("it is no UTF-8, and is read as {charset}", charset="Windows-1252")
    except UnicodeDecodeError as error:
        reason = worded("it is neither UTF-8 nor Windows-1252 (byte {number})", number=error.start + 1)
        raise NoTable(reason, worded("save it as CSV UTF-8")) from None


def read_delimited(data: bytes, delimiter: str = "") -> Table:
    """The table in bytes of text; NoTable. Without a delimiter it is the one that parts all rows alike."""
    text, charset = decoded(data)
    about = [charset] if charset else []
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) <= 5:  # how Excel names it
        delimiter, text = first.strip()[4:] or delimiter, rest
        shift = 1
    else:
        shift = 0
    delimiter = delimiter or _delimiter(text)
    csv.field_size_limit(_LONGEST)
    try:
        rows = [
            [cell.strip(" \t") for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise NoTable(worded("this is no CSV: {reason}", reason=str(error))) from None
    if not any(any(row) for row in rows):
        raise NoTable(worded("there is nothing in it"))
    if delimiter != ",":
        name = {"\t": worded("a tab"), ";": worded("a semicolon")}.get(delimiter, f'"{delimiter}"')
        about.append(worded("{sign} parts its columns", sign=name))
    above: list[list[str]] = [[] for _row in range(shift)]
    return Table([*above, *rows], about=about)


def _delimiter(text: str) -> str:
    """The delimiter that parts most rows into the same number of columns, more than one."""
    sample = "\n".join(text.splitlines()[: _LOOKED_AT * 4])
    best, most = ",", 0.0
    for sign in DELIMITERS:
        try:
            rows = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=sign) if any(row)][:_LOOKED_AT]
        except csv.Error:
            continue
        counts = Counter(rows)
        width, times = max(counts.items(), key=lambda pair: (pair[1] if pair[0] > 1 else 0, pair[0]), default=(1, 0))
        score = times / len(rows) + min(width, 20) / 1000 if rows and width > 1 else 0.0
        if score > most:
            best, most = sign, score
    return best
