"""The address in a pasted text: in brackets, with a slip in its beginning, with a full stop, or as a DOI.

Read only when an address is wrong, and so imported late. No cure is better than a wrong one.
"""

from __future__ import annotations

import re

from tui.core.citation.addresses import LONGEST, doubt, fault
from tui.core.text.messages import worded

_LINKS = (
    re.compile(r"!?\[[^\]]*\]\(\s*<?(?P<url>\S+?)>?(?:\s+[\"'(].*)?\)[.,;]?"),  # Markdown
    re.compile(r"\[{1,2}(?P<url>[a-z]+:?//[^\s|\]]+)(?:[\s|][^\]]*)?\]{1,2}[.,;]?", re.IGNORECASE),  # a wiki
    re.compile(r"<a\s[^>]*?href=[\"']?(?P<url>[^\s\"'>]+).*", re.IGNORECASE | re.DOTALL),
    re.compile(
        r"(?:url|link|lien|source|voir|see|via|doi|adresse|address|feed|view-source)\s*:\s*(?P<url>\S+)", re.IGNORECASE
    ),
    re.compile(r"(?:voir|see|via|cf\.?|sur|at|in)\s+(?P<url>https?://\S+)", re.IGNORECASE),
    re.compile(r"\\(?:url|href)\{(?P<url>[^\s{}]+)\}(?:\{.*\})?[.,;]?"),  # LaTeX
    re.compile(r"(?P<url>https?://\S+?),?\s+[(\[,–—-].*", re.IGNORECASE | re.DOTALL),  # with a remark behind it
)
_OPENING, _CLOSING = "<([{\"'«“‘*`„", ">)]}\"'»”’*`.,;:"
_DOI = re.compile(
    r"(?:(?:https?:/*)?(?:dx\.)?doi\.org/|(?:info:)?doi\s*[:/]?\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE
)
"""By the DOI Handbook, section 2.2: 10 and who registers, a slash, and any signs."""
_SCHEME = re.compile(
    r"(?:h{0,2}t{1,3}p{1,2}|hpt{1,2}|hxxp|htt)(s?)"
    r"(?:\s*[:;]+\s*[/\\]*|\.?[/\\]+)\s*(?=[^\s/\\])",
    re.IGNORECASE,
)
_HOST = re.compile(r"(?:[^\s/.?#:@]+\.)+(?:[^\W\d_A-Z]{2,}|[A-Z]{2,}|xn--[a-z0-9-]+)(?::\d+)?(?=[/?#]|$)")
_FILES = (".pdf", ".html", ".htm", ".doc", ".docx", ".odt", ".txt", ".md", ".yaml", ".yml", ".csv", ".xls", ".xlsx",
          ".jpg", ".jpeg", ".png", ".zip", ".epub", ".xhtml", ".warc", ".wacz", ".gz")  # fmt: skip


def cure(text: str) -> str | None:
    """The address that was meant by a text that may not be opened as it stands; None when it is anybody's guess."""
    if len(text) > 2 * LONGEST:
        return None
    found = _whole(_unwrapped(text.strip()))
    is_sound = found != text and fault(found) is None and doubt(found) is None
    return found if is_sound else None


def hint(text: str) -> str | None:
    """The same as a question: `did you mean "https://example.org/x"?`."""
    found = cure(text)
    return worded('did you mean "{name}"?', name=found) if found else None


def _unwrapped(text: str) -> str:
    """A text without the link that it is in, the brackets around it, and the signs of the sentence after it."""
    for link in _LINKS:
        found = link.fullmatch(text)
        if found:
            text = found["url"]
    text = text.lstrip(_OPENING).lstrip()
    while text and text[-1] in _CLOSING and not text.endswith("...") and not _belongs(text):
        text = text[:-1].rstrip()
    return text


def _belongs(text: str) -> bool:
    """True when the last sign of an address is part of it: a bracket that it opens, the stop of `/wiki/Ikanbi_Inc.`."""
    return text[-1] not in ">\"'`*" and doubt(text) is None


def _whole(text: str) -> str:
    """A text with the beginning of an address: that of a DOI, or `https://` for a slip of it, or for none."""
    doi = _DOI.fullmatch(text)
    if doi:
        return f"https://doi.org/{doi[1]}"
    secure, rest = None, text
    while found := _SCHEME.match(rest):
        secure, rest = found[1], rest[found.end() :]
    if secure is not None:
        return f"http{secure.lower()}://" + rest.replace("\\", "/")  # no words: an address
    rest = text.removeprefix("://").lstrip("/")
    is_host = _HOST.match(rest) and not ("/" not in rest and rest.lower().endswith(_FILES))
    return f"https://{rest}" if is_host else text
