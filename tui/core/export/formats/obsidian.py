"""Obsidian: a note an event with front matter, and a note that links to them all; no text of the file is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.dates.calendar import iso
from tui.core.evidence.as_of_words import as_published_by
from tui.core.export.account import claim_line, claims_of, date_in_words, status_in_words, title_as_told
from tui.core.export.extract import Extract
from tui.core.export.notes import noted_sources
from tui.core.index.protocol import EventFacts
from tui.core.text.clean import clean, clean_line, to_json
from tui.core.text.fold import fold
from tui.core.text.markdown import anchor, escaped
from tui.core.text.messages import _
from tui.core.timeline.in_language import TimelineInLanguage

MARK = "jalon"
"""The property by which a note of jalon's is known: it holds the timeline's id. No other note is ever replaced."""
ENDING = ".md"
_UNSAFE = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f]+')
"""Signs that a file system or a link of Obsidian's has no place for."""
LONGEST = 120
"""Bytes of a name: synchronised folders take fewer than disks do."""


def notes(whole: Extract) -> Iterator[tuple[str, str]]:
    """Each note with the name of its file; the last one is the index."""
    voice = whole.voice
    names = _names(whole)
    for one in whole.facts:
        yield names[one.event.id] + ENDING, "\n".join(_note(one, voice, names)) + "\n"
    yield names[""] + ENDING, "\n".join(_index(whole, names)) + "\n"


def mark_line(whole: Extract) -> str:
    """The line of a note that says of which timeline it is."""
    return f"{MARK}: {to_json(whole.timeline.id or '')}"


def _names(whole: Extract) -> dict[str, str]:
    """The name of the note of each event, and of the index by the empty id; no two are alike to any file system."""
    timeline = whole.timeline
    wanted = {"": timeline.id or whole.voice.line(timeline.titles) or "timeline"}
    wanted |= {event.id: event.id for event in timeline.events}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in wanted.items():
        safe = _UNSAFE.sub("-", clean_line(name)).strip(" .-") or "note"
        safe = safe.encode()[:LONGEST].decode(errors="ignore").rstrip(" .")
        unique, number = safe, 2
        while fold(unique) in taken:
            unique, number = f"{safe} {number}", number + 1
        taken.add(fold(unique))
        found[key] = unique
    return found


def _note(one: EventFacts, voice: TimelineInLanguage, names: dict[str, str]) -> Iterator[str]:
    event, timeline = one.event, voice.timeline
    first, last = event.date.start.begin, event.date.latest
    yield from _front_matter(
        {
            MARK: timeline.id or "",
            "id": event.id,
            "aliases": [voice.title(event)],
            "date": None if event.date.is_undated else event.date.text,
            "words": date_in_words(event, voice),
            "first_day": None if first is None else iso(first),
            "last_day": None if last is None else iso(last),
            "status": event.status,
            "overdue": one.is_overdue,
            "disputed": one.is_disputed,
            "kind": event.kind,
            "actors": [voice.actor(name) for name in event.actors],
            "countries": list(event.countries),
            "place": list(event.places),
            "tags": [tag for tag in map(_tag, event.tags) if tag],
            "sources": list(event.sources),
            "key": event.key,
            "date_note": voice.text(event.date_note),
            "told": [voice.actor(name) for name in event.told],
            "says": [voice.actor(name) for name in event.says],
            **{f"data.{name}": value for name, value in event.data.items()},
        }
    )
    yield f"# {in_note(title_as_told(event, voice))}"
    yield ""
    status = status_in_words(event, one.is_overdue)
    yield f"*{in_note(', '.join(filter(None, (date_in_words(event, voice), status))))}*"
    for part in clean(voice.text(event.texts)).split("\n\n"):
        if part.strip():
            yield from ("", in_note(part))
    yield from _section(_("Claims"), [in_note(claim_line(claim, voice)) for claim in claims_of(event, voice)])
    sources = noted_sources(event, voice)
    yield from _section(_("Sources"), [anchor(in_note(note.line), note.address) for note in sources])
    yield from _section(_("About"), [f"[[{names[name]}]]" for name in event.about if name in names])


def _section(heading: str, items: list[str]) -> Iterator[str]:
    if items:
        yield from ("", f"## {heading}", "")
        yield from (f"- {item}" for item in items)


def _index(whole: Extract, names: dict[str, str]) -> Iterator[str]:
    voice, timeline = whole.voice, whole.timeline
    yield from _front_matter({MARK: timeline.id or "", "index": True})
    yield f"# {in_note(voice.line(timeline.titles) or timeline.id or '')}"
    if timeline.as_of is not None:
        yield from ("", f"*{in_note(as_published_by(timeline.as_of.day, whole.language))}*")
    for part in clean(voice.text(timeline.about)).split("\n\n"):
        if part.strip():
            yield from ("", in_note(part))
    yield ""
    for event in timeline.events:
        title = in_note(title_as_told(event, voice)).replace("|", r"\|")
        yield f"- {in_note(date_in_words(event, voice))} [[{names[event.id]}|{_linked(title)}]]"


def _linked(title: str) -> str:
    """A title within a link, which ends at its first two brackets."""
    return title.replace("]]", "] ]")


def _front_matter(fields: dict[str, object]) -> Iterator[str]:
    """Properties as YAML, of which JSON is a part; those that say nothing are left out, but for the mark."""
    yield "---"
    yield from (
        f"{_key(name)}: {to_json(value)}"
        for name, value in fields.items()
        if name == MARK or value not in (None, "", [], False)
    )
    yield from ("---", "")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[a-z_]+", name) else to_json(name)


def _tag(text: str) -> str:
    """A tag as Obsidian has it: letters, digits, `-`, `_` and `/`, and not digits alone."""
    tag = re.sub(r"[^\w/-]+", "-", clean_line(text)).strip("-/")
    return "" if not tag or tag.isdigit() else tag


def in_note(text: str) -> str:
    """A text on one line in which nothing is markup, a tag, a comment, a mark or a template."""
    line = re.sub(r"(?<!\S)#(?=\w)", r"\\#", escaped(text))
    return re.sub(r"(%)(?=%)|(=)(?==)|(<)(?=%)", lambda found: f"{found[0]}\\", line)
