"""A saved view as the file writes it."""

from __future__ import annotations


def for_the_file(query: str, name: str = "a-name") -> str:
    """The lines that keep a query in a file under a name, as YAML; in quotes, since a query is full of colons."""
    escaped = query.replace("\\", "\\\\").replace('"', '\\"')
    return f'views:\n  {name}: {{query: "{escaped}"}}\n'
