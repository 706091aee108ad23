"""Ten chronologies as people keep them: workbooks that a test writes, and files of text."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

FRENCH = """\
Date;Événement;Détails;Acteurs;Pays;Lieu;Source;Éditeur;Lien;Publié le;Remarque interne
25/08/2025;Le syndicat parle : 150 emplois;Un texte.;"CNE, Setca";Belgique;Liège;Centre d’appels transféré;Trends;\
https://trends.example/a;25/08/2025;à vérifier
31/12/2025;Fin du contrat;;TotalEnergies;BE, MA;;;;;;
fin août 2025;Première réunion;;CNE;;;;;;;
;Sans date;;;;;;;;;
31/02/2025;Jour impossible;;;;;;;;;
"""
"""Semicolons, French headers, day first: three rows to take, two to refuse."""

ENGLISH = """\
Date,Modifier,End date,Event,Who,Country,Status
3/14/2025,On,,The first letter,Acme,US,reported
4/2/2025,Before,,A meeting,Acme; Bob Lee,Ireland,
May 2025,About,,Talks begin,,,
6/1/2025,Range,6/30/2025,Consultation,,,planned
7/4/2025,Roughly,,A word that is no modifier,,,
13/13/2025,,,No such day,,,
"""
"""Commas, English headers, month first, modifiers: four rows to take, two to refuse."""

MIXED = """\
Date,Event
25/08/2025,The day comes first
08/26/2025,The month comes first
"""
AMBIGUOUS = """\
Date,Event
03/04/2025,A day in March or April
05/06/2025,A day in May or June
"""
DUTCH = """\
Datum\tGebeurtenis\tBetrokkenen\tLand\tTrefwoorden
1 maart 2025\tStaking in de fabriek\tACV\tBelgië\tstaking; lonen
maart 2025\tOverleg\tACV\tNederland\t
"""
"""Tabs, Dutch headers, dates in words."""

WINDOWS = (
    "Date;Titre;Lieu\r\n"
    "12.05.2024;L\x92été à l\x92usine \x96 le début;Béthune\r\n"
    "13.05.2024;« Assez ! »;Orléans\r\n"
).encode("latin-1")
"""Windows-1252, with its own quotes and dashes, and CRLF."""


def workbook(path: Path) -> Any:
    """A new workbook with one sheet, a format for days, and their day."""
    from xlsxwriter import Workbook

    return Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})


def merged_headers(path: Path) -> None:
    """A title above, headers in two rows of merged cells, a day merged over two rows, empty rows between."""
    book = workbook(path)
    sheet = book.add_worksheet("Chronologie")
    sheet.merge_range("A1:F1", "Chronologie du dossier (mise à jour : 3 septembre)")
    sheet.merge_range("A3:A4", "Date")
    sheet.merge_range("B3:B4", "Événement")
    sheet.merge_range("C3:E3", "Source")
    sheet.write("F3", "Pays")
    sheet.write_row("C4", ["Titre", "Éditeur", "Lien"])
    sheet.merge_range("A5:A6", "")
    sheet.write_datetime("A5", datetime(2025, 8, 25))
    sheet.write_row("B5", ["Le premier fait", "Un article", "Le Soir", "https://lesoir.example/1", "Belgique"])
    sheet.write("B6", "Le second, du même jour")
    sheet.write_datetime("A9", datetime(2025, 9, 1, 14, 30))
    sheet.write_row("B9", ["Après deux lignes vides", "", "", "", "France"])
    book.close()


def formulas(path: Path) -> None:
    """Formulas with their values, one with an error, one without a value, and links behind cells."""
    book = workbook(path)
    sheet = book.add_worksheet("Feuil1")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write_row("A1", ["Date", "Titre", "Source"])
    sheet.write_datetime("A2", datetime(2025, 8, 25))
    sheet.write("B2", "Le jour même")
    sheet.write_url("C2", "https://lesoir.example/2", string="Le Soir")
    sheet.write_formula("A3", "=A2+7", day, 45901)
    sheet.write_formula("B3", '="Une "&"semaine après"', None, "Une semaine après")
    sheet.write_formula("C3", '=HYPERLINK("https://trends.example/3","Trends")', None, "Trends")
    sheet.write_formula("A4", "=A2/0", day, "#DIV/0!")
    sheet.write("B4", "Un jour faux")
    sheet.write_datetime("A5", datetime(2025, 9, 9))
    sheet.write_formula("B5", "=C9", None, "")
    book.close()


def day_numbers(path: Path, *, is_1904: bool = False) -> None:
    """Days as the numbers that a spreadsheet counts them by, beside years."""
    from xlsxwriter import Workbook

    book = Workbook(str(path), {"date_1904": is_1904})
    sheet = book.add_worksheet("Sheet1")
    sheet.write_row("A1", ["When", "What happened"])
    sheet.write_row("A2", [45894 - 1462 * is_1904, "A day as a number"])
    sheet.write_row("A3", [45894.75 - 1462 * is_1904, "With its hour"])
    sheet.write_row("A4", [2025, "A year alone"])
    book.close()


def ods(path: Path) -> None:
    """A small sheet of LibreOffice, made of the few parts that it needs."""
    import zipfile

    rows = (("Date", "Titre"), ("2025-08-25", "Un jour"), ("août 2025", "Un mois"))
    cells = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="date" office:date-value="{cell}"/>' if cell[:2] == "20"
            else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        ) + "</table:table-row>" for row in rows
    )  # fmt: skip
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Feuille1">{cells}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", (
            '<?xml version="1.0"?>'
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/"'
            ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        ))  # fmt: skip
