"""jalon keep: a page is fetched because it is asked for, kept whole or not at all, named, and proved."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Say
from tests.conftest import ROOT
from tests.store.keep.web import PAGE, TEXT, Web, needs_proof_extra, serving
from tui.core.proof.ledger import Copy, Link, Proof
from tui.store.keep import fetch as fetching
from tui.store.keep import keeper
from tui.store.keep.fetch import Limits
from tui.store.proof.ledger import ledger_of, ledger_path
from tui.store.read.timeline import read

pytestmark = needs_proof_extra
COPY = "copies/trends/2026-11-30.warc.gz"


@pytest.fixture(scope="module")
def server() -> Iterator[Web]:
    with serving() as one:
        yield one


@pytest.fixture
def web(server: Web, monkeypatch: pytest.MonkeyPatch) -> Web:
    server.asked.clear()
    server.pages.clear()
    server.statuses.clear()
    server.moved.clear()
    monkeypatch.setattr(keeper, "PAUSE", 0.0)
    monkeypatch.setattr("tui.store.keep.fetch.Limits", lambda: Limits(size=300_000, silence=1, time=2, pause=0))
    return server


def source(web: Web, name: str = "trends", path: str = "/trends", more: str = "") -> str:
    return f"  {name}:\n    title: {name}\n    url: {web.at(path)}\n{more}"


PASSAGES = """\
    passages:
      contract: The contract of the site … in December
      jobs: 300 jobs go to Tangier
      never: The strike is over
