"""jalon verify: a dossier looked at byte by byte, with nothing but itself."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tui.cli.base import streams
from tui.cli.base.options import TEXT_OPTIONS, Once, display_options
from tui.cli.base.request import DisplayOptions, Refusal
from tui.core.text.clean import clean_line
from tui.core.text.messages import _, forms, numbered, reason_of, translated

if TYPE_CHECKING:
    from tui.store.seal.verifying import Verdict

PARTS = forms("{number} part is as it was sealed", "all {number} parts are as they were sealed")
FAULTS = forms(
    "{number} of {parts} parts is not as it was sealed", "{number} of {parts} parts are not as they were sealed"
)
PROOFS = forms("{number} proof was made again", "{number} proofs were made again")
PASSAGES = forms("{number} passage is in the timeline", "{number} passages are in the timeline")


@click.command("verify")
@click.argument("dossier", metavar="DOSSIER")
@click.option("--certificate", cls=Once, metavar="PEM", help="The certificate of the authority of the time-stamp.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Form of the answer.")
@display_options(TEXT_OPTIONS)
def command(dossier: str, certificate: str | None, form: str, look: DisplayOptions) -> int:  # noqa: ARG001 - as all have
    """Say whether DOSSIER, a zip that jalon seal made, is as it was sealed: every byte of it.

    It reads nothing but the zip. It compares each part with the list of hashes, makes each proof of the ledger again in
    the copy that is in the zip, and reads the time-stamp. With --certificate it checks who signed that. What is not as
    it was is named, and the exit code is 1.
    """
    from tui.store.seal.verifying import verdict
    from tui.store.system import read_bytes

    try:
        pem = read_bytes.fetch(certificate) if certificate is not None else None
        found = verdict(dossier, pem)
    except read_bytes.Unreadable as failed:
        raise Refusal(reason_of(failed)) from failed
    if form == "json":
        streams.write_json(_record(found))
    else:
        for line in _lines(found, has_certificate=pem is not None):
            sys.stdout.write(f"{clean_line(line)}\n")
    return streams.FAILED if found.faults else streams.OK


def _lines(found: Verdict, *, has_certificate: bool) -> list[str]:
    lines = []
    for one in found.faults:
        part = one.part or _("the zip")
        lines.append(_("{name}: {value}", name=part, value=translated(one.why)))
    if found.faults:
        many = len(found.faults)  # parts that are listed and not there count too
        lines.append(numbered(*FAULTS, many, parts=max(found.parts, many)))
    else:
        lines.append(numbered(*PARTS, found.parts))
    if found.missing:
        lines.append(_("no proof was made again: that needs {library}", library=found.missing))
    elif found.timeline:
        proofs = numbered(*PROOFS, found.proofs)
        lines.append(_("{clause}; {next}", clause=proofs, next=numbered(*PASSAGES, found.passages)))
    if found.missing_for_stamp:
        lines.append(_("the time-stamp was not read: that needs {library}", library=found.missing_for_stamp))
    elif found.stamp is None:
        lines.append(_("there is no time-stamp: who changes all parts and their list can do so unseen"))
    elif found.is_signed:
        lines.append(_("time-stamp of {at}, signed by {authority}", at=found.stamp.at, authority=_authority(found)))
    elif not has_certificate:
        said = _("time-stamp of {at}, which says it is by {authority}", at=found.stamp.at, authority=_authority(found))
        lines.append(_("{clause}; {next}", clause=said, next=_("--certificate PEM checks who signed it")))
    return lines


def _authority(found: Verdict) -> str:
    return (found.stamp.authority if found.stamp else "") or _("an authority without a name")


def _record(found: Verdict) -> dict[str, object]:
    return {
        "sound": not found.faults,
        "faults": [{"part": one.part or None, "why": str(one.why)} for one in found.faults],
        "parts": found.parts,
        "timeline": found.timeline or None,
        "proofs": None if found.missing else found.proofs,
        "passages": found.passages,
        "stamp": {"at": found.stamp.at, "authority": found.stamp.authority or None, "signed": found.is_signed}
        if found.stamp
        else None,
    }
