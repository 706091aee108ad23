"""The claims of an event as the lines that a person would write below `claims:`."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.timeline.model import Citation, Claim
from tui.store.yaml.quote import paragraph, scalar


def claims_value(claims: Sequence[Claim], language: str) -> list[str]:
    """Claims below their key: a name, its values with who says each, what is kept and why."""
    lines = [""]
    for claim in claims:
        lines.append(f"  {scalar(claim.name)}:")
        lines += [f"    name_{own}: {scalar(text)}" for own, text in claim.names.items()]
        for value in claim.values:
            lines.append(f"    {scalar(value.text)}:{_cited(value.citations)}")
        if claim.keep is not None:
            lines.append(f"    keep: {scalar(claim.keep)}")
        for own, text in claim.because.items():
            first, *others = paragraph(text, 6)
            lines.append(f"    {'because' if own == language else f'because_{own}'}: {first}")
            lines += [f"      {other}" if other else "" for other in others]
    return lines


def _cited(citations: Sequence[Citation]) -> str:
    """Those who say a value, between brackets behind it."""
    if not citations:
        return ""
    return f" [{', '.join(map(_one, citations))}]"


def _one(citation: Citation) -> str:
    if citation.passage is None or citation.passage.name:
        return scalar(citation.written, flow=True)
    source = citation.written.partition(": ")[0]
    return f"{{{scalar(source, flow=True)}: {scalar(citation.passage.located, flow=True)}}}"
