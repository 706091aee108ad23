"""jalon print: the spine, and the same events as data."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tui.cli.base import streams
from tui.store.system import environment

if TYPE_CHECKING:
    from tests.cli.conftest import Say


SPINE = """\
 A story   2 of 3 · 1 disputed · 1 overdue · 2 on one source  today 22 Nov 2026
 2025    25 Aug  ● The union speaks                                   BE MA  1 !
         31 Dec  ○ The contract ends                                  BE     1 ?
 ┄┄┄┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
"""


def ids(say: Say, *words: str) -> list[str]:
    said = say("print", *words, "--format", "json")
    assert said.code == 0, said.err
    return [event["id"] for event in json.loads(said.out)]


def test_the_spine_is_plain_text_in_a_pipe(story: Path, say: Say) -> None:
    assert say("print", "--actor", "ikanbi", "--width", "80") == (SPINE, "", 0)


def test_ascii_and_french(story: Path, say: Say) -> None:
    said = say("print", "--width", "64", "--ascii", "--lang", "fr")
    assert set(filter(lambda c: not c.isascii(), said.out)) == {"é", "û"}
    assert "   25 août  * The union" in said.out
    assert " Une histoire " in said.out
    assert " o Fin du contrat " in said.out
    assert "/# The ban " in said.out


def test_the_language_is_the_locales_unless_it_is_said(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_BE.UTF-8")
    assert " Fin du contrat " in say("print").out
    assert " The contract ends " in say("print", "--lang", "en").out


@pytest.mark.parametrize(
    ("words", "events"),
    [
        ([], ["union", "end", "ban"]),
        (["--actor", "ikanbi"], ["union", "end"]),
        (["--actor", "ikb"], ["union", "end"]),
        (["--actor", "Shared"], ["union", "end"]),
        (["--country", "BE"], ["union", "end"]),
        (["--country", "Maroc", "--country", "FR"], ["union", "ban"]),
        (["--country", "BE", "--kind", "contract"], ["end"]),
        (["--status", "planned", "--status", "in-force"], ["end", "ban"]),
        (["--source", "rtl"], ["union", "end", "ban"]),
        (["--from", "2025-12"], ["end", "ban"]),
        (["--to", "2025"], ["union", "end"]),
        (["--from", "2025-12", "--to", "2025-12"], ["end"]),
        (["--country", "ES"], []),
    ],
)
def test_values_of_one_option_add_up_and_options_narrow(
    words: list[str], events: list[str], story: Path, say: Say
) -> None:
    assert ids(say, *words) == events


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--actor", "ikanby"], 'no actor is called "ikanby"; did you mean "ikanbi"?'),
        (["--kind", "contrat"], 'no kind is called "contrat"; did you mean "contract"?'),
        (["--status", "plannd"], 'no status is called "plannd"; did you mean "planned"?'),
        (["--source", "rtl itm"], 'no source is called "rtl itm"; did you mean "RTL item"?'),
        (["--from", "2025-02-30"], 'from: "2025-02-30" is not a date: '),
        (["--theme", "encr"], 'no theme is called "encr"'),
    ],
)
def test_an_unknown_name_is_refused_with_a_suggestion(words: list[str], error: str, story: Path, say: Say) -> None:
    said = say("print", *words)
    assert (said.out, said.code) == ("", 2)
    assert said.err.startswith(f"jalon: {error}")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["-q", "actor:ikanbi", "-q", "country:FR"], "--query is given 2 times; one query holds all terms"),
        (["--from", "2025", "--from", "2026"], "--from is given 2 times; one is enough"),
        (["--to", "2025", "--to", "2026", "--to", "2027"], "--to is given 3 times; one is enough"),
        (["--saved", "one", "--saved", "two"], "--saved is given 2 times; one is enough"),
        (["--as-of", "2025", "--as-of", "2026"], "--as-of is given 2 times; one is enough"),
    ],
)
def test_what_has_one_value_is_not_taken_twice(words: list[str], error: str, story: Path, say: Say) -> None:
    said = say("print", *words)
    assert (said.out, said.err, said.code) == ("", f"jalon: {error}\n", 2)


def test_when_nothing_matches_it_says_what_would(story: Path, say: Say) -> None:
    said = say("print", "--actor", "ikanbi", "--country", "FR")
    assert said.out.startswith(" A story ")
    assert said.err == "Nothing matches actor:ikanbi country:FR. Without actor: 1 · without country: 2\n"
    assert said.code == 0
    assert say("print", "--actor", "ikanbi", "--country", "FR", "--format", "json").out == "[]\n"


def test_json_is_a_list_of_events_in_order(story: Path, say: Say) -> None:
    said = say("print", "--format", "json", "--lang", "fr")
    union, end, ban = json.loads(said.out)
    assert (end["title"], end["titles"]) == ("Fin du contrat", {"en": "The contract ends", "fr": "Fin du contrat"})
    assert ban["start"] == {"earliest": "2026-08-11", "latest": "2026-08-11"}
    assert [(s["source"], s["passage"]) for s in union["sources"]] == [("rtl", "jobs"), ("rtl", None)]
    assert union["sources"][0]["url"] == "https://rtl.example/item#:~:text=environ%20150,n%C3%A9gociaient"


def test_csv_is_a_row_an_event_with_the_line_ends_of_the_standard(story: Path, say: Say) -> None:
    out = say("print", "--format", "csv").out
    assert out.count("\r\n") == out.count("\n") == 4
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert [(row["id"], row["countries"], row["words"]) for row in rows] == [
        ("union", "BE; MA", "25 August 2025"),
        ("end", "BE", "31 December 2025"),
        ("ban", "FR", "11 August 2026"),
    ]


def test_csv_has_names_publishers_and_addresses_beside_ids(story: Path, say: Say) -> None:
    rows = list(csv.DictReader(io.StringIO(say("print", "--format", "csv").out, newline="")))
    assert [(row["actors"], row["actor_names"], row["publishers"]) for row in rows] == [
        ("ikanbi", "iKanbi", "RTL; RTL"),
        ("ikanbi", "iKanbi", "RTL"),
        ("", "", "RTL"),
    ]
    assert rows[0]["sources"] == "rtl#jobs; rtl"
    passage = "https://rtl.example/item#:~:text=environ%20150,n%C3%A9gociaient"
    assert rows[0]["addresses"] == f"{passage}; https://rtl.example/item"


def test_csv_has_a_row_a_claim_where_that_is_asked(story: Path, say: Say) -> None:
    rows = list(csv.DictReader(io.StringIO(say("print", "--format", "csv", "--claims").out, newline="")))
    keys = ("id", "title", "claim", "value", "low", "kept", "passage", "publisher")
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("union", "The union speaks", "jobs", "150 people", "150", "no", "jobs", "RTL"),
        ("union", "The union speaks", "jobs", "163 people", "163", "no", "", "RTL"),
        ("end", "The contract ends", "", "", "", "", "", ""),
        ("ban", "The ban", "", "", "", "", "", ""),
    ]
    out = say("print", "--format", "csv", "--claims", "--as-of", "2025-08-26").out
    assert {(row["out"], row["source_out"]) for row in csv.DictReader(io.StringIO(out, newline=""))} == {
        ("surely", "surely"), ("surely", ""),
    }  # fmt: skip
    names = out.splitlines()[0].split(",")
    assert len(names) == len(set(names))
    message = "jalon: --claims is for csv; add --format csv, or see jalon claims\n"
    assert say("print", "--claims") == ("", message, 2)
    assert say("print", "--claims", "--format", "json").code == 2


def test_markdown_is_a_document(story: Path, say: Say) -> None:
    said = say("print", "--format", "markdown", "--country", "FR")
    assert said.out.startswith("# A story\n\n1 of 3 events · ")
    assert "- 11 August 2026: **The ban** (in-force)\\\n" in said.out


def test_markdown_gives_each_rival_value_with_who_says_it(story: Path, say: Say) -> None:
    said = say("print", "--format", "markdown", "--country", "MA")
    assert said.out.endswith(
        "\n  - jobs (disputed)\n"
        "    - 150 people: [RTL](https://rtl.example/item#:~:text=environ%20150,n%C3%A9gociaient)\n"
        "    - 163 people: [RTL](https://rtl.example/item)\n"
    )


def test_a_file_with_problems_gives_its_good_events_and_one_line_on_standard_error(story: Path, say: Say) -> None:
    text = (story / "events.yaml").read_text(encoding="utf-8") + "- id: bad\n  date: 2025-02-30\n  title: Never\n"
    (story / "its events.yaml").write_text(text, encoding="utf-8")
    said = say("print", "./its events.yaml", "--format", "json")
    assert [event["id"] for event in json.loads(said.out)] == ["union", "end", "ban"]
    assert said.err == "./its events.yaml: 1 error: jalon check './its events.yaml'\n"
    assert said.code == 0


def test_hints_alone_are_not_told(story: Path, say: Say) -> None:
    text = (story / "events.yaml").read_text(encoding="utf-8").replace("- id: ban\n  date:", "- date:")
    (story / "hinted.yaml").write_text(text, encoding="utf-8")
    assert say("check", "hinted.yaml").err == "hinted.yaml: 3 events, 7 hints\n"
    assert (say("print", "hinted.yaml").err, say("show", "hinted.yaml", "end").err) == ("", "")
    (story / "hinted.yaml").write_text(text.replace("countries: BE\n", "countries: XX\n"), encoding="utf-8")
    assert say("print", "hinted.yaml").err == "hinted.yaml: 1 error, 1 hint: jalon check hinted.yaml\n"


@pytest.mark.parametrize(
    "words", [["print"], ["show", "ikanbi-contract-end"], ["check"], [], ["print", "--format", "json"]], ids=" ".join
)
def test_the_shipped_timeline_is_said_to_be_it_unless_it_is_named(
    words: list[str], tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    note = "no events.yaml here: this is the timeline that comes with jalon\n"
    said = say(*words)
    assert (said.err.startswith(note), said.code) == (True, 0)
    named = say(*words[:1], environment.shipped_path("events.yaml"), *words[1:])
    assert (named.out, note in named.err) == (said.out, False)
    (tmp_path / "events.yaml").write_text("events: []\n", encoding="utf-8")
    assert note not in say(*words).err


HOSTILE = r"""events:
- id: e
  date: 2025
  title: "[b]bold[/b] [/] :smile: \e]52;c;aGk=\a \x9b2J \u202Eevil"
  kind: "\e[2J"
  countries: BE
  text: "\e[31m"
