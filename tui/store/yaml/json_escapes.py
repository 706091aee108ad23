r"""Characters that JSON writes as two escapes, which libyaml refuses: `"\ud83d\udc7e"`.

They are written as one escape of YAML, and made as long as they were by a bell that is taken out of the value again.
Elsewhere than in double quotes nothing is an escape: there the value gets back what was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tui.store.yaml.nodes import Scalar

_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89aAbB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_MENDED = re.compile(r"\\U(000[0-9a-f]{5}|0010[0-9a-f]{4})\\a")
_BELLED = re.compile("([\U00010000-\U0010ffff])\a")


def with_one_escape(text: str) -> str:
    """The text, as long as it was, with each pair of escapes as one and a bell."""
    return _PAIR.sub(_as_one, text)


def _as_one(found: re.Match[str]) -> str:
    high, low = int(found[2], 16) - 0xD800, int(found[3], 16) - 0xDC00
    return f"{found[1]}\\U{0x10000 + (high << 10) + low:08x}\\a"


def _as_two(found: re.Match[str]) -> str:
    high, low = divmod(int(found[1], 16) - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def with_whole_characters(get_event: Callable[[], Any], text: str) -> Callable[[], Any]:
    """The parser's events of such a text, with those characters in the values of scalars."""
    if _MENDED.search(text) is None:
        return get_event

    def event_with_them() -> Any:
        event = get_event()
        if event.__class__ is Scalar:
            is_escape = event.style == '"'
            event.value = _BELLED.sub(r"\1", event.value) if is_escape else _MENDED.sub(_as_two, event.value)
        return event

    return event_with_them
