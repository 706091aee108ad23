"""The reasons that the system gives for what it refuses, in words that a reader may have in another language."""

from __future__ import annotations

from tui.core.text.messages import translatable, worded

IT_FAILS = worded("it fails")
THE_DISK = worded("the disk refuses")

_KNOWN = (
    translatable("disk quota exceeded"),
    translatable("exec format error"),
    translatable("file name too long"),
    translatable("file too large"),
    translatable("input/output error"),
    translatable("is a directory"),
    translatable("no such device or address"),
    translatable("no such file or directory"),
    translatable("no space left on device"),
    translatable("not a directory"),
    translatable("operation not permitted"),
    translatable("permission denied"),
    translatable("read-only file system"),
    translatable("too many levels of symbolic links"),
    translatable("too many open files"),
)
"""The words of systems, in small letters; the rest stays as the system says it."""


def reason_of(error: Exception, otherwise: str = IT_FAILS) -> str:
    """The reason of an error of the system, in small letters; a sentence of ours where it says none."""
    said = getattr(error, "strerror", None)
    return worded(said.lower()) if said else otherwise
