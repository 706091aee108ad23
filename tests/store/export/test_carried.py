"""The table of each format says what it carries, no more and no less: each feature is put in, and looked for."""

from __future__ import annotations

import json
import re

import pytest

from tests.store.export.stories import extract_of, text_of
from tui.core.evidence.privacy import Withheld
from tui.core.export.carried import DATA, FORMATS, Format, concerns, with_claims
from tui.core.export.features import ALL_FEATURES, EVENT_FEATURES, SOURCE_FEATURES
from tui.core.export.losses import WHOLE, account

STORY = """\
timeline: {{id: story, title: Story, data: {{idled: people}}}}
actors: {{one: {{name: Actorone}}, two: {{name: Actortwo}}, three: {{name: Actorthree}}}}
sources:
  src: {{title: Headline, publisher: Paper, url: "https://paper.example/a",
    passages: {{p: Firstwords … lastwords}}{source}}}
events:
- {{id: other, date: 2024-03-09, title: Other}}
- {{id: ev, date: {date}, title: Happens{event}}}
"""
OF_EVENT = {
    "precision": ("2024-07", "", "2024-07", "July 2024"),
    "bounds": ("'[2024-07-21..2024-07-25]'", "", "[2024-07-21..2024-07-25]", "between 21 and 25 July 2024"),
    "open_ends": ("2024-07/..", "", "2024-07/..", "from July 2024 on"),
    "doubt": ("2024-07-21~", "", "2024-07-21~", "about 21 July 2024"),
    "times": ("2024-07-21T13:45", "", "13:45", "13:45"),
    "date_notes": ("2024-07-21", ", date_note: Deduzed", "Deduzed", "Deduzed"),
    "text": ("2024-07-21", ", text: Longtext", "Longtext", "Longtext"),
    "status": ("2024-07-21", ", status: planned", "planned", "planned"),
    "kind": ("2024-07-21", ", kind: kindofthing", "kindofthing", "kindofthing"),
    "actors": ("2024-07-21", ", actors: one", "Actorone", "Actorone"),
    "relations": ("2024-07-21", ", about: other, told: two, says: three", "Actortwo", "Actorthree"),
    "countries": ("2024-07-21", ", countries: MA", "Morocco", "Morocco"),
    "places": ("2024-07-21", ", place: Placeville", "Placeville", "Placeville"),
    "tags": ("2024-07-21", ", tags: tagword", "tagword", "tagword"),
    "claims": ("2024-07-21", ", claims: {jobsclaim: {777 people: src}}", "777 people", "777 people"),
    "sources": ("2024-07-21", ", sources: src", "Paper", "Paper"),
    "passages": ("2024-07-21", ", sources: 'src#p'", "Firstwords", "Firstwords"),
    "announcements": ("2024-07-21", ", sources: 'src!announces'", "announces", "yes"),
    "key_events": ("2024-07-21", ", key: true", "yes", "true"),
    "short_titles": ("2024-07-21", ", short: Shorttitle", "Shorttitle", "Shorttitle"),
    "data": ("2024-07-21", ", data: {idled: 4321}", "4321", "4321"),
    "languages": ("2024-07-21", ", title_fr: Autretitre", "Autretitre", "Autretitre"),
}
"""A date, more fields, then what stands for the feature as data and in words."""
OF_SOURCE = {
    "author": (", author: Writername", "Writername"),
    "publication": (", published: 2023-05-06", "2023-05-06|6 May 2023"),
    "source_notes": (", note: Remarkof, published_note: Deducedsince", "Remarkof"),
    "seen": (", seen: 2023-05-07", "2023-05-07|7 May 2023"),
    "gone": (", gone: 2023-05-08", "2023-05-08|8 May 2023"),
    "archive": (', archive: "https://archive.example/copy"', "archive.example/copy"),
    "source_language": (", language: fi", "fi"),
    "source_country": (", country: FI", "Finland"),
    "exhibits": (", exhibit: 8765", "8765"),
    "source_titles": (", title_fr: Autretitre", "Autretitre"),
}
CODES = {"Morocco": "MA", "Finland": "FI"}
FORMS = [*FORMATS.values(), with_claims(FORMATS["csv"])]
BY_CASE = {form.name if form in FORMATS.values() else "csv --claims": form for form in FORMS}
CASES = [(name, feature) for name, form in BY_CASE.items() for feature in ALL_FEATURES if concerns(form, feature)]
IN_DATES = ("precision", "bounds", "open_ends", "doubt", "times")