"""


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv"])
@pytest.mark.parametrize("color", ["always", "never"])
def test_nothing_from_a_file_reaches_the_terminal_as_a_command(form: str, color: str, story: Path, say: Say) -> None:
    (story / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    said = say("print", "hostile.yaml", "--format", form, "--color", color)
    assert said.code == 0
    ours = "\x1b" if (form, color) == ("text", "always") else ""
    assert not set(said.out + said.err) & (set(map(chr, range(0x20))) - set("\n\r" + ours) | {"\x9b", "\x7f", "\u202e"})
    assert "]52" not in said.out.replace("␛]52", "").replace("␛\\]52", "").replace("\\u001b]52", "")
    if form == "text":
        assert "[b]bold[/b] [/] :smile: ␛]52;c;aGk=␇ <U+009B>2J <U+202E>evil" in said.out
    if form == "json":
        (event,) = json.loads(said.out)
        assert event["title"] == "[b]bold[/b] [/] :smile: \x1b]52;c;aGk=\x07 \x9b2J \u202eevil"


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("0", 100), ("7", 20), ("-1", 100), ("wide", 100)])
def test_the_width_is_what_columns_says_or_a_pages(
    columns: str, width: int, story: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert say("print").out == say("print", "--width", str(width)).out


# ---- What is too long for a row

LONG = """\
timeline: {title: A story of two, language: en}
events:
- {id: a, date: 2025-08-25/2025-10, title: A strike that goes on and on until nobody knows why it began}
- {id: b, date: 2025-09-01, title: Short}
"""
WHOLE = """\
 A story of two               2 events
 2025    25 Aug ╭● A strike that goes
                │  on and on until
                │  nobody knows why
                │  it began
          1 Sep │● Short
            Oct ╰╴ A strike that goes
                   on and on until
                   nobody knows why it
                   began ends
 ┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄
