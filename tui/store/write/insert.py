"""New events and sources put into a file's text where they belong, and not one other byte of it touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.core.dates.edtf import Date
from tui.core.text.messages import worded
from tui.core.timeline.model import SECTIONS, Actor, Event, Source
from tui.core.timeline.order import in_time_order
from tui.store.write.event_lines import YamlStyle, event_lines, source_lines
from tui.store.write.position import AFTER, insert_positions, lists_latest_first
from tui.store.write.splice import FileRows, Splice
from tui.store.yaml.file_layout import BLOCK, EMPTY, FLOW, LIST, OTHER, FileLayout, FileSection, mended_layout
from tui.store.yaml.quote import scalar


class NoPlace(Exception):
    """A file that nothing can be put into as it is written; the text says why, `hint` what would cure it."""

    def __init__(self, reason: str, hint: str | None = None) -> None:
        super().__init__(reason)
        self.hint = hint


class Additions(NamedTuple):
    """Everything that is to be put into a file at once."""

    events: Sequence[Event] = ()
    sources: Sequence[Source] = ()
    actors: Sequence[Actor] = ()
    remarks: Mapping[str, Sequence[str]] = {}
    """Lines of comment below an event, by its id."""
    is_told: bool = False
    """True when what the sources say was told by somebody, and not by their addresses."""


def inserted(data: bytes, new: Additions, language: str, dates: Mapping[int, Date]) -> bytes:
    """The bytes of a file with what is new in it; `dates` are those of its events by line, from 1.

    Raises NoPlace where the way it is written leaves none.
    """
    rows = FileRows(data)
    layout = mended_layout(rows.text)
    return rows.spliced(insertions(rows, layout, new, language, dates))


def insertions(
    rows: FileRows, layout: FileLayout, new: Additions, language: str, dates: Mapping[int, Date]
) -> list[Splice]:
    """The changes that put what is new into a file; NoPlace."""
    _be_a_timeline(layout, has_events=bool(dates))
    splices: list[Splice] = []
    if new.actors:
        splices += _actors(rows, layout, new.actors, language)
    if new.sources:
        splices += _sources(rows, layout, new.sources, is_told=new.is_told)
    if new.events:
        splices += _events(rows, layout, new, language, dates, is_second=bool(splices))
    return splices


def lists_actors(text: str) -> bool:
    """True when a file, by its text with LF as line ends, lists its actors; if not, any name may be one."""
    section = mended_layout(text).sections.get("actors")
    return section is not None and section.manner in (BLOCK, FLOW)


def _be_a_timeline(layout: FileLayout, has_events: bool) -> None:
    if layout.root == FLOW:
        raise NoPlace(
            worded("the whole file stands between { and }"), worded("write each section on a line of its own")
        )
    if layout.root == OTHER or (layout.root == BLOCK and not any(name in SECTIONS for name in layout.sections)):
        raise NoPlace(
            worded('this is no file of events: it has no "events:"'), worded('a line "events:" above the list')
        )
    if has_events and "events" not in layout.sections:
        raise NoPlace(worded('the line "events:" is not as it should be'), worded("jalon check shows where"))


# ---- Events


def _events(
    rows: FileRows, layout: FileLayout, new: Additions, language: str, dates: Mapping[int, Date], is_second: bool
) -> list[Splice]:
    events = new.events
    section = layout.sections.get("events")
    if section is None:
        lines = ["events:", *_written(new, in_time_order(events, _date_of), language, YamlStyle())]
        return [rows.put(layout.end, [""] * (is_second or rows.says_something_before(layout.end)) + lines)]
    if section.manner == EMPTY:
        lines = _written(new, in_time_order(events, _date_of), language, YamlStyle(section.column))
        return _filled(rows, layout, section, lines)
    if section.manner != LIST:
        cure = (
            worded("write each event below it, with a dash")
            if section.manner == FLOW
            else worded("jalon check shows more")
        )
        raise NoPlace(worded('what is behind "events:" is no list with a dash an event'), cure)
    items = section.items
    known = [dates.get(item.start + 1) for item in items]
    found = insert_positions(rows, section, known, [one.date for one in events])
    groups: dict[tuple[int, str], list[Event]] = {}
    for place, event in zip(found, events, strict=True):
        groups.setdefault(place, []).append(event)
    is_backwards = len(events) > 1 and lists_latest_first(known)
    blanks = _blanks(rows, layout, section)
    return [
        _group(
            rows,
            layout,
            section,
            place,
            _written(new, ordered, language, YamlStyle.of(section.inner, items, place[0]), blanks),
        )
        for place, group in groups.items()
        for ordered in [in_time_order(group, _date_of)[:: -1 if is_backwards else 1]]
    ]


def _group(
    rows: FileRows, layout: FileLayout, section: FileSection, place: tuple[int, str], lines: list[str]
) -> Splice:
    """Lines before or after an item of the list."""
    at, side = place
    blanks = _blanks(rows, layout, section)
    if side == AFTER:
        is_last = at + 1 == len(section.items)
        row = _end(rows, layout, section) if is_last else rows.gap(section, at).tail
        ends = [] if is_last or rows.is_blank(row) else blanks
        return rows.put(row, [*blanks, *lines, *ends])
    row = rows.gap(section, at - 1).head if at else rows.comments.head(0, section.items[0].row)
    return rows.put(row, [*lines, *blanks])


def _date_of(event: Event) -> Date:
    return event.date


def _written(
    new: Additions, events: Sequence[Event], language: str, manner: YamlStyle, blanks: Sequence[str] = ("",)
) -> list[str]:
    """The lines of events, with so many empty ones between them, each with its remarks below it."""
    lines: list[str] = []
    for event in events:
        lines += [*(blanks if lines else ()), *event_lines(event, language, manner)]
        lines += [f"{' ' * manner.keys}# {remark}".rstrip() for remark in new.remarks.get(event.id, ())]
    return lines


# ---- Sources


def _sources(rows: FileRows, layout: FileLayout, sources: Sequence[Source], *, is_told: bool) -> list[Splice]:
    section = layout.sections.get("sources")
    if section is None:
        return [_new_section(rows, layout, _entries(sources, YamlStyle(2), [""], is_told=is_told))]
    if section.manner == EMPTY:
        return _filled(rows, layout, section, _entries(sources, YamlStyle(section.column + 2), [], is_told=is_told))
    if section.manner != BLOCK:
        message = (
            worded('"sources:" holds its sources between brackets')
            if section.manner == FLOW
            else worded('"sources:" holds a list')
        )
        raise NoPlace(message, worded("write each source below it, its id with a colon"))
    items = section.items
    blanks = _blanks(rows, layout, section)
    manner = YamlStyle.of(section.inner, items, len(items) - 1)
    return [rows.put(_end(rows, layout, section), [*blanks, *_entries(sources, manner, blanks, is_told=is_told)])]


def _actors(rows: FileRows, layout: FileLayout, actors: Sequence[Actor], language: str) -> list[Splice]:
    """Actors of a file that lists them, a name alone behind each id."""
    section = layout.sections.get("actors")
    if section is None or section.manner != BLOCK:
        raise NoPlace(
            worded('"actors:" holds its actors between brackets'), worded("write each actor on a line of its own")
        )
    inner = " " * section.inner
    lines = [f"{inner}{scalar(one.id)}: {scalar(one.names[language])}" for one in actors]
    return [rows.put(_end(rows, layout, section), lines)]


def _new_section(rows: FileRows, layout: FileLayout, entries: Sequence[str]) -> Splice:
    """A section `sources:` before the events, behind what precedes them."""
    lines = ["sources:", *entries]
    events = layout.sections.get("events")
    if events is None:
        return rows.put(layout.end, [""] * rows.says_something_before(layout.end) + lines)
    before = [one.last for one in layout.sections.values() if one.row < events.row]
    if not before:
        return rows.put(rows.comments.head(0, events.row) or events.row, [*lines, ""])
    row = rows.tail(max(before), events.row, 0)
    blanks = [""] if rows.is_blank(row) else []
    return rows.put(row, [*blanks, *lines])


def _blanks(rows: FileRows, layout: FileLayout, section: FileSection) -> list[str]:
    others = (layout.sections.get(name) for name in ("events", "sources", "actors"))
    return [""] * rows.blanks_between(section, [one for one in others if one and one.manner != FLOW])


def _end(rows: FileRows, layout: FileLayout, section: FileSection) -> int:
    """The row after the last item of a section with its comments."""
    return rows.tail(section.items[-1].last, _stop(layout, section), section.inner, is_last=True)


def _stop(layout: FileLayout, section: FileSection) -> int:
    """The row where the next section begins."""
    return min((one.row for one in layout.sections.values() if one.row > section.row), default=layout.end)


def _entries(sources: Sequence[Source], manner: YamlStyle, blanks: list[str], *, is_told: bool) -> list[str]:
    """Sources, with so many empty lines between them."""
    lines: list[str] = []
    for source in sources:
        lines += [*(blanks if lines else []), *source_lines(source, manner, is_told=is_told)]
    return lines


def _filled(rows: FileRows, layout: FileLayout, section: FileSection, lines: list[str]) -> list[Splice]:
    """The changes for a section that had nothing, or brackets with nothing between them, which go."""
    row = rows.tail(section.last, _stop(layout, section), section.column)
    ends = [""] if row < len(rows) and not rows.is_blank(row) else []
    taken = [rows.without(section.brackets)] if section.brackets else []
    return [*taken, rows.put(row, [*lines, *ends])]
