"""A folder is a timeline: many files, of many events or of one, read, checked and written as one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Say
from tests.store.system.test_git import git
from tui.store.system.editor import EditorPosition

FILES = {
    "timeline.yaml": "timeline: {id: in-files, title: A story in files, language: en}\n",
    "cast.yaml": "actors:\n  ikanbi: {name: iKanbi, kind: company}\n  setca: {name: SETCa, kind: union}\n",
    "sources.yml": (
        "sources:\n  rtl:\n    title: RTL item\n    publisher: RTL\n    published: 2025-08-25\n"
        "    url: https://rtl.example/item\n    passages: {jobs: a … b}\n"
    ),
    "2025/08.yaml": (
        "events:\n- id: union\n  date: 2025-08-25\n  title: The union speaks\n  actors: setca\n  sources: rtl\n"
        "\n- id: reply\n  date: 2025-08-28\n  title: The company replies\n  actors: ikanbi\n  sources: rtl\n"
    ),
    "2025/10/handover.yaml": (
        "# one event\ndate: 2025-10-01\ntitle: The handover begins\nactors: [ikanbi]\nsources: rtl#jobs\n"
    ),
    "2025/12/end.yaml": "id: contract-end\ndate: 2025-12-31\ntitle: The contract ends\nstatus: planned\nsources: rtl\n",
    "2025/copies/page.yaml": "events:\n- {id: copied, date: 2025, title: A copy}\n",
    ".hidden.yaml": "events:\n- {id: hidden, date: 2025, title: Hidden}\n",
    "docker-compose.yaml": "services: {web: {image: x}}\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story in files, in the folder `story` of this one."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        path = tmp_path / "story" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "story"


def events(say: Say, *words: str) -> list[str]:
    return [one["id"] for one in json.loads(say("print", *words, "--format", "json").out)]


def test_all_files_add_up_and_what_holds_no_events_is_said_once(folder: Path, say: Say) -> None:
    assert events(say, "story/") == ["union", "reply", "handover", "contract-end"]
    said = say("check", "story/")
    assert said.code == 0
    assert said.err.count("left out, for no events are in it: story/docker-compose.yaml\n") == 1
    assert "A story in files" in say("print", "story/").out
    assert events(say, "story/", "-q", "actor:setca") == ["union"]


def test_every_problem_names_its_file(folder: Path, say: Say) -> None:
    (folder / "2025/08.yaml").write_text(FILES["2025/08.yaml"].replace("actors: setca", "actors: nobody"))
    (folder / "2025/12/end.yaml").write_text(FILES["2025/12/end.yaml"].replace("2025-12-31", "2025-13-31"))
    said = say("check", "story/", "--only", "error")
    assert "story/2025/08.yaml:5:11: error[unknown-actor]" in said.out
    assert "story/2025/12/end.yaml:2:12: error[bad-date]" in said.out
    assert "\n2 | date: 2025-13-31\n" in said.out
    found = json.loads(say("check", "story/", "--json", "--only", "error").out)["problems"]
    assert [(one["file"], one["line"]) for one in found] == [
        ("story/2025/08.yaml", 5),
        ("story/2025/12/end.yaml", 2),
    ]
    assert "::error file=story/2025/12/end.yaml,line=2," in say("check", "story/", "--format", "github").out


def test_one_id_twice_names_both_places(folder: Path, say: Say) -> None:
    (folder / "more.yaml").write_text("events:\n- {id: reply, date: 2026, title: Again, sources: rtl}\n")
    (folder / "zz.yaml").write_text("actors:\n  setca: {name: SETCa, kind: union}\n  ikanbi: {name: Other}\n")
    told = say("check", "story/", "--only", "error").out
    assert 'the id "reply" is taken by the event on line 8 (story/2025/08.yaml)' in told
    assert 'story/zz.yaml:3:3: error[duplicate-key]: "ikanbi" says something else in line 2 (story/cast.yaml)' in told
    assert "setca" not in told, "what says the same twice is fine"


@pytest.mark.parametrize(
    "broken",
    [
        "date: 2025-11-01\ntitle: A title : with a colon\n",
        'title: "never closed\ndate: 2025-11-01\n',
        "date: [2025\ntitle: x\n",
        "\tdate: 2025\n",
        "events:\n- {id: a, date: 2025\n",
        "%TAG ! x\nevents: []\n",
    ],
)
def test_a_broken_file_costs_no_other(folder: Path, say: Say, broken: str) -> None:
    (folder / "2025/11.yaml").write_text(broken)
    assert set(events(say, "story/")) >= {"union", "reply", "handover", "contract-end"}
    said = say("check", "story/", "--only", "error", "--json")
    assert said.code == 1
    assert {one["file"] for one in json.loads(said.out)["problems"]} == {"story/2025/11.yaml"}


def test_events_may_refer_to_what_a_later_file_tells_of(
    tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s").mkdir()
    event = "events:\n- {id: a, date: 2025, title: A, actors: x, sources: 'rtl#jobs'}\n"
    (tmp_path / "s" / "events.yaml").write_text(f"timeline: {{title: T}}\n{event}")
    (tmp_path / "s" / "more.yaml").write_text(f"sources: {{other: {{title: O}}}}\n{event.replace('id: a', 'id: b')}")
    sources = "sources:\n  rtl: {title: R, passages: {jobs: a … b}}\nactors: {x: X}\n"
    (tmp_path / "s" / "sources.yaml").write_text(sources)
    assert say("check", "s/", "--only", "error") == ("", "s/: 2 events, no problems\n", 0)


@pytest.mark.parametrize(
    "text",
    [
        "%YAML 1.2\n---\nevents:\n- {id: x, date: 2025, title: X}\n",
        "--- # begins\nevents:\n- {id: x, date: 2025, title: X}\n...\n",
        "x-base: 1\nevents:\n- {id: x, date: 2025, title: X}\n",
        '{"events": [{"id": "x", "date": "2025", "title": "X"}]}\n',
        '"events":\n- {id: x, date: 2025, title: X}',
        "# above\n\nid: x\ndate: 2025\ntitle_fr: X\ntitle: X\n",
        "\ufeffid: x\r\ndate: 2025\r\ntitle: X\r\n",
    ],
)
def test_an_event_is_found_however_its_file_begins(folder: Path, say: Say, text: str) -> None:
    (folder / "2025" / "x.yaml").write_bytes(text.encode())
    assert "x" in events(say, "story/")
    assert "x.yaml" not in say("check", "story/").err


def test_a_file_that_only_nests_such_a_key_holds_no_events(folder: Path, say: Say) -> None:
    (folder / "other.yaml").write_text("spec:\n  events: [a, b]\n  title: x\n")
    assert "story/docker-compose.yaml, story/other.yaml" in say("check", "story/").err


def test_a_folder_without_a_file_of_yaml_is_refused(folder: Path, say: Say) -> None:
    (folder / "empty").mkdir()
    assert say("print", "story/empty").err == "jalon: story/empty: there is no YAML file in this folder\n"


def test_a_new_event_goes_where_its_neighbours_in_time_are(folder: Path, say: Say) -> None:
    said = say("new", "story/", "--date", "2025-08-26", "--title", "In between", "--actor", "setca", "--source", "rtl")
    assert said.out == "story/2025/08.yaml:8: added 2025-08-26-in-between\n"
    before = FILES["2025/08.yaml"].split("\n- id: reply")[0]
    assert (folder / "2025/08.yaml").read_text().startswith(before)
    assert events(say, "story/")[:3] == ["union", "2025-08-26-in-between", "reply"]


def test_where_events_are_files_it_becomes_one(folder: Path, say: Say) -> None:
    said = say("new", "story/", "--date", "2025-10-15", "--title", "Halfway", "--source", "rtl")
    assert said.out == "story/2025/10/2025-10-15-halfway.yaml:1: added 2025-10-15-halfway\n"
    told = (folder / "2025/10/2025-10-15-halfway.yaml").read_text()
    assert told == "id: 2025-10-15-halfway\ndate: 2025-10-15\ntitle: Halfway\nsources: [rtl]\n"


def test_or_into_the_file_that_is_named_and_its_source_where_sources_are(folder: Path, say: Say) -> None:
    words = ("--date", "2026-01-02", "--title", "Named", "--source", "https://a.example/2026/01/02/x")
    said = say("new", "story/", *words, "--into", "story/2025/08.yaml")
    assert said.code == 0
    assert "story/sources.yml:" in said.out
    assert "story/2025/08.yaml:" in said.out
    assert "Named" in (folder / "2025/08.yaml").read_text()
    refused = say("new", "story/", *words, "--into", "story/nowhere.yaml")
    assert refused.code == 2
    assert "story/nowhere.yaml is not one of the files of this folder" in refused.err


def test_the_editor_opens_the_file_that_holds_the_event(
    folder: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, EditorPosition]] = []

    def open_at(path: str, at: EditorPosition, **_: object) -> int:
        opened.append((path, at))
        return 0

    monkeypatch.setattr("tui.store.system.editor.open_at", open_at)
    say("edit", "story/", "contract-end")
    say("edit", "story/", "reply")
    assert [(path, tuple(at)) for path, at in opened] == [
        (os.path.join("story/", "2025/12/end.yaml"), (1, 1)),
        (os.path.join("story/", "2025/08.yaml"), (8, 1)),
    ]


def test_tidying_a_folder_tidies_its_lists(folder: Path, say: Say) -> None:
    path = folder / "2025/08.yaml"
    first, _, second = FILES["2025/08.yaml"].removeprefix("events:\n").replace("\n\n", "\n").partition("- id: reply")
    path.write_text(f"events:\n- id: reply{second}{first}")
    assert say("fmt", "story/").code == 0
    assert path.read_text().index("id: union") < path.read_text().index("id: reply")
    assert (folder / "2025/12/end.yaml").read_text() == FILES["2025/12/end.yaml"]


def test_versions_of_a_folder_are_compared_and_an_event_has_its_history(folder: Path, say: Say) -> None:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "one")
    end = folder / "2025/12/end.yaml"
    end.write_text(end.read_text().replace("2025-12-31", "2026-01-31"))
    told = say("diff", "--git", "HEAD", "story/").out
    assert "moved 31 days on" in told
    assert "1 event changed" in told
    git(folder, "commit", "-q", "-a", "-m", "two")
    (folder / "2025/13").mkdir()
    git(folder, "mv", "2025/12/end.yaml", "2025/13/contract-end.yaml")
    git(folder, "commit", "-q", "-m", "three")
    changes = json.loads(say("log", "story/", "contract-end", "--format", "json").out)["changes"]
    assert [one["subject"] for one in changes] == ["two", "one"]
    (folder / "2025/08.yaml").write_text(FILES["2025/08.yaml"].replace("actors: setca", "actors: nobody"))
    found = json.loads(say("check", "story/", "--json", "--since", "HEAD").out)["problems"]
    assert [one["code"] for one in found] == ["unknown-actor"]


def test_files_are_mended_one_by_one(folder: Path, say: Say) -> None:
    (folder / "one.yaml").write_text("timeline: {include: [cast.yaml]}\nevents: []\n")
    for path in ("story/", "story/one.yaml"):
        said = say("check", "--fix", path)
        assert said == ("", f"jalon: {path} is several files, and files are mended one by one\n", 2)


# ---- Including


@pytest.fixture
def including(folder: Path) -> Path:
    """One file that brings others of its repository in."""
    (folder / ".git").mkdir()
    path = folder / "2025" / "main.yaml"
    included = "[../cast.yaml, ../sources.yml, '1*/*.yaml']"
    path.write_text(f"timeline:\n  title: With others\n  include: {included}\nevents: []\n")
    return path


def test_a_file_brings_others_in(including: Path, say: Say) -> None:
    assert events(say, "story/2025/main.yaml") == ["handover", "contract-end"]
    said = say("check", "story/2025/main.yaml", "--only", "error")
    assert (said.out, said.code) == ("", 0)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("https://a.example/cast.yaml", "an address is not included"),
        ("/etc/passwd", "a path begins at the folder of the file"),
        ("../../outside.yaml", "lies outside of"),
        ("nowhere.yaml", "there is no such file"),
        ("linked.yaml", "lies outside of"),
    ],
)
def test_what_cannot_be_included_is_an_error_in_its_place(including: Path, say: Say, word: str, why: str) -> None:
    outside = including.parent.parent.parent / "outside.yaml"
    outside.write_text("actors: {secret: A secret}\n")
    (including.parent / "linked.yaml").symlink_to(outside)
    including.write_text(f"timeline:\n  title: T\n  include:\n  - ../cast.yaml\n  - {word}\nevents: []\n")
    said = say("check", "story/2025/main.yaml", "--only", "error")
    assert said.code == 1
    assert f'story/2025/main.yaml:5:5: error[bad-include]: "{word}" is not included: ' in said.out
    assert why in said.out
    assert "secret" not in say("print", "story/2025/main.yaml").out


def test_files_that_include_each_other_are_read_once(including: Path, say: Say) -> None:
    (including.parent / "other.yaml").write_text(
        "timeline: {include: [main.yaml, other.yaml]}\nevents:\n- {id: o, date: 2025, title: O, sources: rtl}\n"
    )
    text = including.read_text().replace("'1*/*.yaml'", "other.yaml")
    including.write_text(text)
    assert events(say, "story/2025/main.yaml") == ["o"]
