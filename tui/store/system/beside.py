"""Files beside a timeline's: in its folder or in one within it, and nowhere else, whatever a name or a link says."""

from __future__ import annotations

import os
import stat

from tui.core.text.messages import worded


class NotBeside(Exception):
    """A file that is not beside the timeline's, or is none; the text says so in one clause."""


def path_beside(timeline: str, name: str) -> str:
    """The real path of a regular file that is named from the folder of a timeline's; NotBeside for anything else."""
    folder = os.path.dirname(os.path.realpath(timeline))
    try:
        path = os.path.realpath(os.path.join(folder, name))
        if not path.startswith(os.path.join(folder, "")):
            raise NotBeside(worded("it lies outside of the folder of this file"))
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        raise NotBeside(worded("there is no such file")) from None
    except (OSError, ValueError):
        raise NotBeside(worded("it cannot be read")) from None
    if not stat.S_ISREG(mode):
        raise NotBeside(worded("it is no file"))
    if not os.access(path, os.R_OK):
        raise NotBeside(worded("it may not be read (permission denied)"))
    return path
