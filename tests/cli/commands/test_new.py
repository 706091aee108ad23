"""jalon new: an event from options or by questions, sources by their addresses; what cannot be saved is not lost."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.cli.conftest import STORY
from tests.conftest import ROOT, with_shipped_id
from tui.store.read.timeline import read
from tui.store.system import atomic_write, environment, file_lock

if TYPE_CHECKING:
    from tests.cli.conftest import Say
    from tests.conftest import Jalon


def text() -> str:
    return Path("events.yaml").read_text(encoding="utf-8")


# ---- From options


def test_an_event_is_put_in_its_place_and_said(story: Path, say: Say) -> None:
    said = say(
        "new", "--date", "2025-09~", "--title", "Talks : begin", "--title-fr", "Négociations", "--kind", "talk",
        "--status", "planned", "--actor", "ikb", "--country", "Belgium,MA", "--place", "Liège", "--tag", "jobs",
        "--source", "rtl#jobs", "--text", "They talk.", "--text-fr", "Ils parlent.",
    )  # fmt: skip
    assert (said.err, said.code) == ("", 0)
    assert said.out == "events.yaml:28: added 2025-09-talks-begin\n"
    event = """\
- id: 2025-09-talks-begin
  date: 2025-09~
  title: 'Talks : begin'
  title_fr: Négociations
  kind: talk
  status: planned
  actors: ikanbi
  countries: [BE, MA]
  place: Liège
  tags: [jobs]
  text: They talk.
  text_fr: Ils parlent.
  sources: rtl#jobs
"""
    assert text() == STORY.replace("- id: end\n", f"{event}- id: end\n")
    assert say("check").code == 0


def test_an_address_becomes_a_source_and_is_cited(story: Path, say: Say) -> None:
    address = "https://www.rtl.example/2025/09/02/le-patron-repond-7?utm_source=rss"
    said = say("new", "--date", "2025-09-02", "--title", "Reply", "--id", "reply", "--source", address)
    assert said.out.splitlines() == ["events.yaml:17: added rtl-patron-repond", "events.yaml:33: added reply"]
    assert """\
  rtl-patron-repond:
    publisher: RTL
    url: https://www.rtl.example/2025/09/02/le-patron-repond-7
    published: 2025-09-02  # from the address
    seen: 2026-11-22
""" in text()
    assert "- id: reply\n  date: 2025-09-02\n  title: Reply\n  sources: rtl-patron-repond\n" in text()


LACKS = "an event has a date and a title: {} is missing; or on a terminal, to be asked for each"
WHOLE = ["--date", "2025", "--title", "T"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--date", "2025"], LACKS.format("--title")),
        ([], LACKS.format("--date and --title")),
        ([*WHOLE, "--date", "2025-02-30"], "--date: no such day: February 2025 has 28 days; did you mean 2025-02-28?"),
        ([*WHOLE, "--actor", "ikanby"], '--actor: no actor is called "ikanby"; did you mean "ikanbi"?'),
        ([*WHOLE, "--id", "end"], '--id: the id "end" is taken; "end-2" is not'),
        ([*WHOLE, "--source", "rtl#job"], '--source: source "rtl" has no passage "job"; did you mean "jobs"?'),
        ([*WHOLE, "--title", "\x1b[2J"], "--title: a control character (U+001B) has no place in a text; leave it out"),
        ([*WHOLE, "x.yaml"], "x.yaml: there is no such file"),
        ([*WHOLE, "-"], "standard input can be read, not added to; name a file"),
    ],
)
def test_what_is_wrong_is_refused_and_the_file_stays(story: Path, say: Say, options: list[str], said: str) -> None:
    answer = say("new", *options)
    assert (answer.out, answer.code) == ("", 2)
    assert answer.err.startswith(f"jalon: {said}")
    assert text() == STORY


def test_every_fault_is_said_at_once(story: Path, say: Say) -> None:
    answer = say("new", "--date", "soon", "--title", "T", "--actor", "x", "--country", "Belgiqe")
    assert [line.split(":")[1] for line in answer.err.splitlines()] == [" --date", " --actor", " --country"]


def test_a_file_that_changed_is_left_alone_and_what_was_typed_is_shown(
    story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = atomic_write.replace

    def late(path: str, before: bytes | None, after: bytes) -> None:
        Path(path).write_text("somebody else's", encoding="utf-8")
        real(path, before, after)

    monkeypatch.setattr(atomic_write, "replace", late)
    said = say("new", "--date", "2026", "--title", "Typed : long", "--source", "https://b.example/xx")
    assert (said.out, said.code) == ("", 2)
    assert (
        said.err
        == """\
