"""Texts as YAML has them, with as few quotes as they need."""

from __future__ import annotations

import re

from tui.core.text.cells import wrap

WIDTH = 106
"""Characters of a line, where the text allows it."""

_STARTS = frozenset("-?:,[]{}#&*!|>'\"%@`=~")
"""The characters with which a text without quotes had better not begin."""
_STOPS = re.compile(r": |:$| #|\t|\n| $|^ |^---|^\.\.\.|^<<$")
"""The signs that end a text without quotes, or never belong to it."""
_FLOW = re.compile(r"[\[\]{},]|:(?=[^/]|$)")
"""The characters that a text between brackets does not hold without quotes."""
_TYPED = re.compile(
    r"null|true|false|[-+]?(?:[0-9][0-9_]*)?\.?[0-9]+(?:[eE][-+]?[0-9]+)?|[0-9]+\.|0[xo][0-9a-f]+|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
"""The texts that an editor that knows YAML 1.2 takes for something else than a text."""
_DASHED = re.compile(r"-[^-\s]")
"""A dash that begins no item of a list: `-0043`."""


def scalar(text: str, *, flow: bool = False, literal: bool = False) -> str:
    """One line of text as a value; `flow` between brackets, `literal` for a date, which is read as it stands."""
    if literal and text[:1] in ("[", "{"):
        return text
    if _is_plain(text, flow) and (literal or not _TYPED.fullmatch(text)):
        return text
    return quoted(text)


def _is_plain(text: str, flow: bool) -> bool:
    begins_well = text[:1] not in _STARTS or _DASHED.match(text)
    return bool(text) and bool(begins_well) and not _STOPS.search(text) and not (flow and _FLOW.search(text))


def quoted(text: str) -> str:
    """The text between quotes: single ones where nothing in it needs more."""
    if "'" not in text and "\n" not in text and "\t" not in text:
        return f"'{text}'"
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{inner}"'


def paragraph(text: str, indent: int) -> list[str]:
    """A text of any length: what stands behind its key, then lines that stand so many columns to the right."""
    is_line = "\n" not in text
    if is_line and len(text) + indent < WIDTH - 8 and scalar(text) == text:
        return [text]
    lines = wrap(text, WIDTH - indent, len) if is_line else text.split("\n")
    if is_line and " ".join(lines) == text:
        return [">-", *lines]
    return ["|-", *text.split("\n")]
