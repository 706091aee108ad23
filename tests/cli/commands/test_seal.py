"""jalon seal and verify: what is handed over is found to be as it was, or what is not is named."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Say
from tests.store.keep.web import TEXT, needs_proof_extra
from tests.store.seal.authority import Authority, made, needs_openssl, serving
from tui.core.proof.ledger import Copy, Fact, Proof, words_hash
from tui.store.proof.ledger import record
from tui.store.seal import verifying
from tui.store.seal.contents import Part, list_of
from tui.store.seal.zip_form import written

pytestmark = needs_proof_extra

STORY = """\
# a comment about Jan
timeline: {id: story, title: "A story <b>", language: en}
sources:
  trends:
    title: Trends & more
    url: https://trends.example/a
    archive: [https://web.archive.org/web/2025/https://trends.example/a, copies/trends.html, copies/é.txt]
    passages:
      contract: The contract of the site … in December
      never: The strike is over
  letter:
    title: The letter of Jan
    private: true
    archive: copies/letter.txt
    passages: {who: a secret hand}
events:
- id: end
  date: 2025-12-31
  title: It ends
  sources: [trends#contract, letter#who]
- id: hidden
  date: 2025
  title: Nobody knows it
  sources: [letter, trends: 300 jobs]
  private: true
"""
AT = "2026-11-29T10:00:00+01:00"


def proof(source: str, name: str, words: str, copy: str, data: str, state: str = "proved") -> Proof:
    return Proof(AT, source, words_hash(words), copy, hashlib.sha256(data.encode()).hexdigest(), state, name)


PAGE, NOTE, LETTER = f"<p>{TEXT}</p>", TEXT, "in a secret hand"


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-30")
    (tmp_path / "copies").mkdir()
    for name, text in {"trends.html": PAGE, "é.txt": NOTE, "letter.txt": LETTER}.items():
        (tmp_path / "copies" / name).write_text(text)
    path = tmp_path / "events.yaml"
    path.write_text(STORY)
    contract, never = "The contract of the site … in December", "The strike is over"
    facts: list[Fact] = [
        Copy(AT, "trends", "copies/trends.html", hashlib.sha256(PAGE.encode()).hexdigest(), len(PAGE)),
        proof("trends", "contract", contract, "copies/trends.html", PAGE),
        proof("trends", "never", never, "copies/trends.html", PAGE, "absent"),
        proof("trends", "contract", contract, "copies/é.txt", NOTE),
        proof("trends", "", "300 jobs", "copies/trends.html", PAGE),
        Copy(AT, "letter", "copies/letter.txt", hashlib.sha256(LETTER.encode()).hexdigest(), 9),
        proof("letter", "who", "a secret hand", "copies/letter.txt", LETTER),
    ]
    record(str(path), facts)
    return path


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    with serving(tmp_path_factory.mktemp("authority")) as one:
        yield one


def sealed(say: Say, *options: str) -> bytes:
    said = say("seal", "-o", "d.zip", *options)
    assert said.code == 0, said.err
    data = Path("d.zip").read_bytes()
    os.unlink("d.zip")
    return data


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def faults(data: bytes, certificate: bytes | None = None) -> list[str]:
    """The names of the parts that are found to be another than they were."""
    Path("changed.zip").write_bytes(data)
    return [one.part for one in verifying.verdict("changed.zip", certificate).faults]


# ---- Sealed ----


def test_all_is_in_one_zip_and_found_to_be_as_it_was(story: Path, say: Say) -> None:
    said = say("seal", "-o", "d.zip", "--with-private")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "sealed 7 parts in d.zip"
    assert lines[1] == f"its hash: {hashlib.sha256(Path('d.zip').read_bytes()).hexdigest()}"
    assert list(parts_of(Path("d.zip").read_bytes())) == [
        "events.yaml", "events.yaml.ledger.jsonl", "copies/trends.html", "copies/é.txt", "copies/letter.txt",
        "INDEX.html", "SHA256SUMS",
    ]  # fmt: skip
    assert parts_of(Path("d.zip").read_bytes())["events.yaml"] == story.read_bytes()
    answer = say("verify", "d.zip")
    assert (answer.code, answer.out.splitlines()) == (0, [
        "all 7 parts are as they were sealed",
        "4 proofs were made again; 4 passages are in the timeline",
        "there is no time-stamp: who changes all parts and their list can do so unseen",
    ])  # fmt: skip


def test_the_same_day_makes_the_same_bytes(story: Path, say: Say) -> None:
    assert sealed(say) == sealed(say)


def test_the_list_is_one_that_other_programs_read(story: Path, say: Say, tmp_path: Path) -> None:
    (tmp_path / "d.zip").write_bytes(sealed(say))
    with zipfile.ZipFile(tmp_path / "d.zip") as whole:
        assert whole.testzip() is None
        whole.extractall(tmp_path / "out")
    program = shutil.which("sha256sum")
    if program is not None:
        ran = subprocess.run([program, "-c", "SHA256SUMS"], cwd=tmp_path / "out", capture_output=True, text=True)
        assert (ran.returncode, ran.stderr) == (0, "")


def test_nothing_private_is_in_it(story: Path, say: Say) -> None:
    said = say("seal", "-o", "d.zip")
    assert "withheld as private: 1 event and 1 source; --with-private tells them\n" in said.err
    parts = parts_of(Path("d.zip").read_bytes())
    whole = b"\n".join([*map(str.encode, parts), *parts.values()])
    for word in (
        b"letter",
        b"Jan",
        b"secret",
        b"hidden",
        b"Nobody",
        words_hash("300 jobs").encode(),
        hashlib.sha256(LETTER.encode()).hexdigest().encode(),
    ):
        assert word not in whole, word
    assert say("verify", "d.zip").code == 0


def test_the_index_can_be_read_and_runs_nothing(story: Path, say: Say) -> None:
    page = parts_of(sealed(say))["INDEX.html"].decode()
    assert "<h1>A story &lt;b&gt;</h1>" in page
    assert "A dossier sealed on 30 November 2026. 1 event, 1 source." in page
    assert "✓ “The contract of the site … in December” — proved on 2026-11-29 in copies/é.txt" in page
    assert "✗ “The strike is over” — not found in copies/trends.html" in page
    assert not re.search("<script|<img|<link|<iframe| on[a-z]+=", page)
    assert re.findall('href="([^"]*)"', page) == [
        "https://trends.example/a", "https://web.archive.org/web/2025/https://trends.example/a",
    ]  # fmt: skip
    assert "Sources</h2>" in page
    assert 'lang="fr"' in parts_of(sealed(say, "--lang", "fr"))["INDEX.html"].decode()


def test_what_is_left_out_is_said(story: Path, say: Say) -> None:
    (story.parent / "copies" / "é.txt").unlink()
    (story.parent / "copies" / "trends.html").write_text("other")
    said = say("seal", "-o", "d.zip")
    assert said.code == 0
    assert "copies/é.txt is left out: there is no such file\n" in said.err
    assert "copies/trends.html is not the copy that the ledger knows\n" in said.err
    assert "copies/é.txt" not in parts_of(Path("d.zip").read_bytes())
    assert (
        "copy, which is not in the dossier: copies/é.txt" in parts_of(Path("d.zip").read_bytes())["INDEX.html"].decode()
    )
    assert "copies/trends.html: it is not the copy that the ledger knows\n" in say("verify", "d.zip").out


@pytest.mark.parametrize(
    "name", ["./a.txt", "INDEX.html", "SHA256SUMS", "events.yaml", "link.txt"]
)
def test_a_copy_that_lies_elsewhere_or_has_the_name_of_a_part_is_left_out(story: Path, say: Say, name: str) -> None:
    for place in ("a.txt", "INDEX.html", "SHA256SUMS"):
        (story.parent / place).write_text("x")
    outside = story.parent.parent / "out.txt"
    outside.write_text("foreign words")
    (story.parent / "link.txt").symlink_to(outside)
    story.write_text(f"sources:\n  a: {{title: A, archive: '{name}'}}\nevents: [{{id: e, date: 2025, title: E}}]\n")
    said = say("seal", "-o", "d.zip")
    outside.unlink()
    assert b"foreign words" not in b"".join(parts_of(Path("d.zip").read_bytes()).values()) if said.code == 0 else True
    if said.code == 0:
        assert f"{name} is left out: " in said.err
        assert say("verify", "d.zip").code == 0


# ---- Refused ----


def test_what_is_asked_wrongly_is_refused(story: Path, say: Say) -> None:
    assert say("seal").err == "jalon: which zip? none is named; jalon seal events.yaml -o DOSSIER.zip\n"
    Path("d.zip").write_text("mine")
    said = say("seal", "-o", "d.zip")
    assert (said.code, said.err) == (2, "jalon: d.zip: there is a file of that name already\n")
    assert Path("d.zip").read_text() == "mine"
    assert say("seal", "-", "-o", "e.zip").code == 2
    os.mkfifo("pipe.zip")
    assert say("verify", "pipe.zip").err == "jalon: pipe.zip: it is not a regular file\n"
    assert say("verify", "no.zip").err == "jalon: no.zip: no such file or directory\n"


def test_a_full_disk_leaves_nothing(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(os.listdir(story.parent))

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    said = say("seal", "-o", "d.zip")
    assert (said.code, said.err) == (1, "jalon: d.zip is not saved: no space left on device\n")
    assert sorted(os.listdir(story.parent)) == before


# ---- Changed ----


def test_a_changed_byte_in_each_part_is_found_and_named(story: Path, say: Say) -> None:
    data = sealed(say, "--with-private")
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        starts = {one.filename: one.header_offset + 30 + len(one.filename.encode()) for one in whole.infolist()}
    for name, held in parts_of(data).items():
        begin = starts[name]
        for at in (begin, begin + len(held) // 2, begin + len(held) - 1):
            changed = bytearray(data)
            changed[at] ^= 1
            assert faults(bytes(changed))[0] == name
    Path("changed.zip").write_bytes(data.replace(TEXT.encode(), TEXT.upper().encode(), 1))
    said = say("verify", "changed.zip")
    assert (said.code, said.out.splitlines()[:2]) == (1, [
        "copies/trends.html: it is damaged: its bytes are not those that were sealed",
        "1 of 7 parts is not as it was sealed",
    ])  # fmt: skip


def test_a_changed_byte_anywhere_is_found(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying._Dossier, "_proofs", lambda _self, found, _first: found)
    data = sealed(say)
    unseen = []
    for at in range(len(data)):
        if b"<" in data[at : at + 1] or at % 5 == 0 or data[at] < 32 or at > len(data) - 700:
            changed = bytearray(data)
            changed[at] ^= 1 << at % 8
            if not faults(bytes(changed)):
                unseen.append(at)
    assert unseen == []


@pytest.mark.parametrize("left", [0, 1, 30, 0.3, 0.6, 0.9, -22, -1])
def test_a_zip_that_is_cut_short_is_found(story: Path, say: Say, left: float) -> None:
    data = sealed(say)
    assert faults(data[: int(left * len(data)) if 0 < left < 1 else int(left)])
    assert faults(data + b"x")


def test_no_more_parts_are_faulty_than_there_are(story: Path, say: Say) -> None:
    Path("no.zip").write_text("no zip")
    assert "1 of 1 parts is not as it was sealed" in say("verify", "no.zip").out


def resealed(parts: dict[str, bytes], *, has_list: bool = True) -> bytes:
    """A zip of other parts, in the form that seal gives it, with a list of them."""
    if has_list:
        parts["SHA256SUMS"] = list_of(Part(*one) for one in parts.items() if one[0] != "SHA256SUMS")
    out = io.BytesIO()
    written(out, parts.items(), (2026, 11, 30))
    return out.getvalue()


def test_parts_that_were_exchanged_added_or_taken_are_named(story: Path, say: Say) -> None:
    parts = parts_of(sealed(say))
    assert faults(resealed(dict(parts), has_list=False)) == []
    other = {**parts, "copies/trends.html": parts["copies/trends.html"] + b"x"}
    assert faults(resealed(other, has_list=False)) == ["copies/trends.html"]
    assert faults(resealed({**parts, "more.txt": b"x"}, has_list=False)) == ["more.txt"]
    assert faults(resealed({name: parts[name] for name in parts if name != "copies/é.txt"}, has_list=False)) == [
        "copies/é.txt"
    ]
    assert "SHA256SUMS" in faults(
        resealed({name: parts[name] for name in parts if name != "SHA256SUMS"}, has_list=False)
    )


def test_a_zip_that_was_packed_anew_is_said_to_be(story: Path, say: Say) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, held in parts_of(sealed(say)).items():
            whole.writestr(name, held)
    Path("changed.zip").write_bytes(out.getvalue())
    said = say("verify", "changed.zip")
    assert said.code == 1
    assert "events.yaml: it is packed otherwise than it was sealed\n" in said.out


def test_a_proof_that_does_not_hold_is_named(story: Path, say: Say) -> None:
    parts = parts_of(sealed(say))
    ledger = parts["events.yaml.ledger.jsonl"].replace(b'"absent"', b'"proved"')
    Path("changed.zip").write_bytes(resealed({**parts, "events.yaml.ledger.jsonl": ledger}))
    said = say("verify", "changed.zip")
    assert said.code == 1
    assert "copies/trends.html: trends#never is absent in it, and the ledger says proved\n" in said.out


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"no zip at all" * 100, b"PK\x03\x04" + b"\xff" * 200],
)
def test_what_is_no_dossier_is_said(story: Path, say: Say, data: bytes) -> None:
    Path("x.zip").write_bytes(data)
    said = say("verify", "x.zip")
    assert said.code == 1, said
    assert said.err == ""


def test_hostile_names_are_written_nowhere(story: Path, say: Say) -> None:
    parts: dict[str, bytes] = {
        "events.yaml": b"sources:\n  a: {title: A, archive: ../evil.txt}\nevents: []\n",
        "../evil.txt": b"x",
    }
    Path("x.zip").write_bytes(resealed({**parts, "/evil\x1b[31m.txt": b"x", "C:\\evil.txt": b"y"}))
    said = say("verify", "x.zip")
    assert "\x1b" not in said.out + said.err
    assert not (story.parent.parent / "evil.txt").exists()


def test_parts_of_one_name_and_parts_larger_than_the_zip_are_refused(story: Path, say: Say) -> None:
    out = io.BytesIO()
    written(out, [("a", b"x"), ("a", b"y")], (2026, 1, 1))
    assert faults(out.getvalue()) == [""]
    data = bytearray(sealed(say))
    at = data.rindex(b"PK\x01\x02")
    data[at + 20 : at + 28] = b"\xff\xff\xff\x7f" * 2
    assert faults(bytes(data)) == [""]


def test_without_the_libraries_all_bytes_are_looked_at_and_no_proof(
    story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = sealed(say)
    monkeypatch.setattr("tui.store.proof.reading.find_spec", lambda _name: None)
    Path("d.zip").write_bytes(data)
    said = say("verify", "d.zip")
    assert said.code == 0
    assert "no proof was made again: that needs selectolax\n" in said.out


# ---- Stamped ----


@needs_openssl
def test_a_time_stamp_says_since_when_the_list_is_there_and_by_whom(story: Path, say: Say, running: Authority) -> None:
    said = say("seal", "-o", "d.zip", "--tsa", running.address)
    assert said.out.startswith("sealed 7 parts in d.zip\n")
    root = str(running.folder / "ca.pem")
    plain, checked = say("verify", "d.zip"), say("verify", "d.zip", "--certificate", root)
    assert plain.code == checked.code == 0
    assert re.search(
        "time-stamp of 20.*Z, which says it is by CN=An authority of the tests; --certificate PEM checks who signed",
        plain.out,
    )
    assert re.search("time-stamp of 20.*Z, signed by CN=An authority of the tests\n", checked.out)
    record_ = json.loads(say("verify", "d.zip", "--certificate", root, "--format", "json").out)
    assert (record_["sound"], record_["stamp"]["signed"]) == (True, True)


@needs_openssl
def test_who_changes_a_part_and_the_list_is_found_out_by_the_stamp(
    story: Path, say: Say, running: Authority, tmp_path: Path
) -> None:
    parts = parts_of(sealed(say, "--tsa", running.address))
    stamp = parts.pop("SHA256SUMS.tsr")
    forged = {name: data.replace(b"December", b"February") for name, data in parts.items()}
    Path("d.zip").write_bytes(resealed(forged))
    assert say("verify", "d.zip").code == 1  # the ledger knows the hash of the copy, and proofs do not hold
    forged = {name: data.replace(b"It ends", b"It begins") for name, data in parts.items()}
    assert faults(resealed(dict(forged))) == []
    resealed(forged)  # with its list
    assert faults(resealed({**forged, "SHA256SUMS.tsr": stamp}, has_list=False)) == ["SHA256SUMS.tsr"]
    root = (running.folder / "ca.pem").read_bytes()
    assert faults(resealed(dict(forged)), root) == ["SHA256SUMS.tsr"]
    other = (made(tmp_path / "other", "Somebody else") / "ca.pem").read_bytes()
    assert faults(resealed({**parts, "SHA256SUMS.tsr": stamp}, has_list=False), other) == ["SHA256SUMS.tsr"]
    assert faults(resealed({**parts, "SHA256SUMS.tsr": stamp}, has_list=False), root) == []


@needs_openssl
def test_an_authority_that_does_not_answer_seals_nothing(story: Path, say: Say) -> None:
    said = say("seal", "-o", "d.zip", "--tsa", "http://127.0.0.1:9/")
    assert said.code == 2
    assert said.err.endswith("the authority does not answer; nothing was sealed; without --tsa it is\n")
    assert not Path("d.zip").exists()


def test_nothing_is_fetched_but_where_it_is_asked(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_others: Any) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    assert say("seal", "-o", "d.zip").code == 0
    assert say("verify", "d.zip").code == 0
