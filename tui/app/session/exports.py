"""Export of what is shown: a format, the same account of what is lost as by command, then the file.

What takes part in that is imported when one exports: the first screen should not wait for it.
"""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from tui.core.text.clean import clean_line
from tui.core.text.messages import _, clauses, reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.app.session.file import FollowedFile
    from tui.core.entry.picker_choices import Choice
    from tui.core.export.carried import Format
    from tui.core.export.extract import Extract
    from tui.core.export.losses import Account
    from tui.core.query.predicates import ReaderMarks
    from tui.core.query.tree import Query
    from tui.core.timeline.model import Timeline
    from tui.drawing.spans.spans import Line


class Exports:
    """Exports of the events that are asked for."""

    def __init__(self, file: FollowedFile) -> None:
        self.file = file

    async def ask(self) -> None:
        """Ask for a format and a file, show what the format cannot carry, and write it if that is wanted."""
        from tui.app.dialogs.chord import Chord
        from tui.app.dialogs.picker import Picker
        from tui.app.dialogs.reading import ScrolledTextScreen
        from tui.app.dialogs.saved_views import TextPrompt
        from tui.core.export.carried import FORMATS
        from tui.store.export.missing import EXTRA, LibraryMissing
        from tui.store.export.place import NotPlaced

        app, screen = self.file.app, self.file.timeline_screen
        if screen is None:
            return
        asked, own = screen.session.asked, screen.session.shown.own
        picked = await app.answer_to(Picker(_("export in which format"), _choices()))
        form = FORMATS[picked.values[0]] if picked and picked.values else None
        if form is None:
            return
        name = await app.answer_to(TextPrompt(_("to which file, such as {file}", file="story" + form.ending)))
        if not name:
            return
        whole, told = await asyncio.to_thread(
            _prepared, self.file.session.saved.timeline, asked, own, form, app.reader.language, app.reader.today
        )
        await app.answer_to(ScrolledTextScreen(lambda width: list(_report(told, width))))
        path = os.path.expanduser(name)
        question = clauses(_("{format} to {file}", format=form.name, file=clean_line(path)), _("write it?"))
        if await app.answer_to(Chord(question, {"y": _("yes")})) is None:
            self.file.tell(_("nothing was written"))
            return
        try:
            await asyncio.to_thread(_write, whole, form, path, self.file.session.path or "")
        except LibraryMissing as missing:
            self.file.tell(clauses(reason_of(missing), EXTRA))
        except NotPlaced as refused:
            self.file.tell(reason_of(refused))
        else:
            self.file.tell(_("written: {file}", file=clean_line(path)))


def _choices() -> list[Choice]:
    from tui.core.entry.picker_choices import choice
    from tui.core.export.carried import FORMATS

    return [choice(one.name, one.name, (one.name, _(one.says)), note=_(one.says)) for one in FORMATS.values()]


def _prepared(
    timeline: Timeline, asked: Query, own: ReaderMarks, form: Format, language: str, today: int
) -> tuple[Extract, Account]:
    """The public part of what is asked for, and the account of it in a format."""
    from tui.core.evidence.privacy import public, withheld
    from tui.core.export.extract import extract
    from tui.core.export.losses import account
    from tui.core.index.engines import engine_of
    from tui.core.index.protocol import walk

    whole = extract(engine_of(public(timeline), today).select(asked, own), language)
    found = [one.event for one in walk(engine_of(timeline, today).select(asked, own))]
    return whole, account(whole, form, withheld(timeline, found))


def _report(told: Account, width: int) -> Iterator[Line]:
    """The account in rows, what is kept back as private among them."""
    from tui.core.export.losses import whole_report
    from tui.core.text.cells import wrap
    from tui.drawing.spans.spans import Span

    if told.withheld:
        yield (Span(_("withheld as private: {what}", what=told.withheld), "alarm"),)
    for place, line in enumerate(whole_report(told)):
        yield from ((Span(part, "strong" if place == 0 else "text"),) for part in wrap(line, max(width, 10)))


def _write(whole: Extract, form: Format, path: str, timeline: str) -> None:
    from tui.core.export.formats.obsidian import mark_line
    from tui.store.export.place import put, put_notes
    from tui.store.export.render import notes, rendered

    if form.ending:
        put(path, rendered(form.name, whole), timeline)
    else:
        put_notes(path, notes(whole), mark_line(whole))
