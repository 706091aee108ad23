"""jalon export: the formats, the account of what is lost, and the places that it writes to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui.core.export.carried import FORMATS, Format

if TYPE_CHECKING:
    from tests.cli.conftest import Say

ONE_FILE = [form for form in FORMATS.values() if form.ending]


pytestmark = pytest.mark.usefixtures("story")


@pytest.mark.parametrize("form", ONE_FILE, ids=lambda form: form.name)
def test_each_format_goes_to_a_file_twice_the_same(form: Format, say: Say) -> None:
    name, path = form.name, Path(f"out{form.ending}")
    assert say("export", "--to", name, "-o", str(path)).code == 0
    first = path.read_bytes()
    assert first
    assert say("export", "--to", name, "-o", str(path)).code == 0
    assert path.read_bytes() == first


def test_data_is_on_standard_output_and_what_is_lost_is_counted_beside_it(say: Say) -> None:
    said = say("export", "--to", "timelinejs")
    assert [slide["unique_id"] for slide in json.loads(said.out)["events"]] == ["union", "end", "ban"]
    assert "timelinejs cannot carry: actors (2 events), countries (3 events), other languages (1 event)\n" in said.err
    assert "in words only, for people: " in said.err


def test_the_whole_report_names_what_each_event_and_source_loses(say: Say) -> None:
    said = say("export", "--to", "timelinejs", "-o", "t.json", "--report", "text")
    assert "union: countries: BE; MA\n" in said.out
    assert "end: statuses, in words only: planned\n" in said.out
    assert "cannot carry" not in said.err
    beside = say("export", "--to", "timelinejs", "--report", "text")
    assert "union: countries: BE; MA\n" in beside.err
    assert json.loads(beside.out)


def test_the_report_is_data_too(say: Say) -> None:
    told = json.loads(say("export", "--to", "ics", "-q", "id:union", "-o", "x.ics", "--report", "json").out)
    assert (told["format"], told["events"], told["written"], told["sources"]) == ("ics", 1, 1, 1)
    assert told["withheld"] == {"events": 0, "sources": 0}
    assert {"event": "union", "feature": "claims", "has": ["jobs"]} in told["in_words"]
    assert told["carries"]["key_events"] is None


def test_strict_writes_nothing_where_something_would_be_lost(say: Say) -> None:
    said = say("export", "--to", "timelinejs", "-o", "t.json", "--strict")
    assert said.code == 1
    assert "nothing is written, for something would be lost" in said.err
    assert not Path("t.json").exists()
    assert say("export", "--to", "csl", "-o", "t.json", "--strict").code == 0
    assert Path("t.json").exists()


def test_a_query_and_a_day_choose_what_goes_out(say: Say) -> None:
    assert "The ban" not in say("export", "--to", "markwhen", "-q", "country:BE").out
    told = say("export", "--to", "markwhen", "--as-of", "2025-08-26").out
    assert 'as_of: "as published by 26 August 2025"' in told
    assert say("export", "--to", "markwhen", "--as-of", "2025-08-24").out.count("\n\n") == 0
    assert "Nothing matches" in say("export", "--to", "csv", "-q", "zebra").err


def test_csv_has_names_and_with_claims_a_row_for_each_value_and_source(say: Say) -> None:
    rows = say("export", "--to", "csv").out.splitlines()
    assert rows[0].startswith("words,first_day,last_day,title,")
    assert "iKanbi" in rows[1]
    assert "Belgium; Morocco" in rows[1]
    assert say("export", "--to", "csv", "--claims").out.count("The union speaks") == 2
    assert say("export", "--to", "csv", "--bom").out.startswith("\ufeff")


def test_no_cell_of_a_table_is_a_formula(say: Say) -> None:
    Path("f.yaml").write_text(
        "events:\n- {id: a, date: 2025-01-01, title: '=HYPERLINK(1)', text: '@x', tags: ['+1'], place: '-2'}\n"
    )
    out = say("export", "f.yaml", "--to", "csv").out
    assert ",'=HYPERLINK(1),'@x," in out
    assert ",'+1," in out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--to", "csv", "-o", "events.yaml"], "is a timeline, and no export takes its place"),
        (["--to", "csv", "-o", "other.yml"], "is a timeline, and no export takes its place"),
        (["--to", "csv", "-o", "."], "is a folder"),
        (["--to", "csv", "-o", "nowhere/x.csv"], "no such file or directory"),
        (["--to", "obsidian"], "obsidian is a folder of notes; name it: -o FOLDER"),
        (["--to", "ics", "--claims"], "--claims is for csv"),
        (["--to", "ics", "--bom"], "--bom is for csv"),
        (["--to", "pdf"], "is not one of"),
        ([], "missing option"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(words: list[str], why: str, say: Say) -> None:
    before = Path("events.yaml").read_bytes()
    said = say("export", *words)
    assert said.code == 2
    assert why in said.err
    assert Path("events.yaml").read_bytes() == before
    assert [path.name for path in Path().iterdir()] == ["events.yaml"]


def test_a_missing_library_is_said_in_one_line(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    libraries = (
        ("xlsx", "xlsxwriter", "XlsxWriter"),
        ("docx", "docx", "python-docx"),
        ("ics", "icalendar", "icalendar"),
    )
    for form, module, library in libraries:
        monkeypatch.setitem(sys.modules, module, None)
        said = say("export", "--to", form, "-o", "x")
        assert said == ("", f'jalon: {form} needs {library}; pip install "jalon[office]"\n', 2)
        assert not Path("x").exists()


# ---- A folder of notes


def test_a_folder_has_a_note_an_event_and_an_index(say: Say) -> None:
    assert say("export", "--to", "obsidian", "-o", "vault").code == 0
    assert sorted(path.name for path in Path("vault").iterdir()) == ["ban.md", "end.md", "story.md", "union.md"]
    assert "[[union|The union speaks]]" in Path("vault/story.md").read_text()
    note = Path("vault/union.md").read_text()
    assert 'jalon: "story"\n' in note
    assert 'date: "2025-08-25"\n' in note


def test_notes_are_written_again_but_never_over_what_somebody_changed(say: Say) -> None:
    say("export", "--to", "obsidian", "-o", "vault")
    assert say("export", "--to", "obsidian", "-o", "vault", "--lang", "fr").code == 0
    assert "Fin du contrat" in Path("vault/end.md").read_text()
    note = Path("vault/end.md")
    note.write_text(note.read_text() + "my own line\n")
    said = say("export", "--to", "obsidian", "-o", "vault")
    assert said.code == 2
    assert "end.md is not as jalon wrote it, and stays as it is" in said.err
    assert note.read_text().endswith("my own line\n")
    assert "Fin du contrat" in note.read_text()


def test_a_note_of_somebody_else_is_never_written_over(say: Say) -> None:
    Path("vault").mkdir()
    Path("vault/union.md").write_text("mine")
    said = say("export", "--to", "obsidian", "-o", "vault")
    assert said.code == 2
    assert [path.name for path in Path("vault").iterdir()] == ["union.md"]


def test_notes_that_no_longer_go_out_are_named(say: Say) -> None:
    say("export", "--to", "obsidian", "-o", "vault")
    Path("vault/own.md").write_text("mine")
    said = say("export", "--to", "obsidian", "-o", "vault", "-q", "country:BE")
    assert "still there, though they no longer go out: ban.md\n" in said.err
