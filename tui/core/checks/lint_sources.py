"""Lints about evidence: who stands alone, who says it twice, who is cited for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tui.core.checks.lint import Finding, Lint, LintInput
from tui.core.evidence.same_pages import count_pages, same_pages
from tui.core.text.fold import fold
from tui.core.text.messages import worded, worded_number
from tui.core.timeline.model import Source
from tui.core.web.page_key import bare_host
from tui.core.web.site import registered_part

SINGLE = "single-source"
NONE = "no-source"
PUBLISHER = "one-publisher"
UNSOURCED = "unsourced-value"
PASSAGE = "unused-passage"


def single_source(story: LintInput) -> Iterator[Finding]:
    """An event that one source alone tells of, be it cited under several names; a publication is its own witness."""
    same = same_pages(story.timeline.sources.values())
    for event, names in story.told():
        if count_pages(names, same) == 1 and event.kind != "publication":
            message = worded_number(
                'only "{source}" says this',
                'only "{source}" says this, under {number} names',
                len(names),
                source=names[0],
            )
            yield Finding(event, _where(event.citations), SINGLE, message, worded("a second source"))


def no_source(story: LintInput) -> Iterator[Finding]:
    """An event that cites nobody, where most do."""
    bare = [event for event, names in story.told() if not names]
    if len(bare) * 2 < len(story.timeline.events):
        for event in bare:
            yield Finding(event, (), NONE, worded("nobody is cited for this event"), worded("sources: who says so"))


def one_publisher(story: LintInput) -> Iterator[Finding]:
    """An event whose several sources are of one house: they may well be one."""
    same = same_pages(story.timeline.sources.values())
    houses = {source.id: _house(source) for source in story.timeline.sources.values()}
    for event, names in story.told():
        if count_pages(names, same) > 1:
            who = {houses[name] for name in names}
            if len(who) == 1 and "" not in who:
                first = story.timeline.sources[names[0]]
                message = (
                    worded(
                        'all {number} sources of this event are of "{publisher}"',
                        number=len(names),
                        publisher=first.publisher,
                    )
                    if first.publisher
                    else worded("all {number} sources of this event are of one site", number=len(names))
                )
                yield Finding(
                    event, _where(event.citations), PUBLISHER, message, worded("a source of another publisher")
                )


def _house(source: Source) -> str:
    """The publisher of a source, blind to case and accents: as it is said, else the site; empty if neither is known."""
    if source.publisher:
        return fold(source.publisher)
    return registered_part(bare_host(source.url or ""))


def _where(own: object) -> tuple[str, ...]:
    return ("sources",) if own else ("claims",)


def unsourced_value(story: LintInput) -> Iterator[Finding]:
    """A claimed value without a source: said while the file is read, hence only remembered here."""
    for event in story.timeline.events:
        if any(not value.citations for claim in event.claims for value in claim.values):
            yield Finding(event, ("claims",), UNSOURCED, "", is_said=False)


def unused_passage(story: LintInput) -> Iterator[Finding]:
    """A passage that somebody went to the trouble of locating, and nothing cites."""
    events = story.timeline.events
    cited = {(c.source, c.passage.name) for event in events for c in event.cited if c.passage is not None}
    active = {name for names in story.sources for name in names}
    for source in story.timeline.sources.values():
        unused = [name for name in source.passages if (source.id, name) not in cited]
        if unused and source.id not in active:
            message = worded('none of the passages of "{id}" is cited', id=source.id)
            yield Finding(source, (), PASSAGE, message, worded("an event that cites it, or leave it out"))
            continue
        for name in unused:
            hint = worded("{line} under the event that it is about", line=f"- {source.id}#{name}")
            message = worded('no event cites the passage "{name}"', name=name)
            yield Finding(source, ("passages", name), PASSAGE, message, hint)


def _counted(least: int, story: LintInput) -> int:
    """The number of events that have at least so many sources."""
    counts = Counter(map(len, story.sources))
    return sum(times for sources, times in counts.items() if sources >= least)


LINTS = (
    Lint(
        SINGLE,
        single_source,
        worded("{found} of {among} events rest on a single source, such as this one"),
        lambda story: _counted(1, story),
    ),
    Lint(NONE, no_source),
    Lint(
        PUBLISHER,
        one_publisher,
        worded("{found} of {among} events with several sources have them all of one publisher, such as this one"),
        lambda story: _counted(2, story),
    ),
    Lint(UNSOURCED, unsourced_value),
    Lint(
        PASSAGE,
        unused_passage,
        worded("{found} of {among} passages are cited by no event, such as this one"),
        lambda story: sum(len(source.passages) for source in story.timeline.sources.values()),
        of_absence=True,
    ),
)
