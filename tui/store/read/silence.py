"""The hints that a file silences, with the reason: `silence: {single-source: only SETCa spoke that day}`."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.problems.problem import CODES, SILENCEABLE
from tui.core.text.messages import worded
from tui.core.text.nearest import did_you_mean
from tui.core.timeline.model import Silence
from tui.store.read.context import Context
from tui.store.read.scalars import is_blank, mapping_of, read_text
from tui.store.yaml.nodes import Node, place_of


def read_silence(node: Node, context: Context) -> tuple[Silence, ...] | None:
    """Codes of hints, each with the reason why it is not to be given."""
    mapping = mapping_of(node, worded("a mapping of codes to reasons"), context)
    found = []
    for code, (key, value) in mapping.pairs.items() if mapping else ():
        if is_blank(value) and not context.is_lost(value, key):
            message = worded('"{code}" is silenced without a reason', code=code)
            context.error(key, "missing-reason", message, worded("say why, for whoever reads the file next"))
        reason = read_text(value, context)
        if code not in CODES:
            hint = did_you_mean(code, SILENCEABLE) or worded("jalon check --explain lists the codes")
            context.error(key, "unknown-code", worded('"{code}" is the code of nothing', code=code), hint)
        elif code not in SILENCEABLE:
            context.error(key, "unknown-code", worded('"{code}" is a fault to mend, and cannot be silenced', code=code))
        elif reason:
            found.append(Silence(code, reason, place_of(key)))
    return tuple(found) or None


def heed(silences: Iterable[Silence], since: int, context: Context) -> None:
    """Take back the problems from that one on that are silenced."""
    codes = {one.code for one in silences}
    if codes:
        context.problems[since:] = [one for one in context.problems[since:] if one.code not in codes]
