"""jalon seal: the timeline, its ledger and its copies as one zip to hand over, in which nothing changes unseen."""

from __future__ import annotations

import os
import sys

import click

from tui.cli.base import streams
from tui.cli.base.options import TEXT_OPTIONS, Once, display_options
from tui.cli.base.private import OPTION, tell_withheld
from tui.cli.base.request import DisplayOptions, Refusal, only_file, quoted, reading_and_bytes, tell_shipped
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, numbered, reason_of, translated


@click.command("seal")
@click.argument("words", nargs=-1, metavar="[FILE]")
@click.option("-o", "--output", cls=Once, metavar="DOSSIER", help="The zip to write, which is not there yet.")
@click.option("--tsa", cls=Once, metavar="URL", help="Ask this authority for a time-stamp (RFC 3161) of the hashes.")
@click.option("--with-private", is_flag=True, help="With what is private, its copies too.")
@display_options(TEXT_OPTIONS)
def command(
    words: tuple[str, ...], output: str | None, tsa: str | None, with_private: bool, look: DisplayOptions
) -> int:
    """Put FILE, its ledger and its copies into one zip, with a list of their hashes and an index to read.

    Whoever gets it can say with jalon verify whether a byte is another than it was, and make each proof again. With
    --tsa an authority says on which day the list of hashes was there; it gets a hash, and nothing else is sent.

    What is private is left out: events, sources, their copies, their lines in the ledger. FILE is then written anew,
    without its comments.
    """
    path = only_file(words)
    if output is None:
        raise Refusal(_("which zip? none is named"), _("jalon seal {file} -o DOSSIER.zip", file=quoted(path)))
    if os.path.lexists(output):
        raise Refusal(_("{file}: there is a file of that name already", file=clean_line(output)))
    _need_libraries(tsa)
    from tui.core.evidence import privacy
    from tui.store.proof.ledger import ledger_path
    from tui.store.seal.contents import INDEX, LIST, STAMP, Part, contents, list_of
    from tui.store.seal.index_page import index_page
    from tui.store.seal.public_text import NotPublicError
    from tui.store.seal.sealing import seal
    from tui.store.system.atomic_write import NotSaved
    from tui.store.system.read_bytes import Unreadable, is_stream

    if is_stream(path):
        raise Refusal(_("what is beside standard input cannot be sealed"), _("name a file"))
    tell_shipped(path, words)
    reading, data = reading_and_bytes(path)
    try:
        held = contents(path, data, reading, with_private=with_private)
        parts = [*held.parts, Part(INDEX, index_page(held, look.today, look.language).encode())]
        hashes = list_of(parts)
        parts.append(Part(LIST, hashes))
        if tsa is not None:
            parts.append(Part(STAMP, _stamp(tsa, hashes)))
        sha256 = seal(output, parts, look.today)
    except NotPublicError:
        raise Refusal(
            _("what is private cannot be told apart in this file as it is written"),
            _("jalon check {file} shows more; {option} seals all of it", file=quoted(path), option=OPTION),
        ) from None
    except Unreadable as failed:
        raise Refusal(reason_of(failed)) from failed
    except NotSaved as failed:
        streams.complain(reason_of(failed))
        return streams.FAILED
    for note in held.notes:
        streams.inform(translated(note))
    if not os.path.lexists(ledger_path(path)):
        streams.inform(_("there is no ledger: jalon keep and jalon prove --record begin one"))
    if not with_private:
        tell_withheld(privacy.withheld(reading.timeline, reading.timeline.events))
    said = numbered("sealed {number} part in {file}", "sealed {number} parts in {file}", len(parts), file=output)
    its_hash = _("its hash: {sha256}", sha256=sha256)
    sys.stdout.write(f"{clean_line(said)}\n{its_hash}\n")
    return streams.OK


def _need_libraries(tsa: str | None) -> None:
    from importlib.util import find_spec

    for library in ("urllib3", "rfc3161_client") if tsa else ():
        if find_spec(library) is None:
            raise Refusal(_("--tsa needs {library}", library=library), _('pip install "jalon[proof]"'))


def _stamp(authority: str, hashes: bytes) -> bytes:
    from tui.store.seal.time_stamp import NoStamp, asked

    try:
        return asked(authority, hashes)
    except NoStamp as failed:
        message = _("no time-stamp from {address}: {reason}", address=clean_line(authority), reason=reason_of(failed))
        raise Refusal(message, _("nothing was sealed; without --tsa it is")) from None
