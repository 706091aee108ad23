"""Requests and answers as a WARC file (ISO 28500), headers included, as archives of the web keep pages."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from tui import __version__

SUFFIX = ".warc.gz"
_UNDONE = frozenset({"transfer-encoding"})
"""Headers of how a body came, which is kept otherwise: they get another name, as other archivers do it."""


class Exchange(NamedTuple):
    """One request, and what the server answered."""

    url: str
    at: str
    """The time, in UTC: `2026-11-30T10:00:00Z`."""
    request: bytes
    """As it was sent."""
    status: str
    """The line of the status without the protocol: `200 OK`."""
    protocol: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    """As it came, which may be compressed; the pieces of a chunked one are joined."""
    peer: str = ""
    """The address of the machine that answered."""


def warc(exchanges: Iterable[Exchange], title: str) -> bytes:
    """A compressed WARC file with a record of each request and of each answer; `title` names its file."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    about = {"software": f"jalon {__version__}", "format": "WARC File Format 1.1"}  # no words: of the format
    writer.write_record(writer.create_warcinfo_record(title, about))
    for one in exchanges:
        line, _end, rest = one.request.decode("latin-1").partition("\r\n")
        asked = [tuple(header.split(": ", 1)) for header in rest.split("\r\n") if ": " in header]
        dated = {"WARC-Date": one.at, **({"WARC-IP-Address": one.peer} if one.peer else {})}
        answered = [(f"X-Orig-{name}" if name.lower() in _UNDONE else name, value) for name, value in one.headers]
        response = writer.create_warc_record(
            one.url,
            "response",
            payload=BytesIO(one.body),
            http_headers=StatusAndHeaders(one.status, answered, protocol=one.protocol),
            warc_headers_dict=dated,
        )
        request = writer.create_warc_record(
            one.url,
            "request",
            payload=BytesIO(),
            http_headers=StatusAndHeaders(line, asked, is_http_request=True),
            warc_headers_dict=dict(dated),
        )
        writer.write_request_response_pair(request, response)
    return out.getvalue()
