"""The words of a picture, in its reader's language: they go with it into an article."""

from __future__ import annotations

from collections.abc import Mapping

from tui.core.dates.parse import parse_date
from tui.core.dates.words import in_words
from tui.core.query.tree import AS_OF, DATES, FACETS, Node, Query, Term
from tui.core.text.clean import clean_line
from tui.core.timeline.in_language import value_name
from tui.core.timeline.model import Timeline

_LEGEND: Mapping[str, Mapping[str, str]] = {
    "en": {
        "reported": "reported", "inferred": "inferred", "planned": "planned", "in-force": "in force",
        "cancelled": "cancelled", "vague": "some time within", "faded": "not certain", "today": "today",
        "events": "{n} events", "event": "1 event", "of": "{n} of {total} events", "by": "by {field}",
        "from": "From {first} to {last}.", "more": "{n} more",
        "unseen": "{n} earlier and {m} later not shown", "undated": "{n} without a date",
        "groups": "and {n} more groups that are not drawn", "none": "no", "asked": "Asked for: {query}.",
        "sources": "Sources: {names}", "others": " and {n} others", "other": " and another", "not": "not {value}",
        "in": "in {value}", "within": "within {value}", "possibly": "perhaps in {value}", "before": "before {value}",
        "after": "after {value}", "from-day": "from {value}", "to": "until {value}", AS_OF: "as published by {value}",
    },
    "fr": {
        "reported": "rapporté", "inferred": "déduit", "planned": "prévu", "in-force": "en vigueur",
        "cancelled": "annulé", "vague": "un jour de la période", "faded": "incertain", "today": "aujourd’hui",
        "events": "{n} événements", "event": "1 événement", "of": "{n} événements sur {total}",
        "by": "par {field}", "from": "Du {first} au {last}.", "more": "{n} autres",
        "unseen": "{n} plus tôt et {m} plus tard non montrés", "undated": "{n} sans date",
        "groups": "et {n} autres groupes qui ne sont pas dessinés", "none": "sans", "asked": "Demandé : {query}.",
        "sources": "Sources : {names}", "others": " et {n} autres", "other": " et une autre", "not": "sauf {value}",
        "in": "date : {value}", "within": "dans : {value}", "possibly": "peut-être : {value}",
        "before": "avant : {value}", "after": "après : {value}", "from-day": "à partir de : {value}",
        "to": "jusqu’à : {value}", AS_OF: "publié à la date du {value}",
        "actor": "acteur", "country": "pays", "kind": "genre", "tag": "mot-clé", "place": "lieu",
        "publisher": "éditeur", "language": "langue", "status": "statut", "year": "année", "body": "organisation",
    },
}  # fmt: skip


class _Words(dict[str, str]):
    """Words by their key; of a field that is called the same, its name."""

    def __missing__(self, key: str) -> str:
        return key


def words_of(language: str) -> Mapping[str, str]:
    """The words in a language; English for one that has none here."""
    return _Words(_LEGEND.get(language[:2].lower(), _LEGEND["en"]))


def query_in_words(query: Query, timeline: Timeline, language: str) -> str:
    """A query as a reader says it: `actor: Odile Vasseur · in February 2025`; empty for one that asks for all."""
    return " · ".join(_node_in_words(node, timeline, language) for node in query.terms)


def _node_in_words(node: Node, timeline: Timeline, language: str) -> str:
    if not isinstance(node, Term):
        return clean_line(str(node))
    words = words_of(language)
    if node.field in DATES or node.field == AS_OF:
        said = ", ".join(in_words(parse_date(value), language) for value in node.values)
        said = words["from-day" if node.field == "from" else node.field].format(value=said)
    elif node.field in FACETS:
        said = ", ".join(value_name(node.field, value, timeline, language) for value in node.values)
        return f"{words[node.field]}: {words['not'].format(value=said) if node.negative else said}"
    else:
        said = ", ".join(map(clean_line, node.values)) if node.field in ("is", "has") else clean_line(str(node))
    return words["not"].format(value=said) if node.negative else said
