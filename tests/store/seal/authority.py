"""An authority of the tests, which stamps what it is sent: made with `openssl ts`, served on 127.0.0.1."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

OPENSSL = shutil.which("openssl")
needs_openssl = pytest.mark.skipif(OPENSSL is None, reason="the authority of the tests is made with openssl")

_SETTINGS = """\
[tsa]
default_tsa = tsa_config
[tsa_config]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
certs = {folder}/ca.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
"""
_PURPOSE = "extendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n"
_ROOT = "basicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign,cRLSign\nsubjectKeyIdentifier = hash\n"


class Authority(ThreadingHTTPServer):
    """The authority, with what it answers in place of a stamp, if a test wants that."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Stamps)
        self.folder = folder
        self.instead: tuple[int, bytes] | None = None
        self.asked: list[bytes] = []

    @property
    def address(self) -> str:
        """Where it is asked."""
        return f"http://127.0.0.1:{self.server_port}/stamp"


class _Stamps(BaseHTTPRequestHandler):
    server: Authority

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass

    def do_POST(self) -> None:
        query = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(query)
        status, body = self.server.instead or (200, stamped(self.server.folder, query))
        self.send_response(status)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def stamped(folder: Path, query: bytes) -> bytes:
    """The stamp for a query."""
    asked = folder / "query.tsq"
    asked.write_bytes(query)
    command = ["openssl", "ts", "-reply", "-config", str(folder / "settings"), "-queryfile", str(asked)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def _openssl(*words: str) -> None:
    subprocess.run(["openssl", *words], capture_output=True, check=True)


def made(folder: Path, name: str = "An authority of the tests") -> Path:
    """A folder with a root (`ca.pem`), a certificate of the authority (`tsa.pem`) and its settings."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings").write_text(_SETTINGS.format(folder=folder))
    (folder / "serial").write_text("01\n")
    (folder / "root").write_text(_ROOT)
    (folder / "purpose").write_text(_PURPOSE)
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    for who, subject in (("ca", f"/CN={name}, root"), ("tsa", f"/CN={name}")):
        _openssl("req", "-new", *key, "-keyout", f"{folder}/{who}.key", "-out", f"{folder}/{who}.csr", "-subj", subject)
    _openssl("x509", "-req", "-in", f"{folder}/ca.csr", "-signkey", f"{folder}/ca.key", "-out", f"{folder}/ca.pem",
             "-days", "3650", "-extfile", f"{folder}/root")  # fmt: skip
    _openssl("x509", "-req", "-in", f"{folder}/tsa.csr", "-CA", f"{folder}/ca.pem", "-CAkey", f"{folder}/ca.key",
             "-CAcreateserial", "-out", f"{folder}/tsa.pem", "-days", "3650",
             "-extfile", f"{folder}/purpose")  # fmt: skip
    return folder


@contextmanager
def serving(folder: Path) -> Iterator[Authority]:
    """The authority while it runs."""
    server = Authority(made(folder))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