"""
EVENTS = """\
events:
- id: end
  date: 2025-12-31
  title: It ends
  sources: [trends#contract, trends: met on Monday]
"""

UNCITED = "events: [{id: end, date: 2025, title: It ends}]\n"


@pytest.fixture
def story(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with events.yaml in it, which is where we are."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-30")
    return written(tmp_path, source(web, more=PASSAGES))


def written(folder: Path, sources: str, events: str = EVENTS) -> Path:
    path = folder / "events.yaml"
    path.write_text(f"timeline: {{id: story, title: A story}}\nsources:\n{sources}{events}", encoding="utf-8")
    return path


def archives(path: Path, name: str = "trends") -> tuple[str, ...]:
    return read(path.read_bytes(), "events.yaml").timeline.sources[name].archives


def facts(path: Path, kind: Any) -> list[Any]:
    return list(ledger_of(str(path)).of_kind(kind))


def files(path: Path) -> list[str]:
    return sorted(str(one.relative_to(path.parent)) for one in (path.parent / "copies").rglob("*") if one.is_file())


# ---- A page that is there ----


def test_a_page_is_kept_named_proved_and_written_down(story: Path, web: Web, say: Say) -> None:
    before = story.read_text()
    said = say("keep", "trends")
    assert said.code == 0
    assert said.out == (
        f"trends: kept in {COPY} (1 kB); 3 of 4 passages proved\n"
        "  never: absent\n"
    )  # fmt: skip
    assert story.read_text() == before.replace("/trends\n", f"/trends\n    archive: {COPY}\n", 1)
    (copy,), (link,) = facts(story, Copy), facts(story, Link)
    assert (copy.source, copy.copy, copy.size) == ("trends", COPY, (story.parent / COPY).stat().st_size)
    assert (copy.url, copy.media) == (web.at("/trends"), "text/html")
    assert (link.state, link.status, link.url) == ("alive", 200, web.at("/trends"))
    assert [(one.passage, one.state, one.sha256) for one in facts(story, Proof)] == [
        ("contract", "proved", copy.sha256),
        ("jobs", "proved", copy.sha256),
        ("never", "absent", copy.sha256),
        ("", "proved", copy.sha256),
    ]


def test_a_source_with_a_copy_is_not_asked_for_again(story: Path, web: Web, say: Say) -> None:
    say("keep", "trends")
    said = say("keep", "trends")
    assert (said.code, said.out) == (0, f"trends: there is a copy, {COPY}; --again keeps one more\n")
    assert say("keep", "--all").err == "1 source has a copy here; --again keeps one more\nnothing to keep\n"
    assert web.asked == ["/trends"]


def test_again_keeps_one_more_and_tells_the_drift(story: Path, web: Web, say: Say) -> None:
    say("keep", "trends", "--today", "2026-05-02")
    web.pages["/trends"] = PAGE.replace(b"300 jobs", b"200 jobs").replace(b"met on Monday", b"did not meet")
    say("keep", "trends", "--again", "--today", "2026-06-01")
    web.pages["/trends"] = PAGE.replace(b"300 jobs go to Tangier", b"Nothing is known")
    said = say("keep", "trends", "--again")
    assert said.out == (
        "trends: kept in copies/trends/2026-11-30.warc.gz (1 kB); 2 of 4 passages proved\n"
        "  contract: unchanged · jobs: gone since 2026-06-01 · never: in no copy · “met on Monday”: there again\n"
    )
    days = ("2026-05-02", "2026-06-01", "2026-11-30")
    assert archives(story) == tuple(f"copies/trends/{day}.warc.gz" for day in days)


def test_what_stands_there_otherwise_is_shown(story: Path, web: Web, say: Say) -> None:
    web.pages["/trends"] = PAGE.replace(b"of the site ends", b"of the site ended").replace(b"300 jobs", b"301 jobs")
    out = say("keep", "trends").out
    assert "  jobs: altered; the page has: 301 jobs go to Tangier\n" in out


def test_the_answer_can_be_had_as_data(story: Path, say: Say) -> None:
    (one,) = json.loads(say("keep", "trends", "--format", "json").out)
    assert (one["source"], one["link"], one["copy"], one["named"]) == ("trends", "alive", COPY, True)
    assert [row["state"] for row in one["passages"]] == ["proved", "proved", "absent", "proved"]


# ---- Pages that are not to be had ----


@pytest.mark.parametrize(
    ("path", "code", "lines"),
    [
        ("/status/403", 1, ["it is refused to a machine; a person may be able to read it (403)",
                            "save it in your browser, then jalon keep trends --adopt SAVED"]),
        ("/wait", 1, ["it is refused to a machine; a person may be able to read it (429); the host asks to wait: 120",
                      "save it in your browser, then jalon keep trends --adopt SAVED"]),
        ("/status/404", 1, ["it is gone from its address (404)",
                            "if it stays so, a line under it says it: gone: 2026-11-30"]),
        ("/status/500", 1, ["it cannot be reached (500)"]),
        ("/huge", 1, ["it is larger than 1 MB"]),
        ("/silent", 1, ["it does not come within 1 second"]),
        ("/cut", 1, ["its answer is cut off, or is no answer"]),
        ("/loop", 1, ["it leads on more than 10 times (301)"]),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told_and_leaves_nothing(
    story: Path, web: Web, say: Say, path: str, code: int, lines: list[str]
) -> None:
    written(story.parent, source(web, path=path))
    before = story.read_bytes()
    said = say("keep", "trends")
    assert (said.code, said.out) == (code, "\n  ".join([f"trends: {lines[0]}", *lines[1:]]) + "\n")
    assert story.read_bytes() == before
    assert files(story) == []
    assert [one.url for one in facts(story, Link)] == [web.at(path)]


def test_a_page_that_moved_is_kept_and_where_to_is_told(story: Path, web: Web, say: Say) -> None:
    web.moved["/trends"] = "/elsewhere"
    said = say("keep", "trends")
    assert f"its page is at {web.at('/elsewhere')} now; 3 of 4 passages proved" in said.out
    (link,) = facts(story, Link)
    assert (link.state, link.to) == ("moved", web.at("/elsewhere"))


def test_a_host_that_asks_for_a_pause_is_not_asked_again(story: Path, web: Web, say: Say) -> None:
    written(story.parent, source(web, path="/wait") + source(web, "other", "/other"))
    said = say("keep", "--all")
    assert "other: its host asked for a pause, and was not asked again\n" in said.out
    assert web.asked == ["/wait"]


def test_unreachable_is_told_with_its_first_day(story: Path, web: Web, say: Say) -> None:
    written(story.parent, source(web, path="/hang-up"))
    say("keep", "trends")
    said = say("keep", "trends", "--today", "2099-01-01")
    assert "; so since 20" in said.out


def test_a_host_is_given_a_pause(story: Path, web: Web, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "PAUSE", 0.3)
    written(story.parent, source(web) + source(web, "other", "/other"))
    begun = time.monotonic()
    assert say("keep", "--all").code == 0
    assert time.monotonic() - begun > 0.3


# ---- What is asked for ----


def test_all_leaves_out_what_is_private_gone_bare_or_kept_and_says_how_many(story: Path, web: Web, say: Say) -> None:
    others = "".join(
        [
            source(web, "secret", "/secret", "    private: true\n"),
            source(web, "lost", "/lost", "    gone: 2026-01\n"),
            source(web, "here", "/here", "    archive: [https://web.archive.org/web/2025/https://a.be/x, a.html]\n"),
            "  paper: {title: On paper}\n",
        ]
    )
    (story.parent / "a.html").write_text("<p>here</p>")
    written(story.parent, source(web) + others, EVENTS.replace("met on Monday]", f"met on Monday, {web.at('/bare')}]"))
    said = say("keep", "--all")
    assert said.code == 0
    assert said.err.splitlines() == [
        "1 source is cited by its address alone: jalon new source makes a source of it",
        "1 private source is left out; --with-private keeps it too",
        "1 source is gone, by the file",
        "1 source has a copy here; --again keeps one more",
    ]
    assert web.asked == ["/trends"]
    assert say("keep", "--all", "--with-private").out.startswith("secret: kept in ")


def test_all_asks_nobody_for_a_page_that_only_a_private_event_cites(story: Path, web: Web, say: Say) -> None:
    event = "events:\n- {id: hidden, date: 2025, title: Hidden, private: true, sources: tip}\n"
    story.write_text(f"sources:\n{source(web, 'tip', '/tip')}{event}")
    said = say("keep", "--all")
    assert "1 private source is left out" in said.err
    assert not web.asked
    assert say("keep", "--all", "--with-private").out.startswith("tip: ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "which source? none is named; jalon keep SOURCE…, or --all"),
        (("trend",), 'no source is called "trend"; did you mean "trends"?'),
        (("trends", "--all"), "--all is of all sources, and some are named; leave one of the two out"),
        (("--all", "--adopt", "a.html"), "--adopt is of one source; jalon keep SOURCE --adopt SAVED"),
        (("-", "trends"), "standard input can be read, not added to; name a file"),
    ],
)
def test_what_is_asked_wrongly_is_refused(story: Path, say: Say, words: tuple[str, ...], said: str) -> None:
    answer = say("keep", *words)
    assert (answer.code, answer.err) == (2, f"jalon: {said}\n")


def test_what_is_missing_is_one_line(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.commands.keep.LIBRARIES", ("no_such_library",))
    answer = say("keep", "trends")
    assert (answer.code, answer.err) == (2, 'jalon: keep needs no_such_library; pip install "jalon[proof]"\n')


def test_a_source_without_an_address_is_told(story: Path, say: Say) -> None:
    written(story.parent, "  trends: {title: A letter}\n")
    assert say("keep", "trends").out == "trends: it has no address\n  --adopt takes a file that you have\n"


# ---- What the reader saved ----


@pytest.mark.parametrize("name", ["saved.html", "Article (1).HTM", "note.txt", "note.md"])
def test_a_file_that_was_saved_becomes_a_copy(
    story: Path, web: Web, say: Say, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    saved = tmp_path_factory.mktemp("downloads") / name
    saved.write_text(f"<p>{TEXT}</p>" if "htm" in name.lower() else TEXT)
    said = say("keep", "trends", "--adopt", str(saved))
    copy = f"copies/trends/2026-11-30.{name.lower().rpartition('.')[2]}"
    assert said.out.startswith(f"trends: kept in {copy} (1 kB); 3 of 4 passages proved\n")
    assert archives(story) == (copy,)
    assert saved.exists()
    assert facts(story, Link) == []
    assert web.asked == []


def test_a_file_beside_the_timeline_is_named_where_it_is(story: Path, say: Say) -> None:
    (story.parent / "copies").mkdir()
    (story.parent / "copies" / "mine.html").write_text(f"<p>{TEXT}</p>")
    said = say("keep", "trends", "--adopt", "copies/mine.html")
    assert said.out.startswith("trends: kept in copies/mine.html (1 kB); 3 of 4")
    assert files(story) == ["copies/mine.html"]
    assert archives(story) == ("copies/mine.html",)


@pytest.mark.parametrize("name", ["-a.html", "a\n\x1b[31m.html", "C: a.html", ".a.html", "~a.html"])
def test_a_file_beside_the_timeline_whose_name_no_file_can_have_is_copied(story: Path, say: Say, name: str) -> None:
    (story.parent / name).write_text(f"<p>{TEXT}</p>")
    said = say("keep", "trends", "--adopt", f"./{name}")
    assert said.out.startswith("trends: kept in copies/trends/2026-11-30.html (1 kB); 3 of 4")
    assert archives(story) == ("copies/trends/2026-11-30.html",)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.doc", "trends: a copy is one of .html"),
        ("no.html", "jalon: no.html: there is no such file"),
        ("folder.html", "jalon: folder.html: it is a folder, not a file"),
    ],
)
def test_what_is_no_copy_is_not_taken(story: Path, say: Say, name: str, said: str) -> None:
    (story.parent / "folder.html").mkdir()
    answer = say("keep", "trends", "--adopt", name)
    assert answer.code == 1
    assert (answer.out + answer.err).startswith(said)
    assert archives(story) == ()


# ---- Files that are written otherwise ----


def test_a_file_that_cannot_name_the_copy_is_told_the_line_and_the_copy_is_kept(
    story: Path, web: Web, say: Say
) -> None:
    text = f"  other: &x {{title: T, url: '{web.at('/trends')}'}}\n  trends: *x\n"
    written(story.parent, text)
    before = story.read_bytes()
    said = say("keep", "trends")
    assert said.code == 1
    assert "the file does not name it, for the source cannot be changed as it is written" in said.out
    assert f"  the line to add: archive: {COPY}\n" in said.out
    assert story.read_bytes() == before
    assert files(story) == [COPY]


@pytest.mark.parametrize("name", ["a/b", "../out", "Éé", "a b", "x" * 300, "..", "CON:"])
def test_an_id_of_any_kind_has_a_folder_below_copies(story: Path, web: Web, say: Say, name: str) -> None:
    written(story.parent, f'  "{name}": {{title: T, url: "{web.at("/a")}"}}\n', UNCITED)
    assert say("keep", "--all").code == 0
    (copy,) = archives(story, name)
    assert copy.startswith("copies/")
    assert (story.parent / copy).resolve().is_relative_to(story.parent / "copies")
    assert copy.count("/") == 2


def test_copies_that_leads_elsewhere_is_not_followed(story: Path, web: Web, say: Say, tmp_path: Path) -> None:
    outside = tmp_path / "home" / "outside"
    outside.mkdir(parents=True)
    (story.parent / "copies").symlink_to(outside)
    said = say("keep", "trends")
    assert said.code == 1
    assert "copies is not saved: it leads out of the folder of the timeline" in said.err
    assert list(outside.iterdir()) == []


def test_a_timeline_that_is_a_folder_has_its_copies_in_it_and_the_file_of_the_source_names_them(
    story: Path, web: Web, say: Say
) -> None:
    folder = story.parent / "story"
    folder.mkdir()
    sources = f"sources:\n{source(web, more=PASSAGES)}"
    (folder / "a.yaml").write_text(f"timeline: {{id: story, title: A story}}\n{sources}")
    (folder / "b.yaml").write_text(EVENTS)
    said = say("keep", "story/", "trends")
    assert said.out.startswith(f"trends: kept in {COPY} (1 kB); 3 of 4 passages proved\n")
    assert (folder / COPY).is_file()
    assert f"    archive: {COPY}\n" in (folder / "a.yaml").read_text()
    assert say("keep", "story/", "trends").code == 0
    assert say("seal", "story", "-o", "d.zip").code == 0
    verified = say("verify", "d.zip")
    assert (verified.code, verified.out.splitlines()[1]) == (
        0, "3 proofs were made again; 4 passages are in the timeline",
    )  # fmt: skip


def test_a_source_in_a_file_that_is_included_is_named_there(story: Path, web: Web, say: Say) -> None:
    (story.parent / "sources.yaml").write_text(f"sources:\n{source(web, more=PASSAGES)}")
    story.write_text("timeline: {id: story, title: A story, include: [sources.yaml, year.yaml]}\n")
    (story.parent / "year.yaml").write_text(EVENTS)
    before = story.read_bytes()
    said = say("keep", "trends")
    assert said.out.startswith(f"trends: kept in {COPY} (1 kB); 3 of 4 passages proved\n")
    assert f"    archive: {COPY}\n" in (story.parent / "sources.yaml").read_text()
    assert story.read_bytes() == before


# ---- Whatever happens ----

RUN = """
import os, signal, sys
from tui.store.keep import fetch, keeper
keeper.PAUSE = 0.0
fetch.Limits.__new__.__defaults__ = (300_000, 2, 2, 4, 10, 0)
at, how = int(sys.argv[1]), sys.argv[2]
count = 0
def counted(name):
    plain = getattr(os, name)
    def call(*args, **others):
        global count
        count += 1
        if count == at:
            sys.stderr.write(f"reached {name}\\n")
            sys.stderr.flush()
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(28, "No space left on device")
        return plain(*args, **others)
    setattr(os, name, call)
if at:
    for name in ("fsync", "link", "rename", "unlink", "makedirs"):
        counted(name)
from tui.__main__ import main
sys.argv = ["jalon", *sys.argv[3:]]
sys.exit(main())
"""


def started(folder: Path, at: int, how: str, *words: str) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "JALON_TODAY": "2026-11-30"}
    command = [sys.executable, "-c", RUN, str(at), how, *words]
    return subprocess.Popen(command, env=env, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def is_sound(path: Path) -> None:
    """Nothing half is there: each file that has a name is whole, and what the timeline names is there."""
    reading = read(path.read_bytes(), "events.yaml")
    assert not reading.problems
    assert ledger_of(str(path)).damaged == ()
    for name in files(path):
        if "/.jalon-" not in name:
            is_whole(path.parent / name)
    for one in reading.timeline.sources.values():
        for copy in one.archives:
            assert (path.parent / copy).is_file()


def is_whole(path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        assert [one.content_stream().read() for one in ArchiveIterator(file, check_digests="raise")][1] == PAGE


@pytest.mark.parametrize("how", ["kill", "full"])
def test_killed_or_without_room_at_any_moment_nothing_is_lost_and_nothing_is_half(
    story: Path, web: Web, say: Say, how: str
) -> None:
    before = story.read_bytes()
    for at in range(1, 40):
        for name in (story.parent / "copies", Path(ledger_path(str(story)))):
            subprocess.run(["rm", "-rf", str(name)], check=True)
        story.write_bytes(before)
        process = started(story.parent, at, how, "keep", "trends")
        out, err = process.communicate()
        if "reached" not in err:
            break
        assert process.returncode in ((-signal.SIGKILL,) if how == "kill" else (0, 1)), err
        assert process.returncode <= 0 or "no space left on device" in err + out, err + out
        is_sound(story)
        said = say("keep", "trends")
        assert said.code == 0, said
        is_sound(story)
        assert archives(story) == (COPY,)
        assert [one for one in files(story) if "reached unlink" not in err or "/.jalon-" not in one] == [COPY]
        assert [one.copy for one in facts(story, Copy)] == [COPY]
        assert [one.state for one in facts(story, Proof)][-4:] == ["proved", "proved", "absent", "proved"]
    assert 8 < at < 39


def test_killed_by_the_clock_nothing_is_lost(story: Path, web: Web, say: Say) -> None:
    names = [f"s{number}" for number in range(8)]
    written(story.parent, "".join(source(web, name, f"/{name}") for name in names), UNCITED)
    for moment in range(6):
        process = started(story.parent, 0, "kill", "keep", "--all")
        time.sleep(0.5 + 0.07 * moment)
        process.kill()
        process.communicate()
        is_sound(story)
    assert say("keep", "--all").code == 0
    is_sound(story)
    assert files(story) == [f"copies/{name}/2026-11-30.warc.gz" for name in names]
    assert [archives(story, name) for name in names] == [(f"copies/{name}/2026-11-30.warc.gz",) for name in names]


def test_two_at_once_keep_each_page_once(story: Path, web: Web) -> None:
    names = [f"s{number}" for number in range(6)]
    written(story.parent, "".join(source(web, name, f"/{name}") for name in names), UNCITED)
    runs = [started(story.parent, 0, "kill", "keep", "--all") for _number in range(2)]
    said = [one.communicate() for one in runs]
    assert [one.returncode for one in runs] == [0, 0], said
    is_sound(story)
    assert files(story) == [f"copies/{name}/2026-11-30.warc.gz" for name in names]
    assert sorted(one.copy for one in facts(story, Copy)) == files(story)


def test_interrupted_it_says_how_far_it_got(story: Path, web: Web, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    written(story.parent, source(web) + source(web, "other", "/other"))
    plain = keeper.Keeper.keep

    def keep(self: keeper.Keeper, one: Any) -> keeper.Outcome:
        if one.id == "other":
            raise KeyboardInterrupt
        return plain(self, one)

    monkeypatch.setattr(keeper.Keeper, "keep", keep)
    said = say("keep", "--all")
    assert (said.code, said.err) == (130, "stopped: 1 of 2 sources is done; the same once more goes on\n")
    assert files(story) == [COPY]


def test_an_editors_save_in_between_is_kept(story: Path, web: Web, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = fetching.fetch

    def fetch(*args: Any) -> Any:
        story.write_text(story.read_text().replace("title: trends", "title: Trends, corrected"))
        return plain(*args)

    monkeypatch.setattr(keeper, "fetch", fetch)
    assert say("keep", "trends").code == 0
    assert "title: Trends, corrected" in story.read_text()
    assert archives(story) == (COPY,)


def test_a_folder_that_may_only_be_read_is_told(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_others: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "makedirs", refuse)
    said = say("keep", "trends")
    assert said.code == 1
    assert "read-only file system" in said.err
