"""What is private stays out of all that a command puts out, unless it is asked for; how much it is, is said."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.core.export.carried import FORMATS

if TYPE_CHECKING:
    from tests.cli.conftest import Say

STORY = """\
sources:
  leak: {title: Leaked memo, publisher: Deep Throat, private: true, url: "https://leak.example/x"}
  rtl: {title: RTL item, publisher: RTL}
actors:
  union: {name: The union}
  hidden: {name: Informant}
  nobody: {name: Nobody at all}
events:
- id: both
  date: 2025
  actors: union
  title: The union speaks
  claims:
    jobs: {150 people: rtl, 999 people: leak}
- id: memo
  date: 2025
  title: What the memo says
  sources: leak
- id: mine
  date: 2026
  actors: [union, hidden]
  title: What I think
  private: true
"""
SECRETS = ("Leaked", "Deep Throat", "leak", "999", "memo", "mine", "What I think", "Informant", "hidden")

COMMANDS = [
    ["print"],
    ["print", "--full"],
    *(["print", "--format", form] for form in ("markdown", "json", "csv")),
    ["print", "--full", "--format", "markdown"],
    ["print", "--view", "actors"],
    ["print", "-q", "2025 OR 2026"],
    ["claims"],
    ["claims", "--format", "csv"],
    ["claims", "--format", "json"],
    ["show", "both"],
    ["show", "-q", "is:point", "--format", "json"],
    ["cite", "both"],
    *(["exhibits", "--format", form] for form in ("text", "json", "csv")),
    *(["cite", "-q", "is:point", "--format", form] for form in ("text", "markdown", "bibtex", "csl-json")),
    [],
]


@pytest.fixture(autouse=True)
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The story is in the folder where we are."""
    (tmp_path / "events.yaml").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JALON_TODAY", "2026-11-22")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_private_is_put_out_unless_it_is_asked_for(command: list[str], say: Say) -> None:
    said = say(*command)
    assert said.code == 0
    assert [secret for secret in SECRETS if secret in said.out] == []
    asked = say(*command, "--with-private")
    assert "withheld" not in asked.out + asked.err


def everything(path: Path) -> str:
    """All that a file or a folder holds, its names and the parts of a package included."""
    if path.is_dir():
        return "".join(one.name + everything(one) for one in path.iterdir())
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode().replace("\r\n ", "")
    with zipfile.ZipFile(path) as package:
        parts = "".join(name + package.read(name).decode(errors="replace") for name in package.namelist())
    return re.sub(r' hidden="1"|"[0-9A-F]{6}"', "", parts)  # of a workbook's own names, and colours


@pytest.mark.parametrize("more", [[], ["--lang", "fr"], ["-q", "is:point"]], ids=" ".join)
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_private_goes_out_in_any_format_nor_in_the_report(form: str, more: list[str], say: Say) -> None:
    said = say("export", "--to", form, "-o", "sent", "--report", "json", *more)
    assert said.code == 0
    told = everything(Path("sent")) + said.out + said.err
    assert [secret for secret in SECRETS if secret in told] == []
    assert json.loads(said.out)["withheld"] == {"events": 2, "sources": 1}
    private, counted = ("privé", "2 événements et 1 source") if "fr" in more else ("withheld", "2 events and 1 source")
    assert private in said.err
    assert counted in said.err
    assert say("export", "--to", form, "-o", "sent", "--with-private").code == 2


