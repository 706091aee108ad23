"""The words of a picture, in its reader's language: they go with it into an article."""

from __future__ import annotations

from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words
from tui.core.query.tree import AS_OF, FACETS, Node, Query, Term
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, numbered, translatable
from tui.core.text.names import flag_name, group_name
from tui.core.timeline.in_language import value_name
from tui.core.timeline.model import Timeline

_LEGEND = {
    "reported": translatable("reported"),
    "inferred": translatable("inferred"),
    "planned": translatable("planned"),
    "in-force": translatable("in force"),
    "cancelled": translatable("cancelled"),
    "vague": translatable("some time within"),
    "faded": translatable("not certain"),
}
LEGEND = tuple(_LEGEND)
"""The keys of a legend, in its order: statuses, a date that is vague, one that is doubtful."""

_BY_DATE = {
    "in": translatable("in {value}"),
    "within": translatable("within {value}"),
    "possibly": translatable("perhaps in {value}"),
    "before": translatable("before {value}"),
    "after": translatable("after {value}"),
    "from": translatable("from {value}"),
    "to": translatable("until {value}"),
    AS_OF: translatable("as published by {value}"),
}


def legend_word(key: str) -> str:
    """The words beside a mark of the legend."""
    return _(_LEGEND[key])


def events_in_words(shown: int, total: int) -> str:
    """`43 events`, `11 of 43 events`."""
    if shown != total:
        return _("{shown} of {total} events", shown=shown, total=total)
    return numbered("{number} event", "{number} events", shown, number=shown)


def unseen_in_words(before: int, after: int, undated: int) -> str:
    """The events that lie outside the time of a picture, and those that lie nowhere in time; empty when none does."""
    said = []
    if before or after:
        said.append(_("{earlier} earlier and {later} later not shown", earlier=before, later=after))
    if undated:
        said.append(numbered("{number} without a date", "{number} without a date", undated, number=undated))
    return " · ".join(said)


def groups_in_words(groups: int) -> str:
    """The groups for which a picture has no height."""
    return numbered(
        "and {number} more group that is not drawn",
        "and {number} more groups that are not drawn",
        groups,
        number=groups,
    )


def credits_in_words(names: str, others: int) -> str:
    """The publishers of the sources, and how many others there are."""
    if others == 1:
        return _("Sources: {names} and another", names=names)
    if others:
        return numbered(
            "Sources: {names} and {number} other",
            "Sources: {names} and {number} others",
            others,
            number=others,
            names=names,
        )
    return _("Sources: {names}", names=names)


def query_in_words(query: Query, timeline: Timeline, language: str) -> str:
    """A query as a reader says it: `actor: Odile Vasseur · in February 2025`; empty for one that asks for all."""
    return " · ".join(_node_in_words(node, timeline, language) for node in query.terms)


def _node_in_words(node: Node, timeline: Timeline, language: str) -> str:
    if not isinstance(node, Term):
        return clean_line(str(node))
    if node.field in _BY_DATE:
        said = ", ".join(in_words(parse_date(value), language) for value in node.values)
        said = _(_BY_DATE[node.field], value=said)
    elif node.field in FACETS:
        said = ", ".join(value_name(node.field, value, timeline, language) for value in node.values)
        if node.negative:
            return _("{field}: not {names}", field=group_name(node.field), names=said)
        return _("{field}: {names}", field=group_name(node.field), names=said)
    else:
        say = flag_name if node.field == "is" else clean_line
        said = ", ".join(map(say, node.values)) if node.field in ("is", "has") else clean_line(str(node))
    return _("not {value}", value=said) if node.negative else said
