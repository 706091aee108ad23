"""The text of a document, by what it is: a page of the web, a PDF, or plain text.

Nothing is rendered, fetched or executed. The library that reads a kind is imported when the first of it is read.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from tui.store.proof.copy_text import MOST_CHARACTERS, CopyText, NoTextError

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def text_of(data: bytes, kind: str, charset: str | None = None) -> CopyText:
    """The text of a document; NoTextError where it has none."""
    if data[:5] == b"%PDF-" or kind == "pdf":
        from tui.store.proof.pdf_text import pages_of_pdf

        return _checked(CopyText(pages_of_pdf(data), True), "no-text-scan")
    text = decoded(data, charset, is_html=kind == "html")
    if kind == "html":
        from tui.store.proof.html_text import text_of_html

        text = text_of_html(text)
    elif kind == "markdown":
        text = _without_marks(text)
    return _checked(CopyText((text,)), "no-text")


def _checked(copy: CopyText, empty: str) -> CopyText:
    """The same copy; NoTextError when it has no text, or far too much."""
    if sum(map(len, copy.pages)) > MOST_CHARACTERS:
        raise NoTextError("too-much-text", f"{MOST_CHARACTERS:,}")
    if not any(any(map(str.isalnum, page)) for page in copy.pages):
        raise NoTextError(empty)
    return copy


def decoded(data: bytes, charset: str | None = None, *, is_html: bool = False) -> str:
    """Bytes as text: UTF-8 where they are that, else what they say of themselves, else Windows-1252.

    What a server or a page says is often wrong, and what is not UTF-8 is hardly ever UTF-8 by chance.
    """
    for mark, name in ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        found = _CHARSET.search(data[:4096]) if is_html else None
        said = charset or (found[1].decode("ascii", "replace") if found else "")
    if said.lower().replace("_", "-") in ("", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "utf-8", "utf8"):
        said = "cp1252"  # as the WHATWG Encoding Standard has it
    try:
        return data.decode(said, "replace")
    except (LookupError, UnicodeError, TypeError):
        return data.decode("cp1252", "replace")


def _without_marks(text: str) -> str:
    """Markdown without the signs of its headings, quotations, lists, emphasis and links."""
    text = re.sub(r"(?m)^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+)?", "", text)
    text = re.sub(r"!?\[([^\]\n]*)\]\([^()\n]*\)", r"\1", text)
    return re.sub(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`", "", text)
