"""What a file says for an address is cured as it was meant; one that is only doubted is kept."""

from __future__ import annotations

import pytest

from tui.store.read.timeline import read

FILE = """\
sources:
  s: {{title: x, {field}: '{text}', seen: 2025-08-25}}
events:
- id: e
  date: 2025
  title: E
  sources: s
"""


def told(field: str, text: str) -> tuple[str | None, list[tuple[str, str, str | None]]]:
    reading = read(FILE.format(field=field, text=text).encode(), "e.yaml")
    kept = getattr(reading.timeline.sources["s"], field)
    return kept, [(one.code, one.severity, one.hint) for one in reading.problems]


MEANT = 'did you mean "https://example.org/x"?'


@pytest.mark.parametrize("field", ["url", "archive"])
@pytest.mark.parametrize("text", ["<https://example.org/x>", "https//example.org/x", "[x](https://example.org/x)"])
def test_what_is_no_address_is_an_error_with_its_cure(field: str, text: str) -> None:
    assert told(field, text) == (None, [("bad-address", "error", MEANT)])


@pytest.mark.parametrize("field", ["url", "archive"])
@pytest.mark.parametrize("text", ["https://example.org/x.", "https://example.org/x)", "https://example.org/x,"])
def test_what_is_only_doubted_is_a_warning_and_stays(field: str, text: str) -> None:
    assert told(field, text) == (text, [("bad-address", "warning", MEANT)])


def test_an_address_that_was_cut_short_has_no_cure() -> None:
    assert told("url", "https://example.org/a…")[1] == [("bad-address", "warning", None)]


@pytest.mark.parametrize("text", ["https://example.org/f(x)", "https://en.wikipedia.org/wiki/Ikanbi_Inc."])
def test_an_address_that_ends_as_it_should_is_fine(text: str) -> None:
    assert told("url", text) == (text, [])


@pytest.mark.parametrize("text", ["copies/x.pdf", "x.html", "Le Soir (3 mai).pdf"])
def test_a_file_is_no_address(text: str) -> None:
    assert told("archive", text) == (text, [])


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https//a.example/3", "https://a.example/3"),
        ("http:/a.example/3", "http://a.example/3"),
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("lesoir.be/a/b-c", "https://lesoir.be/a/b-c"),
        ("lesoir.be/a/b#c", "https://lesoir.be/a/b#c"),
        ("lesoir.be/a!announces", "https://lesoir.be/a"),
        ("a/b", None),
        ("lesoir.be", None),
    ],
)
@pytest.mark.parametrize("cited", ["sources: '{}'", "sources: [s, '{}']", "claims: {{jobs: {{4: '{}'}}}}"])
def test_an_address_that_is_cited_has_the_same_cure(text: str, address: str | None, cited: str) -> None:
    file = FILE.format(field="url", text="https://example.org/x").replace("sources: s", cited.format(text))
    found = [(one.code, one.hint) for one in read(file.encode(), "e.yaml").problems]
    assert found == [("unknown-source", address and f'did you mean "{address}"?')]
