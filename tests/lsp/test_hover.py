"""The cards of what the pointer is over."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.lsp.test_known import EVERY, known
from tui.lsp.hover import field_help, hover
from tui.store.read.schema_words import FIELD_HELP

SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8")


def card(text: str, words: str, inside: int = 0, language: str = "en") -> str:
    before = text[: text.index(words) + inside]
    found = hover(known(text), before.count("\n"), len(before) - before.rfind("\n") - 1, language)
    return found.text if found else ""


def test_a_date_is_told_in_words_with_its_bounds() -> None:
    text = "events:\n  - {id: a, date: 2025-10/2026-03-31, title: b}\n  - {id: c, date: '2025~', title: d}\n"
    assert card(text, "2025-10") == (
        "**October 2025 – 31 March 2026**\n\n- starts: 2025-10-01 to 2025-10-31\n- ends: 2026-03-31"
    )
    assert card(text, "2025~", language="fr").startswith("**vers 2025**")


def test_an_actor_is_told_with_its_events() -> None:
    told = card(EVERY, "[one, ", 2)
    assert told.startswith("**One** · one")
    assert "1 event:\n\n- 2025: One, one" in told


def test_a_source_and_a_passage_are_told() -> None:
    assert card(EVERY, "src#p!", 1).startswith("**A**")
    assert "1 passage" in card(EVERY, "src#p!", 1)
    assert card(EVERY, "src#p!", 5).startswith("> first … last")


def test_a_claim_is_told_with_who_says_what() -> None:
    told = card(EVERY, "jobs:")
    assert told.startswith("**jobs** · disputed")
    assert "- 150: A (kept)" in told
    assert "- 163: A" in told


def test_a_key_is_explained() -> None:
    assert card(SHIPPED, "  date: 2016", 3).startswith("When it happened, in EDTF")
    assert card(SHIPPED, "  title_fr:", 3).startswith("What the timeline is about")


@pytest.mark.parametrize(("kind", "key"), FIELD_HELP)
def test_every_key_has_its_explanation(kind: str, key: str) -> None:
    assert field_help(kind, key)
    assert "\n\n\n" not in field_help(kind, key)


def test_nothing_of_the_file_is_markup() -> None:
    text = 'actors: {a: {name: "[x](http://evil) <b> \x1b[31m\u202e"}}\n'
    text += "events: [{id: e, date: 2025, title: t, actors: a}]\n"
    told = card(text, "actors: a", 8)
    assert "](" not in told.replace("\\](", "")
    assert not set("\x1b\u202e") & set(told)
