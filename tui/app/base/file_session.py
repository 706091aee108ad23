"""The file behind the screens: as it was saved last, as it is shown, and what is wrong with it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.app.base import reload_policy
from tui.app.base.reload_policy import State
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, clauses, numbered

if TYPE_CHECKING:
    from tui.core.timeline.model import Event
    from tui.store.read.timeline import Reading


class FileSession:
    """A file that a person edits while it is shown."""

    def __init__(self, reading: Reading, path: str | None = None) -> None:
        """`path` is where the file is; None when it is read from something else than a file."""
        self.saved = reading
        """The file as it was saved last."""
        self.path = path
        self.state = _state(reading)
        """The file as it is shown: not the same when the last save has errors."""
        self.lost = ""
        """The reason why the file cannot be read any more; empty while it can."""
        self.kept: tuple[str, ...] = ()
        """Of a folder the files that have errors, and are shown as they were before."""
        self.keeps_older = False
        """True while the screen shows an older state than the last save."""

    def take(self, reading: Reading, *, is_wanted: bool, name: str, kept: tuple[str, ...] = ()) -> str | None:
        """Decide on a save: what there is to say when it is to be shown, often nothing; None when it is not.

        One that `is_wanted` is shown whatever is wrong with it; one of a folder too, where `kept` are the files that
        have errors and are shown as they were before.
        """
        self.saved, self.lost, self.kept = reading, "", kept
        before, state = self.state, _state(reading)
        self.keeps_older = not (is_wanted or kept or reload_policy.is_shown(before, state))
        if self.keeps_older:
            return None
        self.state = state
        loss = reload_policy.fewer(before.events, state.events)
        again = numbered("read again, {number} event", "read again, {number} events", state.events)
        told = loss or (again if is_wanted else "")
        return f"{name}: {told}" if told else ""

    def trouble(self, name: str, *, again: str, all_of_them: str) -> str:
        """One sentence on what is wrong with the file, with the keys that help; empty when nothing is."""
        if self.lost:
            return _("{reason}; what is shown was read before", reason=clean_line(self.lost))
        kept = self.state if self.keeps_older else None
        at = None if self.saved.files is None else self.saved.at
        told = reload_policy.banner(name, _state(self.saved), kept, again=again, all_of_them=all_of_them, at=at)
        if not self.kept:
            return told
        files = ", ".join(clean_line(os.path.basename(one)) for one in self.kept)
        return clauses(told, _("{files} as it was before is shown", files=files))

    def line_of(self, event: Event) -> int:
        """The line of an event in the file as it was saved last, which may be ahead of what is shown."""
        return next((one.line for one in self.saved.timeline.events if one.id == event.id), event.line)

    def move_to(self, path: str) -> None:
        """The same file stands elsewhere from now on."""
        self.path = path
        self.saved = self.saved._replace(name=path)


def _state(reading: Reading) -> State:
    return State(len(reading.timeline.events), reading.problems)
