"""The account of what a format cannot carry, computed from what each event and each source has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tui.core.evidence.privacy import Withheld
from tui.core.export.carried import WORDS, Format, concerns
from tui.core.export.extract import Extract
from tui.core.export.features import EVENT_FEATURES, SOURCE_FEATURES, Listed, feature_name
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, numbered
from tui.core.text.plural import plural
from tui.core.timeline.model import Event, Source, Timeline

WHOLE = "event"
"""The feature of an event that is left out altogether."""
LENGTH = "length"
"""The feature of a text that is cut."""


class Loss(NamedTuple):
    """Something that an event or a source has, and that a format lacks."""

    id: str
    """Of the event or the source."""
    feature: str
    has: Listed
    """The parts that it has of it; of an event that is left out the reason."""
    in_words: bool = False
    """True for what people can read there, and no program."""
    is_source: bool = False


class Account(NamedTuple):
    """The account of what goes out in a format, and what does not."""

    form: Format
    events: int
    """Events of the extract."""
    sources: int
    withheld: Withheld
    losses: tuple[Loss, ...]

    @property
    def lost(self) -> list[Loss]:
        """The losses of what is not there at all."""
        return [one for one in self.losses if not one.in_words]

    @property
    def written(self) -> int:
        """The number of events that go out."""
        if not self.form.has_events:
            return 0
        return self.events - sum(one.feature == WHOLE for one in self.losses)


def account(whole: Extract, form: Format, withheld: Withheld) -> Account:
    """The account of an extract in a format."""
    timeline = whole.timeline
    of_sources = (loss for source in timeline.sources.values() for loss in _of_source(source, form))
    losses = (*_of_events(whole, form), *of_sources)
    return Account(form, len(timeline.events), len(timeline.sources), withheld, losses)


def _of_events(whole: Extract, form: Format) -> Iterator[Loss]:
    lacking = [name for name in EVENT_FEATURES if concerns(form, name) and form.carries.get(name) is None]
    worded = [name for name in EVENT_FEATURES if form.carries.get(name) == WORDS]
    for event in whole.timeline.events:
        if form.has_events and (reason := form.leaves_out(event)):
            yield Loss(event.id, WHOLE, (reason,))
            continue
        yield from (Loss(event.id, name, has) for name in lacking if (has := EVENT_FEATURES[name](event)))
        yield from (Loss(event.id, name, has, in_words=True) for name in worded if (has := EVENT_FEATURES[name](event)))
        if form.dates_all_or_none and (some := _some_dated(event, whole.timeline)):
            yield Loss(event.id, "publication", some)
        if form.longest is not None and (longest := _longest(event)) > form.longest:
            yield Loss(event.id, LENGTH, (str(longest),))


def _some_dated(event: Event, timeline: Timeline) -> Listed:
    """The days of publication of an event whose sources do not all have one."""
    sources = [timeline.sources[name] for name in event.sources if name in timeline.sources]
    dated = tuple(source.published.text for source in sources if source.published)
    return dated if len(dated) < len(sources) else ()


def _longest(event: Event) -> int:
    return max(map(len, (*event.texts.values(), *event.titles.values(), *event.date_note.values(), "")))


def _of_source(source: Source, form: Format) -> Iterator[Loss]:
    for name, read in SOURCE_FEATURES.items():
        how = form.carries.get(name)
        if how in (None, WORDS) and (has := read(source)):
            yield Loss(source.id, name, has, in_words=how == WORDS, is_source=True)


# ---- In words ----


def counted(one: Account) -> list[str]:
    """The losses, counted, on a line or two; nothing where nothing is."""
    lost, worded = one.lost, [loss for loss in one.losses if loss.in_words]
    lines = [_("{format} cannot carry: {what}", format=one.form.name, what=_by_feature(lost))] if lost else []
    return [*lines, _("in words only, for people: {what}", what=_by_feature(worded))] if worded else lines


def _by_feature(losses: list[Loss]) -> str:
    counts = Counter((one.feature, one.is_source) for one in losses)
    return ", ".join(_of_feature(feature, number, is_source) for (feature, is_source), number in counts.items())


def _of_feature(feature: str, number: int, is_source: bool) -> str:
    if feature == WHOLE:
        return numbered("{number} whole event", "{number} whole events", number)
    name = loss_name(feature)
    return _("{what} ({number})", what=name, number=plural(number, "source" if is_source else "event"))


def loss_name(feature: str) -> str:
    """The name of what is lost, in the reader's language."""
    if feature == WHOLE:
        return _("left out")
    return _("texts that are cut") if feature == LENGTH else feature_name(feature)


def whole_report(one: Account) -> Iterator[str]:
    """The account in lines: a head, the counts, then a line for each loss."""
    events, sources = plural(one.events, "event"), plural(one.sources, "source")
    yield _("{format}: {events} and {sources}", format=one.form.name, events=events, sources=sources)
    yield from counted(one) or [_("nothing is lost")]
    for loss in one.losses:
        has = _(loss.has[0]) if loss.feature == WHOLE else "; ".join(map(clean_line, loss.has))
        what = loss_name(loss.feature)
        if loss.in_words:
            what = _("{what}, in words only", what=what)
        yield _("{name}: {value}", name=clean_line(loss.id), value=_("{name}: {value}", name=what, value=has))


def report_record(one: Account) -> dict[str, object]:
    """The account as data."""
    return {
        "format": one.form.name,
        "events": one.events,
        "written": one.written,
        "sources": one.sources,
        "withheld": one.withheld._asdict(),
        "carries": {name: one.form.carries.get(name) for name in (*EVENT_FEATURES, *SOURCE_FEATURES)},
        "lost": [_record(loss) for loss in one.losses if not loss.in_words],
        "in_words": [_record(loss) for loss in one.losses if loss.in_words],
    }


def _record(loss: Loss) -> dict[str, object]:
    return {"source" if loss.is_source else "event": loss.id, "feature": loss.feature, "has": list(loss.has)}
