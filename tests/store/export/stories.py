"""Extracts of small stories."""

from __future__ import annotations

import io
import re
import zipfile

from tui.core.export.extract import Extract, extract
from tui.core.index.engines import engine_of
from tui.core.query.tree import Query
from tui.store.export.render import notes, rendered
from tui.store.read.timeline import read

TODAY = 739_220  # 2024-11-30


def extract_of(text: str, language: str = "en", today: int = TODAY) -> Extract:
    """The extract of all events of a file."""
    reading = read(text.encode(), "events.yaml")
    assert [one for one in reading.problems if one.severity == "error"] == []
    return extract(engine_of(reading.timeline, today).select(Query()), language)


def text_of(form: str, whole: Extract, **options: bool) -> str:
    """All that a format holds, as text: of a package the text of its parts, of a folder that of its notes."""
    if form == "obsidian":
        return "\n".join(f"{name}\n{data.decode()}" for name, data in notes(whole))
    data = rendered(form, whole, **options)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    text = data.decode()
    return re.sub(r"\r?\n[ \t]", "", text) if form == "ics" else text
