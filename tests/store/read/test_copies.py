"""Copies of sources: addresses and files beside the timeline's; what is not there, or not beside it, is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.store.read.check import problems
from tui.store.read.timeline import Reading, read

EVENTS = "events:\n- {id: a, date: 2025, title: A, sources: s}\n"


def reading(archive: str, name: str = "events.yaml", *, more: str = "") -> Reading:
    return read(f"sources:\n  s: {{title: T{more}, archive: {archive}}}\n{EVENTS}".encode(), name)


def said(found: Reading) -> list[str]:
    return [
        f"{one.place.line}:{one.place.column} {one.code}: {one.message}"
        for one in problems(found, None)
        if one.severity != "hint"
    ]


@pytest.mark.parametrize(
    ("written", "archives"),
    [
        ("a.html", ("a.html",)),
        ("[a.html]", ("a.html",)),
        (
            "[copies/a.html, 'https://archive.example/a', b.pdf]",
            ("copies/a.html", "https://archive.example/a", "b.pdf"),
        ),
        ("'copies/été, deux.pdf'", ("copies/été, deux.pdf",)),
        ("[]", ()),
        ("~", ()),
    ],
)
def test_a_source_has_one_copy_or_several(written: str, archives: tuple[str, ...]) -> None:
    found = reading(written)
    assert found.timeline.sources["s"].archives == archives
    assert [name for name, _place in found.copies] == [one for one in archives if "://" not in one]
    assert not [one for one in found.problems if one.severity == "error"]


def test_lines_with_dashes_are_several_too() -> None:
    found = read(f"sources:\n  s:\n    title: T\n    archive:\n    - a.html\n    - b.pdf\n{EVENTS}".encode(), "x.yaml")
    assert found.timeline.sources["s"].archives == ("a.html", "b.pdf")
    assert [(name, place.line, place.column) for name, place in found.copies] == [("a.html", 5, 7), ("b.pdf", 6, 7)]


def test_a_copy_that_is_not_there_is_an_error_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies" / "good.html").write_text("x")
    (tmp_path / "copies" / "link.html").symlink_to("good.html")
    name = str(tmp_path / "events.yaml")
    assert said(reading("[copies/good.html, copies/link.html, copies/gone.html, copies]", name)) == [
        '2:63 bad-copy: the copy "copies/gone.html" cannot be used: there is no such file',
        '2:81 bad-copy: the copy "copies" cannot be used: it is no file',
    ]
    os.mkfifo(tmp_path / "pipe.html")
    assert "it is no file" in said(reading("pipe.html", name))[0]
    assert "cannot be read" in said(reading(f"{'x' * 300}.html", name))[0]


@pytest.mark.parametrize("to", ["../outside.html", "/etc/passwd"])
def test_a_link_that_leads_out_is_an_error(tmp_path: Path, to: str) -> None:
    (tmp_path / "outside.html").write_text("x")
    story = tmp_path / "story"
    story.mkdir()
    (story / "copy.html").symlink_to(to)
    (story / "copies").symlink_to(tmp_path)
    name = str(story / "events.yaml")
    for copy in ("copy.html", "copies/outside.html"):
        assert "it lies outside of the folder of this file" in said(reading(copy, name))[0]


@pytest.mark.parametrize(
    "name", ["../a.html", "copies/../../a.html", "..", "a\\..\\..\\b.html", "/etc/passwd", "C:\\a.html"]
)
def test_a_name_that_leads_out_is_an_error_wherever_it_leads(name: str) -> None:
    found = reading(f"'{name}'")
    assert [one.code for one in found.problems] in (["bad-copy"], ["bad-address"])
    assert found.timeline.sources["s"].archives == ()


def test_nothing_is_looked_for_beside_standard_input() -> None:
    assert said(reading("gone.html", "-")) == []


def test_a_source_may_have_a_title_and_a_file_and_no_address() -> None:
    assert reading("minutes.pdf").timeline.sources["s"].url is None
    assert said(reading("'https://archive.example/x'")) == []


@pytest.mark.parametrize("name", ["docs/report.pdf", "report.pdf", "copies/a b.html", "x.warc.gz", "a.txt"])
def test_a_file_for_an_address_has_its_cure(name: str) -> None:
    found = read(f"sources:\n  s: {{title: T, url: '{name}'}}\n{EVENTS}".encode(), "x.yaml")
    assert [(one.code, one.hint) for one in found.problems] == [("bad-address", f"archive: {name}")]


@pytest.mark.parametrize("name", ["report", "/etc/report.pdf", "-x.pdf", "mailto:a.pdf", "ftp://a.example/b.pdf"])
def test_what_is_no_file_beside_it_has_another_cure(name: str) -> None:
    found = read(f"sources:\n  s: {{title: T, url: '{name}'}}\n{EVENTS}".encode(), "x.yaml")
    assert not any((one.hint or "").startswith("archive") for one in found.problems)


def test_the_line_of_a_source_with_passages_is_that_of_its_id() -> None:
    found = read(b"sources:\n  a:\n    title: A\n    passages:\n      one: b\n      two: c\nevents: []\n", "x")
    assert found.timeline.sources["a"].line == 2
