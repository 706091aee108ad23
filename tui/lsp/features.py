"""The questions of an editor, each with the module that answers it."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from tui.core.problems.problem import Edit
from tui.core.text.messages import reason_of
from tui.lsp import actions, margin, outline, rename, wire
from tui.lsp.completion import completion
from tui.lsp.documents import Sight, uri_of
from tui.lsp.hover import hover
from tui.lsp.mentions import EVENT, Mention
from tui.lsp.open_text import OpenText
from tui.lsp.server import JalonServer, follow_texts
from tui.lsp.surroundings import surroundings
from tui.store.system.read_bytes import Unreadable
from tui.store.write import fmt

FIX_KINDS = [actions.QUICK_FIX, f"{actions.FIX_ALL}.jalon"]
TRIGGERS = [":", "[", ",", " ", "#", "-"]
"""The signs after which an editor asks what could follow."""


def make_server(language: str, today: Callable[[], int]) -> JalonServer:
    """A server that answers everything in a language; `today` gives a day number."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = JalonServer(language, today)
    follow_texts(server)
    _mend(server)
    _point(server)
    _rename(server)
    _type(server)
    _survey(server)
    _margin(server)
    return server


def _mend(server: JalonServer) -> None:
    """Offer what mends and what tidies."""

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=FIX_KINDS, resolve_provider=True),
    )
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        sight = await server.fresh(params.text_document.uri)
        if sight is None:
            return []
        kinds = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        first, last = (one.line + sight.first for one in (params.range.start, params.range.end))
        answers = [wire.code_action(one, sight) for one in actions.actions(sight.known, first, last, kinds)]
        for answer in answers if not server.can_resolve_actions() else ():
            await resolved(answer)
        return answers

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolved(action: types.CodeAction) -> types.CodeAction:
        data = action.data if isinstance(action.data, dict) else {}
        sight = await server.fresh(str(data.get("uri", "")))
        if sight is None:
            return action
        document, code = sight.document, str(data.get("code", ""))
        changes = document.changes
        edits: Any = await server.documents.apart(lambda: actions.all_mended(sight.known, document.path, code))
        if document.changes == changes:
            local = [wire.file_edit(edits, document.text, document.uri, document.version)]
            action.edit = types.WorkspaceEdit(document_changes=local)
        return action

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def tidied(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        sight = await server.fresh(params.text_document.uri)
        if sight is None:
            return []
        document = sight.document
        changes, data = document.changes, sight.known.own_data(document.path)
        try:
            tidy: Any = await server.documents.apart(lambda: fmt.tidied(data, document.path))
        except (fmt.NotTidied, Unreadable) as reason:
            server.window_show_message(types.ShowMessageParams(types.MessageType.Info, reason_of(reason)))
            return []
        if document.changes != changes or not tidy.is_changed:
            return []
        return wire.text_edits(actions.line_edits(tidy.before, tidy.after, tidy.rows), document.text)


def _point(server: JalonServer) -> None:
    """Say what stands at a spot, and where else."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def told(params: types.HoverParams) -> types.Hover | None:
        sight = await server.fresh(params.text_document.uri)
        if sight is None:
            return None
        row, column = sight.spot(params.position.line, params.position.character)
        card = hover(sight.known, row, column, server.language)
        if card is None:
            return None
        return types.Hover(wire.markdown(card.text), wire.range_of(sight.local(card.place), sight.document.text))

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
        sight = await server.fresh(params.text_document.uri)
        mention = sight and sight.known.mention_at(*sight.spot(params.position.line, params.position.character))
        if sight is None or mention is None:
            return []
        return [server.location(sight, one.place) for one in sight.known.mentions_of(mention) if is_wanted(one)]


def _rename(server: JalonServer) -> None:
    """Give what stands at a spot another name, in all files."""

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def asked(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        sight = await server.fresh(params.text_document.uri)
        mention = sight and sight.known.mention_at(*sight.spot(params.position.line, params.position.character))
        if sight is None or mention is None:
            return None
        place = wire.range_of(sight.local(mention.place), sight.document.text)
        return types.PrepareRenamePlaceholder(place, mention.id.rpartition("#")[2])

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def renamed(params: types.RenameParams) -> types.WorkspaceEdit | None:
        sight = await server.fresh(params.text_document.uri)
        mention = sight and sight.known.mention_at(*sight.spot(params.position.line, params.position.character))
        if sight is None or mention is None:
            return None
        try:
            edits: Any = await server.documents.apart(lambda: rename.renamed(sight.known, mention, params.new_name))
        except rename.NotRenamed as reason:
            raise JsonRpcInvalidParams(reason_of(reason)) from reason
        if mention.kind == EVENT:
            sight.document.renamed.append((mention.id, params.new_name.strip()))
        return types.WorkspaceEdit(document_changes=_by_file(server, sight, edits))


def _by_file(server: JalonServer, sight: Sight, edits: tuple[Edit, ...]) -> list[types.TextDocumentEdit]:
    """Changes in what is known, file by file."""
    found: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        path, place = sight.known.at(edit.place)
        found[path].append(edit._replace(place=place))
    answers = []
    for path, own in found.items():
        document = sight.document if path == sight.document.path else server.documents.at(path)
        if document is None:
            text = OpenText(sight.known.own_data(path).decode("utf-8", "replace"), server.encoding)
            answers.append(wire.file_edit(own, text, uri_of(path), None))
        else:
            answers.append(wire.file_edit(own, document.text, document.uri, document.version))
    return answers


def _type(server: JalonServer) -> None:
    """Say what could stand where somebody types: by what was last understood, without reading anew."""

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=TRIGGERS),
    )
    async def completed(params: types.CompletionParams) -> types.CompletionList | None:
        document = server.documents.get(params.text_document.uri)
        if document is None:
            return None
        known = document.names or (await server.documents.fresh(document)).known
        row, column = document.text.spot(params.position.line, params.position.character)
        found = completion(surroundings(document.text, row, column), known.timeline, server.language)
        columns = (min(found.column, column), column)
        items = wire.completion_items(
            found.items, document.text, row, columns, with_snippets=server.takes_snippets()
        )
        return types.CompletionList(is_incomplete=found.is_of_words, items=items)


def _survey(server: JalonServer) -> None:
    """Show the shape of a file."""

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def listed(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        sight = await server.fresh(params.text_document.uri)
        if sight is None:
            return []
        found = outline.symbols(sight.known, sight.first, sight.last, server.language)
        return [wire.document_symbol(one, sight) for one in found]

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folded(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        sight = await server.fresh(params.text_document.uri)
        if sight is None:
            return []
        pairs = outline.folds(sight.known, sight.first, sight.last)
        return [types.FoldingRange(first - sight.first, last - sight.first) for first, last in pairs]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    async def linked(params: types.DocumentLinkParams) -> list[types.DocumentLink]:
        sight = await server.fresh(params.text_document.uri)
        if sight is None:
            return []
        found = outline.links(sight.known, sight.first, sight.last)
        text = sight.document.text
        return [types.DocumentLink(wire.range_of(sight.local(place), text), target) for place, target in found]

    @server.feature(types.WORKSPACE_SYMBOL)
    async def sought(params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        found: dict[tuple[str, str], types.WorkspaceSymbol] = {}
        for document in server.documents.all():
            sight = await server.documents.fresh(document)
            for one in outline.named(sight.known, params.query, server.language):
                place = server.location(sight, one.head)
                symbol = types.WorkspaceSymbol(place, one.name, wire.symbol_kind(one), None, None, one.detail or None)
                found.setdefault((place.uri, str(place.range)), symbol)
        return list(found.values())[: outline.MOST]


def _margin(server: JalonServer) -> None:
    """Write beside the lines, and above them."""

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hinted(params: types.InlayHintParams) -> list[types.InlayHint]:
        sight = await server.fresh(params.text_document.uri)
        if sight is None:
            return []
        first, last = params.range.start.line + sight.first, min(params.range.end.line + sight.first, sight.last)
        answers = []
        for one in margin.hints(sight.known, first, last, server.language):
            end = wire.range_of(sight.local(one.place), sight.document.text).end
            answers.append(types.InlayHint(end, one.text, padding_left=True))
        return answers

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def above(params: types.CodeLensParams) -> list[types.CodeLens]:
        sight = await server.fresh(params.text_document.uri)
        if sight is None:
            return []
        answers = []
        for one in margin.lenses(sight.known, sight.first, sight.last):
            place = wire.range_of(sight.local(one.place), sight.document.text)
            answers.append(types.CodeLens(place, types.Command(one.text, "")))
        return answers
