"""The format of a file: by its content where that tells, else by the end of its name."""

from __future__ import annotations

FORMATS = ("csv", "tsv", "xlsx", "ods")
"""The formats that can be imported."""
TABLES = ("csv", "tsv", "xlsx", "ods")
"""Those that are tables, which a map reads."""

_ENDINGS = {
    "csv": "csv", "txt": "csv", "tsv": "tsv", "tab": "tsv", "xlsx": "xlsx", "xlsm": "xlsx", "xlsb": "xlsx",
    "xls": "xlsx", "ods": "ods",
}  # fmt: skip
_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def format_of(name: str, data: bytes) -> str | None:
    """The format of a file by its first bytes and its name; None where neither tells."""
    if data.startswith(b"PK\x03\x04"):
        return "ods" if _ODS in data[:120] else "xlsx"
    if data.startswith(_OLD_EXCEL):
        return "xlsx"
    return _ENDINGS.get(name.rpartition(".")[2].lower())
