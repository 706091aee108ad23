"""Texts in any language that a file has, chosen by --lang; dates and jalon's own words fall back to English."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tui.cli.base import streams

STORY = """\
timeline: {title: T, title_it: Tijdlijn, language: en}
events:
- id: a
  date: 2025-08-25
  title: English
  title_it: Italiano
  title_de: Deutsch
  title_fr: Français
  text_de: Ein Text.
"""


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "story.yaml").write_text(STORY, encoding="utf-8")
    return str(tmp_path / "story.yaml")


@pytest.mark.parametrize("language", ["it", "IT", "it-CH", "it_IT.UTF-8"])
def test_titles_come_in_the_language_and_dates_in_english(language: str, story: str, say: Say) -> None:
    said = say("print", story, "--lang", language, "--width", "60")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(" Tijdlijn")
    assert "25 Aug  ● Italiano" in said.out
    assert "today" in said.out


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_every_format_has_them(form: str, story: str, say: Say) -> None:
    assert "Deutsch" in say("print", story, "--lang", "de", "--format", form).out


def test_a_language_that_the_file_lacks_is_said_and_its_own_stands_in(story: str, say: Say) -> None:
    said = say("print", story, "--lang", "es")
    assert (said.code, said.err) == (0, 'nothing here is in the language "es": there is en, it, de, fr\n')
    assert "English" in said.out
    assert say("print", story, "--lang", "fr").err == ""


@pytest.mark.parametrize("language", ["english", "e", "n1", "", "日本", "\x1b[2J"])
def test_what_is_no_code_is_refused(language: str, story: str, say: Say) -> None:
    said = say("print", story, "--lang", language)
    assert (said.out, said.code) == ("", streams.MISUSED)
    assert "is no code of a language, such as en, fr or nl" in said.err
    assert "\x1b" not in said.err


def test_show_lists_what_an_event_says_in_languages_that_jalon_does_not_speak(story: str, say: Say) -> None:
    assert say("show", story, "a", "--lang", "en").out.endswith("it  Italiano\nde  Deutsch\n    Ein Text.\n")
    assert say("show", story, "a", "--lang", "de").out.endswith("\n\nit  Italiano\n")
    assert say("show", story, "a", "--lang", "de").out.startswith("Deutsch\n25 August 2025 · reported\n\nEin Text.\n")
