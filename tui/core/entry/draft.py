"""A new event as a person gives it, word by word, to the event that a file is to hold: or what is wrong, by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from tui.core.citation import addresses
from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date, parse_single_reading, parse_undated
from tui.core.dates.words import in_words
from tui.core.entry import source_from_url
from tui.core.evidence.verdicts import PLANNED
from tui.core.query.names import Names, UnknownName, nothing_called
from tui.core.query.tree import ALONE, ANY
from tui.core.text.fold import fold
from tui.core.text.messages import worded
from tui.core.text.nearest import did_you_mean
from tui.core.timeline.ids import derived_id, free, in_one_form
from tui.core.timeline.model import ANNOUNCES, STATUSES, Citation, Event, Source, Timeline
from tui.core.web.page_key import tidied

EventDraft = Mapping[str, Sequence[str]]
"""The texts that were typed, by field, as the file calls them; a part of a list may itself name several."""

FIELDS = ("date", "title", "id", "kind", "status", "actors", "countries", "place", "tags", "text", "sources", "data")
"""The fields of a draft; a title or a text also in another language, as `title_fr`."""

STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
"""The characters that a file of text does not hold."""
_BREAKS = re.compile("[ \t\r\n\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W\d_]{3}")
"""A word in a date: digits alone may have been meant otherwise."""
_NO_SIGN_OF_IDS = re.compile(r"""^-|[\s,;:#!*=|&<>()\[\]{}\\`"'“”„‟＂«»‘’]""")
"""The signs that mean something else where an event is asked for by its id."""
_AMONG = re.compile(",")
_AMONG_SOURCES = re.compile(r",\s+|\s+")
"""A comma alone may belong to an address."""

_Value = TypeVar("_Value")


class DraftContext(NamedTuple):
    """The ground that a new event is to stand on."""

    timeline: Timeline
    today: int
    """A day number."""
    lists_actors: bool = True
    """True when the file lists its actors; if not, every name is taken as it is written."""


class FieldFault(NamedTuple):
    """The fault of one field of a draft."""

    field: str
    message: str
    hint: str | None = None


class DraftResult(NamedTuple):
    """The event as the file will have it and the sources that are new with it; or the faults, and no event."""

    event: Event | None
    sources: tuple[Source, ...] = ()
    faults: tuple[FieldFault, ...] = ()


def event_from_draft(draft: EventDraft, ground: DraftContext) -> DraftResult:
    """The event of a draft, without a line; every fault at once."""
    reader = _Reader(draft, ground)
    date = reader.one("date", _date)
    titles = reader.words("title", _line)
    own = reader.one("id", reader.new_id)
    found = {
        "kind": reader.one("kind", _line),
        "status": reader.one("status", _status) or usual_status(date, ground.today),
        "actors": reader.several("actors", reader.actor),
        "countries": reader.several("countries", reader.country) or ground.timeline.countries,
        "places": reader.several("place", _line, None),
        "tags": reader.several("tags", _line),
        "texts": reader.words("text", _text),
        "citations": reader.several("sources", reader.citation, _AMONG_SOURCES),
        "data": dict(reader.several("data", reader.datum, None)),
    }
    if reader.faults or date is None or missing(draft, ground):
        return DraftResult(None, (), tuple(reader.faults))
    event = Event(own or "", date, titles, **found)  # type: ignore[arg-type]  # each as its reader gives it
    event = in_one_form(event)._replace(id=own or free(derived_id(event), reader.ids))
    return DraftResult(event, tuple(reader.sources.values()))


def usual_status(date: Date | None, today: int) -> str:
    """The status of an event that is not given one: planned if it lies in the future, else reported."""
    return PLANNED if date and (date.earliest or 0) > today else "reported"


def parts(field: str, text: str) -> list[str]:
    """The parts of a text in a field that may have several values: a comma within an address parts nothing."""
    among = _AMONG_SOURCES if field == "sources" else _AMONG
    return [piece.strip() for piece in among.split(text) if piece.strip()]


def missing(draft: EventDraft, ground: DraftContext) -> list[str]:
    """The empty fields that no event is without; a title is one in the language of the file."""
    given = {key for key, parts in draft.items() if any(part.strip() for part in parts)}
    has_title = given & {"title", f"title_{ground.timeline.language}"}
    return ["date"] * ("date" not in given) + ["title"] * (not has_title)


def fault_of(field: str, text: str, ground: DraftContext) -> FieldFault | None:
    """The fault of the text in one field; None while it is empty or right."""
    if not text.strip():
        return None
    return next((fault for fault in event_from_draft({field: (text,)}, ground).faults if fault.field == field), None)


class _Wrong(Exception):
    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


# ---- Single values


def _line(text: str) -> str | None:
    """A text on one line, as the reader of the file has it."""
    return _harmless(_BREAKS.sub(" ", text)).strip() or None


def _text(text: str) -> str | None:
    """A text of any length, with its own lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    lines = lines.replace("\u2028", "\n").replace("\u2029", "\n")
    return _harmless("\n".join(line.rstrip() for line in lines.split("\n"))).strip() or None


def _harmless(text: str) -> str:
    found = STEERS.search(text)
    if found is None:
        return text
    raise _Wrong(
        worded("a control character ({code}) has no place in a text", code=f"U+{ord(found[0]):04X}"),
        worded("leave it out"),
    )


def typed_date(text: str) -> Date:
    """The date of an event as it is typed: EDTF, or words that can be read in one way only; else DateError."""
    return parse_undated(text) or (parse_single_reading if _WORD.search(text) else parse_date)(text)


def date_in_both(text: str, language: str) -> str:
    """A typed date in words; before them as the file will have it, where it was not typed so."""
    date = typed_date(text)
    words = in_words(date, language)
    return words if date.is_undated or date.text == text.strip() else f"{date.text}: {words}"


def _date(text: str) -> Date | None:
    try:
        return typed_date(text) if text.strip() else None
    except DateError as error:
        raise _Wrong(error.message, error.hint) from None


def _status(text: str) -> str | None:
    wanted = fold(text)
    if not wanted or wanted in STATUSES:
        return wanted or None
    hint = did_you_mean(text, STATUSES) or worded("one of {known}", known=", ".join(STATUSES))
    raise _Wrong(worded('"{text}" is no status', text=text.strip()), hint)


class _Reader:
    """Reads a draft field by field, and gathers what is wrong with it."""

    def __init__(self, draft: EventDraft, ground: DraftContext) -> None:
        self.draft = draft
        self.ground = ground
        self.timeline = ground.timeline
        self.names = Names(ground.timeline)
        self.ids = {event.id for event in ground.timeline.events} if "id" in draft or "title" in draft else set()
        self.faults: list[FieldFault] = []
        self.sources: dict[str, Source] = {}
        """New ones, by id."""

    def one(self, field: str, read: Callable[[str], _Value | None]) -> _Value | None:
        """The value of a field; None when it is empty or wrong."""
        for text in self.draft.get(field, ()):
            try:
                if (value := read(text)) is not None:
                    return value
            except _Wrong as wrong:
                self.faults.append(FieldFault(field, wrong.message, wrong.hint))
        return None

    def words(self, field: str, read: Callable[[str], str | None]) -> dict[str, str]:
        """A text by language; without a suffix it is in the file's own."""
        found: dict[str, str] = {}
        for key in self.draft:
            name, _, language = key.partition("_")
            value = self.one(key, read) if name == field else None
            language = language or self.timeline.language
            if value is None:
                continue
            if language in found:
                self.faults.append(
                    FieldFault(
                        key,
                        worded('this is a second {field} in the language "{language}"', field=field, language=language),
                    )
                )
            found[language] = value
        return found

    def several(
        self, field: str, read: Callable[[str], _Value | None], among: re.Pattern[str] | None = _AMONG
    ) -> tuple[_Value, ...]:
        """The values of a field, each once: of a part as a whole if that means something, else of what it lists."""
        found: dict[_Value, None] = {}
        for part in self.draft.get(field, ()):
            pieces = [piece for piece in among.split(part) if piece.strip()] if among else [part]
            is_whole = len(pieces) > 1 and self._means_something(read, part)
            before = ""
            for text in [part] if is_whole else pieces:
                try:
                    if (value := read(text)) is not None:
                        found[value] = None
                except _Wrong as wrong:
                    fault = FieldFault(field, wrong.message, wrong.hint)
                    if addresses.is_web(before) and f"{before} {text}" in part:
                        meant = worded('did you mean "{name}"?', name=f"{before}%20{text}")
                        fault = FieldFault(field, worded("an address holds no spaces"), meant)
                    self.faults.append(fault)
                before = text
        return tuple(found)

    def _means_something(self, read: Callable[[str], object], text: str) -> bool:
        if read is _line or (read == self.actor and not self.ground.lists_actors):
            return False
        try:
            return read(text) is not None
        except _Wrong:
            return False

    # ---- Names

    def new_id(self, text: str) -> str | None:
        name = _line(text)
        if name is not None and (sign := _NO_SIGN_OF_IDS.search(name)) is not None:
            wrong = worded('an id holds no "{sign}"', sign=sign[0])
            if sign[0].isspace():
                wrong = worded("an id holds no spaces")
            elif sign[0] == "-":
                wrong = worded('an id begins with no "-"')
            bare = "-".join(filter(None, _NO_SIGN_OF_IDS.split(name)))
            raise _Wrong(wrong, worded('did you mean "{name}"?', name=free(bare, self.ids)) if bare else None)
        if name is not None and name in self.ids:
            raise _Wrong(worded('the id "{id}" is taken', id=name), worded('"{id}" is not', id=free(name, self.ids)))
        return name

    def actor(self, text: str) -> str | None:
        found = self._named("actor", text, takes_any=not self.ground.lists_actors)
        return found and found.removeprefix(ALONE)

    def datum(self, text: str) -> tuple[str, str] | None:
        """A number or a word with its name: `idled=1200`."""
        name, is_given, value = (_line(text) or "").partition("=")
        name, value, declared = name.strip(), value.strip(), self.ground.timeline.data
        if not name and not is_given:
            return None
        if name not in declared:
            known = (
                worded("declared are {declared}", declared=", ".join(declared))
                if declared
                else worded("declare it under timeline: data")
            )
            raise _Wrong(
                worded('the timeline declares no data "{name}"', name=name), did_you_mean(name, declared) or known
            )
        if not value:
            raise _Wrong(worded('"{name}" has no value', name=name), worded("as in {example}", example=f"{name}=1200"))
        return name, value

    def country(self, text: str) -> str | None:
        return self._named("country", text)

    def _named(self, field: str, text: str, *, takes_any: bool = False) -> str | None:
        name = _line(text)
        if name is None:
            return None
        try:
            found = self.names.resolve(field, name)
            found = self.names.meaning(field, name) if found == (name,) and ANY in name else found
        except UnknownName as unknown:
            if takes_any:
                return name
            raise _Wrong(unknown.message, unknown.hint) from None
        if len(found) > 1:
            raise _Wrong(
                worded('"{name}" may be any of {number}', name=name, number=len(found)),
                worded("by id: {ids}", ids=", ".join(found)),
            )
        if not found:
            raise _Wrong(nothing_called(field, name))
        return found[0].removeprefix(ALONE)

    def citation(self, text: str) -> Citation | None:
        """`source`, `source#passage`, `source!announces`, or the address of an article, which may be new."""
        name = _line(text)
        if name is None:
            return None
        if addresses.is_web(name.lstrip("<\"'")) or name.lower().startswith("www."):
            return Citation(self._article(name))
        announces = name.endswith(ANNOUNCES)
        name, mark, passage = name.removesuffix(ANNOUNCES).partition("#")
        source = self.timeline.sources[self._named("source", name) or ""]
        if not mark:
            return Citation(source.id, None, announces)
        if passage in source.passages:
            return Citation(source.id, source.passages[passage], announces)
        has = (
            worded("it has {passages}", passages=", ".join(source.passages))
            if source.passages
            else worded("it has no passages at all")
        )
        message = worded('source "{id}" has no passage "{passage}"', id=source.id, passage=passage)
        raise _Wrong(message, did_you_mean(passage, source.passages) or has)

    def _article(self, text: str) -> str:
        """The id of the source that has this address, a new one if none has."""
        address = tidied(text)
        reason = addresses.fault(address)
        if reason is not None:
            from tui.core.citation import pasted  # only a mistake needs it

            raise _Wrong(reason, pasted.hint(address))
        known = source_from_url.known_as(address, (*self.timeline.sources.values(), *self.sources.values()))
        if known is None:
            known = source_from_url.source_of(address, self.timeline, self.ground.today, self.sources)
            self.sources[known.id] = known
        return known.id
