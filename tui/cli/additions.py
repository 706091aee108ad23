"""What the commands that add to a file have in common: which file, the guard, and that nothing typed is lost."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.options import STANDARD_INPUT, Refusal, quoted

if TYPE_CHECKING:
    from tui.core.model import Event, Source
    from tui.store.adding import Opened


def to_write(path: str, is_named: bool) -> Opened:
    """Read the file that is to be written; in place of the shipped timeline a copy here, if that is wanted."""
    from tui.cli.copying import own
    from tui.store import adding, files

    if path == STANDARD_INPUT:
        raise Refusal("standard input can be read, not added to", "name a file")
    path = own(path, is_named, "add to")
    try:
        return adding.opened(path)
    except files.Unreadable as unreadable:
        hint = None if os.path.lexists(path) else f"jalon init {quoted(path)} starts one"
        raise Refusal(str(unreadable), hint) from unreadable


def put(file: Opened, event: Event | None, sources: Sequence[Source]) -> Opened:
    """Add to the file and save it; refused, with what was to be added on standard error, when that cannot be."""
    from tui.store import adding, saving
    from tui.store.files import shown

    try:
        after = adding.added(file, event, sources)
        adding.save(file, after)
    except adding.NoPlace as none:
        _keep(file, event, sources)
        raise Refusal(f"{shown(file.path)}: {none}", none.hint) from none
    except saving.NotSaved as failed:
        _keep(file, event, sources)
        hint = "the same once more adds to it as it is now" if isinstance(failed, saving.Changed) else None
        raise Refusal(str(failed), hint) from failed
    return after


def tell(after: Opened, added: Sequence[Event | Source]) -> None:
    """Say where each thing stands now, as a compiler says it of a fault, so that an editor can go there."""
    from tui.core.text import clean_line
    from tui.store.files import shown

    timeline = after.reading.timeline
    lines = {**{one.id: one.line for one in timeline.events}, **{one.id: one.line for one in timeline.sources.values()}}
    for one in added:
        sys.stdout.write(f"{shown(after.path)}:{lines[one.id]}: added {clean_line(one.id)}\n")


def _keep(file: Opened, event: Event | None, sources: Sequence[Source]) -> None:
    """Write what was to be added where the person can take it from."""
    from tui.core.text import clean
    from tui.store.writing import Manner, event_lines, source_lines

    lines = [line for source in sources for line in source_lines(source, Manner(2))]
    if event is not None:
        lines += event_lines(event, file.reading.timeline.language, Manner())
    sys.stderr.write("".join(f"{clean(line)}\n" for line in ["this was not added:", *lines]))
