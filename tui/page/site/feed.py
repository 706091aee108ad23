"""The feed: what is new, corrected or withdrawn since the page first came out, the last first (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from tui import __version__
from tui.core.text.messages import _
from tui.page.content.addresses import INDEX, to_event
from tui.page.content.corrections import details, kind_word
from tui.page.content.texts import Texts
from tui.page.content.words import words
from tui.page.record.history import EVENT, WITHDRAWN, Change
from tui.page.site.render import environment

MOST = 200
"""Entries that a feed holds."""


class Entry(NamedTuple):
    """A change as an entry of the feed."""

    id: str
    title: str
    at: str
    kind: str
    word: str
    address: str
    text: str


def feed(changes: Sequence[Change], texts: Texts, url: str | None, updated: str) -> str:
    """The feed; `updated` is when anything of it last changed."""
    voice = texts.voice
    name = voice.timeline.id or voice.line(voice.timeline.titles)
    title = voice.line(voice.timeline.titles) or _("Timeline")
    entries = [_entry(at, one, texts, name) for at, one in enumerate(changes)]
    filled: str = environment().get_template("feed.atom").render(
        entries=entries[: -MOST - 1 : -1],
        id=_urn(name),
        title=title,
        author=title,
        updated=updated,
        url=url or "",
        lang=texts.page,
        words=words(),
        version=__version__,
    )
    return filled


def _urn(*parts: str) -> str:
    """An id that stays the same for the same thing."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(('jalon', *parts)))}"


def _entry(at: int, one: Change, texts: Texts, name: str) -> Entry:
    title = texts.line(one.titles).text or _("An event that is not told any more")
    word = kind_word(one.kind)
    is_there = one.what == EVENT and one.id and one.kind != WITHDRAWN
    return Entry(
        _urn(name, one.at, one.kind, one.what, one.id or str(at)),
        _("{name}: {value}", name=word, value=title),
        one.at,
        one.kind,
        word,
        INDEX + to_event(one.id) if is_there else INDEX,
        "\n".join(details(one, texts.voice)) or title,
    )
