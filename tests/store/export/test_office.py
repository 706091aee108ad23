"""Workbooks and documents, as their own readers and an office see them."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.store.export.stories import extract_of
from tui.store.export.document import document
from tui.store.export.workbook import workbook

SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8")
HOSTILE = """\
timeline: {id: t, title: "<w:p>&'"}
actors: {a: "=1+1"}
sources:
  s: {title: "]]> </w:t>", publisher: "=cmd|'/c calc'!A0", url: "https://paper.example/a?b=1&c='x'",
     archive: "a b.pdf"}
events:
- id: "-1"
  date: -0044-03-15
  title: "+SUM(A1)"
  text: "a\\u0001b \\uFFFE <b>&amp;</b>\\n\\nsecond"
  actors: a
  tags: ["@x"]
  sources: s
- {id: old, date: 1899, title: Before spreadsheets}
- {id: far, date: Y-13800000000, title: Long before}
- {id: none, undated: true, title: Undated}
- {id: long, date: 2024, title: Long, text: "%s"}
""" % ("x" * 40_000)


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    """The cells of a workbook, by sheet, as another library reads them."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_workbook_has_a_sheet_each_with_real_dates_beside_the_words() -> None:
    import datetime

    found = sheets(workbook(extract_of(SHIPPED)))
    assert list(found) == ["Events", "Claims", "Citations", "Sources"]
    heads, *rows = found["Events"]
    by_id = {row[heads.index("id")]: dict(zip(heads, row, strict=True)) for row in rows}
    end = by_id["ikanbi-transition"]
    assert end["date in words"] == "October 2025 – 31 March 2026"
    assert (end["first day"], end["last day"]) == (datetime.date(2025, 10, 1), datetime.date(2026, 3, 31))
    assert end["date"] == "2025-10/2026-03-31"
    heads, *rows = found["Claims"]
    jobs = [dict(zip(heads, row, strict=True)) for row in rows if row[heads.index("claim")] == "jobs at risk"]
    assert {("about 150 people", "Trends"), ("about 163 people", "Le Matin")} <= {
        (row["value"], row["publisher"]) for row in jobs
    }


def test_nothing_of_a_file_is_a_formula_or_breaks_the_sheets() -> None:
    import zipfile

    data = workbook(extract_of(HOSTILE))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert [name for name, part in parts.items() if "<f>" in part] == []
    found = sheets(data)
    heads, *rows = found["Events"]
    by_id = {row[heads.index("id")]: dict(zip(heads, row, strict=True)) for row in rows}
    assert by_id["-1"]["title"] == "+SUM(A1)"
    assert by_id["-1"]["first day"] == "-0044-03-15"
    assert by_id["old"]["first day"] == "1899-01-01"
    assert len(by_id["long"]["text"]) == 32_767
    assert by_id["long"]["text"].endswith("…")


def test_a_document_is_a_chronology_as_a_table_and_a_list_of_exhibits() -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document(io.BytesIO(document(extract_of(SHIPPED, "fr"))))
    events, sources = made.tables
    assert [cell.text for cell in events.rows[0].cells] == ["Date", "Event", "Sources and exhibits", "Disputed"]
    assert events.rows[0]._tr.trPr.findall("{*}tblHeader")
    rows = [[cell.text for cell in row.cells] for row in events.rows]
    end = next(row for row in rows if row[0].startswith("31 décembre 2025"))
    assert "Fin du contrat entre TotalEnergies et IKANBI" in end[1]
    assert len(sources.rows) == 1 + len(extract_of(SHIPPED).timeline.sources)
    headings = [each.text for each in made.paragraphs if each.style.name.startswith("Heading")]
    assert headings == ["Chronology", "List of exhibits and sources"]
    assert 'w:lang w:val="fr-FR"' in made.styles.element.xml
    assert "PAGE" in made.sections[0].footer._element.xml
    assert made.core_properties.author == ""


def test_a_document_leads_from_each_mark_to_its_source_and_from_there_to_the_web() -> None:
    import re

    docx = pytest.importorskip("docx")
    made = docx.Document(io.BytesIO(document(extract_of(SHIPPED))))
    xml = made.element.xml
    anchors = set(re.findall(r'w:anchor="(\w+)"', xml))
    assert anchors
    assert anchors <= set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', xml))
    used = set(re.findall(r'<w:hyperlink r:id="(\w+)"', xml))
    targets = {name: made.part.rels[name].target_ref for name in used}
    assert all(target.startswith("http") for target in targets.values())


def test_hostile_texts_are_only_ever_text_in_a_document() -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document(io.BytesIO(document(extract_of(HOSTILE))))
    text = "\n".join(cell.text for row in made.tables[0].rows for cell in row.cells)
    for part in ("+SUM(A1)", "<b>&amp;</b>", "Long before", "Undated"):
        assert part in text


FILES = {
    "chronology.docx": (document, SHIPPED),
    "book.xlsx": (workbook, SHIPPED),
    "hostile.docx": (document, HOSTILE),
    "hostile-book.xlsx": (workbook, HOSTILE),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which LibreOffice has made a PDF of each file, all in one start."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("office")
    for name, (make, story) in FILES.items():
        (folder / name).write_bytes(make(extract_of(story)))
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    paths = [str(folder / name) for name in FILES]
    words = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *paths]
    subprocess.run(words, check=True, capture_output=True, timeout=180)
    return folder


@pytest.mark.parametrize(
    ("name", "signs"),
    [
        ("chronology.pdf", ["Chronology", "List of exhibits and sources", "IKANBI", "UFC-Que Choisir"]),
        ("book.pdf", ["date in words", "IKANBI", "2025-12-31"]),
        ("hostile.pdf", ["+SUM(A1)", "<b>&amp;</b>", "Long before"]),
        ("hostile-book.pdf", ["+SUM(A1)", "Long before"]),
    ],
)
def test_an_office_opens_it_and_shows_it(name: str, signs: list[str], pages: Path) -> None:
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not here")
    ran = subprocess.run([reader, str(pages / name), "-"], check=True, capture_output=True, text=True)
    text = " ".join(ran.stdout.split())
    assert [sign for sign in signs if sign not in text] == []
