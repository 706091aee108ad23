"""Talking with the person at the terminal: questions on standard error, answers from the keys."""

from __future__ import annotations

import sys
from io import TextIOWrapper

from tui.core.text.clean import clean_line
from tui.core.text.messages import _

YES = ("y", "yes", "o", "oui", "j", "ja")
"""The answers that mean yes, in any of the languages."""

_FORGIVING = "surrogateescape"
"""The way of reading the keys: what is no UTF-8 is then said to be so, and asked for again."""


def can_ask() -> bool:
    """True when somebody is there to answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str) -> str:
    """One line of answer; where the keys end, as with ctrl+d, it is as if one had interrupted."""
    sys.stderr.write(f"{clean_line(question)} ")
    sys.stderr.flush()
    if sys.stdin.errors != _FORGIVING and isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors=_FORGIVING)
    answer = sys.stdin.readline()
    if not answer:
        raise KeyboardInterrupt
    return answer.rstrip("\r\n")


def agree(question: str) -> bool:
    """True when the answer is yes."""
    return ask(question + " " + _("[y/n]")).strip().lower() in YES
