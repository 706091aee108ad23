"""The names and titles that a reader is shown, and those where room is scarce."""

from __future__ import annotations

import pytest

from tests.core.timelines import event, timeline
from tui.core.timeline.in_language import TimelineInLanguage, short_name, short_title, value_name
from tui.core.timeline.model import Actor, Source, TextByLanguage


@pytest.mark.parametrize(
    ("short", "titles", "language", "shown"),
    [
        ({}, {"en": "The contract ends"}, "en", "The contract ends"),
        ({"en": "End"}, {"en": "The contract ends"}, "en", "End"),
        ({"en": "End"}, {"en": "The contract ends"}, "fr", "End"),
        ({"en": "End"}, {"en": "The contract ends", "fr": "Le contrat finit"}, "fr", "Le contrat finit"),
        ({"en": "End", "fr": "Fin"}, {"en": "The contract ends"}, "fr", "Fin"),
        ({"fr": "Fin"}, {"en": "The contract ends"}, "en", "The contract ends"),
        ({"en": "E\x1bd"}, {"en": "The contract ends"}, "en", "E␛d"),
    ],
)
def test_a_short_title_is_shown_where_it_speaks_the_readers_language_as_well_as_the_title(
    short: TextByLanguage, titles: TextByLanguage, language: str, shown: str
) -> None:
    one = event("2025", "x", titles=titles, shorts=short)
    assert short_title(one, timeline([one]), language) == shown


def test_an_alias_is_never_the_name_and_a_short_name_is_where_room_is_scarce() -> None:
    actors = {
        "declared": Actor("declared", {"en": "Moroccan federation"}, aliases=("OTHER",), shorts={"en": "FMES"}),
        "bare": Actor("bare", {"en": "Employers"}, aliases=("CGEM",)),
    }
    of = timeline([], actors=actors)
    assert [value_name("actor", name, of, "en") for name in actors] == ["Moroccan federation", "Employers"]
    assert [short_name("actor", name, of, "en") for name in actors] == ["FMES", "Employers"]
    assert short_name("tag", "declared", of, "en") == "declared"


def test_french_of_the_curator_is_set_as_french_and_what_others_wrote_stays() -> None:
    words = {"en": "Who's next?", "fr": "À qui le tour ? « L'un »: l'autre"}
    french, english = (TimelineInLanguage(timeline([]), code) for code in ("fr", "en"))
    told = "À qui le tour\u202f? «\u202fL’un\u202f»\u202f: l’autre"
    assert (french.line(words), french.text(words)) == (told, told)
    assert english.line(words) == french.line({"en": words["en"]}) == "Who's next?"
    assert french.source_title(Source("s", titles=words)) == french.as_written(words) == words["fr"]
