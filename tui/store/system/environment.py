"""The places of files and the settings of the reader's machine: the sole reader of the environment and its folders.

Paths are plain text: pathlib alone costs a tenth of the time that a print may take.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Collection
from typing import IO

from tui.core.dates import calendar
from tui.core.text.clean import clean_line
from tui.core.text.messages import LANGUAGES, worded

APP = "jalon"

HERE = "events.yaml"
"""The name of a timeline in the folder where one is."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class DayError(ValueError):
    """A text given as today that is not a day; the message says so in one clause."""


# ---- Files and folders


def shipped_path(name: str) -> str:
    """The path of something that comes with jalon: `events.yaml`, `themes`.

    An installed jalon has it inside the package; a checkout, or an editable install, one level up.
    """
    within = os.path.join(_PACKAGE, name)
    return within if os.path.exists(within) else os.path.join(os.path.dirname(_PACKAGE), name)


def is_shipped(path: str) -> bool:
    """True when a file is the timeline that comes with jalon, which is not the reader's to change.

    In a checkout one may change it, as `events.yaml` where one is; elsewhere it is what is read for want of another.
    """
    if path == shipped_path(HERE):
        return True
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(_PACKAGE), ""))


def default_timeline() -> str:
    """The timeline to open when none is named: `events.yaml` here if there is one, else the shipped one."""
    return HERE if os.path.isfile(HERE) else shipped_path(HERE)


def config_folder() -> str:
    """The folder of the reader's keymap and themes."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_dir")


def data_folder() -> str:
    """The folder of the reader's stars and notes."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_dir")


def state_folder() -> str:
    """The folder of logs, and of what may be lost without regret."""
    return _folder("XDG_STATE_HOME", ".local/state", "user_state_dir")


def user_themes_folder() -> str:
    """The folder of the reader's own themes, which come before the shipped ones."""
    return os.path.join(config_folder(), "themes")


def keymap_file() -> str:
    """The file that gives commands other keys."""
    return os.path.join(config_folder(), "keymap.yaml")


def notebook_file() -> str:
    """The reader's notebook."""
    return os.path.join(data_folder(), "notebook.json")


def has_notebook() -> bool:
    """True when there is a notebook, or its copy."""
    return os.path.lexists(notebook_file()) or os.path.lexists(notebook_copy())


def notebook_copy() -> str:
    """The last good copy of the notebook."""
    return os.path.join(data_folder(), "notebook.last.json")


def beside_notebook() -> list[str]:
    """The files that were set aside of a notebook that was damaged or gone; neither it nor its copy is among them."""
    folder = data_folder()
    kept = ("notebook.damaged-", "notebook.good-", "notebook.declined-", "notebook.version-")
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names if name.startswith(kept)]


def notebook_lock() -> str:
    """The file that is locked while the notebook is written."""
    return os.path.join(state_folder(), "notebook.lock")


def demo_file() -> str:
    """The copy of the timeline that comes with jalon on which all can be tried."""
    return os.path.join(state_folder(), "demo", HERE)


def bug_log() -> str:
    """The file that says how jalon failed the last time."""
    return os.path.join(state_folder(), "bug.log")


def _folder(variable: str, below_home: str, platformdirs_name: str) -> str:
    """The folder that the XDG specification names, which ignores paths that are not absolute."""
    named = os.environ.get(variable, "")
    if os.path.isabs(named):
        return os.path.join(named, APP)
    if sys.platform.startswith(("linux", "freebsd", "openbsd")):
        return os.path.join(os.path.expanduser("~"), *below_home.split("/"), APP)
    import platformdirs  # costs 30 ms, and only the other systems need to be asked

    return str(getattr(platformdirs, platformdirs_name)(APP, appauthor=False))


# ---- The terminal


def colour_wanted(option: str, is_terminal: bool) -> bool:
    """True when to colour: `--color`, else NO_COLOR, FORCE_COLOR or CLICOLOR_FORCE, else a capable terminal.

    An empty variable is one that is not set (no-color.org); `0` forces nothing.
    """
    if option in ("always", "never"):
        return option == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return is_terminal and not is_dumb_terminal()


def is_dumb_terminal() -> bool:
    """True when the terminal, by its name, cannot place a cursor; one without a name is taken to be so."""
    if sys.platform == "win32":  # consoles there have no TERM
        return os.environ.get("TERM") == "dumb"
    return os.environ.get("TERM", "") in ("", "dumb", "unknown")


def encoding_can_draw(stream: IO[str]) -> bool:
    """True when the stream's encoding has the characters that jalon draws with; if not, draw in ASCII."""
    try:
        "●◐○◆⊘╭╰╴│┊┄━▌▔▁█≤″…–".encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


# ---- The reader


def language(option: str | None = None, known: Collection[str] = LANGUAGES) -> str:
    """The reader's language, of those known: the option's, else JALON_LANG's, else the locale's, else English.

    A JALON_LANG that is not known counts for nothing; a locale that is not is that of a reader who gets English.
    """
    if option:
        return option
    if (own := _primary(os.environ.get("JALON_LANG", ""))) in known:
        return own
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            spoken = _primary(value)
            return spoken if spoken in known else "en"
    return "en"


def _primary(locale: str) -> str:
    """The language of a locale (`fr_BE.UTF-8`) or of a tag (`fr-BE`)."""
    return re.split("[-_.@]", locale.strip().casefold(), maxsplit=1)[0]


def today(option: str | None = None) -> int:
    """The day number of today: the option's, else JALON_TODAY's, else the clock's. Raises DayError."""
    if option is not None:
        return _day("--today", option)
    if given := os.environ.get("JALON_TODAY"):
        return _day("JALON_TODAY", given)
    return today_by_clock()


def today_by_clock() -> int:
    """The day number of today, whatever else is to be taken for it."""
    now = time.localtime()
    return calendar.day_number(now.tm_year, now.tm_mon, now.tm_mday)


def now() -> str:
    """The time by the clock, to the second, as ISO 8601 has it, with the offset of the place."""
    text = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    return f"{text[:-2]}:{text[-2:]}"


def moment(day: int) -> str:
    """The moment by the clock in UTC, as feeds have it; of another day than the clock's its beginning."""
    if day != today_by_clock():
        return f"{calendar.iso(day)}T00:00:00Z"
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def process() -> int:
    """The number of this process."""
    return os.getpid()


def is_alive(process: int) -> bool:
    """True when a process of that number is running on this machine."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return process > 0


def _day(where: str, text: str) -> int:
    day = calendar.parse_day(text.strip())
    if day is None:
        raise DayError(
            worded('{name} takes a day such as 2026-11-22, and "{day}" is none', name=where, day=clean_line(text))
        )
    return day


def editors_named() -> list[tuple[str, str]]:
    """The variables that name the reader's editor, with their values, the first to be asked first."""
    return [(name, value) for name in ("VISUAL", "EDITOR") if (value := os.environ.get(name, "").strip())]


# ---- Other programs


def git_environment() -> dict[str, str]:
    """The environment for a git that only reads: in English, without questions, locks, or fetching what it lacks."""
    of_another = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")  # as hooks have them
    kept = {name: value for name, value in os.environ.items() if name not in of_another}
    still = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
    return {**kept, **still}


# ---- The desktop


def browsers() -> list[str]:
    """The commands that BROWSER names, the first to be tried first."""
    return [command for command in os.environ.get("BROWSER", "").split(os.pathsep) if command.strip()]


def has_desktop() -> bool:
    """True when there is a desktop on which a browser could show a window."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
    return any(os.environ.get(name) for name in names) or sys.platform == "win32"
