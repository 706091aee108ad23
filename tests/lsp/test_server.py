"""The server as an editor meets it: a process, to which it speaks."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.conftest import ROOT, Jalon
from tests.lsp.conftest import TODAY
from tests.lsp.editor import Editor, applied, with_edits
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


async def test_the_other_questions_are_answered_by_the_process(editor: Editor, work: Path) -> None:
    uri = (work / "events.yaml").as_uri()
    editor.opened(uri, SHIPPED)
    document = types.TextDocumentIdentifier(uri)
    all_of_it = types.Range(types.Position(0, 0), types.Position(9999, 0))
    symbols = await editor.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert [one.name for one in symbols or []] == ["timeline", "actors", "sources", "events", "views"]
    assert len(await editor.text_document_folding_range_async(types.FoldingRangeParams(document)) or []) > 200
    links = await editor.text_document_document_link_async(types.DocumentLinkParams(document))
    assert {str(one.target)[:4] for one in links or []} == {"http"}
    hints = await editor.text_document_inlay_hint_async(types.InlayHintParams(document, all_of_it))
    assert "about 2018" in [one.label for one in hints or []]
    lenses = await editor.text_document_code_lens_async(types.CodeLensParams(document))
    assert len(lenses or []) == len(re.findall(r"(?m)^- id: ", SHIPPED))
    found = await editor.workspace_symbol_async(types.WorkspaceSymbolParams("ikanbi"))
    assert "ikanbi" in [one.name for one in found or []]
    assert not await editor.text_document_formatting_async(_formatting(document))


def _formatting(document: types.TextDocumentIdentifier) -> types.DocumentFormattingParams:
    return types.DocumentFormattingParams(document, types.FormattingOptions(tab_size=2, insert_spaces=True))


async def test_a_file_is_tidied_as_fmt_tidies_it(editor: Editor, work: Path, jalon: Jalon) -> None:
    path = work / "events.yaml"
    text = "events:\r\n- {id: b, date: 2026, title: B}\r\n\r\n\r\n# of a\r\n- {id: a, date: 2025-08?~, title: A}\r\n"
    text = text.replace("2025-08?~", "2025~-08")
    path.write_bytes(text.encode())
    editor.opened(path.as_uri(), text)
    edits = await editor.text_document_formatting_async(_formatting(types.TextDocumentIdentifier(path.as_uri())))
    assert edits
    assert jalon("fmt", str(path)).code == 0
    assert with_edits(text, list(edits)).encode() == path.read_bytes()


async def test_a_name_changes_in_all_files_of_a_folder_and_no_other_byte(editor: Editor, work: Path) -> None:
    files = {
        "timeline.yaml": "timeline: {title: a}\nactors:\r\n  one: {name: \U0001f9ed One}\r\n",
        "2024/a.yaml": "events:\n- {id: e1, date: 2024, title: one, actors: [one]}\n",
        "b.yaml": "id: e2\ndate: 2025\ntitle: two\nactors: [one]\nabout: e1\n",
    }
    for name, text in files.items():
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_bytes(text.encode())
    uris = {name: (work / name).as_uri() for name in files}
    editor.opened(uris["b.yaml"], files["b.yaml"])
    assert await editor.problems(uris["b.yaml"]) == []
    place = types.Position(3, 10)
    params = types.RenameParams(types.TextDocumentIdentifier(uris["b.yaml"]), place, "uno")
    edit = await editor.text_document_rename_async(params)
    for name, text in files.items():
        wanted = re.sub(r"(?<=\[)one(?=\])|(?<=  )one(?=:)", "uno", text)
        assert applied(text, edit, uris[name]) == wanted
    where = await editor.text_document_definition_async(
        types.DefinitionParams(types.TextDocumentIdentifier(uris["b.yaml"]), place)
    )
    assert isinstance(where, list)
    assert [(one.uri, one.range.start.line) for one in where if isinstance(one, types.Location)] == [
        (uris["timeline.yaml"], 2)
    ]
    editor.opened(uris["2024/a.yaml"], files["2024/a.yaml"].replace("e1", "e9"))
    assert await editor.problems(uris["2024/a.yaml"]) == []
    async with asyncio.timeout(10):
        while [one.code for one in editor.told[uris["b.yaml"]].diagnostics] != ["unknown-event"]:
            await asyncio.sleep(0.05)


async def test_completion_is_there_while_the_text_is_broken(editor: Editor, work: Path) -> None:
    uri = (work / "events.yaml").as_uri()
    editor.opened(uri, SHIPPED)
    await editor.problems(uri)
    rows = SHIPPED.count("\n")
    editor.typed(uri, '- id: new\n  title: "\U0001f9ed é\n  actors: [toté', (rows, 0), (rows, 0))
    place = types.Position(rows + 2, len("  actors: [toté"))
    params = types.CompletionParams(types.TextDocumentIdentifier(uri), place)
    found = await editor.text_document_completion_async(params)
    assert isinstance(found, types.CompletionList)
    (one,) = [one for one in found.items if one.label == "totalenergies"]
    assert isinstance(one.text_edit, types.TextEdit)
    assert (one.text_edit.range.start.character, one.text_edit.new_text) == (len("  actors: ["), "totalenergies")


async def test_an_answer_that_cannot_be_is_an_error_and_ends_nothing(editor: Editor, work: Path) -> None:
    uri = (work / "events.yaml").as_uri()
    editor.opened(uri, ODD)
    document = types.TextDocumentIdentifier(uri)
    place = types.Position(1, 11)
    with pytest.raises(JsonRpcException, match="no name"):
        await editor.text_document_rename_async(types.RenameParams(document, place, "a b: ["))
    nowhere = types.TextDocumentIdentifier((work / "other.yaml").as_uri())
    assert await editor.text_document_hover_async(types.HoverParams(nowhere, place)) is None
    assert await editor.text_document_rename_async(types.RenameParams(nowhere, place, "x")) is None
    far = types.Position(99_999, 99_999)
    assert await editor.text_document_hover_async(types.HoverParams(document, far)) is None
    assert await editor.text_document_rename_async(types.RenameParams(document, place, "ikb")) is not None
