"""Copies read: their text, by what they are, and a word where they have none."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.store.proof.handmade_copies import (
    ADDRESS,
    PARAGRAPHS,
    PASSAGES,
    answered_page,
    html_page,
    pdf,
    pdf_bomb,
    warc,
    write_copies,
)
from tui.core.citation.elisions import passage_of
from tui.core.proof.find import look_for, pieces_of
from tui.core.proof.normal_form import NormalText
from tui.store.proof import reading
from tui.store.proof.reading import WHY, CopyReader, MissingLibraryError, hash_of_file, reason_unread


@pytest.fixture(scope="module")
def reader() -> Iterator[CopyReader]:
    with CopyReader() as one:
        yield one


def text_of(reader: CopyReader, path: Path, url: str | None = None) -> str:
    copy = reader.read(str(path), url)
    assert not copy.why, reason_unread(copy)
    return NormalText(copy.pages).plain


def why(reader: CopyReader, path: Path, url: str | None = None) -> str:
    copy = reader.read(str(path), url)
    assert not copy.pages
    return reason_unread(copy)


def test_every_passage_has_its_state_in_every_kind_of_copy(reader: CopyReader, tmp_path: Path) -> None:
    wrong = []
    for name, path in write_copies(tmp_path).items():
        copy = reader.read(str(path), ADDRESS)
        assert copy.sha256 == hashlib.sha256(path.read_bytes()).hexdigest() == hash_of_file(str(path))
        text = NormalText(copy.pages)
        for words, state in PASSAGES:
            finding = look_for(pieces_of(passage_of("", words)[0]), text)
            if finding.state != state:
                wrong.append((name, words, state, finding))
    assert not wrong


def test_a_pdf_has_pages(reader: CopyReader, tmp_path: Path) -> None:
    path = tmp_path / "report.PDF"
    path.write_bytes(pdf(PARAGRAPHS[0], "(Deux)\n" + PARAGRAPHS[1].replace(" ", "\n"), PARAGRAPHS[3]))
    copy = reader.read(str(path))
    assert copy.is_paged
    assert len(copy.pages) == 3
    text = NormalText(copy.pages)
    found = [
        look_for(pieces_of(passage_of("", words)[0]), text).page
        for words in ("ferme ses portes", "Environ 150 personnes", "ferme ses portes … Le conseil", "coup de massue")
    ]
    assert found == [1, 2, 1, 3]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é".encode(), "é"),
        ("\ufeffé".encode(), "é"),
        ("é".encode("utf-16"), "é"),
        (b"\xe9 \x93a\x94", "é 'a'"),
        (b"<meta charset=windows-1251>\xe6", "ж"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=KOI8-R">\xd6', "ж"),
        ("<meta charset=iso-8859-1>é".encode(), "é"),
        (b"<meta charset=rot13>\xe9a", "éa"),
        (b"<meta charset=no-such>\xe9a", "éa"),
        (b"a<br>b<p>c<b>d</b>e&nbsp;f&amp;g<td>h", "a b cde f&g h"),
        (b"<p>un<script>x</script>deux<style>y</style><nav>menu <p>z</nav>trois", "undeux trois"),
        (b"<p hidden>a<svg><text>b</text></svg><math>c</math>", "abc"),
        (b"\0\0<p>a\0b", "ab"),
        (b"<frameset><frame></frameset>", ""),
    ],
)
def test_a_page_is_read_as_it_is_written(reader: CopyReader, tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    assert NormalText(reader.read(str(path)).pages).plain.replace("\ufffd", "") == text


def test_a_page_may_be_nested_deeply(reader: CopyReader, tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_bytes(b"a" + b"<div>" * 20_000 + b"b")
    assert text_of(reader, tmp_path / "deep.html") == "a b"


def test_markdown_is_read_without_its_signs(reader: CopyReader, tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text("# Minutes\n\n> The **board** _met_ on\n> [Tuesday](https://x.example/a).\n\n* a_b_c `x` 2*3\n")
    assert text_of(reader, path) == "Minutes The board met on Tuesday. a_b_c x 23"


def test_in_a_web_archive_the_answer_of_the_address_counts(reader: CopyReader, tmp_path: Path) -> None:
    path = tmp_path / "x.warc.gz"
    html = {"Content-Type": "text/html"}
    path.write_bytes(
        warc(
            ("https://other.example/", "200 OK", html, b"<p>other"),
            ("https://a.example/1", "302 Found", {"Location": "/2?x=1"}, b""),
            ("https://a.example/2?x=1", "200 OK", {"Content-Type": "text/plain"}, b"two"),
            ("https://a.example/gone", "404 Not Found", html, b"<p>gone"),
            ("https://a.example/then", "403 Forbidden", html, b"<p>no"),
            ("https://a.example/then", "200 OK", html, b"<p>yes"),
            ("https://a.example/loop", "302 Found", {"Location": "/loop"}, b""),
            ("https://a.example/doc", "200 OK", {"Content-Type": "application/pdf"}, pdf("three")),
        )
    )
    assert text_of(reader, path, "http://www.a.example/1?utm_source=x") == "two"
    assert text_of(reader, path, "https://a.example/then") == "yes"
    assert text_of(reader, path, "https://a.example/doc") == "three"
    assert text_of(reader, path) == "other"
    assert why(reader, path, "https://a.example/gone") == "the server answered 404"
    assert why(reader, path, "https://a.example/nowhere") == "it holds no answer of https://a.example/nowhere"
    assert why(reader, path, "https://a.example/loop")


def test_a_copy_that_is_cut_off_is_read_as_far_as_it_goes(reader: CopyReader, tmp_path: Path) -> None:
    whole = warc(answered_page())
    for end in range(0, len(whole), 97):
        path = tmp_path / "cut.warc.gz"
        path.write_bytes(whole[:end])
        copy = reader.read(str(path), ADDRESS)
        assert copy.pages or copy.why in WHY
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as wacz:
        wacz.writestr("archive/a.warc.gz", whole)
    for end in range(0, len(zipped.getvalue()), 97):
        path = tmp_path / "cut.wacz"
        path.write_bytes(zipped.getvalue()[:end])
        assert why(reader, path, ADDRESS) == "it is damaged"


def test_a_copy_without_a_text_says_why(reader: CopyReader, tmp_path: Path) -> None:
    made = {
        "empty.html": (b"", "it has no text"),
        "signs.txt": (b" .,- \n", "it has no text"),
        "scan.pdf": (pdf(""), "it has no text: it is a scan, or a picture"),
        "secret.pdf": (pdf("words", secret=True), "it is encrypted"),
        "broken.pdf": (b"%PDF-1.7 nothing", "it is damaged"),
        "page.docx": (b"PK", "files of this kind are not read"),
        "none.warc": (b"WARC/9 nothing", f"it holds no answer of {ADDRESS}"),
        "br.warc": (
            warc((ADDRESS, "200 OK", {"Content-Type": "text/html", "Content-Encoding": "zstd"}, b"x"), packed=False),
            "its content is packed (zstd), which needs another library",
        ),
    }
    for name, (data, reason) in made.items():
        path = tmp_path / name
        path.write_bytes(data)
        assert why(reader, path, ADDRESS) == reason, name
    assert why(reader, tmp_path / "nowhere.html") == "there is no such file"
    assert why(reader, tmp_path) == "it is no file"
    assert why(reader, tmp_path / "a\0b.html").startswith("it cannot be read")
    os.mkfifo(tmp_path / "pipe.html")
    assert why(reader, tmp_path / "pipe.html") == "it is no file"


def test_what_costs_too_much_costs_little_and_says_so(reader: CopyReader, tmp_path: Path) -> None:
    huge = b"<p>Environ <b>150</b> personnes y travaillent, dit la directrice.</p>\n" * 500_000
    pictures = b"<img src='data:image/png;base64," + b"ABCD" * 9_000_000 + b"'><p>Le personnel part"
    made = {
        "nested.html": b"<b><i>" * 1_200_000,
        "huge.html": huge,
        "huge.txt": b"Environ 150 personnes y travaillent.\n" * 1_400_000,
        "larger.txt": b"x" * (65 << 20),
        "bomb.pdf": pdf_bomb(10),
        "bomb2.pdf": pdf_bomb(400),
        "bomb.warc": warc((ADDRESS, "200 OK", {"Content-Type": "text/plain"}, b"x " * (40 << 20))),
    }
    for name, data in made.items():
        path = tmp_path / name
        path.write_bytes(data)
        begin = time.monotonic()
        assert why(reader, path, ADDRESS), name
        assert time.monotonic() - begin < 12, name
    (tmp_path / "pictures.html").write_bytes(pictures)
    assert text_of(reader, tmp_path / "pictures.html") == "Le personnel part"


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="the system does not say how much memory was taken")
def test_a_large_copy_takes_little_memory(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text("Le personnel — près de 150 personnes — l’a appris mardi. \n" * 330_000)
    (tmp_path / "bomb.pdf").write_bytes(pdf_bomb(400))
    (tmp_path / "nested.html").write_bytes(b"<b><i>" * 1_200_000)
    script = (
        "import re, resource, sys\n"
        "from tui.core.proof.find import look_for\n"
        "from tui.core.proof.normal_form import NormalText\n"
        "from tui.store.proof.reading import CopyReader\n"
        "with CopyReader() as reader:\n"
        "    for path in sys.argv[1:]:\n"
        "        copy = reader.read(path)\n"
        "        look_for(('nothing like it stands here', 'at all'), NormalText(copy.pages))\n"
        "print(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1])\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    paths = [str(tmp_path / name) for name in ("large.txt", "bomb.pdf", "nested.html")]
    ran = subprocess.run([sys.executable, "-c", script, *paths], cwd=ROOT, capture_output=True, text=True, check=True)
    assert all(int(kilobytes) < 400 * 1024 for kilobytes in ran.stdout.split()), ran.stdout


def test_a_reader_goes_on_after_a_copy_that_it_could_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "good.txt").write_text("good words")
    (tmp_path / "slow.html").write_bytes(b"<b><i>" * 400_000)
    with CopyReader() as reader:
        monkeypatch.setattr(reading, "SECONDS", 0.01)
        assert why(reader, tmp_path / "slow.html") == "to read it takes too long"
        monkeypatch.setattr(reading, "SECONDS", 9)
        assert text_of(reader, tmp_path / "good.txt") == "good words"


def test_a_library_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_bytes(html_page())
    (tmp_path / "page.txt").write_text("words")
    monkeypatch.setattr(reading, "find_spec", lambda name: None)
    with CopyReader() as reader:
        assert text_of(reader, tmp_path / "page.txt") == "words"
        with pytest.raises(MissingLibraryError, match="selectolax"):
            reader.read(str(tmp_path / "page.html"))
