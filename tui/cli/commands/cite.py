"""jalon cite: the sources of an event, as one puts them into a text or into a citation manager."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cli.base import streams
from tui.cli.base.options import TEXT_OPTIONS
from tui.cli.base.private import tell_standing, tell_withheld
from tui.cli.base.query_options import command_on_events, query_option
from tui.cli.base.request import DisplayOptions, tell_problems
from tui.cli.commands.show import wanted
from tui.core.text.messages import _

if TYPE_CHECKING:
    from tui.core.citation.resolve import ResolvedCitation
    from tui.core.timeline.in_language import TimelineInLanguage


@command_on_events(
    "cite",
    "[FILE] EVENT",
    query_option("Instead of EVENT: the sources of all events of a query."),
    forms=("text", "markdown", "bibtex", "csl-json"),
    said="text and markdown: a line for each citation; bibtex and csl-json: an entry for each source.",
    shown=TEXT_OPTIONS,
)
def command(
    words: tuple[str, ...], text: str | None, form: str, as_of: str | None, with_private: bool, look: DisplayOptions
) -> int:
    """Cite the sources of an event: who says so, in which article, of which day, and where in it.

    EVENT is its id. In text and Markdown each passage is a citation of its own, and its address opens at the passage.
    BibTeX and CSL-JSON have an entry for each source, with the passages in its note. Some facts have no field in
    BibTeX and CSL, such as "published by that day": the note says them in words.
    """
    from tui.core.citation import resolve
    from tui.core.timeline.in_language import TimelineInLanguage

    found = wanted("cite", words, text, look, with_private=with_private, as_of=as_of)
    voice = TimelineInLanguage(found.timeline, look.language)
    cited = [
        *{
            one.citation: one for event in found.events for one in resolve.citations_of_event(event, found.timeline)
        }.values()
    ]
    sys.stdout.write(_written(form, cited, voice))
    sys.stdout.flush()
    if found.events and not cited:
        streams.inform(_("no source is cited"))
    tell_standing(found.timeline)
    tell_withheld(found.withheld)
    tell_problems(found.reading, found.path)
    return streams.OK


def _written(form: str, cited: list[ResolvedCitation], voice: TimelineInLanguage) -> str:
    if form == "text":
        from tui.core.citation.sentence import sentence

        return "".join(f"{line}\n" for line in dict.fromkeys(sentence(one, voice) for one in cited))
    if form == "markdown":
        from tui.printing.markdown.escape import reference

        return "".join(f"- {line}\n" for line in dict.fromkeys(reference(one, voice) for one in cited))
    groups = _by_source(cited)
    if form == "bibtex":
        from tui.core.export.bibtex import entries

        return entries(groups, voice)
    from tui.core.export.csl import items
    from tui.core.text.clean import to_json

    return to_json(items(groups, voice), indent=2) + "\n"


def _by_source(cited: list[ResolvedCitation]) -> list[tuple[ResolvedCitation, ...]]:
    """The citations of each source together, in the order of first mention."""
    groups: dict[str, list[ResolvedCitation]] = {}
    for one in cited:
        groups.setdefault(one.citation.source, []).append(one)
    return [tuple(group) for group in groups.values()]
