"""The parts of a workbook besides its values: the day that it counts from, links, errors, formulas without a value.

XLSX is a ZIP file of XML that programs write; only a few marks of it are looked for, and nothing in it is run.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from html import unescape
from io import BytesIO
from typing import IO, NamedTuple

from tui.core.tables.table import EPOCH_1900, EPOCH_1904

_LARGEST = 256 * 1024 * 1024
"""Bytes of one part."""
_PIECE, _LONGEST_TAG = 4 * 1024 * 1024, 300
"""Bytes that are looked at at once, and those of a tag that may lie across two of them."""
_ERROR = re.compile(
    r'<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:<f[^>]*(?:/>|>[^<]*</f>))?<v>([^<]*)</v>'
)
_NO_VALUE = re.compile(r'<c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*><f[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>')
_LINK = re.compile(r'<hyperlink\b[^>]*\bref="([A-Z]{1,3})(\d{1,7})[^"]*"[^>]*>')
_HYPERLINK = re.compile(
    r'<c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*><f[^>]*>\s*HYPERLINK\(\s*(?:&quot;|")(https?://[^"&]+(?:&amp;[^"&]+)*)'
)
_COLUMN = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})")
_ROW = re.compile(rb"<(?:\w+:)?(?:row|c)\s[^>]*?\br\s*=\s*[\"'][A-Z]*(\d{1,9})")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')

Cell = tuple[int, int]


class SheetParts(NamedTuple):
    """The parts of a sheet besides the values of its cells, by row and column from 0."""

    links: Mapping[Cell, str] = {}
    errors: Mapping[Cell, str] = {}
    without_value: frozenset[Cell] = frozenset()


class WorkbookParts(NamedTuple):
    """The day that a workbook counts from, and the parts of its sheets by name."""

    epoch: str = EPOCH_1900
    sheets: Mapping[str, SheetParts] = {}


def workbook_parts(data: bytes) -> WorkbookParts:
    """The parts of an XLSX; those of any other file say nothing."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            book = _part(archive, "xl/workbook.xml")
            if not book:
                return WorkbookParts()
            is_1904 = re.search(r'<workbookPr\b[^>]*\bdate1904="(?:1|true)"', book) is not None
            targets = _relations(archive, "xl/workbook.xml")
            sheets = {}
            for tag in re.findall(r"<sheet\b[^>]*>", book):
                said = dict(_ATTRIBUTE.findall(tag))
                target = targets.get(said.get("r:id", ""), "")
                if target:
                    path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                    sheets[unescape(said.get("name", ""))] = _sheet(archive, path)
            return WorkbookParts(EPOCH_1904 if is_1904 else EPOCH_1900, sheets)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError):
        return WorkbookParts()


def area_of(data: bytes) -> int:
    """The cells of the largest sheet of an XLSX, from A1 to the last column and row that it names; else 0."""
    most = 0
    faults = (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError, RuntimeError, zlib.error)
    with suppress(*faults), zipfile.ZipFile(BytesIO(data)) as archive:
        for info in archive.infolist():
            if info.filename.lower().endswith(".xml"):
                with archive.open(info) as part:
                    most = max(most, _area(part))
    return most


def _area(part: IO[bytes]) -> int:
    """The cells from A1 to the last column and row that a part names, read piece by piece."""
    columns: set[bytes] = set()
    last, left = 0, b""
    while piece := part.read(_PIECE):
        piece = left + piece
        columns.update(_COLUMN.findall(piece))
        last = max(last, max(map(int, _ROW.findall(piece)), default=0))
        left = piece[-_LONGEST_TAG:]
    return last * max(map(_column, columns), default=0)


def _column(name: bytes) -> int:
    """The number of a column, from 1, by its letters."""
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number


def _part(archive: zipfile.ZipFile, path: str) -> str:
    try:
        info = archive.getinfo(path)
    except KeyError:
        return ""
    if info.file_size > _LARGEST:
        return ""
    with archive.open(info) as part:
        return part.read(_LARGEST).decode("utf-8", "replace")


def _relations(archive: zipfile.ZipFile, path: str) -> dict[str, str]:
    """The targets of a part by their ids."""
    folder, _, name = path.rpartition("/")
    text = _part(archive, f"{folder}/_rels/{name}.rels")
    tags = (dict(_ATTRIBUTE.findall(tag)) for tag in re.findall(r"<Relationship\b[^>]*>", text))
    return {one.get("Id", ""): unescape(one.get("Target", "")) for one in tags}


def _sheet(archive: zipfile.ZipFile, path: str) -> SheetParts:
    text = _part(archive, path)
    targets = _relations(archive, path) if "<hyperlink" in text else {}
    links = {}
    for found in _LINK.finditer(text):
        target = targets.get(dict(_ATTRIBUTE.findall(found[0])).get("r:id", ""), "")
        if target.lower().startswith(("http://", "https://")):
            links[_cell(found)] = target
    if "HYPERLINK(" in text:
        links.update({_cell(found): unescape(unescape(found[3])) for found in _HYPERLINK.finditer(text)})
    errors = {_cell(found): found[3] for found in _ERROR.finditer(text)} if 't="e"' in text else {}
    empty = frozenset(map(_cell, _NO_VALUE.finditer(text))) if "<f" in text else frozenset()
    return SheetParts(links, errors, empty)


def _cell(found: re.Match[str]) -> Cell:
    """The row and column, from 0, of a name such as `B17`."""
    return int(found[2]) - 1, _column(found[1].encode()) - 1