this was not added:
  b-xx:
    seen: 2026-11-22
    url: https://b.example/xx
- id: 2026-typed-long
  date: 2026
  title: 'Typed : long'
  sources: [b-xx]
jalon: events.yaml is not saved: it has changed since it was read; the same once more adds to it as it is now
"""
    )
    assert text() == "somebody else's"


def another_writes_first(monkeypatch: pytest.MonkeyPatch, event: str) -> None:
    """While what is new was typed, another jalon wrote an event at the end of the file."""
    real = file_lock.locked

    def later(path: str) -> AbstractContextManager[None]:
        Path(path).write_text(STORY + event, encoding="utf-8")
        return real(path)

    monkeypatch.setattr(file_lock, "locked", later)


def test_what_is_new_is_added_to_the_file_as_it_is_by_then(
    story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = "- id: 2027-t\n  date: 2027\n  title: T\n  status: planned\n"
    another_writes_first(monkeypatch, theirs)
    said = say("new", "--date", "2027", "--title", "T")
    assert (said.out, said.err, said.code) == ("events.yaml:48: added 2027-t-2\n", "", 0)
    assert text() == STORY + theirs + theirs.replace("2027-t", "2027-t-2")


def test_an_id_that_another_took_meanwhile_is_said_and_what_was_typed_is_shown(
    story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = "- id: mine\n  date: 2027\n  title: Theirs\n"
    another_writes_first(monkeypatch, theirs)
    said = say("new", "--date", "2028", "--title", "Mine", "--id", "mine")
    assert (said.out, said.code) == ("", 2)
    assert said.err.endswith("this was not added:\n- id: mine\n  date: 2028\n  title: Mine\n  status: planned\n")
    assert said.err.startswith("jalon: --id: ")
    assert text() == STORY + theirs


def test_an_article_that_another_added_meanwhile_is_there_already(
    story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = STORY.replace("events:\n", "  b: {url: https://b.example/xx}\nevents:\n")
    real = file_lock.locked

    def later(path: str) -> AbstractContextManager[None]:
        Path(path).write_text(other, encoding="utf-8")
        return real(path)

    monkeypatch.setattr(file_lock, "locked", later)
    said = say("new", "source", "https://b.example/xx")
    assert (said.out, said.err, said.code) == ("events.yaml:17: b is there already\n", "", 0)
    assert text() == other


def test_a_temporary_file_that_stays_is_said(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    left = ".jalon-x could not be removed (it fails)"
    monkeypatch.setattr(atomic_write, "replace", lambda *_: left)
    for words in (["new", "--date", "2026", "--title", "T"], ["fmt"], ["schema", "--write"]):
        assert left in say(*words).err


def test_a_file_that_may_only_be_read_is_said(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    said = say("new", "--date", "2026", "--title", "T")
    assert said.code == 2
    assert said.err.endswith("jalon: events.yaml is not saved: it may only be read\n")


def test_where_there_is_no_place_it_is_said_with_the_cure(story: Path, say: Say) -> None:
    Path("events.yaml").write_text("events: [{date: 2020, title: A}]\n", encoding="utf-8")
    said = say("new", "--date", "2026", "--title", "T")
    assert said.code == 2
    assert "- id: 2026-t\n" in said.err
    reason = 'what is behind "events:" is no list with a dash an event; write each event below it, with a dash'
    assert said.err.splitlines()[-1] == f"jalon: events.yaml: {reason}"


def test_the_timeline_that_comes_with_jalon_is_not_written_to(
    tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = say("new", "--date", "2026", "--title", "T")
    assert said.code == 2
    assert "the timeline that comes with jalon stays as it is" in said.err


# ---- Sources


def test_sources_are_added_by_their_addresses_and_those_there_are_said(story: Path, say: Say) -> None:
    said = say(
        "new", "source", "http://www.rtl.example/item/?fbclid=1", "https://a.example/2025/08/26/la-suite?id=3&utm_id=1",
        "https://a.example/2025/08/26/la-suite?id=3", "https://rtl.example/other-99",
    )  # fmt: skip
    assert (said.err, said.code) == ("", 0)
    assert (
        said.out
        == """\
