"""Mending the file that is shown: the cure of a problem, or of all of one code, and the way back.

What takes part in that is imported when one mends: the first screen should not wait for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.core.problems.problem import Cure, Problem
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, numbered
from tui.store.system import environment

if TYPE_CHECKING:
    from tui.app.session.file import FollowedFile
    from tui.store.read.timeline import Reading
    from tui.store.write.mend import Mended


class Step(NamedTuple):
    """A file before it was mended and after."""

    before: bytes
    after: bytes


class Mending:
    """The mending of a file that is shown, each step of which can be undone."""

    def __init__(self, file: FollowedFile) -> None:
        self.file = file
        self._steps: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """True when something was mended and not undone."""
        return bool(self._steps)

    # ---- Forward

    async def mend(self, problem: Problem) -> None:
        """Mend one problem; of several cures a person chooses."""
        cure = problem.cures[0] if len(problem.cures) == 1 else await self._chosen(problem)
        if cure is not None:
            await self._mend(lambda one: cure if one == problem else None)

    async def mend_all(self, code: str) -> None:
        """Mend all problems of a code that have one meaning."""
        await self._mend(lambda one: one.sure_cure if one.code == code else None)

    async def _chosen(self, problem: Problem) -> Cure | None:
        """The cure that a person chooses, each told by what the first line of it would be."""
        from tui.app.dialogs.chord import Chord
        from tui.core.problems.edits import with_cures

        text, row = self.file.session.saved.text, problem.place.line - 1
        lines = [with_cures(text, [cure]).split("\n")[row] for cure in problem.cures]
        words = {str(number): clean_line(line) for number, line in enumerate(lines, 1)}
        key = await self.file.app.answer_to(Chord(_("mend it so"), words))
        return None if key is None else problem.cures[int(key) - 1]

    async def _mend(self, choose: Callable[[Problem], Cure | None]) -> None:
        """Write the file with the cures that are chosen, and show it."""
        offer = _("this timeline comes with jalon: copy it to ./{file}, and mend that?", file=environment.HERE)
        if await self.file.own_path(offer, _("there is no file to mend")) is None:
            return
        reading, told = await asyncio.to_thread(self._mended, choose)
        self._show(reading, told)

    def _mended(self, choose: Callable[[Problem], Cure | None]) -> tuple[Reading | None, str]:
        """The new reading of the file, if there is one, and what there is to say."""
        from tui.store.system.atomic_write import NotSaved
        from tui.store.system.read_bytes import Unreadable
        from tui.store.write import mend

        path = self.file.session.path or ""
        try:
            outcome, left = mend.saved(partial(self._made, path=path, choose=choose), path)
        except (Unreadable, NotSaved) as failed:
            return None, str(failed)
        if not outcome.is_changed:
            if outcome.reading.text != self.file.session.saved.text:
                return outcome.reading, self._has_changed()
            return None, _("not mended: something else would change")
        self._steps.append(Step(outcome.before, outcome.data))
        total = outcome.cured.total()
        return outcome.reading, left or numbered("{number} problem mended", "{number} problems mended", total)

    def _made(self, data: bytes, path: str, choose: Callable[[Problem], Cure | None]) -> Mended:
        """The file mended; as it is, when it is no longer the one that is shown."""
        from tui.store.read.timeline import read
        from tui.store.write.mend import mended

        is_shown = read(data, path).text == self.file.session.saved.text
        return mended(data, path, self.file.app.reader.today, choose if is_shown else lambda _one: None)

    def _has_changed(self) -> str:
        name = self.file.app.reader.name_of_file
        return _("{file} has changed since it was read, and is read again now", file=name)

    # ---- Back

    async def undo(self) -> None:
        """Undo the last step, if nothing else has changed the file since."""
        if self._steps:
            self._show(*await asyncio.to_thread(self._undone))

    def _undone(self) -> tuple[Reading | None, str]:
        from tui.store.read.timeline import read
        from tui.store.system import atomic_write
        from tui.store.system.file_lock import locked

        path, step = self.file.session.path or "", self._steps[-1]
        try:
            with locked(path):
                left = atomic_write.replace(path, step.after, step.before)
        except atomic_write.Changed:
            self._steps.clear()
            name = self.file.app.reader.name_of_file
            return None, _("{file} has changed since it was mended: nothing is undone", file=name)
        except atomic_write.NotSaved as failed:
            return None, str(failed)
        self._steps.pop()
        return read(step.before, path), left or _("undone")

    def _show(self, reading: Reading | None, told: str) -> None:
        if reading is not None:
            self.file.show_saved(reading)
        self.file.tell(told)