"""


def test_in_a_pipe_a_title_goes_on_below_its_row(story: Path, say: Say) -> None:
    Path("events.yaml").write_text(LONG, encoding="utf-8")
    assert say("print", "--width", "39").out == WHOLE
    cut = say("print", "--width", "39", "--cut").out.splitlines()
    assert [line for line in cut if "strike" in line] == [
        " 2025    25 Aug ╭● A strike that goe…",
        "            Oct ╰╴ A strike that… ends",
    ]


def test_on_a_terminal_it_is_cut_unless_asked_otherwise(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("events.yaml").write_text(LONG, encoding="utf-8")
    monkeypatch.setattr(streams, "is_terminal", lambda: True)
    assert "A strike that goe…" in say("print", "--width", "39", "--color", "never").out
    assert say("print", "--width", "39", "--color", "never", "--wrap").out == WHOLE


@pytest.mark.parametrize("view", ["spine", "lanes", "overview"])
def test_a_title_of_a_timeline_that_no_row_holds_has_rows_of_its_own(story: Path, say: Say, view: str) -> None:
    Path("events.yaml").write_text(LONG.replace("of two", "of two towns and the river between them"), encoding="utf-8")
    lines = say("print", "--view", view, "--width", "39").out.splitlines()
    assert lines[:2] == [" A story of two towns and the river", " between them"]
    assert lines[2].strip() == "2 events  today Sun 22 Nov 2026"


def test_with_a_bom_excel_knows_that_a_csv_is_utf_8(story: Path, say: Say) -> None:
    for command in ("print", "claims"):
        plain, marked = say(command, "--format", "csv"), say(command, "--format", "csv", "--bom")
        assert marked == plain._replace(out="\ufeff" + plain.out)
        assert say(command, "--bom") == ("", "jalon: --bom is for csv; add --format csv\n", 2)


def test_a_theme_with_a_fault_is_said_in_one_line_with_its_place(story: Path, say: Say) -> None:
    folder = Path(environment.user_themes_folder())
    folder.mkdir(parents=True)
    (folder / "calm.yaml").write_text("title: Calm\nroles: [\n", encoding="utf-8")
    said = say("print", "--theme", "calm")
    assert said.err == (
        f"{folder}/calm.yaml:3: this is not YAML: did not find expected node content; encre takes its place\n"
    )
    assert (said.out, said.code) == say("print")[::2]


def test_key_events_are_the_story_in_ten_lines(say: Say, story: Path) -> None:
    text = (story / "events.yaml").read_text("utf-8").replace("- id: end", "- key: true\n  id: end")
    (story / "events.yaml").write_text(text, "utf-8")
    assert [one["id"] for one in json.loads(say("print", "--key", "--format", "json").out)] == ["end"]
    assert say("print", "--key").out == say("print", "-q", "is:key").out
    shipped = json.loads(say("print", str(ROOT / "events.yaml"), "--key", "--format", "json").out)
    turns = {"ikanbi-contract-end", "ikanbi-transition", "cold-call-ban-in-force"}
    assert turns <= {one["id"] for one in shipped}
    assert len(shipped) <= 10


STRIKES = """\
timeline: {id: strikes-7, title: Strikes, data: {idled: people, mood: }}
events:
- {id: a, date: 2020-01-02, title: One, actors: [Lambert], tags: [tear-gas], place: Liège, data: {idled: 1200}}
- {id: b, date: 2020-02-03, title: Two, actors: [Hugo Lambert], tags: [gas], data: {idled: 12000}}
- {id: c, date: 2020-03-04, title: Three, actors: [Odile Vasseur], place: Namur}
views:
  most: {query: "idled:*", order: idled}
