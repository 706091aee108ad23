"""Small settings files in YAML (a theme, a keymap): texts by key, one level of sections, with their lines."""

from __future__ import annotations

from typing import Any, NamedTuple

from tui.core.text.clean import clean_line
from tui.core.text.messages import worded
from tui.store.system.read_bytes import fetch

LARGEST = 64 * 1024
"""Bytes; the shipped themes have about one thousand."""
DEPTH = 8
TOO_DEEP = worded("it is nested too deep")
"""The fault of a file that nests too deep: two levels mean something, thousands would crash the parser."""


class Setting(NamedTuple):
    """The text that a file has under one key, and its line, from 1."""

    text: str
    line: int


class SettingsSection(NamedTuple):
    """Settings by key, under a key of their own, and on which line that is."""

    settings: dict[str, Setting]
    line: int


class SettingsError(ValueError):
    """The fault of a settings file, in one clause, and its line (0 for the whole file)."""

    def __init__(self, reason: str, line: int = 0) -> None:
        self.line = line
        super().__init__(reason)


def read(path: str) -> dict[str, Setting | SettingsSection]:
    """The settings in a file; an empty one has none. Raises SettingsError, and Unreadable as `fetch` does."""
    data = fetch(path)
    if len(data) > LARGEST:
        raise SettingsError(worded("it is larger than {number} KB", number=LARGEST // 1024))
    from tui.store.yaml.libyaml import ScalarNode, YAMLError

    try:
        node = _compose(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(worded("this is not UTF-8"), data.count(b"\n", 0, error.start) + 1) from None
    except YAMLError as error:
        mark: Any = getattr(error, "problem_mark", None)
        raise SettingsError(_reason(error), mark.line + 1 if mark else 0) from None
    if node is None or (isinstance(node, ScalarNode) and not node.value):
        return {}
    return {key: _value(key, value, line) for key, (value, line) in _pairs(node, worded("the file")).items()}


def _reason(error: Exception) -> str:
    from tui.store.yaml.composer import ITS_DEPTH  # with the parser, which is there by now

    problem = getattr(error, "problem", None)
    if problem == ITS_DEPTH:
        return TOO_DEEP
    if problem:
        return worded("this is not YAML: {reason}", reason=clean_line(str(problem)))
    return worded("this is not YAML: it holds a character that YAML does not allow")


def _compose(text: str) -> Any:
    """The file's node, once its depth is known to be harmless."""
    from tui.store.yaml.libyaml import CollectionEndEvent, CollectionStartEvent, CParser, TextComposer

    depth, parser = 0, CParser(text)
    event: Any
    for event in iter(parser.get_event, None):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > DEPTH:
            raise SettingsError(TOO_DEEP, event.start_mark.line + 1)
    return TextComposer(text).get_single_node()


def _value(key: str, node: Any, line: int) -> Setting | SettingsSection:
    from tui.store.yaml.libyaml import MappingNode

    if not isinstance(node, MappingNode):
        return _setting(key, node, line)
    return SettingsSection({inner: _setting(inner, *found) for inner, found in _pairs(node, key).items()}, line)


def _setting(key: str, node: Any, line: int) -> Setting:
    from tui.store.yaml.libyaml import ScalarNode

    if not isinstance(node, ScalarNode):
        raise SettingsError(worded("{key} takes a text, not a list or a section", key=key), line)
    return Setting(clean_line(node.value), line)


def _pairs(node: Any, name: str) -> dict[str, tuple[Any, int]]:
    """The values of a mapping by key, each with its key's line."""
    from tui.store.yaml.libyaml import MappingNode, ScalarNode

    line = node.start_mark.line + 1
    if not isinstance(node, MappingNode):
        raise SettingsError(worded("{name} takes keys with values (key: value)", name=name), line)
    pairs: dict[str, tuple[Any, int]] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, ScalarNode):
            raise SettingsError(worded("a key is a text"), line)
        if key.value in pairs:
            raise SettingsError(worded('"{key}" is there twice', key=clean_line(key.value)), line)
        pairs[clean_line(key.value)] = (value, line)
    return pairs
