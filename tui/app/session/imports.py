"""A file of another program taken into the timeline that is shown: the same preview, account and report as by command.

What takes part in that is imported when one imports: the first screen should not wait for it.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.core.text.clean import clean_line
from tui.core.text.messages import _, clauses, reason_of, translated
from tui.store.system import environment

if TYPE_CHECKING:
    from tui.app.session.file import FollowedFile
    from tui.drawing.spans.spans import Line
    from tui.store.exchange.importing import ImportResult, ImportRun


class Imports:
    """Imports into the file that is shown."""

    def __init__(self, file: FollowedFile) -> None:
        self.file = file

    async def ask(self) -> None:
        """Ask for a file, show how it is read and what would become of each row, and write it if that is wanted."""
        from tui.app.dialogs.saved_views import TextPrompt
        from tui.store.exchange.importing import Stopped

        app = self.file.app
        offer = _("this timeline comes with jalon: copy it to ./{file}, and add to that?", file=environment.HERE)
        path = await self.file.own_path(offer, _("there is no file to add to"))
        if path is None:
            return
        name = await app.answer_to(TextPrompt(_("import which file, such as chronology.xlsx")))
        if not name:
            return
        try:
            await self._import(os.path.expanduser(name), path)
        except Stopped as stopped:
            hint = stopped.hint and translated(stopped.hint)
            self.file.tell(clean_line(clauses(reason_of(stopped), *filter(None, [hint]))))

    async def _import(self, name: str, path: str) -> None:
        from tui.app.dialogs.chord import Chord
        from tui.app.dialogs.reading import ScrolledTextScreen
        from tui.store.exchange import importing

        app, today = self.file.app, self.file.app.reader.today
        run = await asyncio.to_thread(importing.read_input, name, None, today)
        settled = await self._settled(run)
        if settled is None:
            return
        result = await asyncio.to_thread(importing.prepared, settled, path, today)
        await app.answer_to(ScrolledTextScreen(lambda width: list(_preview(result, width))))
        if not result.changes:
            self.file.tell(self._said(result))
            return
        if await app.answer_to(Chord(clauses(self._said(result), _("write it")), {"y": _("yes")})) is None:
            self.file.tell(_("nothing was written"))
            return
        result = await asyncio.to_thread(importing.saved, result)
        self.file.show_saved(result.after.reading)
        self.file.tell(self._said(result))

    async def _settled(self, run: ImportRun) -> ImportRun | None:
        """The input with an order for its dates, asked for where they do not tell; None when nobody answers."""
        if run.reading is None or not run.reading.open_orders:
            return run
        from tui.app.dialogs.chord import Chord
        from tui.core.tables.date_column import ORDER_NAMES
        from tui.drawing.lists.import_account import open_order
        from tui.store.exchange.importing import with_order

        said, wanted = open_order(run.reading)
        orders = {str(number): _(ORDER_NAMES[order]) for number, order in enumerate(wanted.orders, 1)}
        key = await self.file.app.answer_to(Chord(said, orders))
        return None if key is None else with_order(run, wanted.orders[int(key) - 1])

    def _said(self, result: ImportResult) -> str:
        from tui.drawing.lists.import_account import count_lines

        return count_lines(result.account, os.path.basename(result.before.path))[0]


def _preview(result: ImportResult, width: int) -> Iterator[Line]:
    """The reading of the input, and the account of its rows; those refused or edited by hand come first."""
    from tui.core.tables.samples import shown_columns
    from tui.core.text.cells import wrap
    from tui.drawing.lists.import_account import column_lines, count_lines, row_lines
    from tui.drawing.spans.spans import Span

    run, account = result.run, result.account
    yield (Span(_("{file} is read as {format}", file=clean_line(run.name), format=run.format), "strong"),)
    about = [clean_line(translated(one)) for one in run.about]
    columns = column_lines(list(shown_columns(run.reading))) if run.reading else ()
    told = [*about, *columns, "", *count_lines(account, os.path.basename(result.before.path)), ""]
    for line in told:
        yield (Span(line if len(line) <= width else f"{line[: width - 1]}…", "text"),)
    for row in sorted(account.rows, key=lambda one: not (one.faults or one.conflicts)):
        role = "alarm" if row.faults or row.conflicts else "dim"
        for line in row_lines(row, run.name):
            yield from ((Span(part, role),) for part in wrap(line, max(width, 10)))
