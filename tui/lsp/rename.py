"""Another name for an actor, a source, a passage, an event or a view: every mention changes, and not one other byte.

The outcome is read again: all keys and values must be what they were, but for the name, and nothing may be wrong that
was not. The notebook of the reader follows an event to its new id once the file is saved under it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tui.core.problems.edits import with_cures
from tui.core.problems.problem import HINT, Cure, Edit
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.lsp.known import Known
from tui.lsp.mentions import PASSAGE, Mention
from tui.lsp.written import Written
from tui.store.system import environment

_NAME = re.compile(r"\w(?:[\w.-]*\w)?")


class NotRenamed(Exception):
    """A name that cannot be another one, and why."""


def renamed(known: Known, mention: Mention, new: str) -> tuple[Edit, ...]:
    """The changes that give what is mentioned another name; NotRenamed when that cannot be."""
    new = new.strip()
    if mention.kind == PASSAGE:
        new = new.removeprefix(f"{mention.id.partition('#')[0]}#")
    shown = clean_line(new)
    if not _NAME.fullmatch(new):
        raise NotRenamed(_('"{name}" is no name: letters, digits and hyphens', name=shown))
    whole = _whole(mention, new)
    if whole == mention.id:
        return ()
    taken = {one.id for one in known.mentions if one.kind == mention.kind}
    if whole in taken:
        raise NotRenamed(_('the id "{id}" is taken', id=shown))
    alike = known.mentions_of(mention)
    if not any(one.is_definition for one in alike):
        raise NotRenamed(_('nothing in the file defines "{id}"', id=clean_line(mention.id)))
    if not all(one.is_plain for one in alike):
        raise NotRenamed(_('"{id}" is somewhere written in another way', id=clean_line(mention.id)))
    edits = tuple(Edit(one.place, new) for one in alike)
    if not _is_sound(known, mention, new, edits):
        raise NotRenamed(_("the file would not say the same: mend its errors first"))
    return edits


def _whole(mention: Mention, new: str) -> str:
    return f"{mention.id.partition('#')[0]}#{new}" if mention.kind == PASSAGE else new


def _is_sound(known: Known, mention: Mention, new: str, edits: tuple[Edit, ...]) -> bool:
    """True when the file with the changes says the same under the new name."""
    after = known.with_text(with_cures(known.reading.text, [Cure(edits)]))
    old = mention.id.rpartition("#")[2] if mention.kind == PASSAGE else mention.id
    lines = {line for edit in edits for line in range(edit.place.line, edit.place.end_line + 1)}
    if len(known.written) != len(after.written) or _faults(known) != _faults(after):
        return False


    def is_like(was: Written, now: Written) -> bool:
        if (was.is_key, len(was.path)) != (now.is_key, len(now.path)):
            return False
        return was.text == now.text or (
            now.place.line in lines and was.text.replace(old, new) == now.text.replace(old, new)
        )

    return all(is_like(was, now) for was, now in zip(known.written, after.written, strict=True))


def _faults(known: Known) -> Counter[str]:
    return Counter(one.code for one in known.problems if one.severity != HINT)


def follow(known: Known, names: Iterable[tuple[str, str]]) -> None:
    """Have what is kept of events be under their new ids, as far as the file has these; raises NotSaved.

    An id that came back, because the change was undone, keeps its own.
    """
    ids = {event.id for event in known.timeline.events}
    moved = [(old, new) for old, new in names if new in ids and old not in ids]
    if not moved or known.name == "-" or not environment.has_notebook():
        return
    from tui.store.personal.notebook import NotebookStore
    from tui.store.personal.story import Story

    store = NotebookStore(Story.of(known.timeline, known.name))
    for old, new in moved:
        store.move(old, new)
