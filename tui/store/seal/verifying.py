"""A dossier looked at byte by byte: what its list says, the zip around it, its proofs made again, its time-stamp.

Nothing is trusted: it may have been made by anybody, or changed on its way.
"""

from __future__ import annotations

import hashlib
import os
import stat
import struct
import tempfile
import zipfile
import zlib
from importlib.util import find_spec
from typing import IO, NamedTuple

from tui.core.proof.ledger import SUFFIX, Ledger, Standing, read_ledger
from tui.core.proof.states import FOUND
from tui.core.text.messages import worded
from tui.core.timeline.model import Timeline
from tui.store.keep.keeping import ending_of
from tui.store.proof.reading import CopyReader, MissingLibraryError
from tui.store.proof.source_proof import local_copies, passages_of, proofs_in
from tui.store.read.timeline import read
from tui.store.seal.contents import LIST, STAMP, listed
from tui.store.seal.time_stamp import NoStamp, Stamp, checked, signed_by
from tui.store.seal.zip_form import other_bytes, pieces
from tui.store.system.os_errors import reason_of
from tui.store.system.read_bytes import LARGEST, Unreadable

_BROKEN = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError, zlib.error, struct.error,
)  # fmt: skip
_MOST_PARTS = 65_534


class Fault(NamedTuple):
    """Something that is not as it was sealed."""

    part: str
    """The name of the part; empty for the zip itself."""
    why: str


class Verdict(NamedTuple):
    """All that can be said of a dossier."""

    faults: tuple[Fault, ...]
    parts: int
    timeline: str = ""
    """The name of the timeline's file."""
    proofs: int = 0
    """Proofs of the ledger that were made again, and came out the same."""
    passages: int = 0
    stamp: Stamp | None = None
    is_signed: bool = False
    """True when the time-stamp was checked against the certificate that was given."""
    missing: str = ""
    """The library without which no proof was made again."""
    missing_for_stamp: str = ""
    """The library without which the time-stamp was not read."""


