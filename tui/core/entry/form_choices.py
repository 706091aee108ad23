"""The choices of a form for the fields of a new event: what the timeline has, and of countries all there are."""

from __future__ import annotations

from collections.abc import Iterator

from tui.core.entry.picker_choices import Choice, choice, values_to_pick
from tui.core.index.protocol import Answers
from tui.core.text.clean import clean_line
from tui.core.text.fold import fold
from tui.core.timeline.countries import name as country_name
from tui.core.timeline.country_names import NAMES
from tui.core.timeline.model import Timeline

FACETS = {"kind": "kind", "status": "status", "actors": "actor", "countries": "country", "sources": "source"}
"""The fields whose values can be picked, with the facet that they are."""
SEVERAL = ("actors", "countries", "sources")
"""Those of them that may have more than one."""
MOST = 50
"""Values of the others that are looked at, of those that begin as what is typed."""
LISTS = (*SEVERAL, "tags")
"""The fields whose values stand side by side, with commas between them."""


def offered(field: str, everything: Answers, language: str) -> list[Choice]:
    """The values to pick from for a field: the most used first."""
    choices = values_to_pick(everything, FACETS[field], None, language)
    if field == "countries":
        own = {one.value for one in choices}
        others = ((code, names) for code, names in NAMES.items() if code not in own)
        choices += sorted(
            (choice(code, country_name(code, language), (code, *names), note=code) for code, names in others),
            key=lambda one: fold(one.label),
        )  # fmt: skip
    if field == "sources":
        choices = [one for source in choices for one in (source, *_passages(source, everything.engine.head))]
    return choices


def _passages(source: Choice, timeline: Timeline) -> Iterator[Choice]:
    """The passages of a source, which its names find too."""
    for name, passage in timeline.sources[source.value].passages.items():
        words = clean_line(passage.located)
        label = f"{clean_line(source.value)}#{clean_line(name)}"
        made = choice(f"{source.value}#{name}", label, (passage.start,), note=words)
        yield made._replace(keys=made.keys + source.keys)


def completion(field: str, typed: str, everything: Answers) -> str | None:
    """The typed text with its last value written out, when the timeline has one that begins so."""
    begins = typed.rpartition(",")[2] if field in LISTS else typed
    begun = begins.strip()
    if not begun:
        return None
    for value in _values(field, begun, everything):
        if len(value) > len(begun) and value.startswith(begun):
            return typed[: len(typed) - len(begins.lstrip())] + value
    return None


def _values(field: str, begun: str, everything: Answers) -> Iterator[str]:
    timeline = everything.engine.head
    if field in ("place", "tags"):
        yield from (value for value, _ in everything.facet(field.removesuffix("s"), MOST, begun))
    elif field in FACETS:
        for one in values_to_pick(everything, FACETS[field], None, timeline.language):
            yield one.value
            if field != "sources":
                yield one.label
            else:
                yield from (f"{one.value}#{name}" for name in timeline.sources[one.value].passages)
