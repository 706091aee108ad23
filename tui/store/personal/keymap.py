"""The reader's own keys: `keymap.yaml`, which gives a command's id the keys that shall run it."""

from __future__ import annotations

import os
from collections.abc import Collection
from typing import NamedTuple

from tui.core.text.messages import worded
from tui.store.personal.settings import SettingsError, SettingsSection, read
from tui.store.system.read_bytes import Unreadable, display_name


class Keymap(NamedTuple):
    """The keys that a reader wants."""

    keys: dict[str, str]
    """By binding id."""
    messages: list[str]
    """One for each line that is of no use."""
    places: dict[str, str]
    """The file and the line of each binding, for what is said of it later."""


def load(path: str, known: Collection[str]) -> Keymap:
    """The keymap in a file; without one, none.

    `known` are the ids of the bindings there are. Keys are written as Textual names them, with commas between.
    """
    if not os.path.lexists(path):
        return Keymap({}, [], {})
    try:
        settings = read(path)
    except Unreadable as error:
        return Keymap({}, [str(error)], {})
    except SettingsError as error:
        return Keymap({}, [f"{display_name(path)}:{error.line or 1}: {error!s}"], {})
    keys: dict[str, str] = {}
    messages: list[str] = []
    for name, value in settings.items():
        fault = _fault(name, value if isinstance(value, SettingsSection) else value.text, known)
        if fault is None and not isinstance(value, SettingsSection):
            keys[name] = _tidy(value.text)
        else:
            messages.append(f"{display_name(path)}:{value.line}: {fault}")
    places = {name: f"{display_name(path)}:{value.line}" for name, value in settings.items()}
    return Keymap(keys, messages, places)


def _tidy(keys: str) -> str:
    """`j, down` as `j,down`; a lone comma is the key of that name."""
    if keys.strip() == ",":
        return "comma"
    return ",".join(key.strip() for key in keys.split(","))


def _fault(name: str, keys: str | SettingsSection, known: Collection[str]) -> str | None:
    if name not in known:
        from tui.core.text.nearest import did_you_mean

        hint = did_you_mean(name, known)
        return (
            worded('no command is called "{name}" ({hint})', name=name, hint=hint)
            if hint
            else worded('no command is called "{name}"', name=name)
        )
    if isinstance(keys, SettingsSection):
        return worded("{name} takes keys, not a section", name=name)
    if not keys.strip():
        return worded("{name} has no keys", name=name)
    if not all(map(_is_key, _tidy(keys).split(","))):
        return worded('"{keys}" is no list of keys such as "j,down" or "ctrl+n"', keys=keys)
    return None


def _is_key(key: str) -> bool:
    return bool(key) and key.isprintable() and " " not in key