events.yaml:10: rtl is there already
a-suite is there already
events.yaml:17: added a-suite
events.yaml:21: added rtl-other
"""
    )
    assert text() == STORY.replace("events:\n", """\
  a-suite:
    url: https://a.example/2025/08/26/la-suite?id=3
    published: 2025-08-26  # from the address
    seen: 2026-11-22
  rtl-other:
    publisher: RTL
    url: https://rtl.example/other-99
    seen: 2026-11-22
events:
""")  # fmt: skip


def test_addresses_come_a_line_from_standard_input(story: Path, jalon: Jalon) -> None:
    lines = "# ten links\nhttps://a.example/xx\r\n\nwww.b.example/yy\n  https://c.example/zz  \n"
    said = jalon("new", "source", "events.yaml", "-", "--today", "2026-01-02", input=lines, cwd=story)
    assert said.stdout == "events.yaml:17: added a-xx\nevents.yaml:20: added c-zz\n"
    assert said.stderr == (
        "jalon: www.b.example/yy: an address begins with https:// or http://;"
        ' did you mean "https://www.b.example/yy"?\n'
    )
    assert said.code == 2
    assert text().count("seen: 2026-01-02") == 2


def test_the_words_of_an_address_are_its_title_and_of_a_copy_the_original_is_the_source(story: Path, say: Say) -> None:
    page = "https://b.example/actu/les-lecteurs-en-appellent-a-l-union-761046"
    assert say("new", "source", f"https://web.archive.org/web/20250825000000/{page}").code == 0
    assert f"""\
  b-lecteurs-appellent-union:
    title: Les lecteurs en appellent a l union  # from the address
    url: {page}
    seen: 2026-11-22
    archive: https://web.archive.org/web/20250825000000/{page}
""" in text()
    for form in (page, page.replace("https://b", "http://www.b"), page.replace("//b", "//m.b"), f"{page}/amp?utm_id=1"):
        assert say("new", "source", form).out == "events.yaml:17: b-lecteurs-appellent-union is there already\n"
    copy = "https://web.archive.org/web/2025/https://rtl.example/item"
    assert say("new", "source", copy).out.endswith(f"rtl is there already; this is a copy of it, archive: {copy}\n")
    assert say("check").code == 0


def test_a_pasted_list_has_addresses_with_titles(story: Path, jalon: Jalon) -> None:
    lines = """\
