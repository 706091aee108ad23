"""jalon import: the sheets that people keep, every row accounted for; once more, edited, and edited by hand."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands.test_new import answering
from tests.conftest import ROOT
from tests.store.exchange import sheets
from tui.core.timeline.model import Event
from tui.store.read.timeline import read

if TYPE_CHECKING:
    from tests.cli.conftest import Say
    from tests.conftest import Jalon

DAY = ("--today", "2026-11-30")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def events(path: str = "events.yaml") -> Mapping[str, Event]:
    """The events of a file by their titles; it has no errors."""
    reading = read(Path(path).read_bytes(), path)
    assert [one for one in reading.problems if one.severity == "error"] == []
    return {next(iter(one.titles.values())): one for one in reading.timeline.events}


def account(say: Say, *args: str) -> dict[str, object]:
    """The account of an import as data; its counts add up to its rows."""
    said = say("import", *args, "--report", "json", *DAY)
    found: dict[str, object] = json.loads(said.out)
    rows = found["each"]
    assert isinstance(rows, list)
    ends = [row["end"] for row in rows]
    assert found["rows"] == len(ends)
    assert {end: ends.count(end) for end in ("imported", "updated", "unchanged", "refused")} == {
        end: found[end] for end in ("imported", "updated", "unchanged", "refused")
    }
    assert said.code == (1 if found["refused"] else 0)
    return found


def counts(found: Mapping[str, object]) -> tuple[object, ...]:
    """Rows that were imported, updated, unchanged and refused, and empty ones."""
    return tuple(found[end] for end in ("imported", "updated", "unchanged", "refused", "empty"))


# ---- Ten sheets


def test_a_french_table_with_semicolons(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    found = account(say, "a.csv")
    assert counts(found) == (3, 0, 0, 2, 0)
    assert found["left_out"] == {"Remarque interne": 1}
    told = events()
    first = told["Le syndicat parle : 150 emplois"]
    assert (first.date.text, first.actors, first.countries, first.places) == (
        "2025-08-25", ("CNE", "Setca"), ("BE",), ("Liège",),
    )  # fmt: skip
    assert told["Première réunion"].date.text == "[2025-08-21..2025-08-31]"
    timeline = read(Path("events.yaml").read_bytes(), "events.yaml").timeline
    source = timeline.sources[first.citations[0].source]
    assert (source.titles, source.publisher, source.url) == (
        {"fr": "Centre d’appels transféré"}, "Trends", "https://trends.example/a",
    )  # fmt: skip
    assert source.published is not None
    assert source.published.text == "2025-08-25"
    assert timeline.language == "fr"


def test_each_refusal_names_its_cell(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    said = say("import", "a.csv", *DAY)
    assert 'a.csv:A5: refused: the date is missing; "unknown", if nobody knows it' in said.err
    assert 'a.csv:A6: refused: "31/02/2025" is no day of the calendar' in said.err
    assert said.out == (
        "events.yaml: 5 rows: 3 imported, 2 refused\n"
        '  1 value of "Remarque interne" is left out; --keep-rest keeps it as a comment\n'
    )
    assert said.code == 1


def test_an_english_table_with_the_month_first_and_modifiers(say: Say) -> None:
    Path("b.csv").write_text(sheets.ENGLISH, encoding="utf-8")
    assert counts(account(say, "b.csv")) == (4, 0, 0, 2, 0)
    dates = {title: (event.date.text, event.status) for title, event in events().items()}
    assert dates == {
        "The first letter": ("2025-03-14", "reported"),
        "A meeting": ("[..2025-04-01]", "reported"),
        "Talks begin": ("2025-05~", "reported"),
        "Consultation": ("2025-06-01/2025-06-30", "planned"),
    }
    assert events()["A meeting"].actors == ("Acme", "Bob Lee")


@pytest.mark.parametrize("text", [sheets.MIXED, sheets.AMBIGUOUS])
def test_an_order_that_nobody_can_tell_is_refused(say: Say, text: str) -> None:
    Path("c.csv").write_text(text, encoding="utf-8")
    said = say("import", "c.csv", *DAY)
    assert said.code == 2
    assert "day first" in said.err
    assert "month first" in said.err
    assert not Path("events.yaml").exists()


def test_a_map_says_the_order_and_the_cell_that_does_not_fit_is_refused(say: Say) -> None:
    Path("c.csv").write_text(sheets.MIXED, encoding="utf-8")
    say("import", "c.csv", "--map", "m.yaml", *DAY)
    kept = Path("m.yaml").read_text(encoding="utf-8")
    Path("m.yaml").write_text(f"dates: day-first\n{kept}", encoding="utf-8")
    assert counts(account(say, "c.csv", "--map", "m.yaml")) == (1, 0, 0, 1, 0)
    assert [event.date.text for event in events().values()] == ["2025-08-25"]


def test_a_dutch_table_with_tabs(say: Say) -> None:
    Path("d.tsv").write_text(sheets.DUTCH, encoding="utf-8")
    assert counts(account(say, "d.tsv")) == (2, 0, 0, 0, 0)
    told = events()
    assert told["Staking in de fabriek"].date.text == "2025-03-01"
    assert told["Staking in de fabriek"].tags == ("staking", "lonen")
    assert told["Overleg"].countries == ("NL",)


def test_a_table_in_the_character_set_of_old_windows(say: Say) -> None:
    Path("e.csv").write_bytes(sheets.WINDOWS)
    said = say("import", "e.csv", *DAY)
    assert "Windows-1252" in said.err
    told = events()
    assert told["L’été à l’usine – le début"].places == ("Béthune",)
    assert told["« Assez ! »"].date.text == "2024-05-13"


def test_headers_in_two_rows_and_merged_cells(say: Say) -> None:
    pytest.importorskip("xlsxwriter")
    sheets.merged_headers(Path("f.xlsx"))
    assert counts(account(say, "f.xlsx")) == (3, 0, 0, 0, 2)
    told = events()
    assert told["Le second, du même jour"].date.text == "2025-08-25"
    assert told["Après deux lignes vides"].date.text == "2025-09-01T14:30"
    timeline = read(Path("events.yaml").read_bytes(), "events.yaml").timeline
    (source,) = timeline.sources.values()
    assert (source.titles["fr"], source.publisher, source.url) == (
        "Un article", "Le Soir", "https://lesoir.example/1",
    )  # fmt: skip


def test_formulas_are_their_values_and_errors_are_refused(say: Say) -> None:
    pytest.importorskip("xlsxwriter")
    sheets.formulas(Path("g.xlsx"))
    found = account(say, "g.xlsx")
    assert counts(found) == (2, 0, 0, 2, 0)
    assert [problem for row in found["each"] for problem in row["problems"]] == [  # type: ignore[attr-defined]  # data
        {"cell": "Feuil1!A4", "message": "the cell holds the error #DIV/0!", "hint": None},
        {"cell": "Feuil1!B5", "message": "the cell holds a formula without its value", "hint": None},
    ]
    told = events()
    assert told["Une semaine après"].date.text == "2025-09-01"
    timeline = read(Path("events.yaml").read_bytes(), "events.yaml").timeline
    assert {one.url for one in timeline.sources.values()} == {"https://lesoir.example/2", "https://trends.example/3"}


@pytest.mark.parametrize("is_1904", [False, True])
def test_numbers_of_days_count_from_the_day_of_the_workbook(say: Say, is_1904: bool) -> None:
    pytest.importorskip("xlsxwriter")
    sheets.day_numbers(Path("h.xlsx"), is_1904=is_1904)
    assert counts(account(say, "h.xlsx")) == (3, 0, 0, 0, 0)
    assert {event.date.text for event in events().values()} == {"2025-08-25", "2025-08-25T18:00", "2025"}


def test_a_sheet_of_libreoffice(say: Say) -> None:
    pytest.importorskip("python_calamine")
    sheets.ods(Path("i.ods"))
    assert counts(account(say, "i.ods")) == (2, 0, 0, 0, 0)
    assert {event.date.text for event in events().values()} == {"2025-08-25", "2025-08"}


# ---- Once more


def test_the_same_once_more_changes_nothing(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    account(say, "a.csv")
    before = Path("events.yaml").read_bytes(), Path("events.imports.json").read_bytes()
    assert counts(account(say, "a.csv")) == (0, 0, 3, 2, 0)
    assert (Path("events.yaml").read_bytes(), Path("events.imports.json").read_bytes()) == before


def test_the_same_under_another_name_and_without_a_memory_changes_nothing(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    account(say, "a.csv")
    before = Path("events.yaml").read_bytes()
    Path("a.csv").rename("copy of a.csv")
    assert counts(account(say, "copy of a.csv")) == (0, 0, 3, 2, 0)
    Path("events.imports.json").unlink()
    assert counts(account(say, "copy of a.csv")) == (0, 0, 3, 2, 0)
    assert Path("events.yaml").read_bytes() == before


def test_an_edited_sheet_changes_what_was_edited_and_nothing_else(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    account(say, "a.csv")
    text = Path("events.yaml").read_text(encoding="utf-8").replace("  title: Fin du", "  # by hand\n  title: Fin du")
    Path("events.yaml").write_text(text, encoding="utf-8")
    edited = sheets.FRENCH.replace("Un texte.", "Un autre texte.").replace("Fin du contrat", "Fin du contrat cadre")
    Path("a.csv").write_text(edited, encoding="utf-8")
    assert counts(account(say, "a.csv")) == (0, 2, 1, 2, 0)
    wanted = text.replace("Un texte.", "Un autre texte.").replace("Fin du contrat", "Fin du contrat cadre")
    assert Path("events.yaml").read_text(encoding="utf-8") == wanted


def test_a_value_that_comes_goes_or_changes_is_written_alone(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    account(say, "a.csv")
    text = Path("events.yaml").read_text(encoding="utf-8")
    edited = sheets.FRENCH.replace("Première réunion;;CNE;;", "Première réunion;Un lieu;CNE;;Mons")
    edited = edited.replace("TotalEnergies;BE, MA", ";BE, MA, FR").replace(";Trends;", ";Trends-Tendances;")
    Path("a.csv").write_text(edited, encoding="utf-8")
    assert counts(account(say, "a.csv")) == (0, 3, 0, 2, 0)
    wanted = text.replace("  actors: [TotalEnergies]\n", "").replace("[BE, MA]", "[BE, MA, FR]")
    wanted = wanted.replace("publisher: Trends", "publisher: Trends-Tendances")
    wanted = wanted.replace("  actors: [CNE]\n", "  actors: [CNE]\n  place: Mons\n  text: Un lieu\n")
    assert Path("events.yaml").read_text(encoding="utf-8") == wanted


def test_what_was_edited_by_hand_since_is_a_conflict_and_stays(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    account(say, "a.csv")
    text = Path("events.yaml").read_text(encoding="utf-8").replace("Un texte.", "Un texte à la main.")
    Path("events.yaml").write_text(text, encoding="utf-8")
    said = say("import", "a.csv", *DAY)
    assert (
        'a.csv:C2: conflict: text of 2025-08-25-le-syndicat-parle-150-emplois was edited by hand: the timeline has '
        '"Un texte à la main.", which stays, and the row "Un texte."' in said.err
    )  # fmt: skip
    Path("a.csv").write_text(sheets.FRENCH.replace("Un texte.", "Un autre texte."), encoding="utf-8")
    assert counts(account(say, "a.csv")) == (0, 0, 2, 3, 0)
    assert Path("events.yaml").read_text(encoding="utf-8") == text


def test_an_event_that_was_taken_out_by_hand_stays_out(say: Say) -> None:
    Path("d.tsv").write_text(sheets.DUTCH, encoding="utf-8")
    account(say, "d.tsv")
    text = Path("events.yaml").read_text(encoding="utf-8")
    kept = text[: text.index("- id: 2025-03-01")]
    Path("events.yaml").write_text(kept, encoding="utf-8")
    assert counts(account(say, "d.tsv")) == (0, 0, 2, 0, 0)
    assert Path("events.yaml").read_text(encoding="utf-8") == kept


def test_rows_that_are_gone_are_counted_and_their_events_stay(say: Say) -> None:
    Path("d.tsv").write_text(sheets.DUTCH, encoding="utf-8")
    account(say, "d.tsv")
    text = Path("events.yaml").read_bytes()
    Path("d.tsv").write_text(sheets.DUTCH.rpartition("maart 2025\tOverleg")[0], encoding="utf-8")
    assert account(say, "d.tsv")["gone"] == 1
    assert Path("events.yaml").read_bytes() == text


# ---- Into a file that is there


def test_events_come_in_their_places_and_no_other_byte_changes(story: Path, say: Say) -> None:
    text = (story / "events.yaml").read_text(encoding="utf-8")
    Path("x.csv").write_text("Date;Titre;Acteurs;Lien\n2025-09-01;Entre deux;IKB;https://rtl.example/item\n")
    assert counts(account(say, "x.csv")) == (1, 0, 0, 0, 0)
    added = "- id: 2025-09-01-entre-deux\n  date: 2025-09-01\n  title: Entre deux\n  actors: ikanbi\n  sources: rtl\n"
    assert (story / "events.yaml").read_text(encoding="utf-8") == text.replace("- id: end\n", f"{added}- id: end\n")


def test_actors_that_a_file_lists_are_added_to_its_list(story: Path, say: Say) -> None:
    text = (story / "events.yaml").read_text(encoding="utf-8")
    Path("x.csv").write_text("Date;Titre;Acteurs\n2025-09-01;Entre deux;Le Patron\n")
    account(say, "x.csv")
    listed = "  trends: {name: Trends, aliases: [Shared]}\n"
    new = "- id: 2025-09-01-entre-deux\n  date: 2025-09-01\n  title: Entre deux\n  actors: le-patron\n"
    after = (story / "events.yaml").read_text(encoding="utf-8").replace(new, "")
    assert after == text.replace(listed, f"{listed}  le-patron: Le Patron\n")


def test_a_name_that_two_actors_have_is_refused(story: Path, say: Say) -> None:
    Path("x.csv").write_text("Date;Titre;Acteurs\n2025-09-01;Entre deux;Shared\n")
    said = say("import", "x.csv", *DAY)
    assert 'x.csv:C2: refused: "Shared" may be any of 2; by id: ikanbi, trends' in said.err
    assert said.code == 1


def test_nothing_is_imported_into_a_file_with_errors(story: Path, say: Say) -> None:
    broken = (story / "events.yaml").read_text(encoding="utf-8").replace("sources: rtl\n", "sources: nobody\n", 1)
    (story / "events.yaml").write_text(broken, encoding="utf-8")
    Path("x.csv").write_text("Date;Titre\n2025-09-01;Entre deux\n")
    said = say("import", "x.csv", *DAY)
    assert said.code == 2
    assert "nothing is imported into a file with errors" in said.err
    assert (story / "events.yaml").read_text(encoding="utf-8") == broken


def test_a_dry_run_shows_the_difference_and_writes_nothing(story: Path, say: Say) -> None:
    before = (story / "events.yaml").read_bytes()
    Path("x.csv").write_text("Date;Titre\n2025-09-01;Entre deux\n")
    said = say("import", "x.csv", "--dry-run", *DAY)
    assert "+- id: 2025-09-01-entre-deux\n" in said.out
    assert sorted(path.name for path in Path().iterdir() if path.is_file()) == ["events.yaml", "x.csv"]
    assert (story / "events.yaml").read_bytes() == before


def test_what_no_field_takes_is_kept_as_a_comment_when_asked(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    assert account(say, "a.csv", "--keep-rest")["left_out"] == {}
    assert "  # Remarque interne: à vérifier\n" in Path("events.yaml").read_text(encoding="utf-8")


def test_a_map_is_kept_and_used_again(say: Say) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    say("import", "a.csv", "--dry-run", "--map", "m.yaml", *DAY)
    text = Path("m.yaml").read_text(encoding="utf-8")
    assert "columns:\n  Date: date\n  Événement: title\n  Détails: text\n" in text
    Path("m.yaml").write_text(text.replace("Remarque interne: nothing", "Remarque interne: note"), encoding="utf-8")
    assert account(say, "a.csv", "--map", "m.yaml")["left_out"] == {}
    assert "à vérifier" in events()["Le syndicat parle : 150 emplois"].texts["fr"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("columns:\n  Date: dat\n", 'm.yaml:2: "dat" is no field; did you mean "date"?'),
        ("colums:\n  Date: date\n", 'm.yaml:1: "colums" means nothing in a map; did you mean "columns"?'),
        ("columns:\n  Jour: date\n  Événement: title\n", 'the table has no column "Jour", which m.yaml names'),
        ("pivot: x\ncolumns:\n  Date: date\n", "m.yaml:1: pivot is a number from 1 to 100"),
        ("columns:\n  Date: date\n", "no column is known to be the title: Date"),
    ],
)
def test_what_is_wrong_with_a_map_is_said(say: Say, text: str, said: str) -> None:
    Path("a.csv").write_text(sheets.FRENCH, encoding="utf-8")
    Path("m.yaml").write_text(text, encoding="utf-8")
    ran = say("import", "a.csv", "--map", "m.yaml", *DAY)
    assert ran.code == 2
    assert said in ran.err


# ---- Other formats, and what is missing


@pytest.mark.parametrize("form", ["csv", "timelinejs", "markwhen", "timesketch", "csl", "xlsx", "ics"])
def test_what_export_gives_comes_in_again_without_a_refusal(here: Path, say: Say, form: str) -> None:
    pytest.importorskip("xlsxwriter")
    pytest.importorskip("icalendar")
    ending = {"timelinejs": "json", "markwhen": "mw", "timesketch": "jsonl", "csl": "json"}.get(form, form)
    (here / "story.yaml").write_bytes((ROOT / "events.yaml").read_bytes())
    assert say("export", "--to", form, "story.yaml", "-o", f"x.{ending}", *DAY).code == 0
    found = account(say, f"x.{ending}", "--into", "back.yaml")
    assert found["format"] == form
    assert found["refused"] == 0
    assert counts(account(say, f"x.{ending}", "--into", "back.yaml"))[2] == found["rows"]
    if form in ("csv", "xlsx", "markwhen", "timesketch"):
        there = {one.id: one for one in read((here / "story.yaml").read_bytes(), "").timeline.events}
        back = {one.id: one for one in read((here / "back.yaml").read_bytes(), "").timeline.events}
        assert {own: one.date.text for own, one in back.items()} == {own: one.date.text for own, one in there.items()}
        assert all(one.titles["en"] == there[own].titles["en"] for own, one in back.items())
        assert all(one.countries == there[own].countries for own, one in back.items())


def test_jalons_own_json_comes_back_as_it_went(here: Path, say: Say) -> None:
    (here / "story.yaml").write_bytes((ROOT / "events.yaml").read_bytes())
    (here / "x.json").write_text(say("print", "story.yaml", "--format", "json", *DAY).out, encoding="utf-8")
    assert counts(account(say, "x.json", "--into", "back.yaml"))[0] == 44
    there = {one.id: one for one in read((here / "story.yaml").read_bytes(), "").timeline.events}
    back = {one.id: one for one in read((here / "back.yaml").read_bytes(), "").timeline.events}
    for own, event in there.items():
        same = ("date", "titles", "texts", "kind", "status", "actors", "countries", "places", "tags", "about", "told")
        assert {name: getattr(back[own], name) for name in same} == {name: getattr(event, name) for name in same}
        assert [(one.name, [value.text for value in one.values], one.keep) for one in back[own].claims] == [
            (one.name, [value.text for value in one.values], one.keep) for one in event.claims
        ]
        assert back[own].sources == event.sources


@pytest.mark.parametrize(
    ("name", "library", "data"),
    [("a.xlsx", "python_calamine", b"PK\x03\x04"), ("a.ics", "icalendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")],
)
def test_a_library_that_is_missing_is_one_line(
    say: Say, monkeypatch: pytest.MonkeyPatch, name: str, library: str, data: bytes
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    Path(name).write_bytes(data)
    said = say("import", name, *DAY)
    form, needs = name[2:], library.replace("_", "-")
    assert (said.out, said.err) == ("", f'jalon: {form} needs {needs}; pip install "jalon[office]"\n')
    assert said.code == 2


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "there is nothing in it"),
        ("a.csv", b"\x00\x01\x02\xff", "these bytes are no text"),
        ("a.csv", b"Foo;Bar\n1;2\n", "no column is known to be the date: Foo, Bar"),
        ("a.xlsx", b"PK\x03\x04 broken", "this is no workbook"),
        ("a.json", b"{}", "this is no JSON of TimelineJS: it has no events"),
        ("a.bin", b"x", "nobody can tell the format of a.bin"),
        ("nothing.csv", None, "there is no such file"),
    ],
)
def test_what_cannot_be_read_is_one_line(say: Say, name: str, data: bytes | None, said: str) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    ran = say("import", name, *DAY)
    assert (ran.out, ran.code) == ("", 2)
    assert said in ran.err
    assert not Path("events.yaml").exists()


def test_a_damaged_memory_is_never_written_over(say: Say) -> None:
    Path("d.tsv").write_text(sheets.DUTCH, encoding="utf-8")
    account(say, "d.tsv")
    Path("events.imports.json").write_text("{", encoding="utf-8")
    said = say("import", "d.tsv", *DAY)
    assert "events.imports.json is damaged" in said.err
    assert Path("events.imports.json").read_text(encoding="utf-8") == "{"


def test_two_imports_at_once_lose_nothing(here: Path, jalon: Jalon) -> None:
    (here / "events.yaml").write_text("timeline: {id: x-y, title: X}\nevents:\n- {date: 2020, title: Old}\n")
    for number in range(3):
        rows = "".join(f"{2021 + number};Event {number} {row}\n" for row in range(20))
        (here / f"{number}.csv").write_text(f"Date;Titre\n{rows}")
    with ThreadPoolExecutor() as pool:
        ran = list(pool.map(lambda number: jalon("import", f"{number}.csv", cwd=here), range(3)))
    assert [(one.code, one.stderr[-200:]) for one in ran if one.code] == []
    assert len(events(str(here / "events.yaml"))) == 61
    assert len(json.loads((here / "events.imports.json").read_bytes())["imports"]) == 3


ODD = (
    'He said "no: never" # and left', "- dash", "[brackets] {a: b}", "null", "true", "12:30", "...", "---", "ends:",
    "@handle", "%percent", "*star", "&amp; <b>x</b>", "tab\there", "🎉", "«guillemets» ’", "'quoted'", "? key",
    "| pipe",
    "a\\b", "x" * 400,
)  # fmt: skip


def test_any_text_comes_in_as_it_is(say: Say) -> None:
    with Path("odd.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("Date", "Event", "Text"), *((f"{2000 + at}", one, one) for at, one in enumerate(ODD))]
        )
    assert counts(account(say, "odd.csv")) == (len(ODD), 0, 0, 0, 0)
    wanted = [" ".join(one.split()).replace("&amp; <b>x</b>", "& x") for one in ODD]
    assert list(events()) == wanted
    assert counts(account(say, "odd.csv")) == (0, 0, len(ODD), 0, 0)


def test_what_steers_a_terminal_is_refused_and_shown_harmless(say: Say) -> None:
    Path("c.csv").write_text("Date,Event\n2025-01-01,esc \x1b]52;c;xx\x07\n", encoding="utf-8")
    said = say("import", "c.csv", *DAY)
    assert "\x1b" not in said.err + said.out
    assert "c.csv:B2: refused: a control character (U+001B) has no place in a text" in said.err


# ---- By questions


def test_an_order_is_asked_for_and_nothing_is_written_without_a_yes(here: Path) -> None:
    (here / "c.csv").write_text(sheets.AMBIGUOUS, encoding="utf-8")
    words = ("import", "c.csv")
    asked = answering(here, "3", "1", "n", words=words)
    assert 'the dates of "Date" fit more than one order: A2 03/04/2025 is 2025-04-03, day first;' in asked.said
    assert "write it? [y/n] n\nnothing was written\n" in asked.said
    assert asked.code == 0
    assert not (here / "events.yaml").exists()
    assert answering(here, "month first", "y", words=words).code == 0
    assert {event.date.text for event in events(str(here / "events.yaml")).values()} == {"2025-03-04", "2025-05-06"}


@pytest.mark.parametrize("end", ["^C", "^D"])
def test_an_interruption_writes_nothing(here: Path, end: str) -> None:
    (here / "d.tsv").write_text(sheets.DUTCH, encoding="utf-8")
    assert answering(here, end, words=("import", "d.tsv")).code == 130
    assert [path.name for path in here.iterdir() if path.is_file()] == ["d.tsv"]


def test_a_name_that_no_title_can_have_gives_a_title_all_the_same(here: Path, say: Say) -> None:
    (here / "a\x1b[1m.csv").write_text("Date,Title\n2025-01-02,It begins\n")
    assert say("import", "a\x1b[1m.csv", "--into", "new.yaml").code == 0
    assert not read((here / "new.yaml").read_bytes(), "new.yaml").problems