STRUCTURED = {("timelinejs", "precision"), ("timelinejs", "times"), ("csl", "publication"), ("csl", "seen"),
              ("bibtex", "publication")}  # fmt: skip
"""What is carried as numbers, which have no one text."""


def stories(feature: str) -> tuple[str, str, tuple[str, ...]]:
    """A story with a feature, the same without it, and the texts by which it is known."""
    if feature not in OF_EVENT:
        more, sign = OF_SOURCE[feature]
        base = {"date": "2024-07-21", "event": ", sources: src"}
        return STORY.format(**base, source=more), STORY.format(**base, source=""), tuple(sign.split("|"))
    date, more, *signs = OF_EVENT[feature]
    cited = "" if feature == "sources" else ", sources: src"
    without = "1999-01-01" if feature in IN_DATES else date
    having = STORY.format(date=date, event=more if "src" in more and feature != "claims" else more + cited, source="")
    return having, STORY.format(date=without, event=cited, source=""), tuple(signs)


def output(form: Format, story: str) -> str:
    return text_of(form.name, extract_of(story), **({"with_claims": True} if form == FORMS[-1] else {}))


def counts(text: str, signs: tuple[str, ...]) -> int:
    """The number of times that any of the signs stands in a text; a code of two letters stands alone."""
    wanted = {*signs, *(CODES[one] for one in signs if one in CODES)}
    short = {one for one in wanted if len(one) == 2}
    folded = text.casefold()
    alone = sum(len(re.findall(rf"(?<![A-Za-z]){one}(?![A-Za-z])", text)) for one in short)
    return alone + sum(folded.count(one.casefold()) for one in wanted - short)


@pytest.mark.parametrize(("form", "feature"), CASES, ids=str)
def test_what_the_table_says_is_carried_is_there_and_nothing_else(form: str, feature: str) -> None:
    chosen = BY_CASE[form]
    having, lacking, signs = stories(feature)
    told, untold = output(chosen, having), output(chosen, lacking)
    has_more = counts(told, signs) > counts(untold, signs)
    if any(loss.feature == WHOLE for loss in account(extract_of(having), chosen, Withheld()).losses):
        assert form == "ics"
        assert not has_more
    elif feature in chosen.carries:
        assert told != untold
        assert has_more or (form, feature) in STRUCTURED
    elif feature in IN_DATES:
        assert not has_more
    else:
        assert told == untold


def test_every_feature_of_the_tables_is_one_that_events_or_sources_have() -> None:
    assert set(OF_EVENT) == set(EVENT_FEATURES)
    assert set(OF_SOURCE) == set(SOURCE_FEATURES)
    for form in FORMS:
        assert set(form.carries) <= set(ALL_FEATURES), form.name
        assert set(form.carries.values()) <= {DATA, "words"}


def test_a_time_of_day_is_a_feature_of_its_own_and_no_want_of_precision() -> None:
    (event,) = extract_of("events:\n- {id: a, date: 2024-07-21T13:45, title: A}\n").timeline.events
    assert [name for name in ("precision", "bounds", "times") if EVENT_FEATURES[name](event)] == ["times"]
    slide = json.loads(text_of("timelinejs", extract_of("events:\n- {id: a, date: 2024-07-21T13:45, title: A}\n")))
    start = slide["events"][0]["start_date"]
    assert (start["day"], start["hour"], start["minute"]) == (21, 13, 45)