- Trente emplois : la suite  https://a.example/xx
https://rtl.example/yy — Die « neuen » Plätze
[Un # titre]( https://c.example/zz )
no address at all
"""
    said = jalon("new", "source", "events.yaml", "--paste", "--today", "2026-01-02", input=lines, cwd=story)
    assert (said.code, said.stderr.count("\n"), "no address at all: " in said.stderr) == (2, 1, True)
    timeline = read(text().encode(), "events.yaml").timeline
    assert [(one.id, one.titles, one.publisher) for one in timeline.sources.values()][1:] == [
        ("a-xx", {"en": "Trente emplois : la suite"}, None),
        ("rtl-yy", {"en": "Die « neuen » Plätze"}, "RTL"),
        ("c-zz", {"en": "Un # titre"}, None),
    ]
    assert "from the address" not in text()


def test_title_and_publisher_may_be_given(story: Path, say: Say) -> None:
    assert say("new", "source", "https://a.example/xx", "--title", "A title", "--publisher", "A").code == 0
    assert "  a-xx:\n    title: A title\n    publisher: A\n    url: https://a.example/xx\n" in text()
    said = say("new", "source", "https://a.example/y", "https://a.example/z", "--title", "A title")
    assert said.err == "jalon: --title is of one article, and there are 2; a line of - may hold its title\n"


def test_at_a_terminal_what_is_missing_is_asked_for(story: Path) -> None:
    urls = ("https://a.example/xx", "https://a.example/yy", "https://rtl.example/les-lecteurs-en-appellent-a-tous")
    asked = answering(story, "The title", "The publisher", "", words=("new", "source", *urls))
    assert asked.code == 0
    assert "title of https://a.example/xx (empty leaves it out): " in asked.said
    assert "publisher of https://a.example/xx (empty for a.example): " in asked.said
    assert asked.said.count("(empty") == 3
    timeline = read(text().encode(), "events.yaml").timeline
    assert [(one.titles.get("en"), one.publisher) for one in timeline.sources.values()][1:] == [
        ("The title", "The publisher"), (None, "The publisher"), ("Les lecteurs en appellent a tous", "RTL"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "which address? none is given; jalon new source [FILE] URL…, or - for one a line"),
        (["events.yaml"], "which address? none is given; jalon new source [FILE] URL…, or - for one a line"),
        (["a.example"], '"a.example" is neither an address nor a file; did you mean "https://a.example"?'),
        (["x.yaml", "https://a.example"], "x.yaml: there is no such file; jalon init x.yaml starts one"),
    ],
)
def test_what_is_no_address_is_refused(story: Path, say: Say, words: list[str], said: str) -> None:
    answer = say("new", "source", *words)
    assert (answer.out, answer.err, answer.code) == ("", f"jalon: {said}\n", 2)
    assert text() == STORY


def test_options_may_stand_before_the_command(story: Path, say: Say) -> None:
    assert say("--today", "2026-01-02", "new", "source", "https://a.example/xx").code == 0
    assert "seen: 2026-01-02" in text()
    assert say("new", "--help").out.startswith("Usage: jalon new [OPTIONS] [FILE]")
    assert say("new", "source", "--help").out.startswith("Usage: jalon new source [OPTIONS] [FILE] URL…")


# ---- By questions


class Asked(NamedTuple):
    """What stood on the terminal, and the exit code."""

    said: str
    code: int


def answering(folder: Path, *answers: str, words: tuple[str, ...] = ("new",)) -> Asked:
    """jalon on a terminal whose person gives one answer to each question; `^C` interrupts."""
    ours, its = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", *words],
        stdin=its, stdout=its, stderr=its, cwd=folder, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "JALON_TODAY": "2026-11-22"},
        preexec_fn=lambda: __import__("fcntl").ioctl(0, __import__("termios").TIOCSCTTY, 0),
    )  # fmt: skip
    os.close(its)
    said = ""
    pending = list(answers)
    try:
        while chunk := os.read(ours, 65536):
            said += chunk.decode()
            if said.endswith((": ", "] ")) and pending:
                answer = pending.pop(0)
                os.write(ours, b"\x03" if answer == "^C" else b"\x04" if answer == "^D" else f"{answer}\n".encode())
    except OSError:  # EIO: the other side is closed
        pass
    os.close(ours)
    return Asked(said.replace("\r\n", "\n"), process.wait(timeout=60))


def test_each_field_is_asked_for_and_checked_as_it_is_answered(story: Path) -> None:
    asked = answering(
        story, "end of September 2025", "2025-09-21~", "", "The talks", "Les négociations", "?", "talk", "", "ikanby",
        "ikb", "Morocco", "", "https://b.example/xx", "They talk.",
    )  # fmt: skip
    assert asked.code == 0
    assert "2025-09-30] or 2025-09?\ndate, such as" in asked.said
    assert "\nabout 21 September 2025\ntitle (en): " in asked.said
    assert "\nan event has a title\n" in asked.said
    assert "\nannouncement, contract, law\n" in asked.said
    assert '\nno actor is called "ikanby"; did you mean "ikanbi"?\n' in asked.said
    assert asked.said.endswith("events.yaml:17: added b-xx\nevents.yaml:31: added 2025-09-21-the-talks\n")
    assert """\
- id: 2025-09-21-the-talks
  date: 2025-09-21~
  title: The talks
  title_fr: Les négociations
  kind: talk
  actors: ikanbi
  countries: MA
  text: They talk.
  sources: b-xx
""" in text()


def test_what_an_option_says_is_not_asked_for(story: Path) -> None:
    words = ("new", "--date", "2026", "--kind", "law", "--status", "planned", "--actor", "ikanbi", "--title-fr", "Fr")
    asked = answering(story, "The title", "", "", "", "", words=words)
    assert asked.code == 0
    assert "date" not in asked.said.split("title:")[0].split("change")[1]


@pytest.mark.parametrize("end", ["^C", "^D"])
def test_an_interruption_leaves_the_file_as_it_was(story: Path, end: str) -> None:
    asked = answering(story, "2026", "The title", end)
    assert asked.code == 130
    assert asked.said.endswith("\nnothing was added\n")
    assert text() == STORY


@pytest.mark.parametrize(("answer", "is_there"), [("y", True), ("n", False)])
def test_the_timeline_that_comes_with_jalon_is_copied_when_one_agrees(
    tmp_path: Path, answer: str, is_there: bool
) -> None:
    asked = answering(tmp_path, answer, words=("new", "--date", "2026-05", "--title", "Mine"))
    assert asked.code == 0
    assert (tmp_path / "events.yaml").exists() == is_there
    if is_there:
        shipped = Path(environment.shipped_path("events.yaml")).read_text(encoding="utf-8")
        ours = with_shipped_id((tmp_path / "events.yaml").read_text(encoding="utf-8"))
        assert ours.replace("- id: 2026-05-mine\n  date: 2026-05\n  title: Mine\n\n", "") == shipped
    else:
        assert asked.said.endswith("nothing was written\n")


# ---- Without a date


def test_an_event_without_a_date_goes_last_and_is_called_by_its_title(story: Path, say: Say) -> None:
    said = say("new", "--undated", "--title", "They met")
    assert (said.err, said.code) == ("", 0)
    assert said.out.endswith(": added they-met\n")
    assert text().endswith("- id: they-met\n  date: unknown\n  title: They met\n")
    assert say("check").code == 0
    assert say("ids", "events").out.splitlines()[-1] == "they-met"


def test_a_date_and_none_are_too_much(story: Path, say: Say) -> None:
    said = say("new", "--undated", "--date", "2025", "--title", "They met")
    assert (said.code, text()) == (2, STORY)
    assert "--undated is for an event without a date" in said.err


def test_what_the_timeline_says_of_all_is_not_written_again(story: Path, say: Say) -> None:
    usual = STORY.replace("  language: en\n", "  language: en\n  countries: [BE, MA]\n  source_language: fr\n", 1)
    Path("events.yaml").write_text(usual, encoding="utf-8")
    whole = ("new", "--date", "2026-05", "--title")
    assert say(*whole, "One", "--source", "https://a.example/xx").code == 0
    assert say(*whole, "Two", "--country", "BE", "--country", "MA").code == 0
    assert say(*whole, "Three", "--country", "FR").code == 0
    assert text().count("countries:") == usual.count("countries:") + 1
    assert "  a-xx:\n    url: https://a.example/xx\n    seen: " in text()
    assert "language: fr" not in text().replace("source_language: fr", "")
    assert "error" not in say("check").out
    rows = say("print", "--from", "2026-05", "--to", "2026-05", "--format", "csv").out.splitlines()
    assert [row.split(",")[0] for row in rows if "BE; MA" in row] == ["2026-05-one", "2026-05-two"]
    assert say("print", "-q", "language:fr id:2026-05-one", "--format", "csv").out.count("\n") == 2
    assert say("fmt").code == 0
    assert "  countries: [BE, MA]\n  source_language: fr\n" in text()
