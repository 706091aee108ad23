"""The language server: what an editor asks, and which module answers. It computes nothing itself."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from tui import __version__
from tui.lsp import actions, wire
from tui.lsp.documents import Document, Documents
from tui.lsp.hover import hover
from tui.lsp.known import Known
from tui.lsp.mentions import Mention
from tui.lsp.open_text import UTF_16, OpenText

FIX_KINDS = [actions.QUICK_FIX, f"{actions.FIX_ALL}.jalon"]


class _Protocol(LanguageServerProtocol):
    """The protocol, without the copies of texts that pygls keeps: ours know the lines that jalon knows."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: Any) -> Iterator[Any]:
        """A text is open; nothing is kept."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: Any) -> Iterator[Any]:
        """A text is another; nothing is kept."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: Any) -> Iterator[Any]:
        """A text is no longer open."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class JalonServer(LanguageServer):
    """The server of one editor."""

    def __init__(self, language: str, today: Callable[[], int]) -> None:
        """`language` is the reader's; `today` gives a day number."""
        super().__init__("jalon", __version__, protocol_cls=_Protocol)
        self.language = language
        self.documents = Documents(self._publish, today)

    @property
    def encoding(self) -> str:
        """The encoding in whose units the editor counts."""
        agreed = self.server_capabilities.position_encoding or UTF_16
        return str(getattr(agreed, "value", agreed))

    async def fresh(self, uri: str) -> tuple[Document, Known] | None:
        """A document and what is known of its text now; None for one that is not open."""
        document = self.documents.get(uri)
        return None if document is None else (document, await self.documents.fresh(document))

    def can_resolve_actions(self) -> bool:
        """True when the editor asks for the changes of an action only when it is chosen."""
        known = self.client_capabilities.text_document
        support = known.code_action.resolve_support if known and known.code_action else None
        return support is not None and "edit" in support.properties

    def _publish(self, document: Document) -> None:
        if document.known is not None:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(
                    uri=document.uri,
                    version=document.version,
                    diagnostics=wire.diagnostics(document.known.problems, document.text, document.uri),
                )
            )


def make_server(language: str, today: Callable[[], int]) -> JalonServer:
    """A server that answers in a language."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = JalonServer(language, today)
    _follow(server)
    _mend(server)
    _point(server)
    return server


def _follow(server: JalonServer) -> None:
    """Follow the texts that are open."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        server.documents.open(Document(item.uri, OpenText(item.text, server.encoding), item.version))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        document = server.documents.get(params.text_document.uri)
        if document is None:
            return
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                first, last = change.range.start, change.range.end
                document.text.change(change.text, (first.line, first.character), (last.line, last.character))
            else:
                document.text.change(change.text)
        server.documents.changed(document, params.text_document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        if server.documents.close(params.text_document.uri):
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    @server.feature(types.SHUTDOWN)
    async def ended(_params: None) -> None:
        server.documents.end()


def _mend(server: JalonServer) -> None:
    """Offer what mends."""

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=FIX_KINDS, resolve_provider=True),
    )
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        found = await server.fresh(params.text_document.uri)
        if found is None:
            return []
        document, known = found
        kinds = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        offers = actions.actions(known, params.range.start.line + 1, params.range.end.line + 1, kinds)
        answers = [wire.code_action(one, document.text, document.uri, document.version) for one in offers]
        if not server.can_resolve_actions():
            for answer in answers:
                await resolved(answer)
        return answers

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolved(action: types.CodeAction) -> types.CodeAction:
        data = action.data if isinstance(action.data, dict) else {}
        found = await server.fresh(str(data.get("uri", "")))
        if found is None:
            return action
        document, known = found
        changes = document.changes
        edits: Any = await server.documents.apart(lambda: actions.all_mended(known, str(data.get("code", ""))))
        if document.changes == changes:
            action.edit = wire.workspace_edit(edits, document.text, document.uri, document.version)
        return action


def _point(server: JalonServer) -> None:
    """Say what stands at a spot, and where else."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def told(params: types.HoverParams) -> types.Hover | None:
        found = await server.fresh(params.text_document.uri)
        if found is None:
            return None
        document, known = found
        row, column = document.text.spot(params.position.line, params.position.character)
        card = hover(known, row, column, server.language)
        return card and types.Hover(wire.markdown(card.text), wire.range_of(card.place, document.text))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def defined(params: types.DefinitionParams) -> list[types.Location]:
        return await named(params, lambda one: one.is_definition)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def mentioned(params: types.ReferenceParams) -> list[types.Location]:
        with_own = params.context.include_declaration
        return await named(params, lambda one: with_own or not one.is_definition)

    async def named(
        params: types.DefinitionParams | types.ReferenceParams, is_wanted: Callable[[Mention], bool]
    ) -> list[types.Location]:
        found = await server.fresh(params.text_document.uri)
        if found is None:
            return []
        document, known = found
        mention = known.mention_at(*document.text.spot(params.position.line, params.position.character))
        if mention is None:
            return []
        alike = [one for one in known.mentions if one[:2] == mention[:2] and is_wanted(one)]
        return [types.Location(document.uri, wire.range_of(one.place, document.text)) for one in alike]