def verdict(path: str, certificate: bytes | None) -> Verdict:
    """The verdict on a dossier; `certificate` (PEM) is that of the authority. Raises Unreadable for no file."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe could be waited for in vain
            raise Unreadable(path, worded("it is not a regular file"))
        with open(path, "rb") as file:
            try:
                whole = zipfile.ZipFile(file)
            except _BROKEN:
                return Verdict((Fault("", worded("it is no zip, or the end of it is damaged")),), 0)
            return _Dossier(file, whole, certificate).verdict()
    except OSError as error:
        raise Unreadable(path, reason_of(error)) from None


class _Dossier:
    """A dossier while it is looked at."""

    def __init__(self, file: IO[bytes], whole: zipfile.ZipFile, certificate: bytes | None) -> None:
        self._file = file
        self._whole = whole
        self._certificate = certificate
        self._faults: dict[str, str] = {}
        """The first fault of each part."""
        self._hashes: dict[str, str] = {}

    def verdict(self) -> Verdict:
        """All that can be said of it."""
        infos = self._whole.infolist()
        names = [one.filename for one in infos]
        if len(infos) > _MOST_PARTS or len(set(names)) < len(names):
            return Verdict((Fault("", worded("it has two parts of one name")),), len(infos))
        stored = sum(one.file_size for one in infos if one.compress_type == zipfile.ZIP_STORED)
        if stored > os.fstat(self._file.fileno()).st_size:
            return Verdict((Fault("", worded("its parts say that they are larger than the zip")),), len(infos))
        for one in infos:
            self._look_at(one)
        self._compare_with_list()
        self._look_at_form()
        first = next(iter(listed(self._bytes(LIST)) or {}), "")
        found = Verdict((), len(infos), first)
        found = self._stamp(found)
        if first and self._is_sound(first):
            found = self._proofs(found, first)
        return found._replace(faults=tuple(Fault(*one) for one in self._faults.items()))

    def _fault(self, part: str, why: str) -> None:
        self._faults.setdefault(part, why)

    def _is_sound(self, part: str) -> bool:
        return part in self._hashes and part not in self._faults

    def _look_at(self, info: zipfile.ZipInfo) -> None:
        name = info.filename
        if info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size:
            self._fault(name, worded("it is packed otherwise than it was sealed"))
            return
        found = hashlib.sha256()
        try:
            with self._whole.open(info) as part:
                for piece in pieces(part):
                    found.update(piece)
        except _BROKEN:
            self._fault(name, worded("it is damaged: its bytes are not those that were sealed"))
            return
        self._hashes[name] = found.hexdigest()

    def _bytes(self, name: str) -> bytes:
        """The bytes of a part; none where it is not there, is damaged, or is far too large."""
        try:
            info = self._whole.getinfo(name)
            return self._whole.read(info) if info.file_size <= LARGEST and name in self._hashes else b""
        except (KeyError, *_BROKEN):
            return b""

    def _compare_with_list(self) -> None:
        if LIST not in self._whole.namelist():
            self._fault(LIST, worded("it is not there"))
            return
        if LIST not in self._hashes:
            return
        wanted = listed(self._bytes(LIST))
        if wanted is None:
            self._fault(LIST, worded("it is no list of hashes"))
            return
        for name, sha256 in wanted.items():
            if name not in self._whole.namelist():
                self._fault(name, worded("it is not there"))
            elif self._hashes.get(name) != sha256:
                self._fault(name, worded("its hash is not that of the list"))
        for name in self._whole.namelist():
            if name not in wanted and name not in (LIST, STAMP):
                self._fault(name, worded("it is not in the list of hashes"))

    def _look_at_form(self) -> None:
        """Say what in the zip itself, around the parts, is another than it was."""
        try:
            for name in other_bytes(self._file, self._whole):
                why = worded("its header in the zip is not as it was sealed")
                self._fault(name, why if name else worded("the zip's own list of its parts is not as it was sealed"))
        except _BROKEN:
            self._fault("", worded("the zip's own list of its parts is not as it was sealed"))

    # ---- The time-stamp ----

    def _stamp(self, found: Verdict) -> Verdict:
        token, data = self._bytes(STAMP), self._bytes(LIST)
        if not token:
            if self._certificate is not None and STAMP not in self._faults:
                self._fault(STAMP, worded("there is no time-stamp that the certificate could vouch for"))
            return found
        for library in ("rfc3161_client", "cryptography"):
            if find_spec(library) is None:
                return found._replace(missing_for_stamp=library)
        try:
            found = found._replace(stamp=checked(token, data))
            if self._certificate is not None:
                signed_by(token, data, self._certificate)
                found = found._replace(is_signed=True)
        except NoStamp as failed:
            self._fault(STAMP, failed.args[0])
        return found

    # ---- The proofs ----

    def _proofs(self, found: Verdict, first: str) -> Verdict:
        try:
            timeline = read(self._bytes(first), first).timeline
        except Unreadable:
            self._fault(first, worded("it is no timeline"))
            return found
        name = f"{first}{SUFFIX}"
        written = self._bytes(name) if self._is_sound(name) else b""
        ledger = read_ledger(written.decode("utf-8-sig", "surrogateescape"))
        passages = sum(len(passages_of(timeline, one)) for one in timeline.sources.values())
        try:
            proofs = self._made_again(timeline, ledger)
        except MissingLibraryError as missing:
            return found._replace(passages=passages, missing=str(missing))
        return found._replace(passages=passages, proofs=proofs)

    def _made_again(self, timeline: Timeline, ledger: Ledger) -> int:
        """Make each proof that the ledger has of a copy in the dossier once more; how many came out the same."""
        standing = Standing(ledger, self._hashes)
        for name, sha256 in ledger.hashes().items():
            if self._hashes.get(name, sha256) != sha256:
                self._fault(name, worded("it is not the copy that the ledger knows"))
        same = 0
        with tempfile.TemporaryDirectory() as folder, CopyReader() as reader:
            for source in timeline.sources.values():
                passages = passages_of(timeline, source)
                for copy in local_copies(source):
                    wanted = {
                        place: one.state
                        for place, passage in enumerate(passages)
                        for one in standing.of(source.id, passage.words)
                        if one.copy == copy
                    }
                    if not wanted or not self._is_sound(copy) or not ending_of(copy):
                        continue
                    name = self._unpacked(copy, folder)
                    (proof,) = proofs_in(reader, folder, source, [name], passages)
                    os.unlink(os.path.join(folder, name))
                    for place, state in wanted.items():
                        now = proof.findings[place].state
                        label = f"{source.id}#{passages[place].name}" if passages[place].name else source.id
                        if now == state:
                            same += state in FOUND
                        else:
                            why = worded("{passage} is {now} in it, and the ledger says {state}",
                                         passage=label, now=now, state=state)  # fmt: skip
                            self._fault(copy, why)
        return same

    def _unpacked(self, copy: str, folder: str) -> str:
        """A copy put where it can be read, under a name that its own has no say in but for its kind."""
        name = f"0{ending_of(copy)}"
        with self._whole.open(copy) as part, open(os.path.join(folder, name), "wb") as out:
            out.writelines(pieces(part))
        return name
