"""Files beside a timeline's: in its folder or in one within it, and nowhere else, whatever a name or a link says."""

from __future__ import annotations

import os
import stat

from tui.core.text.messages import worded


class NotBeside(Exception):
    """A file that is not beside the timeline's, or is none; the text says so in one clause."""


class NotThere(NotBeside):
    """A file that does not exist, and would be beside the timeline's."""


def path_beside(timeline: str, name: str) -> str:
    """The real path of a file that is named from the folder of a timeline's; NotBeside for what is none in there."""
    return path_within(folder_of(timeline), name)


def folder_of(timeline: str) -> str:
    """The folder of a timeline's file, of the one that the path leads to; of a timeline that is a folder itself."""
    real = os.path.realpath(timeline)
    return real if os.path.isdir(real) else os.path.dirname(real)


def path_within(folder: str, name: str) -> str:
    """The real path of a regular file in a folder, or in one within it; NotBeside for anything else."""
    folder = os.path.realpath(folder)
    try:
        path = os.path.realpath(os.path.join(folder, name))
        if not path.startswith(os.path.join(folder, "")):
            raise NotBeside(worded("it lies outside of the folder of this file"))
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        raise NotThere(worded("there is no such file")) from None
    except (OSError, ValueError):
        raise NotBeside(worded("it cannot be read")) from None
    if not stat.S_ISREG(mode):
        raise NotBeside(worded("it is no file"))
    if not os.access(path, os.R_OK):
        raise NotBeside(worded("it may not be read (permission denied)"))
    return path
