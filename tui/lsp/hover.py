"""The card that an editor shows of what the pointer is over: a date, a name, a claim, a key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.core.citation.links import safe_url
from tui.core.dates.bounds_in_words import days_in_words
from tui.core.dates.edtf import Date, DateError
from tui.core.dates.parse import parse_date, parse_event_date
from tui.core.dates.words import in_words
from tui.core.evidence.claims import disputed
from tui.core.evidence.verdicts import is_disputed, is_overdue, retained
from tui.core.problems.problem import Place
from tui.core.text.markdown import anchor, escaped, listed
from tui.core.text.messages import _, forms, numbered
from tui.core.text.names import actor_kind_name, status_name
from tui.core.text.plural import plural
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Claim, Event, Source, Timeline
from tui.lsp.known import Known
from tui.lsp.mentions import ACTOR, EVENT, PASSAGE, SOURCE, VIEW, Mention
from tui.lsp.written import Path, Written
from tui.store.read.schema_words import FIELD_HELP
from tui.store.read.tables import TABLES

MOST = 12
"""Events that are listed of one actor or source."""

DATES = {"events": ("date",), "sources": ("published", "seen", "gone")}
"""The fields that are dates, by section."""

_KINDS = {"timeline": "timeline", "actors": "actor", "sources": "source", "events": "event", "views": "view"}
"""The kind of mapping in each section, as the tables of fields have it."""

FURTHER = forms("… and {number} more", "… and {number} more")


class Hover(NamedTuple):
    """The card of a place, in Markdown."""

    text: str
    place: Place


def hover(known: Known, row: int, column: int, language: str) -> Hover | None:
    """The card of what stands at a spot, counted from 0; None where nothing is to be said."""
    mention = known.mention_at(row, column)
    card = _Cards(known, language)
    if mention is not None and (said := card.of_name(mention)):
        return Hover(said, mention.place)
    one = known.written_at(row, column)
    text = card.of_written(one) if one else ""
    return Hover(text, one.place) if one and text else None


def date_at(one: Written) -> Date | None:
    """The date that a value is; None for one that is none."""
    if one.is_key or len(one.path) != 3 or one.path[2] not in DATES.get(str(one.path[0]), ()):
        return None
    try:
        return (parse_event_date if one.path[0] == "events" else parse_date)(one.text)
    except DateError:
        return None


def claim_at(timeline: Timeline, path: Path, line: int) -> Claim | None:
    """The claim that a path leads into, of the event that begins before a line."""
    event = event_on(timeline, line)
    if event is None or path[:1] != ("events",) or path[2:3] != ("claims",) or len(path) < 4:
        return None
    return next((one for one in event.claims if one.name == path[3]), None)


def event_on(timeline: Timeline, line: int) -> Event | None:
    """The event that begins last before a line, from 1."""
    return max((one for one in timeline.events if one.line <= line), key=lambda one: one.line, default=None)


def kind_of_mapping(path: Path) -> str:
    """The kind of mapping that a key at a path stands in, as the tables of fields have it; empty for none."""
    section, size = path[0], len(path)
    if section in ("timeline", "publish"):
        return str(section) if size == 2 else ""
    if size == 3:
        return _KINDS.get(str(section), "")
    return "claim" if section == "events" and size == 5 and path[2] == "claims" else ""


class _Cards:
    """The cards of one state of a file."""

    def __init__(self, known: Known, language: str) -> None:
        self._known, self._language = known, language
        self._timeline = known.timeline
        self._voice = TimelineInLanguage(known.timeline, language)

    # ---- Names

    def of_name(self, mention: Mention) -> str:
        """The card of what a name stands for; empty when it stands for nothing."""
        cards = {
            ACTOR: self._actor, SOURCE: self._source, PASSAGE: self._passage, EVENT: self._event, VIEW: self._view,
        }  # fmt: skip
        return cards[mention.kind](mention.id)

    def _actor(self, name: str) -> str:
        actor = self._timeline.actors.get(name)
        if actor is None:
            return ""
        facts = [actor_kind_name(actor.kind) if actor.kind else "", self._country(actor.country)]
        events = [one for one in self._timeline.events if name in (*one.actors, *one.told, *one.says)]
        return _card(
            f"**{escaped(self._voice.actor(name))}** · {escaped(name)}",
            listed(facts),
            listed(list(actor.aliases)),
            escaped(self._voice.line(actor.about)),
            self._events(events),
        )

    def _source(self, name: str) -> str:
        source = self._timeline.sources.get(name)
        if source is None:
            return ""
        events = [one for one in self._timeline.events if name in one.sources]
        head = anchor(f"**{escaped(self._voice.source_title(source))}**", safe_url(source.url) if source.url else None)
        return _card(
            head,
            listed([source.publisher_or_site or "", source.author or "", source.language or ""]),
            " · ".join(escaped(one) for one in self._days(source)),
            self._proved(source),
            escaped(self._voice.line(source.note)),
            self._events(events),
        )

    def _days(self, source: Source) -> Iterable[str]:
        yield in_words(source.published, self._language) if source.published else _("undated")
        if source.seen:
            yield _("seen {day}", day=in_words(source.seen, self._language))
        if source.gone:
            yield _("its page is gone ({day})", day=in_words(source.gone, self._language))

    def _proved(self, source: Source) -> str:
        """The number of its passages, and how many of them are proved, where a ledger says so."""
        if not source.passages:
            return ""
        proofs = self._timeline.proofs
        if proofs is None:
            return plural(len(source.passages), "passage")
        marks = (proofs.marks.get((source.id, one.words)) for one in source.passages.values())
        proved = sum(mark is not None and mark.is_proved for mark in marks)
        return _("{passages}, {number} proved", passages=plural(len(source.passages), "passage"), number=proved)

    def _passage(self, name: str) -> str:
        own, _mark, label = name.partition("#")
        source = self._timeline.sources.get(own)
        passage = source.passages.get(label) if source else None
        if source is None or passage is None:
            return ""
        events = [one for one in self._timeline.events if any(cited.reference == name for cited in one.cited)]
        return _card(
            f"> {escaped(passage.words)}",
            listed([self._voice.source_title(source), source.publisher_or_site or ""]),
            self._events(events),
        )

    def _event(self, name: str) -> str:
        event = next((one for one in self._timeline.events if one.id == name), None)
        if event is None:
            return ""
        facts = [in_words(event.date, self._language), status_name(event.status), plural(len(event.sources), "source")]
        facts += [_("disputed")] if is_disputed(event) else []
        facts += [_("overdue")] if is_overdue(event, self._known.today) else []
        return _card(
            f"**{escaped(self._voice.title(event))}**",
            " · ".join(escaped(one) for one in facts),
            listed([self._voice.actor(one) for one in event.actors]),
            escaped(self._voice.line(event.texts)),
        )

    def _view(self, name: str) -> str:
        view = next((one for one in self._timeline.views if one.name == name), None)
        return f"`{view.query.replace('`', chr(39))}`" if view and view.query else ""

    def _country(self, code: str | None) -> str:
        return self._voice.country(code) if code else ""

    def _events(self, events: Sequence[Event]) -> str:
        """The events, a line each; of many the first."""
        lines = [f"- {escaped(in_words(one.date, self._language))}: {escaped(self._voice.title(one))}"
                 for one in events[:MOST]]  # fmt: skip
        if len(events) > MOST:
            lines.append(f"- {numbered(*FURTHER, len(events) - MOST)}")
        return "\n".join([f"{plural(len(events), 'event')}:" if events else plural(0, "event"), "", *lines]).strip()

    # ---- All else

    def of_written(self, one: Written) -> str:
        """The card of a date, a claim or a key; empty for what needs none."""
        if not one.path:
            return ""
        date = date_at(one)
        if date is not None:
            return self._date(date)
        claim = claim_at(self._timeline, one.path, one.place.line)
        if claim is not None and len(one.path) <= 5:
            return self._claim(claim, one.place.line)
        if one.is_key:
            return _field(one.path)
        if one.path[-1] in ("country", "countries") or (len(one.path) > 1 and one.path[-2] == "countries"):
            return escaped(self._voice.country(one.text))
        return ""

    def _date(self, date: Date) -> str:
        words = f"**{escaped(in_words(date, self._language))}**"
        if date.is_undated:
            return words
        if not date.interval:
            return _card(words, f"- {_('point')}: {days_in_words(date.start)}")
        starts, ends = days_in_words(date.start), days_in_words(date.end)
        return _card(words, f"- {_('starts')}: {starts}\n- {_('ends')}: {ends}")

    def _claim(self, claim: Claim, line: int) -> str:
        event = event_on(self._timeline, line)
        kept = retained(event, claim) if event else None
        head = f"**{escaped(self._voice.claim(claim))}**"
        if len(claim.values) > 1:
            head += f" · {_('disputed') if disputed(claim) else _('its sources agree')}"
        rows = []
        for number, value in enumerate(claim.values):
            who = listed(self._voice.speakers(value.citations))
            said = _("{name}: {value}", name=escaped(value.text), value=who or _("no source is cited"))
            rows.append(f"- {said}" + (f" ({_('kept')})" if number == kept else ""))
        return _card(head, "\n".join(rows), escaped(self._voice.line(claim.because)))


def field_help(kind: str, key: str) -> str:
    """The explanation of a key in a kind of mapping, with an example; empty for one that jalon does not know."""
    name, _mark, language = key.partition("_")
    if (kind, key) not in FIELD_HELP and language and TABLES.get(kind, {}).get(name) is not None:
        key = name
    words = FIELD_HELP.get((kind, key))
    if words is None:
        return ""
    examples = ", ".join(f"`{one}`" for one in words[1:4] if isinstance(one, str))
    return _card(escaped(str(words[0])), examples)


def _field(path: Path) -> str:
    return field_help(kind_of_mapping(path), str(path[-1]))


def _card(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)
