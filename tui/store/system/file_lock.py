"""Locks between processes: one jalon at a time changes a file, and the others wait a moment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tui.core.text.messages import worded
from tui.store.system import environment
from tui.store.system.atomic_write import NotSaved, temporary_prefix
from tui.store.system.os_errors import reason_of
from tui.store.system.read_bytes import display_name

PATIENCE = 5.0
"""Seconds to wait for another jalon that is writing."""


@contextmanager
def locked(path: str) -> Iterator[None]:
    """Hold the one lock that every jalon takes before it reads and changes a person's file.

    The lock belongs to the file that the path leads to. It lies in jalon's state folder, so that nothing appears beside
    the file. What a killed writer left beside the file is taken away. Raises NotSaved.
    """
    import hashlib

    real = os.path.realpath(path)
    name = hashlib.sha256(os.fsencode(real)).hexdigest()[:32]
    with held(os.path.join(environment.state_folder(), "locks", f"{name}.lock"), path, PATIENCE):
        sweep(os.path.dirname(real), temporary_prefix(real))
        yield


@contextmanager
def held(lock: str, path: str, patience: float) -> Iterator[None]:
    """Hold a lock file while a file is written; wait so many seconds for it. Raises NotSaved with the cure."""
    from filelock import FileLock, Timeout

    try:
        os.makedirs(os.path.dirname(lock), mode=0o700, exist_ok=True)
        lock_file = FileLock(lock, mode=0o600)
        lock_file.acquire(timeout=patience, poll_interval=0.005)
    except Timeout:
        raise NotSaved(path, worded("another program holds it")) from None
    except (OSError, NotImplementedError) as error:  # the latter where a file system knows no locks
        reason = reason_of(error)
        raise NotSaved(
            path,
            worded(
                "{file} cannot be locked ({reason}); XDG_STATE_HOME can name a folder on another disk",
                file=display_name(lock),
                reason=reason,
            ),
        ) from None
    try:
        yield
    finally:
        lock_file.release()


def sweep(folder: str, prefix: str) -> None:
    """Take away the temporary files that begin so: whoever holds the lock knows that their writers are dead."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(prefix):
                os.unlink(os.path.join(folder, name))
