"""A catalogue as translators write it (a PO file of GNU gettext), compiled to what gettext reads (an MO file).

The form is that of the manual of gettext, "The Format of PO Files" and "The Format of GNU MO Files".
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


def compiled_catalogue(text: str) -> bytes:
    """The MO file of a PO file; what is not translated, or is marked as fuzzy, is left out."""
    found = sorted((key.encode(), said.encode()) for key, said in _translations(text))
    count, at = len(found), 28 + 16 * len(found)
    tables: list[bytes] = []
    for column in (0, 1):
        for entry in found:
            tables.append(struct.pack("<2I", len(entry[column]), at))
            at += len(entry[column]) + 1
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    strings = [entry[column] + b"\0" for column in (0, 1) for entry in found]
    return b"".join((head, *tables, *strings))


def _translations(text: str) -> Iterator[tuple[str, str]]:
    """Each message under the key that gettext looks it up by, with its translation, or its plural forms."""
    for block in text.split("\n\n"):
        fields: dict[str, str] = {}
        name = ""
        is_fuzzy = False
        for line in block.split("\n"):
            if line.startswith("#"):
                is_fuzzy = is_fuzzy or (line.startswith("#,") and "fuzzy" in line)
                continue
            word, quote, rest = line.partition('"')
            if not quote:
                continue
            name = word.strip() or name
            fields[name] = fields.get(name, "") + _unescaped(rest[: rest.rfind('"')])
        forms = [fields[key] for key in sorted(fields) if key.startswith("msgstr")]
        if "msgid" not in fields or is_fuzzy or not all(forms):
            continue
        context = f"{fields['msgctxt']}\x04" if "msgctxt" in fields else ""
        plural = f"\0{fields['msgid_plural']}" if "msgid_plural" in fields else ""
        yield context + fields["msgid"] + plural, "\0".join(forms)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    first, *parts = text.split("\\")
    said, is_escaped = [first], True
    for part in parts:
        if is_escaped and not part:  # two backslashes: this one is meant, and the next opens nothing
            said.append("\\")
            is_escaped = False
        elif is_escaped:
            said.append(_ESCAPES.get(part[0], part[0]) + part[1:])
        else:
            said.append(part)
            is_escaped = True
    return "".join(said)
