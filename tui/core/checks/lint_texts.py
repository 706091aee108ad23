"""The lint about what nobody sees in a text: zero-width spaces, soft hyphens and signs of direction from a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from tui.core.checks.lint import Finding, Lint, LintInput, Owner
from tui.core.text.clean import hidden_stretches, may_hide, without_hidden
from tui.core.text.identity import in_words
from tui.core.text.messages import worded
from tui.core.timeline.model import Event, Source, TextByLanguage, Timeline

CODE = "hidden-in-text"

LONGEST = 80
"""Characters of a text that is offered whole without what hides in it."""

_DIRECTION = "\u061c\u200e\u200f\u2066-\u2069"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BREAK = "\u200b"
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of languages that put no space between words, where a zero-width one says that a line may end."""


def hidden_in_text(story: LintInput) -> Iterator[Finding]:
    """A title, a text or a passage that is not what it looks like."""
    timeline, language = story.timeline, story.timeline.language
    owners: Iterable[Owner] = chain((timeline,), timeline.sources.values(), timeline.events)
    for owner in owners:
        if may_hide(" ".join(_all_of(owner))):
            for field, text in _fields(owner, language):
                if found := first_hidden(text):
                    bare = without_hidden(text)
                    hint = (
                        worded('did you mean "{name}"?', name=bare) if len(bare) <= LONGEST else worded("leave it out")
                    )
                    message = worded("nobody sees {character} in this", character=in_words(found))
                    yield Finding(owner, field, CODE, message, hint, drops=_hidden(text))


def first_hidden(text: str) -> str:
    """The first character that hides or steers without a use; empty if there is none."""
    return _hidden(text)[:1]


def _hidden(text: str) -> str:
    """All that hides or steers without a use."""
    if without_hidden(text) == text:
        return ""
    of_use = (_DIRECTION if _RIGHT_TO_LEFT.search(text) else "") + (_BREAK if _WITHOUT_SPACES.search(text) else "")
    if of_use:
        text = re.sub(f"[{of_use}]", "", text)
    return "".join(text[begin:end] for begin, end in hidden_stretches(text))


def _all_of(owner: Owner) -> Iterable[str]:
    """All that is read as prose of an owner."""
    if isinstance(owner, Event):
        values = (value.text for claim in owner.claims for value in claim.values)
        return (*owner.titles.values(), *owner.texts.values(), *owner.date_note.values(), *values)
    return (text for _, text in _fields(owner, ""))


def _fields(owner: Owner, language: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The same, each with its field."""
    for name, texts in _texts(owner):
        for code, text in texts.items():
            yield (name if code == language else f"{name}_{code}",), text
    if isinstance(owner, Source):
        for name, passage in owner.passages.items():
            yield ("passages", name), passage.words
    if isinstance(owner, Event):
        for claim in owner.claims:
            for value in claim.values:
                yield ("claims", claim.name, value.text), value.text


def _texts(owner: Owner) -> tuple[tuple[str, TextByLanguage], ...]:
    """The texts of an owner by the key of the file."""
    if isinstance(owner, Event):
        return ("title", owner.titles), ("text", owner.texts), ("date_note", owner.date_note)
    if isinstance(owner, Source):
        return ("title", owner.titles), ("note", owner.note)
    return (("title", owner.titles), ("about", owner.about)) if isinstance(owner, Timeline) else ()


LINTS = (
    Lint(
        CODE,
        hidden_in_text,
        worded(
            "{found} of {among} events and sources have characters in their texts that nobody sees, such as this one"
        ),
        lambda story: len(story.timeline.events) + len(story.timeline.sources),
    ),
)
