"""A text that a command is given: as an argument, on standard input, or in the reader's editor."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tui.cli.base.request import STANDARD_INPUT, Refusal, quoted
from tui.core.text.messages import _, reason_of


@contextmanager
def text_of(text: str | None, path: str | None, before: str = "") -> Iterator[str]:
    """The text of a note: the argument, standard input, or what the editor leaves; refused when it says nothing."""
    if text is None:
        with _edited(before) as edited:
            yield _said(edited)
    elif text != STANDARD_INPUT:
        yield _said(text)
    elif path == STANDARD_INPUT:
        raise Refusal(_("standard input can be read once: as the timeline, or as the note"))
    else:
        yield _said(_standard_input())


def _said(text: str) -> str:
    if not text.strip():
        raise Refusal(_("a note says something, and this one does not"))
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


@contextmanager
def _edited(before: str) -> Iterator[str]:
    """The text as the reader's editor leaves it; it is not thrown away before it is kept as a note."""
    from shutil import rmtree
    from tempfile import mkdtemp

    from tui.store.system.editor import NoEditor, open_at

    folder = mkdtemp(prefix="jalon-note-")
    path = os.path.join(folder, "note.md")
    with open(path, "w", encoding="utf-8", errors="replace") as file:
        file.write(before)
    try:
        code = open_at(path, waits=True)
    except NoEditor as reason:
        rmtree(folder, ignore_errors=True)
        raise Refusal(reason_of(reason), _("give the text as TEXT, or - to read it from standard input")) from reason
    try:
        text = _from_editor(path)
        if code:
            raise Refusal(_("the editor ended with {code}, so nothing is kept", code=code))
        if text.rstrip() == before.rstrip():
            rmtree(folder, ignore_errors=True)
            raise Refusal(_("nothing was written"))
        yield text
    except Refusal as refusal:
        if not os.path.exists(path):
            raise
        raise Refusal(refusal.message, _("what was written is in {file}", file=quoted(path))) from refusal
    rmtree(folder, ignore_errors=True)


def _from_editor(path: str) -> str:
    from tui.store.system import read_bytes

    try:
        return read_bytes.fetch(path).decode("utf-8-sig")
    except (read_bytes.Unreadable, UnicodeDecodeError):
        raise Refusal(_("what the editor left cannot be read")) from None


def _standard_input() -> str:
    from tui.store.system import read_bytes

    if sys.stdin is None:
        raise Refusal(_("standard input is closed"))
    try:
        return read_bytes.fetch(STANDARD_INPUT).decode("utf-8-sig")
    except read_bytes.Unreadable as unreadable:
        raise Refusal(reason_of(unreadable)) from unreadable
    except UnicodeDecodeError:
        raise Refusal(_("standard input is not UTF-8")) from None
