"""An extract of a timeline as the bytes of a file, or of the files of a folder, in any of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tui.core.export.extract import Extract


def rendered(form: str, whole: Extract, *, with_claims: bool = False, in_words: bool = False) -> bytes:
    """The bytes of an extract in a format of one file.

    Of CSV, with claims a row for each of them, and in words the names of columns in the language in force.
    """
    return _csv(whole, with_claims=with_claims, in_words=in_words) if form == "csv" else _WRITERS[form](whole)


def notes(whole: Extract) -> Iterator[tuple[str, bytes]]:
    """The files of a folder of notes: name and bytes."""
    from tui.core.export.formats import obsidian

    return ((name, text.encode("utf-8", "replace")) for name, text in obsidian.notes(whole))


def _csv(whole: Extract, *, with_claims: bool, in_words: bool) -> bytes:
    """A row of keys and a row an event (RFC 4180), in which no cell is a formula."""
    import csv
    from io import StringIO

    from tui.core.export.column_names import in_language
    from tui.core.export.event_records import defused
    from tui.core.export.tables import Day, claims_beside_events, event_columns, event_rows, in_line

    table = claims_beside_events(whole) if with_claims else None
    file = StringIO(newline="")
    writer = csv.writer(file)
    columns = table.columns if table else event_columns(whole)
    writer.writerow(in_language(columns, by_name=True) if in_words else columns)
    for row in table.rows if table else event_rows(whole):
        writer.writerow([in_line(cell) if isinstance(cell, Day) else defused(in_line(cell)) for cell in row])
    return file.getvalue().encode("utf-8", "replace")


def _json(value: object, *, is_line: bool = False) -> bytes:
    from tui.core.text.clean import to_json

    return (to_json(value, indent=None if is_line else 2) + "\n").encode("utf-8", "replace")


def _timelinejs(whole: Extract) -> bytes:
    from tui.core.export.formats.timelinejs import document

    return _json(document(whole))


def _timesketch(whole: Extract) -> bytes:
    from tui.core.export.formats.timesketch import records

    return b"".join(_json(one, is_line=True) for one in records(whole))


def _markwhen(whole: Extract) -> bytes:
    from tui.core.export.formats.markwhen import document

    return document(whole).encode("utf-8", "replace")


def _jsonld(whole: Extract) -> bytes:
    from tui.core.export.formats.jsonld import text

    return text(whole).encode("utf-8", "replace")


def _csl(whole: Extract) -> bytes:
    from tui.core.export.csl import items

    return _json(items(whole.cited(), whole.voice))


def _bibtex(whole: Extract) -> bytes:
    from tui.core.export.bibtex import entries

    return entries(whole.cited(), whole.voice).encode("utf-8", "replace")


def _xlsx(whole: Extract) -> bytes:
    from tui.store.export.workbook import workbook

    return workbook(whole)


def _docx(whole: Extract) -> bytes:
    from tui.store.export.document import document

    return document(whole)


def _ics(whole: Extract) -> bytes:
    from tui.store.export.calendar import calendar

    return calendar(whole)


_WRITERS: Mapping[str, Callable[[Extract], bytes]] = {
    "xlsx": _xlsx,
    "docx": _docx,
    "ics": _ics,
    "timelinejs": _timelinejs,
    "timesketch": _timesketch,
    "markwhen": _markwhen,
    "jsonld": _jsonld,
    "csl": _csl,
    "bibtex": _bibtex,
}
