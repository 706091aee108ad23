"""Texts that are no timeline: every question about them has an answer, and none ends the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lsprotocol import types

from tests.lsp.editor import Editor

ODD = (
    "", "\n", "events:", "events: [", "\ufeffevents: []\r\n", "- a", "{", "x" * 5000, "[" * 3000, "\t\t",
    "---\n---\n", "%TAG ! x\n", "a: &a [*a]", "\0", "a\x0cb: \x85c\nevents: []",
    "events:\n- id: a\n  date: 2025\n  title: &x t\n- *x\n",
    "events:\n- id: \u00e9\u2028\n  date: '2025'\n  title: >-\n    a\n\n    b\n",
    "? [a]\n: b\nevents:\n  ? {c: d}\n  : e\n",
    "sources: 1\nevents: 2\nactors: 3\nviews: 4\npublish: 5\ntimeline: 6",
    "events:\n- !!str x\n- |\n  abc\n- id: [a]\n  claims: {a: [b], c: {d: {e: {f: g}}}}\n",
    "timeline: {title: a}\nsources:\n  s: {url: 'http://x.org', passages: {p: a}}\nevents:\n"
    "- {id: a, date: 2025, title: b, sources: [{s: first \u2026 last}], claims: {c: {1: {s: x}, keep: 1}}}\n",
)  # fmt: skip


async def test_every_question_has_an_answer(editor: Editor, work: Path) -> None:
    for number, text in enumerate(ODD):
        uri = (work / f"{number}.yaml").as_uri()
        editor.opened(uri, text)
        document = types.TextDocumentIdentifier(uri)
        rows = text.replace("\r\n", "\n").count("\n") + 1
        for row in {0, rows // 2, rows - 1, rows + 3}:
            for column in (0, 3, 9, 500):
                await _ask_at(editor, document, types.Position(row, column))
        everything = types.Range(types.Position(0, 0), types.Position(10**6, 0))
        await editor.text_document_document_symbol_async(types.DocumentSymbolParams(document))
        await editor.text_document_folding_range_async(types.FoldingRangeParams(document))
        await editor.text_document_document_link_async(types.DocumentLinkParams(document))
        await editor.text_document_code_lens_async(types.CodeLensParams(document))
        await editor.text_document_inlay_hint_async(types.InlayHintParams(document, everything))
        options = types.FormattingOptions(tab_size=2, insert_spaces=True)
        await editor.text_document_formatting_async(types.DocumentFormattingParams(document, options))
        for action in await editor.actions(uri, rows // 2):
            await editor.code_action_resolve_async(action)
    await editor.workspace_symbol_async(types.WorkspaceSymbolParams("a"))


async def _ask_at(editor: Editor, document: types.TextDocumentIdentifier, place: types.Position) -> None:
    at: Any = {"text_document": document, "position": place}
    await editor.text_document_hover_async(types.HoverParams(**at))
    await editor.text_document_completion_async(types.CompletionParams(**at))
    await editor.text_document_definition_async(types.DefinitionParams(**at))
    await editor.text_document_references_async(types.ReferenceParams(types.ReferenceContext(True), **at))
    await editor.text_document_prepare_rename_async(types.PrepareRenameParams(**at))
