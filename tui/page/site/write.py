"""The files of a site, put into a folder: each whole, none of them over what jalon did not write."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

from tui.core.text.messages import worded
from tui.page.content.addresses import INDEX
from tui.page.record.published import NAME
from tui.store.system.atomic_write import NotSaved, replace
from tui.store.system.read_bytes import display_name

SIGN = b'<meta name="generator" content="jalon'
"""The words by which a page of jalon's is known."""


PICTURE = "picture.png"
_PAGE = re.compile(r"index(?:\.[a-z]{2,3})?\.html")


class NotOurs(Exception):
    """A folder with a page that jalon did not make."""


def record_in(folder: str) -> bytes | None:
    """The record of what was published in a folder; None for the first time. NotOurs where another's page stands."""
    page = _read(os.path.join(folder, INDEX))
    if page is not None and SIGN not in page[:4000]:
        raise NotOurs(worded("{file} is no page of jalon's", file=display_name(os.path.join(folder, INDEX))))
    return _read(os.path.join(folder, NAME))


def write_site(folder: str, files: Mapping[str, bytes]) -> None:
    """Write what differs from what stands there, and take away the pages that are no more; NotSaved when it fails.

    A page of a language that is not published any more would go on telling what may be withdrawn or private by now.
    """
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise NotSaved(folder, error.strerror or type(error).__name__) from None
    for name in set(_ours(folder)) - set(files):
        try:
            os.unlink(os.path.join(folder, name))
        except OSError as error:
            raise NotSaved(os.path.join(folder, name), error.strerror or type(error).__name__) from None
    for name, data in files.items():
        path = os.path.join(folder, name)
        before = _read(path)
        if before != data:
            replace(path, before, data)


def _ours(folder: str) -> Iterator[str]:
    """The pages in a folder that jalon has made, and the picture beside them."""
    for name in os.listdir(folder):
        if _PAGE.fullmatch(name):
            data = _read(os.path.join(folder, name))
            if data is not None and SIGN in data[:4000]:
                yield name
        elif name == PICTURE and os.path.exists(os.path.join(folder, NAME)):
            yield name


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise NotSaved(path, error.strerror or type(error).__name__) from None
