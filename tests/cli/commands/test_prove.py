"""jalon prove: each passage in each copy, what is told of it, and the ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.proof.handmade_copies import PARAGRAPHS, pdf, write_copies
from tui.store.proof import reading

if TYPE_CHECKING:
    from tests.cli.conftest import Say

MILL = """\
timeline: {id: mill, title: The mill}
sources:
  gazette:
    title: La filature ferme
    url: https://www.gazette-du-val.example/filature
    archive: [copies/page.html, "https://archive.example/x"]
    passages:
      a: Le conseil d’administration […] Sart-le-Moulin
      b: Environ 160 personnes y travaillent
      c: Le dossier est clos
  report: {title: Report, archive: copies/r.pdf, passages: {x: La production … 31 mars 2026, y: words nobody wrote}}
  secret: {title: Secret, private: true, archive: copies/page.txt, passages: {s: a secret passage}}
  none: {title: None, url: "https://x.example/1", passages: {n: something}}
events:
- {id: one, date: 2025, title: One, sources: [gazette#a, report#x, {gazette: Rien n'est signé}]}
- {id: two, date: 2026, title: Two, key: true, sources: [gazette#b, report#y, secret#s]}
"""


@pytest.fixture
def mill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with events.yaml and its copies, which is where we are."""
    (tmp_path / "copies").mkdir()
    write_copies(tmp_path / "copies")
    (tmp_path / "copies" / "r.pdf").write_bytes(pdf(PARAGRAPHS[0], PARAGRAPHS[3]))
    (tmp_path / "events.yaml").write_text(MILL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-30")
    return tmp_path


def test_what_is_not_as_it_is_cited_is_told_in_its_place(mill: Path, say: Say) -> None:
    said = say("prove", "--width", "110")
    assert said == (
        "events.yaml:9: gazette#b: altered in copies/page.html\n"
        "  Environ [-160-] {+150+} personnes y travaillent\n"
        "  the copy has: Environ 150 personnes y travaillent\n"
        "events.yaml:10: gazette#c: repeated in copies/page.html, so that a link may lead elsewhere; more words "
        "find it\n"
        "  “Le dossier est clos”\n"
        "events.yaml:11: report#y: absent from copies/r.pdf\n"
        "  “words nobody wrote”\n"
        "7 passages, 2 copies\n"
        "3 proved · 1 repeated · 1 altered · 1 absent · 1 without a copy\n",
        "withheld as private: 1 source; --with-private tells them\n",
        1,
    )


def test_every_passage_in_every_copy_is_an_object(mill: Path, say: Say) -> None:
    found = json.loads(say("prove", "--format", "json").out)
    assert set(found[0]) >= {"source", "passage", "words", "state", "copy", "sha256", "page", "found", "line"}
    told = {(one["source"], one["passage"]): one for one in found}
    states = {name: (one["state"], one["page"], one["line"]) for name, one in told.items()}
    assert states == {
        ("gazette", "a"): ("proved", None, 8),
        ("gazette", "b"): ("altered", None, 9),
        ("gazette", "c"): ("repeated", None, 10),
        ("gazette", None): ("proved", None, 15),
        ("report", "x"): ("proved", 2, 11),
        ("report", "y"): ("absent", None, 11),
        ("none", "n"): ("no-copy", None, 13),
    }
    assert told["gazette", "b"]["found"] == "Environ 150 personnes y travaillent"
    assert told["none", "n"]["copy"] is None
    assert len(told["report", "y"]["sha256"]) == 64


@pytest.mark.parametrize(
    ("options", "names", "code"),
    [
        (["--source", "report"], {"report"}, 1),
        (["--source", "gazette", "-q", "id:one"], {"gazette"}, 0),
        (["-q", "id:one"], {"gazette", "report"}, 0),
        (["-q", "is:key", "--with-private"], {"gazette", "report", "secret"}, 1),
        (["--source", "none"], {"none"}, 0),
        (["--source", "none", "--strict"], {"none"}, 1),
    ],
)
def test_some_passages_may_be_asked_for(mill: Path, say: Say, options: list[str], names: set[str], code: int) -> None:
    said = say("prove", "--format", "json", *options)
    assert {one["source"] for one in json.loads(said.out)} == names
    assert said.code == code


def test_only_what_is_repeated_or_without_a_copy_needs_strictness(mill: Path, say: Say) -> None:
    (mill / "events.yaml").write_text(MILL.replace("160", "150").replace(", y: words nobody wrote", ""))
    (mill / "events.yaml").write_text((mill / "events.yaml").read_text().replace("report#y, ", ""))
    assert say("prove").code == 0
    said = say("prove", "--strict")
    assert said.code == 1
    assert "events.yaml:13: none#n: no copy on this machine\n" in said.out


def test_what_is_private_stays_private(mill: Path, say: Say) -> None:
    assert say("prove", "--source", "secret").code == 2
    for options in ([], ["--strict"], ["--format", "json"], ["-q", "id:two"], ["--source", "secret"]):
        said = say("prove", *options)
        assert "secret passage" not in said.out + said.err
    assert "a secret passage" in say("prove", "--with-private").out


def test_the_same_words_under_two_names_are_recorded_once_each(mill: Path, say: Say) -> None:
    (mill / "events.yaml").write_text(MILL.replace("      c: ", "      d: Le dossier est clos\n      c: "))
    assert "9 new lines in the ledger" in say("prove", "--record").err
    assert "0 new lines" in say("prove", "--record").err


def test_what_was_found_is_recorded_once(mill: Path, say: Say) -> None:
    ledger = mill / "events.yaml.ledger.jsonl"
    assert "8 new lines in the ledger" in say("prove", "--record").err
    lines = [json.loads(line) for line in ledger.read_text().splitlines()]
    assert [one["kind"] for one in lines].count("copy") == 2
    assert [one["state"] for one in lines if one["kind"] == "proof"] == [
        "proved", "altered", "repeated", "proved", "proved", "absent",
    ]  # fmt: skip
    assert "0 new lines" in say("prove", "--record").err
    page = mill / "copies" / "page.html"
    page.write_bytes(page.read_bytes().replace(b"150", b"160"))
    assert "5 new lines" in say("prove", "--record").err
    assert ledger.read_text().splitlines()[:8] == [json.dumps(one, ensure_ascii=False) for one in lines]


def test_a_copy_that_is_not_there_or_not_beside_is_never_read(mill: Path, say: Say, tmp_path: Path) -> None:
    (mill / "copies" / "r.pdf").unlink()
    found = json.loads(say("prove", "--source", "report", "--format", "json").out)
    assert [(one["state"], one["why"], one["sha256"]) for one in found] == [
        ("no-copy", "there is no such file", None)
    ] * 2
    (mill / "copies" / "r.pdf").symlink_to("/etc/hostname")
    found = json.loads(say("prove", "--source", "report", "--format", "json").out)
    assert {(one["state"], one["why"]) for one in found} == {("unread", "it lies outside of the folder of this file")}
    (mill / "copies" / "r.pdf").unlink()
    (mill / "copies" / "r.pdf").write_bytes(b"%PDF-1.7")
    said = say("prove", "--source", "report")
    assert "report#x: copies/r.pdf is unread, for it is damaged" in said.out
    assert said.code == 1


def test_what_cannot_be_is_refused_in_one_line(mill: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    said = say("prove", "--source", "gazete")
    assert (said.code, said.err) == (2, 'jalon: no source is called "gazete"; did you mean "gazette"?\n')
    assert say("prove", "--source", "sekret").err.endswith("jalon ids sources lists them\n")
    assert say("prove", "-").err == "jalon: nothing lies beside standard input; name a file\n"
    monkeypatch.setattr(reading, "find_spec", lambda name: None)
    said = say("prove")
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines()[-1] == 'jalon: prove needs selectolax; pip install "jalon[proof]"'


def test_a_timeline_without_passages_has_nothing_to_prove(story: Path, say: Say) -> None:
    (story / "events.yaml").write_text("events: [{id: a, date: 2025, title: A}]")
    assert say("prove") == ("", "no passage is cited here\nevents.yaml: 1 hint\n", 0) or say("prove").code == 0


def test_hostile_words_steer_nothing(mill: Path, say: Say) -> None:
    (mill / "copies" / "page.html").write_bytes(b"<p>Environ 1\x1b]52;c;aGk=\x0760 personnes y travaillent \x9b2J")
    said = say("prove", "--source", "gazette")
    assert not any(sign in said.out for sign in "\x1b\x07\x9b")


def test_where_a_folder_is_the_timeline_its_files_name_copies_from_it(mill: Path, say: Say) -> None:
    below = mill / "parts" / "more"
    (below / "copies").mkdir(parents=True)
    (mill / "copies" / "page.txt").rename(below / "copies" / "page.txt")
    (mill / "events.yaml").rename(mill / "parts" / "events.yaml")
    (mill / "copies").rename(mill / "parts" / "copies")
    (below / "more.yaml").write_text(
        "sources:\n  text: {title: T, archive: more/copies/page.txt, passages: {p: Environ 160 personnes}}\n"
        "events:\n- {id: three, date: 2025, title: Three, sources: text#p}\n"
    )
    said = say("prove", "parts/", "--source", "text", "--record")
    assert "parts/more/more.yaml:2: text#p: altered in more/copies/page.txt\n" in said.out
    (found,) = json.loads(say("prove", "parts/", "--source", "text", "--format", "json").out)
    assert (found["file"], found["line"], found["copy"]) == ("parts/more/more.yaml", 2, "more/copies/page.txt")
    assert (mill / "parts" / "timeline.ledger.jsonl").exists()
    assert "✗ Environ 160 personnes" in say("show", "parts/", "three").out
    assert say("check", "parts/", "--only", "bad-copy").out.count("bad-copy") == 1, "that of the private source"


# ---- The marks


def test_what_the_ledger_knows_is_marked_wherever_a_passage_is_cited(mill: Path, say: Say) -> None:
    assert "✓" not in say("show", "one").out
    say("prove", "--record")
    said = say("show", "two", "--width", "100").out
    assert "✗ Environ 160 personnes y travaillent\n  altered in a copy of 30 November 2026, sha256 " in said
    assert "✗ words nobody wrote\n  absent from a copy of 30 November 2026, sha256 " in said
    assert "✓ La production … 31 mars 2026\n  proved in a copy of " in say("show", "one").out
    assert "x Environ 160 personnes y travaillent" in say("show", "two", "--ascii").out
    assert "   ✓  proved in a copy of 30 November 2026, sha256 " in say("print", "--full").out
    assert "(✓ proved in a copy of 30 November 2026, sha256 " in say("print", "--full", "--format", "markdown").out
    assert "(✗ altered in a copy of" in say("print", "--format", "markdown", "--full").out
    assert "7 passages · 4 proved" in say("print", "--width", "140").out
    proofs = [
        one.get("proof") and one["proof"]["state"]
        for event in json.loads(say("print", "--format", "json").out)
        for one in event["sources"]
    ]
    assert proofs == ["proved", "proved", "proved", "altered", "absent"]


def test_events_are_asked_for_by_what_is_proved(mill: Path, say: Say) -> None:
    def ids(query: str) -> list[str]:
        return [event["id"] for event in json.loads(say("print", "-q", query, "--format", "json").out)]

    assert (ids("is:proved"), ids("is:unproved"), ids("has:copy")) == ([], ["one", "two"], ["one", "two"])
    say("prove", "--record")
    assert (ids("is:proved"), ids("is:unproved"), ids("-is:proved")) == (["one"], ["two"], ["two"])
    (mill / "events.yaml").write_text(MILL.replace("Rien n'est signé", "Rien n'est dit"))
    assert (ids("is:proved"), ids("is:unproved")) == ([], ["one", "two"])


def test_a_colleague_without_the_copies_sees_what_was_proved_and_a_changed_copy_proves_nothing(
    mill: Path, say: Say
) -> None:
    say("prove", "--record")
    page = mill / "copies" / "page.html"
    data = page.read_bytes()
    page.write_bytes(data + b"<p>one more")
    assert "✓ Le conseil" not in say("show", "one").out
    assert "✓ La production" in say("show", "one").out
    page.unlink()
    assert "✓ Le conseil" in say("show", "one").out


def test_a_ledger_that_cannot_be_read_marks_nothing_and_stops_nothing(mill: Path, say: Say) -> None:
    ledger = mill / "events.yaml.ledger.jsonl"
    ledger.mkdir()
    assert say("show", "one").code == 0
    assert say("prove", "--record").code == 2
    ledger.rmdir()
    ledger.write_bytes(b"\xff\xfe no json\n{}\n")
    assert say("show", "one").code == 0
    said = say("prove", "--record")
    assert said.code == 1
    assert "events.yaml.ledger.jsonl:1" in said.err
    assert "✓" in say("show", "one").out
