"""The memory of imports beside a file of events: `story.imports.json`, which goes with it into a repository."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

from tui.core.exchange.memory import ImportMemory, RowMemory
from tui.core.text.messages import worded
from tui.store.system import read_bytes

_VERSION = 1


class BadMemory(Exception):
    """A memory that cannot be read, and is never written over; the text says which file."""

    def __init__(self, path: str) -> None:
        super().__init__(
            worded("{file} is damaged: move it away, or bring it back", file=read_bytes.display_name(path))
        )


def memory_path(path: str) -> str:
    """The path of the memory of a file of events."""
    stem, dot, ending = path.rpartition(".")
    return f"{stem if dot and '/' not in ending else path}.imports.json"


def read_memory(path: str) -> tuple[bytes | None, dict[str, ImportMemory]]:
    """The bytes of a memory, and what each input gave; None and nothing where there is none yet. BadMemory."""
    if not os.path.lexists(path):
        return None, {}
    try:
        data = read_bytes.fetch(path)
        told = json.loads(data)
        if told["version"] != _VERSION:
            raise BadMemory(path)
        return data, {str(name): _memory(one) for name, one in told["imports"].items()}
    except (read_bytes.Unreadable, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadMemory(path) from None


def _memory(told: Mapping[str, Mapping[str, object]]) -> ImportMemory:
    rows = {str(key): RowMemory(str(_at(one, "id")), _hashes(_at(one, "fields"))) for key, one in told["rows"].items()}
    return ImportMemory(rows, {str(own): _hashes(one) for own, one in told["sources"].items()})


def _at(one: object, name: str) -> object:
    if not isinstance(one, dict):
        raise ValueError(name)
    return one[name]


def _hashes(told: object) -> dict[str, list[str]]:
    if not isinstance(told, dict):
        raise ValueError("fields")  # no words: caught above
    return {str(name): [str(one) for one in values] for name, values in told.items()}


def memory_bytes(imports: Mapping[str, ImportMemory]) -> bytes:
    """Memories as their file has them: a line for each row, so that `git diff` shows which changed."""
    lines = [f'{{"version": {_VERSION}, "imports": {{']
    for number, (name, memory) in enumerate(imports.items()):
        lines.append(f'{"," if number else ""}{json.dumps(name)}: {{"rows": {{')
        lines += _entries((key, {"id": row.id, "fields": row.fields}) for key, row in memory.rows.items())
        lines.append('}, "sources": {')
        lines += _entries(memory.sources.items())
        lines.append("}}")
    lines.append("}}")
    return ("\n".join(lines) + "\n").encode()


def _entries(pairs: object) -> list[str]:
    found = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in pairs]  # type: ignore[attr-defined]  # pairs of any mapping
    return [f"{one}," for one in found[:-1]] + found[-1:]
