"""The answer of a source's address in a file of a web archive (WARC), or in several of them in one zip (WACZ)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from typing import IO, Any
from urllib.parse import urljoin

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from tui.core.web.page_key import page_key
from tui.store.proof.copy_text import MOST_BYTES, CopyText, NoTextError
from tui.store.proof.document_text import text_of

_MOST_HOPS = 10
_MEDIA = {
    "text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "text/plain": "text",
    "text/markdown": "markdown",
}  # fmt: skip
_PACKED = {"br": "brotli", "zstd": "zstandard"}
"""Encodings that a library must unpack which need not be there."""


def text_of_warc(stream: IO[bytes], url: str | None) -> CopyText:
    """The text of the answer of an address, through the redirects that are in the file; NoTextError without one."""

    def records() -> Iterator[Any]:
        stream.seek(0)
        return _records(stream)

    return _text(records, url)


def text_of_wacz(stream: IO[bytes], url: str | None) -> CopyText:
    """The same of a WACZ: of the files of a web archive in it, one after the other."""
    try:
        with zipfile.ZipFile(stream) as whole:
            names = sorted(name for name in whole.namelist() if name.lower().endswith((".warc", ".warc.gz")))

            def records() -> Iterator[Any]:
                for name in names:
                    with whole.open(name) as file:
                        yield from _records(io.BufferedReader(file))  # type: ignore[type-var]  # it reads as raw files do

            return _text(records, url)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        raise NoTextError("damaged") from None


def _records(stream: IO[bytes]) -> Iterator[Any]:
    """The answers in a file; what is damaged ends them."""
    with suppress(ArchiveLoadFailed, EOFError, zlib.error, zipfile.BadZipFile):
        yield from (one for one in ArchiveIterator(stream) if one.rec_type in ("response", "resource"))


def _text(records: Callable[[], Iterator[Any]], url: str | None) -> CopyText:
    """The text of the answer of an address, at its last redirect; of the first page where none is asked for."""
    wanted, refusal = url, NoTextError("no-answer", url or "")
    for _hop in range(_MOST_HOPS):
        following = None
        for record in records():
            address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
            if wanted is not None and page_key(address) != page_key(wanted):
                continue
            headers, status = record.http_headers, _status(record)
            location = headers.get_header("Location") if headers and 300 <= status < 400 else None
            if status == 200 and (_kind(record) or wanted):
                return _document(record)
            if location:
                following = urljoin(address, location)
            elif status >= 300:
                refusal = NoTextError("refused", str(status))
        if following is None:
            break
        wanted = following
    raise refusal


def _status(record: Any) -> int:
    code = record.http_headers.get_statuscode() if record.http_headers else "200"
    return int(code) if code and code.isdigit() else 200


def _kind(record: Any) -> str | None:
    """The kind of document that an answer says it is; None for a picture, a script, a style."""
    headers = record.http_headers or record.rec_headers
    return _MEDIA.get((headers.get_header("Content-Type") or "").partition(";")[0].strip().lower())


def _document(record: Any) -> CopyText:
    """The text of one answer."""
    headers = record.http_headers or record.rec_headers
    packed = (headers.get_header("Content-Encoding") or "").strip().lower()
    if packed in _PACKED and find_spec(_PACKED[packed]) is None:
        raise NoTextError("packed", packed)
    data = record.content_stream().read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise NoTextError("too-large", f"{MOST_BYTES:,}")
    _before, mark, charset = (headers.get_header("Content-Type") or "").lower().partition("charset=")
    return text_of(data, _kind(record) or "html", charset.strip(" \"';") if mark else None)
