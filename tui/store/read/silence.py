"""What a file says is not to be said of it: `silence: {single-source: only SETCa spoke that day}`."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.problems.problem import CODES, SILENCEABLE
from tui.core.text.nearest import did_you_mean
from tui.core.timeline.model import Silence
from tui.store.read.fields import Fields
from tui.store.yaml.composer import Node, Scalar, place_of


class Silencing(Fields):
    """Reads silences, and keeps those of warnings that reading itself gives."""

    def silence(self, node: Node) -> tuple[Silence, ...] | None:
        """Codes of hints, each with the reason why it is not to be given."""
        mapping = self.mapping(node, "a mapping of codes to reasons")
        found = []
        for code, (key, value) in mapping.pairs.items() if mapping else ():
            reason = self._reason(key, value)
            if code not in SILENCEABLE:
                self._unknown_code(key)
            elif reason:
                found.append(Silence(code, reason, place_of(key)))
        return tuple(found) or None

    def _reason(self, key: Scalar, value: Node) -> str | None:
        if isinstance(value, Scalar) and not value.value.strip("~ \n") and not self.lost(value, key):
            message = f'"{key.value}" is silenced without a reason'
            self.error(key, "missing-reason", message, "say why, for whoever reads the file next")
        return self.text(value)

    def _unknown_code(self, key: Scalar) -> None:
        code = key.value
        if code in CODES:
            self.error(key, "unknown-code", f'"{code}" is a fault to mend, and cannot be silenced')
        else:
            hint = did_you_mean(code, SILENCEABLE) or "jalon check --explain lists the codes"
            self.error(key, "unknown-code", f'"{code}" is the code of nothing', hint)

    def heed(self, silences: Iterable[Silence], since: int) -> None:
        """Take back what was said since then and is silenced."""
        codes = {one.code for one in silences}
        if codes:
            self.problems[since:] = [one for one in self.problems[since:] if one.code not in codes]
