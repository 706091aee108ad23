"""The words that a page says itself, in the language that is in force."""

from __future__ import annotations

from types import SimpleNamespace

from tui.core.text.messages import _, in_context


def words() -> SimpleNamespace:
    """The words by the names that the template has for them."""
    return SimpleNamespace(
        skip=_("Skip to the story"),
        languages=_("Languages"),
        overview=_("The events over time"),
        years=_("Years"),
        ask=_("Ask for some of the events"),
        word=_("A word"),
        all=in_context("of a list to choose from", "all"),
        some=_("{shown} of the events are shown"),
        all_events=_("all events are shown"),
        clear=_("Show all"),
        key=_("key event"),
        written_later=_("written later:"),
        disputed=_("The sources disagree."),
        vague=_("less precise:"),
        kept=_("kept by the editors"),
        colon=_("{name}: {value}", name="", value=""),
        comma=", ",
        say_so=_("Sources"),
        why=_("Why this day"),
        about=_("About"),
        about_it=_("About it"),
        notes=_("Notes"),
        archive=_("archive"),
        back=_("back to:"),
        exceptions=_("Exceptions"),
        exceptions_are=_("These events do not meet what is required of the others. They are told all the same:"),
        corrections=_("Corrections"),
        how_to_read=_("How to read this page"),
        a_year=_("A line is a year, from January to December. A mark lies where the event does, or may."),
        files=_("The same as data, and what is new:"),
        new=_("What is new"),
    )
