"""A difference of two timelines, as rows for eyes and as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.core.comparison.difference import (
    CAME,
    CHANGED,
    RENAMED,
    WENT,
    ClaimChange,
    Difference,
    EntryChange,
    EventChange,
)
from tui.core.dates.words import in_words
from tui.core.evidence.as_of_words import MAY_BE_KNOWN
from tui.core.evidence.notation import value_in_language
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, forms, numbered, translatable, translated
from tui.core.text.names import actor_kind_name, field_name, status_name
from tui.core.timeline.fields import ChangedField, FieldValue, date_text
from tui.core.timeline.in_language import TimelineInLanguage, in_doubt
from tui.core.timeline.model import POSSIBLY, SURELY, Timeline
from tui.drawing.event.facts import field_words
from tui.drawing.spans.column import TextColumn
from tui.drawing.spans.spans import Line, Span

SIGNS = {CAME: ("+ ", "kept"), WENT: ("- ", "alarm"), CHANGED: ("~ ", "doubt")}
"""The mark of each change, and its role."""

LONG = ("text", "date_note", "about", "note", "because", "published_note")
"""Fields of prose: that they were rewritten is said, not what they say."""

OUT_WORDS = {
    SURELY: translatable("surely out"),
    POSSIBLY: MAY_BE_KNOWN,
    None: translatable("not yet sourced"),
}

_COUNTS = {
    ("event", CAME): forms("{number} event came", "{number} events came"),
    ("event", WENT): forms("{number} event went", "{number} events went"),
    ("event", CHANGED): forms("{number} event changed", "{number} events changed"),
    ("event", RENAMED): forms("{number} event renamed", "{number} events renamed"),
    ("source", CAME): forms("{number} source came", "{number} sources came"),
    ("source", WENT): forms("{number} source went", "{number} sources went"),
    ("source", CHANGED): forms("{number} source changed", "{number} sources changed"),
    ("source", RENAMED): forms("{number} source renamed", "{number} sources renamed"),
    ("actor", RENAMED): forms("{number} actor renamed", "{number} actors renamed"),
}
_MORE = {
    WENT: forms("{number} went", "{number} went"),
    CHANGED: forms("{number} changed", "{number} changed"),
}
"""The same of things that were named before."""

_ADDED, _TAKEN_AWAY, _REWRITTEN = translatable("added"), translatable("taken away"), translatable("rewritten")
_DISPUTES = {CAME: translatable("now disputed"), WENT: translatable("disputed no more")}
_KINDS = {"event": translatable("event"), "source": translatable("source"), "actor": translatable("actor")}
_HEADINGS = {"sources": translatable("sources"), "actors": translatable("actors")}


def change_counts(found: Difference) -> list[str]:
    """`2 events came`, `1 went`, `3 sources came`: what there is of each."""
    said: list[str] = []
    for noun, many in (("event", found.of_events), ("source", found.of_sources)):
        counts = [(change, n) for change in (CAME, WENT, CHANGED) if (n := many(change))]
        said += [numbered(*_COUNTS[noun, change], n) for change, n in counts[:1]]
        said += [numbered(*_MORE[change], n) for change, n in counts[1:]]
    renamed = ((kind, found.of_renamed(kind)) for kind in ("event", "source", "actor"))
    return [*said, *(numbered(*_COUNTS[kind, RENAMED], count) for kind, count in renamed if count)]


def has_doubts(found: Difference) -> bool:
    """True when rows put something in parentheses, since only sources tell of it that are possibly out."""
    shown = [field for event in found.events if event.change != CHANGED for field in event.fields]
    shown += [field for source in found.sources if source.change != CHANGED for field in source.fields]
    values = (value.out for event in found.events for claim in event.claims for value in claim.values)
    shown += [out for out in values if out is not None]
    return any(field.name == "out" and POSSIBLY in (field.before, field.after) for field in shown)


def changes(found: Difference, old: Timeline, new: Timeline, sheet: TextColumn) -> Iterator[Line]:
    """All that came, went or changed: events in order of time, then sources, actors, and the head of the file."""
    was, now = TimelineInLanguage(found.before or old, sheet.pen.language), TimelineInLanguage(new, sheet.pen.language)
    voices = {WENT: was, CAME: now, CHANGED: now}
    for change in found.events:
        yield ()
        yield from _event(change, voices, sheet)
    for heading, entries in (("sources", found.sources), ("actors", found.actors)):
        if entries:
            yield ()
            yield (Span(_(_HEADINGS[heading]), "strong"),)
            for entry in entries:
                yield from _entry(entry, heading, voices[entry.change], sheet)
    if found.renamed:
        yield ()
        yield (Span(_("renamed"), "strong"),)
        for one in found.renamed:
            told = f"{clean_line(one.before)} {sheet.glyphs.becomes} {clean_line(one.after)}"
            yield from sheet.paragraph(told, head=(Span(f"~ {_(_KINDS[one.kind])}  ", "dim"),), indent=2)
    if found.head:
        yield ()
        yield (Span(_("timeline"), "strong"),)
        yield from _fields(found.head, voices[CHANGED], sheet)


def _event(change: EventChange, voices: dict[str, TimelineInLanguage], sheet: TextColumn) -> Iterator[Line]:
    voice, (sign, role) = voices[change.change], SIGNS[change.change]
    event = change.event
    unsure = any(field.name == "out" and POSSIBLY in (field.after, field.before) for field in change.fields)
    is_new = change.change != CHANGED
    title = voice.title(event)
    head = (Span(sign, role), Span(f"{in_words(event.date, voice.language)}  ", "dim"))
    if unsure and is_new:
        yield from sheet.paragraph(f"({title})", "dim", head=head, indent=2)
    else:
        yield from sheet.paragraph(title, "strong", head=head, indent=2)
    yield sheet.row(Span(f"  {clean_line(event.id)}", "dim"))
    if is_new:
        names = list(dict.fromkeys(voice.publisher(name) for name in event.sources))
        status = [] if event.status == "reported" else [status_name(event.status)]
        yield from sheet.flow([*status, *names], ", ", "text", head=(Span("    "),))
        return
    yield from _fields(change.fields, voice, sheet)
    called = {one.name: voice.claim(one) for one in event.claims}
    for claim in change.claims:
        yield from _claim(claim, called.get(claim.name, clean_line(claim.name)), voices, sheet)
    yield from _cited(_("sources"), change.cited, change.uncited, voices, sheet)


def _fields(fields: Iterable[ChangedField], voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    arrow = sheet.glyphs.becomes
    for field in fields:
        name = field_name(field.name)
        if field.name in ("out", "date_out", "status_out"):
            what = "" if field.name == "out" else f"{field_name(field.name.removesuffix('_out'))} "
            known = (OUT_WORDS.get(_plain(one), "") for one in (field.before, field.after))
            before, after = (_(one) if one else "" for one in known)
            yield from sheet.paragraph(f"{what}{before} {arrow} {after}", "doubt", head=(Span("    "),))
            continue
        is_list = isinstance(field.after or field.before, tuple)
        if not is_list and (field.name.partition("_")[0] in LONG or field.name in LONG):
            word = _ADDED if not field.before else _TAKEN_AWAY if not field.after else _REWRITTEN
            yield sheet.row(Span(f"    {name} ", "dim"), Span(_(word)))
            continue
        before, after = (", ".join(field_words(field.name, one, voice)) for one in (field.before, field.after))
        remark = f" ({translated(field.remark)})" if field.remark else ""
        text = f"{before or _('nothing')} {arrow} {after or _('nothing')}{remark}"
        yield from sheet.paragraph(text, head=(Span(f"    {clean_line(name)}  ", "dim"),))


def _plain(said: FieldValue) -> str | None:
    return said if isinstance(said, str) else None


def _claim(claim: ClaimChange, name: str, voices: dict[str, TimelineInLanguage], sheet: TextColumn) -> Iterator[Line]:
    sign, role = SIGNS[claim.change]
    dispute = _(_DISPUTES[claim.dispute]) if claim.dispute else ""
    yield sheet.row(
        Span(f"    {sign}", role),
        Span(name),
        *((Span(f"  {dispute}", "alarm" if claim.dispute == CAME else "kept"),) if dispute else ()),
    )
    for value in claim.values:
        mark, colour = SIGNS[value.change]
        out = value.out.after if value.out else None
        said = value_in_language(value.value, claim.name, sheet.pen.language)
        words = in_doubt(said, _plain(out))
        head = (Span(f"      {mark}", colour), Span(words), Span("  "))
        yield from sheet.flow(_names(value.cited, value.uncited, value.change, voices), ", ", "dim", head=head)
    yield from _fields(claim.fields, voices[CHANGED], sheet)


def _names(
    cited: tuple[str, ...], uncited: tuple[str, ...], change: str, voices: dict[str, TimelineInLanguage]
) -> list[str]:
    """The speakers; of a value that stays, those who say it since and those who say it no more."""
    came = [f"{'+' if change == CHANGED else ''}{name}" for name in _who(cited, voices[CAME])]
    went = [f"{'-' if change == CHANGED else ''}{name}" for name in _who(uncited, voices[WENT])]
    return [*came, *went]


def _who(cited: tuple[str, ...], voice: TimelineInLanguage) -> list[str]:
    known = voice.timeline.sources
    ids = (one if one in known else one.partition("#")[0].partition(": ")[0] for one in cited)
    return list(dict.fromkeys(map(voice.publisher, ids)))


def _cited(
    name: str,
    cited: tuple[str, ...],
    uncited: tuple[str, ...],
    voices: dict[str, TimelineInLanguage],
    sheet: TextColumn,
) -> Iterator[Line]:
    names = _names(cited, uncited, CHANGED, voices)
    if names:
        yield from sheet.flow(names, ", ", "text", head=(Span(f"    {name}  ", "dim"),))


def _entry(entry: EntryChange, heading: str, voice: TimelineInLanguage, sheet: TextColumn) -> Iterator[Line]:
    sign, role = SIGNS[entry.change]
    unsure = any(field.name == "out" and field.after == POSSIBLY for field in entry.fields)
    yield from sheet.paragraph(
        _named(entry.id, heading, voice), "dim" if unsure else "text", head=(Span(sign, role),), indent=2
    )
    if entry.change == CHANGED:
        fields = map(_with_named_kind, entry.fields) if heading == "actors" else entry.fields
        yield from _fields(fields, voice, sheet)


def _with_named_kind(field: ChangedField) -> ChangedField:
    """A changed field of an actor; its kind as a reader is told it."""
    if field.name != "kind":
        return field
    before, after = (actor_kind_name(one) if isinstance(one, str) else one for one in (field.before, field.after))
    return field._replace(before=before, after=after)


def _named(name: str, heading: str, voice: TimelineInLanguage) -> str:
    """A source by day, publisher and title; an actor by its name."""
    if heading == "actors":
        return voice.actor(name)
    source = voice.timeline.sources.get(name)
    if source is None:
        return clean_line(name)
    day = in_words(source.published, voice.language) if source.published else _("undated")
    return ", ".join(filter(None, (voice.publisher(name), day, voice.as_written(source.titles))))


# ---- As data


def data(found: Difference, new: Timeline, language: str) -> dict[str, object]:
    """The difference under names, for another program."""
    return {
        "events": [_event_data(one, new, language) for one in found.events],
        "sources": [_entry_data(one) for one in found.sources],
        "actors": [_entry_data(one) for one in found.actors],
        "timeline": list(map(_field_data, found.head)),
        "renamed": [one._asdict() for one in found.renamed],
    }


def _event_data(one: EventChange, timeline: Timeline, language: str) -> dict[str, object]:
    return {
        "change": one.change,
        "id": one.event.id,
        "date": date_text(one.event),
        "title": timeline.say(one.event.titles, language),
        "fields": list(map(_field_data, one.fields)),
        "claims": [
            {
                "change": claim.change,
                "name": claim.name,
                "dispute": claim.dispute or None,
                "values": [
                    {
                        "change": value.change,
                        "value": value.value,
                        "cited": list(value.cited),
                        "uncited": list(value.uncited),
                        "out": value.out and {"before": value.out.before, "after": value.out.after},
                    }
                    for value in claim.values
                ],
                "fields": list(map(_field_data, claim.fields)),
            }
            for claim in one.claims
        ],
        "cited": list(one.cited),
        "uncited": list(one.uncited),
    }


def _entry_data(one: EntryChange) -> dict[str, object]:
    return {"change": one.change, "id": one.id, "fields": list(map(_field_data, one.fields))}


def _field_data(one: ChangedField) -> dict[str, object]:
    before, after = (list(said) if isinstance(said, tuple) else said for said in (one.before, one.after))
    return {"field": one.name, "before": before, "after": after, "remark": one.remark or None}