"""


@pytest.fixture
def strikes(tmp_path: Path) -> str:
    (tmp_path / "strikes.yaml").write_text(STRIKES, encoding="utf-8")
    return str(tmp_path / "strikes.yaml")


def test_events_are_put_in_the_order_of_a_number(strikes: str, say: Say) -> None:
    said = say("print", strikes, "--sort", "idled", "--width", "60")
    assert said.out.splitlines()[1:] == [
        " 12,000 people  3 February 2020  Two",
        "   1200 people  2 January 2020   One",
        "                4 March 2020     Three",
    ]
    assert ids(say, strikes, "--sort", "-idled") == ["a", "b", "c"]
    assert ids(say, strikes, "--saved", "most") == ["b", "a"]
    assert ids(say, strikes, "--sort", "newest") == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sort", "idle"), '"idle" is no order; did you mean "idled"?'),
        (("--sort", "-newest"), '"-newest" is no order; did you mean "newest"?'),
        (("--sort", "idled", "--full"), "--sort is for rows, json and csv"),
        (("-q", "tag:teargas"), 'did you mean "tear-gas"?'),
        (("--place", "Liege-2"), 'did you mean "Liège"?'),
        (("-q", "actor:vasseur"), 'did you mean "Odile Vasseur" (1)?'),
    ],
)
def test_what_is_not_there_is_refused_with_what_is_like_it(
    words: tuple[str, ...], said: str, strikes: str, say: Say
) -> None:
    answer = say("print", strikes, *words)
    assert answer.code == streams.MISUSED
    assert said in answer.err


def test_where_others_hold_a_name_their_events_are_counted(strikes: str, say: Say) -> None:
    answer = say("print", strikes, "-q", "actor:lambert")
    assert answer.err == '"Hugo Lambert" (1) holds the name too: actor:*Lambert*\n'
    assert say("print", strikes, "-q", "actor:*lambert*").err == ""
    assert ids(say, strikes, "-q", "actor:*lambert*") == ["a", "b"]


@pytest.mark.parametrize("field", ["tag", "place", "publisher", "language", "source", "status", "year"])
def test_lanes_stand_for_the_values_of_every_field(field: str, strikes: str, say: Say) -> None:
    answer = say("print", strikes, "--view", "lanes", "--group", field, "--width", "80")
    assert answer.code == streams.OK
    assert f"by {field}" in answer.out


# ---- The newest first

COURSE = """\
timeline: {title: Course}
sources: {a: {title: Article, publisher: RTL, seen: 2026}}
events:
- {id: a, date: 2024-02-01, title: Announced, sources: a}
- {id: b, date: 2025-03/2026-02, title: Handover, sources: a}
- {id: c, date: 2025-06-07, title: Strike, sources: a}
- {id: d, date: 2025-06-07, title: A very long title that goes on below its row as soon as there is no room, sources: a}
- {id: e, date: 2026-12, title: Review, status: planned}
- {id: u, date: unknown, title: Rumour}
- {id: v, date: unknown, title: Another rumour}
views:
  last: {query: '-word', order: newest}
