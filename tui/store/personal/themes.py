"""Theme files: the reader's own folder first, then those that come with jalon."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from tui.core.text.messages import worded
from tui.core.theme import BARE, FIELDS, ROLES, Theme, make
from tui.store.personal.settings import Setting, SettingsError, SettingsSection, read
from tui.store.system import environment
from tui.store.system.read_bytes import Unreadable, display_name

DEFAULT = "encre"
DEFAULT_IN_PRINT = "terminal"
"""A page lies on a ground that nobody knows, dark or light: only the terminal's own colours suit both."""

WITHOUT_COLOUR = "plomb"
"""The theme that NO_COLOR stands for in the app: every role told apart by weight, slant and lines."""


class ThemeNameError(LookupError):
    """No theme has this name; the text says so, and which was probably meant."""


class ThemeChoice(NamedTuple):
    """A theme that can be chosen, or could be, if it were not for its fault."""

    name: str
    title: str
    kind: str
    where: str
    """`yours` or `shipped`."""
    fault: str | None = None
    """The fault of its file."""


def load(name: str | None, user_folder: str) -> tuple[Theme, str | None]:
    """The theme of that name (None: the default) and None, or the shipped default and what is wrong.

    Raises ThemeNameError when there is no such theme.
    """
    name = name or DEFAULT
    path = _found(name, user_folder)
    if path is None and name != DEFAULT:
        raise ThemeNameError(_unknown(name, user_folder))
    theme, fault = _read(path or _shipped(DEFAULT))
    if fault is None:
        return theme, None
    theme, worse = _read(_shipped(DEFAULT))
    if worse is not None:
        theme = BARE
    return theme, worded("{fault}; {name} takes its place", fault=fault, name=theme.name)


def names(user_folder: str) -> list[ThemeChoice]:
    """Every theme by name, the reader's own in place of a shipped one of the same name."""
    paths = {name: path for folder in _folders(user_folder)[::-1] for name, path in _in_folder(folder).items()}
    listed = []
    for name, path in sorted(paths.items()):
        theme, fault = _read(path)
        where = "yours" if os.path.dirname(path) == user_folder else "shipped"
        listed.append(ThemeChoice(name, theme.title, theme.kind, where, fault))
    return listed


def _folders(user_folder: str) -> tuple[str, str]:
    return user_folder, environment.shipped_path("themes")


def _in_folder(folder: str) -> dict[str, str]:
    """Paths of theme files by the name of the theme."""
    try:
        files = os.listdir(folder)
    except OSError:
        return {}
    return {file.removesuffix(".yaml"): os.path.join(folder, file) for file in files if _is_theme_file(file)}


def _is_theme_file(file: str) -> bool:
    return file.endswith(".yaml") and not file.startswith(".") and _is_plain(file.removesuffix(".yaml"))


def _is_plain(name: str) -> bool:
    """True when a name is nothing but a name: it leads to no other folder."""
    return name.isprintable() and bool(name) and name[0] != "." and not {"/", "\\", os.sep} & set(name)


def _found(name: str, user_folder: str) -> str | None:
    if not _is_plain(name):
        return None
    paths = (os.path.join(folder, f"{name}.yaml") for folder in _folders(user_folder))
    return next((path for path in paths if os.path.lexists(path)), None)


def _unknown(name: str, user_folder: str) -> str:
    from tui.core.text.nearest import did_you_mean

    known = sorted({each for folder in _folders(user_folder) for each in _in_folder(folder)})
    hint = did_you_mean(name, known) or worded("there are {known}", known=", ".join(known))
    return worded('no theme is called "{name}" ({hint})', name=display_name(name), hint=hint)


def _shipped(name: str) -> str:
    return os.path.join(environment.shipped_path("themes"), f"{name}.yaml")


def _read(path: str) -> tuple[Theme, str | None]:
    """The theme in a file, and what is wrong with it: `calm.yaml:7: alarm: …`; it is of no use then."""
    name = os.path.basename(path).removesuffix(".yaml")
    try:
        return _made(name, path)
    except Unreadable as error:
        return BARE._replace(name=name, title=name), str(error)
    except SettingsError as error:
        return BARE._replace(name=name, title=name), f"{display_name(path)}:{error.line or 1}: {error!s}"


def _made(name: str, path: str) -> tuple[Theme, str | None]:
    settings = read(path)
    roles = settings.pop("roles", None) or SettingsSection({}, 1)
    if isinstance(roles, Setting):
        raise SettingsError(worded('roles takes a style for each role (text: "#d5d2c8")'), roles.line)
    _refuse_strangers(settings, FIELDS)
    _refuse_strangers(roles.settings, ROLES)
    fields = {key: found for key, found in settings.items() if isinstance(found, Setting)}
    theme, faults = make(name, _texts(fields), _texts(roles.settings))
    if not faults:
        return theme, None
    key, reason = faults[0]
    at = roles.settings.get(key) or fields.get(key) or roles
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return theme, f"{display_name(path)}:{at.line}: {key}: {reason}{more}"


def _texts(settings: Mapping[str, Setting]) -> dict[str, str]:
    return {key: found.text for key, found in settings.items()}


def _refuse_strangers(settings: Mapping[str, Setting | SettingsSection], known: tuple[str, ...]) -> None:
    for key, value in settings.items():
        if key not in known:
            from tui.core.text.nearest import did_you_mean

            hint = did_you_mean(key, known) or worded("known are {known}", known=", ".join(known))
            raise SettingsError(worded('"{key}" means nothing here ({hint})', key=key, hint=hint), value.line)
        if isinstance(value, SettingsSection):
            raise SettingsError(worded("{key} takes a text, not a section", key=key), value.line)
