"""Rules about a timeline as a whole: what no single field can know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from tui.core.dates.edtf import DateError
from tui.core.dates.parse import parse_event_date
from tui.core.evidence.exhibits import next_free
from tui.core.evidence.same_pages import same_pages
from tui.core.problems.problem import ERROR, WARNING, Place, Problem
from tui.core.text.messages import translatable, worded
from tui.core.timeline.model import Timeline
from tui.core.web.page_key import original


class RuleInput(NamedTuple):
    """A timeline, and where the fields stand that the rules speak of."""

    timeline: Timeline
    places: Mapping[tuple[str, str], Place] = {}
    """By the id of a source and `url`, `seen` or `gone`; by that of an event and what its claim on `date` or `status`
    keeps."""

    def place(self, owner: str, field: str, line: int) -> Place:
        """The place of a field; the beginning of its owner's line when that is not known."""
        return self.places.get((owner, field)) or Place(line, 1, line, 2)


_DIFFERS = {
    "date": translatable('the claim keeps "{keep}", and the date of the event is "{own}"'),
    "status": translatable('the claim keeps "{keep}", and the status of the event is "{own}"'),
}


def kept_agrees(whole: RuleInput) -> Iterator[Problem]:
    """The event's own date and status are those that its claims on them keep."""
    for event in whole.timeline.events:
        for claim in event.claims:
            if claim.keep is None or claim.name not in ("date", "status"):
                continue
            own = (event.date.text or worded("undated")) if claim.name == "date" else event.status
            if not _agree(claim.name, own, claim.keep):
                message = worded(_DIFFERS[claim.name], keep=claim.keep, own=own)
                place = whole.place(event.id, claim.name, event.line)
                yield Problem(place, "kept-differs", WARNING, message, worded("make the two the same"))


def _agree(field: str, own: str, kept: str) -> bool:
    if own == kept or field == "status":
        return own == kept
    try:
        one, other = parse_event_date(own), parse_event_date(kept)
    except DateError:
        return True
    return (one.start, one.end) == (other.start, other.end)


def seen_after_published(whole: RuleInput) -> Iterator[Problem]:
    """No source is seen before the first day on which it can have been published."""
    for source in whole.timeline.sources.values():
        if source.seen is None or source.published is None:
            continue
        seen, published = source.seen.latest, source.published.earliest
        if seen is not None and published is not None and seen < published and not source.published.doubt:
            message = worded(
                "seen {seen}, before it was published ({published})",
                seen=source.seen.text,
                published=source.published.text,
            )
            place = whole.place(source.id, "seen", source.line)
            yield Problem(place, "seen-too-early", WARNING, message)


def gone_after_seen(whole: RuleInput) -> Iterator[Problem]:
    """No page is gone before the first day on which it can have been seen."""
    for source in whole.timeline.sources.values():
        if source.gone is None or source.seen is None:
            continue
        gone, seen = source.gone.latest, source.seen.earliest
        if gone is not None and seen is not None and gone < seen:
            message = worded(
                "gone since {gone}, before it was seen ({seen})", gone=source.gone.text, seen=source.seen.text
            )
            place = whole.place(source.id, "gone", source.line)
            yield Problem(place, "gone-too-early", WARNING, message)


def one_source_an_exhibit(whole: RuleInput) -> Iterator[Problem]:
    """No two sources have one exhibit number, for a court would take the one for the other."""
    firsts: dict[int, str] = {}
    for source in whole.timeline.sources.values():
        if source.exhibit is None:
            continue
        first = firsts.setdefault(source.exhibit, source.id)
        if first != source.id:
            message = worded('exhibit {number} is "{other}" already', number=source.exhibit, other=first)
            free = worded("the next free number is {number}", number=next(next_free(whole.timeline)))
            yield Problem(whole.place(source.id, "exhibit", source.line), "duplicate-exhibit", ERROR, message, free)


def one_source_an_address(whole: RuleInput) -> Iterator[Problem]:
    """No two sources are one page, however its address is spelt and whichever archive has a copy of it."""
    sources = whole.timeline.sources
    for name, other in same_pages(sources.values()).items():
        source, first = sources[name], sources[other]
        if source.url == first.url:
            message, hint = (
                worded('source "{other}" has this address already', other=other),
                worded('cite "{other}" instead', other=other),
            )
        elif source.url is None or original(source.url) != source.url:
            message, hint = (
                worded('source "{other}" is the page that this is a copy of', other=other),
                worded('archive: … under "{other}"', other=other),
            )
        else:
            message, hint = (
                worded('source "{other}" is this page already', other=other),
                worded('cite "{other}" instead', other=other),
            )
        place = whole.place(name, "url", source.line)
        yield Problem(place, "same-address", WARNING, message, hint)


CHECKS: tuple[Callable[[RuleInput], Iterator[Problem]], ...] = (
    kept_agrees,
    seen_after_published,
    gone_after_seen,
    one_source_an_address,
    one_source_an_exhibit,
)
"""One function a rule."""
