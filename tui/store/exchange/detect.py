"""The format of a file: by its content where that tells, else by the end of its name."""

from __future__ import annotations

import re

FORMATS = ("csv", "tsv", "xlsx", "ods", "timelinejs", "ics", "markwhen", "chronos", "timesketch", "csl", "jalon")
"""The formats that can be imported."""
TABLES = ("csv", "tsv", "xlsx", "ods")
"""Those that are tables, which a map reads."""

_ENDINGS = {
    "csv": "csv", "txt": "csv", "tsv": "tsv", "tab": "tsv", "xlsx": "xlsx", "xlsm": "xlsx", "xlsb": "xlsx",
    "xls": "xlsx", "ods": "ods", "ics": "ics", "ical": "ics", "mw": "markwhen", "markwhen": "markwhen",
    "md": "markwhen", "jsonl": "timesketch", "ndjson": "timesketch", "json": "timelinejs",
}  # fmt: skip
_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHRONOS = re.compile(rb"```\s*chronos\b|`chronos [^`\n]+`")
_LOOKED_AT = 4096


def format_of(name: str, data: bytes) -> str | None:
    """The format of a file by its content and its name; None where neither tells."""
    if data.startswith(b"PK\x03\x04"):
        return "ods" if _ODS in data[:120] else "xlsx"
    if data.startswith(_OLD_EXCEL):
        return "xlsx"
    head = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:15].upper() == b"BEGIN:VCALENDAR":
        return "ics"
    ending = _ENDINGS.get(name.rpartition(".")[2].lower())
    if head[:1] in (b"{", b"["):
        return _of_json(data, head) or ending
    if ending in (None, "markwhen") and _CHRONOS.search(data):
        return "chronos"
    if ending in ("csv", "tsv"):
        names = {one.strip().strip(b'"').lower() for one in re.split(rb"[,;\t]", head.split(b"\n", 1)[0])}
        if {b"message", b"datetime", b"timestamp_desc"} <= names:
            return "timesketch"
    return ending


def _of_json(data: bytes, head: bytes) -> str | None:
    """The format of JSON: by the keys of what is in it."""
    if b'"message"' in head.split(b"\n", 1)[0]:
        return "timesketch"
    import json

    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if isinstance(whole, dict) and isinstance(whole.get("events"), list):
        first: object = next(iter(whole["events"]), None)
        return "jalon" if isinstance(first, dict) and "titles" in first and "date" in first else "timelinejs"
    items = whole if isinstance(whole, list) else whole.get("items") if isinstance(whole, dict) else None
    if not isinstance(items, list) or not items or not isinstance(items[0], dict):
        return None
    return "jalon" if "date" in items[0] and "titles" in items[0] else "csl" if "type" in items[0] else None
