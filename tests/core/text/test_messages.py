from __future__ import annotations

from collections.abc import Iterator

import pytest

from tui.core.text import messages
from tui.core.text.messages import _, in_context, numbered, thousands, translated, worded, worded_number


class Shouting:
    """A language that is English in capitals, in which nothing but one is singular, and an open door is ajar."""

    def gettext(self, message: str) -> str:
        return "".join(part if part.startswith("{") else part.upper() for part in _parts(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return "AJAR" if context == "a door" else self.gettext(message)


def _parts(message: str) -> Iterator[str]:
    while message:
        before, brace, after = message.partition("{")
        place, end, message = after.partition("}")
        yield before
        yield f"{brace}{place}{end}"


@pytest.fixture
def shouting() -> Iterator[None]:
    messages.use(Shouting())
    yield
    messages.use(None)


def test_a_place_is_filled_with_the_value_as_it_is() -> None:
    assert _('there is no "{name}"', name="{0.__class__} {name!r} %s") == 'there is no "{0.__class__} {name!r} %s"'
    assert _("{one} and {other}", one="{other}", other="{one}") == "{other} and {one}"
    assert _("line {line}", line=1200) == "line 1200"


@pytest.mark.parametrize("message", ["{", "}", "{}", "a {b", "silence: {key: reason}", "{{x}}", "{line:>9} {line!r}"])
def test_braces_that_are_no_place_stay(message: str) -> None:
    assert _(message) == message
    assert _(message, line=1) == message


def test_a_place_may_stand_within_other_braces() -> None:
    assert _("silence: {{code}: the reason}", code="no-source") == "silence: {no-source: the reason}"


def test_a_number_chooses_the_form_and_its_thousands_stand_apart() -> None:
    told = [numbered("{number} event of {name}", "{number} events of {name}", n, name="X") for n in (0, 1, 2, 12345)]
    assert told == ["0 events of X", "1 event of X", "2 events of X", "12,345 events of X"]
    assert [thousands(n) for n in (999, 1000, -1000, 1234567)] == ["999", "1,000", "-1,000", "1,234,567"]


@pytest.mark.usefixtures("shouting")
def test_what_is_said_comes_from_the_catalogue_in_force_and_what_is_put_in_does_not() -> None:
    assert _("there is no {name}", name="quiet word") == "THERE IS NO quiet word"
    assert numbered("{number} event", "{number} events", 2) == "2 EVENTS"
    assert in_context("a door", "open") == "AJAR"


def test_what_is_kept_is_english_and_turns_when_it_is_shown() -> None:
    cure = worded('did you mean "{name}"?', name="ikanbi")
    kept = worded("no actor {name}; {cure}", name="ikambi", cure=cure)
    many = worded_number("one more", "{number} more", 1200)
    assert kept == 'no actor ikambi; did you mean "ikanbi"?' == translated(kept)
    assert hash(kept) == hash(str(kept))
    assert many == "1,200 more"
    messages.use(Shouting())
    try:
        assert translated(kept) == 'NO ACTOR ikambi; DID YOU MEAN "ikanbi"?'
        assert kept == 'no actor ikambi; did you mean "ikanbi"?'
        assert translated(many) == "1,200 MORE"
        assert translated("a text of the file") == "a text of the file"
    finally:
        messages.use(None)
    assert translated(kept) == kept
