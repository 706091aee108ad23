"""The map of a table as a small file of YAML, which a person can read, change and use again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.exchange.fields import FIELDS, is_field
from tui.core.tables.column_map import ColumnMap
from tui.core.tables.date_column import ORDERS
from tui.core.tables.table import EPOCH_1900, EPOCH_1904
from tui.core.text.messages import worded
from tui.core.text.nearest import did_you_mean
from tui.store.personal.settings import Setting, SettingsError, SettingsSection, read
from tui.store.yaml.quote import quoted, scalar

_KEYS = ("sheet", "header", "dates", "pivot", "epoch", "key", "separator", "language", "columns")
NOTHING = "nothing"
"""The field of a column that is left out."""


class BadMap(ValueError):
    """A file that is no map, and why; the line from 1, 0 for the whole."""

    def __init__(self, reason: str, line: int = 0, hint: str | None = None) -> None:
        super().__init__(reason)
        self.line = line
        self.hint = hint


def read_map(path: str) -> ColumnMap:
    """The map in a file; BadMap, and Unreadable as `fetch` does."""
    try:
        settings = read(path)
    except SettingsError as error:
        raise BadMap(error.args[0], error.line) from None
    texts: dict[str, Setting] = {}
    fields: dict[str, str] = {}
    for name, said in settings.items():
        line = said.line
        if name not in _KEYS:
            raise BadMap(worded('"{key}" means nothing in a map', key=name), line, did_you_mean(name, _KEYS))
        if name == "columns":
            if not isinstance(said, SettingsSection):
                raise BadMap(worded("under columns stands each column with its field"), line)
            fields = {column: _field(one) for column, one in said.settings.items()}
        elif isinstance(said, SettingsSection):
            raise BadMap(worded("{key} takes a text, not a list or a section", key=name), line)
        else:
            texts[name] = said
    if not fields:
        raise BadMap(worded("a map has columns, each with its field"))
    return _map(texts, fields)


def _map(texts: dict[str, Setting], fields: dict[str, str]) -> ColumnMap:
    def text(name: str) -> str:
        return texts[name].text if name in texts else ""

    order, epoch = text("dates"), text("epoch")
    if order and order not in ORDERS:
        raise BadMap(worded("dates are one of {known}", known=", ".join(ORDERS)), texts["dates"].line)
    epochs = {"": "", "1900": EPOCH_1900, "1904": EPOCH_1904}
    if epoch not in epochs:
        raise BadMap(worded("an epoch is 1900 or 1904"), texts["epoch"].line)
    language = text("language")
    if language and not re.fullmatch("[a-z]{2,3}", language):
        raise BadMap(worded("a language is two or three letters, such as fr"), texts["language"].line)
    key = tuple(one.strip() for one in text("key").split(" | ") if one.strip())
    unknown = next((one for one in key if one not in fields), None)
    if unknown is not None:
        hint = did_you_mean(unknown, fields)
        raise BadMap(worded('"{name}" is none of the columns', name=unknown), texts["key"].line, hint)
    return ColumnMap(
        fields, text("sheet"), _number(texts, "header", 1_048_576), order, _number(texts, "pivot", 100) or 69,
        epochs[epoch], key, text("separator"), language,
    )  # fmt: skip


def _number(texts: dict[str, Setting], name: str, most: int) -> int | None:
    if name not in texts or not texts[name].text:
        return None
    said = texts[name]
    if not said.text.isascii() or not said.text.isdigit() or not 1 <= int(said.text) <= most:
        raise BadMap(worded("{key} is a number from 1 to {most}", key=name, most=most), said.line)
    return int(said.text)


def _field(said: Setting) -> str:
    if said.text in ("", NOTHING):
        return ""
    if not is_field(said.text):
        hint = did_you_mean(said.text, FIELDS) or worded("one of {known}", known=", ".join((*FIELDS, NOTHING)))
        raise BadMap(worded('"{name}" is no field', name=said.text), said.line, hint)
    return said.text


def map_text(how: ColumnMap, source: str) -> str:
    """A map as a file has it; `source` is the name of the table that it was made for."""
    return "".join(f"{line}\n" for line in _lines(how, source))


def _lines(how: ColumnMap, source: str) -> Iterator[str]:
    yield f"# jalon import {source} --map …"  # no words: a command
    yield f"# {', '.join(FIELDS)}, {NOTHING}"
    if how.sheet:
        yield f"sheet: {scalar(how.sheet)}"
    if how.header is not None:
        yield f"header: {how.header}"
    if how.order:
        yield f"dates: {how.order}"
    yield f"pivot: {how.pivot}"
    if how.epoch:
        yield f"epoch: {'1904' if how.epoch == EPOCH_1904 else '1900'}"
    if how.key:
        yield f"key: {quoted(' | '.join(how.key))}"
    if how.separator:
        yield f"separator: {quoted(how.separator)}"
    if how.language:
        yield f"language: {how.language}"
    yield "columns:"
    for name, field in how.fields.items():
        yield f"  {scalar(name)}: {field or NOTHING}"
