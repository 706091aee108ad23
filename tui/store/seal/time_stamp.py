"""A time-stamp of a list of hashes (RFC 3161): asked of an authority when somebody wants it, and checked offline."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tui.core.citation.links import safe_url
from tui.core.text.messages import worded

if TYPE_CHECKING:
    from rfc3161_client import TimeStampResponse

_MOST = 1_000_000
"""Bytes of an answer; a token has some thousands."""
_SECONDS = 30.0
_LONG = 0x80
_CERTIFICATES = 0xA0
_SHA256 = "2.16.840.1.101.3.4.2.1"


class NoStamp(Exception):
    """A time-stamp that is not to be had, or is not as it should be; its text says why in one clause."""


class Stamp(NamedTuple):
    """The contents of a time-stamp."""

    at: str
    """The time, in UTC: `2026-11-30T10:00:00Z`."""
    authority: str
    """The name of the authority, as the token has it; empty where it has none."""


def asked(authority: str, data: bytes) -> bytes:
    """The answer of an authority on the hash of some data; NoStamp where it has none. Only the hash is sent."""
    import urllib3
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    from tui.store.keep.fetch import USER_AGENT

    address = safe_url(authority)
    if address is None:
        raise NoStamp(worded("it is no address that jalon opens"))
    builder = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256)
    request = builder.nonce(nonce=True).cert_request(cert_request=True).build()
    headers = {
        "Content-Type": "application/timestamp-query",
        "Accept": "application/timestamp-reply",
        "User-Agent": USER_AGENT,
    }
    try:
        with urllib3.PoolManager(retries=False, timeout=_SECONDS) as pool:
            answer = pool.request(
                "POST", address, body=request.as_bytes(), headers=headers, redirect=False, preload_content=False
            )
            token = answer.read(_MOST + 1, decode_content=True)
            answer.close()
    except (urllib3.exceptions.HTTPError, OSError):
        raise NoStamp(worded("the authority does not answer")) from None
    if answer.status != 200:
        raise NoStamp(worded("the authority answers {status}", status=answer.status))
    response = _response(token)
    if response.tst_info.nonce != request.nonce:
        raise NoStamp(worded("the answer is to another question"))
    checked(token, data)
    return token


def _response(token: bytes) -> TimeStampResponse:
    from rfc3161_client import PKIStatus, decode_timestamp_response

    try:
        response = decode_timestamp_response(_in_order(token[:_MOST]))
        if PKIStatus(response.status) != PKIStatus.GRANTED:
            raise NoStamp(worded("the authority refuses"))
        response.tst_info  # noqa: B018 - it is parsed here
    except ValueError:
        raise NoStamp(worded("it is no time-stamp")) from None
    return response


def _in_order(token: bytes) -> bytes:
    """The token with its certificates in the order that DER asks of a set: many authorities have them in another.

    They lie beside what is signed, not in it.
    """
    try:
        begin, end = 0, len(token)
        for number in (0, 1, 1, 0):  # the answer, the token in it, its content, the signed data
            begin, end = _inside(token, list(_things(token, begin, end))[number][0])
        begin, end = next(one for one in _things(token, begin, end) if token[one[0]] == _CERTIFICATES)
        begin, end = _inside(token, begin)
        certificates = sorted(token[slice(*one)] for one in _things(token, begin, end))
    except (IndexError, StopIteration, ValueError):
        return token
    return token[:begin] + b"".join(certificates) + token[end:]


def _things(data: bytes, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The begin and the end of each thing in a stretch of DER."""
    while begin < end:
        stop = _inside(data, begin)[1]
        if stop > end:
            raise ValueError
        yield begin, stop
        begin = stop


def _inside(data: bytes, begin: int) -> tuple[int, int]:
    """The begin and the end of what a thing holds."""
    size, start = data[begin + 1], begin + 2
    if size >= _LONG:
        count = size - _LONG
        size, start = int.from_bytes(data[start : start + count], "big"), start + count
    return start, start + size


def checked(token: bytes, data: bytes) -> Stamp:
    """The stamp of some data by a token; NoStamp where it is of other data. Its signature is not looked at."""
    response = _response(token)
    try:  # each is read when it is asked for
        imprint = response.tst_info.message_imprint
        algorithm, hashed = imprint.hash_algorithm.dotted_string, imprint.message
        stamp = Stamp(response.tst_info.gen_time.strftime("%Y-%m-%dT%H:%M:%SZ"), _name(response.tst_info.name))
    except ValueError:
        raise NoStamp(worded("it is no time-stamp")) from None
    if algorithm != _SHA256 or hashed != hashlib.sha256(data).digest():
        raise NoStamp(worded("it is of another list of hashes"))
    return stamp


def _name(name: object) -> str:
    value = getattr(name, "value", None)
    said = getattr(value, "rfc4514_string", None)
    return str(said()) if said is not None else ""


def signed_by(token: bytes, data: bytes, certificates: bytes) -> None:
    """Check that a token was signed by whom the certificates (PEM) name; else NoStamp.

    They are a root, perhaps with others between, or that of the authority alone.
    """
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates
    from rfc3161_client import VerificationError, VerifierBuilder

    try:
        given = list(dict.fromkeys(load_pem_x509_certificates(certificates)))
    except ValueError:
        raise NoStamp(worded("the file of the certificate holds none (PEM)")) from None
    response = _response(token)
    builder = VerifierBuilder()
    roots = [one for one in given if one.issuer == one.subject]
    try:
        for one in given if roots else ():
            builder = builder.add_root_certificate(one) if one in roots else builder.add_intermediate_certificate(one)
        if not roots:
            builder = builder.tsa_certificate(given[0])
            inside = [load_der_x509_certificate(one) for one in response.signed_data.certificates]
            named = [one for one in inside if one.issuer == given[0].issuer and one.subject == given[0].subject]
            if named != given:  # another one of the same name could have signed
                raise VerificationError
            for one in inside:
                builder = builder.add_root_certificate(one)
        builder.build().verify_message(response, data)
    except (VerificationError, ValueError):
        raise NoStamp(worded("it was not signed by whom the certificate names")) from None
