"""A dossier written as one zip, whole or not at all, and never over a file that is there."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress

from tui.core.dates.calendar import year_month_day
from tui.core.text.messages import worded
from tui.store.seal.contents import Part
from tui.store.seal.zip_form import TooLargeError, pieces, written
from tui.store.system.atomic_write import PREFIX, NotSaved, flush_folder
from tui.store.system.os_errors import THE_DISK, reason_of


def seal(path: str, parts: Iterable[Part], day: int) -> str:
    """Write a dossier, and give the hash of its bytes; NotSaved where that cannot be. `day` is that of the sealing."""
    folder = os.path.dirname(os.path.abspath(path))
    if os.path.lexists(path):
        raise NotSaved(path, worded("there is a file of that name already"))
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=PREFIX, dir=folder)
        with open(descriptor, "w+b") as file:
            written(file, ((one.name, one.data) for one in parts), year_month_day(day))
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            whole = hashlib.sha256()
            for piece in pieces(file):
                whole.update(piece)
            mask = os.umask(0)
            os.umask(mask)
            os.fchmod(file.fileno(), 0o666 & ~mask)
        _named(temporary, path)
    except TooLargeError:
        raise NotSaved(path, worded("a zip holds no more than 4 GB")) from None
    except OSError as error:
        raise NotSaved(path, reason_of(error, THE_DISK)) from None
    finally:
        with suppress(FileNotFoundError, OSError):
            if temporary:
                os.unlink(temporary)
    flush_folder(folder)
    return whole.hexdigest()


def _named(temporary: str, path: str) -> None:
    """Give a file its name; where a disk knows no hard links by a rename."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise
        os.rename(temporary, path)
