"""jalon check --explain: what the code of a problem means, with an example and its cure."""

from __future__ import annotations

from tui.cli.base import streams
from tui.cli.base.request import DisplayOptions, Refusal, measure
from tui.core.problems.problem import CODES, SEVERITIES, severity_name
from tui.core.text.cells import wrap
from tui.core.text.clean import clean_line
from tui.core.text.messages import _
from tui.core.text.nearest import closest
from tui.drawing.spans.excerpts import ROLES
from tui.drawing.spans.spans import Line, Span
from tui.store.system.explanations import Explanation, explanation

MOST = 88
"""Cells in a line of prose, however wide the page."""


def explain(code: str | None, others: tuple[str, ...], form: str, look: DisplayOptions) -> int:
    """Say what a code means, or without one list them all."""
    if others:
        message = _('unexpected argument "{argument}"', argument=clean_line(others[0]))
        raise Refusal(message, _("--explain takes one code, and no FILE"))
    if form == "github":
        raise Refusal(_("an explanation is text or data"), _("--format text, or json"))
    told = [explanation(one) for one in CODES] if code is None else [explanation(code.strip().strip("[]"))]
    known = [one for one in told if one is not None]
    if code is not None and not known:
        near = closest(code, CODES)
        hint = _("did you mean {name}?", name=near) if near else _("jalon check --explain lists them all")
        raise Refusal(_('no problem has the code "{code}"', code=clean_line(code)), hint)
    if form == "json":
        _write_json(known)
        return streams.OK
    from tui.printing.lines import draw

    lines = listed(known) if code is None else told_at_length(known[0], min(look.width, MOST))
    draw(lines, look.width, look.theme())
    return streams.OK


def _write_json(known: list[Explanation]) -> None:
    for one in known:
        streams.write_json({**one._asdict(), "silenceable": one.is_silenceable}, is_line=True)


def listed(known: list[Explanation]) -> list[Line]:
    """A code a line, with its severity and what it means."""
    widest = max(len(one.code) for one in known)
    names = {severity: severity_name(severity) for severity in SEVERITIES}
    room = max(map(len, names.values()))
    return [
        (
            Span(one.code, "strong"),
            Span(" " * (widest - len(one.code) + 2)),
            Span(f"{names[one.severity]:<{room}}", ROLES[one.severity]),
            Span(f"  {one.means}"),
        )
        for one in known
    ]


def told_at_length(one: Explanation, width: int) -> list[Line]:
    """A code with why it matters, an example that is wrong, and the same one cured; `width` is in cells."""
    lines: list[Line] = [
        (Span(f"{severity_name(one.severity)}[{one.code}]", ROLES[one.severity]), Span(f": {one.means}")),
        (),
    ]
    lines += [(Span(line),) for line in wrap(one.why, width, measure())]
    for name, example in ((_("wrong:"), one.wrong), (_("right:"), one.right)):
        if example:
            lines += [(), (Span(name, "strong"),), ()]
            lines += [(Span(f"    {line.expandtabs(4)}"),) for line in example.split("\n")]
    if one.is_silenceable:
        said = _("Where it is as it should be:  silence: {{code}: the reason why}", code=one.code)
        lines += [(), *((Span(line),) for line in wrap(said, width, measure()))]
    return lines
