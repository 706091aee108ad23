"""jalon print --view: lanes and overview on paper, and the lanes as a picture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Say
    from tests.conftest import Jalon

PNG = b"\x89PNG\r\n\x1a\n"



def test_lanes_by_country(story: Path, say: Say) -> None:
    said = say("print", "--view", "lanes", "--group", "country", "--width", "80")
    assert (said.err, said.code) == ("", 0)
    heading, ruler, *rows = said.out.splitlines()
    assert heading.startswith(" A story ")
    assert ruler.startswith(" by country ")
    assert [row[:16].strip() for row in rows if row[:16].strip()] == ["Belgium 2", "France 1", "Morocco 1"]
    assert "● The union speaks" in said.out
    assert "◆" in said.out


def test_lanes_say_how_much_they_do_not_show(story: Path, say: Say) -> None:
    *_, last = say("print", "--view", "lanes", "--zoom", "2025-09/2026-07", "--width", "80").out.splitlines()
    assert last.split() == ["not", "shown", "‹1", "1›"]
    whole = say("print", "--view", "lanes", "--width", "80").out
    assert "not shown" not in whole
    picture = say("print", "--view", "lanes", "--zoom", "2025-09/2026-07", "--format", "svg").out
    assert "1 earlier and 1 later not shown" in picture


def test_lanes_in_ascii_and_french(story: Path, say: Say) -> None:
    said = say("print", "--view", "lanes", "--ascii", "--lang", "fr", "--zoom", "2025-08/2025-12", "--width", "100")
    assert set(filter(lambda c: not c.isascii(), said.out)) <= set("éûèàœ")
    assert "o Fin du contrat" in said.out or "Fin du contrat o" in said.out
    assert "sept." in said.out


def test_the_overview(story: Path, say: Say) -> None:
    said = say("print", "--view", "overview", "--width", "60", "--zoom", "2026")
    _heading, ruler, heights = said.out.splitlines()[:3]
    assert ruler.split()[:3] == ["'26", "F", "M"]
    assert heights.startswith("  ‹2")
    assert "┃" in heights


def test_a_zoom_that_is_open_ends_where_the_story_does(story: Path, say: Say) -> None:
    whole = say("print", "--view", "overview", "--width", "60").out.splitlines()[1]
    assert say("print", "--view", "overview", "--width", "60", "--zoom", "../2026-11").out.splitlines()[1] == whole


@pytest.mark.parametrize(
    ("zoom", "marks"),
    [
        ("2025-08-25T04:17", ["04:15", "04:16"]),
        ("2025-08-25T04:00/2025-08-25T08:00", ["05:00", "05:30"]),
        ("2025-08-25T04:17/2025-08-25T04:17", ["04:15", "04:16"]),
    ],
)
def test_a_zoom_may_say_hours_and_minutes(zoom: str, marks: list[str], story: Path, say: Say) -> None:
    ruler = say("print", "--view", "overview", "--width", "80", "--zoom", zoom).out.splitlines()[1]
    assert ruler.split()[:5] == ["25", "Aug", "2025", *marks]


def test_a_saved_view_says_how_it_is_grouped_unless_it_is_said(story: Path, say: Say) -> None:
    path = story / "events.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "views:\n  k: {query: '', group: kind}\n", encoding="utf-8")
    assert " by kind " in say("print", "--view", "lanes", "--saved", "k").out
    assert " by country " in say("print", "--view", "lanes", "--saved", "k", "--group", "country").out
    assert " by actor " in say("print", "--view", "lanes").out


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--format", "svg"], "--format svg is a picture of the lanes; add --view lanes"),
        (["--format", "png", "--view", "spine"], "--format png is a picture of the lanes; add --view lanes"),
        (["--format", "json", "--view", "lanes"], "--format json has no views; leave out --view, or --format"),
        (["--group", "kind"], "--group is what lanes stand for; add --view lanes"),
        (["--zoom", "2025"], "--zoom is for time on a scale; add --view lanes or --view overview"),
        (["--view", "lanes", "--zoom", "2025-02-30"], 'zoom: "2025-02-30" is not a date: '),
        (["--view", "lanes", "--zoom", "2099/.."], 'zoom: "2099/.." leaves nothing to show; name both ends'),
    ],
)
def test_what_does_not_go_together_is_refused(words: list[str], error: str, story: Path, say: Say) -> None:
    said = say("print", *words)
    assert (said.out, said.code) == ("", 2)
    assert said.err.startswith(f"jalon: {error}")


def test_nothing_matches_and_nothing_is_there(story: Path, say: Say) -> None:
    said = say("print", "--view", "lanes", "--country", "ES")
    assert said.out.startswith(" A story ")
    assert said.err.startswith("Nothing matches country:ES.")
    (story / "empty.yaml").write_text("events: []\n", encoding="utf-8")
    for words in (["lanes"], ["overview"], ["lanes", "--format", "svg"]):
        assert say("print", "empty.yaml", "--view", *words).code == 0


def test_svg_has_both_themes_unless_one_is_named(story: Path, say: Say) -> None:
    svg = say("print", "--view", "lanes", "--format", "svg").out
    assert svg.startswith("<svg ")
    assert 'width="1000"' in svg
    assert "prefers-color-scheme" in svg
    named = say("print", "--view", "lanes", "--format", "svg", "--theme", "encre", "--width", "80").out
    assert 'width="800"' in named
    assert "#14171c" in named
    assert "prefers-color-scheme" not in named


def test_a_png_goes_to_a_file_and_never_to_a_terminal(
    story: Path, say: Say, jalon: Jalon, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = jalon("print", "--view", "lanes", "--format", "png", cwd=story)
    assert (out.code, out.stderr) == (0, "")
    assert out.stdout.encode(errors="surrogateescape").startswith(PNG)
    monkeypatch.setattr("tui.cli.base.streams.is_terminal", lambda: True)
    said = say("print", "--view", "lanes", "--format", "png")
    assert (said.out, said.code) == ("", 2)
    assert said.err == "jalon: a terminal shows no PNG; send it to a file: … --format png > lanes.png\n"


def test_without_resvg_it_says_how_to_get_it(story: Path, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    said = say("print", "--view", "lanes", "--format", "png")
    assert said.err == 'jalon: --format png needs resvg; pip install "jalon[png]", or --format svg\n'
    assert said.code == 2


def test_a_png_is_no_higher_than_anything_shows_and_says_what_it_leaves_out(story: Path, say: Say) -> None:
    events = "".join(f"- {{id: e{n}, date: 2025, title: E{n}, actors: A{n}}}\n" for n in range(700))
    (story / "many.yaml").write_text(f"events:\n{events}", encoding="utf-8")
    said = say("print", "many.yaml", "--view", "lanes", "--format", "svg")
    assert said.code == 0
    assert "more groups that are not drawn" in said.out


HOSTILE = r"""events:
- {id: e, date: 2025, title: "</text><script>\e[2J\u202E", actors: "\e]52;c;aGk=\a<b>"}
"""


@pytest.mark.parametrize("words", [["lanes"], ["overview"], ["lanes", "--format", "svg"]], ids=" ".join)
def test_nothing_from_a_file_steers_a_terminal_or_is_markup(words: list[str], story: Path, say: Say) -> None:
    (story / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    said = say("print", "hostile.yaml", "--view", *words)
    assert said.code == 0
    assert not set(said.out + said.err) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "svg" not in words or "<script" not in said.out


def test_the_actors_alone_and_with_what_they_are_a_part_of(story: Path, say: Say) -> None:
    said = say("print", "--view", "actors", "--width", "80")
    assert (said.err, said.code) == ("", 0)
    heading, header, *listed = said.out.splitlines()
    assert heading.startswith(" A story ")
    assert header.split()[:2] == ["name", "events"]
    assert [row[3:20].split()[0] for row in listed] == ["iKanbi", "Trends"]
    path = story / "events.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("{name: iKanbi,", "{name: iKanbi, part_of: trends,"))
    listed = say("print", "--view", "actors", "--group", "body", "--width", "80").out.splitlines()[2:]
    assert [row[:25].strip() for row in listed] == ["Trends · with 1 member"]
    assert say("print", "--view", "actors", "--country", "ES").err.startswith("Nothing matches country:ES.")
    (story / "empty.yaml").write_text("events: []\n", encoding="utf-8")
    assert say("print", "empty.yaml", "--view", "actors").code == 0


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--group", "kind"], "--group kind is for lanes; actors are grouped by actor or body"),
        (["--sort", "newest"], "--sort is for events; the actors with most events come first"),
        (["--full"], "--full is a text of every event, and no view; one of the two"),
        (["--zoom", "2025"], "--zoom is for time on a scale; "),
        (["--format", "csv"], "--format csv has no views; "),
    ],
)
def test_what_is_not_for_the_actors_is_refused(words: list[str], error: str, story: Path, say: Say) -> None:
    said = say("print", "--view", "actors", *words)
    assert (said.out, said.code) == ("", 2)
    assert said.err.startswith(f"jalon: {error}")
