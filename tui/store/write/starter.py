"""The beginning of a file of one's own: an example to write over, or a copy of the shipped timeline.

Each gets an id of its own, which no other file has: the notebook knows it by that, from the first day.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress

from tui.store.system import atomic_write, environment, read_bytes

LANGUAGES = ("en", "fr", "nl")
"""Those that there is an example in."""
LETTERS = "23456789abcdefghjkmnpqrstvwxyz"
"""Those that nobody takes for one another."""
RANDOM_LETTERS = 6
MOST_WORDS = 4
"""Of a title that stand in the id made of it."""

_ID = re.compile(r"^  id: (\S+)$", re.MULTILINE)
_TITLES = re.compile(r"^  title: .*\n  title_\w+: .*(  # .*)$", re.MULTILINE)


def new_id(title: str = "") -> str:
    """An id that no other timeline has: words of the title, and letters by chance."""
    chance = "".join(LETTERS[byte % len(LETTERS)] for byte in os.urandom(RANDOM_LETTERS))
    return "-".join([*(slug(title) or "story").split("-"), chance])


def slug(title: str) -> str:
    """The first words of a title in small letters of ASCII, with hyphens between them; empty where it has none."""
    if not title:
        return ""
    from tui.core.text.fold import fold

    return "-".join(re.findall("[a-z0-9]+", fold(title))[:MOST_WORDS])[:40].strip("-")


def starter(language: str = "en", title: str = "", story_id: str = "") -> str:
    """A whole small timeline that teaches the format; jalon finds nothing wrong with it."""
    path = os.path.join(environment.shipped_path("starters"), f"{language}.yaml")
    text = read_bytes.fetch(path).decode()
    if title:
        from tui.store.yaml.quote import scalar

        lines = f"  title: {scalar(title)}\n  # title_…: "
        text = _TITLES.sub(lambda found: lines + found[1].strip(" #"), text, count=1)
    return _ID.sub(f"  id: {story_id or new_id(title)}", text, count=1)


def write_starter(to: str, text: str = "") -> None:
    """Put the starter where there is no file yet; Changed when there is one, NotSaved when the disk refuses."""
    text = text or starter()
    atomic_write.replace(to, None, text.encode())
    _make_known(to, text)


def shipped_copy() -> str:
    """The timeline that comes with jalon, with an id of its own."""
    text = read_bytes.fetch(shipped()).decode()
    return _ID.sub(lambda found: f"  id: {new_id(found[1])}", text, count=1)


def copy_shipped(to: str, *, with_notes: bool = False) -> None:
    """Copy the timeline that comes with jalon to where there is no file yet; Changed when there is one.

    Beside it goes the schema that it names, unless there is a file of that name. With `with_notes` what the reader has
    noted about it goes over to the copy. Raises NotSaved when the disk refuses, and Unreadable when what came with
    jalon is gone.
    """
    from tui.store.write.modeline import put_beside

    text = shipped_copy()
    atomic_write.replace(to, None, text.encode())
    _make_known(to, text, with_notes=with_notes)
    with suppress(atomic_write.NotSaved):  # the timeline is whole without it
        put_beside(to)


def _make_known(path: str, text: str, *, with_notes: bool = False) -> None:
    """Have the notebook know a new file by its id, so that nothing of another that stood there goes over to it."""
    from tui.store.personal.notebook import NotebookStore
    from tui.store.personal.story import Story

    found = _ID.search(text)
    keeper = NotebookStore(Story(os.path.realpath(path), found[1] if found else ""))
    with suppress(atomic_write.NotSaved):  # its id is its own all the same
        keeper.begin()
        if with_notes:
            from tui.store.read.timeline import read

            original = read(read_bytes.fetch(shipped()), shipped())
            keeper.take(NotebookStore(Story.of(original.timeline, shipped())).timeline)


def shipped() -> str:
    """The path of the timeline that comes with jalon, which stays as it came."""
    return environment.shipped_path("events.yaml")
