"""The index of a dossier, for a reader without jalon: a page that runs nothing, loads nothing, and opens no copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from tui.core.citation.links import safe_url
from tui.core.dates.words import day_in_words, in_words
from tui.core.proof.ledger import Standing
from tui.core.proof.states import FOUND
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, translated
from tui.core.text.plural import plural
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Passage, Source
from tui.store.proof.source_proof import passages_of
from tui.store.seal.contents import LIST, STAMP, Contents

VERIFY = "jalon verify DOSSIER.zip"  # no words: a command
SUMS = f"sha256sum -c {LIST}"  # no words: a command
OPENSSL = f"openssl ts -verify -data {LIST} -in {STAMP} -CAfile CERTIFICATE.pem"  # no words: a command
_HEAD = (
    '<!doctype html>\n<html lang="{language}">\n',  # no words: HTML
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n',  # no words: HTML
    '<meta http-equiv="Content-Security-Policy" content="default-src',  # no words: HTML
    " 'none'; style-src 'unsafe-inline'\">\n<title>{title}</title>\n",  # no words: HTML
    "<style>body {{font: 16px/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em}}\n",  # no words: CSS
    "code {{word-break: break-all}} dt {{font-weight: bold; margin-top: 1em}} li {{margin: .3em 0}}",  # no words: CSS
    "</style></head>\n<body>",
)


def index_page(contents: Contents, day: int, language: str) -> str:
    """The page; `day` is the day number of the sealing."""
    timeline = contents.timeline
    voice = TimelineInLanguage(timeline, language)
    title = _h(voice.line(timeline.titles) or contents.parts[0].name)
    standing = Standing(contents.ledger, {one.name: one.sha256 for one in contents.parts})
    hashes = {one.name: one.sha256 for one in contents.parts}
    sealed = _("A dossier sealed on {day}.", day=day_in_words(day, language))
    counts = f"{plural(len(timeline.events), 'event')}, {plural(len(timeline.sources), 'source')}."
    body = [
        f"<h1>{title}</h1>",
        _tag("p", f"{sealed} {counts}"),
        *_how(),
        _tag("h2", _("Parts")),
        "<ul>",
        *(f"<li>{_h(one.name)}<br><code>{one.sha256}</code></li>" for one in contents.parts),
        "</ul>",
        *(_tag("p", translated(one)) for one in contents.notes),
        _tag("h2", _("Sources")),
        "<dl>",
        *(
            line
            for source in timeline.sources.values()
            for line in _source(source, passages_of(timeline, source), voice, standing, hashes)
        ),
        "</dl>",
    ]
    return "\n".join(["".join(_HEAD).format(language=_h(language), title=title), *body, "</body>", "</html>", ""])


def _how() -> Iterator[str]:
    yield _tag("h2", _("How to check it"))
    yield "<ul>"
    for command, does in (
        (VERIFY, _("looks at every byte, and makes each proof again")),
        (SUMS, _("looks at the hashes, without jalon, in the folder where the parts are")),
        (
            OPENSSL,
            _("looks at the time-stamp, if there is one, with the certificate of its authority"),
        ),
    ):
        yield f"<li><code>{_h(command)}</code>: {_h(does)}</li>"
    yield "</ul>"


def _source(
    source: Source,
    passages: tuple[Passage, ...],
    voice: TimelineInLanguage,
    standing: Standing,
    hashes: Mapping[str, str],
) -> Iterator[str]:
    title = voice.source_title(source)
    yield _tag("dt", title)
    published = in_words(source.published, voice.language) if source.published else ""
    about = ", ".join(filter(None, (source.publisher_or_site or "", source.author or "", published, source.id)))
    yield _tag("dd", about)
    for address in filter(None, (source.url, *source.archives)):
        safe = safe_url(address)
        if safe:
            yield f'<dd><a href="{_h(safe)}" rel="noreferrer">{_h(address)}</a></dd>'
        elif address in hashes:
            yield _tag("dd", _("copy: {name}", name=address))
        else:
            yield _tag("dd", _("copy, which is not in the dossier: {name}", name=address))
    for passage in passages:
        yield _tag("dd", _passage(source, passage, standing))


def _passage(source: Source, passage: Passage, standing: Standing) -> str:
    found = standing.of(source.id, passage.words)
    proof = standing.proof_of(source.id, passage.words)
    words = _("“{words}”", words=clean_line(passage.words))
    if proof is not None:
        return _("✓ {words} — proved on {day} in {copy}", words=words, day=proof.at[:10], copy=proof.copy)
    if any(one.state not in FOUND for one in found):
        return _("✗ {words} — not found in {copy}", words=words, copy=found[-1].copy)
    return words


def _tag(name: str, text: object) -> str:
    return f"<{name}>{_h(text)}</{name}>"


def _h(text: object) -> str:
    return escape(clean_line(str(text)))
