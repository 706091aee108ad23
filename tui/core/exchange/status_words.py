"""The words by which other programs call the status of an event."""

from __future__ import annotations

from functools import cache

from tui.core.text.fold import fold
from tui.core.timeline.model import STATUSES

_WORDS = {
    "reported": "reported, confirmed, done, completed, complete, happened, past, occurred, finished, rapporte,"
    " confirme, fait, realise, termine, passe, acheve, gemeld, bevestigd, gedaan, voltooid, afgelopen, gebeurd",
    "planned": "planned, scheduled, upcoming, future, expected, announced, tentative, pending, to do, todo, prevu,"
    " planifie, a venir, annonce, attendu, programme, gepland, verwacht, aangekondigd, toekomstig, te doen",
    "in-force": "in force, in-force, active, in effect, ongoing, current, applicable, en vigueur, actif, en cours,"
    " van kracht, actief, lopend, geldend",
    "inferred": "inferred, deduced, assumed, presumed, deduit, suppose, presume, afgeleid, verondersteld, vermoed",
    "cancelled": "cancelled, canceled, called off, withdrawn, abandoned, annule, abandonne, retire, geannuleerd,"
    " afgelast, ingetrokken",
}


@cache
def _by_word() -> dict[str, str]:
    return {word: status for status, words in _WORDS.items() for word in words.split(", ")}


def status_of(text: str) -> str | None:
    """The status that a word means, in English, French or Dutch; None for a word that means none."""
    word = fold(text).strip(" .")
    if word in STATUSES:
        return word
    return _by_word().get(word) or (_by_word().get(word[:-1]) if word.endswith("e") else None)
