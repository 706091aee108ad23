"""The sources of a row: the titles, publishers, addresses and days of its cells, put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from tui.core.dates.edtf import Date
from tui.core.exchange.foreign import ForeignSource
from tui.core.exchange.markup import plain_text
from tui.core.text.messages import worded, worded_number

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]+", re.IGNORECASE)
_ENDS = ".,;:!?)]}'’"
_PIECES = re.compile(r"\s*[;|\n]\s*")
_AROUND = re.compile(r"^[\s,;:–—|()\[\]<>-]+|[\s,;:–—|(\[<-]+$")


class UnclearSources(ValueError):
    """Cells that tell of several sources, and not which title is whose; the message says so."""


def addresses_in(text: str) -> list[str]:
    """The addresses that stand in a text, each once, without the signs of the sentence behind them."""
    found: dict[str, None] = {}
    for one in _ADDRESS.findall(text):
        address = one
        while address and address[-1] in _ENDS and not (address[-1] == ")" and "(" in address):
            address = address[:-1]
        found[f"https://{address}" if address[:4].lower() == "www." else address] = None
    return list(found)


def without_addresses(text: str) -> str:
    """A text without the addresses in it, and without what joins them to it."""
    return _AROUND.sub("", " ".join(_ADDRESS.sub(" ", text).split()))


@lru_cache(maxsize=8192)
def split_cell(text: str, separator: str) -> tuple[str, ...]:
    """The pieces of a cell that holds several titles or publishers."""
    return tuple(piece for piece in split_in_places(text, separator) if piece)


def split_in_places(text: str, separator: str) -> list[str]:
    """The same with the empty ones between them, which keep the places of the others."""
    parts = text.replace("\n", separator).split(separator) if separator else _PIECES.split(text)
    return [piece.strip() for piece in parts]


def _aligned(values: Sequence[str], number: int) -> list[str] | None:
    """A value for each of some sources, empty for none; None where nobody knows whose each is."""
    said = [one for one in values if one]
    return list(values) if len(values) == number else said if len(said) == number else None


def sources_of(
    titles: Sequence[str],
    publishers: Sequence[str],
    addresses: Sequence[str],
    days: Sequence[str],
    passage: str,
    read_day: Callable[[str], Date],
) -> tuple[ForeignSource, ...]:
    """The sources that some pieces of cells tell of, put together one by one; UnclearSources, DateError.

    A title may have an address in it. Of several titles and one address nobody knows whose it is.
    """
    told = [ForeignSource(title=without_addresses(piece), address=address)
            for piece in titles for address in (addresses_in(piece) or [""])]  # fmt: skip
    if addresses:
        if len(told) not in (0, len(addresses)) or any(one.address for one in told):
            told = _beside(told, addresses)
        else:
            told = [(told[i] if told else ForeignSource())._replace(address=one) for i, one in enumerate(addresses)]
    if not told:
        told = [ForeignSource(publisher=one) for one in publishers if one]
    number = len(told)
    for values, of in ((publishers, "publisher"), (days, "published")):
        aligned = _aligned(values, number)
        if aligned is None and of == "publisher" and len(set(filter(None, values))) == 1:
            aligned = [next(filter(None, values))] * number
        if aligned is None and any(values):
            raise UnclearSources(
                worded_number("nobody knows to which of {number} source this belongs: {values}",
                              "nobody knows to which of {number} sources this belongs: {values}",
                              number, values="; ".join(filter(None, values)))
            )  # fmt: skip
        for i, value in enumerate(aligned or ()):
            if value and of == "publisher":
                told[i] = told[i]._replace(publisher=value)
            elif value:
                told[i] = told[i]._replace(published=read_day(value))
    if passage and number != 1:
        raise UnclearSources(worded("a passage stands beside one source"))
    if passage:
        told[0] = told[0]._replace(passage=passage)
    return tuple(dict.fromkeys(told))


def _beside(told: Sequence[ForeignSource], addresses: Sequence[str]) -> list[ForeignSource]:
    """Titles and addresses that are not as many: addresses that stand in titles are the same, others are new."""
    within = {one.address for one in told if one.address}
    fresh = [one for one in addresses if one not in within]
    bare = [one for one in told if not one.address]
    if fresh and len(bare) not in (0, len(fresh)):
        raise UnclearSources(
            worded(
                "nobody knows which title belongs to which address: {titles}",
                titles="; ".join(one.title for one in bare),
            )
        )
    filled = iter(fresh)
    found = [one if one.address else one._replace(address=next(filled, "")) for one in told]
    return [*found, *(ForeignSource(address=one) for one in filled)]


def links_of(cell: str) -> tuple[str, ...]:
    """The addresses that links of HTML in a cell lead to."""
    return plain_text(cell).links if "<" in cell else ()
