"""The addresses within a site: the place of an event on its page, and the page of each language."""

from __future__ import annotations

import re
from urllib.parse import quote

from tui.core.text.clean import clean_line

INDEX = "index.html"


def anchor(event_id: str) -> str:
    """The id of an event as an element has it: without blanks, and no id of ours, which begin with a colon."""
    return re.sub(r"\s+", "-", clean_line(event_id)).lstrip(":") or "-"


def to_event(event_id: str) -> str:
    """The link to an event on the page."""
    return "#" + quote(anchor(event_id), safe="-._~!$&'()*+,;=:@/")


def page_name(language: str, first: str) -> str:
    """The file of a language; that of the first is where a site opens."""
    return INDEX if language == first else f"index.{language}.html"
