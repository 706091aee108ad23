"""Headers and the fields that they name, in three languages and in two rows."""

from __future__ import annotations

import pytest

from tui.core.exchange.fields import FIELDS, field_of_header, is_field
from tui.core.tables.column_map import proposed
from tui.core.tables.headers import find_headers
from tui.core.tables.table import Table, column_letters


def fields(*rows: list[str]) -> dict[str, str]:
    table = Table(rows)
    headers = find_headers(table)
    assert headers is not None
    return dict(proposed(table, headers).fields)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Date", "date"),
        ("DATE DE DÉBUT", "date"),
        ("Einddatum", "end"),
        ("Événement", "title"),
        ("Gebeurtenis", "title"),
        ("What happened?", "title"),
        ("Pays", "countries"),
        ("Publié le", "published"),
        ("Krant", "publisher"),
        ("title_fr", "title_fr"),
        ("Text (nl)", "text_nl"),
        ("Foo", None),
        ("Mots-clés", "tags"),
        ("Où", "place"),
    ],
)
def test_a_header_names_a_field(header: str, field: str | None) -> None:
    assert field_of_header(header) == field


def test_each_field_is_named_by_its_own_name() -> None:
    assert all(is_field(name) and field_of_header(name) for name in FIELDS)


def test_a_title_above_and_a_remark_behind_a_header_do_not_hide_it() -> None:
    assert fields(["Chronology"], [], ["Date (dd/mm/yyyy)", "Event"], ["1/2/2025", "A"]) == {
        "Date (dd/mm/yyyy)": "date", "Event": "title",
    }  # fmt: skip


def test_two_rows_of_headers_are_one() -> None:
    found = fields(
        ["Date", "Événement", "Source", "", ""], ["", "", "Titre", "Éditeur", "Date"], ["2025", "A", "", "", ""]
    )
    assert found == {
        "Date": "date", "Événement": "title", "Source Titre": "source", "Source Éditeur": "publisher",
        "Source Date": "published",
    }  # fmt: skip


def test_a_description_alone_is_the_title_and_addresses_are_known_by_their_look() -> None:
    assert fields(["When", "Description", "More"], ["2025", "A", "https://a.example"]) == {
        "When": "date", "Description": "title", "More": "address",
    }  # fmt: skip
    assert fields(["When", "What", "Adresse"], ["2025", "A", "Rue Haute 3"])["Adresse"] == "place"


def test_the_spreadsheet_of_timelinejs_is_known() -> None:
    found = fields(
        ["Year", "Month", "Headline", "Media", "Type", "Group"], ["2025", "", "A", "https://x.example/a.jpg", "", ""]
    )
    assert found == {
        "Year": "year",
        "Month": "month",
        "Headline": "title",
        "Media": "",
        "Type": "slide",
        "Group": "kind",
    }


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [column_letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