def test_no_actor_passage_or_kind_of_data_that_only_private_events_name_goes_out(say: Say) -> None:
    Path("events.yaml").write_text(
        "timeline: {id: t, title: T, data: {level: words, cloakedlevel: words}, view: v}\n"
        "views: {v: {query: 'actor:cloaked-person'}}\n"
        "actors: {a: {name: Alpha, part_of: b}, b: Beta, cloaked-person: {name: Cloaked Person}}\n"
        "sources:\n"
        "  rtl: {title: RTL item, publisher: RTL, passages: {open: Open words, cloaked-p: Cloaked words}}\n"
        "  spare: {title: Cloaked spare, note: Cloaked note}\n"
        "events:\n"
        "- {id: one, date: 2025, title: One, actors: a, sources: 'rtl#open', data: {level: low},\n"
        "   about: cloaked-meeting}\n"
        "- {id: cloaked-meeting, date: 2025-02, title: Cloaked, actors: cloaked-person, private: true,\n"
        "   sources: ['rtl#cloaked-p', spare], data: {cloakedlevel: cloaked}}\n",
        encoding="utf-8",
    )
    for form in FORMATS:
        assert say("export", "--to", form, "-o", form, "--report", "json").code == 0
        assert "cloaked" not in everything(Path(form)).lower(), form


@pytest.mark.parametrize(
    ("command", "counts"),
    [
        (["print"], "2 events and 1 source"),
        (["print", "-q", "is:disputed"], "1 source"),
        (["print", "-q", "in:2026"], "1 event"),
        (["show", "both"], "1 source"),
        (["cite", "both"], "1 source"),
        (["claims"], "2 events and 1 source"),
    ],
)
def test_how_much_is_withheld_of_what_is_asked_for_is_said(command: list[str], counts: str, say: Say) -> None:
    assert f"withheld as private: {counts}; --with-private tells them\n" in say(*command).err


def test_the_heading_of_a_document_says_it_too(say: Say) -> None:
    assert "\nwithheld  2 events and 1 source, private\n" in say("print", "--full").out
    assert "\n- Withheld: 2 events and 1 source, private\n" in say("print", "--full", "--format", "markdown").out
    assert "withheld" not in say("print", "--full", "--with-private").out


@pytest.mark.parametrize("command", ["show", "cite"])
def test_a_private_event_by_its_name_is_refused_with_the_cure(command: str, say: Say) -> None:
    assert say(command, "mine") == ("", 'jalon: event "mine" is private; --with-private tells it\n', 2)
    reason = 'jalon: event "memo" rests on private sources alone; --with-private tells it\n'
    assert say(command, "memo") == ("", reason, 2)


@pytest.mark.parametrize(
    ("command", "first"),
    [
        (["print"], "with what is private: 2 events and 1 source"),
        ([], "with what is private: 2 events and 1 source"),
        (["print", "--full"], "with what is private: 2 events and 1 source"),
        (["print", "--format", "markdown"], "*With what is private: 2 events and 1 source*"),
        (["print", "-q", "in:2026"], "with what is private: 1 event"),
        (["show", "both"], "with what is private: 1 source"),
        (["show", "mine", "--format", "markdown"], "*With what is private: 1 event*"),
        (["who", "both"], "with what is private: 1 source"),
        (["claims"], "with what is private: 2 events and 1 source"),
        (["cite", "both"], "with what is private: 1 source"),
        (["diff", "events.yaml", "events.yaml"], "with what is private: 2 events and 1 source"),
    ],
)
def test_with_private_is_said_on_top_of_what_is_put_out(command: list[str], first: str, say: Say) -> None:
    assert say(*command, "--with-private").out.splitlines()[0] == first


def test_with_private_is_said_beside_data(say: Say) -> None:
    said = say("print", "--format", "json", "--with-private")
    assert json.loads(said.out)
    assert said.err.startswith("with what is private: 2 events and 1 source\n")
    assert "with what is private" not in "".join(say("print", "-q", "id:none OR x", "--with-private")[:2])


def test_a_private_event_has_a_mark_on_its_row_and_the_heading_counts_them(say: Say) -> None:
    told = say("print", "--with-private").out
    assert " · 2 private · " in told
    assert "⊠ What I think" in told
    assert "⊠ What the memo says" in told
    assert "⊠ The union speaks" not in told
    assert "% What I think" in say("print", "--with-private", "--ascii").out
    assert "2 private" in say("print", "--full", "--with-private").out
    assert "**What I think** (private)" in say("print", "--format", "markdown", "--with-private").out
    asked = say("print", "-q", "is:private", "--format", "json", "--with-private")
    assert [one["id"] for one in json.loads(asked.out)] == ["memo", "mine"]
    public = say("print").out
    assert "private" not in public
    assert "⊠" not in public


