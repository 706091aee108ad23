"""A time-stamp is asked for with nothing but a hash, and checked without asking anybody."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.keep.web import needs_proof_extra
from tests.store.seal.authority import Authority, made, needs_openssl, serving
from tui.store.seal.time_stamp import NoStamp, asked, checked, signed_by

pytestmark = [needs_openssl, needs_proof_extra]
LIST = b"3f9a  events.yaml\n"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with serving(tmp_path_factory.mktemp("authority")) as one:
        yield one


@pytest.fixture
def authority(running: Authority) -> Authority:
    running.instead = None
    running.asked.clear()
    return running


def test_a_stamp_says_when_and_by_whom_and_is_checked_with_the_root_or_the_signer(authority: Authority) -> None:
    token = asked(authority.address, LIST)
    stamp = checked(token, LIST)
    assert stamp.at.startswith("20")
    assert stamp.authority == "CN=An authority of the tests"
    for name in ("ca.pem", "tsa.pem"):
        signed_by(token, LIST, (authority.folder / name).read_bytes())


def test_nothing_but_the_hash_is_sent(authority: Authority) -> None:
    asked(authority.address, LIST)
    (query,) = authority.asked
    assert hashlib.sha256(LIST).digest() in query
    assert b"events" not in query


def test_openssl_is_content_with_it_too(authority: Authority, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(LIST)
    (tmp_path / "list.tsr").write_bytes(asked(authority.address, LIST))
    command = ["openssl", "ts", "-verify", "-data", "list", "-in", "list.tsr", "-CAfile", f"{authority.folder}/ca.pem"]
    assert "Verification: OK" in subprocess.run(command, cwd=tmp_path, capture_output=True, text=True).stdout


def test_a_stamp_of_another_list_or_of_nobody_known_is_refused(authority: Authority, tmp_path: Path) -> None:
    token = asked(authority.address, LIST)
    with pytest.raises(NoStamp, match="it is of another list of hashes"):
        checked(token, LIST + b"x")
    other = made(tmp_path / "other", "Somebody else")
    with pytest.raises(NoStamp, match="not signed by whom the certificate names"):
        signed_by(token, LIST, (other / "ca.pem").read_bytes())
    with pytest.raises(NoStamp, match="holds none"):
        signed_by(token, LIST, b"no certificate")


def test_each_changed_byte_of_a_token_is_found(authority: Authority) -> None:
    token = asked(authority.address, LIST)
    root = (authority.folder / "ca.pem").read_bytes()
    unseen = []
    for at in range(0, len(token), 7):
        changed = bytearray(token)
        changed[at] ^= 1
        try:
            checked(bytes(changed), LIST)
            signed_by(bytes(changed), LIST, root)
        except NoStamp:
            continue
        unseen.append(at)
    assert len(unseen) < len(token) // 7 // 2  # the certificates that come with it are not all signed


@pytest.mark.parametrize(
    ("status", "body", "why"),
    [(500, b"", "the authority answers 500"), (302, b"", "the authority answers 302"),
     (200, b"nonsense", "it is no time-stamp"),
     (200, b"", "it is no time-stamp")],
)  # fmt: skip
def test_what_is_no_stamp_is_said(authority: Authority, status: int, body: bytes, why: str) -> None:
    authority.instead = (status, body)
    with pytest.raises(NoStamp, match=why):
        asked(authority.address, LIST)


def test_the_stamp_for_another_question_is_refused(authority: Authority) -> None:
    asked(authority.address, LIST)
    from tests.store.seal.authority import stamped

    authority.instead = (200, stamped(authority.folder, authority.asked[0]))
    with pytest.raises(NoStamp, match="the answer is to another question"):
        asked(authority.address, LIST)


def test_an_authority_that_is_not_there_is_said() -> None:
    with pytest.raises(NoStamp, match="the authority does not answer"):
        asked("http://127.0.0.1:9/", LIST)
    with pytest.raises(NoStamp, match="no address that jalon opens"):
        asked("file:///etc/passwd", LIST)