"""


@pytest.fixture
def course(tmp_path: Path) -> str:
    (tmp_path / "course.yaml").write_text(COURSE, encoding="utf-8")
    return str(tmp_path / "course.yaml")


NEWEST_FIRST = """\
 Course            7 events           today Sun 22 Nov 2026
 2026       Dec  ○ Review                                0
 ┄┄┄┄┄┄┄┄┄┄┄┄┄ today, 22 Nov 2026 ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
            Feb ╭╴ Handover ends
 2025     7 Jun │● A very long title that goes on below  1
                │  its row as soon as there is no room
              ″ │● Strike                                1
            Mar ╰● Handover                              1
 2024     1 Feb  ● Announced                             1
 ┄┄ undated
                 ● Rumour                                0
                 ● Another rumour                        0
"""


def test_a_saved_view_and_the_command_line_may_have_the_newest_first(course: str, say: Say) -> None:
    said = say("print", course, "--sort", "newest", "--width", "60", "--wrap", "--today", "2026-11-22")
    assert said.out == NEWEST_FIRST
    saved = say("print", course, "--saved", "last", "--width", "60", "--wrap", "--today", "2026-11-22")
    assert saved.out.splitlines()[1:] == NEWEST_FIRST.splitlines()[1:]
    assert ids(say, course, "--saved", "last") == ["e", "d", "c", "b", "a", "u", "v"]


def test_a_document_has_the_newest_first_under_its_years(course: str, say: Say) -> None:
    said = say("print", course, "--saved", "last", "--format", "markdown").out
    assert re.findall("^## (.*)$", said, re.MULTILINE) == ["2026", "2025", "2024", "Undated"]
    titles = ["Review", "A very long", "Strike", "Handover", "Announced", "Rumour", "Another rumour"]
    places = [said.index(title) for title in titles]
    assert places == sorted(places)
    for form in ("text", "markdown"):
        whole = say("print", course, "--saved", "last", "--full", "--format", form).out
        places = [whole.rindex(title) for title in titles]
        assert places == sorted(places)


def test_what_is_drawn_stays_in_order_of_time(course: str, say: Say) -> None:
    plain = say("print", course, "--view", "lanes", "--width", "60").out.splitlines()[1:]
    assert say("print", course, "--view", "lanes", "--width", "60", "--saved", "last").out.splitlines()[1:] == plain
    refused = say("print", course, "--view", "lanes", "--sort", "newest")
    assert (refused.code, "in order of time" in refused.err) == (streams.MISUSED, True)


def test_the_view_that_the_file_names_is_printed_where_nothing_is_asked_for(say: Say, story: Path) -> None:
    path = story / "events.yaml"
    whole = path.read_text("utf-8").replace("timeline:\n", "timeline:\n  view: short\n", 1)
    path.write_text(f'{whole}\nviews: {{short: {{query: "-kind:law", group: country}}}}\n', "utf-8")
    many = len(json.loads(say("print", "--format", "json").out))
    told = say("print").out
    assert f"short: {many - 1} of {many}" in told
    assert say("--today", "2026-11-22").out == told
    assert f"{many} events" in say("print", "--all").out
    assert f"1 of {many}" in say("print", "--kind", "law").out
    assert f"short: {many - 1} of {many}" in say("print", "--view", "lanes").out
    assert "by country" in say("print", "--view", "lanes").out
    assert "short: " in say("print", "--as-of", "2026-01-01").out
    assert f"{many - 1} of {many} events" in say("print", "--full").out


def test_an_actor_alone_may_be_quoted_and_a_document_names_the_view(say: Say, story: Path) -> None:
    text = (story / "events.yaml").read_text(encoding="utf-8")
    text = text.replace("  language: en\n", "  language: en\n  view: news\n", 1)
    text = text.replace("{name: iKanbi,", "{name: iKanbi SA,")
    (story / "events.yaml").write_text(f"{text}views:\n  news: {{query: kind:law}}\n", encoding="utf-8")
    assert "\nnews: 1 of 3 events · " in say("print", "--format", "markdown").out
    assert "\n1 of 3 events · " in say("print", "--format", "markdown", "-q", "kind:contract").out
    for query in ('actor:="iKanbi SA"', "actor:=iKan*", "actor:=ikanbi,trends", "actor:=“ikanbi sa”"):
        assert "2 of 3 · " in say("print", "-q", query).out, query
    assert say("print", "-q", 'actor:="iKanbi AS"').err.count('did you mean "iKanbi SA"?') == 1
    assert say("print", "-q", 'actor:=""').code == 2