def test_with_private_all_is_told_and_marked(say: Say) -> None:
    assert "private" in say("show", "mine", "--with-private").out
    assert "999 people" in say("show", "both", "--with-private").out
    (record,) = json.loads(say("show", "-q", "id:mine", "--format", "json", "--with-private").out)
    assert record["private"] is True


@pytest.mark.parametrize(
    "query",
    [
        "tag:hiddentak",
        "tag:x",
        "place:Hiddenvile",
        "place:x",
        "actor:hidden-persn",
        "actor:x",
        "id:hidden-meetin",
        "level:x",
    ],
)
def test_no_hint_tells_what_is_private(say: Say, query: str) -> None:
    Path("events.yaml").write_text(
        "timeline: {title: T, data: {level: words}}\n"
        "actors: {a: {name: Alpha}, hidden-person: {name: Hidden Person}}\n"
        "events:\n"
        "- {id: one, date: 2025, title: One, actors: a, tags: [open], place: Liège, data: {level: low}}\n"
        "- {id: hidden-meeting, date: 2025-02, title: Two, actors: hidden-person, tags: [hiddentag], private: true,\n"
        "   place: Hiddenville, data: {level: hiddenlevel}}\n",
        encoding="utf-8",
    )
    said = say("print", "-q", query)
    asked = said.err.replace(query, "").replace(query.partition(":")[2], "")
    assert said.code == 2
    assert "hidden" not in asked.lower()
    assert "hidden" not in say("show", "hidden-meetin").err.replace("hidden-meetin", "").lower()


@pytest.mark.parametrize("field", ["in", "within", "possibly", "before", "after", "to", "from"])
@pytest.mark.parametrize("name", ["mine", "memo"])
def test_the_date_of_a_private_event_is_told_by_no_query(field: str, name: str, say: Say) -> None:
    said = say("print", "-q", f"{field}:{name}")
    assert said.code == 2
    assert f'event "{name}" is private' in said.err
    assert "--with-private tells it" in said.err
    assert "2026" not in said.out + said.err
    assert say("print", "-q", f"{field}:{name}", "--with-private").code == 0


def test_it_is_told_by_no_day_of_publication_and_no_view(say: Say) -> None:
    text = Path("events.yaml").read_text(encoding="utf-8").replace("date: 2026", "date: 2026-03-04")
    view = "timeline: {view: v}\nviews: {v: {query: 'in:mine'}}\n"
    Path("events.yaml").write_text(view + text, encoding="utf-8")
    for command in (["print", "--as-of", "mine"], ["show", "both", "--as-of", "mine"], ["print", "--saved", "v"]):
        said = say(*command)
        assert (said.out, said.code) == ("", 2)
        assert 'event "mine" is private' in said.err
    for command in (["print"], ["print", "--full"], ["print", "--format", "svg"], []):
        assert "2026-03-04" not in "".join(say(*command)[:2])
        assert "4 Mar" not in "".join(say(*command)[:2])
    assert say("print", "--as-of", "mine", "--with-private").code == 0


@pytest.mark.parametrize(
    ("kind", "told", "all_of_them"),
    [("events", "both\n", "both\nmemo\nmine\n"), ("sources", "rtl\n", "leak\nrtl\n")],
)
def test_ids_of_what_is_private_are_listed_when_they_are_asked_for(
    kind: str, told: str, all_of_them: str, say: Say
) -> None:
    assert say("ids", kind) == (told, "withheld as private: 2 events and 1 source; --with-private tells them\n", 0)
    assert say("ids", kind, "--with-private") == (all_of_them, "", 0)
