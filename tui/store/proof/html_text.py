"""The words of a page of the web: what stands in its body, without scripts, styles and menus."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from tui.store.proof.copy_text import NoTextError

_MOST = 24_000_000
"""Characters of a page without its pictures: more would not fit into the memory that reading may take."""
_LEFT_OUT = ["script", "style", "nav", "template"]
_BLOCKS = (
    "address|article|aside|blockquote|body|br|button|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|"
    "figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|menu|nav|ol|optgroup|option|p|pre|section|select|summary|"
    "table|tbody|td|textarea|tfoot|th|thead|tr|ul|iframe|img|input|video|audio|object"
)
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})(?=[\s/>])", re.IGNORECASE)
_LINE = "\u2028"
"""Marks the end of a line, which in a page is not where its text has one."""
_EMBEDDED = re.compile(r"data:[\w/+.-]+[^\"'()\s<>]{100,}")


def text_of_html(page: str) -> str:
    """The text of a page, a line for each block."""
    page = _EMBEDDED.sub("", page)  # pictures and fonts, which pages that are saved in one file consist of
    if len(page) > _MOST:
        raise NoTextError("too-large-page", f"{_MOST:,}")
    try:
        tree = LexborHTMLParser(_BLOCK.sub(rf"{_LINE}\g<0>", page))
    except Exception as error:  # whatever its bytes, any page can be read, while there is memory
        raise NoTextError("too-much-memory") from error
    del page
    tree.strip_tags(_LEFT_OUT)
    text = (tree.body.text(deep=True, separator="") or "") if tree.body is not None else ""
    del tree
    return text.replace("\n", " ").replace(_LINE, "\n")
