"""The server as an editor meets it: a process, to which it speaks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from tests.conftest import ROOT, Jalon
from tests.lsp.conftest import TODAY
from tests.lsp.editor import Editor, applied
from tui.core.dates.calendar import day_number
from tui.store.read import check
from tui.store.read.timeline import read

SHIPPED = (ROOT / "events.yaml").read_text(encoding="utf-8")
BAD = sorted((ROOT / "tests/bad").glob("*.yaml"))
SEVERITIES = {"error": 1, "warning": 2, "hint": 4}
UTF_8, UTF_16, UTF_32 = "utf-8", "utf-16", "utf-32"


def as_checked(jalon: Jalon, path: Path) -> list[tuple[Any, ...]]:
    """The problems as `jalon check` has them."""
    (told,) = (json.loads(line) for line in jalon("check", str(path), "--json", "--today", TODAY).stdout.splitlines())
    return [
        (
            one["code"], SEVERITIES[one["severity"]],
            one["line"], one["column"], one["end_line"], one["end_column"],
            "; ".join(filter(None, (one["message"], one["hint"]))),
        )
        for one in told["problems"]
    ]  # fmt: skip


def as_told(found: list[types.Diagnostic]) -> list[tuple[Any, ...]]:
    """The problems as an editor is told them, counted from 1; of one that counts in characters."""
    return [
        (
            one.code, one.severity, one.range.start.line + 1, one.range.start.character + 1,
            one.range.end.line + 1, one.range.end.character + 1, one.message,
        )
        for one in found
    ]  # fmt: skip


@pytest.mark.parametrize("editor", [UTF_32], indirect=True)
async def test_the_problems_are_those_of_check(editor: Editor, work: Path, jalon: Jalon) -> None:
    path = work / "events.yaml"
    broken = SHIPPED.replace("kind: company", "kind: compani", 1).replace("actors: [", "actors: [ikanbu, ", 3)
    broken = broken.replace("date: 2025-08-26", "date: 26 août 2025", 1) + "\n  - id: x\n    title: a : b\n"
    for text in (SHIPPED, broken):
        path.write_text(text, encoding="utf-8")
        if text is SHIPPED:
            editor.opened(path.as_uri(), text)
        else:
            editor.replaced(path.as_uri(), text)
        assert as_told(await editor.problems(path.as_uri())) == as_checked(jalon, path)
    assert len(editor.told[path.as_uri()].diagnostics) > 4


@pytest.mark.parametrize("editor", [UTF_32], indirect=True)
async def test_the_problems_of_every_bad_file_are_in_their_places(editor: Editor) -> None:
    for path in BAD:
        data = path.read_bytes()
        text = data.decode("utf-8", "replace")
        editor.opened(path.as_uri(), text)
        found = await editor.problems(path.as_uri())
        if text.encode() == data and "\r" not in text and text[:1] != "\ufeff":
            wanted = check.problems(read(data, str(path)), day_number(2026, 11, 30))
            assert [one[:2] + one[2:6] for one in as_told(found)] == [
                (one.code, SEVERITIES[one.severity], *one.place) for one in wanted
            ], path.name


ODD = """timeline: {title: "a"}
actors: {ikanbi: {name: "IKANBI"}}
events:
  - {id: one, date: 2025, title: "\U0001f9ed\U0001f1e7\U0001f1ea 中文", actors: [ikanbi, ikanbo]}
  - {id: two, date: 2025,\ttitle: "é", actors: [ikanba]}
