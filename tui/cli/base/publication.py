"""A page asked for on the command line: its events, its languages, its dress, and what stands against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

import click

from tui.cli.base import streams
from tui.cli.base.options import AS_OF, LanguageOfTexts, Once
from tui.cli.base.private import tell_withheld
from tui.cli.base.query_options import answer, query_by_day, query_option
from tui.cli.base.request import DisplayOptions, Refusal
from tui.core.problems.problem import ERROR, Problem
from tui.core.text.messages import _, reason_of
from tui.core.timeline.model import NO_ERRORS, Timeline

if TYPE_CHECKING:
    from tui.core.index.protocol import Answers, EventFacts
    from tui.core.publication.gate import Lack
    from tui.page.site.render import Dress
    from tui.store.read.timeline import Reading

BY_DAY, BY_NIGHT = "papier", "encre"
"""The themes of a page on a light and on a dark screen, when none is named."""

_OPTIONS = (
    query_option("Events of a query: 'tag:liege -country:FR'."),
    AS_OF,
    click.option("--lang", "languages", multiple=True, metavar="CODE", type=LanguageOfTexts(),
                 help="Language of a page; again for another. Else those that the title is in."),
    click.option("--theme", "theme_name", metavar="NAME",
                 help="Colours, by the name of a theme; else two, for day and night."),
    click.option("--no-script", "no_script", is_flag=True, help="No script: nobody can choose events on the page."),
    click.option("--today", cls=Once, metavar="DAY", help="The day to take for today, such as 2026-11-22."),
)  # fmt: skip


def publication_options(command: Callable[..., int]) -> Callable[..., int]:
    """Gives a command the options on what its page tells, and how."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


class Wanted(NamedTuple):
    """The wishes of the command line."""

    text: str | None
    as_of: str | None
    languages: tuple[str, ...]
    look: DisplayOptions
    has_script: bool


class Publication(NamedTuple):
    """The events of a page, as far as they may be told, and what they lack."""

    reading: Reading
    answers: Answers
    facts: list[EventFacts]
    """The events, in order of time."""
    told: Timeline
    """The timeline of these events alone."""
    lacks: list[Lack]

    @property
    def refused(self) -> list[Lack]:
        """The lacks that stand against the page: none of an exception."""
        from tui.core.publication.gate import refused

        return refused(self.lacks, self.told.publishing)

    @property
    def excepted(self) -> Mapping[str, list[str]]:
        """The sentences on what each exception lacks, by the id of its event."""
        from tui.core.publication.gate import excepted

        return excepted(self.lacks, self.told.publishing)


def need_libraries() -> None:
    """Say so where the library of the page is missing."""
    try:
        import jinja2  # noqa: F401 - that it is there is all that is asked
    except ImportError as missing:
        raise Refusal(_("a page needs Jinja2"), 'pip install "jalon[page]"') from missing  # no words: a command


def publication(reading: Reading, wanted: Wanted, *, is_silent: bool = False) -> Publication:
    """The events that are asked for, without what is private."""
    from tui.core.index.protocol import walk
    from tui.core.publication.gate import lacks
    from tui.core.query.predicates import is_proved

    query = query_by_day(reading.timeline, wanted.look, wanted.text, wanted.as_of, with_private=False)
    answers, withheld = answer(reading, query, wanted.look, with_private=False)
    if not is_silent:
        tell_withheld(withheld, is_final=True)
    facts = list(walk(answers))
    told = answers.engine.head._replace(events=tuple(one.event for one in facts), as_of=None)
    found = lacks(told, answers.engine.today, lambda event: is_proved(event, told))
    return Publication(reading, answers, facts, told, found)


def against(found: Publication) -> list[Problem]:
    """Everything that stands against the page, each in its place: what events lack, and the file's errors."""
    from tui.store.read.field_place import find_field

    lines = found.reading.text.split("\n")
    problems = [
        Problem(find_field(lines, one.event, one.field), one.requirement, ERROR, one.message, one.cure)
        for one in found.refused
    ]
    if NO_ERRORS in found.told.publishing.require:
        problems += errors_of(found.reading)
    return sorted(problems)


def errors_of(reading: Reading) -> list[Problem]:
    """The errors of a file."""
    return [one for one in reading.problems if one.severity == ERROR]


def dress(wanted: Wanted) -> Dress:
    """The look of the page: the theme that is named, else one by day and one by night."""
    from tui.page.site.render import Dress

    look = wanted.look
    if look.theme_name:
        return Dress(look.chosen(), None, wanted.has_script)
    day, night = (look._replace(theme_name=name).chosen() for name in (BY_DAY, BY_NIGHT))
    return Dress(day, night, wanted.has_script)


def complain_of_disk(error: Exception) -> int:
    """Say why a file is not written; the exit code."""
    streams.complain(reason_of(error))
    return streams.FAILED


