"""The fields of an event, a claim, a source, an actor and a timeline, under the names that a file has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.core.timeline.model import Actor, Claim, Event, Source, TextByLanguage, Timeline

FieldValue = str | tuple[str, ...] | None
"""The value of a field: a text, several, or nothing."""


class ChangedField(NamedTuple):
    """A field that says something else."""

    name: str
    before: FieldValue
    after: FieldValue
    remark: str = ""
    """Of a date, what that amounts to: `more precise`, `moved 3 days on`."""


def date_text(event: Event) -> str | None:
    """The date of an event as written; None for one that has none."""
    return None if event.date.is_undated else event.date.text


EVENT_FIELDS: Mapping[str, Callable[[Event], FieldValue | TextByLanguage]] = {
    "id": lambda event: event.id,
    "date": date_text,
    "date_note": lambda event: event.date_note,
    "title": lambda event: event.titles,
    "kind": lambda event: event.kind,
    "status": lambda event: event.status,
    "actors": lambda event: event.actors,
    "about": lambda event: event.about,
    "told": lambda event: event.told,
    "says": lambda event: event.says,
    "short": lambda event: event.shorts,
    "countries": lambda event: event.countries,
    "place": lambda event: event.places,
    "tags": lambda event: event.tags,
    "text": lambda event: event.texts,
    "data": lambda event: tuple(f"{name}: {value}" for name, value in event.data.items()),
}
"""The fields of an event besides its claims and its sources. All that shows, prints, exports or compares reads this."""


def event_fields(event: Event, timeline: Timeline) -> Iterator[tuple[str, FieldValue]]:
    """The plain fields of an event, a text under a name for each language."""
    for name, read in EVENT_FIELDS.items():
        said = read(event)
        if isinstance(said, Mapping):
            yield from _words(name, said, timeline)
        elif name != "about" or timeline.as_of is None:
            yield name, said
    yield from _remarks(event)


def claim_fields(claim: Claim, timeline: Timeline) -> Iterator[tuple[str, FieldValue]]:
    """The fields of a claim besides its values."""
    yield "keep", claim.keep
    yield from _words("because", claim.because, timeline)
    yield from _words("name", claim.names, timeline)


def source_fields(source: Source, timeline: Timeline) -> Iterator[tuple[str, FieldValue]]:
    """The fields of a source; told by a day, `out` is how it was out by then."""
    yield from _words("title", source.titles, timeline)
    yield "publisher", source.publisher
    yield "author", source.author
    yield "url", source.url
    yield "archive", source.archive if len(source.archives) < 2 else source.archives
    yield "published", source.published.text if source.published else None
    yield from _words("published_note", source.published_note, timeline)
    yield "seen", source.seen.text if source.seen else None
    yield "gone", source.gone.text if source.gone else None
    yield "exhibit", str(source.exhibit) if source.exhibit else None
    yield "language", source.language
    yield "country", source.country
    for name, passage in source.passages.items():
        yield f"passage {name}", passage.located  # no words: a key
    yield from _words("note", source.note, timeline)
    yield from _remarks(source)
    if timeline.as_of is not None:
        yield "out", timeline.as_of.sources.get(source.id)


def actor_fields(actor: Actor) -> Iterator[tuple[str, FieldValue]]:
    """The fields of an actor."""
    yield from ((f"name_{language}", name) for language, name in actor.names.items())
    yield from ((f"short_{language}", name) for language, name in actor.shorts.items())
    yield "kind", actor.kind
    yield "country", actor.country
    yield "aliases", actor.aliases
    yield "part_of", actor.part_of
    yield from ((f"about_{language}", text) for language, text in actor.about.items())
    yield from _silences(actor)


def head_fields(timeline: Timeline) -> Iterator[tuple[str, FieldValue]]:
    """The fields of a timeline itself."""
    yield "id", timeline.id
    yield "language", timeline.language
    yield from _words("title", timeline.titles, timeline)
    yield from _words("about", timeline.about, timeline)
    yield "countries", timeline.countries
    yield "source_language", timeline.source_language
    yield from ((f"data {name}", unit) for name, unit in timeline.data.items())  # no words: a key
    yield "view", timeline.view
    yield "exhibits", str(timeline.exhibits) if timeline.exhibits else None
    yield from ((f"view {view.name}", view.query) for view in timeline.views)  # no words: a key
    yield from _silences(timeline)


def _remarks(one: Event | Source) -> Iterator[tuple[str, FieldValue]]:
    """The fields that say how to treat it, rather than what it is."""
    if isinstance(one, Event):
        yield "key", "true" if one.key else None
    yield "private", "true" if one.private else None
    yield from _silences(one)


def _silences(one: Event | Source | Actor | Timeline) -> Iterator[tuple[str, FieldValue]]:
    """The reasons why hints are not to be given about it."""
    yield from ((f"silence {silence.code}", silence.reason) for silence in one.silences)  # no words: a key


def _words(name: str, words: TextByLanguage, timeline: Timeline) -> Iterator[tuple[str, FieldValue]]:
    """A text under the name that its file has for it in each language."""
    for language, text in words.items():
        yield (name if language == timeline.language else f"{name}_{language}"), text


def differing(
    old: Iterable[tuple[str, FieldValue]], new: Iterable[tuple[str, FieldValue]], **remarks: str
) -> tuple[ChangedField, ...]:
    """The fields that say something else, each with the remark under its name."""
    earlier, later = dict(old), dict(new)
    return tuple(
        ChangedField(name, earlier.get(name), later.get(name), remarks.get(name, ""))
        for name in dict.fromkeys((*earlier, *later))
        if not _is_same(earlier.get(name) or None, later.get(name) or None)
    )


def _is_same(before: FieldValue, after: FieldValue) -> bool:
    """True when two values say the same, be it that an editor saved their letters in another form."""
    if before == after:
        return True
    if before is None or after is None or all(map(str.isascii, (*before, *after))):
        return False
    if isinstance(before, str) or isinstance(after, str):
        before, after = (before,) if isinstance(before, str) else before, (after,) if isinstance(after, str) else after
    from tui.core.text.identity import composed

    return tuple(map(composed, before)) == tuple(map(composed, after))
