"""Sources as items of CSL-JSON, the format in which citation managers and pandoc exchange references (CSL 1.0.2)."""

from __future__ import annotations

from collections.abc import Iterable

from tui.core.citation.links import link
from tui.core.citation.resolve import ResolvedCitation, gone_since
from tui.core.dates.edtf import Date, Interval
from tui.core.dates.edtf_member import SingleDate
from tui.core.dates.words import in_words
from tui.core.text.clean import clean_line
from tui.core.timeline.in_language import TimelineInLanguage
from tui.core.timeline.model import Source

_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
"""Seasons of EDTF that CSL has too, and its numbers for them."""


def items(groups: Iterable[tuple[ResolvedCitation, ...]], voice: TimelineInLanguage) -> list[dict[str, object]]:
    """An item a source, from the citations of each together."""
    return [_item(group, voice) for group in groups]


def _item(group: tuple[ResolvedCitation, ...], voice: TimelineInLanguage) -> dict[str, object]:
    source = group[0].source or Source(group[0].citation.source)
    passages = [f"“{one.citation.passage.located}”" for one in group if one.citation.passage]
    gone = [gone_since(source.gone, voice)] if source.gone else []
    found: dict[str, object] = {
        "id": source.id,
        "type": "webpage" if source.url else "document",
        "title": voice.source_title(source),
        "author": [{"literal": clean_line(source.author)}] if source.author else None,
        "container-title": clean_line(source.publisher_or_site or ""),
        "issued": date(source.published, voice.language),
        "accessed": date(source.seen, voice.language),
        "language": source.language,
        "URL": link(source.url) if source.url else None,
        "archive_location": clean_line("; ".join(source.archives)),
        "note": clean_line("; ".join([*gone, *passages])),
    }
    return {name: value for name, value in found.items() if value}


def date(written: Date | None, language: str) -> dict[str, object] | None:
    """A date variable: days, months and years as parts, `~` as circa; what CSL has no parts for in words.

    The hour is left out, for CSL has none.
    """
    if written is None:
        return None
    form = written.form
    season = _season(form) if isinstance(form, SingleDate) else None
    ends = [form] if isinstance(form, SingleDate) else list(form) if isinstance(form, Interval) else []
    parts = [_parts(end) if isinstance(end, SingleDate) else None for end in ends]
    if season is not None and isinstance(form, SingleDate):
        parts = [_parts(form._replace(month=""))]
    if not parts or None in parts or written.doubt not in ("", "~"):
        return {"literal": in_words(written, language)}
    found: dict[str, object] = {"date-parts": parts}
    if season is not None:
        found["season"] = season
    return {**found, "circa": True} if written.doubt else found


def plain_day(written: Date | None) -> list[int] | None:
    """Year, month and day of a point in time that is certain, as far as it says; None for any other."""
    if written is None or not isinstance(written.form, SingleDate) or written.doubt:
        return None
    return _parts(written.form)


def _season(member: SingleDate) -> int | None:
    return _SEASONS.get(int(member.month)) if member.month.isdigit() else None


def _parts(member: SingleDate) -> list[int] | None:
    """Year, month and day, as far as they are written; None when one is no plain number of our era."""
    written = [part for part in (member.year, member.month, member.day) if part]
    plain = all(part.isascii() and part.isdigit() for part in written) and not member.significant
    if not plain or len(member.year) != 4 or int(member.year) == 0 or int(member.month or 1) > 12:
        return None
    return [int(part) for part in written]
