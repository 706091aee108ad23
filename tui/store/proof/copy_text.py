"""The text of a copy, the kinds of copies that are read, and how much of one."""

from __future__ import annotations

from typing import NamedTuple

KINDS = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf", ".txt": "text", ".md": "markdown",
    ".warc": "warc", ".warc.gz": "warc", ".wacz": "wacz",
}  # fmt: skip
"""The kind of a copy by the end of its name."""
LIBRARIES = {
    "html": ("selectolax",),
    "pdf": ("pypdf",),
    "warc": ("selectolax", "pypdf", "warcio"),
    "wacz": ("selectolax", "pypdf", "warcio"),
}
"""The libraries of the extra `proof` that a kind needs."""
MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a copy; web archives' files may have more, of which the one answer counts."""
MOST_CHARACTERS = 20_000_000
"""Characters of text that are compared; a thick book has two millions."""


class CopyText(NamedTuple):
    """The text of a copy."""

    pages: tuple[str, ...] = ()
    """One for a copy that has no pages."""
    is_paged: bool = False
    sha256: str = ""
    """The hash of the bytes of the file; empty for a file that cannot be opened."""
    why: str = ""
    """The reason why there is no text, a key of WHY in `store/proof/reading.py`; else empty."""
    detail: str = ""
    """The number or the address that the reason names."""


class NoTextError(Exception):
    """A copy without a text that can be compared; it says why by a key, and what that names."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why, detail)
        self.why, self.detail = why, detail


def kind_of(name: str) -> str | None:
    """The kind of a copy, by its name; None for a file that is read as none."""
    small = name.lower()
    return next((kind for end, kind in KINDS.items() if small.endswith(end)), None)