"""


@pytest.mark.parametrize("editor", [UTF_16, UTF_8, UTF_32], indirect=True)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
async def test_a_place_is_right_behind_emoji_and_tabs(editor: Editor, work: Path, end: str) -> None:
    encoding = editor.encoding
    text, uri = ODD.replace("\n", end), (work / "events.yaml").as_uri()
    editor.opened(uri, text)
    found = [one for one in await editor.problems(uri) if one.code == "unknown-actor"]
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    code = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    named = []
    for one in found:
        line = text.split(end)[one.range.start.line].encode(code)
        named.append(line[one.range.start.character * size : one.range.end.character * size].decode(code))
    assert named == ["ikanbo", "ikanba"]
    (cure,) = [one for one in await editor.actions(uri, 3) if one.is_preferred or "ikanbo" in one.title][:1]
    assert applied(text, cure.edit, uri, encoding) == text.replace("ikanbo", "ikanbi")


async def test_a_burst_of_keys_ends_in_the_right_problems(editor: Editor, work: Path) -> None:
    uri = (work / "events.yaml").as_uri()
    editor.opened(uri, SHIPPED)
    line = SHIPPED.split("\n").index("    kind: company")
    for number in range(200):
        editor.typed(uri, "xyz"[number % 3], (line, 10), (line, 10))
    assert [one.code for one in await editor.problems(uri)] == ["unknown-kind"]
    for _number in range(200):
        editor.typed(uri, "", (line, 10), (line, 11))
    assert await editor.problems(uri) == []


async def test_all_of_a_code_is_mended_and_no_other_byte(editor: Editor, work: Path) -> None:
    uri = (work / "events.yaml").as_uri()
    text = "events:\r\n" + "".join(
        f"  - id: e{n}\r\n    date: 2025\r\n    title: Il a dit : non {n}   # why\r\n" for n in range(3)
    )
    editor.opened(uri, text)
    assert {one.code for one in await editor.problems(uri)} >= {"unquoted-colon"}
    (every,) = await editor.actions(uri, 0, "source.fixAll")
    whole = await editor.code_action_resolve_async(every)
    mended = applied(text, whole.edit, uri)
    assert mended == re.sub("Il a dit : non [0-9]", r'"\g<0>"', text)
    (one,) = [one for one in await editor.actions(uri, 3) if "unquoted-colon" in one.title]
    assert applied(text, (await editor.code_action_resolve_async(one)).edit, uri) == mended


def _at(text: str, words: str, inside: int = 1) -> types.Position:
    before = text[: text.index(words) + inside]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


async def test_a_name_leads_to_where_it_is_defined_and_mentioned(editor: Editor, work: Path) -> None:
    uri = (work / "events.yaml").as_uri()
    editor.opened(uri, SHIPPED)
    document = types.TextDocumentIdentifier(uri)
    place = _at(SHIPPED, "  actors: [totalenergies", len("  actors: [to"))
    found = await editor.text_document_definition_async(types.DefinitionParams(document, place))
    lines = SHIPPED.split("\n")
    assert isinstance(found, list)
    assert [lines[one.range.start.line] for one in found if isinstance(one, types.Location)] == ["  totalenergies:"]
    context = types.ReferenceContext(include_declaration=False)
    named = await editor.text_document_references_async(types.ReferenceParams(context, document, place))
    shown = [lines[one.range.start.line][one.range.start.character : one.range.end.character] for one in named or []]
    assert len(shown) > 5
    assert set(shown) == {"totalenergies"}


async def test_what_is_pointed_at_is_explained(editor: Editor, work: Path) -> None:
    uri = (work / "events.yaml").as_uri()
    editor.opened(uri, SHIPPED)
    params = types.HoverParams(types.TextDocumentIdentifier(uri), _at(SHIPPED, "date: 2025-08-25", 8))
    found = await editor.text_document_hover_async(params)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert "25 August 2025" in found.contents.value


async def test_a_text_that_is_no_text_is_said_and_forgotten(editor: Editor) -> None:
    uri = "untitled:Untitled-1"
    editor.opened(uri, "events: []\0")
    assert [one.code for one in await editor.problems(uri)] == ["unreadable"]
    editor.replaced(uri, "\ud83d events: [")
    assert await editor.problems(uri)
    editor.replaced(uri, "timeline: {title: a}\nevents: []\n")
    assert await editor.problems(uri) == []
