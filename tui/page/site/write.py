"""The files of a site, put into a folder: each whole, none of them over what jalon did not write."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui.core.text.messages import worded
from tui.page.content.addresses import INDEX
from tui.page.record.published import NAME
from tui.store.system.atomic_write import NotSaved, replace
from tui.store.system.read_bytes import display_name

SIGN = b'<meta name="generator" content="jalon'
"""The words by which a page of jalon's is known."""


class NotOurs(Exception):
    """A folder with a page that jalon did not make."""


def record_in(folder: str) -> bytes | None:
    """The record of what was published in a folder; None for the first time. NotOurs where another's page stands."""
    page = _read(os.path.join(folder, INDEX))
    if page is not None and SIGN not in page[:4000]:
        raise NotOurs(worded("{file} is no page of jalon's", file=display_name(os.path.join(folder, INDEX))))
    return _read(os.path.join(folder, NAME))


def write_site(folder: str, files: Mapping[str, bytes]) -> int:
    """Write what differs from what stands there; the number of files that did. NotSaved when the disk refuses."""
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise NotSaved(folder, error.strerror or type(error).__name__) from None
    written = 0
    for name, data in files.items():
        path = os.path.join(folder, name)
        before = _read(path)
        if before != data:
            replace(path, before, data)
            written += 1
    return written


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NotSaved(path, error.strerror or type(error).__name__) from None
